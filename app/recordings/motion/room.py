"""Room: where the origin of exported motion lies and which way is forward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from models.body.joint_angles import has_joint_angles
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.recordings.motion.bone_motion import BoneMotion
    from app.recordings.motion.track import Track

FIRST_STEP_S = 0.5  # from somebody's first moment on, that tell where they stand and which way they face
_MESHES = 16  # of these moments are looked at, at most
_UP = np.array([0.0, -1.0, 0.0])  # of a level camera
_UPRIGHT = 0.2  # of a hip's way to the other one that must be level, to tell which way somebody faces


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """A place in camera axes.

    Attributes
    ----------
    origin : (3,) metres.
    turn : (3, 3) turns camera axes so that forward is towards the camera.
    """

    origin: np.ndarray
    turn: np.ndarray

    def place(self, points: np.ndarray, axes: np.ndarray) -> np.ndarray:
        """Return (..., 3) points in the room; (3, 3) ``axes`` would take them there from a camera's."""
        return (points - self.origin) @ (axes @ self.turn).T

    def bones(
        self, motion: BoneMotion, axes: np.ndarray, rest_axes: np.ndarray | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Likewise a motion's rotations and root positions: :meth:`BoneMotion.in_axes`."""
        turned = axes @ self.turn
        rotations, root = motion.in_axes(turned, axes if rest_axes is None else rest_axes)
        return rotations, root - self.origin @ turned.T


CAMERA = Room(np.zeros(3, np.float32), np.eye(3, dtype=np.float32))


def floor_room(tracks: Sequence[Track]) -> Room:
    """Return the room whose origin is on the floor under the first step of who is seen first.

    It lies between the ankles and as low as the lowest point of the body, in the first half second; forward
    is where the hips face meanwhile. The camera counts as level.

    Raises
    ------
    UserError : they are no bodies that could stand.
    """
    track = min(tracks, key=lambda track: float(track.times_s[0]))
    info = track.motion.recording.info
    if not has_joint_angles(info.joint_names):
        raise UserError(f"A {info.kind} stands on no floor; leave the origin at the camera.")
    tables = track.motion.tables()
    rows = np.flatnonzero(track.times_s <= track.times_s[0] + FIRST_STEP_S)
    joints = (tables["joints"] + tables["translation"][:, None])[rows]

    def middle_of(name: str) -> np.ndarray:
        return joints[:, info.joint_names.index(name)]

    chosen = np.unique(np.linspace(0, len(rows) - 1, _MESHES).round().astype(int))
    lowest = np.median([track.mesh(int(rows[i]))[:, 1].max() for i in chosen])
    ankles = (middle_of("L_Ankle") + middle_of("R_Ankle")).mean(axis=0) / 2
    return Room(
        np.array([ankles[0], lowest, ankles[2]], np.float32),
        _turn_towards_camera(middle_of("L_Hip") - middle_of("R_Hip")),
    )


def _turn_towards_camera(to_the_left: np.ndarray) -> np.ndarray:
    """Return the (3, 3) turn about the vertical after which somebody faces the camera.

    ``to_the_left`` (N, 3) goes from their right hip to their left one.
    """
    across = (to_the_left / np.linalg.norm(to_the_left, axis=1, keepdims=True)).mean(axis=0)
    x, _, z = np.cross(across, _UP)
    length = np.hypot(x, z)
    if length < _UPRIGHT:  # on their side
        return np.eye(3, dtype=np.float32)
    cosine, sine = -z / length, x / length
    return np.array([[cosine, 0, sine], [0, 1, 0], [-sine, 0, cosine]], np.float32)
