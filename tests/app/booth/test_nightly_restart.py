"""When a booth ends to be started afresh, with the clock moved by hand: over midnight, forwards and back."""

import datetime
import time
from zoneinfo import ZoneInfo

import pytest

from app.booth.nightly_restart import WAIT_S, NightlyRestart, time_of_day

BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
STEP_S = 20


def seconds(text, zone=BERLIN, fold=0):
    """Seconds since 1970 of a local time."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold).timestamp()


def local(now_s, zone=BERLIN):
    return datetime.datetime.fromtimestamp(now_s, zone).strftime("%d %H:%M")


class Nights:
    """Lets time pass; where the program ends, it is started again twenty seconds later."""

    def __init__(self, at, begin, zone=BERLIN):
        self.at, self.zone, self.now = time_of_day(at), zone, seconds(begin, zone)
        self.restart = NightlyRestart(self.at, self.now, zone)

    def go(self, hours, is_idle=True):
        """The local times at which it ended."""
        ended = []
        for _ in range(round(hours * 3600 / STEP_S)):
            self.now += STEP_S
            if self.restart.is_due(self.now, is_idle=is_idle):
                ended.append(local(self.now, self.zone))
                self.now += STEP_S
                self.restart = NightlyRestart(self.at, self.now, self.zone)
        return ended


def test_it_ends_once_a_night_at_its_time():
    nights = Nights("04:00", "2026-11-30 10:00")
    assert nights.go(72) == ["01 04:00", "02 04:00", "03 04:00"]


@pytest.mark.parametrize(
    ("at", "ended"),
    [
        ("00:00", ["31 00:00", "01 00:00"]),
        ("00:01", ["31 00:01", "01 00:01"]),
        ("23:59", ["30 23:59", "31 23:59"]),
    ],
)
def test_times_about_midnight_are_as_others(at, ended):
    assert Nights(at, "2026-12-30 12:00").go(48) == ended


def test_a_program_that_is_started_after_its_time_waits_for_the_next_day():
    assert Nights("04:00", "2026-11-30 04:00:10").go(23.9) == []
    assert Nights("04:00", "2026-11-30 03:59:30").go(1) == ["30 04:00"]


def test_it_waits_for_the_visitor_to_go():
    nights = Nights("04:00", "2026-11-30 03:50")
    assert nights.go(0.5, is_idle=False) == []
    assert nights.go(1) == ["30 04:20"]


def test_it_waits_an_hour_and_then_leaves_that_night_out():
    nights = Nights("23:30", "2026-11-30 23:00")
    assert nights.go(0.5 + WAIT_S / 3600, is_idle=False) == []
    assert nights.go(22) == []
    assert nights.go(3) == ["01 23:30"]


def test_the_hour_of_waiting_goes_over_midnight():
    nights = Nights("23:30", "2026-11-30 23:00")
    assert nights.go(1.25, is_idle=False) == []
    assert nights.go(1) == ["01 00:15"]


def test_clocks_that_are_put_forward_lose_no_night():
    # In this one there is no half past two: it is half past three then.
    assert Nights("02:30", "2026-03-28 12:00").go(48) == ["29 03:30", "30 02:30"]


def test_clocks_that_are_put_back_give_no_night_two():
    assert Nights("02:30", "2026-10-24 12:00").go(48) == ["25 02:30", "26 02:30"]


def test_a_clock_that_is_put_right_after_the_start_ends_nothing():
    restart = NightlyRestart(time_of_day("04:00"), 5.0, BERLIN)  # a machine whose clock began in 1970
    now = seconds("2026-11-30 10:00")
    assert not restart.is_due(now, is_idle=True)
    assert restart.is_due(seconds("2026-12-01 04:00"), is_idle=True)


def test_a_clock_that_is_put_back_a_little_ends_nothing_twice():
    nights = Nights("04:00", "2026-11-30 03:59")
    assert nights.go(0.02) == ["30 04:00"]
    nights.now -= 60
    assert nights.go(12) == []
    assert nights.go(12.1) == ["01 04:00"]


def test_a_clock_that_was_years_ahead_holds_nothing_off():
    restart = NightlyRestart(time_of_day("04:00"), seconds("2030-01-01 12:00"), BERLIN)
    assert not restart.is_due(seconds("2026-11-30 03:00"), is_idle=True)
    assert restart.is_due(seconds("2026-11-30 04:00"), is_idle=True)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system's zone cannot be changed in a process")
def test_where_this_machine_is_says_what_time_it_is(monkeypatch):
    try:
        monkeypatch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        restart = NightlyRestart(time_of_day("04:00"), seconds("2026-11-30 12:00"))
        there = seconds("2026-12-01 04:00", TOKYO)  # eight in the evening in Berlin
        assert not restart.is_due(there, is_idle=True)
        monkeypatch.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        assert restart.is_due(there, is_idle=True)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_without_a_time_it_never_ends():
    restart = NightlyRestart(None, 0.0, BERLIN)
    assert not any(restart.is_due(hour * 900.0, is_idle=True) for hour in range(400))


@pytest.mark.parametrize(
    "text", ["", "4:00", "24:00", "04:60", "04:00:00", "04.00", " 04:00", "٠٤:٠٠", "04:00\n"]
)
def test_other_words_are_no_time_of_day(text):
    with pytest.raises(ValueError, match="no time of day"):
        time_of_day(text)
