"""HandReader: the landmarks of a hand whose place the body tells, by MediaPipe's HandLandmarker.

In a whole picture MediaPipe finds few hands; cut out where a body's mesh has its hand, most. What is found
there is believed only where it fits the body: near enough, of the right size and of the right side.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from models.body.finger_angles import KNUCKLES
from models.camera.crop import CropBox
from models.camera.projection import NEAR, all_finite, project
from models.environment import block_uploads
from models.errors import UserError
from models.inference.mediapipe_tasks import (
    BaseOptions,
    HandLandmarker,
    HandLandmarkerOptions,
    Image,
    ImageFormat,
    VisionTaskRunningMode,
)

if TYPE_CHECKING:
    from pathlib import Path

LEAST_PALM_PX = 22.0  # from wrist to knuckles; of smaller hands fingers are too few pixels
_SIDE = 256  # pixels of a cut-out; the networks take 192 and 224
_PALMS = 3.2  # across a cut-out: a hand with room for the error of the body's arm
_DETECTION, _PRESENCE = 0.5, 0.5  # MediaPipe's own
_SURELY_OF_A_SIDE = 0.6  # of 1; below, hands were as often of the one side as of the other
_FARTHEST = 0.55  # palms that wrist and knuckles may lie beside those of the body, on average
_SIZES = 0.5, 1.8  # times the body's palm


@dataclass(frozen=True, slots=True, eq=False)
class HandPlace:
    """Where a body has a hand in a picture.

    Attributes
    ----------
    wrist, knuckles : (2,) pixels; the latter the middle of those of index to little finger.
    palm_px : how long the palm between them is when seen from above.
    is_left : the left hand.
    """

    wrist: np.ndarray
    knuckles: np.ndarray
    palm_px: float
    is_left: bool

    @classmethod
    def of(
        cls,
        wrist: np.ndarray,
        knuckles: np.ndarray,
        focal_px: float,
        image_size: tuple[int, int],
        is_left: bool,
    ) -> HandPlace | None:
        """Project the (3,) wrist and (4, 3) knuckles, metres in camera axes; None if too small or outside."""
        middle = knuckles.mean(0)
        if not all_finite(wrist, middle) or min(wrist[2], middle[2]) <= NEAR:
            return None
        palm_px = float(np.linalg.norm(middle - wrist)) * focal_px / float(middle[2])
        on_wrist, on_middle = project(np.stack([wrist, middle]), focal_px, image_size)
        inside = bool(((on_middle >= 0) & (on_middle < image_size)).all())
        return cls(on_wrist, on_middle, palm_px, is_left) if inside and palm_px >= LEAST_PALM_PX else None

    def moved(self, by: np.ndarray) -> HandPlace:
        """Return the place (2,) pixels beside."""
        return replace(self, wrist=self.wrist + by, knuckles=self.knuckles + by)

    def crop(self) -> CropBox:
        """Return the square around the hand in which the fingers point up."""
        along = self.knuckles - self.wrist
        return CropBox(
            (self.wrist + along).astype(np.float32),
            _PALMS * self.palm_px,
            float(np.arctan2(along[0], -along[1])),
        )

    def off(self, landmarks: np.ndarray) -> np.ndarray:
        """Return the (2,) pixels by which (21, 3) landmarks of a hand lie beside it."""
        wrist, knuckles = landmarks[0, :2], landmarks[KNUCKLES, :2].mean(0)
        return (wrist + knuckles - self.wrist - self.knuckles) / 2

    def fits(self, landmarks: np.ndarray) -> bool:
        """Tell whether (21, 3) landmarks in pixels can be of this hand."""
        wrist, knuckles = landmarks[0], landmarks[KNUCKLES, :].mean(0)
        beside = sum(map(np.linalg.norm, (wrist[:2] - self.wrist, knuckles[:2] - self.knuckles)))
        size = float(np.linalg.norm(knuckles - wrist)) / self.palm_px
        return bool(beside / 2 <= _FARTHEST * self.palm_px) and _SIZES[0] <= size <= _SIZES[1]


class HandReader:
    """Reads hands in pictures. Used by one thread.

    Parameters
    ----------
    bundle : MediaPipe's hand landmarker, a ``.task`` file.

    Raises
    ------
    UserError : the file is missing or damaged.
    """

    def __init__(self, bundle: Path) -> None:
        if not bundle.is_file():
            raise UserError(f"The hand reader's file {bundle.name} is missing from assets/; restore it.")
        block_uploads()
        options = HandLandmarkerOptions(
            base_options=BaseOptions(model_asset_path=str(bundle)),
            running_mode=VisionTaskRunningMode.IMAGE,  # a cut-out has no frame before it
            num_hands=2,  # the other hand may lie in the cut-out too
            min_hand_detection_confidence=_DETECTION,
            min_hand_presence_confidence=_PRESENCE,
        )
        try:
            self._landmarker = HandLandmarker.create_from_options(options)
        except (RuntimeError, ValueError, OSError) as error:
            raise UserError(f"The hand reader's file {bundle.name} is damaged; restore it.") from error

    def read(
        self, image: np.ndarray, place: HandPlace, expected: HandPlace | None = None
    ) -> np.ndarray | None:
        """Read the hand at a place.

        Parameters
        ----------
        image : (H, W, 3) uint8 RGB.
        place : where the body has it, which the hand must fit.
        expected : where to look for it; None looks at that place.

        Returns
        -------
        (21, 3) float32 landmarks: x, y in pixels of the image, z in pixels too, away from the camera from the
        wrist on. None where no hand is seen that fits.

        Notes
        -----
        MediaPipe also gives landmarks in metres; of the small hands of whole bodies these tell nothing of
        the fingers, those in the picture do.
        """
        crop = (expected or place).crop()
        part = crop.cut(image, _SIDE)
        result = self._landmarker.detect(Image(image_format=ImageFormat.SRGB, data=part))
        best, least = None, np.inf
        for points, handedness in zip(result.hand_landmarks, result.handedness, strict=True):
            # The names are those of the hand's owner, in a picture that is not mirrored.
            is_left = handedness[0].category_name == "Left"
            if is_left != place.is_left or float(handedness[0].score or 0) < _SURELY_OF_A_SIDE:
                continue
            in_crop = np.array([[p.x, p.y, p.z] for p in points], np.float32)
            scaled = np.concatenate([2 * in_crop[:, :2] - 1, 2 * in_crop[:, 2:]], 1)
            landmarks = np.concatenate(
                [crop.image_from_crop(scaled[:, :2]), scaled[:, 2:] * (crop.size / 2)], 1
            )
            beside = float(np.linalg.norm(place.off(landmarks)))
            if beside < least and place.fits(landmarks):
                best, least = landmarks, beside
        return best

    def close(self) -> None:
        """Give the networks back."""
        self._landmarker.close()
