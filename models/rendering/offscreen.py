"""OffscreenScene: meshes of one topology drawn by pyrender into a region of an off-screen image.

The only file that imports pyrender, which opens the machine's OpenGL as it is imported; so
``models.rendering.mesh_renderer`` imports this file only when a renderer is built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pyrender
from OpenGL import GL, contextdata
from pyrender.constants import RenderFlags
from pyrender.renderer import Renderer
from pyrender.shader_program import ShaderProgram, ShaderProgramCache

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from models.rendering.looks import Look

SOFTWARE = ("llvmpipe", "softpipe", "swrast", "swiftshader")  # names of rasterisers that run on the CPU
VERTEX_SHADER = "mesh.vert"
SAMPLES = 4  # a pixel, where the hardware gives anti-aliasing nearly for free

Region = tuple[int, int, int, int]  # left, top, right, bottom in pixels, the last two excluded


class _ImageCamera(pyrender.Camera):
    """A pinhole camera in camera axes (x right, y down, z away), its principal point in the middle.

    Image row 0 becomes the framebuffer's row 0, so nothing has to be flipped after reading.
    """

    def __init__(self, near: float):
        super().__init__(znear=near)
        self.focal_px = 1.0

    def get_projection_matrix(  # pyright: ignore[reportIncompatibleMethodOverride]  (the size is needed)
        self, width: int, height: int
    ) -> np.ndarray:
        """Return the (4, 4) matrix to clip space, the far plane at infinity."""
        return np.array(
            [
                [2 * self.focal_px / width, 0, 0, 0],
                [0, 2 * self.focal_px / height, 0, 0],
                [0, 0, 1, -2 * self.znear],
                [0, 0, 1, 0],
            ],
            np.float32,
        )


class _RegionRenderer(Renderer):
    """pyrender's renderer, confined to a region and without what only costs time.

    Stock pyrender always draws with 4 samples a pixel and reads colour and depth of the whole image.
    """

    def __init__(self, shaders: Path, samples: int):
        super().__init__(1, 1)
        # pyrender doubles the image on macOS, which a framebuffer of our own does not need.
        self.dpscale = 1
        self.samples = samples
        self.region: Region = (0, 0, 1, 1)
        self.look: Look
        self._program_cache = ShaderProgramCache(shader_dir=str(shaders))
        self._pixels = np.empty(0, np.uint8)
        self._framebuffers: list[int] = []
        self._renderbuffers: list[int] = []

    def _configure_main_framebuffer(self) -> None:
        size = (self.viewport_width, self.viewport_height)
        if size == self._main_fb_dims:
            return
        self._delete_main_framebuffer()
        self._main_fb_ms = self._new_framebuffer(size, self.samples)
        self._main_fb = self._new_framebuffer(size, 0) if self.samples else self._main_fb_ms
        self._main_fb_dims = size

    def _new_framebuffer(self, size: tuple[int, int], samples: int) -> int:
        framebuffer = GL.glGenFramebuffers(1)
        GL.glBindFramebuffer(GL.GL_DRAW_FRAMEBUFFER, framebuffer)
        for attachment, store in (
            (GL.GL_COLOR_ATTACHMENT0, GL.GL_RGBA8),
            (GL.GL_DEPTH_ATTACHMENT, GL.GL_DEPTH_COMPONENT24),
        ):
            renderbuffer = GL.glGenRenderbuffers(1)
            GL.glBindRenderbuffer(GL.GL_RENDERBUFFER, renderbuffer)
            GL.glRenderbufferStorageMultisample(GL.GL_RENDERBUFFER, samples, store, *size)
            GL.glFramebufferRenderbuffer(GL.GL_DRAW_FRAMEBUFFER, attachment, GL.GL_RENDERBUFFER, renderbuffer)
            self._renderbuffers.append(renderbuffer)
        self._framebuffers.append(framebuffer)
        return framebuffer

    def _delete_main_framebuffer(self) -> None:
        if self._framebuffers:
            GL.glDeleteFramebuffers(len(self._framebuffers), self._framebuffers)
            GL.glDeleteRenderbuffers(len(self._renderbuffers), self._renderbuffers)
        self._framebuffers, self._renderbuffers = [], []
        self._main_fb = self._main_fb_ms = None
        self._main_fb_dims = (None, None)

    def _configure_forward_pass_viewport(self, flags: int) -> None:
        super()._configure_forward_pass_viewport(flags)
        left, top, right, bottom = self.region
        GL.glEnable(GL.GL_SCISSOR_TEST)
        GL.glScissor(left, top, right - left, bottom - top)

    def _get_primitive_program(  # pyright: ignore[reportIncompatibleMethodOverride]  (one for all)
        self, *_: object
    ) -> ShaderProgram:
        program = self._program_cache.get_program(
            vertex_shader=VERTEX_SHADER,
            fragment_shader=self.look.shader,
            defines={"NORMAL_LOC": 1, "TEXCOORD_0_LOC": 2},
        )
        if not program._in_context():  # noqa: SLF001  (pyrender's own way)
            program._add_to_context()  # noqa: SLF001
        return program

    def _bind_and_draw_primitive(
        self, primitive: _Primitive, pose: np.ndarray, program: ShaderProgram, flags: int
    ) -> None:
        suit, look = primitive.suit, self.look
        for name, colour in (("skin", look.skin), ("suit", suit), ("shoes", look.shoes), ("sole", look.sole)):
            program.set_uniform(name, np.array(suit if colour is None else colour))
        for name, value in (("seam", look.seam), ("gloss", look.gloss), ("warmth", look.warmth)):
            program.set_uniform(name, value)
        # The framebuffer holds the image upside down, so outward faces turn clockwise in it.
        GL.glFrontFace(GL.GL_CCW if primitive.inside_out else GL.GL_CW)
        super()._bind_and_draw_primitive(primitive, pose, program, flags)

    def _read_main_framebuffer(self, scene: pyrender.Scene, flags: int) -> np.ndarray:  # noqa: ARG002  (pyrender's)
        left, top, right, bottom = self.region
        if self.samples:
            GL.glBindFramebuffer(GL.GL_READ_FRAMEBUFFER, self._main_fb_ms)
            GL.glBindFramebuffer(GL.GL_DRAW_FRAMEBUFFER, self._main_fb)
            GL.glBlitFramebuffer(*self.region, *self.region, GL.GL_COLOR_BUFFER_BIT, GL.GL_NEAREST)
        GL.glBindFramebuffer(GL.GL_READ_FRAMEBUFFER, self._main_fb)
        width, height = right - left, bottom - top
        if self._pixels.size < width * height * 4:
            self._pixels = np.empty(self.viewport_width * self.viewport_height * 4, np.uint8)
        rgba = self._pixels[: width * height * 4].reshape(height, width, 4)
        GL.glReadPixels(left, top, width, height, GL.GL_RGBA, GL.GL_UNSIGNED_BYTE, rgba)
        return rgba


class _Primitive(pyrender.Primitive):
    """Triangles that move, and that may be mirrored: then their outward faces turn the other way."""

    inside_out = False
    suit = (0.0, 0.0, 0.0)

    def upload(self, surface: np.ndarray) -> None:
        """Show (V, 8) float32 positions, normals and edges from now on; pyrender uploads a mesh only once."""
        if self._in_context():
            GL.glBindBuffer(GL.GL_ARRAY_BUFFER, self._buffers[0])
            GL.glBufferSubData(GL.GL_ARRAY_BUFFER, 0, surface.nbytes, surface)
        else:
            self.positions, self.normals = surface[:, :3], surface[:, 3:6]


class _Context(pyrender.OffscreenRenderer):
    """An OpenGL context of its own, and what draws in it."""

    _platform: Any
    _renderer: Any

    def use(self, renderer: Renderer) -> None:
        self._renderer = renderer

    def make_current(self) -> None:
        self._platform.make_current()

    def close(self) -> None:
        """Free the graphics memory and the context."""
        platform = self._platform
        platform.make_current()
        self._renderer.delete()
        display, context = (getattr(platform, f"_egl_{name}", None) for name in ("display", "context"))
        if display is None:
            platform.delete_context()
            return
        # pyrender's own way ends the whole EGL display, and with it every other renderer of the process.
        from OpenGL import EGL

        contextdata.cleanupContext(contextdata.getContext())
        EGL.eglMakeCurrent(display, EGL.EGL_NO_SURFACE, EGL.EGL_NO_SURFACE, EGL.EGL_NO_CONTEXT)
        EGL.eglDestroyContext(display, context)
        # So that pyrender, at the end, finds nothing left to free.
        platform._egl_display = platform._egl_context = None  # noqa: SLF001  (pyrender has no other way)


class _MeshSlot:
    """A mesh that stays in the scene; its vertices and colour change in place."""

    def __init__(self, scene: pyrender.Scene, faces: np.ndarray, edges: np.ndarray, double_sided: bool):
        # One interleaved array, laid out as pyrender uploads it: position, normal, edges.
        self.surface = np.zeros((len(edges), 8), np.float32)
        self.surface[:, 6:] = edges
        self.material = pyrender.MetallicRoughnessMaterial(doubleSided=double_sided)
        self.primitive = _Primitive(
            positions=self.surface[:, :3],
            normals=self.surface[:, 3:6],
            texcoord_0=self.surface[:, 6:],
            indices=faces,
            material=self.material,
        )
        self.mesh = pyrender.Mesh([self.primitive])
        scene.add(self.mesh)


class OffscreenScene:
    """Meshes of one topology, a camera and an image that nobody sees.

    Build, use and close it in one thread: an OpenGL context belongs to the thread that made it.

    Parameters
    ----------
    faces : (F, 3) int triangles, outward faces turning anticlockwise as seen.
    edges : (V, 2) float, metres from the edges of the clothes, positive inside.
    wire : (F', 3) int triangles whose edges a look may show.
    shaders : the folder of the shaders.
    double_sided : draw the inside too, as open surfaces need.
    near : metres before which nothing is drawn.

    Attributes
    ----------
    device_name : what draws, as OpenGL names it.
    is_software : it is the CPU.
    largest_side : of an image in pixels.
    """

    def __init__(
        self,
        faces: np.ndarray,
        edges: np.ndarray,
        wire: np.ndarray,
        shaders: Path,
        *,
        double_sided: bool,
        near: float,
    ):
        self._faces = faces
        self._edges = edges
        self._corners = wire.ravel()
        self._double_sided = double_sided
        self._scene = pyrender.Scene(bg_color=(0.0, 0.0, 0.0, 0.0))
        self._camera = _ImageCamera(near)
        self._scene.add(self._camera)
        self._solids: list[_MeshSlot] = []
        self._wires: list[_MeshSlot] = []
        self._context = _Context(1, 1)
        self.device_name = bytes(GL.glGetString(GL.GL_RENDERER) or b"").decode(errors="replace")
        self.largest_side = int(GL.glGetIntegerv(GL.GL_MAX_RENDERBUFFER_SIZE))
        self.is_software = any(name in self.device_name.lower() for name in SOFTWARE)
        self._renderer = _RegionRenderer(shaders, 0 if self.is_software else SAMPLES)
        self._context.use(self._renderer)

    def surface(self, index: int) -> np.ndarray:
        """Return the (V, 6) float32 positions and normals of a mesh, in camera axes, to be written into."""
        while len(self._solids) <= index:
            self._solids.append(_MeshSlot(self._scene, self._faces, self._edges, self._double_sided))
        return self._solids[index].surface[:, :6]

    def _wire(self, index: int) -> _MeshSlot:
        """Return a mesh as triangles that share no vertex, so that each knows its own edges."""
        while len(self._wires) <= index:
            triangles = np.arange(len(self._corners)).reshape(-1, 3)
            barycentric = np.tile(np.array([(1, 0), (0, 1), (0, 0)], np.float32), (len(triangles), 1))
            self._wires.append(_MeshSlot(self._scene, triangles, barycentric, self._double_sided))
        slot = self._wires[index]
        slot.surface[:, :6] = self.surface(index)[self._corners]
        return slot

    def draw(
        self,
        look: Look,
        colours: Sequence[np.ndarray],
        inside_out: Sequence[bool],
        focal_px: float,
        image_size: tuple[int, int],
        region: Region,
    ) -> np.ndarray:
        """Draw the first ``len(colours)`` meshes.

        Parameters
        ----------
        look : of all of them.
        colours : (4,) floats a mesh, red, green, blue and opacity from 0 to 1.
        inside_out : per mesh, its faces turn clockwise.
        focal_px, image_size : the camera.
        region : what of the image is wanted; not empty and inside it.

        Returns
        -------
        (h, w, 4) uint8 RGBA of the region, colour multiplied by alpha; overwritten by the next call.
        """
        self._context.make_current()
        for slot in (*self._solids, *self._wires):
            slot.mesh.is_visible = False
        for i, colour in enumerate(colours):
            slot = self._wire(i) if look.is_wire else self._solids[i]
            slot.mesh.is_visible = True
            slot.material.baseColorFactor = colour
            slot.primitive.suit = tuple(colour[:3])
            slot.primitive.inside_out = inside_out[i]
            slot.primitive.upload(slot.surface)
        self._camera.focal_px = focal_px
        self._context.viewport_width, self._context.viewport_height = image_size
        self._renderer.look = look
        self._renderer.region = region
        # What _RegionRenderer reads; pyrender's own renderer would return colour and depth.
        return cast("np.ndarray", self._context.render(self._scene, flags=RenderFlags.RGBA))

    def close(self) -> None:
        """Free the graphics memory and the context."""
        self._context.close()
