"""Renders described scenes of synthetic people on an NVIDIA GPU: the images of ``render_cpu``, sooner.

Every thread runs the same functions, for one face, vertex or pixel, that the CPU runs in a row.
"""

# numba infers the types of a kernel's arguments.
# pyright: reportMissingParameterType=false

from __future__ import annotations

import math
from typing import Any

import numba
import numpy as np

from models.errors import UserError
from models.synthetic.rasteriser import face_normal, face_span, floor, inverse_depth_at
from models.synthetic.render_cpu import (
    BIAS,
    FILM_CURVE,
    FINE,
    LEVEL,
    SHADOW_CELLS,
    Scene,
    crop_corners,
    crop_pixels,
    developed,
    exposure_gain,
    floor_lights,
    left_on_floor,
    projected,
    ray_through,
    scene_mesh,
)
from models.synthetic.shading import map_matrices, on_map, shade_row

try:
    from numba import cuda as numba_cuda
except ImportError as error:  # later versions of numba leave it to a package of its own
    raise UserError('Drawing on a GPU needs numba-cuda; install it with: pip install ".[cuda]".') from error

cuda: Any = numba_cuda  # its annotations are those of its simulator

THREADS = 64  # in a block
LANES = 32  # threads that share a face: the nearest ones cover much of the image
NO_FACE = 0x7FFFFFFF


class CudaRenderer:
    """Renders scenes, one after the other, as :func:`models.synthetic.render_cpu.render` does.

    Parameters
    ----------
    skin_masks : (T, T, 5) uint8 masks of the skin.
    gpu : number of the GPU that renders.
    size : pixels of an image, even.

    Raises
    ------
    UserError : there is no NVIDIA GPU, or its driver or compiler is missing.
    """

    def __init__(self, skin_masks: np.ndarray, gpu: int = 0, size: int = FINE):
        if not cuda.is_available():
            raise UserError(
                "There is no GPU to draw on: it takes an NVIDIA GPU, its driver and "
                'pip install ".[cuda]"; or draw on the CPU.'
            )
        cuda.select_device(gpu)
        self.size = size
        self._skin_masks, self._curve = _to_gpu(skin_masks), _to_gpu(FILM_CURVE)

    def __call__(self, scene: Scene) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return image, alone and visible; see :func:`models.synthetic.render_cpu.render`."""
        size, mesh = self.size, scene_mesh(scene)
        vertices, faces = _to_gpu(mesh.vertices), _to_gpu(mesh.faces)
        position = _to_gpu(scene.position.astype(np.float32))
        axes = _to_gpu(scene.axes.astype(np.float32))

        xy, inverse_depth = _empty((len(vertices), 2)), _empty(len(vertices))
        to_pixels = _to_gpu(crop_pixels(scene.crop, size))
        _launch(_project, len(vertices), vertices, position, axes, to_pixels, xy, inverse_depth)
        own_keys, other_keys = (_to_gpu(np.full((size, size), -1, np.int64)) for _ in range(2))
        own_faces, others = mesh.own_faces, len(faces) - mesh.own_faces
        _launch(_keep_nearest, own_faces * LANES, xy, inverse_depth, faces, 0, own_faces, own_keys)
        _launch(_keep_nearest, others * LANES, xy, inverse_depth, faces, own_faces, len(faces), other_keys)

        normals = _to_gpu(np.zeros(mesh.vertices.shape, np.float32))
        _launch(_add_normals, len(faces), vertices, faces, normals)
        _launch(_unit, len(vertices), normals)

        light = scene.environment_map
        matrices = map_matrices(mesh.shadow_vertices[: mesh.people_shadows], light.directions, SHADOW_CELLS)
        matrix = _to_gpu(matrices)
        maps = _to_gpu(np.full((len(matrices), SHADOW_CELLS, SHADOW_CELLS), -np.inf, np.float32))
        casting = _to_gpu(mesh.shadow_vertices), _to_gpu(mesh.shadow_faces)
        _launch(_cast_shadows, len(matrices) * len(mesh.shadow_faces), *casting, matrix, maps)

        directions, brightness, part = floor_lights(light)
        directions = _to_gpu(directions)
        behind = _empty((size // 2, size // 2, 3))
        _launch(
            _background, behind.size // 3, _to_gpu(light.radiance),
            _to_gpu(crop_corners(scene.crop)), axes, position, directions, _to_gpu(brightness),
            maps, matrix, part, behind,
        )  # fmt: skip

        image, face = _empty((size, size, 3)), cuda.device_array((size, size), np.int32)
        _launch(
            _colour, size * size, own_keys, other_keys, behind, xy, inverse_depth, faces,
            _to_gpu(mesh.corner_uv), vertices, normals, _to_gpu(mesh.pattern),
            _to_gpu(mesh.face_material), _to_gpu(mesh.materials), self._skin_masks, position,
            directions, _to_gpu(light.irradiance), _to_gpu(light.ambient), maps, matrix, face, image,
        )  # fmt: skip
        coarse = _empty((-(-size // 4), -(-size // 4), 3))
        _launch(_every_fourth, coarse.size // 3, image, coarse)
        nearest = face.copy_to_host()
        gain = exposure_gain(scene.exposure, coarse.copy_to_host(), nearest[::4, ::4] >= 0)
        shown = cuda.device_array((size, size, 3), np.uint8)
        _launch(_develop, size * size, image, gain, self._curve, shown)
        alone = own_keys.copy_to_host() >= 0
        return shown.copy_to_host(), alone, alone & (nearest < own_faces)


def _to_gpu(array: np.ndarray) -> Any:
    return cuda.to_device(np.ascontiguousarray(array))  # of one layout, for which kernels are compiled once


def _empty(shape: int | tuple[int, ...]) -> Any:
    return cuda.device_array(shape, np.float32)


def _launch(kernel: Any, count: int, *arguments: Any) -> None:
    """Start a kernel of at least ``count`` threads; it passes over those that are too many."""
    if count:
        kernel[-(-count // THREADS), THREADS](*arguments)


@cuda.jit
def _project(vertices, position, axes, to_pixels, xy, inverse_depth):
    v = cuda.grid(1)
    if v < len(vertices):
        xy[v, 0], xy[v, 1], inverse_depth[v] = projected(vertices, v, position, axes, to_pixels)


@numba.njit
def _key(inverse_depth, face):
    """Return a number that grows with a positive inverse depth and, among equals, as faces come earlier."""
    return (np.int64(np.float32(inverse_depth).view(np.int32)) << 32) | np.int64(NO_FACE - face)


@cuda.jit
def _keep_nearest(xy, inverse_depth, faces, first, last, keys):
    f, lane = first + cuda.grid(1) // LANES, cuda.grid(1) % LANES
    if f < last:
        a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
        left, right, top, bottom, plane = face_span(
            xy[a, 0], xy[a, 1], inverse_depth[a], xy[b, 0], xy[b, 1], inverse_depth[b],
            xy[c, 0], xy[c, 1], inverse_depth[c], keys.shape[0], keys.shape[1],
        )  # fmt: skip
        for y in range(top + lane, bottom + 1, LANES):
            for x in range(left, right + 1):
                n = inverse_depth_at(x, y, plane)
                if n > 0:
                    cuda.atomic.max(keys, (y, x), _key(n, f))


@cuda.jit
def _add_normals(vertices, faces, normals):
    f = cuda.grid(1)
    if f < len(faces):
        a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
        n0, n1, n2 = face_normal(vertices, a, b, c)
        for i in (a, b, c):
            cuda.atomic.add(normals, (i, 0), n0)
            cuda.atomic.add(normals, (i, 1), n1)
            cuda.atomic.add(normals, (i, 2), n2)


@cuda.jit
def _unit(normals):
    v = cuda.grid(1)
    if v < len(normals):
        x, y, z = normals[v, 0], normals[v, 1], normals[v, 2]
        inverse = 1 / (math.sqrt(x * x + y * y + z * z) + 1e-20)
        normals[v, 0], normals[v, 1], normals[v, 2] = x * inverse, y * inverse, z * inverse


@cuda.jit
def _cast_shadows(vertices, faces, matrix, maps):
    light, f = cuda.grid(1) // len(faces), cuda.grid(1) % len(faces)
    if light < len(matrix):
        a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
        x0, y0, n0 = on_map(vertices[a, 0], vertices[a, 1], vertices[a, 2], matrix, light)
        x1, y1, n1 = on_map(vertices[b, 0], vertices[b, 1], vertices[b, 2], matrix, light)
        x2, y2, n2 = on_map(vertices[c, 0], vertices[c, 1], vertices[c, 2], matrix, light)
        left, right, top, bottom, plane = face_span(
            x0, y0, n0, x1, y1, n1, x2, y2, n2, maps.shape[1], maps.shape[2]
        )
        for y in range(top, bottom + 1):
            for x in range(left, right + 1):
                cuda.atomic.max(maps, (light, y, x), inverse_depth_at(x, y, plane))


@numba.njit
def _between(image, top, bottom, left, right, a, b, channel):
    """Return a colour between four pixels, ``a`` of the way to the right and ``b`` of the way down."""
    upper = (1 - a) * image[top, left, channel] + a * image[top, right, channel]
    lower = (1 - a) * image[bottom, left, channel] + a * image[bottom, right, channel]
    return (1 - b) * upper + b * lower


@cuda.jit
def _background(radiance, corners, axes, position, directions, brightness, maps, matrix, part, light):
    size = light.shape[0]
    row, column = cuda.grid(1) // size, cuda.grid(1) % size
    if row < size:
        u, v = np.float32((2 * column + 1) / size - 1), np.float32((2 * row + 1) / size - 1)
        x, y, z = ray_through(u, v, corners, axes)
        left = 1.0
        if y > LEVEL:
            left = left_on_floor(x, y, z, position, directions, brightness, maps, matrix, part)
        # As EnvironmentMap.radiance_along: between the four nearest pixels of the map.
        height, width = radiance.shape[0], radiance.shape[1]
        u = math.atan2(x, -z) / (2 * math.pi) % 1.0 * width - 0.5
        v = math.acos(min(max(-y, -1.0), 1.0)) / math.pi * height - 0.5
        i, j = floor(u), floor(v)
        a, b = u - i, v - j
        i0, i1, j0, j1 = i % width, (i + 1) % width, j % height, (j + 1) % height
        for c in range(3):
            light[row, column, c] = left * _between(radiance, j0, j1, i0, i1, a, b, c)


@cuda.jit
def _colour(
    own_keys, other_keys, behind, xy, inverse_depth, faces, corner_uv, vertices, normals, pattern,
    face_material, materials, skin_masks, eye_position, directions, colour, ambient, maps, matrix, face,
    image,
):  # fmt: skip
    size = image.shape[0]
    y, x = cuda.grid(1) // size, cuda.grid(1) % size
    if y < size:
        key = max(own_keys[y, x], other_keys[y, x])
        face[y, x] = int(NO_FACE - (key & NO_FACE)) if key >= 0 else -1
        shade_row(
            y, x, x + 1, face, xy, inverse_depth, faces, corner_uv, vertices, normals, pattern, face_material,
            materials, skin_masks, eye_position, directions, colour, ambient, maps, matrix, BIAS, image,
        )  # fmt: skip
        if key < 0:
            # The background has half as many pixels; those beyond its edge are as at the edge.
            last = size // 2 - 1
            u, v = min(max(x / 2 - 0.25, 0.0), float(last)), min(max(y / 2 - 0.25, 0.0), float(last))
            i, j = int(u), int(v)
            a, b, i1, j1 = u - i, v - j, min(i + 1, last), min(j + 1, last)
            for c in range(3):
                image[y, x, c] = _between(behind, j, j1, i, i1, a, b, c)


@cuda.jit
def _every_fourth(image, coarse):
    size = coarse.shape[0]
    y, x = cuda.grid(1) // size, cuda.grid(1) % size
    if y < size:
        for c in range(3):
            coarse[y, x, c] = image[4 * y, 4 * x, c]


@cuda.jit
def _develop(image, gain, curve, shown):
    size = image.shape[0]
    y, x = cuda.grid(1) // size, cuda.grid(1) % size
    if y < size:
        for c in range(3):
            shown[y, x, c] = developed(image[y, x, c], gain, curve)
