"""Pictures of a kept video are found by their number, in any order, at any rate."""

import numpy as np
import pytest

from app.recordings.reader import Recording
from app.recordings.schema import NO_VIDEO_FRAME, RecordedFrame
from app.recordings.video_reader import VideoReader, video_frame_times
from app.recordings.video_recorder import VideoRecorder, video_name
from app.recordings.writer import RecordingWriter
from tests.fakes.sheet_recordings import grid_template, recording_info

COUNT = 60
SIZE = (95, 63)  # odd, so that the encoder adds an edge
BITS = 6


def image_of(number: int) -> np.ndarray:
    """Draw a number as bright and dark columns."""
    image = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
    for bit in range(BITS):
        image[:, 15 * bit : 15 * bit + 15] = 230 * (number >> bit & 1)
    return image


def number_in(image: np.ndarray) -> int:
    return sum(int(image[30, 15 * bit + 7, 0] > 115) << bit for bit in range(BITS))


@pytest.fixture(scope="module")
def take(tmp_path_factory):
    """A recording at an uneven rate with long gaps, one frame of which has no image."""
    path = tmp_path_factory.mktemp("takes") / "take.h5"
    steps = np.random.default_rng(0).choice([1, 1, 1, 2, 25], COUNT)
    times = (np.cumsum(steps) - steps[0]) / 30
    template = grid_template(3)
    info = recording_info(template)
    info = type(info)(**(vars(info) | {"width": SIZE[0], "height": SIZE[1], "video": video_name(path)}))
    keeper = VideoRecorder(path.with_name(info.video), 30)
    frames = []
    for row, time in enumerate(times):
        keeper.wait_for_room()
        number = NO_VIDEO_FRAME if row == 10 else keeper.put(image_of(row), float(time))
        frames.append(RecordedFrame(float(time), float(time), row, (), number))
    keeper.close()
    writer = RecordingWriter(path, info, template)
    writer.append(frames)
    writer.flush()
    writer.close()
    return path


def test_every_frame_gets_its_own_picture_in_any_order(take):
    rows = [0, 1, 2, COUNT - 1, 5, 30, 31, 29, 12, 11, 9, 58, 59, 0, 40, 39]
    with Recording(take) as recording:
        video = VideoReader.beside(recording)
        assert video is not None
        for row in rows:
            number = recording.video_frame(row)
            assert number is not None
            shown = video.read(number)
            assert shown is not None
            assert shown.shape == (SIZE[1], SIZE[0], 3)
            assert number_in(shown) == row
        assert recording.video_frame(10) is None
        assert video.read(COUNT) is None
        video.close()


def test_times_of_pictures_leave_out_frames_without_one(take):
    with Recording(take) as recording:
        times = video_frame_times(recording)
        kept = [row for row in range(COUNT) if row != 10]
        np.testing.assert_allclose(times, recording.times_s[kept], atol=1e-9)


def test_a_cut_off_video_has_the_pictures_before_the_cut(take, tmp_path):
    with Recording(take) as recording:
        whole = recording.video_path
        assert whole is not None
        content = whole.read_bytes()
        short = tmp_path / whole.name
        short.write_bytes(content[: len(content) * 2 // 3])
        video = VideoReader(short, SIZE, video_frame_times(recording) if whole.suffix == ".mp4" else None)
        first, last = video.read(0), video.read(COUNT - 2)
        assert first is not None
        assert number_in(first) == 0
        assert last is None
        again = video.read(3)
        assert again is not None
        assert number_in(again) == 3
        video.close()


def test_a_recording_without_a_video_has_none(tmp_path):
    template = grid_template(3)
    writer = RecordingWriter(tmp_path / "a.h5", recording_info(template), template)
    writer.close()
    with Recording(tmp_path / "a.h5") as recording:
        assert VideoReader.beside(recording) is None


def test_a_file_that_is_no_video_has_no_pictures(tmp_path):
    (tmp_path / "a.mp4").write_bytes(b"nothing of the kind")
    video = VideoReader(tmp_path / "a.mp4", SIZE, np.arange(5) / 30)
    assert video.read(0) is None
    assert video.read(3) is None
    video.close()


def test_a_video_of_any_encoder_is_read_in_any_order(tmp_path, encoder):
    path = tmp_path / video_name(tmp_path / "take.h5")
    keeper = VideoRecorder(path, 30)
    for number in range(COUNT):
        keeper.wait_for_room()
        keeper.put(image_of(number), number / 30)
    keeper.close()
    video = VideoReader(path, SIZE, None if path.suffix == ".mkv" else np.arange(COUNT) / 30)
    for number in (0, 59, 5, 30, 29, 31, 58, 1):
        shown = video.read(number)
        assert shown is not None
        assert number_in(shown) == number
    video.close()
