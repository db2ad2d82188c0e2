"""Networks of several pictures, cut into branches that run side by side."""

import threading

import numpy as np
import onnx
import onnxruntime as ort
import pytest
from onnx import TensorProto, helper, numpy_helper

from models.inference.graph_branches import CutGraph, UncutError
from models.inference.onnx_model import OnnxModel
from models.inference.paths import ASSETS
from models.inference.side_by_side import SideBySide

PICTURES = ("left", "right")
FLOATS = TensorProto.FLOAT


def open_part(content, threads):
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    return ort.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def graph(nodes, outputs, inputs=PICTURES, **further):
    """Return an ONNX file of float tensors of one row of four."""

    def described(names):
        return [helper.make_tensor_value_info(name, FLOATS, ["N", 4]) for name in names]

    two = numpy_helper.from_array(np.array([2.0], np.float32), "two")
    made = helper.make_graph(nodes, "g", described(inputs), described(outputs), [two])
    return helper.make_model(
        made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8, **further
    ).SerializeToString()


def two_branches(*more, outputs=("sum", "near"), inputs=PICTURES):
    nodes = [
        helper.make_node("Mul", ["left", "two"], ["wide"]),
        helper.make_node("Relu", ["right"], ["near"]),
        helper.make_node("Sqrt", ["two"], ["root"]),
        helper.make_node("Mul", ["near", "root"], ["scaled"]),
        helper.make_node("Add", ["wide", "scaled"], ["added"]),
        helper.make_node("Mul", ["added", "root"], ["sum"]),
        *more,
    ]
    return graph(nodes, outputs, inputs)


def test_branches_and_trunk_give_what_the_whole_gives():
    rng = np.random.default_rng(0)
    content = two_branches()
    feed = {name: rng.normal(size=(3, 4)).astype(np.float32) for name in PICTURES}
    whole, parts = open_part(content, 1), SideBySide(content, PICTURES, 2, open_part)
    assert [one.name for one in parts.get_inputs()] == list(PICTURES)
    assert [(one.name, one.shape) for one in parts.get_outputs()] == [("sum", ["N", 4]), ("near", ["N", 4])]
    for wanted in (["sum", "near"], ["near"]):
        for a, b in zip(parts.run(wanted, feed), whole.run(wanted, feed), strict=True):
            np.testing.assert_allclose(a, b, rtol=1e-6)


def test_each_branch_makes_its_own_inputs_beside_the_other():
    """Each picture waits until the other is being made too."""
    together = threading.Barrier(2, timeout=60)

    class Making(dict):
        def __getitem__(self, name):
            if name not in made:
                made.append(name)
                together.wait()
            return super().__getitem__(name)

    made = []
    feed = Making({name: np.ones((1, 4), np.float32) for name in PICTURES})
    content = two_branches()
    (found,) = SideBySide(content, PICTURES, 2, open_part).run(["sum"], feed)
    np.testing.assert_allclose(found, (2 + 2**0.5) * 2**0.5, rtol=1e-6)
    assert sorted(made) == sorted(PICTURES)


def test_no_branch_reads_the_picture_of_another():
    for picture, branch in zip(PICTURES, CutGraph(two_branches(), PICTURES).branches, strict=True):
        assert [one.name for one in onnx.load_from_string(branch.content).graph.input] == [picture]


def test_the_bundled_network_runs_in_branches_and_gives_the_same_for_any_number_of_people():
    file = ASSETS / "anny-small.onnx"
    parts, whole = OnnxModel(file, threads=2), OnnxModel(file, threads=1)
    opened = SideBySide(file.read_bytes(), ["image", "upright"], 2, open_part)
    assert {one.name for one in opened.get_inputs()} == set(parts.inputs)
    for people in (1, 3):
        feed = whole.example(people)
        for name, value in whole.run(feed).items():
            np.testing.assert_allclose(parts.run(feed)[name], value, atol=1e-4, err_msg=name)


def node_with_a_graph():
    inner = helper.make_graph(
        [helper.make_node("Identity", ["left"], ["inner"])],
        "inner",
        [],
        [helper.make_tensor_value_info("inner", FLOATS, ["N", 4])],
    )
    condition = helper.make_node(
        "Constant", [], ["yes"], value=helper.make_tensor("y", TensorProto.BOOL, [], [1])
    )
    return two_branches(
        condition, helper.make_node("If", ["yes"], ["chosen"], then_branch=inner, else_branch=inner)
    )


def with_weights_elsewhere():
    model = onnx.load_from_string(two_branches())
    tensor = model.graph.initializer[0]
    onnx.external_data_helper.set_external_data(tensor, "weights.bin")
    return model.SerializeToString()


def out_of_order():
    model = onnx.load_from_string(two_branches())
    nodes = list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend(reversed(nodes))
    return model.SerializeToString()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (node_with_a_graph(), "a graph of its own"),
        (with_weights_elsewhere(), "in another file"),
        (out_of_order(), "not in order"),
        (
            graph([helper.make_node("Add", ["left", "right"], ["sum"])], ["sum"]),
            "comes of left alone",
        ),
        (two_branches(inputs=("left", "right", "unread")), "nothing reads unread"),
        (two_branches()[:-9], "ends within"),
        (b"\xff" * 40, "ends within"),
        (b"", "no graph"),
    ],
)
def test_what_cannot_be_cut_is_said(content, why):
    with pytest.raises(UncutError, match=why):
        SideBySide(content, PICTURES, 2, open_part)


def test_a_file_is_never_read_past_its_end():
    content = two_branches()
    for end in range(0, len(content), 7):
        with pytest.raises((UncutError, UnicodeDecodeError)):
            CutGraph(content[:end], PICTURES)
