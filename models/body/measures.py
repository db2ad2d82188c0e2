"""What a tailor would measure: lengths and girths of a body in its rest pose."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from models.body.template import BodyTemplate

_TRUNK = ("root", "pelvis", "spine", "breast")
# By girth: the bones that move what is measured, the joints between which it lies, how far on from the first.
_GIRTHS = {
    "chest girth": ((*_TRUNK, "clavicle"), ("Hips", "Neck"), 0.72),
    "waist girth": (_TRUNK, ("Hips", "Neck"), 0.42),
    "hip girth": ((*_TRUNK, "upperleg"), ("Hips", "Neck"), 0.02),
    "upper arm girth": (("upperarm",), ("L_Shoulder", "L_Elbow"), 0.6),
    "thigh girth": (("upperleg",), ("L_Hip", "L_Knee"), 0.5),
    "calf girth": (("lowerleg",), ("L_Knee", "L_Ankle"), 0.3),
}


class Measures:
    """Measures bodies of one template at rest.

    Parameters
    ----------
    template : of a body with a skeleton.
    """

    def __init__(self, template: BodyTemplate) -> None:
        skeleton = template.skeleton
        if skeleton is None or "fastmetro14" not in template.joint_sets:
            raise ValueError(f"{template.name} has no skeleton of a body to measure by")
        self._joints = template.joint_sets["fastmetro14"]
        moved_by = [skeleton.names[b] for b in skeleton.weights.dense(len(skeleton.names)).argmax(1)]
        faces = template.faces[0]
        self._faces = {}
        for girth, (bones, (start, _), _) in _GIRTHS.items():
            side = ".R" if start.startswith("L_") else "-"  # of a limb, the left one alone
            belongs = np.array([name.startswith(bones) and not name.endswith(side) for name in moved_by])
            self._faces[girth] = faces[belongs[faces].any(1)]

    def of(self, rest: np.ndarray) -> dict[str, float]:
        """Return the measures in metres of a (V, 3) body at rest, axes of the template."""
        at = dict(zip(self._joints.names, self._joints.regress(rest), strict=True))
        at["Hips"] = (at["L_Hip"] + at["R_Hip"]) / 2

        def length(*joints: str) -> float:
            return float(sum(np.linalg.norm(at[a] - at[b]) for a, b in pairwise(joints)))

        lengths = {
            "height": float(np.ptp(rest[:, 1])),
            "shoulder width": length("L_Shoulder", "R_Shoulder"),
            "arm length": length("L_Shoulder", "L_Elbow", "L_Wrist"),
            "leg length": length("L_Hip", "L_Knee", "L_Ankle"),
        }
        girths = {}
        for name, (_, (start, end), far) in _GIRTHS.items():
            along = at[end] - at[start]
            triangles = rest[self._faces[name]]
            girths[name] = _girth(triangles, at[start] + far * along, along / np.linalg.norm(along))
        return lengths | girths


def _girth(triangles: np.ndarray, point: np.ndarray, normal: np.ndarray) -> float:
    """Return the length of a tape around (F, 3, 3) triangles in the plane through a point."""
    height = (triangles - point) @ normal  # (F, 3)
    crossings = []
    for a, b in ((0, 1), (1, 2), (2, 0)):
        crossed = height[:, a] * height[:, b] < 0
        share = height[crossed, a] / (height[crossed, a] - height[crossed, b])
        crossings.append(
            triangles[crossed, a] + share[:, None] * (triangles[crossed, b] - triangles[crossed, a])
        )
    points = np.concatenate(crossings) - point
    across = np.linalg.svd(normal[None])[2][1:]  # two axes of the plane
    flat = (points @ across.T).astype(np.float32)
    if len(flat) < 3:
        return 0.0
    return float(cv2.arcLength(cv2.convexHull(flat), closed=True))
