"""Timeline: where the player is, where people are and how they move, and where frames were lost; drag it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip

from app.gui.languages.language import later, number, tr
from app.gui.shortcuts import key
from app.gui.widgets import theme
from app.gui.widgets.curve_plot import RIGHT, left
from app.gui.widgets.kept_drawing import KeptDrawing
from app.gui.widgets.scrubbing import Scrubbing
from app.recordings.part import WHOLE, Part
from app.text import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.recordings.motion.activity import Activity

# Pixels from top to bottom of a person's lane: how much they move, where they are, and each foot.
MOTION = {1: 20, 2: 20, 3: 12, 4: 12}  # by the number of people,
LEAST_MOTION = 8  # and of more
LANE = 4
FOOT = 2
LANES_GAP = 4
TOP = 12  # above the lanes: the marks of lost frames
LEAST_SPEED = 0.5  # metres a second that fill the height: noise of somebody who stands still shall not
HANDLE = 7  # radius
BRACKET = 4  # how far the arms of the brackets at in and out point reach
NEAR = 4  # pixels within which the mouse is at a mark


STANDING = {
    (True, True): later("both feet stand"),
    (True, False): later("left foot stands"),
    (False, True): later("right foot stands"),
    (False, False): later("no foot stands"),
}
LEGEND = later(
    "Hills: how fast joints move on average, up to {fastest} m/s\n"
    "Bar: where the person is there; a gap where not, white where filled in\n"
    "Two lines under it: where the left foot stands, and the right one\n"
    "Ticks at the top: where frames were lost"
)


@dataclass(frozen=True, slots=True)
class Lane:
    """A person on the timeline.

    Attributes
    ----------
    name : of the person.
    colour : that the person is drawn in.
    there : from when to when the person is there, seconds.
    filled : from when to when the person was filled in.
    activity : how the person moves; None as long as it is being found.
    """

    name: str
    colour: str
    there: Sequence[tuple[float, float]]
    filled: Sequence[tuple[float, float]] = ()
    activity: Activity | None = None

    def text_at(self, position_s: float) -> str:
        """Say what the person does at a moment; empty where they are not there."""
        if not _covers(self.there, position_s):
            return ""
        facts = []
        if _covers(self.filled, position_s):
            facts.append(tr("filled in"))
        if self.activity is not None:
            speed = self.activity.speed.at(position_s)
            if speed is not None:
                facts.append(f"{number(speed, 1)} m/s")
            if self.activity.feet:
                left_stands, right_stands = (_covers(foot, position_s) for foot in self.activity.feet)
                facts.append(tr(STANDING[left_stands, right_stands]))
        return ": ".join(filter(None, (self.name, ", ".join(facts))))


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
        self.setAccessibleName(tr("Timeline"))
        self.setToolTip(
            tr(
                "Drag to look through; {back} and {on} go frame by frame, {beginning} and {end} to the ends"
            ).format(back=key("frame_back"), on=key("frame_on"), beginning=key("beginning"), end=key("end"))
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._length_s = 0.0
        self._lanes: Sequence[Lane] = ()
        self._marks: Sequence[Mark] = ()
        self._part = WHOLE
        self._kept = KeptDrawing(self, self._draw)
        self.scrubbing = Scrubbing(self, self._seconds_at)

    # What it shows -----------------------------------------------------------------------------------------

    def show_recording(self, length_s: float, lanes: Sequence[Lane], marks: Sequence[Mark]) -> None:
        """Show another recording, or the same with other lanes."""
        self._length_s, self._lanes, self._marks = length_s, lanes, marks
        self.setRange(0, round(1000 * length_s))
        self.setAccessibleDescription(self.legend)
        self.updateGeometry()
        self._kept.forget()

    def show_position(self, position_s: float) -> None:
        """Show where the player is."""
        self.setValue(round(1000 * position_s))

    def show_part(self, part: Part) -> None:
        """Show from when to when exports go."""
        if part != self._part:
            self._part = part
            self._kept.forget()

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

    @property
    def legend(self) -> str:
        """What its signs mean, in words."""
        return tr(LEGEND).format(fastest=number(self._fastest, 1))

    def text_at(self, position_s: float) -> str:
        """Say what there is to know of a moment."""
        lines = [clock(position_s)]
        near_s = NEAR * self._length_s / self._area_width
        marks = [mark for mark in self._marks if abs(mark.time_s - position_s) <= near_s]
        if marks:
            lines += [mark.text for mark in marks[:3]]
        lines += list(filter(None, (lane.text_at(position_s) for lane in self._lanes))) or [tr("Nobody here")]
        start_s, end_s = self._part.bounds(self._length_s)
        if not start_s <= position_s <= end_s:
            lines.append(tr("Not exported"))
        return "\n".join(lines)

    # How it is drawn ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: D102, N802
        return QSize(200, TOP + max(len(self._lanes), 1) * self._lane_height + TOP)

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802
        return QSize(120, self.sizeHint().height())

    @property
    def _motion_height(self) -> int:
        return MOTION.get(max(len(self._lanes), 1), LEAST_MOTION)

    @property
    def _lane_height(self) -> int:
        return self._motion_height + LANE + 2 * (FOOT + 1) + LANES_GAP

    @property
    def _fastest(self) -> float:
        """Metres a second that fill the height of a lane."""
        known = [lane.activity.speed.values for lane in self._lanes if lane.activity is not None]
        speeds = np.concatenate([*known, np.array([LEAST_SPEED])])
        return float(np.nanmax(speeds))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        self._kept.paint(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bottom = TOP + max(len(self._lanes), 1) * self._lane_height
        x = self.x_of(self.value() / 1000)
        is_active = self.isEnabled() and self._length_s > 0
        painter.setBrush(QColor(theme.TEXT if is_active else theme.DISABLED))
        painter.drawRoundedRect(QRectF(x - 1, TOP - 4, 2, bottom - TOP + 6), 1, 1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.ACCENT), 2))
        painter.drawEllipse(QPointF(x, bottom + 4), HANDLE, HANDLE)

    def _draw(self, painter: QPainter) -> None:
        """Draw all but the position, which alone changes while it plays."""
        top = TOP
        for lane in self._lanes or (Lane("", theme.SECONDARY, ()),):
            self._draw_lane(painter, lane, top)
            top += self._lane_height
        self._draw_part(painter, top)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.WARNING))
        for mark in self._marks:
            painter.drawRoundedRect(QRectF(self.x_of(mark.time_s) - 1, TOP - 8, 2, 5), 1, 1)

    def _draw_lane(self, painter: QPainter, lane: Lane, top: int) -> None:
        """Draw a person's motion, under it where they are, and under that where each foot stands."""
        bar = top + self._motion_height
        colour = QColor(lane.colour)
        painter.setPen(Qt.PenStyle.NoPen)
        if lane.activity is not None:
            colour.setAlphaF(0.6)
            painter.setBrush(colour)
            for hill in self._hills(lane.activity, bar):
                painter.drawPolygon(hill)
        painter.setPen(QColor(theme.SECONDARY))
        font = self.font()
        font.setPixelSize(theme.px(11))
        painter.setFont(font)
        beside = QRectF(0, top, left() - theme.GRID, self._motion_height + LANE + 2 * FOOT)
        name = painter.fontMetrics().elidedText(lane.name, Qt.TextElideMode.ElideRight, round(beside.width()))
        painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, name)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(lane.colour).darker(135) if lane.there else QColor(theme.RAISED))
        painter.drawRect(self._bar(0, self._length_s, bar, LANE))
        painter.setBrush(QColor(theme.RAISED))
        for begin, end in self._columns(_between(lane.there, self._length_s)):
            painter.drawRect(QRectF(begin, bar, end - begin, LANE))  # none is too short to be seen
        painter.setBrush(QColor(theme.TEXT))
        for begin, end in self._columns(lane.filled):
            painter.drawRect(QRectF(begin, bar + 1, end - begin, LANE - 2))
        painter.setBrush(QColor(theme.SECONDARY))
        for place, foot in enumerate(() if lane.activity is None else lane.activity.feet):
            for begin, end in self._columns(foot):
                painter.drawRect(QRectF(begin, bar + LANE + 1 + place * (FOOT + 1), end - begin, FOOT))

    def _columns(self, spans_s: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """Return from where to where spans of time go, in pixels, as one where no pixel lies between."""
        if not spans_s or self._length_s <= 0:
            return []
        starts, ends = left() + np.array(spans_s).T / self._length_s * self._area_width
        ends = np.maximum(ends, starts + 1)
        begins = np.flatnonzero(np.append(True, starts[1:] - ends[:-1] >= 1))
        return list(
            zip(starts[begins].tolist(), np.append(ends[begins[1:] - 1], ends[-1]).tolist(), strict=True)
        )

    def _hills(self, activity: Activity, bottom: int) -> list[QPolygonF]:
        """Return the outlines of what lies under a person's speed, with as many points as can be seen."""
        columns = round(self._area_width * self.devicePixelRatioF())
        per_metre_s = self._motion_height / self._fastest
        hills = []
        for times, speeds in activity.speed.lines(0.0, self._length_s, columns):
            moments, first = np.unique(times, return_index=True)
            peaks = np.maximum.reduceat(speeds, first)
            outline = [QPointF(self.x_of(times[0]), bottom)]
            outline += [
                QPointF(self.x_of(moment), bottom - peak * per_metre_s)
                for moment, peak in zip(moments.tolist(), peaks.tolist(), strict=True)
            ]
            outline.append(QPointF(self.x_of(times[-1]), bottom))
            hills.append(QPolygonF(outline))
        return hills

    def _draw_part(self, painter: QPainter, bottom: float) -> None:
        """Darken what is not exported, and put a bracket at in and out point."""
        shade = QColor(theme.SURFACE)
        shade.setAlphaF(0.75)
        for edge, moment, inwards in (
            (0.0, self._part.start_s, 1),
            (self._length_s, self._part.end_s, -1),
        ):
            if moment is None or self._length_s <= 0:
                continue
            x, top, low = self.x_of(moment), TOP - 3, bottom + 1
            painter.fillRect(QRectF(self.x_of(edge), top, x - self.x_of(edge), low - top).normalized(), shade)
            painter.setPen(QPen(QColor(theme.ACCENT), 2))
            reach = x + inwards * BRACKET
            painter.drawPolyline([QPointF(*at) for at in ((reach, top), (x, top), (x, low), (reach, low))])

    @property
    def _area_width(self) -> int:
        return max(self.width() - left() - RIGHT, 1)

    def x_of(self, moment_s: float) -> float:
        """Return where a moment is, in pixels from the left."""
        fraction = min(max(moment_s / self._length_s, 0.0), 1.0) if self._length_s > 0 else 0.0
        return left() + fraction * self._area_width

    def _bar(self, start_s: float, end_s: float, top: float, height: float) -> QRectF:
        begin, end = self.x_of(start_s), self.x_of(end_s)
        return QRectF(begin, top, max(end - begin, 1.0), height)

    # The mouse ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        if self._length_s > 0:
            self.scrubbing.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        if self.scrubbing.is_held:
            self.scrubbing.move(event)
        elif self._length_s > 0:
            x = event.position().x()
            text = self.legend if x < left() else self.text_at(self._seconds_at(x))
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        self.scrubbing.release()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102, N802
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        event.ignore()  # the page steps frame by frame, wherever the focus is

    def _seconds_at(self, x: float) -> float:
        fraction = (x - left()) / self._area_width
        return min(max(fraction, 0.0), 1.0) * self._length_s


def _covers(spans: Sequence[tuple[float, float]], moment: float) -> bool:
    return any(start <= moment < end for start, end in spans)


def _between(spans_s: Sequence[tuple[float, float]], length_s: float) -> list[tuple[float, float]]:
    """Return the spans between others, from the beginning to the end."""
    starts, ends = [start for start, _ in spans_s], [end for _, end in spans_s]
    return [(end, start) for end, start in zip([0.0, *ends], [*starts, length_s], strict=True) if start > end]
