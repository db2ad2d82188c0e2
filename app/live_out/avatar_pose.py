"""AvatarPose: a person's pose as an avatar takes it, standing on the floor at the origin of its own room.

Unity's axes are left-handed: x right, y up, z forwards, where the avatar looks. Those of the camera, mirrored
through the origin, are the same: a person who faces the camera then looks along z, left stays left, and
rotations stay as they are, as minus identity commutes with each of them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial.transform import Rotation

from models.body.humanoid import Humanoid

if TYPE_CHECKING:
    from app.types import Person
    from models.body.pose_follower import BodyPose
    from models.body.template import BodyTemplate

# The floor is where feet stand, and a jump is short; a camera that looks down sees it rise as people leave.
FLOOR_FOLLOWS_S = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class UnityPose:
    """The pose of an avatar that rests in a T-pose.

    Attributes
    ----------
    hips : (3,) metres above the floor at the origin, Unity's axes.
    quaternions : (H, 4) local rotations x, y, z, w, in the order of the humanoid's names, Unity's axes.
    """

    hips: np.ndarray
    quaternions: np.ndarray


class AvatarPose:
    """Turns a person's poses into an avatar's, with the origin under where the person first stood.

    Parameters
    ----------
    template : of a body with a humanoid skeleton.

    Attributes
    ----------
    humanoid : which bones there are.
    """

    def __init__(self, template: BodyTemplate) -> None:
        assert template.skeleton is not None
        self.humanoid = Humanoid(template.skeleton)
        self._root = template.skeleton.heads[0]
        self._root_dirs = template.skeleton.head_dirs[:, 0]
        self._origin: np.ndarray | None = None
        self._last_s = 0.0

    def begin(self) -> None:
        """Put the origin under whoever comes next."""
        self._origin = None

    def of(self, person: Person, pose: BodyPose, now_s: float) -> UnityPose:
        """Return the avatar's pose.

        Parameters
        ----------
        person, pose : whose mesh tells where the floor is, and the person's bones.
        now_s : seconds of a clock that only goes forwards.
        """
        hips = self._root + pose.betas @ self._root_dirs + pose.translation  # (3,) camera axes
        floor = float(person.vertices[:, 1].max() + person.translation[1])
        if self._origin is None:
            self._origin = np.array([hips[0], floor, hips[2]])
        else:
            share = 1 - math.exp(-max(now_s - self._last_s, 0.0) / FLOOR_FOLLOWS_S)
            self._origin[1] += share * (floor - self._origin[1])
        self._last_s = now_s
        local = self.humanoid.local_rotations(pose.rotations)
        # They are rotations; to make sure takes SciPy longer than all of the above.
        return UnityPose(self._origin - hips, Rotation.from_matrix(local, assume_valid=True).as_quat())
