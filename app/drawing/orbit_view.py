"""The view from around the people, and the floor under them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from app.drawing.colours import BACKGROUND_BOTTOM, GRID
from app.drawing.framing import Follower
from models.camera.projection import NEAR, project

if TYPE_CHECKING:
    from collections.abc import Sequence

GRID_STEP = 0.5  # metres
ORBIT_FOV_DEG = 40.0  # vertical; narrow enough that bodies keep their proportions
_MARGIN = 1.05  # around the people: hands that move a little do not move the camera


@dataclass(frozen=True, slots=True, eq=False)
class ViewCamera:
    """Where the orbit view looks from.

    Attributes
    ----------
    rotation : (3, 3), recorded camera's axes to this one's.
    position : (3,) metres, the recorded camera's axes.
    """

    rotation: np.ndarray
    position: np.ndarray

    def transform(self, points: np.ndarray) -> np.ndarray:
        """Take (..., 3) points from recorded camera's axes to this one's."""
        return (points - self.position) @ self.rotation.T


RECORDED_CAMERA = ViewCamera(np.eye(3, dtype=np.float32), np.zeros(3, np.float32))


class OrbitView:
    """The middle, size and floor of the people, followed softly so that the view does not shake.

    Nobody is cut off meanwhile: hands that fly up push the camera back at once.
    """

    def __init__(self):
        self._follower = Follower()
        self.middle = np.array([0, 0, 3], np.float32)
        self.radius = self._radius = 1.0
        self.floor = 1.0

    def follow(self, meshes: Sequence[np.ndarray], time_s: float) -> None:
        """Take in the meshes, (V, 3) each in camera axes, of the moment ``time_s``."""
        if not meshes:
            return
        low = np.min([mesh.min(axis=0) for mesh in meshes], axis=0)
        high = np.max([mesh.max(axis=0) for mesh in meshes], axis=0)
        middle = (low + high) / 2
        radius = max(float(np.linalg.norm(mesh - middle, axis=1).max()) for mesh in meshes)
        fraction = self._follower.fraction(time_s)
        self.middle = self.middle + np.float32(fraction) * (middle - self.middle)
        self._radius += fraction * (radius - self._radius)
        reach = max(float(np.linalg.norm(mesh - self.middle, axis=1).max()) for mesh in meshes)
        self.radius = max(_MARGIN * self._radius, reach)
        self.floor += fraction * (float(high[1]) - self.floor)

    def camera(self, yaw_deg: float, pitch_deg: float, zoom: float) -> ViewCamera:
        """Return the camera that sees the people whole at zoom 1; positive angles go right and up."""
        yaw, pitch = np.radians(yaw_deg), np.radians(pitch_deg)
        right = np.array([np.cos(yaw), 0, np.sin(yaw)])
        ahead = np.array([-np.sin(yaw) * np.cos(pitch), np.sin(pitch), np.cos(yaw) * np.cos(pitch)])
        rotation = np.array([right, np.cross(ahead, right), ahead], np.float32)
        distance = self.radius / np.sin(np.radians(ORBIT_FOV_DEG / 2)) / max(zoom, 0.01)
        return ViewCamera(rotation, self.middle - np.float32(distance) * rotation[2])


def draw_grid(
    image: np.ndarray, camera: ViewCamera, focal_px: float, middle: np.ndarray, floor: float, radius: float
) -> None:
    """Draw a disc of a square grid on the ground, fading outwards, into an image, in place.

    The lines stay where they are in the room, half a metre apart, so that walking shows against them.
    """
    reach = max(2.0, 1.5 * radius)
    first = np.ceil((middle[[0, 2]] - reach) / GRID_STEP) * GRID_STEP
    steps = np.arange(int(2 * reach / GRID_STEP) + 1) * GRID_STEP
    x, z = first[0] + steps, first[1] + steps
    knots = np.stack(np.meshgrid(x, z, indexing="ij"), axis=-1)  # (X, Z, 2)
    starts = np.concatenate([knots[:-1].reshape(-1, 2), knots[:, :-1].reshape(-1, 2)])
    ends = np.concatenate([knots[1:].reshape(-1, 2), knots[:, 1:].reshape(-1, 2)])
    distance = np.linalg.norm((starts + ends) / 2 - middle[[0, 2]], axis=1) / reach
    segments = np.stack([starts, ends], axis=1)  # (N, 2, 2)
    points = np.insert(segments, 1, floor, axis=2)  # (N, 2, 3)
    seen = camera.transform(points)
    shown = (distance < 1) & (seen[..., 2].min(axis=1) > NEAR)
    pixels = project(seen[shown], focal_px, (image.shape[1], image.shape[0]))
    lines = np.round(np.clip(pixels, -1e6, 1e6) * 16).astype(np.int32)
    levels = np.floor(distance[shown] * 6).astype(int)
    for level in range(6):
        strength = 1 - (level + 0.5) / 6
        colour = tuple(int(b + strength * (g - b)) for g, b in zip(GRID, BACKGROUND_BOTTOM, strict=True))
        cv2.polylines(image, list(lines[levels == level]), False, colour, 1, cv2.LINE_AA, shift=4)
