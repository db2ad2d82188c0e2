"""Work that is done in a thread of its own, in one that is kept, or in the caller's."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class Task(Protocol):
    """Work in a thread that is started and waited for as a :class:`threading.Thread` is."""

    @property
    def name(self) -> str: ...  # noqa: D102
    def start(self) -> None: ...  # noqa: D102
    def join(self, timeout: float | None = None) -> None: ...  # noqa: D102
    def is_alive(self) -> bool: ...  # noqa: D102


def thread_of(work: Callable[[], object], name: str) -> threading.Thread:
    """Return a thread of its own for some work."""
    return threading.Thread(target=work, name=name, daemon=True)


class CallersTask:
    """Work that is done by :meth:`run`, in the thread that calls it.

    Attributes
    ----------
    name : of the work.
    """

    name = ""

    def __init__(self) -> None:
        self._work: Callable[[], object] = lambda: None

    def of(self, work: Callable[[], object], name: str) -> CallersTask:
        """Return this, with its work."""
        self._work, self.name = work, name
        return self

    def run(self) -> None:
        """Do the work; to be called once it is started."""
        self._work()

    def start(self) -> None:
        """Do nothing yet."""

    def join(self, timeout: float | None = None) -> None:
        """Wait for nothing: who calls this does not do the work any more."""

    def is_alive(self) -> bool:
        """Whether it is being done by another thread, which it never is."""
        return False
