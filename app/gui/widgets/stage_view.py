"""StageView: paints the newest picture as large as fits; the mouse moves the camera of the orbit view."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.gui.languages.language import tr
from app.gui.widgets import theme
from app.gui.widgets.pictures import Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.types import Result

DEGREES_PER_PIXEL = 0.4
ZOOM_PER_NOTCH = 1.1
CLICK_WITHIN = 4  # pixels; farther is a drag


class StageView(QWidget):
    """The picture, letterboxed; controls that float on it are its children.

    Parameters
    ----------
    on_painted : called with each new result and the time it was on the screen, from inside the paint event.
    clock : seconds, of that time.

    Attributes
    ----------
    can_rotate : the mouse moves the view camera.

    Signals
    -------
    tab_pressed : the Tab key, which leaves no trace in the focus.
    rotated : degrees to the right and down by which the mouse rotated the view camera.
    zoomed : factor by which the wheel brought the view camera nearer.
    clicked : the mouse was pressed and released in one place; the pixel of the picture there, and how many
        pixels of the widget one of them takes.
    double_clicked, resized, mouse_moved.
    """

    tab_pressed = Signal()
    rotated = Signal(float, float)
    zoomed = Signal(float)
    clicked = Signal(QPointF, float)
    double_clicked = Signal()
    resized = Signal()
    mouse_moved = Signal()

    def __init__(
        self, on_painted: Callable[[Result, float], None], *, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        super().__init__()
        self._on_painted, self._clock = on_painted, clock
        self._result: Result | None = None
        self._is_new = False
        self._is_dimmed = False
        self._picture = Picture()
        self._dragged_from: QPoint | None = None
        self._pressed_at: QPoint | None = None
        self.can_rotate = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Live picture"))

    @property
    def result(self) -> Result | None:
        """What is shown."""
        return self._result

    def show_result(self, result: Result) -> None:
        """Show a picture from the next paint on; one not yet painted is left out."""
        self._result, self._is_new = result, True
        self.update()

    def clear(self) -> None:
        """Show no picture."""
        self._result, self._picture = None, Picture()
        self.update()

    def set_dimmed(self, dimmed: bool) -> None:
        """Darken the picture, to say that it stands still."""
        if dimmed != self._is_dimmed:
            self._is_dimmed = dimmed
            self.update()

    def image_rect(self) -> QRect:
        """Return where the picture lies in the widget."""
        if self._result is None:
            return self.rect()
        height, width = self._result.overlay.shape[:2]
        size = QSize(width, height).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRect(QPoint(0, 0), size)
        rect.moveCenter(self.rect().center())
        return rect

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        if self._result is None:
            painter.fillRect(self.rect(), QColor(theme.STAGE))
            return
        rect = self.image_rect()
        if rect != self.rect():
            painter.fillRect(self.rect(), QColor(theme.STAGE))
        self._picture.paint(painter, rect, self._result.overlay)
        if self._is_dimmed:
            painter.fillRect(rect, QColor(10, 12, 15, 130))
        painter.end()
        if self._is_new:
            self._is_new = False
            self._on_painted(self._result, self._clock())

    # The mouse and Tab -------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if event.key() == Qt.Key.Key_Tab and plain:
                if not event.isAutoRepeat():
                    self.tab_pressed.emit()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            self._dragged_from = self._pressed_at if self.can_rotate else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        self.mouse_moved.emit()
        if self._dragged_from is not None:
            moved = event.position().toPoint() - self._dragged_from
            self._dragged_from = event.position().toPoint()
            self.rotated.emit(moved.x() * DEGREES_PER_PIXEL, moved.y() * DEGREES_PER_PIXEL)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        self._dragged_from = None
        pressed_at, self._pressed_at = self._pressed_at, None
        if pressed_at is None or self._result is None:
            return
        moved = event.position().toPoint() - pressed_at
        if moved.manhattanLength() <= CLICK_WITHIN and self.image_rect().contains(pressed_at):
            rect = self.image_rect()
            scale = rect.width() / self._result.overlay.shape[1]
            self.clicked.emit((event.position() - QPointF(rect.topLeft())) / scale, scale)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        self.double_clicked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102, N802
        if self.can_rotate:
            self.zoomed.emit(ZOOM_PER_NOTCH ** (event.angleDelta().y() / 120))

    def resizeEvent(self, event: QEvent) -> None:  # noqa: D102, N802
        self.resized.emit()
