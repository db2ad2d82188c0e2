"""Pictures of synthetic people with their ground truth.

One seed makes one picture, bit for bit on the CPU. A picture is drawn as the network sees it: the crop of a
photo by the bundled model's rule. The truth is the template's mesh and its landmarks in crop axes.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import cv2
import numpy as np

from models.body.skinning import CAMERA_FROM_BODY, corpus_rotations, curl_fingers, rotation_matrices
from models.body.template import BodyTemplate, load_template
from models.camera.crop import HIPS, LANDMARK_RULE, SHOULDERS, CropBox, CropRule, crop_from_landmarks
from models.inference.paths import ASSETS
from models.synthetic.augmentation import (
    SIZE,
    Cover,
    Edge,
    Webcam,
    covered,
    cut_by_edge,
    filmed,
    random_covers,
    random_edge,
    random_webcam,
)
from models.synthetic.characters import (
    Character,
    Looks,
    bone_transforms,
    load_base,
    load_paint,
    load_wardrobe,
    skin,
    template_rows,
)
from models.synthetic.landmark_simulation import arm_directions, turned_to_heading
from models.synthetic.lighting import Environment, load_environments, random_room
from models.synthetic.outfits import random_character
from models.synthetic.poses import PoseCorpus, PoseSampler, load_poses
from models.synthetic.props import Thing, clutter, held, mat, seat
from models.synthetic.render_cpu import Scene, draw

log = logging.getLogger(__name__)

ROOMS = 100  # made-up surroundings, besides those of a folder
UNIT = 1000  # pixels of a focal length, where something counts in pixels
POSTURES = ("upright", "bent over", "sitting", "crouching", "kneeling", "on the floor", "lying")


@dataclass(frozen=True, slots=True)
class Facts(Looks):
    """Who is in a picture and how, for figures by group.

    Attributes
    ----------
    posture : one of POSTURES.
    covered : share 0..1 of the person's pixels in the crop that something hides.
    truncated : the photo's edge cuts the person.
    """

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
    clear : nothing covers the person, the photo's edge does not cut them, and nobody else is in the picture.
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
class Description:
    """All that chance decides about a picture.

    Attributes
    ----------
    scene : what is drawn.
    covers, edge, webcam : what then happens to the picture.
    vertices, landmarks, landmarks_2d : the truth, as :class:`Sample` gives it.
    looks, posture : of the person.
    """

    scene: Scene
    covers: tuple[Cover, ...]
    edge: Edge | None
    webcam: Webcam
    vertices: np.ndarray
    landmarks: np.ndarray
    landmarks_2d: np.ndarray
    looks: Looks
    posture: str


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
    rule : where the crop lies around the person.
    device : ``cuda`` draws on an NVIDIA GPU, anything else on the CPU.
    """

    def __init__(
        self,
        materials: Materials,
        characters: int = 200,
        held_out: bool = False,
        rule: CropRule = LANDMARK_RULE,
        device: str = "cpu",
    ):
        self.materials = materials
        self._draw = drawing(materials.paint, device)
        self.rule = rule
        self.characters = characters
        self.held_out = held_out
        self.poses = PoseSampler(arm_directions(materials.template), materials.corpus, held_out)
        self._dressed: dict[int, Character] = {}
        self._bare: dict[int, tuple[np.ndarray, np.ndarray, np.ndarray]] = {}  # the template's vertices
        self._rooms: dict[int, Environment] = {}

    def sample(self, seed: int) -> Sample:
        """Make the picture of a seed."""
        description = self.describe(seed)
        return finished(description, *self._draw(description.scene))

    def describe(self, seed: int) -> Description:
        """Draw everything about the picture of a seed, but not the picture."""
        rng = np.random.default_rng([seed, int(self.held_out)])
        m = self.materials
        bodies = self._posed(int(rng.choice([1, 2, 3], p=[0.72, 0.22, 0.06])), rng)
        person = bodies[0]
        for number, other in enumerate(bodies[1:]):
            other.move(beside(person.vertices, other.vertices, rng.random() < 0.5 and number == 0, rng))
        body = person.vertices
        world = m.template.joint_sets["mediapipe33"].regress(body)
        stance = posture(world)
        target = (body.min(0) + body.max(0)) / 2
        position, axes = random_camera(body - target, rng)
        position += target

        # Crop: by the rule from the true landmarks, jittered as detections are.
        vertices = ((body - position) @ axes.T).astype(np.float32)
        landmarks = m.template.joint_sets["mediapipe33"].regress(vertices)
        flat = landmarks[:, :2] / landmarks[:, 2:]
        crop = random_crop(flat, self.rule, rng)

        scene = Scene(
            people=tuple(b.character for b in bodies),
            transforms=tuple(b.transforms for b in bodies),
            things=random_things(body, world, stance, position, rng),
            environment=self._environment(rng),
            position=position,
            axes=axes,
            crop=crop,
            exposure=float(rng.uniform(0.12, 0.36) * (rng.choice([0.4, 2.2]) if rng.random() < 0.1 else 1)),
        )
        inside = crop.crop_from_image(vertices[:, :2] / vertices[:, 2:])
        turn = crop.rotation()
        in_crop, marks = vertices.copy(), landmarks.copy()
        in_crop[:, :2], marks[:, :2] = in_crop[:, :2] @ turn, marks[:, :2] @ turn
        return Description(
            scene=scene,
            covers=random_covers(inside, rng),
            edge=random_edge(inside, rng),
            webcam=random_webcam(rng),
            vertices=in_crop,
            landmarks=marks,
            landmarks_2d=crop.crop_from_image(flat),
            looks=person.character.looks,
            posture=stance,
        )

    def _character(self, number: int) -> Character:
        if number not in self._dressed:
            character = self.materials.dress(np.random.default_rng([number, int(self.held_out), 1]))
            rows = self.materials.rows
            self._dressed[number] = character
            self._bare[number] = (character.rest[rows], character.bones[rows], character.weights[rows])
        return self._dressed[number]

    def _posed(self, count: int, rng: np.random.Generator) -> list[_Body]:
        """Draw people who stand on y = 0 about the origin of the world."""
        m = self.materials
        poses = self.poses.sample(count, rng)
        local = corpus_rotations(m.template, poses @ CAMERA_FROM_BODY)
        any_way, towards = rng.uniform(-np.pi, np.pi, count), rng.normal(size=count) * 0.5
        facing = np.where(rng.random(count) < 0.6, any_way, towards)
        local[:, 0] = turned_to_heading(rotation_matrices(poses[:, 0]), facing)
        # Most hands rest half open; some are flat, some make a fist.
        hand = rng.normal(0.15, 0.3, (count, 2, 1, 1)) + (rng.random((count, 2, 1, 1)) < 0.12) * 0.9
        hand = hand + rng.normal(0, 0.12, (count, 2, 5, 1))
        fingers, bent = curl_fingers(m.template, np.repeat(hand, 3, axis=-1).reshape(count, 10, 3))
        local[:, fingers] = bent
        bodies = []
        for rotations in local:
            number = int(rng.integers(self.characters))
            character = self._character(number)
            rest, bones, weights = self._bare[number]
            transforms = bone_transforms(m.parents, character.heads, rotations)
            body = _Body(character, transforms, skin(rest, bones, weights, transforms))
            sole = float(character.rest[character.faces, 1].max() - rest[:, 1].max())
            middle, lowest = body.vertices.mean(0), body.vertices[:, 1].max()
            body.move(-np.array([middle[0], lowest + max(sole, 0), middle[2]], np.float32))
            bodies.append(body)
        return bodies

    def _environment(self, rng: np.random.Generator) -> Environment:
        known = self.materials.environments
        if known and rng.random() < 0.7:
            return known[rng.integers(len(known))]
        number = int(rng.integers(ROOMS))
        if number not in self._rooms:
            self._rooms[number] = random_room(np.random.default_rng([number, int(self.held_out), 2]))
        return self._rooms[number]


def drawing(paint: np.ndarray, device: str) -> Callable[[Scene], tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Return what draws scenes on a device; see :func:`models.synthetic.render_cpu.draw`."""
    if device.startswith("cuda"):
        from models.synthetic.render_cuda import CudaDrawing  # needs a GPU, or a package of its own

        number = device.partition(":")[2]
        return CudaDrawing(paint, int(number) if number else 0)
    return partial(draw, paint=paint)


@dataclass(slots=True, eq=False)
class _Body:
    """A posed person: (J, 3, 4) bone transforms and the template's (V, 3) vertices, both in the world."""

    character: Character
    transforms: np.ndarray
    vertices: np.ndarray

    def move(self, by: np.ndarray) -> None:
        self.transforms[:, :, 3] += by
        self.vertices += by


def beside(person: np.ndarray, other: np.ndarray, touching: bool, rng: np.random.Generator) -> np.ndarray:
    """Return the (3,) move that puts (V, 3) ``other`` near ``person``: just touching, or some way off."""
    around = rng.uniform(-np.pi, np.pi)
    direction = np.array([np.sin(around), 0, np.cos(around)], np.float32)
    if not touching:
        return direction * np.float32(rng.uniform(0.45, 1.8))
    # Push the other away until all points of the two bodies, thinned out, stay 5 cm apart.
    apart = person[::23, None] - other[None, ::23]
    along = apart @ direction
    room = 0.05**2 - ((apart * apart).sum(-1) - along * along)
    needed = along[room > 0] + np.sqrt(room[room > 0])
    return direction * np.float32(needed.max(initial=0.1))


def random_camera(body: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Draw a camera before (V, 3) vertices about the origin: its (3,) place and (3, 3) axes.

    From arm's length to across the street, mostly level, a little rolled. Every point stays before it.
    """
    distance = np.exp(rng.uniform(np.log(1.2), np.log(7)))
    pitch = np.radians(rng.normal(6, 12) if rng.random() < 0.8 else rng.uniform(-35, 60))
    roll, heading = np.radians(rng.normal(0, 4)), rng.uniform(-np.pi, np.pi)
    axes = (rotation_matrices(np.array([0, 0, roll])) @ rotation_matrices(np.array([pitch, 0, 0]))) @ (
        rotation_matrices(np.array([0, heading, 0]))
    )
    distance = max(distance, 0.5 - float((body @ axes[2]).min()))
    aside = rng.normal(size=2) * 0.05 * distance
    return -axes[2] * distance - axes[0] * aside[0] - axes[1] * aside[1], axes


def random_crop(landmarks: np.ndarray, rule: CropRule, rng: np.random.Generator) -> CropBox:
    """Draw the crop of somebody with (33, 2) landmarks in a picture of focal length 1, jittered."""
    hips = landmarks[HIPS].mean(0)
    spine = landmarks[SHOULDERS].mean(0) - hips
    radius = np.linalg.norm(landmarks - hips, axis=1).max()
    angle = np.arctan2(spine[0], -spine[1]) + np.radians(rng.normal(0, 6)) if rng.random() < 0.9 else 0.0
    if rule.kind == "landmarks":
        middle, side = hips, 2 * rule.scale * radius
    else:
        box = crop_from_landmarks(rule, landmarks * UNIT)
        middle, side = box.center / UNIT, box.size / UNIT
    side = side * np.exp(rng.normal(0, 0.12))
    centre = middle + rng.normal(size=2) * 0.025 * side
    return CropBox(centre.astype(np.float32), float(side), float(angle) if rule.rotate else 0.0)


def random_things(
    body: np.ndarray, landmarks: np.ndarray, stance: str, camera: np.ndarray, rng: np.random.Generator
) -> tuple[Thing, ...]:
    """Draw what stands about a person of (V, 3) vertices and (33, 3) landmarks, and what they hold."""
    things = clutter(camera, landmarks[HIPS].mean(0), rng) if rng.random() < 0.6 else []
    if stance == "sitting" and rng.random() < 0.85:
        things += seat(body, landmarks[HIPS].mean(0), landmarks[[25, 26]].mean(0), rng)
    if stance in ("lying", "on the floor") and rng.random() < 0.5:
        things.append(mat(body, rng))
    for wrist, index, little in ((15, 19, 17), (16, 20, 18)):
        if rng.random() < 0.08:
            things.append(held(landmarks[wrist], landmarks[[index, little]], rng))
    return tuple(things)


def finished(description: Description, picture: np.ndarray, whole: np.ndarray, showing: np.ndarray) -> Sample:
    """Make a sample of a drawn picture, which is changed, and the masks that were drawn with it."""
    d = description
    covered(picture, showing, d.covers)
    truncated = False
    if d.edge is not None:
        cut_by_edge(picture, showing, d.edge)
        flat = d.vertices[:, :2] / d.vertices[:, 2:]
        marks = d.landmarks[:, :2] / d.landmarks[:, 2:]
        scale, offset = similar(marks, d.landmarks_2d)
        reach = (flat * scale + offset)[:, d.edge.axis]
        truncated = bool(reach.max() > d.edge.at if d.edge.beyond else reach.min() < d.edge.at)
    hidden = 1 - float(showing.sum() / max(whole.sum(), 1))
    facts = Facts(**asdict(d.looks), posture=d.posture, covered=hidden, truncated=truncated)
    clear = hidden == 0 and not truncated and len(d.scene.people) == 1
    image = filmed(picture, d.webcam)
    focal = 1 / d.scene.crop.size
    return Sample(image, d.vertices, d.landmarks, d.landmarks_2d, clear, float(focal), facts)


def posture(landmarks: np.ndarray) -> str:
    """Name the posture of (33, 3) world landmarks, y down: one of POSTURES."""
    ground = landmarks[23:, 1].max()  # of hips, legs and feet; hands may hang lower
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
    if height > 0.9:
        return "upright"
    return "sitting" if (level < 0.5).all() and tilt < 35 else "crouching"


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
        scale, offset = similar(marks, sample.landmarks_2d)
        for x, y in np.rint((points[::6] * scale + offset + 1) * (SIZE / 2)).astype(int):
            cv2.circle(drawn, (int(x), int(y)), 0, (255, 255, 255), -1)
        pixels = np.rint((sample.landmarks_2d + 1) * (SIZE / 2)).astype(int)
        for a, b in limbs:
            colour = (255, 140, 0) if a % 2 else (0, 170, 255)
            cv2.line(drawn, tuple(map(int, pixels[a])), tuple(map(int, pixels[b])), colour, 1, cv2.LINE_AA)
        tiles.append(np.hstack([sample.image, drawn]))
    tiles += [np.zeros_like(tiles[0])] * (-len(tiles) % columns)
    return np.vstack([np.hstack(tiles[i : i + columns]) for i in range(0, len(tiles), columns)])


def similar(points: np.ndarray, places: np.ndarray) -> tuple[float, np.ndarray]:
    """Return scale and offset that take (N, 2) points to their places."""
    a, b = points - points.mean(0), places - places.mean(0)
    scale = float((a * b).sum() / (a * a).sum())
    return scale, places.mean(0) - scale * points.mean(0)
