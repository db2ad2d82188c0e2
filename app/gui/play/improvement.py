"""Improvement: refines the motion of the open recording, or repairs its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.gui.languages.language import tr
from app.gui.languages.sentences import translated
from app.gui.play import cards
from app.gui.play.work import RecordingWork
from app.gui.widgets.banner import Notice
from app.recordings.file_names import free_path
from app.recordings.guarded_repair import guarded_repair
from app.recordings.motion.refine import RefineSettings
from app.recordings.motion.refined_recording import RefinedRecording
from app.recordings.repair import RepairReport, repaired_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.gui.play.player_view import PlayerView
    from app.gui.widgets.messages import Messages


class Improvement:
    """Does either in a thread, one at a time, and says what has come of it.

    Parameters
    ----------
    player : in which the recording is open.
    messages : where it is said.
    on_change : called when something else can be done, or is shown.
    open_copy : opens a repaired recording.
    export : asks for a format, for what has been refined.
    """

    def __init__(
        self,
        player: PlayerView,
        messages: Messages,
        *,
        on_change: Callable[[], None],
        open_copy: Callable[[Path], None],
        export: Callable[[], None],
    ) -> None:
        self._player, self._messages, self._on_change = player, messages, on_change
        self._open_copy, self._export = open_copy, export
        self._work = RecordingWork(messages, self._follow)
        self._is_refining = False

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._work.is_busy

    @property
    def is_refining(self) -> bool:
        """Whether the motion is being refined."""
        return self._is_refining

    def refine(self) -> None:
        """Refine the motion, or change between the recorded and the refined one."""
        path, summary = self._player.path, self._player.summary
        if path is None or summary is None or not summary.present or self._work.is_busy:
            self._on_change()
        elif self._player.has_refined_motion:
            self._player.show_refined(not self._player.is_refined)
            self._on_change()
        else:
            self._is_refining = True
            self._work.begin(
                tr("Refining the motion"),
                lambda progress: RefinedRecording.of(path, RefineSettings(), progress),
                self._use_refined,
                discard=RefinedRecording.close,
            )

    def repair(self) -> None:
        """Copy what is sound into a new recording and open that."""
        path = self._player.path
        if path is None or self._work.is_busy:
            return
        output = free_path(repaired_path(path))
        self._work.begin(
            tr("Repairing"), lambda progress: guarded_repair(path, output, progress), self._use_repaired
        )

    def tick(self) -> None:
        """Show how far it is; to be called every few milliseconds."""
        self._work.tick()

    def stop(self) -> None:
        """Ask what is being done to stop; it is not waited for."""
        self._work.stop()

    def wait(self, timeout: float) -> bool:
        """Wait, at most so many seconds, until all that was stopped has ended; return whether it has."""
        return self._work.wait(timeout)

    def _use_refined(self, refined: RefinedRecording) -> None:
        self._player.use_refined(refined)
        close = lambda: self._messages.show_card(None)  # noqa: E731
        self._messages.show_card(cards.refined_card(refined.changes(), close=close, export=self._export))

    def _use_repaired(self, report: RepairReport) -> None:
        self._open_copy(report.path)
        self._messages.show_toast(Notice(translated(report.sentence()), "good"))

    def _follow(self, ended_without: bool) -> None:
        """Note that work has begun or ended; without a result, say again what is wrong with the recording."""
        self._is_refining = self._is_refining and self._work.is_busy
        if ended_without:
            self._player.tell_again()
        self._on_change()
