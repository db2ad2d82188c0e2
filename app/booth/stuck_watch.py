"""StuckWatch: when a booth that is stuck begins anew, and when the program ends; a pure rule of time."""

from __future__ import annotations

from typing import Literal

STUCK_S = 10.0  # without a beat of some stage
END_S = 30.0  # since the last beat, when beginning anew has not helped
LOADING_S = 120.0  # for a source to open and a model to load, where nothing was stuck

Doing = Literal["loading", "running", "waiting"]
Verdict = Literal["well", "begin_anew", "stuck", "end"]


class StuckWatch:
    """Judges from one look to the next.

    Parameters
    ----------
    now_s : the clock's seconds at the beginning.
    """

    def __init__(self, now_s: float) -> None:
        self._well_at = now_s
        self._began_anew = False

    def follow(self, doing: Doing, silent_s: float, now_s: float) -> Verdict:
        """Return what is to be done.

        Parameters
        ----------
        doing : ``running`` once pictures come; ``waiting`` for a source that is known to be away.
        silent_s : for how long the stage that is silent longest has not given a beat.
        now_s : seconds of a clock that only goes forwards.

        Returns
        -------
        ``begin_anew`` once, when a stage is stuck; ``stuck`` while that may still help; ``end`` when not.
        """
        if doing == "waiting" or (doing == "running" and silent_s < STUCK_S):
            self._well_at, self._began_anew = now_s, False
            return "well"
        if doing == "loading" and not self._began_anew:
            return "end" if now_s - self._well_at >= LOADING_S else "well"
        if not self._began_anew:
            self._well_at, self._began_anew = now_s - silent_s, True
            return "begin_anew"
        return "end" if now_s - self._well_at >= END_S else "stuck"
