"""Vitals: how the pipeline whose results are shown does, for whoever watches over it from outside."""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Literal

from app.live.meters import RateMeter, StageMeter
from app.live.steadiness import Steadiness, SteadinessMeter
from app.system.memory import resident_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live.estimator import MeshEstimator
    from app.types import Result

STILL_S = 10.0  # without a result: whatever works there hangs, has lost its source, or is paused


class Vitals:
    """Counts results; :meth:`put` is for one thread, all else for any.

    Parameters
    ----------
    clock : seconds that only go forwards.

    Attributes
    ----------
    results : how many there were.
    not_processed : frames of the source between them: newer ones were there, or a file's could not be read.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun = clock()
        self._last: tuple[Result, MeshEstimator, float] | None = None
        self._rate, self._stages, self._steadiness = RateMeter(), StageMeter(), SteadinessMeter()
        self.results = self.not_processed = 0

    def put(self, result: Result, estimator: MeshEstimator) -> bool:
        """Count a result; return whether it is new, and not one that was drawn again."""
        now = self._clock()
        last = self._last[0].frame if self._last is not None else None
        if result.frame is last:
            return False
        if last is not None and result.frame.index > last.index:  # of another source they begin again
            self.not_processed += result.frame.index - last.index - 1
        self.results += 1
        self._rate.add(now)
        self._stages.add(result.times)
        self._steadiness.add(result, now)
        self._last = result, estimator, now
        return True

    @property
    def last_result_s(self) -> float | None:
        """Seconds since the last result; None before the first."""
        return None if self._last is None else self._clock() - self._last[2]

    @property
    def state(self) -> Literal["starting", "running", "still"]:
        """``still`` where there was no result for long."""
        age = self.last_result_s
        if age is None:
            return "starting"
        return "running" if age < STILL_S else "still"

    @property
    def people(self) -> int:
        """How many are in the last result."""
        return 0 if self._last is None else len(self._last[0].people)

    @property
    def steadiness(self) -> Steadiness:
        """How steady the motion of the person who leads is."""
        return self._steadiness.figures(self._clock())

    @property
    def provider(self) -> str:
        """What the network runs on, as ONNX Runtime names it; empty before the first result."""
        return "" if self._last is None else self._last[1].provider

    def record(self) -> dict[str, Any]:
        """Return all of it in the words of JSON."""
        age, memory = self.last_result_s, resident_bytes()
        times = self._stages.medians()
        stages = {**asdict(times), "total": times.total}
        return {
            "state": self.state,
            "running_s": round(self._clock() - self._begun, 1),
            "results": self.results,
            "results_per_second": round(self._rate.rate(self._clock()), 1),
            "last_result_s": None if age is None else round(age, 3),
            "people": self.people,
            "model": "" if self._last is None else self._last[1].info.name,
            "provider": self.provider,
            "stages_ms": {name: round(1000 * seconds, 2) for name, seconds in stages.items()},
            "memory_mb": None if memory is None else round(memory / 1e6, 1),
        }
