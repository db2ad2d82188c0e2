"""Cameras by index or name, also after they were plugged in elsewhere."""

from types import SimpleNamespace

import pytest

import app.live.sources.camera as cameras_here
from app.live.sources import live_source
from app.live.sources.base import SourceError
from app.live.sources.camera import Camera
from app.live.sources.open import open_source
from tests.app.live.sources.media import BLUE, GREEN, RED, bgr, plain
from tests.app.live.sources.scripted_camera import ScriptedCamera


@pytest.fixture
def two_cameras(monkeypatch):
    """Two cameras of which the opened one gives a frame of its own colour."""
    cameras = [Camera(0, "Built-in", 0), Camera(2, "Logi C920", 0)]
    colours = {0: RED, 2: GREEN}
    monkeypatch.setattr(cameras_here, "list_cameras", lambda: list(cameras))
    monkeypatch.setattr(
        cameras_here, "open_capture", lambda camera: ScriptedCamera([bgr(plain(colours[camera.index]))])
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
        cameras_here, "open_capture", lambda c: opened.append(c.index) or ScriptedCamera([bgr(plain())])
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
        cameras_here, "open_capture", lambda c: opened.append(c.name) or ScriptedCamera([bgr(plain(BLUE))])
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
        cameras_here, "open_capture", lambda c: opened.append(c.index) or ScriptedCamera([bgr(plain())])
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
