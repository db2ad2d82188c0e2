"""PlayPage: the recordings as a list, a player for the chosen one, and what can be done with it."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.gui.languages.language import tr
from app.gui.languages.sentences import reason_of
from app.gui.play import cards
from app.gui.play.bin import move_to_bin
from app.gui.play.export_dialog import ExportDialog
from app.gui.play.header import PlayHeader
from app.gui.play.improvement import Improvement
from app.gui.play.listing import Listing
from app.gui.play.people_dialog import PeopleDialog
from app.gui.play.place import Place
from app.gui.play.player_view import PlayerView
from app.gui.play.recording_column import RecordingColumn
from app.gui.play.recording_files import RecordingFiles
from app.gui.shortcuts import KeyBindings
from app.gui.widgets.banner import Notice
from app.gui.widgets.file_manager import show_folder
from app.gui.widgets.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.options import Options

log = logging.getLogger(__name__)

TOAST_S = 6.0
CLOSE_S = 5.0  # for all threads together when the window closes
GIVEN_BACK_S = 2.0  # for a file that is to be renamed or deleted
OPENING_AFTER_S = 0.3  # a card for less would only flash


class PlayPage(QWidget):
    """Shows, plays, renames, deletes, repairs, refines and exports recordings.

    Parameters
    ----------
    folder : of the recordings.
    options : how meshes are drawn.
    clock : seconds.
    move_to_bin : as :func:`app.gui.play.bin.move_to_bin`.

    Attributes
    ----------
    player, list, header : the picture with its transport, the recordings, and what stands over the picture.
    improvement : refines the motion of what is open, or repairs its file.

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
        move_to_bin: Callable[[Path], Path | None] = move_to_bin,
    ) -> None:
        super().__init__()
        self._clock = clock
        self._opened_at = 0.0
        self._has_chosen = False
        self._before: Place | None = None  # where the recording was when it was given back
        self._dialog: ExportDialog | None = None

        self.player = PlayerView(options, clock=clock)
        self.stage = self.player.stage
        self.messages = Messages(self.stage, clock, TOAST_S)
        self.improvement = Improvement(
            self.player,
            self.messages,
            on_change=self._show_state,
            open_copy=self._open_copy,
            export=self.export,
        )
        self._files = RecordingFiles(
            self.messages,
            give_back=self._give_back,
            open_again=self._open_again,
            forget=self._forget,
            end_question=self._close_card,
            restored=self._open_copy,
            move_to_bin=move_to_bin,
        )
        self._column = RecordingColumn()
        self.list = self._column.list
        self._listing = Listing(self.list, folder)
        self.header = PlayHeader()
        self._build()
        self._connect()
        self.keys = KeyBindings(
            {
                **self.player.key_actions,
                "previous": lambda: self._listing.move_choice(-1),
                "next": lambda: self._listing.move_choice(1),
                "refine": self.improvement.refine,
                "people": self.put_people_right,
                "export": self.export,
                "rename": self.header.begin_renaming,
                "delete": self.ask_to_delete,
                "undo_delete": self._files.undo_delete,
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
        self.header.refine.connect(self.improvement.refine)
        self.header.curves.connect(self.player.toggle_curves)
        self.header.finished.connect(self.stage.setFocus)
        self.player.curves.values_wanted.connect(self._save_values)
        self.player.curves_shown.connect(self.header.curves_button.setChecked)
        self.player.opened.connect(self._begin)
        self.player.failed.connect(self._fail)
        self.player.found_damage.connect(self._tell_damage)
        self.player.full_screen_wanted.connect(self.full_screen_wanted)

    # Coming and going --------------------------------------------------------------------------------------

    def enter(self, folder: Path, path: Path | None = None, *, plays: bool = False) -> None:
        """Show the recordings of a folder, and open one of them, or else the newest."""
        self._has_chosen = False
        self._listing.look(folder)
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
        self._listing.stop()
        self._close_recording()
        self.player.avatar.close()
        until = time.monotonic() + CLOSE_S
        waits = [self.improvement.wait, self.player.wait, self._listing.close]
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

    def choose_file(self) -> None:
        """Ask for a recording and open it."""
        kinds = f"{tr('Recordings')} (*.h5);;{tr('All files')} (*)"
        path, _ = QFileDialog.getOpenFileName(self, tr("Open a recording"), str(self._listing.folder), kinds)
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
        self._load(Place(path, plays=plays))

    def _load(self, place: Place) -> None:
        self._listing.add(place.path)
        self.list.choose(place.path)
        self._opened_at, self._has_chosen = self._clock(), True  # nothing else needs to be chosen
        self.player.open(place)
        self.header.show_name(place.path.stem)
        self._show_state()

    def _close_recording(self) -> None:
        self.improvement.stop()
        self.player.close_recording()
        self.messages.show_banner(None)
        self.messages.show_card(None)
        self.header.show_name("")
        self._show_state()

    def _open_copy(self, path: Path) -> None:
        """Open a recording that has just come into the folder."""
        self._listing.look()
        self.open(path)

    def show_folder(self) -> None:
        """Open the folder in the system's file manager."""
        folder = self._listing.folder if self.player.path is None else self.player.path.parent
        try:
            show_folder(folder)
        except OSError:
            self.messages.show_toast(Notice(tr("The folder for recordings cannot be used"), "danger"))

    def _choose_first(self) -> None:
        """Open one of the recordings that were found, unless one is open, or say that there is none."""
        entries = self.list.entries
        if self.player.path is not None:
            self.list.choose(self.player.path)
        elif entries and not self._has_chosen:
            self.open(next((entry.path for entry in entries if entry.state == "sound"), entries[0].path))
        self._has_chosen = True
        if not entries and self.player.path is None:
            folder = self._listing.folder
            self.messages.show_card(
                cards.no_recordings_card(folder, back=self.left.emit, choose_file=self.choose_file)
            )

    # Every few milliseconds --------------------------------------------------------------------------------

    def tick(self) -> None:
        """Show what is new; to be called every few milliseconds while the page is shown."""
        now = self._clock()
        if self._listing.tick():
            self._choose_first()
        self.player.tick()
        is_opening = self.player.path is not None and self.player.summary is None
        if is_opening and self.messages.card.content is None and now - self._opened_at > OPENING_AFTER_S:
            self.messages.show_card(cards.opening_card(self.header.name.text()))
        self.improvement.tick()
        self.header.show_sending(self.player.avatar.status())
        self.messages.tick()

    def _begin(self) -> None:
        """Show a recording that has just been opened."""
        self.messages.show_card(None)
        self._show_state()

    def _tell_damage(self) -> None:
        self.messages.show_banner(cards.damage_notice(self.improvement.repair))

    def _fail(self, error: Exception) -> None:
        """Say why a recording cannot be played, and offer what can be done."""
        path = self.player.path
        assert path is not None
        entry = next((entry for entry in self.list.entries if entry.path == path), None)
        if entry is not None and entry.state == "in progress":
            self.messages.show_card(cards.in_progress_card())
        else:
            card = cards.failure_card(
                error, can_repair=path.is_file(), repair=self.improvement.repair, delete=self.ask_to_delete
            )
            self.messages.show_card(card)
        self._show_state()

    # Files -------------------------------------------------------------------------------------------------

    def rename(self, name: str) -> None:
        """Give the open recording another name."""
        path = self.player.path
        if path is None or name.strip() == path.stem:
            return
        self._files.rename(path, name)

    def ask_to_delete(self) -> None:
        """Ask whether the open recording shall go."""
        path = self.player.path
        if path is None:
            return
        self.player.hold()
        self._files.ask_to_delete(path)

    def _give_back(self, timeout: float = GIVEN_BACK_S) -> None:
        """Close the recording so that its files can be changed."""
        self._before = self.player.place
        self._close_recording()
        self.player.wait(timeout)  # some systems neither rename nor move open files

    def _open_again(self, path: Path) -> None:
        """Open what was given back, which may have another name by now, where it was."""
        assert self._before is not None
        self._listing.rename(self._before.path, path)
        self._listing.look()
        self._load(replace(self._before, path=path))

    def _forget(self, path: Path) -> None:
        """Go to the recording that stood under a deleted one, or over it."""
        beside = self._listing.remove(path)
        self._has_chosen = False
        if beside is not None:
            self._load(Place(beside))
        self._listing.look()

    def put_people_right(self) -> None:
        """Ask who is who, and write it beside the recording."""
        path, summary = self.player.path, self.player.summary
        if path is None or summary is None or not summary.present or self.improvement.is_busy:
            return
        self.player.hold()
        dialog = PeopleDialog(self, summary, self.player.row)
        dialog.accepted.connect(lambda: self._use_people(path, dialog.said))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _use_people(self, path: Path, said: str) -> None:
        self._give_back(timeout=0.0)
        self._open_again(path)
        self.messages.show_toast(Notice(said, "good"))

    def _save_values(self) -> None:
        """Write the curves that are shown beside the recording."""
        path = self.player.path
        if path is None:
            return
        try:
            written = self.player.curves.write(path.parent, path.stem)
        except OSError as error:
            said = tr("The values could not be saved: {why}").format(why=reason_of(error))
            self.messages.show_toast(Notice(said, "danger"))
            return
        if written is not None:
            text = tr("Saved {name}").format(name=written.name)
            tooltip = tr("Show it in the file manager")
            saved = Notice(text, "good", tr("Open folder"), self.show_folder, tooltip)
            self.messages.show_toast(saved)

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
            refines=self.player.is_refined or self.improvement.is_refining,
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
            is_busy=self.improvement.is_busy,
            is_refined=self.player.is_refined,
            has_motion=self.player.has_refined_motion,
        )

    def _close_card(self) -> None:
        """Take a question away; what is wrong with the recording, if anything is, is said again."""
        self.messages.show_card(None)
        self.player.tell_again()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802
        self._column.fit(event.size().width())
        super().resizeEvent(event)

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
