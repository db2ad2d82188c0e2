"""Environment maps around synthetic people, measured or made up, and the lights they amount to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import cv2
import numpy as np

from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

# Real spherical harmonics up to the second order, squared, times the cosine lobe's factors over pi
# (Ramamoorthi and Hanrahan 2001).
_SH = np.array(
    [
        0.282095**2,
        *[0.488603**2 * 2 / 3] * 3,
        *[1.092548**2 / 4] * 2,
        0.315392**2 / 4,
        1.092548**2 / 4,
        0.546274**2 / 4,
    ]
)


@dataclass(frozen=True, eq=False)
class EnvironmentMap:
    """Light from all directions at one place.

    Attributes
    ----------
    radiance : (H, W, 3) float32 radiance, equirectangular: row 0 is straight up (-y), columns go round from
        the back (-z) by way of the right (+x).
    """

    radiance: np.ndarray

    def radiance_along(self, rays: np.ndarray) -> np.ndarray:
        """Return the (H, W, 3) radiance along (H, W, 3) unit directions."""
        height, width, _ = self.radiance.shape
        u = (np.arctan2(rays[..., 0], -rays[..., 2]) / (2 * np.pi)) % 1 * width - 0.5
        v = np.arccos(np.clip(-rays[..., 1], -1, 1)) / np.pi * height - 0.5
        return cv2.remap(
            self.radiance,
            u.astype(np.float32),
            v.astype(np.float32),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_WRAP,
        )

    @cached_property
    def _lights(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        small = cv2.resize(self.radiance, (64, 32), interpolation=cv2.INTER_AREA)
        polar = (np.arange(32) + 0.5) * np.pi / 32
        around = (np.arange(64) + 0.5) * 2 * np.pi / 64
        ring = np.sin(polar)[:, None]
        rays = np.stack(
            [ring * np.sin(around), np.repeat(-np.cos(polar)[:, None], 64, 1), -ring * np.cos(around)], -1
        )
        energy = small * ring[..., None] * (np.pi / 32) ** 2  # radiance times solid angle
        brightness = small.mean(-1)
        # What is much brighter than most of it casts shadows of its own; of the rest, half casts soft ones.
        dim = np.minimum(1, 2 * np.median(brightness) / np.maximum(brightness, 1e-6))[..., None]
        directions, irradiance = [], []
        for part, count in ((energy * (1 - dim), 3), (energy * dim * 0.55, 4)):
            for rows, columns in median_cut(part.mean(-1), count):
                given = part[rows, columns].reshape(-1, 3)
                weight = given.mean(1)
                if weight.sum() > 1e-6:
                    direction = weight @ rays[rows, columns].reshape(-1, 3)
                    directions.append(direction / np.linalg.norm(direction))
                    irradiance.append(given.sum(0) / np.pi)
        rest = energy * dim * 0.45
        ambient = np.tensordot(_basis(rays), rest, ((0, 1), (0, 1))) * _SH[:, None]
        return np.array(directions, np.float32), np.array(irradiance, np.float32), ambient.astype(np.float32)

    @property
    def directions(self) -> np.ndarray:
        """(L, 3) directions to the lights."""
        return self._lights[0]

    @property
    def irradiance(self) -> np.ndarray:
        """(L, 3) irradiance / pi that each light gives a surface facing it."""
        return self._lights[1]

    @property
    def ambient(self) -> np.ndarray:
        """(9, 3) irradiance / pi of everything else, as harmonics of the normal."""
        return self._lights[2]

    def ambient_at(self, normal: np.ndarray) -> np.ndarray:
        """Return the (3,) ambient irradiance / pi of a surface with a (3,) normal."""
        return np.maximum(_basis(normal) @ self.ambient, 0)


def _basis(n: np.ndarray) -> np.ndarray:
    x, y, z = np.moveaxis(n, -1, 0)
    one = np.ones_like(x)
    return np.stack([one, y, z, x, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y], -1)


def median_cut(energy: np.ndarray, count: int) -> list[tuple[slice, slice]]:
    """Cut an (H, W) image into ``count`` rectangles of about equal energy (Debevec 2005)."""
    parts = [(0, energy.shape[0], 0, energy.shape[1])]
    while len(parts) < count:
        sizes = [energy[t:b, le:r].sum() if (b - t) * (r - le) > 1 else -1.0 for t, b, le, r in parts]
        t, b, le, r = parts.pop(int(np.argmax(sizes)))
        block = energy[t:b, le:r]
        if b - t >= r - le:
            sums = np.cumsum(block.sum(1))
            at = t + 1 + int(np.argmin(np.abs(sums[:-1] - sums[-1] / 2)))
            parts += [(t, at, le, r), (at, b, le, r)]
        else:
            sums = np.cumsum(block.sum(0))
            at = le + 1 + int(np.argmin(np.abs(sums[:-1] - sums[-1] / 2)))
            parts += [(t, b, le, at), (t, b, at, r)]
    return [(slice(t, b), slice(le, r)) for t, b, le, r in parts]


def load_environment_maps(folder: Path) -> list[EnvironmentMap]:
    """Read a folder of OpenEXR environment maps.

    Raises
    ------
    UserError : there are none; PyAV, which reads them, is not installed.
    """
    try:
        import av
    except ImportError as error:
        raise UserError("Reading .exr files needs PyAV; install it with: pip install av.") from error
    environment_maps = []
    for path in sorted(folder.glob("*.exr")):
        with av.open(str(path)) as container:
            image = next(container.decode(video=0))
        radiance = image.reformat(format="gbrpf32le").to_ndarray()
        radiance = np.nan_to_num(radiance.astype(np.float32)).clip(0)
        environment_maps.append(EnvironmentMap(radiance / max(float(np.mean(radiance)), 1e-6) * 0.5))
    if not environment_maps:
        raise UserError(f"{folder} holds no .exr environment map; give the folder of them.")
    return environment_maps


def random_room(rng: np.random.Generator, height: int = 224) -> EnvironmentMap:
    """Make up a room: coloured walls, floor and ceiling with windows, lamps, pictures, doors and clutter."""
    rows, columns = height, 2 * height
    height *= 2  # drawn finer than it is kept, for smooth edges
    polar = (np.arange(height) + 0.5) * np.pi / height
    around = (np.arange(2 * height) + 0.5) * np.pi / height
    ring = np.sin(polar)[:, None]
    rays = np.stack(
        [ring * np.sin(around), np.repeat(-np.cos(polar)[:, None], 2 * height, 1), -ring * np.cos(around)], -1
    )
    # Half sizes of the room about the camera: left, right, up, down, back, front.
    low = -rng.uniform([1.5, 0.8, 1.5], [5, 2.0, 5])
    high = rng.uniform([1.5, 0.9, 1.5], [5, 1.7, 5])
    with np.errstate(divide="ignore"):
        reach = np.where(rays > 0, high / rays, low / rays)
    axis = reach.argmin(-1)
    wall = 2 * axis + (np.take_along_axis(rays, axis[..., None], -1)[..., 0] > 0)
    points = rays * reach.min(-1, keepdims=True)
    radiance = np.zeros((height, 2 * height, 3), np.float32)
    wall_colour = rng.uniform(0.15, 0.8) * (1 + rng.normal(0, 0.12, 3))
    for side in range(6):
        here = wall == side
        u, v = points[here][:, ((2, 1), (0, 2), (0, 1))[side // 2]].T
        if side == 2:
            colour = np.array([0.7, 0.7, 0.68]) * rng.uniform(0.5, 1)
        elif side == 3:
            colour = rng.uniform(0.1, 0.6) * np.array([1.0, 0.8, 0.62]) ** rng.uniform(0, 1.5)
        else:
            colour = wall_colour if rng.random() < 0.8 else rng.uniform(0.1, 0.8, 3)
        layer = np.outer(0.75 + 0.25 * np.cos(0.5 * u), colour).astype(np.float32)
        if side == 3 and rng.random() < 0.7:  # planks or tiles
            dark = np.floor(u / rng.uniform(0.1, 0.6)) % 2 <= 0
            layer[dark] *= rng.uniform(0.6, 1)
        if side // 2 != 1:
            for _ in range(rng.integers(1, 7)):  # doors, pictures, shelves, posters
                layer[_rectangle(u, v, rng, (0.1, 1.0), False)] = rng.uniform(0.02, 0.9, 3)
        radiance[here] = layer
    ambient = rng.uniform(0.15, 0.5)
    radiance *= ambient
    windows = rng.integers(1, 4)
    for _ in range(windows):
        side = int(rng.choice([0, 1, 2, 4, 5]))
        here = wall == side
        u, v = points[here][:, ((2, 1), (0, 2), (0, 1))[side // 2]].T
        glow = rng.uniform(2, 9) * np.array([1.0, rng.uniform(0.85, 1.0), rng.uniform(0.65, 1.1)])
        lit = radiance[here]
        lit[_rectangle(u, v, rng, (0.3, 1.2), True)] = glow
        radiance[here] = lit
    radiance = cv2.resize(radiance, (columns, rows), interpolation=cv2.INTER_AREA)
    grain = rng.normal(0, rng.uniform(0, 0.08), (rows, columns, 1)).astype(np.float32)
    return EnvironmentMap(np.maximum(radiance * (1 + grain), 0).astype(np.float32))


def _rectangle(
    u: np.ndarray, v: np.ndarray, rng: np.random.Generator, sizes: tuple[float, float], high_up: bool
) -> np.ndarray:
    """Return which of a wall's points, at (N,) metres u and v, lie in a rectangle drawn by chance."""
    half = np.exp(rng.uniform(np.log(sizes[0]), np.log(sizes[1]), 2))
    u0, v0 = rng.uniform(-2.5, 2.5), rng.uniform(-0.9, 0.1) if high_up else rng.uniform(-0.8, 0.9)
    return (np.abs(u - u0) < half[0]) & (np.abs(v - v0) < half[1])
