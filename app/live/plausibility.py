"""Whether a mesh has the proportions of a body; where a network saw none, it collapses to a stick or less."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from models.body.template import BodyTemplate

# Pairs of landmarks (mediapipe33): trunk and thighs, which hold their proportions in every posture, ...
FIRM = ((11, 12), (23, 24), (23, 25), (24, 26))
# ... and the other bones, which tell the size of the body.
OTHERS = ((11, 23), (12, 24), (25, 27), (26, 28), (11, 13), (12, 14), (13, 15), (14, 16))


class Proportions:
    """The proportions of one body template.

    Parameters
    ----------
    template : with the joint set ``mediapipe33``.
    """

    def __init__(self, template: BodyTemplate) -> None:
        self._landmarks = template.joint_sets["mediapipe33"]
        self._first, self._second = np.array(FIRM + OTHERS).T
        self._at_rest = self._lengths(template.v_template)

    def _lengths(self, vertices: np.ndarray) -> np.ndarray:
        landmarks = self._landmarks.regress(vertices)
        return np.linalg.norm(landmarks[self._first] - landmarks[self._second], axis=1)

    def narrowest(self, vertices: np.ndarray, seen: np.ndarray | None = None) -> float:
        """Return how wide trunk and thighs of (V, 3) vertices are, the narrowest of them.

        1 is as at rest, for the size that most of the bones have.

        Parameters
        ----------
        seen : (33,) which landmarks were seen: of somebody at a desk neither hips nor knees, and what the
            network makes of them says nothing. None counts all.
        """
        relative = self._lengths(vertices) / self._at_rest
        counts = np.ones(len(relative), bool) if seen is None else seen[self._first] & seen[self._second]
        firm = relative[: len(FIRM)][counts[: len(FIRM)]]
        return float(firm.min() / max(np.median(relative[counts]), 1e-9)) if len(firm) else 1.0
