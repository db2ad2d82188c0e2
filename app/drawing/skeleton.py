"""Draws skeletons: joints and the bones between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from app.drawing.colours import LEFT, MIDDLE, OUTLINE, PEOPLE_COLOURS, RIGHT
from models.body.joints import COCO17, COCO_OF, FASTMETRO14
from models.camera.projection import NEAR, project

if TYPE_CHECKING:
    from app.drawing.colours import Colour

# Bones between the 14 joints of FastMETRO (R_Ankle, R_Knee, R_Hip, L_Hip, L_Knee, L_Ankle, R_Wrist, R_Elbow,
# R_Shoulder, L_Shoulder, L_Elbow, L_Wrist, Neck, Head); 14 stands for the middle of the hips.
BODY_BONES = (
    *((a, b, RIGHT) for a, b in ((0, 1), (1, 2), (2, 14), (6, 7), (7, 8), (8, 12))),
    *((a, b, LEFT) for a, b in ((5, 4), (4, 3), (3, 14), (11, 10), (10, 9), (9, 12))),
    (14, 12, MIDDLE),
    (12, 13, MIDDLE),
)
# From wrists and ankles to models.body.joints.EXTREMITIES, which follow from 15 on.
EXTREMITY_BONES = tuple(
    (a, b, colour)
    for wrist, ankle, first, colour in ((6, 0, 15, RIGHT), (11, 5, 20, LEFT))
    for a, b in (
        *((wrist, first), (wrist, first + 1), (wrist, first + 2), (first + 1, first + 2)),
        *((ankle, first + 3), (ankle, first + 4), (first + 3, first + 4)),
    )
)
_LIMB_OF_EXTREMITY = [6, 6, 6, 0, 0, 11, 11, 11, 5, 5]
# The wrist and four joints a finger, from thumb to little finger.
HAND_BONES = tuple(
    (0 if joint == 4 * finger + 1 else joint - 1, joint, PEOPLE_COLOURS[1 + finger])
    for finger in range(5)
    for joint in range(4 * finger + 1, 4 * finger + 5)
)
HIDDEN_JOINT = 0.1  # score of a joint below which its bones are not drawn
NUM_JOINTS = {"body": 14, "hand": 21}


def draw_skeleton(
    image: np.ndarray, joints: np.ndarray, seen: np.ndarray | None, focal_px: float, *, is_hand: bool
) -> None:
    """Draw the joints that were seen and the bones between them into an image, in place.

    Parameters
    ----------
    image : uint8 RGB, or RGBA with colours that are multiplied by alpha.
    joints : (J, 3) metres in the axes of the view's camera: FastMETRO's 14, and the 10 extremities where they
        are known; or a hand's 21.
    seen : (15,) of :func:`seen_joints`; None draws all.
    """
    if is_hand:
        points, bones = joints[: NUM_JOINTS["hand"]], HAND_BONES
    else:
        own, limb_ends = joints[: NUM_JOINTS["body"]], joints[NUM_JOINTS["body"] :]
        points = np.vstack([own, (joints[2] + joints[3])[None] / 2, limb_ends])
        bones = (*BODY_BONES, *EXTREMITY_BONES) if len(limb_ends) else BODY_BONES
        if seen is not None and len(limb_ends):
            seen = np.concatenate([seen, seen[_LIMB_OF_EXTREMITY]])
    if points[:, 2].min() <= NEAR:
        return
    pixels = project(points, focal_px, (image.shape[1], image.shape[0]))
    extent = np.ptp(pixels, axis=0).max()
    thickness = int(np.clip(round(extent / 110), 1, 12))
    # cv2 takes whole numbers with a binary point: 4 bits place lines smoother than whole pixels.
    ends = np.round(np.clip(pixels, -1e6, 1e6) * 16).astype(int)
    for width, dark in ((thickness + 2, True), (thickness, False)):
        for a, b, colour in bones:
            if seen is not None and not (seen[a] and seen[b]):
                continue
            line = _opaque(OUTLINE if dark else colour)
            narrower = thickness // 3 if max(a, b) > 14 else 0
            cv2.line(image, tuple(ends[a]), tuple(ends[b]), line, width - narrower, cv2.LINE_AA, shift=4)
    for i in range(len(ends)) if seen is None else np.flatnonzero(seen):
        size = thickness if is_hand or i <= 14 else (thickness + 1) // 2
        cv2.circle(image, tuple(ends[i]), 16 * size, _opaque(OUTLINE), -1, cv2.LINE_AA, shift=4)
        cv2.circle(image, tuple(ends[i]), 11 * size, _opaque(MIDDLE), -1, cv2.LINE_AA, shift=4)


def _opaque(colour: Colour) -> tuple[int, int, int, int]:
    """Return a colour with alpha, which OpenCV leaves out where an image has none."""
    return (*colour, 255)


def seen_joints(scores: np.ndarray | None) -> np.ndarray | None:
    """Return (15,) which joints of the skeleton were seen, by the (17,) scores of COCO's joints."""
    if scores is None:
        return None
    score = dict(zip(COCO17, scores, strict=True))
    limbs = [score[COCO_OF[name]] for name in FASTMETRO14[:12]]
    neck = min(score["left_shoulder"], score["right_shoulder"])
    head = max(score[name] for name in COCO17[:5])
    hips = min(score["left_hip"], score["right_hip"])
    return np.array([*limbs, neck, head, hips]) >= HIDDEN_JOINT
