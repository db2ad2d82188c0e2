"""The threads around the steps of a frame: newest first, or every frame in order."""

import threading
import time
from dataclasses import replace

import numpy as np
import pytest

from app.live.draw_step import DrawStep
from app.live.pipeline import LivePipeline
from app.live.place_step import PlaceStep
from app.live.sources.live_source import LiveSource
from app.types import Frame
from tests.app.live.doll_frames import doll_at, empty
from tests.app.live.plain_stages import ListSource, PlainDrawing, PlainPlacing, PlainStep, next_result
from tests.fakes.waiting import wait_until


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
