"""What chance decides about a scene: camera, crop, neighbours and props; and the name of a posture."""

from __future__ import annotations

import numpy as np

from models.body.skinning import rotation_matrices
from models.camera.crop import HIPS, SHOULDERS, CropBox, CropRule, crop_from_landmarks
from models.synthetic.props import Prop, furniture, held_prop, mat, seat

POSTURES = ("upright", "bent over", "sitting", "crouching", "kneeling", "on the floor", "lying")


def beside(person: np.ndarray, other: np.ndarray, touching: bool, rng: np.random.Generator) -> np.ndarray:
    """Return the (3,) move that puts (V, 3) ``other`` near ``person``: just touching, or some way off."""
    around = rng.uniform(-np.pi, np.pi)
    direction = np.array([np.sin(around), 0, np.cos(around)], np.float32)
    if not touching:
        return direction * np.float32(rng.uniform(0.45, 1.8))
    # Push the other away until all points of the two bodies, thinned out, stay 5 cm apart.
    apart = person[::23, None] - other[None, ::23]
    along = apart @ direction
    room = 0.05**2 - ((apart * apart).sum(-1) - along * along)
    needed = along[room > 0] + np.sqrt(room[room > 0])
    return direction * np.float32(needed.max(initial=0.1))


def random_camera(body: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Draw a camera before (V, 3) vertices about the origin: its (3,) position and (3, 3) axes.

    From arm's length to across the street, mostly level, a little rolled. Every point stays before it.
    """
    distance = np.exp(rng.uniform(np.log(1.2), np.log(7)))
    pitch = np.radians(rng.normal(6, 12) if rng.random() < 0.8 else rng.uniform(-35, 60))
    roll, heading = np.radians(rng.normal(0, 4)), rng.uniform(-np.pi, np.pi)
    axes = (rotation_matrices(np.array([0, 0, roll])) @ rotation_matrices(np.array([pitch, 0, 0]))) @ (
        rotation_matrices(np.array([0, heading, 0]))
    )
    distance = max(distance, 0.5 - float((body @ axes[2]).min()))
    aside = rng.normal(size=2) * 0.05 * distance
    return -axes[2] * distance - axes[0] * aside[0] - axes[1] * aside[1], axes


def random_crop(landmarks: np.ndarray, rule: CropRule, rng: np.random.Generator) -> CropBox:
    """Draw the crop of somebody with (33, 2) landmarks in a photo of focal length 1, jittered."""
    crop = crop_from_landmarks(rule, landmarks, smallest=0.0)
    angle = crop.angle + np.radians(rng.normal(0, 6)) if rng.random() < 0.9 else 0.0
    side = crop.size * np.exp(rng.normal(0, 0.12))
    center = crop.center + rng.normal(size=2) * 0.025 * side
    return CropBox(center.astype(np.float32), float(side), float(angle) if rule.rotate else 0.0)


def random_props(
    body: np.ndarray, landmarks: np.ndarray, posture: str, camera: np.ndarray, rng: np.random.Generator
) -> tuple[Prop, ...]:
    """Draw what stands about a person of (V, 3) vertices and (33, 3) landmarks, and what they hold."""
    props = furniture(camera, landmarks[HIPS].mean(0), rng) if rng.random() < 0.6 else []
    if posture == "sitting" and rng.random() < 0.85:
        props += seat(body, landmarks[HIPS].mean(0), landmarks[[25, 26]].mean(0), rng)
    if posture in ("lying", "on the floor") and rng.random() < 0.5:
        props.append(mat(body, rng))
    for wrist, index, little in ((15, 19, 17), (16, 20, 18)):
        if rng.random() < 0.08:
            props.append(held_prop(landmarks[wrist], landmarks[[index, little]], rng))
    return tuple(props)


def posture_of(landmarks: np.ndarray) -> str:
    """Name the posture of (33, 3) world landmarks, y down: one of POSTURES."""
    ground = landmarks[23:, 1].max()  # of hips, legs and feet; hands may hang lower
    hips, shoulders = landmarks[HIPS].mean(0), landmarks[SHOULDERS].mean(0)
    knees, ankles = landmarks[[25, 26]], landmarks[[27, 28]]
    thighs = np.linalg.norm(knees - landmarks[HIPS], axis=1)
    leg = float((thighs + np.linalg.norm(ankles - knees, axis=1)).mean())
    height = (ground - hips[1]) / leg
    spine = shoulders - hips
    tilt = np.degrees(np.arccos(np.clip(-spine[1] / np.linalg.norm(spine), -1, 1)))
    level = (knees[:, 1] - landmarks[HIPS, 1]) / thighs  # 0: the thigh is level, 1: it hangs straight down
    if height < 0.35:
        return "lying" if tilt > 55 else "on the floor"
    if (ground - knees[:, 1]).min() < 0.16 * leg:
        return "kneeling"
    if tilt > 50:
        return "bent over"
    if height > 0.9:
        return "upright"
    return "sitting" if (level < 0.5).all() and tilt < 35 else "crouching"
