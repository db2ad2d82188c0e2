"""Feet are found to stand between steps only, and stay where they stand; legs follow."""

import numpy as np
import pytest

from app.recordings.motion.foot_contacts import Frustum, contact_labels
from app.recordings.motion.foot_locking import locking_offsets, root_path
from app.recordings.motion.leg_ik import move_feet
from models.body.skinning import Skinner, chain, corpus_rotations
from tests.fakes.uneven_times import FPS, everywhere

FRUSTUM = Frustum(600.0, (640, 480))


def steps(times, place=(0.0, 1.0, 4.0)):
    """One point that stands for a second, swings half a metre aside in half a second, and stands again."""
    swing = np.clip((times - 1) / 0.5, 0, 1)
    swing = swing * swing * (3 - 2 * swing)
    return np.array(place) + np.stack([0.5 * swing, -0.5 * swing * (1 - swing), 0 * swing], -1)


def test_standing_is_found_between_steps_only():
    times = np.arange(75) / FPS
    points = np.stack([steps(times), np.tile([0.3, 1.0, 4.2], (75, 1))], 1)
    labels = contact_labels(times, points, np.tile([0.2, 0.0, 4.0], (75, 1)), FRUSTUM)
    assert (labels[2:28, 0] == labels[2, 0]).all()
    assert labels[2, 0] >= 0
    assert (labels[35:42, 0] == -1).all()
    assert (labels[48:73, 0] == labels[48, 0]).all()
    assert labels[48, 0] not in (-1, labels[2, 0])
    assert (labels[2:-2, 1] == labels[2, 1]).all()
    assert labels[2, 1] >= 0


def test_feet_in_the_air_out_of_the_picture_or_in_dance_do_not_stand():
    times = np.arange(90) / FPS
    roots = np.tile([0.0, 0.0, 4.0], (90, 1))
    still = np.tile([0.0, 1.0, 4.0], (90, 1))
    lifted = still - [0, 0.4, 0]
    dancing = still + 0.3 * np.outer(np.sin(2 * np.pi * times), [1, 0, 0])
    labels = contact_labels(times, np.stack([still, lifted, dancing], 1), roots, FRUSTUM)
    assert (labels[2:-2, 0] >= 0).all()
    assert (labels[:, 1] == -1).all()
    assert (labels[:, 2] >= 0).mean() < 0.4  # at the turning points at most
    assert (contact_labels(times, still[:, None] + [0, 3, 0], roots, FRUSTUM) == -1).all()


def test_standing_feet_correct_the_distance_of_the_body():
    rng = np.random.default_rng(2)
    times = np.arange(90) / FPS
    truth = np.tile([0.5, 0.0, 4.0], (90, 1))
    wrong = truth * (1 + 0.03 * np.sin(2 * np.pi * 0.7 * times) + 0.005 * rng.normal(size=90))[:, None]
    feet = np.tile([[0.0, 1.0, 0.0]], (90, 1, 1))
    labels = np.zeros((90, 1), int)

    def wander(places):
        return np.ptp(places[:, 2])

    free = root_path(times, wrong, everywhere(times))
    held = root_path(times, wrong, everywhere(times), feet, labels)
    assert wander(held) < 0.2 * wander(free) < 0.2 * wander(wrong)


def test_offsets_hold_a_point_and_fade_without_a_jump():
    times = np.arange(90) / FPS
    points = np.array([0.0, 1.0, 4.0]) + 0.02 * np.outer(np.sin(4 * times), [1, 0, 1])
    labels = np.where((times > 1) & (times < 2), 0, -1)[:, None]
    offsets = locking_offsets(times, points[:, None], labels)
    here = labels[:, 0] >= 0
    assert np.ptp((points + offsets)[here], axis=0).max() < 0.15 * np.ptp(points[here], axis=0).max()
    assert np.abs(np.diff(offsets, axis=0)).max() * FPS < 0.3
    assert np.abs(offsets[[0, -1]]).max() < 0.003


def test_legs_reach_where_feet_are_wanted_and_keep_their_feet_level(anny):
    rng = np.random.default_rng(3)
    rotations = corpus_rotations(anny, rng.normal(0, 0.2, (20, 22, 3)))
    betas = anny.skeleton.population[0]
    offsets = {side: rng.normal(0, 0.02, (20, 3)).astype(np.float32) for side in "LR"}
    offsets["L"][:, 1] -= 0.05  # up, so that no leg is asked to be longer than it is
    offsets["R"][:, 1] -= 0.05
    moved = move_feet(anny, betas, rotations, offsets)
    heads = np.repeat(Skinner(anny).rest(betas[None])[1], 20, axis=0)
    before, after = (chain(anny.skeleton.parents, heads, r) for r in (rotations, moved))
    for side, offset in offsets.items():
        foot = anny.skeleton.names.index(f"foot.{side}")
        np.testing.assert_allclose(after[1][:, foot] - before[1][:, foot], offset, atol=2e-3)
        np.testing.assert_allclose(after[0][:, foot], before[0][:, foot], atol=1e-4)
    others = [i for i, name in enumerate(anny.skeleton.names) if "leg" not in name and "foot" not in name]
    np.testing.assert_array_equal(moved[:, others], rotations[:, others])


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_very_short_paths_come_back(count):
    times = np.arange(count) / FPS
    positions = np.arange(3.0 * count).reshape(count, 3) + np.array([0, 0, 1])
    np.testing.assert_allclose(root_path(times, positions, everywhere(times)), positions, atol=1e-8)
