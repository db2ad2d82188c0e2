"""HandOver: what one thread hands to another, in order, either of which may end it."""

from __future__ import annotations

import threading
from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class HandOver(Generic[T]):
    """One place between two threads.

    As with a pipe, what was put before the giver ends is still taken, and a giver whose taker refuses learns
    it at the next item. So whatever ends one stage ends those before it, and those after it once they have
    done what is on the way.

    Parameters
    ----------
    newest_wins : ``put`` replaces what nobody took, so that nothing grows old; without it ``put`` waits until
        the place is free, so that nothing is lost.

    Attributes
    ----------
    replaced : items that were replaced before anybody took them.
    """

    def __init__(self, *, newest_wins: bool) -> None:
        self._newest_wins = newest_wins
        self._changed = threading.Condition()
        self._items: deque[T] = deque(maxlen=1)
        self._is_closed = False
        self.replaced = 0

    def put(self, item: T) -> bool:
        """Leave an item; return False if nothing is taken any more."""
        with self._changed:
            if not self._newest_wins:
                self._changed.wait_for(lambda: self._is_closed or not self._items)
            if self._is_closed:
                return False
            self.replaced += len(self._items)
            self._items.append(item)
            self._changed.notify_all()
            return True

    def take(self, timeout: float | None = 0.0) -> T | None:
        """Take an item, after waiting up to ``timeout`` seconds for one (None: as long as one may come)."""
        with self._changed:
            self._changed.wait_for(lambda: self._items or self._is_closed, timeout)
            if not self._items:
                return None
            self._changed.notify_all()
            return self._items.popleft()

    def end(self) -> None:
        """Say that nothing more is put; what is there is still taken."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def refuse(self) -> None:
        """Take nothing more, neither what is there."""
        with self._changed:
            self._items.clear()
            self._is_closed = True
            self._changed.notify_all()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take."""
        with self._changed:
            return not self._items

    @property
    def is_closed(self) -> bool:
        """Whether nothing more can be put."""
        return self._is_closed

    @property
    def is_over(self) -> bool:
        """Whether there is nothing to take, nor ever will be."""
        with self._changed:
            return self._is_closed and not self._items
