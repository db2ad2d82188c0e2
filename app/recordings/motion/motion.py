"""Motion: one person of a recording over time, as it was recorded or refined."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from app.recordings.motion.axes import smpl_in_camera_axes
from app.recordings.motion.bone_motion import BoneMotion
from app.recordings.poses import POSE_TABLES, known_rows, pose_fits, rotations_of
from models.body.fitting import fit_sequence, place_sequence, settled_motion, surface_offsets
from models.body.pose_follower import BodyPose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.recordings.progress import Progress
    from app.recordings.reader import Recording
    from app.recordings.schema import RecordedFrame
    from app.types import Person
    from models.body.template import BodyTemplate

BLOCK = 64  # meshes read at a time
_SURFACE_FRAMES = 64  # of the whole take tell what is a person's own surface
_TABLES = ("translation", "joints", "camera", "crop", "box", "score", "focal_px", "is_left")


class Motion(Protocol):
    """One person of a recording at N moments.

    Attributes
    ----------
    id : the person's.
    recording : where the person is from.
    times_s : (N,) float64 seconds since the recording began, rising.
    filled : (N,) bool, where the person was not found and the motion was filled in.
    is_left : a left hand in most frames, whose meshes are mirrored ones of the recording's body.
    """

    id: int
    recording: Recording
    times_s: np.ndarray
    filled: np.ndarray
    is_left: bool

    def meshes(self, first: int, last: int) -> np.ndarray:
        """Return (n, V, 3) metres of the moments ``first`` to before ``last``, camera axes."""
        ...

    def bones(self, template: BodyTemplate, progress: Progress) -> BoneMotion:
        """Return the bones that explain the meshes, and the person's own surface."""
        ...

    def person(self, frame: RecordedFrame) -> Person | None:
        """Return the person in a frame of the recording, None if away."""
        ...

    def joint_positions(self) -> np.ndarray:
        """Return the (N, J, 3) joints in metres, camera axes."""
        ...

    def tables(self) -> dict[str, np.ndarray]:
        """Return all that is known of the person but the meshes, by name, with N rows each."""
        ...

    def centred_meshes(self) -> np.ndarray:
        """Return the (N, V, 3) meshes in metres from the ``translation`` of the tables, camera axes."""
        ...


class RecordedMotion:
    """A person's motion as the recording has it: see :class:`Motion`.

    Attributes
    ----------
    frames, rows : (N,) the recording's frames, and the rows of its tables.
    """

    def __init__(self, recording: Recording, person_id: int) -> None:
        self.id, self.recording = person_id, recording
        frames, rows = recording.rows_of(person_id)
        self.times_s, first = np.unique(recording.times_s[frames], return_index=True)
        self.filled = np.zeros(len(first), bool)
        self.rows, self.frames = rows[first], frames[first]
        # The detector may take a hand for the other one for some frames, such as the first.
        self.is_left = bool(self.table("is_left").mean() > 0.5)

    def table(self, name: str) -> np.ndarray:
        """Return the (N, ...) rows of a table of the recording."""
        return self.recording.table(name, self.rows)

    def meshes(self, first: int, last: int) -> np.ndarray:
        """Return (n, V, 3) metres of the moments ``first`` to before ``last``, camera axes."""
        rows = self.rows[first:last]
        return self.recording.table("vertices", rows) + self.recording.table("translation", rows)[:, None]

    def bones(self, template: BodyTemplate, progress: Progress) -> BoneMotion:
        """Find the bones that explain the meshes, and the person's own surface.

        Where the model has an SMPL head, the shape and the rotations are those that it predicted, the shape
        on average. Bones that were recorded need not be looked for; the shape is the one that was held.
        """
        if self.is_left:
            template = template.mirrored()
        coarse = template.level_index[-1]
        vertices = np.concatenate([meshes[:, coarse] for meshes in blocks(self)])
        if {"smpl_rotmat", "smpl_betas"} <= set(self.recording.parameter_names()):
            betas = self.table("smpl_betas").mean(axis=0)
            rotations = smpl_in_camera_axes(self.table("smpl_rotmat"))
            fitted = place_sequence(template, vertices, betas, rotations, progress)
        elif (recorded := self._recorded_poses(template)) is not None:
            fitted = settled_motion(template, vertices, recorded, progress)
        else:
            fitted = fit_sequence(template, vertices, progress)
        chosen = np.unique(np.linspace(0, len(vertices) - 1, _SURFACE_FRAMES).round().astype(int))
        meshes = np.concatenate([self.meshes(i, i + 1) for i in chosen])
        own = template.v_template + surface_offsets(template, fitted, chosen, meshes)
        return BoneMotion(replace(template, v_template=own), self.times_s, fitted)

    def _recorded_poses(self, template: BodyTemplate) -> list[BodyPose] | None:
        """Return the bones at each moment; None where not all were recorded, or of another body."""
        if not self.recording.has_poses:
            return None
        tables = {name: self.table(name) for name in POSE_TABLES}
        if not known_rows(tables).all():
            return None
        rotations = rotations_of(tables["pose"])
        rows = zip(tables["betas"], rotations, tables["root"], tables["pose_error_mm"], strict=True)
        poses = [BodyPose(betas, turns, root, float(error)) for betas, turns, root, error in rows]
        return poses if template.skeleton is not None and pose_fits(poses[0], template.skeleton) else None

    def person(self, frame: RecordedFrame) -> Person | None:
        """Return the person as seen in a frame of the recording, None if away."""
        return next((person for person in frame.people if person.id == self.id), None)

    def joint_positions(self) -> np.ndarray:
        """Return the (N, J, 3) joints in metres, camera axes."""
        return self.table("joints") + self.table("translation")[:, None]

    def tables(self) -> dict[str, np.ndarray]:
        """Return what the recording says of the person but the meshes, by name, at the person's moments."""
        tables = {name: self.table(name) for name in (*_TABLES, *self.recording.parameter_names())}
        return tables | {"frame_index": self.recording.index[self.frames]}

    def centred_meshes(self) -> np.ndarray:
        """Return the (N, V, 3) meshes in metres from the ``translation`` of the tables, camera axes."""
        return self.table("vertices")


def blocks(motion: Motion) -> Iterator[np.ndarray]:
    """Read all meshes of a motion, some at a time."""
    for first in range(0, len(motion.times_s), BLOCK):
        yield motion.meshes(first, first + BLOCK)
