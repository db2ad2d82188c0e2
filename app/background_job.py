"""Job: work that takes a while, in a thread of its own, with progress and a way to stop it. No Qt here."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")
Progress = Callable[[int, int], None]


class StoppedError(Exception):
    """Somebody asked the work to stop; raised inside it when it next tells its progress."""


class Job(Generic[T]):
    """Runs a function once.

    Parameters
    ----------
    work : is given a function to call with (steps done, steps).

    Attributes
    ----------
    result : what the work returned; None before.
    error : what it failed of; None if it did not, or was stopped.
    was_stopped : it ended because it was asked to.
    """

    def __init__(self, work: Callable[[Progress], T]) -> None:
        self._work = work
        self._progress = (0, 0)
        self._stopping = threading.Event()
        self.result: T | None = None
        self.error: Exception | None = None
        self.was_stopped = False
        self._thread = threading.Thread(target=self._run, name="job", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether it is still at work."""
        return self._thread.is_alive()

    @property
    def progress(self) -> tuple[int, int]:
        """Steps done, and steps; both 0 as long as nothing is known."""
        return self._progress

    def stop(self) -> None:
        """Ask it to stop; returns at once."""
        self._stopping.set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until it has ended, at most so many seconds; return whether it has."""
        self._thread.join(timeout)
        return not self.is_running

    def _tell(self, done: int, total: int) -> None:
        if self._stopping.is_set():
            raise StoppedError
        self._progress = done, total

    def _run(self) -> None:
        try:
            self.result = self._work(self._tell)
        except StoppedError:
            self.was_stopped = True
        except Exception as error:  # the thread's guard: whoever started it shows what happened
            log.info("a job failed", exc_info=True)
            self.error = error
