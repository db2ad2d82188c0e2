"""ElidedLabel: one line that ends in … where there is too little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QStyle

from app.gui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


class ElidedLabel(QLabel):
    """Shows as much of its text as there is room for; where that is not all, the tooltip has it."""

    def __init__(self) -> None:
        super().__init__()
        self._more = ""

    def say(self, text: str, more: str = "") -> None:
        """Show another text; ``more`` is a tooltip for it, however much room there is."""
        self._more = more
        self.setText(text)
        self._explain()

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802
        return QSize(5 * theme.GRID, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter, place = QPainter(self), self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        alignment = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawText(place, alignment, shown)

    def _explain(self) -> None:
        is_cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(self._more or (self.text() if is_cut else ""))
