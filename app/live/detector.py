"""PersonDetector: people (or hands) and their landmarks in a picture, by MediaPipe's Tasks.

MediaPipe shrinks what it is given to 224 pixels, so it misses people who are small in the image. It is
therefore shown parts of the image too; which ones, app/live/search.py decides. What it finds in excess of
people who are there is left to the mesh network's own presence to judge.
"""

from __future__ import annotations

import logging
from contextlib import nullcontext
from typing import TYPE_CHECKING

import cv2
import mediapipe as mp
import numpy as np
from mediapipe.tasks.python.core.base_options import BaseOptions
from mediapipe.tasks.python.vision.core.vision_task_running_mode import VisionTaskRunningMode
from mediapipe.tasks.python.vision.hand_landmarker import (
    HandLandmarker,
    HandLandmarkerOptions,
    HandLandmarkerResult,
)
from mediapipe.tasks.python.vision.pose_landmarker import PoseLandmarker, PoseLandmarkerOptions

from app.live.search import Region
from app.live.similarity import overlap, similarity
from app.system.native_output import without_chatter
from app.types import Detection
from models.inference.store import ASSETS, ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

log = logging.getLogger(__name__)

BUNDLES = {"body": "pose_landmarker_full.task", "hand": "hand_landmarker_full.task"}
MOST = 6  # people one look can find
DETECTION_CONFIDENCE = 0.25  # half of MediaPipe's own; the ghosts are told apart by the networks after it
PRESENCE_CONFIDENCE = 0.5
# No network after it judges hands. On 31 pictures: 30 of 31 are hands, against 37 of 45 with the above.
HAND_DETECTION_CONFIDENCE, HAND_PRESENCE_CONFIDENCE = 0.5, 0.7
PART_SCORE = 0.5  # mean visibility of the landmarks asked of somebody found in a small square
EDGE = 0.02  # of a region's side: landmarks this near its edge mean that the person goes on outside it
SAME = 0.5  # similarity of people, or overlap of hands, above which two detections are one


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
        try:
            with without_chatter():
                self._landmarker = _make_landmarker(kind, BaseOptions(model_asset_path=str(file)))
        except (RuntimeError, ValueError, OSError) as error:
            log.debug("loading %s", file, exc_info=True)
            raise ModelError(f"The detector {file.name} is damaged; restore it.") from error
        self._has_found = False

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
        # Looks at one hand may differ in every finger, and in whether it is a left one.
        alike = overlap if self._kind == "hand" else similarity
        kept: list[Detection] = []
        for detection in found:
            if all(alike(detection.landmarks, other.landmarks) < SAME for other in kept):
                kept.append(detection)
        return kept

    def _look(self, image: np.ndarray, region: Region) -> list[Detection]:
        part = _cut(image, region)
        # MediaPipe has something to say about the first pose of a process, too.
        with nullcontext() if self._has_found else without_chatter():
            result = self._landmarker.detect(mp.Image(image_format=mp.ImageFormat.SRGB, data=part))
        scale, corner = np.array([region.width, region.height]), np.array([region.x, region.y])

        def on_image(landmarks: Sequence) -> np.ndarray:
            return (np.array([[p.x, p.y] for p in landmarks]) * scale + corner).astype(np.float32)

        if isinstance(result, HandLandmarkerResult):
            self._has_found = self._has_found or bool(result.hand_landmarks)
            # The names are those of the hand's owner, in a picture that is not mirrored.
            return [
                Detection(
                    on_image(points),
                    np.ones(len(points), np.float32),
                    float(handedness[0].score),
                    is_left=handedness[0].category_name == "Left",
                )
                for points, handedness in zip(result.hand_landmarks, result.handedness, strict=True)
            ]
        self._has_found = self._has_found or bool(result.pose_landmarks)
        found = []
        for points in result.pose_landmarks:
            visibility = np.array([p.visibility for p in points], np.float32)
            detection = Detection(on_image(points), visibility, float(visibility.mean()))
            is_part = region.width * region.height < image.shape[0] * image.shape[1]
            if is_part and (detection.score < PART_SCORE or _cut_off(detection, region, image)):
                continue
            found.append(detection)
        return found

    def close(self) -> None:
        """Give the detector back."""
        with without_chatter():
            self._landmarker.close()


def _make_landmarker(kind: str, base: BaseOptions) -> PoseLandmarker | HandLandmarker:
    if kind == "hand":
        return HandLandmarker.create_from_options(
            HandLandmarkerOptions(
                base_options=base,
                running_mode=VisionTaskRunningMode.IMAGE,
                num_hands=MOST,
                min_hand_detection_confidence=HAND_DETECTION_CONFIDENCE,
                min_hand_presence_confidence=HAND_PRESENCE_CONFIDENCE,
            )
        )
    return PoseLandmarker.create_from_options(
        PoseLandmarkerOptions(
            base_options=base,
            running_mode=VisionTaskRunningMode.IMAGE,
            num_poses=MOST,
            min_pose_detection_confidence=DETECTION_CONFIDENCE,
            min_pose_presence_confidence=PRESENCE_CONFIDENCE,
        )
    )


def _cut(image: np.ndarray, region: Region) -> np.ndarray:
    """Return a region of the picture; what lies outside the picture is black."""
    height, width = image.shape[:2]
    left, top = max(region.x, 0), max(region.y, 0)
    right, bottom = min(region.x + region.width, width), min(region.y + region.height, height)
    part = image[top:bottom, left:right]
    around = (
        top - region.y,
        region.y + region.height - bottom,
        left - region.x,
        region.x + region.width - right,
    )
    if any(around):
        return cv2.copyMakeBorder(part, *around, cv2.BORDER_CONSTANT)
    return np.ascontiguousarray(part)


def _cut_off(detection: Detection, region: Region, image: np.ndarray) -> bool:
    """Whether a region's edge within the picture cuts through a person, who is then seen better elsewhere."""
    size = np.array([region.width, region.height])
    low = np.array([region.x, region.y])
    points = detection.landmarks[detection.visibility > 0.5] - low
    before = (points < EDGE * size) & (low > 0)
    beyond = (points > (1 - EDGE) * size) & (low + size < image.shape[1::-1])
    return bool((before | beyond).any())
