"""Finding models, and what is said about files that are none."""

import os

import onnx
import pytest
from onnx import TensorProto, helper

from models.body.template import load_template
from models.inference import store
from models.inference.inputs import CropImage, State
from models.inference.store import (
    ModelError,
    find_model,
    installed_template,
    list_models,
    models_folder,
    read_model_info,
)
from tests.fakes.tiny_model import make_model


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder of imported models, with nothing bundled."""
    monkeypatch.setenv("FASTMETRO_MODELS", str(tmp_path / "mine"))
    monkeypatch.setattr(store, "ASSETS", tmp_path / "assets")
    monkeypatch.setattr(store, "BUNDLED_MODEL", tmp_path / "assets" / "anny-small.onnx")
    (tmp_path / "assets").mkdir()
    models_folder().mkdir()
    return models_folder()


def test_no_models_folder_is_no_error(folder):
    folder.rmdir()
    assert list_models() == []


def test_models_are_listed_the_bundled_one_first(folder):
    make_model(folder, name="another")
    make_model(folder.parent / "assets", name="anny-small")
    assert [m.name for m in list_models()] == ["anny-small", "another"]
    assert list_models()[1].info.body == "doll"
    assert list_models()[1].file == folder / "another.onnx"


def test_the_network_that_finds_people_is_no_model_to_choose(folder, caplog):
    make_model(folder.parent / "assets", name="anny-small")
    foreign_onnx(folder.parent / "assets" / "movenet_multipose.onnx")
    assert [m.name for m in list_models()] == ["anny-small"]
    assert caplog.text == ""


def test_models_are_found_by_name_and_path_and_default(folder):
    mine = make_model(folder, name="mine")
    bundled = make_model(folder.parent / "assets", name="anny-small")
    assert find_model("") == bundled
    assert find_model("Mine") == find_model(str(mine)) == mine


def test_what_is_not_there_is_a_sentence(folder):
    make_model(folder, name="mine")
    with pytest.raises(ModelError, match=r"no model called 'other'; installed: mine\."):
        find_model("other")
    with pytest.raises(ModelError, match=r"no model file .*gone\.onnx"):
        find_model(str(folder / "gone.onnx"))
    with pytest.raises(ModelError, match=r"bundled model anny-small\.onnx is missing"):
        find_model("")


def test_the_record_is_read_without_loading_the_network(tmp_path):
    path = make_model(tmp_path, licence="CC0")
    assert read_model_info(path).licence == "CC0"


def foreign_onnx(path):
    x, y = (helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in "xy")
    graph = helper.make_graph([helper.make_node("Relu", ["x"], ["y"])], "g", [x], [y])
    onnx.save(helper.make_model(graph, ir_version=10), path)


def test_an_onnx_file_of_another_kind_is_a_sentence(tmp_path):
    foreign_onnx(tmp_path / "yolo.onnx")
    with pytest.raises(ModelError, match=r"^yolo\.onnx is an ONNX file of another kind"):
        read_model_info(tmp_path / "yolo.onnx")


@pytest.mark.parametrize("keep", [0, 1, 100, -1])
def test_a_damaged_file_is_a_sentence(tmp_path, keep):
    path = make_model(tmp_path)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(ModelError, match=r"^tiny\.onnx is damaged or no ONNX file"):
        read_model_info(path)


def test_a_text_file_named_onnx_is_a_sentence(tmp_path):
    (tmp_path / "t.onnx").write_text("Hello, I am a text file, and not a network at all.\n" * 20)
    with pytest.raises(ModelError, match=r"^t\.onnx is damaged or no ONNX file"):
        read_model_info(tmp_path / "t.onnx")


def test_a_record_of_another_version_is_a_sentence(tmp_path):
    path = make_model(tmp_path)
    model = onnx.load(path)
    model.metadata_props[0].value = '{"format": "fastmetro-model/99"}'
    onnx.save(model, path)
    with pytest.raises(ModelError, match=r"^tiny\.onnx cannot be used: its record has format"):
        read_model_info(path)


def test_unusable_files_are_left_out_of_the_list_and_reported(folder, caplog):
    make_model(folder, name="good")
    foreign_onnx(folder / "bad.onnx")
    assert [m.name for m in list_models()] == ["good"]
    assert "bad.onnx is an ONNX file of another kind" in caplog.text


def test_a_damaged_model_leaves_the_others_usable(folder, caplog):
    sound = make_model(folder)
    (folder / "cut.onnx").write_bytes(sound.read_bytes()[:50])
    make_model(folder, name="odd", input_size=[])
    deep = onnx.load(sound)
    deep.metadata_props[0].value = "[" * 100_000
    onnx.save(deep, folder / "deep.onnx")
    os.mkfifo(folder / "pipe.onnx")
    assert [model.name for model in list_models()] == ["tiny"]
    assert find_model("tiny") == sound
    for name in ("cut", "deep", "odd", "pipe"):
        assert f"{name}.onnx" in caplog.text


def test_a_damaged_template_leaves_the_others_usable(folder, caplog):
    make_model(folder, name="a", template="full.npz")
    (folder / "full.npz").write_bytes(b"no template")
    make_model(folder, name="b")
    template = installed_template(load_template(folder / "doll.npz").sha256)
    assert template is not None
    assert template.name == "doll"
    assert "full.npz is not a body template" in caplog.text


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"input_size": 10**9}, "side"),
        ({"mean": (0.0, "x", 0.0)}, "mean"),
        ({"std": (1.0, 0.0, 1.0)}, "deviation"),
        ({"template": "../doll.npz"}, "template"),
        ({"licence": "a\nb"}, "licence"),
        ({"kind": "cat"}, "kind"),
        ({"joint_names": (1, 2)}, "joint_names"),
        ({"inputs": {"image": CropImage(), "history": State(output="x", dims=(1 << 20, 1 << 20))}}, "state"),
    ],
)
def test_records_that_no_model_has_are_refused_by_name(folder, changes, named):
    file = make_model(folder, **changes)
    with pytest.raises(ModelError, match=rf"^tiny\.onnx cannot be used: [^\n]*{named}"):
        read_model_info(file)
