"""CurvePlot: two curves over the time of a recording, drawn one over the other; drag it to scrub."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.gui.languages.language import short_number, tr
from app.gui.widgets import theme
from app.gui.widgets.kept_drawing import KeptDrawing
from app.gui.widgets.scrubbing import Scrubbing
from app.text import clock

if TYPE_CHECKING:
    from app.recordings.motion.joint_curves import Curve

LEFT, RIGHT, TOP, BOTTOM = 64, 8, 8, 20  # pixels around the curves, for what stands on the axes
TICK_EVERY = 28, 90  # pixels at least from number to number, upwards and along
LEAST_RANGE = 1.0  # of values: of somebody who stands still, noise shall not fill the height
RECORDED, REFINED = "secondary", "accent"  # of the palette


class CurvePlot(QWidget):
    """Shows what was recorded thin and grey, and over it what is refined.

    Attributes
    ----------
    scrubbing : tells what the mouse does with it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Curves"))
        self.setToolTip(tr("Drag to look through; in and out point choose what is shown"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._curves: tuple[Curve, Curve | None] | None = None
        self._unit = ""
        self._span_s = (0.0, 0.0)
        self._moment_s = 0.0
        self.scrubbing = Scrubbing(self, self._seconds_at)
        self._kept = KeptDrawing(self, self._draw)

    # What it shows -----------------------------------------------------------------------------------------

    def show_curves(self, recorded: Curve, refined: Curve | None, unit: str) -> None:
        """Show other curves."""
        self._curves, self._unit = (recorded, refined), unit
        self._kept.forget()

    def clear(self) -> None:
        """Show none."""
        self._curves = None
        self.scrubbing.is_held = False
        self._kept.forget()

    def show_span(self, start_s: float, end_s: float) -> None:
        """Show the curves between these two moments."""
        if self._span_s != (start_s, end_s):
            self._span_s = start_s, end_s
            self._kept.forget()

    def show_moment(self, moment_s: float) -> None:
        """Show where the player is."""
        if self._moment_s != moment_s:
            self._moment_s = moment_s
            self.update()

    @property
    def span_s(self) -> tuple[float, float]:
        """From when to when curves are shown."""
        return self._span_s

    def x_of(self, moment_s: float) -> float:
        """Return where a moment is, in pixels from the left."""
        start_s, end_s = self._span_s
        return self._area.left() + (moment_s - start_s) / max(end_s - start_s, 1e-6) * self._area.width()

    # How it is drawn ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: D102, N802
        return QSize(320, 144)

    @property
    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(left(), TOP, -RIGHT, -BOTTOM)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        self._kept.paint(painter)
        start_s, end_s = self._span_s
        if self._curves is not None and start_s <= self._moment_s <= end_s:
            x = self.x_of(self._moment_s)
            painter.fillRect(QRectF(x - 0.5, TOP, 1, self._area.height()), QColor(theme.TEXT))

    def _draw(self, painter: QPainter) -> None:
        """Draw all but the moment, which alone changes while it plays."""
        painter.fillRect(self.rect(), QColor(theme.SURFACE))
        start_s, end_s = self._span_s
        if self._curves is None or end_s <= start_s or self._area.width() < 1:
            return
        columns = round(self._area.width() * self.devicePixelRatioF())
        lines = [
            [] if curve is None else list(curve.lines(start_s, end_s, columns)) for curve in self._curves
        ]
        seen = [values[(times >= start_s) & (times <= end_s)] for each in lines for times, values in each]
        seen = np.concatenate([*seen, np.empty(0)])
        low, high = (float(seen.min()), float(seen.max())) if len(seen) else (0.0, 0.0)
        margin = max(0.06 * (high - low), (LEAST_RANGE - (high - low)) / 2)
        low, high = low - margin, high + margin
        self._draw_axes(painter, low, high)
        painter.setClipRect(self._area)
        for each, colour, width in zip(lines, (RECORDED, REFINED), (1.0, 1.75), strict=True):
            pen = QPen(QColor(getattr(theme.palette(), colour)), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            for times, values in each:
                y = self._area.bottom() - (values - low) / (high - low) * self._area.height()
                points = [QPointF(*at) for at in zip(self._xs(times).tolist(), y.tolist(), strict=True)]
                if len(points) == 1:
                    painter.drawEllipse(points[0], width, width)
                else:
                    painter.drawPolyline(QPolygonF(points))

    def _xs(self, times: np.ndarray) -> np.ndarray:
        start_s, end_s = self._span_s
        return self._area.left() + (times - start_s) / (end_s - start_s) * self._area.width()

    def _draw_axes(self, painter: QPainter, low: float, high: float) -> None:
        """Draw the numbers on both axes, the unit, and a line across for each value."""
        area, (start_s, end_s) = self._area, self._span_s
        font = painter.font()
        font.setPixelSize(theme.px(11))
        painter.setFont(font)
        values = ticks(low, high, area.height() / TICK_EVERY[0])
        for value in values:
            y = area.bottom() - (value - low) / (high - low) * area.height()
            painter.setPen(QPen(QColor(theme.LINE), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(theme.SECONDARY))
            unit = f" {self._unit}" if value == values[-1] else ""
            beside = QRectF(0, y - 8, left() - 6, 16)
            painter.drawText(
                beside,
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                f"{short_number(value, 10)}{unit}",
            )
        for moment_s in ticks(start_s, end_s, area.width() / TICK_EVERY[1]):
            x = self.x_of(moment_s)
            painter.setPen(QPen(QColor(theme.LINE), 1))
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4))
            painter.setPen(QColor(theme.SECONDARY))
            width = theme.px(48)
            begin = min(max(x - width / 2, area.left()), area.right() - width)
            under = QRectF(begin, area.bottom() + 4, width, BOTTOM - 4)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, clock(moment_s))

    # The mouse ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        if self._curves is not None:
            self.scrubbing.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        self.scrubbing.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        self.scrubbing.release()

    def _seconds_at(self, x: float) -> float:
        start_s, end_s = self._span_s
        fraction = (x - self._area.left()) / max(self._area.width(), 1)
        return start_s + min(max(fraction, 0.0), 1.0) * (end_s - start_s)


def left() -> int:
    """Return the pixels on the left for numbers or names, in the size of text that is wanted."""
    return theme.px(LEFT)


def ticks(low: float, high: float, at_most: float) -> list[float]:
    """Return the multiples of 1, 2 or 5 times a power of ten between two numbers, at most so many.

    There is always one, and where few are asked for there may be one or two more.
    """
    least = (high - low) / max(at_most, 2.5)
    power = 10.0 ** math.floor(math.log10(least))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least)
    first, last = math.ceil(low / step), math.floor(high / step)
    return [round(i * step, 10) for i in range(first, last + 1)]
