"""Timings: what reached the screen, how late it was and where the time went, over the last seconds."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, fields

import numpy as np

from app.gui.languages.language import later, tr
from app.gui.languages.sentences import translated
from app.live.meters import RateMeter
from app.live.steadiness import RECENT_S, Steadiness, SteadinessMeter
from app.types import Result, StageTimes

REMEMBERED_S = 60.0
# Each stage with what it is called, in order; painting follows those of the pipeline.
STAGES: dict[str, str] = {stage.name: stage.metadata["title"] for stage in fields(StageTimes)} | {
    "paint": later("Paint")
}

_STAGE_COLOURS = ("#6B7785", "#F2B84B", "#5BC0EB", "#B39DDB", "#7BC8A4", "#E58F65", "#D98CB3", "#C7D36F")


def stage_title(stage: str) -> str:
    """Return what one of ``STAGES`` is called in the language in force."""
    return tr(STAGES[stage]) if stage == "paint" else translated(STAGES[stage])


def stage_colour(index: int) -> str:
    """Return the colour that stands for one of ``STAGES`` in every picture of them."""
    return _STAGE_COLOURS[index % len(_STAGE_COLOURS)]


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
    steadiness : of the person who leads.
    """

    display_fps: float
    median: float
    p95: float
    stages: tuple[float, ...]
    mean: float
    steadiness: Steadiness


class Timings:
    """Collects what was painted; used by the GUI thread alone."""

    def __init__(self) -> None:
        self._painted: deque[Painted] = deque()
        self._rate = RateMeter()
        self._steadiness = SteadinessMeter()
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
        self._steadiness.add(result, painted_at)

    @property
    def history(self) -> tuple[Painted, ...]:
        """What was painted in the last minute, oldest first."""
        return tuple(self._painted)

    def summary(self, now: float) -> Summary | None:
        """Return the figures of the last moments; None if nothing was painted in them."""
        recent = self._recent(now)
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
            steadiness=self._steadiness.figures(now),
        )

    def seconds_in(self, stage: str, now: float) -> float:
        """Return the mean seconds in one of ``STAGES`` in the last moments; 0 if nothing was painted."""
        recent, index = self._recent(now), list(STAGES).index(stage)
        return float(np.mean([painted.stages[index] for painted in recent])) if recent else 0.0

    def _recent(self, now: float) -> list[Painted]:
        return [painted for painted in self._painted if painted.at >= now - RECENT_S]
