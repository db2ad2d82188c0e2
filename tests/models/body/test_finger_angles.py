"""Fingers by the angles of their joints, and those angles from points of a hand."""

import numpy as np
import pytest

from models.body.finger_angles import BEND, END, MIDDLE, SEEN_AT_REST, SPREAD, FingerRig, has_fingers
from models.body.skinning import FINGERS, chain, rotation_matrices

LEFT, RIGHT = 0, 1
MIRROR = np.array([-1, 1, 1])


@pytest.fixture(scope="module")
def rig(anny) -> FingerRig:
    return FingerRig(anny)


def points_of(anny, rig, angles, side, seed=0):
    """(21, 3) heads and tips of a hand's bones on a body that is turned, moved and made larger."""
    skeleton, rng = anny.skeleton, np.random.default_rng(seed)
    rotations = np.tile(np.eye(3, dtype=np.float32), (1, len(skeleton.names), 1, 1))
    rotations[0, [0, *rig.wrists]] = rotation_matrices(rng.normal(size=(3, 3)))
    rotations[0, rig.bones] = rig.rotations(angles)
    turns, heads = chain(skeleton.parents, skeleton.heads[None], rotations)
    tips = heads + (turns @ (skeleton.tails - skeleton.heads)[..., None])[..., 0]
    fingers = rig.bones.reshape(2, 5, 3)[side]
    points = np.concatenate([heads[0, fingers], tips[0, fingers[:, -1:]]], axis=1).reshape(20, 3)
    return 700 * np.concatenate([heads[0, rig.wrists[side]][None], points]) + rng.normal(size=3)


def test_angles_come_back_from_the_points_of_a_hand(anny, rig):
    rng = np.random.default_rng(1)
    for seed in range(5):
        angles = rng.uniform(0, 0.5, (2, 5, 4)).astype(np.float32)
        angles[..., SPREAD] = rng.uniform(-0.3, 0.3, (2, 5))
        for side in (LEFT, RIGHT):
            found = rig.angles(points_of(anny, rig, angles, side, seed), side == LEFT)
            np.testing.assert_allclose(found, angles[side] - SEEN_AT_REST, atol=2e-3)


def test_a_mirrored_hand_has_the_same_bends(anny, rig):
    angles = np.tile(np.float32([0.5, 0.0, 0.6, 0.4]), (2, 5, 1))
    points = points_of(anny, rig, angles, LEFT)
    left, right = rig.angles(points, True), rig.angles(points * MIRROR, False)
    np.testing.assert_allclose(left[:, [BEND, MIDDLE, END]], right[:, [BEND, MIDDLE, END]], atol=0.02)


def test_no_finger_bends_farther_than_fingers_do(anny, rig):
    broken = np.tile(np.float32([-1.6, 0.8, -1.5, -1.5]), (2, 5, 1))
    found = rig.angles(points_of(anny, rig, broken, RIGHT), False)
    assert (found[:, BEND] > -1.2).all()
    assert (np.abs(found[1:, SPREAD]) <= np.radians(25) + 1e-6).all()
    assert (found[1:, [MIDDLE, END]] > np.radians(-26)).all()


def test_points_in_one_place_give_no_numbers_that_are_none(rig):
    assert np.isfinite(rig.angles(np.zeros((21, 3)), True)).all()


def test_bending_brings_the_tips_to_the_palm(anny, rig):
    def reach(angles, side):
        points = points_of(anny, rig, angles, side)
        return np.linalg.norm(points[8::4] - points[0], axis=1) / np.linalg.norm(points[9] - points[0])

    flat, fist = np.zeros((2, 5, 4), np.float32), np.zeros((2, 5, 4), np.float32)
    fist[..., [BEND, MIDDLE, END]] = 1.0
    for side in (LEFT, RIGHT):
        assert (reach(fist, side) < 0.75 * reach(flat, side)).all()


def test_directions_are_those_of_the_turned_bones(rig):
    np.testing.assert_allclose(rig.directions(np.zeros((2, 5, 4), np.float32)), rig.segments, atol=1e-6)
    angles = np.zeros((2, 5, 4), np.float32)
    angles[..., MIDDLE] = 0.7
    moved = np.arccos(np.clip((rig.directions(angles) * rig.segments).sum(-1), -1, 1))
    np.testing.assert_allclose(moved[..., 0], 0, atol=1e-3)
    np.testing.assert_allclose(moved[..., 1:], 0.7, atol=0.05)


def test_only_the_open_body_has_fingers(anny, doll):
    assert has_fingers(anny)
    assert len({*FingerRig(anny).bones.tolist()}) == sum(map(len, FINGERS)) == 30
    assert not has_fingers(doll)
    with pytest.raises(ValueError, match="no finger bones"):
        FingerRig(doll)
