"""The parser of the command line: every command with its options and their help."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from app.booth.file import USUAL_BOOTH
from app.cli import commands
from app.cli.argument_types import (
    BATCH_FORMATS,
    angle,
    batch_formats,
    count,
    frame_rate,
    height,
    moment,
    page_address,
    people,
    recording_file,
    seconds,
    shard,
    size,
    smoothing,
    video_file,
    view,
    vmc_address,
)
from app.cli.input_arguments import add_camera, add_device, add_fov
from app.cli.server_options import add_serve_files, add_server
from app.live.sources.open import KINDS
from app.recordings.export.formats import FORMATS, BoneNames, Origin, Rest
from app.recordings.export.influences import FEW, MANY
from models.program import command_name, install_line
from models.rendering.looks import LOOKS, USUAL_LOOK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    AddParser = Callable[..., argparse.ArgumentParser]  # adds a command with what all have in common

_EXAMPLES = (
    ("", "the window, on the first camera"),
    ("live --source walk.mp4 --people 3", "the window, on a video"),
    ("run sample --video out.mp4", "draw the mesh into a video"),
    ("run 0 --json out.jsonl", "a camera's joints as JSON Lines, until Ctrl+C"),
    ("play take.h5", "look at a recording"),
    ("check", "what works on this machine"),
)
EPILOG = "examples:\n" + "".join(
    f"  {command_name()} {arguments:<36}{meaning}\n" for arguments, meaning in _EXAMPLES
)
*_SOURCES, _LAST_SOURCE = (kind.description for kind in reversed(KINDS.values()))
SOURCE_HELP = f"{', '.join(_SOURCES)}, or {_LAST_SOURCE}"
MODEL_HELP = f"a name that '{command_name()} models' lists, or an .onnx file (default: the bundled model)"


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the command line says."""
    return build_parser(imports_model="models" in arguments and "import" in arguments).parse_args(arguments)


def build_parser(imports_model: bool) -> argparse.ArgumentParser:
    """Return the parser of all commands; each sets ``command`` to the function that runs it.

    The arguments of ``models import`` are known only to the training side, which takes a while to load; they
    are added where ``imports_model`` asks for them.
    """
    parser = argparse.ArgumentParser(
        prog=command_name(),
        description="FastMETRO Live: a 3D human mesh from a camera, live.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    debug_help = "show the log and the traceback of an error"
    parser.add_argument("--debug", action="store_true", help=debug_help)
    common = argparse.ArgumentParser(add_help=False)
    # Before or after a command: one without the option must not take back what was said before it.
    common.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=debug_help)
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add = partial(subparsers.add_parser, parents=[common])
    _add_live(add)
    _add_run(add)
    _add_batch(add)
    _add_machine_commands(add)
    _add_booth(add, common)
    _add_recording_commands(add)
    _add_models(add, common, imports_model)
    return parser


def _add_live(add: AddParser) -> None:
    live = add("live", help="the live window (also without a command)")
    live.add_argument("--source", help=f"{SOURCE_HELP} (default: the first camera)")
    live.add_argument("--model", help=MODEL_HELP)
    live.add_argument("--people", type=people, metavar="N", help="follow up to N people")
    add_camera(live)
    add_device(live)
    add_server(live)
    _add_drawing(live)
    add_fov(live)
    _add_height(live)
    _add_hands(live)
    _add_vmc(live)
    _add_page(live)
    live.add_argument(
        "--booth",
        type=Path,
        nargs="?",
        const=USUAL_BOOTH,
        metavar="FILE.toml",
        help="full screen without controls, for a demo booth; the file, which 'booth init' writes, says how",
    )
    live.add_argument("--settings", type=Path, metavar="FILE", help="settings file instead of the usual one")
    live.set_defaults(command=commands.live_command)


def _add_run(add: AddParser) -> None:
    run = add(
        "run",
        help="the same pipeline without a window",
        description="Follow the people of a source and write what was found. Ends with a table of times.",
    )
    run.add_argument("source", metavar="SOURCE", help=SOURCE_HELP)
    run.add_argument("--model", default="", help=MODEL_HELP)
    run.add_argument("--people", type=people, default=1, metavar="N", help="follow up to N people (1)")
    add_camera(run)
    add_device(run)
    add_server(run)
    _add_drawing(run)
    add_fov(run)
    _add_height(run)
    _add_hands(run)
    _add_vmc(run)
    _add_page(run)
    run.add_argument("--max-frames", type=count, metavar="N", help="stop after N frames")
    pace = run.add_mutually_exclusive_group()
    pace.add_argument(
        "--every-frame", action="store_true", help="take every frame, however long it takes (files' default)"
    )
    pace.add_argument(
        "--realtime", action="store_true", help="keep to the clock and leave late frames out (cameras always)"
    )
    run.add_argument(
        "--video",
        type=video_file,
        metavar="FILE.mp4",
        help="write the picture with the mesh; a .png or .jpg for a single picture",
    )
    run.add_argument(
        "--out",
        type=Path,
        metavar="FOLDER",
        help="write the picture with the mesh of each photo, named alike",
    )
    run.add_argument(
        "--frames-at",
        type=frame_rate,
        metavar="RATE",
        help="a folder's images are the frames of one video, so many a second (30, 29.97, 30000/1001)",
    )
    run.add_argument("--json", type=Path, metavar="FILE.jsonl", help="write the people as JSON Lines")
    run.add_argument("--record", type=recording_file, metavar="FILE.h5", help="record the meshes")
    run.add_argument(
        "--with-video", action="store_true", help="keep the source's pictures too, as a video beside --record"
    )
    run.add_argument(
        "--no-overlay", action="store_true", help="draw nothing; the video then shows the source"
    )
    run.set_defaults(command=commands.run_command, refuse=run.error)


def _add_batch(add: AddParser) -> None:
    batch = add(
        "batch",
        help="many photos and videos, one process each",
        description="Find the people of many photos and videos. What is done stays done: stop it and start "
        "it again, or start it on several machines that share the folder of results. Exit code: 0, 1 if some "
        "failed, 130 if it was stopped.",
    )
    batch.add_argument(
        "inputs", type=Path, nargs="+", metavar="INPUT", help="photos, videos, and folders that are walked"
    )
    batch.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder of the results")
    batch.add_argument(
        "--write",
        type=batch_formats,
        default=("json",),
        metavar="FORMATS",
        help=f"what is made of each, with commas between (json): {', '.join(BATCH_FORMATS)}",
    )
    batch.add_argument("--jobs", type=count, metavar="N", help="how many at once (half as many as cores)")
    batch.add_argument(
        "--shard", type=shard, default=(1, 1), metavar="I/N", help="do the I-th of N parts, as in a job array"
    )
    batch.add_argument("--people", type=people, default=1, metavar="N", help="follow up to N people (1)")
    batch.add_argument("--model", default="", help=MODEL_HELP)
    add_server(batch)
    batch.add_argument(
        "--refine", action="store_true", help="refine the motion that is exported, as 'export' does"
    )
    batch.add_argument("--retry-failed", action="store_true", help="try those again that failed before")
    batch.add_argument(
        "--ray",
        metavar="ADDRESS",
        help="work on a Ray cluster: auto, HOST:PORT, or local (needs the extra 'ray')",
    )
    batch.set_defaults(command=commands.batch_command)
    add("batch-file").set_defaults(command=commands.batch_file_command)  # a batch's own, without help


def _add_machine_commands(add: AddParser) -> None:
    check = add("check", help="what works on this machine, and what to do")
    check.add_argument("--json", type=Path, metavar="FILE", help="write the findings as JSON too")
    check.set_defaults(command=commands.check_command)

    bench = add(
        "bench",
        help="measure every stage on the bundled clip",
        description="Measure in turn the stages of a frame, the live threads, a file with and without a "
        "video written, and a window: its start, and the time from capture to paint.",
    )
    bench.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    bench.add_argument(
        "--against", type=Path, metavar="FILE", help="print how many times as fast as in this JSON of before"
    )
    bench.add_argument(
        "--networks",
        action="store_true",
        help="time the published networks too, beside the authors' way (minutes; needs the extra 'train')",
    )
    bench.add_argument("--people", type=people, metavar="N", help="in the picture (1)")
    bench.add_argument("--frames", type=count, default=300, metavar="N", help="frames to measure (300)")
    bench.add_argument("--size", type=size, metavar="WxH", help="of a frame of the clip (1280x720)")
    bench.add_argument("--model", default="", help=MODEL_HELP)
    add_device(bench)
    bench.add_argument(
        "--glass",
        action="store_true",
        help="instead measure from glass to glass: show time codes on the screen, which the camera films",
    )
    bench.add_argument("--source", help="the camera of --glass (default: the first)")
    bench.set_defaults(command=commands.bench_command, refuse=bench.error)
    add("bench-window").set_defaults(command=commands.bench_window_command)  # bench's own, without help


def _add_booth(add: AddParser, common: argparse.ArgumentParser) -> None:
    booth = add("booth", help="set an unattended booth up", description="docs/booth.md says more.")
    subparsers = booth.add_subparsers(title="commands", metavar="COMMAND", required=True)
    init = subparsers.add_parser("init", parents=[common], help="write a booth's file with every default")
    init.add_argument(
        "-o", dest="output", type=Path, default=Path("booth.toml"), metavar="FILE", help="(booth.toml)"
    )
    init.set_defaults(command=commands.booth_init_command)
    pin = subparsers.add_parser(
        "pin", parents=[common], help="set the PIN without which nobody ends a booth of this user's"
    )
    pin.add_argument("--remove", action="store_true", help="let everybody end it again (Ctrl+Q)")
    pin.set_defaults(command=commands.booth_pin_command)


def _add_recording_commands(add: AddParser) -> None:
    play = add("play", help="look at recordings in the window")
    play.add_argument(
        "file", type=Path, nargs="?", metavar="FILE.h5", help="the recording (default: the list of all)"
    )
    _add_look(play)
    _add_vmc(play)
    play.add_argument("--settings", type=Path, metavar="FILE", help="settings file instead of the usual one")
    play.set_defaults(command=commands.play_command)

    info = add("info", help="what a recording holds")
    info.add_argument("file", type=Path, metavar="FILE.h5", help="the recording")
    info.add_argument("--json", type=Path, metavar="FILE", help="write it as JSON too")
    info.set_defaults(command=commands.info_command)

    repair = add(
        "repair",
        help="make a damaged recording readable",
        description="Copy what is sound into a new file; the damaged one stays as it is.",
    )
    repair.add_argument("file", type=Path, metavar="FILE.h5", help="the recording")
    repair.add_argument("-o", dest="output", type=Path, metavar="OUT", help="the new file (FILE.repaired.h5)")
    repair.set_defaults(command=commands.repair_command)

    export = add(
        "export",
        help="write a recording in another tool's format",
        description="docs/recordings.md says which format is for which tool, and its axes and units.",
    )
    export.add_argument("file", type=Path, metavar="FILE.h5", help="the recording")
    export.add_argument("--to", required=True, choices=tuple(FORMATS), help="the format")
    export.add_argument(
        "-o",
        dest="output",
        type=Path,
        required=True,
        metavar="OUT",
        help="the file (obj, ply: a folder)",
    )
    export.add_argument("--person", type=int, metavar="ID", help="export this person alone")
    export.add_argument(
        "--start",
        type=moment,
        metavar="S",
        help="begin at this second of the recording",
    )
    export.add_argument("--end", type=moment, metavar="S", help="likewise end there")
    export.add_argument(
        "--origin",
        choices=get_args(Origin),
        help="the floor under the first step, facing forward, or the camera (the floor, of bodies)",
    )
    export.add_argument(
        "--rest",
        choices=get_args(Rest),
        help="the pose in which bones and skin rest: the body's own, a T-pose or an A-pose; the motion stays",
    )
    export.add_argument(
        "--names", choices=get_args(BoneNames), help="whose names bones have (anny: the body's own)"
    )
    export.add_argument(
        "--fps",
        type=frame_rate,
        metavar="RATE",
        help="frames a second (30, 29.97, 30000/1001), where the format has a constant rate",
    )
    export.add_argument(
        "--orbit",
        type=angle,
        nargs=2,
        metavar=("YAW", "PITCH"),
        help="degrees from which an mp4 shows the people, instead of the recorded camera",
    )
    export.add_argument(
        "--overlay", action="store_true", help="an mp4 shows the people over the video that was kept"
    )
    _add_look(export, "how an mp4 shows the people")
    export.add_argument(
        "--influences",
        type=int,
        choices=(FEW, MANY),
        help="how many bones move a vertex at most; 4 is what every reader takes (glb 4, usd 8)",
    )
    export.add_argument(
        "--refine",
        action="store_true",
        help="refine the motion: smooth without lag, gaps filled, feet still where they stand",
    )
    export.add_argument(
        "--fill-gaps",
        type=seconds,
        metavar="SECONDS",
        help="the longest gap that is filled (0.5); goes with --refine",
    )
    export.set_defaults(command=commands.export_command, refuse=export.error)


def _add_models(add: AddParser, common: argparse.ArgumentParser, imports_model: bool) -> None:
    models = add("models", help="list the installed models, or add one")
    models.add_argument("--json", type=Path, metavar="FILE", help="write the list as JSON too")
    models.set_defaults(command=commands.models_command)
    subparsers = models.add_subparsers(title="commands", metavar="COMMAND")
    listing = subparsers.add_parser(
        "list", parents=[common], help="list the installed models (also without a command)"
    )
    listing.add_argument(
        "--json", type=Path, metavar="FILE", default=argparse.SUPPRESS, help="write the list as JSON too"
    )
    add_serve_files(subparsers, common, MODEL_HELP)
    importing = subparsers.add_parser(
        "import",
        parents=[common],
        help="add a published checkpoint (needs the 'train' extra)",
        description=f"Add a published checkpoint. Needs PyTorch: {install_line('train')}.",
    )
    importing.set_defaults(command=commands.import_command)
    if imports_model:
        from models.export.import_arguments import add_import_arguments

        add_import_arguments(importing)


def _add_drawing(parser: argparse.ArgumentParser) -> None:
    _add_look(parser)
    parser.add_argument(
        "--view",
        type=view,
        metavar="VIEW",
        help="how people are drawn: overlay, mesh (alone), side-by-side, or orbit (seen from around)",
    )
    parser.add_argument(
        "--smoothing", type=smoothing, metavar="0..1", help="from 0 (none, at once) to 1 (steady, later)"
    )
    parser.add_argument(
        "--mirror", action=argparse.BooleanOptionalAction, help="show the picture as a mirror does"
    )


def _add_look(parser: argparse.ArgumentParser, what: str = "how the mesh looks") -> None:
    parser.add_argument("--look", choices=tuple(LOOKS), help=f"{what} (a {USUAL_LOOK})")


def _add_hands(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--hands",
        action=argparse.BooleanOptionalAction,
        help="read the fingers of hands that are large enough in the picture (takes time in every frame)",
    )


def _add_vmc(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--vmc",
        type=vmc_address,
        metavar="HOST[:PORT]",
        help="move an avatar: send the bones of who stands nearest and most in the middle to a program that "
        "takes VMC (port 39539; needs the extra 'vmc')",
    )


def _add_page(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--page",
        type=page_address,
        metavar="[HOST:]PORT",
        help="show the picture, people alone (/mesh) and their numbers (/events) to browsers and OBS of this "
        "machine; with HOST, such as 0.0.0.0, of the network too",
    )


def _add_height(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--height",
        type=height,
        metavar="CM",
        help="how tall the person is, without shoes, in centimetres; sizes and distances are then right, not "
        "guessed (of several people: of who stands nearest and most in the middle)",
    )
