"""A model whose inputs and outputs stay in one place gives what one without such places gives."""

import numpy as np
import pytest
from onnxruntime.capi import onnxruntime_pybind11_state as ort_errors

from models.inference.onnx_model import OnnxModel
from tests.fakes.tiny_model import make_model


@pytest.fixture(scope="module")
def models(tmp_path_factory) -> tuple[OnnxModel, OnnxModel]:
    file = make_model(tmp_path_factory.mktemp("model"))
    return OnnxModel(file), OnnxModel(file, memory="cpu")


def feed_of(model: OnnxModel, people: int, seed: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    return {
        name: rng.uniform(-1, 1, one.shape).astype(np.float32) for name, one in model.example(people).items()
    }


def test_every_run_and_every_number_of_people_gives_the_same_as_without(models):
    free, bound = models
    for seed, people in enumerate((1, 3, 1, 2, 3)):
        feed = feed_of(free, people, seed)
        wanted, found = free.run(feed), bound.run(feed)
        assert found.keys() == wanted.keys()
        for name, value in wanted.items():
            np.testing.assert_array_equal(found[name], value)


def test_what_a_run_gave_does_not_change_with_the_next(models):
    _, bound = models
    first = bound.run(feed_of(bound, 1, 0))
    kept = {name: value.copy() for name, value in first.items()}
    second = bound.run(feed_of(bound, 1, 1))
    assert not np.array_equal(second["camera"], kept["camera"])
    for name, value in kept.items():
        np.testing.assert_array_equal(first[name], value)


def test_inputs_may_lie_in_memory_in_any_order(models):
    free, bound = models
    feed = {name: value[..., ::-1] for name, value in feed_of(free, 2, 0).items()}
    in_order = {name: np.ascontiguousarray(value) for name, value in feed.items()}
    np.testing.assert_array_equal(bound.run(feed)["camera"], free.run(in_order)["camera"])


def test_memory_that_is_not_there_fails_as_the_runtime_does(tmp_path):
    model = OnnxModel(make_model(tmp_path), memory="cuda")
    if "CUDA" in model.provider:
        pytest.skip("it is there")
    with pytest.raises(ort_errors.RuntimeException):
        model.run(model.example())
