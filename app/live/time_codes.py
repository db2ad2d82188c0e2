"""Time codes: markers that tell whoever films them when they were painted; for latency from glass to glass.

They are ArUco markers (Garrido-Jurado et al., Pattern Recognition 2014; OpenCV's DICT_4X4_1000), which a
blurred picture still shows. Several stand side by side and take turns, so that a camera that exposes while
one changes sees the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import cv2

if TYPE_CHECKING:
    import numpy as np

CODES = 1000  # after which they begin again: a quarter of a minute at 60 a second
CELLS = 4  # that take turns
MODULES = 6  # black and white squares along a marker's side, with its border


def _dictionary() -> cv2.aruco.Dictionary:
    return cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_1000)


def code_image(number: int) -> np.ndarray:
    """Return the (6, 6) uint8 marker of a number, one pixel a module; to be enlarged without smoothing."""
    return cv2.aruco.generateImageMarker(_dictionary(), number % CODES, MODULES)


def codes_on_screen(number: int) -> dict[int, int]:
    """Return the numbers that are shown with a number, by their cells: it and those before it."""
    return {shown % CELLS: shown for shown in range(max(number - CELLS + 1, 0), number + 1)}


class CodeReader:
    """Reads the codes of pictures."""

    def __init__(self) -> None:
        self._detector = cv2.aruco.ArucoDetector(_dictionary(), cv2.aruco.DetectorParameters())

    def read(self, image: np.ndarray) -> list[int]:
        """Return the codes, 0 to 999, of an (H, W, 3) uint8 RGB picture."""
        corners, ids, _ = self._detector.detectMarkers(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY))
        return [int(code) for code in ids.ravel()] if len(corners) else []  # without any, ids are None


@dataclass(slots=True)
class GlassMeter:
    """Measures latency by the codes of filmed pictures.

    A picture shows that its newest code had been painted, and the next one not yet; so latency is read too
    long by up to one refresh of the screen.

    Attributes
    ----------
    pictures, read : how many were looked at, and how many of them showed a code.
    to_camera : seconds from a code's paint to the capture of the picture that shows it.
    to_screen : seconds from a code's paint to the paint of the result that shows it.
    """

    pictures: int = 0
    read: int = 0
    to_camera: list[float] = field(default_factory=list)
    to_screen: list[float] = field(default_factory=list)
    _painted_at: dict[int, float] = field(default_factory=dict)
    _reader: CodeReader = field(default_factory=CodeReader)

    def note_paint(self, number: int, at: float) -> None:
        """Remember when a number was painted; may be called from another thread than :meth:`measure`."""
        self._painted_at[number % CODES] = at

    def measure(self, image: np.ndarray, captured_at: float, shown_at: float) -> None:
        """Look at a filmed picture.

        Parameters
        ----------
        image : (H, W, 3) uint8 RGB.
        captured_at : when it was captured, on the clock of :meth:`note_paint`.
        shown_at : when its result was painted.
        """
        self.pictures += 1
        painted = [self._painted_at[code] for code in self._reader.read(image) if code in self._painted_at]
        if painted and (newest := max(painted)) <= captured_at:
            self.read += 1
            self.to_camera.append(captured_at - newest)
            self.to_screen.append(shown_at - newest)
