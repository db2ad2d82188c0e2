"""How alike two sets of image points lie: whether they are of one person, or of one hand."""

from __future__ import annotations

import numpy as np


def similarity(a: np.ndarray, b: np.ndarray) -> float:
    """Return how alike two sets of (K, 2) points lie, 0 to 1.

    The mean over the points of a bell curve of their distance, as COCO's object keypoint similarity, whose
    width is a tenth of the larger set's extent.
    """
    extent = max(float(np.ptp(a, axis=0).max()), float(np.ptp(b, axis=0).max()), 1e-6)
    distance2 = ((np.asarray(a, np.float64) - b) ** 2).sum(1)
    return float(np.exp(-distance2 / (2 * (0.1 * extent) ** 2)).mean())


def overlap(a: np.ndarray, b: np.ndarray) -> float:
    """Return the fraction, 0 to 1, of the smaller one of the boxes around (K, 2) points that both have."""
    low, high = np.maximum(a.min(0), b.min(0)), np.minimum(a.max(0), b.max(0))
    smaller = min(float(np.ptp(points, axis=0).prod()) for points in (a, b))
    return float(np.clip(high - low, 0, None).prod()) / max(smaller, 1e-6)
