"""PersonDetector: people (or hands) and their landmarks in a picture, by MoveNet and MediaPipe's Tasks.

MoveNet MultiPose finds more people at one look than MediaPipe, which still adds some. Both shrink what they
are given, so they miss people who are small in the image. MediaPipe is therefore shown parts of the image
too; which ones, app/live/search.py decides. What they find in excess of people who are there is left to the
mesh network's own presence to judge.
"""

from __future__ import annotations

import logging
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from app.live.landmarks import LANDMARK_JOINTS, landmarks_of_coco
from app.live.search import Region
from app.live.similarity import overlap, similarity
from app.system.native_output import without_chatter
from app.types import Detection
from models.environment import block_uploads
from models.inference.mediapipe_tasks import (
    BaseOptions,
    HandLandmarker,
    HandLandmarkerOptions,
    HandLandmarkerResult,
    Image,
    ImageFormat,
    PoseLandmarker,
    PoseLandmarkerOptions,
    VisionTaskRunningMode,
)
from models.inference.multipose import MultiPoseFinder
from models.inference.paths import ASSETS, HANDS, MULTIPOSE
from models.inference.store import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

log = logging.getLogger(__name__)

BUNDLES = {"body": "pose_landmarker_full.task", "hand": HANDS}
MOST = 6  # people one look can find
DETECTION_CONFIDENCE = 0.25  # half of MediaPipe's own; the ghosts are told apart by the networks after it
PRESENCE_CONFIDENCE = 0.5
# No network after it judges hands. On 31 pictures: 30 of 31 are hands, against 37 of 45 with the above.
HAND_DETECTION_CONFIDENCE, HAND_PRESENCE_CONFIDENCE = 0.5, 0.7
PART_SCORE = 0.5  # mean visibility of the landmarks asked of somebody found in a small square
PROPOSAL_SCORE = 0.05  # of MoveNet's proposals, for the same reason
JOINTS_SCORE = 0.2  # the mean of their surest joints; below it nobody was ever right
SUREST = 4  # joints; whoever is cut off shows few
EDGE = 0.02  # of a region's side: landmarks this near its edge mean that the person goes on outside it
SAME = 0.5  # similarity of people, or overlap of hands, above which two detections are one


class PersonDetector:
    """MoveNet MultiPose and MediaPipe's PoseLandmarker, or its HandLandmarker for models of hands.

    Used by one thread.

    Raises
    ------
    ModelError : the detector's file is missing or damaged.
    """

    def __init__(self, kind: str = "body") -> None:
        file = ASSETS / BUNDLES[kind]
        if not file.is_file():
            raise ModelError(f"The detector {file.name} is missing from assets/; restore it.")
        self._kind = kind
        block_uploads()
        try:
            with without_chatter():
                self._landmarker = _make_landmarker(kind, BaseOptions(model_asset_path=str(file)))
        except (RuntimeError, ValueError, OSError) as error:
            log.debug("loading %s", file, exc_info=True)
            raise ModelError(f"The detector {file.name} is damaged; restore it.") from error
        self._multipose = MultiPoseFinder(ASSETS / MULTIPOSE) if kind == "body" else None
        self._has_found = False

    def detect(self, image: np.ndarray, regions: Sequence[Region] | None = None) -> list[Detection]:
        """Find people.

        Parameters
        ----------
        image : (H, W, 3) uint8 RGB.
        regions : where to look; None for the whole picture.

        Returns
        -------
        Each person once: MoveNet's, then whom MediaPipe adds, the surest first.
        """
        if min(image.shape[:2]) < 2:
            return []
        proposed: list[Detection] = []
        found: list[Detection] = []
        for region in regions or [Region(0, 0, image.shape[1], image.shape[0])]:
            part = _cut(image, region)
            if self._multipose is not None:
                proposed += self._placed(self._by_multipose(part), region, image, located=0.0)
            found += self._placed(self._by_mediapipe(part), region, image, located=0.5)
        # Looks at one hand may differ in every finger, and in whether it is a left one.
        alike = overlap if self._kind == "hand" else similarity
        kept: list[Detection] = []
        for detection in (*_surest_first(proposed), *_surest_first(found)):
            if all(alike(detection.landmarks, other.landmarks) < SAME for other in kept):
                kept.append(detection)
        return kept

    def _placed(
        self, found: list[Detection], region: Region, image: np.ndarray, located: float
    ) -> list[Detection]:
        """Place detections of a region in the image; in a small one only those that are sure and whole.

        Landmarks from the visibility ``located`` on tell whether somebody goes on outside the region. MoveNet
        puts those that it does not see at its edge, MediaPipe anywhere.
        """
        corner = np.array([region.x, region.y], np.float32)
        placed = [replace(detection, landmarks=detection.landmarks + corner) for detection in found]
        if self._kind == "hand" or region.width * region.height >= image.shape[0] * image.shape[1]:
            return placed
        return [d for d in placed if d.score >= PART_SCORE and not _cut_off(d, region, image, located)]

    def _by_multipose(self, part: np.ndarray) -> list[Detection]:
        """Return whom MoveNet proposes in a part, in its pixels."""
        assert self._multipose is not None
        found = []
        for joints, sureness in zip(*self._multipose.find(part), strict=True):
            score = float(np.sort(joints[:, 2])[-SUREST:].mean())
            if sureness >= PROPOSAL_SCORE and score >= JOINTS_SCORE:
                found.append(Detection(landmarks_of_coco(joints[:, :2]), joints[LANDMARK_JOINTS, 2], score))
        return found

    def _by_mediapipe(self, part: np.ndarray) -> list[Detection]:
        """Return whom MediaPipe finds in a part, in its pixels."""
        # MediaPipe has something to say about the first pose of a process, too.
        with nullcontext() if self._has_found else without_chatter():
            result = self._landmarker.detect(Image(image_format=ImageFormat.SRGB, data=part))
        scale = np.array(part.shape[1::-1])

        def in_pixels(landmarks: Sequence) -> np.ndarray:
            return (np.array([[p.x, p.y] for p in landmarks]) * scale).astype(np.float32)

        if isinstance(result, HandLandmarkerResult):
            self._has_found = self._has_found or bool(result.hand_landmarks)
            # The names are those of the hand's owner, in a picture that is not mirrored.
            return [
                Detection(
                    in_pixels(points),
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
            found.append(Detection(in_pixels(points), visibility, float(visibility.mean())))
        return found

    def close(self) -> None:
        """Give the detector back."""
        with without_chatter():
            self._landmarker.close()


def _surest_first(found: list[Detection]) -> list[Detection]:
    return sorted(found, key=lambda detection: -detection.score)


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


def _cut_off(detection: Detection, region: Region, image: np.ndarray, located: float) -> bool:
    """Whether a region's edge within the picture cuts through a person, who is then seen better elsewhere."""
    size = np.array([region.width, region.height])
    low = np.array([region.x, region.y])
    points = detection.landmarks[detection.visibility >= located] - low
    before = (points < EDGE * size) & (low > 0)
    beyond = (points > (1 - EDGE) * size) & (low + size < image.shape[1::-1])
    return bool((before | beyond).any())
