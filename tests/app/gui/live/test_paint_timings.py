"""What is measured of the pictures on the screen: latency to the paint, its stages, and how steady it is."""

from dataclasses import replace

import numpy as np
import pytest

from app.gui.live.paint_timings import STAGES, Timings
from tests.fakes.live_window import make_result, person


def test_latency_is_from_capture_to_paint_and_its_stages_add_up():
    timings = Timings()
    shown = make_result(4, captured_at=10.0)
    timings.add(shown, 10.05)
    (painted,) = timings.history
    assert painted.latency == pytest.approx(0.05)
    assert dict(zip(STAGES, painted.stages, strict=True)) == pytest.approx(
        {
            "wait": 0.004,
            "detect": 0.001,
            "mesh": 0.010,
            "smooth": 0.001,
            "hands": 0.0,
            "draw": 0.003,
            "paint": 0.031,
        }
    )
    assert timings.seconds_in("mesh", 10.1) == pytest.approx(0.010)
    assert timings.seconds_in("mesh", 20.0) == 0.0
    summary = timings.summary(10.1)
    assert sum(summary.stages) == pytest.approx(summary.mean) == pytest.approx(summary.median)


def test_a_picture_drawn_anew_counts_no_second_time():
    timings = Timings()
    shown = make_result(4)
    timings.add(shown, shown.frame.captured_at + 0.05)
    timings.add(replace(shown), shown.frame.captured_at + 0.9)
    assert [painted.latency for painted in timings.history] == pytest.approx([0.05])
    assert len(timings.history[0].stages) == len(STAGES)


def test_steadiness_is_of_the_last_moments_on_the_screen():
    timings = Timings()
    for i in range(20):
        timings.add(make_result(i, [person(0.002 * (i % 2))]), 10 + i / 30)
    shaking = timings.summary(10 + 20 / 30).steadiness
    assert shaking.acceleration == pytest.approx(2 * 0.002 * 30**2 * np.sqrt(3), rel=1e-3)
    assert shaking.skating is None
