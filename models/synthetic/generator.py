"""Samples of synthetic people with their ground truth.

One seed makes one sample, bit for bit on the CPU. Its image is rendered as the network sees it: the crop of a
photo by a model's rule.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from models.body.skinning import CAMERA_FROM_BODY, corpus_rotations, curl_fingers, rotation_matrices
from models.camera.crop import LANDMARK_RULE, CropRule
from models.synthetic.augmentation import (
    augment_image,
    draw_occluders,
    random_camera_augmentation,
    random_occluders,
    random_truncation,
    truncate,
)
from models.synthetic.character import Character, bone_transforms, skin
from models.synthetic.landmark_simulation import arm_directions, rotated_to_heading
from models.synthetic.lighting import EnvironmentMap, random_room
from models.synthetic.poses import PoseSampler
from models.synthetic.render_cpu import Scene, render
from models.synthetic.sample import Description, Sample, SampleFacts, project_to_crop
from models.synthetic.sampling import beside, posture_of, random_camera, random_crop, random_props

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.synthetic.assets import RenderAssets

ROOMS = 100  # made-up surroundings, besides those of a folder


def usual_fingers(count: int, rng: np.random.Generator) -> np.ndarray:
    """Draw the (count, 10, 3) bends of fingers: most hands rest half open, some are flat or fists."""
    hand = rng.normal(0.15, 0.3, (count, 2, 1, 1)) + (rng.random((count, 2, 1, 1)) < 0.12) * 0.9
    hand = hand + rng.normal(0, 0.12, (count, 2, 5, 1))
    return np.repeat(hand, 3, axis=-1).reshape(count, 10, 3)


class SampleGenerator:
    """Makes :class:`Sample` from seeds.

    Parameters
    ----------
    assets : see :func:`models.synthetic.assets.load_assets`.
    characters : how many different people there are; each is dressed when first needed and then kept.
    held_out : take poses of the corpus's held-out clips, and other people.
    rule : where the crop lies around the person.
    device : ``cuda`` renders on an NVIDIA GPU, anything else on the CPU.
    fingers : draws the (count, 10, 3) angles of :func:`models.body.skinning.curl_fingers` of so many people.
    """

    def __init__(
        self,
        assets: RenderAssets,
        characters: int = 200,
        held_out: bool = False,
        rule: CropRule = LANDMARK_RULE,
        device: str = "cpu",
        fingers: Callable[[int, np.random.Generator], np.ndarray] = usual_fingers,
    ):
        self.assets = assets
        self._render = renderer(assets.skin_masks, device)
        self.rule = rule
        self.characters = characters
        self.held_out = held_out
        self._fingers = fingers
        self.poses = PoseSampler(arm_directions(assets.template), assets.corpus, held_out)
        self._dressed: dict[int, Character] = {}
        self._bare: dict[int, tuple[np.ndarray, np.ndarray, np.ndarray]] = {}  # the template's vertices
        self._rooms: dict[int, EnvironmentMap] = {}

    def sample(self, seed: int) -> Sample:
        """Make the sample of a seed."""
        description = self.describe(seed)
        return finish(description, *self._render(description.scene))

    def describe(self, seed: int) -> Description:
        """Draw everything about the sample of a seed, but do not render it."""
        rng = np.random.default_rng([seed, int(self.held_out)])
        a = self.assets
        bodies = self._posed(int(rng.choice([1, 2, 3], p=[0.72, 0.22, 0.06])), rng)
        person = bodies[0]
        for number, other in enumerate(bodies[1:]):
            other.move(beside(person.vertices, other.vertices, rng.random() < 0.5 and number == 0, rng))
        body = person.vertices
        world = a.template.joint_sets["mediapipe33"].regress(body)
        posture = posture_of(world)
        target = (body.min(0) + body.max(0)) / 2
        position, axes = random_camera(body - target, rng)
        position += target

        # Crop: by the rule from the true landmarks, jittered as detections are.
        vertices = ((body - position) @ axes.T).astype(np.float32)
        landmarks = a.template.joint_sets["mediapipe33"].regress(vertices)
        flat = landmarks[:, :2] / landmarks[:, 2:]
        crop = random_crop(flat, self.rule, rng)

        scene = Scene(
            people=tuple(b.character for b in bodies),
            transforms=tuple(b.transforms for b in bodies),
            props=random_props(body, world, posture, position, rng),
            environment_map=self._environment(rng),
            position=position,
            axes=axes,
            crop=crop,
            exposure=float(rng.uniform(0.12, 0.36) * (rng.choice([0.4, 2.2]) if rng.random() < 0.1 else 1)),
        )
        inside = crop.crop_from_image(vertices[:, :2] / vertices[:, 2:])
        rotation = crop.rotation()
        in_crop, marks = vertices.copy(), landmarks.copy()
        in_crop[:, :2], marks[:, :2] = in_crop[:, :2] @ rotation, marks[:, :2] @ rotation
        return Description(
            scene=scene,
            occluders=random_occluders(inside, rng),
            truncation=random_truncation(inside, rng),
            augmentation=random_camera_augmentation(rng),
            vertices=in_crop,
            landmarks=marks,
            landmarks_2d=crop.crop_from_image(flat),
            appearance=person.character.appearance,
            posture=posture,
        )

    def _character(self, number: int) -> Character:
        if number not in self._dressed:
            character = self.assets.dress(np.random.default_rng([number, int(self.held_out), 1]))
            rows = self.assets.rows
            self._dressed[number] = character
            self._bare[number] = (character.rest[rows], character.bones[rows], character.weights[rows])
        return self._dressed[number]

    def _posed(self, count: int, rng: np.random.Generator) -> list[_Body]:
        """Draw people who stand on y = 0 about the origin of the world."""
        a = self.assets
        poses = self.poses.sample(count, rng)
        local = corpus_rotations(a.template, poses @ CAMERA_FROM_BODY)
        any_way, frontal = rng.uniform(-np.pi, np.pi, count), rng.normal(size=count) * 0.5
        facing = np.where(rng.random(count) < 0.6, any_way, frontal)
        local[:, 0] = rotated_to_heading(rotation_matrices(poses[:, 0]), facing)
        fingers, bent = curl_fingers(a.template, self._fingers(count, rng))
        local[:, fingers] = bent
        bodies = []
        for rotations in local:
            number = int(rng.integers(self.characters))
            character = self._character(number)
            rest, bones, weights = self._bare[number]
            transforms = bone_transforms(a.parents, character.heads, rotations)
            body = _Body(character, transforms, skin(rest, bones, weights, transforms))
            sole = float(character.rest[character.faces, 1].max() - rest[:, 1].max())
            middle, lowest = body.vertices.mean(0), body.vertices[:, 1].max()
            body.move(-np.array([middle[0], lowest + max(sole, 0), middle[2]], np.float32))
            bodies.append(body)
        return bodies

    def _environment(self, rng: np.random.Generator) -> EnvironmentMap:
        known = self.assets.environment_maps
        if known and rng.random() < 0.7:
            return known[rng.integers(len(known))]
        number = int(rng.integers(ROOMS))
        if number not in self._rooms:
            self._rooms[number] = random_room(np.random.default_rng([number, int(self.held_out), 2]))
        return self._rooms[number]


def renderer(
    skin_masks: np.ndarray, device: str
) -> Callable[[Scene], tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Return what renders scenes on a device; see :func:`models.synthetic.render_cpu.render`."""
    if device.startswith("cuda"):
        from models.synthetic.render_cuda import CudaRenderer  # needs a GPU, or a package of its own

        number = device.partition(":")[2]
        return CudaRenderer(skin_masks, int(number) if number else 0)
    return partial(render, skin_masks=skin_masks)


@dataclass(slots=True, eq=False)
class _Body:
    """A posed person: (J, 3, 4) bone transforms and the template's (V, 3) vertices, both in the world."""

    character: Character
    transforms: np.ndarray
    vertices: np.ndarray

    def move(self, by: np.ndarray) -> None:
        self.transforms[:, :, 3] += by
        self.vertices += by


def finish(description: Description, image: np.ndarray, alone: np.ndarray, visible: np.ndarray) -> Sample:
    """Make a sample of a rendered image and the masks that came with it; image and masks are changed.

    Parameters
    ----------
    description : what was rendered.
    image : (S, S, 3) uint8 RGB.
    alone, visible : (S, S) bool, where the person would show if nothing stood before, and does.
    """
    d, crop = description, description.scene.crop
    draw_occluders(image, visible, d.occluders)
    truncated = False
    if d.truncation is not None:
        truncate(image, visible, d.truncation)
        reach = project_to_crop(d.vertices, crop)[:, d.truncation.axis]
        limit = d.truncation.at
        truncated = bool(reach.max() > limit if d.truncation.beyond else reach.min() < limit)
    occluded = 1 - float(visible.sum() / max(alone.sum(), 1))
    return Sample(
        image=augment_image(image, d.augmentation),
        vertices=d.vertices,
        landmarks=d.landmarks,
        landmarks_2d=d.landmarks_2d,
        crop=crop,
        clear=occluded == 0 and not truncated and len(d.scene.people) == 1,
        facts=SampleFacts(**asdict(d.appearance), posture=d.posture, occluded=occluded, truncated=truncated),
    )
