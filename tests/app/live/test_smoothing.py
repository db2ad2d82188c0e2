"""Laws of the smoothing of people."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from app.live.smoothing import GAP_S, WAVE_HZ, PersonSmoother, Pose, TrendFilter, lag_ms, time_constants
from models.body.skinning import rotation_matrices
from models.camera.projection import project

DT = 1 / 30


def pose(shift: float = 0.0, translation=(0.0, 0.0, 3.0)) -> Pose:
    vertices = np.array([[0, -0.9, 0], [0, 0.9, 0], [0.3, 0, 0]], np.float32) + np.float32(shift)
    return Pose(vertices, vertices[:2], np.array(translation, np.float32))


def test_a_constant_stays_as_it_is():
    smooth = PersonSmoother()
    for i in range(20):
        out = smooth(pose(), i * DT, 1.0)
    np.testing.assert_allclose(out.vertices, pose().vertices, atol=1e-6)
    np.testing.assert_allclose(out.translation, [0, 0, 3], atol=1e-5)


def test_no_smoothing_passes_values_through():
    smooth, random = PersonSmoother(), np.random.default_rng(0)
    for i in range(5):
        given = pose(random.normal())
        assert smooth(given, i * DT, 0.0) is given


@pytest.mark.parametrize("smoothing", [0.25, 0.5, 1.0])
def test_trembling_is_reduced_the_more_the_higher_the_slider(smoothing):
    random = np.random.default_rng(1)
    noise = random.normal(0, 0.01, 300)
    smooth = PersonSmoother()
    out = np.array([smooth(pose(n), i * DT, smoothing).vertices[0, 0] for i, n in enumerate(noise)])
    weaker = PersonSmoother()
    less = np.array([weaker(pose(n), i * DT, smoothing / 2).vertices[0, 0] for i, n in enumerate(noise)])
    assert np.diff(out).std() < np.diff(less).std() < np.diff(noise).std()


def test_a_step_settles_at_the_new_value():
    smooth = PersonSmoother()
    smooth(pose(0.0), 0.0, 0.5)
    for i in range(1, 60):
        out = smooth(pose(0.5), i * DT, 0.5)
    np.testing.assert_allclose(out.vertices, pose(0.5).vertices, atol=1e-3)


@pytest.mark.parametrize("fps", [12, 30, 60])
@pytest.mark.parametrize("smoothing", [0.5, 1.0])
def test_steady_motion_is_followed_without_lag_at_any_frame_rate(fps, smoothing):
    """Somebody walks by at 1.5 m/s, three metres away, a hand swinging forward at 1 m/s."""
    smooth = PersonSmoother()
    for i in range(4 * fps):
        given = pose(1.0 * i / fps, translation=(1.5 * i / fps, 0.0, 3.0))
        out = smooth(given, i / fps, smoothing)
    np.testing.assert_allclose(out.vertices, given.vertices, atol=0.002)
    np.testing.assert_allclose(out.translation, given.translation, atol=0.002)


def test_however_time_is_divided_the_same_curve_is_followed():
    """A jump a second ago, seen by steady steps and by steps of 2 and 8 ms."""
    regular, irregular = TrendFilter(), TrendFilter()
    regular(np.zeros(3), 0.0, 0.3)
    irregular(np.zeros(3), 0.0, 0.3)
    for _ in range(100):
        a = regular(np.ones(3), 0.005, 0.3)
    for _ in range(50):
        irregular(np.ones(3), 0.002, 0.3)
        b = irregular(np.ones(3), 0.008, 0.3)
    assert a[0] > 1.1  # still swinging over, so that a difference would show
    np.testing.assert_allclose(a, b, atol=0.01)


def test_a_gap_in_time_starts_anew():
    smooth = PersonSmoother()
    smooth(pose(0.0), 0.0, 1.0)
    out = smooth(pose(1.0), GAP_S + 0.1, 1.0)
    np.testing.assert_array_equal(out.vertices, pose(1.0).vertices)


@pytest.mark.parametrize("place", [(0, 0.2, -0.03), (0, 0.2, 0.0), (np.nan, 0.2, 3.0)])
def test_one_pose_behind_the_camera_or_of_no_numbers_is_soon_forgotten(place):
    smooth = PersonSmoother()
    smooth(pose(), 0.0, 0.5)
    bad = pose(translation=place)
    assert smooth(bad, DT, 0.5) is bad
    for i in range(2, 5):
        out = smooth(pose(), i * DT, 0.5)
        np.testing.assert_allclose(out.translation, [0, 0, 3], atol=1e-5)


def test_a_mesh_of_no_numbers_is_soon_forgotten():
    smooth = PersonSmoother()
    smooth(pose(), 0.0, 0.5)
    smooth(pose(np.nan), DT, 0.5)
    np.testing.assert_allclose(smooth(pose(), 2 * DT, 0.5).vertices, pose().vertices)


def test_bones_are_as_steady_as_the_mesh_they_move():
    """A rigid mesh whose points lie half a metre from its middle, and the rotation that turns it."""
    random, smooth = np.random.default_rng(3), PersonSmoother()
    mesh = np.concatenate([np.eye(3), -np.eye(3)]).astype(np.float32) / 2
    given, bones, betas, meshes = [], [], [], []
    for i in range(200):
        turn = rotation_matrices(random.normal(0, np.radians(1.5), 3))
        parameters = {
            "smpl_rotmat": np.tile(turn, (24, 1, 1)),
            "smpl_betas": random.normal(0, 0.01, 10).astype(np.float32),
            "smpl_vertices": mesh @ turn.T,
        }
        out = smooth(Pose(mesh @ turn.T, mesh, np.float32([0, 0, 3]), parameters), i * DT, 0.5)
        given.append(turn)
        bones.append(out.parameters["smpl_rotmat"][0])
        betas.append(out.parameters["smpl_betas"])
        meshes.append(out.vertices)
        np.testing.assert_allclose(out.parameters["smpl_vertices"], out.vertices, atol=1e-6)
    bones = np.array(bones)
    np.testing.assert_allclose(bones @ bones.swapaxes(1, 2), np.tile(np.eye(3), (200, 1, 1)), atol=1e-5)
    raw, bone = (np.diff(each, axis=0)[20:, :2].std() for each in (given, bones))
    vertices = np.diff(meshes, axis=0)[20:, :, :2].std()
    assert bone < 0.6 * raw
    # The points of the mesh are half the columns of its rotation, and their negatives.
    assert bone == pytest.approx(2 * vertices, rel=0.1)
    assert np.diff(betas, axis=0)[20:].std() < 0.6 * 0.01 * 2**0.5


def test_outputs_of_unknown_meaning_pass_unchanged():
    smooth = PersonSmoother()
    for i, value in enumerate(np.float32([0, 1, 5])):
        given = replace(pose(), parameters={"mood": value[None]})
        assert smooth(given, i * DT, 1.0).parameters["mood"] is given.parameters["mood"]


def test_a_hand_taken_for_the_other_one_is_not_mixed_with_its_mirror_image():
    smooth = PersonSmoother()
    smooth(pose(), 0.0, 1.0)
    left = replace(pose(), vertices=pose().vertices * np.float32([-1, 1, 1]), is_left=True)
    np.testing.assert_array_equal(smooth(left, DT, 1.0).vertices, left.vertices)
    np.testing.assert_array_equal(smooth(pose(), 2 * DT, 1.0).vertices, pose().vertices)


def test_the_slider_turned_to_zero_and_back_does_not_drag_old_values_along():
    smooth = PersonSmoother()
    smooth(pose(0.0), 0.0, 1.0)
    smooth(pose(1.0), DT, 0.0)
    out = smooth(pose(1.0), 2 * DT, 1.0)
    np.testing.assert_array_equal(out.vertices, pose(1.0).vertices)


def test_distance_is_held_steadier_than_the_place_on_the_picture():
    random = np.random.default_rng(2)
    smooth, raw, out = PersonSmoother(), [], []
    for i in range(300):
        wobble = np.exp(random.normal(0, 0.01, 2))
        translation = np.array([0.1 * wobble[0], 0.0, 1.0]) * 3 * wobble[1]
        raw.append(translation)
        out.append(smooth(pose(translation=translation), i * DT, 0.5).translation)
    raw, out = np.array(raw), np.array(out)
    kept_depth = np.diff(np.log(out[:, 2])).std() / np.diff(np.log(raw[:, 2])).std()
    kept_place = np.diff(out[:, 0] / out[:, 2]).std() / np.diff(raw[:, 0] / raw[:, 2]).std()
    assert kept_depth < kept_place < 1


@pytest.mark.parametrize("fps", [10, 30])
def test_the_overlay_stays_on_somebody_who_turns_round(fps):
    """To and fro at up to 2 m/s, the mesh on the picture is off by less than 5 % of the person's height."""
    smooth, worst = PersonSmoother(), 0.0
    for i in range(3 * fps):
        translation = np.array([0.64 * np.sin(np.pi * i / fps), 0, 4.0])
        out = smooth(pose(translation=translation), i / fps, 0.5)
        given, shown = (project(t[None], 1000, (1280, 720)) for t in (translation, out.translation))
        worst = max(worst, float(np.linalg.norm(given - shown)))
    assert worst < 0.05 * 1.8 * 1000 / 4


def test_depth_is_held_steadier_than_what_is_seen_of_the_body():
    random = np.random.default_rng(4)
    smooth = PersonSmoother()
    noise = random.normal(0, 0.01, (300, 1, 3)).astype(np.float32)
    out = np.array([smooth(replace(pose(), vertices=n), i * DT, 0.5).vertices for i, n in enumerate(noise)])
    x, y, z = np.diff(out[:, 0], axis=0).std(0) / np.diff(noise[:, 0], axis=0).std(0)
    assert z < 0.7 * min(x, y)


def test_lag_grows_with_the_slider_and_is_none_without_smoothing():
    lags = [lag_ms(s) for s in np.linspace(0, 1, 11)]
    assert lags[0] == 0
    assert all(a < b for a, b in pairwise(lags))
    assert lags[-1] < 150


@pytest.mark.parametrize("fps", [10, 25, 60])
def test_lag_is_what_a_waving_hand_shows_at_that_frame_rate(fps):
    filtered, constants = TrendFilter(), time_constants(0.7)
    assert constants is not None
    times = np.arange(4 * fps) / fps
    wave = np.sin(2 * np.pi * WAVE_HZ * times)
    out = np.array([filtered(np.array([x]), 1 / fps, constants.across)[0] for x in wave])[2 * fps :]

    def miss(late_s: float) -> float:
        late = np.sin(2 * np.pi * WAVE_HZ * (times[2 * fps :] - late_s))
        height = (out @ late) / (late @ late)
        return float(((out - height * late) ** 2).sum())

    delays = np.arange(0, 0.1, 0.0005)
    measured = delays[np.argmin([miss(delay) for delay in delays])]
    assert lag_ms(0.7, fps) == pytest.approx(1000 * measured, abs=1)


def test_the_fewer_frames_a_second_the_less_the_lag():
    lags = [lag_ms(0.5, fps) for fps in (60, 30, 15, 8)]
    assert all(a > b for a, b in pairwise(lags))
    assert all(lag_ms(0.5, fps) >= 0 for fps in (0, 0.5, 2, 3))
