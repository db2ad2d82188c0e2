"""The joint that somebody points at."""

from dataclasses import replace

import numpy as np
import pytest

from app.drawing.picking import camera_pixels, nearest_joint
from app.options import Options
from tests.fakes.live_window import person

SIZE = (640, 480)


def standing_at(x: float, number: int = 1):
    """Somebody whose joints lie a tenth of a metre apart, three metres away."""
    joints = np.zeros((14, 3), np.float32)
    joints[:, 1] = np.arange(14) / 10
    return replace(
        person(), id=number, joints=joints, translation=np.array([x, 0, 3], np.float32), focal_px=600.0
    )


def test_the_nearest_joint_of_the_nearest_person_is_found():
    pixels = camera_pixels([standing_at(-0.5, 1), standing_at(0.5, 2)], SIZE, Options())
    for number, joint in ((1, 0), (2, 5)):
        at = pixels[number][joint] + (3, 4)
        assert nearest_joint(pixels, tuple(at), 10) == (number, joint)


def test_nothing_is_found_out_of_reach_or_where_nobody_is():
    pixels = camera_pixels([standing_at(0.0)], SIZE, Options())
    assert nearest_joint(pixels, (5.0, 5.0), 20) is None
    assert nearest_joint({}, (5.0, 5.0), 1000) is None
    assert nearest_joint({1: np.full((3, 2), np.nan)}, (5.0, 5.0), 1000) is None


def test_in_a_mirrored_picture_joints_lie_on_the_other_side():
    somebody = [standing_at(0.5)]
    plain = camera_pixels(somebody, SIZE, Options(view="mesh"))[1]
    turned = camera_pixels(somebody, SIZE, Options(view="mesh", mirror=True))[1]
    np.testing.assert_allclose(turned[:, 0], SIZE[0] - 1 - plain[:, 0])
    np.testing.assert_allclose(turned[:, 1], plain[:, 1])


@pytest.mark.parametrize("view", ["orbit", "side_by_side"])
def test_where_the_picture_is_not_as_the_camera_sees_nobody_is_found(view):
    assert camera_pixels([standing_at(0.0)], SIZE, Options(view=view)) == {}
