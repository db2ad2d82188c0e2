"""Broadcast: the newest result for many viewers, each of whom leaves out what comes while it is busy."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Hashable

    from app.live.estimator import MeshEstimator
    from app.types import Result

T = TypeVar("T")
Kind = Literal["picture", "mesh", "events"]

BONES_S = 2.0  # for which bones are found after somebody asked for them once
MOST_VIEWERS = 8  # a household's Wi-Fi carries so many pictures; further viewers are told so


class Shot:
    """A result, and what is made of it for viewers: each thing once, by whoever wants it first.

    Attributes
    ----------
    number : counts what was put, from 1.
    result, estimator : what was put.
    """

    def __init__(self, number: int, result: Result, estimator: MeshEstimator) -> None:
        self.number, self.result, self.estimator = number, result, estimator
        self._lock = threading.Lock()
        self._locks: defaultdict[Hashable, threading.Lock] = defaultdict(threading.Lock)
        self._made: dict[Hashable, object] = {}

    def once(self, name: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` returns, which is called once for a name; others wait for it."""
        with self._lock:
            lock = self._locks[name]
        with lock:
            if name not in self._made:
                self._made[name] = make()
            return self._made[name]  # pyright: ignore[reportReturnType]


class TooManyViewersError(Exception):
    """No further viewer is let in."""


class Broadcast:
    """Keeps the newest shot and knows who watches; for any thread.

    Attributes
    ----------
    left_out : shots that viewers, all together, left out while they were busy with older ones.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._newest: Shot | None = None
        self._count = 0
        self._viewers: Counter[Kind] = Counter()
        self._closed = False
        self._bones_until = 0.0  # of time.monotonic()
        self.left_out = 0

    def put(self, result: Result, estimator: MeshEstimator) -> None:
        """Take a result in place of the last one."""
        with self._changed:
            self._count += 1
            self._newest = Shot(self._count, result, estimator)
            self._changed.notify_all()

    def close(self) -> None:
        """Let nobody wait any more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    @property
    def is_closed(self) -> bool:
        """Whether there will be no more."""
        return self._closed

    @property
    def newest(self) -> Shot | None:
        """What was put last; None before the first."""
        return self._newest

    def ask_for_bones(self) -> None:
        """Let people's bones be found for a while."""
        self._bones_until = time.monotonic() + BONES_S

    @property
    def wants_bones(self) -> bool:
        """Whether somebody watches people's numbers, or asked for them a moment ago."""
        return self.viewers("events") > 0 or time.monotonic() < self._bones_until

    def viewers(self, kind: Kind | None = None) -> int:
        """Return how many watch: of one kind, or of all kinds together."""
        return self._viewers.total() if kind is None else self._viewers[kind]

    @contextlib.contextmanager
    def viewer(self, kind: Kind) -> Generator[Viewer, None, None]:
        """Let somebody watch.

        Raises
        ------
        TooManyViewersError : as many as there may be watch already.
        """
        with self._changed:
            if self._viewers.total() >= MOST_VIEWERS:
                raise TooManyViewersError
            self._viewers[kind] += 1
        try:
            yield Viewer(self)
        finally:
            with self._changed:
                self._viewers[kind] -= 1

    def newer(self, number: int, timeout: float) -> Shot | None:
        """Wait for a shot after the one of a number, at most so many seconds; None if there is none.

        Those between the two are counted as left out; number 0 saw none before.
        """

        def is_there() -> bool:
            return self._newest is not None and self._newest.number > number

        with self._changed:
            self._changed.wait_for(lambda: self._closed or is_there(), timeout)
            if self._closed or not is_there() or self._newest is None:
                return None
            if number:
                self.left_out += self._newest.number - number - 1
            return self._newest


class Viewer:
    """Sees one shot after another, the newest each time; used by one thread."""

    def __init__(self, broadcast: Broadcast) -> None:
        self._broadcast, self._last = broadcast, 0

    def next(self, timeout: float) -> Shot | None:
        """Wait for a newer shot than the last one, at most so many seconds; None if there is none."""
        shot = self._broadcast.newer(self._last, timeout)
        if shot is not None:
            self._last = shot.number
        return shot
