"""FastMETRO's transformer: pre-norm encoder and decoder layers, and the sine encoding of image positions.

Tensors are (batch, tokens, width). Parameter names and shapes are those of ``nn.MultiheadAttention`` and of
the pre-norm DETR transformer that FastMETRO (Cho et al., ECCV 2022) is built on.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F


def sine_positions(height: int, width: int, dim: int) -> Tensor:
    """Return (height * width, dim) float32 sine encodings of a grid, row by row.

    DETR's encoding (Carion et al., ECCV 2020): positions 1..n divided by n + 1e-6 and multiplied by 2 pi,
    temperature 10000; the first half of the channels encodes y, the second x, sines and cosines interleaved.
    """
    half = dim // 2
    frequency = 10000 ** (2 * torch.div(torch.arange(half), 2, rounding_mode="floor") / half)

    def encode(count: int) -> Tensor:
        phase = torch.arange(1, count + 1) / (count + 1e-6) * 2 * math.pi
        angle = phase[:, None] / frequency
        return torch.stack((angle[:, 0::2].sin(), angle[:, 1::2].cos()), 2).flatten(1)

    rows = encode(height)[:, None].expand(height, width, half)
    columns = encode(width)[None].expand(height, width, half)
    return torch.cat((rows, columns), 2).flatten(0, 1)


class Attention(nn.Module):
    """Multi-head attention with the parameters of ``nn.MultiheadAttention``."""

    def __init__(self, dim: int, heads: int, dropout: float):
        super().__init__()
        self.heads = heads
        self.dropout = dropout
        self.in_proj_weight = nn.Parameter(torch.empty(3 * dim, dim))
        self.in_proj_bias = nn.Parameter(torch.zeros(3 * dim))
        self.out_proj = nn.Linear(dim, dim)
        nn.init.xavier_uniform_(self.in_proj_weight)
        nn.init.zeros_(self.out_proj.bias)

    def project(self, x: Tensor, part: int) -> Tensor:
        """Return (B, heads, T, D / heads) queries (part 0), keys (1) or values (2) of (B, T, D) tokens."""
        dim = self.out_proj.in_features
        rows = slice(part * dim, (part + 1) * dim)
        y = F.linear(x, self.in_proj_weight[rows], self.in_proj_bias[rows])
        # The number of tokens is fixed for a network; int() makes it so in an exported graph.
        return y.reshape(-1, int(x.shape[1]), self.heads, dim // self.heads).transpose(1, 2)

    def attend(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return (B, Tq, D) from projected queries, keys and values.

        Parameters
        ----------
        mask : (Tq, Tk) float added to the scores; -inf where attention is forbidden.
        """
        dropout = self.dropout if self.training else 0.0
        y = F.scaled_dot_product_attention(query, key, value, mask, dropout)
        return self.out_proj(y.transpose(1, 2).reshape(-1, int(y.shape[2]), self.out_proj.in_features))


class EncoderLayer(nn.Module):
    """Self-attention and feed-forward, each on normalised input and added to it."""

    def __init__(self, dim: int, heads: int, feedforward: int, dropout: float):
        super().__init__()
        self.self_attn = Attention(dim, heads, dropout)
        self.linear1 = nn.Linear(dim, feedforward * dim)
        self.linear2 = nn.Linear(feedforward * dim, dim)
        self.norm1 = nn.LayerNorm(dim)
        self.norm2 = nn.LayerNorm(dim)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, positions: Tensor) -> Tensor:
        """Map (B, T, D) tokens; (T, D) positions are added to queries and keys, never to values."""
        y = self.norm1(x)
        placed = y + positions
        attention = self.self_attn
        y = attention.attend(
            attention.project(placed, 0), attention.project(placed, 1), attention.project(y, 2)
        )
        x = x + self.dropout(y)
        y = self.linear2(self.dropout(F.relu(self.linear1(self.norm2(x)))))
        return x + self.dropout(y)


class DecoderLayer(nn.Module):
    """Masked self-attention among the queries, attention to the memory, and feed-forward."""

    def __init__(self, dim: int, heads: int, feedforward: int, dropout: float):
        super().__init__()
        self.self_attn = Attention(dim, heads, dropout)
        self.multihead_attn = Attention(dim, heads, dropout)
        self.linear1 = nn.Linear(dim, feedforward * dim)
        self.linear2 = nn.Linear(feedforward * dim, dim)
        self.norm1 = nn.LayerNorm(dim)
        self.norm2 = nn.LayerNorm(dim)
        self.norm3 = nn.LayerNorm(dim)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor, positions: Tensor) -> Tensor:
        """Map queries.

        Parameters
        ----------
        x : (B, Q, D), or (1, Q, D) where the queries do not depend on the input yet: everything before the
            memory is seen is then computed once for the whole batch, and is a constant in an exported graph.
        mask : (Q, Q) float, -inf where a query may not attend.
        memory : (B, T, D).
        positions : (T, D), added to the memory as keys, never as values.
        """
        attention = self.self_attn
        y = self.norm1(x)
        y = attention.attend(attention.project(y, 0), attention.project(y, 1), attention.project(y, 2), mask)
        x = x + self.dropout(y)

        attention = self.multihead_attn
        query = attention.project(self.norm2(x), 0)
        y = attention.attend(query, attention.project(memory + positions, 1), attention.project(memory, 2))
        x = x + self.dropout(y)

        y = self.linear2(self.dropout(F.relu(self.linear1(self.norm3(x)))))
        return x + self.dropout(y)


class Stack(nn.Module):
    """Layers in a row and a final normalisation."""

    def __init__(self, layers: list[EncoderLayer] | list[DecoderLayer], dim: int):
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self.norm = nn.LayerNorm(dim)

    def forward(self, x: Tensor, *context: Tensor) -> Tensor:
        """Map tokens; the context goes to every layer."""
        for layer in self.layers:
            x = layer(x, *context)
        return self.norm(x)


class EncoderDecoder(nn.Module):
    """One stage of FastMETRO: camera and memory tokens are encoded, then the queries read the memory."""

    def __init__(
        self, dim: int, heads: int, encoder_layers: int, decoder_layers: int, feedforward: int, dropout: float
    ):
        super().__init__()
        sizes = (dim, heads, feedforward, dropout)
        self.encoder = Stack([EncoderLayer(*sizes) for _ in range(encoder_layers)], dim)
        self.decoder = Stack([DecoderLayer(*sizes) for _ in range(decoder_layers)], dim)
        for parameter in self.parameters():
            if parameter.dim() > 1:
                nn.init.xavier_uniform_(parameter)

    def forward(
        self, camera: Tensor, tokens: Tensor, queries: Tensor, positions: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return the encoded camera token and memory, and the decoded queries.

        Parameters
        ----------
        camera : (B, 1, D); it has no position, and the queries do not see it.
        tokens : (B, T, D) memory tokens.
        queries : (B or 1, Q, D).
        positions : (T, D) of the memory tokens.
        mask : (Q, Q) float, -inf where a query may not attend.
        """
        placed = torch.cat((torch.zeros_like(positions[:1]), positions))
        encoded = self.encoder(torch.cat((camera, tokens), 1), placed)
        camera, memory = encoded[:, :1], encoded[:, 1:]
        if self.training:  # dropout must fall on each sample by itself
            queries = queries.expand(memory.shape[0], -1, -1)
        return camera, memory, self.decoder(queries, mask, memory, positions)
