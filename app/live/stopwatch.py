"""Stopwatch: where the time of one frame goes, from stage to stage and from thread to thread."""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import TYPE_CHECKING

from app.types import StageTimes

if TYPE_CHECKING:
    from app.types import Frame


class Stopwatch:
    """Adds up the seconds that a frame spends in each stage, with nothing left between them.

    Parameters
    ----------
    frame : at work.
    times : of the stages before, if there are any; what has passed since is waiting.
    """

    def __init__(self, frame: Frame, times: StageTimes | None = None) -> None:
        times = times or StageTimes()
        self._last = time.perf_counter()
        self._seconds: dict[str, float] = asdict(times)
        self._seconds["wait"] += self._last - (frame.captured_at + times.total)

    def lap(self, stage: str) -> None:
        """Count what has passed since the last lap as a stage's."""
        now = time.perf_counter()
        self._seconds[stage] += now - self._last
        self._last = now

    @property
    def times(self) -> StageTimes:
        """The seconds of each stage up to the last lap."""
        return StageTimes(**self._seconds)
