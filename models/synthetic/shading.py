"""The look of synthetic people: skin, cloth, hair and eyes under many shadowed lights, a pixel at a time."""

# numba infers the types of a kernel's arguments.
# pyright: reportMissingParameterType=false

from __future__ import annotations

import math
from dataclasses import dataclass

import numba
import numpy as np

from models.synthetic.rasteriser import barycentric, floor, rasterise

# What a face is made of: entry 0 of a material. The other entries are
#   1-3 first colour, 4-6 second colour (linear light, 0..1), and then
#   SKIN    7 blush, 8 brows, 9 beard, 10-12 colour of brows and hair, 13 scalp; second colour: lips
#   CLOTH   7 pattern, 8 its repeat in metres, 9 its direction in radians, 10 fold depth, 11 fold length,
#           12 sheen, 13 fraction of the second colour, 14 third seed
#   HAIR    7 gloss
#   EYE     second colour is the iris
#   LEATHER 7 gloss, 8 height (y at rest) below which the sole's second colour begins
SKIN, CLOTH, HAIR, EYE, LEATHER = range(5)
PLAIN, STRIPES, PLAID, CHECKS, DOTS, BLOTCHES, BANDS = range(7)
MATERIAL_SIZE = 16


@dataclass(frozen=True, slots=True, eq=False)
class ShadowMaps:
    """What each light sees.

    Attributes
    ----------
    inverse_depth : (L, S, S) float32, metres along ``directions``; -inf where nothing stands.
    matrix : (L, 3, 4) float32, world metres to (map x, map y, inverse depth).
    """

    inverse_depth: np.ndarray
    matrix: np.ndarray


def cast_shadows(
    vertices: np.ndarray, faces: np.ndarray, directions: np.ndarray, size: int, held: int | None = None
) -> ShadowMaps:
    """Draw (V, 3) vertices as each of (L, 3) directions sees them, into maps that just hold them.

    Where not all of them need shadows, the maps hold the first ``held``.
    """
    matrix = map_matrices(vertices[:held], directions, size)
    inverse_depth = np.full((len(directions), size, size), -np.inf, np.float32)
    scratch = np.full((size, size), -1, np.int32)
    for i in range(len(directions)):
        xy, depth = _on_map(vertices, matrix, i)
        rasterise(xy, depth, faces, inverse_depth[i], scratch, 0)
    return ShadowMaps(inverse_depth, matrix)


def map_matrices(vertices: np.ndarray, directions: np.ndarray, size: int) -> np.ndarray:
    """Return the (L, 3, 4) float32 matrices of maps of ``size`` cells that just hold (V, 3) vertices."""
    aside = np.where(np.abs(directions[:, 2:]) < 0.8, [0.0, 0, 1], [1.0, 0, 0])
    right = np.cross(directions, aside)
    right /= np.linalg.norm(right, axis=1, keepdims=True)
    axes = np.stack([right, np.cross(directions, right), directions], 1).astype(np.float32)
    across = (vertices @ axes[:, :2].reshape(-1, 3).T).reshape(len(vertices), -1, 2)
    low, high = across.min(0), across.max(0)
    scale = (size - 5) / np.maximum((high - low).max(1), 1e-6)
    matrix = np.concatenate([axes, np.zeros((len(axes), 3, 1), np.float32)], 2)
    matrix[:, :2] *= scale[:, None, None]
    matrix[:, :2, 3] = 2 - low * scale[:, None]
    return matrix


@numba.njit(cache=True, nogil=True)
def _on_map(vertices: np.ndarray, matrix: np.ndarray, light: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the (V, 2) cells and the (V,) inverse depth of vertices on the map of one light."""
    xy, depth = np.empty((len(vertices), 2), np.float32), np.empty(len(vertices), np.float32)
    for v in range(len(vertices)):
        x, y, z = vertices[v, 0], vertices[v, 1], vertices[v, 2]
        xy[v, 0], xy[v, 1], depth[v] = on_map(x, y, z, matrix, light)
    return xy, depth


@numba.njit(cache=True, nogil=True, inline="always")
def on_map(x, y, z, matrix, light):
    """Return where a point lies on the map of one light, and how near it is to that light."""
    return (
        matrix[light, 0, 0] * x + matrix[light, 0, 1] * y + matrix[light, 0, 2] * z + matrix[light, 0, 3],
        matrix[light, 1, 0] * x + matrix[light, 1, 1] * y + matrix[light, 1, 2] * z + matrix[light, 1, 3],
        matrix[light, 2, 0] * x + matrix[light, 2, 1] * y + matrix[light, 2, 2] * z + matrix[light, 2, 3],
    )


@numba.njit(cache=True, nogil=True, inline="always")
def _visible(maps: np.ndarray, matrix: np.ndarray, light: int, x: float, y: float, z: float) -> float:
    """Fraction of a light that reaches a point, blended between the four nearest cells of its map."""
    u, v, w = on_map(x, y, z, matrix, light)
    size = maps.shape[1]
    if u < 0 or v < 0 or u >= size - 1 or v >= size - 1:
        return 1.0
    i, j = int(u), int(v)
    a, b = u - i, v - j
    lit = 0.0
    if maps[light, j, i] <= w:
        lit += (1 - a) * (1 - b)
    if maps[light, j, i + 1] <= w:
        lit += a * (1 - b)
    if maps[light, j + 1, i] <= w:
        lit += (1 - a) * b
    if maps[light, j + 1, i + 1] <= w:
        lit += a * b
    return lit


@numba.njit(cache=True, nogil=True)
def fraction_of_light(
    x: float,
    y: float,
    z: float,
    nx: float,
    ny: float,
    nz: float,
    directions: np.ndarray,
    weight: np.ndarray,
    maps: np.ndarray,
    matrix: np.ndarray,
) -> float:
    """Return the fraction of the lights' (L,) weighted irradiance that still reaches a point of a surface.

    Lights behind the surface, whose normal is given, do not count; where no light reaches it is 1.
    """
    total = reached = 0.0
    for i in range(len(directions)):
        cosine = nx * directions[i, 0] + ny * directions[i, 1] + nz * directions[i, 2]
        if cosine > 0:
            amount = cosine * weight[i]
            total += amount
            reached += amount * _visible(maps, matrix, i, x, y, z)
    return reached / total if total > 0 else 1.0


@numba.njit(cache=True, nogil=True)
def shadow_on_surface(
    points: np.ndarray,
    normals: np.ndarray,
    directions: np.ndarray,
    weight: np.ndarray,
    maps: np.ndarray,
    matrix: np.ndarray,
    bias: float,
) -> np.ndarray:
    """Return the (N,) :func:`fraction_of_light` of (N, 3) points, lifted by ``bias`` metres."""
    fraction = np.empty(len(points), np.float32)
    for n in range(len(points)):
        nx, ny, nz = normals[n, 0], normals[n, 1], normals[n, 2]
        x, y, z = points[n, 0] + bias * nx, points[n, 1] + bias * ny, points[n, 2] + bias * nz
        fraction[n] = fraction_of_light(x, y, z, nx, ny, nz, directions, weight, maps, matrix)
    return fraction


@numba.njit(cache=True, nogil=True, inline="always")
def _hashed(x: int, y: int, z: int) -> float:
    """A repeatable random number in [0, 1) for a lattice point."""
    h = (
        np.uint64(x & 0xFFFFFFFF) * np.uint64(0x8DA6B343)
        ^ np.uint64(y & 0xFFFFFFFF) * np.uint64(0xD8163841)
        ^ np.uint64(z & 0xFFFFFFFF) * np.uint64(0xCB1AB31F)
    )
    h = (h ^ (h >> np.uint64(13))) * np.uint64(0x85EBCA6B)
    h ^= h >> np.uint64(16)
    return np.float64(h & np.uint64(0xFFFFFF)) / 16777216.0


@numba.njit(cache=True, nogil=True)
def noise(x: float, y: float, z: float) -> float:
    """Smooth value noise in [-1, 1] with features of unit size."""
    i, j, k = floor(x), floor(y), floor(z)
    a, b, c = x - i, y - j, z - k
    a, b, c = a * a * (3 - 2 * a), b * b * (3 - 2 * b), c * c * (3 - 2 * c)
    total = 0.0
    for dk in range(2):
        for dj in range(2):
            for di in range(2):
                weight = (a if di else 1 - a) * (b if dj else 1 - b) * (c if dk else 1 - c)
                total += weight * _hashed(i + di, j + dj, k + dk)
    return 2 * total - 1


@numba.njit(cache=True, nogil=True, inline="always")
def _smooth(low: float, high: float, value: float) -> float:
    t = min(max((value - low) / (high - low), 0.0), 1.0)
    return t * t * (3 - 2 * t)


@numba.njit(cache=True, nogil=True, inline="always")
def _edge(vertices: np.ndarray, a: int, b: int) -> tuple[float, float, float]:
    return vertices[b, 0] - vertices[a, 0], vertices[b, 1] - vertices[a, 1], vertices[b, 2] - vertices[a, 2]


@numba.njit(cache=True, nogil=True)
def _pattern_fraction(kind: int, m: np.ndarray, x: float, y: float, z: float) -> float:
    """How much of the second colour a printed or woven pattern has at a point, 0 to 1."""
    if kind == PLAIN:
        return 0.0
    c, s = math.cos(m[9]), math.sin(m[9])
    u, v = (c * x - s * y) / m[8], (s * x + c * y) / m[8]
    fraction = m[13]
    if kind == STRIPES:
        return 1.0 if v - floor(v) < fraction else 0.0
    if kind == PLAID:
        a, b = u - floor(u), v - floor(v)
        return 0.5 * (a < fraction) + 0.5 * (b < fraction)
    if kind == CHECKS:
        return 1.0 if (floor(u) + floor(v)) % 2 == 0 else 0.0
    if kind == DOTS:
        a, b = u - floor(u) - 0.5, v - floor(v) - 0.5
        return 1.0 if a * a + b * b < 0.1 * fraction + 0.04 else 0.0
    if kind == BLOTCHES:
        return _smooth(0.0, 0.1, noise(u + m[14], v, z / m[8]) + fraction - 0.5)
    return 1.0 if y < m[14] else 0.0


FAST = {"reassoc", "contract", "arcp", "nsz"}


@numba.njit(cache=True, nogil=True, fastmath=FAST)
def shade(
    face_buffer: np.ndarray,
    xy: np.ndarray,
    inverse_depth: np.ndarray,
    faces: np.ndarray,
    corner_uv: np.ndarray,
    vertices: np.ndarray,
    normals: np.ndarray,
    pattern: np.ndarray,
    face_material: np.ndarray,
    materials: np.ndarray,
    skin_masks: np.ndarray,
    eye_position: np.ndarray,
    directions: np.ndarray,
    colour: np.ndarray,
    ambient: np.ndarray,
    maps: np.ndarray,
    matrix: np.ndarray,
    bias: float,
    image: np.ndarray,
) -> None:
    """Colour the pixels whose nearest face ``face_buffer`` names.

    Parameters
    ----------
    face_buffer : (H, W) int32, -1 where nothing is drawn.
    xy, inverse_depth, faces : as rasterised.
    corner_uv : (F, 3, 2); vertices, normals, pattern : (V, 3), world; face_material : (F,).
    materials : (M, 16); skin_masks : (T, T, 5) uint8, masks over the skin: lips, blush, brows, beard, scalp.
    eye_position : (3,) the camera in the world.
    directions, colour : (L, 3) float32, unit directions to distant lights; irradiance on what faces them.
    ambient : (9, 3) float32 irradiance of everything else, as real spherical harmonics of the normal
        (Ramamoorthi and Hanrahan 2001, equation 13: already convolved with the cosine).
    maps, matrix : of :class:`ShadowMaps`.
    bias : metres by which points are lifted off the surface before they look for their light.
    image : (H, W, 3) float32 linear light, changed in place.
    """
    height, width = face_buffer.shape
    for row in range(height):
        shade_row(
            row, 0, width, face_buffer, xy, inverse_depth, faces, corner_uv, vertices, normals, pattern,
            face_material, materials, skin_masks, eye_position, directions, colour, ambient, maps, matrix,
            bias, image,
        )  # fmt: skip


# One kernel on purpose: with a kernel for each material, the normal and the lights, the images stay the same
# to the bit, but rendering takes 7 to 16 % longer.
@numba.njit(cache=True, nogil=True, fastmath=FAST)
def shade_row(  # noqa: C901
    py, first, last, face_buffer, xy, inverse_depth, faces, corner_uv, vertices, normals, pattern,
    face_material, materials, skin_masks, eye_position, directions, colour, ambient, maps, matrix, bias,
    image,
):  # fmt: skip
    """Colour the pixels ``first`` to ``last``, the latter excluded, of row ``py``; see :func:`shade`."""
    for px in range(first, last):
        f = face_buffer[py, px]
        if f < 0:
            continue
        m = materials[face_material[f]]
        w0, w1, w2 = barycentric(xy, inverse_depth, faces, f, px, py, True)
        a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
        x = w0 * vertices[a, 0] + w1 * vertices[b, 0] + w2 * vertices[c, 0]
        y = w0 * vertices[a, 1] + w1 * vertices[b, 1] + w2 * vertices[c, 1]
        z = w0 * vertices[a, 2] + w1 * vertices[b, 2] + w2 * vertices[c, 2]
        nx = w0 * normals[a, 0] + w1 * normals[b, 0] + w2 * normals[c, 0]
        ny = w0 * normals[a, 1] + w1 * normals[b, 1] + w2 * normals[c, 1]
        nz = w0 * normals[a, 2] + w1 * normals[b, 2] + w2 * normals[c, 2]
        ox = w0 * pattern[a, 0] + w1 * pattern[b, 0] + w2 * pattern[c, 0]
        oy = w0 * pattern[a, 1] + w1 * pattern[b, 1] + w2 * pattern[c, 1]
        oz = w0 * pattern[a, 2] + w1 * pattern[b, 2] + w2 * pattern[c, 2]
        u = w0 * corner_uv[f, 0, 0] + w1 * corner_uv[f, 1, 0] + w2 * corner_uv[f, 2, 0]
        v = w0 * corner_uv[f, 0, 1] + w1 * corner_uv[f, 1, 1] + w2 * corner_uv[f, 2, 1]
        vx, vy, vz = eye_position[0] - x, eye_position[1] - y, eye_position[2] - z
        length = math.sqrt(vx * vx + vy * vy + vz * vz)
        vx, vy, vz = vx / length, vy / length, vz / length

        # What it is made of: colour, gloss, how far its light wraps around, and how its surface is bent.
        kind = int(m[0])
        red, green, blue = float(m[1]), float(m[2]), float(m[3])
        wrap_red = wrap_green = wrap_blue = 0.0
        specular, sharpness = 0.0, 20.0
        if kind == SKIN:
            size = skin_masks.shape[0]
            tx = min(max(int(u * size), 0), size - 1)
            ty = min(max(int((1 - v) * size), 0), size - 1)
            lips, blush = skin_masks[ty, tx, 0] / 255.0, skin_masks[ty, tx, 1] / 255.0 * m[7]
            brows, beard = skin_masks[ty, tx, 2] / 255.0 * m[8], skin_masks[ty, tx, 3] / 255.0 * m[9]
            mottle = 1 + 0.05 * noise(ox * 60, oy * 60, oz * 60) + 0.05 * noise(ox * 13, oy * 13, oz * 13)
            beard = max(beard, skin_masks[ty, tx, 4] / 255.0 * m[13])
            hair = max(brows, beard * (0.8 + 0.2 * noise(ox * 700, oy * 700, oz * 700)))
            red = _mixed(_mixed(red * mottle * (1 + 0.10 * blush), m[4], lips), m[10], hair)
            green = _mixed(_mixed(green * mottle * (1 - 0.18 * blush), m[5], lips), m[11], hair)
            blue = _mixed(_mixed(blue * mottle * (1 - 0.14 * blush), m[6], lips), m[12], hair)
            wrap_red, wrap_green, wrap_blue = 0.35, 0.12, 0.06
            specular, sharpness = 0.035 + 0.03 * lips, 14.0
        elif kind == CLOTH:
            fraction = _pattern_fraction(int(m[7]), m, ox, oy, oz)
            weave = 1 + 0.06 * noise(ox * 90, oy * 90, oz * 90) + 0.04 * noise(ox * 300, oy * 300, oz * 300)
            red = _mixed(red, m[4], fraction) * weave
            green = _mixed(green, m[5], fraction) * weave
            blue = _mixed(blue, m[6], fraction) * weave
            # Folds: the slope of a noise field bends the normal; stretched along the body's height.
            k = 1 / m[11]
            e = 0.25
            n0 = noise(ox * k, oy * k * 0.5 + m[14], oz * k)
            nx -= m[10] * (noise(ox * k + e, oy * k * 0.5 + m[14], oz * k) - n0) / e
            ny -= m[10] * 0.7 * (noise(ox * k, oy * k * 0.5 + m[14] + e, oz * k) - n0) / e
            nz -= m[10] * (noise(ox * k, oy * k * 0.5 + m[14], oz * k + e) - n0) / e
            specular, sharpness = 0.25 * m[12], 6.0
        elif kind == HAIR:
            strand = noise(u * 220, v * 6, 3.1) + 0.6 * noise(u * 700, v * 9, 7.7)
            tone = max(0.35, 1 + 0.45 * strand)
            red, green, blue = red * tone, green * tone, blue * tone
            nx += 0.25 * strand
            nz += 0.15 * noise(u * 400, v * 8, 1.9)
            specular, sharpness = 0.25 * m[7] * max(0.0, 1 + 0.8 * strand), 16.0
        elif kind == EYE:
            away = math.sqrt(ox * ox + oy * oy)
            if oz < 0:
                iris = 1 - _smooth(0.44, 0.50, away)
                dark = 1 - 0.97 * (1 - _smooth(0.17, 0.21, away))
                rim = 1 - 0.6 * _smooth(0.34, 0.48, away)
                red = _mixed(red, m[4] * rim, iris) * dark
                green = _mixed(green, m[5] * rim, iris) * dark
                blue = _mixed(blue, m[6] * rim, iris) * dark
            specular, sharpness = 0.10, 90.0
        else:
            if oy > m[8]:
                red, green, blue = float(m[4]), float(m[5]), float(m[6])
            tone = 1 + 0.08 * noise(ox * 80, oy * 80, oz * 80)
            red, green, blue = red * tone, green * tone, blue * tone
            specular, sharpness = 0.12 * m[7], 30.0

        # Which way it faces.
        length = math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-12
        nx, ny, nz = nx / length, ny / length, nz / length
        facing = nx * vx + ny * vy + nz * vz
        e0x, e0y, e0z = _edge(vertices, a, b)
        e1x, e1y, e1z = _edge(vertices, a, c)
        plane = (e0y * e1z - e0z * e1y) * vx + (e0z * e1x - e0x * e1z) * vy + (e0x * e1y - e0y * e1x) * vz
        if plane < 0:  # the inside of a sleeve or a lock of hair
            nx, ny, nz, facing = -nx, -ny, -nz, -facing
        if facing < 0.02:  # smooth normals can turn past the outline; bring them back to it
            nx, ny, nz = nx + (0.02 - facing) * vx, ny + (0.02 - facing) * vy, nz + (0.02 - facing) * vz
            length = math.sqrt(nx * nx + ny * ny + nz * nz)
            nx, ny, nz = nx / length, ny / length, nz / length

        # What it reflects.
        bx, by, bz = x + bias * nx, y + bias * ny, z + bias * nz
        red_out = red * _ambient(ambient, 0, nx, ny, nz)
        green_out = green * _ambient(ambient, 1, nx, ny, nz)
        blue_out = blue * _ambient(ambient, 2, nx, ny, nz)
        for i in range(len(directions)):
            lx, ly, lz = directions[i, 0], directions[i, 1], directions[i, 2]
            cosine = nx * lx + ny * ly + nz * lz
            if cosine <= -wrap_red:
                continue
            lit = _visible(maps, matrix, i, bx, by, bz)
            if lit <= 0:
                continue
            hx, hy, hz = lx + vx, ly + vy, lz + vz
            length = math.sqrt(hx * hx + hy * hy + hz * hz) + 1e-12
            halfway = max(0.0, (nx * hx + ny * hy + nz * hz) / length)
            grazing = 1 - max(0.0, (vx * hx + vy * hy + vz * hz) / length)
            fresnel = 0.3 + 0.7 * grazing * grazing * grazing * grazing * grazing
            gloss = 0.0
            if cosine > 0:
                # Nearly halfway ** sharpness (Schlick 1994, "A fast alternative to Phong's model").
                peak = halfway / (sharpness - sharpness * halfway + halfway)
                gloss = specular * fresnel * (sharpness + 8) / 8 * peak * cosine
            red_out += lit * colour[i, 0] * (red * _wrapped(cosine, wrap_red) + gloss)
            green_out += lit * colour[i, 1] * (green * _wrapped(cosine, wrap_green) + gloss)
            blue_out += lit * colour[i, 2] * (blue * _wrapped(cosine, wrap_blue) + gloss)
        image[py, px, 0], image[py, px, 1], image[py, px, 2] = red_out, green_out, blue_out


@numba.njit(cache=True, nogil=True, inline="always")
def _mixed(one: float, other: float, fraction: float) -> float:
    return one + fraction * (other - one)


@numba.njit(cache=True, nogil=True, inline="always")
def _wrapped(cosine: float, wrap: float) -> float:
    """Fraction of a light that a surface takes in, with what is scattered round to its dark side."""
    return max(0.0, (cosine + wrap) / (1 + wrap))


@numba.njit(cache=True, nogil=True, inline="always")
def _ambient(ambient: np.ndarray, channel: int, nx: float, ny: float, nz: float) -> float:
    """Irradiance of one colour by everything that is no light, from its harmonics."""
    return max(
        0.0,
        ambient[0, channel]
        + ambient[1, channel] * ny
        + ambient[2, channel] * nz
        + ambient[3, channel] * nx
        + ambient[4, channel] * nx * ny
        + ambient[5, channel] * ny * nz
        + ambient[6, channel] * (3 * nz * nz - 1)
        + ambient[7, channel] * nx * nz
        + ambient[8, channel] * (nx * nx - ny * ny),
    )
