"""Fewer vertex queries for faster training, and the smooth maps from queries to the middle mesh.

The decoder's weights do not depend on how many vertices are asked for, so most steps ask for an evenly
spread subset of the coarse vertices. The middle mesh is then the most likely one given those vertices: a
Wiener filter in the space of posed bodies, which also takes the noise out of the surface.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from models.errors import UserError
from models.network.prediction import VertexQuerySubset

if TYPE_CHECKING:
    from models.body.template import BodyTemplate


@dataclass(frozen=True, slots=True, eq=False)
class MeshPca:
    """Principal components of posed bodies: over the middle mesh's vertices, for each axis alike.

    Attributes
    ----------
    directions : (M, K) float64, orthonormal.
    variance : (K,) square metres.
    """

    directions: np.ndarray
    variance: np.ndarray

    def smoother(self, index: np.ndarray, noise: float) -> np.ndarray:
        """Return (M, Q) float32: the most likely mesh given noisy vertices ``index`` of it.

        Parameters
        ----------
        index : (Q,) vertices of the middle mesh that are known.
        noise : their standard deviation in metres.
        """
        known = self.directions[index]
        precision = known.T @ known / noise**2 + np.diag(1 / self.variance)
        return (self.directions @ np.linalg.solve(precision, known.T / noise**2)).astype(np.float32)


def fit_mesh_pca(meshes: np.ndarray, components: int = 200) -> MeshPca:
    """Find the principal components of (N, M, 3) root-centred middle meshes.

    Skinned vertices are sums over bones of rest positions, so each axis is one vector of the same few
    hundred directions whichever way the body is turned; the three axes are three samples of it.
    """
    rows = np.moveaxis(meshes, -1, 1).reshape(-1, meshes.shape[1]).astype(np.float64)
    components = min(components, *rows.shape)
    if len(rows) < rows.shape[1]:  # the same directions from the smaller product
        variance, mixes = np.linalg.eigh(rows @ rows.T / len(rows))
        directions = rows.T @ mixes / np.sqrt(np.maximum(variance, 1e-12) * len(rows))
    else:
        variance, directions = np.linalg.eigh(rows.T @ rows / len(rows))
    chosen = slice(-components, None)
    return MeshPca(directions[:, chosen], np.maximum(variance[chosen], 1e-10))


def spread_subset(template: BodyTemplate, count: int, first: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Complete a choice of coarse vertices so that it lies evenly on the surface, by farthest points.

    Parameters
    ----------
    count : how many in the end.
    first : (F,) those that are chosen already, at least one.

    Returns
    -------
    index : (count,) int64, coarse vertices in increasing order.
    mask : (count, count) bool, False between neighbours: subset vertices whose surroundings touch.
    """
    size = template.level_sizes[-1]
    if not 1 <= count <= size:
        raise UserError(f"{count} queries asked for; the template has {size} coarse vertices.")
    a, b = template.coarse_adjacency.T
    if count == size:
        return np.arange(size), template.coarse_mask
    rest = template.v_template[template.level_index[-1]]
    length = np.maximum(np.linalg.norm(rest[a] - rest[b], axis=1), 1e-6)
    distance = dijkstra(coo_array((length, (a, b)), shape=(size, size)).tocsr(), directed=False)
    index = [int(vertex) for vertex in first]
    nearest = distance[index].min(0)
    while len(index) < count:
        index.append(int(nearest.argmax()))
        nearest = np.minimum(nearest, distance[index[-1]])
    chosen = np.sort(index)
    owner = distance[chosen].argmin(0)
    mask = np.ones((count, count), bool)
    mask[owner[a], owner[b]] = False
    return chosen, mask


def coarse_in_mid(template: BodyTemplate) -> np.ndarray:
    """Return (C,) which vertices of the middle mesh the coarse ones are."""
    in_mid = np.full(template.num_vertices, -1)
    in_mid[template.level_index[0]] = np.arange(len(template.level_index[0]))
    return in_mid[template.level_index[-1]]


def make_subsets(
    template: BodyTemplate, pca: MeshPca, count: int, subsets: int, noise: float, rng: np.random.Generator
) -> list[VertexQuerySubset]:
    """Make several subsets of ``count`` queries, with their maps to the middle mesh.

    A third of each are the vertices that the earlier ones used least: evenly spread points alone would
    leave most of head, hands and feet without practice.
    """
    in_mid = coarse_in_mid(template)
    used = np.zeros(len(in_mid), int)
    made = []
    for _ in range(subsets):
        order = np.lexsort((rng.random(len(used)), used))
        index, mask = spread_subset(template, count, order[: max(1, count // 3)])
        used[index] += 1
        arrays = index, mask, pca.smoother(in_mid[index], noise)
        made.append(VertexQuerySubset(*map(torch.from_numpy, arrays)))
    return made
