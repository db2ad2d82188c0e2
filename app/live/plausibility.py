"""Whether a mesh is a body's: by the joints that were seen, and by its proportions.

Where a network saw no body, the mesh collapses to a stick or less. Where it saw parts of several people, or
an arm alone, a few joints are sure and the rest is invented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from models.body.joints import COCO17

if TYPE_CHECKING:
    from models.body.template import BodyTemplate

# Pairs of landmarks (mediapipe33): trunk and thighs, which hold their proportions in every posture, ...
FIRM = ((11, 12), (23, 24), (23, 25), (24, 26))
# ... and the other bones, which tell the size of the body.
OTHERS = ((11, 23), (12, 24), (25, 27), (26, 28), (11, 13), (12, 14), (13, 15), (14, 16))

SEEN_SCORE = 0.3  # of a joint; what is not seen, the network invents
# What somebody new must show: the mesh hangs on the trunk, and a few joints may be of anybody.
LEAST_OF_TRUNK, LEAST_JOINTS = 2, 5
_TRUNK = [COCO17.index(f"{side}_{part}") for part in ("shoulder", "hip") for side in ("left", "right")]


def shows_body(joint_scores: np.ndarray) -> bool:
    """Whether enough of a body was seen to draw one, by the (17,) scores of COCO's joints.

    Two of shoulders and hips are asked for, which somebody at a desk, from the side or from behind shows.
    """
    seen = joint_scores >= SEEN_SCORE
    return bool(seen[_TRUNK].sum() >= LEAST_OF_TRUNK and seen.sum() >= LEAST_JOINTS)


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
