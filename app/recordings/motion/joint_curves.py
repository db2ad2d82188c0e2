"""Joint curves: where a person's joints were over time, as numbers to be drawn."""

from __future__ import annotations

import csv
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from app.recordings.playback import longest_gap_s
from models.body.joint_angles import ANGLES, FLEXIONS, has_joint_angles, joint_angles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from app.recordings.motion.motion import Motion

Quantity = Literal["x", "y", "z", "speed", "angle"]
QUANTITIES: tuple[Quantity, ...] = get_args(Quantity)
_CM = 100  # in a metre


def unit_of(quantity: Quantity) -> str:
    """Return the unit of a curve's values."""
    return {"speed": "cm/s", "angle": "°"}.get(quantity, "cm")


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A number over time, with gaps.

    Attributes
    ----------
    times_s : (N,) seconds from the recording's first frame on, rising.
    values : (N,) in the quantity's unit.
    stretches : spans of moments that are known and follow each other without a gap.
    """

    times_s: np.ndarray
    values: np.ndarray
    stretches: tuple[slice, ...]

    def at(self, time_s: float) -> float | None:
        """Return the value at a moment, None in a gap."""
        last = int(np.searchsorted(self.times_s, time_s, side="right")) - 1
        before = bisect_right(self.stretches, last, key=lambda stretch: stretch.start) - 1
        if before < 0:
            return None
        times, values = self.times_s[self.stretches[before]], self.values[self.stretches[before]]
        return float(np.interp(time_s, times, values)) if time_s <= times[-1] else None

    def points(self) -> Iterator[tuple[float, float]]:
        """Give each known moment with its value."""
        for stretch in self.stretches:
            yield from zip(self.times_s[stretch].tolist(), self.values[stretch].tolist(), strict=True)

    def lines(self, start_s: float, end_s: float, columns: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Give the times and values of each stretch between two moments, as many as a picture can show.

        Where several moments share one of the picture's ``columns``, these are the lowest and the highest
        value among them, so that no peak is lost.
        """
        for stretch in self.stretches:
            first, last = np.searchsorted(self.times_s[stretch], (start_s, end_s)).tolist()
            seen = slice(max(first - 1, 0), last + 1)  # with a neighbour on each side, so that lines go on
            times, values = self.times_s[stretch][seen], self.values[stretch][seen]
            if times[-1] < start_s or times[0] > end_s:
                continue
            if len(times) > 2 * columns:
                column = np.floor((times - start_s) / (end_s - start_s) * columns)
                begins = np.flatnonzero(np.diff(column, prepend=np.nan) != 0)
                ends = np.minimum.reduceat(values, begins), np.maximum.reduceat(values, begins)
                times, values = np.repeat(times[begins], 2), np.stack(ends, axis=1).ravel()
            yield times, values


@dataclass(frozen=True, slots=True, eq=False)
class JointPaths:
    """Where a person's joints were.

    Attributes
    ----------
    names : of the J joints.
    times_s : (N,) float64 seconds from the recording's first frame on, rising.
    positions : (N, J, 3) metres, camera axes: x right, y down, z away.
    ends : (M,) where the M stretches end between which the person was away; the last one is N.
    """

    names: tuple[str, ...]
    times_s: np.ndarray
    positions: np.ndarray
    ends: np.ndarray

    @classmethod
    def of(cls, motion: Motion) -> JointPaths:
        """Take them from a motion, recorded or refined.

        The person was away where the recording has frames without the person, or none for longer than people
        are missed.

        Raises
        ------
        RecordingError : the recording is damaged.
        """
        times, frames = motion.times_s, motion.recording.times_s
        after = np.searchsorted(frames, times[:-1], side="right")
        before = np.searchsorted(frames, times[1:], side="left")
        is_away = (before > after) | (np.diff(times) > longest_gap_s(motion.recording.times_s))
        ends = np.append(np.flatnonzero(is_away) + 1, len(times))
        names = tuple(motion.recording.info.joint_names)
        return cls(names, times - frames[0], motion.joint_positions(), ends)

    def has_angle(self, joint: int) -> bool:
        """Return whether a joint has an angle: elbows, knees, hips and shoulders of bodies have one."""
        return self.names[joint] in FLEXIONS and has_joint_angles(self.names)

    def curve(self, joint: int, quantity: Quantity) -> Curve:
        """Return the course of a joint's coordinate in cm, of its speed in cm/s, or of its angle in degrees.

        Speeds are central differences within a stretch; a moment on its own has none. Angles are those of
        :mod:`models.body.joint_angles`.

        Raises
        ------
        ValueError : the joint has no angle.
        """
        if quantity == "angle":
            values = self._angles(joint)
            return Curve(self.times_s, values, _known_stretches(values, self.ends))
        places = _CM * self.positions[:, joint].astype(np.float64)
        values = self._speeds(places) if quantity == "speed" else places[:, "xyz".index(quantity)]
        return Curve(self.times_s, values, _known_stretches(values, self.ends))

    def _angles(self, joint: int) -> np.ndarray:
        if not self.has_angle(joint):
            raise ValueError(f"{self.names[joint]} has no angle")
        angle = ANGLES.index(FLEXIONS[self.names[joint]])
        return joint_angles(self.positions, self.names)[:, angle]

    def _speeds(self, places: np.ndarray) -> np.ndarray:
        speeds = np.full(len(places), np.nan)
        for start, end in zip([0, *self.ends[:-1]], self.ends, strict=True):
            if end - start > 1:
                velocities = np.gradient(places[start:end], self.times_s[start:end], axis=0)
                speeds[start:end] = np.linalg.norm(velocities, axis=1)
        return speeds


def write_curves(path: Path, curves: Mapping[str, Curve], start_s: float, end_s: float) -> None:
    """Write curves between two moments as CSV: the moments of all of them, and each curve's value at them.

    Parameters
    ----------
    path : of a file that does not exist.
    curves : by what their column is called, with the unit.

    Raises
    ------
    OSError : it cannot be written.
    """
    times = np.unique(np.concatenate([curve.times_s for curve in curves.values()]))
    times = times[(times >= start_s) & (times <= end_s)]
    columns = [dict(curve.points()) for curve in curves.values()]
    with path.open("x", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["time_s", *curves])
        for time_s in times.tolist():
            values = (column.get(time_s) for column in columns)
            rows.writerow([f"{time_s:.6f}", *("" if value is None else f"{value:.4f}" for value in values)])


def _known_stretches(values: np.ndarray, ends: np.ndarray) -> tuple[slice, ...]:
    """Return the spans without a number that is none, split at ``ends``."""
    known = np.isfinite(values)
    bounds = np.union1d(ends, np.flatnonzero(np.diff(known)) + 1).tolist()
    spans = (slice(start, end) for start, end in zip([0, *bounds[:-1]], bounds, strict=True))
    return tuple(span for span in spans if known[span.start])
