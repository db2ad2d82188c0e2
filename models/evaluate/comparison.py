"""What a model, or MediaPipe, says of a synthetic person, compared with the targets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from models.camera.crop import HIPS, LIMBS, SHOULDERS, CropBox
from models.environment import block_uploads
from models.evaluate.mesh_quality import Surface
from models.evaluate.metrics import (
    centred,
    limb_pck,
    mpjpe,
    pa_mpjpe,
    pa_pve,
    pve,
    rotation_angle,
    similarity,
    trunk_pitch,
    trunk_yaw_error,
)
from models.inference.inputs import Subject
from models.inference.paths import ASSETS

if TYPE_CHECKING:
    from models.inference.onnx_model import OnnxModel
    from models.synthetic.sample import Description, Sample, SampleFacts

TRUNK = SHOULDERS + HIPS
HIP_JOINTS = (2, 3)  # of fastmetro14: the middle of the hips is the root
MEASURES = ("mpjpe_mm", "pa_mpjpe_mm", "pve_mm", "pa_pve_mm", "trunk_rotation_deg", "yaw_within_45", "pck")
LANDMARK_MEASURES = ("limb_pa_mm", "trunk_rotation_deg", "yaw_within_45", "pck")


@dataclass(frozen=True, slots=True)
class PersonMetrics:
    """How one mesh compares with the targets.

    Attributes
    ----------
    seed : of the sample.
    facts : who is in it.
    clear : nothing covers them, the photo's edge does not cut them, and nobody else is in the image.
    figures : MEASURES, those of :func:`landmark_figures` and of
        :class:`models.evaluate.mesh_quality.Surface`.
    true_surface : the latter of the true mesh.
    mediapipe : :func:`landmark_figures` of MediaPipe's own landmarks, empty where it found nobody.
    """

    seed: int
    facts: SampleFacts
    clear: bool
    figures: dict[str, float]
    true_surface: dict[str, float]
    mediapipe: dict[str, float] = field(default_factory=dict)


class PersonEvaluator:
    """Compares what a model predicts with the targets of a sample."""

    def __init__(self, model: OnnxModel):
        self.model = model
        self.surface = Surface(model.template)
        self.joints, self.landmarks = (model.template.joint_sets[n] for n in ("fastmetro14", "mediapipe33"))

    def predict(
        self, image: np.ndarray, crop: CropBox, landmarks: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Show the model a rendered person.

        Parameters
        ----------
        image : (S, S, 3) uint8 RGB, the crop.
        crop : where it lies in the plane of a camera of focal length 1.
        landmarks : (33, 2) true landmarks in that plane, around which further crops are placed.

        Returns
        -------
        (V, 3) root-centred metres in crop axes and their (V, 2) crop coordinates.
        """
        (estimate,) = self.model.estimate([Subject.of_crop(image, crop, landmarks)])
        return estimate.vertices, estimate.crop.crop_from_image(estimate.on_image(estimate.vertices))

    def figures(self, sample: Sample, vertices: np.ndarray, points_2d: np.ndarray) -> dict[str, float]:
        """Return MEASURES, and those of :func:`landmark_figures`, of a mesh.

        Joints are FastMETRO's 14 about the middle of the hips; vertices are about the template's root.

        Parameters
        ----------
        sample : what was shown.
        vertices : (V, 3) root-centred metres in crop axes.
        points_2d : (V, 2) crop coordinates of them.
        """
        true_vertices = self.model.template.centred(sample.vertices)[0]
        joints, true_joints = (self.joints.regress(v) for v in (vertices, true_vertices))
        return {
            "mpjpe_mm": float(mpjpe(*(centred(j, j, HIP_JOINTS) for j in (joints, true_joints)))),
            "pa_mpjpe_mm": float(pa_mpjpe(joints, true_joints)),
            "pve_mm": float(pve(vertices, true_vertices)),
            "pa_pve_mm": float(pa_pve(vertices, true_vertices)),
        } | landmark_figures(sample, self.landmarks.regress(vertices), self.landmarks.regress(points_2d))

    def person_metrics(
        self, seed: int, sample: Sample, predicted: tuple[np.ndarray, np.ndarray], mediapipe: dict[str, float]
    ) -> PersonMetrics:
        """Return all figures of what the model, and MediaPipe, predicted for the sample of a seed."""
        figures = self.figures(sample, *predicted) | self.surface.figures(predicted[0])
        true_surface = self.surface.figures(sample.vertices)
        return PersonMetrics(seed, sample.facts, sample.clear, figures, true_surface, mediapipe)

    def pa_mpjpe_of(self, vertices: np.ndarray, description: Description) -> float:
        """Return the PA-MPJPE in mm of (V, 3) vertices predicted from an image of a description."""
        return float(pa_mpjpe(self.joints.regress(vertices), self.joints.regress(description.vertices)))


def landmark_figures(sample: Sample, landmarks: np.ndarray, landmarks_2d: np.ndarray) -> dict[str, float]:
    """Compare (33, 3) landmarks, crop axes, and their (33, 2) crop coordinates with a sample's.

    Returns
    -------
    limb_pa_mm : error of the 12 limb joints after similarity alignment.
    trunk_rotation_deg : error of the trunk's orientation.
    yaw_within_45 : 1 if its yaw is right within 45 degrees, else 0.
    pck : fraction of the limb joints within 0.2 torso lengths in the image.
    trunk_pitch_error_deg : by how much the trunk leans too far towards the camera.
    """
    target = sample.landmarks
    rotation = similarity(landmarks[TRUNK], target[TRUNK]).rotation
    return {
        "limb_pa_mm": float(pa_mpjpe(landmarks[LIMBS], target[LIMBS])),
        "trunk_rotation_deg": float(rotation_angle(rotation, np.eye(3))),
        "yaw_within_45": float(trunk_yaw_error(landmarks, target) < 45),
        "pck": float(limb_pck(landmarks_2d, sample.landmarks_2d)),
        "trunk_pitch_error_deg": trunk_pitch(landmarks) - trunk_pitch(target),
    }


class MediaPipe:
    """MediaPipe's PoseLandmarker on single images, as a measure beside the model."""

    def __init__(self) -> None:
        from mediapipe.tasks.python import BaseOptions, vision

        block_uploads()

        options = vision.PoseLandmarkerOptions(
            base_options=BaseOptions(model_asset_path=str(ASSETS / "pose_landmarker_full.task"))
        )
        self.landmarker = vision.PoseLandmarker.create_from_options(options)

    def figures(self, sample: Sample) -> dict[str, float]:
        """Return :func:`landmark_figures` of what it sees; empty if it finds nobody."""
        import mediapipe as mp

        found = self.landmarker.detect(mp.Image(image_format=mp.ImageFormat.SRGB, data=sample.image))
        if not found.pose_landmarks:
            return {}
        world = np.array([[p.x, p.y, p.z] for p in found.pose_world_landmarks[0]])
        points_2d = np.array([[p.x, p.y] for p in found.pose_landmarks[0]]) * 2 - 1
        return landmark_figures(sample, world, points_2d)
