"""Track: what is known of one followed person from frame to frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from models.camera.crop import CropBox
    from models.inference.onnx_model import Estimate


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
    stillness : similarity, to one decimal, of the points to those of the frame before.
    """

    id: int
    estimate: Estimate
    points: np.ndarray
    crop: CropBox
    seen_s: float
    confirmed_s: float
    is_left: bool = False
    lost: bool = False
    stillness: float = 1.0


def shown(tracks: list[Track]) -> list[Track]:
    """Return those who are there in this frame, by id."""
    return sorted((t for t in tracks if not t.lost), key=lambda t: t.id)
