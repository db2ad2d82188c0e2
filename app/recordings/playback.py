"""Playback: where a player is in a recording, as a pure function of the clock."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from app.frame_rates import parse_rate

SPEEDS = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0)
RATE_AGREEMENT = 0.05  # 60 frames a second in stamps of whole milliseconds seem 58.8 or 62.5
USUAL_STEP_S = 1 / 30  # that a frame is shown where a recording has too few to tell
LONGEST_GAP_S = 0.25  # a person who was not seen for longer was away,
LONGEST_GAP_STEPS = 1.5  # unless it was about a step of a recording with so few frames


@dataclass(frozen=True, slots=True)
class Playback:
    """A position, and how it moves on from there.

    Attributes
    ----------
    length_s : of what is played; positions lie from 0 to there.
    position_s : the position at the clock's ``since_s``, or standing where that is None.
    since_s : seconds on the clock since which it plays.
    speed : seconds of the recording in a second.
    loops : after the end it begins again.
    """

    length_s: float
    position_s: float = 0.0
    since_s: float | None = None
    speed: float = 1.0
    loops: bool = False

    @property
    def is_playing(self) -> bool:
        """Whether the position moves by itself; at the end it still counts as playing."""
        return self.since_s is not None

    def at(self, now: float) -> float:
        """Return the position at a time of the clock."""
        if self.since_s is None:
            return self.position_s
        position = self.position_s + self.speed * (now - self.since_s)
        if self.loops and self.length_s > 0:
            return position % self.length_s
        return min(position, self.length_s)

    def has_ended(self, now: float) -> bool:
        """Tell whether there is nothing more to play."""
        return not self.loops and self.at(now) >= self.length_s

    def played(self, now: float) -> Playback:
        """Go on; from the end, begin again."""
        return replace(self, position_s=0.0 if self.has_ended(now) else self.at(now), since_s=now)

    def held(self, now: float) -> Playback:
        """Stand still."""
        return replace(self, position_s=self.at(now), since_s=None)

    def sought(self, position_s: float, now: float) -> Playback:
        """Jump, and go on from there if it plays."""
        position_s = min(max(position_s, 0.0), self.length_s)
        return replace(self, position_s=position_s, since_s=None if self.since_s is None else now)

    def at_speed(self, speed: float, now: float) -> Playback:
        """Change the speed; the position stays."""
        return replace(self.sought(self.at(now), now), speed=speed)

    def looping(self, loops: bool, now: float) -> Playback:
        """Begin again after the end, or not; the position stays."""
        return replace(self.sought(self.at(now), now), loops=loops)


def usual_step(times_s: np.ndarray) -> float:
    """Return how long a frame is usually shown, from the (T,) rising times of frames."""
    steps = np.diff(times_s)
    steps = steps[steps > 0]
    return float(np.median(steps)) if len(steps) else USUAL_STEP_S


def longest_gap_s(times_s: np.ndarray) -> float:
    """Return how long somebody may be missing and still counts as there, from (T,) rising times of frames."""
    return max(LONGEST_GAP_S, LONGEST_GAP_STEPS * usual_step(times_s))


def usual_rate(times_s: np.ndarray, nominal: str) -> float:
    """Return the frames a second of a recording: what its source says, else the nearest whole number.

    Parameters
    ----------
    times_s : (T,) rising times of frames.
    nominal : the source's rate as a fraction, empty if unknown; it counts where frames usually came at it.
    """
    usual = 1 / usual_step(times_s)
    rate = parse_rate(nominal)
    if rate is not None and abs(float(rate) / usual - 1) <= RATE_AGREEMENT:
        return float(rate)
    return max(float(np.round(usual)), 1.0)


def row_at(times_s: np.ndarray, position_s: float) -> int:
    """Return which of the (T,) frames is shown at a position: the last one that has begun."""
    row = int(np.searchsorted(times_s, position_s, side="right")) - 1
    return min(max(row, 0), len(times_s) - 1)


def spans(is_in: np.ndarray, times_s: np.ndarray, end_s: float) -> list[tuple[float, float]]:
    """Return from when to when consecutive frames are marked.

    Parameters
    ----------
    is_in : (T,) bool.
    times_s : (T,) seconds from which each frame is shown.
    end_s : until when the last one is.
    """
    edges = np.flatnonzero(np.diff(np.concatenate([[False], is_in, [False]]).astype(np.int8)))
    ends = np.append(times_s, end_s)
    return [
        (float(ends[start]), float(ends[stop])) for start, stop in zip(edges[::2], edges[1::2], strict=True)
    ]
