"""The view from around keeps everybody in the picture, and still."""

import numpy as np
import pytest

from app.drawing.orbit_view import ORBIT_FOV_DEG, OrbitView
from models.camera.projection import focal_from_fov, project

SIZE = (128, 96)


def standing(reach=0.0, shift=0.0):
    """A body of two metres whose hands are ``reach`` metres over its head, ``shift`` metres to the right."""
    points = np.random.default_rng(0).uniform([-0.3, -0.9, -0.2], [0.3, 1.0, 0.2], (200, 3))
    points = np.concatenate([points, [[0, 1, 0], [0, -1 - reach, 0]]])
    return (points + np.array([shift, 0, 3])).astype(np.float32)


def pixels(view, mesh, yaw_deg):
    camera = view.camera(yaw_deg, 10, 1)
    return project(camera.transform(mesh), focal_from_fov(min(SIZE), ORBIT_FOV_DEG), SIZE)


@pytest.mark.parametrize("yaw_deg", [0, 30, 90, 200])
def test_hands_that_fly_up_and_people_who_leap_aside_are_never_cut_off(yaw_deg):
    view = OrbitView()
    for frame in range(40):
        mesh = standing(0.12 * max(frame - 30, 0), 0.15 * max(frame - 25, 0))
        view.follow([mesh], frame / 30)
        seen = pixels(view, mesh, yaw_deg)
        assert (seen >= -0.5).all()
        assert (seen <= np.array(SIZE) - 0.5).all()


def test_a_body_that_trembles_does_not_move_the_camera_to_and_fro():
    view, rng, radii = OrbitView(), np.random.default_rng(1), []
    for frame in range(90):
        view.follow([standing() + rng.normal(0, 0.005, (202, 3))], frame / 30)
        radii.append(view.radius)
    assert np.abs(np.diff(radii[30:])).max() < 0.002


def test_people_fill_the_picture():
    view = OrbitView()
    for frame in range(60):
        view.follow([standing()], frame / 30)
    assert np.ptp(pixels(view, standing(), 0)[:, 1]) > 0.8 * SIZE[1]
