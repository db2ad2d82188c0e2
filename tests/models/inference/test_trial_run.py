"""Models that never end or ask for any amount of memory end a helper, and get a sentence."""

import subprocess
import sys

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from models.helper_process import HelperProcess
from models.inference import trial_run
from models.inference.onnx_model import OnnxModel
from models.inference.store import ModelError
from tests.fakes.tiny_model import make_model


def constant(name, value, dtype=np.int64):
    return numpy_helper.from_array(np.array(value, dtype), name)


def add_to(file, nodes, initializers, result):
    """Put nodes into a model so that its output ``joints`` comes after their (1) float ``result``."""
    model = onnx.load(file)
    (maker,) = [node for node in model.graph.node if "joints" in node.output]
    maker.output[list(maker.output).index("joints")] = "joints_before"
    for node in model.graph.node:
        node.input[:] = ["joints_before" if name == "joints" else name for name in node.input]
    model.graph.node.extend([*nodes, helper.make_node("Add", ["joints_before", result], ["joints"])])
    model.graph.initializer.extend(initializers)
    onnx.save(model, file)


def endless_loop(file):
    body = helper.make_graph(
        [
            helper.make_node("Identity", ["going"], ["goes_on"]),
            helper.make_node("Identity", ["before"], ["after"]),
        ],
        "body",
        [
            helper.make_tensor_value_info("turn", TensorProto.INT64, []),
            helper.make_tensor_value_info("going", TensorProto.BOOL, []),
            helper.make_tensor_value_info("before", TensorProto.FLOAT, [1]),
        ],
        [
            helper.make_tensor_value_info("goes_on", TensorProto.BOOL, []),
            helper.make_tensor_value_info("after", TensorProto.FLOAT, [1]),
        ],
    )
    loop = helper.make_node("Loop", ["", "yes", "start"], ["bomb"], body=body)
    add_to(file, [loop], [constant("yes", True, np.bool_), constant("start", [0], np.float32)], "bomb")


def huge_constant(file):
    nodes = [
        helper.make_node("ConstantOfShape", ["many"], ["huge"]),
        helper.make_node("ReduceSum", ["huge"], ["bomb"], keepdims=1),
    ]
    add_to(file, nodes, [constant("many", [1 << 36])], "bomb")


@pytest.mark.parametrize(
    ("spoil", "said"), [(endless_loop, "does not end within 1 s"), (huge_constant, "takes more than 2 GB")]
)
def test_bombs_get_a_sentence(tmp_path, monkeypatch, spoil, said):
    monkeypatch.setattr(trial_run, "SECONDS", 1)
    file = make_model(tmp_path)
    OnnxModel(file)
    spoil(file)
    with pytest.raises(ModelError, match=rf"^tiny\.onnx {said}[^.]*; use it only .*\.$"):
        OnnxModel(file)
    monkeypatch.setattr(HelperProcess, "ask", None)
    with pytest.raises(ModelError, match=said):  # known, not tried again
        OnnxModel(file)


def test_a_model_that_changed_is_tried_again(tmp_path, monkeypatch):
    asked = []
    ask = HelperProcess.ask
    monkeypatch.setattr(HelperProcess, "ask", lambda *args: asked.append(args[1]) or ask(*args))
    file = make_model(tmp_path)
    OnnxModel(file)
    OnnxModel(file)
    assert len(asked) == 1
    file.touch()
    OnnxModel(file)
    assert len(asked) == 2


def test_what_libraries_print_is_no_answer(tmp_path):
    """ONNX Runtime prints on stdout that it cannot decode its own message of an operator without a name."""
    file = make_model(tmp_path)
    kind = onnx.load(file).graph.node[0].op_type.encode()
    file.write_bytes(file.read_bytes().replace(kind, b"\x80" * len(kind)))
    with pytest.raises(ModelError, match="damaged"):
        OnnxModel(file)
    OnnxModel(make_model(tmp_path))  # is asked of the same process


def test_the_process_ends_when_no_model_is_tried():
    code = "from models.inference import trial_run as t; t._IDLE_S = 0.1; t.main()"
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with process:  # its input stays open
        assert process.wait(60) == 0


def test_bundled_models_are_not_tried(monkeypatch):
    monkeypatch.setattr(HelperProcess, "ask", None)
    trial_run.check_runs(trial_run.ASSETS / "anny-small.onnx")
