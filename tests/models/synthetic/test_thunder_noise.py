"""Thunder's errors, drawn for simulated people."""

import numpy as np
import pytest

from models.body.joints import COCO17
from models.network.lifter import SHARED
from models.synthetic.thunder_noise import Residuals, ThunderNoise, heading_of

READINGS = 64


def make_residuals(offset, score=0.8, cut=np.inf):
    """Readings of people of every heading with the same error of every joint; half of them cut off below."""
    half = np.repeat([False, True], READINGS // 2)
    return Residuals(
        offset=np.tile(np.float32(offset), (READINGS, 17, 1)),
        score=np.full((READINGS, 17), score, np.float32),
        heading=np.tile(np.linspace(-3, 3, READINGS // 2), 2).astype(np.float32),
        cut=np.where(half, 1.0, cut).astype(np.float32),
    )


@pytest.fixture(scope="module")
def people(anny):
    """Many times somebody who stands five metres before the camera and faces it."""
    points = anny.joint_sets["mediapipe33"].regress(anny.v_template)[list(SHARED)]
    return np.tile(points - points.mean(0) + [0, 0, 5], (400, 1, 1)).astype(np.float32)


def test_the_template_faces_the_camera(people):
    assert abs(heading_of(people)[0]) < 0.3


def test_without_errors_most_joints_are_where_they_project(people):
    joints, score = ThunderNoise(make_residuals((0, 0))).read(people, np.random.default_rng(0))
    error = np.linalg.norm(joints - people[..., :2] / people[..., 2:], axis=-1) * 5
    sure = score > 0.7
    assert np.median(error[sure]) < 0.02
    assert (error[sure] < 0.1).mean() > 0.95


def test_errors_are_those_that_were_read_in_lengths_of_the_trunk(people):
    joints, score = ThunderNoise(make_residuals((0.3, 0))).read(people, np.random.default_rng(0))
    error = (joints - people[..., :2] / people[..., 2:]) * 5
    trunk = np.linalg.norm(people[0, [5, 6]].mean(0) - people[0, [11, 12]].mean(0))
    right = np.median(error[..., 0][score > 0.7])
    assert 0.05 * trunk < right < 0.3 * trunk  # photos are clearer than renders
    assert abs(np.median(error[..., 1][score > 0.7])) < 0.01


def test_joints_below_the_pictures_end_are_unsure_and_inside(people):
    joints, score = ThunderNoise(make_residuals((0, 0))).read(people, np.random.default_rng(0))
    ankle, hip = COCO17.index("left_ankle"), COCO17.index("left_hip")
    cut = score[:, ankle] < 0.23
    assert 0.2 < cut.mean() < 0.6
    assert (joints[cut, ankle, 1] < 0.95 * people[0, ankle, 1] / 5).mean() > 0.8
    assert score[~cut, hip].mean() > 0.6


def test_readings_of_somebody_else_are_left_out():
    residuals = make_residuals((0, 0))
    residuals.offset[::2] = 2.0
    assert len(residuals.of_the_person().score) == READINGS // 2
    unsure = make_residuals((0, 0), score=0.1)
    assert len(unsure.of_the_person().score) == 0


def test_the_mirror_image_errs_to_the_other_side():
    residuals = make_residuals((0.3, 0.1))
    residuals.score[:, COCO17.index("left_wrist")] = 0.4
    both = residuals.with_mirrored()
    np.testing.assert_allclose(both.offset[READINGS:, :, 0], -0.3)
    np.testing.assert_allclose(both.offset[READINGS:, :, 1], 0.1)
    np.testing.assert_allclose(both.score[READINGS:, COCO17.index("right_wrist")], 0.4)
    np.testing.assert_allclose(both.heading[READINGS:], -residuals.heading)
