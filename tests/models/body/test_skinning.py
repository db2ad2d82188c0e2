import numpy as np
import pytest

from models.body.joints import BODY22
from models.body.skinning import (
    CAMERA_FROM_BODY,
    FINGERS,
    Skinner,
    chain,
    corpus_rotations,
    curl_fingers,
    pose_body,
    rotation_matrices,
)


@pytest.fixture
def rng():
    return np.random.default_rng(3)


@pytest.fixture
def identity(anny):
    return np.tile(np.eye(3, dtype=np.float32), (len(anny.skeleton.names), 1, 1))


def bone(template, name):
    return template.skeleton.names.index(name)


def joint(name):
    return BODY22.index(name)


def test_rest_pose_of_the_mean_shape_is_the_template(anny, identity):
    vertices, heads = pose_body(anny, np.zeros(16), identity)
    np.testing.assert_allclose(vertices, anny.v_template, atol=1e-6)
    np.testing.assert_allclose(heads, anny.skeleton.heads, atol=1e-6)


def test_one_standard_deviation_of_shape_adds_its_direction(anny, identity):
    betas = np.zeros(16)
    betas[4] = -2
    vertices, heads = pose_body(anny, betas, identity)
    np.testing.assert_allclose(vertices, anny.v_template - 2 * anny.skeleton.shape_dirs[4], atol=1e-5)
    np.testing.assert_allclose(heads, anny.skeleton.heads - 2 * anny.skeleton.head_dirs[4], atol=1e-5)


def test_first_component_makes_people_taller(anny, identity):
    betas = np.zeros((2, 16))
    betas[1, 0] = 1
    vertices, _ = pose_body(anny, betas, identity)
    small, tall = np.ptp(vertices[..., 1], axis=1)
    assert tall > small + 0.1


def test_turning_the_root_turns_the_whole_body_about_it(anny, rng):
    rotations = corpus_rotations(anny, rng.normal(0, 0.3, (22, 3)))
    betas = rng.normal(size=16)
    still, still_heads = pose_body(anny, betas, rotations)
    turn = rotation_matrices(np.array([0.4, -1.1, 0.7]))
    rotations[0] = turn @ rotations[0]
    turned, turned_heads = pose_body(anny, betas, rotations)
    root = still_heads[0]
    np.testing.assert_allclose(turned, (still - root) @ turn.T + root, atol=1e-5)
    np.testing.assert_allclose(turned_heads, (still_heads - root) @ turn.T + root, atol=1e-5)


def test_bones_keep_their_lengths_in_every_pose(anny, rng):
    skinner = Skinner(anny)
    betas = rng.normal(size=(5, 16))
    rotations = rotation_matrices(rng.normal(0, 0.5, (5, len(anny.skeleton.names), 3)))
    _, rest = skinner.rest(betas)
    _, posed = skinner.pose(betas, rotations)
    above = anny.skeleton.parents[1:]
    np.testing.assert_allclose(
        np.linalg.norm(posed[:, 1:] - posed[:, above], axis=-1),
        np.linalg.norm(rest[:, 1:] - rest[:, above], axis=-1),
        atol=1e-5,
    )


def test_turns_multiply_along_the_chain(anny, rng):
    rotations = rotation_matrices(rng.normal(0, 0.5, (1, len(anny.skeleton.names), 3)))
    turns, _ = chain(anny.skeleton.parents, anny.skeleton.heads[None], rotations)
    wrist, above = bone(anny, "wrist.L"), bone(anny, "lowerarm02.L")
    np.testing.assert_allclose(turns[0, wrist], turns[0, above] @ rotations[0, wrist], atol=1e-5)


def test_a_choice_of_vertices_is_posed_as_the_whole(anny, rng):
    betas = rng.normal(size=(3, 16))
    rotations = rotation_matrices(rng.normal(0, 0.3, (3, len(anny.skeleton.names), 3)))
    whole, heads = pose_body(anny, betas, rotations)
    coarse, same_heads = Skinner(anny, anny.level_index[1]).pose(betas, rotations)
    np.testing.assert_allclose(coarse, whole[:, anny.level_index[1]], atol=1e-6)
    np.testing.assert_allclose(same_heads, heads, atol=1e-6)


def test_leading_axes_are_kept_and_one_shape_serves_many_poses(anny, rng):
    rotations = corpus_rotations(anny, rng.normal(0, 0.3, (2, 3, 22, 3)))
    vertices, heads = pose_body(anny, np.zeros(16), rotations)
    assert vertices.shape == (2, 3, anny.num_vertices, 3)
    assert heads.shape == (2, 3, len(anny.skeleton.names), 3)
    single, _ = pose_body(anny, np.zeros(16), rotations[1, 2])
    np.testing.assert_allclose(vertices[1, 2], single, atol=1e-6)


def test_rotation_matrices_of_known_turns():
    quarter = rotation_matrices(np.array([0, 0, np.pi / 2]))
    np.testing.assert_allclose(quarter @ [1, 0, 0], [0, 1, 0], atol=1e-6)
    tiny = rotation_matrices(np.array([1e-5, 0, 0]))
    np.testing.assert_allclose(tiny, [[1, 0, 0], [0, 1, -1e-5], [0, 1e-5, 1]], atol=1e-9)
    np.testing.assert_array_equal(rotation_matrices(np.zeros((4, 3))), np.tile(np.eye(3), (4, 1, 1)))


def test_joint_rotations_reach_the_bones_whole(anny, rng):
    rotvecs = rng.normal(0, 0.4, (22, 3)).astype(np.float32)
    rotations = corpus_rotations(anny, rotvecs)
    parents = [-1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 12, 13, 14, 16, 17, 18, 19]
    joints = np.empty((22, 3, 3))
    for i, above in enumerate(parents):
        local = rotation_matrices(CAMERA_FROM_BODY @ rotvecs[i])
        joints[i] = local if above < 0 else joints[above] @ local
    turns, _ = chain(anny.skeleton.parents, anny.skeleton.heads[None], rotations[None])
    ends = {
        "pelvis": "root", "L_hip": "upperleg02.L", "R_knee": "lowerleg02.R", "R_ankle": "foot.R",
        "L_foot": "toe3-1.L", "spine1": "spine04", "spine2": "spine02", "spine3": "spine01",
        "neck": "neck02", "head": "head", "L_collar": "clavicle.L", "R_shoulder": "upperarm02.R",
        "L_elbow": "lowerarm02.L", "R_wrist": "wrist.R",
    }  # fmt: skip
    for name, last in ends.items():
        np.testing.assert_allclose(turns[0, bone(anny, last)], joints[joint(name)], atol=1e-5, err_msg=name)


def test_half_of_an_arms_twist_comes_at_the_middle_of_the_arm(anny):
    heads = anny.skeleton.heads
    along = heads[bone(anny, "lowerarm01.L")] - heads[bone(anny, "upperarm01.L")]
    along /= np.linalg.norm(along)
    rotvecs = np.zeros((22, 3))
    rotvecs[joint("L_shoulder")] = CAMERA_FROM_BODY.T @ along * 1.2
    rotations = corpus_rotations(anny, rotvecs)
    half = rotation_matrices(along * 0.6)
    np.testing.assert_allclose(rotations[bone(anny, "upperarm01.L")], half, atol=1e-5)
    np.testing.assert_allclose(rotations[bone(anny, "upperarm02.L")], half, atol=1e-5)


def test_known_joint_angles_move_the_body_the_right_way(anny):
    rotvecs = np.zeros((22, 3))
    rotvecs[joint("L_knee"), 0] = np.pi / 2
    rotvecs[joint("R_hip"), 0] = -np.pi / 2
    rest, posed = (
        pose_body(anny, np.zeros(16), corpus_rotations(anny, r))[1] for r in (np.zeros((22, 3)), rotvecs)
    )
    left, right = bone(anny, "foot.L"), bone(anny, "lowerleg01.R")
    assert posed[left, 2] > rest[left, 2] + 0.2, "a bent knee brings the foot behind the body, away in z"
    assert posed[right, 2] < rest[right, 2] - 0.2, "a flexed hip brings the knee before the body"


def test_mirrored_pose_gives_the_mirrored_body(anny, rng):
    rotvecs = rng.normal(0, 0.3, (22, 3))
    swap = [BODY22.index(n.replace("L_", "#").replace("R_", "L_").replace("#", "R_")) for n in BODY22]
    one, _ = pose_body(anny, np.zeros(16), corpus_rotations(anny, rotvecs))
    other, _ = pose_body(anny, np.zeros(16), corpus_rotations(anny, rotvecs[swap] * [1, -1, -1]))
    joints = anny.joint_sets["body22"]
    np.testing.assert_allclose(joints.regress(other), joints.regress(one)[swap] * [-1, 1, 1], atol=2e-3)


def test_curled_fingers_come_to_the_palm_and_move_nothing_else(anny, identity):
    bones, bent = curl_fingers(anny, np.full((10, 3), 1.0))
    assert len(bones) == 30
    rotations = identity.copy()
    rotations[bones] = bent
    rest, heads = pose_body(anny, np.zeros(16), identity)
    fist, _ = pose_body(anny, np.zeros(16), rotations)
    for hand, side in enumerate("LR"):
        wrist = heads[bone(anny, f"wrist.{side}")]
        for finger in FINGERS[5 * hand + 1 : 5 * hand + 5]:
            tip = np.argmax(anny.skeleton.weights.dense(len(heads))[:, bone(anny, finger[2])])
            assert np.linalg.norm(fist[tip] - wrist) < np.linalg.norm(rest[tip] - wrist) - 0.03
    moved = np.linalg.norm(fist - rest, axis=-1) > 1e-6
    of_fingers = anny.skeleton.weights.dense(len(heads))[:, bones].sum(1) > 0
    assert not np.any(moved & ~of_fingers)


def test_no_curl_is_the_rest_hand(anny):
    _, bent = curl_fingers(anny, np.zeros((10, 3)))
    np.testing.assert_array_equal(bent, np.tile(np.eye(3), (30, 1, 1)))


def test_template_without_skeleton_cannot_be_posed(anny):
    from dataclasses import replace

    with pytest.raises(ValueError, match="anny has no skeleton"):
        Skinner(replace(anny, skeleton=None))
