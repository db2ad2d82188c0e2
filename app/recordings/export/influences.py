"""How many bones move each vertex of an exported mesh."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from models.body.template import Skeleton

FEW, MANY = 4, 8  # as every reader of skinned meshes takes, and as bodies have


def strongest_influences(skeleton: Skeleton, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the (V, ``count``) bones that move vertices most, and their weights, which add up to 1.

    Weights fall from left to right; places that are left have the weight 0 and the bone 0.
    """
    order = np.argsort(-skeleton.weights.weight, axis=1, kind="stable")[:, :count]
    weights = np.take_along_axis(skeleton.weights.weight, order, 1)
    bones = np.where(weights > 0, np.take_along_axis(skeleton.weights.index, order, 1), 0)
    missing = (0, 0), (0, count - weights.shape[1])
    return np.pad(bones, missing), np.pad(weights / weights.sum(1, keepdims=True), missing)
