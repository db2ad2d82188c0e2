"""Snapshot: the picture on the screen as a PNG file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    import numpy as np

PNG_EFFORT = 2  # of 9: twice the speed of the usual for files a few percent larger


def save_snapshot(image: np.ndarray, folder: Path, now: datetime.datetime) -> Path:
    """Write an image into a folder, which is made when missing, under a name of its own.

    Parameters
    ----------
    image : (H, W, 3) uint8 RGB.

    Raises
    ------
    OSError : it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    bgr = cv2.cvtColor(image, cv2.COLOR_RGB2BGR)
    _, png = cv2.imencode(".png", bgr, [cv2.IMWRITE_PNG_COMPRESSION, PNG_EFFORT])
    stem = now.strftime("%Y-%m-%d %H-%M-%S")
    number = 1
    while True:
        path = folder / (f"{stem}.png" if number == 1 else f"{stem} ({number}).png")
        try:
            with path.open("xb") as file:  # OpenCV itself cannot write to every name on Windows
                file.write(png.tobytes())
            return path
        except FileExistsError:
            number += 1
