"""A pipeline whose camera films the window of time codes."""

import time
from collections import deque
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.gui.live.glass_window import GlassWindow
from app.types import Result
from tests.fakes.live_window import make_result

GREY = np.full((120, 160, 3), 120, np.uint8)


def pixels(image: QImage) -> np.ndarray:
    """(H, W, 3) uint8 RGB."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


class FilmingPipeline:
    """Sees the screen as it was ``delay_s`` ago, and its stages take no time.

    When a picture was captured is known exactly; what else the machine does meanwhile does not matter.
    """

    status = ""

    def __init__(self, delay_s: float, *, blind: bool = False, error: Exception | None = None) -> None:
        self._delay_s, self._blind, self._count, self.error = delay_s, blind, 0, error
        self._seen: deque[tuple[float, np.ndarray]] = deque()
        self.source = SimpleNamespace(name="a camera", width=1280, height=720)
        self.estimator = SimpleNamespace(
            info=SimpleNamespace(name="tiny"), provider="CPUExecutionProvider", device_name="a processor"
        )

    def start(self) -> None:
        pass

    def stop(self) -> bool:
        return True

    def take(self) -> Result | None:
        if self.error is not None:
            return None
        now = time.perf_counter()
        (shown,) = [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, GlassWindow) and widget.isVisible()
        ]
        image = GREY if self._blind else pixels(shown.screen().grabWindow(shown.winId()).toImage())
        self._seen.append((now, image))
        if self._seen[0][0] + self._delay_s > now:
            return None
        seen_at, image = self._seen.popleft()
        self._count += 1
        result = make_result(self._count, captured_at=seen_at + self._delay_s)
        return replace(result, frame=replace(result.frame, image=image), overlay=image)
