"""ResNet-50 up to its last feature map (He et al., CVPR 2016).

A block's stride sits on its 3x3 convolution.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F


class Bottleneck(nn.Module):
    """1x1, 3x3 and 1x1 convolution around a shortcut; the last one has four times the channels."""

    def __init__(self, channels_in: int, channels: int, stride: int = 1):
        super().__init__()
        self.conv1 = nn.Conv2d(channels_in, channels, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.conv3 = nn.Conv2d(channels, 4 * channels, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(4 * channels)
        self.downsample = None
        if stride != 1 or channels_in != 4 * channels:
            self.downsample = nn.Sequential(
                nn.Conv2d(channels_in, 4 * channels, 1, stride, bias=False), nn.BatchNorm2d(4 * channels)
            )

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, C, H, W)."""
        y = F.relu(self.bn1(self.conv1(x)))
        y = F.relu(self.bn2(self.conv2(y)))
        y = self.bn3(self.conv3(y))
        return F.relu(y + (x if self.downsample is None else self.downsample(x)))


def bottlenecks(channels_in: int, channels: int, blocks: int, stride: int = 1) -> nn.Sequential:
    """Return a row of bottleneck blocks, the first of which changes the size."""
    rest = [Bottleneck(4 * channels, channels) for _ in range(blocks - 1)]
    return nn.Sequential(Bottleneck(channels_in, channels, stride), *rest)


class ResNet50(nn.Module):
    """(B, 3, S, S) images to (B, 2048, S/32, S/32) features."""

    channels = 2048

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        self.layer1 = bottlenecks(64, 64, 3)
        self.layer2 = bottlenecks(256, 128, 4, 2)
        self.layer3 = bottlenecks(512, 256, 6, 2)
        self.layer4 = bottlenecks(1024, 512, 3, 2)

    def forward(self, image: Tensor) -> Tensor:
        """Map images, normalised by ImageNet's statistics."""
        x = self.maxpool(F.relu(self.bn1(self.conv1(image))))
        return self.layer4(self.layer3(self.layer2(self.layer1(x))))
