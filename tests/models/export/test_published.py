"""Checkpoints in the authors' format become ONNX models that compute what the authors' code computes."""

import argparse
import contextlib
import os
import pickle
import re
import shutil

import cv2
import numpy as np
import onnxruntime as ort
import pytest
import torch

from models.body.template import load_template
from models.errors import UserError
from models.export.published import (
    BASE_VARIANTS,
    add_import_arguments,
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
from models.smpl.safe_pickle import UnsafeFileError
from models.smpl.template import body_template
from tests.fakes import published_files
from tests.fakes.published_networks import AuthorsFastMetro, HRNetFunction, randomise, resnet50

BODY_TOLERANCE, HEAD_TOLERANCE, HALF_TOLERANCE = 5e-4, 1.5e-3, 1e-2  # of the largest value


@pytest.fixture(scope="module")
def licensed(tmp_path_factory):
    """Invented files of the licensed layouts."""
    folder = tmp_path_factory.mktemp("licensed")
    smpl = published_files.write_smpl(folder / "basicModel_neutral_lbs_10_207_0_v1.0.0.pkl")
    mano = published_files.write_mano(folder / "MANO_RIGHT.pkl")
    levels = published_files.write_fastmetro_data(folder / "data", smpl["v_template"], mano["v_template"])
    return folder, levels


def authors_network(licensed, size, hand=False, smpl_head=False):
    folder, (body, palm) = licensed
    stem, count = ("mano_195", 195) if hand else ("smpl_431", 431)
    indices = torch.load(folder / "data" / f"{stem}_adjmat_indices.pt")
    adjacency = torch.zeros(count, count)
    adjacency[tuple(indices)] = 1
    upsample = torch.tensor((palm if hand else body)["U"][0].toarray(), dtype=torch.float32)
    return randomise(AuthorsFastMetro(size, resnet50(), adjacency, upsample, hand, smpl_head), seed=len(stem))


def body_file(licensed, hand=False):
    return licensed[0] / ("MANO_RIGHT.pkl" if hand else "basicModel_neutral_lbs_10_207_0_v1.0.0.pkl")


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


@pytest.fixture(scope="module")
def small_checkpoint(tmp_path_factory):
    """A checkpoint that fits no network, for errors that come before or at the weights."""
    path = tmp_path_factory.mktemp("checkpoint") / "wrong_state_dict.bin"
    torch.save({"conv_1x1.weight": torch.zeros(512, 1024, 1, 1), "module.extra": torch.zeros(1)}, path)
    return path


def arguments(*words):
    parser = argparse.ArgumentParser()
    add_import_arguments(parser)
    return parser.parse_args(list(map(str, words)))


@pytest.fixture
def attempt(licensed, small_checkpoint, tmp_path, monkeypatch):
    """Run the command; change what is given by keywords."""
    monkeypatch.setenv("FASTMETRO_MODELS", str(tmp_path / "models"))

    def attempt(*more, variant="FastMETRO-S-R50", **changes):
        given = {
            "checkpoint": small_checkpoint,
            "smpl": body_file(licensed),
            "fastmetro-data": licensed[0] / "data",
            "output": "mine",
        } | {key.replace("_", "-"): value for key, value in changes.items()}
        words = [word for key, value in given.items() if value for word in (f"--{key}", value)]
        return run_import(arguments("--variant", variant, *words, *more))

    yield attempt
    assert not list(tmp_path.glob("models/*")), "a failed import left files behind"


def test_weights_of_another_network_are_listed(attempt):
    with pytest.raises(UserError, match="FastMETRO-S-R50") as caught:
        attempt()
    text = str(caught.value)
    assert "cam_token_embed.weight" in text or "missing" in text
    assert "module.extra" in text
    assert "conv_1x1.weight (512, 1024, 1, 1) instead of (512, 2048, 1, 1)" in text


@pytest.mark.parametrize(
    ("held", "options"),
    [
        ({"size": "M"}, "FastMETRO-M-R50 without the SMPL head; give --variant FastMETRO-M-R50 --smpl FILE"),
        ({"size": "S", "smpl_head": True}, "FastMETRO-S-R50 with the SMPL head; give .* --smpl-head"),
        ({"size": "S", "hand": True}, "FastMETRO-S-R50 for hands; give --variant FastMETRO-S-R50 --mano"),
    ],
)
def test_checkpoint_of_another_published_network_is_named(attempt, licensed, tmp_path, held, options):
    path = tmp_path / "FastMETRO_state_dict.bin"
    torch.save(authors_network(licensed, **held).state_dict(), path)
    with pytest.raises(UserError, match=rf"^FastMETRO_state_dict\.bin holds {options}"):
        attempt(checkpoint=path)


@pytest.mark.parametrize("name", ["anny-small", "Anny-Small"])
def test_name_of_the_bundled_model_is_refused(attempt, name):
    # Models are found by their names in either case, the bundled one first.
    with pytest.raises(UserError, match=f"'{name}' is the name of the bundled model"):
        attempt("--replace", output=name)


def test_wrong_files_are_named(attempt, licensed, tmp_path):
    folder = licensed[0]
    with pytest.raises(UserError, match=r"MANO_RIGHT\.pkl is not a SMPL model"):
        attempt(smpl=folder / "MANO_RIGHT.pkl")
    with pytest.raises(UserError, match="is not a MANO model"):
        attempt(smpl=None, mano=body_file(licensed))
    with pytest.raises(UserError, match="nowhere"):
        attempt(fastmetro_data=tmp_path / "nowhere")
    with pytest.raises(UserError, match=r"lacks mesh_downsampling\.npz"):
        attempt(fastmetro_data=tmp_path)
    with pytest.raises(UserError, match=r"missing\.bin"):
        attempt(checkpoint=tmp_path / "missing.bin")
    with pytest.raises(UserError, match=r"no\.jpg"):
        attempt("--photo", tmp_path / "no.jpg")
    (tmp_path / "text.bin").write_text("hello")
    with pytest.raises(UserError, match=r"text\.bin"):
        attempt(checkpoint=tmp_path / "text.bin")
    torch.save([torch.zeros(1)], tmp_path / "list.bin")
    with pytest.raises(UserError, match=r"list\.bin holds something else than named tensors"):
        attempt(checkpoint=tmp_path / "list.bin")
    with pytest.raises(UserError, match="cannot be a model's name"):
        attempt(output="../mine")
    with pytest.raises(UserError, match="hands have no SMPL"):
        attempt("--smpl-head", smpl=None, mano=folder / "MANO_RIGHT.pkl")


@pytest.mark.parametrize("wrapper", [None, "state_dict", "model"])
@pytest.mark.parametrize("prefix", ["", "module."])
def test_wrapped_checkpoints_give_the_same_weights(tmp_path, wrapper, prefix):
    weights = {"xyz_regressor.weight": torch.randn(3, 128), "backbone.1.num_batches_tracked": torch.tensor(7)}
    content = {prefix + name: value for name, value in weights.items()}
    torch.save({wrapper: content, "epoch": 60} if wrapper else content, tmp_path / "own.bin")
    found = read_state_dict(tmp_path / "own.bin")
    assert list(found) == list(weights)
    assert all(torch.equal(found[name], weights[name]) for name in weights)


def test_whole_networks_and_empty_files_are_refused(tmp_path):
    torch.save(torch.nn.Linear(2, 2), tmp_path / "whole.bin")
    with pytest.raises(UnsafeFileError, match=r"whole\.bin was refused because it holds torch\.nn\.modules"):
        read_state_dict(tmp_path / "whole.bin")
    torch.save({}, tmp_path / "empty.bin")
    with pytest.raises(UserError, match="something else than named tensors"):
        read_state_dict(tmp_path / "empty.bin")


@pytest.fixture
def spoilt(licensed, tmp_path):
    """A copy of the authors' data to spoil."""
    return shutil.copytree(licensed[0] / "data", tmp_path / "data")


def test_data_that_does_not_fit_is_named(attempt, licensed, spoilt):
    def fails(name, write, error, message):
        (spoilt / name).unlink()
        write(spoilt / name)
        with pytest.raises(error, match=message):
            attempt(fastmetro_data=spoilt)
        shutil.copy(licensed[0] / "data" / name, spoilt / name)

    name = "J_regressor_extra.npy"
    fails(name, lambda path: None, UserError, r"lacks J_regressor_extra\.npy")
    fails(
        name, lambda path: np.save(path, np.zeros((14, 10))), UserError,
        r"J_regressor_extra\.npy is float64 \(14, 10\)",
    )  # fmt: skip
    fails(
        "smpl_431_adjmat_size.pt", lambda path: torch.save(torch.Size((195, 195)), path), UserError,
        r"smpl_431_adjmat_size\.pt says \(195, 195\)",
    )  # fmt: skip
    fails(
        "smpl_431_adjmat_indices.pt", lambda path: torch.save(torch.full((2, 3005), 431), path), UserError,
        "vertices outside 0 to 430",
    )  # fmt: skip
    fails(
        "mesh_downsampling.npz", lambda path: shutil.copy(spoilt / "mano_downsampling.npz", path), UserError,
        r"mesh_downsampling\.npz does not fit: U\[0\] is \(778, 195\)",
    )  # fmt: skip


class Hostile:
    def __init__(self, flag):
        self.flag = flag

    def __reduce__(self):
        return os.system, (f"touch {self.flag}",)


def test_hostile_files_are_refused_at_every_place(attempt, licensed, spoilt, tmp_path):
    flag = tmp_path / "ran"

    def refused(name, **changes):
        with pytest.raises(UnsafeFileError) as caught:
            attempt(**changes)
        assert name in str(caught.value)
        assert "system" in str(caught.value)
        assert not flag.exists()

    for content in (Hostile(flag), {"v_template": Hostile(flag)}, {"f": [({"x": Hostile(flag)},)]}):
        (tmp_path / "body.pkl").write_bytes(pickle.dumps(content))
        refused("body.pkl", smpl=tmp_path / "body.pkl")
        refused("body.pkl", smpl=None, mano=tmp_path / "body.pkl")
    np.savez(tmp_path / "body.npz", v_template=published_files.object_array([Hostile(flag)]))
    refused("body.npz", smpl=tmp_path / "body.npz")
    for content in (
        {"conv_1x1.weight": Hostile(flag)},
        {"state_dict": {"a": [torch.zeros(1), Hostile(flag)]}},
    ):
        torch.save(content, tmp_path / "new.bin")
        refused("new.bin", checkpoint=tmp_path / "new.bin")
    torch.save({"a": Hostile(flag)}, tmp_path / "old.bin", _use_new_zipfile_serialization=False)
    refused("old.bin", checkpoint=tmp_path / "old.bin")
    (tmp_path / "bare.bin").write_bytes(pickle.dumps(Hostile(flag), protocol=2))
    refused("bare.bin", checkpoint=tmp_path / "bare.bin")

    hand = {"smpl": None, "mano": body_file(licensed, hand=True)}
    for kind, name in [
        *(({}, f"smpl_431_adjmat_{part}.pt") for part in ("indices", "values", "size")),
        *((hand, f"mano_195_adjmat_{part}.pt") for part in ("indices", "values", "size")),
        ({}, "J_regressor_extra.npy"),
        ({}, "J_regressor_h36m_correct.npy"),
    ]:
        if name.endswith(".pt"):
            torch.save([Hostile(flag)], spoilt / name)
        else:
            np.save(spoilt / name, published_files.object_array([Hostile(flag)]))
        refused(name, fastmetro_data=spoilt, **kind)
        shutil.copy(licensed[0] / "data" / name, spoilt / name)
    nested = published_files.object_array([[Hostile(flag)]])
    for kind, name in (({}, "mesh_downsampling.npz"), (hand, "mano_downsampling.npz")):
        for arrays in ({"U": Hostile(flag), "D": None}, {"U": nested, "D": nested}):
            published_files.write_object_npz(spoilt / name, arrays)
            refused(name, fastmetro_data=spoilt, **kind)


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
