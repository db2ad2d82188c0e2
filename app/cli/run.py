"""The ``run`` command: the live pipeline without a window, from a source to files and a table of times."""

from __future__ import annotations

import contextlib
import functools
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.cli.run_files import RunFiles
from app.cli.stage_table import stage_spreads, stage_table
from app.live.draw_step import DrawStep
from app.live.pipeline import WAIT_S, LivePipeline
from app.live.place_step import PlaceStep
from app.live.sources.open import open_wanted
from app.live.tasks import CallersTask, thread_of
from app.live.track_step import TrackStep
from app.live_out.live_out import LiveOut
from app.recordings.recorder import NOT_PROCESSED, NOT_READABLE
from app.recordings.video_recorder import video_name
from app.server.address import server_of
from app.system.files import is_same_file
from app.system.stop_signals import stop_request
from app.text import counted
from models.body.finger_angles import has_fingers
from models.body.template import load_template
from models.errors import UserError
from models.files import require_folder
from models.inference.store import find_model, read_model_info

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from app.live.estimator import MeshEstimator
    from app.live.outputs import Receiver
    from app.live.sources.base import Source
    from app.options import Options
    from app.types import Result, StageTimes


def run(
    options: Options,
    *,
    realtime: bool = False,
    max_frames: int | None = None,
    video: Path | None = None,
    json_lines: Path | None = None,
    recording: Path | None = None,
    out: Path | None = None,
    frames_at: float | None = None,
    overlay: bool = True,
    on_frame: Callable[[int], None] | None = None,
) -> int:
    """Follow the people of ``options.source``, then print where the time went.

    Parameters
    ----------
    options : what the pipeline obeys.
    realtime : keep to the source's clock and leave out frames that come while the pipeline is busy, as the
        window does; without it every frame is taken. Cameras and streams always keep to the clock.
    max_frames : stop after as many.
    video : an MP4 file for the drawn pictures, or a PNG or JPEG file for a single one.
    json_lines : a file for the people.
    recording : a new .h5 file for the meshes, with a video beside it if ``options.keep_video``.
    out : a folder for a drawn picture of each photo.
    frames_at : frames a second of a folder whose images are the frames of one video.
    overlay : draw; without it the video shows the source.
    on_frame : called after each frame with how many are done.

    Returns
    -------
    The exit code: 0, or 1 if somebody stopped it before the end of a file. What was written by then is
    complete.

    Raises
    ------
    app.live.sources.base.SourceError, models.inference.store.ModelError,
    models.rendering.mesh_renderer.RenderingError, app.recordings.video_writer.VideoError, OSError,
    UserError : with a sentence for people.
    """
    for output in (video, json_lines, recording):
        require_folder(output)
    if recording is not None and recording.exists():
        raise UserError(f"{recording} exists already; name another file to record into.")
    if options.height_cm is not None and read_model_info(find_model(options.model)).kind == "hand":
        raise UserError(
            f"--height {options.height_cm:g} is a person's, but the model {options.model} makes hands; "
            "leave it out."
        )
    if options.hands:
        _refuse_without_fingers(options.model)
    server_of(options)
    kept = recording.with_name(video_name(recording)) if recording and options.keep_video else None
    console = Console(stderr=True, markup=False, emoji=False)  # files' names are no markup
    with contextlib.ExitStack() as stack:
        source = open_wanted(options, realtime=realtime, loop=False, frames_at=frames_at)
        stack.callback(source.close)
        _refuse_to_overwrite(
            source,
            ("--record", recording, "the recording"),
            ("--record", kept, "where the recording keeps its video"),
            ("--json", json_lines, "the file of --json"),
            ("--video", video, "the file of --video"),
        )
        every_frame = not (realtime or source.is_live)
        summary = _Summary(counts_waiting=not every_frame)
        live_out = LiveOut(tell=functools.partial(console.print, highlight=False, soft_wrap=True))
        stack.callback(live_out.close)
        live_out.open(options)
        live_out.raise_failure()
        missing = NOT_READABLE if every_frame else NOT_PROCESSED
        files = RunFiles(source, options, max_frames, video, json_lines, recording, missing, out)
        stack.callback(files.close)
        stop = stack.enter_context(stop_request())
        progress = stack.enter_context(_progress(console))
        task = progress.add_task("loading", total=_expected_frames(source, max_frames))

        def write(result: Result, estimator: MeshEstimator) -> bool:
            files.write(result, estimator)
            live_out.raise_failure()
            summary.add(result, estimator)
            progress.update(task, advance=1, description=source.name)
            if on_frame is not None:
                on_frame(summary.count)
            return summary.count != max_frames

        bones = json_lines is not None or recording is not None
        how = {"every_frame": every_frame, "overlay": overlay, "bones": bones}
        _follow(source, options, live_out, write, stop, **how)
        live_out.raise_failure()
    summary.show(console, source.name, files.files)
    if stop.is_set() and not source.is_live:
        console.print(f"Stopped before the end of {source.name}; what was written until then is complete.")
        return 1
    return 0


def _refuse_without_fingers(model: str) -> None:
    file = find_model(model)
    info = read_model_info(file)
    if not has_fingers(load_template(file.with_name(info.template))):
        raise UserError(
            f"--hands reads fingers, but the body of the model {info.name} has no finger bones; leave it out."
        )


def _follow(
    source: Source,
    options: Options,
    receiver: Receiver,
    write: Callable[[Result, MeshEstimator], bool],
    stop: threading.Event,
    *,
    every_frame: bool,
    overlay: bool,
    bones: bool,
) -> None:
    """Draw a source's results in this thread and write them in another, until there are no more.

    Parameters
    ----------
    receiver : gets every result too.
    write : is given a result, and returns whether more are wanted.
    stop : set when somebody asks for the end.
    every_frame, overlay, bones : what of a source becomes results, and what of a result is made.
    """
    live = not every_frame

    def build_step(options: Options, on_status: Callable[[str], None]) -> TrackStep:
        return TrackStep(options, live=live, on_status=on_status)

    def build_placing(
        options: Options, estimator: MeshEstimator, on_status: Callable[[str], None]
    ) -> PlaceStep:
        return PlaceStep(options, estimator, live=live, bones=bones, on_status=on_status)

    drawing = CallersTask()  # on macOS OpenGL works in the main thread alone
    pipeline = LivePipeline(
        options,
        every_frame=every_frame,
        open_source=lambda _: source,
        build_step=build_step,
        build_placing=build_placing,
        build_drawing=functools.partial(DrawStep, draws=overlay),
        draw_task=drawing.of,
    )
    pipeline.send_to(receiver)
    failures: list[Exception] = []

    def write_all() -> None:
        try:
            while not (stop.is_set() or pipeline.is_over):
                result, estimator = pipeline.take(WAIT_S), pipeline.estimator
                if result is not None and estimator is not None and not write(result, estimator):
                    return
        except Exception as error:  # raised again below, where the work was asked for
            failures.append(error)
        finally:
            pipeline.cancel()

    writing = thread_of(write_all, "write")
    pipeline.start()
    writing.start()
    try:
        drawing.run()
        writing.join()
    finally:
        pipeline.stop()
        writing.join()
    for failure in (*failures, pipeline.error):
        if failure is not None:
            raise failure


def _refuse_to_overwrite(source: Source, *outputs: tuple[str, Path | None, str]) -> None:
    """Make sure that no output (option, file, what it is) is a file of the source or another output."""
    taken = [(file, "the source itself") for file in source.files]
    for option, output, what in outputs:
        if output is None:
            continue
        for file, other in taken:
            if is_same_file(output, file):
                raise UserError(f"{output} is {other}; name another file for {option}.")
        taken.append((output, what))


def _expected_frames(source: Source, max_frames: int | None) -> int | None:
    known = [count for count in (source.frame_count, max_frames) if count is not None]
    return min(known) if known else None


def _progress(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("frames"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )


class _Summary:
    """What is printed at the end.

    Parameters
    ----------
    counts_waiting : how long frames waited for the next stage is told too. Those of a file wait for whichever
        stage is slowest, which says nothing.
    """

    def __init__(self, *, counts_waiting: bool) -> None:
        self._counts_waiting = counts_waiting
        self.count = 0
        self._times: list[StageTimes] = []
        self._with_people = 0
        self._size = (0, 0)
        self._device = ""
        self._found = "people"
        self._first_s = self._last_s = 0.0

    def add(self, result: Result, estimator: MeshEstimator) -> None:
        """Count a result."""
        self._last_s = time.perf_counter()
        if self.count == 0:
            self._first_s = self._last_s
        self.count += 1
        self._times.append(result.times if self._counts_waiting else replace(result.times, wait=0.0))
        self._with_people += bool(result.people)
        self._size = result.frame.size
        self._device, remote = estimator.device_name, estimator.remote
        if remote is not None:
            self._device = f"{remote.address} for {counted(remote.answered, 'crop')}, else on {self._device}"
        self._found = "hands" if estimator.info.kind == "hand" else "people"

    def show(self, console: Console, name: str, files: list[Path]) -> None:
        """Print the table and two lines."""
        if self.count == 0:
            console.print(f"{name} gave no frame.")
            return
        console.print(stage_table(stage_spreads(self._times)))
        elapsed = self._last_s - self._first_s
        rate = ""
        if self.count > 1 and elapsed > 0:
            rate = f", {(self.count - 1) / elapsed:.1f} frames a second with reading and writing"
        console.print(
            f"{counted(self.count, 'frame')} of {name}, "
            f"{self._size[0]}x{self._size[1]}{rate}; "
            f"{self._found} in {self._with_people}; the network ran on {self._device}.",
            highlight=False,
            soft_wrap=True,
        )
        for file in files:
            console.print(f"wrote {file}", highlight=False, soft_wrap=True)
