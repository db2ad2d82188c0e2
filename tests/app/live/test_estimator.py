"""MeshEstimator: the device that truly runs a model."""

import numpy as np
import onnx
import pytest
from onnxruntime.capi import onnxruntime_pybind11_state as ort_errors

from app.live.estimator import MeshEstimator, default_threads
from main import main
from models.camera.crop import CropBox
from models.camera.projection import Pinhole
from models.errors import UserError
from models.inference.inputs import Subject
from models.inference.onnx_model import OnnxModel
from models.inference.providers import CPU, CUDA
from models.inference.store import ModelError
from tests.fakes.tiny_model import draw_doll, make_model


@pytest.fixture(scope="module")
def estimator(tmp_path_factory) -> MeshEstimator:
    return MeshEstimator(make_model(tmp_path_factory.mktemp("model")), device="cpu")


def test_the_device_that_runs_is_told_and_timed(estimator):
    assert estimator.provider == CPU
    assert estimator.device_name
    assert estimator.self_test_s > 0
    assert estimator.cpu_reason == "It was asked for."


def test_without_a_gpu_the_reason_is_told(tmp_path):
    estimator = MeshEstimator(make_model(tmp_path))
    assert (estimator.provider == CPU) == bool(estimator.cpu_reason)
    assert estimator.cpu_reason == "" or estimator.cpu_reason.endswith(".")


def test_a_gpu_that_was_asked_for_is_used_or_told_to_be_missing(tmp_path, capfd):
    path = make_model(tmp_path)
    if reason := MeshEstimator(path).cpu_reason:
        with pytest.raises(UserError) as refused:
            MeshEstimator(path, device="cuda")
        assert str(refused.value) == f"{reason.rstrip('.')}; leave --device cuda out to use the CPU."
        assert main(["run", "sample", "--device", "cuda", "--max-frames", "1"]) == 1
        assert "; leave --device cuda out" in capfd.readouterr().err
    else:
        assert MeshEstimator(path, device="cuda").provider == CUDA


def test_who_runs_several_networks_says_how_many_threads_each_has(monkeypatch):
    monkeypatch.setattr("app.live.estimator.usable_cores", lambda: 6)
    for given, threads in (("3", 3), ("0", 5), ("many", 5)):
        monkeypatch.setenv("OMP_NUM_THREADS", given)
        assert default_threads() == threads
    monkeypatch.delenv("OMP_NUM_THREADS")
    assert default_threads() == 5


def test_a_gpu_that_stops_working_is_replaced_by_the_cpu_and_told(tmp_path, caplog):
    """There is no GPU to unplug in a test, so the session fails as one on a lost GPU does."""

    class LostGpu(OnnxModel):
        def run(self, feed):
            raise ort_errors.Fail("CUDA failure 700: an illegal memory access was encountered")

    path = make_model(tmp_path)
    estimator = MeshEstimator(path, device="cpu")
    image = np.full((480, 640, 3), 90, np.uint8)
    draw_doll(image, estimator.template, (330, 250), 200)
    subject = Subject(image, CropBox(np.float32([320, 240]), 520.0), Pinhole.of_photo((640, 480)))
    expected = estimator.estimate([subject])[0]
    estimator.provider, estimator._model = CUDA, LostGpu(path)  # noqa: SLF001 - no GPU is here to fail
    (estimate,) = estimator.estimate([subject])
    np.testing.assert_array_equal(estimate.vertices, expected.vertices)
    assert estimator.provider == CPU
    assert "GPU stopped working" in estimator.cpu_reason
    assert "GPU stopped working" in caplog.text


def test_sizes_that_do_not_fit_the_record_are_known_before_the_first_frame(tmp_path):
    with pytest.raises(ModelError, match=r"gives joints of \[1, 14, 3\], .* \[1, 2, 3\];"):
        MeshEstimator(make_model(tmp_path, joint_names=("a", "b")), device="cpu")


def test_a_network_that_fails_in_its_self_test_is_a_damaged_model(tmp_path):
    file = make_model(tmp_path)
    model = onnx.load(file)
    pixels = next(one for one in model.graph.initializer if one.name == "cube")  # the shape that a mesh gets
    pixels.CopyFrom(onnx.numpy_helper.from_array(np.array([-1, 7, 1], np.int64), "cube"))
    onnx.save(model, file)
    with pytest.raises(ModelError, match=r"tiny\.onnx (cannot be run|is damaged)"):
        MeshEstimator(file, device="cpu")
