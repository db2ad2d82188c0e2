"""Interval: tells when something that is done every so often is due."""

from __future__ import annotations

import math


class Interval:
    """Counts from one time to the next; the first one is due at once.

    Parameters
    ----------
    seconds : between two times.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds, self._due_at = seconds, -math.inf

    def is_due(self, now: float) -> bool:
        """Return whether it is due by now; then the next one is a whole interval away."""
        if now < self._due_at:
            return False
        self.begin(now)
        return True

    def begin(self, now: float) -> None:
        """Let a whole interval pass from now on."""
        self._due_at = now + self._seconds

    def make_due(self) -> None:
        """Let none of it pass any more."""
        self._due_at = -math.inf
