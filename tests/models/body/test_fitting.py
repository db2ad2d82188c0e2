import numpy as np
import pytest

from models.body.fitting import fit_sequence
from models.body.skinning import Skinner, chain, corpus_rotations, curl_fingers, rotation_matrices


def moving(anny, frames, seed=0):
    """A person who turns, swings and closes the hands: (betas, rotations, translation, vertices)."""
    rng = np.random.default_rng(seed)
    start, end = rng.normal(0, 0.35, (2, 22, 3))
    share = np.linspace(0, 1, frames)[:, None, None]
    rotvecs = start + share * (end - start)
    rotvecs[:, 0] = [0.2, 0.1, 2.5] * share[:, 0]
    rotations = corpus_rotations(anny, rotvecs)
    bones, bent = curl_fingers(anny, np.broadcast_to(0.9 * share, (frames, 10, 1)) * [1, 1, 1])
    rotations[:, bones] = bent
    betas = anny.skeleton.population[rng.integers(len(anny.skeleton.population))]
    translation = (share[:, 0] * [0.5, -0.1, 1.0] + [0.2, 0, 3]).astype(np.float32)
    vertices, _ = Skinner(anny).pose(np.tile(betas, (frames, 1)), rotations)
    return betas, rotations, translation, vertices + translation[:, None]


def rebuilt(anny, motion):
    betas = np.tile(motion.betas, (len(motion.rotations), 1))
    return Skinner(anny).pose(betas, motion.rotations)[0] + motion.translation[:, None]


def distance(one, two):
    return 1000 * np.linalg.norm(one - two, axis=-1)


def joint_angles(anny, one, two, names):
    """Degrees between the turns of bones."""
    heads = np.zeros((len(one), len(anny.skeleton.names), 3), np.float32)
    first, second = (chain(anny.skeleton.parents, heads, r)[0] for r in (one, two))
    bones = [anny.skeleton.names.index(name) for name in names]
    apart = np.swapaxes(first[:, bones], -1, -2) @ second[:, bones]
    return np.degrees(np.arccos(np.clip((np.trace(apart, axis1=-2, axis2=-1) - 1) / 2, -1, 1)))


BODY = ("root", "spine01", "head", "upperarm02.L", "lowerarm02.R", "wrist.L", "upperleg02.R", "foot.L")


@pytest.fixture(scope="module")
def walk(anny):
    betas, rotations, translation, vertices = moving(anny, 12)
    return betas, rotations, translation, vertices, fit_sequence(anny, vertices)


def test_clean_meshes_are_explained_to_a_fraction_of_a_millimetre(anny, walk):
    *_, vertices, motion = walk
    assert distance(rebuilt(anny, motion), vertices).mean(1).max() < 1.0


def test_shape_pose_and_place_are_the_ones_the_meshes_were_made_of(anny, walk):
    betas, rotations, translation, _, motion = walk
    np.testing.assert_allclose(motion.betas, betas, atol=0.1)
    np.testing.assert_allclose(motion.translation, translation, atol=2e-3)
    assert joint_angles(anny, motion.rotations, rotations, BODY).max() < 2


def test_fingers_close_as_they_did(anny, walk):
    _, rotations, _, _, motion = walk
    fingers = ("finger2-1.L", "finger3-2.R", "finger4-3.L")
    assert joint_angles(anny, motion.rotations, rotations, fingers).max() < 8


def test_rotations_are_rotations(walk):
    *_, motion = walk
    product = motion.rotations @ np.swapaxes(motion.rotations, -1, -2)
    np.testing.assert_allclose(product, np.broadcast_to(np.eye(3), product.shape), atol=1e-4)
    np.testing.assert_allclose(np.linalg.det(motion.rotations), 1, atol=1e-4)


def test_reported_error_is_that_of_the_coarse_vertices(anny, walk):
    *_, vertices, motion = walk
    coarse = anny.level_index[-1]
    true = distance(rebuilt(anny, motion)[:, coarse], vertices[:, coarse]).mean(1)
    np.testing.assert_allclose(motion.error_mm, true, atol=0.01)


def test_coarse_meshes_give_what_whole_ones_give(anny, walk):
    *_, vertices, motion = walk
    coarse = fit_sequence(anny, vertices[:, anny.level_index[-1]])
    np.testing.assert_array_equal(coarse.rotations, motion.rotations)
    np.testing.assert_array_equal(coarse.betas, motion.betas)


def test_noise_is_smoothed_not_followed(anny):
    _, rotations, _, vertices = moving(anny, 10, seed=4)
    noise = np.random.default_rng(1).normal(0, 0.008, vertices.shape).astype(np.float32)
    motion = fit_sequence(anny, vertices + noise)
    fitted = distance(rebuilt(anny, motion), vertices)
    assert fitted.mean() < 0.5 * distance(vertices + noise, vertices).mean()
    assert np.median(joint_angles(anny, motion.rotations, rotations, BODY)) < 5
    assert motion.error_mm.mean() == pytest.approx(distance(noise, 0).mean(), rel=0.15)


def test_one_frame_is_enough(anny):
    _, _, _, vertices = moving(anny, 1, seed=2)
    motion = fit_sequence(anny, vertices)
    assert motion.rotations.shape == (1, len(anny.skeleton.names), 3, 3)
    assert distance(rebuilt(anny, motion), vertices).mean() < 1.5


def test_toes_that_are_rolled_as_one_do_not_spin(anny):
    """Each toe turns about its own joint, so no turn of theirs explains it; the nearest is a small one."""
    names, weights = anny.skeleton.names, anny.skeleton.weights
    nearest = weights.index[np.arange(anny.num_vertices), weights.weight.argmax(1)]
    toes = np.array([names[bone].startswith("toe") and names[bone].endswith(".R") for bone in nearest])
    middle = names.index("toe3-1.R")
    vertices = anny.v_template.astype(np.float32).copy()
    roll = rotation_matrices(np.radians([0, 0, 6]))
    vertices[toes] = (vertices[toes] - anny.skeleton.heads[middle]) @ roll.T + anny.skeleton.heads[middle]
    turns = fit_sequence(anny, np.tile(vertices, (40, 1, 1))).rotations[:, middle]
    degrees = np.degrees(np.arccos(np.clip((np.trace(turns, axis1=-2, axis2=-1) - 1) / 2, -1, 1)))
    assert degrees.max() < 8


def test_a_cut_to_another_pose_is_found_again(anny):
    betas, rotations, *_ = moving(anny, 6, seed=3)
    rng = np.random.default_rng(8)
    rotations[3:] = corpus_rotations(anny, rng.normal(0, 0.4, (22, 3)))
    rotations[3:, 0] = rotation_matrices(np.array([0, 2.8, 0.3]))
    vertices, _ = Skinner(anny).pose(np.tile(betas, (6, 1)), rotations)
    motion = fit_sequence(anny, vertices)
    assert distance(rebuilt(anny, motion), vertices).mean(1).max() < 3


def test_turning_and_moving_the_meshes_turns_and_moves_the_fit(anny, walk):
    *_, vertices, motion = walk
    turn = rotation_matrices(np.array([0.3, 1.0, -0.4]))
    moved = fit_sequence(anny, vertices @ turn.T + np.float32([0, 1, 2]))
    np.testing.assert_allclose(moved.betas, motion.betas, atol=0.05)
    np.testing.assert_allclose(moved.rotations[:, 0], turn @ motion.rotations[:, 0], atol=0.01)


def test_progress_is_told_for_every_frame(anny):
    *_, vertices = moving(anny, 3)
    told = []
    fit_sequence(anny, vertices, lambda done, frames: told.append((done, frames)))
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("meshes", "says"),
    [
        (np.zeros((2, 100, 3)), r"meshes have shape \(2, 100, 3\)"),
        (np.zeros((0, 431, 3)), "there is no frame to fit"),
        (np.full((1, 431, 3), np.nan), "coordinates that are not numbers"),
    ],
)
def test_meshes_that_cannot_be_fitted_are_named(anny, meshes, says):
    with pytest.raises(ValueError, match=says):
        fit_sequence(anny, meshes)
