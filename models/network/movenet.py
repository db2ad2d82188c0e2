"""MoveNet in torch, with the weights of its published files: Thunder reads a person, MultiPose finds people.

Both are MobileNetV2 with a feature pyramid and a few small heads, as in CenterNet. Networks by Google
(Votel and Li, 2021; Apache-2.0). Their answers are the 17 joints of COCO, in its order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from models.errors import UserError
from models.inference.paths import ASSETS
from models.network.tfjs import read_weights

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np

THUNDER = ASSETS / "movenet_thunder.json"  # its weights lie in the .bin beside it
NUM_JOINTS = 17  # of COCO
STRIDE = 4  # input pixels along a cell of the maps

# MobileNetV2's blocks at width 1: channels, and by what the first of a row of blocks divides the size.
BLOCKS = (
    *((24, 2), (24, 1)),
    *((32, 2), (32, 1), (32, 1)),
    *((64, 2), (64, 1), (64, 1), (64, 1), (96, 1), (96, 1), (96, 1)),
    *((160, 2), (160, 1), (160, 1), (320, 1)),
)
PYRAMID_BLOCKS = (2, 5, 9)  # whose maps, at 1/4, 1/8 and 1/16 of the size, enter the pyramid
EXPANSION = 6
DEEPEST, PYRAMID, HEAD = 1280, (24, 32, 64), 96  # channels

# As the published graphs have them, in cells of the map.
NEARNESS = 1.8  # heat counts by 1 / (distance + this)
PEAK_WINDOW = 5  # side of the square in which a centre must be the hottest
NUM_PEAKS = 6  # people that MultiPose proposes
SPREAD, SPREAD_CELLS = 0.1, 1.0  # a joint's place, as a part of the body's extent, plus cells


class SameConv(nn.Conv2d):
    """A convolution padded as TensorFlow's "same": at stride 2 of an even size, right and below only."""

    def __init__(
        self,
        channels_in: int,
        channels: int,
        kernel: int = 1,
        stride: int = 1,
        groups: int = 1,
        bias: bool = True,
    ):
        padding = kernel // 2 if stride == 1 else 0
        super().__init__(channels_in, channels, kernel, stride, padding, groups=groups, bias=bias)

    def forward(self, input: Tensor) -> Tensor:
        """Map (B, C, H, W)."""
        if self.stride[0] != 1:
            # With its value spelt out, ONNX Runtime does the padding within the convolution.
            input = F.pad(input, (0, 1, 0, 1), value=0.0)
        return super().forward(input)


class InvertedResidual(nn.Module):
    """Widen, convolve each channel, narrow without activation; with a shortcut where the shape stays."""

    def __init__(self, channels_in: int, channels: int, stride: int):
        super().__init__()
        wide = EXPANSION * channels_in
        self.expand = SameConv(channels_in, wide)
        self.depthwise = SameConv(wide, wide, 3, stride, groups=wide)
        self.project = SameConv(wide, channels)
        self.shortcut = stride == 1 and channels_in == channels

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, C, H, W)."""
        y = self.project(F.relu6(self.depthwise(F.relu6(self.expand(x)))))
        return x + y if self.shortcut else y


class Separable(nn.Module):
    """Depthwise 3x3 then 1x1 convolution, with one ReLU at the end."""

    def __init__(self, channels_in: int, channels: int):
        super().__init__()
        self.depthwise = SameConv(channels_in, channels_in, 3, groups=channels_in, bias=False)
        self.pointwise = SameConv(channels_in, channels)

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, C, H, W)."""
        return F.relu(self.pointwise(self.depthwise(x)))


class FeaturePyramid(nn.Module):
    """MobileNetV2, (B, 3, H, W) in -1..1, and the pyramid on it, (B, 24, H / 4, W / 4).

    Parameters
    ----------
    width : of MobileNetV2, as a multiple of its published channels.
    """

    def __init__(self, width: float):
        super().__init__()

        def scaled(channels: int) -> int:  # to a multiple of 8, as in MobileNetV2
            return int(channels * width + 4) // 8 * 8

        first, channels = scaled(32), scaled(16)
        self.stem = nn.ModuleList(
            [SameConv(3, first, 3, 2), SameConv(first, first, 3, groups=first), SameConv(first, channels)]
        )
        self.blocks = nn.ModuleList()
        taken = []
        for number, (base, stride) in enumerate(BLOCKS, 1):
            self.blocks.append(InvertedResidual(channels, scaled(base), stride))
            channels = scaled(base)
            if number in PYRAMID_BLOCKS:
                taken.append(channels)
        self.last = SameConv(channels, DEEPEST)
        fine, middle, coarse = PYRAMID
        # From coarse to fine.
        self.laterals = nn.ModuleList(
            SameConv(channels, out)
            for channels, out in zip((DEEPEST, *taken[::-1]), (coarse, coarse, middle, fine), strict=True)
        )
        self.smooth = nn.ModuleList(
            [Separable(coarse, middle), Separable(middle, fine), Separable(fine, fine)]
        )

    def forward(self, x: Tensor) -> Tensor:
        """Run the backbone, then add its maps from coarse to fine."""
        first, second, third = self.stem
        x = third(F.relu6(second(F.relu6(first(x)))))
        taken = []
        for number, block in enumerate(self.blocks, 1):
            x = block(x)
            if number in PYRAMID_BLOCKS:
                taken.append(x)
        top, *laterals = self.laterals
        y = top(F.relu6(self.last(x)))
        for lateral, smooth in zip(laterals, self.smooth, strict=True):
            y = smooth(F.interpolate(y, scale_factor=2, mode="bilinear") + lateral(taken.pop()))
        return y

    def published_layers(self) -> Iterator[tuple[nn.Conv2d, str, str | None]]:
        """Yield each convolution with the names of its weight and bias in the published files."""
        root = "StatefulPartitionedCall/center_net_mobile_net_v2fpn_feature_extractor/model_1"
        named: dict[str, Any] = dict(
            zip(("Conv1", "expanded_conv_depthwise", "expanded_conv_project"), self.stem, strict=True)
        )
        for i, block in enumerate(self.blocks, 1):
            for part in ("expand", "depthwise", "project"):
                named[f"block_{i}_{part}"] = getattr(block, part)
        named["Conv_1"] = self.last
        for name, layer in named.items():
            at = f"{root}/model/{name}/" + ("depthwise" if name.endswith("depthwise") else "Conv2D")
            yield layer, f"{at}_weights", f"{at}_bn_offset"
        laterals: Any = self.laterals
        for i, layer in enumerate(laterals):
            at = f"{root}/conv2d{_number(i)}"
            yield layer, f"{at}/Conv2D/ReadVariableOp", f"{at}/BiasAdd/ReadVariableOp"
        smooth: Any = self.smooth
        for i, layer in enumerate(smooth):
            at = f"{root}/separable_conv2d{_number(i)}/separable_conv2d"
            yield layer.depthwise, f"{at}/ReadVariableOp", None
            yield layer.pointwise, f"{at}_weights", f"{at}_bn_offset"


def _number(i: int) -> str:
    """Return what TensorFlow adds to the name of the i-th layer of a kind."""
    return f"_{i}" if i else ""


class MoveNet(nn.Module):
    """The pyramid and the heads on it.

    Attributes
    ----------
    heads : by their published names, in their order there; each maps to (B, channels, H / 4, W / 4).
    """

    FIRST_HEAD = 3  # TensorFlow counts on from the pyramid's layers

    def __init__(self, width: float, heads: dict[str, int]):
        super().__init__()
        self.pyramid = FeaturePyramid(width)
        self.heads = nn.ModuleDict(
            {
                name: nn.Sequential(Separable(PYRAMID[0], HEAD), SameConv(HEAD, channels))
                for name, channels in heads.items()
            }
        )

    def maps(self, image: Tensor) -> dict[str, Tensor]:
        """Return the maps of the heads.

        Parameters
        ----------
        image : (B, 3, H, W) RGB in 0..1, H and W multiples of 32.
        """
        features = self.pyramid(image * 2 - 1)
        return {name: head(features) for name, head in self.heads.items()}

    def published_layers(self) -> Iterator[tuple[nn.Conv2d, str, str | None]]:
        """Yield each convolution with the names of its weight and bias in the published file."""
        yield from self.pyramid.published_layers()
        heads: Any = self.heads
        for i, (name, (hidden, last)) in enumerate(heads.items(), self.FIRST_HEAD):
            at = f"StatefulPartitionedCall/{name}_0"
            yield hidden.depthwise, f"{at}/separable_conv2d_{i}/separable_conv2d/ReadVariableOp", None
            yield (
                hidden.pointwise,
                f"{at}/separable_conv2d_{i}/separable_conv2d/ReadVariableOp_1",
                f"{at}/separable_conv2d_{i}/BiasAdd/ReadVariableOp",
            )
            yield (
                last,
                f"{at}/conv2d_{i + 1}/Conv2D/ReadVariableOp",
                f"{at}/conv2d_{i + 1}/BiasAdd/ReadVariableOp",
            )


class Thunder(MoveNet):
    """MoveNet Thunder: the joints of the person in the middle of an upright crop."""

    def __init__(self):
        super().__init__(
            1.75,
            {
                "center": 1,
                "kpt_heatmap": NUM_JOINTS,
                "kpt_regress": 2 * NUM_JOINTS,
                "kpt_offset": 2 * NUM_JOINTS,
            },
        )

    def predict(self, image: Tensor) -> Tensor:
        """Return (B, 17, 3) joints of the most central person: x, y in crop units, score in 0..1.

        Parameters
        ----------
        image : (B, 3, 256, 256) RGB in 0..1, upright crops.
        """
        maps = self.maps(image)
        centre, heat = maps["center"].sigmoid(), maps["kpt_heatmap"].sigmoid()
        cells = _cells(heat)
        size = torch.tensor(heat.shape[-2:], dtype=heat.dtype, device=heat.device)
        central = 1 / (_distance(cells, size[:, None, None] / 2) + NEARNESS)
        at = (centre * central).flatten(1).argmax(1, keepdim=True)
        expected = _regressed(maps["kpt_regress"], at, cells)[:, 0]
        near = 1 / (_distance(cells, expected[..., None, None]) + NEARNESS)
        place, score = _read(heat, heat * near, maps["kpt_offset"], cells)
        return torch.cat(((place * 2 / size - 1).flip(-1), score[..., None]), -1)


class MultiPose(MoveNet):
    """MoveNet MultiPose: proposes people in a whole image."""

    def __init__(self):
        super().__init__(
            1.5,
            {
                "center": 1,
                "box_scale": 2,
                "box_offset": 2,
                "kpt_heatmap": NUM_JOINTS,
                "kpt_regress": 2 * NUM_JOINTS,
                "kpt_offset": 2 * NUM_JOINTS,
            },
        )

    def maps(self, image: Tensor) -> dict[str, Tensor]:
        """Return the maps without those of the boxes, which follow from the joints."""
        features = self.pyramid(image * 2 - 1)
        return {name: head(features) for name, head in self.heads.items() if not name.startswith("box")}

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """Return the joints of up to six people, the surest first.

        Parameters
        ----------
        image : (1, 3, H, W) RGB in 0..1, H and W multiples of 32.

        Returns
        -------
        joints : (6, 17, 3): x, y in pixels of the image, score in 0..1.
        scores : (6,) of the people, in 0..1; 0 for what is none, where there are fewer.
        """
        maps = self.maps(image)
        centre, heat = maps["center"].sigmoid(), maps["kpt_heatmap"].sigmoid()
        hottest = F.max_pool2d(centre, PEAK_WINDOW, 1, PEAK_WINDOW // 2)
        peaks = torch.where(centre == hottest, centre, 0.0)
        scores, at = peaks.flatten().topk(NUM_PEAKS)
        cells = _cells(heat)
        expected = _regressed(maps["kpt_regress"], at[None], cells)[0]  # (6, 17, 2)
        extent = (expected.amax(1) - expected.amin(1)).amax(1)
        spread = (SPREAD * extent + SPREAD_CELLS)[:, None, None, None]
        near = torch.exp(-0.5 * (_distance(cells, expected[..., None, None]) / spread) ** 2)
        place, score = _read(heat, heat * near, maps["kpt_offset"], cells)
        return torch.cat((place.flip(-1) * STRIDE, score[..., None]), -1), scores


def _cells(maps: Tensor) -> Tensor:
    """Return (2, H, W): row and column of each cell of (..., H, W) maps."""
    height, width = maps.shape[-2:]
    rows = torch.arange(height, dtype=maps.dtype, device=maps.device)
    columns = torch.arange(width, dtype=maps.dtype, device=maps.device)
    return torch.stack(torch.meshgrid(rows, columns, indexing="ij"))


def _distance(cells: Tensor, place: Tensor) -> Tensor:
    """Return (..., H, W): how far (2, H, W) cells are from a (..., 2, 1, 1) place, in cells."""
    return (cells - place).square().sum(-3).sqrt()


def _regressed(regress: Tensor, at: Tensor, cells: Tensor) -> Tensor:
    """Return (B, K, 17, 2): rows and columns where the joints should be, told by the people's centres.

    Parameters
    ----------
    regress : (B, 34, H, W) row and column of each joint from the centre.
    at : (B, K) centres, as places in the flattened map.
    """
    from_centre = regress.flatten(2).transpose(1, 2)
    index = at[..., None].expand(-1, -1, 2 * NUM_JOINTS)
    centre = cells.flatten(1).T[at]
    return from_centre.gather(1, index).unflatten(2, (NUM_JOINTS, 2)) + centre[:, :, None]


def _read(heat: Tensor, weighted: Tensor, offset: Tensor, cells: Tensor) -> tuple[Tensor, Tensor]:
    """Return (B, 17, 2) rows and columns and (B, 17) heat of the joints, where the weighted heat is largest.

    Parameters
    ----------
    heat : (B, 17, H, W), or (1, ...) for several people in one image, as offset.
    weighted : (B, 17, H, W)
    offset : (B, 34, H, W) row and column of each joint from its cell.
    """
    people = weighted.shape[0]
    at = weighted.flatten(2).argmax(2, keepdim=True)  # (B, 17, 1)
    score = heat.flatten(2).expand(people, -1, -1).gather(2, at)[..., 0]
    offsets = offset.unflatten(1, (NUM_JOINTS, 2)).flatten(3).expand(people, -1, -1, -1)
    within = offsets.gather(3, at[:, :, None].expand(-1, -1, 2, -1))[..., 0]
    return cells.flatten(1).T[at[..., 0]] + within, score


Network = TypeVar("Network", bound=MoveNet)


def load_thunder(path: Path = THUNDER) -> Thunder:
    """Return Thunder, frozen, with the weights of its published files.

    Raises
    ------
    UserError : see :func:`models.network.tfjs.read_weights`; it is another network.
    """
    with torch.device("meta"):  # every weight comes from the file
        model = Thunder()
    return _fill(model, path)


def load_multipose(path: Path) -> MultiPose:
    """Return MultiPose, frozen, with the weights of its published files.

    Raises
    ------
    UserError : see :func:`models.network.tfjs.read_weights`; it is another network.
    """
    with torch.device("meta"):
        model = MultiPose()
    return _fill(model, path)


def _fill(model: Network, path: Path) -> Network:
    """Give a network the weights of a file."""
    weights = read_weights(path)
    for layer, weight_name, bias_name in model.published_layers():
        # (kH, kW, in, out); (kH, kW, channels, 1) where each channel is by itself
        axes = (2, 3, 0, 1) if layer.groups > 1 else (3, 2, 0, 1)
        weight = _taken(weights, weight_name, 4, path).transpose(axes)
        if weight.shape != layer.weight.shape:
            raise _other_network(path, weight_name)
        # Channels last: a CPU takes half the time.
        kernel = torch.from_numpy(weight.copy()).contiguous(memory_format=torch.channels_last)
        layer.weight = nn.Parameter(kernel)
        if bias_name is not None:
            bias = _taken(weights, bias_name, 1, path)
            if bias.shape != weight.shape[:1]:
                raise _other_network(path, bias_name)
            layer.bias = nn.Parameter(torch.from_numpy(bias.copy()))
    return model.requires_grad_(False).eval()


def _taken(weights: dict[str, np.ndarray], name: str, dims: int, path: Path) -> np.ndarray:
    weight = weights.get(name)
    if weight is None or weight.ndim != dims or weight.dtype.kind != "f":
        raise _other_network(path, name)
    return weight


def _other_network(path: Path, name: str) -> UserError:
    short = name.removeprefix("StatefulPartitionedCall/")
    return UserError(
        f"{path.name} holds another network ({short} does not fit); use the published MoveNet file."
    )
