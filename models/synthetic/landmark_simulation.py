"""Endless training pairs without rendering: posed bodies, and the landmarks that BlazePose would predict.

The open body is posed, seen by a random camera and cropped by the bundled model's rule; its 33 MediaPipe
landmarks are then spoilt as BlazePose errs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial.transform import Rotation

from models.body.joints import COCO17, MEDIAPIPE33
from models.body.skinning import CAMERA_FROM_BODY, Skinner, corpus_rotations, curl_fingers, rotation_matrices
from models.body.template import BodyTemplate, SparseRows
from models.camera.crop import LANDMARK_RULE, landmark_extent
from models.errors import UserError
from models.synthetic.landmark_noise import LandmarkNoise
from models.synthetic.poses import PoseCorpus, PoseSampler, arm_directions, rotated_to_heading
from models.synthetic.targets import Targets

if TYPE_CHECKING:
    from models.synthetic.thunder_noise import ThunderNoise

SHARED = [MEDIAPIPE33.index(name) for name in COCO17]  # COCO's joints among MediaPipe's landmarks
FOV_SPREAD = 0.2  # of the logarithm of how far the assumed field of view is off


@dataclass(frozen=True, slots=True, eq=False)
class SimulatedBatch(Targets[np.ndarray]):
    """Simulated people.

    Attributes
    ----------
    blazepose_landmarks : (N, 33, 8) float32, what BlazePose would predict: x, y, z in half crop sides,
        visibility and presence in 0..1, world x, y, z in metres.
    """

    blazepose_landmarks: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class SimulatedReadings(SimulatedBatch):
    """Simulated people whom Thunder reads too.

    Attributes
    ----------
    crop : (N, 5) the place of BlazePose's crop, as :class:`models.inference.inputs.CropPlace` has it.
    thunder_joints : (N, 17, 3) float32, what Thunder would read: x, y at distance 1 before the camera, along
        the photo's axes; score in 0..1.
    """

    crop: np.ndarray
    thunder_joints: np.ndarray


class LandmarkSimulator:
    """Draws :class:`SimulatedBatch` of one body; :class:`SimulatedReadings` where Thunder reads it too.

    Parameters
    ----------
    template : the open body, with a skeleton and the joint sets ``mediapipe33`` and ``body22``.
    corpus : motion capture; None leaves the procedural postures.
    held_out : draw from the corpus's held-out clips.
    thunder : its errors; None where it does not read.
    """

    def __init__(
        self,
        template: BodyTemplate,
        corpus: PoseCorpus | None = None,
        held_out: bool = False,
        thunder: ThunderNoise | None = None,
    ):
        sets = [template.joint_sets[name].rows for name in ("fastmetro14", "mediapipe33")] + [template.root]
        mid = template.level_index[0]
        needed = np.unique(np.concatenate([mid, *(rows.index.ravel() for rows in sets)]))
        self.mid = np.searchsorted(needed, mid)
        self.joints, self.landmarks, self.root = (
            SparseRows(np.searchsorted(needed, rows.index), rows.weight) for rows in sets
        )
        self.bodies = PosedBodies(template, needed, corpus, held_out)
        self.noise, self.thunder = LandmarkNoise(), thunder

    def sample(self, n: int, rng: np.random.Generator) -> SimulatedBatch:
        """Draw n people."""
        vertices = self.bodies.sample(n, rng)
        vertices = vertices @ _camera_rotation(n, rng).transpose(0, 2, 1)
        vertices = vertices - self.root.apply(vertices)
        mid, joints, landmarks = (
            vertices[:, self.mid],
            self.joints.apply(vertices),
            self.landmarks.apply(vertices),
        )
        distance = np.exp(rng.uniform(np.log(1.3), np.log(7), (n, 1, 1)))
        distance = np.maximum(distance, 0.5 - mid[..., 2:].min(1, keepdims=True))
        aside = rng.normal(size=(n, 1, 2)) * 0.05 * distance

        def project(points: np.ndarray) -> np.ndarray:
            return (points[..., :2] + aside) / (points[..., 2:] + distance)

        center, side, angle = _crop(project(landmarks), rng)
        c, s = np.cos(angle), np.sin(angle)
        crop_axes = np.moveaxis(np.array([[c, -s], [s, c]]), -1, 0)  # row vectors times this: image to crop

        def crop(points: np.ndarray) -> np.ndarray:
            return (project(points) - center[:, None]) @ crop_axes * (2 / side[:, None, None])

        joints_2d, landmarks_2d = crop(joints), crop(landmarks)
        before_camera = landmarks + np.concatenate([aside, distance], -1)
        offsets = self.noise.offsets(landmarks) * rng.uniform(0.5, 1.1, (n, 1, 1))
        shifted_2d = crop(landmarks + offsets * rng.uniform(0, 0.7, (n, 1, 1)))
        for points in (mid, joints, landmarks, offsets):
            points[..., :2] = points[..., :2] @ crop_axes
        spoilt = self.noise.spoil(landmarks + offsets, shifted_2d, side * distance[:, 0, 0], rng)
        batch = [a.astype(np.float32) for a in (mid, joints, landmarks, joints_2d, landmarks_2d, spoilt)]
        if self.thunder is None:
            return SimulatedBatch(*batch)
        read, score = self.thunder.read(before_camera[:, SHARED], rng)
        place = np.column_stack([(center[:, None] @ crop_axes)[:, 0], side, c, s])
        # Of most cameras the field of view is a guess.
        zoom = np.exp(FOV_SPREAD * rng.normal(size=(n, 1)))
        place[:, :3] *= zoom
        seen = np.concatenate([read * zoom[..., None], score[..., None]], -1)
        return SimulatedReadings(*batch, place.astype(np.float32), seen.astype(np.float32))


class PosedBodies:
    """Draws people of all builds and postures.

    Parameters
    ----------
    template, corpus, held_out : see :class:`LandmarkSimulator`.
    needed : (V,) the vertices that are asked for.
    """

    def __init__(
        self, template: BodyTemplate, needed: np.ndarray, corpus: PoseCorpus | None, held_out: bool = False
    ):
        if template.skeleton is None or template.skeleton.population is None:
            raise UserError(f"The template {template.name!r} has no people; simulation needs the open body.")
        self.template = template
        self.population = adult_heavy(template.skeleton.population)
        self.skinner = Skinner(template, needed)
        self.poses = PoseSampler(arm_directions(template), corpus, held_out)

    def sample(self, n: int, rng: np.random.Generator) -> np.ndarray:
        """Return (n, V, 3) posed bodies on level ground, rotated to a random heading."""
        poses = self.poses.sample(n, rng)
        rotations = corpus_rotations(self.template, poses @ CAMERA_FROM_BODY)
        heading = np.where(rng.random(n) < 0.6, rng.uniform(-np.pi, np.pi, n), rng.normal(size=n) * 0.5)
        rotations[:, 0] = rotated_to_heading(rotation_matrices(poses[:, 0]), heading)
        # Most hands rest half open; each closes or opens as a whole, and its fingers a little by themselves.
        hand = rng.normal(0, 0.2, (n, 2, 1, 1)) + rng.normal(0, 0.1, (n, 2, 5, 1))
        fingers, bent = curl_fingers(self.template, np.repeat(hand, 3, axis=-1).reshape(n, 10, 3))
        rotations[:, fingers] = bent
        betas = self.population[rng.integers(len(self.population), size=n)]
        betas = betas + rng.normal(size=betas.shape) * 0.15
        return self.skinner.pose(betas, rotations)[0]


def adult_heavy(population: np.ndarray, fraction: float = 0.93) -> np.ndarray:
    """Repeat the taller of (P, S) shapes until they are ``fraction`` of all: cameras mostly see adults.

    The first coefficient is stature. How big somebody is cannot be told from one image of them, so rare
    sizes only blur what the network says about everybody.
    """
    tall = population[population[:, 0] > -0.2]
    short = population[population[:, 0] <= -0.2]
    times = int(np.ceil(fraction / (1 - fraction) * len(short) / len(tall)))
    return np.concatenate([short, np.tile(tall, (times, 1))])


def _camera_rotation(n: int, rng: np.random.Generator) -> np.ndarray:
    """Return (n, 3, 3) rotations from level axes to camera axes: mostly nearly level, sometimes steep."""
    steep = rng.random(n) < 0.15
    pitch = np.where(steep, rng.uniform(-30, 60, n), rng.normal(3, 8, n))
    roll = rng.normal(0, 4, n)
    return Rotation.from_euler("xz", np.radians(np.stack([pitch, roll], -1))).as_matrix()


def _crop(points: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return center (n, 2), side (n,) and angle (n,) of the crops, jittered as BlazePose errs."""
    n = len(points)
    hips, reach, angle = landmark_extent(points)
    side = LANDMARK_RULE.scale * 2 * reach * np.exp(rng.normal(0.0, 0.09, n))
    center = hips + rng.normal(size=(n, 2)) * 0.012 * side[:, None]
    loose = np.where(rng.random(n) < 0.1, 20, 4)
    return center, side, angle + np.radians(rng.normal(size=n) * loose)
