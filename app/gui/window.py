"""MainWindow: the live picture with everything that floats on it, the side panel, keys and states."""

from __future__ import annotations

import datetime
import logging
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QByteArray, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QCursor, QDesktopServices, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from app.drawing import orbit_camera
from app.gui.live.control_bar import ControlBar
from app.gui.live.paint_timings import Timings
from app.gui.live.panel_drawer import PanelDrawer
from app.gui.live.readout import Details, Readout
from app.gui.live.side_panel import SAMPLE, SidePanel
from app.gui.live.snapshot import save_snapshot
from app.gui.settings import Settings
from app.gui.shortcuts import KeyBindings, hint, key
from app.gui.widgets import theme
from app.gui.widgets.banner import Notice
from app.gui.widgets.card import CardContent, Choice
from app.gui.widgets.keys_dialog import KeysDialog
from app.gui.widgets.messages import Messages
from app.gui.widgets.stage_view import ZOOM_PER_NOTCH, StageView
from app.live.session import LiveSession
from app.live.sources import SourceError, is_camera
from app.options import Options, View
from app.recordings.file import RecordingError
from app.recordings.recorder import Recorder, RecorderStatus
from app.system import errors
from app.system.files import free_bytes
from app.text import counted
from app.types import Result

if TYPE_CHECKING:
    from app.gui.play.page import PlayPage

log = logging.getLogger(__name__)

TICK_MS = 15
REFRESH_S = 0.5  # of figures: quicker ones flicker
BAR_STAYS_S = 3.0
NOBODY_AFTER_S = 5.0
LOADING_AFTER_S = 0.2  # a card for less would only flash
TOAST_S = 5.0
CPU_NOTICE_S = 15.0
BOOTH_RETRY_S = 5.0
DISK_CHECK_S = 10.0
DISK_LOW_BYTES = 1_000_000_000
SMALLEST = (960, 600)
USUAL_SIZE = (1280, 760)
ORBIT_STEP_DEG = 5.0  # of an arrow key
MEDIA = (
    "Videos and pictures (*.mp4 *.mov *.avi *.mkv *.webm *.m4v *.jpg *.jpeg *.png *.bmp *.tif *.tiff *.webp)"
)
MESSAGE_S = 8.0
NO_FOLDER = "The folder for recordings cannot be used"
CHOOSE_FOLDER = "Choose where snapshots and recordings go"
OPEN_FOLDER = "Show it in the file manager"
LOST = "Camera lost; trying again"
SAMPLE_INSTEAD = "No camera, so this is the sample clip; plug one in, or close what uses it"
NOTHING_TO_RECORD = "There is nothing to record yet"


class MainWindow(QMainWindow):
    """The window.

    Parameters
    ----------
    settings : to begin with.
    session : what runs the pipeline; the window closes it.
    is_booth : full screen, without controls, trying again by itself for ever.
    recordings : begin with the recordings instead of the live picture.
    recording : the one of them to begin with.
    clock : seconds.
    """

    def __init__(
        self,
        settings: Settings,
        session: LiveSession,
        *,
        is_booth: bool = False,
        recordings: bool = False,
        recording: Path | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__()
        self.setWindowTitle("FastMETRO Live")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(not is_booth)
        self._settings, self._options = settings, settings.options
        self._session, self._is_booth, self._clock = session, is_booth, clock
        self._timings = Timings()
        self._shows_sample_instead = False
        self._loading_since = self._somebody_at = self._mouse_at = self._refreshed_at = clock()
        self._disk_at = self._failed_at = self._looked_at = self._running_since = 0.0
        self._mouse = QCursor.pos()
        self._handled_error: Exception | None = None
        self._told = ""  # the failure that was logged last
        self._explains = False
        self._free_bytes: int | None = None
        self._message: Notice | None = None
        self._message_until = 0.0
        self._failed_recording: Notice | None = None  # until somebody has seen it
        self._recorder: Recorder | None = None
        self._provider = ""  # that the readout shows
        self._finds_hands = False
        self._awaits_picture = True
        self._cameras_shown = self._models_shown = None

        self.stage = StageView(self._painted)
        self.readout = Readout(self.stage)
        self.details = Details(self.stage)
        self._messages = Messages(self.stage, clock, TOAST_S)
        self.banner, self.toast, self.card = self._messages.banner, self._messages.toast, self._messages.card
        self.bar = ControlBar(self.stage)
        self.panel = SidePanel()
        self._drawer = PanelDrawer(self.panel)
        self._centre = centre = QWidget()
        layout = QHBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stage, 1)
        layout.addWidget(self._drawer)
        self._pages = QStackedWidget()
        self._pages.addWidget(centre)
        self.setCentralWidget(self._pages)
        self.play_page: PlayPage | None = None  # made when it is first wanted

        self._connect()
        actions: dict[str, Callable[[], object]] = {"quit": self.close}
        live: dict[str, Callable[[], object]] = {
            "pause": self.toggle_pause,
            "record": self.toggle_recording,
            "snapshot": self.take_snapshot,
            "mirror": lambda: self.change(mirror=not self._options.mirror),
            "details": self.toggle_details,
            "panel": self.toggle_panel,
            "settings": self.go_to_settings,
            "open_media": self.choose_file,
            "show_recordings": self.show_recordings,
            "next_view": self.next_view,
            "orbit_left": lambda: self._orbit(-ORBIT_STEP_DEG, 0.0),
            "orbit_right": lambda: self._orbit(ORBIT_STEP_DEG, 0.0),
            "orbit_up": lambda: self._orbit(0.0, -ORBIT_STEP_DEG),
            "orbit_down": lambda: self._orbit(0.0, ORBIT_STEP_DEG),
            "nearer": lambda: self._come_nearer(ZOOM_PER_NOTCH),
            "farther": lambda: self._come_nearer(1 / ZOOM_PER_NOTCH),
        }
        if not is_booth:
            actions |= {
                "full_screen": self.toggle_full_screen,
                "step_back": self.step_back,
                "show_keys": self.show_keys,
            }
        self.keys, self.live_keys = KeyBindings(actions), KeyBindings({} if is_booth else live)
        self.resize(*USUAL_SIZE)
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        self._is_details_open = settings.details_open and not is_booth
        if settings.panel_open and not is_booth:
            self._drawer.open(True, at_once=True)
        if is_booth:
            self.bar.set_wanted(False)
            self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.readout.hide()
        self.details.hide()
        self.panel.stream.setText(settings.last_stream)
        self._show_options()
        self._follow_recording()
        self.stage.setFocus()

        session.search()
        if recordings:
            self.show_recordings(recording)
        else:
            self._open()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _connect(self) -> None:
        if not self._is_booth:
            self.stage.tab_pressed.connect(self.toggle_panel)
        self.stage.resized.connect(self._arrange)
        self.stage.mouse_moved.connect(self._note_mouse)
        self.stage.double_clicked.connect(self._double_click)
        self.stage.turned.connect(self._turn)
        self.stage.zoomed.connect(self._zoom)
        self.readout.clicked.connect(self.toggle_details)
        self.details.clicked.connect(self.toggle_details)
        self.bar.record.connect(self.toggle_recording)
        self.bar.snapshot.connect(self.take_snapshot)
        self.bar.pause.connect(self.toggle_pause)
        self.bar.view.connect(self.next_view)
        self.bar.recordings.connect(lambda: self.show_recordings())
        self.bar.full_screen.connect(self.toggle_full_screen)
        self.bar.panel.connect(self.toggle_panel)
        self.panel.changed.connect(lambda fields: self.change(**fields))
        self.panel.closed.connect(self.toggle_panel)
        self.panel.keys_wanted.connect(self.show_keys)
        self.panel.file_wanted.connect(self.choose_file)
        self.panel.folder_wanted.connect(self.choose_folder)
        self.panel.folder_shown.connect(self._show_folder)
        self.panel.lists_wanted.connect(self._session.search)
        self.panel.stream_entered.connect(self._open_stream)

    # What a person can do ----------------------------------------------------------------------------------

    @property
    def options(self) -> Options:
        """What is asked of the pipeline."""
        return self._options

    @property
    def settings(self) -> Settings:
        """What is remembered for the next start."""
        return replace(
            self._settings,
            options=self._options,
            geometry=self._settings.geometry
            if self.isFullScreen()
            else bytes(self.saveGeometry().toBase64().data()).decode(),
            panel_open=self._drawer.is_open,
            details_open=self._is_details_open,
        )

    def change(self, **fields: object) -> None:
        """Change some of the options; another source or model is opened."""
        options = replace(self._options, **fields)  # type: ignore[arg-type]
        before, self._options = self._options, options
        if options.source != before.source:
            self._shows_sample_instead = False
        if (options.source, options.model) != (before.source, before.model):
            self._open()
        elif options != before:
            self._session.set_options(self._running_options())
        self._show_options()

    def retry(self) -> None:
        """Open the source once more."""
        self._shows_sample_instead = False
        self._session.search()
        self._open()

    def toggle_pause(self) -> None:
        """Hold the picture, or go on."""
        if self._session.state == "running":
            self._session.pause(not self._session.is_paused)
            self._timings.clear()
            self._somebody_at = self._clock()
            self._refresh(self._clock())

    def take_snapshot(self) -> None:
        """Save the picture as it is on the screen."""
        result = self.stage.result
        if result is None:
            return
        folder = self._settings.output_folder
        try:
            path = save_snapshot(result.picture, folder, datetime.datetime.now())
        except OSError as error:
            why = (error.strerror or "unknown reason").lower()
            failed = f"The snapshot could not be saved: {why}"
            self._say(Notice(failed, "danger", "Other folder", self.choose_folder, CHOOSE_FOLDER))
            return
        self._messages.show_toast(
            Notice(f"Saved {path.name}", "good", "Open folder", self._show_folder, OPEN_FOLDER)
        )

    def toggle_recording(self) -> None:
        """Begin a recording, or end it."""
        if self._recorder is not None:
            self._stop_recording()
        elif self._can_record():
            self._failed_recording = None
            try:
                self._recorder = self._session.record(self._settings.output_folder)
            except (RecordingError, OSError) as error:
                text = errors.sentence(error) if isinstance(error, RecordingError) else NO_FOLDER
                self._say(Notice(text, "danger", "Other folder", self.choose_folder, CHOOSE_FOLDER))
        self._refresh(self._clock())

    def show_recordings(self, path: Path | None = None, *, plays: bool = False) -> None:
        """Leave the live picture for the recordings, and give the camera back."""
        if self._recorder is not None or self._is_booth:
            return
        page = self.play_page
        if page is None:
            from app.gui.play.page import PlayPage  # brings the exporters, which take a moment

            page = self.play_page = PlayPage(self._settings.output_folder, self._options)
            page.left.connect(self.show_live)
            page.full_screen_wanted.connect(self.toggle_full_screen)
            self._pages.addWidget(page)
        self._session.rest()
        self.stage.clear()
        self._pages.setCurrentWidget(page)
        page.show_full_screen(self.isFullScreen())
        page.player.draw_as(self._options)
        page.enter(self._settings.output_folder, path, plays=plays)

    def show_live(self) -> None:
        """Leave the recordings for the live picture."""
        if self._is_live or self.play_page is None:
            return
        self.play_page.leave()
        self._pages.setCurrentWidget(self._centre)
        self.stage.setFocus()
        self._open()

    @property
    def _is_live(self) -> bool:
        return self._pages.currentWidget() is self._centre

    def next_view(self) -> None:
        """Go to the next of the views."""
        views = get_args(View)
        self.change(view=views[(views.index(self._options.view) + 1) % len(views)])

    def toggle_full_screen(self) -> None:
        """Fill the screen, or leave it."""
        if not self.isFullScreen():
            # The place to come back to, and to remember.
            self._settings = replace(
                self._settings, geometry=bytes(self.saveGeometry().toBase64().data()).decode()
            )
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        if self.play_page is not None:
            self.play_page.show_full_screen(self.isFullScreen())
        self._refresh(self._clock())

    def toggle_panel(self) -> None:
        """Open or close the side panel."""
        if self._drawer.is_open and self.panel.isAncestorOf(self.focusWidget() or self):
            self.stage.setFocus()
        self._drawer.open(not self._drawer.is_open)

    def go_to_settings(self) -> None:
        """Open the side panel and put the keyboard into it."""
        self._drawer.open(True)
        self.panel.source.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_details(self) -> None:
        """Show or hide the details of the readout."""
        self._is_details_open = not self._is_details_open
        self._refresh(self._clock())
        self._arrange()

    def show_keys(self) -> None:
        """Show what every key does."""
        dialog = KeysDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def choose_file(self) -> None:
        """Ask for a video or picture and open it."""
        start = str(Path(self._settings.last_file).parent) if self._settings.last_file else ""
        kinds = f"{MEDIA};;All files (*)"
        path, _ = QFileDialog.getOpenFileName(self, "Open a video or picture", start, kinds)
        if path:
            self.open_file(path)

    def open_file(self, path: str) -> None:
        """Open a video, a picture or a folder of pictures."""
        self._settings = replace(self._settings, last_file=path)
        self.change(source=path)

    def choose_folder(self) -> None:
        """Ask where snapshots and recordings shall go."""
        start = str(self._settings.output_folder)
        self._message = self._failed_recording = None  # what asked for another folder has been seen
        path = QFileDialog.getExistingDirectory(self, "Folder for snapshots and recordings", start)
        if path:
            self._settings = replace(self._settings, recordings_folder=path)
            self._disk_at = 0.0
            self._show_options()

    def step_back(self) -> None:
        """Leave, in this order: an explanation, what is said of a failed recording, controls, full screen."""
        if not self._is_live:
            assert self.play_page is not None
            if not self.play_page.step_back():
                self.toggle_full_screen() if self.isFullScreen() else self.show_live()
        elif self._explains:
            self._explain(False)
        elif self._failed_recording is not None:
            self._failed_recording = None
        elif self.focusWidget() not in (None, self.stage):
            self.stage.setFocus()
        elif self.isFullScreen():
            self.toggle_full_screen()

    def _open_stream(self, address: str) -> None:
        self._settings = replace(self._settings, last_stream=address)
        self.change(source=address)
        self.stage.setFocus()

    def _show_folder(self) -> None:
        folder = self._settings.output_folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self._say(Notice(NO_FOLDER, "danger", "Other folder", self.choose_folder, CHOOSE_FOLDER))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    # The pipeline ------------------------------------------------------------------------------------------

    def _running_options(self) -> Options:
        """Return the options as the pipeline gets them."""
        return replace(self._options, source=SAMPLE) if self._shows_sample_instead else self._options

    def _open(self) -> None:
        self._stop_recording()
        self._session.open(self._running_options())
        self._timings.clear()
        self._handled_error, self._running_since = None, 0.0
        self._explains = False
        if self.card.content is not None and not self.card.content.is_busy:
            self._messages.show_card(None)
        self._loading_since = self._somebody_at = self._clock()
        self._awaits_picture = True
        self.stage.set_dimmed(True)

    def _painted(self, result: Result, at: float) -> None:
        if not self._session.is_paused:
            self._timings.add(result, at)

    def _tick(self) -> None:
        if not self._is_live:
            return
        now = self._clock()
        result = self._session.take()
        if result is not None:
            self._awaits_picture = False
            self.stage.show_result(result)
            if result.people:
                self._somebody_at = now
        self._follow_state(now)
        if now - self._refreshed_at >= REFRESH_S:
            self._refresh(now)
        self._follow_mouse(now)

    def _follow_state(self, now: float) -> None:
        """Show the card and the banner that the present state asks for."""
        state, error = self._session.state, self._session.error
        if state == "failed" and error is not None:
            if error is not self._handled_error:
                self._handled_error, self._failed_at = error, now
                self._fail(error)
            elif self._is_booth and now - self._failed_at >= BOOTH_RETRY_S:
                self.retry()
        elif self._awaits_picture:
            if now - self._loading_since >= LOADING_AFTER_S:
                status = self._session.status or "Waiting for the first picture"
                self._messages.show_card(CardContent("Starting", f"{status}…", is_busy=True))
        elif state == "stopped" and self._is_booth:
            self._open()
        else:
            if not self._running_since:
                self._running_since = now
                self._show_facts()
            self._follow_device()
            if self._is_booth and self._shows_sample_instead:
                self._await_camera(now)
            if not self._explains:
                self._messages.show_card(None)
        is_lost = self._is_source_lost()
        self.stage.set_dimmed(self._awaits_picture or is_lost)
        notice = self._notice(now)
        self._messages.show_banner(notice)
        self._messages.tick()

    def _await_camera(self, now: float) -> None:
        """Go over from the sample to the camera once there is one; until then the sample goes on."""
        if self._session.camera_is_there:
            self.retry()
        elif now - self._looked_at >= BOOTH_RETRY_S:
            self._looked_at = now
            self._session.look_for_camera()

    def _fail(self, error: Exception) -> None:
        """Show what went wrong and what can be done; without any camera show the sample."""
        told = str(error) if errors.is_ours(error) else f"{type(error).__name__}: {error}"
        if told != self._told:  # a booth tries again all night
            log.warning("%s", told)
        self._told = told
        no_source = isinstance(error, SourceError)
        if no_source and not self._options.source and not self._shows_sample_instead:
            self._shows_sample_instead = True
            self._open()
            return
        self.stage.clear()
        self._timings.clear()
        self._refresh(self._clock())
        retry = Choice("Retry", self.retry, "Try once more")
        if self._is_booth:
            self._messages.show_card(
                CardContent("Just a moment", "The camera will be back shortly.", is_busy=True)
            )
        elif no_source and is_camera(self._options.source):
            choices = (
                Choice("Use the sample", lambda: self.change(source=SAMPLE), "Show the sample clip", True),
                Choice("Choose a file", self.choose_file, hint("Open a video or picture", "open_media")),
                retry,
            )
            self._messages.show_card(CardContent("No camera", errors.sentence(error), choices))
        else:
            other = Choice("Choose a file", self.choose_file, hint("Open a video or picture", "open_media"))
            if not no_source and self._options.model:
                other = Choice("Use the bundled model", lambda: self.change(model=""), "Leave the chosen one")
            choices = (
                replace(retry, is_primary=True),
                other,
                Choice("Copy report", self._copy_report, "Copy what happened, to send to the makers"),
            )
            heading = "This cannot be opened" if no_source else "This did not work"
            self._messages.show_card(
                CardContent(heading, errors.sentence(error), choices, details=errors.details(error))
            )

    # Recording ---------------------------------------------------------------------------------------------

    def _can_record(self) -> bool:
        return self._session.state == "running" and not self._awaits_picture and not self._is_booth

    def _stop_recording(self) -> None:
        """End the recording; its last moments are written while the picture goes on."""
        if self._recorder is not None:
            if self._session.pipeline is not None:
                self._session.pipeline.record(None)
            self._recorder.stop(timeout=0)

    def _follow_recording(self) -> None:
        """Show how the recording does, and say when it has ended."""
        if self._recorder is None:
            self.bar.show_recording(None, why_not="" if self._can_record() else NOTHING_TO_RECORD)
            self.readout.show_recording("")
            return
        status = self._recorder.status()
        if status.state == "recording":
            minutes, seconds = divmod(int(status.seconds), 60)
            size = f"{status.size_bytes / 1e6:.1f} MB"
            self.bar.show_recording(f"{minutes}:{seconds:02d} · {size}", dropped=status.dropped)
            self.readout.show_recording(f"Recording {minutes}:{seconds:02d}")
            return
        self._recorder = None
        if status.state == "failed":
            why = errors.without_folders(status.message)
            tooltip = f"{CHOOSE_FOLDER} ({key('step_back')} closes this)"
            self._failed_recording = Notice(why, "danger", "Other folder", self.choose_folder, tooltip)
        else:
            trouble = _trouble_with_video(status)
            saved = f"Recorded {status.path.name}, {status.size_bytes / 1e6:.1f} MB{trouble}"
            path = status.path
            play = lambda: self.show_recordings(path, plays=True)  # noqa: E731
            level = "warning" if trouble else "good"
            self._messages.show_toast(
                Notice(saved, level, "Play it", play, hint("Look at what was recorded", "show_recordings"))
            )
        self._follow_recording()

    # States ------------------------------------------------------------------------------------------------

    def _is_source_lost(self) -> bool:
        pipeline = self._session.pipeline
        return pipeline is not None and self._session.state == "running" and pipeline.source_state == "lost"

    def _notice(self, now: float) -> Notice | None:
        """Return the most urgent thing to say, if any."""
        if self._is_source_lost():
            return Notice(LOST, "danger", "" if self._is_booth else "Retry", self.retry, "Try at once")
        if self._is_booth:
            return None
        if self._message is not None and now < self._message_until:
            return self._message
        if self._failed_recording is not None:
            return self._failed_recording
        if self._session.state == "stopped" and not self._awaits_picture:
            return Notice("The source has ended", "quiet", "Begin again", self.retry, "From the start")
        if self._session.state != "running" or self._awaits_picture:
            return None
        if self._free_bytes is not None and self._free_bytes < DISK_LOW_BYTES:
            left = f"The disk is nearly full: {self._free_bytes / 1e9:.1f} GB left for recordings"
            return Notice(left, "warning", "Other folder", self.choose_folder, CHOOSE_FOLDER)
        if self._shows_sample_instead:
            return Notice(SAMPLE_INSTEAD, "good", "Retry", self.retry, "Look for a camera again")
        if (
            self._runs_on_cpu
            and not self._settings.cpu_explained
            and now < self._running_since + CPU_NOTICE_S
        ):
            return Notice("Running on the CPU", "warning", "Why?", lambda: self._explain(True), "The reason")
        result = self.stage.result
        is_empty = result is not None and not result.people and not self._session.is_paused
        if is_empty and now - self._somebody_at >= NOBODY_AFTER_S:
            return Notice("No hand in view" if self._finds_hands else "Nobody in view")
        return None

    def _say(self, notice: Notice, seconds: float = MESSAGE_S) -> None:
        """Show a notice about something that has just happened."""
        self._message, self._message_until = notice, self._clock() + seconds

    def _explain(self, wanted: bool) -> None:
        """Show or hide why the CPU does the work."""
        self._explains = wanted
        pipeline = self._session.pipeline
        if not wanted or pipeline is None or pipeline.estimator is None:
            self._messages.show_card(None)
            return
        self._settings = replace(self._settings, cpu_explained=True)
        reason = pipeline.estimator.cpu_reason
        text = f"{reason} The mesh is the same, only slower. “python main.py check” says what would help."
        fine = Choice("Got it", lambda: self._explain(False), hint("Close this", "step_back"), True)
        self._messages.show_card(CardContent("Why the CPU?", text, (fine,)))

    def _copy_report(self) -> None:
        error = self._session.error
        if error is not None:
            QApplication.clipboard().setText(errors.report(error, self._options))
            self._messages.show_toast(Notice("The report is in the clipboard", "good"))

    # What is shown -----------------------------------------------------------------------------------------

    def _show_options(self) -> None:
        self.panel.show_options(self._options)
        self.panel.show_folder(self._settings.output_folder)
        self.bar.show_view(self._options.view)
        self.stage.turns = self._options.view == "orbit"

    def _show_facts(self) -> None:
        """Show what is known of source and model once they run."""
        pipeline = self._session.pipeline
        if pipeline is None or pipeline.estimator is None:
            return
        estimator = pipeline.estimator
        self._finds_hands = estimator.info.kind == "hand"
        self.panel.show_kind(estimator.info.kind)
        self._provider = estimator.provider
        self.readout.show_device(
            "CPU" if self._runs_on_cpu else f"CUDA, {estimator.device_name}", is_cpu=self._runs_on_cpu
        )
        self._arrange()

    @property
    def _runs_on_cpu(self) -> bool:
        return bool(self._provider) and not self._provider.startswith("CUDA")

    def _follow_device(self) -> None:
        """Say so when the GPU has stopped and the CPU goes on in its place."""
        pipeline = self._session.pipeline
        estimator = pipeline.estimator if pipeline is not None else None
        if estimator is not None and estimator.provider != self._provider:
            self._show_facts()
            if self._runs_on_cpu:
                self._say(Notice(estimator.cpu_reason, "warning"), CPU_NOTICE_S)

    def _refresh(self, now: float) -> None:
        """Show the figures of the last moments and what can be done now."""
        self._refreshed_at = now
        pipeline, result = self._session.pipeline, self.stage.result
        summary = self._timings.summary(now)
        self._show_readout(result is not None and not self._is_booth)
        self.readout.show_figures(summary, is_paused=self._session.is_paused)
        if not self.details.isHidden():
            meters = pipeline.meters if pipeline is not None else None
            self.details.show_figures(
                summary,
                self._timings.history,
                now,
                camera_fps=meters.camera.rate(now) if meters else 0.0,
                mesh_fps=meters.mesh.rate(now) if meters else 0.0,
                replaced=pipeline.replaced if pipeline is not None else 0,
            )
        self._follow_recording()
        self.panel.show_resolution(result.frame.size if result is not None else None)
        if self._session.cameras is not self._cameras_shown or self._session.models is not self._models_shown:
            self._cameras_shown, self._models_shown = self._session.cameras, self._session.models
            self.panel.show_cameras(self._cameras_shown or [])
            self.panel.show_models(self._models_shown or [])
        self.bar.show_state(
            has_picture=result is not None,
            can_pause=self._session.state == "running" and not self._awaits_picture,
            is_paused=self._session.is_paused,
            is_full_screen=self.isFullScreen(),
        )
        if now - self._disk_at >= DISK_CHECK_S:
            self._disk_at = now
            self._free_bytes = free_bytes(self._settings.output_folder)

    def _show_readout(self, wanted: bool) -> None:
        """Show the readout, and the details if they are open; before there is a picture they say nothing."""
        details_wanted = wanted and self._is_details_open
        if wanted == self.readout.isHidden() or details_wanted == self.details.isHidden():
            self.readout.setVisible(wanted)
            self.details.setVisible(details_wanted)
            self.readout.setChecked(self._is_details_open)
            self._arrange()

    def _arrange(self) -> None:
        """Put everything that floats in its place."""
        self.readout.setMinimumWidth(0 if self.details.isHidden() else self.details.width())
        self.readout.resize(self.readout.minimumSizeHint())
        self.readout.move(theme.EDGE, theme.EDGE)
        below = self.readout.geometry().bottom() + 1 + theme.GRID
        self.details.move(theme.EDGE, below)
        self.details.adjustSize()
        self.bar.arrange()
        left = self.readout.geometry().right() + theme.EDGE if not self.readout.isHidden() else theme.EDGE
        # The bar's place stays free while it is away: a toast neither jumps when it comes nor covers it.
        bar_room = 0 if self._is_booth else self.bar.height() + theme.EDGE
        self._messages.keep_clear(left, bar_room + 2 * theme.GRID)

    # Mouse and keys ----------------------------------------------------------------------------------------

    def _follow_mouse(self, now: float) -> None:
        """Let the bar and the pointer go when the mouse rests."""
        if self._is_booth:
            return
        mouse = QCursor.pos()
        if mouse != self._mouse:
            self._mouse = mouse
            if self.geometry().contains(mouse):
                self._mouse_at = now
        focus = self.focusWidget()
        # While the keyboard moves among the controls, the bar must be there to be reached.
        by_keyboard = focus is not None and focus is not self.stage
        has_time = self.stage.result is None or self._session.is_paused
        in_use = self.bar.underMouse() or by_keyboard or has_time
        wanted = in_use or now - self._mouse_at < BAR_STAYS_S
        if wanted != self.bar.is_wanted:
            self.bar.set_wanted(wanted)
        hidden = not wanted and self.isFullScreen()
        shape = Qt.CursorShape.BlankCursor if hidden else Qt.CursorShape.ArrowCursor
        if self.stage.cursor().shape() != shape:
            self.stage.setCursor(shape)

    def _note_mouse(self) -> None:
        self._mouse_at = self._clock()

    def _double_click(self) -> None:
        if self._options.view == "orbit":
            self._set_eye(orbit_camera.set_back(self._options))
        elif not self._is_booth:
            self.toggle_full_screen()

    def _turn(self, right_deg: float, down_deg: float) -> None:
        self._set_eye(orbit_camera.turned(self._options, right_deg, down_deg))

    def _zoom(self, factor: float) -> None:
        self._set_eye(orbit_camera.zoomed(self._options, factor))

    def _set_eye(self, options: Options) -> None:
        self.change(
            orbit_yaw_deg=options.orbit_yaw_deg,
            orbit_pitch_deg=options.orbit_pitch_deg,
            orbit_zoom=options.orbit_zoom,
        )

    def _orbit(self, right_deg: float, down_deg: float) -> None:
        if self._options.view == "orbit":
            self._turn(right_deg, down_deg)

    def _come_nearer(self, factor: float) -> None:
        if self._options.view == "orbit":
            self._zoom(factor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        if self._is_live and self.live_keys.press(event):
            return
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102, N802
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102, N802
        url = event.mimeData().urls()[0]
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix == ".h5":
            self.show_recordings(path)
            return
        self.show_live()
        if url.isLocalFile():
            self.open_file(url.toLocalFile())
        else:
            self._open_stream(url.toString())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102, N802
        self._timer.stop()
        self.hide()  # at once; giving a camera back may take a moment
        if self._recorder is not None:
            self._stop_recording()
            self._recorder.stop()
            self._recorder = None
        if self.play_page is not None:
            self.play_page.close_all()
        self._session.close()
        event.accept()


def _trouble_with_video(status: RecorderStatus) -> str:
    """Return what the video beside a recording lacks, to go on the sentence that it was recorded."""
    if status.video_failure:
        return f". {errors.without_folders(status.video_failure)}"
    if status.pictures_missing:
        frames = counted(status.frames, "frame")
        return f"; encoding was too slow to keep the pictures of {status.pictures_missing} of {frames}"
    return ""
