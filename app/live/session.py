"""LiveSession: the pipeline of the moment, exchanged for another without making anybody wait. No Qt here."""

from __future__ import annotations

import datetime
import logging
import threading
import time
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from app.live.live_model import LiveModel
from app.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.live.estimator import MeshEstimator
    from app.live.meters import PipelineFigures
    from app.live.outputs import Outputs, OutputStatus
    from app.live.pipeline import LivePipeline, PipelineState
    from app.live.sources.base import Source
    from app.live.sources.camera import Camera
    from app.live.step_threads import StepThreads
    from app.recordings.picture_rule import PictureRule
    from app.recordings.recorder import Recorder, RecorderStatus
    from app.types import Result
    from models.inference.store import InstalledModel

log = logging.getLogger(__name__)

T = TypeVar("T")

STOP_S = 5.0  # a driver that does not let go by then is left alone
CLOSE_S = STOP_S + 1.0  # more than a pipeline that hangs is given; a listing of cameras may hang too
RECORDED_S = 30.0  # for the last moments of a recording to reach the disk
LOAD_S = 30.0  # a model that is not loaded by then hangs in a driver
FIRST_PICTURE_S = 5.0  # a camera that takes longer is not waited for


# What follows imports its parts when it is first called, never in the window's thread: MediaPipe and ONNX
# Runtime take seconds to import, and meanwhile the window is already there.


def make_step_threads() -> StepThreads:
    """Return threads that keep model and renderer for one pipeline after another."""
    from app.live.step_threads import StepThreads

    return StepThreads()


def make_live_pipeline(options: Options, steps: StepThreads) -> LivePipeline:
    """Return a pipeline that has not been started, and that does its steps in threads that are kept."""
    from app.live.pipeline import LivePipeline
    from app.live.sources.open import open_wanted

    return LivePipeline(
        options,
        open_source=partial(open_wanted, realtime=True, loop=True),
        build_step=steps.build_step,
        build_drawing=steps.build_drawing,
        mesh_task=steps.mesh_task,
        draw_task=steps.draw_task,
    )


def find_cameras() -> list[Camera]:
    """Return the cameras of this machine."""
    from app.live.sources.camera import list_cameras

    return list_cameras()


def try_camera() -> None:
    """Take one picture from the first camera and give it back.

    One that is listed may be in use elsewhere, and one that opens may give no pictures.

    Raises
    ------
    SourceError : there is none that can be used.
    """
    from app.live.sources.base import SourceError
    from app.live.sources.open import open_source

    source = open_source("", realtime=True)
    too_long = threading.Timer(FIRST_PICTURE_S, source.cancel)
    too_long.start()
    try:
        if source.read() is None:
            raise SourceError(f"The camera {source.name} gives no pictures.")
    finally:
        too_long.cancel()
        source.close()


def find_models() -> list[InstalledModel]:
    """Return the usable models."""
    from models.inference.store import list_models

    return list_models()


def begin_recording(
    folder: Path, source: Source, estimator: MeshEstimator, options: Options, pictures: PictureRule | None
) -> Recorder:
    """Return a recorder of a new file in a folder, or fail as :meth:`LiveSession.record` does."""
    from app.live.start_recording import start_recording
    from app.recordings.recorder import new_recording_path

    path = new_recording_path(folder, datetime.datetime.now(), options.take_name)
    return start_recording(path, source, estimator, options, pictures=pictures, waits=False)


class LiveSession:
    """Makes, exchanges and stops pipelines in a thread of its own, and records what they make.

    Its methods are called by one thread, the window's, and but for :meth:`close` return at once.

    Parameters
    ----------
    make_pipeline : called in the session's thread; None for pipelines that share a loaded model.
    find_cameras, find_models : called in a thread of their own, as a driver may hang.
    try_camera : likewise; it fails where no camera can be used.
    begin_recording : makes the recorder of :meth:`record`.
    outputs : opened as the options say, and given what each pipeline makes; None for none.

    Attributes
    ----------
    outputs : the same.
    pipeline : the one at work; None while one is being exchanged for another.
    cameras, models : what was found last; None before the first search has ended.
    camera_is_there : :meth:`look_for_camera` could use it, and no pipeline has been asked for since.
    """

    def __init__(
        self,
        make_pipeline: Callable[[Options], LivePipeline] | None = None,
        find_cameras: Callable[[], list[Camera]] = find_cameras,
        find_models: Callable[[], list[InstalledModel]] = find_models,
        try_camera: Callable[[], None] = try_camera,
        begin_recording: Callable[..., Recorder] = begin_recording,
        outputs: Outputs | None = None,
    ) -> None:
        self._make_pipeline = make_pipeline or self._make_live_pipeline
        self._find_cameras, self._find_models = find_cameras, find_models
        self._try_camera, self._begin_recording = try_camera, begin_recording
        self.outputs = outputs
        self._recorder: Recorder | None = None
        self._changed = threading.Condition()
        self._options = Options()
        self._wanted = False  # a pipeline is to be made
        self._is_searching = self._searches_again = False
        self._is_trying_camera = False
        self._asked = 0  # how many pipelines have been asked for
        self._gives_up = False
        self._closing = False
        self._paused = False
        self._retired: list[LivePipeline] = []
        self._last_was_open = False  # the source of the one that was retired last
        self._error: Exception | None = None
        self.pipeline: LivePipeline | None = None
        self.cameras: list[Camera] | None = None
        self.models: list[InstalledModel] | None = None
        self.camera_is_there = False
        self._search_thread: threading.Thread | None = None
        self._steps: StepThreads | None = None  # the session's thread alone has it
        self._thread = threading.Thread(target=self._run, name="session", daemon=True)
        self._thread.start()

    def open(self, options: Options, *, gives_up: bool = False) -> None:
        """Ask for another pipeline; a recording ends. ``gives_up`` waits for no thread that hangs."""
        self.stop_recording()
        self._open_outputs(options)
        with self._changed:
            self._retire()
            self._options, self._wanted, self._paused, self._error = options, True, False, None
            self._asked += 1
            self._gives_up = gives_up
            self.camera_is_there = False
            self._changed.notify()

    def rest(self) -> None:
        """Stop pipeline, recording and outputs, and give the camera back, until the next :meth:`open`."""
        self.stop_recording()
        self._close_outputs()
        with self._changed:
            self._retire()
            self._wanted, self._paused, self._error = False, False, None
            self._changed.notify()

    def set_options(self, options: Options) -> None:
        """Exchange the options of the present pipeline; source and model stay."""
        self._open_outputs(options)
        with self._changed:
            self._options = options
            if self.pipeline is not None:
                self.pipeline.set_options(options)

    def search(self) -> None:
        """Ask for new lists of cameras and models."""
        with self._changed:
            self._searches_again = True
            if self._is_searching:
                return
            self._is_searching = True
            self._search_thread = threading.Thread(target=self._search, name="search", daemon=True)
            self._search_thread.start()

    def look_for_camera(self) -> None:
        """Ask whether the first camera can be used by now; the present pipeline goes on meanwhile."""
        with self._changed:
            self.camera_is_there = False
            if self._is_trying_camera:
                return
            self._is_trying_camera = True
            asked = self._asked
        threading.Thread(target=self._look_for_camera, args=(asked,), name="camera look", daemon=True).start()

    def take(self) -> Result | None:
        """Return the newest result, once."""
        pipeline = self.pipeline
        return None if pipeline is None else pipeline.take()

    @property
    def is_trying_camera(self) -> bool:
        """Whether what :meth:`look_for_camera` asked for is still to be found out."""
        with self._changed:
            return self._is_trying_camera

    @property
    def is_paused(self) -> bool:
        """Whether the picture is held."""
        return self._paused

    def pause(self, paused: bool) -> None:
        """Hold the picture, or go on."""
        with self._changed:
            if self.pipeline is None:
                return
            self._paused = paused
            if paused:
                self.pipeline.pause()
            else:
                self.pipeline.resume()

    @property
    def state(self) -> PipelineState:
        """Where the present pipeline is in its life; ``loading`` while there is none yet."""
        with self._changed:
            if self._error is not None:
                return "failed"
            return "loading" if self.pipeline is None else self.pipeline.state

    @property
    def error(self) -> Exception | None:
        """What the present pipeline failed of, or what kept it from being made."""
        with self._changed:
            return self._error or (None if self.pipeline is None else self.pipeline.error)

    @property
    def status(self) -> str:
        """What is being done while loading."""
        pipeline = self.pipeline
        if pipeline is not None:
            return pipeline.status
        closes_source = self._retired and self._last_was_open
        return "Closing the last source" if closes_source else "Loading the program's parts"

    @property
    def source_is_lost(self) -> bool:
        """Whether the camera or stream of the running pipeline is away."""
        pipeline = self.pipeline
        return pipeline is not None and self.state == "running" and pipeline.source_state == "lost"

    @property
    def model(self) -> LiveModel | None:
        """The model at work; None while it is being loaded."""
        pipeline = self.pipeline
        if pipeline is None or (estimator := pipeline.estimator) is None:
            return None
        return LiveModel.of(estimator, pipeline.no_opengl)

    def figures(self, now: float) -> PipelineFigures | None:
        """Return what the pipeline measures of itself, at a time of ``perf_counter``; None without one."""
        pipeline = self.pipeline
        return None if pipeline is None else pipeline.figures(now)

    # Recording ---------------------------------------------------------------------------------------------

    def record(self, folder: Path, only: int | None = None, pictures: PictureRule | None = None) -> None:
        """Begin to record into a new file of a folder, until :meth:`stop_recording`: all, or one by id.

        Raises
        ------
        RecordingError : nothing runs, or the file cannot be made.
        OSError : the folder cannot be made.
        """
        from app.recordings.schema import RecordingError

        pipeline = self.pipeline
        if pipeline is None or pipeline.estimator is None or pipeline.source is None:
            raise RecordingError("There is nothing to record yet; wait for the picture.")
        begin, source = self._begin_recording, pipeline.source
        self._recorder = begin(folder, source, pipeline.estimator, self._options, pictures)
        pipeline.record(self._recorder, only, pictures)

    def stop_recording(self) -> None:
        """End the recording, if there is one; its last moments are written while the picture goes on."""
        if self._recorder is not None:
            if self.pipeline is not None:
                self.pipeline.record(None)
            self._recorder.stop(timeout=0)

    @property
    def is_recording(self) -> bool:
        """Whether there is a recording whose end :meth:`follow_recording` has not returned yet."""
        return self._recorder is not None

    def follow_recording(self) -> RecorderStatus | None:
        """Return how the recording does, and once how it has ended; None if there is none."""
        if self._recorder is None:
            return None
        status = self._recorder.status()
        if status.state != "recording":
            self._recorder = None
        return status

    def close(self) -> None:
        """Stop everything and wait until it has stopped, but for no driver or disk that hangs."""
        self.stop_recording()
        with self._changed:
            self._closing, self._wanted = True, False
            self._retire()
            self._changed.notify()
        self._close_outputs()
        deadline = time.perf_counter() + CLOSE_S
        for thread in (self._thread, self._search_thread):
            if thread is not None:
                thread.join(max(deadline - time.perf_counter(), 0.0))
        if self._recorder is not None:
            self._recorder.stop(RECORDED_S)
            self._recorder = None

    def output_statuses(self) -> Mapping[str, OutputStatus]:
        """Return how the outputs that the options name do, by the names of their options."""
        return {} if self.outputs is None else self.outputs.statuses()

    def _open_outputs(self, options: Options) -> None:
        if self.outputs is not None:
            self.outputs.open(options)

    def _close_outputs(self) -> None:
        if self.outputs is not None:
            self.outputs.close()

    # The session's thread ----------------------------------------------------------------------------------

    def _retire(self) -> None:
        if self.pipeline is not None:
            self._last_was_open = self.pipeline.state != "failed"
            self._retired.append(self.pipeline)
            self.pipeline = None

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._retired or self._wanted or self._closing)
                retired = list(self._retired)
                wanted, closing = self._wanted, self._closing
            if retired:
                # The device is given back before another pipeline asks for it.
                for pipeline in retired:
                    pipeline.stop(STOP_S)
                    del pipeline  # nothing may hold it while this thread waits
                with self._changed:
                    del self._retired[: len(retired)]
                retired.clear()
            elif wanted:
                self._begin()
            elif closing:
                if self._steps is not None:
                    self._steps.close()
                return

    def _make_live_pipeline(self, options: Options) -> LivePipeline:
        if self._steps is not None and not self._steps.wait(0.0 if self._gives_up else LOAD_S):
            self._steps.close()  # it ends by itself if ever
            self._steps = None
        if self._steps is None:
            self._steps = make_step_threads()
        return make_live_pipeline(options, self._steps)

    def _begin(self) -> None:
        options = self._options
        try:
            made = self._make_pipeline(options)
        except Exception as error:  # whatever it is, the person is shown it; the log has the traceback
            log.exception("the pipeline could not be made")
            with self._changed:
                self._wanted, self._error = False, error
            return
        with self._changed:
            if not self._wanted:  # closed meanwhile
                return
            self._wanted = options.opened_with != self._options.opened_with
            if not self._wanted:
                made.set_options(self._options)
                if self.outputs is not None:
                    made.send_to(self.outputs)
                made.start()
                self.pipeline = made
        # The first call imports libraries that keep errors of their own import, and so this call, for good.
        del made

    # Threads of their own for what a driver may hang in ----------------------------------------------------

    def _search(self) -> None:
        while True:
            with self._changed:
                if not self._searches_again:
                    self._is_searching = False
                    return
                self._searches_again = False
            # The models first: a listing of cameras may never end.
            self.models = _found(self._find_models, self.models)
            self.cameras = _found(self._find_cameras, self.cameras)

    def _look_for_camera(self, asked: int) -> None:
        usable = False
        try:
            self._try_camera()
            usable = True
        except Exception:  # whatever keeps it from being used, another look comes
            log.debug("no camera yet", exc_info=True)
        with self._changed:
            self._is_trying_camera = False
            self.camera_is_there = usable and asked == self._asked


def _found(find: Callable[[], list[T]], before: list[T] | None) -> list[T]:
    """Return a new list, or where it cannot be made what was there before: that can still be chosen."""
    try:
        return find()
    except Exception:
        log.exception("looking for cameras and models failed")
        return before or []
