"""Pace: keeps what was recorded to its own clock."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import threading

MOST_LATE_S = 1.0  # later than this a source was held up, as by the machine's sleep, and goes on from there


class Clock(Protocol):
    """What tells the time and lets it pass."""

    def now(self) -> float:
        """Return seconds of ``perf_counter``."""
        ...

    def wait(self, event: threading.Event, timeout: float) -> bool:
        """Wait for an event up to ``timeout`` seconds; return whether it came."""
        ...


class RealClock:
    """The clock on the wall."""

    def now(self) -> float:  # noqa: D102
        return time.perf_counter()

    def wait(self, event: threading.Event, timeout: float) -> bool:  # noqa: D102
        return event.wait(timeout)


REAL_CLOCK = RealClock()


class Pace:
    """Keeps a recorded source to its own clock."""

    def __init__(self, cancelled: threading.Event, clock: Clock) -> None:
        self._cancelled, self._clock = cancelled, clock
        self._offset: float | None = None

    def late_s(self, time_s: float) -> float:
        """Return how late a frame is; negative if its time is still to come.

        The count begins again where it would be later than :data:`MOST_LATE_S`.
        """
        now = self._clock.now()
        if self._offset is None or now - (self._offset + time_s) > MOST_LATE_S:
            self._offset = now - time_s
        return now - (self._offset + time_s)

    def wait(self, time_s: float) -> bool:
        """Wait until a frame is due; False when cancelled."""
        early = -self.late_s(time_s)
        return not (self._clock.wait(self._cancelled, early) if early > 0 else self._cancelled.is_set())

    def restart(self) -> None:
        """Count from the next frame on, after a pause."""
        self._offset = None
