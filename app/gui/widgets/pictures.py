"""Pictures of arrays at the screen's own resolution, as Qt paints them."""

from __future__ import annotations

import cv2
import numpy as np
from PySide6.QtGui import QImage


class Picture:
    """An image for Qt, with the memory that it shows.

    Parameters
    ----------
    image : (H, W, 3) uint8 RGB.
    width, height : pixels to scale it to.

    Attributes
    ----------
    qt : for a painter, as long as this object lives.
    """

    def __init__(self, image: np.ndarray, width: int, height: int) -> None:
        if image.shape[:2] != (height, width):
            # OpenCV does this several times faster than QPainter.
            how = cv2.INTER_AREA if width * 2 < image.shape[1] else cv2.INTER_LINEAR
            image = cv2.resize(image, (width, height), interpolation=how)
        self._pixels = cv2.cvtColor(image, cv2.COLOR_RGB2BGRA)  # the QImage does not own its memory
        stride = self._pixels.strides[0]
        self.qt = QImage(self._pixels.data, width, height, stride, QImage.Format.Format_RGB32)

    @classmethod
    def covering(cls, image: np.ndarray, width: int, height: int) -> Picture:
        """Return one that covers a rectangle, cut at the sides or at top and bottom."""
        rows, columns = image.shape[:2]
        cut_rows = min(rows, max(round(columns * height / width), 1))
        cut_columns = min(columns, max(round(rows * width / height), 1))
        top, left = (rows - cut_rows) // 2, (columns - cut_columns) // 2
        part = image[top : top + cut_rows, left : left + cut_columns]
        return cls(np.ascontiguousarray(part), width, height)
