"""The threads around the steps of a frame.

A frame goes capture thread -> newest-wins slot -> process thread -> newest-wins slot -> whoever shows it, so
nothing queues up: when a stage is slow, frames are left out and latency stays.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field, replace
from functools import partial
from traceback import clear_frames
from typing import TYPE_CHECKING, Any, Literal, Protocol

from app.latest_slot import LatestSlot
from app.live.mesh_step import MeshStep
from app.live.meters import LatencyMeter, RateMeter, StageMeter
from app.live.sources.open import open_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live.estimator import MeshEstimator
    from app.live.outputs import Receiver
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


class Task(Protocol):
    """Work in a thread that is started and waited for as a :class:`threading.Thread` is."""

    @property
    def name(self) -> str: ...  # noqa: D102
    def start(self) -> None: ...  # noqa: D102
    def join(self, timeout: float | None = None) -> None: ...  # noqa: D102
    def is_alive(self) -> bool: ...  # noqa: D102


def thread_of(work: Callable[[], object], name: str = "process") -> threading.Thread:
    """Return a thread of its own for some work."""
    return threading.Thread(target=work, name=name, daemon=True)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the threads of a pipeline tell one another and whoever shows it."""

    options: Options
    state: PipelineState = "idle"
    status: str = ""
    error: Exception | None = None
    source: Source | None = None
    estimator: MeshEstimator | None = None
    no_opengl: str = ""
    recorder: Recorder | None = None
    only: int | None = None  # who is recorded alone
    receiver: Receiver | None = None


class LivePipeline:
    """A source and a :class:`MeshStep` at work in two threads. Runs once; for another source make a new one.

    Its methods and attributes are for any thread. The capture thread alone reads the source, the process
    thread alone has the step; all that they share with others is one frozen value, which is exchanged whole,
    the slots, the meters and the events.

    Parameters
    ----------
    options : what to show and how; later changed by :meth:`set_options`.
    open_source, build_step : make the two parts, each in the thread that uses it.
    process_task : makes the process thread for some work, which returns whether it went well.

    Attributes
    ----------
    meters : what it measures of itself.
    """

    def __init__(
        self,
        options: Options,
        *,
        open_source: Callable[[str], Source] = lambda spec: open_source(spec, realtime=True),
        build_step: Callable[[Options, Callable[[str], None]], MeshStep] = lambda options, on_status: (
            MeshStep(options, live=True, on_status=on_status)
        ),
        process_task: Callable[[Callable[[], bool]], Task] = thread_of,
    ) -> None:
        self._shared = _Shared(options)  # read as it is, changed by _change alone
        self._open_source, self._build_step = open_source, build_step
        self._process_task = process_task
        self._frames: LatestSlot[Frame] = LatestSlot()
        self._results: LatestSlot[Result] = LatestSlot()
        self._stopping = threading.Event()
        self._no_more_frames = threading.Event()
        self._loaded = threading.Event()  # frames captured before would only grow old
        self._running = threading.Event()  # cleared while paused
        self._running.set()
        self._lock = threading.Lock()
        self._threads: list[Task] = []  # those that have been started
        self._beats = {"capture": time.perf_counter(), "mesh": time.perf_counter()}
        self.meters = Meters()

    # For the thread that shows the results ------------------------------------------------------------------

    def start(self) -> None:
        """Start loading and running; returns at once."""
        self._change(state="loading", status="Opening the source")
        self._threads = [
            thread_of(partial(self._guarded, self._capture), "capture"),
            self._process_task(partial(self._guarded, self._process)),
        ]
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
        self._cancel_source()
        deadline = time.perf_counter() + timeout
        for thread in self._threads:
            thread.join(max(deadline - time.perf_counter(), 0.0))
        hanging = [thread.name for thread in self._threads if thread.is_alive()]
        if hanging:
            log.warning("the %s thread did not end within %.1f s", " and ".join(hanging), timeout)
        self._change(state="stopped")
        forget_values(self.error)
        return not hanging

    def take(self) -> Result | None:
        """Return the newest result, once; None if there is no new one."""
        return self._results.take()

    def set_options(self, options: Options) -> None:
        """Exchange the options from the next frame on; source and model stay those of the start."""
        self._change(options=options)

    def pause(self) -> None:
        """Keep the present frame; it is still drawn again when the options change."""
        self._running.clear()

    def resume(self) -> None:
        """Go on after :meth:`pause`."""
        self._running.set()

    def record(self, recorder: Recorder | None, only: int | None = None) -> None:
        """Hand every result to a recorder from now on, None: to nobody; ``only`` one person of it, by id."""
        self._change(recorder=recorder, only=only)

    def send_to(self, receiver: Receiver) -> None:
        """Hand every result to somebody else too from now on."""
        self._change(receiver=receiver)

    @property
    def is_paused(self) -> bool:
        """Whether :meth:`pause` holds."""
        return not self._running.is_set()

    @property
    def options(self) -> Options:
        """The options in force."""
        return self._shared.options

    @property
    def state(self) -> PipelineState:
        """Where in its life the pipeline is."""
        return self._shared.state

    @property
    def status(self) -> str:
        """While loading, what is being loaded."""
        return self._shared.status

    @property
    def error(self) -> Exception | None:
        """The first error of either thread, after which both end."""
        return self._shared.error

    @property
    def estimator(self) -> MeshEstimator | None:
        """The loaded model's; None before it is loaded."""
        return self._shared.estimator

    @property
    def no_opengl(self) -> str:
        """One sentence why the processor draws; empty where OpenGL does."""
        return self._shared.no_opengl

    @property
    def source(self) -> Source | None:
        """The open source; None before it is open."""
        return self._shared.source

    @property
    def source_state(self) -> State:
        """``"lost"`` while the camera or stream is away."""
        source = self._shared.source
        return source.state if source is not None else "ok"

    @property
    def replaced(self) -> int:
        """Frames left out because a newer one was there."""
        return self._frames.replaced

    def figures(self, now: float) -> PipelineFigures:
        """Return what is measured, at a time of ``perf_counter``."""
        return PipelineFigures(self.meters.camera.rate(now), self.meters.mesh.rate(now), self.replaced)

    def silence(self, now: float) -> tuple[str, float]:
        """Return the stage that has done nothing for longest, and seconds, at a time of ``perf_counter``.

        A source that is away, or has ended, is not silent.
        """
        beats = dict(self._beats)
        if self.source_state == "lost" or self._no_more_frames.is_set():
            del beats["capture"]
        stage = min(beats, key=lambda name: beats[name])
        return stage, now - beats[stage]

    # For all threads ----------------------------------------------------------------------------------------

    def _change(self, **changes: Any) -> None:
        """Exchange some of what is shared; the first error stays, and with it the state ``failed``."""
        with self._lock:
            if self._shared.state == "failed":
                changes = {name: new for name, new in changes.items() if name not in ("state", "error")}
            self._shared = replace(self._shared, **changes)

    def _cancel_source(self) -> None:
        source = self._shared.source
        if source is not None:
            source.cancel()

    # The two threads ----------------------------------------------------------------------------------------

    def _guarded(self, body: Callable[[], None]) -> bool:
        try:
            body()
        except Exception as error:  # whatever a thread dies of must reach the person; nobody else hears it
            self._fail(error)
            return False
        return True

    def _fail(self, error: Exception) -> None:
        """Keep the first error and end both threads."""
        log.debug("the %s thread failed", threading.current_thread().name, exc_info=error)
        self._change(state="failed", error=error)
        self._stopping.set()
        self._cancel_source()

    def _capture(self) -> None:
        source = self._open_source(self.options.source)
        self._change(source=source)
        if self._stopping.is_set():  # whoever stopped before may not have seen the source
            source.cancel()
        try:
            while not self._stopping.is_set():
                if self._holds_frames and not source.is_live:
                    while self._holds_frames and not self._stopping.is_set():
                        self._beat("capture")
                        (self._running if self._loaded.is_set() else self._loaded).wait(WAIT_S)
                    source.resume()
                frame = source.read()
                self._beat("capture")
                if frame is None:
                    break
                self.meters.camera.add(frame.captured_at)
                if not self._holds_frames:
                    self._frames.put(frame)
                elif (recorder := self._shared.recorder) is not None:
                    recorder.leave_out(frame.index)
        finally:
            source.close()
            self._no_more_frames.set()

    @property
    def _holds_frames(self) -> bool:
        return self.is_paused or not self._loaded.is_set()

    def _process(self) -> None:
        step = self._build_step(self.options, lambda text: self._change(status=text))
        try:
            self._change(estimator=step.estimator, no_opengl=step.no_opengl, status="", state="running")
            self._loaded.set()
            self._run(step)
            self._change(state="stopped")
        except Exception as error:  # kept before closing, whose own error must not hide it
            self._fail(error)
            raise
        finally:
            step.close()

    def _run(self, step: MeshStep) -> None:
        """Turn frames into results until asked to stop or the source has ended."""
        last: Result | None = None
        wants_cutout = False
        while not self._stopping.is_set():
            self._beat("mesh")
            ended = self._no_more_frames.is_set()
            frame = self._frames.take(WAIT_S)
            options, receiver = self.options, self._shared.receiver
            had_cutout, wants_cutout = wants_cutout, receiver is not None and receiver.wants_cutout
            changed = step.options != options or (wants_cutout and not had_cutout)
            step.options, step.cutout_wanted = options, wants_cutout
            step.bones_wanted = self._shared.recorder is not None or (
                receiver is not None and receiver.wants_bones
            )
            if frame is not None:
                last = step.step(frame)
                self._publish(last)
            elif last is not None and changed:
                last = step.redraw(last)
                self._show(last)
            elif ended:
                return

    def _beat(self, stage: str) -> None:
        self._beats[stage] = time.perf_counter()

    def _show(self, result: Result) -> None:
        self._results.put(result)
        receiver, estimator = self._shared.receiver, self.estimator
        if receiver is not None and estimator is not None:
            receiver.put(result, estimator)

    def _publish(self, result: Result) -> None:
        self._show(result)
        shared = self._shared
        if shared.recorder is not None:
            people = result.people
            if shared.only is not None:
                people = tuple(person for person in people if person.id == shared.only)
            shared.recorder.put(result.frame, people)
        now = time.perf_counter()
        self.meters.mesh.add(now)
        self.meters.latency.add(now - result.frame.captured_at)
        self.meters.stages.add(result.times)


def forget_values(error: BaseException | None) -> None:
    """Let go of the values that an error's traceback keeps alive; where it happened stays."""
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
