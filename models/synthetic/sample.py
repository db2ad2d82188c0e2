"""A rendered person with the ground truth about it: what a seed decides, and what comes of it.

The ground truth is the template's mesh and its landmarks in crop axes (x right, y down, z away), with the
camera at the origin; the crop says where that lies in the photo.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.synthetic.character import Appearance

if TYPE_CHECKING:
    import numpy as np

    from models.camera.crop import CropBox
    from models.synthetic.augmentation import CameraAugmentation, Occluder, Truncation
    from models.synthetic.render_cpu import Scene


@dataclass(frozen=True, slots=True)
class SampleFacts(Appearance):
    """Who is in an image and how, for figures by group.

    Attributes
    ----------
    posture : one of :data:`models.synthetic.sampling.POSTURES`.
    occluded : fraction 0..1 of the person's pixels in the crop that something hides.
    truncated : the photo's edge cuts the person.
    """

    posture: str
    occluded: float
    truncated: bool


@dataclass(frozen=True, slots=True, eq=False)
class Description:
    """All that chance decides about a sample, before it is rendered.

    Attributes
    ----------
    scene : what is rendered, and the crop in which.
    occluders, truncation, augmentation : what then happens to the image.
    vertices, landmarks, landmarks_2d : the ground truth, as :class:`Sample` gives it.
    appearance, posture : of the person.
    """

    scene: Scene
    occluders: tuple[Occluder, ...]
    truncation: Truncation | None
    augmentation: CameraAugmentation
    vertices: np.ndarray
    landmarks: np.ndarray
    landmarks_2d: np.ndarray
    appearance: Appearance
    posture: str


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """An image of a person and the ground truth about it.

    Attributes
    ----------
    image : (256, 256, 3) uint8 RGB.
    vertices : (V, 3) float32 metres, the template's mesh in crop axes, with the camera at the origin.
    landmarks : (33, 3) float32, the template's ``mediapipe33`` of those vertices.
    landmarks_2d : (33, 2) float32, where they are in crop coordinates [-1, 1].
    crop : where the image lies in the photo of a camera of focal length 1 whose axis is the origin.
    clear : nothing hides any of the person, the photo's edge does not cut them, and nobody else is there.
    facts : what makes the image easy or hard.
    """

    image: np.ndarray
    vertices: np.ndarray
    landmarks: np.ndarray
    landmarks_2d: np.ndarray
    crop: CropBox
    clear: bool
    facts: SampleFacts


def project_to_crop(points: np.ndarray, crop: CropBox) -> np.ndarray:
    """Project (P, 3) points in crop axes, camera at the origin, to (P, 2) crop coordinates.

    Parameters
    ----------
    points : metres.
    crop : in the photo of a camera of focal length 1.
    """
    in_camera = crop.rotated_to_image(points)
    return crop.crop_from_image(in_camera[:, :2] / in_camera[:, 2:])
