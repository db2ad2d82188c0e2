"""What the trials on clips measure, on motion whose answer is known."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from models.inference.paths import ASSETS
from tests.trials.clip_trials import (
    FEET,
    acceleration,
    body_length,
    drift,
    figures,
    lag,
    slide,
    standing_feet,
    watch,
)

FPS = 30.0
TIME_S = np.arange(90) / FPS


def person() -> np.ndarray:
    """(33, 3) metres: shoulders, hips, knees, ankles, heels and toes of somebody upright."""
    points = np.zeros((33, 3))
    for left, height in (
        (11, -0.5),
        (13, -0.3),
        (15, -0.1),
        (23, 0),
        (25, 0.4),
        (27, 0.8),
        (29, 0.85),
        (31, 0.85),
    ):
        points[left], points[left + 1] = (0.1, height, 0), (-0.1, height, 0)
    return points


def moving(path: np.ndarray) -> np.ndarray:
    """(T, 33, 3): the left wrist along a (T, 3) path."""
    points = np.tile(person(), (len(path), 1, 1))
    points[:, 15] += path
    return points


def test_only_changes_of_speed_are_acceleration():
    steady = moving(TIME_S[:, None] * [0.3, 0, 0.1])
    assert acceleration(steady + TIME_S[:, None, None], TIME_S) == pytest.approx(0, abs=1e-9)
    falling = moving(0.5 * 9.81 * TIME_S[:, None] ** 2 * [0, 1, 0])
    assert acceleration(falling, TIME_S) == pytest.approx(9.81 / 12)


def test_frames_without_anybody_are_left_out():
    falling = moving(0.5 * 9.81 * TIME_S[:, None] ** 2 * [0, 1, 0])
    falling[40] = np.nan
    assert acceleration(falling, TIME_S) == pytest.approx(9.81 / 12)


@pytest.mark.parametrize("delay_s", [0.0, 0.02, 0.1])
def test_a_delayed_motion_lags_by_its_delay(delay_s):
    def path(time_s):
        return np.sin(3 * time_s)[:, None] * [0.3, 0.1, 0]

    assert lag(moving(path(TIME_S - delay_s)), moving(path(TIME_S)), TIME_S) == pytest.approx(
        1000 * delay_s, abs=3
    )


def test_standing_feet_are_told_from_steps_and_their_slide_is_measured():
    """The left foot steps in the second second; both slide all the time in the answer."""
    picture = np.tile(person()[:, :2] * 200, (len(TIME_S), 1, 1))
    step = np.clip(TIME_S - 1, 0, 1)[:, None, None] * [300, 0]
    picture[:, FEET[0]] += step
    stands, n = standing_feet(picture, TIME_S)
    assert stands.shape == (2, len(TIME_S) - n)
    assert n == 6
    assert stands[1].all()
    assert stands[0, : 30 - n].all()
    assert not stands[0, 31 : 60 - n].any()
    assert stands[0, 61:].all()
    answer = np.tile(person(), (len(TIME_S), 1, 1)) + TIME_S[:, None, None] * [0.03, 0.04, -0.2]
    assert slide(answer, stands, n, TIME_S) == pytest.approx((50, 200))
    # The left foot stands for about a second before the step and one after it, the right one all the time.
    assert drift(answer, stands, n) == pytest.approx((50, 200), rel=0.1)


def test_without_standing_feet_there_is_no_slide():
    stands = np.zeros((2, len(TIME_S) - 6), bool)
    still = np.tile(person(), (len(TIME_S), 1, 1))
    assert np.isnan(slide(still, stands, 6, TIME_S)).all()
    assert np.isnan(drift(still, stands, 6)).all()


def test_body_length_is_trunk_and_leg_however_they_are_bent():
    bent = person()
    bent[[27, 28]] = bent[[25, 26]] + [0, 0, 0.4]
    np.testing.assert_allclose(body_length(np.stack([person(), bent])), 0.5 + 0.4 + 0.4)


def first_second_of_the_sample(path: Path) -> Path:
    reader = cv2.VideoCapture(str(ASSETS / "sample.mp4"))
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), FPS, (640, 360))
    for _ in range(24):
        writer.write(cv2.resize(reader.read()[1], (640, 360), interpolation=cv2.INTER_AREA))
    writer.release()
    reader.release()
    return path


def test_a_clip_is_followed_by_both_and_measured(tmp_path):
    report = figures(watch(first_second_of_the_sample(tmp_path / "walk.avi")))
    assert (report["frames"], report["somebody"], report["somebody_mediapipe"]) == (24, 1, 1)
    assert report["id_switches"] == 0
    still, usual, steady = report["slider"].values()
    assert still["m_s2"] > usual["m_s2"] > steady["m_s2"] > 0
    assert still["lag_ms"] == 0 < usual["lag_ms"] <= steady["lag_ms"] < 300
    assert 1.2 < usual["stature_m"][1] < 2.1
