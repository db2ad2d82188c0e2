"""BenchClip: the bundled clip at another size and with more people, to be measured with."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from app.live.sources.base import Source
from app.live.sources.open import open_source

if TYPE_CHECKING:
    from app.types import Frame


class BenchClip(Source):
    """The bundled clip over and over, once for each person, in cells beside and below each other.

    Parameters
    ----------
    size : (width, height) of a frame in pixels.
    people : how many are in it.
    realtime : keep to the clip's own clock.
    """

    def __init__(self, size: tuple[int, int], people: int, *, realtime: bool) -> None:
        super().__init__()
        self._clip = open_source("sample", realtime=realtime, loop=True)
        self._size, self._people = size, people
        self.name, self.fps = self._clip.name, self._clip.fps
        self.width, self.height = size

    def read(self) -> Frame | None:
        """Return the next frame."""
        frame = self._clip.read()
        if frame is None or (frame.size == self._size and self._people == 1):
            return frame
        image = cells(frame.image, self._size, self._people)
        return replace(frame, image=image, captured_at=time.perf_counter())

    def cancel(self) -> None:
        """Make a waiting :meth:`read` return."""
        super().cancel()
        self._clip.cancel()

    def resume(self) -> None:
        """Go on without making up for a pause."""
        self._clip.resume()

    def close(self) -> None:
        """Give the file back."""
        super().close()
        self._clip.close()


def cells(image: np.ndarray, size: tuple[int, int], count: int) -> np.ndarray:
    """Return a picture of (width, height) with the middle of an image ``count`` times in it."""
    rows = 1 if count <= 2 else 2
    columns = math.ceil(count / rows)
    width, height = max(size[0] // columns, 1), max(size[1] // rows, 1)
    scale = max(width / image.shape[1], height / image.shape[0])
    across, down = round(width / scale), round(height / scale)  # what of the image fills a cell
    left, top = (image.shape[1] - across) // 2, (image.shape[0] - down) // 2
    cell = cv2.resize(
        np.ascontiguousarray(image[top : top + down, left : left + across]),
        (width, height),
        interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR,
    )
    picture = np.zeros((size[1], size[0], 3), np.uint8)
    for i in range(count):
        y, x = i // columns * height, i % columns * width
        picture[y : y + height, x : x + width] = cell
    return picture
