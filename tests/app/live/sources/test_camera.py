"""Cameras by index or name, also after they were plugged in elsewhere, and in which format."""

from types import SimpleNamespace

import cv2
import numpy as np
import pytest

import app.live.sources.camera as cameras_here
from app.live.sources import live_source
from app.live.sources.base import SourceError
from app.live.sources.camera import Camera
from app.live.sources.open import open_source, open_wanted
from app.options import Options
from tests.app.live.sources.media import BLUE, GREEN, RED, bgr, plain
from tests.app.live.sources.scripted_camera import ScriptedCamera


@pytest.fixture
def two_cameras(monkeypatch):
    """Two cameras of which the opened one gives a frame of its own colour."""
    cameras = [Camera(0, "Built-in", 0), Camera(2, "Logi C920", 0)]
    colours = {0: RED, 2: GREEN}
    monkeypatch.setattr(cameras_here, "list_cameras", lambda: list(cameras))
    monkeypatch.setattr(
        cameras_here, "open_capture", lambda camera, _: ScriptedCamera([bgr(plain(colours[camera.index]))])
    )
    return cameras


@pytest.mark.parametrize(
    ("spec", "colour"),
    [("", RED), ("0", RED), ("2", GREEN), ("Logi C920", GREEN), ("logi", GREEN)],
)
def test_cameras_are_chosen_by_index_or_name(two_cameras, spec, colour):
    source = open_source(spec, realtime=True)
    assert tuple(source.read().image[0, 0]) == colour
    source.close()


def test_a_replugged_camera_is_found_at_its_new_index(two_cameras, monkeypatch):
    monkeypatch.setattr(live_source, "RETRY_S", (0.001,))
    source = open_source("Logi", realtime=True)
    opened = []
    monkeypatch.setattr(
        cameras_here, "open_capture", lambda c, _: opened.append(c.index) or ScriptedCamera([bgr(plain())])
    )
    two_cameras[1] = Camera(5, "Logi C920", 0)
    source.read()
    source.read()
    assert opened == [5]
    source.close()


def test_another_camera_at_the_lost_ones_index_is_left_alone(two_cameras, monkeypatch):
    monkeypatch.setattr(live_source, "RETRY_S", (0.001,))
    source = open_source("Built-in", realtime=True)
    opened = []
    monkeypatch.setattr(
        cameras_here, "open_capture", lambda c, _: opened.append(c.name) or ScriptedCamera([bgr(plain(BLUE))])
    )
    source.read()
    looks = []

    def list_again():
        looks.append(None)
        return [Camera(0, "Logi C920", 0)] if len(looks) < 3 else [Camera(1, "Built-in", 0)]

    monkeypatch.setattr(cameras_here, "list_cameras", list_again)
    assert tuple(source.read().image[0, 0]) == BLUE
    assert len(looks) == 3
    assert opened == ["Built-in"]
    source.close()


def test_a_camera_without_a_name_comes_back_at_its_index(monkeypatch):
    monkeypatch.setattr(live_source, "RETRY_S", (0.001,))
    nameless = [SimpleNamespace(index=0, name=""), SimpleNamespace(index=1, name="")]
    lists = [nameless, nameless, nameless[:1], nameless]  # found, opened, lost, back
    monkeypatch.setattr("cv2_enumerate_cameras.enumerate_cameras", lambda backend: lists.pop(0))
    opened = []
    monkeypatch.setattr(
        cameras_here, "open_capture", lambda c, _: opened.append(c.index) or ScriptedCamera([bgr(plain())])
    )
    source = open_source("1", realtime=True)
    source.read()
    source.read()
    assert opened == [1, 1]
    assert not lists
    source.close()


def test_unknown_cameras_are_named_with_those_there_are(two_cameras):
    with pytest.raises(SourceError, match=r"no camera 7; the cameras here are 0 \(Built-in\), 2 \(Logi"):
        open_source("7", realtime=True)
    with pytest.raises(SourceError, match=r"'Brio' is no file.*Built-in"):
        open_source("Brio", realtime=True)


def test_no_camera_at_all_says_what_to_do(monkeypatch):
    monkeypatch.setattr(cameras_here, "list_cameras", list)
    with pytest.raises(SourceError, match=r"No camera was found.*'sample'"):
        open_source("", realtime=True)


class Webcam:
    """What OpenCV opens: a camera with formats of its own, that takes the nearest one it has."""

    raw_fps = 10.0  # of large images, over USB 2

    def __init__(self, sizes, made):
        self.sizes, self.asked, self.size, self.is_jpeg, self.fps = sizes, [], sizes[0], False, 30.0
        made.append(self)

    def isOpened(self):  # noqa: N802
        return True

    def set(self, prop, value):
        self.asked.append((prop, value))
        if prop == cv2.CAP_PROP_FOURCC:
            self.is_jpeg = value == cv2.VideoWriter.fourcc(*"MJPG")
        elif prop == cv2.CAP_PROP_FRAME_HEIGHT:
            width = dict(self.asked)[cv2.CAP_PROP_FRAME_WIDTH]
            self.size = min(self.sizes, key=lambda size: abs(size[0] - width) + abs(size[1] - value))
        elif prop == cv2.CAP_PROP_FPS:
            self.fps = value if self.is_jpeg or self.size[0] <= 640 else self.raw_fps
        return True

    def get(self, prop):
        return {
            cv2.CAP_PROP_FRAME_WIDTH: float(self.size[0]),
            cv2.CAP_PROP_FRAME_HEIGHT: float(self.size[1]),
            cv2.CAP_PROP_FPS: self.fps,
            cv2.CAP_PROP_FOURCC: float(cv2.VideoWriter.fourcc(*("MJPG" if self.is_jpeg else "YUYV"))),
        }.get(prop, 0.0)

    def read(self):
        return True, np.zeros((self.size[1], self.size[0], 3), np.uint8)

    def release(self):
        pass


@pytest.fixture
def webcams(monkeypatch):
    """A camera of three sizes; a list of what was opened."""
    made = []
    monkeypatch.setattr(cameras_here, "list_cameras", lambda: [Camera(0, "Logi C920", 0)])
    sizes = [(640, 480), (1280, 720), (1920, 1080)]
    monkeypatch.setattr("cv2.VideoCapture", lambda *_: Webcam(sizes, made))
    return made


@pytest.mark.parametrize(
    ("size", "fps", "gives"),
    [
        ((1280, 720), 30.0, "1280x720, MJPG, 30 a second"),
        ((1920, 1080), 60.0, "1920x1080, MJPG, 60 a second"),
        ((640, 480), 30.0, "640x480, YUYV, 30 a second"),  # raw images of that size are no trouble
    ],
)
def test_a_camera_is_asked_for_size_and_rate_and_large_pictures_as_jpeg(webcams, size, fps, gives):
    options = Options(source="0", camera_width=size[0], camera_height=size[1], camera_fps=fps)
    source = open_wanted(options, realtime=True)
    assert source.read().size == size
    assert source.gives == gives
    (webcam,) = webcams
    assert dict(webcam.asked)[cv2.CAP_PROP_BUFFERSIZE] == 1
    source.close()


def test_a_camera_that_gives_another_size_than_asked_for_says_so(webcams, caplog):
    usual = open_wanted(Options(source="0"), realtime=True)
    assert usual.gives == "1280x720, MJPG, 30 a second"
    assert not caplog.records
    source = open_wanted(Options(source="0", camera_width=3840, camera_height=2160), realtime=True)
    assert (source.width, source.height) == (1920, 1080)
    assert "Logi C920 gives 1920x1080, MJPG, 30 a second, as it has no 3840x2160" in caplog.text


@pytest.mark.parametrize(
    ("pixels", "size", "gives"),
    [
        ("MJPG", (640, 480), "640x480, MJPG, 30 a second"),  # though raw ones would do
        ("YUYV", (1280, 720), "1280x720, YUYV, 10 a second"),  # though they are slow
    ],
)
def test_a_camera_is_asked_for_a_format(webcams, caplog, pixels, size, gives):
    options = Options(source="0", camera_width=size[0], camera_height=size[1], camera_format=pixels)
    assert open_wanted(options, realtime=True).gives == gives
    assert not caplog.records


def test_a_camera_without_the_format_that_was_asked_for_says_so(webcams, caplog):
    source = open_wanted(Options(source="0", camera_width=1920, camera_format="NV12"), realtime=True)
    assert source.gives == "1920x1080, YUYV, 10 a second"
    assert "gives 1920x1080, YUYV, 10 a second, as it has no 1920x720 and no NV12" in caplog.text


def test_a_driver_that_does_not_tell_its_format_has_not_refused_one(webcams, caplog, monkeypatch):
    get = Webcam.get
    monkeypatch.setattr(
        Webcam, "get", lambda self, prop: 0.0 if prop == cv2.CAP_PROP_FOURCC else get(self, prop)
    )
    open_wanted(Options(source="0", camera_format="NV12"), realtime=True)
    assert not caplog.records


def test_a_camera_that_comes_back_is_asked_again(webcams, monkeypatch):
    monkeypatch.setattr(live_source, "RETRY_S", (0.001,))
    options = Options(source="0", camera_width=1920, camera_height=1080)
    source = open_wanted(options, realtime=True)
    first = webcams[0]
    first.read = lambda: (False, None)
    assert source.read().size == (1920, 1080)
    assert webcams[1].asked == first.asked
    source.close()


def test_a_driver_that_tells_nothing_of_its_format_is_no_trouble(webcams, monkeypatch):
    monkeypatch.setattr(Webcam, "get", lambda self, prop: -1.0 if prop == cv2.CAP_PROP_FPS else float("nan"))
    assert open_wanted(Options(source="0"), realtime=True).gives == ""
