"""Videos play at the speed of the source, whatever time stamps and sizes the pictures come with."""

from fractions import Fraction

import av
import cv2
import numpy as np
import pytest

from app.recordings.video_writer import VideoError, VideoWriter, encoder_name, fit, write_image
from tests.fakes.full_disk import largest_file

SIZE = (64, 48)


def grey(level, size=SIZE):
    return np.full((size[1], size[0], 3), level, np.uint8)


def read_back(path):
    """Return the mean levels of the frames and the frame rate."""
    capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    fps, levels = capture.get(cv2.CAP_PROP_FPS), []
    while True:
        ok, image = capture.read()
        if not ok:
            capture.release()
            return levels, fps
        levels.append(image.mean())


def test_every_picture_is_in_the_file_at_the_sources_rate(tmp_path, encoder):
    assert encoder in encoder_name()
    writer = VideoWriter(tmp_path / "a.mp4", SIZE, 25.0)
    for i in range(10):
        writer.write(grey(20 * i + 20), i / 25)
    writer.close()
    levels, fps = read_back(tmp_path / "a.mp4")
    assert fps == pytest.approx(25)
    np.testing.assert_allclose(levels, [20 * i + 20 for i in range(10)], atol=4)


def test_gaps_in_time_hold_the_picture_before(tmp_path, encoder):
    writer = VideoWriter(tmp_path / "a.mp4", SIZE, 10.0)
    for level, time_s in [(50, 3.0), (100, 3.1), (150, 3.6), (200, 3.7)]:
        writer.write(grey(level), time_s)
    writer.close()
    levels, _ = read_back(tmp_path / "a.mp4")
    np.testing.assert_allclose(levels, [50, 100, 100, 100, 100, 100, 150, 200], atol=4)


def test_of_pictures_closer_than_a_frame_the_last_is_kept(tmp_path, encoder):
    writer = VideoWriter(tmp_path / "a.mp4", SIZE, 10.0)
    for level, time_s in [(50, 0.0), (100, 0.09), (150, 0.11), (200, 0.2)]:
        writer.write(grey(level), time_s)
    writer.close()
    levels, _ = read_back(tmp_path / "a.mp4")
    np.testing.assert_allclose(levels, [50, 150, 200], atol=4)


def test_colours_are_not_swapped(tmp_path, encoder):
    writer = VideoWriter(tmp_path / "a.mp4", SIZE, 10.0)
    red = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
    red[..., 0] = 220
    writer.write(red, 0.0)
    writer.close()
    capture = cv2.VideoCapture(str(tmp_path / "a.mp4"))
    blue, green, seen_red = capture.read()[1][24, 32]
    capture.release()
    assert seen_red > 190
    assert blue < 40
    assert green < 40


@pytest.mark.parametrize("size", [(1, 1), (33, 47)])
def test_any_size_can_be_written(tmp_path, encoder, size):
    writer = VideoWriter(tmp_path / "a.mp4", size, 10.0)
    writer.write(grey(200, size), 0.0)
    writer.close()
    capture = cv2.VideoCapture(str(tmp_path / "a.mp4"))
    ok, image = capture.read()
    capture.release()
    assert ok
    assert image.shape[0] >= size[1]
    assert image.shape[1] >= size[0]


def test_pictures_of_other_sizes_are_fitted_in(tmp_path, encoder):
    writer = VideoWriter(tmp_path / "a.mp4", SIZE, 1.0)
    writer.write(grey(255), 0.0)
    writer.write(grey(255, (48, 128)), 1.0)
    writer.close()
    levels, _ = read_back(tmp_path / "a.mp4")
    assert levels[0] > 250
    assert levels[1] < 120


def test_fit_keeps_proportions_and_never_enlarges():
    small = fit(grey(255, (10, 10)), SIZE)
    assert small.shape == (48, 64, 3)
    assert small.sum() == 255 * 3 * 100
    wide = fit(grey(255, (640, 160)), SIZE)
    assert wide[:, 32, 0].astype(bool).sum() == 16
    assert fit(grey(9), SIZE).shape == (48, 64, 3)


def test_place_that_cannot_be_written_is_named(tmp_path, encoder):
    with pytest.raises(VideoError, match="nowhere"):
        VideoWriter(tmp_path / "nowhere" / "a.mp4", SIZE, 10.0)


@pytest.mark.parametrize("limit", [2000, 20_000])
def test_a_disk_that_fills_up_is_told(tmp_path, encoder, limit):
    noise = np.random.default_rng(0).integers(0, 255, (20, *SIZE[::-1], 3), np.uint8)
    writer = VideoWriter(tmp_path / "a.mp4", SIZE, 25.0)

    def write():
        for i, image in enumerate(noise):
            writer.write(image, i / 25)
        writer.close()

    with pytest.raises((VideoError, OSError)) as caught, largest_file(limit):
        write()
    if encoder == "OpenCV":
        assert str(caught.value).startswith("The video a.mp4 could not be written whole; make space")


def test_picture_is_written_in_its_format(tmp_path):
    image = grey(100)
    image[..., 0] = 200
    write_image(tmp_path / "a.png", image)
    np.testing.assert_array_equal(cv2.imread(str(tmp_path / "a.png"))[..., ::-1], image)
    with pytest.raises(VideoError, match=r"b\.xyz"):
        write_image(tmp_path / "b.xyz", image)
    with pytest.raises(VideoError, match="nowhere"):
        write_image(tmp_path / "nowhere" / "a.png", image)


@pytest.mark.parametrize("jitter_s", [0.0, 0.004])
def test_a_constant_rate_stays_constant_where_every_picture_is_kept(tmp_path, jitter_s):
    jitter = np.random.default_rng(0).uniform(-jitter_s, jitter_s, 12)
    writer = VideoWriter(tmp_path / "a.mp4", SIZE, 30000 / 1001, keeps_all=True)
    for i in range(12):
        writer.write(grey(20 * i + 20), i * 1001 / 30000 + jitter[i])
    writer.close()
    with av.open(str(tmp_path / "a.mp4")) as container:
        stream = container.streams.video[0]
        assert stream.average_rate == Fraction(30000, 1001)
        times = [frame.pts * stream.time_base for frame in container.decode(stream)]
    assert times == [i * Fraction(1001, 30000) for i in range(12)]


def test_every_picture_of_an_uneven_clip_is_kept_at_its_own_time(tmp_path):
    """Bursts at 30 a second between pauses, which make 7.5 on average."""
    times = np.array([*np.arange(5) / 30, 1.0, *(1 + np.arange(1, 6) / 30), 1.9, 1.9 + 1 / 240, 2.4])
    levels = np.linspace(20, 240, len(times))
    writer = VideoWriter(tmp_path / "a.mp4", SIZE, 7.5, keeps_all=True)
    for level, time_s in zip(levels, times, strict=True):
        writer.write(grey(round(level)), time_s)
    writer.close()
    with av.open(str(tmp_path / "a.mp4")) as container:
        shown = [(frame.time, frame.to_ndarray(format="rgb24").mean()) for frame in container.decode(video=0)]
    assert [time for time, _ in shown] == sorted({time for time, _ in shown})
    for level, time_s in zip(levels, times, strict=True):
        first = min((time for time, shown_level in shown if abs(shown_level - level) < 5), default=-9)
        assert first == pytest.approx(time_s, abs=0.25 / 7.5 + 1e-4)


@pytest.mark.parametrize("size", [(640, 360), (642, 362), (1278, 718), (50, 98)])
def test_colours_are_where_they_were_at_any_size(tmp_path, size):
    width, height = size
    across, down = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
    image = np.stack([across, down, 255 - across], axis=-1).astype(np.uint8)
    writer = VideoWriter(tmp_path / "o.mp4", size, 30.0)
    for i in range(3):
        writer.write(image, i / 30)
    writer.close()
    with av.open(str(tmp_path / "o.mp4")) as file:
        last = [frame.to_ndarray(format="rgb24") for frame in file.decode(video=0)][-1]
    assert np.abs(last.astype(int) - image).mean() < 4
