"""NightlyRestart: when a booth's program ends so that it is started afresh; a pure rule of time."""

from __future__ import annotations

import datetime
import re

WAIT_S = 3600.0  # for the booth to be idle; after that this night is left out


def time_of_day(text: str) -> datetime.time:
    """Read ``"HH:MM"``.

    Raises
    ------
    ValueError : it is none.
    """
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text, re.ASCII):
        raise ValueError(f"{text} is no time of day such as 04:00")
    return datetime.time.fromisoformat(text)


class NightlyRestart:
    """Judges from one look to the next.

    It is due within the hour after a time of day that came while the program ran; so a program that was
    started by it does not end again, nor does one whose clock has just been put right.

    Parameters
    ----------
    at : the local time of day; None for never.
    now_s : seconds since 1970 at the beginning.
    zone : where that is; None for where this machine is.
    """

    def __init__(self, at: datetime.time | None, now_s: float, zone: datetime.tzinfo | None = None) -> None:
        self._at, self._zone = at, zone
        self._since_s = now_s

    def is_due(self, now_s: float, *, is_idle: bool) -> bool:
        """Return whether the program is to end now.

        Parameters
        ----------
        now_s : seconds since 1970, of a clock that may be put back and forward.
        is_idle : nobody would miss it.
        """
        if self._at is None:
            return False
        if now_s < self._since_s - WAIT_S:
            self._since_s = now_s  # the clock had been wrong, and would hold it off until it is there again
        came_s = self._came(self._at, now_s)
        return is_idle and came_s > self._since_s and now_s - came_s < WAIT_S

    def _came(self, at: datetime.time, now_s: float) -> float:
        """Return when it was this time of day last; the first of two where clocks are put back."""
        local = datetime.datetime.fromtimestamp(now_s, self._zone)
        today = local.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0, fold=0)
        if today.timestamp() <= now_s:
            return today.timestamp()
        return (today - datetime.timedelta(days=1)).timestamp()
