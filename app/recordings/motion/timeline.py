"""Timeline: the moments of a refined person, the recorded ones and those filled in."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.recordings.motion.smoothing_spline import QUICK_M_S, REACH_S, smooth_motion, smooth_rotations
from app.recordings.playback import longest_gap_s, usual_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.recordings.motion.motion import RecordedMotion


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """The moments of a refined person.

    Attributes
    ----------
    times_s : (N,) rising.
    frames : (N,) recorded frames at these moments, -1 where the recording has none.
    known : (N,) bool, the person was found.
    parts : spans of moments without a gap that stays; each begins and ends at a known one.
    filled_s : how long the filled gaps last together.
    """

    times_s: np.ndarray
    frames: np.ndarray
    known: np.ndarray
    parts: list[slice]
    filled_s: float

    @classmethod
    def of(cls, recorded: RecordedMotion, longest_s: float) -> Timeline:
        """Fill gaps of up to ``longest_s`` with the recorded frames inside, or else at the usual rate."""
        frames, first = np.unique(recorded.recording.times_s, return_index=True)
        found = recorded.times_s
        after = np.searchsorted(frames, found[:-1], side="right")
        before = np.searchsorted(frames, found[1:], side="left")
        length = np.diff(found)
        step, longest_gap = usual_step(found), longest_gap_s(recorded.recording.times_s)
        fills = ((before > after) | (length > longest_gap)) & (length <= longest_s)
        added: list[np.ndarray] = []
        for gap in np.flatnonzero(fills):
            inside = frames[after[gap] : before[gap]]
            if not len(inside):
                inside = np.linspace(found[gap], found[gap + 1], round(length[gap] / step) + 1)[1:-1]
            added.append(inside)
        times = np.concatenate([found, *added])
        order = np.argsort(times)
        times, known = times[order], (order < len(found))
        nearest = np.minimum(np.searchsorted(frames, times), len(frames) - 1)
        stays = length > max(longest_s, longest_gap)
        bounds = [0, *np.searchsorted(times, found[1:][stays]).tolist(), len(times)]
        return cls(
            times_s=times,
            frames=np.where(frames[nearest] == times, first[nearest], -1),
            known=known,
            parts=[slice(a, b) for a, b in itertools.pairwise(bounds)],
            filled_s=float(length[fills].sum()),
        )

    @property
    def last_found(self) -> np.ndarray:
        """(N,) which of the K known moments was the last until each."""
        return np.cumsum(self.known) - 1

    def found(self, span: slice) -> slice:
        """Return which of the K known moments lie in a span of all."""
        return slice(int(self.known[: span.start].sum()), int(self.known[: span.stop].sum()))

    def smooth(self, values: np.ndarray) -> np.ndarray:
        """Smooth (K, P, 3) points in metres of the known moments; return (N, P, 3)."""
        smoothed = [
            smooth_motion(self.times_s[part], values[self.found(part)], self.known[part], QUICK_M_S)
            for part in self.parts
        ]
        return np.concatenate(smoothed).astype(np.float32)

    def smooth_rotations(self, rotations: np.ndarray) -> np.ndarray:
        """Likewise (K, ..., 3, 3) rotations."""
        smoothed = [
            smooth_rotations(self.times_s[part], rotations[self.found(part)], self.known[part])
            for part in self.parts
        ]
        return np.concatenate(smoothed)

    def smooth_span(self, span: slice, read: Callable[[slice], np.ndarray]) -> np.ndarray:
        """Smooth a span of moments alone; ``read`` gives the values of a span of the known moments."""
        smoothed = []
        for part in self.parts:
            first, last = max(span.start, part.start), min(span.stop, part.stop)
            if first >= last:
                continue
            start = np.searchsorted(self.times_s, self.times_s[first] - REACH_S)
            stop = np.searchsorted(self.times_s, self.times_s[last - 1] + REACH_S, side="right")
            known = np.flatnonzero(self.known)
            # From the known moment before to the one after.
            start = max(known[max(np.searchsorted(known, start, side="right") - 1, 0)], part.start)
            stop = min(known[min(np.searchsorted(known, stop - 1), len(known) - 1)] + 1, part.stop)
            around = slice(int(start), int(stop))
            values = smooth_motion(
                self.times_s[around], read(self.found(around)), self.known[around], QUICK_M_S
            )
            smoothed.append(values[first - around.start : last - around.start])
        return np.concatenate(smoothed)
