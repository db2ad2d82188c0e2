"""The commands: each hands what the command line says to the part of the program that does it.

What takes long to import is imported by the command that uses it.
"""

from __future__ import annotations

import importlib.util
import shlex
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.addresses import without_password
from app.booth.file import USUAL_BOOTH
from models.errors import UserError
from models.files import require_folder
from models.program import command_name, install_line

if TYPE_CHECKING:
    import argparse

    from app.booth.settings import BoothSettings
    from app.recordings.export.scene import VideoView


def has_torch() -> bool:
    """Return whether the training side can run here."""
    return importlib.util.find_spec("torch") is not None


def live_command(args: argparse.Namespace) -> int:
    """Open the window; without a display show what can be shown."""
    from app.booth.pin import pin_file, read_pin
    from app.gui.settings import load_settings, settings_file
    from app.server.address import server_of
    from app.system.display import has_display

    booth = _booth(args)
    pin = None if booth is None else read_pin(pin_file())
    if not has_display():
        return _without_display(args)
    from app.gui.application import run_window

    if booth is not None:
        from app.booth.log_file import keep_log, log_folder

        keep_log(log_folder(), booth.upkeep.log_mb)
    file = args.settings or settings_file()
    settings = load_settings(file)
    options = settings.options if args.booth in (None, USUAL_BOOTH) or booth is None else booth.options()
    options = replace(options, **_given_options(args), lead=booth is not None)
    server_of(options)  # what is wrong with it is said before a window opens
    return run_window(replace(settings, options=options), file, booth=booth, pin=pin)


def _booth(args: argparse.Namespace) -> BoothSettings | None:
    from app.booth.file import read_booth_file
    from app.booth.settings import BoothSettings

    if args.booth is None:
        return None
    booth = BoothSettings() if args.booth == USUAL_BOOTH else read_booth_file(args.booth)
    return booth if args.view is None else replace(booth, visit=replace(booth.visit, views=(args.view,)))


def booth_init_command(args: argparse.Namespace) -> int:
    """Write a booth's file."""
    from app.booth.file import write_booth_file

    require_folder(args.output)
    write_booth_file(args.output)
    print(f"wrote {args.output}; '{command_name()} live --booth {shlex.quote(str(args.output))}' opens it")
    return 0


def booth_pin_command(args: argparse.Namespace) -> int:
    """Set the PIN of a booth's staff, or take it away."""
    from app.cli.booth_pin import remove_pin, set_pin

    return remove_pin() if args.remove else set_pin()


def _without_display(args: argparse.Namespace) -> int:
    if args.source:
        raise UserError(
            "There is no display here for the window; use "
            f"'{command_name()} run {shlex.quote(without_password(args.source))} --video out.mp4' instead."
        )
    print(
        "There is no display here, so the sample runs without a window, "
        f"as '{command_name()} run sample' does.",
        file=sys.stderr,
    )
    from app.cli.run import run
    from app.options import Options

    return run(replace(Options(**_given_options(args)), source="sample"))


def _given_options(args: argparse.Namespace) -> dict[str, Any]:
    """Return the options that the command line names, by their own names."""
    given = {name: getattr(args, name) for name in ("source", "model", "people", "mirror", "look")}
    given |= {"vmc": args.vmc, "page": args.page, "hands": args.hands, "device": args.device}
    given |= _server_options(args)
    given |= {"view": args.view, "smoothing": args.smoothing, "fov_deg": args.fov, "height_cm": args.height}
    given["camera_width"], given["camera_height"] = args.camera_size or (None, None)
    given |= {"camera_fps": args.camera_fps, "camera_format": args.camera_format}
    return {name: value for name, value in given.items() if value is not None}


def _server_options(args: argparse.Namespace) -> dict[str, Any]:
    """Return what the command line says of a server, by the names of the options; None for what it leaves."""
    certificates = None if args.server_ca is None else str(args.server_ca.absolute())
    return {"server": args.server, "server_ca": certificates, "server_insecure": args.insecure}


def run_command(args: argparse.Namespace) -> int:
    """Run the pipeline without a window."""
    from app.cli.run import run
    from app.options import Options

    if args.with_video and args.record is None:
        args.refuse("--with-video keeps the video beside a recording; add --record FILE.h5")
    if args.no_overlay and (args.view is not None or args.mirror or args.look is not None):
        args.refuse(
            "--view, --mirror and --look say how people are drawn, --no-overlay that nobody is; give one"
        )
    return run(
        Options(**_given_options(args), keep_video=args.with_video),
        realtime=args.realtime,
        max_frames=args.max_frames,
        video=args.video,
        json_lines=args.json,
        recording=args.record,
        out=args.out,
        frames_at=args.frames_at,
        overlay=not args.no_overlay,
    )


def batch_command(args: argparse.Namespace) -> int:
    """Do many inputs."""
    from app.batch.settings import BatchSettings
    from app.cli.batch import batch

    server = {name: value for name, value in _server_options(args).items() if value is not None}
    settings = BatchSettings(args.write, args.model, args.people, args.refine, **server)
    return batch(
        args.inputs,
        args.out,
        settings,
        jobs=args.jobs,
        ray=args.ray,
        shard=args.shard,
        retry_failed=args.retry_failed,
    )


def batch_file_command(_: argparse.Namespace) -> int:
    """Do one input of a batch."""
    from app.cli.batch_file import batch_file

    return batch_file()


def check_command(args: argparse.Namespace) -> int:
    """Say what works here."""
    from app.cli.check import check

    return check(args.json)


def bench_command(args: argparse.Namespace) -> int:
    """Measure."""
    from app.options import Options

    options = Options(source=args.source or "", model=args.model, device=args.device or "auto")
    if args.glass:
        for name in ("size", "people", "against"):
            if getattr(args, name) is not None:
                args.refuse(f"--{name} is for the clip's frames; the camera of --glass has its own")
        from app.cli.glass import bench_glass

        return bench_glass(options, pictures=args.frames, json_file=args.json)
    if args.source is not None:
        args.refuse("--source is the camera of --glass; without that the bundled clip is measured")
    from app.cli.bench import bench

    return bench(
        replace(options, source="sample", people=args.people or 1),
        frames=args.frames,
        size=args.size or (1280, 720),
        networks=args.networks,
        json_file=args.json,
        against=args.against,
    )


def bench_window_command(_: argparse.Namespace) -> int:
    """Measure a window, as standard input says, and print what was measured as JSON."""
    import json

    from app.gui.measured_window import measure
    from app.options import Options

    task = json.loads(sys.stdin.readline())
    options = Options(source="sample", model=task["model"], device=task["device"])
    print(json.dumps(measure(task["began_s"], options, task["frames"])))
    return 0


def play_command(args: argparse.Namespace) -> int:
    """Open the window on the recordings, or on one of them."""
    from app.gui.settings import load_settings, settings_file
    from app.recordings.reader import Recording
    from app.system.display import has_display

    if args.file is not None:
        with Recording(args.file):  # what is wrong with it is said before a window opens
            pass
    if not has_display():
        name = shlex.quote(str(args.file)) if args.file else "FILE.h5"
        raise UserError(
            "There is no display here for the window; to look at a recording elsewhere use "
            f"'{command_name()} export {name} --to mp4 -o out.mp4'."
        )
    from app.gui.application import run_window

    file = args.settings or settings_file()
    settings = load_settings(file)
    given = {name: value for name in ("look", "vmc") if (value := getattr(args, name)) is not None}
    settings = replace(settings, options=replace(settings.options, **given))
    return run_window(settings, file, recordings=True, recording=args.file)


def info_command(args: argparse.Namespace) -> int:
    """Say what a recording holds."""
    from app.cli.info import show_info

    return show_info(args.file, args.json)


def repair_command(args: argparse.Namespace) -> int:
    """Save what is sound of a recording."""
    from app.cli.progress import progress_bar
    from app.recordings.guarded_repair import guarded_repair
    from app.recordings.reserve import give_back

    give_back(args.file)
    with progress_bar("repairing", "meshes") as progress:
        report = guarded_repair(args.file, args.output, progress)
    print(report.sentence())
    return 0


def export_command(args: argparse.Namespace) -> int:
    """Write a recording in another format."""
    from app.cli.progress import progress_bar
    from app.recordings.export.exporter import ExportSettings, export
    from app.recordings.motion.refine import RefineFigures, RefineSettings
    from app.recordings.part import Part

    refine = None
    if args.refine:
        refine = RefineSettings() if args.fill_gaps is None else RefineSettings(args.fill_gaps)
    elif args.fill_gaps is not None:
        args.refuse("--fill-gaps says how long the gaps are that --refine fills; give both")
    settings = ExportSettings(
        args.person,
        args.fps,
        _video_view(args),
        refine,
        influences=args.influences,
        origin=args.origin,
        names=args.names,
        rest=args.rest,
        part=Part(args.start, args.end),
    )
    changes: list[RefineFigures] = []
    with progress_bar(f"exporting {args.file.name}", "frames") as progress:
        files = export(args.file, args.to, args.output, settings, progress, changes.append)
    for figures in changes:
        print(figures.sentence())
    for file in files:
        print(f"wrote {file}")
    return 0


def _video_view(args: argparse.Namespace) -> VideoView | None:
    """Return how an exported video shows the people, and from where; None for the usual view."""
    from app.recordings.export.scene import VideoView

    if args.overlay and args.orbit:
        args.refuse("--overlay shows the recorded camera's view, --orbit another; give one of them")
    view = None
    if args.overlay:
        view = VideoView("overlay")
    if args.orbit:
        view = VideoView("orbit", *args.orbit)
    return view if args.look is None else replace(view or VideoView(), look=args.look)


def models_command(args: argparse.Namespace) -> int:
    """List the installed models."""
    from app.cli.models import show_models

    return show_models(args.json)


def serve_files_command(args: argparse.Namespace) -> int:
    """Write a model's files for an inference server."""
    if importlib.util.find_spec("onnx") is None:
        raise UserError(f"Writing files for a server needs the package onnx: run {install_line('server')}.")
    from models.export.server_files import how_to_serve, write_server_files
    from models.inference.store import find_model

    if not args.output.is_dir():
        require_folder(args.output)  # into which it is made
    served = write_server_files(find_model(args.model), args.output)
    print(f"wrote {args.output / served.name}, version {served.version}")
    print(how_to_serve(served, args.output))
    return 0


def import_command(args: argparse.Namespace) -> int:
    """Hand over to the import of published checkpoints."""
    if not has_torch():
        raise UserError(f"Importing a model needs PyTorch: run {install_line('train')}.")
    from models.export.published import run_import

    return run_import(args)
