"""Offer: the frame for the hands with what it means, or that somebody is being recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from app.booth.consent import ZONE
from app.gui.booth.lettering import paint_words
from app.gui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.booth.settings import Consent

FLASH_PX = 24  # the border that says that a photo is taken


class Offer(QWidget):
    """Drawn over the live picture; the mouse goes through it, but for the button.

    Parameters
    ----------
    stage : over which it lies.
    picture : returns where the picture lies in it.
    consent : how visitors may ask to be recorded.

    Attributes
    ----------
    button : asks for it, where that is one of the ways.

    Signals
    -------
    agreed : the button was touched.
    """

    agreed = Signal()

    def __init__(self, stage: QWidget, picture: Callable[[], QRect], consent: Consent) -> None:
        super().__init__(stage)
        self._picture, self._consent = picture, consent
        self._text, self._progress, self._is_offer = "", 0.0, True
        self._hint, self._flashes = "", False
        self._button_of = "", self.size()  # what it says, and in which room it stands
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.button = QPushButton(stage)
        self.button.setProperty("role", "primary")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys stay with the stage
        self.button.clicked.connect(self.agreed)
        self.button.hide()
        self.hide()

    def show_offer(self, text: str, agree: str, progress: float) -> None:
        """Draw the frame, filled as far as the gesture has been held, 0 to 1, and what the button says."""
        self._show(text, progress, is_offer=True)
        if self._consent != "arms":
            self._show_button(agree)

    def show_recording(self, text: str, hint: str = "", *, flashes: bool = False) -> None:
        """Say that somebody is being recorded, and what they can do; nothing for an empty text.

        ``flashes`` says that a photo is taken at this moment.
        """
        self.button.hide()
        self._show(text, 0.0, hint, is_offer=False, flashes=flashes)

    def withdraw(self) -> None:
        """Offer and say nothing."""
        self.button.hide()
        self.hide()

    def _show(
        self, text: str, progress: float, hint: str = "", *, is_offer: bool, flashes: bool = False
    ) -> None:
        shown = text, progress, hint, is_offer, flashes
        if shown != (self._text, self._progress, self._hint, self._is_offer, self._flashes):
            self._text, self._progress, self._hint, self._is_offer, self._flashes = shown
            self.setAccessibleName(f"{text}. {hint}" if hint else text)
            self.update()
        self.setVisible(bool(text))

    def _show_button(self, agree: str) -> None:
        if (agree, self.size()) != self._button_of:
            self._button_of = agree, self.size()
            self.button.setText(agree)
            self._arrange_button()
        if self.button.isHidden():
            self.button.show()
            self.button.raise_()

    def _arrange_button(self) -> None:
        side = min(self.width(), self.height())
        size = max(round(side * 0.035), theme.GRID * 2)
        self.button.setStyleSheet(f"font-size: {size}px; padding: {size // 2}px {2 * size}px;")
        self.button.adjustSize()
        picture = self._picture()
        below_frame = picture.top() + round(ZONE[3] * picture.height()) + theme.GRID
        self.button.move((self.width() - self.button.width()) // 2, below_frame)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_offer:
            if self._consent != "button":
                self._paint_frame(painter)
            paint_words(painter, self.width(), self.height(), "", self._text)
        else:
            self._paint_label(painter)
            if self._hint:
                paint_words(painter, self.width(), self.height(), "", self._hint)
            if self._flashes:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(theme.TEXT), FLASH_PX))
                painter.drawRect(self._picture())
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        picture = QRectF(self._picture())
        left, top, right, bottom = ZONE
        zone = QRectF(
            picture.left() + left * picture.width(),
            picture.top() + top * picture.height(),
            (right - left) * picture.width(),
            (bottom - top) * picture.height(),
        )
        painter.setPen(QPen(QColor(10, 12, 15, 150), 7))  # so that the frame is seen before a light wall
        painter.drawRoundedRect(zone, theme.RADIUS, theme.RADIUS)
        painter.setPen(QPen(QColor(theme.TEXT), 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(zone, theme.RADIUS, theme.RADIUS)
        bar = QRectF(zone.left(), zone.bottom() - 12, zone.width() * self._progress, 12)
        painter.fillRect(bar, QColor(theme.ACCENT))

    def _paint_label(self, painter: QPainter) -> None:
        size = max(round(min(self.width(), self.height()) * 0.03), 12)
        font = QFont(painter.font())
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        text = f"●  {self._text}"
        width = painter.fontMetrics().horizontalAdvance(text)
        box = QRectF(size, size, width + 2 * size, 2.2 * size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(16, 19, 23, 200))
        painter.drawRoundedRect(box, theme.RADIUS, theme.RADIUS)
        painter.setPen(QColor(theme.DANGER))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
