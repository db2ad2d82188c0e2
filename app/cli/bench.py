"""The ``bench`` command: what every stage costs on this machine, on the bundled clip.

Three measurements: the stages of frames worked through one after another; drawing alone; and the live
pipeline of threads, fed at the clip's own rate, for the true latency from capture to result.
"""

from __future__ import annotations

import time
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import cv2
from rich.console import Console
from rich.progress import Progress

from app.cli.stage_table import spread, stage_spreads, stage_table
from app.drawing.painter import Painter
from app.live.estimator import MeshEstimator
from app.live.mesh_step import MeshStep
from app.live.pipeline import LivePipeline
from app.live.sources.base import Source
from app.live.sources.open import open_source
from app.system.files import write_json
from app.system.machine import describe, machine_facts
from models.errors import UserError
from models.inference.store import find_model

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.options import Options
    from app.types import Frame, Result

WARM_UP = 15  # frames before anything is counted: caches fill, clocks rise
KEPT = 24  # results that are drawn again and again to measure drawing alone
POLL_S = 0.001  # between looks for a live result; its latency is stamped before


def bench(options: Options, *, frames: int, size: tuple[int, int], json_file: Path | None) -> int:
    """Measure, print tables, and write JSON if a file is given.

    Parameters
    ----------
    options : whose model and device are measured.
    frames : to measure, after a warm-up.
    size : (width, height) of a frame in pixels.
    json_file : for the figures.

    Returns
    -------
    The exit code.
    """
    options = replace(options, source="sample")
    report: dict[str, Any] = {
        "machine": machine_facts(),
        "width": size[0],
        "height": size[1],
        "frames": frames,
    }
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=3 * frames)

        def measuring(what: str) -> Callable[[], None]:
            progress.update(task, description=what)
            return lambda: progress.update(task, advance=1)

        facts, results = _one_by_one(options, frames, size, measuring("frames one by one"))
        report |= facts
        report["drawing"] = _drawing_alone(options, results, frames, measuring("drawing alone"))
        report["live"] = _live(options, frames, size, measuring("live"))
    _show(Console(), report)
    write_json(json_file, report)
    return 0


def _one_by_one(
    options: Options, frames: int, size: tuple[int, int], advance: Callable[[], None]
) -> tuple[dict[str, Any], list[Result]]:
    """Return the facts of a serial run and some of its results."""
    source, step = _Resized(size, realtime=False), MeshStep(options)
    times, kept = [], []
    try:
        for index in range(WARM_UP + frames):
            frame = source.read()
            assert frame is not None  # the clip loops
            result = step.step(replace(frame, captured_at=time.perf_counter()))
            if index < WARM_UP:
                continue
            times.append(result.times)
            if len(kept) < KEPT and result.people:
                kept.append(result)
            advance()
    finally:
        step.close()
        source.close()
    estimator = step.estimator
    facts = {
        "model": estimator.info.name,
        "provider": estimator.provider,
        "device": estimator.device_name,
        "self_test_ms": round(estimator.self_test_s * 1e3, 2),
        "other_devices": [asdict(trial) for trial in estimator.trials],
        "one_by_one": {
            "fps": round(len(times) / sum(t.total for t in times), 2),
            "stages_ms": stage_spreads(times),
        },
    }
    return facts, kept


def _drawing_alone(
    options: Options, results: list[Result], frames: int, advance: Callable[[], None]
) -> dict[str, Any]:
    """Return what the painter takes for results that are there already."""
    if not results:
        raise UserError("Nobody was found in the sample clip; restore assets/, or try a larger --size.")
    estimator = MeshEstimator(find_model(options.model), device=options.device)
    painter = Painter(estimator.template, estimator.info.joint_names, options.people)
    seconds = []
    try:
        for index in range(WARM_UP + frames):
            result = results[index % len(results)]
            started = time.perf_counter()
            painter.draw(result.frame, result.people, options)
            if index >= WARM_UP:
                seconds.append(time.perf_counter() - started)
                advance()
    finally:
        painter.close()
    return {"renderer": painter.device_name, "overlay_ms": spread(seconds)}


def _live(
    options: Options, frames: int, size: tuple[int, int], advance: Callable[[], None]
) -> dict[str, Any]:
    """Return rate and latency of the threads that serve the window, the clip playing at its own rate."""
    pipeline = LivePipeline(options, open_source=lambda _: _Resized(size, realtime=True))
    pipeline.start()
    times, arrived = [], []
    try:
        while len(times) < WARM_UP + frames:
            result = pipeline.take()
            if result is not None:
                times.append(result.times)
                arrived.append(time.perf_counter())
                if len(times) > WARM_UP:
                    advance()
            elif pipeline.error is not None:
                raise pipeline.error
            else:
                time.sleep(POLL_S)
        source = pipeline.source
    finally:
        pipeline.stop()
    times, arrived = times[WARM_UP:], arrived[WARM_UP:]
    return {
        "source_fps": source.fps if source is not None else None,
        "fps": round((len(arrived) - 1) / max(arrived[-1] - arrived[0], 1e-9), 2),
        "frames_left_out": pipeline.replaced,
        "stages_ms": stage_spreads(times),
    }


def _show(console: Console, report: dict[str, Any]) -> None:
    live, drawing = report["live"], report["drawing"]
    size = f"{report['width']}x{report['height']}"
    for line in (
        *describe(report["machine"]),
        f"{report['model']} on {report['device']} ({report['provider']}), drawn by {drawing['renderer']}",
        *(trial["reason"] for trial in report["other_devices"]),
        f"sample clip at {size}, {report['frames']} frames after {WARM_UP} to warm up",
    ):
        console.print(line, style="dim", highlight=False, soft_wrap=True)
    serial = report["one_by_one"]
    titled = {
        f"One by one: {serial['fps']:.1f} frames a second": serial["stages_ms"],
        "Drawing alone": {"overlay": drawing["overlay_ms"]},
        f"Live, fed at {live['source_fps'] or 0:.0f} frames a second: {live['fps']:.1f} results a second, "
        f"{live['frames_left_out']} frames left out; the total is capture to result": live["stages_ms"],
    }
    for title, spreads in titled.items():
        console.print(f"\n{title}", highlight=False, soft_wrap=True)
        console.print(stage_table(spreads))


class _Resized(Source):
    """The bundled clip at another size."""

    is_live = False

    def __init__(self, size: tuple[int, int], *, realtime: bool):
        super().__init__()
        self._clip = open_source("sample", realtime=realtime, loop=True)
        self._size = size
        self.name, self.fps = self._clip.name, self._clip.fps

    def read(self) -> Frame | None:
        frame = self._clip.read()
        if frame is None or frame.size == self._size:
            return frame
        image = cv2.resize(frame.image, self._size, interpolation=cv2.INTER_AREA)
        return replace(frame, image=image, captured_at=time.perf_counter())

    def cancel(self) -> None:
        super().cancel()
        self._clip.cancel()

    def resume(self) -> None:
        self._clip.resume()

    def close(self) -> None:
        super().close()
        self._clip.close()
