"""Foot locking: a path of the body on which standing feet hardly move, and what keeps them in place."""

from __future__ import annotations

import numpy as np
from scipy.sparse import bsr_array, csr_array, diags_array, eye_array, kron

from app.recordings.motion.smoothing_spline import bending, frame_weights, smooth, solve_banded, weight_of

# Where the body goes: the image is followed up to 4 Hz, the distance up to 0.7 Hz, where standing feet do
# not say better. Between the two lies what stillness of a standing foot weighs, as a cut-off of speeds:
# feet overrule the distance but do not push the body about in the image.
_IMAGE_HZ = 4.0
_DISTANCE_HZ = 0.7
_STILLNESS_HZ = 4.0

# How fast what a foot is moved by may change: while it stands, and as it comes and goes.
_LOCKED_HZ = 8.0
_FREE_HZ = 2.0


def root_path(
    times_s: np.ndarray,
    measured: np.ndarray,
    known: np.ndarray,
    feet: np.ndarray | None = None,
    labels: np.ndarray | None = None,
) -> np.ndarray:
    """Find a body's smooth path, on which standing feet hardly move.

    Parameters
    ----------
    times_s : (N,) rising.
    measured : (K, 3) positions at the K known times.
    known : (N,) bool.
    feet : (N, P, 3) points of feet, from the body's position.
    labels : (N, P) of :func:`app.recordings.motion.foot_contacts.contact_labels`.

    Returns
    -------
    (N, 3). The least squares of distances from the measured positions, of bending and of standing feet's
    speeds.
    """
    count = len(times_s)
    positions = np.zeros((count, 3))
    positions[known] = measured
    if count < 3 or known.sum() < 2:
        return positions
    ray = positions / np.maximum(np.linalg.norm(positions, axis=1, keepdims=True), 1e-6)
    along = ray[:, :, None] * ray[:, None]
    trust = weight_of(_IMAGE_HZ) * (np.eye(3) - along) + weight_of(_DISTANCE_HZ) * along
    trust *= frame_weights(times_s, known)[:, None, None]
    system = bsr_array((trust, np.arange(count), np.arange(count + 1))) + kron(bending(times_s), eye_array(3))
    right = (trust @ positions[..., None])[..., 0]
    if feet is not None and labels is not None:
        steps = np.diff(times_s)
        every = csr_array(eye_array(count))
        difference = every[1:] - every[:-1]
        for k in range(feet.shape[1]):
            still = (labels[1:, k] == labels[:-1, k]) & (labels[1:, k] >= 0)
            speeds = difference.T @ diags_array(still / steps) @ difference * (2 * np.pi * _STILLNESS_HZ) ** 2
            system = system + kron(speeds, eye_array(3))
            right -= speeds @ feet[:, k]
    return solve_banded(csr_array(system), right.reshape(-1)).reshape(-1, 3)


def locking_offsets(times_s: np.ndarray, points: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the (N, 3) offsets that keep points of a foot or body where they stand.

    ``points`` (N, P, 3) and ``labels`` (N, P) as for
    :func:`app.recordings.motion.foot_contacts.contact_labels`. While nothing stands the offsets fade.
    """
    wanted = np.zeros(points.shape)
    for k in range(points.shape[1]):
        for label in np.unique(labels[labels[:, k] >= 0, k]):
            here = labels[:, k] == label
            wanted[here, k] = points[here, k].mean(axis=0) - points[here, k]
    in_contact = labels >= 0
    mean = wanted.sum(axis=1) / np.maximum(in_contact.sum(axis=1), 1)[:, None]
    cutoffs = np.where(in_contact.any(axis=1), _LOCKED_HZ, _FREE_HZ)
    return smooth(times_s, mean, cutoffs, np.ones(len(times_s), bool))
