"""Video files: their own times, their own pace, and what is wrong with them."""

import cv2
import numpy as np
import pytest

from app.live.sources.base import SourceError
from app.live.sources.decoder import VideoDecoder
from app.live.sources.images import ImageSource
from app.live.sources.open import open_source
from app.live.sources.video import VideoSource
from tests.app.live.sources.media import drain, plain, write_video
from tests.fakes.hand_clock import HandClock


def test_every_frame_of_a_video_comes_with_its_own_time(tmp_path):
    source = open_source(str(write_video(tmp_path / "v.avi")), realtime=False)
    assert (source.width, source.height, source.frame_count, source.fps) == (64, 48, 20, 20.0)
    frames = drain(source)
    assert [f.index for f in frames] == list(range(20))
    np.testing.assert_allclose([f.time_s for f in frames], np.arange(20) / 20, atol=1e-3)
    np.testing.assert_allclose([f.image.mean() for f in frames], 5 * np.arange(1, 21), atol=3)


def test_in_real_time_a_video_keeps_to_its_clock_and_leaves_out_late_frames(tmp_path):
    clock = HandClock()
    source = VideoSource(write_video(tmp_path / "v.avi", count=20, fps=20), realtime=True, clock=clock)
    first = source.read()
    clock.seconds += 0.51  # ten frames long
    rest = drain(source)
    assert [frame.index for frame in rest] == list(range(10, 20))
    for frame in rest[1:]:  # each comes at its time
        assert frame.captured_at - first.captured_at == pytest.approx(frame.time_s - first.time_s, abs=1e-6)


def test_a_looped_video_goes_on_counting(tmp_path):
    source = VideoSource(write_video(tmp_path / "v.avi", count=5), realtime=False, loop=True)
    frames = drain(source, limit=12)
    assert [f.index for f in frames] == list(range(12))
    np.testing.assert_allclose([f.time_s for f in frames], np.arange(12) / 20, atol=1e-3)


def test_a_pause_is_not_made_up_for(tmp_path):
    clock = HandClock()
    source = VideoSource(write_video(tmp_path / "v.avi", count=6, fps=50), realtime=True, clock=clock)
    source.read()
    clock.seconds += 0.2
    source.resume()
    assert [f.index for f in drain(source)] == [1, 2, 3, 4, 5]


def test_a_video_that_is_decoded_too_slowly_never_stands_still_for_long(tmp_path, monkeypatch):
    clock = HandClock()

    class SlowDecoder(VideoDecoder):
        def next(self):
            clock.seconds += 0.03  # a frame and a half
            return super().next()

    monkeypatch.setattr("app.live.sources.video.VideoDecoder", SlowDecoder)
    path = write_video(tmp_path / "v.avi", count=50, fps=50)
    frames = drain(VideoSource(path, realtime=True, clock=clock))
    assert len(frames) >= 10
    assert np.diff([frame.captured_at for frame in frames]).max() < 0.3


@pytest.mark.parametrize("kind", ["video", "photo"])
def test_what_was_shown_before_the_machine_slept_goes_on_where_it_was(tmp_path, kind):
    clock = HandClock()
    if kind == "video":
        path = write_video(tmp_path / "v.avi", count=30, fps=10)
        source = VideoSource(path, realtime=True, clock=clock)
    else:
        path = tmp_path / "p.png"
        cv2.imwrite(str(path), plain())
        source = ImageSource([path], path.name, realtime=True, clock=clock)
    before = [source.read() for _ in range(2)]
    clock.seconds += 7200
    after = [source.read() for _ in range(3)]
    source.close()
    assert [frame.index for frame in (*before, *after)] == list(range(5))
    assert after[2].captured_at - after[0].captured_at == pytest.approx(0.2, abs=1e-6)


def test_a_file_that_is_no_video_is_a_sentence(tmp_path):
    (tmp_path / "v.mp4").write_bytes(b"not a video" * 100)
    with pytest.raises(SourceError, match=r"^v\.mp4 could not be read as a video"):
        open_source(str(tmp_path / "v.mp4"), realtime=False)


def test_a_video_cut_short_gives_what_is_sound_and_says_so(tmp_path, caplog):
    whole = write_video(tmp_path / "whole.avi", count=50, size=(320, 240)).read_bytes()
    (tmp_path / "cut.avi").write_bytes(whole[: len(whole) * 6 // 10])
    source = open_source(str(tmp_path / "cut.avi"), realtime=False)
    frames = drain(source)
    assert 20 <= len(frames) <= 32
    np.testing.assert_allclose([f.image.mean() for f in frames[:-1]], 5 * np.arange(1, len(frames)), atol=3)
    assert f"cut.avi ends after {len(frames)} of 50 frames" in caplog.text


def test_that_a_looped_video_was_cut_short_is_said_once(tmp_path, caplog):
    whole = write_video(tmp_path / "whole.avi", count=50, size=(320, 240)).read_bytes()
    (tmp_path / "cut.avi").write_bytes(whole[: len(whole) * 6 // 10])
    assert len(drain(open_source(str(tmp_path / "cut.avi"), realtime=False, loop=True), limit=100)) == 100
    assert caplog.text.count("it was cut short") == 1


def test_a_closed_video_ends(tmp_path):
    source = VideoSource(write_video(tmp_path / "v.avi"), realtime=True)
    source.read()
    source.cancel()
    assert source.read() is None
    source.close()
