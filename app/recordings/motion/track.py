"""Track: a person's motion at any moment, and when the person was there.

Times are seconds since the recording began. Between two frames motion is interpolated, however far they are
apart: formats with bones or caches know no gaps. Before the first frame and after the last one the person
keeps still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.recordings.motion.bone_motion import neighbours
from app.recordings.playback import longest_gap_s, spans, usual_rate
from models.body.skinning import Skinner
from models.inference.store import mannequin_of

if TYPE_CHECKING:
    from app.recordings.motion.bone_motion import BoneMotion
    from app.recordings.motion.motion import Motion
    from app.recordings.reader import Recording


class Track:
    """One person of a recording over time.

    Attributes
    ----------
    motion : as recorded, or refined.
    id : the person's.
    times_s : (N,) float64, rising: the moments of the motion.
    mannequin : how the body is dressed to be seen; None if it is shown as it is.
    """

    def __init__(self, motion: Motion) -> None:
        self.motion = motion
        self.id, self.times_s = motion.id, motion.times_s
        self.mannequin = mannequin_of(motion.recording.faces)
        self._longest_gap_s = longest_gap_s(motion.recording.times_s)
        self._held: dict[int, np.ndarray] = {}

    @property
    def faces(self) -> np.ndarray:
        """(F, 3) triangles of the meshes, counter-clockwise from outside."""
        faces = self.motion.recording.faces
        return np.ascontiguousarray(faces[:, ::-1]) if self.motion.is_left else faces

    def shown(self, vertices: np.ndarray) -> np.ndarray:
        """Return the body's (V, 3) vertices as others may see them, dressed."""
        return vertices if self.mannequin is None else self.mannequin.shape(vertices)

    def mesh(self, key: int) -> np.ndarray:
        """Return the (V, 3) mesh of a moment of the motion, dressed."""
        return self.shown(self.motion.meshes(key, key + 1)[0])

    def mesh_at(self, time_s: float) -> np.ndarray:
        """Return the (V, 3) mesh at any moment, dressed."""
        (before,), (after,), (fraction,) = neighbours(self.times_s, np.array([time_s]))
        self._held = {
            i: self._held[i] if i in self._held else self.mesh(i) for i in {int(before), int(after)}
        }
        return (1 - fraction) * self._held[int(before)] + fraction * self._held[int(after)]

    def is_seen(self, times_s: np.ndarray) -> np.ndarray:
        """Tell for each (M,) moment whether the person was there, as far as frames tell."""
        before, after, _ = neighbours(self.times_s, times_s)
        return self.times_s[after] - self.times_s[before] <= self._longest_gap_s

    def is_filled(self, times_s: np.ndarray) -> np.ndarray:
        """Tell for each (M,) moment whether the motion there was filled in."""
        before, after, _ = neighbours(self.times_s, times_s)
        return self.motion.filled[before] | self.motion.filled[after]

    def fillings(self) -> list[tuple[float, float]]:
        """Return from which filled moment to which found one the motion was filled in."""
        return spans(self.motion.filled, self.times_s, float(self.times_s[-1]))

    def absences(self) -> list[tuple[float, float | None]]:
        """Return from when to when the person was away while the recording went on; None: until its end."""
        frames = self.motion.recording.times_s
        next_frame = np.append(frames, np.inf)[np.searchsorted(frames, self.times_s, side="right")]
        away: list[tuple[float, float | None]] = [
            (float(next_frame[i]), float(self.times_s[i + 1]))
            for i in np.flatnonzero(np.diff(self.times_s) > self._longest_gap_s)
            if next_frame[i] < self.times_s[i + 1]
        ]
        if frames[0] < self.times_s[0]:
            away.insert(0, (float(frames[0]), float(self.times_s[0])))
        if np.isfinite(next_frame[-1]):
            away.append((float(next_frame[-1]), None))
        return away

    def sample_times(self, fps: float) -> np.ndarray:
        """Return the moments of a constant rate from first to last frame, one raster for all people."""
        first, last = np.ceil(self.times_s[0] * fps - 1e-6), np.floor(self.times_s[-1] * fps + 1e-6)
        return np.arange(first, max(last, first) + 1) / fps


def dressed_rest(bones: BoneMotion, track: Track) -> tuple[np.ndarray, np.ndarray]:
    """Return a person's dressed (V, 3) vertices and (B, 3) bone heads at rest."""
    vertices, heads = Skinner(bones.template).rest(bones.fitted.betas[None])
    return track.shown(vertices[0]), heads[0]


def frame_rate(recording: Recording) -> float:
    """Return the frames a second of a recording."""
    return usual_rate(recording.times_s, recording.info.frame_rate)
