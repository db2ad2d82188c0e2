"""MinuteChart: where the time went in each second of the last minute, and how many pictures were shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.gui.languages.language import number, tr
from app.gui.live.paint_timings import REMEMBERED_S, STAGES, stage_colour
from app.gui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.gui.live.paint_timings import Painted

SECONDS = round(REMEMBERED_S)
HEIGHT = 88
LEAST_TOP_S, LEAST_TOP_FPS = 0.05, 30.0  # of the scales


def by_second(history: Sequence[Painted], now: float) -> tuple[np.ndarray, np.ndarray]:
    """Gather pictures by the second in which they were painted.

    Parameters
    ----------
    history : what was painted, in order.
    now : seconds, where the last whole second ends.

    Returns
    -------
    (60, S) mean seconds in each of ``STAGES``, not numbers where nothing was painted, and (60,) pictures a
    second; the oldest second first.
    """
    sums, counts = np.zeros((SECONDS, len(STAGES))), np.zeros(SECONDS)
    if history:
        ages = np.floor(now - np.array([painted.at for painted in history])).astype(int)
        recent = (ages >= 0) & (ages < SECONDS)
        seconds = SECONDS - 1 - ages[recent]
        np.add.at(sums, seconds, np.array([painted.stages for painted in history])[recent])
        np.add.at(counts, seconds, 1)
    with np.errstate(invalid="ignore"):
        return sums / counts[:, None], counts


class MinuteChart(QWidget):
    """The stages of a picture stacked on each other, second by second, and the frame rate as a line."""

    def __init__(self) -> None:
        super().__init__()
        self._stages, self._fps = by_second((), 0.0)
        self._top_s, self._top_fps = LEAST_TOP_S, LEAST_TOP_FPS
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(tr("The last minute"))
        self.setToolTip(
            tr("The last minute: time from capture to paint by its stages, and as a line pictures a second")
        )

    def show_history(self, history: Sequence[Painted], now: float) -> None:
        """Show what was painted in the last minute."""
        self._stages, self._fps = by_second(history, now)
        totals = self._stages.sum(axis=1)
        highest = float(np.nanmax(totals)) if np.isfinite(totals).any() else 0.0
        self._top_s = round_top(highest, self._top_s, LEAST_TOP_S)
        self._top_fps = round_top(float(self._fps.max()), self._top_fps, LEAST_TOP_FPS)
        self.update()

    @property
    def tops(self) -> tuple[float, float]:
        """What the heights stand for: seconds of the stages, and pictures a second."""
        return self._top_s, self._top_fps

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        width, height = self.width(), self.height()
        column = width / SECONDS
        for second, stages in enumerate(self._stages):
            bottom = float(height)
            for index, seconds in enumerate(stages if np.isfinite(stages[0]) else ()):
                tall = height * max(float(seconds), 0.0) / self._top_s
                place = QRectF(second * column, bottom - tall, column, tall)
                painter.fillRect(place, QColor(stage_colour(index)))
                bottom -= tall
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.LINE), 1))
        for level in (0.5, height / 2, height - 0.5):
            painter.drawLine(QPointF(0, level), QPointF(width, level))
        painter.setPen(QPen(QColor(theme.TEXT), 1.5))
        line = [
            QPointF((second + 0.5) * column, height * (1 - fps / self._top_fps))
            for second, fps in enumerate(self._fps.tolist())
            if fps
        ]
        painter.drawPolyline(QPolygonF(line))
        font = painter.font()
        font.setPixelSize(theme.px(10))
        painter.setFont(font)
        for text, side in (
            (f"{number(1000 * self._top_s)} ms", Qt.AlignmentFlag.AlignLeft),
            (tr("{rate} FPS").format(rate=number(self._top_fps)), Qt.AlignmentFlag.AlignRight),
        ):
            painter.setPen(QColor(theme.SECONDARY))
            painter.drawText(QRectF(2, 2, width - 4, theme.px(12)), side, text)


def round_top(highest: float, before: float, least: float) -> float:
    """Return the top of a scale for a highest value: one that only changes when it must, so nothing jumps."""
    top = before
    while top < highest:
        top *= 2
    while top > least and highest < top / 2.5:
        top /= 2
    return top
