"""People for the lifter: skeletons of posed bodies, cameras that look at them, and Thunder's errors.

Skeletons are made once; which camera sees them, where the picture ends and how Thunder errs is drawn anew for
every batch, so that no two samples are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from scipy.spatial.transform import Rotation
from torch import Tensor

from models.body.template import SparseRows
from models.network.lifter import SHARED
from models.synthetic.landmark_noise import bone_length
from models.synthetic.landmark_simulation import PosedBodies
from models.synthetic.thunder_noise import HIPS, ThunderNoise

if TYPE_CHECKING:
    from models.body.template import BodyTemplate
    from models.synthetic.poses import PoseCorpus

AT_A_TIME = 200  # bodies that are posed together
NEAREST, NEAR, FAR = 1.2, 2.0, 27.0  # of the nearest joint, and of people; a unit is some 0.3 m
STEEP = 0.15  # share of cameras that look steeply down or up
# Radians, mean and spread of the others': on desks, tripods and walls they look down a little.
PITCH = (0.08, 0.21)


class Seen(NamedTuple):
    """B people as Thunder reads them, and as they are.

    Attributes
    ----------
    joints : (B, 17, 2) at distance 1 before the camera that is assumed.
    score : (B, 17).
    up : (B, 2) the photo's upward direction.
    lifted : (B, 17, 3) as :meth:`models.network.lifter.Lifter.forward` should answer.
    """

    joints: Tensor
    score: Tensor
    up: Tensor
    lifted: Tensor


def make_skeletons(
    template: BodyTemplate, corpus: PoseCorpus | None, count: int, rng: np.random.Generator
) -> np.ndarray:
    """Return (count, 17, 3) float32 landmarks of people on level ground, heading anywhere.

    They are about the middle of the hips, at the size at which the mean of limb bones and trunk is 1.
    """
    rows = template.joint_sets["mediapipe33"].rows
    needed = np.unique(rows.index)
    bodies = PosedBodies(template, needed, corpus)
    from_needed = SparseRows(np.searchsorted(needed, rows.index), rows.weight)
    parts = []
    for first in range(0, count, AT_A_TIME):
        landmarks = from_needed.apply(bodies.sample(min(AT_A_TIME, count - first), rng))
        points = landmarks[:, list(SHARED)]
        points = points - points[:, HIPS].mean(1, keepdims=True)
        parts.append((points / bone_length(landmarks)[:, None, None]).astype(np.float32))
    return np.concatenate(parts)


class LifterData:
    """Draws :class:`Seen` people.

    Parameters
    ----------
    skeletons : of :func:`make_skeletons`.
    noise : Thunder's errors.
    seed : of the draws.
    """

    def __init__(self, skeletons: np.ndarray, noise: ThunderNoise, seed: int):
        self.skeletons, self.noise = skeletons, noise
        self.rng = np.random.default_rng(seed)

    def draw(self, count: int) -> Seen:
        """Draw people."""
        rng = self.rng
        points = before_cameras(self.skeletons[rng.integers(len(self.skeletons), size=count)], rng)
        joints, score = self.noise.read(points, rng)
        # Some cameras are known; of most the field of view is a guess.
        spread = np.where(rng.random(count) < 0.3, 0.03, 0.25)
        joints = joints * np.exp(spread * rng.standard_normal(count))[:, None, None].astype(np.float32)
        lifted = points - points[:, HIPS].mean(1, keepdims=True)
        up = torch.tensor([0.0, -1.0]).expand(count, 2)
        return Seen(torch.from_numpy(joints), torch.from_numpy(score), up, torch.from_numpy(lifted))


def before_cameras(skeletons: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return (N, 17, 3) float32 skeletons before cameras, near and far, at most heights, in camera axes."""
    n = len(skeletons)
    pitch = np.where(rng.random(n) < STEEP, rng.uniform(-0.6, 1.0, n), rng.normal(*PITCH, n))
    heading = rng.uniform(-np.pi, np.pi, n) * (rng.random(n) < 0.5)
    turns = Rotation.from_euler("yxz", np.stack([heading, pitch, rng.normal(0, 0.06, n)], 1)).as_matrix()
    points = skeletons @ turns.transpose(0, 2, 1)
    distance = np.exp(rng.uniform(np.log(NEAR), np.log(FAR), n))
    distance = np.maximum(distance, NEAREST - points[..., 2].min(1))
    place = np.stack([rng.normal(0, 0.25, n), rng.normal(0, 0.18, n), np.ones(n)], 1)
    return (points + (place * distance[:, None])[:, None]).astype(np.float32)
