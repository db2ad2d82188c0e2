"""Pictures of arrays at the screen's own resolution, as Qt paints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from PySide6.QtCore import QRect


class Picture:
    """Paints one image after another, each pixel of the screen once.

    Qt is handed the image's own memory, or what it was scaled into, which stays the same from one image to
    the next: fresh memory for a picture of 1920x1080 took four times as long to fill as to be painted.

    Parameters
    ----------
    covers : an image of another shape than its place covers it, cut at the sides or at top and bottom;
        without it is stretched.
    """

    def __init__(self, *, covers: bool = False) -> None:
        self._covers = covers
        self._image: np.ndarray | None = None
        self._shown: np.ndarray | None = None  # the QImage does not own its memory
        self._scaled = np.empty((0, 0, 3), np.uint8)
        self._qt = QImage()

    def paint(self, painter: QPainter, place: QRect, image: np.ndarray) -> None:
        """Paint an image, (H, W, 3) uint8 RGB, in a place of the painter's widget."""
        ratio = painter.device().devicePixelRatioF()
        size = max(round(place.width() * ratio), 1), max(round(place.height() * ratio), 1)
        if image is not self._image or self._qt.size().toTuple() != size:
            self._image, self._shown = image, self._fit(image, *size)
            stride = self._shown.strides[0]
            self._qt = QImage(self._shown.data, *size, stride, QImage.Format.Format_RGB888)
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(1 / ratio, 1 / ratio)  # pixel for pixel: to scale, Qt takes several times as long
        painter.drawImage(0, 0, self._qt)
        painter.restore()

    def _fit(self, image: np.ndarray, width: int, height: int) -> np.ndarray:
        """Return an image in a size, (H, W, 3), of which each row lies in one piece."""
        rows, columns = image.shape[:2]
        if self._covers:
            cut_rows = min(rows, max(round(columns * height / width), 1))
            cut_columns = min(columns, max(round(rows * width / height), 1))
            top, left = (rows - cut_rows) // 2, (columns - cut_columns) // 2
            image = image[top : top + cut_rows, left : left + cut_columns]
        if image.shape[:2] == (height, width):
            return np.ascontiguousarray(image)
        if self._scaled.shape[:2] != (height, width):
            self._scaled = np.empty((height, width, 3), np.uint8)
        how = cv2.INTER_AREA if width * 2 < image.shape[1] else cv2.INTER_LINEAR
        return cv2.resize(image, (width, height), dst=self._scaled, interpolation=how)
