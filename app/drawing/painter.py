"""Painter: a frame and the people found in it to the picture that is shown, in the view a person chose.

It draws no text, so that a mirrored picture stays readable whatever is written over it later.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import cv2
import numpy as np

from models.body.joints import COCO17, FASTMETRO14
from models.camera.projection import NEAR, all_finite, focal_from_fov, project
from models.errors import UserError
from models.rendering.mesh_renderer import MeshRenderer, Rendering, Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.options import Options
    from app.types import Frame, Person

Colour = tuple[int, int, int]  # RGB, 0 to 255

# The mesh colour of the window's design, then five of Okabe and Ito's palette, which stay apart for all
# common kinds of colour blindness (Okabe & Ito, "Color Universal Design", 2008).
PEOPLE_COLOURS: tuple[Colour, ...] = (
    (0xA9, 0xCC, 0xE3),
    (0xE6, 0x9F, 0x00),
    (0x00, 0x9E, 0x73),
    (0xF0, 0xE4, 0x42),
    (0xCC, 0x79, 0xA7),
    (0xD5, 0x5E, 0x00),
)
LEFT: Colour = (0xE6, 0x9F, 0x00)
RIGHT: Colour = (0x56, 0xB4, 0xE9)
MIDDLE: Colour = (0xE8, 0xEC, 0xF0)
OUTLINE: Colour = (0x10, 0x13, 0x17)

# Bones between the 14 joints of FastMETRO (R_Ankle, R_Knee, R_Hip, L_Hip, L_Knee, L_Ankle, R_Wrist, R_Elbow,
# R_Shoulder, L_Shoulder, L_Elbow, L_Wrist, Neck, Head); 14 stands for the middle of the hips.
BODY_BONES = (
    *((a, b, RIGHT) for a, b in ((0, 1), (1, 2), (2, 14), (6, 7), (7, 8), (8, 12))),
    *((a, b, LEFT) for a, b in ((5, 4), (4, 3), (3, 14), (11, 10), (10, 9), (9, 12))),
    (14, 12, MIDDLE),
    (12, 13, MIDDLE),
)
# The wrist and four joints a finger, from thumb to little finger.
HAND_BONES = tuple(
    (0 if joint == 4 * finger + 1 else joint - 1, joint, PEOPLE_COLOURS[1 + finger])
    for finger in range(5)
    for joint in range(4 * finger + 1, 4 * finger + 5)
)
FAINT_SCORE = 0.5  # people of a lower score are drawn faintly,
HIDDEN_SCORE = 0.35  # and those of a lower one still not at all
FAINT = 0.4  # how much of them covers the picture
HIDDEN_JOINT = 0.1  # score of a joint below which its bones are not drawn
NUM_JOINTS = {"body": 14, "hand": 21}

BACKGROUND_TOP, BACKGROUND_BOTTOM = (0x12, 0x16, 0x1B), (0x24, 0x2B, 0x33)
GRID: Colour = (0x66, 0x74, 0x84)
GRID_STEP = 0.5  # metres
ORBIT_FOV_DEG = 40.0  # vertical; narrow enough that bodies keep their proportions
FOLLOW_S = 0.6  # time constant with which a view follows the people


class Drawable(Protocol):
    """A body whose meshes can be drawn; every :class:`models.body.template.BodyTemplate` is one.

    Attributes
    ----------
    faces : the (F, 3) triangles of its meshes, the finest first.
    num_vertices : of the finest mesh.
    kind : ``"body"`` or ``"hand"``.
    """

    @property
    def faces(self) -> tuple[np.ndarray, ...]: ...  # noqa: D102
    @property
    def num_vertices(self) -> int: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102


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

    Raises
    ------
    models.rendering.mesh_renderer.RenderingError : there is no OpenGL here.
    UserError : too few joints for a skeleton.
    """

    def __init__(
        self,
        body: Drawable,
        joint_names: Sequence[str],
        max_people: int = 1,
        *,
        has_floor: bool = False,
        ids: Sequence[int] = (),
    ):
        wanted = NUM_JOINTS[body.kind]
        if len(joint_names) < wanted:
            raise UserError(
                f"The model names {len(joint_names)} joints, a {body.kind}'s skeleton is drawn from the "
                f"first {wanted}; export the model again with them."
            )
        self._is_hand = body.kind == "hand"
        self._has_floor = has_floor
        self._renderer = MeshRenderer(body.faces[0], body.num_vertices, max_people)
        self._colours = _ColourOfPerson(ids)
        self._framing = _Framing()
        self._orbit = _Orbit()
        self._backdrop = np.empty((0, 0, 3), np.uint8)

    @property
    def device_name(self) -> str:
        """What draws, as OpenGL names it."""
        return self._renderer.device_name

    def draw(self, frame: Frame, people: Sequence[Person], options: Options) -> np.ndarray:
        """Draw one frame; people of a low score are faint or left out.

        A person of whom something is no number, as an old recording may hold, is left out too.

        Returns
        -------
        (H, W, 3) uint8 RGB, the size of the frame in every view, mirrored if the options say so.
        """
        people = [person for person in people if person.score >= HIDDEN_SCORE and _is_finite(person)]
        bodies = self._bodies(people, options)
        focal_px = people[0].focal_px if people else focal_from_fov(frame.size[0], options.fov_of(frame))
        if options.view == "overlay":
            picture = self._draw_bodies(frame.image.copy(), bodies, focal_px, options)
        elif options.view == "mesh":
            picture = self._background(frame.size)
            if self._has_floor:
                self._orbit.follow([body.vertices for body in bodies], frame.time_s)
                self._draw_floor(picture, CAMERA_EYE, focal_px)
            picture = self._draw_bodies(picture, bodies, focal_px, options)
        elif options.view == "orbit":
            picture = self._draw_orbit(frame, bodies, options)
        else:
            return self._draw_side_by_side(frame, people, bodies, focal_px, options)
        return cv2.flip(picture, 1) if options.mirror else picture

    def close(self) -> None:
        """Free what the renderer holds."""
        self._renderer.close()

    def _bodies(self, people: Sequence[Person], options: Options) -> list[_Body]:
        colours = self._colours.assign([person.id for person in people])
        return [
            _Body(
                person.vertices + person.translation,
                person.joints + person.translation,
                colours[person.id] if options.colour_per_person else PEOPLE_COLOURS[0],
                person.is_left,
                person.score < FAINT_SCORE,
                _seen_joints(person.joint_scores),
            )
            for person in people
        ]

    def _draw_bodies(
        self, picture: np.ndarray, bodies: Sequence[_Body], focal_px: float, options: Options
    ) -> np.ndarray:
        """Draw bodies in the axes of the eye into a picture, in place; faint ones behind the others."""
        if faint := [body for body in bodies if body.is_faint]:
            bodies = [body for body in bodies if not body.is_faint]
            covered = self._draw_opaque(picture.copy(), faint, focal_px, options)
            cv2.addWeighted(covered, FAINT, picture, 1 - FAINT, 0, dst=picture)
        return self._draw_opaque(picture, bodies, focal_px, options)

    def _draw_opaque(
        self, picture: np.ndarray, bodies: Sequence[_Body], focal_px: float, options: Options
    ) -> np.ndarray:
        size = (picture.shape[1], picture.shape[0])
        if options.show != "skeleton":
            surfaces = [Surface(body.vertices, body.colour, body.is_left) for body in bodies]
            rendering = self._renderer.render(surfaces, focal_px, size, options.opacity)
            if rendering is not None:
                blend(picture, rendering)
        if options.show != "mesh":
            for body in sorted(bodies, key=lambda body: -body.joints[:, 2].mean()):
                self._draw_skeleton(picture, body, focal_px)
        return picture

    def _draw_skeleton(self, picture: np.ndarray, body: _Body, focal_px: float) -> None:
        """Draw the joints that were seen and the bones between them."""
        joints, seen = body.joints, body.seen
        if self._is_hand:
            points, bones = joints[: NUM_JOINTS["hand"]], HAND_BONES
        else:
            points = np.vstack([joints[: NUM_JOINTS["body"]], (joints[2] + joints[3])[None] / 2])
            bones = BODY_BONES
        if points[:, 2].min() <= NEAR:
            return
        pixels = project(points, focal_px, (picture.shape[1], picture.shape[0]))
        extent = np.ptp(pixels, axis=0).max()
        thickness = int(np.clip(round(extent / 110), 1, 12))
        # cv2 takes whole numbers with a binary point: 4 bits place lines smoother than whole pixels.
        ends = np.round(np.clip(pixels, -1e6, 1e6) * 16).astype(int)
        for width, dark in ((thickness + 2, True), (thickness, False)):
            for a, b, colour in bones:
                if seen is not None and not (seen[a] and seen[b]):
                    continue
                line = OUTLINE if dark else colour
                cv2.line(picture, tuple(ends[a]), tuple(ends[b]), line, width, cv2.LINE_AA, shift=4)
        for point in ends if seen is None else ends[seen]:
            cv2.circle(picture, tuple(point), 16 * thickness, OUTLINE, -1, cv2.LINE_AA, shift=4)
            cv2.circle(picture, tuple(point), 11 * thickness, MIDDLE, -1, cv2.LINE_AA, shift=4)

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
        picture = np.full_like(frame.image, BACKGROUND_TOP)
        for part, x in ((frame.image, 0), (mesh, width - cell_width)):
            cell = cv2.resize(
                np.ascontiguousarray(part[:, left:right]),
                (cell_width, cell_height),
                interpolation=cv2.INTER_AREA,
            )
            cell = cv2.flip(cell, 1) if options.mirror else cell
            picture[top : top + cell_height, x : x + cell_width] = cell
        return picture

    def _draw_orbit(self, frame: Frame, bodies: Sequence[_Body], options: Options) -> np.ndarray:
        picture = self._background(frame.size)
        self._orbit.follow([body.vertices for body in bodies], frame.time_s)
        # In a mirrored picture the eye goes round the other way, so that it still follows the mouse.
        yaw_deg = -options.orbit_yaw_deg if options.mirror else options.orbit_yaw_deg
        eye = self._orbit.eye(yaw_deg, options.orbit_pitch_deg, options.orbit_zoom)
        focal_px = focal_from_fov(min(frame.size), ORBIT_FOV_DEG)
        self._draw_floor(picture, eye, focal_px)
        seen = [
            replace(body, vertices=eye.look(body.vertices), joints=eye.look(body.joints)) for body in bodies
        ]
        return self._draw_bodies(picture, seen, focal_px, options)

    def _draw_floor(self, picture: np.ndarray, eye: Eye, focal_px: float) -> None:
        draw_grid(picture, eye, focal_px, self._orbit.middle, self._orbit.floor, self._orbit.radius)

    def _background(self, size: tuple[int, int]) -> np.ndarray:
        """Return a fresh (H, W, 3) dark backdrop, lighter towards the ground."""
        width, height = size
        if self._backdrop.shape[:2] != (height, width):
            shade = np.linspace(BACKGROUND_TOP, BACKGROUND_BOTTOM, height)[:, None]
            # Noise of one level hides the bands that so slow a gradient has in 8 bits.
            noise = np.random.default_rng(0).uniform(-0.5, 0.5, (height, width, 1))
            self._backdrop = np.round(shade + noise).astype(np.uint8)
        return self._backdrop.copy()


def _is_finite(person: Person) -> bool:
    return all_finite(person.vertices, person.joints, person.translation, person.box_xyxy)


def blend(picture: np.ndarray, rendering: Rendering) -> None:
    """Lay a rendering over an (H, W, 3) uint8 RGB picture, in place."""
    height, width = rendering.rgba.shape[:2]
    part = picture[rendering.top : rendering.top + height, rendering.left : rendering.left + width]
    behind = cv2.cvtColor(cv2.bitwise_not(cv2.extractChannel(rendering.rgba, 3)), cv2.COLOR_GRAY2RGB)
    cv2.multiply(part, behind, dst=behind, scale=1 / 255)
    part[:] = cv2.add(behind, cv2.cvtColor(rendering.rgba, cv2.COLOR_RGBA2RGB))


@dataclass(frozen=True, slots=True, eq=False)
class _Body:
    """A person's (V, 3) mesh and (J, 3) joints in the axes of whoever looks, metres.

    ``seen`` tells which of the 14 joints and the hips' middle were seen; None if the model does not say.
    """

    vertices: np.ndarray
    joints: np.ndarray
    colour: Colour
    is_left: bool
    is_faint: bool
    seen: np.ndarray | None


def _seen_joints(scores: np.ndarray | None) -> np.ndarray | None:
    """Return (15,) which joints of the skeleton were seen, by the (17,) scores of COCO's joints."""
    if scores is None:
        return None
    score = dict(zip(COCO17, scores, strict=True))
    sides = {"R": "right", "L": "left"}
    limbs = [score[f"{sides[name[0]]}_{name[2:].lower()}"] for name in FASTMETRO14[:12]]
    neck = min(score["left_shoulder"], score["right_shoulder"])
    head = max(score[name] for name in COCO17[:5])
    hips = min(score["left_hip"], score["right_hip"])
    return np.array([*limbs, neck, head, hips]) >= HIDDEN_JOINT


class _ColourOfPerson:
    """Gives each person a colour that stays, the first one free; a colour is free once its person is away.

    People whose ids are known from the beginning have colours in that order, whoever is there.
    """

    def __init__(self, ids: Sequence[int]):
        self._settled = dict(zip(ids, itertools.count(), strict=False))
        self._places: dict[int, int] = {}

    def assign(self, ids: Sequence[int]) -> dict[int, Colour]:
        """Return the colour of each id."""
        if self._settled:
            return {i: colour_of(self._settled[i]) for i in ids}
        taken = {self._places[i] for i in ids if i in self._places}
        for i in ids:
            if i not in self._places:
                place = next(p for p in range(len(taken) + 1) if p not in taken)
                self._places = {k: p for k, p in self._places.items() if p != place} | {i: place}
                taken.add(place)
        return {i: colour_of(self._places[i]) for i in ids}


def colour_of(place: int) -> Colour:
    """Return the colour of the person at a place, counted from 0; after the last one they begin again."""
    return PEOPLE_COLOURS[place % len(PEOPLE_COLOURS)]


@dataclass(frozen=True, slots=True, eq=False)
class Eye:
    """Where the orbit view looks from.

    Attributes
    ----------
    rotation : (3, 3), camera axes to the eye's axes.
    position : (3,) metres, camera axes.
    """

    rotation: np.ndarray
    position: np.ndarray

    def look(self, points: np.ndarray) -> np.ndarray:
        """Take (..., 3) points from camera axes to the eye's axes."""
        return (points - self.position) @ self.rotation.T


CAMERA_EYE = Eye(np.eye(3, dtype=np.float32), np.zeros(3, np.float32))


class _Follower:
    """The share of the way to a new aim that a view goes from one frame to the next, so that it glides."""

    def __init__(self):
        self._time_s = -np.inf

    def share(self, time_s: float) -> float:
        """Return 0 to 1 for a frame of this time; 1 for the first one, and when a clip starts again."""
        elapsed = time_s - self._time_s
        self._time_s = time_s
        return 1 - float(np.exp(-elapsed / FOLLOW_S)) if 0 <= elapsed < 2 else 1.0


class _Framing:
    """Which columns of the picture the view side by side shows, followed softly."""

    def __init__(self):
        self._follower = _Follower()
        self._middle, self._width = 0.5, 1.0  # shares of the picture's width

    def follow(self, people: Sequence[Person], width: int, time_s: float) -> None:
        """Take in the people of a picture ``width`` pixels wide."""
        if not people:
            return
        boxes = np.clip([person.box_xyxy for person in people], 0, width) / width
        left, right = float(boxes[:, 0].min()), float(boxes[:, 2].max())
        share = self._follower.share(time_s)
        self._middle += share * ((left + right) / 2 - self._middle)
        self._width += share * (float(np.clip(1.2 * (right - left), 0.5, 1)) - self._width)

    def columns(self, width: int) -> tuple[int, int]:
        """Return the first column and the one after the last."""
        shown = max(round(self._width * width), 1)
        left = int(np.clip(round(self._middle * width - shown / 2), 0, width - shown))
        return left, left + shown


class _Orbit:
    """The middle, size and floor of the people, followed softly so that the view does not shake."""

    def __init__(self):
        self._follower = _Follower()
        self.middle = np.array([0, 0, 3], np.float32)
        self.radius = 1.0
        self.floor = 1.0

    def follow(self, meshes: Sequence[np.ndarray], time_s: float) -> None:
        """Take in the meshes, (V, 3) each in camera axes, of the moment ``time_s``."""
        if not meshes:
            return
        low = np.min([mesh.min(axis=0) for mesh in meshes], axis=0)
        high = np.max([mesh.max(axis=0) for mesh in meshes], axis=0)
        middle = (low + high) / 2
        radius = max(float(np.linalg.norm(mesh - middle, axis=1).max()) for mesh in meshes)
        share = self._follower.share(time_s)
        self.middle = self.middle + np.float32(share) * (middle - self.middle)
        self.radius += share * (radius - self.radius)
        self.floor += share * (float(high[1]) - self.floor)

    def eye(self, yaw_deg: float, pitch_deg: float, zoom: float) -> Eye:
        """Return the eye that sees the people whole at zoom 1; positive angles go right and up."""
        yaw, pitch = np.radians(yaw_deg), np.radians(pitch_deg)
        right = np.array([np.cos(yaw), 0, np.sin(yaw)])
        ahead = np.array([-np.sin(yaw) * np.cos(pitch), np.sin(pitch), np.cos(yaw) * np.cos(pitch)])
        rotation = np.array([right, np.cross(ahead, right), ahead], np.float32)
        distance = self.radius / np.sin(np.radians(ORBIT_FOV_DEG / 2)) / max(zoom, 0.01)
        return Eye(rotation, self.middle - np.float32(distance) * rotation[2])


def draw_grid(
    picture: np.ndarray, eye: Eye, focal_px: float, middle: np.ndarray, floor: float, radius: float
) -> None:
    """Draw a disc of a square grid on the ground, fading outwards, into a picture, in place.

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
    seen = eye.look(points)
    shown = (distance < 1) & (seen[..., 2].min(axis=1) > NEAR)
    pixels = project(seen[shown], focal_px, (picture.shape[1], picture.shape[0]))
    lines = np.round(np.clip(pixels, -1e6, 1e6) * 16).astype(np.int32)
    levels = np.floor(distance[shown] * 6).astype(int)
    for level in range(6):
        strength = 1 - (level + 0.5) / 6
        colour = tuple(int(b + strength * (g - b)) for g, b in zip(GRID, BACKGROUND_BOTTOM, strict=True))
        cv2.polylines(picture, list(lines[levels == level]), False, colour, 1, cv2.LINE_AA, shift=4)
