"""joint_angles: flexion of the large joints and pitch of the trunk, in degrees, as movement science has them.

They follow from FastMETRO's joints alone, so every body has them, with bones or without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIDES = {"left": "L", "right": "R"}
FLEXIONS: dict[str, str] = {
    f"{letter}_{joint}": f"{side}_{joint.lower()}_flexion"
    for joint in ("Elbow", "Knee", "Hip", "Shoulder")
    for side, letter in _SIDES.items()
}
"""The name of each joint's angle."""
ANGLES: tuple[str, ...] = (*FLEXIONS.values(), "trunk_pitch")
"""Names of the angles.

Elbow and knee: 0 straight, more the more they are bent (0 to 180). Hip and shoulder: where the thigh or upper
arm points in the trunk's plane of symmetry, 0 along the trunk downwards, 90 forwards, 180 upwards, negative
backwards (-90 to 270). Trunk pitch: 0 upright by the picture's vertical, 90 bent forwards to the horizontal,
negative backwards (-180 to 180).
"""

_LIMBS = (("Shoulder", "Elbow", "Wrist"), ("Hip", "Knee", "Ankle"))
_NEEDED = ("Neck", *(f"{side}_{joint}" for side in _SIDES.values() for limb in _LIMBS for joint in limb))
# A limb this near to the axis from right to left has no angle in the plane that is meant, nor has a trunk
# whose axis from right to left is this near to the vertical: joints are off by some centimetres.
_SMALLEST_SINE = np.sin(np.radians(15))
_UP = np.array([0.0, -1.0, 0.0])


def has_joint_angles(joint_names: Sequence[str]) -> bool:
    """Return whether the joints are those of a body, which has these angles; hands have others."""
    return set(_NEEDED) <= set(joint_names)


def joint_angles(joints: np.ndarray, joint_names: Sequence[str]) -> np.ndarray:
    """Return the angles of people's joints.

    Parameters
    ----------
    joints : (..., J, 3) metres, camera axes (x right, y down, z away), anywhere.
    joint_names : of the J joints, FastMETRO's 14 among them.

    Returns
    -------
    (..., 9) float64 degrees, as :data:`ANGLES` names them; not a number where an angle has no meaning, as of
    an arm that points straight to the side.

    Notes
    -----
    Zero and sign are those of the neutral-zero method (American Academy of Orthopaedic Surgeons, Joint
    Motion, 1965), with which the recommendations of the International Society of Biomechanics agree (Wu et
    al., Journal of Biomechanics 2002 and 2005): the neutral stance is zero, flexion is positive. Those take
    angles from axes fixed in the bones; here there are joint centres alone, so the pelvis is not told from
    the trunk, which goes from the middle of the hips to the neck.
    """
    joints = np.asarray(joints, np.float64)
    at = {name: joints[..., joint_names.index(name), :] for name in _NEEDED}

    def segment(side: str, start: str, end: str) -> np.ndarray:
        return at[f"{side}_{end}"] - at[f"{side}_{start}"]

    def to_the_left(joint: str) -> np.ndarray:
        return at[f"L_{joint}"] - at[f"R_{joint}"]

    trunk = at["Neck"] - (at["L_Hip"] + at["R_Hip"]) / 2
    angles = [
        _between(segment(side, upper, middle), segment(side, middle, lower))
        for upper, middle, lower in _LIMBS
        for side in _SIDES.values()
    ]
    for root, end in (("Hip", "Knee"), ("Shoulder", "Elbow")):
        to_the_right = -to_the_left(root)
        turns = [_forwards(segment(side, root, end), -trunk, to_the_right) for side in _SIDES.values()]
        # No hip or shoulder goes farther back than 90 degrees, and an arm overhead shall not jump.
        angles += [np.where(turn < -90, turn + 360, turn) for turn in turns]
    upright = np.broadcast_to(_UP, trunk.shape)
    angles.append(_forwards(trunk, upright, to_the_left("Hip") + to_the_left("Shoulder")))
    return np.stack(angles, axis=-1)


def _between(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return (...) degrees between (..., 3) vectors; not a number where one has no length."""
    sine, cosine = np.linalg.norm(np.cross(one, other), axis=-1), (one * other).sum(axis=-1)
    return np.where((sine > 0) | (cosine != 0), np.degrees(np.arctan2(sine, cosine)), np.nan)


def _forwards(limb: np.ndarray, zero: np.ndarray, axis: np.ndarray) -> np.ndarray:
    """Return (...) degrees by which a limb is turned from ``zero`` about an axis, not a number near the axis.

    All are (..., 3). The plane of the angle holds ``zero`` and is as square to the axis as that allows.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        limb, zero, axis = (
            vector / np.linalg.norm(vector, axis=-1, keepdims=True) for vector in (limb, zero, axis)
        )
        forward = np.cross(axis, zero)
        sine = np.linalg.norm(forward, axis=-1)
        along, ahead = (limb * zero).sum(axis=-1), (limb * forward).sum(axis=-1) / sine
        has_meaning = (sine >= _SMALLEST_SINE) & (np.hypot(along, ahead) >= _SMALLEST_SINE)
        return np.where(has_meaning, np.degrees(np.arctan2(ahead, along)), np.nan)
