"""KeptDrawing: what changes seldom in a widget that is painted often, drawn again only when it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class KeptDrawing(QObject):
    """A picture of the size of a widget, in the pixels of its screen.

    Another size and another look are noticed here; whatever else changes, :meth:`forget` has to be told.

    Parameters
    ----------
    widget : that paints it.
    draw : draws it on transparent ground.
    """

    def __init__(self, widget: QWidget, draw: Callable[[QPainter], None]) -> None:
        super().__init__(widget)
        self._widget, self._draw = widget, draw
        self._drawn: QPixmap | None = None
        widget.installEventFilter(self)

    def forget(self) -> None:
        """Draw it again when it is painted next, which is soon."""
        self._drawn = None
        self._widget.update()

    def paint(self, painter: QPainter) -> None:
        """Paint it with a painter of the widget's paint event."""
        ratio = self._widget.devicePixelRatioF()
        if self._drawn is None or self._drawn.devicePixelRatio() != ratio:
            self._drawn = QPixmap(self._widget.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            onto = QPainter(self._drawn)
            onto.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(onto)
            onto.end()
        painter.drawPixmap(0, 0, self._drawn)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            self.forget()
        return super().eventFilter(watched, event)
