"""The field's error measures, each by the definition of the benchmark that made it known.

Numpy and SciPy; metres in, millimetres (or degrees) out. The measures take whole batches and average over
joints or vertices alone, so callers keep one figure a sample and average as their benchmark does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import KDTree

from models.camera.crop import HIPS, LIMBS, SHOULDERS

if TYPE_CHECKING:
    from collections.abc import Sequence

LIMB_THRESHOLD = 0.2  # torso lengths within which a limb joint is right
UPRIGHT_DEG = 8  # standing people whose trunk is pitched more are listed

# SMPL joints whose global orientation 3DPW and EMDB compare: pelvis, hips, knees, shoulders and elbows.
SMPL_ORIENTATION_JOINTS = (0, 1, 2, 4, 5, 16, 17, 18, 19)
# SMPL joints that EMDB's jitter counts as still: pelvis, ankles, feet, wrists and hands.
EMDB_STILL_JOINTS = (0, 7, 8, 10, 11, 20, 21, 22, 23)


@dataclass(frozen=True, slots=True, eq=False)
class Similarity:
    """Scale, rotation (or mirroring) and translation: ``scale * points @ rotation.T + translation``.

    Attributes
    ----------
    scale : (...,).
    rotation : (..., 3, 3).
    translation : (..., 3) in the unit of the points.
    """

    scale: np.ndarray
    rotation: np.ndarray
    translation: np.ndarray

    def apply(self, points: np.ndarray) -> np.ndarray:
        """Map (..., N, 3) points."""
        rotated = points @ np.swapaxes(self.rotation, -1, -2)
        return self.scale[..., None, None] * rotated + self.translation[..., None, :]


def similarity(source: np.ndarray, target: np.ndarray, *, reflections: bool = False) -> Similarity:
    """Find the similarity that takes source points closest to target points, in least squares.

    Parameters
    ----------
    source, target : (..., N, 3) corresponding points.
    reflections : allow mirroring too, as FreiHAND's evaluation does; other benchmarks do not.

    Notes
    -----
    Umeyama, "Least-squares estimation of transformation parameters between two point patterns",
    PAMI 1991. Source points that all coincide keep scale 0.
    """
    _check_same_shape(source, target)
    source, target = np.asarray(source, np.float64), np.asarray(target, np.float64)
    source_mean, target_mean = source.mean(-2), target.mean(-2)
    x, y = source - source_mean[..., None, :], target - target_mean[..., None, :]
    u, singular, vt = np.linalg.svd(np.swapaxes(y, -1, -2) @ x)
    signs = np.ones_like(singular)
    if not reflections:
        signs[..., -1] = np.where(np.linalg.det(u @ vt) < 0, -1.0, 1.0)
    rotation = (u * signs[..., None, :]) @ vt
    spread = np.square(x).sum((-1, -2))
    scale = (singular * signs).sum(-1) / np.maximum(spread, np.finfo(np.float64).tiny)
    translation = target_mean - scale[..., None] * np.einsum("...ij,...j->...i", rotation, source_mean)
    return Similarity(scale, rotation, translation)


def procrustes_align(source: np.ndarray, target: np.ndarray, *, reflections: bool = False) -> np.ndarray:
    """Return (..., N, 3) source points, scaled, rotated and shifted onto the target points."""
    return similarity(source, target, reflections=reflections).apply(np.asarray(source, np.float64))


def centred(points: np.ndarray, joints: np.ndarray, root: Sequence[int]) -> np.ndarray:
    """Return (..., N, 3) points about the mean of the ``root`` joints of (..., J, 3) joints."""
    return points - joints[..., list(root), :].mean(-2, keepdims=True)


def distances(predicted: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Return (..., N) distances in millimetres of (..., N, 3) corresponding points in metres."""
    _check_same_shape(predicted, target)
    return 1000 * np.linalg.norm(np.asarray(predicted, np.float64) - target, axis=-1)


def mpjpe(predicted: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Mean per-joint position error, (...,) millimetres, of (..., J, 3) joints in metres.

    Centre both skeletons first, at the root that the benchmark names: :func:`centred`.
    """
    return distances(predicted, target).mean(-1)


def pa_mpjpe(predicted: np.ndarray, target: np.ndarray, *, reflections: bool = False) -> np.ndarray:
    """MPJPE after each skeleton's own similarity alignment, (...,) millimetres."""
    return mpjpe(procrustes_align(predicted, target, reflections=reflections), target)


def pve(predicted: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Mean per-vertex error (PVE, MPVPE, MVE), (...,) millimetres, of (..., V, 3) vertices in metres.

    Centre both meshes first, at the root that the benchmark names.
    """
    return distances(predicted, target).mean(-1)


def pa_pve(
    predicted: np.ndarray,
    target: np.ndarray,
    *,
    reflections: bool = False,
    by: Similarity | None = None,
) -> np.ndarray:
    """Per-vertex error after alignment, (...,) millimetres.

    Parameters
    ----------
    predicted, target : (..., V, 3) metres.
    reflections : as for :func:`similarity`.
    by : an alignment already found from the joints, as EMDB uses; otherwise the vertices are aligned
        themselves, as FreiHAND does.
    """
    if by is None:
        by = similarity(predicted, target, reflections=reflections)
    return pve(by.apply(np.asarray(predicted, np.float64)), target)


def rotation_angle(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return (...,) degrees between (..., 3, 3) rotations.

    The arc tangent of sine and cosine keeps full precision near 0 and 180 degrees, where the arc cosine of
    the trace loses half of its digits.
    """
    relative = np.asarray(first, np.float64) @ np.swapaxes(np.asarray(second, np.float64), -1, -2)
    axis = np.stack(
        [
            relative[..., 2, 1] - relative[..., 1, 2],
            relative[..., 0, 2] - relative[..., 2, 0],
            relative[..., 1, 0] - relative[..., 0, 1],
        ],
        -1,
    )
    sine = np.linalg.norm(axis, axis=-1)
    cosine = np.trace(relative, axis1=-2, axis2=-1) - 1
    return np.degrees(np.arctan2(sine, cosine))


def mpjae(
    predicted: np.ndarray, target: np.ndarray, joints: Sequence[int] = SMPL_ORIENTATION_JOINTS
) -> np.ndarray:
    """Mean per-joint angular error, (...,) degrees, of (..., J, 3, 3) global joint orientations.

    3DPW and EMDB compare nine of SMPL's 24 joints, which is the default.
    """
    _check_same_shape(predicted, target)
    chosen = list(joints)
    return rotation_angle(predicted[..., chosen, :, :], target[..., chosen, :, :]).mean(-1)


def pa_mpjae(
    predicted: np.ndarray,
    target: np.ndarray,
    by: Similarity,
    joints: Sequence[int] = SMPL_ORIENTATION_JOINTS,
) -> np.ndarray:
    """MPJAE after the rotation of ``by``, the alignment of the predicted joints to the true ones."""
    return mpjae(by.rotation[..., None, :, :] @ predicted, target, joints)


def acceleration_error(predicted: np.ndarray, target: np.ndarray, fps: float = 1.0) -> float:
    """Mean difference of accelerations, millimetres a frame squared (a second squared where fps is given).

    Parameters
    ----------
    predicted, target : (T, J, 3) metres, T of at least 3 consecutive frames.

    Notes
    -----
    Kanazawa et al., "Learning 3D Human Dynamics from Video", CVPR 2019.
    """
    _check_frames(predicted, 3)
    return float(distances(np.diff(predicted, 2, axis=0), np.diff(target, 2, axis=0)).mean() * fps**2)


def jitter(joints: np.ndarray, fps: float) -> np.ndarray:
    """Jerk of (T, J, 3) joints in metres: (J,) mean magnitudes of the third derivative, m/s^3."""
    _check_frames(joints, 4)
    jerk = np.diff(np.asarray(joints, np.float64), 3, axis=0) * fps**3
    return np.linalg.norm(jerk, axis=-1).mean(0)


def emdb_jitter(joints: np.ndarray, fps: float = 30.0) -> float:
    """Jitter of (T, 24, 3) SMPL joints in metres as EMDB reports it, in units of 10 m/s^3.

    Nine joints (:data:`EMDB_STILL_JOINTS`) count as still yet stay in the mean over 24, so the figure is
    15/24 of the mean of the other joints. After Yi et al., "Physical Inertial Poser", CVPR 2022.
    """
    moving = jitter(joints, fps)
    moving[list(EMDB_STILL_JOINTS)] = 0
    return float(moving.mean() / 10)


def pck(predicted: np.ndarray, target: np.ndarray, threshold_mm: float) -> np.ndarray:
    """Fraction of points within a threshold, (...,) from 0 to 1, of (..., N, 3) points in metres."""
    return (distances(predicted, target) <= threshold_mm).mean(-1)


def torso_length(landmarks_2d: np.ndarray) -> np.ndarray:
    """Return (...,) the length from hips to shoulders of MediaPipe's (..., 33, 2) landmarks."""
    torso = landmarks_2d[..., SHOULDERS, :].mean(-2) - landmarks_2d[..., HIPS, :].mean(-2)
    return np.linalg.norm(torso, axis=-1)


def limb_pck(predicted_2d: np.ndarray, target_2d: np.ndarray) -> np.ndarray:
    """Fraction of the 12 limb joints within 0.2 torso lengths in the image, (...,) from 0 to 1.

    Parameters
    ----------
    predicted_2d, target_2d : (..., 33, 2) MediaPipe's landmarks, in one unit.
    """
    error = np.linalg.norm(predicted_2d[..., LIMBS, :] - target_2d[..., LIMBS, :], axis=-1)
    return (error < LIMB_THRESHOLD * torso_length(target_2d)[..., None]).mean(-1)


def trunk_pitch(landmarks: np.ndarray) -> float:
    """Return by how many degrees the trunk of (33, 3) landmarks, camera axes, leans towards the camera."""
    spine = landmarks[SHOULDERS].mean(0) - landmarks[HIPS].mean(0)
    return float(np.degrees(np.arctan2(-spine[2], -spine[1])))


def trunk_yaw_error(predicted: np.ndarray, target: np.ndarray) -> float:
    """Return the degrees, 0 to 180, by which trunks of (33, 3) landmarks, camera axes, differ in yaw."""
    difference = _trunk_yaw(predicted) - _trunk_yaw(target)
    return float(np.degrees(abs((difference + np.pi) % (2 * np.pi) - np.pi)))


def _trunk_yaw(landmarks: np.ndarray) -> float:
    """Return the angle about the vertical of the line across hips and shoulders."""
    across = landmarks[HIPS[0]] - landmarks[HIPS[1]] + landmarks[SHOULDERS[0]] - landmarks[SHOULDERS[1]]
    return float(np.arctan2(across[2], across[0]))


def auc(errors_mm: np.ndarray, low_mm: float = 0.0, high_mm: float = 50.0, steps: int = 100) -> float:
    """Area under the curve of the fraction of errors within a threshold, from 0 to 1.

    Parameters
    ----------
    errors_mm : any shape, such as what :func:`distances` gives.
    low_mm, high_mm, steps : the thresholds, evenly spaced; the defaults are FreiHAND's.
    """
    thresholds = np.linspace(low_mm, high_mm, steps)
    ordered = np.sort(np.ravel(errors_mm))
    fraction = np.searchsorted(ordered, thresholds, side="right") / ordered.size
    return float(np.trapezoid(fraction, thresholds) / (high_mm - low_mm))


def f_score(predicted: np.ndarray, target: np.ndarray, threshold_mm: float) -> np.ndarray:
    """F-score of two point clouds, (...,) from 0 to 1.

    Parameters
    ----------
    predicted, target : (..., N, 3) and (..., M, 3) metres; no correspondence is assumed.
    threshold_mm : a point counts when the other cloud has a point strictly nearer than this.

    Notes
    -----
    Knapitsch et al., "Tanks and Temples", SIGGRAPH 2017, as used by FreiHAND at 5 and 15 mm.
    """
    predicted, target = np.asarray(predicted, np.float64), np.asarray(target, np.float64)
    if predicted.shape[:-2] != target.shape[:-2]:
        raise ValueError(f"got {predicted.shape[:-2]} and {target.shape[:-2]} clouds; give as many of each")
    scores = np.zeros(predicted.shape[:-2])
    for index in np.ndindex(scores.shape):
        to_target = KDTree(target[index]).query(predicted[index])[0]
        to_predicted = KDTree(predicted[index]).query(target[index])[0]
        precision = (to_target * 1000 < threshold_mm).mean()
        recall = (to_predicted * 1000 < threshold_mm).mean()
        if precision + recall > 0:
            scores[index] = 2 * precision * recall / (precision + recall)
    return scores


def _check_same_shape(predicted: np.ndarray, target: np.ndarray) -> None:
    if np.shape(predicted) != np.shape(target):
        raise ValueError(
            f"predicted has shape {np.shape(predicted)} and target {np.shape(target)}; give equal shapes"
        )


def _check_frames(points: np.ndarray, needed: int) -> None:
    if len(points) < needed:
        raise ValueError(f"{len(points)} frames are too few for this measure; give at least {needed}")
