"""The player's thread draws the newest wish."""

import threading

import pytest

from app.gui.play.player import Player, Shot, free_size
from app.options import Options
from app.recordings.file import Recording
from tests.fakes.doll_recordings import FRAMES, record

pytestmark = pytest.mark.gl


def test_only_the_newest_wish_is_drawn(doll, tmp_path):
    drawn = []

    class Slow(Recording):
        def frame(self, row):
            drawn.append(row)
            if len(drawn) == 1:
                wished.wait(10)
            return super().frame(row)

    wished = threading.Event()
    player = Player(record(tmp_path / "a.h5", doll), Slow)
    while player.reel is None:
        assert player.error is None
    for row in range(FRAMES):
        player.show(Shot(row, Options(view="orbit"), (64, 48)))
        while not drawn:
            pass
    wished.set()
    while len(drawn) < 2:
        pass
    player.close()
    assert drawn == [0, FRAMES - 1]


def test_a_picture_without_a_video_takes_the_room_it_has():
    assert free_size((640, 480), (800, 600), fills=False) == ((800, 600), 1.25)
    assert free_size((640, 480), (800, 300), fills=False) == ((400, 300), 0.625)
    assert free_size((640, 480), (800, 300), fills=True)[0] == (800, 300)
    (width, height), _ = free_size((640, 480), (3840, 2160), fills=True)
    assert width == 1600 and height == 900
