"""What is known of people that a network learns from, whoever made them up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Self

import numpy as np


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """N people in crop axes (x right, y down, z away).

    Attributes
    ----------
    mid : (N, M, 3) float32 metres, root-centred, the true mesh of the middle level.
    joints, landmarks : (N, 14, 3) and (N, 33, 3) likewise, the true ``fastmetro14`` and ``mediapipe33``.
    joints_2d, landmarks_2d : (N, 14, 2) and (N, 33, 2) float32, where those are in crop coordinates.
    """

    mid: np.ndarray
    joints: np.ndarray
    landmarks: np.ndarray
    joints_2d: np.ndarray
    landmarks_2d: np.ndarray

    def __len__(self) -> int:
        return len(self.mid)

    def __getitem__(self, which: np.ndarray | slice) -> Self:
        """Return some of the people."""
        return type(self)(**{f.name: getattr(self, f.name)[which] for f in fields(self)})

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """Put several after each other."""
        return cls(**{f.name: np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(cls)})
