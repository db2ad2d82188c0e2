"""Smooths parts of a surface as a thin plate would lie there, as rows that also serve other bodies."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import splu

# Lengths to which the rest of the surface is smoothed: less than its edges are long, so it stays.
_UNTOUCHED = 0.002
_COTANGENTS = (0.05, 5.0)  # limits that keep thin triangles from tearing the plate


def thin_plate(points: np.ndarray, faces: np.ndarray, lengths: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Find the linear map that takes bumps smaller than a length off a surface, and joins smoothly around.

    The result minimises the bending energy plus the squared distance from the surface, divided by the fourth
    power of the length; the Laplacian is the cotangent one (Botsch & Kobbelt, "An intuitive framework for
    real-time freeform modeling", 2004).

    Parameters
    ----------
    points : (V, 3) metres.
    faces : (F, 3) of a closed surface.
    lengths : (V,) metres; vertices of 0 stay.

    Returns
    -------
    moved (R,) int, the vertices of a length, and (R, V) rows that sum to 1.
    """
    laplacian, area = cotangent_laplacian(points, faces)
    hold = area / np.maximum(lengths, _UNTOUCHED) ** 4
    bending = laplacian.T @ sparse.diags(1 / area) @ laplacian
    moved = np.flatnonzero(lengths > 2 * _UNTOUCHED)
    chosen = np.zeros((len(points), len(moved)))
    chosen[moved, np.arange(len(moved))] = 1
    # The system is symmetric: its inverse's rows are found as columns.
    rows = splu((sparse.diags(hold) + bending).tocsc()).solve(chosen).T * hold
    return moved, rows


def cotangent_laplacian(points: np.ndarray, faces: np.ndarray) -> tuple[sparse.csr_matrix, np.ndarray]:
    """Return the (V, V) Laplacian, positive on its diagonal, and the (V,) area around each vertex."""
    count = len(points)
    area = np.zeros(count)
    adjacency = sparse.csr_matrix((count, count))
    for corner in range(3):
        at, left, right = (faces[:, (corner + k) % 3] for k in range(3))
        to_left, to_right = points[left] - points[at], points[right] - points[at]
        doubled = np.linalg.norm(np.cross(to_left, to_right), axis=1)
        cotangent = np.clip((to_left * to_right).sum(axis=1) / np.maximum(doubled, 1e-12), *_COTANGENTS)
        adjacency += sparse.csr_matrix((cotangent / 2, (left, right)), (count, count))
        np.add.at(area, at, doubled / 6)
    adjacency = adjacency + adjacency.T
    return sparse.csr_matrix(sparse.diags(np.asarray(adjacency.sum(axis=1)).ravel()) - adjacency), area


def falloff(points: np.ndarray, centre: np.ndarray, radii: np.ndarray, core: float = 0.5) -> np.ndarray:
    """Return (V,) 1 in the core of an ellipsoid, 0 outside it, smooth between (``core`` in radii)."""
    distance = np.linalg.norm((points - centre) / radii, axis=1)
    return smooth_step(distance, 1.0, core)


def smooth_step(values: np.ndarray, zero: float, one: float) -> np.ndarray:
    """Return 0 to 1 between two values, with flat ends."""
    t = np.clip((values - zero) / (one - zero), 0, 1)
    return t * t * (3 - 2 * t)
