"""What a model, or MediaPipe, says of a synthetic person, compared with the truth."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from models.camera.crop import HIPS, LIMBS, SHOULDERS, CropBox
from models.evaluate.mesh_quality import Surface
from models.evaluate.metrics import centred, mpjpe, pa_mpjpe, pa_pve, pve, rotation_angle, similarity
from models.evaluate.photos import heading, lean
from models.inference.inputs import Subject
from models.inference.paths import ASSETS

if TYPE_CHECKING:
    from models.inference.onnx_model import OnnxModel
    from models.synthetic.sample import Description, Sample, SampleFacts

TRUNK = SHOULDERS + HIPS
HIP_JOINTS = (2, 3)  # of fastmetro14: the middle of the hips is the root
MEASURES = ("mpjpe_mm", "pa_mpjpe_mm", "pve_mm", "pa_pve_mm", "turn_deg", "facing_within_45", "pck")
LANDMARK_MEASURES = ("limb_pa_mm", "turn_deg", "facing_within_45", "pck")


@dataclass(frozen=True, slots=True)
class Judgement:
    """How one mesh compares with the truth.

    Attributes
    ----------
    seed : of the picture.
    facts : who is in it.
    clear : nothing covers them, the photo's edge does not cut them, and nobody else is in the picture.
    figures : MEASURES, those of :func:`landmark_figures` and of
        :class:`models.evaluate.mesh_quality.Surface`.
    true_surface : the latter of the true mesh.
    teacher : :func:`landmark_figures` of MediaPipe's own landmarks, empty where it found nobody.
    """

    seed: int
    facts: SampleFacts
    clear: bool
    figures: dict[str, float]
    true_surface: dict[str, float]
    teacher: dict[str, float] = field(default_factory=dict)


class Judge:
    """Compares what a model says with what is true."""

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

    def figures(self, sample: Sample, vertices: np.ndarray, places: np.ndarray) -> dict[str, float]:
        """Return MEASURES, and those of :func:`landmark_figures`, of a mesh.

        Joints are FastMETRO's 14 about the middle of the hips; vertices are about the template's root.

        Parameters
        ----------
        sample : what was shown.
        vertices : (V, 3) root-centred metres in crop axes.
        places : (V, 2) crop coordinates of them.
        """
        true_vertices = self.model.template.centred(sample.vertices)[0]
        joints, true_joints = (self.joints.regress(v) for v in (vertices, true_vertices))
        return {
            "mpjpe_mm": float(mpjpe(*(centred(j, j, HIP_JOINTS) for j in (joints, true_joints)))),
            "pa_mpjpe_mm": float(pa_mpjpe(joints, true_joints)),
            "pve_mm": float(pve(vertices, true_vertices)),
            "pa_pve_mm": float(pa_pve(vertices, true_vertices)),
        } | landmark_figures(sample, self.landmarks.regress(vertices), self.landmarks.regress(places))

    def judgement(
        self, seed: int, sample: Sample, seen: tuple[np.ndarray, np.ndarray], teacher: dict[str, float]
    ) -> Judgement:
        """Return all about what the model, and MediaPipe, saw in the sample of a seed."""
        figures = self.figures(sample, *seen) | self.surface.figures(seen[0])
        true_surface = self.surface.figures(sample.vertices)
        return Judgement(seed, sample.facts, sample.clear, figures, true_surface, teacher)

    def limbs_off(self, vertices: np.ndarray, description: Description) -> float:
        """Return the PA-MPJPE in mm of (V, 3) vertices that the model saw in a picture of a description."""
        return float(pa_mpjpe(self.joints.regress(vertices), self.joints.regress(description.vertices)))


def landmark_figures(sample: Sample, landmarks: np.ndarray, places: np.ndarray) -> dict[str, float]:
    """Compare (33, 3) landmarks in crop axes and their (33, 2) crop coordinates with a sample's.

    Returns
    -------
    limb_pa_mm : error of the 12 limb joints after similarity alignment.
    turn_deg : error of the trunk's orientation.
    facing_within_45 : 1 if its heading is right within 45 degrees, else 0.
    pck : share of the limb joints within 0.2 lengths of the trunk in the picture.
    lean_error_deg : by how much the trunk leans too far towards the camera.
    """
    truth = sample.landmarks
    trunk = np.linalg.norm(sample.landmarks_2d[SHOULDERS].mean(0) - sample.landmarks_2d[HIPS].mean(0))
    error = np.linalg.norm(places - sample.landmarks_2d, axis=1)[LIMBS]
    off = np.degrees(heading(landmarks) - heading(truth))
    turn = similarity(landmarks[TRUNK], truth[TRUNK]).rotation
    return {
        "limb_pa_mm": float(pa_mpjpe(landmarks[LIMBS], truth[LIMBS])),
        "turn_deg": float(rotation_angle(turn, np.eye(3))),
        "facing_within_45": float(abs((off + 180) % 360 - 180) < 45),
        "pck": float((error < 0.2 * trunk).mean()),
        "lean_error_deg": lean(landmarks) - lean(truth),
    }


class MediaPipe:
    """MediaPipe's PoseLandmarker on single pictures, as a measure beside the model."""

    def __init__(self) -> None:
        from mediapipe.tasks.python import BaseOptions, vision

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
        places = np.array([[p.x, p.y] for p in found.pose_landmarks[0]]) * 2 - 1
        return landmark_figures(sample, world, places)
