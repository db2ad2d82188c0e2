"""MediaPipe's 33 landmarks from COCO's 17 joints: one kind of points, whoever found somebody."""

from __future__ import annotations

import numpy as np

from models.body.joints import COCO17, MEDIAPIPE33

_BESIDE = {"eye_inner": "eye", "eye_outer": "eye", "pinky": "wrist", "index": "wrist", "thumb": "wrist"} | {
    "heel": "ankle",
    "foot_index": "ankle",
}


def _joint_at(landmark: str) -> int:
    """Return the joint of COCO that is a MediaPipe landmark, or lies next to it."""
    if landmark.startswith("mouth"):
        return COCO17.index("nose")
    side, _, part = landmark.partition("_")
    return COCO17.index(f"{side}_{_BESIDE.get(part, part)}" if part else side)


# By landmark, the joint of COCO that it is, or lies next to.
LANDMARK_JOINTS = np.array([_joint_at(name) for name in MEDIAPIPE33])
# Landmarks of elbow and wrist, those of the fingers, and how far these are beyond the wrist as a part of the
# forearm; likewise knee, ankle and foot.
BEYOND = (
    (13, 15, [17, 19, 21], 0.3),
    (14, 16, [18, 20, 22], 0.3),
    (25, 27, [29, 31], 0.15),
    (26, 28, [30, 32], 0.15),
)


def landmarks_of_coco(joints: np.ndarray) -> np.ndarray:
    """Return (33, 2) MediaPipe landmarks in the place of COCO's (17, 2) joints.

    Landmarks that COCO lacks lie on the nearest joint of the head; those of hands and feet continue the
    forearm and the shin.
    """
    landmarks = joints[LANDMARK_JOINTS]
    for near, far, ends, part in BEYOND:
        landmarks[ends] += part * (landmarks[far] - landmarks[near])
    return landmarks
