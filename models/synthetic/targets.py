"""What a network should say of people: the targets of training, whoever made the people up."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

import numpy as np

if TYPE_CHECKING:  # processes that render do without it
    from collections.abc import Sequence

    from torch import Tensor

Array = TypeVar("Array", np.ndarray, "Tensor")


@dataclass(frozen=True, slots=True, eq=False)
class Targets(Generic[Array]):
    """N people in crop axes (x right, y down, z away), as float32 arrays or tensors.

    Attributes
    ----------
    mid : (N, M, 3) metres, root-centred, the true mesh of the middle level.
    joints, landmarks : (N, 14, 3) and (N, 33, 3) likewise, the true ``fastmetro14`` and ``mediapipe33``.
    joints_2d, landmarks_2d : (N, 14, 2) and (N, 33, 2), where those are in crop coordinates.
    """

    mid: Array
    joints: Array
    landmarks: Array
    joints_2d: Array
    landmarks_2d: Array

    def __len__(self) -> int:
        return len(self.mid)

    def __getitem__(self, which: np.ndarray | slice) -> Self:
        """Return some of the people."""
        return type(self)(**{f.name: getattr(self, f.name)[which] for f in fields(self)})

    @classmethod
    def concatenate(cls, parts: Sequence[Self]) -> Self:
        """Put several batches of arrays after each other."""
        joined: dict[str, Any] = {
            f.name: np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(cls)
        }
        return cls(**joined)
