"""``python -m models.anny.build_mannequin -o assets/anny_mannequin.npz``: how the open body is dressed.

From the template alone: where suit and shoes end, a chest, groin and face smoothed as cloth and a mask would
lie over them, and shoes over the toes. All of it is a sparse linear map of the vertices, so that it follows
every shape and pose.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from scipy.spatial import KDTree

from models.anny.moving_bodies import random_poses
from models.anny.shoes import SHAFT, SIDES, bone, feet, shod
from models.anny.smoothing import falloff, thin_plate
from models.anny.vertex_maps import sparse_rows
from models.body.joints import EXTREMITIES
from models.body.mannequin import Mannequin, faces_hash, save_mannequin
from models.body.skinning import pose_body
from models.body.template import BodyTemplate, JointSet, SparseRows, load_template
from models.errors import exit_code
from models.files import require_folder

TEMPLATE = Path(__file__).resolve().parents[2] / "assets" / "anny.npz"
EDGE_LIMIT = 0.1  # metres from an edge beyond which distances are not told apart
NEIGHBOURS = 24  # vertices that place one of the smoothed
BODIES = 48  # random people in random poses, to which rows are fitted
LEAST_WEIGHT = 0.03  # of a row's largest; vertices of smaller ones are not taken
NOISE = 0.001  # metres by which vertices are assumed to err, which keeps the weights small
ANCHORS = 12  # vertices near a place on a shoe, and as many all over the foot

# What is smoothed: the bone it lies at, its middle from there and its radii in metres (camera axes: x to the
# body's left, y down, z to its back), and the length to which. Sides are mirrored.
SMOOTHED = (
    ("head", (0, -0.02, -0.09), (0.10, 0.13, 0.09), 0.007),  # face
    ("eye.L", (0, 0.002, -0.01), (0.035, 0.03, 0.05), 0.016),
    ("head", (0, 0.025, -0.11), (0.045, 0.03, 0.05), 0.014),  # mouth
    ("head", (0, -0.005, -0.125), (0.045, 0.05, 0.05), 0.016),  # the tip of the nose
    ("head", (0.075, -0.03, 0.013), (0.025, 0.06, 0.05), 0.009),  # ears
    ("spine02", (0, -0.105, -0.126), (0.20, 0.15, 0.13), 0.06),  # chest
    ("root", (0, -0.11, -0.13), (0.07, 0.08, 0.07), 0.035),  # navel
    ("root", (0, 0.09, -0.06), (0.09, 0.11, 0.13), 0.03),  # groin
    ("root", (0, 0.08, 0.09), (0.09, 0.15, 0.10), 0.03),  # buttocks
)


def build_mannequin(template: BodyTemplate, seed: int = 0) -> Mannequin:
    """Return the mannequin of the open body."""
    smoothed = _smoothed_rows(template, np.random.default_rng(seed))
    shoes = _shoe_rows(template)
    rows = smoothed | shoes
    moved = sorted(rows)
    return Mannequin(
        faces_hash(template.faces[0]),
        np.array(moved, np.int32),
        sparse_rows([rows[vertex] for vertex in moved]),
        _edges(template),
        template.level_index[0][template.faces[1]],
        _extremities(template),
    )


def _extremities(template: BodyTemplate) -> JointSet:
    """Return the points of MediaPipe's pose at the ends of the limbs."""
    points = template.joint_sets["mediapipe33"]
    chosen = [points.names.index(name) for name in EXTREMITIES]
    rows = SparseRows(points.rows.index[chosen], points.rows.weight[chosen])
    return JointSet(EXTREMITIES, rows)


def _lengths(template: BodyTemplate) -> np.ndarray:
    """Return (V,) the length in metres to which the surface is smoothed at each vertex."""
    assert template.skeleton is not None
    points = template.v_template.astype(np.float64)
    lengths = np.zeros(len(points))
    for name, offset, radii, length in SMOOTHED:
        middle = bone(template.skeleton, name) + np.array(offset)
        for side in (1, -1) if middle[0] > 0.01 else (1,):
            near = falloff(points, middle * (side, 1, 1), np.array(radii), core=0.4)
            lengths = np.maximum(lengths, length * near)
    return lengths


def _smoothed_rows(
    template: BodyTemplate, rng: np.random.Generator
) -> dict[int, tuple[np.ndarray, np.ndarray]]:
    """Return columns and weights of each smoothed vertex, by least squares over moving bodies."""
    assert template.skeleton is not None
    assert template.skeleton.population is not None
    rest = template.v_template.astype(np.float64)
    moved, rows = thin_plate(rest, template.faces[0], _lengths(template))
    betas = rng.choice(template.skeleton.population, BODIES, replace=False)
    rotations = random_poses(template, BODIES, rng)
    rotations[0] = np.eye(3)
    betas[0] = 0
    bodies, _ = pose_body(template, betas, rotations)
    samples = bodies.transpose(1, 0, 2).reshape(bodies.shape[1], -1).astype(np.float64)
    found = {}
    for vertex, row in zip(moved.tolist(), rows, strict=True):
        near = np.flatnonzero(np.abs(row) > LEAST_WEIGHT * np.abs(row).max())
        columns = near[_spread(rest[near], min(NEIGHBOURS, len(near)))]
        # About the vertex itself, so that the rest of a body's place has no part in it.
        own = samples[vertex]
        weights = _affine(samples[columns] - own, row @ samples - own, NOISE**2 * samples.shape[1])
        found[vertex] = columns, weights
    return found


def _affine(from_: np.ndarray, to: np.ndarray, ridge: float) -> np.ndarray:
    """Return the (N,) weights of sum 1 with which (N, M) samples best give (M,) others."""
    count = len(from_)
    system = np.ones((count + 1, count + 1))
    system[:count, :count] = from_ @ from_.T + ridge * np.eye(count)
    system[count, count] = 0
    return np.linalg.solve(system, np.append(from_ @ to, 1))[:count]


def _shoe_rows(template: BodyTemplate) -> dict[int, tuple[np.ndarray, np.ndarray]]:
    """Return columns and weights of each vertex of the shoes.

    A place on a shoe is near vertices of the foot, weighted by nearness, plus a small share of vertices all
    over the foot, which says how it lies to them.
    """
    points, places = template.v_template.astype(np.float64), shod(template)
    assert template.skeleton is not None
    is_low = points[:, 1] > bone(template.skeleton, "foot.L")[1] - SHAFT - 0.015
    found = {}
    for side in SIDES:
        foot = np.flatnonzero(feet(template, side))
        frame = foot[_spread(points[foot], ANCHORS)]
        near = KDTree(points[foot])
        moved = np.flatnonzero(is_low & (points[:, 0] > 0 if side == "L" else points[:, 0] < 0))
        for vertex in moved.tolist():
            distance, nearest = near.query(places[vertex], ANCHORS)
            columns = np.unique(np.concatenate([foot[nearest], frame]))
            likely = np.zeros(len(columns))
            nearness = 1 / (np.asarray(distance) + 0.004) ** 2
            likely[np.searchsorted(columns, foot[nearest])] = nearness / nearness.sum()
            # The least change of these weights that makes the place exact.
            spread = np.vstack([np.ones(len(columns)), 10 * points[columns].T])
            wanted = np.append(1, 10 * places[vertex])
            found[vertex] = columns, likely + np.linalg.pinv(spread) @ (wanted - spread @ likely)
    return found


def _spread(points: np.ndarray, count: int) -> np.ndarray:
    """Return the rows of points far from each other, by farthest-point sampling."""
    chosen = [int(points[:, 1].argmin())]
    distance = np.full(len(points), np.inf)
    while len(chosen) < count:
        distance = np.minimum(distance, np.linalg.norm(points - points[chosen[-1]], axis=1))
        chosen.append(int(distance.argmax()))
    return np.array(chosen)


def _edges(template: BodyTemplate) -> np.ndarray:
    """Return (V, 2) how far vertices at rest lie inside the suit and the shoes, in metres."""
    skeleton, points = template.skeleton, template.v_template.astype(np.float64)
    assert skeleton is not None
    neck = bone(skeleton, "neck01")
    front, back = neck + np.array([(0, 0.037, -0.07), (0, -0.022, 0.04)])
    down = np.cross(front - back, (1, 0, 0))
    down /= np.linalg.norm(down) * np.sign(down[1])
    suit = (points - front) @ down
    for side in SIDES:
        wrist = bone(skeleton, f"wrist.{side}")
        along = wrist - bone(skeleton, f"lowerarm02.{side}")
        before = (wrist - points) @ (along / np.linalg.norm(along))
        near = np.linalg.norm(points - wrist, axis=1) < 0.3
        suit = np.where(near & (np.abs(points[:, 0]) > 0.3), np.minimum(suit, before), suit)
    shoes = points[:, 1] - (bone(skeleton, "foot.L")[1] - SHAFT)
    return np.clip(np.stack([suit, shoes], axis=1), -EDGE_LIMIT, EDGE_LIMIT).astype(np.float32)


def main() -> int:
    """Run the command line; returns the exit code."""
    parser = argparse.ArgumentParser(description="Build what dresses the open body from its template.")
    parser.add_argument("--template", type=Path, default=TEMPLATE, help="the open body's template")
    parser.add_argument("-o", "--output", type=Path, required=True, help="file to write")
    args = parser.parse_args()
    return exit_code(lambda: _build(args))


def _build(args: argparse.Namespace) -> None:
    require_folder(args.output)
    mannequin = build_mannequin(load_template(args.template))
    save_mannequin(args.output, mannequin)
    print(f"{args.output}: {len(mannequin.moved)} vertices moved, {args.output.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    sys.exit(main())
