"""A video that is held back: what is taken back, or was filmed last, never reached the disk."""

import av
import numpy as np
import pytest

from app.recordings.held_back_file import HeldBackFile
from app.recordings.video_recorder import VideoRecorder
from tests.fakes.waiting import wait_until

SIZE = (160, 120)
FPS = 20
HELD_BACK_S = 3.0
GREEN, RED = (20, 160, 40), (220, 30, 30)


def film(recorder, seconds, colour, begin=0.0):
    """Put in frames of a colour; return their numbers."""
    numbers = []
    for i in range(round(seconds * FPS)):
        recorder.wait_for_room()
        image = np.full((SIZE[1], SIZE[0], 3), colour, np.uint8)
        numbers.append(recorder.put(image, begin + i / FPS))
    return numbers


def colours(path):
    """Return the mean colour of every frame that can be decoded, (N, 3)."""
    with av.open(str(path)) as video:
        return np.array([f.to_ndarray(format="rgb24").reshape(-1, 3).mean(0) for f in video.decode(video=0)])


@pytest.fixture
def recorder(tmp_path):
    return VideoRecorder(tmp_path / "a.mp4", FPS, HELD_BACK_S)


def test_what_was_filmed_before_is_there_and_the_last_seconds_are_not(recorder):
    assert film(recorder, 10, GREEN) == list(range(200))
    recorder.close()
    seen = colours(recorder.path)
    assert 5.5 * FPS <= len(seen) <= (10 - HELD_BACK_S) * FPS
    np.testing.assert_allclose(seen, np.tile(GREEN, (len(seen), 1)), atol=8)


def test_no_frame_from_the_last_seconds_before_an_end_is_on_the_disk(recorder):
    """Somebody comes into view (red) and is found two seconds later."""
    film(recorder, 8, GREEN)
    film(recorder, 2, RED, begin=8)
    recorder.end()
    film(recorder, 2, RED, begin=10)
    recorder.close()
    seen = colours(recorder.path)
    assert len(seen) > 4 * FPS
    assert (seen[:, 0] < 100).all()
    assert not recorder.failure


def test_an_early_end_leaves_no_file(recorder):
    film(recorder, 2, GREEN)
    recorder.end()
    recorder.close()
    assert not recorder.path.exists()


def test_bytes_reach_the_disk_in_time_and_not_before(tmp_path):
    path = tmp_path / "a"
    path.touch()
    file = HeldBackFile(path, 3.0)
    for second in range(6):
        file.reach(second)
        file.write(bytes([second]))
        wanted = bytes(each for each in range(second) if second - each > 3.0)
        assert path.read_bytes() == wanted
    file.end()
    file.reach(100.0)
    file.write(b"x")
    file.reach(200.0)
    file.close()
    assert path.read_bytes() == bytes([0, 1])


def test_an_end_from_another_thread_is_obeyed_while_frames_wait(recorder):
    film(recorder, 6, GREEN)
    wait_until(lambda: recorder.size_bytes > 0)
    film(recorder, 0.5, RED, begin=6)
    recorder.end()
    size = recorder.size_bytes
    recorder.close()
    assert recorder.size_bytes <= size
    assert (colours(recorder.path)[:, 0] < 100).all()
