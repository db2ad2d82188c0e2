"""A window on the sample that measures its first mesh, how late and long it paints, and its standstills."""

from __future__ import annotations

import sys
import tempfile
import time
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from app.gui.languages.language import speak
from app.gui.measured_session import MeasuredSession
from app.gui.settings import Settings
from app.gui.widgets import theme
from app.gui.window import MainWindow
from app.live.camera_previews import CameraPreviews
from app.live.session import LiveSession
from app.live.sources import video
from app.system.native_memory import return_large_blocks
from app.types import Frame, Result, StageTimes

if TYPE_CHECKING:
    from app.live.sources.camera_format import CameraFormat
    from app.options import Options

LOOK_MS = 5  # between looks for something new on the screen
WARM_UP = 15  # paints before any is counted
LARGE = (1920, 1080)  # pixels of the picture, and of what shows it, whose painting is measured alone


def measure(began_s: float, options: Options, frames: int) -> dict[str, Any]:
    """Show the sample in a window of its own and return what was measured.

    Parameters
    ----------
    began_s : when the process was started, by ``time.monotonic``, which all processes share.
    options : whose model and device.
    frames : how many paints to measure.

    Returns
    -------
    ``first_mesh_s``, from the process's start to the first mesh that was painted; ``latencies_s``, from
    capture to paint; ``paints_s`` of large pictures; ``longest_s``, for each thing that a person opens or
    changes, that nothing else could happen; ``display_fps``; and ``platform``, Qt's.

    Raises
    ------
    Exception : what kept the window from showing anything.
    """
    return_large_blocks()  # as the window does
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    speak(application)
    theme.dress(application)
    session = LiveSession()
    # What it records, it looks at again, and nobody else; nor does it look through anybody's camera.
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(options=options, recordings_folder=folder, welcomed=True)
        window = MainWindow(settings, session, make_previews=_previews_of_nothing)
        watch = _Watch(window, session, frames)
        window.show()
        application.exec()
    if watch.error is not None:
        raise watch.error
    return {
        "first_mesh_s": watch.first_mesh_at - began_s,
        "display_fps": watch.display_fps,
        "latencies_s": watch.latencies,
        "paints_s": watch.paints,
        "longest_s": watch.longest,
        "platform": application.platformName(),
    }


def _previews_of_nothing(wanted: CameraFormat) -> CameraPreviews:
    return CameraPreviews(wanted, open_camera=lambda *_: cv2.VideoCapture())


class _Watch:
    """Looks at what a window paints until that was enough, and closes it."""

    def __init__(self, window: MainWindow, session: LiveSession, frames: int) -> None:
        self._window, self._session, self._frames = window, session, frames
        self.first_mesh_at = 0.0
        self.display_fps = 0.0
        self.latencies: list[float] = []
        self.paints: list[float] = []
        self.longest: dict[str, float] = {}
        self.error: Exception | None = None
        self._last_painted_at = 0.0
        self._timer = QTimer(window)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        page = self._window.live_page
        self.error = self._session.error
        if self.error is not None:
            self._timer.stop()
            self._window.end()
            return
        new = [painted for painted in page.timings.history if painted.at > self._last_painted_at]
        if not new or page.stage.result is None:
            return
        self._last_painted_at = new[-1].at
        if page.stage.result.people and not self.first_mesh_at:
            self.first_mesh_at = time.monotonic()
        self.latencies += [painted.latency for painted in new]
        if self.first_mesh_at and len(self.latencies) >= WARM_UP + self._frames:
            summary = page.timings.summary(time.perf_counter())
            self.display_fps = summary.display_fps if summary is not None else 0.0
            self._timer.stop()
            self.latencies = self.latencies[WARM_UP:]
            self._visit = MeasuredSession(self._window, str(video.SAMPLE), self._end)

    def _end(self) -> None:
        self.longest, self.error = self._visit.longest_s, self._visit.error
        if self.error is not None:
            self._window.end()
            return
        self._window.live_page.toggle_pause()  # what is painted next is this measurement's
        self._paint_large()
        self._window.end()

    def _paint_large(self) -> None:
        """Paint pictures of their own size, each new to the screen."""
        stage = self._window.live_page.stage
        window, large = self._window, QSize(*LARGE)
        window.resize(window.size() + large - stage.size())  # or most of it would not be seen
        stage.setFixedSize(large)
        QApplication.processEvents()
        noise = np.random.default_rng(0).integers(0, 255, (LARGE[1], LARGE[0], 3), np.uint8)
        result = Result(Frame(0, noise, 0.0, 0.0), (), noise, StageTimes())
        for index in range(WARM_UP + self._frames):
            stage.show_result(result)
            began = time.perf_counter()
            stage.repaint()
            if index >= WARM_UP:
                self.paints.append(time.perf_counter() - began)
