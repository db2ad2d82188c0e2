"""The regressor of SMPL's pose and shape from the middle mesh that FastMETRO's authors train on top of it."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

NUM_ROTATIONS = 24
NUM_BETAS = 10
NEWTON_STEPS = 10


def _cofactors(x: Tensor) -> Tensor:
    """Return the (..., 9) cofactors of (..., 9) matrices given row by row."""
    i, j = torch.arange(9) // 3, torch.arange(9) % 3
    i1, i2, j1, j2 = (i + 1) % 3 * 3, (i + 2) % 3 * 3, (j + 1) % 3, (j + 2) % 3
    return x[..., i1 + j1] * x[..., i2 + j2] - x[..., i1 + j2] * x[..., i2 + j1]


def authors_rotation(matrices: Tensor) -> Tensor:
    """Return ``R det(R)`` with ``R = U V^T`` of (..., 3, 3) matrices ``U S V^T``, without their SVD.

    ``R`` is the orthogonal polar factor. Where its determinant is negative the result is ``-R``: a rotation,
    though not the nearest one. The published weights were trained with this rule.

    Notes
    -----
    Newton's iteration ``X <- (g X + X^-T / g) / 2`` with ``g^2 = |X^-T| / |X|`` (Higham, SIAM J. Sci. Stat.
    Comput. 7, 1986) converges to the polar factor from every invertible matrix, in less than ten steps for
    condition numbers that float32 can hold. It needs no more than products and sums, so it can be exported.
    """
    x = matrices.flatten(-2)
    tiny = torch.finfo(x.dtype).tiny
    x = x / x.norm(dim=-1, keepdim=True).clamp_min(tiny)
    # -X has the polar factor -R, so turning X to a positive determinant first gives R det(R).
    determinant = (x * _cofactors(x)).sum(-1, keepdim=True) / 3
    x = torch.where(determinant < 0, -x, x)
    for _ in range(NEWTON_STEPS):
        cofactors = _cofactors(x)
        inverse = cofactors * 3 / (x * cofactors).sum(-1, keepdim=True).clamp_min(tiny)
        g = (inverse.norm(dim=-1, keepdim=True) / x.norm(dim=-1, keepdim=True)).sqrt()
        x = (g * x + inverse / g) / 2
    return x.unflatten(-1, (3, 3))


class LinearBlock(nn.Module):
    """A linear layer with batch normalisation and ReLU."""

    def __init__(self, dim_in: int, dim: int):
        super().__init__()
        self.fc_block = nn.Sequential(nn.Linear(dim_in, dim), nn.BatchNorm1d(dim), nn.ReLU())

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, D)."""
        return self.fc_block(x)


class ResidualBlock(nn.Module):
    """Two linear layers with batch normalisation around a shortcut."""

    def __init__(self, dim: int):
        super().__init__()
        self.fc_block = nn.Sequential(
            nn.Linear(dim, dim), nn.BatchNorm1d(dim), nn.ReLU(), nn.Linear(dim, dim), nn.BatchNorm1d(dim)
        )

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, D)."""
        return F.relu(x + self.fc_block(x))


class SmplHead(nn.Module):
    """SMPL's parameters from (B, M, 3) vertices of the middle mesh."""

    def __init__(self, num_vertices: int, dim: int = 1024):
        super().__init__()
        self.regressor = nn.Sequential(
            LinearBlock(3 * num_vertices, dim),
            ResidualBlock(dim),
            ResidualBlock(dim),
            nn.Linear(dim, 9 * NUM_ROTATIONS + NUM_BETAS),
        )

    def forward(self, vertices: Tensor) -> tuple[Tensor, Tensor]:
        """Return (B, 24, 3, 3) rotations, each relative to the parent joint's, and (B, 10) shape."""
        numbers = self.regressor(vertices.flatten(1))
        matrices = numbers[:, :-NUM_BETAS].unflatten(1, (NUM_ROTATIONS, 3, 3))
        return authors_rotation(matrices), numbers[:, -NUM_BETAS:]
