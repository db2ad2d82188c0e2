"""Proof: what a server has to give before anybody's picture is sent to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, eq=False)
class Proof:
    """A picture of nobody's, and what this machine makes of it.

    Attributes
    ----------
    feed : by input, (1, ...) as :meth:`models.inference.inputs.ModelInput.to_send` makes it.
    vertices : (1, V, 3) metres.
    alike_m : how far the server's may lie from them, on average.
    """

    feed: Mapping[str, np.ndarray]
    vertices: np.ndarray
    alike_m: float

    def holds_for(self, vertices: np.ndarray) -> bool:
        """Whether a server's vertices are this machine's; not where one is not a number."""
        return bool(np.linalg.norm(vertices - self.vertices, axis=-1).mean() < self.alike_m)
