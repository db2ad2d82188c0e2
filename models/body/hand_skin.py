"""HandSkin: bends the fingers of a mesh that was made without knowing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from models.body.finger_angles import FingerRig
from models.body.skinning import Skinner

if TYPE_CHECKING:
    from models.body.pose_follower import BodyPose
    from models.body.template import BodyTemplate


class HandSkin:
    """The vertices that fingers move, and the bones of the hands.

    Parameters
    ----------
    template : with the open body's skeleton.

    Attributes
    ----------
    rig : of the fingers.
    """

    def __init__(self, template: BodyTemplate) -> None:
        self.rig = FingerRig(template)
        assert template.skeleton is not None
        weights = template.skeleton.weights.dense(len(template.skeleton.names))
        by_side = weights[:, self.rig.bones.reshape(2, 15)].sum(-1)
        self._vertices = np.flatnonzero(by_side.sum(1) > 0)
        self._side = by_side[self._vertices].argmax(1)
        self._fingers = by_side[self._vertices].sum(1, keepdims=True)
        self._skinner, self._bones = Skinner(template, self._vertices), Skinner(template, np.zeros(0, int))
        self._knuckles = self.rig.bones.reshape(2, 5, 3)[:, 1:, 0]

    def palms(self, pose: BodyPose) -> tuple[np.ndarray, np.ndarray]:
        """Return the (2, 3) wrists and (2, 4, 3) knuckles of a pose, left first; index to little finger."""
        _, (heads,) = self._bones.pose(pose.betas[None], pose.rotations[None])
        return heads[self.rig.wrists] + pose.translation, heads[self._knuckles] + pose.translation

    def bent(
        self, vertices: np.ndarray, pose: BodyPose, fingers: np.ndarray, amount: np.ndarray
    ) -> np.ndarray:
        """Return a mesh with its fingers bent.

        Parameters
        ----------
        vertices : (V, 3) metres, where the pose is.
        pose : that explains them, with the fingers that they have.
        fingers : (30, 3, 3) local rotations, as :meth:`models.body.finger_angles.FingerRig.rotations`.
        amount : (2,) 0 to 1: how much of each hand, left first, is the posed body's and not the mesh's own.

        Notes
        -----
        Where fingers alone move a vertex it becomes the posed body's; towards the palm the mesh's own
        surface fades in, so that there is no seam.
        """
        rotations = np.stack([pose.rotations, pose.rotations])
        rotations[1, self.rig.bones] = fingers
        (before, posed), _ = self._skinner.pose(np.stack([pose.betas, pose.betas]), rotations)
        own = vertices[self._vertices]
        kept = (1 - self._fingers) * (own - before - pose.translation)
        bent = vertices.copy()
        bent[self._vertices] += amount[self._side, None] * (posed + pose.translation + kept - own)
        return bent
