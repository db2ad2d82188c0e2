"""The eye of the orbit view stays within what can be looked from."""

import pytest

from app.drawing import orbit_camera
from app.options import RANGES, Options


def test_the_eye_goes_all_the_way_round_but_never_over_the_top():
    options = Options(orbit_yaw_deg=350, orbit_pitch_deg=80)
    moved = orbit_camera.rotated(options, 20, 40)
    assert moved.orbit_yaw_deg == pytest.approx(10)
    assert moved.orbit_pitch_deg == RANGES["orbit_pitch_deg"][1]


def test_the_eye_comes_nearer_up_to_a_limit_and_goes_back_to_its_place():
    low, high = RANGES["orbit_zoom"]
    options = Options(view="orbit", people=3)
    assert orbit_camera.zoomed(options, 1.1).orbit_zoom == pytest.approx(1.1)
    assert orbit_camera.zoomed(options, 1e6).orbit_zoom == high
    assert orbit_camera.zoomed(options, 1e-6).orbit_zoom == low
    assert orbit_camera.reset(orbit_camera.zoomed(orbit_camera.rotated(options, 40, 5), 2)) == options
