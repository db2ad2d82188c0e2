"""KeypointFit: lays meshes across the picture onto the joints that were read in it.

The network draws a likely body, and misses by a little what an eye for joints alone reads better. Depth stays
as it is: that eye does not see it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from app.live.smoothing import GAP_S
from models.body.joints import COCO17, FASTMETRO14
from models.body.labelled_joints import OF_COCO
from models.body.limb_skin import LIMBS, LimbSkin
from models.body.trunk_skin import TrunkSkin
from models.camera.projection import NEAR, all_finite, project

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.live.smoothing import Pose
    from models.body.template import BodyTemplate
    from models.inference.onnx_model import Estimate

# Scores of a joint up to which it is not believed where it was read, and from which on it wholly is: about .1
# it lies nearer to the truth there than in the mesh.
_DOUBTFUL, _SURE = 0.05, 0.15
# Likewise of the distance from the picture's edge, by its shorter side: joints outside are read at the edge.
_AT_EDGE, _WITHIN = 0.01, 0.03
_LEAST_TRUST = 1e-3
# What the mesh misses lasts, and what reading is off by does not: by this time constant what is old fades.
_FADING_S = 0.05
_STRETCH = 1.25  # at most of a limb's segment; of a longer one joints were taken for others
_LIMBS = np.array(OF_COCO)[LIMBS]  # (4, 3), among COCO's
_PARTS = [  # of the trunk: hips, shoulders and head
    [i for i, name in enumerate(COCO17) if name.endswith(part)] for part in ("hip", "shoulder")
] + [list(range(COCO17.index("right_ear") + 1))]
_PART_OF_LIMB = [1, 1, 0, 0]
_NECK, _HEAD = FASTMETRO14.index("Neck"), FASTMETRO14.index("Head")


class _Misses:
    """By how much one person's mesh misses the joints that were read, frame after frame."""

    def __init__(self) -> None:
        self._missed, self._trust = np.zeros((len(COCO17), 2)), np.zeros(len(COCO17))
        self._time_s: float | None = None

    def steadied(self, missed: np.ndarray, trust: np.ndarray, time_s: float) -> tuple[np.ndarray, np.ndarray]:
        """Return a frame's (J, 2) misses and (J,) trust in them, together with those of the last moments."""
        passed = None if self._time_s is None else time_s - self._time_s
        fading = 0.0 if passed is None or not 0 < passed <= GAP_S else float(np.exp(-passed / _FADING_S))
        self._time_s = time_s
        new = (1 - fading) * trust
        self._trust = fading * self._trust + new
        share = new / np.maximum(self._trust, _LEAST_TRUST)
        self._missed = self._missed + share[:, None] * (missed - self._missed)
        return self._missed, self._trust


class KeypointFit:
    """Moves bodies as a whole, then hips, shoulders and head, then limbs, and the skin with them.

    Parameters
    ----------
    template : of the open body.
    """

    def __init__(self, template: BodyTemplate) -> None:
        self._rows = template.joint_sets["coco17"].rows
        self._trunk, self._skin = TrunkSkin(template), LimbSkin(template)
        self._people: dict[int, _Misses] = {}

    def keep(self, followed: Collection[int]) -> None:
        """Forget everybody but those who are followed."""
        self._people = {number: self._people[number] for number in followed if number in self._people}

    def moved(
        self,
        number: int,
        pose: Pose,
        estimate: Estimate,
        focal_px: float,
        size: tuple[int, int],
        time_s: float,
    ) -> Pose:
        """Return a person's pose whose limb joints are seen where they were read, as far as they were.

        Parameters
        ----------
        number : whose.
        pose : whose limb joints lie where people label them.
        estimate : what the network saw; of one that reads no joints the pose stays as it is.
        focal_px, size : of the picture, whose (width, height) are pixels.
        time_s : on the source's clock.
        """
        read, scores = estimate.keypoints, estimate.parameters.get("joint_scores")
        placed = self._rows.apply(pose.vertices) + pose.translation
        if read is None or scores is None or not all_finite(placed, read, scores):
            return pose
        depth = placed[:, 2:]
        if depth.min() <= NEAR:
            return pose
        missed = (read - project(placed, focal_px, size)) * (depth / focal_px)
        trust = np.clip((scores - _DOUBTFUL) / (_SURE - _DOUBTFUL), 0, 1) * _inside(read, size)
        missed, trust = self._people.setdefault(number, _Misses()).steadied(missed, trust, time_s)

        seen = np.array([trust[part].max() for part in _PARTS])
        parts = np.stack([_mean(missed[part], trust[part]) for part in _PARTS])
        whole = seen.max() * _mean(parts, seen)
        parts = seen[:, None] * (parts - whole)
        moves, trust = (missed - whole)[_LIMBS], trust[_LIMBS][..., None]
        before = parts[_PART_OF_LIMB]
        for i in range(3):  # what is not seen goes along with what it hangs on
            moves[:, i] = before = trust[:, i] * moves[:, i] + (1 - trust[:, i]) * before
        joints, limbs = pose.joints.copy(), pose.joints[LIMBS]
        joints[LIMBS] = _held(limbs, limbs + _in_space(moves))
        joints[_NECK, :2] += (parts[1] + parts[2]) / 2
        joints[_HEAD, :2] += parts[2]
        vertices = self._trunk.shifted(pose.vertices, _in_space(parts))
        return replace(
            pose,
            joints=joints,
            vertices=self._skin.moved(vertices, limbs, joints[LIMBS]),
            translation=pose.translation + _in_space(whole).astype(np.float32),
        )


def _inside(points: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Return (J,) in 0..1: 0 for (J, 2) pixels at a picture's edge or outside, 1 from a little within on."""
    from_edge = np.minimum(points, np.array(size) - points).min(axis=1) / min(size)
    return np.clip((from_edge - _AT_EDGE) / (_WITHIN - _AT_EDGE), 0, 1)


def _mean(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the weighted mean of (N, 2) values; zeros without any weight."""
    return weights @ values / max(weights.sum(), _LEAST_TRUST)


def _in_space(across: np.ndarray) -> np.ndarray:
    """Return (..., 3) of what moves (..., 2) across the picture."""
    return np.concatenate([across, np.zeros_like(across[..., :1])], axis=-1)


def _held(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Return (L, 3, 3) limbs of which no segment is stretched too far, and what hangs on it goes along."""
    segments = np.diff(after, axis=1)
    longest = _STRETCH * np.linalg.norm(np.diff(before, axis=1), axis=-1, keepdims=True)
    length = np.maximum(np.linalg.norm(segments, axis=-1, keepdims=True), 1e-9)
    segments *= np.minimum(longest / length, 1)
    return np.concatenate([after[:, :1], after[:, :1] + np.cumsum(segments, axis=1)], axis=1)
