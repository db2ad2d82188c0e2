"""RecordingControl: keeps what is seen, in recordings and snapshots, and says how that does."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING

from app.gui.languages.language import later, tr
from app.gui.languages.sentences import reason_of, translated
from app.gui.live.snapshot import save_snapshot
from app.gui.widgets.banner import Notice
from app.gui.widgets.file_manager import show_folder
from app.recordings.schema import RecordingError
from app.system import errors

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.gui.live.announcer import Announcer
    from app.gui.live.live_stage import LiveStage
    from app.live.session import LiveSession

NOTHING_TO_RECORD = later("There is nothing to record yet")


class RecordingControl:
    """Lets a session record, after a countdown where one is wanted, and saves what is on the stage.

    Parameters
    ----------
    session : that records.
    stage : that shows the countdown and how a recording does.
    announcer : says how recordings end.
    can_record : tells whether there is something to record.
    folder : returns where recordings and snapshots go.
    play : plays a recording that has ended.
    """

    def __init__(
        self,
        session: LiveSession,
        stage: LiveStage,
        announcer: Announcer,
        *,
        can_record: Callable[[], bool],
        folder: Callable[[], Path],
        play: Callable[[Path], None],
    ) -> None:
        self._session, self._stage, self._announcer = session, stage, announcer
        self._can_record, self._folder, self._play = can_record, folder, play

    @property
    def is_recording(self) -> bool:
        """Whether a recording runs, or is being finished."""
        return self._session.is_recording

    def toggle(self, countdown_s: int) -> None:
        """Begin a recording, after so many seconds, or end either."""
        if self._session.is_recording:
            self._session.stop_recording()
        elif self._stage.countdown.is_running:
            self._stage.countdown.cancel()
        elif self._can_record():
            self._stage.countdown.begin(countdown_s, self._record)

    def take_snapshot(self) -> None:
        """Save the picture as it is on the screen."""
        result = self._stage.result
        if result is None:
            return
        try:
            path = save_snapshot(result.overlay, self._folder(), datetime.datetime.now())
        except OSError as error:
            why = reason_of(error)
            self._announcer.refuse_folder(tr("The snapshot could not be saved: {why}").format(why=why))
            return
        tooltip = tr("Show it in the file manager")
        self._stage.messages.show_toast(
            Notice(
                tr("Saved {name}").format(name=path.name),
                "good",
                tr("Open folder"),
                self.show_folder,
                tooltip,
            )
        )

    def show_folder(self) -> None:
        """Open the folder in the system's file manager."""
        try:
            show_folder(self._folder())
        except OSError:
            self._announcer.refuse_folder()

    def tick(self) -> None:
        """Count on while there is something to record; to be called every few milliseconds."""
        if not self._can_record():
            self._stage.countdown.cancel()
        self._stage.countdown.tick()

    def follow(self) -> None:
        """Show how the recording does, and say when it has ended."""
        status = self._session.follow_recording()
        runs = status is not None and status.state == "recording"
        why_not = "" if self._can_record() else tr(NOTHING_TO_RECORD)
        self._stage.show_recording(status if runs else None, why_not=why_not)
        if status is not None and not runs:
            self._announcer.end_recording(status, partial(self._play, status.path))

    def _record(self) -> None:
        self._announcer.forget_recording()
        try:
            self._session.record(self._folder())
        except RecordingError as error:
            self._announcer.refuse_folder(translated(errors.sentence(error)))
        except OSError:
            self._announcer.refuse_folder()
