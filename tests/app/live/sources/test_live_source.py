"""Cameras and streams as LiveSource has them: lost, and back."""

import threading
import time

import pytest

from app.live.sources.base import SourceError
from app.live.sources.live_source import LiveSource
from tests.app.live.sources.media import BLUE, GREEN, RED, bgr, plain
from tests.app.live.sources.scripted_camera import ScriptedCamera
from tests.fakes.waiting import wait_until


def plugged(*captures):
    """A source over captures that are opened one after another."""
    waiting = list(captures)
    return LiveSource("camera", lambda: waiting.pop(0), "It could not be opened.", retry_s=(0.001,))


def test_a_camera_delivers_rgb_with_rising_times():
    source = plugged(ScriptedCamera([bgr(plain(RED)), bgr(plain(BLUE))]))
    before = time.perf_counter()
    first, second = source.read(), source.read()
    assert tuple(first.image[0, 0]) == RED
    assert tuple(second.image[0, 0]) == BLUE
    assert (first.index, second.index) == (0, 1)
    assert before <= first.captured_at <= second.captured_at <= time.perf_counter()
    assert first.time_s == 0
    assert second.time_s == second.captured_at - first.captured_at
    assert source.is_live
    assert (source.width, source.height) == (64, 48)


def test_one_broken_frame_is_no_loss():
    source = plugged(ScriptedCamera([bgr(plain()), None, None, bgr(plain(GREEN))]))
    source.read()
    assert tuple(source.read().image[0, 0]) == GREEN
    assert source.state == "ok"


def test_an_unplugged_camera_is_lost_and_comes_back():
    unplugged, gone = ScriptedCamera([bgr(plain())]), ScriptedCamera([], opened=False)
    states = []

    class Back(ScriptedCamera):
        def read(self):
            states.append(source.state)
            return super().read()

    source = plugged(unplugged, gone, Back([bgr(plain(GREEN, size=(32, 24)))]))
    assert source.read().index == 0
    frame = source.read()  # waits until it is back
    assert states == ["lost"]
    assert source.state == "ok"
    assert frame.index == 1
    assert tuple(frame.image[0, 0]) == GREEN
    assert (source.width, source.height) == (32, 24)  # another size after replugging
    assert unplugged.released
    assert gone.released


def test_waiting_for_a_lost_camera_ends_when_cancelled():
    source = LiveSource("camera", Supply(ScriptedCamera([bgr(plain())])), "", retry_s=(30.0,))
    source.read()
    results = []
    thread = threading.Thread(target=lambda: results.append(source.read()))
    thread.start()
    wait_until(lambda: source.state == "lost")
    source.cancel()
    thread.join(2)
    assert results == [None]


class Supply:
    """Gives one capture, then ones that never open."""

    def __init__(self, first):
        self.first = first

    def __call__(self):
        capture, self.first = self.first, ScriptedCamera([], opened=False)
        return capture


def test_a_camera_that_cannot_be_opened_is_a_sentence():
    with pytest.raises(SourceError, match=r"^It could not be opened\.$"):
        plugged(ScriptedCamera([], opened=False))
