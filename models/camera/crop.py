"""Where the square that a network sees lies around a person: a model's CropRule applied to points."""

from __future__ import annotations

import numpy as np

from models.camera.projection import CropBox
from models.inference.model_info import CropRule

# The rule of the networks that read landmarks. BlazePose's own crops are about as large.
LANDMARK_RULE = CropRule("landmarks", 1.3, rotate=True, border="replicate")
NOSE, SHOULDERS, HIPS = 0, [11, 12], [23, 24]  # of MediaPipe's 33 landmarks
LIMBS = np.array([11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28])  # shoulders to wrists, hips to ankles
HEAD_ABOVE_NOSE = 0.6  # of the way from the middle of the shoulders to the nose: the top of the head


def crop_from_landmarks(rule: CropRule, landmarks: np.ndarray) -> CropBox:
    """Place the crop around (33, 2) MediaPipe landmarks, in image pixels."""
    landmarks = np.asarray(landmarks, np.float64)
    hips, shoulders = landmarks[HIPS].mean(0), landmarks[SHOULDERS].mean(0)
    if rule.kind == "box":
        # The landmarks end at the eyes; the box of a person ends at the top of the head.
        head = landmarks[NOSE] + HEAD_ABOVE_NOSE * (landmarks[NOSE] - shoulders)
        return crop_from_points(rule, np.vstack([landmarks, head]))
    spine = shoulders - hips
    reach = np.linalg.norm(landmarks - hips, axis=1).max()
    angle = float(np.arctan2(spine[0], -spine[1])) if rule.rotate else 0.0
    return CropBox(hips.astype(np.float32), max(float(rule.scale * 2 * reach), 1.0), angle)


def crop_from_points(rule: CropRule, points: np.ndarray) -> CropBox:
    """Place the crop around the tight box of (K, 2) image points, such as a hand or a projected mesh."""
    low, high = np.min(points, axis=0), np.max(points, axis=0)
    return CropBox(((low + high) / 2).astype(np.float32), max(float(rule.scale * (high - low).max()), 1.0))
