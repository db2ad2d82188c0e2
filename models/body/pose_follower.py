"""PoseFollower: one body's bones and shape, mesh after mesh, as quickly as meshes come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from models.body.gauss_newton import Fitter, State
    from models.body.skinning import Skinner

_STEPS_TO_FOLLOW = 2
_STEPS_TO_FIND = 10
_STEPS_FOR_SHAPE = 12  # with the first mesh
_SETTLING_MESHES = 60  # after as many, two seconds of a camera, a shape is held
# How much worse than usual a mesh may be explained before the pose is looked for afresh.
_SUSPICIOUS = 1.25
_SLACK_M = 0.001
_FORGETTING = 0.02  # of what was usual, with each mesh


@dataclass(frozen=True, slots=True, eq=False)
class BodyPose:
    """The posed body that explains a mesh.

    Attributes
    ----------
    betas : (S,) float32 shape in standard deviations.
    rotations : (B, 3, 3) float32 local bone rotations, camera axes.
    translation : (3,) float32 metres, added to the posed body's vertices and bone heads.
    error_mm : mean distance between the coarse vertices of the given and the fitted mesh.
    """

    betas: np.ndarray
    rotations: np.ndarray
    translation: np.ndarray
    error_mm: float


class PoseFollower:
    """Explains the meshes of one body, each from the pose of the one before.

    Unless it is told, it finds the shape too: from the first mesh alone, then from all meshes so far, until
    the shape is held.

    Parameters
    ----------
    fitter : of the body's template; followers may share it.
    start : where to begin; None looks for the pose.
    usual : metres by which meshes are usually missed, where that is known.
    """

    def __init__(self, fitter: Fitter, start: State | None = None, usual: float | None = None) -> None:
        self._fitter, self._state, self._usual = fitter, start, usual
        self._shape = np.zeros(fitter.shapes, np.float32)
        self._information = np.zeros((fitter.shapes, fitter.shapes))
        self._evidence = np.zeros(fitter.shapes)
        self._seen = 0

    def follow(self, mesh: np.ndarray, betas: np.ndarray | None = None) -> BodyPose:
        """Find the bones of the next mesh.

        Parameters
        ----------
        mesh : (C, 3) float32 metres, camera axes, the vertices of the coarsest level.
        betas : (S,) the shape, where somebody else knows it.
        """
        fitter, target = self._fitter, mesh[None]
        shape = self._shape if betas is None else np.asarray(betas, np.float32)
        if self._state is None:
            state = fitter.followed(fitter.found(target, shape), target, _STEPS_TO_FIND)
            if betas is None:
                for _ in range(_STEPS_FOR_SHAPE):
                    state = fitter.step_with_shape(state, target)
        else:
            state = self._state
            if not np.array_equal(state.betas, shape):
                state = fitter.state(shape, state.rotations, state.translation)
            state = fitter.followed(state, target, _STEPS_TO_FOLLOW, is_before=True)
        state, error = self._reconsidered(state, target)
        if betas is None and self._seen < _SETTLING_MESHES:
            self._learn_shape(state, target)
        self._state = state
        rotations = fitter.of_all_bones(state.rotations)[0]
        return BodyPose(state.betas, rotations, state.translation[0].astype(np.float32), 1000 * error)

    def _reconsidered(self, state: State, target: np.ndarray) -> tuple[State, float]:
        """Go on where a pose explains a mesh worse than usual, or look afresh; return it with its error."""
        fitter = self._fitter
        error = float(fitter.error(state, target)[0])
        usual = error if self._usual is None else self._usual
        bearable = _SUSPICIOUS * usual + _SLACK_M
        if error > bearable:
            state = fitter.followed(state, target, _STEPS_TO_FIND)
            error = float(fitter.error(state, target)[0])
        if error > bearable:
            afresh = fitter.followed(fitter.found(target, state.betas), target, _STEPS_TO_FIND)
            state = min(state, afresh, key=lambda state: fitter.error(state, target)[0])
            error = float(fitter.error(state, target)[0])
            # What starting afresh does not explain is the meshes' own doing; do not ask again at every one.
            self._usual = max(usual, error / _SUSPICIOUS)
        else:
            self._usual = usual + _FORGETTING * (error - usual)
        return state, error

    def _learn_shape(self, state: State, target: np.ndarray) -> None:
        information, evidence = self._fitter.shape_evidence(state, target)
        self._information += information
        self._evidence += evidence
        self._shape = self._fitter.likely_shape(self._information, self._evidence)
        self._seen += 1


def placed_pose(skinner: Skinner, mesh: np.ndarray, betas: np.ndarray, rotations: np.ndarray) -> BodyPose:
    """Move a body of known shape and pose as near to a mesh as moving brings it.

    Parameters
    ----------
    skinner : of the mesh's vertices.
    mesh : (C, 3) metres, camera axes.
    betas, rotations : (S,) and (B, 3, 3) as in :class:`BodyPose`.
    """
    posed = skinner.pose(betas[None], rotations[None])[0][0]
    translation = (mesh - posed).mean(axis=0)
    error_mm = 1000 * float(np.linalg.norm(mesh - posed - translation, axis=-1).mean())
    return BodyPose(betas, rotations, translation.astype(np.float32), error_mm)
