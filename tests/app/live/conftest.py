"""Fixtures of the live tests: a model that sees a red doll, and the options that choose it."""

import pytest

from app.options import Options
from models.body.template import load_template
from tests.fakes.tiny_model import make_model
from tests.fakes.tracked_world import World


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return make_model(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def template(model):
    return load_template(model.with_name("doll.npz"))


@pytest.fixture
def options(model) -> Options:
    return Options(model=str(model), smoothing=0.0)


@pytest.fixture
def world(template):
    return World(template)
