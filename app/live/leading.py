"""Leading: which of several people leads, the one who stands near and in the middle; a pure rule of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.types import Person

SIDE_WEIGHT = 1.5  # somebody at the rim of the picture counts as this many distances farther away
CLEARLY_NEARER = 0.75  # of the leader's score: others lead only from below,
TAKES_OVER_S = 1.0  # and only after so long, so that people who stand alike do not take turns
MAY_BE_AWAY_S = 2.0  # the leader, behind somebody or out of the picture


def standing(person: Person, width: int) -> float:
    """Return how far back somebody stands: the lowest leads.

    Parameters
    ----------
    person : placed in the full frame's camera.
    width : of the frame in pixels.

    Returns
    -------
    The distance in metres, times ``1 + 1.5 |offset|``, where the offset from the picture's middle is 1 at
    its rim.
    """
    x, _, z = (float(value) for value in person.translation)
    offset = abs(x) * person.focal_px / max(z, 1e-6) / (width / 2)
    return z * (1 + SIDE_WEIGHT * min(offset, 1.0))


class Leading:
    """Follows who leads, from frame to frame.

    The leader stays until somebody else has stood clearly nearer for a while, or until having been away for
    longer than a moment; then whoever stands nearest leads.

    Attributes
    ----------
    leader : the id of who leads, who may be away for a moment; None without anybody.
    """

    def __init__(self) -> None:
        self.leader: int | None = None
        self._seen_s = 0.0  # when the leader was there last
        self._rival: int | None = None
        self._rival_since_s = 0.0

    def follow(self, people: Iterable[Person], width: int, now_s: float, chosen: int = 0) -> int | None:
        """Take the people of another frame and return who leads.

        Parameters
        ----------
        people : those who are there.
        width : of the frame in pixels.
        now_s : seconds of a clock; one that goes back, as that of a video that begins again, begins anew.
        chosen : the id of who leads whenever there, whatever the rule says; 0 for nobody.
        """
        if now_s < self._seen_s:
            self.leader = self._rival = None
        standings = {person.id: standing(person, width) for person in people}
        nearest = min(standings, key=lambda each: (standings[each], each), default=None)
        if chosen in standings:
            self._lead(chosen, now_s)
        elif self.leader in standings:
            self._seen_s = now_s
            self._challenge(standings, nearest, now_s)
        elif self.leader is None or now_s - self._seen_s > MAY_BE_AWAY_S:
            self._lead(nearest, now_s)
        return self.leader

    def _challenge(self, standings: dict[int, float], nearest: int | None, now_s: float) -> None:
        """Let somebody take over who has been clearly nearer than the leader for long enough."""
        assert self.leader is not None
        assert nearest is not None
        if standings[nearest] >= CLEARLY_NEARER * standings[self.leader]:
            self._rival = None
        elif nearest != self._rival:
            self._rival, self._rival_since_s = nearest, now_s
        elif now_s - self._rival_since_s >= TAKES_OVER_S:
            self._lead(nearest, now_s)

    def _lead(self, leader: int | None, now_s: float) -> None:
        self.leader, self._rival, self._seen_s = leader, None, now_s
