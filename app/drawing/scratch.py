"""Scratch: memory for pictures that are soon done with."""

from __future__ import annotations

import math

import numpy as np


class Scratch:
    """Hands the same memory out again and again; fresh memory of a picture's size takes longer to fill.

    Used by one thread.
    """

    def __init__(self) -> None:
        self._memory: dict[str, np.ndarray] = {}

    def picture(self, name: str, *shape: int) -> np.ndarray:
        """Return uint8 of a shape, which holds anything; good until the next of the same name."""
        size = math.prod(shape)
        memory = self._memory.get(name)
        if memory is None or memory.size < size:
            memory = self._memory[name] = np.empty(size, np.uint8)
        return memory[:size].reshape(shape)
