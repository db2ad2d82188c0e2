"""Caretaker: begins a booth's pipeline anew when it is stuck, ends the program when that does not help."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from app.booth.last_resort import LastResort
from app.booth.nightly_restart import NightlyRestart, time_of_day
from app.booth.stuck_watch import StuckWatch
from app.gui.live.interval import Interval
from app.system.service_manager import ServiceManager

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.booth.settings import UpkeepSettings
    from app.booth.stuck_watch import Doing
    from app.gui.booth.director import Director
    from app.gui.live.page import LivePage
    from app.live.session import LiveSession

log = logging.getLogger(__name__)

STATUS_S = 5.0  # between two reports to the service manager


class Caretaker:
    """Looks after the pipeline and the window, and tells the service manager.

    Parameters
    ----------
    page, session, director : of the booth.
    upkeep : whether the program is to be started afresh every night.
    end : closes the window, when nothing else helps.
    clock : seconds.
    wall_clock : seconds since 1970.

    Attributes
    ----------
    restarts : how often the pipeline was begun anew because it was stuck.
    gave_up : the program ends because that did not help.
    starts_afresh : the program ends because it is time to start it afresh.
    """

    def __init__(
        self,
        page: LivePage,
        session: LiveSession,
        director: Director,
        upkeep: UpkeepSettings,
        end: Callable[[], object],
        clock: Callable[[], float],
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        self._page, self._session, self._director, self._end = page, session, director, end
        self._clock, self._wall_clock = clock, wall_clock
        self._watch = StuckWatch(clock())
        at = time_of_day(upkeep.restart_at) if upkeep.restart_at else None
        self._nightly_restart = NightlyRestart(at, wall_clock())
        self._last_resort = LastResort()
        self._manager = ServiceManager()
        self._telling = Interval(min(self._manager.watchdog_s / 3 or STATUS_S, STATUS_S))
        self._is_ready = False
        self.restarts = 0
        self.gave_up = self.starts_afresh = False

    def tick(self, *, staff_is_there: bool = False) -> None:
        """Follow what happens; to be called every few milliseconds."""
        self._last_resort.beat()
        now = self._clock()
        pipeline = self._session.pipeline
        stage, silent_s = ("session", 0.0) if pipeline is None else pipeline.silence(time.perf_counter())
        verdict = self._watch.follow(self._doing(), silent_s, now)
        if verdict == "begin_anew":
            self.restarts += 1
            log.warning("%s has been stuck for %.0f s; beginning anew", stage, silent_s)
            self._page.watch.open(gives_up=True)
        elif verdict == "end" and not self.gave_up:
            self.gave_up = True
            log.error("%s is stuck, and beginning anew did not help, so the program ends", stage)
            self._manager.tell("STOPPING=1")
            self._end()
        elif verdict == "well":
            self._tell(now)
        is_idle = self._director.state == "idle" and not (self._session.is_recording or staff_is_there)
        if self._nightly_restart.is_due(self._wall_clock(), is_idle=is_idle) and not self.starts_afresh:
            self.starts_afresh = True
            log.warning("it is the time to start afresh, so the program ends")
            self._end()

    def close(self) -> None:
        """Look after nothing any more."""
        self._last_resort.close()
        self._manager.tell("STOPPING=1")

    def _doing(self) -> Doing:
        state = self._session.state
        if state in ("failed", "stopped") or self._session.source_is_lost:
            return "waiting"
        return "loading" if state != "running" or self._page.watch.awaits_frame else "running"

    def _tell(self, now: float) -> None:
        """Tell the service manager, now and then, that all is well; first that the booth is ready."""
        if not self._is_ready and self._doing() == "loading":
            return  # the manager itself waits for the start
        if self._is_ready and not self._telling.is_due(now):
            return
        status = f"STATUS={self._director.state}, {self._director.visits} visits, {self.restarts} restarts"
        self._manager.tell(*(() if self._is_ready else ("READY=1",)), "WATCHDOG=1", status)
        self._is_ready = True
        self._telling.begin(now)
