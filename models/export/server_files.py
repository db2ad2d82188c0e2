"""Files of a model for inference servers: ``models serve-files -o DIR``.

DIR becomes a model repository as NVIDIA Triton takes it, with the network, told apart by versions, and its
configuration. Beside the network lies what MLServer wants to run it, which Triton passes over.
"""

from __future__ import annotations

import models.environment  # noqa: F401 # pyright: ignore[reportUnusedImport] - before ONNX Runtime

# isort: split

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import onnxruntime
from google.protobuf.message import DecodeError
from onnx import GraphProto, TensorProto, helper, numpy_helper

from models.errors import UserError
from models.files import replacing
from models.inference.inputs import CropImage, ModelInput
from models.inference.model_info import METADATA_KEY
from models.inference.onnx_model import OnnxModel
from models.inference.served_model import HASH_OUTPUT, MOST_PEOPLE, ServedModel, Tensor
from models.program import command_name

if TYPE_CHECKING:
    from collections.abc import Iterable

SERVED_KEY = "fastmetro_served"  # the entry of the file's metadata that says what it was made from
FILE, CONFIG = "model.onnx", "config.pbtxt"
MLSERVER_MODEL = Path(__file__).with_name("mlserver_model.py")
MLSERVER_SETTINGS = b'{"parallel_workers": 0}\n'  # a process of its own for the model does not find its file
QUEUE_DELAY_US = 1000  # for which a request may wait for others of its batch
WARM_UP = (1, 2, 4, 8, 16)  # people; a server that has planned its work before is not late with the first
ALIKE_M = 1e-4  # by which vertices of the served file may differ from the model's own

_TRITON_IMAGE = "nvcr.io/nvidia/tritonserver:25.08-py3"


def write_server_files(file: Path, folder: Path) -> ServedModel:
    """Write a model into a model repository, beside whatever else the repository holds.

    Parameters
    ----------
    file : the model's ONNX file, with its template beside it.
    folder : of the repository; it is made if it is not there.

    Returns
    -------
    What a server then has.

    Raises
    ------
    models.inference.store.ModelError : the model cannot be used.
    UserError : another model of this name and version is in the repository; the served file differs.
    OSError : the files cannot be written.
    """
    model = OnnxModel(file)
    served = ServedModel.of(model)
    target = folder / served.name / served.version / FILE
    if target.is_file() and (found := _made_from(target)) != served.sha256:
        raise UserError(
            f"{target} was made from another file that calls itself {served.name} {served.version} "
            f"(sha256 {found[:12]}); give the model another version, or write into another folder."
        )
    content = served_onnx(onnx.load(file), model, served).SerializeToString()
    _prove(content, model, served)
    target.parent.mkdir(parents=True, exist_ok=True)
    for path, written in (
        (target, content),
        (folder / served.name / CONFIG, triton_config(served).encode()),
        (target.with_name("model-settings.json"), mlserver_settings(served).encode()),
        (target.with_name("settings.json"), MLSERVER_SETTINGS),
        (target.with_name(MLSERVER_MODEL.name), MLSERVER_MODEL.read_bytes()),
    ):
        with replacing(path) as output:
            output.write(written)
    return served


def served_onnx(proto: onnx.ModelProto, model: OnnxModel, served: ServedModel) -> onnx.ModelProto:
    """Return a model's graph with its images taken as uint8, and with the hash of its file as an output."""
    graph = proto.graph
    head: list[onnx.NodeProto] = []
    for value in graph.input:
        one = model.inputs.get(value.name)
        if isinstance(one, CropImage):
            sent = served.inputs[value.name]
            head += _normalisation(graph, one, sent.name, value.name)
            batch = value.type.tensor_type.shape.dim[0]
            value.CopyFrom(
                helper.make_tensor_value_info(
                    sent.name, TensorProto.UINT8, [batch.dim_param or "N", *sent.shape]
                )
            )
    head += _hash_output(graph, served)
    nodes = [*head, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    kept = [entry for entry in proto.metadata_props if entry.key != METADATA_KEY]
    del proto.metadata_props[:]
    proto.metadata_props.extend(kept)
    origin = {"name": served.name, "version": served.version, "sha256": served.sha256}
    proto.metadata_props.add(key=SERVED_KEY, value=json.dumps(origin))
    return proto


def _normalisation(graph: GraphProto, image: CropImage, sent: str, name: str) -> list[onnx.NodeProto]:
    """Make an input, (N, 3, S, S) float32, from what is sent, (N, S, S, 3) uint8 RGB."""
    assert image.mean is not None
    assert image.std is not None
    mean, std = np.array(image.mean, np.float64), np.array(image.std, np.float64)
    steps: list[tuple[str, np.ndarray | None, dict[str, Any]]] = []
    if image.channel_order == "BGR":
        steps.append(("Gather", np.array([2, 1, 0], np.int64), {"axis": 3}))
    steps += [("Cast", None, {"to": TensorProto.FLOAT}), ("Transpose", None, {"perm": [0, 3, 1, 2]})]
    steps.append(("Mul", (1 / (255 * std)).astype(np.float32).reshape(1, 3, 1, 1), {}))
    if mean.any():
        steps.append(("Add", (-mean / std).astype(np.float32).reshape(1, 3, 1, 1), {}))
    nodes, value = [], sent
    for i, (kind, constant, attributes) in enumerate(steps):
        made = name if i == len(steps) - 1 else f"{sent}/{kind}"
        inputs = [value]
        if constant is not None:
            inputs.append(f"{sent}/{kind}/constant")
            graph.initializer.append(numpy_helper.from_array(constant, inputs[1]))
        nodes.append(helper.make_node(kind, inputs, [made], f"{sent}/{kind}", **attributes))
        value = made
    return nodes


def _hash_output(graph: GraphProto, served: ServedModel) -> list[onnx.NodeProto]:
    """Answer the hash of the model's file, a row for each person."""
    first = graph.input[0].name
    row = np.frombuffer(bytes.fromhex(served.sha256), np.uint8)[None]
    for name, values in (
        ("row", row),
        ("first", np.array([0], np.int64)),
        ("width", np.array([row.size], np.int64)),
    ):
        graph.initializer.append(numpy_helper.from_array(values, f"{HASH_OUTPUT}/{name}"))
    graph.output.append(helper.make_tensor_value_info(HASH_OUTPUT, TensorProto.UINT8, ["N", row.size]))

    def step(kind: str, inputs: list[str], output: str, **attributes: Any) -> onnx.NodeProto:
        return helper.make_node(kind, inputs, [output], f"{HASH_OUTPUT}/{kind}", **attributes)

    return [
        step("Shape", [first], f"{HASH_OUTPUT}/shape"),
        step("Gather", [f"{HASH_OUTPUT}/shape", f"{HASH_OUTPUT}/first"], f"{HASH_OUTPUT}/people"),
        step("Concat", [f"{HASH_OUTPUT}/people", f"{HASH_OUTPUT}/width"], f"{HASH_OUTPUT}/size", axis=0),
        step("Expand", [f"{HASH_OUTPUT}/row", f"{HASH_OUTPUT}/size"], HASH_OUTPUT),
    ]


def _prove(content: bytes, model: OnnxModel, served: ServedModel) -> None:
    """Run the served file beside the model's own.

    Raises
    ------
    UserError : it gives other vertices.
    """
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    somebody = model.example_subject()
    feed = {
        sent.name: np.repeat(model.inputs[name].to_send(name, somebody)[None], 2, axis=0)
        for name, sent in served.inputs.items()
    }
    vertices = np.asarray(session.run(["vertices"], feed)[0])
    # Normalised as the served file does it: networks in integers show the last bit of a picture.
    own = model.run(
        {name: _normalised(one, feed[served.inputs[name].name]) for name, one in model.inputs.items()}
    )["vertices"]
    off = float(np.abs(vertices - own).max())
    if not off < ALIKE_M:
        raise UserError(
            f"Served, {model.file.name} gives vertices that are {1000 * off:.1f} mm off its own, so no files "
            "are written; export the model again."
        )


def _normalised(one: ModelInput, sent: np.ndarray) -> np.ndarray:
    """Return (N, ...) of an input as the graph of :func:`_normalisation` computes it."""
    if not isinstance(one, CropImage):
        return sent
    assert one.mean is not None
    assert one.std is not None
    mean, std = np.array(one.mean), np.array(one.std)
    rgb = sent[..., ::-1] if one.channel_order == "BGR" else sent
    scaled = rgb.astype(np.float32) * (1 / (255 * std)).astype(np.float32)
    return np.ascontiguousarray((scaled + (-mean / std).astype(np.float32)).transpose(0, 3, 1, 2))


def _made_from(served_file: Path) -> str:
    """Return the hash of the model that a served file was made from; empty where it does not say."""
    try:
        proto = onnx.load(served_file, load_external_data=False)
        origins = [entry.value for entry in proto.metadata_props if entry.key == SERVED_KEY]
        return str(json.loads(origins[0])["sha256"]) if origins else ""
    except (DecodeError, ValueError, KeyError, TypeError):
        return ""


def triton_config(served: ServedModel) -> str:
    """Return the configuration of a model for NVIDIA Triton (its message ``ModelConfig``, as text)."""
    warm_up = ",\n".join(
        f'  {{ name: "{people}" batch_size: {people} {_warm_up_inputs(served)} }}' for people in WARM_UP
    )
    return f"""# Written by '{command_name()} models serve-files'; this may be changed, the network may not.
name: "{served.name}"
backend: "onnxruntime"
max_batch_size: {MOST_PEOPLE}
# Booths with an older version are served until they have the new one too.
version_policy {{ all {{ }} }}
input [
{_tensors(served.inputs.values())}
]
output [
{_tensors(served.outputs)}
]
# People of several booths are computed together; nobody waits for them for longer than this.
dynamic_batching {{ max_queue_delay_microseconds: {QUEUE_DELAY_US} }}
# One on each GPU, or one on the processors.
instance_group [ {{ count: 1 kind: KIND_AUTO }} ]
model_warmup [
{warm_up}
]
# 1: by rules. To try all takes seconds at each new number of people.
parameters {{ key: "cudnn_conv_algo_search" value: {{ string_value: "1" }} }}
parameters {{ key: "sha256" value: {{ string_value: "{served.sha256}" }} }}
"""


def mlserver_settings(served: ServedModel) -> str:
    """Return what MLServer is told of a model, as JSON."""
    settings = {
        "name": served.name,
        "implementation": f"{MLSERVER_MODEL.stem}.OnnxFile",
        "parameters": {"version": served.version},
    }
    return json.dumps(settings, indent=2) + "\n"


def _tensors(tensors: Iterable[Tensor]) -> str:
    return ",\n".join(_tensor(one) for one in tensors)


def _tensor(one: Tensor) -> str:
    # A number for each person has no dimension of its own, which Triton wants to have at least one of.
    sizes, scalar = (one.shape, "") if one.shape else ((1,), " reshape { shape: [ ] }")
    dims = ", ".join(map(str, sizes))
    return f'  {{ name: "{one.name}" data_type: TYPE_{one.datatype} dims: [ {dims} ]{scalar} }}'


def _warm_up_inputs(served: ServedModel) -> str:
    return " ".join(
        f'inputs {{ key: "{one.name}" value: {{ data_type: TYPE_{one.datatype} '
        f"dims: [ {', '.join(map(str, one.shape))} ] zero_data: true }} }}"
        for one in served.inputs.values()
    )


def how_to_serve(served: ServedModel, folder: Path) -> str:
    """Return what to type, on the machine that serves and on one that is served."""
    sent = sum(one.bytes for one in served.inputs.values())
    answered = sum(one.bytes for one in served.outputs)
    here = shlex.quote(str(folder.absolute()))
    return f"""\
Each person of a frame takes {sent / 1e3:.0f} kB there and {answered / 1e3:.0f} kB back.

NVIDIA Triton, for this machine alone:
  docker run --rm --gpus all -p 127.0.0.1:8001:8001 -v {here}:/models:ro {_TRITON_IMAGE} \\
    tritonserver --model-repository=/models
MLServer, in an environment of its own:
  pip install mlserver onnxruntime
  MLSERVER_HOST=127.0.0.1 MLSERVER_GRPC_PORT=8001 mlserver start {here}/{served.name}/{served.version}
Then:
  {command_name()} live --server grpc://127.0.0.1:8001

docs/server.md says how other machines are served, encrypted and with a token."""
