"""Brings the segments of limbs to given lengths, with their joints moved as little as a camera allows.

One picture tells where a joint is across it well, and badly how far away. So a joint rather moves along its
viewing ray, which nobody sees in the picture, than across it.
"""

from __future__ import annotations

import numpy as np

# How much rather along the ray: the spread of errors in depth by that across the picture.
_DEPTH_SPREAD = 5.0
_STEPS = 4  # of Gauss-Newton
_LAST_STEPS = 2  # that move alike in all directions, which reaches the lengths soon


def moves_to_lengths(
    limbs: np.ndarray, lengths: np.ndarray, before: np.ndarray | None = None, memory: float = 0.0
) -> np.ndarray:
    """Find how middle and end of limbs must move so that their segments have given lengths.

    Parameters
    ----------
    limbs : (L, 3, 3) metres, axes of the camera and in front of it: root, middle and end, such as hip, knee
        and ankle.
    lengths : (L, 2) metres of the segments from root to middle and from there to the end.
    before : (L, 2, 3) the moves a moment ago, whose depth is likely now too; None where nothing is known.
    memory : 0 to 1, how likely.

    Returns
    -------
    (L, 2, 3) metres, for middle and end.

    Notes
    -----
    Minimises the moves' squared Mahalanobis distance from what is likely, under the constraint of the
    lengths: Gauss-Newton on the constraint (sequential quadratic programming without curvature). Each step is
    a 2 x 2 system a limb.
    """
    limbs = np.asarray(limbs, np.float64)
    joints = limbs[:, 1:]
    rays = joints / np.linalg.norm(joints, axis=-1, keepdims=True)
    likely, more_in_depth = np.zeros_like(joints), _DEPTH_SPREAD**2 - 1
    if before is not None:
        likely = memory * (before * rays).sum(-1, keepdims=True) * rays
        more_in_depth = _DEPTH_SPREAD**2 * (1 - memory) - 1
    moves = likely
    for _ in range(_STEPS):
        moves = _step(limbs, lengths, moves, likely, more_in_depth * rays, rays)
    for _ in range(_LAST_STEPS):
        moves = _step(limbs, lengths, moves, moves, np.zeros_like(rays), rays)
    return moves


def _step(
    limbs: np.ndarray,
    lengths: np.ndarray,
    moves: np.ndarray,
    likely: np.ndarray,
    more: np.ndarray,
    rays: np.ndarray,
) -> np.ndarray:
    """Return the moves nearest to the likely ones at which the lengths, linear in the moves, are right.

    The covariance of a move is the unit matrix, and ``more`` times the ray along it.
    """
    segments = np.diff(limbs, axis=1)
    segments[:, 0] += moves[:, 0]
    segments[:, 1] += moves[:, 1] - moves[:, 0]
    now = np.linalg.norm(segments, axis=-1)
    along = segments / np.maximum(now, 1e-9)[..., None]
    further = moves - likely
    further[:, 1] -= further[:, 0]
    missing = lengths - now + (along * further).sum(-1)
    # A pull along the upper segment moves the middle, one along the lower segment the end, and the middle
    # back.
    upper, back = (
        along[:, i] + more[:, 0] * (along[:, i] * rays[:, 0]).sum(-1, keepdims=True) for i in (0, 1)
    )
    lower = along[:, 1] + more[:, 1] * (along[:, 1] * rays[:, 1]).sum(-1, keepdims=True)
    a = (along[:, 0] * upper).sum(-1)
    b = -(along[:, 0] * back).sum(-1)
    c = (along[:, 1] * (back + lower)).sum(-1)
    least = np.maximum(a * c - b * b, 1e-9)
    first = ((c * missing[:, 0] - b * missing[:, 1]) / least)[:, None]
    second = ((a * missing[:, 1] - b * missing[:, 0]) / least)[:, None]
    return likely + np.stack([first * upper - second * back, second * lower], axis=1)
