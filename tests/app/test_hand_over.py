"""What goes from one stage to the next: the newest or everything, in order, until either ends it."""

import threading

import pytest

from app.hand_over import HandOver
from tests.fakes.waiting import wait_until


def everything_of(hand_over) -> list:
    taken = []
    while not hand_over.is_over:
        item = hand_over.take(0.1)
        if item is not None:
            taken.append(item)
    return taken


def test_where_the_newest_wins_it_replaces_what_waits():
    hand_over: HandOver[int] = HandOver(newest_wins=True)
    assert all(hand_over.put(i) for i in range(1, 6))
    assert (hand_over.take(), hand_over.replaced, hand_over.take()) == (5, 4, None)


def test_taking_waits_for_something_to_come():
    hand_over: HandOver[str] = HandOver(newest_wins=True)
    threading.Timer(0.05, hand_over.put, ["late"]).start()
    assert hand_over.take(timeout=60) == "late"
    assert hand_over.is_empty


def test_where_nothing_may_be_lost_everything_comes_in_order_and_the_giver_waits():
    hand_over: HandOver[int] = HandOver(newest_wins=False)
    put = []

    def give():
        for i in range(1, 51):
            hand_over.put(i)
            put.append(i)
        hand_over.end()

    giver = threading.Thread(target=give)
    giver.start()
    wait_until(lambda: put == [1])
    assert hand_over.take(60) == 1
    wait_until(lambda: put == [1, 2])
    assert everything_of(hand_over) == list(range(2, 51))
    giver.join()
    assert hand_over.replaced == 0


@pytest.mark.parametrize("newest_wins", [True, False])
def test_what_was_put_before_the_end_is_still_taken(newest_wins):
    hand_over: HandOver[str] = HandOver(newest_wins=newest_wins)
    hand_over.put("last")
    hand_over.end()
    assert hand_over.is_closed
    assert not hand_over.is_over
    assert not hand_over.put("too late")
    assert hand_over.take() == "last"
    assert hand_over.is_over
    assert hand_over.take(None) is None


def test_who_refuses_takes_nothing_more_and_lets_a_giver_go_on():
    hand_over: HandOver[str] = HandOver(newest_wins=False)
    hand_over.put("first")
    answers = []
    giver = threading.Thread(target=lambda: answers.append(hand_over.put("second")))
    giver.start()
    hand_over.refuse()
    giver.join()
    assert answers == [False]
    assert hand_over.is_over
    assert hand_over.take() is None


def test_taking_waits_for_something_to_come_or_for_the_end():
    hand_over: HandOver[str] = HandOver(newest_wins=True)
    threading.Timer(0.05, hand_over.put, ["late"]).start()
    assert hand_over.take(60) == "late"
    threading.Timer(0.05, hand_over.end).start()
    assert hand_over.take(None) is None
