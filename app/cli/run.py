"""The ``run`` command: the live pipeline without a window, from a source to files and a table of times."""

from __future__ import annotations

import contextlib
import functools
import logging
import time
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.cli.json_lines import JsonLinesWriter
from app.cli.overlay_folder import OverlayFolder
from app.cli.stage_table import stage_spreads, stage_table
from app.live.mesh_step import MeshStep
from app.live.pipeline import LivePipeline
from app.live.sources.open import open_source
from app.live.start_recording import start_recording
from app.live_out.live_out import LiveOut
from app.recordings.recorder import NOT_PROCESSED, NOT_READABLE, Recorder
from app.recordings.schema import RecordingError
from app.recordings.video_recorder import video_name
from app.recordings.video_writer import VideoWriter, write_image
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
    from collections.abc import Callable, Generator
    from pathlib import Path

    from app.live.estimator import MeshEstimator
    from app.live.outputs import Receiver
    from app.live.sources.base import Source
    from app.options import Options
    from app.types import Result, StageTimes

log = logging.getLogger(__name__)

USUAL_FPS = 30.0  # of the video of a source that does not know its rate
POLL_S = 0.003  # between looks for a new result in real time


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
    summary = _Summary()
    with contextlib.ExitStack() as stack:
        source = open_source(options.source, realtime=realtime, loop=False, frames_at=frames_at)
        stack.callback(source.close)
        _refuse_to_overwrite(
            source,
            ("--record", recording, "the recording"),
            ("--record", kept, "where the recording keeps its video"),
            ("--json", json_lines, "the file of --json"),
            ("--video", video, "the file of --video"),
        )
        follow, missing = (
            (_in_real_time, NOT_PROCESSED) if realtime or source.is_live else (_one_by_one, NOT_READABLE)
        )
        live_out = LiveOut(tell=functools.partial(console.print, highlight=False, soft_wrap=True))
        stack.callback(live_out.close)
        live_out.open(options)
        live_out.raise_failure()
        bones = json_lines is not None or recording is not None
        build_step = functools.partial(MeshStep, draw=overlay, bones=bones)
        outputs = _Outputs(source, options, max_frames, video, json_lines, recording, missing, out)
        stack.callback(outputs.close)
        stop = stack.enter_context(stop_request())
        stream = stack.enter_context(contextlib.closing(follow(source, options, build_step, live_out, stop)))
        progress = stack.enter_context(_progress(console))
        task = progress.add_task("loading", total=_expected_frames(source, max_frames))
        for result, estimator in stream:
            outputs.write(result, estimator)
            live_out.raise_failure()
            summary.add(result, estimator)
            progress.update(task, advance=1, description=source.name)
            if on_frame is not None:
                on_frame(summary.count)
            if summary.count == max_frames:
                break
        live_out.raise_failure()
    summary.show(console, source.name, outputs.files)
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


def _one_by_one(
    source: Source,
    options: Options,
    build_step: Callable[..., MeshStep],
    receiver: Receiver,
    stop: threading.Event,
) -> Generator[tuple[Result, MeshEstimator], None, None]:
    """Yield the result of every frame, which a receiver gets too."""
    step = build_step(options)
    try:
        while not stop.is_set() and (frame := source.read()) is not None:
            step.bones_wanted, step.cutout_wanted = receiver.wants_bones, receiver.wants_cutout
            result = step.step(frame)
            receiver.put(result, step.estimator)
            yield result, step.estimator
    finally:
        step.close()


def _in_real_time(
    source: Source,
    options: Options,
    build_step: Callable[..., MeshStep],
    receiver: Receiver,
    stop: threading.Event,
) -> Generator[tuple[Result, MeshEstimator], None, None]:
    """Yield results as they come, by the threads that serve the window too; a receiver gets all of them."""
    pipeline = LivePipeline(
        options,
        open_source=lambda _: source,
        build_step=lambda options, on_status: build_step(options, live=True, on_status=on_status),
    )
    pipeline.send_to(receiver)
    pipeline.start()
    try:
        while not stop.is_set():
            ended = pipeline.state in ("stopped", "failed")
            result = pipeline.take()
            if result is not None and pipeline.estimator is not None:
                yield result, pipeline.estimator
            elif ended:
                break
            else:
                time.sleep(POLL_S)
    finally:
        pipeline.stop()
    if pipeline.error is not None:
        raise pipeline.error


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


class _Outputs:
    """The files that results go to; each is begun with the first result, whose size it takes."""

    def __init__(
        self,
        source: Source,
        options: Options,
        max_frames: int | None,
        video: Path | None,
        json_lines: Path | None,
        recording: Path | None,
        missing: str,
        out: Path | None,
    ):
        self._source, self._options = source, options
        self._is_picture = video is not None and video.suffix.lower() != ".mp4"
        if video is not None and self._is_picture and 1 not in (source.frame_count, max_frames):
            raise UserError(
                f"{video.name} holds one picture, but {source.name} has more; name an .mp4 file, or add "
                "--max-frames 1."
            )
        if out is not None and not source.has_photos:
            raise UserError(f"--out takes a picture of each photo, and {source.name} has none; use --video.")
        self._folder = None if out is None else OverlayFolder(out, source.files)
        self._video_file, self._json_file = video, json_lines
        self._video: VideoWriter | None = None
        self._json: JsonLinesWriter | None = None
        self._recording_file, self._missing = recording, missing
        self._recorder: Recorder | None = None

    @property
    def files(self) -> list[Path]:
        """What was asked for."""
        recorded = self._recorder.status() if self._recorder else None
        recording, kept = (recorded.path, recorded.video) if recorded else (self._recording_file, None)
        folder = self._folder.folder if self._folder else None
        files = (self._video_file, self._json_file, recording, kept, folder)
        return [file for file in files if file is not None]

    def write(self, result: Result, estimator: MeshEstimator) -> None:
        """Add a result."""
        if self._folder is not None:
            self._folder.write(result)
        if self._video_file is not None and self._is_picture:
            write_image(self._video_file, result.overlay)
        elif self._video_file is not None:
            if self._video is None:
                self._video = VideoWriter(
                    self._video_file, result.frame.size, self._frames_per_second(), keeps_all=True
                )
            self._video.write(result.overlay, result.frame.time_s)
        if self._json_file is not None:
            if self._json is None:
                self._json = JsonLinesWriter(
                    self._json_file,
                    source=self._source.name,
                    size=result.frame.size,
                    info=estimator.info,
                    template=estimator.template,
                )
            self._json.write(result)
        if self._recording_file is not None:
            if self._recorder is None:
                self._recorder = start_recording(
                    self._recording_file, self._source, estimator, self._options, missing=self._missing
                )
            self._recorder.put(result.frame, result.people)
            self._raise_if_failed(self._recorder)

    @staticmethod
    def _raise_if_failed(recorder: Recorder) -> None:
        if recorder.failure:
            raise RecordingError(recorder.failure)

    def _frames_per_second(self) -> float:
        return self._source.fps or USUAL_FPS

    def close(self) -> None:
        """Finish the files, each whatever becomes of the others."""
        with contextlib.ExitStack() as stack:
            stack.callback(self._finish_recording)
            for writer in (self._video, self._json):
                if writer is not None:
                    stack.callback(writer.close)

    def _finish_recording(self) -> None:
        if self._recorder is not None:
            status = self._recorder.stop()
            self._raise_if_failed(self._recorder)
            if status.video_failure:
                raise RecordingError(status.video_failure)
            if status.video_frames_missing:
                log.warning(
                    "%d of %d frames have no picture in %s, because encoding was too slow",
                    status.video_frames_missing,
                    status.frames,
                    status.video,
                )


class _Summary:
    """What is printed at the end."""

    def __init__(self):
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
        self._times.append(result.times)
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
