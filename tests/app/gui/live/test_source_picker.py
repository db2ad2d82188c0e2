"""The picker: cameras as they see, what was open before, and how one of them is opened."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.gui.settings import Settings
from app.live.camera_previews import CameraPreviews
from app.live.sources.camera_format import CameraFormat
from app.options import Options
from tests.fakes.endless_camera import EndlessCamera
from tests.fakes.live_window import LiveWindow


class Cameras:
    """What the picker opens: by index, and each only once at a time."""

    def __init__(self, **behaviour) -> None:
        self.behaviour = behaviour
        self.opened: dict[int, EndlessCamera] = {}

    def open(self, camera, wanted) -> EndlessCamera:
        self.wanted = wanted
        self.opened[camera.index] = EndlessCamera((40, 200, 40), **self.behaviour)
        return self.opened[camera.index]

    def previews(self, wanted) -> CameraPreviews:
        return CameraPreviews(wanted, self.open)


def pick(s: LiveWindow):
    """Open the picker, with its cameras shown."""
    s.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    picker = s.page.sources.picker
    assert picker is not None
    assert picker.isVisible()

    def shown() -> bool:
        s.page.refresh()
        picker.tick()
        return len(picker.tiles) == 2

    s.qtbot.waitUntil(shown, timeout=60000)
    return picker


def until_facts(s: LiveWindow, picker, index: int, text: str) -> None:
    def told() -> bool:
        picker.tick()
        return text in picker.tiles[index].facts

    s.qtbot.waitUntil(told, timeout=60000)


def choose(s: LiveWindow, picker, button) -> None:
    """Press a button of the picker and wait until it is gone."""
    button.click()

    wait_until_gone(s, picker)
    s.settle()


def wait_until_gone(s: LiveWindow, picker) -> None:
    """Wait until the picker has given its cameras back and closed, after which it must not be touched."""

    def gone() -> bool:
        if s.page.sources.picker is not None:
            picker.tick()
        return s.page.sources.picker is None

    s.qtbot.waitUntil(gone, timeout=60000)


def test_every_camera_is_shown_and_the_open_one_is_not_opened_twice(stand):
    cameras = Cameras()
    s = stand(make_previews=cameras.previews)
    s.run()
    picker = pick(s)
    until_facts(s, picker, 1, "640 × 360")
    assert "MJPG" in picker.tiles[1].facts
    assert picker.tiles[0].facts == "Shown now · 64 × 48"
    assert list(cameras.opened) == [2]
    assert picker.tiles[1].accessibleName().startswith("Desk camera: 640 × 360")


def test_previews_are_in_the_format_that_is_asked_for(stand):
    cameras = Cameras()
    wanted = Options(camera_width=640, camera_height=480, camera_fps=15.0)
    s = stand(settings=Settings(options=wanted), make_previews=cameras.previews)
    s.run()
    until_facts(s, pick(s), 1, "640 × 360")
    assert cameras.wanted == CameraFormat(640, 480, 15.0)


def test_a_camera_is_opened_once_the_picker_has_given_it_back(stand):
    cameras = Cameras()
    s = stand(make_previews=cameras.previews)
    s.run()
    picker = pick(s)
    until_facts(s, picker, 1, "640 × 360")
    choose(s, picker, picker.tiles[1])
    assert cameras.opened[2].released.is_set()
    assert s.pipeline.options.source == "Desk camera"
    assert s.panel.source.choice.currentText() == "Desk camera"


@pytest.mark.parametrize(
    ("behaviour", "text"),
    [({"opened": False}, "Another program may be using it"), ({"gives": False}, "Gives no picture")],
)
def test_a_camera_without_a_picture_shows_the_test_picture_and_says_why(stand, behaviour, text):
    s = stand(make_previews=Cameras(**behaviour).previews)
    s.run()
    picker = pick(s)
    until_facts(s, picker, 1, text)
    tile = picker.tiles[1]
    image = tile.grab().toImage()
    across = {image.pixelColor(x, 20).name() for x in range(12, tile.width() - 12)}
    assert len(across) == 7  # bars of colour


def test_files_and_streams_of_before_are_opened_again_and_forgotten_when_told(stand):
    s = stand(
        settings=Settings(recent=("/films/walk.mp4", "rtsp://me@porch/1")), make_previews=Cameras().previews
    )
    s.run()
    picker = pick(s)
    assert [line.text() for line in picker.recent] == ["walk.mp4 · films", "rtsp://me@porch/1"]
    choose(s, picker, picker.recent[1])
    assert s.pipeline.options.source == "rtsp://me@porch/1"
    assert s.window.settings.recent == ("rtsp://me@porch/1", "/films/walk.mp4")
    assert s.window.settings.last_stream == "rtsp://me@porch/1"
    picker = pick(s)
    picker.forget.click()
    assert not picker.recent[0].isVisible()
    assert s.window.settings.recent == ()
    assert s.window.settings.last_stream == ""


def test_no_secret_of_a_stream_is_shown(stand):
    s = stand(
        settings=Settings(recent=("rtsp://me:s3cret@porch/1?token=abc",)), make_previews=Cameras().previews
    )
    s.run()
    (line,) = pick(s).recent
    assert line.text() == "rtsp://me@porch/1?token="
    assert "s3cret" not in line.toolTip() + line.accessibleName()


def test_an_address_is_entered_and_nothing_else_is_taken_for_one(stand):
    s = stand(make_previews=Cameras().previews)
    s.run()
    picker = pick(s)
    picker.stream.setText("porch")
    QTest.keyClick(picker.stream, Qt.Key.Key_Return)
    picker.tick()
    assert picker.isVisible()
    picker.stream.setText("rtsp://porch/1")
    QTest.keyClick(picker.stream, Qt.Key.Key_Return)
    wait_until_gone(s, picker)
    s.settle()
    assert s.pipeline.options.source == "rtsp://porch/1"


def test_escape_closes_it_and_gives_the_cameras_back(stand):
    cameras = Cameras()
    s = stand(make_previews=cameras.previews)
    s.run()
    picker = pick(s)
    until_facts(s, picker, 1, "640 × 360")
    QTest.keyClick(picker, Qt.Key.Key_Escape)
    assert s.page.sources.picker is None
    assert cameras.opened[2].released.wait(60)
    assert s.made[-1] is s.pipeline  # nothing else was opened
    assert len(s.made) == 1


def test_a_driver_that_hangs_does_not_keep_the_picker_open(stand):
    stuck = threading.Event()
    s = stand(make_previews=Cameras(hangs=stuck).previews)
    s.run()
    picker = pick(s)
    picker.tiles[0].click()
    picker.tick()
    assert picker.isVisible()  # the camera is waited for
    s.now += 6
    picker.tick()
    assert s.page.sources.picker is None
    stuck.set()
