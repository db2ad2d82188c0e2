"""PlayPage: the recordings as a list, and a player for the chosen one."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QFile, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import fault, orbit, theme
from app.banner import Banner, Notice
from app.cards import Card, CardContent, Choice
from app.clean_motion import CleanMotion
from app.drawing import PEOPLE_COLOURS, colour_of
from app.export import RefineFigures, RefineSettings
from app.export_dialog import ExportDialog
from app.job import Job
from app.options import Options, View
from app.play_header import PlayHeader
from app.playback import SPEEDS, Playback, row_at, spans
from app.player import Player, Reel, Shot
from app.recording import RecordingError
from app.recording_files import files_of, free_path, rename
from app.recording_library import Entry, RecordingLibrary
from app.recording_list import RecordingList
from app.repair import RepairReport, repair, repaired_path
from app.stage_view import ZOOM_PER_NOTCH, StageView
from app.timeline import Lane, Mark
from app.transport import NEEDS_VIDEO, Transport

log = logging.getLogger(__name__)

TICK_MS = 15
TOAST_S = 6.0
OPENING_AFTER_S = 0.3  # a card for less would only flash
LEAP_S = 1.0  # of the arrow keys with Shift
COLUMN_WIDTH = 320
VIEWS: tuple[View, ...] = ("overlay", "mesh", "side_by_side", "orbit")
RECORDINGS = "Recordings (*.h5);;All files (*)"


@dataclass(frozen=True, slots=True)
class _Work:
    """Something that takes a while, what it is called, and what is done with its result."""

    words: str
    job: Job[Any]
    use: Callable[[Any], None]


class PlayPage(QWidget):
    """Shows, plays, renames, deletes, repairs, cleans up and exports recordings.

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
        self._options = options
        self._view: View | None = None  # the one that was chosen
        self._others: dict[Path, None] = {}  # recordings outside the folder that were opened
        self._library = RecordingLibrary()
        self._player: Player | None = None
        self._reel: Reel | None = None
        self._playback = Playback(0.0)
        self._plays_when_open = self._was_playing = False
        self._opened_at = 0.0
        self._shot: Shot | None = None
        self._motion: CleanMotion | None = None
        self._is_clean = False
        self._work: _Work | None = None
        self._toast_until = 0.0
        self._has_listed = self._has_failed = False
        self._told_unreadable = False
        self._dialog: ExportDialog | None = None

        self.stage = StageView(lambda result, at: None)
        self.stage.setAccessibleName("Recording")
        self.banner, self.toast, self.card = Banner(self.stage), Banner(self.stage), Card(self.stage)
        self.list = RecordingList()
        self.header = PlayHeader()
        self.transport = Transport()
        self._build()
        self._connect()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._keys: dict[tuple[int, bool], Callable[[], object]] = {
            (Qt.Key.Key_Space, False): self.toggle_play,
            (Qt.Key.Key_Left, False): lambda: self.step(-1),
            (Qt.Key.Key_Right, False): lambda: self.step(1),
            (Qt.Key.Key_Left, True): lambda: self.leap(-LEAP_S),
            (Qt.Key.Key_Right, True): lambda: self.leap(LEAP_S),
            (Qt.Key.Key_Home, False): lambda: self.seek(0.0),
            (Qt.Key.Key_End, False): lambda: self.seek(self._playback.length_s),
            (Qt.Key.Key_Up, False): lambda: self._move_choice(-1),
            (Qt.Key.Key_Down, False): lambda: self._move_choice(1),
            (Qt.Key.Key_BracketLeft, False): lambda: self.change_speed(-1),
            (Qt.Key.Key_BracketRight, False): lambda: self.change_speed(1),
            (Qt.Key.Key_L, False): self.toggle_loop,
            (Qt.Key.Key_V, False): self.next_view,
            (Qt.Key.Key_C, False): self.clean_up,
            (Qt.Key.Key_E, False): self.export,
            (Qt.Key.Key_F2, False): self.header.begin_renaming,
            (Qt.Key.Key_Delete, False): self.ask_to_delete,
            (Qt.Key.Key_O, False): self.choose_file,
            (Qt.Key.Key_Plus, False): lambda: self._zoom(ZOOM_PER_NOTCH),
            (Qt.Key.Key_Equal, False): lambda: self._zoom(ZOOM_PER_NOTCH),
            (Qt.Key.Key_Minus, False): lambda: self._zoom(1 / ZOOM_PER_NOTCH),
        }
        self._show_state()

    def _build(self) -> None:
        back = QPushButton(theme.icon("back"), "Live")
        back.setProperty("role", "quiet")
        back.setToolTip("Back to live (Ctrl+R or Esc)")
        back.setAccessibleName("Back to live")
        back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        back.clicked.connect(self.left)
        title = QLabel("Recordings")
        title.setStyleSheet("font-size: 15px; font-weight: 600;")
        top = QHBoxLayout()
        top.setContentsMargins(8, 10, 16, 6)
        top.addWidget(back)
        top.addStretch(1)
        top.addWidget(title)
        open_file = QPushButton("Open a file…")
        open_file.setToolTip("Open a recording that lies elsewhere (O)")
        open_file.setAccessibleName("Open a file")
        open_file.clicked.connect(self.choose_file)
        folder = QPushButton(theme.icon("folder"), "Open folder")
        folder.setToolTip("Open the folder of the recordings in the file manager")
        folder.setAccessibleName("Open folder")
        folder.clicked.connect(self.show_folder)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(12, 8, 12, 12)
        bottom.setSpacing(theme.GRID)
        for button in (open_file, folder):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            bottom.addWidget(button, 1)
        self._column = QFrame()
        self._column.setObjectName("column")
        self._column.setStyleSheet(
            f"QFrame#column {{ background: {theme.PANEL}; border: none;"
            f" border-right: 1px solid {theme.LINE}; }}"
        )
        self._column.setFixedWidth(COLUMN_WIDTH)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addLayout(bottom)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.stage, 1)
        right.addWidget(self.transport)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._column)
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(lambda entry: self.open(entry.path))
        self.list.played.connect(lambda entry: self.open(entry.path, plays=True))
        self.stage.resized.connect(self._arrange)
        timeline = self.transport.timeline
        self.stage.tab_pressed.connect(lambda: timeline.setFocus(Qt.FocusReason.TabFocusReason))
        self.stage.turned.connect(self._turn)
        self.stage.zoomed.connect(self._zoom)
        self.stage.double_clicked.connect(self._set_eye_back)
        self.header.renamed.connect(self.rename)
        self.header.deletion.connect(self.ask_to_delete)
        self.header.export.connect(self.export)
        self.header.clean_up.connect(self.clean_up)
        self.header.finished.connect(self.stage.setFocus)
        transport = self.transport
        transport.play.connect(self.toggle_play)
        transport.step.connect(self.step)
        transport.loop.connect(self.toggle_loop)
        transport.speed.connect(self.set_speed)
        transport.view.connect(self.set_view)
        transport.full_screen.connect(self.full_screen_wanted)
        timeline.grabbed.connect(self._grab)
        timeline.scrubbed.connect(self.seek)
        timeline.released.connect(self._let_go)

    # Coming and going --------------------------------------------------------------------------------------

    def enter(self, folder: Path, path: Path | None = None, *, plays: bool = False) -> None:
        """Show the recordings of a folder, and open one of them, or else the newest."""
        if folder != self._folder:
            self._folder = folder
        self._has_listed = False
        self.look()
        if path is not None:
            self.open(path, plays=plays)
        self.stage.setFocus()

    def leave(self) -> None:
        """Give everything back; the list stays."""
        self._stop_work()
        self._close_player()
        self.list.choose(None)
        self.card.show_content(None)
        self._show_state()

    def close_all(self) -> None:
        """End all threads."""
        self._timer.stop()
        if self._dialog is not None:
            self._dialog.stop()
        self._stop_work()
        self._close_player()
        self._library.close()

    def show_full_screen(self, is_full: bool) -> None:
        """Leave the picture and the transport alone on a full screen."""
        self._column.setVisible(not is_full)
        self.header.setVisible(not is_full)
        self.transport.show_full_screen(is_full)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102, N802
        super().showEvent(event)
        self._timer.start(TICK_MS)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102, N802
        super().hideEvent(event)
        self._timer.stop()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102, N802
        self.close_all()
        super().closeEvent(event)

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
        if self._player is not None and self._player.path == path and self._reel is not None:
            if plays and not self._playback.is_playing:
                self.toggle_play()
            return
        self._stop_work()
        self._close_player()
        if path.parent != self._folder.absolute():
            self._others[path] = None
            self.look()
        self.list.choose(path)
        self._plays_when_open, self._opened_at = plays, self._clock()
        self._has_listed = True  # nothing else needs to be chosen
        self.banner.show_notice(None)
        self.card.show_content(None)
        self._player = Player(path)
        self.header.show_name(path.stem)
        self._show_state()

    def show_folder(self) -> None:
        """Open the folder in the system's file manager."""
        folder = self._folder if self._player is None else self._player.path.parent
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _show_entries(self, entries: tuple[Entry, ...]) -> None:
        self.list.show_entries(entries)
        if self._player is not None:
            self.list.choose(self._player.path)
        elif entries and not self._has_listed:
            self.open(next((entry.path for entry in entries if entry.state == "sound"), entries[0].path))
        self._has_listed = True
        if not entries and self._player is None:
            self._show_card(
                CardContent(
                    "No recordings yet",
                    "In the live window press R to record the people you see, and R again to stop. "
                    f"Recordings are kept in the folder “{self._folder.name}”.",
                    (
                        Choice("Back to live", self.left.emit, "Back to live (Ctrl+R or Esc)", True),
                        Choice("Open a file…", self.choose_file, "Open a recording that lies elsewhere (O)"),
                    ),
                )
            )

    def _move_choice(self, by: int) -> None:
        row = self.list.currentRow() + by
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    # Playing -----------------------------------------------------------------------------------------------

    @property
    def playback(self) -> Playback:
        """Where the player is."""
        return self._playback

    @property
    def reel(self) -> Reel | None:
        """What is being played."""
        return self._reel

    @property
    def row(self) -> int:
        """The frame that belongs to the present position."""
        assert self._reel is not None
        return row_at(self._reel.times_s, self._playback.at(self._clock()))

    def toggle_play(self) -> None:
        """Play, from the beginning if it has ended; or pause."""
        if self._reel is None:
            return
        now = self._clock()
        if self._playback.is_playing and not self._playback.has_ended(now):
            self._playback = self._playback.held(now)
        else:
            self._playback = self._playback.played(now)

    def seek(self, position_s: float) -> None:
        """Go to a moment."""
        self._playback = self._playback.sought(position_s, self._clock())

    def leap(self, seconds: float) -> None:
        """Go some seconds on or back."""
        self.seek(self._playback.at(self._clock()) + seconds)

    def step(self, frames: int) -> None:
        """Pause and go some frames on or back."""
        if self._reel is None:
            return
        row = min(max(self.row + frames, 0), len(self._reel.times_s) - 1)
        self._playback = self._playback.held(self._clock())
        self.seek(float(self._reel.times_s[row]))

    def set_speed(self, speed: float) -> None:
        """Play at another speed."""
        self._playback = self._playback.at_speed(speed, self._clock())

    def change_speed(self, by: int) -> None:
        """Go to the next slower or quicker speed."""
        place = SPEEDS.index(self._playback.speed) + by
        self.set_speed(SPEEDS[min(max(place, 0), len(SPEEDS) - 1)])

    def toggle_loop(self) -> None:
        """Begin again after the end, or not."""
        self._playback = self._playback.looping(not self._playback.loops, self._clock())

    def _grab(self) -> None:
        self._was_playing = self._playback.is_playing and not self._playback.has_ended(self._clock())
        self._playback = self._playback.held(self._clock())

    def _let_go(self) -> None:
        if self._was_playing:
            self._playback = self._playback.played(self._clock())

    # Views -------------------------------------------------------------------------------------------------

    @property
    def views(self) -> tuple[View, ...]:
        """The views that there are of the opened recording."""
        if self._reel is None:
            return ()
        return tuple(view for view in VIEWS if self._reel.has_video or view not in NEEDS_VIDEO)

    @property
    def view(self) -> View:
        """The view that is shown: the chosen one where there is such a view."""
        if self._view is not None and self._view in self.views:
            return self._view
        return "overlay" if self._reel is not None and self._reel.has_video else "orbit"

    def set_view(self, view: View) -> None:
        """Look from another side."""
        self._view = view
        self._show_views()

    def next_view(self) -> None:
        """Go to the next of the views."""
        views = self.views
        if views:
            self.set_view(views[(views.index(self.view) + 1) % len(views)])

    def _show_views(self) -> None:
        self.transport.show_views(self.view, self.views)
        self.stage.turns = self._reel is not None and self.view == "orbit"
        shape = Qt.CursorShape.OpenHandCursor if self.stage.turns else Qt.CursorShape.ArrowCursor
        self.stage.setCursor(shape)

    def _turn(self, right_deg: float, down_deg: float) -> None:
        self._options = orbit.turned(self._options, right_deg, down_deg)

    def _zoom(self, factor: float) -> None:
        if self.stage.turns:
            self._options = orbit.zoomed(self._options, factor)

    def _set_eye_back(self) -> None:
        if self.stage.turns:
            self._options = orbit.set_back(self._options)
        else:
            self.full_screen_wanted.emit()

    # Every few milliseconds --------------------------------------------------------------------------------

    def tick(self) -> None:
        """Show what is new."""
        now = self._clock()
        entries = self._library.take()
        if entries is not None:
            self._show_entries(entries)
        self._follow_player(now)
        self._follow_work()
        if self.toast.notice is not None and now >= self._toast_until:
            self.toast.show_notice(None)

    def _follow_player(self, now: float) -> None:
        player = self._player
        if player is None:
            return
        if player.error is not None:
            if not self._has_failed:
                self._has_failed = True
                self._fail(player.error)
            return
        if self._reel is None:
            if player.reel is not None:
                self._begin(player.reel, now)
            elif now - self._opened_at > OPENING_AFTER_S:
                self._show_card(CardContent("Opening", f"{player.path.stem}…", is_busy=True))
                return
            else:
                return
        self._ask_for_picture(player)
        result = player.take()
        if result is not None:
            self.stage.show_result(result)
        self.transport.show_playback(self._playback, now)
        if player.unreadable and not self._told_unreadable:
            self._told_unreadable = True
            damaged = "Some frames of this recording are damaged"
            hint = "Copy what is sound into a new recording"
            self._show_banner(Notice(damaged, "warning", "Repair", self.repair, hint))

    def _ask_for_picture(self, player: Player) -> None:
        ratio = self.stage.devicePixelRatioF()
        room = (round(self.stage.width() * ratio), round(self.stage.height() * ratio))
        shot = Shot(self.row, replace(self._options, view=self.view), room, self._is_clean)
        if shot != self._shot:
            self._shot = shot
            player.show(shot)

    def _begin(self, reel: Reel, now: float) -> None:
        """Show a recording that has just been opened."""
        self._reel = reel
        self._playback = replace(self._playback, length_s=reel.length_s, position_s=0.0, since_s=None)
        if self._plays_when_open:
            self._playback = self._playback.played(now)
        self.card.show_content(None)
        self._show_state()

    def _fail(self, error: Exception) -> None:
        """Say why a recording cannot be played, and offer what can be done."""
        assert self._player is not None
        path = self._player.path
        entry = next((entry for entry in self.list.entries if entry.path == path), None)
        delete = Choice("Delete…", self.ask_to_delete, "Delete this recording (Delete)")
        if entry is not None and entry.state == "in progress":
            content = CardContent("Being recorded", "This recording can be played once it has been stopped.")
        elif isinstance(error, RecordingError) and path.is_file():
            mend = Choice("Repair", self.repair, "Copy what is sound into a new recording", True)
            content = CardContent(
                "This recording is damaged",
                "It was cut off or changed on the disk. Repair copies what is sound into a new recording and "
                "leaves this one as it is.",
                (mend, delete),
                details=fault.details(error),
            )
        else:
            content = CardContent(
                "This cannot be played", fault.sentence(error), details=fault.details(error)
            )
        self._show_card(content)
        self._show_state()

    def _close_player(self) -> None:
        if self._player is not None:
            self._player.close()
        self._player = self._reel = self._shot = self._motion = None
        self._is_clean = self._has_failed = self._told_unreadable = False
        self._playback = replace(self._playback.held(self._clock()), position_s=0.0)
        self.stage.clear()

    # Work that takes a while -------------------------------------------------------------------------------

    def clean_up(self) -> None:
        """Clean up the motion, or change between the recorded and the cleaned-up one."""
        if self._reel is None or self._work is not None:
            return
        if self._motion is not None:
            self._is_clean = not self._is_clean
            self._show_state()
            return
        path = self._reel.path
        job = Job(lambda progress: CleanMotion.of(path, RefineSettings(), progress))
        self._begin_work(_Work("Cleaning up the motion", job, self._use_motion))

    def _use_motion(self, motion: CleanMotion) -> None:
        if self._player is None:
            motion.close()
            return
        self._motion, self._is_clean = motion, True
        self._player.give(motion)
        self._show_state()
        done = Choice("Got it", lambda: self._show_card(None), "Close this", True)
        export = Choice("Export…", self.export, "Write it in another program's format (E)")
        text = "\n\n".join(changes(figures) for figures in motion.figures)
        text += "\n\nThe recording itself stays as it is; C shows it, and C again the cleaned-up motion."
        self._show_card(CardContent("Cleaned up", text, (done, export)))

    def repair(self) -> None:
        """Copy what is sound into a new recording and open that."""
        if self._player is None or self._work is not None:
            return
        path = self._player.path
        output = free_path(repaired_path(path))
        job = Job(lambda progress: repair(path, output, progress))
        self._begin_work(_Work("Repairing", job, self._use_repaired))

    def _use_repaired(self, report: RepairReport) -> None:
        self.look()
        self.open(report.path)
        self._say(Notice(report.sentence(), "good"))

    def _begin_work(self, work: _Work) -> None:
        self._work = work
        self._show_card(None)
        self._show_state()

    def _follow_work(self) -> None:
        work = self._work
        if work is None:
            return
        if work.job.is_running:
            done, total = work.job.progress
            share = f": {100 * done // total} %" if total else ""
            self._show_banner(Notice(f"{work.words}{share}", "quiet", "Stop", self._stop_work, "Stop this"))
            return
        self._work = None
        self.banner.show_notice(None)
        if work.job.error is not None:
            self._show_banner(Notice(fault.sentence(work.job.error), "danger"))
        elif not work.job.was_stopped:
            work.use(work.job.result)
        self._show_state()

    def _stop_work(self) -> None:
        if self._work is None:
            return
        work, self._work = self._work, None
        work.job.stop()
        work.job.wait()
        if isinstance(work.job.result, CleanMotion):
            work.job.result.close()
        self.banner.show_notice(None)
        self._show_state()

    # Files -------------------------------------------------------------------------------------------------

    def rename(self, name: str) -> None:
        """Give the opened recording another name."""
        if self._player is None or name.strip() == self._player.path.stem:
            return
        path, position, was_playing = self._player.path, self._playback, self._playback.is_playing
        self._stop_work()
        self._close_player()
        try:
            new = rename(path, name)
        except (ValueError, OSError) as error:
            new = path
            why = error.strerror or "unknown reason" if isinstance(error, OSError) else str(error)
            self._show_banner(Notice(why, "danger"))
        if path in self._others:
            self._others[new] = self._others.pop(path)
        notice = self.banner.notice
        self.look()
        self.open(new, plays=was_playing)
        self._playback = replace(position, since_s=None)
        if notice is not None:
            self._show_banner(notice)

    def ask_to_delete(self) -> None:
        """Ask whether the opened recording shall go."""
        if self._player is None:
            return
        path = self._player.path
        self._playback = self._playback.held(self._clock())
        others = " and its video" if len(files_of(path)) > 1 else ""
        self._show_card(
            CardContent(
                "Delete this recording?",
                f"“{path.stem}”{others} will be moved to the bin.",
                (
                    Choice("Delete", lambda: self._delete(path), "Move it to the bin", True),
                    Choice("Keep", self._close_card, "Leave it where it is"),
                ),
            )
        )

    def _delete(self, path: Path) -> None:
        files = files_of(path)
        place = [entry.path for entry in self.list.entries]
        self._stop_work()
        self._close_player()
        left = [file for file in files if not self._move_to_bin(file)]
        if left:
            self.open(path)
            self._show_card(
                CardContent(
                    "There is no bin here",
                    f"“{path.stem}” cannot be moved to a bin. Deleted for good, it cannot be brought back.",
                    (
                        Choice("Delete for good", lambda: self._delete_for_good(left), "It cannot be undone"),
                        Choice("Keep", self._close_card, "Leave it where it is", True),
                    ),
                )
            )
            return
        self._forget(path, place)
        self._say(Notice(f"Moved {path.stem} to the bin", "good"))

    def _delete_for_good(self, files: list[Path]) -> None:
        place = [entry.path for entry in self.list.entries]
        self._stop_work()
        self._close_player()
        try:
            for file in files:
                file.unlink(missing_ok=True)
        except OSError as error:
            self._show_banner(
                Notice(f"It could not be deleted: {error.strerror or 'unknown reason'}", "danger")
            )
        self._forget(files[0], place)

    def _forget(self, path: Path, listed: list[Path]) -> None:
        """Go to the recording that stood under a deleted one, or over it."""
        self._others.pop(path, None)
        self._show_card(None)
        row = listed.index(path) if path in listed else 0
        rest = [other for other in listed if other != path]
        self.list.show_entries([entry for entry in self.list.entries if entry.path != path])
        self.header.show_name("")
        if rest:
            self.open(rest[min(row, len(rest) - 1)])
        self.look()
        self._show_state()

    def export(self) -> None:
        """Ask for a format and write the recording in it."""
        if self._reel is None or self._dialog is not None:
            return
        self._playback = self._playback.held(self._clock())
        self._show_card(None)
        self._dialog = ExportDialog(
            self, self._reel, self._options, refines=self._is_clean, show_file=show_in_folder
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
        reel = self._reel
        self.header.show_recording(
            reel,
            has_file=self._player is not None,
            is_busy=self._work is not None,
            is_clean=self._is_clean,
            has_motion=self._motion is not None,
        )
        self.transport.setEnabled(reel is not None)
        self._show_views()
        if reel is None:
            self.transport.timeline.show_recording(0.0, (), ())
        else:
            self.transport.timeline.show_recording(reel.length_s, self._lanes(reel), marks_of(reel))
        self.transport.show_playback(self._playback, self._clock())

    def _lanes(self, reel: Reel) -> list[Lane]:
        lanes = []
        for place, (person_id, there) in enumerate(reel.present.items()):
            colour = colour_of(place) if self._options.colour_per_person else PEOPLE_COLOURS[0]
            filled: list[tuple[float, float]] = []
            if self._is_clean and self._motion is not None:
                marked = self._motion.filled(person_id)
                filled = spans(marked, reel.times_s, reel.length_s)
            shown = spans(there, reel.times_s, reel.length_s)
            lanes.append(Lane("#{:02X}{:02X}{:02X}".format(*colour), shown, filled))
        return lanes

    def _say(self, notice: Notice) -> None:
        self.toast.show_notice(notice)
        self._toast_until = self._clock() + TOAST_S
        self._arrange()

    def _show_banner(self, notice: Notice) -> None:
        if notice != self.banner.notice:
            self.banner.show_notice(notice)
            self._arrange()

    def _show_card(self, content: CardContent | None) -> None:
        if content != self.card.content:
            self.card.show_content(content)
            self._arrange()

    def _close_card(self) -> None:
        """Take a question away; what is wrong with the recording, if anything is, is said again."""
        self._show_card(None)
        self._has_failed = False

    def _arrange(self) -> None:
        width, height = self.stage.width(), self.stage.height()
        room = width - 2 * theme.EDGE
        self.banner.fit(room)
        self.banner.move((width - self.banner.width()) // 2, theme.EDGE)
        self.toast.fit(room)
        self.toast.move((width - self.toast.width()) // 2, height - self.toast.height() - theme.EDGE)
        self.card.fit(room)
        self.card.move((width - self.card.width()) // 2, max((height - self.card.height()) // 2, 0))

    # Keys --------------------------------------------------------------------------------------------------

    def step_back(self) -> bool:
        """Close a question or an explanation; tell whether there was one."""
        if self.card.content is not None and self._reel is not None:
            self._show_card(None)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        action = self._keys.get((key, shift)) or self._keys.get((key, False))
        if action is not None and not control:
            action()
        else:
            super().keyPressEvent(event)


def marks_of(reel: Reel) -> list[Mark]:
    """Say in words where frames were lost."""
    return [
        Mark(drop.time_s, f"{drop.count} {'frame' if drop.count == 1 else 'frames'} lost: {drop.cause}")
        for drop in reel.drops
    ]


def changes(figures: RefineFigures) -> str:
    """Say what cleaning up changed for a person, line by line."""
    lines = [f"Person {figures.person}"]
    if figures.jitter_before is not None:
        lines.append(f"Jitter: {figures.jitter_before:.0f} → {figures.jitter_after:.0f} m/s³")
    if figures.slide_before_mm_s is not None:
        slide = f"{figures.slide_before_mm_s:.0f} → {figures.slide_after_mm_s:.0f} mm/s"
        lines.append(f"Standing feet slide: {slide}")
    filled = f"{figures.filled_frames} frames ({figures.filled_s:.1f} s)" if figures.filled_frames else "none"
    left = f", {figures.gaps_left} longer left" if figures.gaps_left else ""
    lines.append(f"Gaps filled: {filled}{left}")
    lines.append(f"Joints moved: {figures.moved_mm:.0f} mm on average")
    return "\n".join(lines)


def show_in_folder(file: Path) -> None:
    """Show where a file lies in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
