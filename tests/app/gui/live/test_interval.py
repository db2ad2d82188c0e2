"""An interval is due at once, then after each whole one."""

from app.gui.live.interval import Interval


def test_it_is_due_at_once_and_after_each_whole_interval():
    interval = Interval(10)
    times = [0.0, 5.0, 9.9, 10.0, 12.0, 20.0, 47.0, 56.9, 57.0]
    assert [time for time in times if interval.is_due(time)] == [0.0, 10.0, 20.0, 47.0, 57.0]


def test_it_can_be_begun_and_made_due():
    interval = Interval(10)
    interval.begin(100.0)
    assert not interval.is_due(109.0)
    interval.make_due()
    assert interval.is_due(109.0)
    assert not interval.is_due(109.1)
