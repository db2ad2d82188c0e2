"""Consent: whether the person who leads has asked, by a gesture, to be recorded; a pure rule of time."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from models.body.joints import FASTMETRO14

if TYPE_CHECKING:
    from app.types import Person

HOLD_S = 2.0
GAP_S = 0.3  # a moment in which the arms are not seen raised does not undo it
ZONE = (0.2, 0.04, 0.8, 0.6)  # left, top, right, bottom of the frame for the hands, shares of the picture

_HANDS = [FASTMETRO14.index(name) for name in ("R_Wrist", "L_Wrist")]
_HEAD = FASTMETRO14.index("Head")


def raises_both_arms(person: Person, size: tuple[int, int], *, anywhere: bool = False) -> bool:
    """Whether both hands are above the head and inside the frame that is drawn.

    Parameters
    ----------
    person : of a body model, whose joints begin with FastMETRO's 14.
    size : (width, height) of the picture in pixels.
    anywhere : also outside of the frame, which is drawn for who leads.
    """
    hands = person.joints_2d[_HANDS]  # (2, 2)
    left, top, right, bottom = (0.0, 0.0, 1.0, 1.0) if anywhere else ZONE
    inside = (hands >= np.multiply(size, (left, top))).all() and (
        hands <= np.multiply(size, (right, bottom))
    ).all()
    return bool(inside and (hands[:, 1] < person.joints_2d[_HEAD, 1]).all())


class Consent:
    """Waits for the gesture, or is told; consent is one person's, and ends when they do not lead any more.

    Attributes
    ----------
    person : the id of who has consented; None for nobody.
    progress : how much of the gesture's time is over, 0 to 1.
    """

    def __init__(self) -> None:
        self.person: int | None = None
        self.progress = 0.0
        self._holder: int | None = None
        self._since_s = self._raised_s = 0.0

    def follow(self, leader: int | None, raises_arms: bool, now_s: float) -> int | None:
        """Take a new look and return who has consented.

        Parameters
        ----------
        leader : the id of who leads.
        raises_arms : whether they do, while they are told what it means.
        now_s : seconds of a clock that only goes forwards.
        """
        if leader is None or leader != self.person:
            self.person = None
        if leader is None or leader != self._holder:
            self._holder, self._since_s, self._raised_s = leader, now_s, -math.inf
        if self.person is not None:
            return self.person
        if raises_arms:
            self._raised_s = now_s
        elif now_s - self._raised_s > GAP_S:
            self._since_s = now_s
        self.progress = min((now_s - self._since_s) / HOLD_S, 1.0)
        if raises_arms and self.progress >= 1.0:
            self.person, self.progress, self._holder = leader, 0.0, None
        return self.person

    def agree(self, leader: int) -> None:
        """Take note that who leads has consented by other means, such as a button."""
        self.person, self.progress, self._holder = leader, 0.0, None
