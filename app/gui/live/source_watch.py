"""SourceWatch: opens the source that is asked for, and what comes in its place. No Qt here."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from app.gui.live.interval import Interval
from app.live.sources.base import SourceError
from app.system import errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live.session import LiveSession
    from app.options import Options
    from app.types import Result

log = logging.getLogger(__name__)

SAMPLE = "sample"
BOOTH_RETRY_S = 5.0


class SourceWatch:
    """Keeps a session at the source that is asked for, and knows what has become of it.

    Without any camera the sample comes in its place. A booth tries again by itself, for ever.

    Parameters
    ----------
    session : that runs the pipeline.
    options : what is asked for, once :meth:`open` is called.
    is_booth : nobody is there to act.
    clock : seconds.
    on_open : called whenever a source is about to be opened.
    on_failure : called with an error for which nothing comes in the source's place.

    Attributes
    ----------
    shows_sample_instead : of a camera, as there is none.
    awaits_frame : nothing of the source has come yet.
    opened_at, person_seen_at : when it was opened, and when somebody was in view last, on the clock.
    shown_since : when its first frame came; None before.
    """

    def __init__(
        self,
        session: LiveSession,
        options: Options,
        *,
        is_booth: bool,
        clock: Callable[[], float],
        on_open: Callable[[], None],
        on_failure: Callable[[Exception], None],
    ) -> None:
        self._session, self._options = session, options
        self._is_booth, self._clock = is_booth, clock
        self._on_open, self._on_failure = on_open, on_failure
        self._retry, self._camera_look = Interval(BOOTH_RETRY_S), Interval(BOOTH_RETRY_S)
        self._handled: Exception | None = None
        self._logged = ""
        self.shows_sample_instead = False
        self.awaits_frame = True
        self.opened_at = self.person_seen_at = clock()
        self.shown_since: float | None = None

    @property
    def options(self) -> Options:
        """What is asked for."""
        return self._options

    @property
    def has_failed(self) -> bool:
        """Whether the session has failed, and nothing has been opened since."""
        return self._handled is not None

    def open(self, *, gives_up: bool = False) -> None:
        """Open the source that is asked for, or what comes in its place.

        ``gives_up`` as in :meth:`app.live.session.LiveSession.open`.
        """
        self._session.open(self._running_options(), gives_up=gives_up)
        self._handled = self.shown_since = None
        self.awaits_frame = True
        self.opened_at = self.person_seen_at = self._clock()
        self._on_open()

    def change(self, options: Options) -> None:
        """Ask for something else; another source or model is opened."""
        before, self._options = self._options, options
        if options.source != before.source:
            self.shows_sample_instead = False
        if options.opened_with != before.opened_with:
            self.open()
        elif options != before:
            self._session.set_options(self._running_options())

    def retry(self) -> None:
        """Open the source that is asked for once more."""
        self.shows_sample_instead = False
        self._session.search()
        self.open()

    def take(self) -> Result | None:
        """Return the newest result, once."""
        result = self._session.take()
        if result is not None:
            self.awaits_frame = False
            if self.shown_since is None:
                self.shown_since = self._clock()
            if result.people:
                self.note_person()
        return result

    def note_person(self) -> None:
        """Count from now how long nobody has been in view."""
        self.person_seen_at = self._clock()

    def follow(self) -> None:
        """Act on what has become of the source; to be called every few milliseconds."""
        state, error, now = self._session.state, self._session.error, self._clock()
        if state == "failed" and error is not None:
            if error is not self._handled:
                self._handled = error
                self._retry.begin(now)
                self._fail(error)
            elif self._is_booth and self._retry.is_due(now):
                self.retry()
        elif self.awaits_frame or not self._is_booth:
            return
        elif state == "stopped":
            self.open()
        elif self.shows_sample_instead:
            self._await_camera(now)

    def _running_options(self) -> Options:
        """Return the options as the pipeline gets them."""
        return replace(self._options, source=SAMPLE) if self.shows_sample_instead else self._options

    def _await_camera(self, now: float) -> None:
        """Go over from the sample to the camera once there is one; until then the sample goes on."""
        if self._session.camera_is_there:
            self.retry()
        elif self._camera_look.is_due(now):
            self._session.look_for_camera()

    def _fail(self, error: Exception) -> None:
        reason = str(error) if errors.is_ours(error) else f"{type(error).__name__}: {error}"
        if reason != self._logged:  # a booth tries again all night
            log.warning("%s", reason)
        self._logged = reason
        if isinstance(error, SourceError) and not self._options.source and not self.shows_sample_instead:
            self.shows_sample_instead = True
            self.open()
        else:
            self._on_failure(error)
