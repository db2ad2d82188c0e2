"""A recorded person over time, and the open body's bones that explain the meshes, at any moment.

Times are seconds since the recording began. Between two recorded frames motion is interpolated, however far
they are apart: formats with bones or caches know no gaps. Before the first frame and after the last one the
person keeps still.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial.transform import Rotation

from app.recordings.playback import spans, usual_step
from models.body.fitting import FittedMotion, fit_sequence, place_sequence, surface_offsets
from models.errors import UserError
from models.inference.store import installed_template

if TYPE_CHECKING:
    from app.recordings.reader import Recording
    from app.recordings.schema import RecordedFrame, RecordingInfo
    from app.types import Person
    from models.body.template import BodyTemplate

Progress = Callable[[int, int], None]

LONGEST_GAP_S = 0.25  # a person who was not seen for longer was away,
LONGEST_GAP_STEPS = 1.5  # unless it was about a step of a recording with so few frames
BLOCK = 64  # meshes read at a time
_SURFACE_FRAMES = 64  # of the whole take tell what is a person's own surface
_TABLES = ("vertices", "translation", "joints", "camera", "crop", "box", "score", "focal_px", "is_left")

# Camera axes are x right, y down, z away.
Y_UP = np.diag([1, -1, -1]).astype(np.float32)  # x right, y up, z towards the camera
Z_UP = np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]], np.float32)  # x right, y away, z up


class Track:
    """One person of a recording.

    Attributes
    ----------
    id : the person's.
    recording : where the person is from.
    times_s : (N,) float64, rising: the person's moments.
    filled : (N,) bool, where the person was not found and the motion was filled in.
    longest_gap_s : a person who was not seen for longer was away.
    is_left : a left hand in most frames, whose meshes are mirrored ones of the recording's body.
    rows : (N,) rows of the recording's tables.
    """

    def __init__(self, recording: Recording, person_id: int) -> None:
        self.id, self.recording = person_id, recording
        frames, rows = recording.rows_of(person_id)
        self.times_s, first = np.unique(recording.times_s[frames], return_index=True)
        self.filled = np.zeros(len(first), bool)
        self.rows, self._frames = rows[first], frames[first]
        # The detector may take a hand for the other one for some frames, such as the first.
        self.is_left = bool(recording.table("is_left", self.rows).mean() > 0.5)
        self.longest_gap_s = max(LONGEST_GAP_S, LONGEST_GAP_STEPS * usual_step(recording.times_s))
        self._held: dict[int, np.ndarray] = {}

    @property
    def faces(self) -> np.ndarray:
        """(F, 3) triangles of the meshes, counter-clockwise from outside."""
        faces = self.recording.faces
        return np.ascontiguousarray(faces[:, ::-1]) if self.is_left else faces

    def meshes(self, first: int, last: int) -> np.ndarray:
        """Return (n, V, 3) metres of the moments ``first`` to before ``last``, camera axes."""
        rows = self.rows[first:last]
        return self.recording.table("vertices", rows) + self.recording.table("translation", rows)[:, None]

    def blocks(self) -> Iterator[np.ndarray]:
        """Read all meshes, some at a time."""
        for first in range(0, len(self.times_s), BLOCK):
            yield self.meshes(first, first + BLOCK)

    def bones(self, template: BodyTemplate, progress: Progress) -> BoneMotion:
        """Find the bones that explain the meshes, at the person's moments, and the person's own surface.

        Where the model has an SMPL head, the shape and the rotations are those that it saw, the shape on
        average.
        """
        if self.is_left:
            template = template.mirrored()
        coarse = template.level_index[-1]
        vertices = np.concatenate([meshes[:, coarse] for meshes in self.blocks()])
        if {"smpl_rotmat", "smpl_betas"} <= set(self.recording.parameter_names()):
            betas = self.recording.table("smpl_betas", self.rows).mean(axis=0)
            rotations = self.recording.table("smpl_rotmat", self.rows)
            # SMPL rests in the axes of its file, the template in camera axes.
            rotations = np.concatenate([rotations[:, :1], Y_UP.T @ rotations[:, 1:]], axis=1) @ Y_UP
            fitted = place_sequence(template, vertices, betas, rotations, progress)
        else:
            fitted = fit_sequence(template, vertices, progress)
        chosen = np.unique(np.linspace(0, len(vertices) - 1, _SURFACE_FRAMES).round().astype(int))
        meshes = np.concatenate([self.meshes(i, i + 1) for i in chosen])
        own = template.v_template + surface_offsets(template, fitted, chosen, meshes)
        return BoneMotion(replace(template, v_template=own), self.times_s, fitted)

    def person(self, frame: RecordedFrame) -> Person | None:
        """Return the person as seen in a frame of the recording, None if away."""
        return next((person for person in frame.people if person.id == self.id), None)

    def tables(self) -> dict[str, np.ndarray]:
        """Return what the recording says of the person, by name, at the person's moments."""
        names = (*_TABLES, *self.recording.parameter_names())
        tables = {name: self.recording.table(name, self.rows) for name in names}
        return tables | {"frame_index": self.recording.index[self._frames]}

    def mesh_at(self, time_s: float) -> np.ndarray:
        """Return the (V, 3) mesh at any moment."""
        (before,), (after,), (share,) = _between(self.times_s, np.array([time_s]))
        self._held = {
            i: self._held[i] if i in self._held else self.meshes(i, i + 1)[0]
            for i in {int(before), int(after)}
        }
        return (1 - share) * self._held[int(before)] + share * self._held[int(after)]

    def is_seen(self, times_s: np.ndarray) -> np.ndarray:
        """Tell for each (M,) moment whether the person was there, as far as frames tell."""
        before, after, _ = _between(self.times_s, times_s)
        return self.times_s[after] - self.times_s[before] <= self.longest_gap_s

    def is_filled(self, times_s: np.ndarray) -> np.ndarray:
        """Tell for each (M,) moment whether the motion there was filled in."""
        before, after, _ = _between(self.times_s, times_s)
        return self.filled[before] | self.filled[after]

    def fillings(self) -> list[tuple[float, float]]:
        """Return from which filled moment to which found one the motion was filled in."""
        return spans(self.filled, self.times_s, float(self.times_s[-1]))

    def absences(self) -> list[tuple[float, float | None]]:
        """Return from when to when the person was away while the recording went on; None: until its end."""
        frames = self.recording.times_s
        next_frame = np.append(frames, np.inf)[np.searchsorted(frames, self.times_s, side="right")]
        spans: list[tuple[float, float | None]] = [
            (float(next_frame[i]), float(self.times_s[i + 1]))
            for i in np.flatnonzero(np.diff(self.times_s) > self.longest_gap_s)
            if next_frame[i] < self.times_s[i + 1]
        ]
        if frames[0] < self.times_s[0]:
            spans.insert(0, (float(frames[0]), float(self.times_s[0])))
        if np.isfinite(next_frame[-1]):
            spans.append((float(next_frame[-1]), None))
        return spans

    def sample_times(self, fps: float) -> np.ndarray:
        """Return the moments of a constant rate from first to last frame, one raster for all people."""
        first, last = np.ceil(self.times_s[0] * fps - 1e-6), np.floor(self.times_s[-1] * fps + 1e-6)
        return np.arange(first, max(last, first) + 1) / fps


def frame_rate(recording: Recording) -> float:
    """Return the whole number of frames a second that is nearest to the recording's usual one."""
    return max(float(np.round(1 / usual_step(recording.times_s))), 1.0)


def shared_progress(progress: Progress, part: int, parts: int) -> Progress:
    """Return a progress function for one of several equal parts of the work."""
    return lambda done, total: progress(part * total + done, parts * total)


def template_of(info: RecordingInfo) -> BodyTemplate:
    """Return the body template that a recording was made with.

    Raises
    ------
    UserError : it is not installed.
    """
    template = installed_template(info.template_sha256)
    if template is None:
        raise UserError(
            f"The body '{info.body}' of this recording is not installed; import the model {info.model} "
            "again, or export to npz, obj, ply or pc2, which do without."
        )
    return template


def rigged_template_of(info: RecordingInfo) -> BodyTemplate:
    """Return the template if it has bones.

    Raises
    ------
    UserError : it is not installed or has no bones.
    """
    template = template_of(info)
    if template.skeleton is None:
        raise UserError(
            f"The body '{info.body}' has no bones here, which this format needs; "
            "export to npz, obj, ply or pc2."
        )
    return template


@dataclass(frozen=True, slots=True, eq=False)
class BoneMotion:
    """The open body's motion at given moments.

    Attributes
    ----------
    template : of the body, with the person's own surface.
    times_s : (T,).
    fitted : the shape, and the bones at these moments.
    """

    template: BodyTemplate
    times_s: np.ndarray
    fitted: FittedMotion

    def at(self, times_s: np.ndarray) -> BoneMotion:
        """Interpolate: rotations along the shortest way, the rest linearly."""
        before, after, share = _between(self.times_s, times_s)
        turns = self.fitted.rotations
        start = Rotation.from_matrix(turns[before].reshape(-1, 3, 3))
        end = Rotation.from_matrix(turns[after].reshape(-1, 3, 3))
        way = (start.inv() * end).as_rotvec() * np.repeat(share, turns.shape[1])[:, None]
        rotations = (start * Rotation.from_rotvec(way)).as_matrix().reshape(-1, *turns.shape[1:])

        def linear(values: np.ndarray) -> np.ndarray:
            weight = share.reshape(-1, *[1] * (values.ndim - 1))
            return ((1 - weight) * values[before] + weight * values[after]).astype(np.float32)

        fitted = replace(
            self.fitted,
            rotations=rotations.astype(np.float32),
            translation=linear(self.fitted.translation),
            error_mm=linear(self.fitted.error_mm),
        )
        return BoneMotion(self.template, times_s, fitted)

    @property
    def rest_root(self) -> np.ndarray:
        """(3,) metres, camera axes: where the root bone's head is in the rest pose."""
        assert self.template.skeleton is not None
        return self.template.skeleton.heads[0] + self.fitted.betas @ self.template.skeleton.head_dirs[:, 0]

    def turned(self, axes: np.ndarray, rest_axes: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
        """Return the bones in other axes.

        Parameters
        ----------
        axes : (3, 3) takes camera axes to those of the posed body.
        rest_axes : likewise to those in which the body rests; the same if None.

        Returns
        -------
        (T, B, 3, 3) local rotations, and (T, 3) metres, places of the root bone's head.
        """
        rest_axes = axes if rest_axes is None else rest_axes
        rotations = rest_axes @ self.fitted.rotations @ rest_axes.T
        rotations[:, 0] = axes @ self.fitted.rotations[:, 0] @ rest_axes.T
        return rotations, (self.rest_root + self.fitted.translation) @ axes.T


def fit(track: Track, template: BodyTemplate, progress: Progress) -> BoneMotion:
    """Find the bones that explain a person's meshes, at the person's moments."""
    return track.bones(template, progress)


def _between(times: np.ndarray, at: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return for each moment the entries before and after it, and how far it lies towards the latter."""
    after = np.clip(np.searchsorted(times, at), 0, len(times) - 1)
    before = np.where(times[after] > at, np.maximum(after - 1, 0), after)
    length = times[after] - times[before]
    share = np.where(length > 0, (at - times[before]) / np.where(length > 0, length, 1), 0.0)
    return before, after, np.clip(share, 0, 1)
