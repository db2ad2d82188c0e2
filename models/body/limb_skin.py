"""LimbSkin: moves the elbows, wrists, knees and ankles of a mesh, and the skin with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from models.body.joints import FASTMETRO14

if TYPE_CHECKING:
    from models.body.template import BodyTemplate

_LIMBS = (("R", "Shoulder", "Elbow", "Wrist"), ("L", "Shoulder", "Elbow", "Wrist"),
          ("R", "Hip", "Knee", "Ankle"), ("L", "Hip", "Knee", "Ankle"))  # fmt: skip
LIMBS = np.array([[FASTMETRO14.index(f"{side}_{joint}") for joint in joints] for side, *joints in _LIMBS])
"""(4, 3) root, middle and end of right arm, left arm, right leg and left leg, among FastMETRO's joints."""

# By how the names of bones begin: upper segment, lower segment, hand or foot.
_PARTS = {
    "Shoulder": ("upperarm", "lowerarm", ("wrist", "metacarpal", "finger")),
    "Hip": ("upperleg", "lowerleg", ("foot", "toe")),
}


class LimbSkin:
    """Carries the skin of the four limbs along with their joints.

    Segments turn and stretch along themselves, hands and feet keep their direction, the trunk stays, also
    where roots move. Where the skin bends, it is blended as linear blend skinning does.

    Parameters
    ----------
    template : of the open body, with a skeleton.
    """

    def __init__(self, template: BodyTemplate) -> None:
        skeleton = template.require_skeleton()
        by_bone = skeleton.weights.dense(len(skeleton.names))
        parts = np.stack(
            [
                by_bone[:, [n.startswith(start) and n.endswith(f".{side}") for n in skeleton.names]].sum(1)
                for side, root, *_ in _LIMBS
                for start in _PARTS[root]
            ],
            axis=1,
        )
        self._moved = np.flatnonzero(parts.any(1))
        self._weights = np.ascontiguousarray(parts[self._moved].T, np.float32)

    def moved(self, vertices: np.ndarray, before: np.ndarray, after: np.ndarray) -> np.ndarray:
        """Return (V, 3) float32 vertices whose limbs went along.

        Parameters
        ----------
        vertices : (V, 3) metres, any pose.
        before, after : (4, 3, 3) joints of :data:`LIMBS` in the same axes.
        """
        segments, wanted = np.diff(before, axis=1), np.diff(after, axis=1)
        change = np.zeros((4, 3, 3, 4))  # by limb and part what is added to (x, y, z, 1)
        change[:, :2, :, :3] = _turn_and_stretch(segments, wanted) - np.eye(3)
        shift = after - before
        change[:, :2, :, 3] = shift[:, :2] - (change[:, :2, :, :3] @ before[:, :2, :, None])[..., 0]
        change[:, 2, :, 3] = shift[:, 2]
        # Row by row: numpy takes twice as long for many small products.
        blended = change.reshape(12, 12).T.astype(np.float32) @ self._weights
        limbs = vertices.take(self._moved, axis=0).astype(np.float32)
        x, y, z = np.ascontiguousarray(limbs.T)
        for axis, (along_x, along_y, along_z, shifted) in enumerate(blended.reshape(3, 4, -1)):
            limbs[:, axis] += along_x * x + along_y * y + along_z * z + shifted
        moved = np.array(vertices, np.float32)
        moved[self._moved] = limbs
        return moved


def _turn_and_stretch(segments: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Return (..., 3, 3) matrices that stretch (..., 3) segments along themselves and turn them to others.

    The turn is the smallest there is (Rodrigues' formula); a reversal, which has no axis, only stretches.
    """
    length, target = (np.linalg.norm(s, axis=-1, keepdims=True) for s in (segments, wanted))
    old, new = segments / np.maximum(length, 1e-9), wanted / np.maximum(target, 1e-9)
    cosine = (old * new).sum(-1)[..., None, None]
    cross = new[..., :, None] * old[..., None, :] - old[..., :, None] * new[..., None, :]
    turn = np.eye(3) + cross + cross @ cross / np.maximum(1 + cosine, 1e-6)
    stretch = (target / np.maximum(length, 1e-9) - 1)[..., None] * old[..., :, None] * old[..., None, :]
    return turn @ (np.eye(3) + stretch)
