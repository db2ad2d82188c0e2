"""Lettering: large and small words that fit into a rectangle, readable over any picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter

from app.gui.widgets import theme

LARGE, SMALL = 0.075, 0.036  # of the screen's shorter side
BAND = 0.34  # of the screen's height, for words at its foot
SMALLEST_PX = 12
SHRINK = 0.92
LINE_GAP = 0.35  # of the small words' height

_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


def paint_words(painter: QPainter, width: int, height: int, large: str, small: str) -> None:
    """Paint words at the foot of a widget of so many pixels, on a shade that leaves the picture visible."""
    band = QRectF(0, height * (1 - BAND), width, height * BAND)
    shade = QLinearGradient(band.topLeft(), band.bottomLeft())
    shade.setColorAt(0.0, QColor(10, 12, 15, 0))
    shade.setColorAt(0.35, QColor(10, 12, 15, 170))
    shade.setColorAt(1.0, QColor(10, 12, 15, 225))
    painter.fillRect(band, shade)
    side = min(width, height)
    margin = side * 0.04
    room = QRectF(margin, band.top() + band.height() * 0.2, width - 2 * margin, band.height() * 0.8 - margin)
    large_px, small_px = side * LARGE, side * SMALL
    while True:
        heights = [_height(painter, room, text, px) for text, px in ((large, large_px), (small, small_px))]
        gap = small_px * LINE_GAP if large and small else 0.0
        if sum(heights) + gap <= room.height() or small_px <= SMALLEST_PX:
            break
        large_px, small_px = large_px * SHRINK, small_px * SHRINK
    top = room.bottom() - sum(heights) - gap
    for text, px, own_height, colour in (
        (large, large_px, heights[0], theme.TEXT),
        (small, small_px, heights[1], theme.ACCENT),
    ):
        painter.setFont(_font(painter, px))
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(room.left(), top, room.width(), own_height), _CENTRED, text)
        top += own_height + gap


def _font(painter: QPainter, pixels: float) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(max(round(pixels), SMALLEST_PX))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _height(painter: QPainter, room: QRectF, text: str, pixels: float) -> float:
    if not text:
        return 0.0
    painter.setFont(_font(painter, pixels))
    return painter.boundingRect(room, _CENTRED, text).height()
