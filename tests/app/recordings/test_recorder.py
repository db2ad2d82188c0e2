"""The recorder keeps true times, counts every drop and never lets the image wait."""

import datetime
import threading
import time
from dataclasses import replace

import h5py
import numpy as np
import pytest

from app.recordings.reader import Recording
from app.recordings.recorder import (
    DISK_TOO_SLOW,
    MACHINE_TOO_BUSY,
    NOT_PROCESSED,
    QUEUE_FRAMES,
    Recorder,
    new_recording_path,
)
from app.recordings.schema import RecordingError
from app.recordings.video_recorder import VideoRecorder
from app.recordings.video_writer import fit
from app.recordings.writer import RecordingWriter
from app.types import Frame
from tests.fakes.sheet_recordings import grid_template, person, recording_info
from tests.trials.recording_trials import long_trial, motion_of

TEMPLATE = grid_template()
IMAGE = np.zeros((4, 4, 3), np.uint8)


def frame(index: int, captured_at: float) -> Frame:
    return Frame(index, IMAGE, captured_at, index / 30)


def test_two_recordings_at_once_get_two_files(tmp_path):
    now = datetime.datetime(2026, 1, 2, 3, 4, 5)
    paths = [new_recording_path(tmp_path / "new", now) for _ in range(3)]
    assert [path.name for path in paths] == [
        "2026-01-02 03-04-05.h5",
        "2026-01-02 03-04-05 (2).h5",
        "2026-01-02 03-04-05 (3).h5",
    ]


def test_takes_of_a_name_are_numbered_on(tmp_path):
    now = datetime.datetime(2026, 1, 2, 3, 4, 5)
    for name in ("walk 07.h5", "walk 12 b.h5", "walks 20.h5", "walk.h5"):
        (tmp_path / name).touch()
    paths = [new_recording_path(tmp_path, now, "walk") for _ in range(2)]
    assert [path.name for path in paths] == ["walk 08.h5", "walk 09.h5"]
    assert new_recording_path(tmp_path, now, "run").name == "run 01.h5"
    for name in ("a/b", ".walk", "w" * 200):
        with pytest.raises(RecordingError, match="Takes cannot be called"):
            new_recording_path(tmp_path, now, name)


def test_recorder_keeps_capture_times_and_counts_every_drop(tmp_path):
    recorder = Recorder(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=True)
    for index, captured_at in ((5, 100.0), (6, 100.031), (9, 100.2)):
        recorder.put(frame(index, captured_at), (person(TEMPLATE, index),))
    status = recorder.stop()
    assert (status.state, status.frames, status.drops) == ("finished", 3, {NOT_PROCESSED: 2})
    assert status.free_bytes > 0
    assert status.size_bytes > 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.h5"]
    with Recording(tmp_path / "a.h5") as recording:
        np.testing.assert_allclose(recording.times_s, [0, 0.031, 0.2], atol=1e-9)
        assert recording.dropped == 2


@pytest.mark.parametrize("has_video", [False, True])
def test_a_recording_without_a_frame_leaves_no_file(tmp_path, has_video):
    info = recording_info(TEMPLATE)
    video = None
    if has_video:
        info = replace(info, video="a.mp4")
        video = VideoRecorder(tmp_path / "a.mp4", 30)
    recorder = Recorder(tmp_path / "a.h5", info, TEMPLATE, live=True, video=video)
    status = recorder.stop()
    assert (status.state, status.frames) == ("finished", 0)
    assert not list(tmp_path.iterdir())


def test_frames_that_came_while_paused_are_not_lost(tmp_path):
    recorder = Recorder(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=True)
    recorder.put(frame(0, 0.0), ())
    for index in (2, 3, 4, 8):  # paused twice; 1, 5 and 7 were too late
        recorder.leave_out(index)
    recorder.put(frame(6, 0.2), ())
    assert recorder.status().drops == {NOT_PROCESSED: 2}
    recorder.put(frame(9, 0.3), ())
    assert recorder.stop().drops == {NOT_PROCESSED: 3}


def test_files_are_recorded_with_their_own_clock(tmp_path):
    recorder = Recorder(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=False)
    for index in range(3):
        recorder.put(frame(index, 100.0 + 9 * index), ())
    recorder.stop()
    with Recording(tmp_path / "a.h5") as recording:
        np.testing.assert_allclose(recording.times_s, [0, 1 / 30, 2 / 30])


@pytest.mark.parametrize("size", [(1280, 720), (320, 640), (320, 240), (640, 480)])
def test_a_picture_of_another_size_is_fitted_into_the_recording_with_whom_it_shows(tmp_path, size):
    """As the kept video shows it: what lay on a spot of the image lies on it still."""
    first, spot = (640, 480), np.array([0.7, 0.3])
    somebody = person(TEMPLATE, 0)
    recorder = Recorder(
        tmp_path / "a.h5", replace(recording_info(TEMPLATE), width=640, height=480), TEMPLATE, live=True
    )
    for index, (width, height) in enumerate((first, size)):
        pixels = spot * (width - 1, height - 1)
        joints = np.zeros_like(somebody.joints)
        focal_px = 0.9 * width
        at = np.append((pixels - (np.array((width, height)) - 1) / 2) / focal_px, 1) * 2
        image = np.zeros((height, width, 3), np.uint8)
        box = np.concatenate([pixels - 9, pixels + 9])
        seen = replace(
            somebody, joints=joints, translation=at.astype(np.float32), focal_px=focal_px, box_xyxy=box
        )
        recorder.put(Frame(index, image, index / 30, index / 30), (seen,))
    recorder.stop()
    marked = np.zeros((size[1], size[0], 3), np.uint8)
    x, y = np.rint(spot * (size[0] - 1, size[1] - 1)).astype(int)
    marked[y - 2 : y + 3, x - 2 : x + 3] = 255
    rows, columns = np.nonzero(fit(marked, first)[..., 0] > 99)
    with Recording(tmp_path / "a.h5") as recording:
        (found,) = recording.frame(1).people
        joint, box = found.joints_2d[0], found.box_xyxy
    shown = [columns.mean(), rows.mean()]
    np.testing.assert_allclose(joint, shown, atol=1)
    np.testing.assert_allclose((box[:2] + box[2:]) / 2, shown, atol=1)


@pytest.mark.parametrize(("step", "cause"), [("append", MACHINE_TOO_BUSY), ("flush", DISK_TOO_SLOW)])
def test_slow_writing_drops_visibly_by_its_cause_and_the_picture_never_waits(
    tmp_path, monkeypatch, step, cause
):
    recorder = Recorder(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=True)
    begun, goes_on = threading.Event(), threading.Event()
    quick = getattr(RecordingWriter, step)

    def slowly(self, *words):
        begun.set()
        goes_on.wait(30)
        return quick(self, *words)

    monkeypatch.setattr(RecordingWriter, step, slowly)
    recorder.put(frame(0, 0), ())
    assert begun.wait(10)
    time.sleep(0.1)  # longer than what came before it in the same batch
    for index in range(1, QUEUE_FRAMES + 50):
        recorder.put(frame(index, index / 30), ())
    assert recorder.status().drops == {cause: 49}
    goes_on.set()
    status = recorder.stop()
    with Recording(tmp_path / "a.h5") as recording:
        assert len(recording) == status.frames == QUEUE_FRAMES + 1
        assert recording.dropped == 49


def test_files_are_recorded_whole_however_slow_the_disk(tmp_path, monkeypatch):
    append = RecordingWriter.append

    def slowly(self, frames, drops=()):
        threading.Event().wait(0.05)
        append(self, frames, drops)

    monkeypatch.setattr(RecordingWriter, "append", slowly)
    recorder = Recorder(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=False)
    for index in range(3 * QUEUE_FRAMES):
        recorder.put(frame(index, 0.0), ())
    status = recorder.stop()
    assert (status.frames, status.dropped) == (3 * QUEUE_FRAMES, 0)


def test_real_motion_of_two_is_recorded_without_a_drop_in_sixty_megabytes_a_minute_each(tmp_path):
    path = tmp_path / "long.h5"
    motion = motion_of("sample", frames=20)
    told = []
    status = long_trial(path, motion, people=2, minutes=2 / 60, each_minute=told.append)
    assert (status.frames, status.dropped) == (60, 0)
    assert status.most_waiting < QUEUE_FRAMES
    with Recording(path) as recording:
        assert recording.ids == (1, 2)
        given = motion.people(59, 2)[1]
        found = recording.frame(59).people[1]
        assert np.abs(found.vertices - given.vertices).max() < 1e-4
    with h5py.File(path) as file:
        per_mesh = file["people/vertices"].id.get_storage_size() / 120
    assert per_mesh * 30 * 60 < 52e6  # leaves a reserve for the small tables and for other motions
    assert "MB a minute and person" in told[-1]
