"""Cross-attention from landmarks to the feature maps they were found in, which corrects the landmarks.

Every landmark, and the camera, attends to the cells of the maps, whose keys are their positions. The result
is added to its token through a gate that starts at zero: untrained, it changes nothing.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor, nn

from models.network.blazepose import FEATURE_CHANNELS, FEATURE_SIDE, NUM_LANDMARKS
from models.network.transformer import DecoderLayer, Stack

OCTAVES = 5  # of the positions' sines: from four crop sides to a quarter of one


class Correction(NamedTuple):
    """What the feature maps add, for B people.

    Attributes
    ----------
    tokens, embeddings : (B, 33, D), to the landmarks' memory tokens and to their additions to the queries.
    camera : (B, 1, D), to the camera token.
    """

    tokens: Tensor
    embeddings: Tensor
    camera: Tensor


class FeatureCrossAttention(nn.Module):
    """Landmarks and feature maps to a :class:`Correction`.

    Parameters
    ----------
    landmark_numbers : that describe a landmark.
    dim, heads, feedforward, layers : sizes of the attention; ``feedforward`` in multiples of ``dim``.
    dropout : in training.
    """

    def __init__(
        self, landmark_numbers: int, dim: int, heads: int, feedforward: int, layers: int, dropout: float
    ):
        super().__init__()
        self.features = nn.Linear(FEATURE_CHANNELS, dim)
        self.feature_norm = nn.LayerNorm(dim)
        self.position = nn.Linear(4 * OCTAVES, dim)
        self.rotation = nn.Linear(2, dim)
        self.landmark = nn.Linear(landmark_numbers, dim)
        self.identity = nn.Parameter(torch.randn(NUM_LANDMARKS + 1, dim) * 0.1)
        self.stack = Stack([DecoderLayer(dim, heads, feedforward, dropout) for _ in range(layers)], dim)
        self.gate = nn.Linear(dim, 2 * dim)
        nn.init.zeros_(self.gate.weight)
        nn.init.zeros_(self.gate.bias)
        cells = (torch.arange(FEATURE_SIDE) + 0.5) * (2 / FEATURE_SIDE) - 1
        grid = torch.cartesian_prod(cells, cells).flip(1)
        self.register_buffer("cells", grid, persistent=False)

    def forward(
        self, landmarks: Tensor, features: Tensor, center: Tensor, scale: Tensor, rotation: Tensor
    ) -> Correction:
        """Attend to the feature maps.

        Parameters
        ----------
        landmarks : (B, 33, N) upright ones; the first two numbers are the position.
        features : (B, C, 8, 8) of the crop as it was.
        center, scale, rotation : (B, 2), (B, 1) and (B, 2, 2), from upright positions to the crop's.
        """
        cells = (self.get_buffer("cells") - center[:, None]) @ rotation / scale[..., None]
        memory = self.feature_norm(self.features(features.flatten(2).transpose(1, 2)))
        # The maps' own axes stay the crop's; the network is told how the person lies in them.
        memory = memory + self.rotation(rotation[:, :, 0])[:, None]
        points = self.landmark(landmarks) + self.position(sines(landmarks[..., :2]))
        queries = torch.cat((points, torch.zeros_like(points[:, :1])), 1) + self.identity
        no_mask = queries.new_zeros(NUM_LANDMARKS + 1, NUM_LANDMARKS + 1)
        gated = self.gate(self.stack(queries, no_mask, memory, self.position(sines(cells))))
        tokens, embeddings = gated.chunk(2, -1)
        return Correction(tokens[:, :NUM_LANDMARKS], embeddings[:, :NUM_LANDMARKS], tokens[:, NUM_LANDMARKS:])


def sines(positions: Tensor) -> Tensor:
    """Return (..., 4 x OCTAVES) sines and cosines of (..., 2) positions in half crop sides."""
    octaves = math.pi / 4 * 2 ** torch.arange(OCTAVES, device=positions.device, dtype=positions.dtype)
    angles = (positions[..., None] * octaves).flatten(-2)
    return torch.cat((angles.sin(), angles.cos()), -1)
