"""A triangle rasteriser for the CPU: the nearest face at each pixel, for images and for shadow maps."""

# numba infers the types of a kernel's arguments.
# pyright: reportMissingParameterType=false

from __future__ import annotations

import numba
import numpy as np


def new_buffers(height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Return empty (H, W) buffers: inverse depth (float32, -inf) and face (int32, -1)."""
    return np.full((height, width), -np.inf, np.float32), np.full((height, width), -1, np.int32)


@numba.njit(cache=True, nogil=True)
def rasterise(
    xy: np.ndarray,
    inverse_depth: np.ndarray,
    faces: np.ndarray,
    inverse_depth_buffer: np.ndarray,
    face_buffer: np.ndarray,
    first_face: int,
) -> None:
    """Draw triangles into buffers, keeping the nearest face at each pixel centre.

    Parameters
    ----------
    xy : (V, 2) float32 pixels, pixel centres at integers.
    inverse_depth : (V,) float32, larger is nearer and linear over the image: ``1 / z`` for a perspective
        camera; for a parallel one ``-z``, which orders as it does. Faces with a vertex that is not finite, or
        at ``-inf``, are skipped.
    faces : (F, 3) int32; both windings are drawn.
    inverse_depth_buffer, face_buffer : (H, W) from :func:`new_buffers`, changed in place. Where two faces are
        equally near, the earlier one stays.
    first_face : number written for ``faces[0]``; the others follow.
    """
    height, width = inverse_depth_buffer.shape
    for f in range(len(faces)):
        a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
        left, right, top, bottom, plane = face_span(
            xy[a, 0], xy[a, 1], inverse_depth[a], xy[b, 0], xy[b, 1], inverse_depth[b],
            xy[c, 0], xy[c, 1], inverse_depth[c], height, width,
        )  # fmt: skip
        for y in range(top, bottom + 1):
            for x in range(left, right + 1):
                n = inverse_depth_at(x, y, plane)
                if n > inverse_depth_buffer[y, x]:
                    inverse_depth_buffer[y, x] = n
                    face_buffer[y, x] = first_face + f


@numba.njit(cache=True, nogil=True, inline="always")
def floor(x: float) -> int:
    """Return the largest whole number that is not above x; sooner than by the library, and alike on a GPU."""
    whole = int(x)
    return whole - 1 if whole > x else whole


@numba.njit(cache=True, nogil=True, inline="always")
def face_span(x0, y0, n0, x1, y1, n1, x2, y2, n2, height, width):
    """Return the pixels that a face can cover, and its plane for :func:`inverse_depth_at`.

    Parameters
    ----------
    x0, y0, n0, ... : pixels and inverse depth of its corners, float32.
    height, width : of the image.

    Returns
    -------
    left, right, top, bottom : first and last columns and rows; the last is before the first where nothing is
        to be drawn.
    plane : nine float32: the first corner's place, how the weights of the two others change over the image,
        and the inverse depth of all three.
    """
    nothing = 0, -1, 0, -1, (x0, y0, x0, x0, x0, x0, n0, n1, n2)
    if not abs(n0 + n1 + n2) < np.inf:
        return nothing
    # Most faces are smaller than a pixel and cover the middle of none.
    left = max(-floor(-min(x0, x1, x2)), 0)
    right = min(floor(max(x0, x1, x2)), width - 1)
    if left > right:
        return nothing
    top = max(-floor(-min(y0, y1, y2)), 0)
    bottom = min(floor(max(y0, y1, y2)), height - 1)
    if top > bottom:
        return nothing
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    if not abs(area) > np.float32(1e-9):
        return nothing
    inverse = np.float32(1) / area
    # Each weight is linear over the image.
    w1x, w1y = (y2 - y0) * inverse, (x0 - x2) * inverse
    w2x, w2y = (y0 - y1) * inverse, (x1 - x0) * inverse
    return left, right, top, bottom, (x0, y0, w1x, w1y, w2x, w2y, n0, n1, n2)


@numba.njit(cache=True, nogil=True, inline="always")
def inverse_depth_at(x, y, plane):
    """Return how near a face is at a pixel's middle, -inf where it does not cover it."""
    x0, y0, w1x, w1y, w2x, w2y, n0, n1, n2 = plane
    dx, dy = np.float32(x) - x0, np.float32(y) - y0
    w1 = w1x * dx + w1y * dy
    w2 = w2x * dx + w2y * dy
    w0 = np.float32(1) - w1 - w2
    if min(w0, w1, w2) < np.float32(-1e-6):  # rounding leaves no gap between neighbours
        return np.float32(-np.inf)
    return w0 * n0 + w1 * n1 + w2 * n2


@numba.njit(cache=True, nogil=True)
def barycentric(
    xy: np.ndarray,
    inverse_depth: np.ndarray,
    faces: np.ndarray,
    face: int,
    x: float,
    y: float,
    perspective: bool,
) -> tuple[float, float, float]:
    """Return the weights of a face's three corners at pixel (x, y), perspective-correct where asked."""
    a, b, c = faces[face, 0], faces[face, 1], faces[face, 2]
    x0, y0, x1, y1, x2, y2 = xy[a, 0], xy[a, 1], xy[b, 0], xy[b, 1], xy[c, 0], xy[c, 1]
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    w1 = ((x - x0) * (y2 - y0) - (x2 - x0) * (y - y0)) / area
    w2 = ((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)) / area
    w0 = 1.0 - w1 - w2
    if perspective:
        w0 *= inverse_depth[a]
        w1 *= inverse_depth[b]
        w2 *= inverse_depth[c]
        total = w0 + w1 + w2
        w0, w1, w2 = w0 / total, w1 / total, w2 / total
    return w0, w1, w2


@numba.njit(cache=True, nogil=True)
def vertex_normals(vertices: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """Return (V, 3) float32 unit normals, the area-weighted mean of the faces around each vertex."""
    normals = np.zeros_like(vertices)
    for f in range(len(faces)):
        a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
        n0, n1, n2 = face_normal(vertices, a, b, c)
        for i in (a, b, c):
            normals[i, 0] += n0
            normals[i, 1] += n1
            normals[i, 2] += n2
    for i in range(len(normals)):
        length = np.sqrt(normals[i, 0] ** 2 + normals[i, 1] ** 2 + normals[i, 2] ** 2) + 1e-20
        normals[i] /= length
    return normals


@numba.njit(cache=True, nogil=True, inline="always")
def face_normal(vertices, a, b, c):
    """Return the normal of a face with these three vertices, twice as long as its area."""
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
    return u1 * v2 - u2 * v1, u2 * v0 - u0 * v2, u0 * v1 - u1 * v0
