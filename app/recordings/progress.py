"""Progress: how long work reports how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]  # called with (steps done, steps)


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


def shared_progress(progress: Progress, part: int, parts: int) -> Progress:
    """Return a progress function for one of several equal parts of the work."""
    return lambda done, total: progress(part * total + done, parts * total)
