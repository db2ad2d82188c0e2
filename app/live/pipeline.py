"""The threads around the steps of a frame.

A frame goes capture thread -> newest-wins slot -> process thread -> newest-wins slot -> whoever shows it, so
nothing queues up: when a stage is slow, frames are left out and latency stays.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from app.latest_slot import LatestSlot
from app.live.mesh_step import MeshStep
from app.live.meters import LatencyMeter, RateMeter, StageMeter
from app.live.sources.open import open_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live.estimator import MeshEstimator
    from app.live.sources.base import Source, State
    from app.options import Options
    from app.recordings.recorder import Recorder
    from app.types import Frame, Result

log = logging.getLogger(__name__)

PipelineState = Literal["idle", "loading", "running", "stopped", "failed"]
WAIT_S = 0.1  # every wait in a thread ends by then and looks whether to stop


@dataclass(slots=True)
class Meters:
    """What the running pipeline measures of itself; read from any thread.

    Attributes
    ----------
    camera, mesh : frames captured and results made.
    latency : capture to result.
    stages : where that time goes.
    """

    camera: RateMeter = field(default_factory=RateMeter)
    mesh: RateMeter = field(default_factory=RateMeter)
    latency: LatencyMeter = field(default_factory=LatencyMeter)
    stages: StageMeter = field(default_factory=StageMeter)


@dataclass(frozen=True, slots=True)
class PipelineFigures:
    """What is shown of a running pipeline's measurements.

    Attributes
    ----------
    camera_fps : frames a second that the source delivers.
    mesh_fps : frames a second that are turned into meshes.
    replaced : frames left out because a newer one was there.
    """

    camera_fps: float
    mesh_fps: float
    replaced: int


class LivePipeline:
    """A source and a :class:`MeshStep` at work in two threads. Runs once; for another source make a new one.

    Parameters
    ----------
    options : what to show and how; later changed by :meth:`set_options`.
    open_source, build_step : make the two parts, each in the thread that uses it.

    Attributes
    ----------
    state : ``idle``, ``loading``, ``running``, ``stopped`` or ``failed``.
    status : while loading, what is being loaded.
    error : the first error of either thread, after which both end.
    estimator : of the loaded model; None before.
    """

    def __init__(
        self,
        options: Options,
        *,
        open_source: Callable[[str], Source] = lambda spec: open_source(spec, realtime=True),
        build_step: Callable[[Options, Callable[[str], None]], MeshStep] = lambda options, on_status: (
            MeshStep(options, live=True, on_status=on_status)
        ),
    ) -> None:
        self._options = options
        self._open_source, self._build_step = open_source, build_step
        self._frames: LatestSlot[Frame] = LatestSlot()
        self._results: LatestSlot[Result] = LatestSlot()
        self._source: Source | None = None
        self._stopping = threading.Event()
        self._no_more_frames = threading.Event()
        self._loaded = threading.Event()  # frames captured before would only grow old
        self._running = threading.Event()  # cleared while paused
        self._running.set()
        self._lock = threading.Lock()
        self._state: PipelineState = "idle"
        self._threads = [
            threading.Thread(target=self._guarded, args=(body,), name=name, daemon=True)
            for name, body in (("capture", self._capture), ("process", self._process))
        ]
        self._recorder: Recorder | None = None
        self.status = ""
        self.error: Exception | None = None
        self.estimator: MeshEstimator | None = None
        self.meters = Meters()

    # For the thread that shows the results ------------------------------------------------------------------

    def start(self) -> None:
        """Start loading and running; returns at once."""
        self._state, self.status = "loading", "Opening the source"
        for thread in self._threads:
            thread.start()

    def stop(self, timeout: float = 5.0) -> bool:
        """End both threads and give device and memory back; may be called again.

        Returns
        -------
        Whether both ended in time. A thread that hangs in a driver is left to end by itself: it is a daemon
        and holds up neither this call nor the program's exit.
        """
        self._stopping.set()
        self._running.set()
        with self._lock:
            if self._source is not None:
                self._source.cancel()
        deadline = time.perf_counter() + timeout
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(max(deadline - time.perf_counter(), 0.0))
        hanging = [thread.name for thread in self._threads if thread.is_alive()]
        if hanging:
            log.warning("the %s thread did not end within %.1f s", " and ".join(hanging), timeout)
        if self._state != "failed":
            self._state = "stopped"
        return not hanging

    def take(self) -> Result | None:
        """Return the newest result, once; None if there is no new one."""
        return self._results.take()

    def set_options(self, options: Options) -> None:
        """Exchange the options from the next frame on; source and model stay those of the start."""
        self._options = options

    def pause(self) -> None:
        """Keep the present frame; it is still drawn anew when the options change."""
        self._running.clear()

    def resume(self) -> None:
        """Go on after :meth:`pause`."""
        self._running.set()

    def record(self, recorder: Recorder | None) -> None:
        """Hand every result to a recorder from now on; None: to nobody."""
        self._recorder = recorder

    @property
    def is_paused(self) -> bool:
        """Whether :meth:`pause` holds."""
        return not self._running.is_set()

    @property
    def options(self) -> Options:
        """The options in force."""
        return self._options

    @property
    def state(self) -> PipelineState:
        """Where in its life the pipeline is."""
        return self._state

    @property
    def source(self) -> Source | None:
        """The open source; None before it is open."""
        return self._source

    @property
    def source_state(self) -> State:
        """``"lost"`` while the camera or stream is away."""
        return self._source.state if self._source is not None else "ok"

    @property
    def replaced(self) -> int:
        """Frames left out because a newer one was there."""
        return self._frames.replaced

    def figures(self, now: float) -> PipelineFigures:
        """Return what is measured, at a time of ``perf_counter``."""
        return PipelineFigures(self.meters.camera.rate(now), self.meters.mesh.rate(now), self.replaced)

    # The two threads ----------------------------------------------------------------------------------------

    def _guarded(self, body: Callable[[], None]) -> None:
        try:
            body()
        except Exception as error:  # whatever a thread dies of must reach the person; nobody else hears it
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        """Keep the first error and end both threads."""
        log.debug("the %s thread failed", threading.current_thread().name, exc_info=error)
        with self._lock:
            if self.error is None:
                self.error = error
                self._state = "failed"
        self._stopping.set()
        if self._source is not None:
            self._source.cancel()

    def _capture(self) -> None:
        source = self._open_source(self._options.source)
        with self._lock:
            self._source = source
            if self._stopping.is_set():
                source.cancel()
        try:
            while not self._stopping.is_set():
                if self._holds_frames and not source.is_live:
                    while self._holds_frames and not self._stopping.is_set():
                        (self._running if self._loaded.is_set() else self._loaded).wait(WAIT_S)
                    source.resume()
                frame = source.read()
                if frame is None:
                    break
                self.meters.camera.add(frame.captured_at)
                if not self._holds_frames:
                    self._frames.put(frame)
                elif (recorder := self._recorder) is not None:
                    recorder.leave_out(frame.index)
        finally:
            source.close()
            self._no_more_frames.set()

    @property
    def _holds_frames(self) -> bool:
        return self.is_paused or not self._loaded.is_set()

    def _process(self) -> None:
        def tell(text: str) -> None:
            self.status = text

        step = self._build_step(self._options, tell)
        try:
            self.estimator = step.estimator
            self.status = ""
            self._enter("running")
            self._loaded.set()
            self._run(step)
            self._enter("stopped")
        except Exception as error:  # told before closing, whose own trouble must not hide it
            self._fail(error)
        finally:
            step.close()

    def _run(self, step: MeshStep) -> None:
        """Turn frames into results until told to stop or the source has ended."""
        last: Result | None = None
        while not self._stopping.is_set():
            ended = self._no_more_frames.is_set()
            frame = self._frames.take(WAIT_S)
            changed = step.options != self._options
            step.options = self._options
            if frame is not None:
                last = step.step(frame)
                self._publish(last)
            elif last is not None and changed:
                self._results.put(step.redraw(last))
            elif ended:
                return

    def _enter(self, state: PipelineState) -> None:
        with self._lock:
            if self._state != "failed":
                self._state = state

    def _publish(self, result: Result) -> None:
        self._results.put(result)
        recorder = self._recorder
        if recorder is not None:
            recorder.put(result.frame, result.people)
        now = time.perf_counter()
        self.meters.mesh.add(now)
        self.meters.latency.add(now - result.frame.captured_at)
        self.meters.stages.add(result.times)
