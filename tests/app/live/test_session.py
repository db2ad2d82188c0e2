"""The session looks for a camera without waiting for its driver, and keeps the recording."""

import threading
from types import SimpleNamespace

import numpy as np
import pytest

from app.live.live_model import LiveModel
from app.live.session import LiveSession
from app.live.sources.camera import Camera
from app.options import Options
from app.recordings.schema import RecordingError
from models.body.joints import FASTMETRO14
from tests.fakes.live_window import ScriptedPipeline


def test_a_camera_in_use_elsewhere_or_without_pictures_is_not_there(monkeypatch, qtbot):
    class Capture:
        is_free, gives_pictures, given_back, tried = False, False, 0, 0

        def isOpened(self):  # noqa: N802
            Capture.tried += 1
            return Capture.is_free

        def read(self):
            return Capture.gives_pictures, np.zeros((4, 4, 3), np.uint8)

        def get(self, prop):
            return 0.0

        def release(self):
            Capture.given_back += 1

    monkeypatch.setattr("app.live.sources.camera.list_cameras", lambda: [Camera(0, "Front camera", 200)])
    monkeypatch.setattr("app.live.sources.camera.open_capture", lambda *_: Capture())
    monkeypatch.setattr("app.live.session.FIRST_PICTURE_S", 0.3)
    session = LiveSession()

    def look():
        session.look_for_camera()
        qtbot.waitUntil(lambda: not session.is_trying_camera, timeout=60000)
        assert Capture.given_back == Capture.tried > 0
        return session.camera_is_there

    assert not look()
    Capture.is_free = True
    assert not look()
    Capture.gives_pictures = True
    assert look()
    session.close()


class Outputs:
    """Keeps what it is told."""

    wants_bones = False

    def __init__(self):
        self.told = []

    def open(self, options):
        self.told.append(options.source or options.vmc)

    def close(self):
        self.told.append("closed")


def test_outputs_stay_open_from_source_to_source_and_close_while_it_rests(qtbot):
    outputs = Outputs()
    session = LiveSession(ScriptedPipeline, lambda: [], lambda: [], outputs=outputs)
    pipelines = set()
    for source in ("sample", "other"):
        session.open(Options(source=source))
        qtbot.waitUntil(lambda: session.pipeline not in (None, *pipelines), timeout=60000)
        assert session.pipeline.receiver is outputs
        pipelines.add(session.pipeline)
    session.set_options(Options(vmc="somewhere"))
    session.rest()
    session.close()
    assert outputs.told == ["sample", "other", "somewhere", "closed", "closed"]


def test_a_driver_that_hangs_while_a_booth_looks_for_a_camera_holds_nothing_up(qtbot):
    go_on, ended = threading.Event(), threading.Event()

    def try_camera():
        go_on.wait(60)
        ended.set()

    session = LiveSession(ScriptedPipeline, lambda: [], lambda: [], try_camera)
    session.look_for_camera()
    session.open(Options(source="sample"))
    qtbot.waitUntil(lambda: session.pipeline is not None, timeout=60000)
    session.close()
    assert not ended.is_set()
    go_on.set()
    qtbot.waitUntil(lambda: not session.is_trying_camera, timeout=60000)
    assert not session.camera_is_there  # another pipeline had been asked for


def test_a_listing_of_cameras_that_hangs_holds_no_source_up_and_no_list_of_models(qtbot, monkeypatch):
    monkeypatch.setattr("app.live.session.CLOSE_S", 0.1)
    hangs, go_on = threading.Event(), threading.Event()

    def find_cameras():
        hangs.set()
        go_on.wait(600)
        return ["found"]

    session = LiveSession(ScriptedPipeline, find_cameras, lambda: ["tiny"])
    session.search()
    assert hangs.wait(60)
    session.search()  # asked for again meanwhile
    session.open(Options(source="sample"))
    qtbot.waitUntil(lambda: session.pipeline is not None, timeout=60000)
    assert session.models == ["tiny"]
    assert session.cameras is None
    first = session.pipeline
    session.close()
    assert first.stopped
    go_on.set()
    qtbot.waitUntil(lambda: session.cameras == ["found"], timeout=60000)


def test_a_listing_that_fails_leaves_what_was_found_before(qtbot, caplog):
    found = [["Front camera"]]

    def find_cameras():
        if not found:
            raise OSError("the driver says no")
        return found.pop()

    session = LiveSession(ScriptedPipeline, find_cameras, lambda: [])
    session.search()
    qtbot.waitUntil(lambda: session.cameras is not None, timeout=60000)
    session.search()
    qtbot.waitUntil(lambda: "the driver says no" in caplog.text, timeout=60000)
    session.close()
    assert session.cameras == ["Front camera"]


@pytest.mark.parametrize(
    ("state", "said"), [("failed", "Loading the program's parts"), ("running", "Closing the last source")]
)
def test_only_a_source_that_was_open_is_said_to_be_closed(qtbot, state, said):
    go_on, closing = threading.Event(), threading.Event()

    class Hanging(ScriptedPipeline):
        def stop(self, timeout: float = 5.0) -> bool:
            closing.set()
            return go_on.wait(60)

    session = LiveSession(Hanging, lambda: [], lambda: [])
    session.open(Options())
    qtbot.waitUntil(lambda: session.pipeline is not None, timeout=60000)
    session.pipeline.state = state
    session.open(Options(source="sample"))
    assert closing.wait(60)
    assert session.status == said
    go_on.set()
    session.close()


class Recorder:
    """Stands in for a recorder: ends when the test says so, or when it is waited for."""

    def __init__(self) -> None:
        self.state, self.is_asked_to_stop = "recording", False

    def status(self):
        return SimpleNamespace(state=self.state)

    def stop(self, timeout: float):
        self.is_asked_to_stop = True
        if timeout > 0:
            self.state = "finished"


@pytest.fixture
def recording(qtbot, tmp_path):
    """A session that records what a scripted pipeline makes."""
    made, recorder = [], Recorder()

    def make(options):
        made.append(ScriptedPipeline(options))
        return made[-1]

    session = LiveSession(make, lambda: [], lambda: [], begin_recording=lambda *_: recorder)
    session.open(Options())
    qtbot.waitUntil(lambda: session.pipeline is not None, timeout=60000)
    session.record(tmp_path)
    yield session, made[0], recorder
    session.close()


def test_a_recording_is_followed_until_its_end_has_been_told_once(recording):
    session, pipeline, recorder = recording
    assert pipeline.recorder is recorder
    assert session.follow_recording().state == "recording"
    session.stop_recording()
    assert pipeline.recorder is None
    assert recorder.is_asked_to_stop
    assert session.is_recording
    assert session.follow_recording().state == "recording"
    recorder.state = "finished"
    assert session.follow_recording().state == "finished"
    assert session.follow_recording() is None
    assert not session.is_recording


@pytest.mark.parametrize("how", ["open", "rest"])
def test_another_source_ends_the_recording(recording, how):
    session, pipeline, recorder = recording
    session.open(Options(source="1")) if how == "open" else session.rest()
    assert pipeline.recorder is None
    assert recorder.is_asked_to_stop


def test_closing_waits_for_the_last_moments_of_a_recording(recording):
    session, _, recorder = recording
    session.close()
    assert recorder.state == "finished"
    assert not session.is_recording


def test_what_does_not_run_cannot_be_recorded(tmp_path):
    session = LiveSession(ScriptedPipeline, lambda: [], lambda: [])
    with pytest.raises(RecordingError, match="nothing to record yet"):
        session.record(tmp_path)
    session.close()
    assert not list(tmp_path.iterdir())


def test_the_session_tells_of_the_model_and_of_a_lost_source(recording):
    session, pipeline, _ = recording
    names = {"joint_names": FASTMETRO14}
    assert session.model == LiveModel("body", "CPU", "a processor", True, "There is no GPU here.", **names)
    pipeline.use_gpu()
    assert session.model == LiveModel("body", "CUDA", "RTX 4070", False, "", **names)
    pipeline.source_state = "lost"
    assert not session.source_is_lost  # it is still being loaded
    pipeline.state = "running"
    assert session.source_is_lost
    assert session.figures(0.0).replaced == 3
    session.rest()
    assert session.model is None
    assert session.figures(0.0) is None
    assert not session.source_is_lost
