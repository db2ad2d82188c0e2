"""Steadiness: how much the shown motion trembles, against the network's own, and whether feet slide."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from app.live.smoothing import GAP_S
from app.recordings.motion.foot_contacts import Frustum, contact_labels, skating

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.types import Person, Result

RECENT_S = 2.0  # figures are of these last seconds: steady to read and quick to follow


@dataclass(frozen=True, slots=True)
class Steadiness:
    """Figures over the last moments; None where nothing is known.

    Attributes
    ----------
    acceleration, raw_acceleration : how fast joints about the root change their speed, m/s^2, the mean of
        magnitudes: as shown, and as the network gave them. Trembling adds to the motion's own, and the more,
        the more frames a second there are: one is to be compared with the other.
    skating : how fast standing feet slide, m/s.
    """

    acceleration: float | None = None
    raw_acceleration: float | None = None
    skating: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Moment:
    """What is kept of a person in one frame; the mesh would be megabytes over two seconds."""

    at: float
    time_s: float
    id: int
    joints: np.ndarray
    raw_joints: np.ndarray | None
    feet: np.ndarray | None  # in the camera
    root: np.ndarray
    frustum: Frustum
    acceleration: float | None = None
    raw_acceleration: float | None = None


class SteadinessMeter:
    """Follows one person: who leads, or else whoever is followed longest.

    :meth:`add` is for one thread, :meth:`figures` for any.
    """

    def __init__(self) -> None:
        self._moments: deque[_Moment] = deque()

    def add(self, result: Result, at: float) -> None:
        """Take a result, and seconds of a clock that only goes forwards."""
        person = _whom(result)
        if person is None:
            return
        moment = _Moment(
            at,
            result.frame.time_s,
            person.id,
            person.joints,
            person.raw_joints,
            None if person.feet is None else person.feet + person.translation,
            person.translation,
            Frustum(person.focal_px, result.frame.size),
        )
        if self._moments:
            last = self._moments[-1]
            if moment.id != last.id or not 0 < moment.time_s - last.time_s <= GAP_S:
                self._moments.clear()
        if len(self._moments) >= 2:
            three = self._moments[-2], self._moments[-1], moment
            times = tuple(each.time_s for each in three)
            moment = replace(
                moment,
                acceleration=_acceleration(times, [each.joints for each in three]),
                raw_acceleration=_acceleration(times, [each.raw_joints for each in three]),
            )
        self._moments.append(moment)
        while self._moments[0].at < at - RECENT_S:
            self._moments.popleft()

    def figures(self, now: float) -> Steadiness:
        """Return the figures of the last moments, on the clock of :meth:`add`."""
        recent = [moment for moment in list(self._moments) if moment.at >= now - RECENT_S]
        return Steadiness(
            _mean([moment.acceleration for moment in recent]),
            _mean([moment.raw_acceleration for moment in recent]),
            _skating(recent),
        )


def _whom(result: Result) -> Person | None:
    people = {person.id: person for person in result.people}
    chosen = result.leader if result.leader is not None else min(people, default=None)
    return None if chosen is None else people.get(chosen)


def _acceleration(times: Sequence[float], joints: Sequence[np.ndarray | None]) -> float | None:
    """Return the mean magnitude of the second derivative through three (J, 3) arrays, whatever the steps."""
    first, middle, last = joints
    if first is None or middle is None or last is None:
        return None
    before, after = times[1] - times[0], times[2] - times[1]
    change = (last - middle) / after - (middle - first) / before
    return float(np.linalg.norm(change, axis=1).mean() / ((before + after) / 2))


def _skating(moments: list[_Moment]) -> float | None:
    """Return how fast feet slide while they stand, by the rule of the refined recordings."""
    feet = [moment.feet for moment in moments if moment.feet is not None]
    if len(feet) < 2 or len(feet) < len(moments):
        return None
    times = np.array([moment.time_s for moment in moments])
    points, roots = np.stack(feet), np.stack([moment.root for moment in moments])
    metres, seconds = skating(times, points, contact_labels(times, points, roots, moments[-1].frustum))
    return metres / seconds if seconds > 0 else None


def _mean(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return float(np.mean(known)) if known else None
