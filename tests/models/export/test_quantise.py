"""Thunder in integers: what is rounded and what stays exact, the record, and files that are refused."""

import warnings

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import numpy_helper
from torch import nn

from models.camera.crop import CropRule
from models.errors import UserError
from models.export import quantise
from models.export.onnx_export import OPSET, fold, store_half_weights
from models.export.quantise import main, quantise_thunder
from models.inference.inputs import CropImage
from models.inference.model_info import METADATA_KEY, ModelInfo
from models.inference.paths import ASSETS
from models.network.movenet import MoveNet

INFO = ModelInfo(
    name="reader",
    kind="body",
    input_size=64,
    mean=(0.0, 0.0, 0.0),
    std=(1.0, 1.0, 1.0),
    crop=CropRule("points", 1.25),
    template="none.npz",
    template_sha256="",
    body="none",
    joint_names=(),
    parameters=0,
    inputs={"image": CropImage(), "upright": CropImage(around="points", size=256)},
    outputs={"joint_scores": "", "brightness": ""},
)


class Reader(nn.Module):
    """A thin MoveNet beside another network, where a model has them."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(0)
        self.stem = nn.ModuleDict(
            {"thunder": MoveNet(0.25, {"kpt_heatmap": 17}), "other": nn.Conv2d(3, 8, 3, 2)}
        )
        for layer in self.modules():
            if isinstance(layer, nn.Conv2d):
                nn.init.kaiming_normal_(layer.weight)

    def forward(self, image, upright):
        heat = self.stem["thunder"].maps(upright)["kpt_heatmap"]
        heat = heat - heat.mean((1, 2, 3), keepdim=True)
        heat = heat / heat.square().mean((1, 2, 3), keepdim=True).sqrt()
        return heat.flatten(2).amax(2).sigmoid(), self.stem["other"](image).mean((1, 2, 3))


@pytest.fixture(scope="module")
def model_file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reader")
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Reader().eval(),
            (torch.rand(1, 3, 64, 64), torch.rand(1, 3, 256, 256)),
            folder / "traced.onnx",
            input_names=list(INFO.inputs),
            output_names=list(INFO.outputs),
            opset_version=OPSET,
            dynamo=False,
        )
        model = fold(folder / "traced.onnx", folder / "folded.onnx")
    store_half_weights(model)
    onnx.helper.set_model_props(model, {METADATA_KEY: INFO.to_json()})
    onnx.save(model, folder / "reader.onnx")
    return folder / "reader.onnx"


@pytest.fixture(scope="module")
def feeds():
    rng = np.random.default_rng(0)
    return [
        {"image": rng.random((1, 3, 64, 64), np.float32), "upright": rng.random((1, 3, 256, 256), np.float32)}
        for _ in range(3)
    ]


@pytest.fixture(scope="module")
def quantised(model_file, feeds):
    return quantise_thunder(onnx.load(model_file), feeds)


def run(model, feed):
    content = model.SerializeToString()
    return onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"]).run(None, feed)


def test_inner_convolutions_are_rounded_and_the_rest_is_exact(quantised):
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in quantised.graph.initializer}
    weights = {name: value for name, value in stored.items() if value.dtype == np.int8 and value.ndim == 4}
    inner = ("blocks", "last", "laterals", "smooth.0")
    rounded = {name.removesuffix("_quantized") for name in weights}
    parts = {name.partition(".pyramid.")[2] for name in rounded}
    assert len(parts) == 16 * 3 + 1 + 4 + 2
    assert all(part.startswith(inner) for part in parts)
    assert max(np.abs(value.astype(int)).max() for value in weights.values()) <= 64  # seven bits
    exact = {node.input[1] for node in quantised.graph.node if node.op_type == "Conv"} & stored.keys()
    assert any("heads" in name for name in exact)
    assert any("other" in name for name in exact)


def test_answers_are_nearly_those_of_floating_point(model_file, quantised, feeds):
    (scores, brightness), (rounded, same) = (run(m, feeds[0]) for m in (onnx.load(model_file), quantised))
    np.testing.assert_allclose(brightness, same, atol=1e-6)
    assert 0 < np.abs(scores - rounded).max() < 0.1
    assert np.ptp(scores) > 0.02


def test_the_record_stays(model_file, quantised):
    assert quantised.metadata_props == onnx.load(model_file).metadata_props


def test_the_command_writes_a_smaller_file(model_file, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(quantise, "CROPS", 6)
    output = tmp_path / "integers.onnx"
    assert main([str(model_file), "-o", str(output)]) == 0
    assert output.stat().st_size < model_file.stat().st_size
    assert "joint scores changes by at most" in capsys.readouterr().out


def test_what_changes_too_much_is_not_written(model_file, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(quantise, "CROPS", 6)
    monkeypatch.setattr(quantise, "TOLERANCE", 0.0)
    assert main([str(model_file), "-o", str(tmp_path / "wrong.onnx")]) == 1
    assert "wrong.onnx was not written: in integers the joint scores change" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_models_without_a_thunder_to_round_are_refused(quantised, feeds, tmp_path, capsys):
    with pytest.raises(UserError, match="no Thunder in floating point"):
        quantise_thunder(quantised, feeds)
    assert main([str(ASSETS / "movenet_multipose.onnx"), "-o", str(tmp_path / "a.onnx")]) == 1
    assert "ONNX file of another kind" in capsys.readouterr().err
    assert main([str(tmp_path / "lost.onnx"), "-o", str(tmp_path / "a.onnx")]) == 1
    assert "lost.onnx could not be read" in capsys.readouterr().err
