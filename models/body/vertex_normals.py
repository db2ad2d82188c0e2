"""VertexNormals: which way the surface of a mesh faces at its vertices, quickly, frame after frame."""

from __future__ import annotations

import numpy as np
from scipy import sparse


class VertexNormals:
    """Unit normals of the vertices of one topology: the sum of the adjoining faces' area-weighted normals."""

    def __init__(self, faces: np.ndarray, num_vertices: int):
        self._corners = np.ascontiguousarray(faces.T.astype(np.intp))
        columns = np.tile(np.arange(len(faces)), 3)
        self._faces_of_vertex = sparse.csr_matrix(
            (np.ones(columns.size, np.float32), (self._corners.ravel(), columns)), (num_vertices, len(faces))
        )

    def __call__(self, vertices: np.ndarray) -> np.ndarray:
        """Return the (V, 3) float32 normals of (V, 3) vertices; zero where a vertex has no area around it."""
        a, b, c = (vertices.take(corner, axis=0) for corner in self._corners)
        b -= a
        c -= a
        across = np.empty_like(a)
        across[:, 0] = b[:, 1] * c[:, 2] - b[:, 2] * c[:, 1]
        across[:, 1] = b[:, 2] * c[:, 0] - b[:, 0] * c[:, 2]
        across[:, 2] = b[:, 0] * c[:, 1] - b[:, 1] * c[:, 0]
        normals = self._faces_of_vertex @ across
        length = np.sqrt(np.einsum("vi,vi->v", normals, normals))
        normals /= np.maximum(length, 1e-20)[:, None]
        return normals
