"""Masked attention on the processor: what is forbidden gets no weight, and no number that is slow."""

import numpy as np
import onnx
import onnxruntime as ort
import pytest
from onnx import TensorProto, helper, numpy_helper

from models.inference.finite_masks import finite_masks
from models.inference.onnx_model import OnnxModel, open_session
from models.inference.paths import ASSETS
from models.inference.providers import CPU

MASK = np.where(np.eye(200, dtype=bool), 0, -np.inf).astype(np.float32)
MASK[:, :3] = 0


@pytest.fixture
def attention(tmp_path):
    """A file whose scores are masked."""
    others = {
        "half": MASK.astype(np.float16),
        "size": np.array([200, 70000]),
        "weights": np.ones(5, np.float32),
    }
    made = helper.make_graph(
        [
            helper.make_node("Add", ["scores", "mask"], ["masked"]),
            helper.make_node("Softmax", ["masked"], ["out"]),
        ],
        "g",
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["N", 200, 200])],
        [helper.make_tensor_value_info("out", TensorProto.FLOAT, ["N", 200, 200])],
        [numpy_helper.from_array(value, name) for name, value in {**others, "mask": MASK}.items()],
    )
    file = tmp_path / "attention.onnx"
    onnx.save(helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), file)
    return file


def test_masks_alone_are_found_in_their_shape(attention):
    (name,) = masks = finite_masks(attention)
    assert name == "mask"
    np.testing.assert_array_equal(masks[name] == 0, MASK == 0)
    assert np.isfinite(masks[name]).all()


@pytest.mark.parametrize("how", ["added to more than scores", "compared"])
def test_infinities_that_mask_no_attention_stay(attention, how):
    model = onnx.load(attention)
    other = helper.make_node("Add" if "added" in how else "Max", ["scores", "mask"], ["more"])
    model.graph.node.append(other)
    onnx.save(model, attention)
    assert finite_masks(attention) == {}


def test_what_is_forbidden_weighs_nothing_and_no_weight_is_denormal(attention):
    scores = np.random.default_rng(0).normal(0, 2, (2, 200, 200)).astype(np.float32)
    kept = {name: ort.OrtValue.ortvalue_from_numpy(mask) for name, mask in finite_masks(attention).items()}
    plain, masked = (
        np.asarray(open_session(attention, (CPU,), 1, weights).run(None, {"scores": scores})[0])
        for weights in (None, kept)
    )
    np.testing.assert_array_equal(masked[:, MASK == 0], plain[:, MASK == 0])
    assert masked[:, MASK < 0].max() < 1e-12
    assert masked.min() > np.finfo(np.float32).tiny


def test_the_bundled_model_gives_to_the_last_bit_what_the_file_gives():
    file = ASSETS / "anny-small.onnx"
    assert len(finite_masks(file)) == 1
    model = OnnxModel(file, threads=1)
    feed = model.example()
    plain = open_session(file, (CPU,), 1)
    for name, value in model.run(feed).items():
        np.testing.assert_array_equal(value, plain.run([name], feed)[0], err_msg=name)


def test_a_file_that_is_none_is_refused(tmp_path):
    file = tmp_path / "none.onnx"
    file.write_bytes(b"none at all")
    with pytest.raises(ValueError, match="wire type"):
        finite_masks(file)
