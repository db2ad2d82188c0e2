"""PersonDetector: people (or hands) and their landmarks in a picture, by MediaPipe's Tasks.

MediaPipe shrinks what it is given to 224 pixels, so it misses people who are small in the picture. It is
therefore shown parts of the picture too (:func:`search_regions`); whoever asks decides how many. What it
finds in excess of people who are there is left to the mesh network's own presence to judge.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import mediapipe as mp
import numpy as np
from mediapipe.tasks.python import BaseOptions, vision

from app.model_store import ASSETS, ModelError
from app.types import Detection

log = logging.getLogger(__name__)

BUNDLES = {"body": "pose_landmarker_full.task", "hand": "hand_landmarker_full.task"}
MOST = 6  # people one look can find
DETECTION_CONFIDENCE = 0.2
PRESENCE_CONFIDENCE = 0.5
SAME = 0.5  # similarity above which two detections are one person


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of the picture in pixels."""

    x: int
    y: int
    width: int
    height: int


def search_regions(width: int, height: int) -> list[Region]:
    """Return the places to look at in a picture, from the whole to ever smaller overlapping squares.

    A person must lie whole within one of them, and large: the squares of a row overlap by about half.
    """
    regions = [Region(0, 0, width, height)]
    short = min(width, height)
    for share in (1.0, 0.6):
        side = round(short * share)
        if side < 160:  # shown enlarged already
            break
        columns, rows = (1 + -(-2 * (length - side) // side) for length in (width, height))
        if columns * rows == 1 and share == 1.0 and width == height:
            continue
        for row in range(rows):
            for column in range(columns):
                x = round((width - side) * column / max(columns - 1, 1))
                y = round((height - side) * row / max(rows - 1, 1))
                regions.append(Region(x, y, side, side))
    return regions


class PersonDetector:
    """MediaPipe's PoseLandmarker, or HandLandmarker for models of hands; used by one thread.

    Raises
    ------
    ModelError : the detector's file is missing or damaged.
    """

    def __init__(self, kind: str = "body") -> None:
        file = ASSETS / BUNDLES[kind]
        if not file.is_file():
            raise ModelError(f"The detector {file.name} is missing from assets/; restore it.")
        self._kind = kind
        base = BaseOptions(model_asset_path=str(file))
        try:
            if kind == "body":
                self._landmarker = vision.PoseLandmarker.create_from_options(
                    vision.PoseLandmarkerOptions(
                        base_options=base,
                        running_mode=vision.RunningMode.IMAGE,
                        num_poses=MOST,
                        min_pose_detection_confidence=DETECTION_CONFIDENCE,
                        min_pose_presence_confidence=PRESENCE_CONFIDENCE,
                    )
                )
            else:
                self._landmarker = vision.HandLandmarker.create_from_options(
                    vision.HandLandmarkerOptions(
                        base_options=base,
                        running_mode=vision.RunningMode.IMAGE,
                        num_hands=MOST,
                        min_hand_detection_confidence=DETECTION_CONFIDENCE,
                        min_hand_presence_confidence=PRESENCE_CONFIDENCE,
                    )
                )
        except (RuntimeError, ValueError) as error:
            log.debug("loading %s", file, exc_info=True)
            raise ModelError(f"The detector {file.name} is damaged; restore it.") from error

    def detect(self, image: np.ndarray, regions: Sequence[Region] | None = None) -> list[Detection]:
        """Find people.

        Parameters
        ----------
        image : (H, W, 3) uint8 RGB.
        regions : where to look; None for the whole picture.

        Returns
        -------
        Each person once, the surest first.
        """
        if min(image.shape[:2]) < 2:
            return []
        found: list[Detection] = []
        for region in regions or [Region(0, 0, image.shape[1], image.shape[0])]:
            found += self._look(image, region)
        found.sort(key=lambda detection: -detection.score)
        kept: list[Detection] = []
        for detection in found:
            if all(similarity(detection.landmarks, other.landmarks) < SAME for other in kept):
                kept.append(detection)
        return kept

    def _look(self, image: np.ndarray, region: Region) -> list[Detection]:
        part = image[region.y : region.y + region.height, region.x : region.x + region.width]
        result = self._landmarker.detect(
            mp.Image(image_format=mp.ImageFormat.SRGB, data=np.ascontiguousarray(part))
        )
        scale, corner = np.array([region.width, region.height]), np.array([region.x, region.y])

        def on_image(landmarks: Sequence) -> np.ndarray:
            return (np.array([[p.x, p.y] for p in landmarks]) * scale + corner).astype(np.float32)

        if self._kind == "hand":
            # MediaPipe names hands as in a mirror picture.
            return [
                Detection(
                    on_image(points),
                    np.ones(len(points), np.float32),
                    float(handedness[0].score),
                    is_left=handedness[0].category_name == "Right",
                )
                for points, handedness in zip(result.hand_landmarks, result.handedness, strict=True)
            ]
        found = []
        for points in result.pose_landmarks:
            visibility = np.array([p.visibility for p in points], np.float32)
            found.append(Detection(on_image(points), visibility, float(visibility.mean())))
        return found

    def close(self) -> None:
        """Give the detector back."""
        self._landmarker.close()


def similarity(a: np.ndarray, b: np.ndarray) -> float:
    """Return how alike two sets of (K, 2) points lie, 0 to 1.

    The mean over the points of a bell curve of their distance, as COCO's object keypoint similarity, whose
    width is a tenth of the larger set's extent.
    """
    extent = max(float(np.ptp(a, axis=0).max()), float(np.ptp(b, axis=0).max()), 1e-6)
    distance2 = ((np.asarray(a, np.float64) - b) ** 2).sum(1)
    return float(np.exp(-distance2 / (2 * (0.1 * extent) ** 2)).mean())
