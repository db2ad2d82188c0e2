"""TrunkSkin: shifts hips, shoulders and head of a mesh, and the skin between them in part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from models.body.template import BodyTemplate

# What goes with hips, shoulders and head, by how the names of bones begin; what lies between goes with both.
_SHARES = {
    **dict.fromkeys(("root", "pelvis", "spine05"), (1.0, 0.0, 0.0)),
    "spine04": (0.75, 0.25, 0.0),
    "spine03": (0.5, 0.5, 0.0),
    "spine02": (0.25, 0.75, 0.0),
    **dict.fromkeys(("spine01", "clavicle", "shoulder01"), (0.0, 1.0, 0.0)),
    "neck01": (0.0, 0.75, 0.25),
    "neck02": (0.0, 0.5, 0.5),
    "neck03": (0.0, 0.25, 0.75),
    **dict.fromkeys(("head", "eye"), (0.0, 0.0, 1.0)),
}


class TrunkSkin:
    """Carries the skin of trunk, neck and head along; limbs are :class:`models.body.limb_skin.LimbSkin`'s.

    Parameters
    ----------
    template : of the open body, with a skeleton.
    """

    def __init__(self, template: BodyTemplate) -> None:
        skeleton = template.require_skeleton()
        shares = np.array([_SHARES.get(name.partition(".")[0], (0.0,) * 3) for name in skeleton.names])
        self._weights = skeleton.weights.apply(shares.astype(np.float32))

    def shifted(self, vertices: np.ndarray, shifts: np.ndarray) -> np.ndarray:
        """Return (V, 3) float32 vertices whose trunk went along.

        Parameters
        ----------
        vertices : (V, 3) metres, any pose.
        shifts : (3, 3) metres in the same axes, of hips, shoulders and head.
        """
        return vertices + self._weights @ shifts.astype(np.float32)
