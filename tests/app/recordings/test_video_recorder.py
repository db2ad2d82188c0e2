"""The video beside a recording: every image with its own frame, whatever happens."""

import threading

import cv2
import numpy as np
import pytest

from app.recordings.reader import Recording
from app.recordings.schema import NO_VIDEO_FRAME, RecordingError
from app.recordings.video_recorder import QUEUE_IMAGES, VideoRecorder
from app.recordings.video_writer import fit
from app.types import Frame
from tests.fakes.full_disk import largest_file
from tests.fakes.sheet_recordings import check_video, filmed_recorder, grid_template, numbered_image, person
from tests.trials.recording_trials import kill_trial

TEMPLATE = grid_template()


def put(recorder, index, time_s):
    recorder.put(Frame(index, numbered_image(index), time_s, time_s), (person(TEMPLATE, index),))


def test_every_frame_has_its_picture(tmp_path, encoder):
    recorder = filmed_recorder(tmp_path / "a.h5", live=False)
    numbers = [3, 4, 5, 9, *range(20, 60)]
    for index in numbers:
        put(recorder, index, index / 30)
    status = recorder.stop()
    assert (status.frames, status.video_frames_missing, status.video_failure) == (len(numbers), 0, "")
    assert status.video == tmp_path / ("a.mp4" if encoder == "PyAV" else "a.mkv")
    assert check_video(tmp_path / "a.h5") == len(numbers)
    with Recording(tmp_path / "a.h5") as recording:
        assert recording.video_path == status.video
        assert [recording.video_frame(row) for row in range(len(recording))] == list(range(len(numbers)))


def test_pictures_keep_the_recordings_time_stamps(tmp_path):
    av = pytest.importorskip("av")
    recorder = filmed_recorder(tmp_path / "a.h5", live=False)
    for index, time_s in enumerate((2.0, 2.03, 2.1, 2.9)):
        put(recorder, index, time_s)
    recorder.stop()
    with av.open(str(tmp_path / "a.mp4")) as container:
        times = [float(frame.pts * frame.time_base) for frame in container.decode(video=0)]
    np.testing.assert_allclose(times, [0, 0.03, 0.1, 0.9], atol=1e-4)


def test_slow_encoding_costs_pictures_but_no_mesh_and_never_waits(tmp_path, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()

    def slowly(image, size):
        begun.set()
        go_on.wait(30)
        return fit(image, size)

    monkeypatch.setattr("app.recordings.video_recorder.fit", slowly)
    recorder = filmed_recorder(tmp_path / "a.h5")
    put(recorder, 0, 0.0)
    assert begun.wait(10)
    for index in range(1, 40):
        put(recorder, index, index / 30)
    kept = 1 + QUEUE_IMAGES  # one is being encoded, the others wait
    assert recorder.status().video_frames_missing == 40 - kept
    go_on.set()
    status = recorder.stop()
    assert (status.frames, status.dropped) == (40, 0)
    assert check_video(tmp_path / "a.h5") == kept
    with Recording(tmp_path / "a.h5") as recording:
        assert recording.video_frames_missing == 40 - kept
        assert recording.video_frame(39) is None
        assert recording.frame(39).video_frame == NO_VIDEO_FRAME


def test_a_video_that_fails_leaves_the_meshes(tmp_path, encoder):
    recorder = filmed_recorder(tmp_path / "a.h5", live=False)
    recorder.put(Frame(0, np.zeros((64, 64, 2), np.uint8), 0.0, 0.0), ())  # no image at all
    for index in range(1, 40):
        put(recorder, index, index / 30)
    status = recorder.stop()
    assert (status.state, status.frames) == ("finished", 40)
    assert "the meshes are not affected" in status.video_failure
    with Recording(tmp_path / "a.h5") as recording:
        assert len(recording) == 40


def test_a_disk_that_fills_up_under_the_video_is_told(tmp_path, encoder):
    video = VideoRecorder(tmp_path / ("a.mp4" if encoder == "PyAV" else "a.mkv"), 30.0)
    noise = np.random.default_rng(0).integers(0, 255, (40, 240, 320, 3), np.uint8)
    with largest_file(60_000):
        for index, image in enumerate(noise):
            video.wait_for_room()
            video.put(image, index / 30)
        video.close()
    assert video.failure.startswith(f"The video {video.path.name} ends early (")
    assert video.failure.endswith("); the meshes are not affected.")


def test_nothing_is_ever_overwritten(tmp_path):
    for ending in (".mp4", ".mkv"):
        (tmp_path / f"a{ending}").write_bytes(b"mine")
    with pytest.raises(RecordingError, match="exists already"):
        filmed_recorder(tmp_path / "a.h5")
    assert (tmp_path / "a.mp4").read_bytes() == b"mine"


def test_a_recording_without_a_frame_leaves_no_file(tmp_path):
    filmed_recorder(tmp_path / "a.h5").stop()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", [(33, 47), (1, 1)])
def test_pictures_of_any_size_are_kept(tmp_path, encoder, size):
    recorder = filmed_recorder(tmp_path / "a.h5", live=False)
    for index in range(3):
        recorder.put(Frame(index, np.full((size[1], size[0], 3), 200, np.uint8), 0.0, index / 30), ())
    assert recorder.stop().video_failure == ""
    with Recording(tmp_path / "a.h5") as recording:
        video = cv2.VideoCapture(str(recording.video_path))
        first = video.read()[1]
        video.release()
    assert first.shape[0] >= size[1]
    assert first.shape[1] >= size[0]
    assert first.max() > 100


def test_a_killed_recording_loses_at_most_the_last_second_of_its_video(tmp_path):
    kill_trial(tmp_path, 1.2, with_video=True)
