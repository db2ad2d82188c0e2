"""The threads around the steps of a frame.

Frames go from the capture thread to the mesh thread, which follows people, to the place thread, which places,
steadies and records them, to the draw thread, and to whoever shows or writes them. All work at once, so the
slowest stage sets the rate. Live the newest frame wins before the mesh and before drawing, so nothing queues
up: when a stage is slow, frames are left out and latency stays. Whatever is meshed is placed, as it is to be
steadied and recorded. From files every frame is handed on, and the faster stages wait.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from dataclasses import dataclass, replace
from functools import partial
from traceback import clear_frames
from typing import TYPE_CHECKING, Any, Literal

from app.hand_over import HandOver
from app.live.draw_step import DrawStep
from app.live.meters import Meters, PipelineFigures
from app.live.place_step import PlaceStep
from app.live.sources.open import open_wanted
from app.live.tasks import thread_of
from app.live.track_step import TrackStep

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from app.live.estimator import MeshEstimator
    from app.live.outputs import Receiver
    from app.live.sources.base import Source, State
    from app.live.tasks import Task
    from app.options import Options
    from app.recordings.picture_rule import PictureRule
    from app.recordings.recorder import Recorder
    from app.types import Frame, Result, Tracked

log = logging.getLogger(__name__)

PipelineState = Literal["idle", "loading", "running", "stopped", "failed"]
WAIT_S = 0.1  # every wait in a thread ends by then and looks whether to stop


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
    pictures: PictureRule | None = None  # which of the pictures are kept
    receiver: Receiver | None = None


class LivePipeline:
    """A source and the steps of tracking, placing and drawing at work in a thread each. Runs once.

    Its methods and attributes are for any thread. The capture thread alone reads the source, each of the
    others alone has its step; all that they share with others is one frozen value, which is exchanged whole,
    the hand-overs, the meters and the events. A stage that ends, of whatever, ends its hand-overs, and so the
    other stages.

    Parameters
    ----------
    options : what to show and how; later changed by :meth:`set_options`.
    every_frame : the faster stages wait for the slower ones; without it the newest frame wins.
    open_source, build_step, build_placing, build_drawing : make the parts, each in the thread that uses it.
    mesh_task, draw_task : make the two threads for some work, which returns whether it went well, and a name.

    Attributes
    ----------
    meters : what it measures of itself.
    """

    def __init__(
        self,
        options: Options,
        *,
        every_frame: bool = False,
        open_source: Callable[[Options], Source] = lambda options: open_wanted(options, realtime=True),
        build_step: Callable[[Options, Callable[[str], None]], TrackStep] = lambda options, on_status: (
            TrackStep(options, live=True, on_status=on_status)
        ),
        build_placing: Callable[[Options, MeshEstimator, Callable[[str], None]], PlaceStep] = (
            lambda options, estimator, on_status: PlaceStep(
                options, estimator, live=True, on_status=on_status
            )
        ),
        build_drawing: Callable[[Options, MeshEstimator], DrawStep] = DrawStep,
        mesh_task: Callable[[Callable[[], bool], str], Task] = thread_of,
        draw_task: Callable[[Callable[[], bool], str], Task] = thread_of,
    ) -> None:
        self._shared = _Shared(options)  # read as it is, changed by _change alone
        self._open_source, self._build_step = open_source, build_step
        self._build_placing, self._build_drawing = build_placing, build_drawing
        self._mesh_task, self._draw_task = mesh_task, draw_task
        # The one of the mesh thread, on its way to placing, and from there to drawing.
        self._estimators: HandOver[MeshEstimator] = HandOver(newest_wins=True)
        self._estimators_on: HandOver[MeshEstimator] = HandOver(newest_wins=True)
        self._frames: HandOver[Frame] = HandOver(newest_wins=not every_frame)
        self._tracked: HandOver[Tracked] = HandOver(newest_wins=False)
        self._placed: HandOver[Result] = HandOver(newest_wins=not every_frame)
        self._results: HandOver[Result] = HandOver(newest_wins=not every_frame)
        self._loaded = threading.Event()  # frames captured before would only grow old
        self._running = threading.Event()  # cleared while paused
        self._running.set()
        self._lock = threading.Lock()
        self._threads: list[Task] = []  # those that have been started
        began = time.perf_counter()
        self._beats: dict[str, float] = dict.fromkeys(("capture", "mesh", "place", "draw"), began)
        self.meters = Meters()

    # For the thread that takes the results ------------------------------------------------------------------

    def start(self) -> None:
        """Start loading and running; returns at once."""
        self._change(state="loading", status="Opening the source")
        capture = partial(self._guarded, self._capture, "capture", (self._frames.end,))
        first_ends = self._estimators.end, self._frames.refuse, self._cancel_source
        mesh = partial(self._guarded, self._mesh, "mesh", (*first_ends, self._tracked.end))
        place_ends = self._estimators_on.end, self._tracked.refuse, self._placed.end
        place = partial(self._guarded, self._place, "place", place_ends)
        draw = partial(self._guarded, self._draw, "draw", (self._placed.refuse, self._results.end))
        self._threads = [
            thread_of(capture, "capture"),
            self._mesh_task(mesh, "mesh"),
            thread_of(place, "place"),
            self._draw_task(draw, "draw"),
        ]
        for thread in self._threads:
            thread.start()

    def cancel(self) -> None:
        """Let all threads end, and drop what is on the way; may be called from any thread."""
        for estimators in (self._estimators, self._estimators_on):
            estimators.refuse()
        for hand_over in (self._frames, self._tracked, self._placed, self._results):
            hand_over.refuse()
        self._running.set()
        self._cancel_source()

    def stop(self, timeout: float = 5.0) -> bool:
        """End all threads and give device and memory back; may be called again.

        Returns
        -------
        Whether all ended in time. A thread that hangs in a driver is left to end by itself: it is a daemon
        and holds up neither this call nor the program's exit.
        """
        self.cancel()
        deadline = time.perf_counter() + timeout
        for thread in self._threads:
            thread.join(max(deadline - time.perf_counter(), 0.0))
        hanging = [thread.name for thread in self._threads if thread.is_alive()]
        if hanging:
            log.warning("the %s thread did not end within %.1f s", " and ".join(hanging), timeout)
        self._change(state="stopped")
        forget_values(self.error)
        return not hanging

    def take(self, timeout: float = 0.0) -> Result | None:
        """Return the next result, once, or None if there is none within ``timeout`` seconds.

        It is the newest one, unless every frame is handed on.
        """
        return self._results.take(timeout)

    @property
    def is_over(self) -> bool:
        """Whether there is no result to take, nor ever will be."""
        return self._results.is_over

    def set_options(self, options: Options) -> None:
        """Exchange the options from the next frame on; source and model stay those of the start."""
        self._change(options=options)

    def pause(self) -> None:
        """Keep the present frame; it is still drawn again when the options change."""
        self._running.clear()

    def resume(self) -> None:
        """Go on after :meth:`pause`."""
        self._running.set()

    def record(
        self, recorder: Recorder | None, only: int | None = None, pictures: PictureRule | None = None
    ) -> None:
        """Hand every result to a recorder from now on, None: to nobody.

        Parameters
        ----------
        recorder : which keeps it.
        only : one person of it, by id.
        pictures : which of its pictures; None for all, where the recorder keeps any.
        """
        self._change(recorder=recorder, only=only, pictures=pictures)

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
        """The first error of any thread, after which all end."""
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
        """Frames left out because a newer one was there, before the mesh or before the drawing."""
        return self._frames.replaced + self._placed.replaced

    def figures(self, now: float) -> PipelineFigures:
        """Return what is measured, at a time of ``perf_counter``."""
        return PipelineFigures(self.meters.camera.rate(now), self.meters.mesh.rate(now), self.replaced)

    def silence(self, now: float) -> tuple[str, float]:
        """Return the stage that has done nothing for longest, and seconds, at a time of ``perf_counter``.

        A source that is away is not silent, nor is a stage that has ended.
        """
        beats = dict(self._beats)
        if self.source_state == "lost":
            beats.pop("capture", None)
        if not beats:
            return "draw", 0.0
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

    # The four threads ---------------------------------------------------------------------------------------

    def _guarded(self, body: Callable[[], None], stage: str, ends: Sequence[Callable[[], object]]) -> bool:
        try:
            body()
        except Exception as error:  # whatever a thread dies of must reach the person; nobody else hears it
            self._fail(error)
            return False
        finally:  # the error is known before the other stages end of it
            self._beats.pop(stage, None)
            for end in ends:
                end()
        return True

    def _fail(self, error: Exception) -> None:
        """Keep the first error."""
        log.debug("the %s thread failed", threading.current_thread().name, exc_info=error)
        self._change(state="failed", error=error)

    @contextlib.contextmanager
    def _closing(self, part: Source | TrackStep | PlaceStep | DrawStep) -> Generator[None]:
        """Close a part in the end; what it failed of is kept before, as closing may fail of that too."""
        try:
            yield
        except Exception as error:
            self._fail(error)
            raise
        finally:
            part.close()

    def _capture(self) -> None:
        source = self._open_source(self.options)
        self._change(source=source)
        if self._frames.is_closed:  # whoever closed it before may not have seen the source
            source.cancel()
        with self._closing(source):
            self._read(source)

    def _read(self, source: Source) -> None:
        """Read frames until nobody takes them any more or the source has ended."""
        while not self._frames.is_closed:
            if self._holds_frames and not source.is_live:
                while self._holds_frames and not self._frames.is_closed:
                    self._beat("capture")
                    (self._running if self._loaded.is_set() else self._loaded).wait(WAIT_S)
                source.resume()
            frame = source.read()
            self._beat("capture")
            if frame is None:
                return
            self.meters.camera.add(frame.captured_at)
            if not self._holds_frames:
                self._frames.put(frame)
            elif (recorder := self._shared.recorder) is not None:
                recorder.leave_out(frame.index)

    @property
    def _holds_frames(self) -> bool:
        return self.is_paused or not self._loaded.is_set()

    def _mesh(self) -> None:
        step = self._build_step(self.options, lambda text: self._change(status=text))
        with self._closing(step):
            self._estimators.put(step.estimator)
            self._track(step)

    def _track(self, step: TrackStep) -> None:
        """Follow the people of frames until there are no more or nobody places them."""
        while not (self._frames.is_over or self._tracked.is_closed):
            self._beat("mesh")
            frame = self._frames.take(WAIT_S)
            if frame is not None:
                step.options = self.options
                tracked = step.step(frame)
                self.meters.mesh.add(time.perf_counter())
                self._tracked.put(tracked)

    def _place(self) -> None:
        estimator = self._estimators.take(None)
        if estimator is None:  # the mesh thread has failed or was stopped
            return
        step = self._build_placing(self.options, estimator, lambda text: self._change(status=text))
        with self._closing(step):
            self._estimators_on.put(estimator)
            self._put_into_place(step)

    def _put_into_place(self, step: PlaceStep) -> None:
        """Place and record people until there are no more or nobody draws them."""
        while not (self._tracked.is_over or self._placed.is_closed):
            self._beat("place")
            tracked = self._tracked.take(WAIT_S)
            if tracked is None:
                continue
            shared = self._shared
            recorder, receiver = shared.recorder, shared.receiver
            step.options = shared.options
            step.bones_wanted = recorder is not None or (receiver is not None and receiver.wants_bones)
            result = step.step(tracked)
            self._record(result)
            self._placed.put(result)

    def _record(self, result: Result) -> None:
        shared = self._shared
        if shared.recorder is not None:
            people, picture = result.people, "keep"
            if shared.pictures is not None:
                picture = shared.pictures.choose(people, result.frame.time_s)
            if shared.only is not None:
                people = tuple(person for person in people if person.id == shared.only)
            shared.recorder.put(result.frame, people, picture)

    def _draw(self) -> None:
        estimator = self._estimators_on.take(None)
        if estimator is None:  # a thread before has failed or was stopped
            return
        self._change(status="Preparing to draw")
        drawing = self._build_drawing(self.options, estimator)
        with self._closing(drawing):
            self._change(estimator=estimator, no_opengl=drawing.no_opengl, status="", state="running")
            self._beat("draw")
            self._loaded.set()
            self._show(drawing, estimator)
            self._change(state="stopped")

    def _show(self, drawing: DrawStep, estimator: MeshEstimator) -> None:
        """Draw results, the last one again where the options change, until there are no more."""
        last: Result | None = None
        wants_cutout = False
        while not self._results.is_closed:
            self._beat("draw")
            ended = self._placed.is_over
            placed = self._placed.take(WAIT_S)
            options, receiver = self.options, self._shared.receiver
            had_cutout, wants_cutout = wants_cutout, receiver is not None and receiver.wants_cutout
            changed = drawing.options != options or (wants_cutout and not had_cutout)
            drawing.options, drawing.cutout_wanted = options, wants_cutout
            if placed is not None:
                last = drawing.step(placed)
                self._count(last)
            elif last is not None and changed:
                last = drawing.redraw(last)
            elif ended:
                return
            else:
                continue
            if receiver is not None:
                receiver.put(last, estimator)
            self._results.put(last)

    def _count(self, result: Result) -> None:
        self.meters.latency.add(time.perf_counter() - result.frame.captured_at)
        self.meters.stages.add(result.times)

    def _beat(self, stage: str) -> None:
        self._beats[stage] = time.perf_counter()


def forget_values(error: BaseException | None) -> None:
    """Let go of the values that an error's traceback keeps alive; where it happened stays."""
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
