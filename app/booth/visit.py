"""Visit: what a booth is doing, from one visitor to the next; a pure state machine of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from app.booth.settings import VisitSettings

VisitState = Literal["idle", "greet", "active", "thanks"]


class Visit:
    """Follows who leads, and says what is to be shown.

    ``idle`` while nobody is there; ``greet`` once somebody has stood there for a moment; ``active`` while
    they play; ``thanks`` when they have gone, until it is ``idle`` again or somebody comes.

    Parameters
    ----------
    settings : how long each lasts, and the views that take turns.

    Attributes
    ----------
    state : what the booth is doing.
    since_s : when that began, on the clock of :meth:`follow`.
    visits : how many people have been greeted.
    """

    def __init__(self, settings: VisitSettings) -> None:
        self._settings = settings
        self.state: VisitState = "idle"
        self.since_s = 0.0
        self.visits = 0
        self._leader: int | None = None
        self._visitor: int | None = None  # who was greeted last
        self._came_s = 0.0

    def follow(self, leader: int | None, now_s: float) -> VisitState:
        """Take who leads now, None for nobody, and return what the booth is doing.

        Parameters
        ----------
        leader : the id of a person.
        now_s : seconds of a clock that only goes forwards.
        """
        if leader is not None and leader != self._leader:
            self._came_s = now_s
        here_s, state_s = now_s - self._came_s, now_s - self.since_s
        if leader is None:
            if self.state == "greet":
                self._become("idle", now_s)  # passed by
            elif self.state == "active":
                self._become("thanks", now_s)
            elif self.state == "thanks" and state_s >= self._settings.idle_after_s:
                self._become("idle", now_s)
        elif self.state == "thanks" and leader == self._visitor:
            self._become("active", now_s)  # had only been out of sight
        elif leader != self._visitor or self.state in ("idle", "thanks"):
            if here_s >= self._settings.greet_after_s:
                self._visitor = leader
                self.visits += 1
                self._become("greet", now_s)
        elif self.state == "greet" and state_s >= self._settings.greet_s:
            self._become("active", now_s)
        self._leader = leader
        return self.state

    def _become(self, state: VisitState, now_s: float) -> None:
        self.state, self.since_s = state, now_s
