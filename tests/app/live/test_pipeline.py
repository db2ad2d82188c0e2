"""The threads around the steps of a frame: newest first, errors told, always stopped."""

import threading
import time
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from app.live.draw_step import DrawStep
from app.live.pipeline import LivePipeline
from app.live.place_step import PlaceStep
from app.live.sources.base import Source, SourceError
from app.live.sources.live_source import LiveSource
from app.live.track_step import TrackStep
from app.types import Frame, Result, StageTimes, Tracked
from tests.app.live.doll_frames import doll_at, empty
from tests.fakes.tiny_model import DollDetector
from tests.fakes.waiting import wait_until

UNDRAWN = partial(DrawStep, draws=False)


class ListSource(Source):
    """Frames of a list, one every ``period_s``; then the end, or None of it with ``endless``."""

    def __init__(self, images, period_s=0.0, endless=False):
        super().__init__()
        self.name, self.images, self.period_s, self.endless = "list", images, period_s, endless
        self.is_live = endless
        self.index, self.closed, self.first_read_at = 0, False, None

    def read(self):
        if not self.endless and self.index >= len(self.images):
            return None
        if self._cancelled.wait(self.period_s):
            return None
        image = self.images[self.index % len(self.images)]
        now = time.perf_counter()
        self.first_read_at = self.first_read_at or now
        frame = Frame(self.index, image, now, now)
        self.index += 1
        return frame

    def close(self):
        super().close()
        self.closed = True


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
    assert set(threading.enumerate()) == before


def next_result(pipeline) -> Result:
    results = []
    wait_until(lambda: (r := pipeline.take()) is not None and not results.append(r))
    return results[0]


def test_frames_become_results(run, template):
    pipeline = run(ListSource([doll_at(template, 160)], 0.005, endless=True))
    result = next_result(pipeline)
    assert pipeline.state == "running"
    assert pipeline.error is None
    assert pipeline.status == ""
    assert len(result.people) == 1
    wait_until(lambda: pipeline.meters.mesh.rate(time.perf_counter()) > 0)
    assert pipeline.meters.camera.rate(time.perf_counter()) > 0
    assert pipeline.meters.latency.median > 0
    assert pipeline.meters.stages.medians().mesh > 0


@pytest.mark.gl
def test_no_live_frame_waits_for_a_search_of_the_whole_scene(options, monkeypatch):
    looks = []

    class SeesNobody:
        def __init__(self, kind):
            pass

        def detect(self, image, regions=None):
            looks.append(len(regions or [None]))
            return []

        def close(self):
            pass

    monkeypatch.setattr("app.live.loaded_model.PersonDetector", SeesNobody)
    source = ListSource([empty((1280, 720))], 0.005, endless=True)
    pipeline = LivePipeline(options, open_source=lambda spec: source)
    pipeline.start()
    next_result(pipeline)
    assert pipeline.stop()
    assert max(looks) == 1  # places at a time; a search of the whole scene takes up to 13


def test_a_source_that_ends_stops_the_pipeline_after_its_last_frame(run, template):
    source = ListSource([doll_at(template, 100 + 10 * i) for i in range(5)], 0.03)
    pipeline = run(source)
    last = None
    wait_until(lambda: pipeline.state in ("stopped", "failed"))
    last = pipeline.take()
    assert pipeline.state == "stopped"
    assert last is not None
    assert last.frame.index == 4
    assert source.closed


class PlainStep:
    """A step that finds nobody."""

    def __init__(self, options, on_status):
        self.options, self.estimator = options, object()

    def step(self, frame):
        return Tracked(frame, 300.0, (), frozenset(), StageTimes())

    def close(self):
        pass


class PlainPlacing:
    """A step that places nobody."""

    def __init__(self, options, estimator, on_status):
        self.options = options

    def step(self, tracked):
        return Result(tracked.frame, (), tracked.frame.image, tracked.times)

    def close(self):
        pass


class PlainDrawing:
    """A drawing step that changes nothing."""

    no_opengl = ""

    def __init__(self, options, estimator):
        self.options = options

    def step(self, result):
        return result

    def redraw(self, result):
        return result

    def close(self):
        pass


def test_a_recorded_source_begins_with_its_first_frame_however_long_loading_takes(run):
    source, opened, finished_loading = ListSource([empty()] * 5), threading.Event(), []

    def build(options, on_status):
        assert opened.wait(60)
        time.sleep(0.1)  # if the source did not wait, it would be read meanwhile
        finished_loading.append(time.perf_counter())
        return PlainStep(options, on_status)

    pipeline = run(lambda: opened.set() or source, build)
    wait_until(lambda: pipeline.state == "stopped")
    assert source.first_read_at > finished_loading[0]


def test_a_camera_keeps_no_frame_from_the_time_of_loading(run):
    source, come = ListSource([empty()], 0.001, endless=True), []

    def build(options, on_status):
        wait_until(lambda: source.index > 20)
        come.append(source.index)
        return PlainStep(options, on_status)

    # The very frame in hand while loading ends may pass.
    assert next_result(run(source, build)).frame.index >= come[0] - 1


def test_what_comes_while_a_stage_is_slow_waits_in_no_queue(run):
    """Each step takes as long as ten frames; the next one gets the newest of them, or one still newer."""
    source, begun = ListSource([empty()], 0.001, endless=True), []

    class SlowStep(PlainStep):
        def step(self, frame):
            begun.append(frame.index)
            wait_until(lambda: source.index > frame.index + 10 or source.closed)
            return super().step(frame)

    pipeline = run(source, SlowStep)
    wait_until(lambda: len(begun) > 8)
    assert np.diff(begun[:8]).min() >= 9  # the tenth may be on its way
    assert pipeline.replaced >= 8 * 7


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


def test_a_camera_unplugged_and_back_goes_on_by_itself(run, template):
    class Capture:
        plugged = True

        def isOpened(self):  # noqa: N802
            return Capture.plugged

        def read(self):
            time.sleep(0.005)
            return (True, doll_at(template, 160)[..., ::-1]) if Capture.plugged else (False, None)

        def get(self, prop):
            return 0.0

        def release(self):
            pass

    pipeline = run(lambda: LiveSource("camera", Capture, "It is not there.", retry_s=(0.01,)))
    next_result(pipeline)
    Capture.plugged = False
    wait_until(lambda: pipeline.source_state == "lost")
    assert pipeline.state == "running"
    assert pipeline.error is None
    while pipeline.take() is not None:
        pass
    Capture.plugged = True
    assert len(next_result(pipeline).people) == 1
    assert pipeline.source_state == "ok"


def test_pausing_keeps_the_frame_and_still_obeys_the_options(run, options):
    source, drawn = ListSource([empty()], 0.001, endless=True), []

    class NotingDrawing(PlainDrawing):
        def step(self, result):
            drawn.append(("step", self.options.opacity))
            return super().step(result)

        def redraw(self, result):
            drawn.append(("redraw", self.options.opacity))
            return result

    pipeline = run(source, PlainStep, NotingDrawing)
    next_result(pipeline)
    pipeline.pause()
    assert pipeline.is_paused
    pipeline.set_options(replace(options, opacity=0.3))
    wait_until(lambda: drawn[-1] == ("redraw", 0.3) or drawn[-1] == ("step", 0.3))  # frames on their way
    for opacity in (0.4, 0.5):
        pipeline.set_options(replace(options, opacity=opacity))
        wait_until(lambda opacity=opacity: drawn[-1][1] == opacity)
    assert drawn[-1] == ("redraw", 0.5)
    again = next_result(pipeline)
    pipeline.resume()
    assert next_result(pipeline).frame.index > again.frame.index


def test_a_recording_counts_no_frame_that_came_while_paused_as_lost(run, template, tmp_path):
    class Noted:
        """A recorder that notes what it is given."""

        def __init__(self):
            self.put_in, self.left_out = [], []

        def put(self, frame, people, picture):
            self.put_in.append(frame.index)

        def leave_out(self, index):
            self.left_out.append(index)

    noted = Noted()
    pipeline = run(ListSource([doll_at(template, 160)], 0.02, endless=True))
    next_result(pipeline)  # frames that come while the model loads are left out too
    pipeline.record(noted)
    wait_until(lambda: noted.put_in)
    assert not noted.left_out
    pipeline.pause()
    wait_until(lambda: len(noted.left_out) > 3)
    pipeline.resume()
    resumed = noted.left_out[-1]
    wait_until(lambda: noted.put_in[-1] > resumed)
    assert not set(noted.put_in) & set(noted.left_out)


def test_new_options_hold_from_the_next_frame(run, options, template):
    pipeline = run(ListSource([doll_at(template, 160)], 0.005, endless=True))
    next_result(pipeline)
    pipeline.set_options(replace(options, fov_deg=90.0))
    wait_until(lambda: next_result(pipeline).people[0].focal_px == pytest.approx(160))


def test_a_receiver_gets_every_result_and_what_is_drawn_again(run, template):
    class Receiver:
        def __init__(self):
            self.wants_bones, self.wants_cutout, self.got = True, False, []

        def put(self, result, estimator):
            self.got.append((result, estimator))

    receiver = Receiver()
    source = ListSource([doll_at(template, 160)], 0.005, endless=True)
    pipeline = run(source)
    pipeline.send_to(receiver)
    wait_until(lambda: len(receiver.got) >= 3)
    pipeline.pause()
    result, estimator = receiver.got[-1]
    assert estimator is pipeline.estimator
    assert len(result.people) == 1
    steps = [result.frame.index for result, _ in receiver.got]
    assert steps == sorted(set(steps))

    def was_drawn_again():
        # Frames that were on their way come first, and may take the change along.
        pipeline.set_options(replace(pipeline.options, opacity=1.0 - pipeline.options.opacity))
        return len({result.frame.index for result, _ in receiver.got[-2:]}) == 1

    wait_until(was_drawn_again)


@pytest.mark.gl
def test_people_are_drawn_alone_while_that_is_wanted_even_of_a_picture_that_is_held(run, template):
    class Receiver:
        wants_bones = wants_cutout = False

        def __init__(self):
            self.got = []

        def put(self, result, estimator):
            self.got.append(result)

    receiver = Receiver()
    pipeline = run(ListSource([doll_at(template, 160)], 0.005, endless=True), draw=DrawStep)
    pipeline.send_to(receiver)
    wait_until(lambda: len(receiver.got) >= 2)
    assert all(result.cutout is None for result in receiver.got)
    pipeline.pause()
    receiver.wants_cutout = True
    wait_until(lambda: receiver.got[-1].cutout is not None)
    cutout = receiver.got[-1].cutout
    assert cutout.shape == (*receiver.got[-1].frame.image.shape[:2], 4)
    assert (cutout[..., 3] == 255).any()
    receiver.wants_cutout = False
    pipeline.resume()
    wait_until(lambda: receiver.got[-1].cutout is None)


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


def test_of_a_file_every_frame_comes_in_order_and_the_faster_stages_wait(run):
    source, meshed, waiting = ListSource([empty()] * 40), [], []

    class NotingStep(PlainStep):
        def step(self, frame):
            meshed.append(frame.index)
            return super().step(frame)

    pipeline = run(source, NotingStep, PlainDrawing, every_frame=True)
    indices = []
    while not pipeline.is_over:
        if (result := pipeline.take(0.1)) is not None:
            indices.append(result.frame.index)
            waiting.append(source.index - len(indices))
    assert indices == meshed == list(range(40))
    assert pipeline.state == "stopped"
    assert pipeline.replaced == 0
    assert max(waiting) <= 8  # each of four threads has one in hand and has handed one on


def test_stages_work_at_the_same_time(run):
    """Each waits with a frame until the stage before it has begun with the next one."""
    begun = {"mesh": -1, "place": -1, "draw": -1}

    class Noting:
        def step(self, given):
            frame = given if isinstance(given, Frame) else given.frame
            begun[self.stage] = frame.index
            if self.before is not None and frame.index < 9:
                wait_until(lambda: begun[self.before] > frame.index)
            return super().step(given)

    class NotingStep(Noting, PlainStep):
        stage, before = "mesh", None

    class NotingPlacing(Noting, PlainPlacing):
        stage, before = "place", "mesh"

    class NotingDrawing(Noting, PlainDrawing):
        stage, before = "draw", "place"

    stages = {"build": NotingStep, "place": NotingPlacing, "draw": NotingDrawing}
    pipeline = run(ListSource([empty()] * 10), every_frame=True, **stages)
    while not pipeline.is_over:
        pipeline.take(0.1)
    assert pipeline.error is None
    assert begun == {"mesh": 9, "place": 9, "draw": 9}


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


@pytest.mark.parametrize("slow", ["placing", "drawing"])
def test_what_is_meshed_is_recorded_even_where_drawing_leaves_it_out(run, slow):
    meshed, recorded = [], []

    class NotingStep(PlainStep):
        def step(self, frame):
            meshed.append(frame.index)
            return super().step(frame)

    class Recorder:
        def put(self, frame, people, picture):
            recorded.append(frame.index)

        def leave_out(self, index):
            pass

    class Slow:
        def step(self, given):
            begun = len(meshed)
            wait_until(lambda: len(meshed) >= begun + (1 if slow == "placing" else 10) or source.closed)
            return super().step(given)

    class SlowPlacing(Slow, PlainPlacing):
        pass

    class SlowDrawing(Slow, PlainDrawing):
        pass

    stages = {"place": SlowPlacing} if slow == "placing" else {"draw": SlowDrawing}
    source = ListSource([empty()], 0.001, endless=True)
    pipeline = run(source, NotingStep, **{"place": PlainPlacing, "draw": PlainDrawing} | stages)
    next_result(pipeline)
    pipeline.record(Recorder())
    wait_until(lambda: len(recorded) > 25)
    first = meshed.index(recorded[0])
    assert recorded[:25] == meshed[first : first + 25]
    assert pipeline.replaced > 5


def test_bones_are_looked_for_while_somebody_wants_them(run, options, template):
    wanted = []

    class Placing(PlaceStep):
        def step(self, tracked):
            wanted.append(self.bones_wanted)
            return super().step(tracked)

    class Keeper:
        wants_bones, wants_cutout = True, False

        def put(self, *_):
            pass

        def leave_out(self, *_):
            pass

    def place(chosen, estimator, on_status):
        return Placing(chosen, estimator)

    pipeline = run(ListSource([doll_at(template, 160)], 0.005, endless=True), place=place)
    for change, want in (
        (lambda: None, False),
        (lambda: pipeline.record(Keeper()), True),
        (lambda: pipeline.record(None), False),
        (lambda: pipeline.send_to(Keeper()), True),
    ):
        change()
        wait_until(lambda want=want: wanted and wanted[-1] == want)


def test_one_person_is_recorded_alone(run, template):
    class Recorder:
        def __init__(self):
            self.got = []

        def put(self, frame, people, picture):
            self.got.append([person.id for person in people])

        def leave_out(self, index):
            pass

    pipeline = run(ListSource([doll_at(template, 160)], 0.01, endless=True))
    (person,) = next_result(pipeline).people
    recorders = [Recorder() for _ in range(3)]
    for recorder, only in zip(recorders, (None, person.id, person.id + 1), strict=True):
        pipeline.record(recorder, only)
        wait_until(lambda recorder=recorder: len(recorder.got) > 3)
    pipeline.record(None)
    everybody, alone, somebody_else = (recorder.got for recorder in recorders)
    assert [person.id] in everybody
    assert [person.id] in alone
    assert not any(somebody_else)
