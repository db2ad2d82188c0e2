"""RecordingList: the recordings as a list with pictures, newest first."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QDate, QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.gui.languages.language import number, tr
from app.gui.languages.sentences import translated
from app.gui.shortcuts import key
from app.gui.widgets import theme
from app.recordings.library import THUMBNAIL, Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ROW_HEIGHT = 80
THUMBNAIL_SIZE = QSize(THUMBNAIL[0] // 2, THUMBNAIL[1] // 2)
ENTRY = Qt.ItemDataRole.UserRole
PIXMAP = Qt.ItemDataRole.UserRole + 1
MOVING_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class RecordingList(QListWidget):
    """Shows entries; one of them may be chosen.

    Signals
    -------
    chosen : the entry that has just been chosen.
    played : the entry that shall be played at once (double click or Enter).
    """

    chosen = Signal(object)
    played = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Recordings"))
        self.setToolTip(
            tr("Choose with {previous} and {next}, play with Enter").format(
                previous=key("previous"), next=key("next")
            )
        )
        self.setItemDelegate(_EntryDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.currentItemChanged.connect(self._choose)
        self.itemDoubleClicked.connect(lambda item: self.played.emit(item.data(ENTRY)))

    @property
    def entries(self) -> list[Entry]:
        """What is shown, from above."""
        return [self.item(row).data(ENTRY) for row in range(self.count())]

    @property
    def entry(self) -> Entry | None:
        """The chosen one."""
        item = self.currentItem()
        return item.data(ENTRY) if item else None

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show a new list; what was chosen stays chosen as long as it is there, and nothing is reported."""
        chosen = None if self.entry is None else self.entry.path
        self.blockSignals(True)
        while self.count() > len(entries):
            self.takeItem(self.count() - 1)
        while self.count() < len(entries):
            item = QListWidgetItem(self)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
        for row, entry in enumerate(entries):
            item = self.item(row)
            if item.data(ENTRY) is not entry:
                item.setData(ENTRY, entry)
                item.setData(PIXMAP, None if entry.thumbnail is None else _pixmap(entry.thumbnail))
                item.setText(entry.name)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.name}, {facts(entry)}")
                item.setToolTip(
                    translated(entry.problem)
                    or f"{entry.name}\n{facts(entry)}\n{display_date(entry)} · {size(entry)}"
                )
        self._select(chosen)
        self.blockSignals(False)
        self.viewport().update()

    def choose(self, path: Path | None) -> None:
        """Mark an entry as chosen without reporting it; None for none."""
        self.blockSignals(True)
        self._select(path)
        self.blockSignals(False)
        self.viewport().update()

    def _select(self, path: Path | None) -> None:
        rows = [row for row, entry in enumerate(self.entries) if entry.path == path]
        self.setCurrentRow(rows[0] if rows else -1)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(ENTRY))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        if event.key() in MOVING_KEYS:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.entry is not None:
            if not event.isAutoRepeat():
                self.played.emit(self.entry)
        else:
            event.ignore()  # all other keys are the page's


class _EntryDelegate(QStyledItemDelegate):
    """Paints a row: thumbnail, name, facts and date."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry | None = index.data(ENTRY)
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        row: QRect = option.rect.adjusted(theme.GRID, 2, -theme.GRID, -2)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.HOVER if is_chosen else theme.RAISED))
            painter.drawRoundedRect(row, theme.RADIUS, theme.RADIUS)
        if is_chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.ACCENT), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        thumbnail = QRect(row.left() + 6, row.top() + (row.height() - THUMBNAIL_SIZE.height()) // 2, 0, 0)
        thumbnail.setSize(THUMBNAIL_SIZE)
        self._paint_thumbnail(painter, thumbnail, entry, index.data(PIXMAP))

        left = thumbnail.right() + 13
        text = QRect(left, row.top() + 10, row.right() - left - 8, 18)
        font = QFont(option.font)
        font.setPixelSize(theme.px(13))
        font.setWeight(QFont.Weight.DemiBold)
        lines = (
            (entry.name, font, theme.TEXT, 20),
            (facts(entry), _small(option.font), _facts_colour(entry), 17),
            (f"{display_date(entry)} · {size(entry)}", _small(option.font), theme.SECONDARY, 17),
        )
        for line, line_font, colour, height in lines:
            painter.setFont(line_font)
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, text.width())
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            text.translate(0, height)
        painter.restore()

    @staticmethod
    def _paint_thumbnail(painter: QPainter, rect: QRect, entry: Entry, pixmap: QPixmap | None) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.SURFACE))
        painter.drawRoundedRect(rect, 4, 4)
        if pixmap is not None:
            painter.drawPixmap(rect, pixmap)
        elif entry.state == "damaged":
            theme.icon("warning", "WARNING").paint(painter, rect.adjusted(36, 20, -36, -20))
        else:
            theme.icon("recordings", "DISABLED").paint(painter, rect.adjusted(36, 20, -36, -20))


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(theme.px(12))
    return small


def _facts_colour(entry: Entry) -> str:
    return theme.WARNING if entry.state == "damaged" else theme.SECONDARY


def _pixmap(image: np.ndarray) -> QPixmap:
    height, width = image.shape[:2]
    pixels = np.ascontiguousarray(image)
    shown = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB888)
    return QPixmap.fromImage(shown)  # copies, so that the pixels may go


def facts(entry: Entry) -> str:
    """Say how long, how many people, and whether there is a video."""
    if entry.state == "damaged":
        return tr("Damaged")
    if entry.state == "in progress":
        return tr("Being recorded")
    minutes, seconds = divmod(round(entry.length_s), 60)
    parts = (f"{minutes}:{seconds:02d}", who(entry.people), tr("video") if entry.has_video else "")
    return " · ".join(filter(None, parts))


def who(people: int) -> str:
    """Say how many people there are."""
    return tr("%n people", "", people) if people else tr("nobody")


def size(entry: Entry) -> str:
    """Say how much room it takes."""
    return f"{number(entry.size_bytes / 1e6, 1)} MB"


def display_date(entry: Entry, today: datetime.date | None = None) -> str:
    """Say when it was recorded; of the last two days, by their names."""
    moment = entry.recorded_at
    days = ((today or datetime.date.today()) - moment.date()).days
    day = {0: tr("Today"), 1: tr("Yesterday")}.get(days) or QLocale().toString(
        QDate(moment.year, moment.month, moment.day), tr("d MMM yyyy", "a date, in the letters of Qt")
    )
    return tr("{day}, {time}").format(day=day, time=f"{moment:%H:%M}")
