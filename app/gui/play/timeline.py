"""Timeline: where the player is, where people are, and where frames were lost; drag it to scrub."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip

from app.gui.shortcuts import key
from app.gui.widgets import theme
from app.gui.widgets.scrubbing import Scrubbing
from app.recordings.part import WHOLE, Part
from app.text import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGIN = 8  # pixels left and right, so that the handle stays inside at both ends
LANE = 4  # height of a person's lane
LANES_GAP = 2
TOP = 12  # above the lanes: the marks of lost frames
HANDLE = 7  # radius
BRACKET = 4  # how far the arms of the brackets at in and out point reach
NEAR = 4  # pixels within which the mouse is at a mark


@dataclass(frozen=True, slots=True)
class Lane:
    """A person on the timeline.

    Attributes
    ----------
    colour : that the person is drawn in.
    there : from when to when the person is there, seconds.
    filled : from when to when the person was filled in.
    """

    colour: str
    there: Sequence[tuple[float, float]]
    filled: Sequence[tuple[float, float]] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at a moment, in words."""

    time_s: float
    text: str


class Timeline(QAbstractSlider):
    """A slider over the time of a recording; its value is in milliseconds.

    Attributes
    ----------
    scrubbing : tells what the mouse does with it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Timeline")
        self.setToolTip(
            f"Drag to look through; {key('frame_back')} and {key('frame_on')} go frame by frame, "
            f"{key('beginning')} and {key('end')} to the ends"
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._length_s = 0.0
        self._lanes: Sequence[Lane] = ()
        self._marks: Sequence[Mark] = ()
        self._part = WHOLE
        self.scrubbing = Scrubbing(self, self._seconds_at)

    # What it shows -----------------------------------------------------------------------------------------

    def show_recording(self, length_s: float, lanes: Sequence[Lane], marks: Sequence[Mark]) -> None:
        """Show another recording, or the same with other lanes."""
        self._length_s, self._lanes, self._marks = length_s, lanes, marks
        self.setRange(0, round(1000 * length_s))
        self.updateGeometry()
        self.update()

    def show_position(self, position_s: float) -> None:
        """Show where the player is."""
        self.setValue(round(1000 * position_s))

    def show_part(self, part: Part) -> None:
        """Show from when to when exports go."""
        self._part = part
        self.update()

    @property
    def part(self) -> Part:
        """What exports take."""
        return self._part

    @property
    def lanes(self) -> Sequence[Lane]:
        """The people shown."""
        return self._lanes

    @property
    def marks(self) -> Sequence[Mark]:
        """The moments marked."""
        return self._marks

    def text_at(self, position_s: float) -> str:
        """Say what there is to know of a moment."""
        lines = [clock(position_s)]
        near_s = NEAR * self._length_s / max(self.width() - 2 * MARGIN, 1)
        marks = [mark for mark in self._marks if abs(mark.time_s - position_s) <= near_s]
        if marks:
            lines += [mark.text for mark in marks[:3]]
        elif not any(_covers(lane.there, position_s) for lane in self._lanes):
            lines.append("Nobody here")
        elif any(_covers(lane.filled, position_s) for lane in self._lanes):
            lines.append("Filled in")
        start_s, end_s = self._part.bounds(self._length_s)
        if not start_s <= position_s <= end_s:
            lines.append("Not exported")
        return "\n".join(lines)

    # How it is drawn ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: D102, N802
        return QSize(200, TOP + max(len(self._lanes), 1) * (LANE + LANES_GAP) + TOP)

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        lanes = self._lanes or (Lane(theme.SECONDARY, ()),)
        bottom = TOP
        for lane in lanes:
            painter.setBrush(QColor(theme.RAISED))
            painter.drawRoundedRect(self._bar(0, self._length_s, bottom), LANE / 2, LANE / 2)
            painter.setBrush(QColor(lane.colour).darker(135))
            for start, end in lane.there:
                painter.drawRoundedRect(self._bar(start, end, bottom), 1, 1)
            painter.setBrush(QColor(theme.TEXT))
            for start, end in lane.filled:
                painter.drawRect(self._bar(start, end, bottom).adjusted(0, 1, 0, -1))
            bottom += LANE + LANES_GAP
        self._paint_part(painter, bottom)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.WARNING))
        for mark in self._marks:
            painter.drawRoundedRect(QRectF(self._x(mark.time_s) - 1, TOP - 8, 2, 5), 1, 1)
        x = self._x(self.value() / 1000)
        is_active = self.isEnabled() and self._length_s > 0
        colour = QColor(theme.TEXT if is_active else theme.DISABLED)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(x - 1, TOP - 4, 2, bottom - TOP + 6), 1, 1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.ACCENT), 2))
        painter.drawEllipse(QPointF(x, bottom + 4), HANDLE, HANDLE)

    def _paint_part(self, painter: QPainter, bottom: float) -> None:
        """Darken what is not exported, and put a bracket at in and out point."""
        shade = QColor(theme.SURFACE)
        shade.setAlphaF(0.75)
        for edge, moment, inwards in (
            (0.0, self._part.start_s, 1),
            (self._length_s, self._part.end_s, -1),
        ):
            if moment is None or self._length_s <= 0:
                continue
            x, top, low = self._x(moment), TOP - 3, bottom + 1
            painter.fillRect(QRectF(self._x(edge), top, x - self._x(edge), low - top).normalized(), shade)
            painter.setPen(QPen(QColor(theme.ACCENT), 2))
            reach = x + inwards * BRACKET
            painter.drawPolyline([QPointF(*at) for at in ((reach, top), (x, top), (x, low), (reach, low))])

    def _x(self, seconds: float) -> float:
        fraction = min(max(seconds / self._length_s, 0.0), 1.0) if self._length_s > 0 else 0.0
        return MARGIN + fraction * (self.width() - 2 * MARGIN)

    def _bar(self, start_s: float, end_s: float, top: float) -> QRectF:
        left, right = self._x(start_s), self._x(end_s)
        return QRectF(left, top, max(right - left, 1.0), LANE)

    # The mouse ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        if self._length_s > 0:
            self.scrubbing.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        if self.scrubbing.is_held:
            self.scrubbing.move(event)
        elif self._length_s > 0:
            text = self.text_at(self._seconds_at(event.position().x()))
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        self.scrubbing.release()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102, N802
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        event.ignore()  # the page steps frame by frame, wherever the focus is

    def _seconds_at(self, x: float) -> float:
        fraction = (x - MARGIN) / max(self.width() - 2 * MARGIN, 1)
        return min(max(fraction, 0.0), 1.0) * self._length_s


def _covers(spans: Sequence[tuple[float, float]], moment: float) -> bool:
    return any(start <= moment < end for start, end in spans)
