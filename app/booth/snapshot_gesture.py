"""SnapshotGesture: whether somebody asks for a photo by raising one arm; a pure rule of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from models.body.joints import FASTMETRO14

if TYPE_CHECKING:
    from app.types import Person

Arms = Literal["down", "one", "both"]

HOLD_S = 1.0  # longer than it takes to raise or lower one arm after the other
GAP_S = 0.3  # a moment in which the arm is not seen raised does not undo it
REST_S = 3.0  # after a photo

_HEAD = FASTMETRO14.index("Head")
_ARMS = [(FASTMETRO14.index(f"{side}_Wrist"), FASTMETRO14.index(f"{side}_Shoulder")) for side in ("R", "L")]


def raised_arms(person: Person) -> Arms:
    """Return how many hands are held above the head.

    Parameters
    ----------
    person : of a body model, whose joints begin with FastMETRO's 14.

    Returns
    -------
    ``"one"`` only where the other hand is below its shoulder, else ``"down"`` for less than both.
    """
    y = person.joints_2d[:, 1]  # pixels, downwards
    up = [bool(y[wrist] < y[_HEAD]) for wrist, _ in _ARMS]
    low = [bool(y[wrist] > y[shoulder]) for wrist, shoulder in _ARMS]
    if all(up):
        return "both"
    return "one" if any(up) and any(low) else "down"


class SnapshotGesture:
    """Waits for one arm to be held up; both together mean consent, and so does what leads to them.

    After each photo, and after consent, the arms must have been down once.
    """

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Wait for somebody, from the beginning."""
        self._is_ready = False
        self._since_s: float | None = None
        self._raised_s = self._rests_until_s = 0.0

    def follow(self, arms: Arms, now_s: float) -> bool:
        """Take a new look and return whether a photo is asked for, once each time.

        Parameters
        ----------
        arms : of whoever has consented.
        now_s : seconds of a clock that only goes forwards.
        """
        if arms == "down":
            self._is_ready = True
        if arms == "one" and self._is_ready and now_s >= self._rests_until_s:
            self._raised_s = now_s
            if self._since_s is None:
                self._since_s = now_s
        elif arms == "both" or now_s - self._raised_s > GAP_S:
            self._since_s = None
        if self._since_s is None or now_s - self._since_s < HOLD_S or arms != "one":
            return False
        self._is_ready, self._since_s, self._rests_until_s = False, None, now_s + REST_S
        return True
