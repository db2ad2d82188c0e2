"""Launch: the application around the window, from the first paint to storing the settings."""

from __future__ import annotations

import functools
import logging
import signal
import sys
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.booth.handouts import make_handouts
from app.booth.last_resort import EXIT_AGAIN, end_process
from app.gui.appearance import Appearance
from app.gui.languages.language import speak, tr
from app.gui.settings import NoSettingsError, Settings, read_settings, save_settings
from app.gui.widgets import theme
from app.gui.window import MainWindow
from app.live.session import LiveSession
from app.live_out.live_out import LiveOut, openers_with
from app.options import Options
from app.system.native_memory import return_large_blocks
from app.system.recent_log import RecentLog
from app.system.stop_signals import stop_signals

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.booth.pin import StoredPin
    from app.booth.settings import BoothSettings

log = logging.getLogger(__name__)


def run_window(
    settings: Settings,
    file: Path,
    *,
    booth: BoothSettings | None = None,
    pin: StoredPin | None = None,
    recordings: bool = False,
    recording: Path | None = None,
) -> int:
    """Show the window until it is closed.

    Parameters
    ----------
    settings : to begin with: the stored ones with what the command line changed.
    file : where the settings are stored; what only the command line changed is not.
    booth : full screen, without controls, running by itself; nothing is stored.
    pin : without which a booth cannot be ended; None for one that everybody may end.
    recordings : begin with the recordings instead of the live picture.
    recording : the one of them to begin with.

    Returns
    -------
    The exit code of the program: 75 where a booth is to be started afresh. One that is stuck for good does
    not return; see :mod:`app.booth.last_resort`.
    """
    return_large_blocks()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("FastMETRO Live")
    # A booth stands in dark rooms, and its pictures are all there is.
    appearance = Appearance("dark") if booth is not None else settings.appearance
    theme.dress(application, appearance)
    # Also on the terminal: a booth has no panel that says it.
    tell = functools.partial(print, file=sys.stderr)
    handouts = None if booth is None else make_handouts(booth)
    with RecentLog() as recent_log:

        def make_window(settings: Settings, recordings: bool = False) -> MainWindow:
            return MainWindow(
                settings,
                LiveSession(outputs=LiveOut(openers_with(handouts), tell)),
                booth=booth,
                pin=pin,
                handouts=handouts,
                recordings=recordings,
                recording=recording if recordings else None,
                log_lines=recent_log.lines,
            )

        speak(application, settings.language)
        shown = WindowInTurn(application, make_window, make_window(settings, recordings))
        sys.excepthook = lambda kind, error, trace: log.error(
            "something in the window failed", exc_info=(kind, error, trace)
        )
        for number in stop_signals():
            signal.signal(number, lambda *_: shown.window.end())
        application.styleHints().colorSchemeChanged.connect(lambda: shown.window.follow_system())
        if booth is not None:
            from app.gui.booth.screen_saver import hold_off_screen_saver  # D-Bus, which a booth alone takes

            hold_off_screen_saver("FastMETRO Live", tr("A booth waits for visitors"))
        code = application.exec()
    window = shown.window
    if booth is None:
        try:
            save_settings(file, without_loans(window.settings, settings, read_settings(file)))
        except NoSettingsError as error:
            log.warning(
                "%s, so the settings were not saved; correct it, remove it or choose another "
                "--settings FILE.",
                error,
            )
        except OSError as error:
            log.warning("the settings could not be saved: %s", error)
    if window.caretaker is not None and window.caretaker.gave_up:
        end_process()  # what is stuck would also hold up an orderly end
    if window.caretaker is not None and window.caretaker.starts_afresh:
        return EXIT_AGAIN
    return code


class WindowInTurn:
    """Shows a window, and another one in its place whenever it shall speak another language.

    Parameters
    ----------
    application : that speaks the language.
    make_window : returns one with these settings.
    window : the first.

    Attributes
    ----------
    window : the one that is shown.
    """

    def __init__(
        self,
        application: QApplication,
        make_window: Callable[[Settings], MainWindow],
        window: MainWindow,
    ) -> None:
        self._application, self._make_window = application, make_window
        self.window = window
        self._show()

    def _show(self) -> None:
        # Not at once: the list that the language is chosen from is one of the window's own.
        self.window.language_chosen.connect(self._exchange, Qt.ConnectionType.QueuedConnection)
        self.window.show()

    def _exchange(self) -> None:
        settings = self.window.settings
        self._application.setQuitOnLastWindowClosed(False)
        self.window.end()  # first, so that the camera is free
        self.window.deleteLater()
        speak(self._application, settings.language)
        self.window = self._make_window(settings)
        self._show()
        self._application.setQuitOnLastWindowClosed(True)


def without_loans(last: Settings, begun: Settings, stored: Settings) -> Settings:
    """Return the settings to store: options that only the command line set go back to what was stored."""
    kept = {
        entry.name: getattr(stored.options, entry.name)
        for entry in fields(Options)
        if getattr(last.options, entry.name) == getattr(begun.options, entry.name)
    }
    return replace(last, options=replace(last.options, **kept))
