"""Meshes whose geometry is known."""

import numpy as np


def sphere(radius: float, rings: int = 48) -> tuple[np.ndarray, np.ndarray]:
    """A sphere about the origin: vertices and outward faces."""
    polar, around = np.linspace(0, np.pi, rings), np.linspace(0, 2 * np.pi, 2 * rings, endpoint=False)
    a, b = np.meshgrid(polar, around, indexing="ij")
    points = radius * np.stack([np.sin(a) * np.cos(b), np.cos(a), np.sin(a) * np.sin(b)], -1)
    index = np.arange(a.size).reshape(a.shape)
    nxt = np.roll(index, -1, axis=1)
    quads = np.stack([index[:-1], nxt[:-1], nxt[1:], index[1:]], -1).reshape(-1, 4)
    faces = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    return points.reshape(-1, 3).astype(np.float32), faces.astype(np.int32)
