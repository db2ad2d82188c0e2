"""MeshRenderer: people's meshes to a shaded image of the region they cover, fast enough for live video."""

from __future__ import annotations

import logging
import os
import sys
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np

from models.body.vertex_normals import VertexNormals
from models.camera.projection import NEAR
from models.errors import UserError
from models.program import command_name
from models.rendering.looks import LOOKS, USUAL_LOOK, Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.body.mannequin import Mannequin

log = logging.getLogger(__name__)

SHADERS = Path(__file__).parent / "shaders"
SHADER_FILES = ("mesh.vert", *sorted({look.shader for look in LOOKS.values()}))
ALL_SUIT = (0.1, -0.1)  # metres inside the suit and the shoes of a body that is not dressed
MAIN_THREAD_ONLY = (
    "On macOS OpenGL works in a program's main thread alone, so in the window and live the processor draws a "
    f"plainer mesh; '{command_name()} run FILE --video OUT.mp4' draws the usual one."
)


class RenderingError(UserError):
    """Nothing can be drawn on this machine; the message says what to do."""


class NoOpenGLError(RenderingError):
    """OpenGL does not work here; :class:`models.rendering.flat_renderer.FlatRenderer` does without."""


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """A mesh to be drawn.

    Attributes
    ----------
    vertices : (V, 3) float32 metres, camera axes.
    colour : red, green, blue from 0 to 255.
    inside_out : the mesh was mirrored, so its faces turn the wrong way.
    """

    vertices: np.ndarray
    colour: tuple[int, int, int]
    inside_out: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Rendering:
    """The part of an image that meshes cover.

    Attributes
    ----------
    left, top : where the part lies in the image, in pixels.
    rgba : (h, w, 4) uint8, colour multiplied by alpha; alpha is the fraction of the pixel that is covered
        times the opacity. May be overwritten by the next :meth:`MeshRenderer.render`.
    """

    left: int
    top: int
    rgba: np.ndarray


def is_closed(faces: np.ndarray) -> bool:
    """Tell whether every edge of (F, 3) triangles belongs to two of them, so that no inside can be seen."""
    edges = np.sort(faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    return bool(np.all(np.unique(edges, axis=0, return_counts=True)[1] == 2))


def draws_in_main_thread_only() -> bool:
    """Tell whether a renderer made elsewhere would end the process.

    On macOS pyrender makes a hidden window unless it is told to do without, and the system ends a program
    that makes one outside its main thread.
    """
    return sys.platform == "darwin" and os.environ.get("PYOPENGL_PLATFORM") not in ("egl", "osmesa")


def import_opengl() -> None:
    """Import what draws, if this thread may; it takes most of a second, and a renderer says what fails."""
    if not _draws_here():
        return
    try:
        import models.rendering.offscreen  # noqa: F401 # pyright: ignore[reportUnusedImport]
    except Exception:  # whatever a missing library or a driver raises
        log.debug("importing OpenGL", exc_info=True)


def _draws_here() -> bool:
    return not draws_in_main_thread_only() or threading.current_thread() is threading.main_thread()


class MeshRenderer:
    """Draws meshes of one topology through a pinhole camera, nearer ones hiding farther ones.

    The scene and its buffers stay; a frame costs an upload of the vertices, the drawing of the region that
    the meshes cover, and reading that back. On graphics hardware edges are anti-aliased by 4 samples a
    pixel; on software OpenGL, where that would multiply the time, by a 3 x 3 binomial filter.

    Build, use and close it in one thread: an OpenGL context belongs to the thread that made it.

    Parameters
    ----------
    faces : (F, 3) int triangles, outward faces turning anticlockwise as seen.
    num_vertices : of one mesh.
    max_meshes : how many meshes are made ready; further ones are added when they first appear.
    mannequin : dresses the meshes; None draws them as they are, in one material.

    Attributes
    ----------
    device_name : what draws, as OpenGL names it.
    is_software : it is the CPU.

    Raises
    ------
    NoOpenGLError : there is no OpenGL here, or not in this thread.
    RenderingError : a shader of the program is missing.
    """

    no_opengl = ""  # why it does not draw, which another renderer would say

    def __init__(
        self,
        faces: np.ndarray,
        num_vertices: int,
        max_meshes: int = 1,
        *,
        mannequin: Mannequin | None = None,
    ):
        if not _draws_here():
            raise NoOpenGLError(MAIN_THREAD_ONLY)
        for name in SHADER_FILES:
            if not (SHADERS / name).is_file():
                raise RenderingError(f"The program's shader {SHADERS / name} is missing; restore it.")
        self._num_vertices = num_vertices
        self._normals = VertexNormals(faces, num_vertices)
        self._mannequin = mannequin
        self._smoothed = np.empty(0, np.uint8)  # used again: fresh memory takes longer than the blur
        undressed = np.tile(np.array(ALL_SUIT, np.float32), (num_vertices, 1))
        try:
            from models.rendering.offscreen import OffscreenScene

            self._scene = OffscreenScene(
                faces,
                undressed if mannequin is None else mannequin.edges,
                faces if mannequin is None else mannequin.wire,
                SHADERS,
                double_sided=not is_closed(faces),
                near=NEAR,
            )
            self.device_name = self._scene.device_name
            self.is_software = self._scene.is_software
            # The first drawing compiles the shaders and makes the buffers.
            waiting = Surface(np.ones((num_vertices, 3), np.float32), (0, 0, 0))
            self.render([waiting] * max_meshes, 1.0, (1, 1))
        except Exception as error:  # whatever a missing library or a driver raises
            reason = " ".join(f"{type(error).__name__}: {error}".split())[:150]
            raise NoOpenGLError(
                f"OpenGL could not be started ({reason}), so the processor draws a plainer mesh; on Linux "
                "install libegl1, libgl1, libgl1-mesa-dri and libxrender1, elsewhere update the graphics "
                "driver."
            ) from error

    def render(
        self,
        surfaces: Sequence[Surface],
        focal_px: float,
        image_size: tuple[int, int],
        opacity: float = 1.0,
        region: tuple[int, int, int, int] | None = None,
        look: Look = LOOKS[USUAL_LOOK],
    ) -> Rendering | None:
        """Draw meshes.

        Parameters
        ----------
        surfaces : the meshes.
        focal_px : focal length; the principal point is the middle of the image, as in
            :func:`models.camera.projection.project`.
        image_size : (width, height) in pixels.
        opacity : 0 to 1, of all meshes against what lies behind them; they still hide each other fully.
        region : (left, top, right, bottom) to draw, the last two excluded; the meshes' bounding box if None.
        look : of all meshes.

        Returns
        -------
        None where no mesh is in the image.

        Raises
        ------
        UserError : a mesh has another number of vertices, or the picture is too large for this OpenGL.
        """
        width, height = image_size
        if max(width, height) > self._scene.largest_side:
            raise UserError(
                f"A picture of {width}x{height} pixels is larger than OpenGL draws on this machine "
                f"({self._scene.largest_side}); make it smaller."
            )
        for surface in surfaces:
            if surface.vertices.shape != (self._num_vertices, 3):
                raise UserError(
                    f"A mesh of shape {surface.vertices.shape} was given to a renderer of "
                    f"({self._num_vertices}, 3)."
                )
        visible = visible_surfaces(surfaces, self._mannequin)
        region = region or bounding_region(visible, focal_px, image_size)
        if not visible or region[0] >= region[2] or region[1] >= region[3]:
            return None
        for i, surface in enumerate(visible):
            buffer = self._scene.surface(i)
            buffer[:, :3] = vertices = np.ascontiguousarray(surface.vertices, np.float32)
            normals = self._normals(vertices)
            buffer[:, 3:] = -normals if surface.inside_out else normals
        rgba = self._scene.draw(
            look,
            [np.array([*(c / 255 for c in s.colour), opacity]) for s in visible],
            [s.inside_out for s in visible],
            focal_px,
            image_size,
            region,
        )
        if self.is_software:
            if self._smoothed.size < rgba.size:
                self._smoothed = np.empty(width * height * 4, np.uint8)
            smoothed = self._smoothed[: rgba.size].reshape(rgba.shape)
            rgba = cv2.GaussianBlur(rgba, (3, 3), 0, dst=smoothed, borderType=cv2.BORDER_REPLICATE)
        return Rendering(region[0], region[1], rgba)

    def close(self) -> None:
        """Free the graphics memory and the context."""
        self._scene.close()


def visible_surfaces(surfaces: Sequence[Surface], mannequin: Mannequin | None) -> list[Surface]:
    """Return those that are not behind the camera, dressed if there is a mannequin."""
    if mannequin is not None:
        surfaces = [replace(s, vertices=mannequin.shape(s.vertices)) for s in surfaces]
    return [s for s in surfaces if s.vertices[:, 2].max() > NEAR]


def bounding_region(
    surfaces: Sequence[Surface], focal_px: float, image_size: tuple[int, int]
) -> tuple[int, int, int, int]:
    """Return the pixels that meshes may touch: (left, top, right, bottom), the last two excluded.

    All of the image, once a mesh reaches behind the camera.
    """
    if not surfaces:
        return 0, 0, 0, 0
    limit = np.array(image_size)
    corners = []
    for surface in surfaces:
        # Row by row: numpy's reductions over a short last axis take ten times as long.
        x, y, z = np.ascontiguousarray(surface.vertices.T)
        if z.min() <= NEAR:
            return 0, 0, *image_size
        scale = focal_px / z
        x *= scale
        y *= scale
        corners += [(x.min(), y.min()), (x.max(), y.max())]
    corners = np.array(corners) + (limit - 1) / 2
    low = np.clip(np.floor(corners.min(axis=0)) - 1, 0, limit)  # a pixel more on each side, for the
    high = np.clip(np.ceil(corners.max(axis=0)) + 2, 0, limit)  # smoothed outline
    return int(low[0]), int(low[1]), int(high[0]), int(high[1])
