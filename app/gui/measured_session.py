"""What a person opens and changes in a window, and how long its thread then stands still each time."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from app.gui.appearance import Appearance

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.gui.play.page import PlayPage
    from app.gui.window import MainWindow

BEAT_MS = 1  # of a clock in the window's thread, which comes late where the thread is busy
SETTLE_S = 0.4  # that each thing is watched at least: an animation, and what is laid out after it
LONGEST_S = 30.0  # and at most: until a source or a recording is there
TAKE_S = 1.0  # of the recording that is made, looked at and exported


@dataclass(frozen=True, slots=True)
class Step:
    """Something that a person does.

    Attributes
    ----------
    name : what it is called.
    act : does it.
    is_done : whether it is seen on the screen.
    settle_s : how long it is watched at least.
    """

    name: str
    act: Callable[[], object]
    is_done: Callable[[], bool] = lambda: True
    settle_s: float = SETTLE_S


class MeasuredSession:
    """Goes through these things in a window that shows a running source.

    Parameters
    ----------
    window : the window.
    other_source : to change to.
    on_end : called when all is done.

    Attributes
    ----------
    longest_s : for each thing the longest time, in seconds, that nothing else could happen in the window.
    error : what kept it from its end.
    """

    def __init__(self, window: MainWindow, other_source: str, on_end: Callable[[], object]) -> None:
        self._window, self._other_source, self._on_end = window, other_source, on_end
        self._steps = self._all_steps()
        self._began = self._last = time.perf_counter()
        self._at = -1
        self.longest_s: dict[str, float] = defaultdict(float)
        self.error: Exception | None = None
        self._timer = QTimer(window)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _all_steps(self) -> list[Step]:
        window, page = self._window, self._window.live_page
        return [
            Step("nothing", lambda: None),
            Step("panel opens", page.toggle_panel),
            Step("details open", page.stage.toggle_details),
            Step("keys show", window.show_keys),
            Step("keys close", self._close_dialog),
            Step("sources show", page.sources.pick),
            Step("sources close", self._close_dialog),
            Step("light theme", lambda: page.panel.appearance.changed.emit(Appearance("light"))),
            Step("dark theme", lambda: page.panel.appearance.changed.emit(Appearance("dark"))),
            Step("source changes", lambda: page.change(source=self._other_source), self._shows_picture),
            Step("recording begins", page.toggle_recording, settle_s=TAKE_S),
            Step("recording ends", page.toggle_recording, lambda: not page.is_recording),
            Step("recordings show", window.show_recordings, self._shows_recording),
            Step("curves open", lambda: self._play_page.player.toggle_curves()),
            Step("export shows", lambda: self._play_page.export()),
            Step("export closes", self._close_dialog),
            Step("live shows", window.show_live, self._shows_picture),
        ]

    @property
    def _play_page(self) -> PlayPage:
        assert self._window.play_page is not None
        return self._window.play_page

    def _shows_picture(self) -> bool:
        page = self._window.live_page
        return not page.watch.awaits_frame and page.stage.result is not None

    def _shows_recording(self) -> bool:
        return self._play_page.player.summary is not None and self._play_page.stage.result is not None

    def _close_dialog(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.reject()

    def _beat(self) -> None:
        """Go on, or end with what went wrong."""
        try:
            self._go_on()
        except Exception as error:  # Qt would only tell it, and the session never end
            self.error = error
            self._timer.stop()
            self._on_end()

    def _go_on(self) -> None:
        now = time.perf_counter()
        if self._at >= 0:
            step = self._steps[self._at]
            self.longest_s[step.name] = max(self.longest_s[step.name], now - self._last)
            watched_s = now - self._began
            if watched_s < step.settle_s or not (step.is_done() or watched_s > LONGEST_S):
                self._last = now
                return
        self._at += 1
        if self._at == len(self._steps):
            self._timer.stop()
            self._on_end()
            return
        self._began = self._last = time.perf_counter()
        self._steps[self._at].act()
