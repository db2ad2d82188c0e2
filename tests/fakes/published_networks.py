"""FastMETRO as its authors released it, rebuilt from the published facts to compare our networks with.

Written apart from ``models/``: plain ``nn.MultiheadAttention``, one matrix after another in the SMPL head,
dense upsampling. Its state_dict has the published key names, so saving it gives a checkpoint in the authors'
format.
"""

from __future__ import annotations

import math

import torch
from torch import nn
from torch.nn import functional as F

HEADS = 8
LAYERS = {"S": 1, "M": 2, "L": 3}


class Bottleneck(nn.Module):
    def __init__(self, inside, width, stride):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(inside, width, 1, bias=False), nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3, self.bn3 = nn.Conv2d(width, 4 * width, 1, bias=False), nn.BatchNorm2d(4 * width)
        self.downsample = None
        if stride > 1 or inside != 4 * width:
            self.downsample = nn.Sequential(
                nn.Conv2d(inside, 4 * width, 1, stride, bias=False), nn.BatchNorm2d(4 * width)
            )

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        y = F.relu(self.bn2(self.conv2(y)))
        y = self.bn3(self.conv3(y))
        return F.relu(y + (x if self.downsample is None else self.downsample(x)))


def resnet50():
    parts = [nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
    inside = 64
    for width, blocks, stride in ((64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2)):
        layer = []
        for i in range(blocks):
            layer.append(Bottleneck(inside, width, stride if i == 0 else 1))
            inside = 4 * width
        parts.append(nn.Sequential(*layer))
    return nn.Sequential(*parts)


class EncoderLayer(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.self_attn = nn.MultiheadAttention(dim, HEADS)
        self.linear1, self.linear2 = nn.Linear(dim, 4 * dim), nn.Linear(4 * dim, dim)
        self.norm1, self.norm2 = nn.LayerNorm(dim), nn.LayerNorm(dim)

    def forward(self, x, position):
        y = self.norm1(x)
        placed = torch.cat([y[:1], y[1:] + position])
        x = x + self.self_attn(placed, placed, y)[0]
        return x + self.linear2(F.relu(self.linear1(self.norm2(x))))


class DecoderLayer(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.self_attn = nn.MultiheadAttention(dim, HEADS)
        self.multihead_attn = nn.MultiheadAttention(dim, HEADS)
        self.linear1, self.linear2 = nn.Linear(dim, 4 * dim), nn.Linear(4 * dim, dim)
        self.norm1, self.norm2, self.norm3 = nn.LayerNorm(dim), nn.LayerNorm(dim), nn.LayerNorm(dim)

    def forward(self, x, memory, position, mask):
        y = self.norm1(x)
        x = x + self.self_attn(y, y, y, attn_mask=mask)[0]
        x = x + self.multihead_attn(self.norm2(x), memory + position, memory)[0]
        return x + self.linear2(F.relu(self.linear1(self.norm3(x))))


class Stack(nn.Module):
    def __init__(self, layer, dim, count):
        super().__init__()
        self.layers = nn.ModuleList([layer(dim) for _ in range(count)])
        self.norm = nn.LayerNorm(dim)

    def forward(self, x, *rest):
        for layer in self.layers:
            x = layer(x, *rest)
        return self.norm(x)


class Transformer(nn.Module):
    def __init__(self, dim, count):
        super().__init__()
        self.encoder, self.decoder = Stack(EncoderLayer, dim, count), Stack(DecoderLayer, dim, count)

    def forward(self, image, camera, queries, position, mask):
        encoded = self.encoder(torch.cat([camera, image]), position)
        return encoded[:1], encoded[1:], self.decoder(queries, encoded[1:], position, mask)


class Block(nn.Module):
    """A fully connected block of the SMPL head; the wider ones are residual."""

    def __init__(self, inside, outside):
        super().__init__()
        self.residual = inside == outside
        parts = [nn.Linear(inside, outside), nn.BatchNorm1d(outside), nn.ReLU()]
        if self.residual:
            parts += [nn.Linear(outside, outside), nn.BatchNorm1d(outside)]
        self.fc_block = nn.Sequential(*parts)

    def forward(self, x):
        return F.relu(x + self.fc_block(x)) if self.residual else self.fc_block(x)


class SmplHead(nn.Module):
    def __init__(self):
        super().__init__()
        self.regressor = nn.Sequential(
            Block(1723 * 3, 1024), Block(1024, 1024), Block(1024, 1024), nn.Linear(1024, 226)
        )

    def forward(self, vertices):
        numbers = self.regressor(vertices.flatten(1))
        rotations = torch.empty(len(vertices), 24, 3, 3)
        for n in range(len(vertices)):
            for j in range(24):
                u, _, vt = torch.linalg.svd(numbers[n, 9 * j : 9 * j + 9].view(3, 3))
                rotation = u @ vt
                rotations[n, j] = rotation * torch.det(rotation)
        return rotations, numbers[:, 216:]


def position_encoding(dim, side=7):
    """(side^2, 1, dim): the sine encoding of DETR, y's half before x's."""
    place = torch.arange(1, side + 1) / (side + 1e-6) * 2 * math.pi
    half = dim // 2
    wave = place[:, None] / 10000 ** (2 * (torch.arange(half) // 2) / half)
    wave = torch.stack([wave[:, 0::2].sin(), wave[:, 1::2].cos()], 2).flatten(1)
    grid = torch.cat([wave[:, None].expand(-1, side, -1), wave[None].expand(side, -1, -1)], 2)
    return grid.reshape(side * side, 1, dim)


class AuthorsFastMetro(nn.Module):
    """The network: ``size`` S, M or L; ``upsample`` the fixed sparse matrix to the fine mesh, dense.

    ``adjacency`` is (C, C), non-zero where coarse vertices may attend to each other.
    """

    def __init__(self, size, backbone, adjacency, upsample, hand=False, smpl_head=False):
        super().__init__()
        joints, vertices = (21, 195) if hand else (14, 431)
        self.joints, self.upsample = joints, upsample
        self.backbone = backbone
        self.transformer_1 = Transformer(512, LAYERS[size])
        self.transformer_2 = Transformer(128, LAYERS[size])
        self.dim_reduce_enc_cam = nn.Linear(512, 128)
        self.dim_reduce_enc_img = nn.Linear(512, 128)
        self.dim_reduce_dec = nn.Linear(512, 128)
        self.cam_token_embed = nn.Embedding(1, 512)
        self.joint_token_embed = nn.Embedding(joints, 512)
        self.vertex_token_embed = nn.Embedding(vertices, 512)
        self.xyz_regressor = nn.Linear(128, 3)
        self.cam_predictor = nn.Linear(128, 3)
        self.conv_1x1 = nn.Conv2d(2048, 512, 1)
        if not hand:
            self.coarse2intermediate_upsample = nn.Linear(431, 1723)
        if smpl_head:
            self.smpl_parameter_regressor = SmplHead()
        self.mask = F.pad(adjacency == 0, (joints, 0, joints, 0))

    def forward(self, images):
        n = len(images)
        image = self.conv_1x1(self.backbone(images)).flatten(2).permute(2, 0, 1)
        camera = self.cam_token_embed.weight[:, None].repeat(1, n, 1)
        tokens = torch.cat([self.joint_token_embed.weight, self.vertex_token_embed.weight])
        queries = tokens[:, None].repeat(1, n, 1)
        camera, image, queries = self.transformer_1(image, camera, queries, position_encoding(512), self.mask)
        camera, _, queries = self.transformer_2(
            self.dim_reduce_enc_img(image),
            self.dim_reduce_enc_cam(camera),
            self.dim_reduce_dec(queries),
            position_encoding(128),
            self.mask,
        )
        points = self.xyz_regressor(queries.transpose(0, 1))
        middle = points[:, self.joints :]
        if hasattr(self, "coarse2intermediate_upsample"):
            middle = self.coarse2intermediate_upsample(middle.transpose(1, 2)).transpose(1, 2)
        out = {
            "camera": self.cam_predictor(camera).view(n, 3),
            "joints": points[:, : self.joints],
            "vertices": self.upsample @ middle,
        }
        if hasattr(self, "smpl_parameter_regressor"):
            out["smpl_rotmat"], out["smpl_betas"] = self.smpl_parameter_regressor(middle)
        return out


def randomise(network: nn.Module, seed: int) -> nn.Module:
    """Give every weight and statistic a value that would show if it were lost or swapped."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if name.endswith("num_batches_tracked"):
                continue
            noise = torch.randn(value.shape, generator=generator)
            if value.ndim > 1:
                fan = 1 if "token_embed" in name else value[0].numel()
                value.copy_(noise / math.sqrt(fan))
            elif "var" in name or name.endswith(("norm.weight", "1.weight", "2.weight", "3.weight")):
                value.copy_(1 + 0.2 * noise.clamp(-2, 2))
            else:
                value.copy_(0.1 * noise)
    return network.eval()


class HRNetFunction:
    """HRNet-W64-C up to its 2048-channel map, straight from named weights."""

    def __init__(self, weights):
        self.weights = weights

    def __call__(self, image):
        x = F.relu(self.norm("bn1", self.conv("conv1", image, 2)))
        x = F.relu(self.norm("bn2", self.conv("conv2", x, 2)))
        x = self.blocks("layer1", x, 4)
        maps = [F.relu(self.steps("transition1.0", x)), F.relu(self.steps("transition1.1.0", x, 2))]
        for stage, modules in ((2, 1), (3, 4), (4, 3)):
            if stage > 2:
                maps.append(F.relu(self.steps(f"transition{stage - 1}.{stage - 1}.0", maps[-1], 2)))
            for i in range(modules):
                maps = self.exchange(f"stage{stage}.{i}", maps)
        return self.head(maps)

    def conv(self, name, x, stride=1):
        weight = self.weights[f"{name}.weight"]
        return F.conv2d(x, weight, self.weights.get(f"{name}.bias"), stride, weight.shape[-1] // 2)

    def norm(self, name, x):
        parts = ("running_mean", "running_var", "weight", "bias")
        return F.batch_norm(x, *(self.weights[f"{name}.{part}"] for part in parts))

    def steps(self, name, x, stride=1):
        return self.norm(f"{name}.1", self.conv(f"{name}.0", x, stride))

    def block(self, name, x):
        y = x
        last = 3 if f"{name}.conv3.weight" in self.weights else 2
        for i in range(1, last + 1):
            y = self.norm(f"{name}.bn{i}", self.conv(f"{name}.conv{i}", y))
            y = y if i == last else F.relu(y)
        has_downsample = f"{name}.downsample.0.weight" in self.weights
        return F.relu(y + (self.steps(f"{name}.downsample", x) if has_downsample else x))

    def blocks(self, name, x, count):
        for i in range(count):
            x = self.block(f"{name}.{i}", x)
        return x

    def exchange(self, name, maps):
        maps = [self.blocks(f"{name}.branches.{i}", x, 4) for i, x in enumerate(maps)]
        return [
            F.relu(
                sum(self.fused(f"{name}.fuse_layers.{target}.{source}", maps[source], source - target))
                for source in range(len(maps))
            )
            for target in range(len(maps))
        ]

    def fused(self, layer, x, up):
        """Bring a map up, or down by strided convolutions, by so many octaves."""
        if up > 0:
            return F.interpolate(self.steps(layer, x), scale_factor=2**up, mode="nearest")
        for i in range(-up):
            x = self.steps(f"{layer}.{i}", x, stride=2)
            x = F.relu(x) if i < -up - 1 else x
        return x

    def head(self, maps):
        y = self.blocks("incre_modules.0", maps[0], 1)
        for i in range(3):
            down = F.relu(self.steps(f"downsamp_modules.{i}", y, 2))
            y = self.blocks(f"incre_modules.{i + 1}", maps[i + 1], 1) + down
        return F.relu(self.steps("final_layer", y))
