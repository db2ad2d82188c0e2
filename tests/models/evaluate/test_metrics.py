"""The error measures agree with hand-computed cases and with what must leave them unchanged."""

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from models.evaluate import metrics


@pytest.fixture
def random():
    return np.random.default_rng(3)


def similar(points, random, mirrored=False):
    """The same points after another similarity for each sample."""
    turn = Rotation.random(len(points), random_state=5).as_matrix()
    scale = random.uniform(0.3, 3, (len(points), 1, 1))
    if mirrored:
        points = points * [-1, 1, 1]
    return scale * points @ np.swapaxes(turn, -1, -2) + random.normal(size=(len(points), 1, 3))


def test_mpjpe_is_the_mean_distance_in_millimetres():
    target = np.zeros((1, 2, 3))
    predicted = np.array([[[0.003, 0.004, 0], [0, 0, 0.001]]])
    assert metrics.mpjpe(predicted, target) == pytest.approx([3.0])
    assert metrics.pve(predicted, target) == pytest.approx([3.0])
    assert metrics.distances(predicted, target) == pytest.approx(np.array([[5.0, 1.0]]))


def test_centring_removes_a_shift(random):
    joints = random.normal(size=(4, 14, 3))
    moved = joints + random.normal(size=(4, 1, 3))
    error = metrics.mpjpe(metrics.centred(moved, moved, (2, 3)), metrics.centred(joints, joints, (2, 3)))
    assert error == pytest.approx(np.zeros(4), abs=1e-9)


def test_centring_uses_the_middle_of_the_root_joints():
    joints = np.array([[0.0, 0, 0], [2, 0, 0], [5, 5, 5]])
    assert metrics.centred(joints, joints, (0, 1))[2] == pytest.approx([4, 5, 5])


def test_rigid_motion_and_scale_leave_aligned_errors_at_zero(random):
    points = random.normal(size=(8, 14, 3))
    moved = similar(points, random)
    assert metrics.mpjpe(moved, points).min() > 100
    assert metrics.pa_mpjpe(moved, points) == pytest.approx(np.zeros(8), abs=1e-6)
    assert metrics.pa_pve(moved, points) == pytest.approx(np.zeros(8), abs=1e-6)


def test_only_reflections_undo_a_mirror(random):
    points = random.normal(size=(8, 21, 3))
    mirrored = similar(points, random, mirrored=True)
    assert metrics.pa_mpjpe(mirrored, points).min() > 100
    assert metrics.pa_mpjpe(mirrored, points, reflections=True) == pytest.approx(np.zeros(8), abs=1e-6)


def test_alignment_gives_a_rotation_and_no_better_one_exists(random):
    source, target = random.normal(size=(2, 14, 3))
    found = metrics.similarity(source, target)
    assert np.linalg.det(found.rotation) == pytest.approx(1)
    best = np.square(found.apply(source) - target).sum()
    for _ in range(50):
        step = Rotation.from_rotvec(random.normal(scale=0.05, size=3)).as_matrix()
        other = metrics.Similarity(
            found.scale * random.uniform(0.95, 1.05),
            step @ found.rotation,
            found.translation + random.normal(scale=0.02, size=3),
        )
        assert np.square(other.apply(source) - target).sum() > best


def test_flat_points_align_without_mirroring():
    square = np.array([[0.0, 0, 0], [1, 0, 0], [1, 2, 0], [0, 2, 0]])
    found = metrics.similarity(square, square)
    assert np.linalg.det(found.rotation) == pytest.approx(1)
    assert metrics.pa_mpjpe(square, square) == pytest.approx(0, abs=1e-9)


def test_batches_equal_single_samples(random):
    a, b = random.normal(size=(2, 3, 5, 14, 3))
    whole = metrics.pa_mpjpe(a, b)
    assert whole.shape == (3, 5)
    assert whole[1, 2] == pytest.approx(metrics.pa_mpjpe(a[1, 2], b[1, 2]))


def test_vertices_can_be_aligned_by_the_joints(random):
    vertices = random.normal(size=(4, 50, 3))
    moved = similar(vertices, random)
    by = metrics.similarity(moved[:, :24], vertices[:, :24])
    assert metrics.pa_pve(moved, vertices, by=by) == pytest.approx(np.zeros(4), abs=1e-6)


@pytest.mark.parametrize("degrees", [0, 1e-5, 30, 90, 179.9999, 180])
def test_rotation_angle_is_exact_over_the_whole_range(degrees):
    turn = Rotation.from_rotvec(np.radians(degrees) * np.array([0.6, 0, 0.8])).as_matrix()
    start = Rotation.from_euler("xyz", [0.3, 1.2, -0.7]).as_matrix()
    assert metrics.rotation_angle(turn @ start, start) == pytest.approx(degrees, abs=1e-9)


def test_mpjae_means_over_nine_smpl_joints_alone():
    target = np.broadcast_to(np.eye(3), (1, 24, 3, 3))
    predicted = target.copy()
    predicted[:, 4] = Rotation.from_euler("x", 90, degrees=True).as_matrix()
    predicted[:, 22] = Rotation.from_euler("y", 50, degrees=True).as_matrix()
    assert metrics.mpjae(predicted, target) == pytest.approx([10.0])


def test_turning_the_whole_body_leaves_the_aligned_angle_at_zero(random):
    joints = random.normal(size=(5, 24, 3))
    orientations = Rotation.random(5 * 24, random_state=1).as_matrix().reshape(5, 24, 3, 3)
    turn = Rotation.from_euler("xyz", [0.5, -1, 2]).as_matrix()
    turned_joints, turned = joints @ turn.T, turn @ orientations
    by = metrics.similarity(turned_joints, joints)
    assert metrics.mpjae(turned, orientations).min() > 90
    assert metrics.pa_mpjae(turned, orientations, by) == pytest.approx(np.zeros(5), abs=1e-6)


def test_constant_velocity_and_acceleration_have_no_jitter(random):
    t = np.arange(12)[:, None, None] / 30
    joints = random.normal(size=(24, 3)) + t * random.normal(size=(24, 3)) + t**2 * [0, 9.81, 0]
    assert metrics.jitter(joints, 30) == pytest.approx(np.zeros(24), abs=1e-8)
    assert metrics.emdb_jitter(joints) == pytest.approx(0, abs=1e-8)


def test_jitter_of_a_cubic_motion_is_its_third_derivative():
    t = np.arange(9) / 30
    joints = np.zeros((9, 24, 3))
    joints[..., 0] = t[:, None] ** 3
    assert metrics.jitter(joints, 30) == pytest.approx(np.full(24, 6.0))
    assert metrics.emdb_jitter(joints) == pytest.approx(6 / 10 * 15 / 24)


def test_acceleration_error_ignores_velocity_and_counts_acceleration(random):
    t = np.arange(6)[:, None, None].astype(float)
    target = random.normal(size=(1, 3, 3)) * np.ones((6, 1, 1))
    assert metrics.acceleration_error(target + 0.1 * t, target) == pytest.approx(0, abs=1e-9)
    accelerated = target + 0.5 * t**2 * np.array([0.003, 0, 0.004])
    assert metrics.acceleration_error(accelerated, target) == pytest.approx(5.0)
    assert metrics.acceleration_error(accelerated, target, fps=10) == pytest.approx(500.0)


def test_pck_counts_points_within_the_threshold():
    target = np.zeros((1, 4, 3))
    predicted = np.zeros((1, 4, 3))
    predicted[0, :, 0] = [0.01, 0.02, 0.0625, 0.5]
    assert metrics.pck(predicted, target, 62.5) == pytest.approx([0.75])


def test_auc_of_known_curves():
    assert metrics.auc(np.zeros(10)) == pytest.approx(1)
    assert metrics.auc(np.full(10, 51.0)) == pytest.approx(0)
    evenly = np.linspace(0, 50, 20001)
    assert metrics.auc(evenly) == pytest.approx(0.5, abs=1e-3)


def test_f_score_of_a_half_covered_cloud():
    target = np.array([[[0.0, 0, 0], [1, 0, 0]]])
    predicted = np.array([[[0.004, 0, 0], [0.004, 0.5, 0], [0.003, 0, 0], [0, 0, 0.002]]])
    precision, recall = 3 / 4, 1 / 2
    assert metrics.f_score(predicted, target, 5) == pytest.approx([2 * precision * recall / 1.25])
    assert metrics.f_score(predicted + 10, target, 5) == pytest.approx([0])
    assert metrics.f_score(target, target, 5) == pytest.approx([1])


def test_f_score_threshold_is_strict():
    a, b = np.zeros((1, 3)), np.array([[0.0, 0, 0.015]])
    assert metrics.f_score(a, b, 15) == 0
    assert metrics.f_score(a, b, 15.001) == 1


@pytest.mark.parametrize(
    "call",
    [
        lambda: metrics.mpjpe(np.zeros((2, 14, 3)), np.zeros((2, 17, 3))),
        lambda: metrics.similarity(np.zeros((14, 3)), np.zeros((1, 14, 3))),
        lambda: metrics.f_score(np.zeros((2, 9, 3)), np.zeros((3, 9, 3)), 5),
        lambda: metrics.jitter(np.zeros((3, 24, 3)), 30),
        lambda: metrics.acceleration_error(np.zeros((2, 24, 3)), np.zeros((2, 24, 3))),
    ],
)
def test_wrong_shapes_are_named(call):
    with pytest.raises(ValueError, match="give"):
        call()


@pytest.fixture
def upright():
    """(33, 3) landmarks of somebody who stands and faces the camera, 0.5 m from hips to shoulders."""
    landmarks = np.zeros((33, 3))
    landmarks[[11, 12]] = [[0.2, -0.5, 0], [-0.2, -0.5, 0]]
    landmarks[[23, 24]] = [[0.1, 0, 0], [-0.1, 0, 0]]
    return landmarks


@pytest.mark.parametrize(("degrees", "expected"), [(0, 0), (30, 30), (-100, 100), (180, 180), (350, 10)])
def test_yaw_differs_by_the_shorter_way_round(upright, degrees, expected):
    rotated = Rotation.from_euler("y", degrees, degrees=True).apply(upright)
    assert metrics.trunk_yaw_error(rotated, upright) == pytest.approx(expected, abs=1e-6)


def test_a_trunk_that_leans_towards_the_camera_has_a_positive_pitch(upright):
    leaning = Rotation.from_euler("x", 12, degrees=True).apply(upright)
    towards = -np.sign(leaning[11, 2])
    assert metrics.trunk_pitch(upright) == pytest.approx(0)
    assert metrics.trunk_pitch(leaning) == pytest.approx(12 * towards)


def test_limb_joints_count_within_a_fifth_of_the_torso(upright):
    target = upright[None, :, :2].repeat(2, 0)
    predicted = target + np.array([[[0.099, 0]], [[0.101, 0]]])
    np.testing.assert_array_equal(metrics.limb_pck(predicted, target), [1, 0])
    assert metrics.torso_length(target) == pytest.approx([0.5, 0.5])
