"""Exported files: ONNX Runtime answers as PyTorch does, the record is inside, nothing wrong is written."""

import dataclasses

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from models.camera.crop import CropBox
from models.camera.projection import Pinhole
from models.errors import UserError
from models.export import onnx_export
from models.export.__main__ import main
from models.export.onnx_export import comparison_images, describe, export_onnx
from models.inference.inputs import Subject
from models.inference.model_info import METADATA_KEY, ModelInfo
from models.inference.onnx_model import OnnxModel
from models.inference.paths import ASSETS
from models.network.checkpoints import checkpoint_record, load_checkpoint
from models.network.config import FastMetroConfig
from models.network.fastmetro import build_network, count_parameters

TINY = FastMetroConfig(
    name="tiny",
    kind="body",
    stem="landmarks",
    input_size=256,
    dims=(32, 16),
    heads=2,
    feedforward=2,
    learned_upsampling=True,
    camera="log_scale",
    refine_rounds=1,
)


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def checkpoint(anny, tmp_path_factory):
    torch.manual_seed(0)
    path = tmp_path_factory.mktemp("trained") / "checkpoint.pt"
    torch.save(checkpoint_record(build_network(TINY, anny), anny, {"samples": 5}), path)
    return path


@pytest.fixture(scope="module")
def exported(checkpoint):
    """What the command makes of a checkpoint."""
    file = checkpoint.with_name("tiny.onnx")
    options = ["-o", str(file), "--version", "7", "--weights", str(file.with_suffix(".pt"))]
    assert main([str(checkpoint), *options]) == 0
    return file


def test_the_weights_alone_are_a_checkpoint(exported, checkpoint, anny):
    file = exported.with_suffix(".pt")
    assert file.stat().st_size < 0.6 * checkpoint.stat().st_size
    kept, facts = load_checkpoint(file, anny)
    whole, _ = load_checkpoint(checkpoint, anny)
    assert facts == {"samples": 5}
    for name, value in whole.state_dict().items():
        torch.testing.assert_close(kept.state_dict()[name], value, atol=1e-4, rtol=1e-3)


@pytest.fixture(scope="module")
def network(checkpoint, anny):
    network, _ = load_checkpoint(checkpoint, anny)
    return network


def open_session(file):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


@pytest.mark.parametrize("count", [1, 3])
def test_onnx_runtime_computes_what_pytorch_does(exported, network, count):
    session = open_session(exported)
    image = comparison_images(None, 256)[0]
    images = np.stack([np.roll(image, 5 * i, 0) for i in range(count)]).astype(np.float32) / 255
    images = np.ascontiguousarray(images.transpose(0, 3, 1, 2))
    with torch.no_grad():
        wanted = network(torch.from_numpy(images))
    names = [output.name for output in session.get_outputs()]
    assert names == ["camera", "joints", "vertices", "presence"]
    for name, value in zip(names, session.run(None, {"image": images}), strict=True):
        reference = getattr(wanted, name).numpy()
        assert value.shape == reference.shape
        assert np.abs(value - reference).max() < 1e-3 * max(1, np.abs(reference).max())


def test_file_says_how_it_wants_to_be_used(exported, anny, network):
    session = open_session(exported)
    info = ModelInfo.from_json(session.get_modelmeta().custom_metadata_map[METADATA_KEY])
    assert info.name == "tiny"
    assert info.version == "7"
    assert info.training == {"samples": 5}
    assert (info.input_size, info.mean, info.std) == (256, (0, 0, 0), (1, 1, 1))
    assert (info.crop.kind, info.crop.rotate, info.crop.border) == ("landmarks", True, "replicate")
    assert (info.template, info.template_sha256) == ("anny.npz", anny.sha256)
    assert info.joint_names == anny.joint_sets["fastmetro14"].names
    assert info.parameters == count_parameters(network)
    assert [i.name for i in session.get_inputs()] == list(info.inputs) == ["image"]
    assert [o.name for o in session.get_outputs()] == list(info.outputs)
    assert session.get_inputs()[0].shape == ["N", 3, 256, 256]


def test_large_weights_are_stored_in_half_and_coordinates_are_not(exported, anny):
    proto = onnx.load(exported)
    assert {entry.domain for entry in proto.opset_import} == {""}
    constants = {tensor.name: tensor for tensor in proto.graph.initializer}
    size = {kind: 0 for kind in (onnx.TensorProto.FLOAT, onnx.TensorProto.FLOAT16)}
    for tensor in constants.values():
        if tensor.data_type in size:
            size[tensor.data_type] += int(np.prod(tensor.dims))
    assert size[onnx.TensorProto.FLOAT16] > 3e6
    full, mid, coarse = anny.level_sizes
    rows = sum(r.weight.size for r in anny.upsampling[:1])
    # What stays: learned upsampling, fixed rows, one mask for both stages, and small things.
    assert size[onnx.TensorProto.FLOAT] < mid * coarse + rows + (14 + coarse) ** 2 + 200_000
    shapes = [tuple(tensor.dims) for tensor in constants.values()]
    assert shapes.count((14 + coarse, 14 + coarse)) == 1
    assert not any(full in shape and mid in shape for shape in shapes)


def test_further_input_and_half_precision(anny, tmp_path):
    torch.manual_seed(0)
    network = build_network(dataclasses.replace(TINY, condition=5), anny)
    info = describe(network, anny, "anny.npz")
    file = tmp_path / "half.onnx"
    parity = export_onnx(network, info, file, precision="half")
    assert parity.size == file.stat().st_size
    session = open_session(file)
    assert {i.name: i.type for i in session.get_inputs()} == {
        "image": "tensor(float)",
        "crop": "tensor(float)",
    }
    image = np.zeros((1, 3, 256, 256), np.float32)
    a, b = (session.run(["camera"], {"image": image, "crop": np.full((1, 5), v, "f")})[0] for v in (0, 3))
    assert a.dtype == np.float32
    assert np.abs(a - b).max() > 1e-3

    (tmp_path / "anny.npz").symlink_to(ASSETS / "anny.npz")
    model, photo = OnnxModel(file), np.zeros((300, 400, 3), np.uint8)
    crop = CropBox(np.float32([200, 150]), 256.0)
    near, far = (
        model.estimate([Subject(photo, crop, Pinhole.of_photo((400, 300), fov))])[0] for fov in (30, 120)
    )
    assert np.abs(near.camera - far.camera).max() > 1e-3


def test_half_precision_rounds_neither_coordinates_nor_rotations(anny, tmp_path):
    torch.manual_seed(0)
    network = build_network(dataclasses.replace(TINY, smpl_head=True), anny)
    numbers = network.smpl_head.regressor[-1]
    with torch.no_grad():  # nearly singular matrices, whose inverses exceed the range of float16
        numbers.weight[:216] = 0
        numbers.bias[:216] = torch.diag(torch.tensor([1, 1, 1e-5])).flatten().repeat(24)
    file = tmp_path / "half.onnx"
    export_onnx(network, describe(network, anny, "anny.npz"), file, precision="half")
    vertices, rotations = open_session(file).run(
        ["vertices", "smpl_rotmat"], {"image": np.zeros((1, 3, 256, 256), np.float32)}
    )
    np.testing.assert_allclose(rotations, [[np.eye(3)] * 24], atol=1e-5)
    assert (vertices != vertices.astype(np.float16)).mean() > 0.9


def test_a_file_that_differs_is_not_written(network, anny, tmp_path, monkeypatch):
    def no_fold(traced, folded):  # a graph whose last layer was lost on the way
        proto = onnx.load(traced)
        for tensor in proto.graph.initializer:
            if tensor.name.endswith("point_head.bias"):
                values = onnx.numpy_helper.to_array(tensor) + 0.1
                tensor.CopyFrom(onnx.numpy_helper.from_array(values.astype(np.float32), tensor.name))
        return proto

    monkeypatch.setattr(onnx_export, "fold", no_fold)
    file = tmp_path / "wrong.onnx"
    with pytest.raises(UserError, match=r"wrong\.onnx was not written: .* in joints by .*vertices by"):
        export_onnx(network, describe(network, anny, "anny.npz"), file)
    assert list(tmp_path.iterdir()) == []


def test_what_does_not_fit_is_refused(network, anny, tmp_path):
    info = describe(network, anny, "anny.npz")
    with pytest.raises(UserError, match="smpl_vertices and the SMPL body belong together"):
        export_onnx(network, describe(network, anny, "anny.npz", with_smpl=True), tmp_path / "a.onnx")
    with pytest.raises(UserError, match=r"An image is uint8 \(64, 64, 3\)"):
        export_onnx(network, info, tmp_path / "a.onnx", images=[np.zeros((64, 64, 3), np.uint8)])


def test_command_fails_in_one_sentence(tmp_path, capsys):
    assert main([str(tmp_path / "lost.pt"), "-o", str(tmp_path / "a.onnx")]) == 1
    shown = capsys.readouterr().err
    assert "lost.pt does not exist" in shown
    assert "Traceback" not in shown


def test_images_to_compare_on(tmp_path):
    with pytest.raises(UserError, match=r"lost\.jpg is missing"):
        comparison_images(tmp_path / "lost.jpg", 64)
    (image,) = comparison_images(None, 64)
    assert image.shape == (64, 64, 3)
    assert image.std() > 5  # a real image
