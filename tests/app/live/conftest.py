"""Fixtures of the live tests: a model that sees a red doll, the options that choose it, and pipelines."""

import threading
from dataclasses import replace
from functools import partial

import pytest

from app.live.draw_step import DrawStep
from app.live.pipeline import LivePipeline
from app.live.place_step import PlaceStep
from app.live.track_step import TrackStep
from app.options import Options
from models.body.template import load_template
from tests.app.live.plain_stages import PlainPlacing
from tests.fakes.tiny_model import DollDetector, make_model
from tests.fakes.tracked_world import World

UNDRAWN = partial(DrawStep, draws=False)


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


@pytest.fixture
def run(options, template):
    """Start pipelines that are stopped, whatever happens, and leave no thread behind."""
    before = set(threading.enumerate())
    started = []

    def start(source, build=None, draw=UNDRAWN, every_frame=False, place=None, **changes):
        def build_step(chosen, on_status):
            return TrackStep(chosen, detector=DollDetector(template), on_status=on_status)

        def build_placing(chosen, estimator, on_status):
            return PlaceStep(chosen, estimator, on_status=on_status)

        pipeline = LivePipeline(
            replace(options, **changes),
            open_source=lambda spec: source() if callable(source) else source,
            build_step=build or build_step,
            build_placing=place or (build_placing if build is None else PlainPlacing),
            build_drawing=draw,
            every_frame=every_frame,
        )
        pipeline.start()
        started.append(pipeline)
        return pipeline

    yield start
    assert all(pipeline.stop(timeout=5) for pipeline in started)
    assert set(threading.enumerate()) <= before
