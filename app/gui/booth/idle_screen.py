"""IdleScreen: what invites people while nobody is there: a clip, the camera's picture, small, and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.gui.booth.lettering import paint_words
from app.gui.languages.language import tr
from app.gui.widgets import theme
from app.gui.widgets.pictures import Picture

if TYPE_CHECKING:
    import numpy as np

CAMERA_SHARE = 0.24  # of the screen's width


class IdleScreen(QWidget):
    """Covers the stage, so that nothing of the last visitor is seen."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._clip: np.ndarray | None = None
        self._camera: np.ndarray | None = None
        self._clip_picture, self._camera_picture = Picture(covers=True), Picture(covers=True)
        self._words = ("", "")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Invitation"))
        self.hide()

    @property
    def shows_camera(self) -> bool:
        """Whether the camera's picture is there."""
        return self._camera is not None

    def show_clip(self, image: np.ndarray | None) -> None:
        """Show a picture of the clip, (H, W, 3) uint8 RGB, or none."""
        self._clip = image
        self.update()

    def show_camera(self, image: np.ndarray | None) -> None:
        """Show a picture of the camera, (H, W, 3) uint8 RGB, or none."""
        if image is not self._camera:
            self._camera = image
            self.update()

    def show_words(self, large: str, small: str) -> None:
        """Say something."""
        if (large, small) != self._words:
            self._words = large, small
            self.setAccessibleDescription(f"{large}. {small}")
            self.update()

    def camera_rect(self) -> QRect:
        """Return where the camera's picture lies."""
        if self._camera is None:
            return QRect()
        rows, columns = self._camera.shape[:2]
        width = round(self.width() * CAMERA_SHARE)
        height = round(width * rows / columns)
        edge = round(min(self.width(), self.height()) * 0.03)
        return QRect(self.width() - width - edge, edge, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.STAGE))
        if self._clip is not None:
            self._clip_picture.paint(painter, self.rect(), self._clip)
        paint_words(painter, self.width(), self.height(), *self._words)
        if self._camera is not None:
            rect = self.camera_rect()
            outline = QPainterPath()
            outline.addRoundedRect(rect, theme.RADIUS, theme.RADIUS)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(outline)
            self._camera_picture.paint(painter, rect, self._camera)
            painter.setClipping(False)
            painter.setPen(QPen(QColor(theme.ACCENT), 3))
            painter.drawPath(outline)
        painter.end()


class Caption(QWidget):
    """Words at the foot of the live picture."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._words = ("", "")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_words(self, large: str, small: str) -> None:
        """Say something."""
        if (large, small) != self._words:
            self._words = large, small
            self.setAccessibleName(f"{large}. {small}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        paint_words(painter, self.width(), self.height(), *self._words)
        painter.end()
