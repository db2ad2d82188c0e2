"""HRNet-W64-C up to the 2048-channel map before its pooling (Wang et al., TPAMI 2020).

Submodules carry the names of the published ImageNet model, whose weights the checkpoints hold.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from torch import Tensor, nn
from torch.nn import functional as F

from models.network.resnet import bottlenecks

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTHS = (64, 128, 256, 512)  # channels of the branches, finest first
HEAD_WIDTHS = (32, 64, 128, 256)  # of the classification head, before its four-fold expansion
CLASSES = 1000


def conv_bn(
    channels_in: int, channels: int, kernel: int, stride: int = 1, relu: bool = True
) -> list[nn.Module]:
    """Return convolution, normalisation and (if asked) ReLU."""
    conv = nn.Conv2d(channels_in, channels, kernel, stride, kernel // 2, bias=False)
    return [conv, nn.BatchNorm2d(channels), *([nn.ReLU(inplace=True)] if relu else [])]


class BasicBlock(nn.Module):
    """Two 3x3 convolutions around a shortcut."""

    def __init__(self, channels: int):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, C, H, W)."""
        y = F.relu(self.bn1(self.conv1(x)))
        return F.relu(x + self.bn2(self.conv2(y)))


class HighResolutionModule(nn.Module):
    """Branches of falling resolution, each four blocks long, and the exchange between all of them."""

    def __init__(self, widths: Sequence[int]):
        super().__init__()
        self.branches = nn.ModuleList(
            nn.Sequential(*(BasicBlock(width) for _ in range(4))) for width in widths
        )
        self.fuse_layers = nn.ModuleList(
            nn.ModuleList(self._fuse(widths, source, target) for source in range(len(widths)))
            for target in range(len(widths))
        )

    @staticmethod
    def _fuse(widths: Sequence[int], source: int, target: int) -> nn.Module:
        """Return what brings one branch to the width and resolution of another."""
        if source == target:
            return nn.Identity()
        if source > target:
            return nn.Sequential(
                *conv_bn(widths[source], widths[target], 1, relu=False),
                nn.Upsample(scale_factor=2 ** (source - target), mode="nearest"),
            )
        halvings = [
            nn.Sequential(*conv_bn(widths[source], widths[source], 3, 2)) for _ in range(target - source - 1)
        ]
        return nn.Sequential(
            *halvings, nn.Sequential(*conv_bn(widths[source], widths[target], 3, 2, relu=False))
        )

    def forward(self, maps: list[Tensor]) -> list[Tensor]:
        """Map one feature map a branch."""
        maps = [branch(x) for branch, x in zip(self.branches, maps, strict=True)]
        fused = []
        for layers in self.fuse_layers:
            terms = [layer(x) for layer, x in zip(layers, maps, strict=True)]  # type: ignore[arg-type]
            total = terms[0]
            for term in terms[1:]:
                total = total + term
            fused.append(F.relu(total))
        return fused


class Stage(nn.Sequential):
    """Modules that take and return a list of maps."""

    def __init__(self, widths: Sequence[int], modules: int):
        super().__init__(*(HighResolutionModule(widths) for _ in range(modules)))


class HRNet(nn.Module):
    """(B, 3, S, S) images to (B, 2048, S/32, S/32) features.

    The ImageNet ``classifier`` is part of the published checkpoints and is kept so that they load strictly;
    it is never used.
    """

    channels = 2048

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 3, 2, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.conv2 = nn.Conv2d(64, 64, 3, 2, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(64)
        self.layer1 = bottlenecks(64, 64, 4)
        # Branches whose width does not change pass unaltered; each transition adds one branch.
        self.transition1 = nn.ModuleList(
            [
                nn.Sequential(*conv_bn(256, WIDTHS[0], 3)),
                nn.Sequential(nn.Sequential(*conv_bn(256, WIDTHS[1], 3, 2))),
            ]
        )
        self.stage2 = Stage(WIDTHS[:2], 1)
        self.transition2 = self._new_branch(2)
        self.stage3 = Stage(WIDTHS[:3], 4)
        self.transition3 = self._new_branch(3)
        self.stage4 = Stage(WIDTHS, 3)
        self.incre_modules = nn.ModuleList(
            bottlenecks(width, head, 1) for width, head in zip(WIDTHS, HEAD_WIDTHS, strict=True)
        )
        self.downsamp_modules = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(4 * fine, 4 * coarse, 3, 2, 1), nn.BatchNorm2d(4 * coarse), nn.ReLU(inplace=True)
            )
            for fine, coarse in pairwise(HEAD_WIDTHS)
        )
        self.final_layer = nn.Sequential(
            nn.Conv2d(4 * HEAD_WIDTHS[-1], self.channels, 1),
            nn.BatchNorm2d(self.channels),
            nn.ReLU(inplace=True),
        )
        self.classifier = nn.Linear(self.channels, CLASSES)

    @staticmethod
    def _new_branch(count: int) -> nn.ModuleList:
        """Return the transition from ``count`` branches to one more."""
        new = nn.Sequential(nn.Sequential(*conv_bn(WIDTHS[count - 1], WIDTHS[count], 3, 2)))
        return nn.ModuleList([*(nn.Identity() for _ in range(count)), new])

    def forward(self, image: Tensor) -> Tensor:
        """Map images, normalised by ImageNet's statistics."""
        x = F.relu(self.bn1(self.conv1(image)))
        x = self.layer1(F.relu(self.bn2(self.conv2(x))))
        maps = self.stage2([transition(x) for transition in self.transition1])
        maps = self.stage3([*maps, self.transition2[-1](maps[-1])])
        maps = self.stage4([*maps, self.transition3[-1](maps[-1])])
        y = self.incre_modules[0](maps[0])
        for i, downsample in enumerate(self.downsamp_modules):
            y = self.incre_modules[i + 1](maps[i + 1]) + downsample(y)
        return self.final_layer(y)
