"""Skin goes along with the joints of the limbs."""

from dataclasses import replace

import numpy as np
import pytest

from models.body.limb_skin import LIMBS, LimbSkin
from models.body.skinning import Skinner, rotation_matrices


@pytest.fixture(scope="module")
def posed(anny):
    """The open body with arms and legs bent."""
    names = anny.skeleton.names
    vectors = np.zeros((len(names), 3), np.float32)
    vectors[names.index("upperarm01.L")] = 0.3, 0, 0.5
    vectors[names.index("lowerarm01.R")] = 0.9, 0, 0
    vectors[names.index("upperleg01.L")] = -0.7, 0, 0
    vectors[names.index("lowerleg01.L")] = 0.8, 0, 0
    shape = np.zeros((1, len(anny.skeleton.shape_dirs)))
    return Skinner(anny).pose(shape, rotation_matrices(vectors)[None])[0][0]


@pytest.fixture(scope="module")
def joints(anny):
    return anny.joint_sets["fastmetro14"]


def test_nothing_moves_where_no_joint_does(anny, posed, joints):
    limbs = joints.regress(posed)[LIMBS]
    np.testing.assert_allclose(LimbSkin(anny).moved(posed, limbs, limbs), posed, atol=1e-6)


@pytest.mark.parametrize("seed", range(3))
def test_the_mesh_has_its_joints_where_they_were_moved_to(anny, posed, joints, seed):
    before = joints.regress(posed)[LIMBS]
    after = before.copy()
    after[:, 1:] += np.random.default_rng(seed).normal(0, 0.03, (4, 2, 3))
    moved = LimbSkin(anny).moved(posed, before, after)
    assert np.linalg.norm(joints.regress(moved)[LIMBS] - after, axis=-1).max() < 0.005


def test_trunk_and_head_stay_and_hands_and_feet_keep_their_shape(anny, posed, joints):
    before = joints.regress(posed)[LIMBS]
    after = before.copy()
    after[:, 1] += [0.01, 0.02, 0.03]
    after[:, 2] += [0.02, 0, -0.05]
    change = LimbSkin(anny).moved(posed, before, after) - posed

    def moved_by(*starts):
        of_them = [name.startswith(starts[:-1]) and name.endswith(starts[-1]) for name in anny.skeleton.names]
        found = anny.skeleton.weights.dense(len(of_them))[:, of_them].sum(1) > 0.9999
        assert found.sum() > 20
        return found

    assert np.abs(change[moved_by("head", "neck", "spine", "")]).max() == 0
    hand, foot = ("finger", "wrist", "metacarpal"), ("toe", "foot")
    for limb, part in enumerate(((*hand, ".R"), (*hand, ".L"), (*foot, ".R"), (*foot, ".L"))):
        vertices = change[moved_by(*part)]
        wanted = np.broadcast_to(after[limb, 2] - before[limb, 2], vertices.shape)
        np.testing.assert_allclose(vertices, wanted, atol=1e-5)


def test_a_longer_limb_stays_as_thick(anny, joints):
    rest = anny.v_template
    before = joints.regress(rest)[LIMBS]
    after = before.copy()
    after[:, 1:] = before[:, :1] + 1.1 * (before[:, 1:] - before[:, :1])
    moved = LimbSkin(anny).moved(rest, before, after)
    names = anny.skeleton.names
    thigh = anny.skeleton.weights.dense(len(names))[:, names.index("upperleg02.L")] > 0.95
    axis = after[3, 1] - after[3, 0]
    axis /= np.linalg.norm(axis)

    def thickness(mesh, limbs):
        arms = mesh[thigh] - limbs[3, 0]
        return np.linalg.norm(arms - np.outer(arms @ axis, axis), axis=-1)

    assert thigh.sum() > 20
    np.testing.assert_allclose(thickness(moved, after), thickness(rest, before), atol=2e-3)


def test_a_body_without_bones_is_refused(doll):
    with pytest.raises(ValueError, match="no skeleton"):
        LimbSkin(replace(doll, skeleton=None))
