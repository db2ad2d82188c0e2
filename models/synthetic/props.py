"""Props around synthetic people: seats, tables and other furniture, mats, and what they hold in a hand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.synthetic.materials import cloth_material, leather_material
from models.synthetic.outfits import cloth_colour, random_cloth

NO_SOLE = 9.0  # height at which a sole would begin

CUBE = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], np.float32) / 2
# Each side has corners of its own, so that its edges stay sharp.
SIDES = np.array([(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)])


@dataclass(frozen=True, slots=True, eq=False)
class Prop:
    """A mesh of one material that stands still.

    Attributes
    ----------
    vertices : (V, 3) float32 metres in the world.
    pattern : (V, 3) float32, where they are in the prop's own axes.
    faces : (F, 3) int32.
    material : (16,) float32, as models.synthetic.shading reads it.
    """

    vertices: np.ndarray
    pattern: np.ndarray
    faces: np.ndarray
    material: np.ndarray


def box(size: np.ndarray, middle: np.ndarray, axes: np.ndarray, material: np.ndarray) -> Prop:
    """Make a box of (3,) metres about a (3,) position; the rows of (3, 3) ``axes`` are its own axes."""
    own = (CUBE[SIDES.ravel()] * size).astype(np.float32)
    first = np.arange(0, 24, 4, dtype=np.int32)[:, None]
    faces = np.concatenate([first + np.array([0, 1, 2]), first + np.array([0, 2, 3])]).astype(np.int32)
    return Prop((own @ axes + middle).astype(np.float32), own, faces, material)


def lathe(
    profile: np.ndarray, middle: np.ndarray, axes: np.ndarray, material: np.ndarray, sides: int = 14
) -> Prop:
    """Turn a (P, 2) profile of radius and height about the middle row of ``axes``: bottles, balls, sticks."""
    around = np.arange(sides) * (2 * np.pi / sides)
    ring = np.stack([np.cos(around), np.zeros(sides), np.sin(around)], -1)
    own = (ring * profile[:, None, :1] + profile[:, None, 1:] * [0, 1, 0]).reshape(-1, 3).astype(np.float32)
    index = np.arange(len(own)).reshape(len(profile), sides)
    after = np.roll(index, -1, axis=1)
    quads = np.stack([index[:-1], after[:-1], after[1:], index[1:]], -1).reshape(-1, 4)
    faces = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]]).astype(np.int32)
    return Prop((own @ axes + middle).astype(np.float32), own, faces, material)


def upright(heading: float) -> np.ndarray:
    """Return the (3, 3) axes of something that stands: right, down, and forward, rotated to a heading."""
    c, s = np.cos(heading), np.sin(heading)
    return np.array([[c, 0, -s], [0, 1, 0], [s, 0, c]], np.float32)


def random_surface(rng: np.random.Generator) -> np.ndarray:
    """Draw what furniture is made of: wood, paint, plastic or upholstery."""
    if rng.random() < 0.5:
        cloth = random_cloth(rng)
        cloth[10] *= 0.3  # hardly any folds
        return cloth
    if rng.random() < 0.5:
        wood = np.array([150, 105, 65]) * rng.uniform(0.3, 1.6) * rng.normal(1, 0.06, 3)
        return cloth_material(np.clip(wood, 5, 245), folds=0.0, sheen=float(rng.uniform(0, 0.4)))
    return leather_material(cloth_colour(rng), np.zeros(3), float(rng.uniform(0, 1)), sole_top=NO_SOLE)


def seat(body: np.ndarray, hips: np.ndarray, knees: np.ndarray, rng: np.random.Generator) -> list[Prop]:
    """Put a stool, chair, bench or sofa under (V, 3) vertices of somebody who sits.

    Parameters
    ----------
    hips, knees : (3,) their middles.
    """
    forward = (knees - hips) * [1, 0, 1]
    forward /= np.linalg.norm(forward) + 1e-9
    heading = float(np.arctan2(forward[0], forward[2]))
    axes = upright(heading)
    near = np.linalg.norm((body - hips)[:, [0, 2]], axis=1) < 0.13
    top = float(np.quantile(body[near, 1], 0.95)) - 0.01
    surface = random_surface(rng)
    width, depth = rng.uniform(0.38, 0.6), rng.uniform(0.36, 0.5)
    if rng.random() < 0.25:
        width = rng.uniform(0.8, 2.0)
    thick = -top if rng.random() < 0.35 else rng.uniform(0.03, 0.12)
    middle = np.array([hips[0], 0, hips[2]]) + 0.08 * forward
    parts = [box(np.array([width, thick, depth]), middle + np.array([0, top + thick / 2, 0]), axes, surface)]
    if thick < 0.2:
        legs = random_surface(rng)
        size = np.array([0.035, -top - thick, 0.035])
        for x in (-1, 1):
            for z in (-1, 1):
                foot = np.array([x * (width / 2 - 0.03), (top + thick) / 2, z * (depth / 2 - 0.03)]) @ axes
                parts.append(box(size, middle + foot, axes, legs))
    if rng.random() < 0.65:
        trunk = (body[:, 1] < top - 0.12) & (body[:, 1] > top - 0.5)
        behind = -((body[trunk] - middle) @ axes[2]).min() if trunk.any() else depth / 2
        high = rng.uniform(0.25, 0.75)
        back = np.array([0, top - high / 2, -max(behind + 0.03, depth / 2)]) @ axes
        parts.append(box(np.array([width, high, 0.05]), middle + back, axes, surface))
    if rng.random() < 0.22:  # a table before them
        height = rng.uniform(0.2, 0.3)
        size = np.array([rng.uniform(0.7, 1.6), 0.035, rng.uniform(0.5, 0.9)])
        position = middle + np.array([0, top - height, rng.uniform(0.22, 0.4) + size[2] / 2]) @ axes
        parts.append(box(size, position, axes, random_surface(rng)))
    return parts


def mat(body: np.ndarray, rng: np.random.Generator) -> Prop:
    """Lay a mat, a rug or a bed's top under (V, 3) vertices that lie on the floor."""
    middle = (body.min(0) + body.max(0)) / 2 * [1, 0, 1]
    spread = np.cov((body - body.mean(0))[:, [0, 2]].T)
    along = np.linalg.eigh(spread)[1][:, 1]
    axes = upright(float(np.arctan2(along[0], along[1])))
    thick = float(np.exp(rng.uniform(np.log(0.008), np.log(0.3))))
    size = np.array([rng.uniform(0.7, 1.6), thick, rng.uniform(1.7, 2.3)])
    return box(size, middle + np.array([0, thick / 2, 0]), axes, random_surface(rng))


def furniture(camera: np.ndarray, person: np.ndarray, rng: np.random.Generator) -> list[Prop]:
    """Put furniture about a person at (3,) ``person``, seldom between them and the (3,) camera."""
    parts = []
    view = (person - camera) * [1, 0, 1]
    far = float(np.linalg.norm(view)) + 1e-9
    for _ in range(rng.choice(6, p=[0.25, 0.2, 0.2, 0.15, 0.1, 0.1])):
        size = np.exp(rng.uniform(np.log([0.15, 0.2, 0.15]), np.log([1.3, 2.1, 1.0])))
        around, away = rng.uniform(-np.pi, np.pi), rng.uniform(0.7, 4.0)
        position = person * [1, 0, 1] + away * np.array([np.sin(around), 0, np.cos(around)])
        reach = float(np.hypot(size[0], size[2])) / 2
        before = (position - camera) @ view / far
        aside = abs(float((position - camera) @ np.array([view[2], 0, -view[0]]) / far))
        low_enough = rng.random() < 0.25 and camera[1] < -0.7
        if np.linalg.norm((position - camera)[[0, 2]]) < reach + 0.3 or away < reach + 0.35:
            continue
        if 0 < before < far and aside < reach + 0.45 * before / far:
            if not low_enough:
                continue
            size[1] = min(size[1], 0.55)
        lifted = -rng.uniform(0.4, 1.6) if rng.random() < 0.2 else 0.0  # shelves and pictures
        middle = position + np.array([0, lifted - size[1] / 2, 0])
        parts.append(box(size, middle, upright(rng.uniform(-np.pi, np.pi)), random_surface(rng)))
    return parts


def held_prop(wrist: np.ndarray, knuckles: np.ndarray, rng: np.random.Generator) -> Prop:
    """Put something into a hand.

    Parameters
    ----------
    wrist : (3,); knuckles : (2, 3) of the index and the little finger.
    """
    across = knuckles[0] - knuckles[1]
    across /= np.linalg.norm(across) + 1e-9
    along = knuckles.mean(0) - wrist
    along -= (along @ across) * across
    along /= np.linalg.norm(along) + 1e-9
    axes = np.stack([along, across, np.cross(along, across)]).astype(np.float32)
    palm = knuckles.mean(0) + 0.015 * along
    surface = random_surface(rng)
    kind = rng.integers(6)
    if kind == 0:  # phone or book
        size = np.array([0.008, 0.15, 0.075]) * rng.uniform(0.8, 2.0)
        return box(size, palm + 0.03 * axes[2] * rng.choice([-1, 1]), axes, surface)
    if kind == 1:  # ball
        radius = np.exp(rng.uniform(np.log(0.03), np.log(0.14)))
        height = np.linspace(-1, 1, 9)
        profile = radius * np.stack([np.sqrt(np.maximum(1 - height**2, 0)), height], -1)
        return lathe(profile, palm + axes[2] * radius * rng.choice([-1, 1]), axes, surface)
    if kind == 2:  # bag
        size = rng.uniform([0.2, 0.2, 0.06], [0.4, 0.4, 0.16])
        axes = upright(rng.uniform(-np.pi, np.pi))
        return box(size, palm + np.array([0, size[1] / 2 + 0.02, 0]), axes, surface)
    if kind == 3:  # stick, racket's or tool's handle
        radius, length = rng.uniform(0.008, 0.02), rng.uniform(0.25, 1.3)
        low = -rng.uniform(0.05, 0.5) * length
        profile = np.array([(0, low), (radius, low), (radius, low + length), (0, low + length)])
        return lathe(profile, palm, axes, surface)
    radius, length = rng.uniform(0.03, 0.045), rng.uniform(0.09, 0.26)  # cup or bottle
    neck = rng.uniform(0.3, 1.0)
    shape = np.array([(0, -0.5), (1, -0.5), (1, 0.2), (neck, 0.35), (neck, 0.5), (0, 0.5)])
    profile = shape * [radius, length]
    return lathe(profile, palm + 0.02 * axes[2] * rng.choice([-1, 1]), axes, surface)
