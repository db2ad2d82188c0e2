"""JointMemory: where people's joints have been in the last moments."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import numpy as np

from app.recordings.motion.joint_curves import JointPaths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.types import Person

REMEMBERED_S = 20.0


class JointMemory:
    """Takes in everybody's joints, picture by picture."""

    def __init__(self) -> None:
        self._moments: deque[tuple[float, dict[int, np.ndarray]]] = deque()

    def add(self, people: Iterable[Person], time_s: float) -> None:
        """Take in a picture; a clock that goes back, as a video's that begins again, begins anew."""
        if self._moments and time_s <= self._moments[-1][0]:
            self.clear()
        self._moments.append((time_s, {each.id: each.joints + each.translation for each in people}))
        while self._moments[0][0] < time_s - REMEMBERED_S:
            self._moments.popleft()

    def clear(self) -> None:
        """Forget everything."""
        self._moments.clear()

    @property
    def span_s(self) -> tuple[float, float]:
        """From when to when anything may be remembered, on the clock of the pictures, which begins at 0."""
        now = self._moments[-1][0] if self._moments else 0.0
        return max(now - REMEMBERED_S, 0.0), now

    def paths(self, person: int, names: tuple[str, ...]) -> JointPaths | None:
        """Return where somebody's joints were, times on the clock of the pictures; None if nowhere.

        Parameters
        ----------
        person : the id.
        names : of the joints.
        """
        moments = list(self._moments)
        there = np.array([i for i, (_, people) in enumerate(moments) if person in people])
        if not len(there):
            return None
        ends = np.append(np.flatnonzero(np.diff(there) > 1) + 1, len(there))
        times = np.array([moments[i][0] for i in there])
        return JointPaths(names, times, np.stack([moments[i][1][person] for i in there]), ends)
