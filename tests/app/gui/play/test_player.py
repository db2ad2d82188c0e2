"""The player's thread draws the newest request."""

import threading

import pytest

from app.gui.play.player import Player, RenderRequest, size_in_viewport
from app.options import Options
from app.recordings.reader import Recording
from tests.fakes.doll_recordings import FRAMES, record

pytestmark = pytest.mark.gl


def test_only_the_newest_request_is_drawn(qtbot, doll, tmp_path):
    drawn = []

    class Slow(Recording):
        def frame(self, row):
            drawn.append(row)
            if len(drawn) == 1:
                requested.wait(60)
            return super().frame(row)

    requested = threading.Event()
    player = Player(record(tmp_path / "a.h5", doll), Slow)
    qtbot.waitUntil(lambda: player.summary is not None, timeout=60000)
    for row in range(FRAMES):
        player.show(RenderRequest(row, Options(view="orbit"), (64, 48)))
        qtbot.waitUntil(lambda: bool(drawn), timeout=60000)
    requested.set()
    qtbot.waitUntil(lambda: len(drawn) > 1, timeout=60000)
    player.close()
    assert drawn == [0, FRAMES - 1]


def test_a_picture_without_a_video_fills_the_viewport():
    assert size_in_viewport((640, 480), (800, 600), fills=False) == ((800, 600), 1.25)
    assert size_in_viewport((640, 480), (800, 300), fills=False) == ((400, 300), 0.625)
    assert size_in_viewport((640, 480), (800, 300), fills=True)[0] == (800, 300)
    (width, height), _ = size_in_viewport((640, 480), (3840, 2160), fills=True)
    assert width == 1600
    assert height == 900
