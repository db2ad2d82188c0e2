"""What ``bench`` measures in its own process: the stages in turn, drawing alone, the live threads, a file."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from app.cli.bench_clip import BenchClip
from app.cli.stage_table import spread, stage_spreads
from app.live.draw_step import DrawStep
from app.live.mesh_step import MeshStep
from app.live.pipeline import WAIT_S, LivePipeline
from app.live.place_step import PlaceStep
from app.live.track_step import TrackStep
from app.recordings.video_writer import VideoWriter
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.options import Options
    from app.types import Result

WARM_UP = 15  # frames before anything is counted: caches fill, clocks rise
KEPT = 24  # results that are drawn again and again to measure drawing alone


@dataclass(frozen=True, slots=True)
class Task:
    """What is measured.

    Attributes
    ----------
    options : whose model, device and number of people.
    size : (width, height) of a frame in pixels.
    frames : how many are counted, after a warm-up.
    advance : to be called after each.
    """

    options: Options
    size: tuple[int, int]
    frames: int
    advance: Callable[[], object] = lambda: None

    def clip(self, *, realtime: bool) -> BenchClip:
        """Open the clip."""
        return BenchClip(self.size, self.options.people, realtime=realtime)


def in_turn(task: Task) -> dict[str, Any]:
    """Measure the stages of frames that are worked through one after another, and drawing alone.

    Raises
    ------
    UserError : nobody was found.
    """
    times, kept = [], []
    with ExitStack() as stack:
        source = task.clip(realtime=False)
        stack.callback(source.close)
        step = MeshStep(task.options)
        stack.callback(step.close)
        drawing = DrawStep(task.options, step.estimator)
        stack.callback(drawing.close)
        estimator = step.estimator
        for index in range(WARM_UP + task.frames):
            frame = source.read()
            assert frame is not None  # the clip loops
            result = drawing.step(step.step(replace(frame, captured_at=time.perf_counter())))
            if index < WARM_UP:
                continue
            times.append(result.times)
            if len(kept) < KEPT and result.people:
                kept.append(result)
            task.advance()
        return {
            "model": estimator.info.name,
            "provider": estimator.provider,
            "device": estimator.device_name,
            "self_test_ms": round(estimator.self_test_s * 1e3, 2),
            "other_devices": [asdict(trial) for trial in estimator.trials],
            "one_by_one": {
                "fps": round(len(times) / sum(t.total for t in times), 2),
                "stages_ms": stage_spreads(times),
            },
            "drawing": {
                "renderer": drawing.device_name,
                "overlay_ms": spread(_seconds_of_drawing(drawing, kept, task)),
            },
        }


def _seconds_of_drawing(drawing: DrawStep, results: list[Result], task: Task) -> list[float]:
    """Return what drawing takes for results that are there already."""
    if not results:
        raise UserError("Nobody was found in the sample clip; restore assets/, or try a larger --size.")
    seconds = []
    for index in range(WARM_UP + task.frames):
        result = results[index % len(results)]
        began = time.perf_counter()
        drawing.redraw(result)
        if index >= WARM_UP:
            seconds.append(time.perf_counter() - began)
            task.advance()
    return seconds


def live(task: Task) -> dict[str, Any]:
    """Measure rate and latency of the threads that serve the window, the clip playing at its own rate."""
    pipeline = LivePipeline(task.options, open_source=lambda _: task.clip(realtime=True))
    times, arrived = [], []

    def count(result: Result) -> None:
        times.append(result.times)
        arrived.append(time.perf_counter())

    _take(pipeline, task, count)
    source = pipeline.source
    times, arrived = times[WARM_UP:], arrived[WARM_UP:]
    return {
        "source_fps": source.fps if source is not None else None,
        "fps": _rate(arrived),
        "frames_left_out": pipeline.replaced,
        "stages_ms": stage_spreads(times),
    }


def file(task: Task, *, writes_video: bool) -> float:
    """Return frames a second of every frame of a file, read, meshed, drawn, and written if asked for."""
    pipeline = LivePipeline(
        task.options,
        every_frame=True,
        open_source=lambda _: task.clip(realtime=False),
        build_step=lambda options, on_status: TrackStep(options, on_status=on_status),
        build_placing=lambda options, estimator, on_status: PlaceStep(
            options, estimator, on_status=on_status
        ),
    )
    arrived = []
    with TemporaryDirectory() as folder, ExitStack() as stack:
        video = None
        if writes_video:
            video = VideoWriter(Path(folder) / "out.mp4", task.size, 30.0, keeps_all=True)
            stack.callback(video.close)

        def count(result: Result) -> None:
            if video is not None:
                video.write(result.overlay, result.frame.time_s)
            arrived.append(time.perf_counter())

        _take(pipeline, task, count)
    return _rate(arrived[WARM_UP:])


def _take(pipeline: LivePipeline, task: Task, count: Callable[[Result], object]) -> None:
    """Hand as many results on as are measured, and those of the warm-up before."""
    pipeline.start()
    try:
        done = 0
        while done < WARM_UP + task.frames and not pipeline.is_over:
            result = pipeline.take(WAIT_S)
            if result is not None:
                count(result)
                done += 1
                if done > WARM_UP:
                    task.advance()
    finally:
        pipeline.stop()
    if pipeline.error is not None:
        raise pipeline.error


def _rate(arrived: list[float]) -> float:
    return round((len(arrived) - 1) / max(arrived[-1] - arrived[0], 1e-9), 2)
