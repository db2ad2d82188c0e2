"""Simplifies a closed symmetric surface to fewer of its own vertices: the levels of a body template."""

from __future__ import annotations

import heapq

import numpy as np


def simplify(
    triangles: np.ndarray,
    points: np.ndarray,
    importance: np.ndarray,
    mirror: np.ndarray,
    sizes: tuple[int, ...],
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Simplify a closed symmetric surface in steps; it stays closed, symmetric and made of its own vertices.

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
                    self._offer_around(kept)
            for entry in held_back:
                heapq.heappush(self.heap, entry)
            levels.append((np.array(sorted(alive)), np.array(list(self.faces.values()))))
        return levels

    def _ring(self, vertex: int) -> set[int]:
        return {v for face in self.around[vertex] for v in self.faces[face]} - {vertex}

    def _offer_around(self, kept: int) -> None:
        for vertex in {kept, self.mirror[kept]}:
            for near in {vertex, *self._ring(vertex)}:
                self._offer(near)

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
