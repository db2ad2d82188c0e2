"""PictureConsent: the picture is kept only while everybody in view has consented, each by raised arms."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from app.booth.consent import Consent, raises_both_arms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.recordings.picture_rule import PictureChoice
    from app.types import Person

# Longer than it takes to find somebody who has come into view, so that no picture of them is kept.
HELD_BACK_S = 3.0
AWAY_S = 0.5  # somebody who is gone for longer may come back as somebody else with the same number


class PictureConsent:
    """A rule of pictures for one recording; see :class:`app.recordings.picture_rule.PictureRule`.

    As soon as anybody is in view who has not consented, the picture ends for good, and what was filmed since
    they may have been there is taken back. So it does where as many people are in view as are followed, as
    there may be more.

    Parameters
    ----------
    leader : the id of who is recorded, who has consented.
    others : the ids of those who have, too.
    most : how many people are followed.
    """

    held_back_s = HELD_BACK_S

    def __init__(self, leader: int, others: Sequence[int], most: int) -> None:
        self._leader, self._most = leader, most
        self._lock = threading.Lock()
        self._agreed = {leader, *others}
        self._seen_s: dict[int, float] = {}  # when each who has consented was in view last
        self._begun = self._ended = False

    @property
    def is_filming(self) -> bool:
        """Whether pictures are kept."""
        return self._begun and not self._ended

    @property
    def is_waiting(self) -> bool:
        """Whether pictures will be kept once everybody in view has consented."""
        return not self._begun and not self._ended

    def agree(self, others: Sequence[int]) -> None:
        """Take note of further people who have consented."""
        with self._lock:
            self._agreed.update(others)

    def choose(self, people: Sequence[Person], time_s: float) -> PictureChoice:
        """Choose for the next frame."""
        ids = {person.id for person in people}
        with self._lock:
            for each in [*self._agreed]:
                if each in ids or time_s < self._seen_s.setdefault(each, time_s):
                    self._seen_s[each] = time_s
                elif time_s - self._seen_s[each] > AWAY_S:
                    self._agreed.discard(each)
            has_stranger = not ids <= self._agreed or len(ids) >= self._most
        if has_stranger and self.is_filming:
            self._ended = True
            return "end"
        if has_stranger or self._ended or self._leader not in ids:
            return "leave_out"
        self._begun = True
        return "keep"


class Companions:
    """Follows who of those in view raises both arms while they are told what it means."""

    def __init__(self) -> None:
        self._consents: dict[int, Consent] = {}

    def follow(self, people: Sequence[Person], size: tuple[int, int], now_s: float) -> list[int]:
        """Take a new look and return the ids of those who have consented.

        Parameters
        ----------
        people : everybody in view.
        size : (width, height) of the picture in pixels.
        now_s : seconds of a clock that only goes forwards.
        """
        self._consents = {person.id: self._consents.get(person.id) or Consent() for person in people}
        agreed: list[int] = []
        for person in people:
            raises = raises_both_arms(person, size, anywhere=True)
            if self._consents[person.id].follow(person.id, raises, now_s) is not None:
                agreed.append(person.id)
        return agreed

    def forget(self) -> None:
        """Begin anew: nobody has been told anything."""
        self._consents.clear()
