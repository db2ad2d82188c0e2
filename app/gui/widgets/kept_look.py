"""KeptLook: draws a widget that floats on a moving picture from what it looked like when it last changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QGraphicsEffect, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPixmap


class KeptLook(QGraphicsEffect):
    """Takes the place of painting a widget and all that is in it, each time that something under it changes.

    Parameters
    ----------
    widget : that it draws; whoever changes something in it calls :meth:`forget`.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._kept: QPixmap | None = None
        widget.setGraphicsEffect(self)
        widget.installEventFilter(self)

    def forget(self) -> None:
        """Let the widget paint itself once more."""
        self._kept = None
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.LayoutRequest):
            self.forget()
        return super().eventFilter(watched, event)

    def draw(self, painter: QPainter) -> None:  # noqa: D102
        ratio = self._widget.devicePixelRatioF()
        if self._kept is None or self._kept.devicePixelRatio() != ratio:
            unpadded = QGraphicsEffect.PixmapPadMode.NoPad
            self._kept = self.sourcePixmap(Qt.CoordinateSystem.LogicalCoordinates, QPoint(), unpadded)
        painter.drawPixmap(0, 0, self._kept)
