"""The bundled sample clip: a synthetic person in a room walks in, waves, stretches, squats and dances."""

# numba infers the types of a kernel's arguments.
# pyright: reportMissingParameterType=false

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np
from scipy.interpolate import CubicHermiteSpline
from scipy.ndimage import gaussian_filter1d, maximum_filter1d
from scipy.spatial.transform import Rotation, Slerp

from models.body.joints import BODY22
from models.body.skinning import CAMERA_FROM_BODY, corpus_rotations, curl_fingers
from models.body.template import BodyTemplate, load_template
from models.errors import UserError
from models.files import kept_arrays
from models.inference.paths import ASSETS
from models.sample_clip.room import (
    Backdrop,
    Camera,
    Room,
    look,
    sphere_directions,
    studio_room,
    trace_backdrop,
    trace_probe,
    window_samples,
)
from models.synthetic import characters as ch
from models.synthetic.poses import JOINT, load_poses
from models.synthetic.rasteriser import new_buffers, rasterise, vertex_normals
from models.synthetic.shading import STRIPES, cast_shadows, shade, shadow_on_surface

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

FPS = 30
WIDTH, HEIGHT = 1280, 720
PARENTS22 = (-1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 12, 13, 14, 16, 17, 18, 19)
# The parts of the loop and when they begin, in seconds.
WAVE, STRETCH, SQUAT, DANCE, WALK, END = 0.0, 2.1, 3.8, 5.7, 8.0, 13.4
TEMPLATE = ASSETS / "anny.npz"
FIRST_FRAME = 312  # the clip begins as the person comes back towards the camera
WALK_CLIP = "M2M_Walk_Loop"  # of mesh2motion, CC0
SHADOW_REACH = 1.9  # metres
STEP = 0.54  # seconds from one footfall to the next


def smooth(low: float, high: float, t: np.ndarray) -> np.ndarray:
    """Rise from 0 at ``low`` to 1 at ``high`` with level ends (quintic)."""
    x = np.clip((t - low) / (high - low), 0, 1)
    return x**3 * (x * (6 * x - 15) + 10)


def bump(start: float, end: float, ease: float, t: np.ndarray) -> np.ndarray:
    """Return 1 between ``start`` and ``end``, 0 outside, with smooth sides of ``ease`` seconds."""
    return smooth(start, start + ease, t) * (1 - smooth(end - ease, end, t))


def turn(axis: str, angle: np.ndarray) -> np.ndarray:
    """Return (..., 3, 3) rotations about one of the axes."""
    return Rotation.from_euler(axis, np.ravel(angle)[:, None]).as_matrix().reshape(*np.shape(angle), 3, 3)


def unit(vectors: np.ndarray) -> np.ndarray:
    """Scale (..., 3) vectors to length one."""
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def frame(along: np.ndarray, across: np.ndarray) -> np.ndarray:
    """Return (..., 3, 3) axes as columns: a direction, and ``across`` made square to it."""
    along = unit(along)
    across = unit(across - (across * along).sum(-1, keepdims=True) * along)
    return np.stack([along, across, np.cross(along, across)], -1)


@dataclass(frozen=True, slots=True, eq=False)
class Footfall:
    """One step: when the foot leaves and lands, and where its middle then stands (x, z) and points (yaw)."""

    lift: float
    land: float
    place: np.ndarray
    yaw: float


# The bone that begins at each joint.
BONES = {
    **{"pelvis": "root", "spine1": "spine05", "spine2": "spine03", "spine3": "spine02", "neck": "neck01"},
    **{"head": "head", "hip": "upperleg01", "knee": "lowerleg01", "ankle": "foot", "foot": "toe2-1"},
    **{"collar": "clavicle", "shoulder": "upperarm01", "elbow": "lowerarm01", "wrist": "wrist"},
}


class Skeleton22:
    """Joint positions of one body at rest, for moving it by where its feet and hands should go."""

    def __init__(self, base: ch.BodyBase, heads: np.ndarray, floor: float):
        self.rest = np.empty((22, 3))
        for j, name in enumerate(BODY22):
            side, _, joint = name.rpartition("_")
            bone = BONES[joint] + (f".{side}" if side else "")
            self.rest[j] = heads[base.bone_names.index(bone)]
        self.floor = floor


def loop_path() -> tuple[CubicHermiteSpline, np.ndarray, np.ndarray]:
    """Return the way the person walks: (x, z) over its parameter, and a table of parameters and lengths."""
    points = np.array(
        [(0.05, -0.45), (0.72, -0.22), (0.86, 0.45), (0.30, 0.95), (-0.30, 0.62), (0.05, -0.45)]
    )
    slopes = np.array([(0.8, -0.1), (0.5, 0.5), (-0.25, 0.7), (-0.75, 0.15), (-0.1, -0.75), (0.15, -1.1)])
    spline = CubicHermiteSpline(np.arange(6), points, slopes)
    u = np.linspace(0, 5, 2000)
    steps = np.linalg.norm(np.diff(spline(u), axis=0), axis=1)
    return spline, u, np.concatenate([[0], np.cumsum(steps)])


def yaw_of(direction: np.ndarray) -> np.ndarray:
    """Return the turn about y that makes a body at rest, which faces -z, face along (..., 2) (x, z)."""
    return np.arctan2(-direction[..., 0], -direction[..., 1])


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
    t = np.arange(round(END * FPS)) / FPS
    count = len(t)
    rest = body.rest
    spline, table_u, table_s = loop_path()
    length = table_s[-1]

    def along(s: np.ndarray) -> np.ndarray:
        return np.interp(s, table_s, table_u)

    # How far along the path: speed rises, holds and falls.
    rise, fall = 0.9, 1.0
    duration = END - WALK - 0.35
    speed = np.clip(np.minimum((t - WALK) / rise, (WALK + duration - t) / fall), 0, 1)
    speed = speed * speed * (3 - 2 * speed)
    fine = np.cumsum(speed) / FPS
    s = fine / fine[-1] * length
    walking = np.clip(speed * 1.6, 0, 1)

    every = np.linspace(0, length, 800)
    headings = np.unwrap(yaw_of(spline(along(every), 1)))
    headings -= 2 * np.pi * np.round((headings[0] + np.pi / 2) / (2 * np.pi))
    end_yaw = 2 * np.pi * np.round(headings[-1] / (2 * np.pi))
    headings = headings * smooth(-0.15, 0.5, every) + (end_yaw - headings) * smooth(
        length - 0.35, length, every
    )
    yaw = np.interp(s, every, gaussian_filter1d(headings, 12))
    yaw = gaussian_filter1d(np.where(s <= 0, 0, np.where(s >= length, end_yaw, yaw)), 3)

    start = spline(0.0)
    feet = {side: np.array([sign * 0.115, 0.0]) for side, sign in (("L", 1), ("R", -1))}
    toe_out = {"L": -0.13, "R": 0.13}
    falls: dict[str, list[Footfall]] = {"L": [], "R": []}
    # Dance: out with the right foot, the left closes, and back.
    beat = (WALK - DANCE) / 4.8
    shift = np.array([-0.26, 0.0])
    for side, k, place in (
        ("R", 0.25, shift),
        ("L", 1.25, shift * 0.75),
        ("L", 2.25, 0 * shift),
        ("R", 3.25, 0 * shift),
    ):
        land = DANCE + beat * (k + 0.62)
        falls[side].append(Footfall(land - 0.3, land, start + feet[side] + place, toe_out[side]))
    # Walk: feet fall either side of the path, ahead of the pelvis; the last two back where they started.
    lands = np.arange(WALK + 0.50, END - 0.05, STEP)
    arriving = int(np.argmax(np.interp(lands, t, s) > length - 0.45))
    for k, land in enumerate(lands[: arriving + 2]):
        side, sign = ("L", 1) if k % 2 == 0 else ("R", -1)
        if k < arriving:
            ahead = min(np.interp(land, t, s) + 0.27 * np.interp(land + 0.1, t, speed), length)
            direction = np.interp(ahead, every, headings)
            place = spline(along(ahead)) + sign * 0.085 * np.array([np.cos(direction), -np.sin(direction)])
            falls[side].append(Footfall(land - 0.40, land, place, direction + 0.5 * toe_out[side]))
        else:
            falls[side].append(Footfall(land - 0.40, land, start + feet[side], end_yaw + toe_out[side]))

    # Feet: place, yaw, pitch (heel up is positive) and lift of each.
    ground: dict[str, tuple[np.ndarray, ...]] = {}
    for side in "LR":
        place = np.repeat((start + feet[side])[None], count, 0)
        foot_yaw = np.full(count, toe_out[side])
        pitch, lift = np.zeros(count), np.zeros(count)
        for fall_ in falls[side]:
            before, yaw_before = place[-1].copy(), foot_yaw[-1]
            reach = min(np.linalg.norm(fall_.place - before) / 0.8, 1.0)
            u = smooth(fall_.lift, fall_.land, t)
            linear_u = np.clip((t - fall_.lift) / (fall_.land - fall_.lift), 0, 1)
            place = np.where((t >= fall_.lift)[:, None], before + u[:, None] * (fall_.place - before), place)
            foot_yaw = np.where(t >= fall_.lift, yaw_before + u * (fall_.yaw - yaw_before), foot_yaw)
            lift = lift + (0.03 + 0.03 * reach) * np.sin(np.pi * linear_u) ** 2
            push = smooth(fall_.lift - 0.2, fall_.lift + 0.06, t) * (
                1 - smooth(fall_.lift + 0.1, fall_.land - 0.04, t)
            )
            strike = smooth(fall_.land - 0.2, fall_.land, t) * (1 - smooth(fall_.land, fall_.land + 0.1, t))
            pitch = pitch + reach * (0.72 * push - 0.24 * strike)
        ground[side] = place, foot_yaw, pitch, lift

    # Pelvis: over the path while walking, between the feet otherwise.
    middle = (ground["L"][0] + ground["R"][0]) / 2
    on_path = spline(along(s))
    xz = on_path * walking[:, None] + gaussian_filter1d(middle, 4, axis=0) * (1 - walking)[:, None]
    dance = bump(DANCE - 0.1, WALK + 0.05, 0.45, t)
    cycle = np.pi * (t - DANCE) / beat
    wander = 0.012 * np.sin(2 * np.pi * t / END * 3) * (1 - walking)
    step_phase = np.pi * (t - (WALK + 0.50)) / STEP  # 0 as the left foot lands, pi as the right does
    sway = walking * 0.022 * np.sin(step_phase + 0.6) + dance * 0.045 * np.sin(cycle + 0.3) + wander
    xz[:, 0] += np.cos(yaw) * sway
    xz[:, 1] += -np.sin(yaw) * sway
    squat = bump(SQUAT + 0.05, DANCE - 0.05, 0.75, t)
    wave, stretch = bump(WAVE + 0.25, STRETCH + 0.1, 0.5, t), bump(STRETCH, SQUAT + 0.2, 0.6, t)
    breath = np.sin(2 * np.pi * t / (END / 4))
    drop = (
        0.012
        + 0.36 * squat
        + dance * (0.05 + 0.028 * np.cos(2 * cycle))
        - walking * 0.014 * np.cos(2 * step_phase + 0.5)
    )
    drop += walking * 0.012
    lean = 0.42 * squat + 0.03 * walking - 0.05 * stretch + 0.06 * dance
    pelvis_roll = walking * 0.05 * np.sin(step_phase + 0.4) + dance * 0.10 * np.sin(cycle)
    pelvis_turn = walking * -0.10 * np.cos(step_phase) + dance * 0.14 * np.sin(cycle + 0.6)
    pelvis_rotation = turn("y", yaw + pelvis_turn) @ turn("x", lean) @ turn("z", pelvis_roll)
    hips = {s_: rest[JOINT[f"{s_}_hip"]] - rest[0] for s_ in "LR"}

    # Where the ankles go: the foot turns about its ball while the heel is up, about its heel when it lands.
    ankles, foot_rotation, toe_rotation = {}, {}, {}
    for side in "LR":
        place, foot_yaw, pitch, lift = ground[side]
        ankle, toe = rest[JOINT[f"{side}_ankle"]], rest[JOINT[f"{side}_foot"]]
        rest_yaw = yaw_of((toe - ankle)[[0, 2]])
        ball, heel = np.array([toe[0], body.floor, toe[2]]), np.array([ankle[0], body.floor, ankle[2] + 0.05])
        centre = (ball + heel) / 2
        flat = turn("y", foot_yaw - rest_yaw)
        rotation = flat @ turn("y", np.array(rest_yaw)) @ turn("x", pitch) @ turn("y", np.array(-rest_yaw))
        pivot = np.where((pitch > 0)[:, None], ball, heel)
        position = np.column_stack([place[:, 0], -lift, place[:, 1]])
        position = position + np.einsum("tij,tj->ti", flat, pivot - centre)
        ankles[side] = position + np.einsum("tij,tj->ti", rotation, ankle - pivot)
        foot_rotation[side] = rotation
        toes = np.where((lift > 0.004), pitch * 0.6, np.minimum(pitch, 0))
        toe_rotation[side] = (
            flat @ turn("y", np.array(rest_yaw)) @ turn("x", toes) @ turn("y", np.array(-rest_yaw))
        )

    # Let the pelvis down where a leg would not reach.
    straight = body.floor - rest[0, 1]
    height = straight - drop
    need = np.zeros(count)
    for side in "LR":
        thigh = np.linalg.norm(rest[JOINT[f"{side}_knee"]] - rest[JOINT[f"{side}_hip"]])
        shin = np.linalg.norm(rest[JOINT[f"{side}_ankle"]] - rest[JOINT[f"{side}_knee"]])
        hip = np.einsum("tij,j->ti", pelvis_rotation, hips[side]) + np.column_stack(
            [xz[:, 0], -height, xz[:, 1]]
        )
        flat_distance = np.linalg.norm((hip - ankles[side])[:, [0, 2]], axis=1)
        reach = 0.988 * (thigh + shin)
        highest = ankles[side][:, 1] - np.sqrt(np.maximum(reach**2 - flat_distance**2, 0))
        need = np.maximum(need, highest - hip[:, 1])
    height = height - gaussian_filter1d(maximum_filter1d(need, 5, mode="wrap"), 2.0, mode="wrap")
    pelvis = np.column_stack([xz[:, 0], -height, xz[:, 1]])

    world = np.zeros((count, 22, 3, 3))
    world[:, 0] = pelvis_rotation
    for side in "LR":
        j = [JOINT[f"{side}_{name}"] for name in ("hip", "knee", "ankle", "foot")]
        thigh, shin = rest[j[1]] - rest[j[0]], rest[j[2]] - rest[j[1]]
        hip = pelvis + np.einsum("tij,j->ti", pelvis_rotation, hips[side])
        reach = ankles[side] - hip
        distance = np.linalg.norm(reach, axis=1)
        a, b = np.linalg.norm(thigh), np.linalg.norm(shin)
        distance = np.minimum(distance, 0.9995 * (a + b))
        cosine = (a * a + distance**2 - b * b) / (2 * a * distance)
        sine = np.sqrt(np.maximum(1 - cosine**2, 0))
        forward = turn("y", 0.5 * yaw + 0.5 * ground[side][1])[:, :, 2] * -1
        # Knees go a little outwards in the squat.
        outwards = np.where(side == "L", 1.0, -1.0) * 0.35 * squat
        forward = forward + outwards[:, None] * turn("y", yaw)[:, :, 0]
        direction = unit(reach)
        pole = unit(forward - (forward * direction).sum(1, keepdims=True) * direction)
        knee = hip + a * (cosine[:, None] * direction + sine[:, None] * pole)
        across = np.cross(direction, pole)
        rest_across = np.cross(unit(thigh + shin), [0, 0, -1.0])
        world[:, j[0]] = frame(knee - hip, across) @ frame(thigh, rest_across).T
        world[:, j[1]] = (
            frame(hip + distance[:, None] * direction - knee, across) @ frame(shin, rest_across).T
        )
        world[:, j[2]], world[:, j[3]] = foot_rotation[side], toe_rotation[side]

    # Spine and head.
    cycle_of_walk = clip_phase(walk_clip, rest)
    place = (cycle_of_walk + (t - (WALK + 0.50)) / (2 * STEP)) % 1 * len(walk_clip)
    walk = sample_cycle(walk_clip, place)
    twist = walking * 0.14 * np.cos(step_phase) - dance * 0.25 * np.sin(cycle + 0.6)
    bend = -0.10 * squat - 0.05 * stretch + 0.01 * breath + 0.02 * dance
    roll = -0.6 * pelvis_roll - 0.05 * wave + dance * 0.06 * np.sin(cycle)
    for name, parent in (("spine1", "pelvis"), ("spine2", "spine1"), ("spine3", "spine2")):
        bent = turn("y", twist / 3) @ turn("x", bend / 3) @ turn("z", roll / 3)
        world[:, JOINT[name]] = world[:, JOINT[parent]] @ bent
    chest = world[:, JOINT["spine3"]]
    to_camera = np.arctan2(np.sin(-yaw), np.cos(-yaw))
    glance = np.clip(to_camera, -0.9, 0.9) * (1 - smooth(0.9, 1.6, np.abs(to_camera)))
    glance = gaussian_filter1d(glance, 5, mode="wrap") + 0.05 * np.sin(2 * np.pi * t / END * 5)
    nod = (
        -0.02 * squat
        + 0.12 * stretch * -1
        + 0.03 * np.sin(2 * np.pi * t / END * 7)
        + dance * 0.05 * np.cos(2 * cycle)
    )
    tilt = 0.08 * wave + dance * -0.06 * np.sin(cycle)
    counter = -0.7 * (lean + bend)
    level = (
        turn("x", 0.4 * (nod + counter))
        @ turn("y", 0.4 * (glance - pelvis_turn - twist))
        @ turn("z", 0.5 * tilt)
    )
    world[:, JOINT["neck"]] = chest @ level
    level = (
        turn("x", 0.6 * (nod + counter))
        @ turn("y", 0.6 * (glance - pelvis_turn - twist))
        @ turn("z", 0.5 * tilt)
    )
    world[:, JOINT["head"]] = world[:, JOINT["neck"]] @ level

    # Arms, as directions of upper arm and forearm in the chest's axes (those of the left arm; x is outwards).
    waving = np.sin(2 * np.pi * (t - 0.75) / 0.62) * bump(0.5, STRETCH - 0.1, 0.35, t)
    for side, sign in (("L", 1), ("R", -1)):
        upper = np.repeat(np.array([[0.17, 1.0, 0.05]]), count, 0)
        fore = np.repeat(np.array([[0.06, 1.0, -0.22]]), count, 0)
        upper[:, 2] += 0.015 * breath

        def blend(amount, towards_upper, towards_fore, upper=upper, fore=fore):
            upper += amount[:, None] * (np.asarray(towards_upper) - upper)
            fore += amount[:, None] * (np.asarray(towards_fore) - fore)

        if side == "R":
            wag = np.column_stack([0.12 + 0.5 * waving, np.full(count, -1.0), np.full(count, -0.25)])
            blend(wave, [0.85, 0.12 - 0.1, -0.42], wag)
        else:
            blend(0.25 * wave, [0.2, 1, 0.15], [0.0, 0.9, -0.5])
        # Up by way of the sides.
        rising = smooth(STRETCH, STRETCH + 0.75, t) * (1 - smooth(SQUAT - 0.45, SQUAT + 0.25, t))
        blend(np.sqrt(np.clip(stretch, 0, 1)) * (1 - rising) * 0.9, [1.0, 0.25, -0.15], [1.0, 0.1, -0.25])
        blend(rising, [0.42, -1.0, -0.08], [-0.05, -1.0, -0.12])
        blend(squat, [0.14, -0.05, -1.0], [-0.12, -0.30, -1.0])
        beat_arm = np.sin(cycle + (0 if side == "L" else np.pi))
        pump = np.column_stack([np.full(count, 0.42), 0.75 - 0.18 * beat_arm, -0.25 - 0.35 * beat_arm])
        hand = np.column_stack([-0.25 + 0.25 * beat_arm, -0.35 - 0.35 * beat_arm, np.full(count, -0.8)])
        blend(dance, pump, hand)
        upper, fore = unit(upper) * [sign, 1, 1], unit(fore) * [sign, 1, 1]
        names = [JOINT[f"{side}_{name}"] for name in ("collar", "shoulder", "elbow", "wrist")]
        raised = np.clip(-upper[:, 1] * 0.5 + 0.35, 0, 1)
        collar = chest @ turn("z", -sign * 0.38 * raised**1.5)
        upper_world, fore_world = np.einsum("tij,tj->ti", chest, upper), np.einsum("tij,tj->ti", chest, fore)
        rest_upper, rest_fore = rest[names[2]] - rest[names[1]], rest[names[3]] - rest[names[2]]
        # The elbow's axis: square to both parts of the arm; at rest the elbow bends forwards.
        hinge = np.cross(upper_world, fore_world)
        hinge = gaussian_filter1d(unit(hinge), 1.5, axis=0, mode="wrap")
        rest_hinge = np.cross(unit(rest_upper), [0, 0, -1.0])
        authored = np.empty((4, count, 3, 3))
        authored[0] = np.swapaxes(chest, 1, 2) @ collar
        shoulder = frame(upper_world, hinge) @ frame(rest_upper, rest_hinge).T
        elbow = frame(fore_world, hinge) @ frame(rest_fore, rest_hinge).T
        authored[1] = np.swapaxes(collar, 1, 2) @ shoulder
        authored[2] = np.swapaxes(shoulder, 1, 2) @ elbow
        forearm = unit(rest_fore)
        pronate = {"R": -0.9 * wave}.get(side, 0 * wave) + sign * 0.5 * dance + sign * 0.2
        authored[3] = Rotation.from_rotvec(pronate[:, None] * forearm).as_matrix()
        parent = chest
        for i, j in enumerate(names):
            local = mixed(authored[i], walk[:, j], walking)
            world[:, j] = parent @ local
            parent = world[:, j]

    local = world.copy()
    for j, parent in enumerate(PARENTS22):
        if parent >= 0:
            local[:, j] = np.swapaxes(world[:, parent], 1, 2) @ world[:, j]
    blink = sum(np.exp(-(((t - at) / 0.06) ** 2)) for at in (0.4, 3.2, 5.5, 7.1, 10.4, 11.9))
    curl = 0.05 + 0.12 * walking - 0.22 * wave - 0.15 * stretch + 0.4 * dance
    return Motion(local, pelvis, np.asarray(blink), curl)


def mixed(one: np.ndarray, other: np.ndarray, fraction: np.ndarray) -> np.ndarray:
    """Go from (T, 3, 3) rotations to others by (T,) shares, along the shortest way."""
    a, b = Rotation.from_matrix(one), Rotation.from_matrix(other)
    return (a * Rotation.from_rotvec((a.inv() * b).as_rotvec() * fraction[:, None])).as_matrix()


def clip_phase(clip: np.ndarray, rest: np.ndarray) -> float:
    """Return the place in a walk cycle, 0..1, at which the left foot is furthest ahead."""
    hip = Rotation.from_rotvec(clip[:, JOINT["L_hip"]])
    knee = Rotation.from_rotvec(clip[:, JOINT["L_knee"]])
    thigh, shin = [
        rest[JOINT[f"L_{b}"]] - rest[JOINT[f"L_{a}"]] for a, b in (("hip", "knee"), ("knee", "ankle"))
    ]
    ahead = hip.apply(thigh) + (hip * knee).apply(shin)
    return float(np.argmin(ahead[:, 2])) / len(clip)


def sample_cycle(clip: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Return (T, 22, 3, 3) rotations between the frames of a cycle whose end is its start."""
    closed = np.concatenate([clip, clip[:1]])
    rows = np.arange(len(closed))
    return np.stack(
        [Slerp(rows, Rotation.from_rotvec(closed[:, j]))(place).as_matrix() for j in range(22)], 1
    )


class Hero:
    """The person of the clip, dressed, with eyes that can blink."""

    def __init__(self, base: ch.BodyBase, wardrobe: ch.Wardrobe, template: BodyTemplate):
        phenotype = dict(gender=0.97, age=0.68, muscle=0.55, weight=0.44, height=0.44, proportions=0.75)
        phenotype |= dict(cupsize=0.45, firmness=0.6, african=0.45, asian=0.15, caucasian=0.4)
        shape = ch.coefficients_of(np.array([[phenotype[name] for name in ch.PHENOTYPES]], np.float32))[0]
        actions = len(shape) - len(base.facial_actions)

        def expression(**amounts: float) -> np.ndarray:
            changed = shape.copy()
            for name, amount in amounts.items():
                changed[actions + base.facial_actions.index(name)] = amount
            return changed

        smile = dict(mouthSmileLeft=0.45, mouthSmileRight=0.45, cheekSquintLeft=0.2, cheekSquintRight=0.2)
        rest, self.heads = ch.shaped(base, expression(**smile))
        closed, _ = ch.shaped(base, expression(**smile, eyeBlinkLeft=1.0, eyeBlinkRight=1.0))
        garments = {g.name: g for g in (*wardrobe.suits, *wardrobe.shoes, *wardrobe.hair)}
        hair = np.array([34, 22, 17], np.float32)
        white, navy = np.array([214, 208, 196], np.float32), np.array([48, 58, 80], np.float32)
        shirt = ch.cloth_material(
            np.array([206, 118, 72], np.float32), white, STRIPES, size=0.055, angle=0.0, folds=0.13,
            fold_length=0.06, sheen=0.12, fraction=0.32,
        )  # fmt: skip
        jeans = ch.cloth_material(navy, folds=0.16, fold_length=0.05, sheen=0.10, seed=4.0)
        shoes = ch.leather_material(np.array([226, 224, 218]), np.array([240, 238, 232]), 0.35, 0.795)
        socks = ch.cloth_material(np.array([60, 62, 70], np.float32))
        laces = ch.leather_material(np.array([245, 244, 240]), np.array([245, 244, 240]), 0.1, 9.0)
        self.character = ch.dress(
            base,
            rest,
            self.heads,
            ch.skin_material(ch.skin_tone(0.47), hair, blush=0.55, brows=0.85, beard=0.0, scalp=0.95),
            ch.eye_material(ch.IRIS_TONES[0]),
            [
                ch.WornGarment(garments["female_casualsuit01"], (shirt, jeans), (0.006, 0.001)),
                ch.WornGarment(
                    garments["shoes03"], (shoes, shoes, socks, socks, laces), (0.0, 0.0, -0.007, -0.007, 0.0)
                ),
                ch.WornGarment(garments["ponytail01"], (ch.hair_material(hair, 0.6),)),
            ],
            ch.Appearance(skin=0.53, age=0.7, gender=1.0, weight=0.5, clothing="casual"),
        )
        used = base.faces.max() + 1
        self.blink = np.zeros_like(self.character.rest)
        self.blink[:used] = (closed - rest)[:used]
        self.parents, self.template = base.parents, template
        # The soles are the lowest of everything that is worn.
        self.floor = float(self.character.rest[np.unique(self.character.faces), 1].max())

    def posed(self, motion: Motion, k: int) -> np.ndarray:
        """Return the (V, 3) vertices of frame ``k`` in the world."""
        turns = Rotation.from_matrix(motion.rotations[k]).as_rotvec()
        local = corpus_rotations(self.template, turns @ CAMERA_FROM_BODY)
        fingers, bent = curl_fingers(self.template, np.full((10, 3), motion.curl[k]))
        local[fingers] = bent
        transforms = ch.bone_transforms(self.parents, self.heads, local)
        rest = self.character.rest + motion.blink[k].astype(np.float32) * self.blink
        vertices = ch.skin(rest, self.character.bones, self.character.weights, transforms)
        return (vertices - self.heads[0] + motion.pelvis[k]).astype(np.float32)


class Stage:
    """The room with its camera and light, ready to have the person drawn into it."""

    def __init__(self, room: Room, camera: Camera, backdrop: Backdrop, skin_masks: np.ndarray):
        self.room, self.camera, self.backdrop, self.skin_masks = room, camera, backdrop, skin_masks
        self.around = sphere_directions(28)
        self.grid = np.array([(x, z) for x in (-0.6, 0.2, 1.0) for z in (-0.6, 0.3, 1.2)], np.float32)
        probes = [trace_probe(room, np.array([x, -1.0, z]), self.around, 500) for x, z in self.grid]
        self.probes = np.stack(probes) * (4 / len(self.around))

    def light_at(self, place: np.ndarray) -> tuple[np.ndarray, np.ndarray, int]:
        """Return directions and strengths of the lights at a (3,) place; the first ones are the windows."""
        windows, strength = window_samples(self.room, place, (2, 3))
        weight = np.exp(-(((self.grid - place[[0, 2]]) / 0.7) ** 2).sum(1))
        around = np.tensordot(weight / weight.sum(), self.probes, 1)
        return np.concatenate([windows, self.around]), np.concatenate([strength, around]), len(windows)

    def draw(self, character: ch.Character, vertices: np.ndarray, samples: int) -> np.ndarray:
        """Return the (H, W, 3) display picture with the person, shaded ``samples`` squared times a pixel."""
        camera, faces = self.camera, character.faces
        middle = np.array([vertices[:, 0].mean(), -0.95, vertices[:, 2].mean()], np.float32)
        directions, strength, windows = self.light_at(middle)
        maps = cast_shadows(vertices, faces, directions, 384)
        image = self._shadowed(directions, strength, windows, maps.inverse_depth, maps.matrix, middle)

        seen = camera.from_world(vertices)
        inverse_depth = (1 / seen[:, 2]).astype(np.float32)
        xy = seen[:, :2] * (camera.focal_px * inverse_depth)[:, None] + [
            (camera.width - 1) / 2,
            (camera.height - 1) / 2,
        ]
        left, top = np.maximum(np.floor(xy.min(0)).astype(int) - 1, 0)
        right, bottom = np.minimum(np.ceil(xy.max(0)).astype(int) + 2, [camera.width, camera.height])
        height, width = bottom - top, right - left

        def rasterised(per_pixel: int) -> tuple[np.ndarray, np.ndarray]:
            fine = np.ascontiguousarray((xy - [left, top] + 0.5) * per_pixel - 0.5, np.float32)
            buffer, face = new_buffers(height * per_pixel, width * per_pixel)
            rasterise(fine, inverse_depth, faces, buffer, face, 0)
            return fine, face

        fine, face = rasterised(samples)
        drawn = np.zeros((*face.shape, 3), np.float32)
        normals = vertex_normals(vertices, faces)
        shade(
            face, fine, inverse_depth, faces, character.corner_uv, vertices, normals, character.pattern,
            character.face_material, character.materials, self.skin_masks, camera.position, directions,
            strength, np.zeros((9, 3), np.float32), maps.inverse_depth, maps.matrix, 0.008, drawn,
        )  # fmt: skip
        # The outline is sampled more finely than what is inside it.
        inside = block_mean((face >= 0)[..., None], samples)
        colour = block_mean(developed(drawn) * (face >= 0)[..., None], samples) / np.maximum(inside, 1e-6)
        coverage = block_mean((rasterised(4)[1] >= 0)[..., None], 4) * (inside > 0)
        finished = developed(image)
        finished[top:bottom, left:right] += coverage * (colour - finished[top:bottom, left:right])
        return finished

    def _shadowed(self, directions, strength, windows, maps, matrix, middle) -> np.ndarray:
        """Return the backdrop with the person's shadow on it."""
        b = self.backdrop
        # The lights count as distant, which holds near the person only; shadows fade out further away.
        away = np.linalg.norm((b.points - middle)[..., [0, 2]], axis=-1)
        near = away < SHADOW_REACH
        rows, columns = np.flatnonzero(near.any(1)), np.flatnonzero(near.any(0))
        image = b.direct + b.rest
        top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
        points, normals = b.points[top:bottom:2, left:right:2], b.normals[top:bottom:2, left:right:2]
        region = np.s_[top:bottom, left:right]
        fade = smooth(SHADOW_REACH, 0.7 * SHADOW_REACH, away[region])
        fractions = []
        for lights in (slice(0, windows), slice(windows, None)):
            fraction = shadow_on_surface(
                points.reshape(-1, 3), normals.reshape(-1, 3), directions[lights], strength[lights].mean(1),
                maps[lights], matrix[lights], 0.004,
            )  # fmt: skip
            small = cv2.GaussianBlur(fraction.reshape(points.shape[:2]), (0, 0), 1.0)
            fraction = cv2.resize(small, (right - left, bottom - top), interpolation=cv2.INTER_LINEAR)
            fractions.append((1 - fade * (1 - fraction))[..., None])
        image[region] = b.direct[region] * fractions[0] + b.rest[region] * fractions[1]
        return image


def block_mean(image: np.ndarray, size: int) -> np.ndarray:
    """Average (H, W, C) over blocks of ``size`` x ``size`` pixels."""
    height, width, channels = image.shape
    return image.reshape(height // size, size, width // size, size, channels).mean((1, 3), dtype=np.float32)


def developed(light: np.ndarray, exposure: float = 2.1) -> np.ndarray:
    """Return (..., 3) display values 0..1: Narkowicz's fit of the ACES curve, then sRGB's."""
    x = np.maximum(light, 0) * (0.6 * exposure)
    x += 0.10 * (x @ np.array([0.2126, 0.7152, 0.0722], np.float32)[:, None] - x)
    toned = np.clip(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 0, 1)
    return np.where(toned <= 0.0031308, 12.92 * toned, 1.055 * toned ** (1 / 2.4) - 0.055).astype(np.float32)


def stage(cache: Path, skin_masks: np.ndarray, samples: int) -> Stage:
    """Build the room; its light, which takes minutes, is kept in ``cache`` for the next time."""
    room = studio_room()
    camera = look(np.array([0.12, -1.28, -3.85]), 0.07, 0.0, 960.0, WIDTH, HEIGHT)

    def trace() -> dict[str, np.ndarray]:
        log.info("Tracing the light of the room, %d paths for every four pixels.", samples)
        backdrop = trace_backdrop(room, camera, samples)
        return {name: getattr(backdrop, name) for name in ("direct", "rest", "points", "normals")}

    backdrop = Backdrop(**kept_arrays(cache / f"backdrop_{samples}.npz", trace))
    return Stage(room, camera, backdrop, skin_masks)


def render_clip(output: Path, clothes: Path, poses: Path, cache: Path, paths: int, samples: int) -> None:
    """Render the clip as H.264; ``paths`` and ``samples`` set the quality of room and person."""
    import av

    base = ch.load_base(cache)
    hero = Hero(base, ch.load_wardrobe(clothes), load_template(TEMPLATE))
    body = Skeleton22(base, hero.heads, hero.floor)
    motion = choreograph(body, walk_cycle(poses))
    scene = stage(cache, ch.load_skin_masks(cache, base), paths)
    count = len(motion.pelvis)
    with av.open(str(output), "w", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.options = {"crf": "21", "preset": "slow", "profile": "high", "tune": "animation"}
        grain = np.random.default_rng(0)
        for i in range(count):
            image = scene.draw(hero.character, hero.posed(motion, (i + FIRST_FRAME) % count), samples)
            noisy = image * 255 + grain.uniform(0, 1, image.shape[:2])[..., None]
            frame_ = av.VideoFrame.from_ndarray(np.clip(noisy, 0, 255).astype(np.uint8), format="rgb24")
            for packet in stream.encode(frame_):
                container.mux(packet)
            if i % FPS == 0:
                log.info("Frame %d of %d.", i, count)
        for packet in stream.encode():
            container.mux(packet)


def walk_cycle(poses: Path) -> np.ndarray:
    """Return the (F, 22, 3) frames of the corpus's walk on the spot, template axes.

    Raises
    ------
    UserError : the corpus has none.
    """
    corpus = load_poses(poses)
    with np.load(poses, allow_pickle=False) as file:
        names = list(map(str, file["clip_names"])) if "clip_names" in file.files else []
    if WALK_CLIP not in names:
        raise UserError(f"{poses.name} has no clip {WALK_CLIP}; the sample needs its walk.")
    return corpus.rotations[corpus.clip == names.index(WALK_CLIP)][:-1]
