"""MainWindow: the frame around the live page and the recordings: which is shown, full screen, and closing."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from app.gui.booth.caretaker import Caretaker
from app.gui.booth.director import Director
from app.gui.booth.kiosk import Kiosk
from app.gui.booth.staff_facts import staff_facts
from app.gui.languages.language import tr
from app.gui.live.page import LivePage
from app.gui.shortcuts import KeyBindings
from app.gui.warm_up import WarmUp, keep_for_good, keep_no_longer
from app.gui.widgets import theme
from app.gui.widgets.banner import Notice
from app.gui.widgets.keys_dialog import KeysDialog
from app.live.camera_previews import CameraPreviews

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent

    from app.booth.pin import StoredPin
    from app.booth.settings import BoothSettings
    from app.gui.appearance import TextSize
    from app.gui.languages.choice import LanguageChoice
    from app.gui.play.page import PlayPage
    from app.gui.settings import Settings
    from app.live.session import LiveSession
    from app.live.sources.camera_format import CameraFormat
    from app.live_out.handouts import Handouts

TICK_MS = 15
# By the size of text. Screens of 1366x768 at a scale of 1.5 and of 1920x1080 at 2 have room for the first,
# beside the system's bars.
SMALLEST: dict[TextSize, tuple[int, int]] = {"normal": (880, 440), "large": (960, 600), "larger": (960, 600)}
USUAL_SIZE = (1280, 760)
FRAME = (16, 48)  # of the system around a window that is not shown yet: more than most have


class MainWindow(QMainWindow):
    """The window.

    Parameters
    ----------
    settings : to begin with.
    session : what runs the pipeline; the window closes it.
    booth : full screen, without controls, running by itself.
    pin : without which a booth cannot be ended; None for one that everybody may end.
    handouts : by which a booth's visitors take with them what was recorded; None where they do not.
    recordings : begin with the recordings instead of the live picture.
    recording : the one of them to begin with.
    make_previews : returns what looks through the cameras, each in a format, for somebody who chooses.
    log_lines : the last ones of the program's log, for a report.
    clock : seconds.
    wall_clock : seconds since 1970.

    Attributes
    ----------
    live_page : the live picture.
    director : lets a booth go through its visits; None elsewhere.
    kiosk, caretaker : keep a booth on the screen, and going; None elsewhere.
    play_page : the recordings; None before they are wanted, or soon will be.

    Signals
    -------
    language_chosen : another window shall take the place of this one, in the language of its settings.
    """

    language_chosen = Signal()

    def __init__(
        self,
        settings: Settings,
        session: LiveSession,
        *,
        booth: BoothSettings | None = None,
        pin: StoredPin | None = None,
        handouts: Handouts | None = None,
        recordings: bool = False,
        recording: Path | None = None,
        make_previews: Callable[[CameraFormat], CameraPreviews] = CameraPreviews,
        log_lines: Sequence[str] = (),
        clock: Callable[[], float] = time.perf_counter,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        is_booth = booth is not None
        self.setWindowTitle("FastMETRO Live")
        self.setMinimumSize(*SMALLEST[settings.appearance.text])
        self.setAcceptDrops(not is_booth)
        self._geometry, self._is_booth = settings.geometry, is_booth
        self._language: LanguageChoice = settings.language
        self.live_page = LivePage(
            settings,
            session,
            is_booth=is_booth,
            make_previews=make_previews,
            log_lines=log_lines,
            clock=clock,
        )
        self.director = None
        if booth is not None:
            self.director = Director(self.live_page, session, booth, clock, wall_clock, handouts)
        self.caretaker: Caretaker | None = None
        self.kiosk: Kiosk | None = None
        if booth is not None and self.director is not None:
            self.caretaker = Caretaker(
                self.live_page, session, self.director, booth.upkeep, self.end, clock, wall_clock
            )
            self.kiosk = self._make_kiosk(self.director, self.caretaker, pin, session, clock)
        self.play_page: PlayPage | None = None
        self._warming: WarmUp | None = None
        self._is_warm = False
        self._pages = QStackedWidget()
        self._pages.addWidget(self.live_page)
        self.setCentralWidget(self._pages)
        self.live_page.recordings_wanted.connect(self._show_recordings)
        self.live_page.full_screen_wanted.connect(self.toggle_full_screen)
        self.live_page.keys_wanted.connect(self.show_keys)
        appearance = self.live_page.panel.appearance
        appearance.show_language(self._language)
        appearance.language_chosen.connect(self._choose_language)
        actions: dict[str, Callable[[], object]] = {"quit": self.close}
        if not is_booth:
            actions["full_screen"] = self.toggle_full_screen
            actions["step_back"] = self.step_back
            actions["show_keys"] = self.show_keys
        self.keys = KeyBindings(actions)

        self.resize(first_size(self.screen().availableSize(), self.minimumSize()))
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        if is_booth:
            self.setGeometry(self.screen().geometry())  # also where no window manager fills the screen
            self.setWindowState(Qt.WindowState.WindowFullScreen)
        if recordings:
            self.show_recordings(recording)
        else:
            self.live_page.enter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    @property
    def settings(self) -> Settings:
        """What is remembered for the next start."""
        geometry = self._geometry if self.isFullScreen() else self._present_geometry()
        return replace(self.live_page.settings, geometry=geometry, language=self._language)

    def _present_geometry(self) -> str:
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def _tick(self) -> None:
        """Let the page that is shown follow what happens."""
        if self._is_live:
            self.live_page.tick()
            self._warm_up()
            if self.director is not None:
                self.director.tick()
            if self.kiosk is not None:
                self.kiosk.tick()
            if self.caretaker is not None:
                self.caretaker.tick(staff_is_there=self.kiosk is not None and self.kiosk.is_asking)
        elif self.play_page is not None:
            self.play_page.tick()

    def _warm_up(self) -> None:
        """Prepare what is wanted next, from the first picture on, bit by bit."""
        if self._warming is not None:
            self._warming.tick()
        elif not self._is_warm and self.live_page.stage.result is not None:
            self._is_warm = True
            keep_for_good()
            if not self._is_booth:
                self._warming = WarmUp(self._recordings_page)

    # Pages -------------------------------------------------------------------------------------------------

    @property
    def _is_live(self) -> bool:
        return self._pages.currentWidget() is self.live_page

    def show_recordings(self, path: Path | None = None, *, plays: bool = False) -> None:
        """Leave the live picture for the recordings, and give the camera back."""
        if self.live_page.is_recording or self._is_booth:
            return
        settings = self.live_page.settings
        page = self._recordings_page()
        self._pages.addWidget(page)  # not before it is shown, or each other look would be put on it too
        self.live_page.leave()
        self._pages.setCurrentWidget(page)
        page.show_full_screen(self.isFullScreen())
        page.player.draw_as(settings.options)
        page.player.avatar.open(settings.options.vmc)
        page.enter(settings.output_folder, path, plays=plays)

    def _recordings_page(self) -> PlayPage:
        """Return the page of the recordings, made when it is first wanted."""
        if self.play_page is None:
            from app.gui.play.page import PlayPage  # brings the exporters, which take a moment

            settings = self.live_page.settings
            self.play_page = PlayPage(settings.output_folder, settings.options)
            self.play_page.left.connect(self.show_live)
            self.play_page.full_screen_wanted.connect(self.toggle_full_screen)
        return self.play_page

    def _show_recordings(self, path: Path | None, plays: bool) -> None:
        self.show_recordings(path, plays=plays)

    def show_live(self) -> None:
        """Leave the recordings for the live picture."""
        if self._is_live or self.play_page is None:
            return
        self.play_page.leave()
        self._pages.setCurrentWidget(self.live_page)
        self.live_page.enter()

    # Keys --------------------------------------------------------------------------------------------------

    def follow_system(self) -> None:
        """Look as the system does by now, where that is wanted."""
        application = QApplication.instance()
        if isinstance(application, QApplication) and not self._is_booth:
            theme.redress(application, self.settings.appearance, self.live_page)

    def _choose_language(self, choice: LanguageChoice) -> None:
        """Ask for a window in another language in the place of this one; no recording is cut off."""
        if choice == self._language:
            return
        if self.live_page.is_recording:
            self.live_page.panel.appearance.show_language(self._language)
            self.live_page.stage.messages.show_toast(Notice(tr("Stop recording first"), "warning"))
            return
        self._language = choice
        self.language_chosen.emit()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or leave it."""
        if not self.isFullScreen():
            self._geometry = self._present_geometry()  # to come back to, and to remember
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        if self.play_page is not None:
            self.play_page.show_full_screen(self.isFullScreen())
        self.live_page.refresh()

    def step_back(self) -> None:
        """Leave what is open on the page, or full screen, or the recordings."""
        page = self.live_page if self._is_live else self.play_page
        assert page is not None
        if page.step_back():
            return
        if self.isFullScreen():
            self.toggle_full_screen()
        else:
            self.show_live()

    def show_keys(self) -> None:
        """Show what every key does."""
        dialog = KeysDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        if not self.keys.press(event):
            super().keyPressEvent(event)

    # Dropping and closing ----------------------------------------------------------------------------------

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
            self.live_page.sources.open(url.toLocalFile())
        else:
            self.live_page.sources.open(url.toString())

    def end(self) -> None:
        """Close, whoever is asked for a PIN: for the system and whoever runs this program."""
        if self.kiosk is not None:
            self.kiosk.is_open = True
        self.close()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102, N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumSize(*SMALLEST[self.settings.appearance.text])
        left = event.type() == QEvent.Type.WindowStateChange and not self.isFullScreen()
        if left and self.kiosk is not None and not self.kiosk.is_open and self.isVisible():
            QTimer.singleShot(0, self.showFullScreen)  # a key of the system's took it away

    def _make_kiosk(
        self,
        director: Director,
        caretaker: Caretaker,
        pin: StoredPin | None,
        session: LiveSession,
        clock: Callable[[], float],
    ) -> Kiosk:
        page = self.live_page
        actions = {
            tr("Open the camera anew"): page.watch.retry,
            tr("Next view"): page.next_view,
            tr("Delete the last visit's recording"): director.visitor_recording.delete_last,
            tr("End the program"): self.end,
        }

        def facts() -> dict[str, str]:
            figures = session.figures(clock())
            return staff_facts(page, director, figures, caretaker.restarts, session.model)

        return Kiosk(self, page.stage, pin, actions, facts, clock)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102, N802
        if self.kiosk is not None and not self.kiosk.is_open:
            event.ignore()
            self.kiosk.ask()
            return
        self._timer.stop()
        self.hide()  # at once; giving a camera back may take a moment
        if self._warming is not None:
            self._warming.stop()
        if self.play_page is not None:
            self.play_page.shut_down()
        if self.director is not None:
            self.director.close()
        self.live_page.shut_down()
        if self._warming is not None:
            self._warming.wait()
        keep_no_longer()
        if self.caretaker is not None:
            self.caretaker.close()
        event.accept()


def first_size(available: QSize, smallest: QSize) -> QSize:
    """Return how large a window is at first, on a screen with so much room beside the system's bars.

    Qt itself fits a remembered size and place into the screen.
    """
    return QSize(*USUAL_SIZE).boundedTo(available - QSize(*FRAME)).expandedTo(smallest)
