"""The square of a photo that a network sees (CropBox), and the rule that lays it around a person (CropRule).

Crop coordinates span [-1, 1] over the crop's side, x right and y down: ``2 u / S - 1`` for crop pixel ``u``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np


@dataclass(frozen=True, slots=True, eq=False)
class CropBox:
    """The square of a photo that a network sees, possibly turned about the optical axis.

    Attributes
    ----------
    center : (2,) float32, image pixels.
    size : side of the square in image pixels.
    angle : radians by which the crop's axes are turned in the image (0 = upright; positive turns the
        crop's x axis towards the image's y axis, clockwise as seen).
    """

    center: np.ndarray
    size: float
    angle: float = 0.0

    def rotation(self) -> np.ndarray:
        """Return the (2, 2) float32 rotation that takes crop axes to image axes."""
        c, s = np.cos(self.angle), np.sin(self.angle)
        return np.array([[c, -s], [s, c]], np.float32)

    def image_from_crop(self, points: np.ndarray) -> np.ndarray:
        """Map (..., 2) crop coordinates in [-1, 1] to image pixels."""
        return np.asarray(points, np.float32) @ self.rotation().T * (self.size / 2) + self.center

    def crop_from_image(self, points: np.ndarray) -> np.ndarray:
        """Map (..., 2) image pixels to crop coordinates in [-1, 1]."""
        return (np.asarray(points, np.float32) - self.center) @ self.rotation() * (2 / self.size)

    def corners(self) -> np.ndarray:
        """Return the (4, 2) corners in image pixels, clockwise from the crop's top left."""
        return self.image_from_crop(np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float32))

    def cut(self, image: np.ndarray, size: int, border: str = "replicate") -> np.ndarray:
        """Sample the crop from an image.

        Parameters
        ----------
        image : (H, W, 3) uint8.
        size : side of the crop in pixels.
        border : ``"replicate"`` or ``"zero"``: what lies outside the photo.

        Returns
        -------
        (size, size, 3) uint8, bilinear. Crop pixel ``u`` samples crop coordinate ``2 u / size - 1``.
        """
        modes = {"replicate": cv2.BORDER_REPLICATE, "zero": cv2.BORDER_CONSTANT}
        if border not in modes:
            raise ValueError(f"border is {border!r}; choose one of {sorted(modes)}")
        linear = self.rotation() * (self.size / size)
        offset = np.asarray(self.center, np.float64) - linear.astype(np.float64) @ [size / 2, size / 2]
        image_from_crop_pixels = np.column_stack([linear, offset])
        return cv2.warpAffine(
            image,
            image_from_crop_pixels,
            (size, size),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=modes[border],
        )

    def rotated_to_image(self, points: np.ndarray) -> np.ndarray:
        """Turn (..., 3) points from crop axes to camera axes: a rotation about the optical axis."""
        rotated = np.array(points, np.float32)
        rotated[..., :2] = rotated[..., :2] @ self.rotation().T
        return rotated


@dataclass(frozen=True)
class CropRule:
    """How the square that the network sees lies around a person.

    Attributes
    ----------
    kind : ``"landmarks"``: centre on the hips' middle, side = scale x 2 x the largest distance of the
        MediaPipe landmarks from it. ``"box"``: centre and larger side of the tight person (or hand)
        box, side = scale x that. ``"points"``: the same of the tight box around the 2D points by which
        somebody is followed, such as those landmarks.
    scale : the factor above.
    rotate : turn the crop so that the spine points up.
    border : what lies outside the photo: ``"replicate"`` the edge or ``"zero"``.
    """

    kind: Literal["landmarks", "box", "points"]
    scale: float
    rotate: bool = False
    border: Literal["replicate", "zero"] = "zero"


# The rule of the networks that read landmarks. BlazePose's own crops are about as large.
LANDMARK_RULE = CropRule("landmarks", 1.3, rotate=True, border="replicate")
# The rule of networks that know people upright, and read the joints of COCO.
UPRIGHT_RULE = CropRule("points", 1.25, border="zero")
NOSE, SHOULDERS, HIPS = 0, [11, 12], [23, 24]  # of MediaPipe's 33 landmarks
LIMBS = np.array([11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28])  # shoulders to wrists, hips to ankles
HEAD_ABOVE_NOSE = 0.6  # of the way from the middle of the shoulders to the nose: the top of the head


def landmark_extent(landmarks: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return what the ``"landmarks"`` rule asks of (..., 33, 2) MediaPipe landmarks, in their unit.

    Returns
    -------
    hips : (..., 2), their middle.
    reach : (...) the largest distance of a landmark from it.
    angle : (...) radians by which a crop is rotated whose y axis follows the spine.
    """
    hips = landmarks[..., HIPS, :].mean(-2)
    spine = landmarks[..., SHOULDERS, :].mean(-2) - hips
    reach = np.linalg.norm(landmarks - hips[..., None, :], axis=-1).max(-1)
    return hips, reach, np.arctan2(spine[..., 0], -spine[..., 1])


def crop_from_landmarks(rule: CropRule, landmarks: np.ndarray, smallest: float = 1.0) -> CropBox:
    """Place the crop around (33, 2) MediaPipe landmarks.

    Parameters
    ----------
    landmarks : in image pixels, or in another unit of the image plane.
    smallest : least side of the crop in that unit; by default one pixel.
    """
    landmarks = np.asarray(landmarks, np.float64)
    if rule.kind == "points":
        return crop_from_points(rule, landmarks, smallest)
    if rule.kind == "box":
        # The landmarks end at the eyes; the box of a person ends at the top of the head.
        shoulders = landmarks[SHOULDERS].mean(0)
        head = landmarks[NOSE] + HEAD_ABOVE_NOSE * (landmarks[NOSE] - shoulders)
        return crop_from_points(rule, np.vstack([landmarks, head]), smallest)
    hips, reach, angle = landmark_extent(landmarks)
    side = max(float(rule.scale * 2 * reach), smallest)
    return CropBox(hips.astype(np.float32), side, float(angle) if rule.rotate else 0.0)


def crop_from_points(rule: CropRule, points: np.ndarray, smallest: float = 1.0) -> CropBox:
    """Place the crop around the tight box of (K, 2) image points, such as a hand or a projected mesh."""
    low, high = np.min(points, axis=0), np.max(points, axis=0)
    side = max(float(rule.scale * (high - low).max()), smallest)
    return CropBox(((low + high) / 2).astype(np.float32), side)
