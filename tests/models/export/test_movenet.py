"""MultiPose as a file: the bundled one finds people as the published one does; nothing wrong is written."""

import cv2
import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from models.errors import UserError
from models.export import movenet
from models.export.movenet import export_multipose, main
from models.inference.paths import ASSETS
from models.network.movenet import THUNDER, MultiPose

# Nose, left shoulder, right hip, left ankle of the person in the sample's frame 30, at 320 x 192: x, y in
# pixels, score. Computed by another converter, which turns the published graph into ONNX operator by
# operator, run by ONNX Runtime, and decoded in NumPy.
JOINTS = (0, 5, 12, 15)
REFERENCE = np.array(
    [[133.486, 60.332, 0.636], [144.004, 71.271, 0.646], [129.91, 99.651, 0.839], [154.06, 136.444, 0.819]]
)


def open_session(content):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


@pytest.fixture(scope="module")
def bundled():
    return open_session(str(ASSETS / "movenet_multipose.onnx"))


@pytest.fixture(scope="module")
def frame():
    clip = cv2.VideoCapture(str(ASSETS / "sample.mp4"))
    clip.set(cv2.CAP_PROP_POS_FRAMES, 30)
    image = clip.read()[1][..., ::-1]
    clip.release()
    return cv2.resize(np.ascontiguousarray(image), (320, 192), interpolation=cv2.INTER_AREA)


def as_input(image):
    return np.ascontiguousarray(image.transpose(2, 0, 1)[None], np.float32) / np.float32(255)


def test_the_bundled_file_finds_the_person(bundled, frame):
    joints, scores = bundled.run(["joints", "scores"], {"image": as_input(frame)})
    assert joints.shape == (6, 17, 3)
    assert scores.shape == (6,)
    assert scores[0] > 0.9
    assert scores[1:].max() < 0.1
    difference = np.abs(joints[0, JOINTS, :] - REFERENCE)
    assert difference[:, :2].max() < 0.05
    assert difference[:, 2].max() < 0.005


def test_the_bundled_file_takes_any_size(bundled, frame):
    twice = np.concatenate([frame, frame], axis=1)
    joints, scores = bundled.run(["joints", "scores"], {"image": as_input(twice)})
    assert scores[1] > 0.8
    assert scores[2] < 0.3
    left, right = sorted(joints[:2, :, 0].mean(1))
    assert right - left == pytest.approx(320, abs=8)


def test_the_bundled_file_says_what_it_is(bundled):
    record = bundled.get_modelmeta().custom_metadata_map
    assert "tfhub.dev/google/movenet/multipose" in record["origin"]
    assert record["licence"].startswith("Apache-2.0")
    assert len(record["weights_sha256"]) == 64


@pytest.fixture(scope="module")
def untrained():
    torch.manual_seed(0)
    model = MultiPose().eval().requires_grad_(False)
    last = model.heads["center"][1]
    last.bias.fill_(1.0)  # sure of somebody, so that joints are compared
    return model


def test_a_file_answers_as_pytorch_does(untrained, tmp_path):
    file = tmp_path / "untrained.onnx"
    differences = export_multipose(untrained, file, {"name": "untrained"})
    assert differences.keys() == {"joints", "scores"}
    assert open_session(file.read_bytes()).get_modelmeta().custom_metadata_map == {"name": "untrained"}
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_differs_is_not_written(untrained, tmp_path, monkeypatch):
    def shifted(traced, folded):
        proto = onnx.load(traced)
        for tensor in proto.graph.initializer:
            if tensor.name == "heads.center.1.bias":
                tensor.CopyFrom(onnx.numpy_helper.from_array(np.full(1, 2.0, np.float32), tensor.name))
        return proto

    monkeypatch.setattr(movenet, "fold", shifted)
    with pytest.raises(UserError, match=r"wrong\.onnx was not written: .* scores by"):
        export_multipose(untrained, tmp_path / "wrong.onnx", {})
    assert list(tmp_path.iterdir()) == []


def test_other_files_are_refused_in_words(tmp_path, capsys):
    output = tmp_path / "out.onnx"
    assert main([str(THUNDER), "-o", str(output)]) == 1
    assert "movenet_thunder.json holds another network" in capsys.readouterr().err
    assert main([str(tmp_path / "lost.json"), "-o", str(output)]) == 1
    assert "lost.json is missing" in capsys.readouterr().err
    assert not output.exists()
