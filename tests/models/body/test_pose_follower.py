"""Bones and shape of one body, mesh after mesh."""

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from models.body.blas import one_blas_thread
from models.body.gauss_newton import Fitter
from models.body.pose_follower import PoseFollower, placed_pose
from models.body.skinning import Skinner
from tests.models.body.test_fitting import BODY, joint_angles, moving


@pytest.fixture(scope="module")
def fitter(anny):
    return Fitter(anny)


@pytest.fixture(scope="module")
def followed(anny, fitter):
    """(true betas, true rotations, true translation, poses) of 70 meshes."""
    betas, rotations, translation, vertices = moving(anny, 70, seed=3)
    follower = PoseFollower(fitter)
    poses = [follower.follow(mesh) for mesh in vertices[:, anny.level_index[-1]]]
    return betas, rotations, translation, poses


def test_bones_and_place_are_those_that_the_meshes_were_made_of(anny, followed):
    _, rotations, translation, poses = followed
    assert max(pose.error_mm for pose in poses) < 3
    found = np.stack([pose.rotations for pose in poses])
    assert joint_angles(anny, found, rotations, BODY).max() < 5
    np.testing.assert_allclose([pose.translation for pose in poses], translation, atol=8e-3)


def test_the_shape_settles_and_is_then_held(followed):
    betas, *_, poses = followed
    np.testing.assert_allclose(poses[-1].betas, betas, atol=0.15)
    for pose in poses[61:]:
        np.testing.assert_array_equal(pose.betas, poses[-1].betas)
    assert not np.array_equal(poses[1].betas, poses[-1].betas)


def test_a_single_mesh_has_a_shape_of_its_own(anny, fitter):
    betas, *_, vertices = moving(anny, 1, seed=5)
    pose = PoseFollower(fitter).follow(vertices[0, anny.level_index[-1]])
    assert pose.error_mm < 2
    np.testing.assert_allclose(pose.betas, betas, atol=0.3)


def test_a_known_shape_is_taken_as_it_is(anny, fitter):
    betas, rotations, _, vertices = moving(anny, 4, seed=7)
    follower = PoseFollower(fitter)
    poses = [follower.follow(mesh, betas) for mesh in vertices[:, anny.level_index[-1]]]
    for pose in poses:
        np.testing.assert_array_equal(pose.betas, betas.astype(np.float32))
    found = np.stack([pose.rotations for pose in poses])
    assert joint_angles(anny, found, rotations, BODY).max() < 3


def test_somebody_who_turned_round_unseen_is_found_again(anny, fitter):
    _, rotations, _, vertices = moving(anny, 40, seed=1)  # turns by 2.5 radians
    coarse = vertices[:, anny.level_index[-1]]
    follower = PoseFollower(fitter)
    for mesh in coarse[:10]:
        follower.follow(mesh)
    pose = follower.follow(coarse[-1])
    assert pose.error_mm < 8
    assert joint_angles(anny, pose.rotations[None], rotations[-1:], BODY[:3]).max() < 8


def test_rotations_stay_rotations_however_long_somebody_is_followed(anny, fitter):
    betas, *_, vertices = moving(anny, 60, seed=3)
    there = vertices[:4, anny.level_index[-1]]
    follower = PoseFollower(fitter)
    for mesh in np.concatenate([there, there[::-1]] * 60):
        pose = follower.follow(mesh, betas)
    apart = pose.rotations @ pose.rotations.transpose(0, 2, 1) - np.eye(3)
    assert np.abs(apart).max() < 2e-6  # rounding that adds up over frames reaches 1e-5


def test_meshes_without_measure_leave_the_pose(anny, fitter):
    *_, vertices = moving(anny, 1, seed=3)
    mesh = vertices[:, anny.level_index[-1]]
    state = fitter.followed(fitter.found(mesh, np.zeros(fitter.shapes, np.float32)), mesh, 3)
    with np.errstate(over="ignore", invalid="ignore"):
        after = fitter.followed(state, mesh * np.float32(1e36), 2, is_before=True)
    np.testing.assert_allclose(after.rotations, state.rotations, atol=1e-6)
    np.testing.assert_array_equal(after.translation, state.translation)


def test_a_posed_body_is_moved_to_the_mesh(anny):
    betas, rotations, translation, vertices = moving(anny, 2, seed=2)
    skinner = Skinner(anny, anny.level_index[-1])
    pose = placed_pose(skinner, vertices[1, anny.level_index[-1]], betas, rotations[1])
    np.testing.assert_allclose(pose.translation, translation[1], atol=1e-4)
    assert pose.error_mm < 0.1


def test_blas_has_one_thread_within_and_what_it_had_after():
    def threads():
        return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]

    before = threads()
    with one_blas_thread():
        assert set(threads()) == {1}
    assert threads() == before
