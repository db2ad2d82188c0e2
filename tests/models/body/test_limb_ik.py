"""Limbs come to given lengths, moved rather along the viewing rays than across the picture."""

import numpy as np
import pytest

from models.body.limb_ik import moves_to_lengths


def limbs(seed: int = 0, count: int = 50) -> np.ndarray:
    """Limbs in any direction, two to four metres before a camera."""
    rng = np.random.default_rng(seed)
    directions = rng.normal(size=(count, 2, 3))
    directions /= np.linalg.norm(directions, axis=-1, keepdims=True)
    root = rng.uniform([-1, -1, 2], [1, 1, 4], (count, 3))
    return np.concatenate([root[:, None], root[:, None] + np.cumsum(0.3 * directions, axis=1)], axis=1)


def lengths_of(limbs, moves) -> np.ndarray:
    moved = limbs.copy()
    moved[:, 1:] += moves
    return np.linalg.norm(np.diff(moved, axis=1), axis=-1)


def on_image(points) -> np.ndarray:
    return points[..., :2] / points[..., 2:]


def test_limbs_of_the_right_length_stay():
    some = limbs()
    moves = moves_to_lengths(some, np.full((len(some), 2), 0.3))
    assert np.abs(moves).max() < 1e-9


@pytest.mark.parametrize("factor", [0.85, 0.95, 1.05, 1.15])
def test_the_lengths_are_reached(factor):
    some = limbs()
    found = lengths_of(some, moves_to_lengths(some, np.full((len(some), 2), 0.3 * factor)))
    off = np.abs(found / (0.3 * factor) - 1)
    assert np.median(off) < 0.002
    assert np.percentile(off, 95) < 0.03


def test_upper_and_lower_segment_have_lengths_of_their_own():
    some = limbs()
    wanted = np.tile([0.32, 0.28], (len(some), 1))
    assert np.median(np.abs(lengths_of(some, moves_to_lengths(some, wanted)) - wanted)) < 1e-3


def test_what_is_too_short_turns_in_depth_and_keeps_its_picture():
    """An arm that points half towards the camera, drawn too short."""
    arm = np.array([[[0.2, 0, 3], [0.4, 0, 2.8], [0.6, 0, 2.6]]])
    wanted = np.array([[0.32, 0.32]])
    moves = moves_to_lengths(arm, wanted)
    np.testing.assert_allclose(lengths_of(arm, moves), wanted, rtol=0.01)
    across = 3 * np.linalg.norm(on_image(arm[:, 1:] + moves) - on_image(arm[:, 1:]), axis=-1)
    assert across.max() < 0.015 < 0.04 < np.abs(moves[..., 2]).max()


def test_a_remembered_move_keeps_depth_steady_where_the_picture_jitters():
    """An arm seen side on, a little too short or too long in turn: alone, each frame answers differently."""
    rng = np.random.default_rng(1)
    wanted = np.array([[0.3, 0.3]])
    frames = [
        np.array([[[0, 0, 3], [0.28, 0, 2.97], [0.56, 0, 2.94]]]) + rng.normal(0, 0.004, (1, 3, 3))
        for _ in range(60)
    ]
    alone = np.array([moves_to_lengths(frame, wanted) for frame in frames])
    remembered, before = [], None
    for frame in frames:
        before = moves_to_lengths(frame, wanted, before, 0.9)
        remembered.append(before)
    remembered = np.array(remembered)
    for moves in (alone[10:], remembered[10:]):
        found = [lengths_of(f, m) for f, m in zip(frames[10:], moves, strict=True)]
        np.testing.assert_allclose(found, np.broadcast_to(wanted, np.shape(found)), rtol=0.02)
    jitter = [np.diff(moves[10:, 0, :, 2], axis=0).std() for moves in (alone, remembered)]
    assert jitter[1] < 0.7 * jitter[0]
