"""ClipPlayer: plays a clip over and over in a thread of its own, for whoever takes its newest frame."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from app.hand_over import HandOver
from app.live.sources.open import open_source
from app.system import errors

if TYPE_CHECKING:
    from app.types import Frame

log = logging.getLogger(__name__)

REST_S = 2.0  # for the thread to end; one that a disk holds ends by itself


class ClipPlayer:
    """Plays, or rests; one that cannot play is logged once and shows nothing.

    Its methods are called by one thread.

    Parameters
    ----------
    spec : a video's file, or ``"sample"``.
    """

    def __init__(self, spec: str) -> None:
        self._spec = spec
        self._frames: HandOver[Frame] = HandOver(newest_wins=True)
        self._resting = threading.Event()
        self._thread: threading.Thread | None = None
        self._logged = ""

    def play(self) -> None:
        """Begin from the start, unless it plays."""
        if self._thread is None:
            self._frames, self._resting = HandOver(newest_wins=True), threading.Event()
            self._thread = threading.Thread(
                target=self._run, args=(self._frames, self._resting), name="clip", daemon=True
            )
            self._thread.start()

    def take(self) -> Frame | None:
        """Return the newest frame, once."""
        return self._frames.take()

    def rest(self) -> None:
        """Stop, and close the file."""
        if self._thread is not None:
            self._resting.set()
            self._thread.join(REST_S)
            self._thread = None

    def _run(self, frames: HandOver[Frame], resting: threading.Event) -> None:
        try:
            source = open_source(self._spec, realtime=True, loop=True)
            try:
                while not resting.is_set() and (frame := source.read()) is not None:
                    frames.put(frame)
            finally:
                source.close()
        except Exception as error:  # whatever is wrong with a clip, the booth goes on without it
            reason = errors.sentence(error)
            if reason != self._logged:  # it is tried again for every idle screen
                log.warning("the booth's clip cannot be played: %s", reason)
            self._logged = reason
