"""One loaded model serves one pipeline after another, and what is thrown away is freed at once."""

import gc
import os
import sys
import threading
import weakref
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import cv2
import pytest

from app.live.pipeline import LivePipeline
from app.live.session import LiveSession
from app.live.sources.open import open_source
from app.live.step_threads import StepThreads
from app.options import Options
from app.system.native_memory import return_large_blocks, return_what_is_free
from tests.app.live.doll_frames import doll_at, empty
from tests.fakes.tiny_model import DollDetector, make_model
from tests.fakes.waiting import wait_until

UNREACHABLE = "http://127.0.0.1:9/stream"  # the discard port, where nobody listens


@pytest.fixture
def own_models(tmp_path):
    """A folder of models that a test may change."""
    make_model(tmp_path)
    return tmp_path


@pytest.fixture
def options(own_models, template, monkeypatch) -> Options:
    """Options of a photo of the doll, which the detector finds."""
    monkeypatch.setattr("app.live.loaded_model.PersonDetector", lambda kind: DollDetector(template))
    picture = own_models / "doll.png"
    cv2.imwrite(str(picture), doll_at(template, 160)[..., ::-1])
    return Options(source=str(picture), model=str(own_models / "tiny.onnx"))


@pytest.fixture
def by_references_alone():
    """Without the garbage collector, which frees what holds one another, sooner or later."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def steps():
    """A thread of steps that is closed, whatever happens."""
    before = set(threading.enumerate())
    made = StepThreads()
    yield made
    made.close()
    assert set(threading.enumerate()) <= before  # those of other tests may end meanwhile


def pipeline_of(options: Options, steps: StepThreads) -> LivePipeline:
    pipeline = LivePipeline(
        options,
        open_source=lambda chosen: open_source(chosen.source, realtime=True, loop=True),
        build_step=steps.build_step,
        build_drawing=steps.build_drawing,
        mesh_task=steps.mesh_task,
        draw_task=steps.draw_task,
    )
    pipeline.start()
    return pipeline


def first_people(pipeline: LivePipeline) -> list[int]:
    """Run until somebody is there, and stop; return their ids."""
    found = []

    def somebody_is_there() -> bool:
        result = pipeline.take()
        found.extend(one.id for one in result.people) if result is not None else None
        return bool(found)

    wait_until(somebody_is_there)
    assert pipeline.stop()
    return found


def failure_of(pipeline: LivePipeline) -> Exception:
    """Wait until it has failed, stop it, and return of what."""
    wait_until(lambda: pipeline.state == "failed")
    assert pipeline.stop()
    return pipeline.error


@pytest.mark.gl
def test_pipelines_share_the_model_and_none_knows_the_people_of_another(options, steps):
    estimators = []
    for _ in range(2):
        pipeline = pipeline_of(options, steps)
        assert first_people(pipeline) == [1]
        estimators.append(pipeline.estimator)
    assert estimators[0] is estimators[1]


@pytest.mark.gl
def test_another_model_or_another_file_in_its_place_is_loaded(options, own_models, steps):
    make_model(own_models, name="other")
    first = pipeline_of(options, steps)
    first_people(first)
    other = pipeline_of(replace(options, model=str(own_models / "other.onnx")), steps)
    first_people(other)
    assert other.estimator.info.name == "other"
    make_model(own_models, name="imported").replace(own_models / "other.onnx")
    exchanged = pipeline_of(other.options, steps)
    first_people(exchanged)
    assert exchanged.estimator.info.name == "imported"


@pytest.mark.gl
def test_a_model_that_failed_at_work_is_loaded_again(options, steps, monkeypatch):
    broken = pipeline_of(options, steps)
    first_people(broken)
    monkeypatch.setattr(broken.estimator, "estimate", lambda *_, **__: 1 / 0)
    assert isinstance(failure_of(pipeline_of(options, steps)), ZeroDivisionError)
    sound = pipeline_of(options, steps)
    assert first_people(sound) == [1]
    assert sound.estimator is not broken.estimator


@pytest.mark.gl
@pytest.mark.parametrize("source", ["a photo", "a stream that is away", "a file that is not there"])
def test_a_pipeline_that_ended_is_freed_at_once(options, steps, by_references_alone, source, tmp_path):
    if source != "a photo":
        named = UNREACHABLE if "stream" in source else str(tmp_path / "none.mp4")
        options = replace(options, source=named)
    pipeline = pipeline_of(options, steps)
    kept = [weakref.ref(pipeline)]
    if source == "a photo":
        first_people(pipeline)
        kept.append(weakref.ref(pipeline.source))
    else:
        error = failure_of(pipeline)
        assert error.__traceback__ is not None  # a report says where it happened
    del pipeline
    wait_until(lambda: not any(reference() for reference in kept))


@pytest.mark.gl
def test_a_model_that_is_given_back_is_freed_at_once(options, steps, by_references_alone):
    pipeline = pipeline_of(options, steps)
    first_people(pipeline)
    kept = [weakref.ref(pipeline.estimator), weakref.ref(pipeline.estimator.template)]
    del pipeline
    steps.close()
    assert not any(reference() for reference in kept)


def test_a_thread_that_hangs_is_left_to_itself(options, monkeypatch):
    """Another one takes over; a driver that never returns holds up neither the next source nor the end."""
    monkeypatch.setattr("app.live.session.STOP_S", 0.05)
    monkeypatch.setattr("app.live.session.LOAD_S", 0.05)
    go_on, hangs = threading.Event(), threading.Event()

    class Hangs(Exception):  # noqa: N818
        pass

    def hang(file, **_):
        hangs.set()
        go_on.wait(60)
        raise Hangs

    monkeypatch.setattr("app.live.step_threads.LoadedModel", hang)
    session = LiveSession(find_cameras=lambda: [], find_models=lambda: [])
    session.open(options)
    assert hangs.wait(60)
    hangs.clear()
    session.open(options)
    assert hangs.wait(60)  # in a second thread, while the first still hangs
    go_on.set()
    wait_until(lambda: isinstance(session.error, Hangs))
    session.close()


def resident_mb() -> float:
    """The memory of this process, without what other tests have left free in it."""
    return_what_is_free()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@pytest.mark.gl
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("count", [12, pytest.param(250, marks=pytest.mark.slow)])
def test_exchanging_sources_takes_no_memory(options, own_models, by_references_alone, count):
    """Some come from a video, some from a photo, and some are away."""
    return_large_blocks()
    cv2.imwrite(str(own_models / "room.png"), empty((1280, 720)))
    room = str(own_models / "room.png")
    wanted = cycle([options.source, "sample", UNREACHABLE, room, "sample", "none.mp4"])
    session = LiveSession(find_cameras=lambda: [], find_models=lambda: [])

    def exchange() -> None:
        session.open(replace(options, source=next(wanted)))
        wait_until(lambda: session.state == "failed" or session.take() is not None)

    for _ in range(12):
        exchange()
    before = resident_mb()
    for _ in range(count):
        exchange()
    after = resident_mb()
    session.close()
    assert after - before < 20, f"{before:.0f} MB became {after:.0f} MB in {count} exchanges"
