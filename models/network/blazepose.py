"""BlazePose: MediaPipe's full landmark network in torch, with the weights of the bundled landmarker file.

Image in, 33 body landmarks out. Network by Google (Bazarevsky et al., 2020; Apache-2.0); its segmentation
branch is left out.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from models.errors import UserError
from models.inference.paths import ASSETS

if TYPE_CHECKING:
    from pathlib import Path

LANDMARKER = ASSETS / "pose_landmarker_full.task"
NUM_LANDMARKS = 33
NUM_POINTS = 39  # the landmarks and six that MediaPipe uses for tracking
INPUT_SIZE = 256
NETWORK_FILE = "pose_landmarks_detector.tflite"  # inside the landmarker bundle
NUM_OUTPUTS = 5  # of the network in the file: points, presence, segmentation, heatmap, world
SEGMENTATION = 2  # the one of them that is left out

FEATURE_SIDE, FEATURE_CHANNELS = 8, 864 + 88  # of the maps that a prediction holds

REFINE_RADIUS = 3  # cells around a landmark that may correct it: a 7 x 7 window
REFINE_CONFIDENCE = 0.5  # heat that one of them must reach


class BlazePoseOutput(NamedTuple):
    """What the network computes for B crops.

    Attributes
    ----------
    points : (B, 39, 5): x, y, z in crop pixels, visibility and presence as logits.
    world : (B, 39, 3) metres at the network's own body size, centred between the hips, crop axes.
    heatmap : (B, 39, 64, 64) logits.
    presence : (B,) logits, that somebody is in the crop.
    s16, s32x : (B, 88, 16, 16) and (B, 864, 8, 8) feature maps.
    """

    points: Tensor
    world: Tensor
    heatmap: Tensor
    presence: Tensor
    s16: Tensor
    s32x: Tensor


class BlazePosePrediction(NamedTuple):
    """What the mesh network takes of B crops.

    Attributes
    ----------
    landmarks : (B, 33, 8), refined: x, y, z in crop units ([-1, 1] over the crop), visibility and presence in
        0..1, x, y, z in metres at the network's own body size, centred between the hips.
    presence : (B,) in 0..1, that somebody is in the crop.
    features : (B, 952, 8, 8), the maps s32x and s16, the latter averaged to the same size.
    """

    landmarks: Tensor
    presence: Tensor
    features: Tensor


def conv(channels_in: int, channels: int, kernel: int = 1, stride: int = 1) -> nn.Conv2d:
    """Return a convolution that keeps the size (or divides it by the stride)."""
    return nn.Conv2d(channels_in, channels, kernel, stride, kernel // 2)


def depthwise(channels: int, kernel: int = 3, stride: int = 1) -> nn.Conv2d:
    """Return a convolution of each channel by itself."""
    return nn.Conv2d(channels, channels, kernel, stride, kernel // 2, groups=channels)


class InvertedResidual(nn.Module):
    """Widen, convolve each channel, narrow without activation; with a shortcut where the shape stays."""

    def __init__(self, channels_in: int, wide: int, channels: int, kernel: int, stride: int = 1):
        super().__init__()
        self.expand = conv(channels_in, wide)
        self.depthwise = depthwise(wide, kernel, stride)
        self.narrow = conv(wide, channels)
        self.shortcut = channels_in == channels

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, C, H, W)."""
        y = self.narrow(F.relu6(self.depthwise(F.relu6(self.expand(x)))))
        return x + y if self.shortcut else y


class Separable(nn.Module):
    """Depthwise 3x3 then 1x1 convolution, each with ReLU6."""

    def __init__(self, channels_in: int, channels: int):
        super().__init__()
        self.depthwise = depthwise(channels_in)
        self.pointwise = conv(channels_in, channels)

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, C, H, W)."""
        return F.relu6(self.pointwise(F.relu6(self.depthwise(x))))


class RegressionBlock(nn.Module):
    """A separable convolution around a shortcut, which is max-pooled where the block halves the size."""

    def __init__(self, channels: int, halve: bool = False):
        super().__init__()
        self.halve = halve
        self.depthwise = nn.Conv2d(
            channels, channels, 3, 2 if halve else 1, 0 if halve else 1, groups=channels
        )
        self.pointwise = conv(channels, channels)

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, C, H, W)."""
        # TensorFlow's "same" padding of an even size at stride 2 lies right and below only.
        y = F.pad(x, (0, 1, 0, 1)) if self.halve else x
        y = self.pointwise(F.relu6(self.depthwise(y)))
        return F.relu6(y + (F.max_pool2d(x, 2) if self.halve else x))


class BlazePose(nn.Module):
    """(B, 3, 256, 256) RGB in 0..1 to landmarks, heatmaps and feature maps.

    Attributes
    ----------
    learned : its weights are no longer those of the landmarker's file; a checkpoint holds them.
    """

    def __init__(self, learned: bool = False):
        super().__init__()
        self.learned = learned
        self.stem = nn.ModuleList([conv(3, 24, 3, 2), depthwise(24), conv(24, 16)])
        self.to_s4 = nn.Sequential(InvertedResidual(16, 64, 24, 3, 2), InvertedResidual(24, 144, 24, 3))
        self.to_s8 = nn.Sequential(InvertedResidual(24, 144, 32, 5, 2), InvertedResidual(32, 192, 32, 5))
        self.to_s16 = nn.Sequential(
            InvertedResidual(32, 192, 64, 3, 2),
            InvertedResidual(64, 384, 64, 3),
            InvertedResidual(64, 384, 64, 3),
            InvertedResidual(64, 384, 88, 5),
            InvertedResidual(88, 528, 88, 5),
            InvertedResidual(88, 528, 88, 5),
        )
        self.to_s32 = nn.Sequential(
            InvertedResidual(88, 528, 144, 5, 2), *(InvertedResidual(144, 864, 144, 5) for _ in range(3))
        )
        self.to_s32x = nn.ModuleList([conv(144, 864), depthwise(864)])

        self.lateral4 = Separable(24, 48)
        self.lateral8 = Separable(32, 48)
        self.lateral16 = Separable(88, 48)
        self.top = Separable(864, 48)
        self.heatmap = conv(48, NUM_POINTS)

        self.tower = nn.Sequential(
            Separable(864, 288),
            RegressionBlock(288, halve=True),
            *(RegressionBlock(288) for _ in range(4)),
            RegressionBlock(288, halve=True),
            *(RegressionBlock(288) for _ in range(5)),
        )
        self.points = nn.Conv2d(288, NUM_POINTS * 5, 2)
        self.world = nn.Conv2d(288, NUM_POINTS * 3, 2)
        self.presence = nn.Conv2d(288, 1, 2)

    def forward(self, image: Tensor) -> BlazePoseOutput:
        """Run the whole network."""
        return self.late(*self.early(image))

    def early(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """Return the maps s4 (B, 24, 64, 64) and s8 (B, 32, 32, 32)."""
        first, second, third = self.stem
        s4 = self.to_s4(third(F.relu6(second(F.relu6(first(image))))))
        return s4, self.to_s8(s4)

    def deep(self, s8: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the maps s16 and s32x, and the code that points and presence are read from."""
        s16 = self.to_s16(s8)
        expand, spread = self.to_s32x
        s32x = F.relu6(spread(F.relu6(expand(self.to_s32(s16)))))
        return s16, s32x, self.tower(s32x)

    def presence_logits(self, code: Tensor) -> Tensor:
        """Return (B,) logits that somebody is in the crop, from the code of :meth:`deep`."""
        return self.presence(code).flatten()

    def late(self, s4: Tensor, s8: Tensor) -> BlazePoseOutput:
        """Run what follows :meth:`early`."""
        s16, s32x, code = self.deep(s8)
        fine = self.top(s32x)
        for lateral, features in ((self.lateral16, s16), (self.lateral8, s8), (self.lateral4, s4)):
            fine = F.interpolate(fine, scale_factor=2, mode="bilinear") + lateral(features)
        return BlazePoseOutput(
            points=self.points(code).reshape(-1, NUM_POINTS, 5),
            world=self.world(code).reshape(-1, NUM_POINTS, 3),
            heatmap=self.heatmap(fine),
            presence=self.presence_logits(code),
            s16=s16,
            s32x=s32x,
        )

    def predict(self, image: Tensor) -> BlazePosePrediction:
        """Return refined landmarks, presence and feature maps of (B, 3, 256, 256) crops."""
        return self.prediction(self(image))

    @staticmethod
    def prediction(out: BlazePoseOutput) -> BlazePosePrediction:
        """Return what the mesh network takes of an output."""
        points, heatmap = out.points[:, :NUM_LANDMARKS], out.heatmap[:, :NUM_LANDMARKS]
        xy = refine(points[..., :2] / INPUT_SIZE, heatmap) * 2 - 1
        z = points[..., 2:3] * (2 / INPUT_SIZE)
        certainty = points[..., 3:].sigmoid()
        landmarks = torch.cat((xy, z, certainty, out.world[:, :NUM_LANDMARKS]), 2)
        features = torch.cat((out.s32x, F.avg_pool2d(out.s16, 2)), 1)
        return BlazePosePrediction(landmarks, out.presence.sigmoid(), features)

    def round(self) -> BlazePose:
        """Round the weights to half precision, which those of the published file have."""
        return self.half().float()

    def file_order(self) -> list[nn.Conv2d]:
        """Return the convolutions in the order of the published file.

        There a side branch follows the first layer of the next halving block.
        """
        laterals = {
            self.to_s8[0]: self.lateral4,
            self.to_s16[0]: self.lateral8,
            self.to_s32[0]: self.lateral16,
        }
        order: list[Any] = list(self.stem)
        for block in (*self.to_s4, *self.to_s8, *self.to_s16, *self.to_s32):
            order.append(block.expand)
            if block in laterals:
                order.extend(laterals[block].children())
            order += [block.depthwise, block.narrow]
        order += [*self.to_s32x, *self.top.children(), self.heatmap]
        for block in self.tower:
            order += [block.depthwise, block.pointwise]
        return [*order, self.points, self.world, self.presence]


def refine(xy: Tensor, heatmap: Tensor) -> Tensor:
    """Move landmarks to the centre of the heat around them, as MediaPipe does.

    Parameters
    ----------
    xy : (B, N, 2) in units of the crop's side.
    heatmap : (B, N, H, W) logits.

    Returns
    -------
    (B, N, 2) : the mean position of the 7 x 7 cells around each landmark, weighted by their heat, where one
    of them is hot enough; else the landmark as it was.
    """
    height, width = heatmap.shape[-2:]
    size = torch.tensor([width, height], dtype=xy.dtype, device=xy.device)
    reach = torch.arange(-REFINE_RADIUS, REFINE_RADIUS + 1, device=xy.device, dtype=xy.dtype)
    window = torch.cartesian_prod(reach, reach).flip(1)
    centre = (xy * size).int().to(xy.dtype)
    cells = centre[:, :, None] + window
    inside = ((cells >= 0) & (cells < size)).all(-1)
    held = torch.minimum(cells.clamp_min(0), size - 1)
    cell = (held[..., 1] * width + held[..., 0]).long()
    heat = heatmap.flatten(2).gather(2, cell).sigmoid() * inside
    mean = (cells * heat[..., None]).sum(2) / heat.sum(2, keepdim=True).clamp_min(1e-6) / size
    hot = (heat.amax(2, keepdim=True) >= REFINE_CONFIDENCE) & ((centre >= 0) & (centre < size)).all(
        -1, keepdim=True
    )
    return torch.where(hot, mean, xy)


def load_blazepose(bundle: Path = LANDMARKER) -> BlazePose:
    """Return the network, frozen, with the weights inside a ``pose_landmarker_full.task`` file.

    PyTorch's random numbers stay as they were.

    Raises
    ------
    UserError : the bundle is missing; it holds no such network.
    """
    try:
        with zipfile.ZipFile(bundle) as file:
            content = file.read(NETWORK_FILE)
    except FileNotFoundError:
        raise UserError(f"The landmarker {bundle.name} is missing; restore it from the repository.") from None
    except (zipfile.BadZipFile, KeyError):
        raise UserError(
            f"{bundle.name} holds no {NETWORK_FILE}; use MediaPipe's full pose landmarker."
        ) from None
    with torch.device("meta"):  # every weight comes from the file
        model = BlazePose()
    layers, stored = model.file_order(), read_convolutions(content)
    shapes = [tuple(layer.weight.shape) for layer in layers]
    if shapes != [weight.shape for weight, _ in stored]:
        raise UserError(f"{bundle.name} holds another network; use MediaPipe's full pose landmarker.")
    for layer, (weight, bias) in zip(layers, stored, strict=True):
        # Channels last: a CPU takes half the time.
        layer.weight = nn.Parameter(torch.from_numpy(weight).contiguous(memory_format=torch.channels_last))
        layer.bias = nn.Parameter(torch.from_numpy(bias))
    return model.requires_grad_(False).eval()


def read_convolutions(content: bytes) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return weights (out, in / groups, kH, kW) and biases, float32, of a landmark network's convolutions.

    All but those that only the segmentation needs, in the file's order.

    Parameters
    ----------
    content : a TensorFlow Lite file with MediaPipe's five outputs.

    Raises
    ------
    UserError : the network has not these outputs.
    """
    # Imported here because mediapipe takes a second to import, which only this function needs.
    from mediapipe.tasks.metadata import schema_py_generated as schema

    model: Any = schema.ModelT.InitFromObj(schema.Model.GetRootAsModel(content, 0))
    graph = model.subgraphs[0]
    kinds = [max(code.builtinCode, code.deprecatedBuiltinCode) for code in model.operatorCodes]
    maker = {tensor: operator for operator in graph.operators for tensor in operator.outputs}
    if len(graph.outputs) != NUM_OUTPUTS:
        raise UserError(
            f"The landmarker's network has {len(graph.outputs)} outputs instead of {NUM_OUTPUTS}; "
            "use MediaPipe's full pose landmarker."
        )
    needed: set[int] = set()
    front = [int(tensor) for i, tensor in enumerate(graph.outputs) if i != SEGMENTATION]
    while front:
        tensor = front.pop()
        if tensor in maker and tensor not in needed:
            needed.add(tensor)
            front.extend(maker[tensor].inputs)

    def constant(tensor: int) -> np.ndarray:
        source = maker[tensor].inputs[0] if tensor in maker else tensor  # behind a DEQUANTIZE
        stored = graph.tensors[source]
        kind = {schema.TensorType.FLOAT16: np.float16, schema.TensorType.FLOAT32: np.float32}[stored.type]
        values = np.frombuffer(bytes(model.buffers[stored.buffer].data), kind).reshape(stored.shape)
        return values.astype(np.float32)

    convolutions = []
    for operator in graph.operators:
        kind = kinds[operator.opcodeIndex]
        if operator.outputs[0] not in needed:
            continue
        if kind == schema.BuiltinOperator.CONV_2D:  # (out, kH, kW, in)
            axes = (0, 3, 1, 2)
        elif kind == schema.BuiltinOperator.DEPTHWISE_CONV_2D:  # (1, kH, kW, channels)
            axes = (3, 0, 1, 2)
        else:
            continue
        _, weight, bias = operator.inputs
        convolutions.append((np.ascontiguousarray(constant(weight).transpose(axes)), constant(bias)))
    return convolutions
