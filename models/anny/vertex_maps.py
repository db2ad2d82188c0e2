"""Upsampling: how each vertex of a finer mesh follows a few of a coarser one."""

from __future__ import annotations

import numpy as np

from models.body.template import SparseRows


def fit_upsampling(fine: np.ndarray, kept: np.ndarray, neighbours: int, noise: float = 0.0005) -> SparseRows:
    """Find how each fine vertex follows its coarse ones, by least squares over moving bodies.

    Parameters
    ----------
    fine : (N, V, 3) metres.
    kept : (C,) the fine vertices that are coarse ones.
    neighbours : non-zeros a row.
    noise : metres by which coarse vertices are assumed to err, which keeps the weights small.

    Returns
    -------
    Rows that sum to 1, so that moving the body moves the result along.
    """
    samples = fine.transpose(1, 0, 2).reshape(fine.shape[1], -1).astype(np.float64)
    samples -= samples.mean(0)
    coarse = samples[kept]
    gram = coarse @ coarse.T
    cross = samples @ coarse.T
    power = (samples**2).sum(1)
    # What moves along with a vertex stays near it in every pose, unlike what merely comes close.
    distance = power[:, None] + np.diag(gram)[None] - 2 * cross
    ridge = noise**2 * samples.shape[1]
    index = np.zeros((len(samples), neighbours), np.int32)
    weight = np.zeros((len(samples), neighbours), np.float32)
    coarse_row = {int(v): i for i, v in enumerate(kept)}
    for row in range(len(samples)):
        if row in coarse_row:
            index[row], weight[row, 0] = coarse_row[row], 1
            continue
        chosen = np.argpartition(distance[row], 2 * neighbours)[: 2 * neighbours]
        solution = _solve_affine(gram, cross[row], chosen, ridge)
        while len(chosen) > neighbours:
            # Drop what matters least: its weight times how far it lies from the rest of the row.
            apart = np.maximum(distance[row][chosen], 1e-9)
            spare = max(1, (len(chosen) - neighbours) // 3)
            keep = np.argsort(solution**2 * apart)[spare:]
            chosen = chosen[keep]
            solution = _solve_affine(gram, cross[row], chosen, ridge)
        index[row], weight[row] = chosen, solution
    weight /= weight.sum(1, keepdims=True)
    return SparseRows(index, weight)


def _solve_affine(gram: np.ndarray, cross: np.ndarray, chosen: np.ndarray, ridge: float) -> np.ndarray:
    """Minimise |x - C w|^2 + ridge |w|^2 over weights that sum to 1 (Lagrange multiplier)."""
    n = len(chosen)
    system = np.ones((n + 1, n + 1))
    system[:n, :n] = gram[np.ix_(chosen, chosen)] + ridge * np.eye(n)
    system[n, n] = 0
    return np.linalg.solve(system, np.append(cross[chosen], 1))[:n]


def sparse_rows(parts: list[tuple[np.ndarray, np.ndarray]]) -> SparseRows:
    """Return one row of each (columns, weights), filled up with weights of 0."""
    width = max(len(index) for index, _ in parts)
    index = np.zeros((len(parts), width), np.int32)
    weight = np.zeros((len(parts), width), np.float32)
    for row, (columns, values) in enumerate(parts):
        index[row] = columns[0]
        index[row, : len(columns)], weight[row, : len(columns)] = columns, values
    return SparseRows(index, weight)
