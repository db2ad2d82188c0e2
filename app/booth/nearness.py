"""Nearness: whether whoever leads stands near enough to be a visitor, and is none who only passes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.types import Person

STAYS_WITHIN = 1.5  # times the distance at which a visitor comes: who steps back to dance is still there


class Nearness:
    """Lets somebody be a visitor from one distance on, and until a larger one.

    Parameters
    ----------
    within_m : how near a visitor comes, metres from the camera; 0 for however far.
    """

    def __init__(self, within_m: float) -> None:
        self._within_m = within_m
        self._visitor: int | None = None

    def follow(self, leader: int | None, people: Sequence[Person]) -> int | None:
        """Take who leads now and return them, or None for somebody who is too far away.

        A leader who is not among the people, being away for a moment, stays what they were.

        Parameters
        ----------
        leader : the id of a person.
        people : of the frame, placed in its camera.
        """
        if not self._within_m:
            return leader
        limit_m = self._within_m * (STAYS_WITHIN if leader == self._visitor else 1.0)
        person = next((person for person in people if person.id == leader), None)
        is_near = leader == self._visitor if person is None else float(person.translation[2]) <= limit_m
        self._visitor = leader if is_near else None
        return self._visitor
