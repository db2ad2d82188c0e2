"""StepThreads: the threads of one pipeline after another, which keep what they have loaded."""

from __future__ import annotations

import threading
import time
from queue import SimpleQueue
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from app.drawing.painter import body_renderer
from app.live.draw_step import DrawStep
from app.live.loaded_model import LoadedModel
from app.live.track_step import TrackStep
from app.server.address import server_of
from app.system.native_memory import return_what_is_free
from models.inference.store import find_model
from models.rendering.mesh_renderer import import_opengl

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from app.drawing.painter import Renderer
    from app.live.estimator import MeshEstimator
    from app.options import Options


CLOSE_S = 5.0  # for giving model and renderer back


class Closable(Protocol):
    """What is given back in the end."""

    def close(self) -> None: ...  # noqa: D102


T = TypeVar("T", bound=Closable)


class StepTask:
    """Work for a :class:`KeepingThread`, which its maker starts and waits for as if it were a thread.

    Parameters
    ----------
    work : returns whether it went well.
    name : of the work.
    enqueue : hands the task to the thread.
    """

    def __init__(self, work: Callable[[], bool], name: str, enqueue: Callable[[StepTask], None]) -> None:
        self.name = name
        self._work: Callable[[], bool] | None = work
        self._enqueue = enqueue
        self._ended = threading.Event()

    def start(self) -> None:
        """Let the thread begin with it as soon as it is free."""
        self._enqueue(self)

    def run(self) -> bool:
        """Do the work, in the thread."""
        work, self._work = self._work, None
        try:
            return work is None or work()
        finally:
            self._ended.set()

    def join(self, timeout: float | None = None) -> None:
        """Wait until it has ended, at most so many seconds."""
        self._ended.wait(timeout)

    def is_alive(self) -> bool:
        """Whether it has not ended yet."""
        return not self._ended.is_set()


class KeepingThread(Generic[T]):
    """A thread that does one task after another, and keeps what it has loaded for them.

    That is loaded again where something else is asked for, and after work that failed, which may have left it
    broken.
    """

    def __init__(self, name: str) -> None:
        self._tasks: SimpleQueue[StepTask | None] = SimpleQueue()
        self._last: StepTask | None = None
        self._kept: T | None = None
        self._identity: Hashable = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    # For any thread -----------------------------------------------------------------------------------------

    def task(self, work: Callable[[], bool], name: str) -> StepTask:
        """Return work that is done in this thread once it is started."""
        return StepTask(work, name, self._enqueue)

    def wait(self, timeout: float) -> bool:
        """Wait until what was started has ended, at most so many seconds; return whether it has."""
        if self._last is not None:
            self._last.join(timeout)
        return self._last is None or not self._last.is_alive()

    def close(self) -> None:
        """Give back what is kept, or where something was started that has not ended, as soon as it has."""
        self._tasks.put(None)

    def join(self, timeout: float) -> None:
        """Wait until it has been given back, at most so many seconds."""
        self._thread.join(timeout)

    def _enqueue(self, task: StepTask) -> None:
        self._last = task
        self._tasks.put(task)

    # The thread itself --------------------------------------------------------------------------------------

    def kept(self, identity: Hashable, load: Callable[[], T]) -> T:
        """Return what is kept, loaded unless it is of this identity; to be called by a task's work."""
        if self._kept is None or identity != self._identity:
            self._unload()
            self._kept, self._identity = load(), identity
        return self._kept

    def _unload(self) -> None:
        if self._kept is None:
            return
        self._kept.close()
        self._kept = None
        return_what_is_free()

    def _run(self) -> None:
        while (task := self._tasks.get()) is not None:
            if not task.run():
                self._unload()
            del task  # it would be kept until the next one comes
        self._unload()


class StepThreads:
    """A thread that has a model loaded, and one that has its body's renderer, which OpenGL ties to it."""

    def __init__(self) -> None:
        self._mesh: KeepingThread[LoadedModel] = KeepingThread("mesh")
        self._draw: KeepingThread[Renderer] = KeepingThread("draw")
        self.mesh_task = self._mesh.task

    def draw_task(self, work: Callable[[], bool], name: str) -> StepTask:
        """Return work for the thread of drawing, as :meth:`KeepingThread.task` does."""

        def prepared() -> bool:
            import_opengl()  # here, while the other thread loads the model
            return work()

        return self._draw.task(prepared, name)

    def wait(self, timeout: float) -> bool:
        """Wait until what was started has ended, at most so many seconds; return whether it has."""
        deadline = time.monotonic() + timeout
        return all([t.wait(max(deadline - time.monotonic(), 0.0)) for t in (self._mesh, self._draw)])

    def close(self) -> None:
        """Give model and renderer back, or where something was started that has not ended, once it has."""
        for thread in (self._mesh, self._draw):
            thread.close()
            if thread.wait(0.0):
                thread.join(CLOSE_S)

    def build_step(self, options: Options, on_status: Callable[[str], None]) -> TrackStep:
        """Return a step that knows nobody yet, on the model that is kept; for the work of a mesh task.

        Raises
        ------
        models.inference.store.ModelError : the model or the detector cannot be used.
        """
        file = find_model(options.model)
        facts = file.stat()
        server = server_of(options)
        loaded = self._mesh.kept(
            (file, facts.st_mtime_ns, facts.st_size, options.device, server),
            lambda: LoadedModel(file, device=options.device, server=server, on_status=on_status),
        )
        return TrackStep(options, live=True, loaded=loaded)

    def build_drawing(self, options: Options, estimator: MeshEstimator) -> DrawStep:
        """Return a step that draws, by the renderer that is kept; for the work of a draw task.

        Raises
        ------
        models.rendering.mesh_renderer.RenderingError : a file that drawing needs is missing.
        """
        template = estimator.template
        renderer = self._draw.kept(template.sha256, lambda: body_renderer(template, options.people))
        return DrawStep(options, estimator, renderer=renderer)
