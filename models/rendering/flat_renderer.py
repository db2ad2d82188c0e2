"""FlatRenderer: people's meshes drawn by the processor alone, where a machine has no OpenGL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from models.body.mannequin import REGIONS
from models.camera.projection import NEAR
from models.rendering.looks import LOOKS, USUAL_LOOK
from models.rendering.mesh_renderer import Rendering, bounding_region, is_closed, visible_surfaces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.body.mannequin import Mannequin
    from models.rendering.looks import Look
    from models.rendering.mesh_renderer import Surface

# The light of shaders/mesh.frag, without its gloss: directions in camera axes, and red, green, blue.
TO_KEY, KEY = np.array([-0.45, -0.65, -0.61], np.float32), np.array([0.76, 0.73, 0.69], np.float32)
TO_FILL, FILL = np.array([0.83, -0.10, -0.55], np.float32), np.array([0.10, 0.12, 0.15], np.float32)
GROUND, SKY = np.array([0.20, 0.19, 0.20], np.float32), np.array([0.36, 0.37, 0.39], np.float32)
BINARY_PLACES = 4  # of a corner's coordinates, which OpenCV takes as whole numbers


class FlatRenderer:
    """Draws meshes of one topology like :class:`models.rendering.mesh_renderer.MeshRenderer`, only plainer.

    Every triangle has one colour, and farther ones are painted over by nearer ones, so where two touch the
    order may be wrong by a triangle. It may be built and used in any thread.

    Parameters
    ----------
    faces : (F, 3) int triangles, outward faces turning anticlockwise as seen.
    mannequin : dresses the meshes; None draws them as they are, in one material.
    no_opengl : one sentence why OpenGL does not draw.
    """

    device_name = "the processor, without OpenGL"
    is_software = True

    def __init__(self, faces: np.ndarray, *, mannequin: Mannequin | None = None, no_opengl: str = ""):
        self._corners = np.ascontiguousarray(faces.T.astype(np.intp))
        self._is_closed = is_closed(faces)
        self._mannequin = mannequin
        self._regions = None if mannequin is None else mannequin.face_regions(faces)
        self.no_opengl = no_opengl

    def render(
        self,
        surfaces: Sequence[Surface],
        focal_px: float,
        image_size: tuple[int, int],
        opacity: float = 1.0,
        look: Look = LOOKS[USUAL_LOOK],
    ) -> Rendering | None:
        """Draw meshes; parameters and result as those of ``MeshRenderer.render``, of a look its colours."""
        visible = visible_surfaces(surfaces, self._mannequin)
        left, top, right, bottom = bounding_region(visible, focal_px, image_size)
        if left >= right or top >= bottom:
            return None
        origin = ((np.array(image_size) - 1) / 2 - (left, top)).astype(np.float32)
        drawn = [self._triangles(surface, focal_px, origin, look) for surface in visible]
        corners, colours, depths = (np.concatenate(parts) for parts in zip(*drawn, strict=True))
        rgba = np.zeros((bottom - top, right - left, 4), np.uint8)
        order = np.argsort(-depths)
        for triangle, colour in zip(corners[order], colours[order].tolist(), strict=True):
            cv2.fillConvexPoly(rgba, triangle, colour, cv2.LINE_8, BINARY_PLACES)
        rgba = cv2.GaussianBlur(rgba, (3, 3), 0, borderType=cv2.BORDER_REPLICATE)  # smooths the outline
        return Rendering(left, top, rgba if opacity == 1 else cv2.convertScaleAbs(rgba, alpha=opacity))

    def close(self) -> None:
        """Nothing is held."""

    def _triangles(
        self, surface: Surface, focal_px: float, origin: np.ndarray, look: Look
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the triangles that are seen: (F, 3, 2) int32 corners, (F, 4) RGBA, (F,) depths."""
        a, b, c = points = surface.vertices[self._corners]  # (3, F, 3)
        normals = np.cross(b - a, c - a)
        if surface.inside_out:
            normals = -normals
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-20)
        middle = points.mean(axis=0)
        to_eye = -middle / np.maximum(np.linalg.norm(middle, axis=1, keepdims=True), 1e-20)
        facing = np.einsum("fi,fi->f", normals, to_eye)
        seen = points[..., 2].min(axis=0) > NEAR
        if self._is_closed:
            seen &= facing > 0
        points, normals, facing = points[:, seen], normals[seen], facing[seen]
        normals[facing < 0] *= -1  # the inside of an open mesh
        pixels = points[..., :2] * (focal_px / points[..., 2:]) + origin
        corners = np.round(np.clip(pixels, -1e6, 1e6) * 2**BINARY_PLACES).astype(np.int32)
        light = _light(normals, np.abs(facing))
        colours = np.full((len(light), 4), 255.0, np.float32)
        colours[:, :3] = np.minimum(light * self._materials(surface, look, seen), 255)
        return np.ascontiguousarray(corners.transpose(1, 0, 2)), colours, middle[seen, 2]

    def _materials(self, surface: Surface, look: Look, seen: np.ndarray) -> np.ndarray:
        """Return the red, green and blue, from 0 to 255, of the triangles that are seen."""
        suit = np.array(surface.colour, np.float32)
        if self._regions is None:
            return suit
        of_region = {"skin": look.skin, "suit": None, "shoes": look.shoes}
        colours = [suit if c is None else 255 * np.array(c, np.float32) for c in map(of_region.get, REGIONS)]
        return np.array(colours)[self._regions[seen]]


def _light(normals: np.ndarray, facing: np.ndarray) -> np.ndarray:
    """Return the (F, 3) light of red, green and blue that falls on triangles."""
    key = np.clip(0.2 + 0.8 * normals @ TO_KEY, 0, 1)[:, None]
    fill = np.clip(normals @ TO_FILL, 0, 1)[:, None]
    sky = (0.5 - 0.5 * normals[:, 1])[:, None]
    return (GROUND + sky * (SKY - GROUND) + key * KEY + fill * FILL) * (0.62 + 0.38 * np.sqrt(facing))[
        :, None
    ]
