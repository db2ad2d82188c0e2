"""Timings: what reached the screen, how late it was and where the time went, over the last seconds."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, fields

import numpy as np

from app.live.meters import RateMeter
from app.types import Person, Result, StageTimes

REMEMBERED_S = 10.0
RECENT_S = 2.0  # figures are of these last seconds: steady to read and quick to follow
# Each stage with what it is called, in order; painting follows those of the pipeline.
STAGES: dict[str, str] = {stage.name: stage.metadata["title"] for stage in fields(StageTimes)} | {
    "paint": "Paint"
}


@dataclass(frozen=True, slots=True)
class Painted:
    """One result on the screen.

    Attributes
    ----------
    at : seconds of ``perf_counter`` when it was painted.
    latency : seconds from capture to paint.
    stages : seconds in each of ``STAGES``; they add up to the latency.
    """

    at: float
    latency: float
    stages: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures over the last moments.

    Attributes
    ----------
    display_fps : new pictures painted a second.
    median, p95 : capture-to-paint latency in seconds.
    stages : mean seconds in each of ``STAGES``.
    mean : mean latency in seconds, the sum of ``stages``.
    jitter_mm : how far joints lie from the middle between their places one frame before and after, in
        millimetres: small for smooth motion, whatever its speed. None while nobody is followed.
    """

    display_fps: float
    median: float
    p95: float
    stages: tuple[float, ...]
    mean: float
    jitter_mm: float | None


class Timings:
    """Collects what was painted; used by the GUI thread alone."""

    def __init__(self) -> None:
        self._painted: deque[Painted] = deque()
        self._rate = RateMeter()
        self._jitter = _Jitter()
        self._last_frame: int | None = None

    def add(self, result: Result, painted_at: float) -> None:
        """Count a result that was just painted; one that was only drawn again does not count."""
        if result.frame.index == self._last_frame:
            return
        self._last_frame = result.frame.index
        latency = painted_at - result.frame.captured_at
        before = [getattr(result.times, stage.name) for stage in fields(StageTimes)]
        self._painted.append(Painted(painted_at, latency, (*before, latency - sum(before))))
        while self._painted[0].at < painted_at - REMEMBERED_S:
            self._painted.popleft()
        self._rate.add(painted_at)
        self._jitter.add(result.people, painted_at)

    @property
    def history(self) -> tuple[Painted, ...]:
        """What was painted in the last ten seconds, oldest first."""
        return tuple(self._painted)

    def summary(self, now: float) -> Summary | None:
        """Return the figures of the last moments; None if nothing was painted in them."""
        recent = [painted for painted in self._painted if painted.at >= now - RECENT_S]
        if not recent:
            return None
        latencies = [painted.latency for painted in recent]
        stages = np.mean([painted.stages for painted in recent], axis=0)
        median, p95 = np.percentile(latencies, (50, 95))
        return Summary(
            display_fps=self._rate.rate(now),
            median=float(median),
            p95=float(p95),
            stages=tuple(stages.tolist()),
            mean=float(np.mean(latencies)),
            jitter_mm=self._jitter.mean(now),
        )

    def seconds_in(self, stage: str, now: float) -> float:
        """Return the mean seconds in one of ``STAGES`` in the last moments; 0 if nothing was painted."""
        summary = self.summary(now)
        return 0.0 if summary is None else summary.stages[list(STAGES).index(stage)]


class _Jitter:
    """Measures how far joints stray from the middle between their neighbours in time."""

    def __init__(self) -> None:
        self._before: deque[dict[int, np.ndarray]] = deque(maxlen=2)
        self._values: deque[tuple[float, float]] = deque()

    def add(self, people: tuple[Person, ...], at: float) -> None:
        now = {person.id: person.joints for person in people}
        if len(self._before) == 2:
            first, middle = self._before
            strays = [
                np.linalg.norm(middle[i] - (first[i] + now[i]) / 2, axis=1).mean()
                for i in now.keys() & middle.keys() & first.keys()
            ]
            if strays:
                self._values.append((at, 1000 * float(np.mean(strays))))
        self._before.append(now)

    def mean(self, now: float) -> float | None:
        while self._values and self._values[0][0] < now - RECENT_S:
            self._values.popleft()
        return float(np.mean([value for _, value in self._values])) if self._values else None
