"""A triangle rasteriser for the CPU: the nearest face at each pixel, for pictures and for shadow maps."""

from __future__ import annotations

import numba
import numpy as np


def new_buffers(height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Return empty (H, W) buffers: nearness (float32, -inf) and face (int32, -1)."""
    return np.full((height, width), -np.inf, np.float32), np.full((height, width), -1, np.int32)


@numba.njit(cache=True, nogil=True)
def rasterise(
    xy: np.ndarray,
    nearness: np.ndarray,
    faces: np.ndarray,
    nearness_buffer: np.ndarray,
    face_buffer: np.ndarray,
    first_face: int,
) -> None:
    """Draw triangles into buffers, keeping the nearest face at each pixel centre.

    Parameters
    ----------
    xy : (V, 2) float32 pixels, pixel centres at integers.
    nearness : (V,) float32, larger is nearer and linear over the picture: ``1 / z`` for a perspective camera,
        ``-z`` for a parallel one. Faces with a vertex that is not finite, or at ``-inf``, are skipped.
    faces : (F, 3) int32; both windings are drawn.
    nearness_buffer, face_buffer : (H, W) from :func:`new_buffers`, changed in place. Where two faces are
        equally near, the earlier one stays.
    first_face : number written for ``faces[0]``; the others follow.
    """
    height, width = nearness_buffer.shape
    for f in range(len(faces)):
        a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
        n0, n1, n2 = nearness[a], nearness[b], nearness[c]
        if not abs(n0 + n1 + n2) < np.inf:
            continue
        x0, y0, x1, y1, x2, y2 = xy[a, 0], xy[a, 1], xy[b, 0], xy[b, 1], xy[c, 0], xy[c, 1]
        # Most faces are smaller than a pixel and cover the middle of none.
        left = max(int(np.ceil(min(x0, x1, x2))), 0)
        right = min(int(np.floor(max(x0, x1, x2))), width - 1)
        if left > right:
            continue
        top = max(int(np.ceil(min(y0, y1, y2))), 0)
        bottom = min(int(np.floor(max(y0, y1, y2))), height - 1)
        if top > bottom:
            continue
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        if not abs(area) > np.float32(1e-9):
            continue
        inverse = np.float32(1) / area
        # Each weight is linear over the picture.
        w1x, w1y = (y2 - y0) * inverse, (x0 - x2) * inverse
        w2x, w2y = (y0 - y1) * inverse, (x1 - x0) * inverse
        for y in range(top, bottom + 1):
            dy = np.float32(y) - y0
            for x in range(left, right + 1):
                dx = np.float32(x) - x0
                w1 = w1x * dx + w1y * dy
                w2 = w2x * dx + w2y * dy
                w0 = np.float32(1) - w1 - w2
                if min(w0, w1, w2) < np.float32(-1e-6):  # rounding leaves no gap between neighbours
                    continue
                n = w0 * n0 + w1 * n1 + w2 * n2
                if n > nearness_buffer[y, x]:
                    nearness_buffer[y, x] = n
                    face_buffer[y, x] = first_face + f


@numba.njit(cache=True, nogil=True)
def barycentric(
    xy: np.ndarray, nearness: np.ndarray, faces: np.ndarray, face: int, x: float, y: float, perspective: bool
) -> tuple[float, float, float]:
    """Return the weights of a face's three corners at pixel (x, y), perspective-correct where asked."""
    a, b, c = faces[face, 0], faces[face, 1], faces[face, 2]
    x0, y0, x1, y1, x2, y2 = xy[a, 0], xy[a, 1], xy[b, 0], xy[b, 1], xy[c, 0], xy[c, 1]
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    w1 = ((x - x0) * (y2 - y0) - (x2 - x0) * (y - y0)) / area
    w2 = ((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)) / area
    w0 = 1.0 - w1 - w2
    if perspective:
        w0 *= nearness[a]
        w1 *= nearness[b]
        w2 *= nearness[c]
        total = w0 + w1 + w2
        w0, w1, w2 = w0 / total, w1 / total, w2 / total
    return w0, w1, w2


@numba.njit(cache=True, nogil=True)
def vertex_normals(vertices: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """Return (V, 3) float32 unit normals, the area-weighted mean of the faces around each vertex."""
    normals = np.zeros_like(vertices)
    for f in range(len(faces)):
        a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
        u0, u1, u2 = (
            vertices[b, 0] - vertices[a, 0],
            vertices[b, 1] - vertices[a, 1],
            vertices[b, 2] - vertices[a, 2],
        )
        v0, v1, v2 = (
            vertices[c, 0] - vertices[a, 0],
            vertices[c, 1] - vertices[a, 1],
            vertices[c, 2] - vertices[a, 2],
        )
        n0, n1, n2 = u1 * v2 - u2 * v1, u2 * v0 - u0 * v2, u0 * v1 - u1 * v0
        for i in (a, b, c):
            normals[i, 0] += n0
            normals[i, 1] += n1
            normals[i, 2] += n2
    for i in range(len(normals)):
        length = np.sqrt(normals[i, 0] ** 2 + normals[i, 1] ** 2 + normals[i, 2] ** 2) + 1e-20
        normals[i] /= length
    return normals
