"""Poses to train on: a motion-capture corpus, widened by mirroring, mixing and postures that it lacks.

All rotations are axis-angle vectors of 22 joints, relative to the rest pose, in the body template's axes
(x to the body's left, y down, z to its back), the first one turning the whole body against gravity.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial.transform import Rotation

from models.body.joints import BODY22, mirror_indices
from models.body.skinning import CAMERA_FROM_BODY, rotation_matrices
from models.errors import UserError
from models.files import read_arrays

if TYPE_CHECKING:
    from pathlib import Path

    from models.body.template import BodyTemplate

JOINT = {name: i for i, name in enumerate(BODY22)}
MIRRORED = np.array(mirror_indices(BODY22))
UPPER = np.array([JOINT[n] for n in BODY22 if n.startswith(("spine", "neck", "head")) or n[2:] in
                  ("collar", "shoulder", "elbow", "wrist")])  # fmt: skip

# Fractions of the postures. Motion capture is nearly all standing and walking, people at their desk sit.
POSTURES = {
    "mocap": 0.40,
    "stand": 0.18,
    "exercise": 0.05,
    "sit": 0.16,
    "crouch": 0.05,
    "kneel": 0.04,
    "floor": 0.06,
    "lie": 0.06,
}

# Gymnastics and yoga, in degrees: the trunk leans forward; left and right hip and knee bend; the legs spread;
# where the left upper arm points in the body's axes; the elbows bend.
EXERCISES = np.array(
    [
        (80, 0, 0, 4, 4, 4, 0.15, 0.1, -1.0, 10),  # plank
        (84, 4, 4, 6, 6, 4, 0.7, 0.3, -0.6, 85),  # push-up, low
        (78, 95, 10, 100, 10, 4, 0.15, 0.1, -1.0, 8),  # mountain climber
        (85, 85, 88, 90, 88, 6, 0.1, 0.1, -1.0, 6),  # on hands and knees
        (135, 95, 95, 6, 6, 8, 0.15, -1.0, -0.15, 6),  # downward dog
        (-112, -20, -20, 85, 85, 8, 0.3, 1.0, 0.2, 10),  # bridge
        (-60, 100, 100, 30, 30, 4, 0.15, 0.5, -0.9, 10),  # boat
        (-50, 45, 45, 95, 95, 8, 0.5, -0.8, -0.1, 125),  # sit-up
        (5, 88, -22, 88, 18, 3, 0.25, -1.0, -0.1, 12),  # lunge, arms up
        (0, 65, 15, 75, 5, 22, 1.0, 0.0, 0.0, 6),  # warrior
        (0, 60, 0, 120, 2, 20, 0.25, -1.0, 0.0, 40),  # tree
        (0, 5, 5, 5, 5, 26, 0.6, -0.9, 0.0, 15),  # jumping jack
        (35, 95, 95, 95, 95, 12, 0.15, -0.2, -1.0, 8),  # squat
        (88, 90, -5, 5, 8, 4, 0.15, -0.9, -0.5, 5),  # balance on one leg
        (95, 100, 100, 8, 8, 6, 0.1, -0.2, -1.0, 10),  # reaching for the toes
    ],
    float,
)


@dataclass(frozen=True, eq=False)
class PoseCorpus:
    """Frames of motion capture.

    Attributes
    ----------
    rotations : (N, 22, 3) float32 axis-angle in radians, template axes.
    clip : (N,) int, which clip a frame is of.
    held_out : (N,) bool, frames of the clips kept for validation.
    """

    rotations: np.ndarray
    clip: np.ndarray
    held_out: np.ndarray


def load_poses(path: Path, held_out_every: int = 8) -> PoseCorpus:
    """Read a corpus and hold every eighth clip out, whole.

    Parameters
    ----------
    path : ``.npz`` with ``rotvec`` (N, 22, 3) radians in z-up axes (x to the body's left, y to its back),
        ``clip`` (N,) and ``joints`` (22,) names.

    Raises
    ------
    UserError : the file is missing; the file is not such a corpus.
    """
    if not path.is_file():
        raise UserError(f"The pose corpus {path} is missing; give its path or train without one.")
    try:
        arrays = read_arrays(path)
        rotvec, clip, joints = (arrays[key] for key in ("rotvec", "clip", "joints"))
    except (OSError, KeyError, ValueError) as error:
        raise UserError(f"{path.name} is not a pose corpus ({error}); give an .npz of poses.") from error
    if tuple(map(str, joints)) != BODY22 or rotvec.shape != (len(clip), 22, 3):
        raise UserError(f"{path.name} has joints {tuple(map(str, joints))}; the corpus needs {BODY22}.")
    rotations = rotvec.astype(np.float32) @ CAMERA_FROM_BODY.T
    return PoseCorpus(rotations, clip.astype(int), clip % held_out_every == held_out_every - 1)


def arm_directions(template: BodyTemplate) -> np.ndarray:
    """Return (2, 2, 3): unit vectors along the left and right upper arm and forearm at rest."""
    joints = template.joint_sets["body22"].regress(template.v_template)
    chains = [[JOINT[f"{s}_{j}"] for j in ("shoulder", "elbow", "wrist")] for s in "LR"]
    directions = np.diff(joints[chains], axis=1)
    return directions / np.linalg.norm(directions, axis=-1, keepdims=True)


def rotated_to_heading(root: np.ndarray, heading: np.ndarray) -> np.ndarray:
    """Turn (n, 3, 3) root rotations about the vertical until they face (n,) headings.

    Heading 0 faces the camera; positive turns to the image's right. Somebody lying is turned by where the
    head points.
    """
    forward, up = -root[..., 2], -root[..., 1]
    level = np.linalg.norm(forward[:, [0, 2]], axis=1, keepdims=True) > 0.5
    faced = np.where(level, forward, up)
    turn = heading - np.arctan2(faced[:, 0], -faced[:, 2])
    return rotation_matrices(turn[:, None] * [0, -1, 0]) @ root


class PoseSampler:
    """Draws poses: motion capture where there is a corpus, procedural postures always.

    Parameters
    ----------
    arms : (2, 2, 3) unit directions of the template's left and right upper arm and forearm.
    corpus : None draws procedural postures only.
    held_out : draw from the held-out clips instead of the others.
    """

    def __init__(self, arms: np.ndarray, corpus: PoseCorpus | None = None, held_out: bool = False):
        self.arms = arms
        self.frames = np.zeros((0, 22, 3), np.float32)
        self.cumulative = np.zeros(0)  # running sum of how likely each frame is
        if corpus is not None:
            chosen = corpus.held_out == held_out
            if not chosen.any():
                kind = "held out" if held_out else "left to train on"
                raise UserError(f"The pose corpus has no clip {kind}; it needs at least eight clips.")
            self.frames = corpus.rotations[chosen]
            clip = corpus.clip[chosen]
            self.cumulative = np.cumsum(1 / np.sqrt(np.bincount(clip)[clip]))  # long clips repeat themselves
            self.cumulative /= self.cumulative[-1]

    def sample(self, n: int, rng: np.random.Generator) -> np.ndarray:
        """Return (n, 22, 3) float32 axis-angle rotations; the heading is still that of the corpus."""
        names = list(POSTURES)
        fraction = np.array(list(POSTURES.values()))
        if not len(self.frames):
            fraction = np.where(np.array(names) == "mocap", 0, fraction)
        kind = np.array(names)[rng.choice(len(names), n, p=fraction / fraction.sum())]
        poses = self._mocap(n, rng) if len(self.frames) else self._standing(n, rng)
        legs = {
            "stand": _standing_legs,
            "sit": _sitting,
            "crouch": _crouching,
            "kneel": _kneeling,
            "floor": _on_floor,
        }
        for name, make in legs.items():
            chosen = np.flatnonzero(kind == name)
            if not len(chosen):
                continue
            made = make(len(chosen), rng)
            arms = rng.random(len(chosen)) < (0.5 if len(self.frames) else 1)
            made[:, UPPER] = poses[chosen][:, UPPER]
            if arms.any():
                made[arms] = self._with_arms(made[arms], rng)
            poses[chosen] = made
        if len(self.frames):
            mixed = np.flatnonzero((kind == "mocap") & (rng.random(n) < 0.15))
            poses[np.ix_(mixed, UPPER)] = self._mocap(len(mixed), rng)[:, UPPER]
        exercise = np.flatnonzero(kind == "exercise")
        if len(exercise):
            poses[exercise] = self._exercising(len(exercise), rng)
        lying = kind == "lie"
        poses[lying, 0] = _lying(lying.sum(), rng)
        spread = np.where(rng.random(n) < 0.2, 0.12, 0.04)[:, None, None]
        poses[:, 1:] += rng.normal(size=(n, 21, 3)) * spread
        mirror = rng.random(n) < 0.5
        poses[mirror] = mirrored(poses[mirror])
        return poses.astype(np.float32)

    def _mocap(self, n: int, rng: np.random.Generator) -> np.ndarray:
        return self.frames[np.searchsorted(self.cumulative, rng.random(n), side="right")]

    def _standing(self, n: int, rng: np.random.Generator) -> np.ndarray:
        return self._with_arms(_standing_legs(n, rng), rng)

    def _with_arms(self, poses: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """Give poses a straight-ish spine and arms that hang, work before the body, reach out or up."""
        n = len(poses)
        poses[:, UPPER] = rng.normal(size=(n, len(UPPER), 3)) * 0.06
        poses[:, JOINT["head"]] += rng.normal(size=(n, 3)) * [0.25, 0.3, 0.1]
        # Directions of the left upper arm; mean and spread of each manner.
        manner = rng.choice(4, (n, 2), p=[0.4, 0.35, 0.15, 0.1])
        mean = np.array([[0.12, 1, 0.0], [0.25, 0.8, -0.45], [0.8, 0.35, -0.35], [0.5, -0.7, -0.2]])
        spread = np.array([0.12, 0.25, 0.4, 0.35])
        flexion = np.radians(np.array([[15, 12], [80, 25], [35, 35], [45, 40]]))
        for side, (name, sign) in enumerate((("L", 1), ("R", -1))):
            towards = mean[manner[:, side]] + rng.normal(size=(n, 3)) * spread[manner[:, side], None]
            turn = rng.normal(size=(n, 1)) * 0.4 - sign * 0.1
            self._set_arm(poses, side, towards * [sign, 1, 1], turn, rng.normal(*flexion[manner[:, side]].T))
            poses[:, JOINT[f"{name}_wrist"]] = rng.normal(size=(n, 3)) * 0.25
        return poses

    def _set_arm(
        self, poses: np.ndarray, side: int, towards: np.ndarray, turn: np.ndarray, bend: np.ndarray
    ) -> None:
        """Point the left (0) or right (1) upper arm of n poses in (n, 3) directions and bend the elbow.

        ``turn`` (n, 1) and ``bend`` (n,) are radians about the upper arm and of the elbow.
        """
        upper, fore = self.arms[side]
        twist = Rotation.from_rotvec(upper * turn)
        poses[:, JOINT[f"{'LR'[side]}_shoulder"]] = (_rotation_between(upper, towards) * twist).as_rotvec()
        axis = np.cross(fore, [0, 0, -1])
        axis /= np.linalg.norm(axis)
        poses[:, JOINT[f"{'LR'[side]}_elbow"]] = np.clip(bend, 0, 2.5)[:, None] * axis

    def _exercising(self, n: int, rng: np.random.Generator) -> np.ndarray:
        """Return poses of gymnastics and yoga, each done a little differently."""
        chosen = EXERCISES[rng.integers(len(EXERCISES), size=n)]
        trunk, left, right, left_knee, right_knee, spread = np.radians(
            chosen[:, :6] + rng.normal(size=(n, 6)) * [6, 8, 8, 7, 7, 4]
        ).T
        poses = np.zeros((n, 22, 3))
        poses[:, 1:] = rng.normal(size=(n, 21, 3)) * 0.06
        poses[:, 0, 0] = trunk
        legs = ((0, "L", 1, left, left_knee), (1, "R", -1, right, right_knee))
        for side, name, sign, hip, knee in legs:
            poses[:, JOINT[f"{name}_hip"], 0] = -hip
            poses[:, JOINT[f"{name}_hip"], 2] = -sign * spread
            poses[:, JOINT[f"{name}_knee"], 0] = np.clip(knee, 0, 2.6)
            towards = (chosen[:, 6:9] + rng.normal(size=(n, 3)) * 0.12) * [sign, 1, 1]
            bend = np.radians(chosen[:, 9] + rng.normal(size=n) * 8)
            self._set_arm(poses, side, towards, rng.normal(size=(n, 1)) * 0.2, bend)
        return poses


def mirrored(poses: np.ndarray) -> np.ndarray:
    """Swap left and right of (..., 22, 3) axis-angle rotations."""
    return poses[..., MIRRORED, :] * [1, -1, -1]


def _rotation_between(direction: np.ndarray, towards: np.ndarray) -> Rotation:
    """Return the smallest rotations that take one (3,) unit vector to the directions of (n, 3)."""
    towards = towards / np.linalg.norm(towards, axis=1, keepdims=True)
    axis = np.cross(direction, towards)
    sine = np.linalg.norm(axis, axis=1, keepdims=True)
    angle = np.arctan2(sine[:, 0], towards @ direction)
    return Rotation.from_rotvec(axis / np.maximum(sine, 1e-6) * angle[:, None])


def _legs(n: int, rng: np.random.Generator, hip: tuple, knee: tuple, ankle: tuple, lean: tuple) -> np.ndarray:
    """Bend both legs: (mean, common spread, spread of each leg) in degrees; lean forward (mean, spread)."""
    poses = np.zeros((n, 22, 3))

    def bend(mean: float, common: float, own: float) -> np.ndarray:
        return np.radians(mean + rng.normal(size=(n, 1)) * common + rng.normal(size=(n, 2)) * own)

    hips, knees = bend(*hip), np.abs(bend(*knee))
    spread = np.radians(7 + 6 * rng.normal(size=(n, 2)))
    outwards = np.radians(5 + 10 * rng.normal(size=(n, 2)))
    for side, (name, sign) in enumerate((("L", 1), ("R", -1))):
        poses[:, JOINT[f"{name}_hip"], 0] = -hips[:, side]
        poses[:, JOINT[f"{name}_hip"], 1] = -sign * outwards[:, side]
        poses[:, JOINT[f"{name}_hip"], 2] = -sign * spread[:, side]
        poses[:, JOINT[f"{name}_knee"], 0] = np.clip(knees[:, side], 0, 2.6)
        poses[:, JOINT[f"{name}_ankle"], 0] = -np.radians(ankle[0] + ankle[1] * rng.normal(size=n))
    poses[:, 0, 0] = np.radians(rng.normal(lean[0], lean[1], n))
    poses[:, 0, 2] = np.radians(rng.normal(0, 4, n))
    return poses


def _standing_legs(n: int, rng: np.random.Generator) -> np.ndarray:
    poses = _legs(n, rng, hip=(1, 3, 5), knee=(3, 3, 4), ankle=(0, 5), lean=(1, 3))
    poses[:, [JOINT["L_hip"], JOINT["R_hip"]], 2] *= 0.7
    return poses


def _sitting(n: int, rng: np.random.Generator) -> np.ndarray:
    return _legs(n, rng, hip=(82, 12, 8), knee=(80, 20, 12), ankle=(0, 12), lean=(2, 12))


def _crouching(n: int, rng: np.random.Generator) -> np.ndarray:
    return _legs(n, rng, hip=(100, 22, 12), knee=(108, 22, 14), ankle=(22, 10), lean=(25, 14))


def _kneeling(n: int, rng: np.random.Generator) -> np.ndarray:
    poses = _legs(n, rng, hip=(10, 20, 10), knee=(105, 22, 6), ankle=(-35, 15), lean=(5, 12))
    half = rng.random(n) < 0.4  # one foot forward on the ground
    poses[half, JOINT["L_hip"], 0] = -np.radians(rng.normal(85, 12, half.sum()))
    poses[half, JOINT["L_knee"], 0] = np.radians(rng.normal(88, 12, half.sum()))
    poses[half, JOINT["L_ankle"], 0] = 0
    return poses


def _on_floor(n: int, rng: np.random.Generator) -> np.ndarray:
    """Sit on the ground with legs straight, knees drawn up, or crossed; the heels reach the ground."""
    poses = _legs(n, rng, hip=(90, 0, 0), knee=(0, 0, 0), ankle=(-15, 15), lean=(-5, 14))
    lean = poses[:, 0, 0]
    crossed = rng.random(n) < 0.4
    for name, sign in (("L", 1), ("R", -1)):
        rise = np.clip(np.abs(rng.normal(0, 30, n)), 0, 65)  # of the thigh, and then the shin's fall
        poses[:, JOINT[f"{name}_hip"], 0] = -(np.radians(90 + rise) + lean)
        poses[:, JOINT[f"{name}_knee"], 0] = np.maximum(np.radians(2 * rise + rng.normal(0, 4, n)), 0)
        # Crossed: the thighs go forward and out, turned about themselves until the shins point inwards.
        noise = rng.normal(size=(n, 3)) * 0.12
        out, turn = (
            Rotation.from_rotvec((sign * (a + noise[:, [i]])) * [0, -1, 0]) for i, a in ((0, 0.7), (1, 1.25))
        )
        forward = Rotation.from_rotvec((1.45 + lean + noise[:, 2])[:, None] * [-1, 0, 0])
        poses[crossed, JOINT[f"{name}_hip"]] = (out * forward * turn).as_rotvec()[crossed]
        poses[crossed, JOINT[f"{name}_knee"], 0] = rng.normal(2.0, 0.2, crossed.sum())
    return poses


def _lying(n: int, rng: np.random.Generator) -> np.ndarray:
    """Turn the whole body to lie on its back, belly or side, in any direction on the ground."""
    roll = rng.choice([0, np.pi, np.pi / 2, -np.pi / 2], n, p=[0.45, 0.2, 0.175, 0.175])
    down = Rotation.from_rotvec([np.pi / 2, 0, 0])  # the head goes to the front: on the belly
    about_spine = Rotation.from_rotvec((roll + np.pi + rng.normal(size=n) * 0.25)[:, None] * [0, 1, 0])
    tilt = Rotation.from_rotvec(rng.normal(size=(n, 3)) * [0.12, 0, 0.12])
    return (tilt * down * about_spine).as_rotvec()
