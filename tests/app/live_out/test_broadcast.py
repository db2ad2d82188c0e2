"""The broadcast: the newest for everybody, everything made once."""

import threading

import pytest

from app.live_out.broadcast import Broadcast
from tests.fakes.live_window import make_result


def test_viewers_see_the_newest_and_what_they_left_out_is_counted():
    broadcast = Broadcast()
    with broadcast.viewer("picture") as viewer:
        assert viewer.next(0.0) is None
        for index in range(3):
            broadcast.put(make_result(index), None)
        assert viewer.next(0.0).result.frame.index == 2
        assert broadcast.left_out == 0  # it had seen none before
        assert viewer.next(0.0) is None
        for index in range(3, 7):
            broadcast.put(make_result(index), None)
        assert viewer.next(0.0).result.frame.index == 6
        assert broadcast.left_out == 3


def test_many_who_want_the_same_at_once_get_what_is_made_once():
    broadcast = Broadcast()
    broadcast.put(make_result(), None)
    begun, go_on, made, got = threading.Event(), threading.Event(), [], []

    def make():
        begun.set()
        assert go_on.wait(30)
        made.append(object())
        return made[-1]

    def ask(name):
        got.append(broadcast.newest.once(name, make))

    threads = [threading.Thread(target=ask, args=("same",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert begun.wait(30)
    other = threading.Thread(target=lambda: got.append(broadcast.newest.once("other", object)))
    other.start()
    other.join(30)  # which does not wait for the first
    assert len(got) == 1
    go_on.set()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert got[1:] == made * 4


def test_what_fails_once_is_tried_again_by_the_next():
    broadcast = Broadcast()
    broadcast.put(make_result(), None)
    tries = []

    def make():
        tries.append(len(tries))
        if len(tries) == 1:
            raise ValueError("no room")
        return "made"

    with pytest.raises(ValueError, match="no room"):
        broadcast.newest.once("picture", make)
    for _ in range(2):
        assert broadcast.newest.once("picture", make) == "made"
    assert len(tries) == 2
