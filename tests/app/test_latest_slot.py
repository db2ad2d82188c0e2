"""The newest-wins hand-over between threads."""

import threading

from app.latest_slot import LatestSlot


def test_the_newest_replaces_what_waits():
    slot: LatestSlot[int] = LatestSlot()
    for i in range(5):
        slot.put(i)
    assert (slot.take(), slot.replaced, slot.take()) == (4, 4, None)


def test_taking_waits_for_something_to_come():
    slot: LatestSlot[str] = LatestSlot()
    threading.Timer(0.05, slot.put, ["late"]).start()
    assert slot.take(timeout=60) == "late"
