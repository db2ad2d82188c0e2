"""How views follow people: softly, so that they glide and do not shake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.types import Person

FOLLOW_S = 0.6  # time constant with which a view follows the people


class Follower:
    """The fraction of the way to a new aim that a view goes from one frame to the next."""

    def __init__(self):
        self._time_s = -np.inf

    def fraction(self, time_s: float) -> float:
        """Return 0 to 1 for a frame of this time; 1 for the first one, and when a clip starts again."""
        elapsed = time_s - self._time_s
        self._time_s = time_s
        return 1 - float(np.exp(-elapsed / FOLLOW_S)) if 0 <= elapsed < 2 else 1.0


class SideBySideFraming:
    """Which columns of the image the view side by side shows, followed softly."""

    def __init__(self):
        self._follower = Follower()
        self._middle, self._width = 0.5, 1.0  # fractions of the image's width

    def follow(self, people: Sequence[Person], width: int, time_s: float) -> None:
        """Take in the people of an image ``width`` pixels wide."""
        if not people:
            return
        boxes = np.clip([person.box_xyxy for person in people], 0, width) / width
        left, right = float(boxes[:, 0].min()), float(boxes[:, 2].max())
        fraction = self._follower.fraction(time_s)
        self._middle += fraction * ((left + right) / 2 - self._middle)
        self._width += fraction * (float(np.clip(1.2 * (right - left), 0.5, 1)) - self._width)

    def columns(self, width: int) -> tuple[int, int]:
        """Return the first column and the one after the last."""
        shown = max(round(self._width * width), 1)
        left = int(np.clip(round(self._middle * width - shown / 2), 0, width - shown))
        return left, left + shown
