"""Rates, latencies and stage medians of a running pipeline."""

import pytest

from app.live.meters import LatencyMeter, RateMeter, StageMeter, stage_medians
from app.types import StageTimes


def test_rate_counts_the_intervals_between_first_and_last():
    meter = RateMeter()
    for i in range(31):
        meter.add(10 + i / 30)
    assert meter.rate(11.0) == pytest.approx(30.0)


def test_rate_is_zero_before_two_events_and_after_they_stop():
    meter = RateMeter(stale_s=2.0)
    assert meter.rate(0.0) == 0
    meter.add(0.0)
    assert meter.rate(0.0) == 0
    meter.add(0.1)
    assert meter.rate(0.1) == pytest.approx(10)
    assert meter.rate(5.0) == 0


def test_rate_forgets_what_is_long_past():
    meter = RateMeter(window=10)
    for i in range(100):
        meter.add(float(i))
    for i in range(10):
        meter.add(100 + i / 100)
    assert meter.rate(100.1) == pytest.approx(100)


def test_latency_median_and_percentile():
    meter = LatencyMeter()
    assert meter.median == 0
    for i in range(1, 21):
        meter.add(i / 1000)
    assert meter.median == pytest.approx(0.0105)
    assert 0.019 <= meter.p95 <= 0.020


def test_stage_medians_take_each_stage_by_itself():
    times = [
        StageTimes(mesh=0.01, draw=0.5),
        StageTimes(mesh=0.03, draw=0.1),
        StageTimes(mesh=0.02, draw=0.2),
    ]
    meter = StageMeter()
    for each in times:
        meter.add(each)
    assert meter.medians() == stage_medians(times) == StageTimes(mesh=0.02, draw=0.2)
    assert stage_medians([]) == StageTimes()
