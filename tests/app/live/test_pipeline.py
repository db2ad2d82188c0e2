"""The steps of a frame, and the threads that run them: newest first, errors told, always stopped."""

import threading
import time
from dataclasses import replace

import numpy as np
import pytest

from app.latest_slot import LatestSlot
from app.live.pipeline import LivePipeline, MeshStep
from app.live.sources import LiveSource, Source, SourceError, open_source
from app.options import Options
from app.types import Frame, Result, StageTimes
from models.body.skinning import rotation_matrices
from models.body.template import load_template
from models.camera.projection import project
from tests.fakes.tiny_model import DollDetector, draw_doll, make_model

GREY = 90
AT_BELLY = np.arange(420)[:, None] == 2  # a vertex of the doll that no landmark is made of


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return make_model(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def template(model):
    return load_template(model.with_name("doll.npz"))


@pytest.fixture
def options(model) -> Options:
    return Options(model=str(model), smoothing=0.0)


def empty(size=(320, 240)) -> np.ndarray:
    return np.full((size[1], size[0], 3), GREY, np.uint8)


def doll_at(template, x, y=120.0, scale=100.0) -> np.ndarray:
    image = empty()
    draw_doll(image, template, (x, y), scale)
    return image


def frame_of(image, index=0, fps=30.0) -> Frame:
    return Frame(index, image, time.perf_counter(), index / fps)


@pytest.fixture
def step(options, template):
    made = MeshStep(options, draw=False, detector=DollDetector(template))
    yield made
    made.close()


# The steps of a frame


def test_the_mesh_lies_on_the_person_in_the_full_frame(step, template):
    image = empty()
    pixels = draw_doll(image, template, (150, 125), 100)
    (person,) = step.step(frame_of(image)).people
    on_image = project(person.vertices + person.translation, person.focal_px, (320, 240))
    assert np.abs(on_image - pixels).max() < 6
    np.testing.assert_allclose(person.box_xyxy[:2], pixels.min(0), atol=6)
    np.testing.assert_allclose(person.box_xyxy[2:], pixels.max(0), atol=6)
    names = step.estimator.info.joint_names
    joints = project(person.joints + person.translation, person.focal_px, (320, 240))
    np.testing.assert_allclose(person.joints_2d, joints, atol=1e-2)
    left, right = (person.joints_2d[names.index(f"{side}_Wrist")] for side in ("L", "R"))
    assert left[0] > right[0]  # somebody who faces the camera has the left hand on the right of the picture


def test_the_distance_follows_from_the_field_of_view(step, template):
    image = doll_at(template, 160)
    for fov, index in ((40.0, 0), (60.0, 1), (90.0, 2)):
        step.options = replace(step.options, fov_deg=fov)
        (person,) = step.step(frame_of(image, index)).people
        assert person.focal_px == pytest.approx(160 / np.tan(np.radians(fov / 2)))
        assert person.translation[2] == pytest.approx(person.focal_px / 100, rel=0.05)  # 100 pixels a metre


def test_a_frame_with_nobody_is_shown_plainly(step):
    image = empty()
    result = step.step(frame_of(image))
    assert result.people == ()
    assert result.detected
    np.testing.assert_array_equal(result.picture, image)


def test_somebody_who_moves_is_followed_without_the_detector(step, template):
    ids, where = [], []
    for i in range(20):
        (person,) = step.step(frame_of(doll_at(template, 100 + 5 * i), i)).people
        ids.append(person.id)
        where.append(person.joints_2d[:, 0].mean())
    assert set(ids) == {1}
    np.testing.assert_allclose(np.diff(where), 5, atol=2)
    assert step._detector.looks == 1


def test_somebody_who_leaves_is_gone(step, template):
    assert len(step.step(frame_of(doll_at(template, 160), 0)).people) == 1
    assert all(step.step(frame_of(empty(), i)).people == () for i in range(1, 5))


def answering(step, change):
    """Let a step's network give what ``change(estimate, number of the frame)`` makes of its answer."""
    ask, asked = step.estimator.estimate, {}

    def estimate(subjects, **kwargs):
        number = asked.setdefault(id(subjects[0].image), len(asked)) if subjects else None
        return [change(one, number) for one in ask(subjects, **kwargs)]

    step.estimator.estimate = estimate


@pytest.mark.parametrize(
    "broken",
    [
        lambda one: replace(one, vertices=np.where(AT_BELLY, np.nan, one.vertices)),
        lambda one: replace(one, joints=one.joints * np.float32(np.inf)),
        lambda one: replace(one, parameters={"smpl_betas": np.full(10, np.nan, np.float32)}),
    ],
)
def test_what_is_no_number_is_left_out_of_its_frame_and_forgotten(step, template, broken):
    step.options = replace(step.options, smoothing=0.5)
    answering(step, lambda one, number: broken(one) if number == 3 else one)
    images = [doll_at(template, 160) for _ in range(8)]
    results = [step.step(frame_of(image, i)) for i, image in enumerate(images)]
    assert [len(result.people) for result in results] == [1, 1, 1, 0, 1, 1, 1, 1]
    first, last = results[0].people[0], results[-1].people[0]
    assert first.id == last.id
    for name in ("vertices", "joints", "translation", "joints_2d", "box_xyxy"):
        np.testing.assert_allclose(getattr(last, name), getattr(first, name), rtol=0.01, atol=0.01)


def test_somebody_hidden_for_a_frame_is_as_steady_afterwards(step, template):
    step.options = replace(step.options, smoothing=1.0)

    def change(one, number):
        grown = np.float32(1.1 if number > 10 else 1.0)
        return replace(one, joints=one.joints * grown, presence=0.1 if number == 10 else 1.0)

    answering(step, change)
    images = [doll_at(template, 160) for _ in range(12)]
    people = [step.step(frame_of(image, i)).people for i, image in enumerate(images)]
    assert [len(some) for some in people] == [1] * 10 + [0, 1]
    before, after = (np.linalg.norm(people[i][0].joints) for i in (9, 11))
    assert before < after < 1.08 * before


def test_legs_that_reach_past_the_camera_stay_below_the_picture(step, template):
    def kick(points):
        return points - np.float32([0, 0, 12]) * np.maximum(points[:, 1:2] - 0.5, 0)

    def change(one, number):
        lower = one.camera + np.float32([0, 0, 0.7])  # what is bent is below the picture
        return replace(one, vertices=kick(one.vertices), joints=kick(one.joints), camera=lower)

    answering(step, change)
    (person,) = step.step(frame_of(doll_at(template, 160))).people
    names = step.estimator.info.joint_names
    ankles = [names.index("L_Ankle"), names.index("R_Ankle")]
    assert (person.joints + person.translation)[ankles, 2].max() < 0
    assert (person.joints_2d[ankles, 1] > 240).all()
    left, top, right, bottom = person.box_xyxy
    assert left < 114
    assert 80 < top < 140
    assert right > 206
    assert bottom > 240


def test_bones_are_steadied_with_the_mesh(step, template):
    step.options = replace(step.options, smoothing=1.0)

    def change(one, number):
        turn = rotation_matrices(np.float32([0, 0.2 * (number == 9), 0]))
        bones = {"smpl_rotmat": np.tile(turn, (24, 1, 1))}
        return replace(one, vertices=one.vertices @ turn.T, joints=one.joints @ turn.T, parameters=bones)

    answering(step, change)
    images = [doll_at(template, 160) for _ in range(10)]
    before, after = [step.step(frame_of(image, i)).people[0] for i, image in enumerate(images)][-2:]
    turned = after.parameters["smpl_rotmat"] @ before.parameters["smpl_rotmat"].swapaxes(1, 2)
    angles = np.arccos((np.trace(turned, axis1=1, axis2=2) - 1) / 2)
    assert (angles > 0.01).all()
    assert (angles < 0.15).all()


def test_the_stages_add_up_to_the_whole(step, template):
    for i in range(3):
        frame = frame_of(doll_at(template, 160), i)
        result = step.step(frame)
        assert result.times.total == pytest.approx(time.perf_counter() - frame.captured_at, abs=1e-3)
        assert result.times.mesh > 0


def test_mirroring_changes_the_picture_alone(options, template):
    image = doll_at(template, 100)
    results = []
    for mirror in (False, True):
        step = MeshStep(replace(options, mirror=mirror), detector=DollDetector(template))
        results.append(step.step(frame_of(image)))
        step.close()
    plain, mirrored = results
    np.testing.assert_array_equal(plain.people[0].joints_2d, mirrored.people[0].joints_2d)
    np.testing.assert_allclose(plain.picture, mirrored.picture[:, ::-1], atol=2)
    assert np.abs(plain.picture.astype(int) - image).max() > 20  # something was drawn


def test_a_result_is_drawn_again_as_the_options_now_say(options, template):
    step = MeshStep(options, detector=DollDetector(template))
    first = step.step(frame_of(doll_at(template, 160)))
    step.options = replace(options, view="mesh")
    again = step.redraw(first)
    step.close()
    assert again.people == first.people
    assert again.times == first.times
    assert not np.array_equal(again.picture, first.picture)


def test_pictures_of_one_pixel_and_of_changing_size_are_no_trouble(options, template):
    step = MeshStep(options, detector=DollDetector(template))
    for i, size in enumerate([(1, 1), (320, 240), (64, 200), (320, 240)]):
        assert step.step(frame_of(empty(size), i)).picture.shape == (size[1], size[0], 3)
    step.close()


def test_an_unknown_model_is_a_sentence():
    with pytest.raises(Exception, match="no model called 'nothing'"):
        MeshStep(Options(model="nothing"))


def test_the_bundled_model_follows_the_person_of_the_sample():
    step, source = MeshStep(Options(smoothing=0.0), draw=False), open_source("sample", realtime=False)
    for _ in range(8):
        frame = source.read()
        (person,) = step.step(frame).people
    found = step._detector.detect(frame.image)[0].landmarks
    step.close()
    source.close()
    assert person.id == 1
    assert person.score > 0.9
    middle = (person.box_xyxy[:2] + person.box_xyxy[2:]) / 2
    height = np.ptp(found[:, 1])
    assert np.linalg.norm(middle - (found.min(0) + found.max(0)) / 2) < 0.15 * height
    assert 0.8 < (person.box_xyxy[3] - person.box_xyxy[1]) / height < 1.4


# The hand-over


def test_the_newest_replaces_what_waits():
    slot: LatestSlot[int] = LatestSlot()
    for i in range(5):
        slot.put(i)
    assert (slot.take(), slot.replaced, slot.take()) == (4, 4, None)


def test_taking_waits_for_something_to_come():
    slot: LatestSlot[str] = LatestSlot()
    threading.Timer(0.05, slot.put, ["late"]).start()
    assert slot.take(timeout=5) == "late"


# The threads


class ListSource(Source):
    """Frames of a list, one every ``period_s``; then the end, or None of it with ``endless``."""

    def __init__(self, images, period_s=0.0, endless=False):
        super().__init__()
        self.name, self.images, self.period_s, self.endless = "list", images, period_s, endless
        self.is_live = endless
        self.index, self.closed = 0, False

    def read(self):
        if not self.endless and self.index >= len(self.images):
            return None
        if self._cancelled.wait(self.period_s):
            return None
        image = self.images[self.index % len(self.images)]
        now = time.perf_counter()
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

    def start(source, build=None, **changes):
        def build_step(chosen, on_status):
            return MeshStep(chosen, draw=False, detector=DollDetector(template), on_status=on_status)

        pipeline = LivePipeline(
            replace(options, **changes),
            open_source=lambda spec: source() if callable(source) else source,
            build_step=build or build_step,
        )
        pipeline.start()
        started.append(pipeline)
        return pipeline

    yield start
    assert all(pipeline.stop(timeout=5) for pipeline in started)
    assert set(threading.enumerate()) == before


def wait_until(condition, timeout=10.0):
    deadline = time.perf_counter() + timeout
    while not condition():
        assert time.perf_counter() < deadline, "waited in vain"
        time.sleep(0.002)


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

    monkeypatch.setattr("app.live.pipeline.PersonDetector", SeesNobody)
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
    finished_loading = []

    def build(options, on_status):
        time.sleep(0.3)
        finished_loading.append(time.perf_counter())
        return SlowStep(options, on_status, 0.0)

    pipeline = run(ListSource([empty()] * 5, 0.05), build)
    result = next_result(pipeline)
    assert result.frame.index == 0
    assert result.frame.captured_at > finished_loading[0]


def test_a_camera_keeps_no_frame_from_the_time_of_loading(run):
    finished_loading = []

    def build(options, on_status):
        time.sleep(0.3)
        finished_loading.append(time.perf_counter())
        return SlowStep(options, on_status, 0.0)

    pipeline = run(ListSource([empty()], 0.01, endless=True), build)
    # The very frame in hand while loading ends may pass.
    assert next_result(pipeline).frame.captured_at > finished_loading[0] - 0.05


class SlowStep:
    """A step that takes its time."""

    def __init__(self, options, on_status, seconds=0.06):
        self.options, self.seconds, self.estimator = options, seconds, None

    def step(self, frame):
        time.sleep(self.seconds)
        return Result(frame, (), frame.image, StageTimes())

    def redraw(self, result):
        return result

    def close(self):
        pass


def test_latency_does_not_grow_when_a_stage_is_slow(run):
    """A camera of 100 FPS before a step of 17 FPS: each result is of a frame just captured."""
    pipeline = run(ListSource([empty()], 0.01, endless=True), SlowStep)
    latencies = []
    for _ in range(20):
        result = next_result(pipeline)
        latencies.append(time.perf_counter() - result.frame.captured_at)
    early, late = np.median(latencies[2:8]), np.median(latencies[-6:])
    assert late < early + 0.06  # one step, not a queue
    assert pipeline.replaced > 20


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


def test_a_failing_step_ends_both_threads_and_the_first_error_is_kept(run):
    class Failing(SlowStep):
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

    class FailsFirst(SlowStep):
        def step(self, frame):
            raise ValueError("first")

    class FailsLater(ListSource):
        def close(self):
            super().close()
            told.set()
            raise SourceError("second")

    pipeline = run(FailsLater([empty()], 0.001, endless=True), FailsFirst)
    assert told.wait(5)
    wait_until(lambda: not any(t.is_alive() for t in pipeline._threads))
    assert str(pipeline.error) == "first"
    assert pipeline.state == "failed"


@pytest.mark.parametrize("when", ["at once", "loading", "running", "paused"])
def test_stopping_takes_less_than_a_second(run, template, when):
    pipeline = run(ListSource([doll_at(template, 160)], 0.01, endless=True))
    if when == "loading":
        wait_until(lambda: pipeline.status.startswith("Loading") or pipeline.state == "running")
    elif when != "at once":
        next_result(pipeline)
    if when == "paused":
        pipeline.pause()
    before = time.perf_counter()
    assert pipeline.stop(timeout=5)
    assert time.perf_counter() - before < (1.0 if when in ("running", "paused") else 5.0)
    assert pipeline.state == "stopped"
    assert pipeline.stop(timeout=1)  # again is no harm


def test_stopping_gets_through_a_source_that_hangs(options):
    hanging, release = threading.Event(), threading.Event()

    class Hanging(ListSource):
        def read(self):
            hanging.set()
            release.wait(10)
            return None

    pipeline = LivePipeline(
        options, open_source=lambda spec: Hanging([empty()], endless=True), build_step=SlowStep
    )
    pipeline.start()
    assert hanging.wait(5)
    before = time.perf_counter()
    assert not pipeline.stop(timeout=0.2)
    assert time.perf_counter() - before < 1
    release.set()
    assert pipeline.stop(timeout=5)


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
    redrawn = []

    class Redrawing(SlowStep):
        def redraw(self, result):
            redrawn.append(self.options.opacity)
            return result

    pipeline = run(ListSource([empty()], 0.005, endless=True), Redrawing)
    next_result(pipeline)
    pipeline.pause()
    assert pipeline.is_paused
    wait_until(lambda: pipeline._frames.is_empty)
    time.sleep(0.1)  # the frame at work when the pause began
    kept = pipeline.take()
    pipeline.set_options(replace(options, opacity=0.3))
    again = next_result(pipeline)
    assert redrawn == [0.3]
    assert kept is None or again.frame is kept.frame
    pipeline.resume()
    assert next_result(pipeline).frame.index > again.frame.index


def test_a_recording_counts_no_frame_that_came_while_paused_as_lost(run, template, tmp_path):
    class Noted:
        """A recorder that notes what it is given."""

        def __init__(self):
            self.put_in, self.left_out = [], []

        def put(self, frame, people):
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
