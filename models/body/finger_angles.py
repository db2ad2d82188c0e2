"""FingerRig: the open body's fingers by the angles of their joints, and those angles from points of a hand.

A finger has four angles, all relative to the rest pose, in which the hand is half open: its knuckle bends and
spreads, its middle and its end joint bend. Bones are kept from turning as no finger can. Landmarks are the 21
of MediaPipe's hand: the wrist, then four of each finger from its root to its tip, thumb to little finger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from models.body.skinning import FINGERS, rotation_matrices

if TYPE_CHECKING:
    from models.body.template import BodyTemplate

BEND, SPREAD, MIDDLE, END = range(4)
"""The angles of a finger, radians: bending closes the hand, spreading is about the bent finger's back."""

HAND_LANDMARKS = 21
KNUCKLES = (5, 9, 13, 17)  # of index to little finger
_FINGER_LANDMARKS = np.arange(1, HAND_LANDMARKS).reshape(5, 4)

# How far fingers go, in degrees. Bends are from straight, the knuckle's from the line between wrist and
# knuckle; spreads, and the thumb's first joint, are from rest. Active ranges as norms give them (American
# Academy of Orthopaedic Surgeons, Joint Motion, 1965: 90, 100 and 90, knuckles back by 45), and some more for
# a push from outside and for hands of other proportions.
_KNUCKLE, _MIDDLE, _END = (-45.0, 100.0), (-10.0, 115.0), (-15.0, 95.0)
_SPREAD = (-25.0, 25.0)
_THUMB_ROOT, _THUMB_SPREAD, _THUMB_MIDDLE, _THUMB_END = (
    (-50.0, 50.0),
    (-40.0, 40.0),
    (-25.0, 75.0),
    (-25.0, 90.0),
)

SEEN_AT_REST = np.radians(
    [(30, 0, -21, -12), (-6, 0, -3, -7), (-11, 0, 1, -7), (-6, 0, 4, -4), (-10, 0, -2, -2)]
)
"""(5, 4) angles, radians, of MediaPipe's points of a hand whose fingers are at rest.

They do not lie on the open body's bones, the thumb's least of all. Medians over the rendered hands of
models.evaluate.hands; those of two halves of them differ by at most 3 degrees.
"""


class FingerRig:
    """The ten fingers of the open body.

    Parameters
    ----------
    template : with the open body's skeleton.

    Attributes
    ----------
    bones : (30,) indices of the finger bones, in the order of :data:`models.body.skinning.FINGERS`.
    wrists : (2,) indices of the bones that carry the hands, left first; likewise below.
    segments : (2, 5, 3, 3) unit directions of the finger bones at rest, camera axes.
    axes : (2, 5, 3) unit axes about which fingers bend, at rest.

    Raises
    ------
    ValueError : the body has no such fingers.
    """

    def __init__(self, template: BodyTemplate) -> None:
        skeleton = template.skeleton
        if skeleton is None or not has_fingers(template):
            raise ValueError(f"{template.name} has no finger bones; give the open body")
        index_of = {name: i for i, name in enumerate(skeleton.names)}
        bones = np.array([[index_of[name] for name in finger] for finger in FINGERS])
        self.bones = bones.reshape(-1)
        self.wrists = np.array([index_of[f"wrist.{side}"] for side in "LR"])
        heads, tails = skeleton.heads.astype(np.float64), skeleton.tails.astype(np.float64)
        self.segments = segments = _unit(tails[bones] - heads[bones]).reshape(2, 5, 3, 3)
        knuckles = heads[bones[:, 0]].reshape(2, 5, 3)
        self._palms = _palm(heads[self.wrists], knuckles[:, 1:])
        # The hand rests half open, so the bend already in each finger tells about which axis it bends.
        self.axes = axes = _unit(np.cross(segments[:, :, 0], segments[:, :, 2]))
        # Each bone's own frame at rest: along it as far as it bends, where bending takes it, and the axis.
        along = _unit(segments - (segments * axes[:, :, None]).sum(-1, keepdims=True) * axes[:, :, None])
        self._frames = np.stack(
            [along, np.cross(axes[:, :, None], along), np.broadcast_to(axes[:, :, None], along.shape)], -1
        )
        self._rest_spread = np.arcsin((segments[:, :, 0] * axes).sum(-1))
        self._set_limits(segments, heads[self.wrists], knuckles)

    def _set_limits(self, segments: np.ndarray, wrists: np.ndarray, knuckles: np.ndarray) -> None:
        """Find the lowest and the highest angles (2, 5, 4) relative to rest."""
        before = np.concatenate([_unit(knuckles - wrists[:, None])[:, :, None], segments[:, :, :2]], 2)
        from_straight = np.arctan2(
            -(before * self._frames[..., 1]).sum(-1), (before * self._frames[..., 0]).sum(-1)
        )
        ranges = np.tile(np.radians([_KNUCKLE, _SPREAD, _MIDDLE, _END]), (2, 5, 1, 1))
        ranges[:, 0] = np.radians([_THUMB_ROOT, _THUMB_SPREAD, _THUMB_MIDDLE, _THUMB_END])
        ranges[:, 1:, BEND] -= from_straight[:, 1:, 0, None]
        ranges[:, :, MIDDLE] -= from_straight[:, :, 1, None]
        ranges[:, :, END] -= from_straight[:, :, 2, None]
        self._low, self._high = np.minimum(ranges[..., 0], 0), np.maximum(ranges[..., 1], 0)

    def angles(self, landmarks: np.ndarray, is_left: bool) -> np.ndarray:
        """Find the angles that give a hand's segments their directions, as far as joints allow.

        Parameters
        ----------
        landmarks : (21, 3) of MediaPipe in any unit, axes that are not mirrored, anywhere, turned anyhow.
        is_left : the hand is a left one.

        Returns
        -------
        (5, 4) float32 radians relative to rest. The palm's own directions are taken for the body's.
        """
        side = 0 if is_left else 1
        low, high = self._low[side], self._high[side]
        seen = self._seen_angles(np.asarray(landmarks, np.float64), side) - SEEN_AT_REST
        return np.clip(seen, low, high).astype(np.float32)

    def _seen_angles(self, points: np.ndarray, side: int) -> np.ndarray:
        """Return the (5, 4) angles by which the segments between points turn from rest."""
        palm = _palm(points[:1], points[None, KNUCKLES])[0]
        directions = _unit(np.diff(points[_FINGER_LANDMARKS], axis=1))  # (5, 3, 3)
        directions = directions @ (palm @ self._palms[side].T)
        frames = self._frames[side]
        angles = np.empty((5, 4))
        local = np.einsum("fji,fj->fi", frames[:, 0], directions[:, 0])
        angles[:, BEND] = np.arctan2(local[:, 1], local[:, 0])
        angles[:, SPREAD] = np.arcsin(np.clip(local[:, 2], -1, 1)) - self._rest_spread[side]
        turned = self._knuckle_turns(angles[:, :MIDDLE], side)
        for joint, angle in ((1, MIDDLE), (2, END)):
            local = np.einsum("fji,fkj,fk->fi", frames[:, joint], turned, directions[:, joint])
            angles[:, angle] = np.arctan2(local[:, 1], local[:, 0])
            turned = turned @ rotation_matrices(angles[:, angle, None] * self.axes[side])
        return angles

    def _knuckle_turns(self, angles: np.ndarray, side: int) -> np.ndarray:
        bend, spread = angles[..., BEND, None], angles[..., SPREAD, None]
        return rotation_matrices(bend * self.axes[side]) @ rotation_matrices(
            -spread * self._frames[side, :, 0, :, 1]
        )

    def directions(self, angles: np.ndarray) -> np.ndarray:
        """Return (2, 5, 3, 3) unit directions of the finger bones for (2, 5, 4) angles, the palm at rest."""
        turns = self.rotations(angles).reshape(2, 5, 3, 3, 3)
        turned = turns.copy()
        for joint in (1, 2):
            turned[:, :, joint] = turned[:, :, joint - 1] @ turns[:, :, joint]
        return np.einsum("sfjik,sfjk->sfji", turned, self.segments)

    def rotations(self, angles: np.ndarray) -> np.ndarray:
        """Return the (30, 3, 3) float32 local rotations of :attr:`bones` for (2, 5, 4) angles, left first."""
        turns = np.empty((2, 5, 3, 3, 3), np.float32)
        for side in (0, 1):
            turns[side, :, 0] = self._knuckle_turns(angles[side, :, :2], side)
            for joint, angle in ((1, MIDDLE), (2, END)):
                turns[side, :, joint] = rotation_matrices(angles[side, :, angle, None] * self.axes[side])
        return turns.reshape(30, 3, 3)


def has_fingers(template: BodyTemplate) -> bool:
    """Tell whether a body has the open body's finger bones."""
    skeleton = template.skeleton
    return skeleton is not None and {name for finger in FINGERS for name in finger} <= set(skeleton.names)


def _palm(wrists: np.ndarray, knuckles: np.ndarray) -> np.ndarray:
    """Return (N, 3, 3) rotations whose columns are a palm's axes: to the knuckles, to the index, across."""
    along = _unit(knuckles.mean(1) - wrists)
    across = _unit(np.cross(along, knuckles[:, 0] - knuckles[:, 3]))
    return np.stack([along, np.cross(across, along), across], -1)


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-12)
