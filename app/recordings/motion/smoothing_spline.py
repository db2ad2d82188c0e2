"""Smooths series of uneven time stamps without lag, and continues them through missing values.

The smoothing spline: the curve that is as little bent as closeness to the values allows. On a straight line
it changes nothing, at the ends neither, and it treats past and future alike, so that nothing comes late. For
even time stamps its response to a wave of frequency f is 1 / (1 + (f / cutoff)^4), that of a second-order
Butterworth filter run forwards and backwards (Craven and Wahba, Numerische Mathematik 1979; Woltring,
Advances in Engineering Software 1986).
"""

from __future__ import annotations

import numpy as np
from scipy.linalg import solveh_banded
from scipy.sparse import csr_array, diags_array, eye_array
from scipy.spatial.transform import Rotation

# Chosen on motion capture with added trembling: a fixed cut-off either leaves still bodies trembling or cuts
# the peaks of quick limbs. Winter ("Biomechanics and Motor Control of Human Movement", 2009) takes 6 Hz for
# walking.
CALM_HZ, USUAL_HZ, QUICK_HZ = 2.5, 4.0, 7.0
SPEED_HZ = 1.5  # how quickly a part turns from calm to quick and back
QUICK_RAD_S, QUICK_M_S = 2.4, 1.0
REACH_S = 1.0  # values farther away than this weigh less than 1e-3 in a smoothed one


def weight_of(cutoff_hz: float | np.ndarray) -> float | np.ndarray:
    """Return what closeness to the values weighs against bending, 1/s^4, for this cutoff."""
    return (2 * np.pi * cutoff_hz) ** 4


def frame_weights(times_s: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Return the (N,) seconds that each frame stands for: the usual step, or 0 where nothing is known."""
    steps = np.diff(times_s[known])
    return np.where(known, np.median(steps) if len(steps) else 1.0, 0.0)


def bending(times_s: np.ndarray) -> csr_array:
    """Return the (N, N) matrix P of N > 2 rising times: z^T P z is the integral of the squared second
    derivative of a curve through values z.
    """
    before, after = np.diff(times_s)[:-1], np.diff(times_s)[1:]
    both = before + after
    every = csr_array(eye_array(len(times_s)))
    second_derivative = (
        diags_array(2 / (before * both)) @ every[:-2]
        - diags_array(2 / (before * after)) @ every[1:-1]
        + diags_array(2 / (after * both)) @ every[2:]
    )
    return csr_array(second_derivative.T @ diags_array(both / 2) @ second_derivative)


def solve_banded(system: csr_array, right: np.ndarray) -> np.ndarray:
    """Solve a positive definite system whose entries lie near the diagonal."""
    rows, columns = system.nonzero()
    width = int((rows - columns).max())
    bands = np.zeros((width + 1, len(right)))
    for i in range(width + 1):
        bands[i, : len(right) - i] = system.diagonal(-i)
    return solveh_banded(bands, right, lower=True, overwrite_ab=True)


def smooth(
    times_s: np.ndarray, values: np.ndarray, cutoff_hz: float | np.ndarray, known: np.ndarray
) -> np.ndarray:
    """Smooth a series.

    Parameters
    ----------
    times_s : (N,) rising.
    values : (K, ...) at the K known times.
    cutoff_hz : waves of this frequency keep half their height; one for all times or (N,).
    known : (N,) bool.

    Returns
    -------
    (N, ...) float64 at all times. Series of fewer than three times, or two known ones, stay as they are,
    with a straight line between.
    """
    flat = np.asarray(values, np.float64).reshape(len(values), -1)
    weights = frame_weights(times_s, known) * weight_of(cutoff_hz)
    right = np.zeros((len(times_s), flat.shape[1]))
    right[known] = flat
    if len(times_s) > 2 and known.sum() > 1:
        right = solve_banded(csr_array(bending(times_s) + diags_array(weights)), weights[:, None] * right)
    return right.reshape(len(times_s), *values.shape[1:])


def smooth_motion(times_s: np.ndarray, values: np.ndarray, known: np.ndarray, quick: float) -> np.ndarray:
    """Smooth what moves now slowly, now quickly: what is calm strongly, what is quick little.

    Parameters
    ----------
    times_s, known : as for :func:`smooth`.
    values : (K, ..., D) at the K known times; the D numbers of a point share one speed.
    quick : the speed from which on a point is quick, a second.

    Returns
    -------
    (N, ..., D) float64 at all times: a mix of two smoothed series, by the speed around each moment.
    """
    calm, usual, follow = (smooth(times_s, values, hz, known) for hz in (CALM_HZ, USUAL_HZ, QUICK_HZ))
    if len(times_s) < 2:
        return calm
    speed = np.linalg.norm(np.gradient(usual, times_s, axis=0), axis=-1, keepdims=True)
    # At the turning points of a quick motion the speed is nothing for a moment; they are its peaks.
    around = smooth(times_s, speed, SPEED_HZ, np.ones(len(times_s), bool))
    return calm + np.clip(around / quick, 0, 1) * (follow - calm)


def smooth_rotations(times_s: np.ndarray, rotations: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Smooth (K, ..., 3, 3) rotations like motion, by their quaternions; return (N, ..., 3, 3) float32."""
    quaternions = continuous_quaternions(rotations)
    # A quaternion moves half as fast as what it turns.
    smoothed = smooth_motion(times_s, quaternions, known, QUICK_RAD_S / 2)
    matrices = Rotation.from_quat(smoothed.reshape(-1, 4)).as_matrix()
    return matrices.reshape(-1, *rotations.shape[1:]).astype(np.float32)


def continuous_quaternions(rotations: np.ndarray) -> np.ndarray:
    """Return the (T, B, 4) quaternions x, y, z, w of (T, ..., 3, 3) rotations, without changes of sign.

    A rotation has two quaternions; the nearer one to that of the frame before continues the series.
    """
    quaternions = Rotation.from_matrix(rotations.reshape(-1, 3, 3)).as_quat().reshape(len(rotations), -1, 4)
    is_flipped = np.einsum("tbq,tbq->tb", quaternions[1:], quaternions[:-1]) < 0
    quaternions[1:] *= np.cumprod(np.where(is_flipped, -1.0, 1.0), axis=0)[..., None]
    return quaternions


def jerk(times_s: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Return the (N - 3, J) magnitudes of the third derivative of (N, J, 3) points, m/s^3.

    For even time stamps their mean is the jitter of :func:`models.evaluate.metrics.jitter`.
    """
    times = np.asarray(times_s, np.float64)
    for _ in range(3):
        points = np.diff(points, axis=0) / np.diff(times)[:, None, None]
        times = (times[1:] + times[:-1]) / 2
    return np.linalg.norm(points, axis=-1)
