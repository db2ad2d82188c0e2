"""Path tracing of rooms made of boxes and lit through windows: what a camera sees, and what a person gets."""

# ruff: noqa: NPY002 - compiled code draws from numba's own generator, which np.random names and seeds.

# numba infers the types of a kernel's arguments.
# pyright: reportMissingParameterType=false

from __future__ import annotations

from dataclasses import dataclass

import numba
import numpy as np

from models.synthetic.shading import noise

# Surfaces of a box: column 0 says how it is painted, 1-3 its colour (linear light), 4-6 a second colour.
PAINT, PLANKS, RUG, BOOKS, PICTURE, GLOW = range(6)


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """A room of axis-aligned boxes. World axes: x right, y down (the floor is y = 0), z away; metres.

    Attributes
    ----------
    boxes : (N, 6) float32 low and high corners; box 0 is the room itself, seen from inside.
    surfaces : (N, 8) float32, as the constants above say.
    windows : (W, 3, 3) float32: a corner, and the two edges whose cross product points into the room.
    sky : (3,) radiance of the windows.
    """

    boxes: np.ndarray
    surfaces: np.ndarray
    windows: np.ndarray
    sky: np.ndarray


@numba.njit(cache=True, nogil=True)
def _nearest(boxes, ox, oy, oz, dx, dy, dz):
    """Return (distance, box, axis, sign of the normal along it) of what a ray meets first."""
    best, hit, hit_axis, hit_sign = np.inf, -1, 0, 1.0
    origin, direction = (ox, oy, oz), (dx, dy, dz)
    for i in range(len(boxes)):
        near, far, near_axis, far_axis = -np.inf, np.inf, 0, 0
        for axis in range(3):
            d = direction[axis]
            if abs(d) < 1e-9:
                d = 1e-9
            t0 = (boxes[i, axis] - origin[axis]) / d
            t1 = (boxes[i, axis + 3] - origin[axis]) / d
            if t0 > t1:
                t0, t1 = t1, t0
            if t0 > near:
                near, near_axis = t0, axis
            if t1 < far:
                far, far_axis = t1, axis
        if near > far or far <= 1e-4:
            continue
        if i == 0:
            t, axis = far, far_axis
        else:
            t, axis = near, near_axis
        if 1e-4 < t < best:
            best, hit, hit_axis = t, i, axis
            hit_sign = -1.0 if direction[axis] > 0 else 1.0
    return best, hit, hit_axis, hit_sign


@numba.njit(cache=True, nogil=True)
def _through_window(windows, x, y, z):
    """Return whether a point on the room's box lies in a window."""
    for w in range(len(windows)):
        px, py, pz = x - windows[w, 0, 0], y - windows[w, 0, 1], z - windows[w, 0, 2]
        u = v = uu = vv = 0.0
        out = 0.0
        p = (px, py, pz)
        for i in range(3):
            u += p[i] * windows[w, 1, i]
            v += p[i] * windows[w, 2, i]
            uu += windows[w, 1, i] ** 2
            vv += windows[w, 2, i] ** 2
        cx = windows[w, 1, 1] * windows[w, 2, 2] - windows[w, 1, 2] * windows[w, 2, 1]
        cy = windows[w, 1, 2] * windows[w, 2, 0] - windows[w, 1, 0] * windows[w, 2, 2]
        cz = windows[w, 1, 0] * windows[w, 2, 1] - windows[w, 1, 1] * windows[w, 2, 0]
        out = abs(px * cx + py * cy + pz * cz)
        if 0 <= u <= uu and 0 <= v <= vv and out < 1e-3 * np.sqrt(cx * cx + cy * cy + cz * cz) + 1e-6:
            return w
    return -1


@numba.njit(cache=True, nogil=True)
def _planks(x, z, out):
    row = np.floor(x / 0.14)
    shift = noise(row * 3.7, 0.5, 0.5) * 2.0
    plank = np.floor((z + shift) / 1.3)
    tone = 0.85 + 0.22 * noise(row * 7.3 + 0.5, plank * 5.1 + 0.5, 0.5)
    grain = 1 + 0.10 * noise(x * 130, row * 9 + 0.5, z * 3.0) + 0.06 * noise(x * 420, row, z * 9.0)
    u, v = x / 0.14 - row, (z + shift) / 1.3 - plank
    gap = 0.55 if (u < 0.018 or u > 0.982 or v < 0.003) else 1.0
    for i in range(3):
        out[i] *= tone * grain * gap


@numba.njit(cache=True, nogil=True)
def _rug(surface, x, z, out):
    u = max(abs(x - surface[7]) / 1.25, abs(z - 0.1) / 0.85)
    border = 0.86 < u < 0.93
    fleck = 1 + 0.16 * noise(x * 160, 0.5, z * 160)
    for i in range(3):
        out[i] = (surface[4 + i] if border else out[i]) * fleck


@numba.njit(cache=True, nogil=True)
def _books(surface, x, out):
    s = np.floor(x * 34 + 3 * noise(x * 9, surface[7], 0.5))
    for i in range(3):
        grey = 0.5 + 0.5 * noise(s * 3.7 + 0.5, 9.5, surface[7])
        hue = 0.5 + 0.5 * noise(s * 5.1 + 0.5, i * 5.3 + 0.5, surface[7])
        out[i] = 0.03 + 0.5 * (0.6 * grey + 0.4 * hue) ** 2.5


@numba.njit(cache=True, nogil=True)
def _picture(surface, x, y, out):
    layer = 0.0
    for k in range(5):
        wave = 0.05 * np.sin(x * (4 + k) + surface[7] * (k + 1)) + 0.03 * np.sin(x * 11 + k)
        layer += y > -1.94 + 0.10 * k + wave
    fraction = layer / 5 * (0.9 + 0.1 * noise(x * 60, y * 60, surface[7]))
    for i in range(3):
        out[i] += fraction * (surface[4 + i] - out[i])


@numba.njit(cache=True, nogil=True)
def _surface_colour(surface, x, y, z, ny, out):
    """Write the diffuse colour of a surface at a point."""
    kind = int(surface[0])
    for i in range(3):
        out[i] = surface[1 + i]
    if kind == PLANKS and ny < -0.5:
        _planks(x, z, out)
    elif kind == RUG:
        _rug(surface, x, z, out)
    elif kind == BOOKS:
        _books(surface, x, out)
    elif kind == PICTURE:
        _picture(surface, x, y, out)
    elif kind == PAINT:
        grain = 1 + 0.02 * noise(x * 25, y * 25, z * 25) + 0.015 * noise(x * 90, y * 90, z * 90)
        for i in range(3):
            out[i] *= grain


@numba.njit(cache=True, nogil=True)
def _window_light(boxes, windows, ox, oy, oz, nx, ny, nz):
    """Return which part of the sky's radiance / pi a surface gets from a random point of a random window."""
    w = np.random.randint(len(windows))
    a, b = np.random.random(), np.random.random()
    tx = windows[w, 0, 0] + a * windows[w, 1, 0] + b * windows[w, 2, 0]
    ty = windows[w, 0, 1] + a * windows[w, 1, 1] + b * windows[w, 2, 1]
    tz = windows[w, 0, 2] + a * windows[w, 1, 2] + b * windows[w, 2, 2]
    lx, ly, lz = tx - ox, ty - oy, tz - oz
    square = lx * lx + ly * ly + lz * lz
    distance = np.sqrt(square)
    lx, ly, lz = lx / distance, ly / distance, lz / distance
    cosine = nx * lx + ny * ly + nz * lz
    cx = windows[w, 1, 1] * windows[w, 2, 2] - windows[w, 1, 2] * windows[w, 2, 1]
    cy = windows[w, 1, 2] * windows[w, 2, 0] - windows[w, 1, 0] * windows[w, 2, 2]
    cz = windows[w, 1, 0] * windows[w, 2, 1] - windows[w, 1, 1] * windows[w, 2, 0]
    area_cosine = -(cx * lx + cy * ly + cz * lz)  # the cross product's length is the window's area
    if cosine <= 0 or area_cosine <= 0:
        return 0.0
    reach, _, _, _ = _nearest(boxes, ox, oy, oz, lx, ly, lz)
    if reach < distance - 1e-2:
        return 0.0
    return cosine * area_cosine * len(windows) / (np.pi * max(square, 0.01))


@numba.njit(cache=True, nogil=True)
def _cosine_lobe(axis, nx, ny, nz):
    """Return a random direction from a surface, drawn by its cosine to the normal."""
    angle, radius = 2 * np.pi * np.random.random(), np.random.random()
    height, radius = np.sqrt(1 - radius), np.sqrt(radius)
    p, q = radius * np.cos(angle), radius * np.sin(angle)
    if axis == 0:
        return nx * height, p, q
    if axis == 1:
        return p, ny * height, q
    return p, q, nz * height


@numba.njit(cache=True, nogil=True)
def _trace(boxes, surfaces, windows, sky, ox, oy, oz, dx, dy, dz, bounces, direct, rest):
    """Follow one path; write the light the first surface gets straight from the windows, and all other light.

    Both are irradiance / pi: the first surface's own colour and glow are left out.
    """
    through = np.ones(3)
    colour = np.zeros(3)
    for i in range(3):
        direct[i] = rest[i] = 0.0
    for bounce in range(bounces):
        t, hit, axis, sign = _nearest(boxes, ox, oy, oz, dx, dy, dz)
        if hit < 0:
            return
        x, y, z = ox + t * dx, oy + t * dy, oz + t * dz
        nx = sign if axis == 0 else 0.0
        ny = sign if axis == 1 else 0.0
        nz = sign if axis == 2 else 0.0
        if hit == 0 and _through_window(windows, x, y, z) >= 0:
            return  # each bounce samples the windows itself
        if bounce > 0:
            _surface_colour(surfaces[hit], x, y, z, ny, colour)
            for i in range(3):
                if int(surfaces[hit, 0]) == GLOW:
                    rest[i] += through[i] * surfaces[hit, 4 + i]
                through[i] *= colour[i]
        ox, oy, oz = x + 2e-4 * nx, y + 2e-4 * ny, z + 2e-4 * nz
        fraction = _window_light(boxes, windows, ox, oy, oz, nx, ny, nz)
        for i in range(3):
            if bounce == 0:
                direct[i] += through[i] * sky[i] * fraction
            else:
                rest[i] += through[i] * sky[i] * fraction
        dx, dy, dz = _cosine_lobe(axis, nx, ny, nz)


@numba.njit(cache=True, nogil=True)
def _ray(axes, u, v):
    """Return the unit direction of a pixel (u, v) of a camera of focal length 1."""
    dx = axes[0, 0] * u + axes[1, 0] * v + axes[2, 0]
    dy = axes[0, 1] * u + axes[1, 1] * v + axes[2, 1]
    dz = axes[0, 2] * u + axes[1, 2] * v + axes[2, 2]
    length = np.sqrt(dx * dx + dy * dy + dz * dz)
    return dx / length, dy / length, dz / length


@numba.njit(cache=True, nogil=True)
def _add_surface(surfaces, windows, sky, hit, axis, sign, x, y, z, samples, colour, albedo, glow):
    """Add the colour of what a ray met, and what shines of itself, to a pixel."""
    if hit == 0 and _through_window(windows, x, y, z) >= 0:
        for i in range(3):
            glow[i] += sky[i] / samples
        return
    _surface_colour(surfaces[hit], x, y, z, sign if axis == 1 else 0.0, colour)
    for i in range(3):
        albedo[i] += colour[i] / samples
        if int(surfaces[hit, 0]) == GLOW:
            glow[i] += surfaces[hit, 4 + i] / samples


@numba.njit(cache=True, nogil=True)
def _trace_image(boxes, surfaces, windows, sky, position, axes, focal, height, width, samples, bounces, seed):
    """Return two irradiances of the surface at each pixel's middle, and its colour and glow over it."""
    np.random.seed(seed)
    direct, rest, albedo, glow, points, normals = [np.zeros((height, width, 3), np.float32) for _ in range(6)]
    one, other, colour = np.zeros(3), np.zeros(3), np.zeros(3)
    ox, oy, oz = position[0], position[1], position[2]
    for py in range(height):
        for px in range(width):
            u, v = px - (width - 1) / 2, py - (height - 1) / 2
            for _ in range(samples):
                jx, jy = np.random.random() - 0.5, np.random.random() - 0.5
                dx, dy, dz = _ray(axes, (u + jx) / focal, (v + jy) / focal)
                t, hit, axis, sign = _nearest(boxes, ox, oy, oz, dx, dy, dz)
                _add_surface(
                    *(surfaces, windows, sky, hit, axis, sign, ox + t * dx, oy + t * dy, oz + t * dz),
                    *(samples, colour, albedo[py, px], glow[py, px]),
                )
                if bounces > 0:
                    _trace(boxes, surfaces, windows, sky, ox, oy, oz, dx, dy, dz, bounces, one, other)
                    for i in range(3):
                        direct[py, px, i] += min(one[i], 8.0) / samples
                        rest[py, px, i] += min(other[i], 8.0) / samples
            dx, dy, dz = _ray(axes, u / focal, v / focal)
            t, _, axis, sign = _nearest(boxes, ox, oy, oz, dx, dy, dz)
            points[py, px, 0], points[py, px, 1], points[py, px, 2] = ox + t * dx, oy + t * dy, oz + t * dz
            normals[py, px, axis] = sign
    return direct, rest, albedo, glow, points, normals


@numba.njit(cache=True, nogil=True)
def _smoothed(light, points, normals, step):
    """Average each pixel with 24 others ``step`` apart that lie on its plane (an a-trous wavelet pass)."""
    height, width, _ = light.shape
    out = np.empty_like(light)
    kernel = (0.375, 0.25, 0.0625)
    for py in range(height):
        for px in range(width):
            total, red, green, blue = 0.0, 0.0, 0.0, 0.0
            for j in range(-2, 3):
                for i in range(-2, 3):
                    qy, qx = py + j * step, px + i * step
                    if qy < 0 or qx < 0 or qy >= height or qx >= width:
                        continue
                    same = 0.0
                    away = 0.0
                    for k in range(3):
                        same += normals[py, px, k] * normals[qy, qx, k]
                        away += normals[py, px, k] * (points[py, px, k] - points[qy, qx, k])
                    if same < 0.9 or abs(away) > 0.01:
                        continue
                    weight = kernel[abs(i)] * kernel[abs(j)]
                    total += weight
                    red += weight * light[qy, qx, 0]
                    green += weight * light[qy, qx, 1]
                    blue += weight * light[qy, qx, 2]
            out[py, px, 0], out[py, px, 1], out[py, px, 2] = red / total, green / total, blue / total
    return out


@numba.njit(cache=True, nogil=True)
def _enlarged(light, points, normals, fine_points, fine_normals, factor):
    """Bring light to a finer image, from the nearest coarse pixels of the same plane."""
    height, width, _ = fine_points.shape
    out = np.zeros((height, width, 3), np.float32)
    for py in range(height):
        for px in range(width):
            v, u = (py + 0.5) / factor - 0.5, (px + 0.5) / factor - 0.5
            total = 0.0
            for j in range(-1, 3):
                for i in range(-1, 3):
                    qy, qx = int(np.floor(v)) + j, int(np.floor(u)) + i
                    if qy < 0 or qx < 0 or qy >= light.shape[0] or qx >= light.shape[1]:
                        continue
                    same = away = 0.0
                    for k in range(3):
                        same += fine_normals[py, px, k] * normals[qy, qx, k]
                        away += fine_normals[py, px, k] * (fine_points[py, px, k] - points[qy, qx, k])
                    weight = 1e-6 + (same > 0.9 and abs(away) < 0.01)
                    weight *= max(0.0, 2 - abs(qy - v)) * max(0.0, 2 - abs(qx - u)) + 1e-3
                    total += weight
                    for k in range(3):
                        out[py, px, k] += weight * light[qy, qx, k]
            for k in range(3):
                out[py, px, k] /= total
    return out


@numba.njit(cache=True, nogil=True)
def _trace_probe(boxes, surfaces, windows, sky, position, directions, samples, spread, seed):
    np.random.seed(seed)
    radiance = np.zeros((len(directions), 3), np.float32)
    one, other, colour = np.zeros(3), np.zeros(3), np.zeros(3)
    for d in range(len(directions)):
        for _ in range(samples):
            dx = directions[d, 0] + spread * np.random.normal()
            dy = directions[d, 1] + spread * np.random.normal()
            dz = directions[d, 2] + spread * np.random.normal()
            length = np.sqrt(dx * dx + dy * dy + dz * dz)
            dx, dy, dz = dx / length, dy / length, dz / length
            t, hit, axis, sign = _nearest(boxes, position[0], position[1], position[2], dx, dy, dz)
            x, y, z = position[0] + t * dx, position[1] + t * dy, position[2] + t * dz
            if hit == 0 and _through_window(windows, x, y, z) >= 0:
                continue  # the windows are lights of their own
            _trace(
                *(boxes, surfaces, windows, sky, position[0], position[1], position[2], dx, dy, dz, 4),
                *(one, other),
            )
            _surface_colour(surfaces[hit], x, y, z, sign if axis == 1 else 0.0, colour)
            for i in range(3):
                glow = surfaces[hit, 4 + i] if int(surfaces[hit, 0]) == GLOW else 0.0
                radiance[d, i] += (colour[i] * min(one[i] + other[i], 8.0) + glow) / samples
    return radiance


@dataclass(frozen=True, slots=True, eq=False)
class Backdrop:
    """An empty room as a camera sees it, in two parts so that people's shadows can be laid over it.

    Attributes
    ----------
    direct : (H, W, 3) float32 linear light that surfaces get straight from the windows.
    rest : (H, W, 3) all other light.
    points, normals : (H, W, 3) what each pixel shows, in the world.
    """

    direct: np.ndarray
    rest: np.ndarray
    points: np.ndarray
    normals: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class Camera:
    """A pinhole camera: ``axes`` are its (3, 3) x right, y down and z forward in the world, one a row."""

    position: np.ndarray
    axes: np.ndarray
    focal_px: float
    width: int
    height: int

    def from_world(self, points: np.ndarray) -> np.ndarray:
        """Return (..., 3) world points in camera axes."""
        return ((points - self.position) @ self.axes.T).astype(np.float32)


def look(position: np.ndarray, pitch: float, yaw: float, focal_px: float, width: int, height: int) -> Camera:
    """Return a level camera rotated ``yaw`` radians to the right and ``pitch`` down."""
    forward = np.array([np.cos(pitch) * np.sin(yaw), np.sin(pitch), np.cos(pitch) * np.cos(yaw)])
    right = np.array([np.cos(yaw), 0, -np.sin(yaw)])
    axes = np.stack([right, np.cross(forward, right), forward]).astype(np.float32)
    return Camera(np.asarray(position, np.float32), axes, focal_px, width, height)


def trace_backdrop(room: Room, camera: Camera, samples: int, bounces: int = 5, seed: int = 0) -> Backdrop:
    """Trace an empty room with ``samples`` paths for every four pixels (seconds to minutes).

    Light is traced at half the resolution and smoothed over each plane (Dammertz et al. 2010, edge-avoiding
    a-trous wavelets); colours and outlines stay sharp.
    """
    scene = (room.boxes, room.surfaces, room.windows, room.sky, camera.position, camera.axes)
    height, width = camera.height // 2, camera.width // 2
    direct, rest, _, _, points, normals = _trace_image(
        *scene, camera.focal_px / 2, height, width, samples, bounces, seed
    )
    _, _, albedo, glow, fine_points, fine_normals = _trace_image(
        *scene, camera.focal_px, camera.height, camera.width, 16, 0, seed
    )
    for step in (1, 2, 4):
        direct = _smoothed(direct, points, normals, step)
    for step in (1, 2, 4, 8):
        rest = _smoothed(rest, points, normals, step)
    fine = [_enlarged(light, points, normals, fine_points, fine_normals, 2) for light in (direct, rest)]
    return Backdrop(albedo * fine[0], albedo * fine[1] + glow, fine_points, fine_normals)


def trace_probe(
    room: Room, position: np.ndarray, directions: np.ndarray, samples: int, seed: int = 0
) -> np.ndarray:
    """Return the (D, 3) radiance that a point gets from around (D, 3) directions, windows left out."""
    spread = 1.2 / np.sqrt(len(directions))
    arrays = (room.boxes, room.surfaces, room.windows, room.sky)
    return _trace_probe(
        *arrays, np.asarray(position, np.float32), directions.astype(np.float32), samples, spread, seed
    )


def window_samples(room: Room, position: np.ndarray, grid: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Return (L, 3) directions to points of the windows and the irradiance / pi each gives at a point."""
    a, b = [(np.arange(n) + 0.5) / n for n in grid]
    directions, amounts = [], []
    for corner, u, v in room.windows:
        points = corner + a[:, None, None] * u + b[None, :, None] * v
        offset = points.reshape(-1, 3) - position
        square = (offset**2).sum(1)
        direction = offset / np.sqrt(square)[:, None]
        facing = np.maximum(-(direction @ np.cross(u, v)), 0)
        directions.append(direction)
        amounts.append(facing / len(offset) / square / np.pi)
    amount = np.concatenate(amounts)[:, None] * room.sky
    return np.concatenate(directions).astype(np.float32), amount.astype(np.float32)


def sphere_directions(count: int) -> np.ndarray:
    """Return (count, 3) unit directions spread evenly over the sphere (a Fibonacci lattice)."""
    i = np.arange(count) + 0.5
    y = 1 - 2 * i / count
    radius, angle = np.sqrt(1 - y * y), np.pi * (1 + 5**0.5) * i
    return np.stack([radius * np.cos(angle), y, radius * np.sin(angle)], 1).astype(np.float32)
