"""Smoothing makes nothing late or frozen, and continues motion through gaps."""

import numpy as np
import pytest

from app.recordings.motion.smoothing_spline import QUICK_M_S, jerk, smooth, smooth_motion, smooth_rotations
from models.body.skinning import rotation_matrices
from models.evaluate.metrics import jitter
from tests.fakes.uneven_times import FPS, everywhere, uneven_times


def test_a_straight_line_stays_with_uneven_times_and_through_a_gap():
    rng = np.random.default_rng(0)
    times = uneven_times(120, rng)
    line = np.stack([2 * times - 1, -0.3 * times, 5 + 0 * times], -1)
    known = everywhere(times)
    known[50:62] = False
    np.testing.assert_allclose(smooth(times, line[known], 3.0, known), line, atol=1e-8)
    np.testing.assert_allclose(smooth_motion(times, line[known], known, 1.0), line, atol=1e-8)


@pytest.mark.parametrize("frequency", [1, 3, 6, 10])
def test_waves_keep_the_share_that_the_filter_promises_and_are_not_late(frequency):
    times = np.arange(600) / 60
    wave = np.sin(2 * np.pi * frequency * times)
    smoothed = smooth(times, wave, 6.0, everywhere(times))
    middle = slice(200, 400)
    assert smoothed[middle].std() / wave[middle].std() == pytest.approx(
        1 / (1 + (frequency / 6) ** 4), abs=0.03
    )
    shifts = range(-3, 4)
    assert max(shifts, key=lambda s: smoothed[middle] @ wave[200 + s : 400 + s]) == 0


def test_a_hidden_gap_of_a_wave_is_continued():
    times = np.arange(120) / FPS
    wave = np.stack([np.sin(2 * np.pi * 0.5 * times), times, 0 * times], -1)
    known = everywhere(times)
    known[50:62] = False
    filled = smooth_motion(times, wave[known], known, QUICK_M_S)
    straight = np.interp(times, times[known], wave[known, 0])
    assert np.abs(filled - wave)[~known].max() < 0.5 * np.abs(straight - wave[:, 0]).max()


def test_rotations_survive_half_turns_and_lose_trembling():
    rng = np.random.default_rng(1)
    times = uneven_times(150, rng)
    truth = rotation_matrices(np.outer(times, [0, 1, 0]))[:, None]
    noisy = truth @ rotation_matrices(np.radians(4) * rng.normal(size=(150, 1, 3)))

    def error(rotations):
        return np.linalg.norm(rotations - truth, axis=(-2, -1)).mean()

    smoothed = smooth_rotations(times, noisy, everywhere(times))
    assert error(smoothed) < 0.75 * error(noisy)
    np.testing.assert_allclose(np.linalg.det(smoothed), 1, atol=1e-5)
    assert error(smooth_rotations(times, truth, everywhere(times))) < 0.01


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_very_short_series_come_back(count):
    times = np.arange(count) / FPS
    points = np.arange(3.0 * count).reshape(count, 1, 3)
    np.testing.assert_allclose(smooth_motion(times, points, everywhere(times), 1.0), points, atol=1e-8)


def test_jerk_is_the_jitter_of_the_metrics():
    points = np.random.default_rng(0).normal(size=(20, 5, 3))
    np.testing.assert_allclose(jerk(np.arange(20) / FPS, points).mean(0), jitter(points, FPS))
