"""The files of an inference server: the network with bytes for images, and what Triton reads of it."""

import json

import numpy as np
import onnx
import onnxruntime as ort
import pytest

from models.camera.crop import CropBox, CropRule
from models.camera.projection import Pinhole
from models.errors import UserError
from models.export.server_files import SERVED_KEY, triton_config, write_server_files
from models.inference.inputs import CropImage, CropPlace, State, Subject
from models.inference.onnx_model import OnnxModel
from models.inference.paths import ASSETS
from models.inference.served_model import ServedModel, model_sha256
from tests.app.cli.doll_clip import run
from tests.fakes.tiny_model import make_model

FURTHER = {
    "small": CropImage("BGR", size=16, mean=(0.5, 0.4, 0.3), std=(0.25, 0.2, 0.1), channel_order="BGR"),
    "upright": CropImage("grey", around="points", crop=CropRule("points", 1.25), size=32, mean=(0.4, 0, 0)),
    "crop": CropPlace(),
    "history": State(output="history_next", dims=(2, 3)),
}


@pytest.fixture(scope="module")
def model(tmp_path_factory) -> OnnxModel:
    return OnnxModel(make_model(tmp_path_factory.mktemp("model"), further=FURTHER))


def people(model: OnnxModel, count: int) -> list[Subject]:
    rng = np.random.default_rng(0)
    image = rng.integers(0, 256, (300, 400, 3)).astype(np.uint8)
    return [
        Subject(
            image,
            CropBox(np.float32([150 + 20 * i, 140]), 200.0, 0.3 * i),
            Pinhole.of_photo((400, 300)),
            rng.uniform(50, 250, (33, 2)).astype(np.float32),
            state={"history": rng.normal(size=(2, 3)).astype(np.float32)},
        )
        for i in range(count)
    ]


def sent(model: OnnxModel, served: ServedModel, subjects) -> dict[str, np.ndarray]:
    return {
        served.inputs[name].name: np.stack([one.to_send(name, subject) for subject in subjects])
        for name, one in model.inputs.items()
    }


def own(model: OnnxModel, subjects) -> dict[str, np.ndarray]:
    return model.run(
        {name: np.stack([one.compute(name, s) for s in subjects]) for name, one in model.inputs.items()}
    )


def test_the_served_network_makes_of_bytes_what_the_models_own_makes_of_floats(model, tmp_path):
    served = write_server_files(model.file, tmp_path)
    session = ort.InferenceSession(str(tmp_path / "tiny" / "1" / "model.onnx"))
    subjects = people(model, 3)
    found = dict(
        zip(
            [one.name for one in session.get_outputs()],
            session.run(None, sent(model, served, subjects)),
            strict=True,
        )
    )
    for name, value in own(model, subjects).items():
        np.testing.assert_allclose(found.pop(name), value, atol=2e-6)
    ((name, hashes),) = found.items()
    assert name == "model_sha256"
    assert [row.tobytes().hex() for row in hashes] == [model_sha256(model.file)] * 3


def test_the_bundled_model_is_served_without_a_hairs_difference(tmp_path):
    model = OnnxModel(ASSETS / "anny-small.onnx")
    served = write_server_files(model.file, tmp_path)
    session = ort.InferenceSession(str(tmp_path / served.name / served.version / "model.onnx"))
    subjects = people(model, 2)
    (vertices,) = session.run(["vertices"], sent(model, served, subjects))
    assert np.abs(vertices - own(model, subjects)["vertices"]).max() < 1e-4  # a tenth of a millimetre


def test_triton_reads_its_configuration(model, tmp_path):
    """By the messages of its own client."""
    model_config_pb2 = pytest.importorskip("tritonclient.grpc.model_config_pb2")
    from google.protobuf import text_format

    served = write_server_files(model.file, tmp_path)
    text = (tmp_path / "tiny" / "config.pbtxt").read_text()
    assert text == triton_config(served)
    config = text_format.Parse(text, model_config_pb2.ModelConfig())
    assert (config.name, config.backend, config.max_batch_size) == ("tiny", "onnxruntime", 16)
    assert config.HasField("dynamic_batching")
    assert config.version_policy.HasField("all")
    assert [group.count for group in config.instance_group] == [1]
    types = model_config_pb2.DataType
    assert [(one.name, types.Name(one.data_type), tuple(one.dims)) for one in config.input] == [
        (one.name, f"TYPE_{one.datatype}", one.shape) for one in served.inputs.values()
    ]
    outputs = {one.name: one for one in config.output}
    assert tuple(outputs["vertices"].dims) == (420, 3)
    assert tuple(outputs["presence"].dims) == (1,)  # Triton takes none without a dimension,
    assert outputs["presence"].HasField("reshape")  # and is told that there is none
    assert {one.batch_size for one in config.model_warmup} == {1, 2, 4, 8, 16}
    assert {*config.model_warmup[0].inputs} == {one.name for one in served.inputs.values()}
    assert config.parameters["sha256"].string_value == served.sha256


def test_mlserver_finds_its_settings_and_what_runs_the_file(model, tmp_path):
    write_server_files(model.file, tmp_path)
    folder = tmp_path / "tiny" / "1"
    settings = json.loads((folder / "model-settings.json").read_text())
    assert (settings["name"], settings["parameters"]["version"]) == ("tiny", "1")
    file, _, kind = settings["implementation"].partition(".")
    assert json.loads((folder / "settings.json").read_text()) == {"parallel_workers": 0}
    assert f"class {kind}(MLModel)" in (folder / f"{file}.py").read_text()


def test_versions_stand_beside_one_another_and_none_is_overwritten_by_another(tmp_path):
    repository = tmp_path / "repository"
    for folder, version, parameters in (("a", "1", 0), ("b", "2", 0), ("c", "2", 7)):
        (tmp_path / folder).mkdir()
        make_model(tmp_path / folder, version=version, parameters=parameters)
    write_server_files(tmp_path / "a" / "tiny.onnx", repository)
    write_server_files(tmp_path / "b" / "tiny.onnx", repository)
    assert sorted(file.parent.name for file in repository.glob("tiny/*/model.onnx")) == ["1", "2"]
    write_server_files(tmp_path / "b" / "tiny.onnx", repository)  # the same again
    before = (repository / "tiny" / "2" / "model.onnx").read_bytes()
    with pytest.raises(UserError, match=r"made from another file that calls itself tiny 2 \(sha256 "):
        write_server_files(tmp_path / "c" / "tiny.onnx", repository)
    (repository / "tiny" / "2" / "model.onnx").write_bytes(b"not ours")
    with pytest.raises(UserError, match="made from another file"):
        write_server_files(tmp_path / "b" / "tiny.onnx", repository)
    assert before
    assert not list(repository.rglob("*.new"))


def test_the_file_says_what_it_was_made_from_and_is_no_model_of_the_programs(model, tmp_path):
    served = write_server_files(model.file, tmp_path)
    proto = onnx.load(tmp_path / "tiny" / "1" / "model.onnx")
    onnx.checker.check_model(proto)
    kept = {entry.key: entry.value for entry in proto.metadata_props}
    assert json.loads(kept.pop(SERVED_KEY)) == {"name": "tiny", "version": "1", "sha256": served.sha256}
    assert "fastmetro" not in kept


def test_the_command_writes_and_says_what_to_type(model, tmp_path, capfd):
    repository = tmp_path / "my models"
    assert run("models", "serve-files", "-o", repository, "--model", model.file) == 0
    told = capfd.readouterr().out
    assert f"wrote {repository / 'tiny'}, version 1" in told
    assert f"-v '{repository}':/models:ro nvcr.io/nvidia/tritonserver:" in told
    assert f"mlserver start '{repository}'/tiny/1" in told
    assert "live --server grpc://127.0.0.1:8001" in told
    assert (repository / "tiny" / "config.pbtxt").is_file()


def test_what_keeps_the_command_from_writing_is_told(model, tmp_path, capfd, monkeypatch):
    assert run("models", "serve-files", "-o", tmp_path / "no" / "where") == 1
    assert "There is no folder" in capfd.readouterr().err
    (tmp_path / "file").write_text("")
    assert run("models", "serve-files", "-o", tmp_path / "file", "--model", model.file) == 1
    assert "Traceback" not in capfd.readouterr().err
    assert run("models", "serve-files", "-o", tmp_path, "--model", "nobody") == 1
    assert "There is no model called 'nobody'" in capfd.readouterr().err
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert run("models", "serve-files", "-o", tmp_path) == 1
    assert "needs the package onnx" in capfd.readouterr().err
