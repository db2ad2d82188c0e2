"""StepThread: processes the frames of one pipeline after another, and keeps the model loaded between them."""

from __future__ import annotations

import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING

from app.live.loaded_model import LoadedModel
from app.live.mesh_step import MeshStep
from app.server.address import server_of
from models.inference.store import find_model

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.options import Device, Options
    from app.server.address import ServerAddress


CLOSE_S = 5.0  # for giving the model back


class StepTask:
    """Work for a :class:`StepThread`, which its maker starts and waits for as if it were a thread.

    Parameters
    ----------
    work : returns whether it went well.
    enqueue : hands the task to the thread.
    """

    name = "process"

    def __init__(self, work: Callable[[], bool], enqueue: Callable[[StepTask], None]) -> None:
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


class StepThread:
    """A thread that has a model loaded; OpenGL ties a renderer to the thread that made it.

    A model is loaded again where another one is asked for, where its file was exchanged, and after work that
    failed, which may have left it broken.
    """

    def __init__(self) -> None:
        self._tasks: SimpleQueue[StepTask | None] = SimpleQueue()
        self._last: StepTask | None = None
        self._loaded: LoadedModel | None = None
        self._identity: tuple[Path, int, int, Device, ServerAddress | None] | None = None
        self._thread = threading.Thread(target=self._run, name="process", daemon=True)
        self._thread.start()

    # For any thread -----------------------------------------------------------------------------------------

    def task(self, work: Callable[[], bool]) -> StepTask:
        """Return work that is done in this thread once it is started."""
        return StepTask(work, self._enqueue)

    def wait(self, timeout: float) -> bool:
        """Wait until what was started has ended, at most so many seconds; return whether it has."""
        if self._last is not None:
            self._last.join(timeout)
        return self._last is None or not self._last.is_alive()

    def close(self) -> None:
        """Give the model back, or where something was started that has not ended, as soon as it has."""
        self._tasks.put(None)
        if self.wait(0.0):
            self._thread.join(CLOSE_S)

    def _enqueue(self, task: StepTask) -> None:
        self._last = task
        self._tasks.put(task)

    # The thread itself --------------------------------------------------------------------------------------

    def build_step(self, options: Options, on_status: Callable[[str], None]) -> MeshStep:
        """Return a step that knows nobody yet, on the model that is kept; to be called by a task's work.

        Raises
        ------
        models.inference.store.ModelError : the model or the detector cannot be used.
        models.rendering.mesh_renderer.RenderingError : a file that drawing needs is missing.
        """
        file = find_model(options.model)
        facts = file.stat()
        server = server_of(options)
        identity = file, facts.st_mtime_ns, facts.st_size, options.device, server
        if self._loaded is None or identity != self._identity:
            self._unload()
            self._loaded = LoadedModel(
                file, device=options.device, server=server, people=options.people, on_status=on_status
            )
            self._identity = identity
        return MeshStep(options, live=True, loaded=self._loaded)

    def _unload(self) -> None:
        if self._loaded is not None:
            self._loaded.close()
        self._loaded = None

    def _run(self) -> None:
        while (task := self._tasks.get()) is not None:
            if not task.run():
                self._unload()
            del task  # it would be kept until the next one comes
        self._unload()
