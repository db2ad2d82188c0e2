"""Honest rates and latencies of a running pipeline, from the last few events."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

import numpy as np

from app.types import StageTimes

if TYPE_CHECKING:
    from collections.abc import Iterable

WINDOW = 60  # events: two seconds at 30 FPS, steady to read and quick to follow


class RateMeter:
    """Events a second: ``(n - 1) / (last - first)`` over the last events.

    Parameters
    ----------
    window : events remembered.
    stale_s : after this long without an event the rate is 0.
    """

    def __init__(self, window: int = WINDOW, stale_s: float = 2.0) -> None:
        self._times: deque[float] = deque(maxlen=window)
        self._stale_s = stale_s

    def add(self, time_s: float) -> None:
        """Count an event at this time."""
        self._times.append(time_s)

    def rate(self, now_s: float) -> float:
        """Return events a second; 0 while there are fewer than two or they stopped coming."""
        times = list(self._times)
        if len(times) < 2 or now_s - times[-1] > self._stale_s or times[-1] <= times[0]:
            return 0.0
        return (len(times) - 1) / (times[-1] - times[0])


class LatencyMeter:
    """Median and 95th percentile of the last durations."""

    def __init__(self, window: int = WINDOW) -> None:
        self._values: deque[float] = deque(maxlen=window)

    def add(self, seconds: float) -> None:
        """Count a duration."""
        self._values.append(seconds)

    def percentile(self, percent: float) -> float:
        """Return a percentile in seconds; 0 before the first event."""
        values = list(self._values)
        return float(np.percentile(values, percent)) if values else 0.0

    @property
    def median(self) -> float:
        """Seconds."""
        return self.percentile(50)

    @property
    def p95(self) -> float:
        """Seconds."""
        return self.percentile(95)


class StageMeter:
    """Medians of the stages of the last frames."""

    def __init__(self, window: int = WINDOW) -> None:
        self._times: deque[StageTimes] = deque(maxlen=window)

    def add(self, times: StageTimes) -> None:
        """Count a frame."""
        self._times.append(times)

    def medians(self) -> StageTimes:
        """Return the median of each stage in seconds; zeros before the first frame."""
        return stage_medians(list(self._times))


def stage_medians(times: Iterable[StageTimes]) -> StageTimes:
    """Return the median of each stage over some frames, in seconds; zeros for none."""
    times = list(times)
    if not times:
        return StageTimes()
    return StageTimes(*(float(np.median([getattr(t, f.name) for t in times])) for f in fields(StageTimes)))


@dataclass(slots=True)
class Meters:
    """What a running pipeline measures of itself; read from any thread.

    Attributes
    ----------
    camera, mesh : frames captured, and turned into meshes.
    latency : capture to drawn result.
    stages : where that time goes.
    """

    camera: RateMeter = field(default_factory=RateMeter)
    mesh: RateMeter = field(default_factory=RateMeter)
    latency: LatencyMeter = field(default_factory=LatencyMeter)
    stages: StageMeter = field(default_factory=StageMeter)


@dataclass(frozen=True, slots=True)
class PipelineFigures:
    """What is shown of a running pipeline's measurements.

    Attributes
    ----------
    camera_fps : frames a second that the source delivers.
    mesh_fps : frames a second that are turned into meshes.
    replaced : frames left out because a newer one was there.
    """

    camera_fps: float
    mesh_fps: float
    replaced: int
