"""Export: a trained network as one ONNX file that knows how it wants to be used, checked against PyTorch."""

from __future__ import annotations

import models.environment  # noqa: F401 # pyright: ignore[reportUnusedImport] - before ONNX Runtime

# isort: split

import warnings
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

import cv2
import numpy as np
import onnx
import onnxruntime
import torch
from onnx import helper
from torch import Tensor, nn

from models.camera.crop import LANDMARK_RULE, UPRIGHT_RULE, CropRule
from models.errors import UserError
from models.export.half_precision import compute_in_half, store_half_weights
from models.files import replacing
from models.inference.inputs import CropImage, CropPlace, ModelInput
from models.inference.model_info import METADATA_KEY, ModelInfo
from models.inference.paths import ASSETS
from models.network.fastmetro import count_parameters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.body.template import BodyTemplate
    from models.network.fastmetro import FastMetro
    from models.smpl.body_model import BodyModelLayer

OPSET = 17
# By how much of an output's largest value an exported network may differ from PyTorch.
TOLERANCE = {"float32": 5e-4, "half_weights": 2e-3, "half": 1e-2}
SMPL_TOLERANCE = 1.5e-3  # of SMPL's parameters in float32: the rotations' projection magnifies rounding
# The crop's side as a multiple of the box: GraphCMR's 1.2; FreiHAND's images are about twice the hand.
BOX_SCALE = {"body": 1.2, "hand": 2.0}
IMAGENET_MEAN, IMAGENET_STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)

Precision = Literal["float32", "half_weights", "half"]

PLACE = (
    "(N, 5) x, y of the crop's centre and its side at distance 1 before the camera, along the crop's axes; "
    "cosine and sine of its rotation"
)
OUTPUTS = {
    "camera": "(N, 3) s, tx, ty; crop coordinates of root-centred points are s (x + tx), s (y + ty)",
    "joints": "(N, J, 3) metres, crop axes (x right, y down, z away)",
    "vertices": "(N, V, 3) metres, crop axes, not centred",
    "presence": "(N,) 0..1, that somebody is in the crop",
    "keypoints": "(N, 17, 2) crop coordinates in which COCO's joints are read, whatever the mesh says",
    "joint_scores": "(N, 17) 0..1, how surely each of COCO's joints is seen",
    "smpl_rotmat": "(N, 24, 3, 3) SMPL pose, each rotation relative to its parent's",
    "smpl_betas": "(N, 10) SMPL shape in standard deviations",
    "smpl_vertices": "(N, 6890, 3) metres, SMPL posed by smpl_rotmat and smpl_betas, no translation",
}


def describe(
    model: FastMetro,
    template: BodyTemplate,
    template_file: str,
    *,
    version: str = "1",
    licence: str = "",
    training: dict[str, Any] | None = None,
    with_smpl: bool = False,
) -> ModelInfo:
    """Return the record of a network that goes into its file.

    Parameters
    ----------
    template_file : name of the template's file, which lies beside the ONNX file.
    version, licence, training : see :class:`ModelInfo`.
    with_smpl : the export has SMPL's vertices too.
    """
    config = model.config
    landmarks, lifts = config.stem == "landmarks", bool(config.lifter_width)
    names = ["camera", "joints", "vertices"]
    names += ["presence"] * landmarks + ["keypoints", "joint_scores"] * lifts
    names += ["smpl_rotmat", "smpl_betas"] * config.smpl_head
    names += ["smpl_vertices"] * with_smpl
    joints = template.joint_sets["fastmetro14" if config.kind == "body" else "hand21"].names
    size = config.input_size
    inputs: dict[str, ModelInput] = {"image": CropImage(f"(N, 3, {size}, {size}) normalised RGB crops")}
    if config.condition or lifts:
        inputs["crop"] = CropPlace(PLACE)
    if lifts:
        inputs["upright"] = CropImage(
            "(N, 3, 256, 256) normalised RGB crops that are never rotated", around="points", crop=UPRIGHT_RULE
        )
        inputs["upright_crop"] = CropPlace(PLACE + ", of upright", around="points", crop=UPRIGHT_RULE)
    return ModelInfo(
        name=config.name,
        kind=config.kind,
        input_size=config.input_size,
        mean=(0.0, 0.0, 0.0) if landmarks else IMAGENET_MEAN,
        std=(1.0, 1.0, 1.0) if landmarks else IMAGENET_STD,
        crop=LANDMARK_RULE if landmarks else CropRule("box", BOX_SCALE[config.kind]),
        template=template_file,
        template_sha256=template.sha256,
        body=template.name,
        joint_names=joints,
        parameters=count_parameters(model),
        inputs=inputs,
        outputs={name: OUTPUTS[name] for name in names},
        version=version,
        licence=licence,
        training=training or {},
    )


class _Graph(nn.Module):
    """A network as a function from the file's inputs to its outputs."""

    def __init__(self, model: FastMetro, info: ModelInfo, body: BodyModelLayer | None):
        super().__init__()
        self.model, self.body = model, body
        self.inputs, self.outputs = tuple(info.inputs), tuple(info.outputs)

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs in order; the network takes the inputs by their names."""
        prediction = self.model(**dict(zip(self.inputs, inputs, strict=True)))
        values = []
        for name in self.outputs:
            if name == "smpl_vertices":
                assert self.body is not None  # export_onnx checks it
                values.append(self.body(prediction.smpl_rotmat, prediction.smpl_betas).vertices)
            else:
                values.append(getattr(prediction, name))
        return tuple(values)


@dataclass(frozen=True)
class Parity:
    """How far an exported file lies from PyTorch.

    Attributes
    ----------
    differences : largest difference of each output over all images tried, as a fraction of its largest value.
    size : bytes of the file.
    """

    differences: dict[str, float]
    size: int


def export_onnx(
    model: FastMetro,
    info: ModelInfo,
    path: Path,
    *,
    body: BodyModelLayer | None = None,
    precision: Precision = "float32",
    images: Sequence[np.ndarray] = (),
) -> Parity:
    """Write a network as ONNX and prove that ONNX Runtime computes what PyTorch does.

    Parameters
    ----------
    model : set to evaluation mode.
    info : the record to store; its ``inputs`` and ``outputs`` name the file's.
    path : of the file; written only once it has been proved.
    body : poses SMPL, where ``info.outputs`` names ``smpl_vertices``.
    precision : ``"float32"``; ``"half_weights"``: large weights are stored as float16 and computed with as
        float32; ``"half"``: the graph computes in float16 (for GPUs), inputs and outputs stay float32.
    images : (S, S, 3) uint8 RGB crops to try beside noise.

    Returns
    -------
    The differences found.

    Raises
    ------
    UserError : the record and the network do not fit, or a difference exceeds the tolerance; nothing is
        written then.
    """
    if ("smpl_vertices" in info.outputs) != (body is not None):
        raise UserError("The output smpl_vertices and the SMPL body belong together; give both or neither.")
    graph = _Graph(model, info, body).eval()
    inputs = _inputs(info, images)
    with TemporaryDirectory() as folder:
        traced, folded = Path(folder) / "traced.onnx", Path(folder) / "folded.onnx"
        _trace(graph, {name: value[:2] for name, value in inputs.items()}, info, traced)
        proto = fold(traced, folded)
    if precision == "half_weights":
        store_half_weights(proto)
    elif precision == "half":
        proto = compute_in_half(proto)
    helper.set_model_props(proto, {METADATA_KEY: info.to_json()})
    proto.producer_name, proto.producer_version = "fastmetro-live", info.version
    onnx.checker.check_model(proto)
    content = proto.SerializeToString()

    differences = _compare(graph, content, inputs, info)
    wrong = []
    for name, value in differences.items():
        tolerance = TOLERANCE[precision]
        if name.startswith("smpl_"):
            tolerance = max(tolerance, SMPL_TOLERANCE)
        if not value <= tolerance:  # also where it is not a number
            wrong.append(f"{name} by {value:.2g} of its largest value ({tolerance:g} is allowed)")
    if wrong:
        raise UserError(
            f"{path.name} was not written: ONNX Runtime differs from PyTorch in {', '.join(wrong)}."
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(content)
    return Parity(differences, len(content))


def _inputs(info: ModelInfo, images: Sequence[np.ndarray]) -> dict[str, Tensor]:
    """Return noise and images as the network's inputs; for what is no image, noise alone."""
    rng = np.random.default_rng(0)
    size = info.input_size
    for image in images:
        if image.shape != (size, size, 3) or image.dtype != np.uint8:
            raise UserError(f"An image is {image.dtype} {image.shape}; give uint8 ({size}, {size}, 3).")
    inputs = {}
    for name, one in info.whole_inputs().items():
        if isinstance(one, CropImage):
            shown = [rng.uniform(0, 255, (*one.shape[1:], 3)).astype(np.float32) for _ in range(2)]
            shown += [cv2.resize(image, one.shape[1:]) for image in images]
            arrays = [one.normalised(image) for image in shown]
        else:
            arrays = [rng.normal(size=one.shape).astype(np.float32) for _ in range(2 + len(images))]
        inputs[name] = torch.from_numpy(np.stack(arrays))
    return inputs


def _trace(graph: nn.Module, inputs: dict[str, Tensor], info: ModelInfo, path: Path) -> None:
    """Write the graph as PyTorch's exporter sees it."""
    names = [*inputs, *info.outputs]
    with warnings.catch_warnings(), torch.no_grad():
        # The tracing exporter is announced as old; the new one needs a further package for the same graph.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            graph,
            tuple(inputs.values()),
            path,
            input_names=list(inputs),
            output_names=list(info.outputs),
            dynamic_axes={name: {0: "N"} for name in names},
            opset_version=OPSET,
            dynamo=False,
        )


def fold(traced: Path, folded: Path) -> onnx.ModelProto:
    """Compute once all that does not depend on the input, such as FastMETRO's first self-attention."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(folded)
    options.log_severity_level = 3
    onnxruntime.InferenceSession(str(traced), options, providers=["CPUExecutionProvider"])
    proto = onnx.load(folded)
    standard = [entry for entry in proto.opset_import if entry.domain in ("", "ai.onnx")]
    del proto.opset_import[:]
    proto.opset_import.extend(standard)
    _merge_equal(proto)
    return proto


def _merge_equal(proto: onnx.ModelProto) -> None:
    """Keep one of several equal constants: the tracing exporter writes a buffer once for every use."""
    kept: dict[bytes, str] = {}
    renamed: dict[str, str] = {}
    for tensor in list(proto.graph.initializer):
        nameless = onnx.TensorProto()
        nameless.CopyFrom(tensor)
        nameless.name = ""
        first = kept.setdefault(nameless.SerializeToString(), tensor.name)
        if first != tensor.name:
            renamed[tensor.name] = first
            proto.graph.initializer.remove(tensor)
    for node in proto.graph.node:
        for i, name in enumerate(node.input):
            node.input[i] = renamed.get(name, name)


def _compare(
    graph: nn.Module, content: bytes, inputs: dict[str, Tensor], info: ModelInfo
) -> dict[str, float]:
    """Return the largest difference of each output as a fraction of its largest value."""
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    count = len(inputs["image"])
    differences = dict.fromkeys(info.outputs, 0.0)
    largest = {name: float(name == "presence") for name in info.outputs}  # presence is a fraction by itself
    for chosen in (slice(0, count), *(slice(i, i + 1) for i in range(count))):
        batch = {name: value[chosen] for name, value in inputs.items()}
        with torch.no_grad():
            wanted = graph(*batch.values())
        found = session.run(list(info.outputs), {name: value.numpy() for name, value in batch.items()})
        for name, a, b in zip(info.outputs, wanted, found, strict=True):
            # np.maximum keeps what is not a number, max() may drop it
            differences[name] = float(np.maximum(differences[name], np.abs(a.numpy() - b).max()))
            largest[name] = max(largest[name], float(a.abs().max()))
    return {name: value / max(largest[name], 1e-9) for name, value in differences.items()}


def comparison_images(photo: Path | None, size: int) -> list[np.ndarray]:
    """Return (size, size, 3) RGB images to compare on: the middle of a photo, or of the bundled sample."""
    if photo is not None:
        image = cv2.imread(str(photo), cv2.IMREAD_COLOR)
        if image is None:
            raise UserError(f"The photo {photo} is missing or cannot be read.")
    else:
        sample = ASSETS / "sample.mp4"
        if not sample.is_file():
            return []
        clip = cv2.VideoCapture(str(sample))
        image = clip.read()[1]
        clip.release()
    side = min(image.shape[:2])
    top, left = ((n - side) // 2 for n in image.shape[:2])
    square = np.ascontiguousarray(image[top : top + side, left : left + side, ::-1])
    return [cv2.resize(square, (size, size), interpolation=cv2.INTER_AREA)]
