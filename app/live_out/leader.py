"""Leader: the one person who moves an avatar, of all who are followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.types import Person

AWAY_S = 1.0  # for which a leader who is lost is waited for


class Leader:
    """Who has been followed longest leads, until gone for a second; then the next does. Others may choose.

    Somebody who comes back later does not take the lead again from whoever has it by then.
    """

    def __init__(self) -> None:
        self._id: int | None = None
        self._seen_s = 0.0

    def among(self, people: Sequence[Person], now_s: float, chosen: int | None = None) -> Person | None:
        """Return the leader; None while there is none, or while a lost one is waited for.

        Parameters
        ----------
        people : of one frame.
        now_s : seconds of a clock that only goes forwards.
        chosen : the id of who leads, where somebody else decides it, present or away for a moment.
        """
        by_id = {person.id: person for person in people}
        if chosen is not None:
            self._id = chosen
        elif self._id not in by_id and (self._id is None or now_s - self._seen_s > AWAY_S):
            self._id = min(by_id, default=None)  # ids count up, so the lowest is followed longest
        if self._id in by_id:
            self._seen_s = now_s
        return by_id.get(self._id) if self._id is not None else None

    @property
    def is_awaited(self) -> bool:
        """Whether somebody leads, who may be lost for a moment."""
        return self._id is not None
