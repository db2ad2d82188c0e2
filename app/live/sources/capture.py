"""What a source uses of OpenCV's captures, which give BGR."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import cv2

if TYPE_CHECKING:
    import numpy as np


class Capture(Protocol):
    """The part of ``cv2.VideoCapture`` that is used."""

    def isOpened(self) -> bool: ...  # noqa: D102, N802
    def read(self) -> tuple[bool, np.ndarray | None]: ...  # noqa: D102
    def grab(self) -> bool: ...  # noqa: D102
    def get(self, propId: int, /) -> float: ...  # noqa: D102
    def set(self, propId: int, value: float, /) -> bool: ...  # noqa: D102
    def release(self) -> None: ...  # noqa: D102


def to_rgb(image: np.ndarray) -> np.ndarray:
    """Turn OpenCV's BGR or grey uint8 image into contiguous (H, W, 3) RGB."""
    if image.ndim == 2 or image.shape[2] == 1:
        return cv2.cvtColor(image, cv2.COLOR_GRAY2RGB)
    return cv2.cvtColor(image, cv2.COLOR_BGR2RGB)
