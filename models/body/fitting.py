"""Recovers a body's shape and bone rotations from meshes that follow its template.

The mesh of every frame is explained by one shape, a translation and bone rotations: Gauss-Newton steps on the
coarse vertices, first on some frames together to find the shape, then from frame to frame.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from models.body.gauss_newton import Fitter
from models.body.pose_follower import BodyPose, PoseFollower, placed_pose
from models.body.skinning import FINGERS, Skinner, chain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.body.template import BodyTemplate


# Offsets of the surface are pulled to zero as by so many frames that show none.
_OFFSET_CAUTION = 1.0

_WINDOW = 16  # frames that the shape is found from
_STEPS_FOR_SHAPE = 12


@dataclass(frozen=True, slots=True, eq=False)
class FittedMotion:
    """The posed body that explains a sequence of meshes.

    Attributes
    ----------
    betas : (S,) float32 shape in standard deviations, one person throughout.
    rotations : (T, B, 3, 3) float32 local bone rotations, camera axes.
    translation : (T, 3) float32 metres, added to the posed body's vertices and bone heads.
    error_mm : (T,) float32, mean distance between the coarse vertices of the given and the fitted mesh.
    """

    betas: np.ndarray
    rotations: np.ndarray
    translation: np.ndarray
    error_mm: np.ndarray


def fit_sequence(
    template: BodyTemplate,
    vertices: np.ndarray,
    progress: Callable[[int, int], None] | None = None,
) -> FittedMotion:
    """Find one shape, and the pose of every frame.

    Parameters
    ----------
    template : with a skeleton: the open body's, or another one's, each bone of which turns by itself.
    vertices : (T, V, 3) metres, camera axes, anywhere: all vertices of the finest or of the coarsest level.
    progress : called with (frames done, frames) after each frame.

    Raises
    ------
    ValueError : the template has no skeleton, the meshes are of another body, or coordinates are not numbers.
    """
    targets = _coarse_targets(template, vertices)
    fitter = Fitter(template)
    window = np.unique(np.linspace(0, len(targets) - 1, min(_WINDOW, len(targets))).round().astype(int))
    state = fitter.found(targets[window], np.zeros(fitter.shapes, np.float32))
    for _ in range(_STEPS_FOR_SHAPE):
        state = fitter.step_with_shape(state, targets[window])
    usual = float(np.median(fitter.error(state, targets[window])))
    follower = PoseFollower(
        fitter, fitter.state(state.betas, state.rotations[:1], state.translation[:1]), usual
    )
    poses: list[BodyPose] = []
    for t, target in enumerate(targets):
        poses.append(follower.follow(target, state.betas))
        if progress:
            progress(t + 1, len(targets))
    return _motion(state.betas, poses)


def place_sequence(
    template: BodyTemplate,
    vertices: np.ndarray,
    betas: np.ndarray,
    rotations: np.ndarray,
    progress: Callable[[int, int], None] | None = None,
) -> FittedMotion:
    """Find where a body of known shape and pose is: as near to the meshes as moving it brings it.

    Parameters
    ----------
    template, vertices, progress : as for :func:`fit_sequence`.
    betas : (S,) standard deviations of shape.
    rotations : (T, B, 3, 3) local, camera axes.

    Raises
    ------
    ValueError : as :func:`fit_sequence`.
    """
    targets = _coarse_targets(template, vertices)
    skinner = Skinner(template, template.level_index[-1])
    betas, rotations = np.asarray(betas, np.float32), np.asarray(rotations, np.float32)
    poses: list[BodyPose] = []
    for t, target in enumerate(targets):
        poses.append(placed_pose(skinner, target, betas, rotations[t]))
        if progress:
            progress(t + 1, len(targets))
    return _motion(betas, poses)


def settled_motion(
    template: BodyTemplate,
    vertices: np.ndarray,
    poses: Sequence[BodyPose],
    progress: Callable[[int, int], None] | None = None,
) -> FittedMotion:
    """Give poses that were found live, while the shape was still being learned, one shape.

    It is the one that most of them have, as it was held; the others are followed from there. Fingers stay
    as they are: they may have been read from the picture, which tells more of them than a mesh.

    Parameters
    ----------
    template, vertices, progress : as for :func:`fit_sequence`.
    poses : of the T frames.

    Raises
    ------
    ValueError : as :func:`fit_sequence`.
    """
    targets = _coarse_targets(template, vertices)
    shapes, counts = np.unique(np.stack([pose.betas for pose in poses]), axis=0, return_counts=True)
    held = shapes[counts.argmax()] if counts.max() > 1 else poses[-1].betas
    fitter = Fitter(template)
    turning = fitter.turning_bones
    fingers = {name for finger in FINGERS for name in finger}
    assert template.skeleton is not None
    learned = [bone for bone in turning if template.skeleton.names[bone] not in fingers]
    settled: list[BodyPose] = []
    for t, (target, pose) in enumerate(zip(targets, poses, strict=True)):
        if np.array_equal(pose.betas, held):
            settled.append(pose)
        else:
            start = fitter.state(held, pose.rotations[None, turning], pose.translation[None])
            found = PoseFollower(fitter, start).follow(target, held)
            rotations = pose.rotations.copy()
            rotations[learned] = found.rotations[learned]
            settled.append(replace(found, rotations=rotations))
        if progress:
            progress(t + 1, len(targets))
    return _motion(held, settled)


def _motion(betas: np.ndarray, poses: list[BodyPose]) -> FittedMotion:
    return FittedMotion(
        betas,
        np.stack([pose.rotations for pose in poses]),
        np.stack([pose.translation for pose in poses]),
        np.array([pose.error_mm for pose in poses], np.float32),
    )


def _coarse_targets(template: BodyTemplate, vertices: np.ndarray) -> np.ndarray:
    """Return (T, C, 3) float32 coarse vertices of meshes that can be fitted."""
    vertices = np.asarray(vertices, np.float32)
    coarse = template.level_index[-1]
    if vertices.ndim != 3 or vertices.shape[1:] not in ((template.num_vertices, 3), (len(coarse), 3)):
        raise ValueError(
            f"meshes have shape {vertices.shape}; fitting {template.name} needs (frames, "
            f"{template.num_vertices} or {len(coarse)}, 3)"
        )
    if not len(vertices):
        raise ValueError("there is no frame to fit; give at least one mesh")
    if not np.isfinite(vertices).all():
        raise ValueError("a mesh holds coordinates that are not numbers; leave out frames without a person")
    return vertices if vertices.shape[1] == len(coarse) else vertices[:, coarse]


def surface_offsets(
    template: BodyTemplate, motion: FittedMotion, frames: np.ndarray, vertices: np.ndarray
) -> np.ndarray:
    """Find what a person's own surface has beyond the fitted shape.

    Parameters
    ----------
    template : the one that was fitted.
    motion : how.
    frames : (N,) entries of the motion, best spread all over it.
    vertices : (N, V, 3) metres, camera axes: the whole meshes of these frames.

    Returns
    -------
    (V, 3) float32 metres, to be added to the rest pose: the offsets that, carried by the bones, best explain
    (least squares) what the shape leaves. A single frame is not believed all it says.
    """
    skinner = Skinner(template)
    skeleton = skinner.skeleton
    _, heads = skinner.rest(motion.betas[None])
    normal = np.tile(_OFFSET_CAUTION * np.eye(3, dtype=np.float32), (template.num_vertices, 1, 1))
    right = np.zeros((template.num_vertices, 3), np.float32)
    for frame, mesh in zip(frames, vertices, strict=True):
        rotations = motion.rotations[frame, None]
        posed, _ = skinner.pose(motion.betas[None], rotations)
        bone_rotations, _ = chain(skeleton.parents, heads, rotations)
        carried = skeleton.weights.apply(bone_rotations[0].reshape(-1, 9)).reshape(-1, 3, 3)
        left = mesh - posed[0] - motion.translation[frame]
        normal += carried.transpose(0, 2, 1) @ carried
        right += np.einsum("vji,vj->vi", carried, left)
    return np.linalg.solve(normal, right[..., None])[..., 0]
