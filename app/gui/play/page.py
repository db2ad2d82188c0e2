"""PlayPage: the recordings as a list, a player for the chosen one, and what can be done with it."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.gui.play import cards
from app.gui.play.export_dialog import ExportDialog
from app.gui.play.header import PlayHeader
from app.gui.play.people_dialog import PeopleDialog
from app.gui.play.player_view import PlayerView
from app.gui.play.recording_column import RecordingColumn
from app.gui.play.work import RecordingWork
from app.gui.shortcuts import KeyBindings
from app.gui.widgets.banner import Notice
from app.gui.widgets.file_manager import show_folder
from app.gui.widgets.messages import Messages
from app.recordings.file_names import VIDEO_ENDINGS, files_of, free_path, rename
from app.recordings.guarded_repair import guarded_repair
from app.recordings.library import Entry, RecordingLibrary
from app.recordings.motion.refine import RefineSettings
from app.recordings.motion.refined_recording import RefinedRecording
from app.recordings.part import WHOLE, Part
from app.recordings.repair import RepairReport, repaired_path
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from app.options import Options

log = logging.getLogger(__name__)

TOAST_S = 6.0
CLOSE_S = 5.0  # for all threads together when the window closes
GIVEN_BACK_S = 2.0  # for a file that is to be renamed or deleted
OPENING_AFTER_S = 0.3  # a card for less would only flash
RECORDINGS = "Recordings (*.h5);;All files (*)"


class PlayPage(QWidget):
    """Shows, plays, renames, deletes, repairs, refines and exports recordings.

    Parameters
    ----------
    folder : of the recordings.
    options : how meshes are drawn.
    clock : seconds.
    move_to_bin : puts a file into the system's bin; tells whether that was possible.

    Signals
    -------
    left : back to the live window.
    full_screen_wanted : the window shall fill the screen, or not any more.
    """

    left = Signal()
    full_screen_wanted = Signal()

    def __init__(
        self,
        folder: Path,
        options: Options,
        *,
        clock: Callable[[], float] = time.perf_counter,
        move_to_bin: Callable[[Path], bool] = lambda path: QFile(str(path)).moveToTrash(),
    ) -> None:
        super().__init__()
        self._folder, self._clock, self._move_to_bin = folder, clock, move_to_bin
        self._others: dict[Path, None] = {}  # recordings outside the folder that were opened
        self._library = RecordingLibrary()
        self._opened_at = 0.0
        self._has_chosen = False
        self._dialog: ExportDialog | None = None

        self.player = PlayerView(options, clock=clock)
        self.stage = self.player.stage
        self.messages = Messages(self.stage, clock, TOAST_S)
        self._work = RecordingWork(self.messages, self._follow_work)
        self._is_refining = False
        self._column = RecordingColumn()
        self.list = self._column.list
        self.header = PlayHeader()
        self._build()
        self._connect()
        self.keys = KeyBindings(
            {
                **self.player.key_actions,
                "previous": lambda: self._move_choice(-1),
                "next": lambda: self._move_choice(1),
                "refine": self.refine,
                "people": self.put_people_right,
                "export": self.export,
                "rename": self.header.begin_renaming,
                "delete": self.ask_to_delete,
                "open_recording": self.choose_file,
                "show_live": self.left.emit,
            }
        )
        self._show_state()

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.player, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._column)
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        self._column.left.connect(self.left)
        self._column.file_wanted.connect(self.choose_file)
        self._column.folder_wanted.connect(self.show_folder)
        self.list.chosen.connect(lambda entry: self.open(entry.path))
        self.list.played.connect(lambda entry: self.open(entry.path, plays=True))
        self.header.renamed.connect(self.rename)
        self.header.deletion.connect(self.ask_to_delete)
        self.header.export.connect(self.export)
        self.header.people.connect(self.put_people_right)
        self.header.refine.connect(self.refine)
        self.header.curves.connect(self.player.toggle_curves)
        self.header.finished.connect(self.stage.setFocus)
        self.player.curves_shown.connect(self.header.curves_button.setChecked)
        self.player.opened.connect(self._begin)
        self.player.failed.connect(self._fail)
        self.player.found_damage.connect(self._tell_damage)
        self.player.full_screen_wanted.connect(self.full_screen_wanted)

    # Coming and going --------------------------------------------------------------------------------------

    def enter(self, folder: Path, path: Path | None = None, *, plays: bool = False) -> None:
        """Show the recordings of a folder, and open one of them, or else the newest."""
        self._folder, self._has_chosen = folder, False
        self.look()
        if path is not None:
            self.open(path, plays=plays)
        self.stage.setFocus()

    def leave(self) -> None:
        """Give the recording back; the list stays."""
        self._close_recording()
        self.player.avatar.close()
        self.list.choose(None)

    def shut_down(self) -> None:
        """End all threads; one that hangs is left to itself and holds nothing up, as all are daemons."""
        if self._dialog is not None:
            self._dialog.stop()
        self._library.stop()
        self._close_recording()
        self.player.avatar.close()
        until = time.monotonic() + CLOSE_S
        waits = [self._work.wait, self.player.wait, self._library.close]
        if self._dialog is not None:
            waits.append(self._dialog.wait)
        have_ended = [wait(max(until - time.monotonic(), 0.0)) for wait in waits]
        if not all(have_ended):
            log.warning("a thread of the recordings did not end within %.1f s", CLOSE_S)

    def show_full_screen(self, is_full: bool) -> None:
        """Leave the picture and the transport alone on a full screen."""
        self._column.setVisible(not is_full)
        self.header.setVisible(not is_full)
        self.player.transport.show_full_screen(is_full)

    # The list ----------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Look which recordings there are."""
        self._library.look(self._folder, self._others)

    def choose_file(self) -> None:
        """Ask for a recording and open it."""
        path, _ = QFileDialog.getOpenFileName(self, "Open a recording", str(self._folder), RECORDINGS)
        if path:
            self.open(Path(path))

    def open(self, path: Path, *, plays: bool = False) -> None:
        """Open a recording, paused at its beginning or playing."""
        path = path.absolute()
        if path == self.player.path and self.player.summary is not None:
            if plays:
                self.player.play()
            return
        self._close_recording()
        self._load(path, plays=plays)

    def _load(self, path: Path, *, plays: bool = False, position_s: float = 0.0, part: Part = WHOLE) -> None:
        if path.parent != self._folder.absolute() and path not in self._others:
            self._others[path] = None
            self.look()
        self.list.choose(path)
        self._opened_at, self._has_chosen = self._clock(), True  # nothing else needs to be chosen
        self.player.open(path, plays=plays, position_s=position_s, part=part)
        self.header.show_name(path.stem)
        self._show_state()

    def _close_recording(self) -> None:
        self._work.stop()
        self.player.close_recording()
        self.messages.show_banner(None)
        self.messages.show_card(None)
        self.header.show_name("")
        self._show_state()

    def show_folder(self) -> None:
        """Open the folder in the system's file manager."""
        folder = self._folder if self.player.path is None else self.player.path.parent
        try:
            show_folder(folder)
        except OSError:
            self.messages.show_toast(Notice("The folder for recordings cannot be used", "danger"))

    def _show_entries(self, entries: tuple[Entry, ...]) -> None:
        # What was deleted or renamed while the folder was being looked through is gone already.
        entries = tuple(entry for entry in entries if entry.path.is_file())
        self.list.show_entries(entries)
        if self.player.path is not None:
            self.list.choose(self.player.path)
        elif entries and not self._has_chosen:
            self.open(next((entry.path for entry in entries if entry.state == "sound"), entries[0].path))
        self._has_chosen = True
        if not entries and self.player.path is None:
            self.messages.show_card(
                cards.no_recordings_card(self._folder, back=self.left.emit, choose_file=self.choose_file)
            )

    def _move_choice(self, by: int) -> None:
        row = self.list.currentRow() + by
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    # Every few milliseconds --------------------------------------------------------------------------------

    def tick(self) -> None:
        """Show what is new; to be called every few milliseconds while the page is shown."""
        now = self._clock()
        entries = self._library.take()
        if entries is not None:
            self._show_entries(entries)
        self.player.tick()
        is_opening = self.player.path is not None and self.player.summary is None
        if is_opening and self.messages.card.content is None and now - self._opened_at > OPENING_AFTER_S:
            self.messages.show_card(cards.opening_card(self.header.name.text()))
        self._work.tick()
        self.header.show_sending(self.player.avatar.status())
        self.messages.tick()

    def _begin(self) -> None:
        """Show a recording that has just been opened."""
        self.messages.show_card(None)
        self._show_state()

    def _tell_damage(self) -> None:
        self.messages.show_banner(cards.damage_notice(self.repair))

    def _fail(self, error: Exception) -> None:
        """Say why a recording cannot be played, and offer what can be done."""
        path = self.player.path
        assert path is not None
        entry = next((entry for entry in self.list.entries if entry.path == path), None)
        if entry is not None and entry.state == "in progress":
            self.messages.show_card(cards.in_progress_card())
        else:
            card = cards.failure_card(
                error, can_repair=path.is_file(), repair=self.repair, delete=self.ask_to_delete
            )
            self.messages.show_card(card)
        self._show_state()

    # Work that takes a while -------------------------------------------------------------------------------

    def refine(self) -> None:
        """Refine the motion, or change between the recorded and the refined one."""
        path, summary = self.player.path, self.player.summary
        if path is None or summary is None or not summary.present or self._work.is_busy:
            self._show_state()
        elif self.player.has_refined_motion:
            self.player.show_refined(not self.player.is_refined)
            self._show_state()
        else:
            self._is_refining = True
            self._work.begin(
                "Refining the motion",
                lambda progress: RefinedRecording.of(path, RefineSettings(), progress),
                self._use_refined,
                discard=RefinedRecording.close,
            )

    def _use_refined(self, refined: RefinedRecording) -> None:
        self.player.use_refined(refined)
        close = lambda: self.messages.show_card(None)  # noqa: E731
        self.messages.show_card(cards.refined_card(refined.changes(), close=close, export=self.export))

    def repair(self) -> None:
        """Copy what is sound into a new recording and open that."""
        path = self.player.path
        if path is None or self._work.is_busy:
            return
        output = free_path(repaired_path(path))
        self._work.begin(
            "Repairing", lambda progress: guarded_repair(path, output, progress), self._use_repaired
        )

    def _use_repaired(self, report: RepairReport) -> None:
        self.look()
        self.open(report.path)
        self.messages.show_toast(Notice(report.sentence(), "good"))

    def _follow_work(self, ended_without: bool) -> None:
        """Show that work has begun or ended; without a result, say again what is wrong with the recording."""
        self._is_refining = self._is_refining and self._work.is_busy
        if ended_without:
            self.player.tell_again()
        self._show_state()

    # Files -------------------------------------------------------------------------------------------------

    def rename(self, name: str) -> None:
        """Give the open recording another name."""
        path = self.player.path
        if path is None or name.strip() == path.stem:
            return
        position_s, plays, part = self.player.position_s, self.player.is_playing, self.player.part
        self._close_recording()
        self.player.wait(GIVEN_BACK_S)  # some systems do not rename open files
        new, why_not = path, ""
        try:
            new = rename(path, name)
        except UserError as error:
            why_not = str(error)
        except OSError as error:
            why_not = f"It could not be renamed: {(error.strerror or 'unknown reason').lower()}"
        if path in self._others:
            self._others[new] = self._others.pop(path)
        self.look()
        self._load(new, plays=plays, position_s=position_s, part=part)
        if why_not:
            self.messages.show_banner(Notice(why_not, "danger"))

    def ask_to_delete(self) -> None:
        """Ask whether the open recording shall go."""
        path = self.player.path
        if path is None:
            return
        self.player.hold()
        self.messages.show_card(
            cards.delete_card(
                path,
                has_video=any(file.suffix in VIDEO_ENDINGS for file in files_of(path)),
                delete=lambda: self._delete(path),
                keep=self._close_card,
            )
        )

    def _delete(self, path: Path) -> None:
        files = files_of(path)
        self._close_recording()
        self.player.wait(GIVEN_BACK_S)  # some systems do not move open files
        left = [file for file in files if not self._move_to_bin(file)]
        if not left:
            self._forget(path)
            self.messages.show_toast(Notice(f"Moved {path.stem} to the bin", "good"))
            return
        if path in left:
            self._load(path)
        delete = lambda: self._delete_for_good(path, left)  # noqa: E731
        self.messages.show_card(cards.no_bin_card(path, delete=delete, keep=self._close_card))

    def _delete_for_good(self, path: Path, files: list[Path]) -> None:
        self._close_recording()
        self.player.wait(GIVEN_BACK_S)
        why_not = ""
        try:
            for file in files:
                file.unlink(missing_ok=True)
        except OSError as error:
            why_not = f"It could not be deleted: {(error.strerror or 'unknown reason').lower()}"
        self._forget(path)
        self.messages.show_toast(
            Notice(why_not, "danger") if why_not else Notice(f"Deleted {path.stem}", "good")
        )

    def _forget(self, path: Path) -> None:
        """Go to the recording that stood under a deleted one, or over it."""
        self._others.pop(path, None)
        entries = self.list.entries
        row = next((row for row, entry in enumerate(entries) if entry.path == path), 0)
        rest = [entry for entry in entries if entry.path != path]
        self.list.show_entries(rest)
        self._has_chosen = False
        if rest:
            self._load(rest[min(row, len(rest) - 1)].path)
        self.look()

    def put_people_right(self) -> None:
        """Ask who is who, and write it beside the recording."""
        path, summary = self.player.path, self.player.summary
        if path is None or summary is None or not summary.present or self._work.is_busy:
            return
        self.player.hold()
        dialog = PeopleDialog(self, summary, self.player.row)
        dialog.accepted.connect(lambda: self._open_again(path, dialog.said))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_again(self, path: Path, said: str) -> None:
        position_s, part = self.player.position_s, self.player.part
        self._close_recording()
        self._load(path, position_s=position_s, part=part)
        self.look()
        self.messages.show_toast(Notice(said, "good"))

    def export(self) -> None:
        """Ask for a format and write the recording in it."""
        summary = self.player.summary
        if summary is None or self._dialog is not None:
            return
        self.player.hold()
        self.messages.show_card(None)
        self._dialog = ExportDialog(
            self,
            summary,
            self.player.options,
            part=self.player.part,
            refines=self.player.is_refined or self._is_refining,
            show_file=lambda file: show_folder(file.parent),
        )
        self._dialog.finished.connect(self._end_export)
        self._dialog.open()

    @property
    def dialog(self) -> ExportDialog | None:
        """The export dialog while it is open."""
        return self._dialog

    def _end_export(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    # What is shown -----------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        """Show what is open and what can be done with it."""
        self.header.show_recording(
            self.player.summary,
            has_file=self.player.path is not None,
            is_busy=self._work.is_busy,
            is_refined=self.player.is_refined,
            has_motion=self.player.has_refined_motion,
        )

    def _close_card(self) -> None:
        """Take a question away; what is wrong with the recording, if anything is, is said again."""
        self.messages.show_card(None)
        self.player.tell_again()

    # Keys --------------------------------------------------------------------------------------------------

    def step_back(self) -> bool:
        """Close a question or an explanation; return whether there was one."""
        choices = self.messages.card.content.choices if self.messages.card.content is not None else ()
        for choice in choices:
            if choice.is_way_back:
                choice.action()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        if not self.keys.press(event):
            super().keyPressEvent(event)
