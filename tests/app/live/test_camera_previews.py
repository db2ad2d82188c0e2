"""Looking through cameras: what each gives, also of those that give nothing."""

import threading

import pytest

from app.live import camera_previews
from app.live.camera_previews import DEADLINE_S, PREVIEW_WIDTH, CameraPreviews, format_name
from app.live.sources.camera import Camera
from tests.fakes.endless_camera import EndlessCamera
from tests.fakes.waiting import wait_until

FRONT, DESK = Camera(0, "Front", 200), Camera(2, "Desk", 200)


@pytest.fixture
def look(monkeypatch):
    """Look through cameras, and give all back at the end."""
    monkeypatch.setattr(camera_previews, "RETRY_S", 0.01)
    made: list[CameraPreviews] = []

    def build(cameras: dict[Camera, EndlessCamera], clock=None) -> CameraPreviews:
        previews = CameraPreviews(
            open_camera=lambda camera, wanted: cameras[camera], **({} if clock is None else {"clock": clock})
        )
        made.append(previews)
        previews.show(list(cameras))
        return previews

    yield build
    for previews in made:
        assert previews.close(60)


def states(previews: CameraPreviews) -> dict[str, str]:
    return {preview.camera.name: preview.state for preview in previews.take()}


def test_each_camera_is_seen_in_small_with_what_it_gives(look):
    previews = look({FRONT: EndlessCamera((10, 20, 30)), DESK: EndlessCamera((90, 80, 70), (1280, 720))})
    wait_until(lambda: all(preview.fps for preview in previews.take()))
    front, desk = previews.take()
    assert (front.camera, front.size, desk.size) == (FRONT, (640, 360), (1280, 720))
    assert front.format == "MJPG"
    assert front.image.shape == (180, PREVIEW_WIDTH, 3)
    assert tuple(front.image[0, 0]) == (10, 20, 30)
    assert tuple(desk.image[0, 0]) == (90, 80, 70)


def test_a_camera_that_others_have_is_shown_once_they_let_go(look):
    camera = EndlessCamera(opened=False)
    previews = look({FRONT: camera})
    wait_until(lambda: states(previews) == {"Front": "refused"})
    camera.opened = True
    wait_until(lambda: states(previews) == {"Front": "live"})


def test_a_camera_that_gives_no_picture_is_silent(look):
    previews = look({FRONT: EndlessCamera(gives=False)})
    wait_until(lambda: states(previews) == {"Front": "silent"})
    assert previews.take()[0].image is None


def test_a_driver_that_hangs_holds_up_neither_the_others_nor_who_asks(look):
    stuck, now = threading.Event(), 100.0
    previews = look({FRONT: EndlessCamera(hangs=stuck), DESK: EndlessCamera()}, clock=lambda: now)
    wait_until(lambda: states(previews) == {"Front": "opening", "Desk": "live"})
    now += DEADLINE_S + 0.1
    wait_until(lambda: states(previews) == {"Front": "silent", "Desk": "live"})
    previews.stop()
    assert not previews.close(0.01)
    stuck.set()
    wait_until(lambda: previews.has_ended)


def test_cameras_that_are_not_looked_through_any_more_are_given_back(look):
    front, desk = EndlessCamera(), EndlessCamera()
    previews = look({FRONT: front, DESK: desk})
    previews.show([DESK])
    assert front.released.wait(60)
    assert [preview.camera for preview in previews.take()] == [DESK]
    assert not desk.released.is_set()
    previews.stop()
    wait_until(lambda: previews.has_ended)
    assert desk.released.is_set()


@pytest.mark.parametrize(
    ("fourcc", "name"), [(0x47504A4D, "MJPG"), (0x56595559, "YUYV"), (0.0, ""), (-1.0, ""), (0x01010101, "")]
)
def test_the_format_is_named_where_it_has_a_name(fourcc, name):
    assert format_name(fourcc) == name
