"""Random people in random poses, to which the template's maps are fitted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from models.body.joints import BODY22
from models.body.skinning import blend, chain, corpus_rotations, curl_fingers

if TYPE_CHECKING:
    from models.anny.rig import Rig
    from models.body.template import BodyTemplate

# Mean and spread (radians, axes of the body) of the joints in a wide collection of human motion: everyday
# acts, sport, dance and martial arts. The right side mirrors the left; joints not named hardly move.
JOINT_ANGLES = {
    "hip": ((-0.41, 0.07, 0.03), (0.50, 0.30, 0.30)),
    "knee": ((0.71, 0.05, 0.10), (0.60, 0.04, 0.08)),
    "ankle": ((-0.26, -0.03, 0.20), (0.30, 0.22, 0.25)),
    "foot": ((0.0, 0.0, 0.0), (0.22, 0.03, 0.06)),
    "spine1": ((0.09, 0.0, 0.0), (0.30, 0.15, 0.17)),
    "spine2": ((0.01, 0.0, 0.0), (0.10, 0.06, 0.07)),
    "spine3": ((-0.08, 0.0, 0.0), (0.14, 0.10, 0.07)),
    "neck": ((0.14, 0.0, 0.0), (0.25, 0.15, 0.28)),
    "head": ((-0.03, 0.0, 0.0), (0.28, 0.20, 0.26)),
    "collar": ((0.0, 0.0, 0.0), (0.03, 0.08, 0.05)),
    "shoulder": ((-0.02, 0.21, -0.49), (0.65, 0.65, 0.65)),
    "elbow": ((-0.56, -0.07, 0.03), (0.60, 0.25, 0.50)),
    "wrist": ((-0.11, -0.03, 0.10), (0.40, 0.36, 0.42)),
}


def random_poses(template: BodyTemplate, count: int, rng: np.random.Generator) -> np.ndarray:
    """Return (count, B, 3, 3) rotations of freely moving bodies, fingers included, with the pelvis still."""
    rotvecs = np.zeros((count, len(BODY22), 3), np.float32)
    for i, joint in enumerate(BODY22):
        side, _, kind = joint.rpartition("_")
        if kind in JOINT_ANGLES:
            mean, spread = JOINT_ANGLES[kind]
            rotvecs[:, i] = rng.normal(mean, spread, (count, 3))
            if side == "R":
                rotvecs[:, i, 1:] *= -1
    rotations = corpus_rotations(template, rotvecs)
    curl = rng.uniform(-0.4, 1.5, (count, 10, 1)) * rng.uniform(0.5, 1.1, (count, 10, 3))
    curl[:, ::5] *= 0.5
    bones, bent = curl_fingers(template, curl)
    rotations[:, bones] = bent
    return rotations


@dataclass(frozen=True, eq=False)
class MovingBodies:
    """Posed bodies that maps are fitted to.

    Attributes
    ----------
    vertices : (N, V, 3) metres.
    heads, rotations : (N, B, 3) and (N, B, 3, 3) of the bones.
    torso : (N,) metres from root to neck at rest.
    landmarks : by name, (N, 3).
    """

    vertices: np.ndarray
    heads: np.ndarray
    rotations: np.ndarray
    torso: np.ndarray
    landmarks: dict[str, np.ndarray]


def move_bodies(
    body: BodyTemplate, rig: Rig, kept: np.ndarray, count: int, rng: np.random.Generator
) -> MovingBodies:
    """Pose random people at random, with their exact shapes rather than their main components."""
    rotations = random_poses(body, count, rng)
    who = rng.integers(0, len(rig.vertices), count)
    parts = {"body": rig.surface[kept]} | {name: used for name, (used, _) in rig.landmarks.items()}
    used = np.unique(np.concatenate(list(parts.values())))
    part = {name: np.searchsorted(used, chosen) for name, chosen in parts.items()}
    weights = rig.weights[used]
    vertices = np.empty((count, len(kept), 3), np.float32)
    heads = np.empty((count, len(rig.names), 3), np.float32)
    bones = np.empty((count, len(rig.names), 3, 3), np.float32)
    landmarks = {name: np.empty((count, 3), np.float32) for name in rig.landmarks}
    for i, person in enumerate(who):
        rest_heads = rig.heads[person][None]
        bones[i : i + 1], heads[i : i + 1] = chain(rig.parents, rest_heads, rotations[i : i + 1])
        moved = blend(
            rig.vertices[person, used][None], rest_heads, bones[i : i + 1], heads[i : i + 1], weights
        )[0]
        vertices[i] = moved[part["body"]]
        for name, (_, weight) in rig.landmarks.items():
            landmarks[name][i] = weight @ moved[part[name]]
    spine = rig.heads[who, rig.names.index("neck01")] - rig.heads[who, 0]
    return MovingBodies(vertices, heads, bones, np.linalg.norm(spine, axis=-1), landmarks)
