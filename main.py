"""FastMETRO Live from the command line: ``python main.py`` opens the window, ``--help`` shows the rest."""

from __future__ import annotations

import argparse
import importlib.util
import logging
import math
import os
import shlex
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.options import Options

EPILOG = """\
examples:
  python main.py                                       the window, on the first camera
  python main.py live --source walk.mp4 --people 3     the window, on a video
  python main.py run sample --video out.mp4            draw the mesh into a video
  python main.py run 0 --json out.jsonl                a camera's joints as JSON Lines, until Ctrl+C
  python main.py play take.h5                          look at a recording
  python main.py check                                 what works on this machine
"""
SOURCE_HELP = (
    "a camera's index or name, an image, a folder of images, a video, an rtsp:// or http:// address, or the "
    "word 'sample'"
)
MODEL_HELP = "a name that 'python main.py models' lists, or an .onnx file (default: the bundled model)"
SYSTEM_PACKAGES = (
    "apt-get install libgl1 libegl1 libgles2 libglib2.0-0 libxrender1 libxkbcommon0 libdbus-1-3 "
    "libfontconfig1 libxcb-cursor0"
)
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg")
LARGEST_CROWD = 100  # memory and time grow with them, whether or not they are there
LONGEST_SIDE = 8192
EXPORT_FORMATS = ("glb", "usd", "usd-points", "bvh", "npz", "obj", "ply", "pc2", "mp4")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says.

    Returns
    -------
    The exit code: 0 done; 1 the work failed, with one sentence on stderr. Wrong usage leaves by
    ``SystemExit`` with 2.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    # Without a command the window opens; the window's own options then need no command either.
    first = next((word for word in words if word != "--debug"), "")
    if not first or (first.startswith("-") and first not in ("-h", "--help")):
        words = ["live", *words]
    try:
        args = parse(words)
        prepare_environment()
        start_logging(args.debug)
        from models.files import require_folder

        require_folder(getattr(args, "json", None))  # before the work, not after it
        return args.command(args)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 1
    except Exception as error:
        if "--debug" in words:
            raise
        print(sentence(error), file=sys.stderr)
        return 1


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Return what the command line says."""
    parser = build_parser(imports_model="models" in words and "import" in words)
    args, unknown = parser.parse_known_args(words)
    # Without PyTorch the arguments of 'models import' are unknown, and its command says what to install.
    if unknown and (args.command is not import_command or has_torch()):
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    return args


def has_torch() -> bool:
    """Tell whether the training side can run here."""
    return importlib.util.find_spec("torch") is not None


def prepare_environment() -> None:
    """Set what the libraries read from the environment before they are loaded."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("PYOPENGL_PLATFORM", "egl")  # draws without an X server
    qt_paths = {name: os.environ.get(name) for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")}
    from app.system.native_memory import return_large_blocks
    from app.system.native_output import quiet_native_logs

    # OpenCV has just been imported and points Qt to its own Qt 5 plugins and fonts, where Qt 6 finds nothing.
    for name, path in qt_paths.items():
        os.environ.pop(name, None)
        if path is not None:
            os.environ[name] = path
    quiet_native_logs()
    return_large_blocks()


def start_logging(debug: bool) -> None:
    """Send the log to stderr: warnings, or with ``debug`` everything."""
    logging.basicConfig(
        level=logging.DEBUG if debug else logging.WARNING,
        format="%(asctime)s %(name)s %(levelname)s: %(message)s" if debug else "%(message)s",
    )


def sentence(error: Exception) -> str:
    """Return one sentence for people about an error that ended the work."""
    if isinstance(error, ModuleNotFoundError):
        return f"The Python package {error.name} is missing; run {sys.executable} -m pip install . here."
    if isinstance(error, ImportError):  # what follows would fail of the same
        reason = " ".join(str(error).split())[:150]
        return (
            f"A library could not be loaded ({reason}); on Debian and Ubuntu run '{SYSTEM_PACKAGES}', "
            "elsewhere install the program's packages again."
        )
    from app.live.sources import SourceError
    from app.recordings.file import RecordingError
    from app.recordings.video_writer import VideoError
    from models.inference.store import ModelError
    from models.rendering.mesh_renderer import RenderingError

    if isinstance(error, (ModelError, RecordingError, SourceError, VideoError, RenderingError, ValueError)):
        return str(error)
    if isinstance(error, OSError):
        if error.errno is None:  # raised by this program, with a sentence of its own
            return str(error)
        name = f"{error.filename}: " if error.filename else ""
        return f"{name}{error.strerror or error}; choose another file or place."
    return (
        f"Something unexpected went wrong ({type(error).__name__}: {error}); "
        "run the same command with --debug and report what it shows."
    )


def build_parser(imports_model: bool) -> argparse.ArgumentParser:
    """Return the parser of all commands; each sets ``command`` to the function that runs it.

    The arguments of ``models import`` are known only to the training side, whose libraries take seconds to
    load; they are added where ``imports_model`` asks for them.
    """
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="FastMETRO Live: a 3D human mesh from a camera, live.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    debug_help = "show the log and the traceback of an error"
    parser.add_argument("--debug", action="store_true", help=debug_help)
    common = argparse.ArgumentParser(add_help=False)
    # Before or after a command: one without the option must not take back what was said before it.
    common.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=debug_help)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    live = commands.add_parser("live", parents=[common], help="the live window (also without a command)")
    live.add_argument("--source", help=f"{SOURCE_HELP} (default: the first camera)")
    live.add_argument("--model", help=MODEL_HELP)
    live.add_argument("--people", type=_people, metavar="N", help="follow up to N people")
    live.add_argument(
        "--mirror", action=argparse.BooleanOptionalAction, help="show the picture as a mirror does"
    )
    _add_fov(live)
    live.add_argument("--booth", action="store_true", help="full screen without controls, for a demo booth")
    live.add_argument("--settings", type=Path, metavar="FILE", help="settings file instead of the usual one")
    live.set_defaults(command=live_command)

    run = commands.add_parser(
        "run",
        parents=[common],
        help="the same pipeline without a window",
        description="Follow the people of a source and write what was found. Ends with a table of times.",
    )
    run.add_argument("source", metavar="SOURCE", help=SOURCE_HELP)
    run.add_argument("--model", default="", help=MODEL_HELP)
    run.add_argument("--people", type=_people, default=1, metavar="N", help="follow up to N people (1)")
    _add_fov(run)
    run.add_argument("--max-frames", type=_count, metavar="N", help="stop after N frames")
    pace = run.add_mutually_exclusive_group()
    pace.add_argument(
        "--every-frame", action="store_true", help="take every frame, however long it takes (files' default)"
    )
    pace.add_argument(
        "--realtime", action="store_true", help="keep to the clock and leave late frames out (cameras always)"
    )
    run.add_argument(
        "--video",
        type=_video_file,
        metavar="FILE.mp4",
        help="write the picture with the mesh; a .png or .jpg for a single picture",
    )
    run.add_argument("--json", type=Path, metavar="FILE.jsonl", help="write the people as JSON Lines")
    run.add_argument("--record", type=_recording_file, metavar="FILE.h5", help="record the meshes")
    run.add_argument(
        "--with-video", action="store_true", help="keep the source's pictures too, as a video beside --record"
    )
    run.add_argument(
        "--no-overlay", action="store_true", help="draw nothing; the video then shows the source"
    )
    run.set_defaults(command=run_command, refuse=run.error)

    check = commands.add_parser("check", parents=[common], help="what works on this machine, and what to do")
    check.add_argument("--json", type=Path, metavar="FILE", help="write the findings as JSON too")
    check.set_defaults(command=check_command)

    bench = commands.add_parser("bench", parents=[common], help="measure every stage on the bundled clip")
    bench.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    bench.add_argument("--frames", type=_count, default=300, metavar="N", help="frames to measure (300)")
    bench.add_argument("--size", type=_size, default=(1280, 720), metavar="WxH", help="of a frame (1280x720)")
    bench.add_argument("--model", default="", help=MODEL_HELP)
    bench.set_defaults(command=bench_command)

    _add_recording_commands(commands, common)

    models = commands.add_parser("models", parents=[common], help="list the installed models, or add one")
    models.add_argument("--json", type=Path, metavar="FILE", help="write the list as JSON too")
    models.set_defaults(command=models_command)
    importing = models.add_subparsers(title="commands", metavar="").add_parser(
        "import", parents=[common], help="add a published checkpoint (needs the 'train' extra)"
    )
    importing.set_defaults(command=import_command)
    if imports_model and has_torch():
        from models.export.published import add_import_arguments

        add_import_arguments(importing)
    return parser


def _add_recording_commands(commands: argparse._SubParsersAction, common: argparse.ArgumentParser) -> None:
    play = commands.add_parser("play", parents=[common], help="look at recordings in the window")
    play.add_argument(
        "file", type=Path, nargs="?", metavar="FILE.h5", help="the recording (default: the list of all)"
    )
    play.add_argument("--settings", type=Path, metavar="FILE", help="settings file instead of the usual one")
    play.set_defaults(command=play_command)

    info = commands.add_parser("info", parents=[common], help="what a recording holds")
    info.add_argument("file", type=Path, metavar="FILE.h5", help="the recording")
    info.add_argument("--json", type=Path, metavar="FILE", help="write it as JSON too")
    info.set_defaults(command=info_command)

    repair = commands.add_parser(
        "repair",
        parents=[common],
        help="make a damaged recording readable",
        description="Copy what is sound into a new file; the damaged one stays as it is.",
    )
    repair.add_argument("file", type=Path, metavar="FILE.h5", help="the recording")
    repair.add_argument("-o", dest="output", type=Path, metavar="OUT", help="the new file (FILE.repaired.h5)")
    repair.set_defaults(command=repair_command)

    export = commands.add_parser(
        "export",
        parents=[common],
        help="write a recording in another tool's format",
        description="docs/recordings.md says which format is for which tool, and its axes and units.",
    )
    export.add_argument("file", type=Path, metavar="FILE.h5", help="the recording")
    export.add_argument("--to", required=True, choices=EXPORT_FORMATS, help="the format")
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
        "--fps", type=_count, metavar="N", help="frames a second, where the format has a constant rate"
    )
    export.add_argument(
        "--orbit",
        type=_angle,
        nargs=2,
        metavar=("YAW", "PITCH"),
        help="degrees from which an mp4 shows the people, instead of the recorded camera",
    )
    export.add_argument(
        "--overlay", action="store_true", help="an mp4 shows the people over the video that was kept"
    )
    export.add_argument(
        "--refine",
        action="store_true",
        help="clean the motion up: smooth without lag, gaps filled, feet still where they stand",
    )
    export.add_argument(
        "--fill-gaps",
        type=_seconds,
        metavar="SECONDS",
        help="the longest gap that is filled (0.5); goes with --refine",
    )
    export.set_defaults(command=export_command, refuse=export.error)


def _add_fov(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--fov",
        type=_field_of_view,
        metavar="DEG",
        help="the camera's horizontal field of view in degrees, which places people in the room (60)",
    )


def _count(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return number


def _people(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= LARGEST_CROWD:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of people from 1 to {LARGEST_CROWD}")
    return number


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 60:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 0 to 60, such as 0.5")
    return seconds


def _field_of_view(text: str) -> float:
    try:
        degrees = float(text)
    except ValueError:
        degrees = 0.0
    if not 1 <= degrees < 180:
        raise argparse.ArgumentTypeError(f"{text!r} is no angle from 1 to 179 degrees, such as 60")
    return degrees


def _angle(text: str) -> float:
    try:
        degrees = float(text)
    except ValueError:
        degrees = math.nan
    if not -360 <= degrees <= 360:
        raise argparse.ArgumentTypeError(f"{text!r} is no angle from -360 to 360 degrees, such as 30")
    return degrees


def _size(text: str) -> tuple[int, int]:
    width, height = (int(side) if side.isdecimal() else 0 for side in text.lower().partition("x")[::2])
    if not (1 <= width <= LONGEST_SIDE and 1 <= height <= LONGEST_SIDE):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no size such as 1280x720 with sides from 1 to {LONGEST_SIDE} pixels"
        )
    return width, height


def _recording_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() != ".h5":
        raise argparse.ArgumentTypeError(f"{text!r} does not end in .h5")
    return path


def _video_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in (".mp4", *PICTURE_ENDINGS):
        raise argparse.ArgumentTypeError(f"{text!r} does not end in .mp4 (or .png, .jpg for one picture)")
    return path


# ----------------------------------------------------------------------------------------------------------
# Commands


def live_command(args: argparse.Namespace) -> int:
    """Open the window; without a display show what can be shown."""
    from app.gui.settings import load_settings, settings_file
    from app.system.display import has_display

    if not has_display():
        return _without_display(args)
    from app.gui.application import run_window

    file = args.settings or settings_file()
    settings = load_settings(file)
    given = {name: getattr(args, name) for name in ("source", "model", "people", "mirror")}
    given["fov_deg"] = args.fov
    changes = {name: value for name, value in given.items() if value is not None}
    settings = replace(settings, options=replace(settings.options, **changes))
    return run_window(settings, file, booth=args.booth)


def _without_display(args: argparse.Namespace) -> int:
    if args.source:
        raise ValueError(
            "There is no display here for the window; use "
            f"'python main.py run {shlex.quote(args.source)} --video out.mp4' instead."
        )
    print(
        "There is no display here, so the sample runs without a window, as 'python main.py run sample' does.",
        file=sys.stderr,
    )
    given = {"--model": args.model, "--people": args.people, "--fov": args.fov}
    options = [str(word) for name, value in given.items() if value is not None for word in (name, value)]
    if args.debug:
        options.append("--debug")
    return main(["run", "sample", *options])


def run_command(args: argparse.Namespace) -> int:
    """Run the pipeline without a window."""
    from app.cli.run import run
    from app.options import Options

    if args.with_video and args.record is None:
        args.refuse("--with-video keeps the video beside a recording; add --record FILE.h5")
    options = Options(source=args.source, model=args.model, people=args.people, keep_video=args.with_video)
    if args.fov is not None:
        options = replace(options, fov_deg=args.fov)
    return run(
        options,
        realtime=args.realtime,
        max_frames=args.max_frames,
        video=args.video,
        json_lines=args.json,
        recording=args.record,
        overlay=not args.no_overlay,
    )


def check_command(args: argparse.Namespace) -> int:
    """Say what works here."""
    from app.cli.check import check

    return check(args.json)


def bench_command(args: argparse.Namespace) -> int:
    """Measure."""
    from app.cli.bench import bench

    return bench(args.model, frames=args.frames, size=args.size, json_file=args.json)


def play_command(args: argparse.Namespace) -> int:
    """Open the window on the recordings, or on one of them."""
    from app.gui.settings import load_settings, settings_file
    from app.recordings.file import Recording
    from app.system.display import has_display

    if args.file is not None:
        with Recording(args.file):  # what is wrong with it is said before a window opens
            pass
    if not has_display():
        name = shlex.quote(str(args.file)) if args.file else "FILE.h5"
        raise ValueError(
            "There is no display here for the window; to look at a recording elsewhere use "
            f"'python main.py export {name} --to mp4 -o out.mp4'."
        )
    from app.gui.application import run_window

    file = args.settings or settings_file()
    return run_window(load_settings(file), file, recordings=True, recording=args.file)


def info_command(args: argparse.Namespace) -> int:
    """Say what a recording holds."""
    from app.cli.info import show_info

    return show_info(args.file, args.json)


def repair_command(args: argparse.Namespace) -> int:
    """Save what is sound of a recording."""
    from app.cli.progress import progress_bar
    from app.recordings.repair import repair

    with progress_bar("repairing", "meshes") as progress:
        report = repair(args.file, args.output, progress)
    print(report.sentence())
    return 0


def export_command(args: argparse.Namespace) -> int:
    """Write a recording in another format."""
    from app.cli.progress import progress_bar
    from app.recordings.export import RefineFigures, RefineSettings, export

    settings = None
    if args.refine:
        settings = RefineSettings() if args.fill_gaps is None else RefineSettings(args.fill_gaps)
    elif args.fill_gaps is not None:
        args.refuse("--fill-gaps says how long the gaps are that --refine fills; give both")
    changes: list[RefineFigures] = []
    with progress_bar(f"exporting {args.file.name}", "frames") as progress:
        files = export(
            args.file,
            args.to,
            args.output,
            args.person,
            args.fps,
            _video_look(args),
            progress,
            refine=settings,
            report=changes.append,
        )
    for figures in changes:
        print(figures.sentence())
    for file in files:
        print(f"wrote {file}")
    return 0


def _video_look(args: argparse.Namespace) -> Options | None:
    """Return how an exported video shows the people; None for the usual way."""
    from app.options import Options

    if args.overlay and args.orbit:
        args.refuse("--overlay shows the recorded camera's view, --orbit another; give one of them")
    if args.overlay:
        return Options(view="overlay")
    if args.orbit:
        yaw, pitch = args.orbit
        return Options(view="orbit", opacity=1.0, orbit_yaw_deg=yaw, orbit_pitch_deg=pitch)
    return None


def models_command(args: argparse.Namespace) -> int:
    """List the installed models."""
    from app.cli.models import show_models

    return show_models(args.json)


def import_command(args: argparse.Namespace) -> int:
    """Hand over to the import of published checkpoints."""
    if not has_torch():
        raise ValueError(f"Importing a model needs PyTorch: run {sys.executable} -m pip install '.[train]'.")
    from models.export.published import run_import

    return run_import(args)


if __name__ == "__main__":
    sys.exit(main())
