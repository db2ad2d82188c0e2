"""Names and orders of joints and landmarks: FastMETRO's, COCO's, MediaPipe's, and those of motion capture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SIDES = (("left", "right"), ("L_", "R_"))  # as the names below tell them
FASTMETRO14: tuple[str, ...] = (
    "R_Ankle", "R_Knee", "R_Hip", "L_Hip", "L_Knee", "L_Ankle", "R_Wrist", "R_Elbow", "R_Shoulder",
    "L_Shoulder", "L_Elbow", "L_Wrist", "Neck", "Head",
)  # fmt: skip
COCO17: tuple[str, ...] = (
    "nose", "left_eye", "right_eye", "left_ear", "right_ear", "left_shoulder", "right_shoulder",
    "left_elbow", "right_elbow", "left_wrist", "right_wrist", "left_hip", "right_hip", "left_knee",
    "right_knee", "left_ankle", "right_ankle",
)  # fmt: skip
# The limbs of FastMETRO's, with COCO's names.
COCO_OF: dict[str, str] = {
    name: f"{ {'R': 'right', 'L': 'left'}[name[0]] }_{name[2:].lower()}" for name in FASTMETRO14[:12]
}
MEDIAPIPE33: tuple[str, ...] = (
    "nose", "left_eye_inner", "left_eye", "left_eye_outer", "right_eye_inner", "right_eye",
    "right_eye_outer", "left_ear", "right_ear", "mouth_left", "mouth_right", "left_shoulder",
    "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist", "left_pinky",
    "right_pinky", "left_index", "right_index", "left_thumb", "right_thumb", "left_hip", "right_hip",
    "left_knee", "right_knee", "left_ankle", "right_ankle", "left_heel", "right_heel",
    "left_foot_index", "right_foot_index",
)  # fmt: skip
# The joints of motion capture, in SMPL's order without the hands.
BODY22: tuple[str, ...] = (
    "pelvis", "L_hip", "R_hip", "spine1", "L_knee", "R_knee", "spine2", "L_ankle", "R_ankle", "spine3",
    "L_foot", "R_foot", "neck", "L_collar", "R_collar", "head", "L_shoulder", "R_shoulder",
    "L_elbow", "R_elbow", "L_wrist", "R_wrist",
)  # fmt: skip


def mirror_indices(names: Sequence[str]) -> tuple[int, ...]:
    """Return, for each name, the index of the same joint on the other side; its own in the middle."""

    def other(name: str) -> str:
        for left, right in SIDES:
            name = name.replace(left, "#").replace(right, left).replace("#", right)
        return name

    return tuple(names.index(other(name)) for name in names)


# The points of MediaPipe's pose at the ends of the limbs.
EXTREMITIES = tuple(
    f"{side}_{point}"
    for side in ("right", "left")
    for point in ("thumb", "index", "pinky", "heel", "foot_index")
)
