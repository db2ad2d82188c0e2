"""Checkpoints in the authors' format become ONNX models that compute what the authors' code computes."""

import contextlib
import re

import cv2
import numpy as np
import onnxruntime as ort
import pytest
import torch

from models.body.template import load_template
from models.errors import UserError
from models.export.import_arguments import BASE_VARIANTS
from models.export.published import (
    import_published,
    read_state_dict,
    run_import,
)
from models.inference.model_info import METADATA_KEY, ModelInfo
from models.network.checkpoints import load_published
from models.network.config import find_config
from models.network.fastmetro import FastMetro
from models.network.hrnet import HRNet
from models.smpl.body_model import BodyModelLayer, read_body_model
from models.smpl.template import body_template
from tests.fakes.licensed_files import arguments, authors_network, body_file
from tests.fakes.published_networks import HRNetFunction, randomise

BODY_TOLERANCE, HEAD_TOLERANCE, HALF_TOLERANCE = 5e-4, 1.5e-3, 1e-2  # of the largest value


@contextlib.contextmanager
def one_thread():
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)


def pictures(count):
    return torch.randn(count, 3, 224, 224, generator=torch.Generator().manual_seed(9))


def session_of(file):
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    return ort.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def run(session, images):
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(names, {"image": images.numpy()}), strict=True))


def relative_error(found, wanted):
    return np.abs(found - wanted).max() / np.abs(wanted).max()


CASES = {
    "body with SMPL head": {"size": "S", "smpl_head": True},
    "hand": {"size": "S", "hand": True},
    "large body": {"size": "L"},
}


@pytest.fixture(
    scope="module",
    params=[name if "head" in name else pytest.param(name, marks=pytest.mark.slow) for name in CASES],
)
def imported(request, licensed, tmp_path_factory):
    case = CASES[request.param]
    folder = tmp_path_factory.mktemp("models")
    network = authors_network(licensed, **case)
    torch.save(network.state_dict(), folder / "FastMETRO_state_dict.bin")
    ending = "-hand" if case.get("hand") else "-smpl" if case.get("smpl_head") else ""
    with one_thread():
        result = import_published(
            find_config(f"FastMETRO-{case['size']}-R50{ending}"),
            folder / "FastMETRO_state_dict.bin",
            body_file(licensed, case.get("hand", False)),
            licensed[0] / "data",
            "mine",
            folder=folder,
        )
    return result, network, case


def test_hand_network_equals_the_authors(licensed):
    wanted_network = authors_network(licensed, "S", hand=True)
    template = body_template(read_body_model(body_file(licensed, hand=True), "MANO"), licensed[0] / "data")
    network = FastMetro(find_config("FastMETRO-S-R50-hand"), template).eval()
    load_published(network, wanted_network.state_dict())
    with torch.no_grad(), one_thread():
        wanted, found = wanted_network(pictures(1)), network(pictures(1))
    for name, value in wanted.items():
        assert relative_error(getattr(found, name).numpy(), value.numpy()) < BODY_TOLERANCE


@pytest.mark.slow
def test_hrnet_equals_its_definition_by_the_published_names():
    backbone = randomise(HRNet(), seed=1)
    weights = backbone.state_dict()
    assert len(weights) == 1956
    assert sum(p.numel() for p in backbone.parameters()) == 128_059_944
    image = torch.randn(1, 3, 64, 64, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        wanted, found = HRNetFunction(weights)(image), backbone(image)
    assert wanted.shape == (1, 2048, 2, 2)
    assert wanted.std() > 0.01
    assert relative_error(found.numpy(), wanted.numpy()) < 1e-4


def test_onnx_equals_the_authors_network(imported, licensed):
    result, network, case = imported
    images = pictures(2)
    with torch.no_grad(), one_thread():
        wanted = network(images)
    found = run(session_of(result.model_file), images)
    for name in ("camera", "joints", "vertices"):
        assert relative_error(found[name], wanted[name].numpy()) < BODY_TOLERANCE, name
    if case.get("smpl_head"):
        layer = BodyModelLayer(read_body_model(body_file(licensed), "SMPL"))
        wanted["smpl_vertices"] = layer(wanted["smpl_rotmat"], wanted["smpl_betas"]).vertices
        for name in ("smpl_rotmat", "smpl_betas", "smpl_vertices"):
            assert relative_error(found[name], wanted[name].numpy()) < HEAD_TOLERANCE, name
        determinants = np.linalg.det(found["smpl_rotmat"].reshape(-1, 3, 3))
        np.testing.assert_allclose(determinants, 1, atol=1e-3)


def test_record_and_template_say_how_to_use_it(imported):
    result, network, case = imported
    session = session_of(result.model_file)
    info = ModelInfo.from_json(session.get_modelmeta().custom_metadata_map[METADATA_KEY])
    template = load_template(result.template_file)
    hand = case.get("hand", False)
    assert (info.name, info.kind, info.body) == ("mine", *(("hand", "mano") if hand else ("body", "smpl")))
    assert info.parameters == sum(p.numel() for p in network.parameters())
    assert info.template == result.template_file.name
    assert info.template_sha256 == template.sha256
    assert (info.crop.kind, info.crop.border, info.channel_order) == ("box", "zero", "RGB")
    assert info.mean == (0.485, 0.456, 0.406)
    assert info.std == (0.229, 0.224, 0.225)
    assert list(info.outputs) == [output.name for output in session.get_outputs()]
    assert info.joint_names[0] == ("Wrist" if hand else "R_Ankle")
    assert "research" in info.licence


def test_graph_holds_no_dense_upsampling_and_no_zeros_worth_folding(imported):
    result, network, case = imported
    weights = 4 * sum(p.numel() for p in network.parameters())
    smpl = 4 * 6890 * 3 * (207 + 10 + 24) if case.get("smpl_head") else 0
    assert result.parity.size < 1.05 * weights + smpl


def test_template_is_the_licensed_body(licensed, tmp_path):
    folder, (levels, _) = licensed
    body = read_body_model(body_file(licensed), "SMPL")
    template = body_template(body, folder / "data")
    rng = np.random.default_rng(0)
    for i, (fine, coarse) in enumerate(((6890, 1723), (1723, 431))):
        values = rng.normal(size=(coarse, 3))
        np.testing.assert_allclose(template.upsampling[i].apply(values), levels["U"][i] @ values, atol=1e-5)
        down = levels["D"][i].tocsr()
        kept = np.arange(6890) if i == 0 else template.level_index[0]
        np.testing.assert_array_equal(template.level_index[i], kept[down.indices])
        assert template.upsampling[i].index.shape == (fine, 3)
    vertices = rng.normal(size=(6890, 3))
    h36m = np.load(folder / "data" / "J_regressor_h36m_correct.npy") @ vertices
    order = [3, 2, 1, 4, 5, 6, 16, 15, 14, 11, 12, 13, 8, 10]
    np.testing.assert_allclose(template.joint_sets["fastmetro14"].regress(vertices), h36m[order], atol=1e-5)
    np.testing.assert_allclose(template.root.apply(vertices)[0], h36m[0], atol=1e-5)
    extra = np.load(folder / "data" / "J_regressor_extra.npy") @ vertices
    both = np.concatenate([body.joint_regressor @ vertices, extra])
    j24 = template.joint_sets["j24"].regress(vertices)
    np.testing.assert_allclose(j24[[0, 13, 18, 23]], both[[8, 32, 37, 27]], atol=1e-5)
    assert template.level_sizes == (6890, 1723, 431)


def test_hand_joints_end_at_the_fingertips(licensed):
    hand = read_body_model(body_file(licensed, hand=True), "MANO")
    joints = body_template(hand, licensed[0] / "data").joint_sets["hand21"]
    vertices = np.random.default_rng(0).normal(size=(778, 3))
    found = dict(zip(joints.names, joints.regress(vertices), strict=True))
    for name, vertex in zip(
        ("Thumb", "Index", "Middle", "Ring", "Pinky"), (745, 317, 445, 556, 673), strict=True
    ):
        np.testing.assert_allclose(found[f"{name}_4"], vertices[vertex], atol=1e-6)
    mano = hand.joint_regressor @ vertices
    for name, joint in (("Wrist", 0), ("Thumb_1", 13), ("Index_1", 1), ("Middle_2", 5), ("Pinky_3", 9)):
        np.testing.assert_allclose(found[name], mano[joint], atol=1e-6)


@pytest.mark.parametrize("wrapper", [None, "state_dict", "model"])
@pytest.mark.parametrize("prefix", ["", "module."])
def test_wrapped_checkpoints_give_the_same_weights(tmp_path, wrapper, prefix):
    weights = {"xyz_regressor.weight": torch.randn(3, 128), "backbone.1.num_batches_tracked": torch.tensor(7)}
    content = {prefix + name: value for name, value in weights.items()}
    torch.save({wrapper: content, "epoch": 60} if wrapper else content, tmp_path / "own.bin")
    found = read_state_dict(tmp_path / "own.bin")
    assert list(found) == list(weights)
    assert all(torch.equal(found[name], weights[name]) for name in weights)


@pytest.mark.slow
def test_command_imports_with_a_photo_in_half_precision(licensed, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("FASTMETRO_MODELS", str(tmp_path))
    network = authors_network(licensed, "S", hand=True)
    torch.save(network.state_dict(), tmp_path / "hand.bin")
    cv2.imwrite(
        str(tmp_path / "photo.png"), np.random.default_rng(0).integers(0, 255, (90, 120, 3), np.uint8)
    )
    words = (
        "--variant", "FastMETRO-S-R50", "--checkpoint", tmp_path / "hand.bin", "--mano",
        body_file(licensed, hand=True), "--fastmetro-data", licensed[0] / "data", "-o", "hand", "--fp16",
        "--photo", tmp_path / "photo.png",
    )  # fmt: skip
    assert run_import(arguments(*words)) == 0
    printed = capsys.readouterr().out
    assert "hand.onnx" in printed
    assert "32,687,814 parameters" in printed
    assert float(re.search(r"one picture takes (\d+) ms", printed)[1]) > 0
    images = pictures(1)
    with torch.no_grad():
        wanted = network(images)
    found = run(session_of(tmp_path / "hand.onnx"), images)
    for name, value in found.items():
        assert value.dtype == np.float32
        assert relative_error(value, wanted[name].numpy()) < HALF_TOLERANCE
    with pytest.raises(UserError, match=r"already; choose another name or add --replace"):
        run_import(arguments(*words))


def test_every_published_network_can_be_chosen():
    assert set(BASE_VARIANTS) == {f"FastMETRO-{size}-{b}" for size in "SML" for b in ("R50", "H64")}
    for name in BASE_VARIANTS:
        for ending in ("", "-smpl", "-hand"):
            assert find_config(name + ending).num_joints == (21 if ending == "-hand" else 14)
