"""LatestSlot: hands the newest item from one thread to another, so that nothing queues up."""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class LatestSlot(Generic[T]):
    """One-place hand-over between threads: ``put`` replaces, ``take`` waits. Only the newest matters.

    Attributes
    ----------
    replaced : items overwritten before anybody took them.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._item: T | None = None
        self.replaced = 0

    def put(self, item: T) -> None:
        """Leave an item, in place of one that nobody took."""
        with self._changed:
            self.replaced += self._item is not None
            self._item = item
            self._changed.notify()

    def take(self, timeout: float = 0.0) -> T | None:
        """Take the item, after waiting up to ``timeout`` seconds for one."""
        with self._changed:
            self._changed.wait_for(lambda: self._item is not None, timeout)
            item, self._item = self._item, None
            return item

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take."""
        with self._changed:
            return self._item is None
