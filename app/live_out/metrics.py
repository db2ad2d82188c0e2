"""Metrics: the vitals in the format of Prometheus; the one home of its library."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily
from prometheus_client.registry import Collector

from app.system.memory import resident_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prometheus_client import Metric

    from app.live_out.broadcast import Broadcast
    from app.live_out.vitals import Vitals
    from app.types import StageTimes

BUCKETS_S = (0.001, 0.002, 0.005, 0.01, 0.02, 0.033, 0.05, 0.1, 0.2, 0.5, 1.0)


class Metrics:
    """Keeps how long stages took, and reads the rest from where it is counted.

    Parameters
    ----------
    vitals, broadcast : where it is counted.
    """

    def __init__(self, vitals: Vitals, broadcast: Broadcast) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(_Counted(vitals, broadcast))
        self._stages = Histogram(
            "fastmetro_stage_seconds",
            "How long a frame spent in a stage; total is from capture to result",
            ["stage"],
            buckets=BUCKETS_S,
            registry=self._registry,
        )

    def add(self, times: StageTimes) -> None:
        """Count the stages of a frame."""
        for stage in fields(times):
            self._stages.labels(stage.name).observe(getattr(times, stage.name))
        self._stages.labels("total").observe(times.total)

    def text(self) -> bytes:
        """Return all of it as Prometheus reads it."""
        return generate_latest(self._registry)


class _Counted(Collector):
    def __init__(self, vitals: Vitals, broadcast: Broadcast) -> None:
        self._vitals, self._broadcast = vitals, broadcast

    def collect(self) -> Iterator[Metric]:
        vitals, broadcast = self._vitals, self._broadcast
        yield CounterMetricFamily("fastmetro_results", "Frames with a result", value=vitals.results)
        left_out = CounterMetricFamily("fastmetro_frames_left_out", "Frames left out", labels=["cause"])
        left_out.add_metric(["not_processed"], vitals.not_processed)
        left_out.add_metric(["viewer_too_slow"], broadcast.left_out)
        yield left_out
        age, steadiness = vitals.last_result_s, vitals.steadiness
        for name, what, value in (
            ("fastmetro_up", "Whether there was a result of late", float(vitals.state == "running")),
            ("fastmetro_last_result_seconds", "Since the last result", age),
            ("fastmetro_people", "In the last result", vitals.people),
            ("fastmetro_viewers", "Who watch the page", broadcast.viewers()),
            ("fastmetro_memory_bytes", "Of the program, resident", resident_bytes()),
            ("fastmetro_foot_skating", "Of the leader's standing feet, m/s", steadiness.skating),
        ):
            if value is not None:
                yield GaugeMetricFamily(name, what, value=value)
        acceleration = GaugeMetricFamily(
            "fastmetro_joint_acceleration", "Of the leader's joints, m/s2, their mean", labels=["of"]
        )
        for of, value in (
            ("shown", steadiness.acceleration),
            ("network", steadiness.raw_acceleration),
        ):
            if value is not None:
                acceleration.add_metric([of], value)
        yield acceleration
        yield InfoMetricFamily("fastmetro", "What works", value={"provider": vitals.provider})
