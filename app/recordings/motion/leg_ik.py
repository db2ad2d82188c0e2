"""Leg IK: bends legs so that feet move by small amounts, keeping their rotation and every bone's length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from models.body.skinning import Skinner, chain, rotation_matrices
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.body.template import BodyTemplate

# Thigh, shank and foot, as the open body and SMPL call them.
_LEGS = (("upperleg01.{}", "lowerleg01.{}", "foot.{}"), ("{}_Hip", "{}_Knee", "{}_Ankle"))
_ROUNDS = 3  # each leaves a small part of what a nearly straight knee could not do at once
_STRAIGHTEST = 0.9995  # fraction of the leg's length that it may be stretched to


def move_feet(
    template: BodyTemplate, betas: np.ndarray, rotations: np.ndarray, offsets: Mapping[str, np.ndarray]
) -> np.ndarray:
    """Rotate thighs, shanks and feet so that the feet move.

    Parameters
    ----------
    template : with the skeleton of the open body or SMPL.
    betas : (S,).
    rotations : (N, B, 3, 3) local bone rotations.
    offsets : (N, 3) metres for the sides ``"L"`` and ``"R"``, camera axes.

    Reposed_rotations
    -------
    (N, B, 3, 3). A leg that is too short for what is wanted is stretched as far as it goes.
    """
    skinner = Skinner(template, np.zeros(0, int))
    skeleton = skinner.skeleton
    rotations = rotations.copy()
    heads = np.broadcast_to(skinner.rest(betas[None])[1], (len(rotations), len(skeleton.names), 3))
    legs = [_leg(skeleton.names, side) for side in offsets]
    _, posed = chain(skeleton.parents, heads, rotations)
    goals = [posed[:, leg[-1]] + offset for leg, offset in zip(legs, offsets.values(), strict=True)]
    for _ in range(_ROUNDS):
        posed_rotations, posed = chain(skeleton.parents, heads, rotations)
        for bones, goal in zip(legs, goals, strict=True):
            above = skeleton.parents[bones]
            hip, knee, ankle = (posed[:, bone] for bone in bones)
            bend = _knee_rotation(
                hip, knee, ankle, np.linalg.norm(goal - hip, axis=1), posed_rotations[:, bones[1]]
            )
            bent = knee + (bend @ (ankle - knee)[..., None])[..., 0]
            swing = _shortest_rotation(bent - hip, goal - hip)
            thigh_above, shank_above, foot_above = (posed_rotations[:, bone] for bone in above)
            rotations[:, bones[0]] = _inverse(thigh_above) @ swing @ posed_rotations[:, bones[0]]
            rotations[:, bones[1]] = _inverse(shank_above) @ bend @ posed_rotations[:, bones[1]]
            rotations[:, bones[2]] = _inverse(swing @ bend @ foot_above) @ posed_rotations[:, bones[2]]
    return rotations


def _leg(names: tuple[str, ...], side: str) -> list[int]:
    """Return the numbers of a leg's thigh, shank and foot."""
    for leg in _LEGS:
        wanted = [bone.format(side) for bone in leg]
        if set(wanted) <= set(names):
            return [names.index(bone) for bone in wanted]
    raise UserError(f"The skeleton has no leg bones known here on the side {side}, so feet cannot be held.")


def _knee_rotation(
    hip: np.ndarray, knee: np.ndarray, ankle: np.ndarray, reach: np.ndarray, shank: np.ndarray
) -> np.ndarray:
    """Return the (N, 3, 3) rotations of shanks about knees that bring ankles to a distance from hips."""
    thigh, lower = hip - knee, ankle - knee
    a, b = np.linalg.norm(thigh, axis=1), np.linalg.norm(lower, axis=1)
    reach = np.clip(reach, 1.01 * np.abs(a - b), _STRAIGHTEST * (a + b))

    def angle(side: np.ndarray) -> np.ndarray:
        return np.arccos(np.clip((a**2 + b**2 - side**2) / (2 * a * b), -1, 1))

    axis = np.cross(thigh, lower) / (a * b)[:, None]
    # A straight leg has no plane to bend in; knees bend about the body's own left-right axis.
    axis -= 0.1 * shank[:, :, 0]
    axis /= np.linalg.norm(axis, axis=1, keepdims=True)
    return rotation_matrices(axis * (angle(reach) - angle(np.linalg.norm(ankle - hip, axis=1)))[:, None])


def _shortest_rotation(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return the (N, 3, 3) smallest rotations that take (N, 3) directions to others."""
    axis = np.cross(start, end)
    sine = np.linalg.norm(axis, axis=1, keepdims=True)
    angle = np.arctan2(sine, np.einsum("ni,ni->n", start, end)[:, None])
    return rotation_matrices(axis / np.maximum(sine, 1e-12) * angle)


def _inverse(rotations: np.ndarray) -> np.ndarray:
    return rotations.transpose(0, 2, 1)
