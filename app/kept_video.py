"""KeptVideo: the pictures of the video that was kept beside a recording, by their number."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

FURTHEST_GRAB = 24  # pictures: reading on to one that near is cheaper than looking for it


class KeptVideo:
    """A video that is read in any order; used by one thread.

    Parameters
    ----------
    path : of the file; one that cannot be read has no pictures.
    size : (width, height) of the recorded frames in pixels. Encoders add an edge on the right and below to
        reach even sides, which is cut off.
    """

    def __init__(self, path: Path, size: tuple[int, int]) -> None:
        self._capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
        self._width, self._height = size
        self._next = 0  # number of the picture that the capture would grab
        self._shown: tuple[int, np.ndarray] | None = None

    def read(self, number: int) -> np.ndarray | None:
        """Return the (H, W, 3) uint8 RGB picture of a number from 0 on; None if it cannot be read."""
        if self._shown is not None and self._shown[0] == number:
            return self._shown[1]
        if not self._go_to(number):
            return None
        ok, picture = self._capture.retrieve()
        if not ok or picture is None:
            return None
        picture = np.ascontiguousarray(picture[: self._height, : self._width])
        if picture.shape[:2] != (self._height, self._width):
            return None
        self._shown = number, cv2.cvtColor(picture, cv2.COLOR_BGR2RGB, dst=picture)
        return picture

    def _go_to(self, number: int) -> bool:
        """Grab a picture."""
        if not 0 <= number - self._next <= FURTHEST_GRAB:
            self._capture.set(cv2.CAP_PROP_POS_FRAMES, number)
            self._next = number
        while self._next <= number:
            if not self._capture.grab():
                self._next = -1 - FURTHEST_GRAB  # wherever it stands now: look for the next one
                return False
            self._next += 1
        return True

    def close(self) -> None:
        """Give the file back."""
        self._capture.release()
