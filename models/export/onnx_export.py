"""Export: a trained network as one ONNX file that knows how it wants to be used, checked against PyTorch.

python -m models.export CHECKPOINT -o assets/anny-small.onnx
"""

from __future__ import annotations

import argparse
import re
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
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from models.body.template import BodyTemplate, load_template
from models.camera.crop import LANDMARK_RULE, UPRIGHT_RULE, CropRule
from models.errors import UserError, exit_code
from models.files import replacing, require_folder
from models.inference.inputs import CropImage, CropPlace, ModelInput
from models.inference.model_info import METADATA_KEY, ModelInfo
from models.inference.paths import ASSETS
from models.network.blazepose import LANDMARKER
from models.network.checkpoints import interpolate_weights, load_checkpoint, save_weights
from models.network.fastmetro import FastMetro, count_parameters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.smpl.body_model import BodyModelLayer

OPSET = 17
# By how much of an output's largest value an exported network may differ from PyTorch.
TOLERANCE = {"float32": 5e-4, "half_weights": 2e-3, "half": 1e-2}
SMPL_TOLERANCE = 1.5e-3  # of SMPL's parameters in float32: the rotations' projection magnifies rounding
# Nodes that stay float32 in every precision: they act on coordinates, where rounding would show.
EXACT = r"/body/|/model/([^/]*$|point_head|camera_head|smpl_head/(?!regressor)|(sparse_)?upsample|refiner)"
SMALLEST_HALF = 4096  # numbers; smaller weights stay float32, they would save nothing

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
    names += ["presence"] * landmarks + ["joint_scores"] * lifts
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
        proto = _compute_in_half(proto)
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


def store_half_weights(proto: onnx.ModelProto) -> None:
    """Store the large weights of matrix products and convolutions as float16, cast to float32 on loading.

    Small ones, and those that act on coordinates, stay exact.
    """
    graph = proto.graph
    products = ("MatMul", "Gemm", "Conv")
    nodes = [node for node in graph.node if node.op_type in products and not re.match(EXACT, node.name)]
    weights = {name for node in nodes for name in node.input}
    casts = []
    for tensor in graph.initializer:
        if tensor.name not in weights or tensor.data_type != TensorProto.FLOAT:
            continue
        values = numpy_helper.to_array(tensor)
        if values.size < SMALLEST_HALF or np.abs(values).max() > np.finfo(np.float16).max:
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), name + "_half"))
        casts.append(helper.make_node("Cast", [name + "_half"], [name], name + "_cast", to=TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)


def _compute_in_half(proto: onnx.ModelProto) -> onnx.ModelProto:
    """Return the graph in float16, with float32 inputs and outputs.

    Coordinates, and SMPL's rotations and skinning, stay float32: they cost little and rounding would show.
    """
    from onnxruntime.transformers.float16 import convert_float_to_float16  # takes a while to import
    from onnxruntime.transformers.onnx_model import OnnxModel

    exact = [node.name for node in proto.graph.node if re.match(EXACT, node.name)]
    half = convert_float_to_float16(proto, keep_io_types=True, node_block_list=exact)
    # The converter appends a cast for every reader of a value, at the end; one cast, in its place, is right.
    nodes = {tuple(node.output): node for node in reversed(half.graph.node)}
    del half.graph.node[:]
    half.graph.node.extend(nodes.values())
    _keep_exact_between(half.graph)
    OnnxModel(half).topological_sort()
    return half


def _keep_exact_between(graph: onnx.GraphProto) -> None:
    """Hand float32 values on from exact node to exact node.

    The converter turns each into float16 and back, which rounds coordinates and overflows in the iteration
    for SMPL's rotations.
    """
    rounded = {
        node.output[0]: node
        for node in graph.node
        if node.op_type == "Cast" and node.input[0] == f"{node.output[0]}_cast_to_fp16"
    }
    outputs = {value.name for value in graph.output}
    exact: dict[str, str] = {}
    for node in graph.node:
        if node.op_type == "Cast" and node.input[0] in rounded and node.attribute[0].i == TensorProto.FLOAT:
            source = rounded[node.input[0]].input[0]
            if node.output[0] in outputs:  # its name must stay
                del node.attribute[:]
                node.op_type, node.input[0] = "Identity", source
            else:
                exact[node.output[0]] = source
    nodes = [node for node in graph.node if node.output[0] not in exact]
    for node in nodes:
        for i, name in enumerate(node.input):
            node.input[i] = exact.get(name, name)
    used = outputs.union(*(node.input for node in nodes))
    del graph.node[:]
    graph.node.extend(node for node in nodes if node.output[0] in used or node.output[0] not in rounded)


def _compare(
    graph: nn.Module, content: bytes, inputs: dict[str, Tensor], info: ModelInfo
) -> dict[str, float]:
    """Return the largest difference of each output as a share of its largest value."""
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    count = len(inputs["image"])
    differences = dict.fromkeys(info.outputs, 0.0)
    largest = {name: float(name == "presence") for name in info.outputs}  # presence is a share by itself
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Export a checkpoint of this program from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m models.export", description="Export a trained network as ONNX."
    )
    parser.add_argument("checkpoint", type=Path, help="what models.train wrote")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the ONNX file to write")
    parser.add_argument(
        "--template", type=Path, default=ASSETS / "anny.npz", help="the body it was trained on"
    )
    parser.add_argument("--landmarker", type=Path, default=LANDMARKER, help="MediaPipe's landmarker")
    parser.add_argument(
        "--start", type=Path, help="what the training began with; the weights written lie between both"
    )
    parser.add_argument(
        "--interpolation",
        type=float,
        default=0.3,
        help="0 writes the weights of --start, 1 those of checkpoint",
    )
    parser.add_argument("--photo", type=Path, help="to compare with PyTorch on (default: the sample)")
    parser.add_argument("--licence", default="Apache-2.0", help="to name in the file")
    parser.add_argument("--version", default="1", help="to name in the file")
    parser.add_argument("--weights", type=Path, help="write the weights alone too, for models.train --start")
    parser.add_argument("--fp16", action="store_true", help="compute in half precision, for GPUs")
    given = parser.parse_args(arguments)
    return exit_code(lambda: _export(given))


def _export(given: argparse.Namespace) -> None:
    require_folder(given.weights)
    template = load_template(given.template)
    model, training = load_checkpoint(given.checkpoint, template, given.landmarker)
    if given.start:
        start, _ = load_checkpoint(given.start, template, given.landmarker)
        interpolate_weights(model, start, given.interpolation)
        training |= {"moved": f"{given.interpolation:g} of the way from {given.start.name}"}
    if model.blazepose is not None:
        model.blazepose.round()
    info = describe(
        model,
        template,
        given.template.name,
        version=given.version,
        licence=given.licence,
        training=training,
    )
    parity = export_onnx(
        model,
        info,
        given.output,
        precision="half" if given.fp16 else "half_weights",
        images=comparison_images(given.photo, info.input_size),
    )
    if given.weights:
        save_weights(given.weights, model, template, training)
    print(f"{given.output}: {parity.size / 1e6:.1f} MB, {info.parameters:,} parameters")
    for name, value in parity.differences.items():
        print(f"  {name:14} differs from PyTorch by at most {value:.1e} of its largest value")
