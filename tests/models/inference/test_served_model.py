"""What a server has of a model: names, versions, shapes and the hash of the file."""

import hashlib
from dataclasses import replace

import onnx
import pytest

from models.inference.inputs import CropImage, CropPlace
from models.inference.onnx_model import OnnxModel
from models.inference.served_model import ServedModel, model_sha256
from tests.fakes.tiny_model import SIZE, make_model


def test_images_travel_as_bytes_and_all_else_as_floats(tmp_path):
    further = {"crop": CropPlace(), "small": CropImage(size=16)}
    found = ServedModel.of(OnnxModel(make_model(tmp_path, further=further)))
    sent = {name: (one.name, one.datatype, one.shape) for name, one in found.inputs.items()}
    assert sent == {
        "image": ("image_rgb", "UINT8", (SIZE, SIZE, 3)),
        "crop": ("crop", "FP32", (5,)),
        "small": ("small_rgb", "UINT8", (16, 16, 3)),
    }
    assert sum(one.bytes for one in found.inputs.values()) == 3 * (SIZE * SIZE + 256) + 20
    answered = {one.name: one.shape for one in found.outputs}
    assert answered["vertices"] == (420, 3)
    assert answered["presence"] == ()
    assert answered["model_sha256"] == (32,)


@pytest.mark.parametrize(
    ("name", "version", "folder", "number"),
    [
        ("tiny", "3", "tiny", "3"),
        ("../Größe 1", "1", "-Gr--e-1", "1"),
        ("...", "2.1", "model", "1"),
        ("x", "0", "x", "1"),
    ],
)
def test_names_and_versions_become_what_servers_take(tmp_path, name, version, folder, number):
    model = OnnxModel(make_model(tmp_path, version=version))
    model.info = replace(model.info, name=name)
    found = ServedModel.of(model)
    assert (found.name, found.version) == (folder, number)


def test_the_hash_is_of_the_file_and_of_the_weights_beside_it(tmp_path):
    file = make_model(tmp_path)
    assert model_sha256(file) == hashlib.sha256(file.read_bytes()).hexdigest()
    proto = onnx.load(file)
    onnx.save(
        proto,
        file,
        save_as_external_data=True,
        location="weights.bin",
        size_threshold=16,
        convert_attribute=True,
    )
    first = model_sha256(file)
    weights = tmp_path / "weights.bin"
    assert first == hashlib.sha256(file.read_bytes() + weights.read_bytes()).hexdigest()
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    assert model_sha256(file) != first
