"""PersonDetector: people (or hands) and their landmarks in a picture, by MediaPipe's Tasks.

MediaPipe shrinks what it is given to 224 pixels, so it misses people who are small in the picture. It is
therefore shown parts of the picture too (:func:`search_levels`); whoever asks decides how many. What it
finds in excess of people who are there is left to the mesh network's own presence to judge.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass

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

from app.system.native_output import without_chatter
from app.types import Detection
from models.inference.store import ASSETS, ModelError

log = logging.getLogger(__name__)

BUNDLES = {"body": "pose_landmarker_full.task", "hand": "hand_landmarker_full.task"}
MOST = 6  # people one look can find
DETECTION_CONFIDENCE = 0.25  # half of MediaPipe's own; the ghosts are told apart by the networks after it
PRESENCE_CONFIDENCE = 0.5
# No network after it judges hands. On 31 pictures: 30 of 31 are hands, against 37 of 45 with the above.
HAND_DETECTION_CONFIDENCE, HAND_PRESENCE_CONFIDENCE = 0.5, 0.7
PART_SCORE = 0.5  # mean visibility of the landmarks asked of somebody found in a small square
SMALLEST_SQUARE = 160  # pixels; smaller ones would be enlarged before they are searched
EDGE = 0.02  # of a region's side: landmarks this near its edge mean that the person goes on outside it
SAME = 0.5  # similarity of people, or overlap of hands, above which two detections are one


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of the picture in pixels."""

    x: int
    y: int
    width: int
    height: int


def search_levels(width: int, height: int) -> list[list[Region]]:
    """Return where to look in a picture, level by level, from the whole to ever smaller overlapping squares.

    The second level is the whole with a margin around it: a person who fills the picture and is cut off by
    its edges is found only when shown smaller. The squares of a row overlap by half, so that a person of
    half their side lies whole within one of them.
    """
    margin_x, margin_y = width // 4, height // 4
    levels = [
        [Region(0, 0, width, height)],
        [Region(-margin_x, -margin_y, width + 2 * margin_x, height + 2 * margin_y)],
    ]
    short = min(width, height)
    for share in (1.0, 0.6):
        side = round(short * share)
        if side < SMALLEST_SQUARE or side == max(width, height):
            continue
        xs, ys = (
            np.linspace(0, length - side, 1 + -(-2 * (length - side) // side)).round().astype(int)
            for length in (width, height)
        )
        levels.append([Region(int(x), int(y), side, side) for y in ys for x in xs])
    return levels


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


def similarity(a: np.ndarray, b: np.ndarray) -> float:
    """Return how alike two sets of (K, 2) points lie, 0 to 1.

    The mean over the points of a bell curve of their distance, as COCO's object keypoint similarity, whose
    width is a tenth of the larger set's extent.
    """
    extent = max(float(np.ptp(a, axis=0).max()), float(np.ptp(b, axis=0).max()), 1e-6)
    distance2 = ((np.asarray(a, np.float64) - b) ** 2).sum(1)
    return float(np.exp(-distance2 / (2 * (0.1 * extent) ** 2)).mean())


def overlap(a: np.ndarray, b: np.ndarray) -> float:
    """Return the share, 0 to 1, of the smaller one of the boxes around (K, 2) points that both have."""
    low, high = np.maximum(a.min(0), b.min(0)), np.minimum(a.max(0), b.max(0))
    smaller = min(float(np.ptp(points, axis=0).prod()) for points in (a, b))
    return float(np.clip(high - low, 0, None).prod()) / max(smaller, 1e-6)
