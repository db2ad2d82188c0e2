"""float16 in an ONNX graph: large weights stored so, or everything computed so that is no coordinate."""

from __future__ import annotations

import re

import numpy as np
from onnx import GraphProto, ModelProto, TensorProto, helper, numpy_helper

# Nodes that stay float32 in every precision: they act on coordinates, where rounding would show.
EXACT = r"/body/|/model/([^/]*$|point_head|camera_head|smpl_head/(?!regressor)|(sparse_)?upsample|refiner)"
SMALLEST_HALF = 4096  # numbers; smaller weights stay float32, they would save nothing


def store_half_weights(proto: ModelProto) -> None:
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


def compute_in_half(proto: ModelProto) -> ModelProto:
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


def _keep_exact_between(graph: GraphProto) -> None:
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
