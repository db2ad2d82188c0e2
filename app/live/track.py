"""Track: what is known of one followed person from frame to frame, and how well a sight of somebody fits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from models.camera.crop import CropBox
    from models.inference.onnx_model import Estimate

# What spreads from frame to frame: the middle, by the extent, as people walk even where frames are few; and
# the logarithm of the extent, by which who crosses behind is told from who is in front.
_MOVE_SPREAD, _SIZE_SPREAD = 0.3, 0.12
_SIZE_S = 1.0  # over which the extent is averaged, as arms are raised


@dataclass(slots=True, eq=False)
class Track:
    """A followed person.

    Attributes
    ----------
    id : stays with the person.
    estimate : the last one that was believed.
    points : (K, 2) image pixels by which people are told apart.
    crop : for the next frame.
    seen_s : when the person was last believed to be there.
    confirmed_s : when the detector last agreed.
    is_left : how the next crop is shown to the network: as a left hand.
    lost : waited for, not shown.
    unlikeness : :meth:`unlike` of the points, to one decimal, before they were taken over.
    """

    id: int
    estimate: Estimate
    points: np.ndarray
    crop: CropBox
    seen_s: float
    confirmed_s: float
    is_left: bool = False
    lost: bool = False
    unlikeness: float = 0.0
    _log_extent: float = field(init=False)

    def __post_init__(self) -> None:
        self._log_extent = _log_extent(self.points)

    def unlike(self, points: np.ndarray) -> float:
        """Return how little a sight of somebody fits this person: 0 or more, in squared standard deviations.

        Parameters
        ----------
        points : (K, 2) image pixels, as :attr:`points`.
        """
        log_extent = _log_extent(points)
        move = np.linalg.norm(points.mean(0) - self.points.mean(0)) / np.exp(self._log_extent)
        return float((move / _MOVE_SPREAD) ** 2 + ((log_extent - self._log_extent) / _SIZE_SPREAD) ** 2)

    def see(self, estimate: Estimate, points: np.ndarray, time_s: float) -> None:
        """Take over where the person was seen."""
        self.unlikeness = round(self.unlike(points), 1)
        share = 1 - np.exp(-max(time_s - self.seen_s, 0.0) / _SIZE_S)
        self._log_extent += float(share) * (_log_extent(points) - self._log_extent)
        self.estimate, self.points, self.seen_s = estimate, points, time_s


def shown(tracks: list[Track]) -> list[Track]:
    """Return those who are there in this frame, by id."""
    return sorted((t for t in tracks if not t.lost), key=lambda t: t.id)


def _log_extent(points: np.ndarray) -> float:
    return float(np.log(max(np.ptp(points, axis=0).max(), 1e-6)))
