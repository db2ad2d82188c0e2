"""The end of a pipeline: errors told, what hangs found, always stopped."""

import threading
import time

import pytest

from app.live.pipeline import LivePipeline
from app.live.sources.base import SourceError
from app.types import Frame
from tests.app.live.doll_frames import doll_at, empty
from tests.app.live.plain_stages import ListSource, PlainDrawing, PlainPlacing, PlainStep, next_result
from tests.fakes.waiting import wait_until


def test_a_source_that_cannot_be_opened_is_told(run):
    def fail():
        raise SourceError("Camera 7 is not there.")

    pipeline = run(fail)
    wait_until(lambda: pipeline.state == "failed")
    assert str(pipeline.error) == "Camera 7 is not there."


def test_a_step_that_cannot_be_built_is_told(run):
    def build(options, on_status):
        raise ValueError("The model is missing.")

    source = ListSource([empty()], 0.001, endless=True)
    pipeline = run(source, build)
    wait_until(lambda: pipeline.state == "failed")
    assert str(pipeline.error) == "The model is missing."
    wait_until(lambda: source.closed)


def test_a_failing_step_ends_all_threads_and_the_first_error_is_kept(run):
    class Failing(PlainStep):
        def step(self, frame):
            raise ValueError(f"Frame {frame.index} was too much.")

        def close(self):
            raise RuntimeError("a later trouble")

    source = ListSource([empty()], 0.001, endless=True)
    pipeline = run(source, Failing)
    wait_until(lambda: pipeline.state == "failed")
    wait_until(lambda: source.closed)
    assert "was too much" in str(pipeline.error)


def test_the_first_error_wins(run):
    told = threading.Event()

    class FailsFirst(PlainStep):
        def step(self, frame):
            raise ValueError("first")

    class FailsLater(ListSource):
        def close(self):
            super().close()
            told.set()
            raise SourceError("second")

    pipeline = run(FailsLater([empty()], 0.001, endless=True), FailsFirst)
    assert told.wait(60)
    assert pipeline.stop(timeout=60)
    assert str(pipeline.error) == "first"
    assert pipeline.state == "failed"


@pytest.mark.parametrize("when", ["at once", "loading", "running", "paused", "waiting"])
def test_stopping_waits_for_nothing(run, template, when):
    source = ListSource([doll_at(template, 160)], 0.01, endless=True)
    pipeline = run(source)
    if when == "loading":
        wait_until(lambda: pipeline.status.startswith("Loading") or pipeline.state == "running")
    elif when != "at once":
        next_result(pipeline)
    if when == "paused":
        pipeline.pause()
    if when == "waiting":
        source.period_s = 3600.0
    assert pipeline.stop(timeout=60)
    assert pipeline.state == "stopped"
    assert pipeline.stop(timeout=60)  # again is no harm


def test_stopping_gets_through_a_source_that_hangs(options):
    hanging, release = threading.Event(), threading.Event()

    class Hanging(ListSource):
        def read(self):
            hanging.set()
            release.wait(3600)
            return None

    pipeline = LivePipeline(
        options,
        open_source=lambda spec: Hanging([empty()], endless=True),
        build_step=PlainStep,
        build_placing=PlainPlacing,
        build_drawing=PlainDrawing,
    )
    pipeline.start()
    assert hanging.wait(60)
    assert not pipeline.stop(timeout=0.2)
    assert pipeline.state == "stopped"
    release.set()
    assert pipeline.stop(timeout=60)


def test_the_stage_that_hangs_is_silent_and_no_other(run):
    goes_on = threading.Event()
    pipeline = run(ListSource([empty()], 0.01, endless=True))
    next_result(pipeline)
    wait_until(lambda: pipeline.silence(time.perf_counter())[1] < 0.5)
    source = pipeline.source
    source.read = lambda: goes_on.wait() and None
    wait_until(lambda: pipeline.silence(time.perf_counter())[1] > 0.5)
    assert pipeline.silence(time.perf_counter())[0] == "capture"
    source.state = "lost"  # which is no silence: the mesh, which waits, has been heard a moment ago
    assert pipeline.silence(time.perf_counter())[1] < 0.5
    source.state = "ok"
    goes_on.set()
    wait_until(lambda: pipeline.state == "stopped")


@pytest.mark.parametrize("stage", ["mesh", "place"])
def test_a_step_that_hangs_is_silent(run, stage):
    goes_on = threading.Event()

    class Hanging:
        def step(self, given):
            goes_on.wait()
            return super().step(given)

    class HangingStep(Hanging, PlainStep):
        pass

    class HangingPlacing(Hanging, PlainPlacing):
        pass

    hanging = {"build": HangingStep} if stage == "mesh" else {"build": PlainStep, "place": HangingPlacing}
    pipeline = run(ListSource([empty()], 0.01, endless=True), draw=PlainDrawing, **hanging)
    wait_until(lambda: (silent := pipeline.silence(time.perf_counter()))[0] == stage and silent[1] > 0.5)
    goes_on.set()
    wait_until(lambda: pipeline.silence(time.perf_counter())[1] < 0.5)


def test_a_drawing_that_hangs_is_silent(run):
    goes_on = threading.Event()

    class Hanging(PlainDrawing):
        def step(self, result):
            goes_on.wait()
            return result

    pipeline = run(ListSource([empty()], 0.01, endless=True), draw=Hanging)
    wait_until(lambda: (silent := pipeline.silence(time.perf_counter()))[0] == "draw" and silent[1] > 0.5)
    goes_on.set()
    wait_until(lambda: pipeline.silence(time.perf_counter())[1] < 0.5)


class Failing:
    """Fails at the fifth frame, in the stage that a test puts it into."""

    def read(self):
        frame = super().read()
        return frame if frame.index < 5 else self.fail()

    def step(self, given):
        frame = given if isinstance(given, Frame) else given.frame
        return super().step(given) if frame.index < 5 else self.fail()

    def fail(self):
        raise ValueError("The fifth was too much.")


class FailingSource(Failing, ListSource):
    pass


class FailingStep(Failing, PlainStep):
    pass


class FailingPlacing(Failing, PlainPlacing):
    pass


class FailingDrawing(Failing, PlainDrawing):
    pass


@pytest.mark.parametrize(
    "failing",
    [
        {"source": FailingSource},
        {"build": FailingStep},
        {"place": FailingPlacing},
        {"draw": FailingDrawing},
    ],
    ids=["reading", "mesh", "placing", "drawing"],
)
def test_whichever_stage_fails_what_came_before_is_there_and_everything_ends(run, failing):
    stages = {"source": ListSource, "build": PlainStep, "place": PlainPlacing, "draw": PlainDrawing} | failing
    source = stages.pop("source")([empty()] * 50)
    pipeline = run(source, every_frame=True, **stages)
    indices = []
    while not pipeline.is_over:
        if (result := pipeline.take(0.1)) is not None:
            indices.append(result.frame.index)
    assert indices == list(range(5))
    assert (pipeline.state, str(pipeline.error)) == ("failed", "The fifth was too much.")
    wait_until(lambda: source.closed)


@pytest.mark.parametrize("stage", ["build", "place", "draw"])
def test_a_step_that_cannot_be_built_ends_the_others(run, stage):
    def fail(*_):
        raise ValueError("It cannot be made.")

    source = ListSource([empty()] * 50)
    stages = {"build": PlainStep, "place": PlainPlacing, "draw": PlainDrawing} | {stage: fail}
    pipeline = run(source, every_frame=True, **stages)
    wait_until(lambda: pipeline.is_over)
    assert (pipeline.state, str(pipeline.error)) == ("failed", "It cannot be made.")
    wait_until(lambda: source.closed)


def test_who_takes_no_more_lets_everything_end(run):
    source = ListSource([empty()] * 50)
    pipeline = run(source, PlainStep, PlainDrawing, every_frame=True)
    next_result(pipeline)
    wait_until(lambda: source.index > 4)  # every place is taken, every stage waits
    pipeline.cancel()
    wait_until(lambda: source.closed and pipeline.is_over)
    assert pipeline.error is None
