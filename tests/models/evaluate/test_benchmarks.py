"""Benchmarks are read in their own layouts and scored by their own rules, on folders with known answers."""

import base64
import io
import json
import os
import pickle
from pathlib import Path

import cv2
import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from rich.console import Console
from scipy.spatial.transform import Rotation

from models.body.template import load_template, save_template
from models.camera.crop import CropRule
from models.errors import UserError
from models.evaluate import benchmarks
from models.evaluate.datasets import READERS
from models.inference.inputs import CropImage
from models.inference.model_info import METADATA_KEY, ModelInfo
from models.smpl.body_model import read_body_model
from models.smpl.safe_pickle import UnsafeFileError
from models.smpl.template import body_template
from tests.fakes import published_files
from tests.fakes.published_files import python2_pickle

GROWTH = 0.1  # the test model's mesh is this much larger where the crop is white
SIDE = 64


@pytest.fixture(scope="module")
def licensed(tmp_path_factory):
    """Invented SMPL, MANO and authors' data files; neutral and male bodies differ."""
    folder = tmp_path_factory.mktemp("licensed")
    smpl = published_files.write_smpl(folder / "SMPL_NEUTRAL.pkl")
    published_files.write_smpl(folder / "SMPL_MALE.pkl", seed=7)
    mano = published_files.write_mano(folder / "MANO_RIGHT.pkl")
    published_files.write_fastmetro_data(folder / "data", smpl["v_template"], mano["v_template"])
    return folder


def write_model(folder: Path, name: str, body, data: Path, turn=None) -> Path:
    """An ONNX model that answers with the body's template, grown by ``GROWTH`` times the crop's brightness.

    ``turn`` (3, 3) adds SMPL outputs: everything at rest but the root turned.
    """
    template = body_template(body, data)
    save_template(folder / f"{name}.npz", template)
    template = load_template(folder / f"{name}.npz")
    joint_set = template.joint_sets["hand21" if template.kind == "hand" else "fastmetro14"]
    constants = {
        "v": body.v_template[None],
        "axes": np.array([1, 2, 3]),
        "growth": np.float32([[[GROWTH]]]),
        "one": np.float32([[[1]]]),
        "flat": np.array([-1, 1, 1]),
        "zero": np.float32([[[0, 0, 0]]]),
        "camera_flat": np.array([-1, 3]),
        "j": joint_set.regress(body.v_template)[None].astype(np.float32),
    }
    nodes = [
        helper.make_node("ReduceMean", ["image", "axes"], ["bright"], keepdims=0),
        helper.make_node("Reshape", ["bright", "flat"], ["b"]),
        helper.make_node("Mul", ["b", "growth"], ["g"]),
        helper.make_node("Add", ["g", "one"], ["scale"]),
        helper.make_node("Mul", ["scale", "v"], ["vertices"]),
        helper.make_node("Mul", ["scale", "j"], ["joints"]),
        helper.make_node("Mul", ["b", "zero"], ["nothing"]),
        helper.make_node("Reshape", ["nothing", "camera_flat"], ["camera"]),
    ]
    outputs = {
        "camera": ("n", 3),
        "joints": ("n", len(joint_set.names), 3),
        "vertices": ("n", len(template.v_template), 3),
    }
    if turn is not None:
        rotations = np.tile(np.eye(3, dtype=np.float32), (1, 24, 1, 1))
        rotations[0, 0] = turn
        constants |= {
            "rest": rotations,
            "flat4": np.array([-1, 1, 1, 1]),
            "ten": np.zeros((1, 10), np.float32),
            "flat2": np.array([-1, 1]),
            "none": np.float32(0),
        }
        nodes += [
            helper.make_node("Mul", ["b", "none"], ["b0"]),
            helper.make_node("Reshape", ["b0", "flat4"], ["b4"]),
            helper.make_node("Add", ["b4", "rest"], ["smpl_rotmat"]),
            helper.make_node("Reshape", ["b0", "flat2"], ["b2"]),
            helper.make_node("Add", ["b2", "ten"], ["smpl_betas"]),
        ]
        outputs |= {"smpl_rotmat": ("n", 24, 3, 3), "smpl_betas": ("n", 10)}
    graph = helper.make_graph(
        nodes,
        name,
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ("n", 3, SIDE, SIDE))],
        [helper.make_tensor_value_info(key, TensorProto.FLOAT, shape) for key, shape in outputs.items()],
        [numpy_helper.from_array(value, key) for key, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    info = ModelInfo(
        name=name,
        kind=template.kind,
        input_size=SIDE,
        mean=(0, 0, 0),
        std=(1, 1, 1),
        crop=CropRule("box", 1.2),
        template=f"{name}.npz",
        template_sha256=template.sha256,
        body=template.name,
        joint_names=joint_set.names,
        parameters=0,
        inputs={"image": CropImage()},
        outputs=dict.fromkeys(outputs, ""),
    )
    entry = model.metadata_props.add()
    entry.key, entry.value = METADATA_KEY, info.to_json()
    onnx.save(model, folder / f"{name}.onnx")
    return folder / f"{name}.onnx"


@pytest.fixture(scope="module")
def neutral(licensed):
    return read_body_model(licensed / "SMPL_NEUTRAL.pkl", "SMPL")


@pytest.fixture(scope="module")
def body_model(licensed, neutral):
    return write_model(licensed, "body", neutral, licensed / "data")


@pytest.fixture(scope="module")
def hand_model(licensed):
    hand = read_body_model(licensed / "MANO_RIGHT.pkl", "MANO")
    return write_model(licensed, "hand", hand, licensed / "data")


def picture(grey=0, size=100):
    return np.full((size, size, 3), grey, np.uint8)


def write_emdb(root: Path, turn, frames=6):
    """One sequence with the body at rest in the camera's axes, and one that is no part of EMDB 1."""
    for sequence, member in (("00_outdoor", True), ("01_tracking", False)):
        folder = root / "P0" / sequence
        (folder / "images").mkdir(parents=True)
        camera = np.tile(np.eye(4), (frames, 1, 1))
        camera[:, :3, :3] = turn
        good = np.ones(frames, bool)
        good[0] = False  # and its picture is missing
        data = {
            "gender": "neutral",
            "name": f"P0_{sequence}",
            "emdb1": member,
            "emdb2": not member,
            "n_frames": frames,
            "good_frames_mask": good,
            "camera": {"intrinsics": np.eye(3), "extrinsics": camera, "width": 100, "height": 100},
            "smpl": {
                "poses_root": np.tile(Rotation.from_matrix(turn).inv().as_rotvec(), (frames, 1)),
                "poses_body": np.zeros((frames, 69)),
                "trans": np.random.default_rng(0).normal(size=(frames, 3)),
                "betas": np.zeros(10),
            },
            "bboxes": {
                "bboxes": np.tile([10.0, 20, 60, 80], (frames, 1)),
                "invalid_idxs": np.array([0]),
            },
        }
        (folder / f"P0_{sequence}_data.pkl").write_bytes(pickle.dumps(data))
        for i in range(1, frames):
            cv2.imwrite(str(folder / "images" / f"{i:05d}.jpg"), picture())


def test_emdb_of_a_perfect_mesh_is_zero(tmp_path, licensed, body_model):
    write_emdb(tmp_path, Rotation.from_euler("xyz", [0.4, 1, -2]).as_matrix())
    figures = benchmarks.evaluate("emdb", tmp_path, body_model, licensed)
    assert figures.pop("samples") == 5
    assert set(figures) == {"MPJPE", "PA-MPJPE", "MVE", "PA-MVE", "Jitter"}
    assert figures == pytest.approx(dict.fromkeys(figures, 0), abs=1e-2)


def test_emdb_of_smpl_parameters_with_a_turned_root(tmp_path, licensed, neutral):
    turn = Rotation.from_euler("y", 10, degrees=True).as_matrix()
    model = write_model(licensed, "turned", neutral, licensed / "data", turn)
    write_emdb(tmp_path, np.eye(3))
    figures = benchmarks.evaluate("emdb", tmp_path, model, licensed)
    joints = neutral.joint_regressor @ neutral.v_template
    hips = joints[[1, 2]].mean(0)
    expected = 1000 * np.linalg.norm((joints - hips) @ (turn - np.eye(3)).T, axis=1).mean()
    assert figures["MPJPE"] == pytest.approx(expected, rel=1e-4)
    assert figures["MPJAE"] == pytest.approx(10, abs=1e-2)
    for name in ("PA-MPJPE", "PA-MVE", "PA-MPJAE", "Jitter"):
        assert figures[name] == pytest.approx(0, abs=2e-2)


def write_3dpw(root: Path, grey, gender="m"):
    frames = 4
    (root / "sequenceFiles" / "test").mkdir(parents=True)
    folder = root / "imageFiles" / "downtown_bus_00"
    folder.mkdir(parents=True)
    poses2d = np.zeros((frames, 3, 18))
    poses2d[:, :2] = np.random.default_rng(1).uniform(20, 80, (frames, 2, 18))
    poses2d[:, 2] = 0.9
    poses2d[3] = 0  # nobody was seen
    valid = np.array([1, 0, 1, 1])
    data = {
        "sequence": "downtown_bus_00",
        "poses": [np.zeros((frames, 72)), np.zeros((frames, 72))],
        "betas": [np.zeros(10), np.zeros(300)],
        "trans": [np.zeros((frames, 3))] * 2,
        "genders": [gender, gender],
        "poses2d": [poses2d, np.zeros_like(poses2d)],
        "cam_poses": np.tile(np.eye(4), (frames, 1, 1)),
        "campose_valid": [valid, valid],
        "cam_intrinsics": np.eye(3),
        "img_frame_ids": np.arange(frames),
    }
    (root / "sequenceFiles" / "test" / "downtown_bus_00.pkl").write_bytes(python2_pickle(data))
    for i in (0, 2):
        cv2.imwrite(str(folder / f"image_{i:05d}.jpg"), picture(grey))


def test_3dpw_poses_the_body_of_the_persons_gender(tmp_path, licensed, neutral, body_model):
    write_3dpw(tmp_path, grey=0)
    figures = benchmarks.evaluate("3dpw", tmp_path, body_model, licensed)
    male = read_body_model(licensed / "SMPL_MALE.pkl", "SMPL").v_template
    template = load_template(body_model.with_suffix(".npz"))
    difference = template.centred(neutral.v_template)[0] - template.centred(male)[0]
    assert figures["samples"] == 2
    assert figures["MPVPE"] == pytest.approx(1000 * np.linalg.norm(difference, axis=1).mean(), rel=1e-4)
    assert figures["PA-MPJPE"] < figures["MPJPE"]
    figures = benchmarks.evaluate("3dpw", tmp_path, body_model, licensed, neutral=True)
    assert figures["MPVPE"] == pytest.approx(0, abs=1e-2)


def test_3dpw_of_a_body_a_tenth_too_large(tmp_path, licensed, neutral, body_model):
    write_3dpw(tmp_path, grey=255, gender="neutral")
    figures = benchmarks.evaluate("3dpw", tmp_path, body_model, licensed)
    template = load_template(body_model.with_suffix(".npz"))
    joints = template.joint_sets["fastmetro14"].regress(neutral.v_template)
    far = np.linalg.norm(joints - joints[[2, 3]].mean(0), axis=1).mean()
    assert figures["MPJPE"] == pytest.approx(1000 * GROWTH * far, rel=2e-3)
    assert figures["PA-MPJPE"] == pytest.approx(0, abs=1e-2)


def write_h36m(root: Path, template, neutral, has_smpl):
    folder = root / "valid_protocol2"
    folder.mkdir(parents=True)
    (root / "valid.protocol2.yaml").write_text(
        "img: valid_protocol2/valid.img.tsv\nhw: valid_protocol2/valid.hw.tsv\n"
        "label: valid_protocol2/valid.label.tsv\nlinelist: valid_protocol2/valid.linelist.tsv\n"
    )
    joints = np.zeros((24, 4))
    fourteen = template.joint_sets["fastmetro14"].regress(neutral.v_template)
    joints[[*range(13), 18], :3] = fourteen + np.array([0.1, 0.2, 0.3])
    label = {
        "center": [50, 50], "scale": 0.4, "has_2d_joints": 1, "has_3d_joints": 1, "has_smpl": has_smpl,
        "2d_joints": np.zeros((24, 3)).tolist(), "3d_joints": joints.tolist(), "pose": [0.0] * 72,
        "betas": [0.0] * 10,
    }  # fmt: skip
    rows = range(3)
    code = [
        base64.b64encode(cv2.imencode(".png", picture(255 * (i == 1)))[1].tobytes()).decode() for i in rows
    ]
    (folder / "valid.img.tsv").write_text("".join(f"S9_{i}.jpg\t{code[i]}\n" for i in rows))
    (folder / "valid.label.tsv").write_text("".join(f"S9_{i}.jpg\t{json.dumps([label])}\n" for i in rows))
    (folder / "valid.linelist.tsv").write_text("0\n2\n")  # the white picture is not part of it


@pytest.mark.parametrize("has_smpl", [0, 1])
def test_h36m_reads_the_listed_rows(tmp_path, licensed, neutral, body_model, has_smpl):
    write_h36m(tmp_path, load_template(body_model.with_suffix(".npz")), neutral, has_smpl)
    figures = benchmarks.evaluate("h36m", tmp_path, body_model, licensed)
    assert figures.pop("samples") == 2
    assert set(figures) == {"MPJPE", "PA-MPJPE"} | ({"MPVPE"} if has_smpl else set())
    assert figures == pytest.approx(dict.fromkeys(figures, 0), abs=1e-2)


def write_freihand(root: Path, joints, vertices):
    (root / "evaluation" / "rgb").mkdir(parents=True)
    (root / "evaluation_xyz.json").write_text(json.dumps(joints.tolist()))
    (root / "evaluation_verts.json").write_text(json.dumps(vertices.tolist()))
    for i in range(len(joints)):
        cv2.imwrite(str(root / "evaluation" / "rgb" / f"{i:08d}.jpg"), picture(0, 224))


def test_freihand_aligns_scale_turn_and_mirror_away(tmp_path, hand_model):
    template = load_template(hand_model.with_suffix(".npz"))
    turn = Rotation.random(2, random_state=3).as_matrix()
    turn[1] *= -1
    vertices = 1.3 * template.v_template @ np.swapaxes(turn, 1, 2) + [[[0, 0, 0.6]]]
    write_freihand(tmp_path, template.joint_sets["hand21"].regress(vertices), vertices)
    figures = benchmarks.evaluate("freihand", tmp_path, hand_model)
    assert figures["samples"] == 2
    assert figures["PA-MPJPE"] == pytest.approx(0, abs=1e-3)
    assert figures["PA-MPVPE"] == pytest.approx(0, abs=1e-3)
    assert figures["F@5"] == figures["F@15"] == 1
    for name in ("AUC joints", "AUC mesh"):  # rounding keeps the errors from the first threshold, 0 mm
        assert figures[name] == pytest.approx(1, abs=0.006)


def test_freihand_counts_what_remains(tmp_path, hand_model):
    template = load_template(hand_model.with_suffix(".npz"))
    rng = np.random.default_rng(0)
    joints = template.joint_sets["hand21"].regress(template.v_template)[None]
    vertices = template.v_template[None] + rng.normal(scale=0.004, size=(1, 778, 3))
    write_freihand(tmp_path, joints, vertices)
    figures = benchmarks.evaluate("freihand", tmp_path, hand_model)
    assert figures["PA-MPJPE"] == pytest.approx(0, abs=1e-3)
    assert 5 < figures["PA-MPVPE"] < 7  # Gaussian noise of 4 mm an axis is 6.4 mm away on average
    assert figures["F@5"] < figures["F@15"] <= 1


def test_command_prints_the_table_and_writes_json(tmp_path, hand_model, capsys, monkeypatch):
    monkeypatch.setenv("FASTMETRO_MODELS", str(hand_model.parent))
    monkeypatch.setenv("COLUMNS", "160")
    template = load_template(hand_model.with_suffix(".npz"))
    vertices = template.v_template[None]
    write_freihand(tmp_path, template.joint_sets["hand21"].regress(vertices), vertices)
    file = tmp_path / "figures.json"
    code = benchmarks.main(
        ["--dataset", "freihand", "--root", str(tmp_path), "--model", "hand", "--json", str(file)]
    )
    assert code == 0
    printed = capsys.readouterr().out
    assert "FastMETRO-L-H64" in printed
    assert "0.687" in printed
    record = json.loads(file.read_text())
    assert record["figures"]["samples"] == 1
    assert record["published"]["FastMETRO-L-H64"]["PA-MPJPE"] == 6.5


@pytest.mark.parametrize(
    ("dataset", "message"),
    [
        ("emdb", "EMDB"),
        ("3dpw", "3DPW"),
        ("h36m", "valid.protocol2.yaml"),
        ("freihand", "evaluation_xyz.json"),
    ],
)
def test_wrong_folders_are_named(tmp_path, dataset, message):
    with pytest.raises(UserError, match=message):
        list(READERS[dataset](tmp_path))


def test_command_says_in_one_sentence_what_is_wrong(tmp_path, hand_model, body_model, licensed, capsys):
    def fails(*arguments):
        assert benchmarks.main(list(map(str, arguments))) == 1
        text = capsys.readouterr().err.strip()
        assert "Traceback" not in text
        return text

    root = ("--root", tmp_path)
    assert "'nobody'" in fails("--dataset", "emdb", *root, "--model", "nobody")
    nowhere = tmp_path / "nowhere" / "figures.json"
    assert "make it first" in fails("--dataset", "emdb", *root, "--model", hand_model, "--json", nowhere)
    assert "measured on 'mano'" in fails("--dataset", "freihand", *root, "--model", body_model)
    write_3dpw(tmp_path, grey=0, gender="f")
    assert "--smpl-folder" in fails("--dataset", "3dpw", *root, "--model", body_model)
    missing = fails("--dataset", "3dpw", *root, "--model", body_model, "--smpl-folder", licensed)
    assert "no female SMPL model; expected SMPL_FEMALE.pkl" in missing
    (tmp_path / "imageFiles" / "downtown_bus_00" / "image_00000.jpg").unlink()
    assert "image_00000.jpg" in fails("--dataset", "3dpw", *root, "--model", body_model)


@pytest.mark.parametrize(
    ("dataset", "published"),
    [
        ("emdb", "FastMETRO-L 108.107 66.794 119.23 81.1847 185.933"),
        ("emdb", "FastMETRO-L, SMPL head 115.036 72.6765 133.566 86.0043 81.2959 25.07 22.9482"),
        ("freihand", "FastMETRO-L-H64 6.5 7.1 0.687 0.983 0.871 0.858"),
        ("h36m", "FastMETRO-L-H64 (paper) 33.7"),
        ("3dpw", "FastMETRO-L-H64 (paper) 73.5 44.6 84.1"),
    ],
)
def test_the_table_shows_the_figures_as_they_were_published(dataset, published):
    figures = {
        "emdb": ["MPJPE", "PA-MPJPE", "MVE", "PA-MVE", "Jitter"],
        "freihand": ["PA-MPJPE", "PA-MPVPE", "F@5", "F@15"],
    }.get(dataset, ["MPJPE", "PA-MPJPE", "MPVPE"])
    console = Console(width=200, record=True, file=io.StringIO())
    console.print(benchmarks.table(dataset, "mine", {**dict.fromkeys(figures, 12.3456), "samples": 2}))
    rows = [" ".join(line.replace("│", " ").split()) for line in console.export_text().splitlines()]
    assert published in rows
    assert any(row.startswith("mine 12.35") for row in rows)


class Hostile:
    def __init__(self, flag):
        self.flag = flag

    def __reduce__(self):
        return os.system, (f"touch {self.flag}",)


@pytest.mark.parametrize(
    ("dataset", "file"),
    [("emdb", "P0/00_outdoor/P0_00_outdoor_data.pkl"), ("3dpw", "sequenceFiles/test/outdoors_00.pkl")],
)
@pytest.mark.parametrize("nest", [lambda it: it, lambda it: {"genders": [(it,)]}])
def test_hostile_annotations_are_refused(tmp_path, body_model, licensed, dataset, file, nest):
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_bytes(pickle.dumps(nest(Hostile(tmp_path / "ran"))))
    with pytest.raises(UnsafeFileError, match=rf"{path.name} was refused .*system"):
        benchmarks.evaluate(dataset, tmp_path, body_model, licensed)
    assert not (tmp_path / "ran").exists()


def test_a_hostile_true_body_is_refused(tmp_path, body_model):
    write_3dpw(tmp_path / "3dpw", grey=0)
    (tmp_path / "SMPL_MALE.pkl").write_bytes(pickle.dumps({"v_template": Hostile(tmp_path / "ran")}))
    with pytest.raises(UnsafeFileError, match=r"SMPL_MALE\.pkl was refused .*system"):
        benchmarks.evaluate("3dpw", tmp_path / "3dpw", body_model, tmp_path)
    assert not (tmp_path / "ran").exists()
