"""Painter: a frame and the people found in it to the image that is shown, in the view a person chose.

It draws no text, so that a mirrored image stays readable whatever is written over it later.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import cv2
import numpy as np

from app.drawing.colours import BACKGROUND_BOTTOM, BACKGROUND_TOP, PEOPLE_COLOURS, Colour, PersonColours
from app.drawing.framing import SideBySideFraming
from app.drawing.orbit_view import ORBIT_FOV_DEG, RECORDED_CAMERA, OrbitView, ViewCamera, draw_grid
from app.drawing.picking import camera_pixels, mirrored
from app.drawing.scratch import Scratch
from app.drawing.skeleton import NUM_JOINTS, draw_skeleton, seen_joints
from models.camera.projection import all_finite, focal_from_fov, project
from models.errors import UserError
from models.inference.store import mannequin_of
from models.rendering.flat_renderer import FlatRenderer
from models.rendering.looks import LOOKS
from models.rendering.mesh_renderer import MeshRenderer, NoOpenGLError, Rendering, Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.options import Options
    from app.types import Frame, Person

log = logging.getLogger(__name__)

Renderer = MeshRenderer | FlatRenderer

FAINT_SCORE = 0.5  # people of a lower score are drawn faintly, as are those who do not lead,
HIDDEN_SCORE = 0.35  # and those of a lower one still not at all
BEHIND_BONES = 0.7  # how much of the mesh's opacity is left where its skeleton is drawn over it
FAINT = 0.4  # how much of them covers the image


class Drawable(Protocol):
    """A body whose meshes can be drawn; every :class:`models.body.template.BodyTemplate` is one.

    Attributes
    ----------
    faces : the (F, 3) triangles of its meshes, the finest first.
    num_vertices : of the finest mesh.
    kind : ``"body"`` or ``"hand"``.
    """

    @property
    def faces(self) -> tuple[np.ndarray, ...]: ...  # noqa: D102 - the class says it
    @property
    def num_vertices(self) -> int: ...  # noqa: D102 - the class says it
    @property
    def kind(self) -> str: ...  # noqa: D102 - the class says it


class Painter:
    """Draws people's meshes and skeletons in the views of :class:`app.options.Options`.

    Build, use and close it in one thread, as the renderer inside demands.

    Parameters
    ----------
    body : of the model whose people are drawn.
    joint_names : of that model; the skeleton needs FastMETRO's 14 first, or a hand's 21.
    max_people : how many people are made ready for; more are drawn too, only the first time slower.
    has_floor : the mesh alone stands on the grid of the orbit view.
    ids : all people there will be, where that is known: their colours then go by this order.
    renderer : of the body's meshes, where there is one already; :meth:`close` closes it too.

    Raises
    ------
    models.rendering.mesh_renderer.RenderingError : a file that drawing needs is missing.
    UserError : too few joints for a skeleton; a file of the program is missing.
    """

    def __init__(
        self,
        body: Drawable,
        joint_names: Sequence[str],
        max_people: int = 1,
        *,
        has_floor: bool = False,
        ids: Sequence[int] = (),
        renderer: Renderer | None = None,
    ):
        wanted = NUM_JOINTS[body.kind]
        if len(joint_names) < wanted:
            raise UserError(
                f"The model names {len(joint_names)} joints, a {body.kind}'s skeleton is drawn from the "
                f"first {wanted}; export the model again with them."
            )
        self._is_hand = body.kind == "hand"
        self._has_floor = has_floor
        mannequin = mannequin_of(body.faces[0])
        self._ends = None if mannequin is None else mannequin.extremities
        self._renderer = renderer or body_renderer(body, max_people)
        self._colours = PersonColours(ids)
        self.colours: dict[int, Colour] = {}  # of whom was drawn last
        self._framing = SideBySideFraming()
        self._orbit = OrbitView()
        self._backdrop = np.empty((0, 0, 3), np.uint8)
        self._canvas: np.ndarray | None = None  # of people alone, while they are drawn
        self._scratch = Scratch()

    @property
    def device_name(self) -> str:
        """What draws, as OpenGL names it, or that it does not."""
        return self._renderer.device_name

    @property
    def no_opengl(self) -> str:
        """One sentence why the processor draws, more plainly; empty where OpenGL does."""
        return self._renderer.no_opengl

    def draw(
        self, frame: Frame, people: Sequence[Person], options: Options, leader: int | None = None
    ) -> np.ndarray:
        """Draw one frame; people of a low score are faint or left out.

        Where somebody leads, by id, all others are faint too. A person of whom something is no number, as an
        old recording may hold, is left out.

        Returns
        -------
        (H, W, 3) uint8 RGB, the size of the frame in every view, mirrored if the options say so.
        """
        people = [
            person
            for person in people
            if person.score >= HIDDEN_SCORE and _is_finite(person) and person.id not in options.hidden
        ]
        bodies = self._bodies(people, options, leader)
        focal_px = people[0].focal_px if people else focal_from_fov(frame.size[0], options.fov_of(frame))
        if options.view == "overlay":
            image = self._draw_bodies(frame.image.copy(), bodies, focal_px, options)
        elif options.view == "mesh":
            image = self._background(frame.size)
            if self._has_floor:
                self._orbit.follow([body.vertices for body in bodies], frame.time_s)
                self._draw_floor(image, RECORDED_CAMERA, focal_px)
            image = self._draw_bodies(image, bodies, focal_px, options)
        elif options.view == "orbit":
            image = self._draw_orbit(frame, bodies, options)
        else:
            return self._draw_side_by_side(frame, people, bodies, focal_px, options)
        return cv2.flip(image, 1) if options.mirror else image

    def draw_and_cut_out(
        self, frame: Frame, people: Sequence[Person], options: Options, leader: int | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Draw one frame, and the people alone, to be laid over something else.

        Alone they are where the view has them, the camera's where it shows both, and solid whatever their
        opacity.

        Returns
        -------
        The image of :meth:`draw`, and (H, W, 4) uint8, red, green and blue multiplied by alpha; both mirrored
        if the options say so.
        """
        self._canvas = canvas = np.zeros((*frame.image.shape[:2], 4), np.uint8)
        try:
            image = self.draw(frame, people, options, leader)
        finally:
            self._canvas = None
        return image, cv2.flip(canvas, 1) if options.mirror else canvas

    def close(self) -> None:
        """Free what the renderer holds."""
        self._renderer.close()

    def _bodies(self, people: Sequence[Person], options: Options, leader: int | None) -> list[_Body]:
        assigned = self._colours.assign([person.id for person in people])
        one = None if options.colour_per_person else PEOPLE_COLOURS[0]
        colours = {each: one or colour for each, colour in assigned.items()}
        self.colours = colours
        return [
            _Body(
                person.vertices + person.translation,
                self._joints(person) + person.translation,
                colours[person.id],
                person.is_left,
                person.score < FAINT_SCORE or leader not in (None, person.id),
                seen_joints(person.joint_scores),
            )
            for person in people
        ]

    def _joints(self, person: Person) -> np.ndarray:
        """Return the (J, 3) joints that the skeleton is drawn from; of the open body with hands and feet."""
        if self._ends is None:
            return person.joints[: NUM_JOINTS["hand" if self._is_hand else "body"]]
        return np.vstack([person.joints[: NUM_JOINTS["body"]], self._ends.regress(person.vertices)])

    def _draw_bodies(
        self, image: np.ndarray, bodies: Sequence[_Body], focal_px: float, options: Options
    ) -> np.ndarray:
        """Draw bodies in the axes of the camera into an image, in place; faint ones behind the others."""
        layers = [_Layer(image, options.opacity)]
        if self._canvas is not None:
            layers.append(_Layer(self._canvas, 1.0))
        if faint := [body for body in bodies if body.is_faint]:
            bodies = [body for body in bodies if not body.is_faint]
            covered = [_Layer(layer.image.copy(), layer.opacity) for layer in layers]
            self._draw_opaque(covered, faint, focal_px, options)
            for over, layer in zip(covered, layers, strict=True):
                cv2.addWeighted(over.image, FAINT, layer.image, 1 - FAINT, 0, dst=layer.image)
        self._draw_opaque(layers, bodies, focal_px, options)
        return image

    def _draw_opaque(
        self, layers: Sequence[_Layer], bodies: Sequence[_Body], focal_px: float, options: Options
    ) -> None:
        height, width = layers[0].image.shape[:2]
        if options.show != "skeleton":
            surfaces = [Surface(body.vertices, body.colour, body.is_left) for body in bodies]
            most = max(layer.opacity for layer in layers)
            behind_bones = BEHIND_BONES if options.show == "both" else 1
            rendering = self._renderer.render(
                surfaces, focal_px, (width, height), most * behind_bones, look=LOOKS[options.look]
            )
            if rendering is not None:
                for layer in layers:
                    share = 1.0 if layer.opacity == most else layer.opacity / most
                    blend(layer.image, rendering, share, self._scratch)
        if options.show != "mesh":
            for body in sorted(bodies, key=lambda body: -body.joints[:, 2].mean()):
                for layer in layers:
                    draw_skeleton(layer.image, body.joints, body.seen, focal_px, is_hand=self._is_hand)

    def _draw_side_by_side(
        self,
        frame: Frame,
        people: Sequence[Person],
        bodies: Sequence[_Body],
        focal_px: float,
        options: Options,
    ) -> np.ndarray:
        """Draw photo and mesh, each cut to half the width around the people, or shrunk to hold them all."""
        width, height = frame.size
        mesh = self._draw_bodies(self._background(frame.size), bodies, focal_px, options)
        self._framing.follow(people, width, frame.time_s)
        left, right = self._framing.columns(width)
        cell_width = max(width // 2, 1)
        cell_height = max(min(round(height * cell_width / (right - left)), height), 1)
        top = (height - cell_height) // 2
        image = np.full_like(frame.image, BACKGROUND_TOP)
        for part, x in ((frame.image, 0), (mesh, width - cell_width)):
            cell = cv2.resize(
                np.ascontiguousarray(part[:, left:right]),
                (cell_width, cell_height),
                interpolation=cv2.INTER_AREA,
            )
            cell = cv2.flip(cell, 1) if options.mirror else cell
            image[top : top + cell_height, x : x + cell_width] = cell
        return image

    def joint_pixels(self, frame: Frame, people: Sequence[Person], options: Options) -> dict[int, np.ndarray]:
        """Return where joints lie in the picture that was drawn last, of the same frame, people and options.

        Returns
        -------
        (J, 2) pixels for each person's id; of nobody where picture and mesh are side by side.
        """
        if options.view != "orbit":
            return camera_pixels(people, frame.size, options)
        camera = self._orbit_camera(options)
        focal_px = focal_from_fov(min(frame.size), ORBIT_FOV_DEG)
        seen = {person.id: camera.transform(person.joints + person.translation) for person in people}
        return {
            each: mirrored(project(joints, focal_px, frame.size), frame.size, options)
            for each, joints in seen.items()
        }

    def _orbit_camera(self, options: Options) -> ViewCamera:
        # In a mirrored image the camera goes round the other way, so that it still follows the mouse.
        yaw_deg = -options.orbit_yaw_deg if options.mirror else options.orbit_yaw_deg
        return self._orbit.camera(yaw_deg, options.orbit_pitch_deg, options.orbit_zoom)

    def _draw_orbit(self, frame: Frame, bodies: Sequence[_Body], options: Options) -> np.ndarray:
        image = self._background(frame.size)
        self._orbit.follow([body.vertices for body in bodies], frame.time_s)
        camera = self._orbit_camera(options)
        focal_px = focal_from_fov(min(frame.size), ORBIT_FOV_DEG)
        self._draw_floor(image, camera, focal_px)
        seen = [
            replace(body, vertices=camera.transform(body.vertices), joints=camera.transform(body.joints))
            for body in bodies
        ]
        return self._draw_bodies(image, seen, focal_px, options)

    def _draw_floor(self, image: np.ndarray, camera: ViewCamera, focal_px: float) -> None:
        draw_grid(image, camera, focal_px, self._orbit.middle, self._orbit.floor, self._orbit.radius)

    def _background(self, size: tuple[int, int]) -> np.ndarray:
        """Return a fresh (H, W, 3) dark backdrop, lighter towards the ground."""
        width, height = size
        if self._backdrop.shape[:2] != (height, width):
            shade = np.linspace(BACKGROUND_TOP, BACKGROUND_BOTTOM, height)[:, None]
            # Noise of one level hides the bands that so slow a gradient has in 8 bits.
            noise = np.random.default_rng(0).uniform(-0.5, 0.5, (height, width, 1))
            self._backdrop = np.round(shade + noise).astype(np.uint8)
        return self._backdrop.copy()


def body_renderer(body: Drawable, max_people: int = 1) -> Renderer:
    """Return what draws the meshes of a body, dressed: nobody is shown naked.

    Raises
    ------
    models.rendering.mesh_renderer.RenderingError : a file that drawing needs is missing.
    UserError : likewise.
    """
    faces = body.faces[0]
    mannequin = mannequin_of(faces)
    try:
        return MeshRenderer(faces, body.num_vertices, max_people, mannequin=mannequin)
    except NoOpenGLError as error:
        log.warning("%s", error)
        return FlatRenderer(faces, mannequin=mannequin, no_opengl=str(error))


def _is_finite(person: Person) -> bool:
    return all_finite(person.vertices, person.joints, person.translation, person.box_xyxy)


def blend(
    image: np.ndarray, rendering: Rendering, opacity: float = 1.0, scratch: Scratch | None = None
) -> None:
    """Lay a rendering over an image, in place.

    Parameters
    ----------
    image : (H, W, 3) uint8 RGB, or (H, W, 4) RGBA with colours that are multiplied by alpha.
    rendering : whose colours are, too.
    opacity : 0 to 1, of the rendering.
    scratch : memory to work in; None for fresh memory.
    """
    scratch = scratch or Scratch()
    rgba = rendering.rgba
    height, width = rgba.shape[:2]
    if opacity != 1:
        rgba = cv2.convertScaleAbs(rgba, dst=scratch.picture("faint", height, width, 4), alpha=opacity)
    part = image[rendering.top : rendering.top + height, rendering.left : rendering.left + width]
    channels = image.shape[2]
    alpha = cv2.extractChannel(rgba, 3, dst=scratch.picture("alpha", height, width))
    cv2.bitwise_not(alpha, dst=alpha)
    behind = cv2.merge([alpha] * channels, dst=scratch.picture("behind", height, width, channels))
    cv2.multiply(part, behind, dst=behind, scale=1 / 255)
    over = rgba
    if channels == 3:
        over = cv2.cvtColor(rgba, cv2.COLOR_RGBA2RGB, dst=scratch.picture("over", height, width, 3))
    part[:] = cv2.add(behind, over, dst=behind)


@dataclass(frozen=True, slots=True, eq=False)
class _Layer:
    """An image to draw bodies into, RGB, or RGBA with colours multiplied by alpha; and their opacity."""

    image: np.ndarray
    opacity: float


@dataclass(frozen=True, slots=True, eq=False)
class _Body:
    """A person's (V, 3) mesh and (J, 3) joints in the axes of the view's camera, metres.

    ``seen`` tells which of the 14 joints and the hips' middle were seen; None if the model does not say.
    """

    vertices: np.ndarray
    joints: np.ndarray
    colour: Colour
    is_left: bool
    is_faint: bool
    seen: np.ndarray | None
