"""What the person of the sample clip does: a loop of waving, stretching, squatting, dancing and walking.

World axes: x right, y down (the floor is y = 0), z away; metres. Body axes at rest: x to the body's left,
y down, z to its back. T frames a loop.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import gaussian_filter1d, maximum_filter1d
from scipy.spatial.transform import Rotation, Slerp

from models.body.joints import BODY22
from models.sample_clip.footwork import (
    FIRST_LANDING,
    SIDES,
    SQUAT,
    STANCE,
    STEP,
    STRETCH,
    TOE_OUT,
    Acts,
    Foot,
    WalkPath,
    bump,
    plan_footfalls,
    smooth,
    yaw_of,
)
from models.synthetic.poses import JOINT

if TYPE_CHECKING:
    from collections.abc import Sequence


PARENTS22 = (-1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 12, 13, 14, 16, 17, 18, 19)
# The bone that begins at each joint.
BONES = {
    **{"pelvis": "root", "spine1": "spine05", "spine2": "spine03", "spine3": "spine02", "neck": "neck01"},
    **{"head": "head", "hip": "upperleg01", "knee": "lowerleg01", "ankle": "foot", "foot": "toe2-1"},
    **{"collar": "clavicle", "shoulder": "upperarm01", "elbow": "lowerarm01", "wrist": "wrist"},
}


class Skeleton22:
    """Joint positions of one body at rest, for moving it by where its feet and hands should go.

    Parameters
    ----------
    bone_names, heads : B names of bones and (B, 3) where they begin, body axes.
    floor : y of the soles.
    """

    def __init__(self, bone_names: Sequence[str], heads: np.ndarray, floor: float):
        self.rest = np.empty((22, 3))
        for j, name in enumerate(BODY22):
            side, _, joint = name.rpartition("_")
            bone = BONES[joint] + (f".{side}" if side else "")
            self.rest[j] = heads[list(bone_names).index(bone)]
        self.floor = floor

    def offset(self, start: str, end: str) -> np.ndarray:
        """Return (3,) from one joint to another, at rest."""
        return self.rest[JOINT[end]] - self.rest[JOINT[start]]


@dataclass(frozen=True, slots=True, eq=False)
class Motion:
    """The loop: (T, 22, 3, 3) local rotations, (T, 3) pelvis positions in the world, and what the face does.

    ``blink`` is (T,) 0..1, ``curl`` (T,) radians for each finger bone.
    """

    rotations: np.ndarray
    pelvis: np.ndarray
    blink: np.ndarray
    curl: np.ndarray


def choreograph(body: Skeleton22, walk_clip: np.ndarray) -> Motion:
    """Make the loop for a body.

    Parameters
    ----------
    walk_clip : (F, 22, 3) axis-angle frames of one cycle of walking on the spot; lends its arms and spine.
    """
    path = WalkPath()
    acts = Acts(path)
    footfalls = plan_footfalls(path, acts)
    feet = {
        side: Foot(STANCE[side] + path.start, TOE_OUT[side], footfalls[side], acts.time) for side in SIDES
    }
    ankles = {side: Ankle(body, side, feet[side]) for side in SIDES}
    pelvis = Pelvis(body, path, acts, feet, ankles)

    world = np.zeros((len(acts.time), 22, 3, 3))
    world[:, 0] = pelvis.rotation
    for side in SIDES:
        move_leg(world, body, side, acts, pelvis, feet[side], ankles[side])
    move_spine_and_head(world, acts, pelvis)
    walk = walk_at(body, walk_clip, acts)
    for side in SIDES:
        move_arm(world, body, side, acts, walk)

    local = world.copy()
    for j, parent in enumerate(PARENTS22):
        if parent >= 0:
            local[:, j] = np.swapaxes(world[:, parent], 1, 2) @ world[:, j]
    blink = sum(np.exp(-(((acts.time - at) / 0.06) ** 2)) for at in (0.4, 3.2, 5.5, 7.1, 10.4, 11.9))
    curl = 0.05 + 0.12 * acts.walking - 0.22 * acts.wave - 0.15 * acts.stretch + 0.4 * acts.dance
    return Motion(local, pelvis.position, np.asarray(blink), curl)


def rotation(axis: str, angle: np.ndarray | float) -> np.ndarray:
    """Return (..., 3, 3) rotations about one of the axes."""
    return Rotation.from_euler(axis, np.ravel(angle)[:, None]).as_matrix().reshape(*np.shape(angle), 3, 3)


def rotated(rotations: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """Return (T, 3): (3,) or (T, 3) vectors, rotated by (T, 3, 3)."""
    return (rotations @ np.broadcast_to(vectors, (len(rotations), 3))[..., None])[..., 0]


def unit(vectors: np.ndarray) -> np.ndarray:
    """Scale (..., 3) vectors to length one."""
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def frame(along: np.ndarray, across: np.ndarray) -> np.ndarray:
    """Return (..., 3, 3) axes as columns: a direction, and ``across`` made square to it."""
    along = unit(along)
    across = unit(across - (across * along).sum(-1, keepdims=True) * along)
    return np.stack([along, across, np.cross(along, across)], -1)


class Ankle:
    """(T, 3) position of an ankle, and (T, 3, 3) rotations of foot and toes.

    The foot rotates about its ball while the heel is up, about its heel when it lands.
    """

    def __init__(self, body: Skeleton22, side: str, foot: Foot):
        ankle, toe = body.rest[JOINT[f"{side}_ankle"]], body.rest[JOINT[f"{side}_foot"]]
        rest_yaw = yaw_of((toe - ankle)[[0, 2]])
        ball, heel = np.array([toe[0], body.floor, toe[2]]), np.array([ankle[0], body.floor, ankle[2] + 0.05])
        flat = rotation("y", foot.yaw - rest_yaw)

        def pitched(angle: np.ndarray) -> np.ndarray:
            return flat @ rotation("y", rest_yaw) @ rotation("x", angle) @ rotation("y", -rest_yaw)

        pivot = np.where((foot.pitch > 0)[:, None], ball, heel)
        stand = np.column_stack([foot.position[:, 0], -foot.lift, foot.position[:, 1]])
        self.rotation = pitched(foot.pitch)
        self.position = (
            stand + rotated(flat, pivot - (ball + heel) / 2) + rotated(self.rotation, ankle - pivot)
        )
        self.toe_rotation = pitched(np.where(foot.lift > 0.004, foot.pitch * 0.6, np.minimum(foot.pitch, 0)))


class Pelvis:
    """(T, 3) position and (T, 3, 3) rotation of the pelvis, and the (T,) angles that the trunk answers."""

    def __init__(
        self,
        body: Skeleton22,
        path: WalkPath,
        acts: Acts,
        feet: dict[str, Foot],
        ankles: dict[str, Ankle],
    ):
        walking, dance, squat = acts.walking, acts.dance, acts.squat
        self.pitch = 0.42 * squat + 0.03 * walking - 0.05 * acts.stretch + 0.06 * dance
        self.roll = walking * 0.05 * np.sin(acts.step + 0.4) + dance * 0.10 * np.sin(acts.beat)
        self.twist = walking * -0.10 * np.cos(acts.step) + dance * 0.14 * np.sin(acts.beat + 0.6)
        self.rotation = (
            rotation("y", acts.yaw + self.twist) @ rotation("x", self.pitch) @ rotation("z", self.roll)
        )
        drop = (
            0.012
            + 0.36 * squat
            + dance * (0.05 + 0.028 * np.cos(2 * acts.beat))
            + walking * (0.012 - 0.014 * np.cos(2 * acts.step + 0.5))
        )
        height = body.floor - body.rest[0, 1] - drop
        xz = self._over_the_floor(path, acts, feet)
        position = np.column_stack([xz[:, 0], -height, xz[:, 1]])
        position[:, 1] += self._too_high(position, body, ankles)
        self.position = position

    @staticmethod
    def _over_the_floor(path: WalkPath, acts: Acts, feet: dict[str, Foot]) -> np.ndarray:
        """Return (T, 2) (x, z): over the path while walking, between the feet otherwise, with some sway."""
        middle = (feet["L"].position + feet["R"].position) / 2
        walking = acts.walking[:, None]
        xz = path.position(acts.walked) * walking + gaussian_filter1d(middle, 4, axis=0) * (1 - walking)
        sway = (
            acts.walking * 0.022 * np.sin(acts.step + 0.6)
            + acts.dance * 0.045 * np.sin(acts.beat + 0.3)
            + 0.012 * acts.cycles(3) * (1 - acts.walking)
        )
        return xz + sway[:, None] * np.column_stack([np.cos(acts.yaw), -np.sin(acts.yaw)])

    def _too_high(self, position: np.ndarray, body: Skeleton22, ankles: dict[str, Ankle]) -> np.ndarray:
        """Return the (T,) metres by which the pelvis must come down for both legs to reach."""
        need = np.zeros(len(position))
        for side in SIDES:
            thigh = np.linalg.norm(body.offset(f"{side}_hip", f"{side}_knee"))
            shin = np.linalg.norm(body.offset(f"{side}_knee", f"{side}_ankle"))
            hip = position + rotated(self.rotation, body.offset("pelvis", f"{side}_hip"))
            ankle = ankles[side].position
            flat_distance = np.linalg.norm((hip - ankle)[:, [0, 2]], axis=1)
            reach = 0.988 * (thigh + shin)
            highest = ankle[:, 1] - np.sqrt(np.maximum(reach**2 - flat_distance**2, 0))
            need = np.maximum(need, highest - hip[:, 1])
        return gaussian_filter1d(maximum_filter1d(need, 5, mode="wrap"), 2.0, mode="wrap")


def move_leg(
    world: np.ndarray,
    body: Skeleton22,
    side: str,
    acts: Acts,
    pelvis: Pelvis,
    foot: Foot,
    ankle: Ankle,
) -> None:
    """Write the world rotations of a leg that reaches from the pelvis to its ankle (two-bone IK)."""
    hip_joint, knee_joint, ankle_joint, toe_joint = (
        JOINT[f"{side}_{name}"] for name in ("hip", "knee", "ankle", "foot")
    )
    thigh = body.offset(f"{side}_hip", f"{side}_knee")
    shin = body.offset(f"{side}_knee", f"{side}_ankle")
    hip = pelvis.position + rotated(pelvis.rotation, body.offset("pelvis", f"{side}_hip"))
    reach = ankle.position - hip
    a, b = np.linalg.norm(thigh), np.linalg.norm(shin)
    distance = np.minimum(np.linalg.norm(reach, axis=1), 0.9995 * (a + b))
    cosine = (a * a + distance**2 - b * b) / (2 * a * distance)
    sine = np.sqrt(np.maximum(1 - cosine**2, 0))
    forward = -rotation("y", 0.5 * acts.yaw + 0.5 * foot.yaw)[:, :, 2]
    # Knees go a little outwards in the squat.
    outwards = SIDES[side] * 0.35 * acts.squat
    forward = forward + outwards[:, None] * rotation("y", acts.yaw)[:, :, 0]
    direction = unit(reach)
    pole = unit(forward - (forward * direction).sum(1, keepdims=True) * direction)
    to_knee = a * (cosine[:, None] * direction + sine[:, None] * pole)
    to_ankle = distance[:, None] * direction - to_knee
    across = np.cross(direction, pole)
    rest_across = np.cross(unit(thigh + shin), [0, 0, -1.0])
    world[:, hip_joint] = frame(to_knee, across) @ frame(thigh, rest_across).T
    world[:, knee_joint] = frame(to_ankle, across) @ frame(shin, rest_across).T
    world[:, ankle_joint], world[:, toe_joint] = ankle.rotation, ankle.toe_rotation


def move_spine_and_head(world: np.ndarray, acts: Acts, pelvis: Pelvis) -> None:
    """Write the world rotations of spine, neck and head: the head stays level and looks at the camera."""
    walking, dance, squat, wave, stretch = acts.walking, acts.dance, acts.squat, acts.wave, acts.stretch
    twist = walking * 0.14 * np.cos(acts.step) - dance * 0.25 * np.sin(acts.beat + 0.6)
    bend = -0.10 * squat - 0.05 * stretch + 0.01 * acts.breath + 0.02 * dance
    roll = -0.6 * pelvis.roll - 0.05 * wave + dance * 0.06 * np.sin(acts.beat)
    bent = rotation("y", twist / 3) @ rotation("x", bend / 3) @ rotation("z", roll / 3)
    for name, parent in (("spine1", "pelvis"), ("spine2", "spine1"), ("spine3", "spine2")):
        world[:, JOINT[name]] = world[:, JOINT[parent]] @ bent

    to_camera = np.arctan2(np.sin(-acts.yaw), np.cos(-acts.yaw))
    glance = np.clip(to_camera, -0.9, 0.9) * (1 - smooth(0.9, 1.6, np.abs(to_camera)))
    glance = gaussian_filter1d(glance, 5, mode="wrap") + 0.05 * acts.cycles(5)
    nod = -0.02 * squat - 0.12 * stretch + 0.03 * acts.cycles(7) + dance * 0.05 * np.cos(2 * acts.beat)
    tilt = 0.08 * wave - dance * 0.06 * np.sin(acts.beat)
    pitch, yaw = nod - 0.7 * (pelvis.pitch + bend), glance - pelvis.twist - twist
    for name, parent, part in (("neck", "spine3", 0.4), ("head", "neck", 0.6)):
        level = rotation("x", part * pitch) @ rotation("y", part * yaw) @ rotation("z", 0.5 * tilt)
        world[:, JOINT[name]] = world[:, JOINT[parent]] @ level


def arm_directions(side: str, acts: Acts) -> tuple[np.ndarray, np.ndarray]:
    """Return (T, 3) unit directions of upper arm and forearm in the chest's axes."""
    t, count = acts.time, len(acts.time)
    # Those of the left arm: x is outwards.
    upper = np.repeat(np.array([[0.17, 1.0, 0.05]]), count, 0)
    fore = np.repeat(np.array([[0.06, 1.0, -0.22]]), count, 0)
    upper[:, 2] += 0.015 * acts.breath

    def blend(amount: np.ndarray, to_upper: np.ndarray | list[float], to_fore: np.ndarray | list[float]):
        nonlocal upper, fore
        upper = upper + amount[:, None] * (np.asarray(to_upper) - upper)
        fore = fore + amount[:, None] * (np.asarray(to_fore) - fore)

    if side == "R":
        waving = np.sin(2 * np.pi * (t - 0.75) / 0.62) * bump(0.5, STRETCH - 0.1, 0.35, t)
        wag = np.column_stack([0.12 + 0.5 * waving, np.full(count, -1.0), np.full(count, -0.25)])
        blend(acts.wave, [0.85, 0.02, -0.42], wag)
    else:
        blend(0.25 * acts.wave, [0.2, 1, 0.15], [0.0, 0.9, -0.5])
    # Up by way of the sides.
    rising = smooth(STRETCH, STRETCH + 0.75, t) * (1 - smooth(SQUAT - 0.45, SQUAT + 0.25, t))
    blend(np.sqrt(np.clip(acts.stretch, 0, 1)) * (1 - rising) * 0.9, [1.0, 0.25, -0.15], [1.0, 0.1, -0.25])
    blend(rising, [0.42, -1.0, -0.08], [-0.05, -1.0, -0.12])
    blend(acts.squat, [0.14, -0.05, -1.0], [-0.12, -0.30, -1.0])
    swing = np.sin(acts.beat + (0 if side == "L" else np.pi))
    pump = np.column_stack([np.full(count, 0.42), 0.75 - 0.18 * swing, -0.25 - 0.35 * swing])
    hand = np.column_stack([-0.25 + 0.25 * swing, -0.35 - 0.35 * swing, np.full(count, -0.8)])
    blend(acts.dance, pump, hand)
    outwards = [SIDES[side], 1, 1]
    return unit(upper) * outwards, unit(fore) * outwards


def move_arm(world: np.ndarray, body: Skeleton22, side: str, acts: Acts, walk: np.ndarray) -> None:
    """Write the world rotations of an arm: as designed, but as in (T, 22, 3, 3) ``walk`` while walking."""
    sign, chest = SIDES[side], world[:, JOINT["spine3"]]
    names = [f"{side}_{name}" for name in ("collar", "shoulder", "elbow", "wrist")]
    upper, fore = arm_directions(side, acts)
    raised = np.clip(-upper[:, 1] * 0.5 + 0.35, 0, 1)
    collar = chest @ rotation("z", -sign * 0.38 * raised**1.5)
    upper, fore = rotated(chest, upper), rotated(chest, fore)
    rest_upper, rest_fore = body.offset(names[1], names[2]), body.offset(names[2], names[3])
    # The elbow's axis: square to both parts of the arm; at rest the elbow bends forwards.
    hinge = gaussian_filter1d(unit(np.cross(upper, fore)), 1.5, axis=0, mode="wrap")
    rest_hinge = np.cross(unit(rest_upper), [0, 0, -1.0])
    shoulder = frame(upper, hinge) @ frame(rest_upper, rest_hinge).T
    elbow = frame(fore, hinge) @ frame(rest_fore, rest_hinge).T
    pronation = sign * (0.5 * acts.dance + 0.2) - (0.9 * acts.wave if side == "R" else 0)
    wrist = Rotation.from_rotvec(pronation[:, None] * unit(rest_fore)).as_matrix()
    designed = (
        np.swapaxes(chest, 1, 2) @ collar,
        np.swapaxes(collar, 1, 2) @ shoulder,
        np.swapaxes(shoulder, 1, 2) @ elbow,
        wrist,
    )
    parent = chest
    for name, local in zip(names, designed, strict=True):
        j = JOINT[name]
        parent = world[:, j] = parent @ mixed(local, walk[:, j], acts.walking)


def mixed(one: np.ndarray, other: np.ndarray, fraction: np.ndarray) -> np.ndarray:
    """Go from (T, 3, 3) rotations to others by (T,) fractions, along the shortest way."""
    a, b = Rotation.from_matrix(one), Rotation.from_matrix(other)
    return (a * Rotation.from_rotvec((a.inv() * b).as_rotvec() * fraction[:, None])).as_matrix()


def walk_at(body: Skeleton22, clip: np.ndarray, acts: Acts) -> np.ndarray:
    """Return the (T, 22, 3, 3) local rotations of a cycle of walking, in step with the feet."""
    phase = clip_phase(body, clip) + (acts.time - FIRST_LANDING) / (2 * STEP)
    return sample_cycle(clip, phase % 1 * len(clip))


def clip_phase(body: Skeleton22, clip: np.ndarray) -> float:
    """Return the phase of a walk cycle, 0..1, at which the left foot is furthest ahead."""
    hip = Rotation.from_rotvec(clip[:, JOINT["L_hip"]])
    knee = Rotation.from_rotvec(clip[:, JOINT["L_knee"]])
    thigh, shin = body.offset("L_hip", "L_knee"), body.offset("L_knee", "L_ankle")
    ahead = hip.apply(thigh) + (hip * knee).apply(shin)
    return float(np.argmin(ahead[:, 2])) / len(clip)


def sample_cycle(clip: np.ndarray, position: np.ndarray) -> np.ndarray:
    """Return (T, 22, 3, 3) rotations between the frames of a cycle whose end is its start."""
    closed = np.concatenate([clip, clip[:1]])
    rows = np.arange(len(closed))
    return np.stack(
        [Slerp(rows, Rotation.from_rotvec(closed[:, j]))(position).as_matrix() for j in range(22)], 1
    )
