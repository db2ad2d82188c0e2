"""Models: damaged ONNX files, senseless records, and networks that never end or take all memory."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from app.live.estimator import MeshEstimator
from models.camera.crop import CropBox
from models.camera.projection import Pinhole
from models.inference.inputs import Subject
from models.inference.model_info import METADATA_KEY
from models.inference.store import read_model_info
from tests.fakes.tiny_model import make_model
from tests.fuzz.mutation import hostile_value, mutate_bytes, mutate_json, to_json
from tests.fuzz.target import Target

if TYPE_CHECKING:
    import random
    from pathlib import Path

OPS = (
    "Loop",
    "If",
    "Scan",
    "ConstantOfShape",
    "Expand",
    "Tile",
    "Range",
    "MatMul",
    "Pad",
    "Resize",
    "Gather",
)


class OnnxModels(Target):
    """Opens models and runs them as the program does."""

    def make_seeds(self) -> None:
        make_model(self.seeds)

    def make_case(self, rng: random.Random, folder: Path) -> Path:
        path = folder / "tiny.onnx"
        shutil.copy(self.seeds / "doll.npz", folder)
        content = (self.seeds / "tiny.onnx").read_bytes()
        kind = rng.randrange(10)
        if kind < 3:
            path.write_bytes(mutate_bytes(rng, content))
            return path
        model = onnx.load_from_string(content)
        if kind < 7:
            entry = model.metadata_props[0]
            record = json.loads(entry.value)
            for _ in range(rng.randint(1, 2)):
                record = mutate_json(rng, record)
            entry.value = to_json(record)
            if rng.random() < 0.1:
                other = model.metadata_props.add()
                other.key, other.value = (
                    METADATA_KEY,
                    str(hostile_value(rng)).encode("utf-8", "replace").decode(),
                )
        else:
            CHANGES[rng.randrange(len(CHANGES))](rng, model.graph)
        path.write_bytes(model.SerializeToString())
        return path

    def attempt(self, case: Path) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        str(read_model_info(case).licence)
        model = MeshEstimator(case, threads=1, device="cpu")
        crop = CropBox(np.full(2, 32, np.float32), 64.0)
        image = np.zeros((64, 64, 3), np.uint8)
        points = np.stack([np.linspace(10, 50, 33), np.linspace(50, 10, 33)], 1).astype(np.float32)
        model.estimate([Subject(image, crop, Pinhole.of_photo((64, 64)), points)])


def _change_op(rng: random.Random, graph: onnx.GraphProto) -> None:
    node = rng.choice(list(graph.node))
    node.op_type = rng.choice((*OPS, "NoSuchOp", "Relu", "Shape", "Sub", "Reshape"))


def _change_constant(rng: random.Random, graph: onnx.GraphProto) -> None:
    constant = rng.choice(list(graph.initializer))
    kind = rng.randrange(4)
    if kind == 0:
        constant.dims[:] = [
            rng.choice((0, 1, 1 << 20, 1 << 31, 1 << 40, -1)) for _ in range(rng.randint(1, 4))
        ]
    elif kind == 1:
        constant.data_location = TensorProto.EXTERNAL
        constant.ClearField("raw_data")
        for key, value in (
            ("location", rng.choice(("../x", "/etc/passwd", "doll.npz", "/dev/zero"))),
            ("length", "8"),
        ):
            entry = constant.external_data.add()
            entry.key, entry.value = key, value
    elif kind == 2:
        constant.raw_data = mutate_bytes(rng, constant.raw_data or b"xxxx")
    else:
        constant.data_type = rng.randrange(24)


def _add_bomb(rng: random.Random, graph: onnx.GraphProto) -> None:
    """Have the vertices wait for what takes gigabytes or never ends."""
    size = rng.choice((10, 1 << 14, 1 << 20))
    wide = numpy_helper.from_array(np.array([rng.choice((4, size)), size], np.int64), "wide")
    column = numpy_helper.from_array(np.ones((min(size, 100_000), 1), np.float32), "wide_column")
    row = numpy_helper.from_array(np.ones((1, min(size, 100_000)), np.float32), "wide_row")
    vertices = next(node for node in graph.node if "vertices" in node.output)
    vertices.output[0] = "vertices_before"
    graph.initializer.extend([wide, column, row])
    zero = numpy_helper.from_array(np.float32(0), "bomb_zero")
    axes = numpy_helper.from_array(np.array([0, 1], np.int64), "bomb_axes")
    graph.initializer.extend([zero, axes])
    kind = rng.randrange(4)
    if kind == 0:
        graph.node.append(helper.make_node("ConstantOfShape", ["wide"], ["bomb"]))
    elif kind == 1:
        graph.node.append(helper.make_node("MatMul", ["wide_column", "wide_row"], ["bomb"]))
    elif kind == 2:
        graph.node.append(helper.make_node("Expand", ["total_2d", "wide"], ["bomb"]))
        graph.node.append(helper.make_node("Reshape", ["total", "bomb_shape"], ["total_2d"]))
        graph.initializer.append(numpy_helper.from_array(np.array([-1, 1], np.int64), "bomb_shape"))
        graph.node.insert(len(graph.node) - 2, graph.node.pop())
    else:
        _add_loop(graph, rng.choice((5, 1 << 62)))
    graph.node.append(helper.make_node("ReduceMax", ["bomb", "bomb_axes"], ["bomb_max"], keepdims=0))
    graph.node.append(helper.make_node("Mul", ["bomb_max", "bomb_zero"], ["bomb_none"]))
    graph.node.append(helper.make_node("Add", ["vertices_before", "bomb_none"], ["vertices"]))


def _add_loop(graph: onnx.GraphProto, times: int) -> None:
    body = helper.make_graph(
        [
            helper.make_node("Identity", ["going"], ["still_going"]),
            helper.make_node("Add", ["carried", "carried"], ["doubled"]),
        ],
        "body",
        [
            helper.make_tensor_value_info("turn", TensorProto.INT64, []),
            helper.make_tensor_value_info("going", TensorProto.BOOL, []),
            helper.make_tensor_value_info("carried", TensorProto.FLOAT, None),
        ],
        [
            helper.make_tensor_value_info("still_going", TensorProto.BOOL, []),
            helper.make_tensor_value_info("doubled", TensorProto.FLOAT, None),
        ],
    )
    graph.initializer.append(numpy_helper.from_array(np.int64(times), "times"))
    graph.initializer.append(numpy_helper.from_array(np.array(True), "begin"))
    graph.initializer.append(numpy_helper.from_array(np.ones((1, 1), np.float32), "carried_first"))
    graph.node.append(helper.make_node("Loop", ["times", "begin", "carried_first"], ["bomb"], body=body))


def _change_shapes(rng: random.Random, graph: onnx.GraphProto) -> None:
    value = rng.choice((*graph.input, *graph.output))
    dims = value.type.tensor_type.shape.dim
    if dims and rng.random() < 0.7:
        rng.choice(list(dims)).dim_value = rng.choice((0, 1, 7, 1 << 20, -1))
    elif rng.random() < 0.5:
        value.type.tensor_type.elem_type = rng.randrange(17)
    else:
        value.name = rng.choice(("other", "", "camera", "vertices"))


def _drop(rng: random.Random, graph: onnx.GraphProto) -> None:
    part = rng.choice((graph.node, graph.initializer, graph.output, graph.input))
    del part[rng.randrange(len(part))]


CHANGES = (_change_op, _change_constant, _add_bomb, _change_shapes, _drop)
