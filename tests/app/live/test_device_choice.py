"""The device that a network runs on: the quickest of those that give the processor's results."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

import numpy as np
import onnx
import pytest
from onnxruntime.capi import onnxruntime_pybind11_state as ort_errors

from app.live.accelerators import Accelerator, accelerators
from app.live.device_choice import choose_device
from app.options import Device
from models.errors import UserError
from models.inference.onnx_model import OnnxModel
from models.inference.providers import CPU, ProviderError
from tests.fakes.tiny_model import make_model


@dataclass
class OtherDevice:
    """Stands for a GPU: runs a model's file, perhaps another than was asked for, on the processor."""

    runs: Path
    refuses: str = ""
    runs_as: type[OnnxModel] = OnnxModel
    opened: list[int] = field(default_factory=list)

    def open(self, file: Path, threads: int) -> tuple[OnnxModel, str]:
        self.opened.append(threads)
        if self.refuses:
            raise ProviderError(self.refuses)
        return self.runs_as(self.runs, threads=threads), "a card"

    def accelerator(self, device: Device = "webgpu", is_expected: bool = True) -> Accelerator:
        return Accelerator(device, "WebGPU", lambda: is_expected, self.open)


class Quick(OnnxModel):
    """Knows its answers by heart, so that it is always quicker than who works them out."""

    def run(self, feed):
        key = feed["image"].tobytes()
        answers = self.__dict__.setdefault("answers", {})
        if key not in answers:
            answers[key] = super().run(feed)
        return answers[key]


class Slow(OnnxModel):
    """Works everything out often."""

    def run(self, feed):
        for _ in range(50):
            values = super().run(feed)
        return values


class Repeating(OnnxModel):
    """Answers everything as the first time, as recorded work does whose inputs lie elsewhere."""

    def run(self, feed):
        self.__dict__.setdefault("first", super().run(feed))
        return self.__dict__["first"]


class Failing(OnnxModel):
    def run(self, feed):
        raise ort_errors.Fail("CUDA failure 700: an illegal memory access was encountered")


@pytest.fixture
def file(tmp_path) -> Path:
    return make_model(tmp_path)


def changed(file: Path, name: str, by: float) -> Path:
    """The same model with other vertices, which also depend on the picture no less."""
    model = onnx.load(file)
    mesh = next(one for one in model.graph.initializer if one.name == name)
    mesh.CopyFrom(onnx.numpy_helper.from_array(onnx.numpy_helper.to_array(mesh) + np.float32(by), name))
    other = file.with_name("other.onnx")
    onnx.save(model, other)
    return other


def test_every_word_of_the_option_names_a_device():
    assert {"auto", "cpu", *(one.device for one in accelerators())} == set(get_args(Device))


def test_the_quickest_wins_and_both_are_told(file):
    choice = choose_device(file, 1, "auto", [OtherDevice(file, runs_as=Quick).accelerator()])
    assert (choice.trial.device, choice.trial.name, choice.trial.reason) == ("webgpu", "a card", "")
    (cpu,) = choice.others
    assert cpu.device == "cpu"
    assert cpu.seconds > choice.trial.seconds > 0
    assert cpu.reason.startswith("CPU took ")
    assert "in the self-test, WebGPU " in cpu.reason


def test_a_device_slower_than_the_processor_is_left_alone_unless_asked_for(file):
    slow = OtherDevice(file, runs_as=Slow).accelerator()
    choice = choose_device(file, 1, "auto", [slow])
    assert choice.trial.device == "cpu"
    assert choice.others[0].reason.startswith("WebGPU took ")
    assert choose_device(file, 1, "webgpu", [slow]).trial.device == "webgpu"


def test_a_device_with_other_results_is_refused(file):
    other = OtherDevice(changed(file, "mesh", 0.02), runs_as=Quick).accelerator()
    choice = choose_device(file, 1, "auto", [other])
    assert choice.model.provider == CPU
    assert choice.trial.device == "cpu"
    said = "WebGPU gave other results on a card than the CPU in its self-test; update the graphics driver."
    assert [trial.reason for trial in choice.others] == [said]
    with pytest.raises(UserError, match=r"^WebGPU gave other results .*; leave --device webgpu out to use"):
        choose_device(file, 1, "webgpu", [other])


def test_differences_of_rounding_are_no_other_results(file):
    same = OtherDevice(changed(file, "mesh", 0.001), runs_as=Quick).accelerator()
    assert choose_device(file, 1, "auto", [same]).trial.device == "webgpu"


def test_a_device_that_gives_no_numbers_is_refused(file):
    empty = OtherDevice(changed(file, "mesh", np.nan), runs_as=Quick).accelerator()
    assert choose_device(file, 1, "auto", [empty]).trial.device == "cpu"


BUNDLED = Path(__file__).resolve().parents[3] / "assets" / "anny-small.onnx"


def test_a_device_that_only_repeats_itself_is_refused():
    choice = choose_device(BUNDLED, 2, "auto", [OtherDevice(BUNDLED, runs_as=Repeating).accelerator()])
    assert choice.trial.device == "cpu"
    assert "other results" in choice.others[0].reason


@pytest.mark.parametrize("by", [1e-6, 1e-3])
def test_what_rounds_differently_is_no_other_device(by):
    """The bundled model computes in integers, which turn a difference of 1e-6 into centimetres."""

    class Rounding(OnnxModel):
        def run(self, feed):
            rng = np.random.default_rng(7)
            noise = {name: rng.normal(0, by * np.abs(v).max(), v.shape) for name, v in feed.items()}
            return super().run({name: v + noise[name].astype(np.float32) for name, v in feed.items()})

    choice = choose_device(BUNDLED, 2, "webgpu", [OtherDevice(BUNDLED, runs_as=Rounding).accelerator()])
    assert choice.trial.device == "webgpu"


def test_a_device_that_fails_in_its_self_test_is_refused_in_its_own_words(file):
    choice = choose_device(file, 1, "auto", [OtherDevice(file, runs_as=Failing).accelerator()])
    said = (
        "WebGPU failed its self-test on a card (CUDA failure 700: an illegal memory access was encountered)."
    )
    assert choice.others[0].reason == said


def test_a_device_that_cannot_be_had_says_why(file):
    gone = OtherDevice(file, refuses="WebGPU found no GPU that it can use; update the graphics driver.")
    choice = choose_device(file, 3, "auto", [gone.accelerator()])
    assert gone.opened == [3]
    assert choice.trial.device == "cpu"
    assert choice.others[0].reason == gone.refuses
    with pytest.raises(UserError, match=r"driver; leave --device webgpu out to use"):
        choose_device(file, 1, "webgpu", [gone.accelerator()])


def test_what_is_not_installed_is_tried_only_when_asked_for(file):
    absent = OtherDevice(file, refuses="WebGPU is not installed; run pip.")
    assert choose_device(file, 1, "auto", [absent.accelerator(is_expected=False)]).others == ()
    assert choose_device(file, 1, "cpu", [absent.accelerator()]).others == ()
    assert not absent.opened
    with pytest.raises(UserError, match="not installed"):
        choose_device(file, 1, "webgpu", [absent.accelerator(is_expected=False)])


def test_of_several_the_quickest_wins(file):
    slow = OtherDevice(file, runs_as=Slow).accelerator("cuda")
    quick = OtherDevice(file, runs_as=Quick).accelerator("webgpu")
    for order in ([slow, quick], [quick, slow]):
        choice = choose_device(file, 1, "auto", order)
        assert choice.trial.device == "webgpu"
        assert {trial.device for trial in choice.others} == {"cpu", "cuda"}
        assert all(trial.reason.endswith(" ms.") for trial in choice.others)
