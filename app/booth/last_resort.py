"""LastResort: ends the process when the window's own thread hangs, which nobody inside it could do."""

from __future__ import annotations

import logging
import os
import threading
from typing import TYPE_CHECKING

from app.booth.stuck_watch import END_S

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

EXIT_AGAIN = 75  # sysexits.h: a temporary failure, try again
LOOK_S = 1.0


def end_process() -> None:
    """End at once, without waiting for threads and drivers that hang."""
    logging.shutdown()
    os._exit(EXIT_AGAIN)


class LastResort:
    """Looks once a second, in a thread of its own, whether there has been a beat.

    It counts its own looks, not a clock's time: a machine that slept has not hung.

    Parameters
    ----------
    end : ends the process.
    look_s : seconds between two looks.
    """

    def __init__(self, end: Callable[[], None] = end_process, look_s: float = LOOK_S) -> None:
        self._end, self._look_s = end, look_s
        self._beats = 0
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="last resort", daemon=True)
        self._thread.start()

    def beat(self) -> None:
        """Say that the thread that is watched is well."""
        self._beats += 1

    def close(self) -> None:
        """Watch no more."""
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        seen, looks = -1, 0
        while not self._closing.wait(self._look_s):
            looks = looks + 1 if self._beats == seen else 0
            seen = self._beats
            if looks >= END_S:
                log.critical("the window has not moved for %.0f s, so the program ends", END_S)
                self._end()
                return
