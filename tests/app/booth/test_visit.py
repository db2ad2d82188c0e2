"""The states of a visit, with the clock moved by hand."""

import pytest

from app.booth.settings import VisitSettings
from app.booth.visit import Visit

SETTINGS = VisitSettings(greet_after_s=1.0, greet_s=4.0, idle_after_s=20.0)


class Day:
    """Moves the clock in steps of a tenth, and keeps the states with when they began."""

    def __init__(self):
        self.visit, self.now, self.log = Visit(SETTINGS), 100.0, [("idle", 0.0)]

    def go(self, leader, seconds):
        for _ in range(round(10 * seconds)):
            state = self.visit.follow(leader, self.now)
            if state != self.log[-1][0]:
                self.log.append((state, pytest.approx(self.now - 100, abs=0.35)))
            self.now += 0.1
        return state


def test_a_whole_visit():
    day = Day()
    day.go(None, 5)
    day.go(7, 30)
    day.go(None, 40)
    assert [(state, at) for state, at in day.log] == [
        ("idle", 0),
        ("greet", 6),
        ("active", 10),
        ("thanks", 35),
        ("idle", 55),
    ]
    assert day.visit.visits == 1


def test_who_only_passes_by_is_not_thanked():
    day = Day()
    assert day.go(1, 0.9) == "idle"
    assert day.go(None, 1) == "idle"
    assert day.go(2, 2) == "greet"
    assert day.go(None, 0.2) == "idle"


def test_who_comes_while_somebody_is_thanked_is_greeted():
    day = Day()
    day.go(1, 10)
    assert day.go(None, 3) == "thanks"
    assert day.go(2, 0.5) == "thanks"
    assert day.go(2, 1) == "greet"
    assert day.visit.visits == 2


def test_who_was_only_out_of_sight_goes_on_playing():
    day = Day()
    day.go(1, 10)
    day.go(None, 3)
    assert day.go(1, 0.1) == "active"
    assert day.visit.visits == 1


def test_who_takes_over_is_greeted_once_it_is_sure():
    day = Day()
    day.go(1, 10)
    assert day.go(2, 0.5) == "active"
    assert day.go(1, 3) == "active"
    assert day.go(2, 2) == "greet"
    assert day.go(2, 5) == "active"
    assert day.visit.visits == 2


def test_who_comes_back_after_the_idle_screen_is_greeted_again():
    day = Day()
    day.go(1, 10)
    assert day.go(None, 30) == "idle"
    assert day.go(1, 2) == "greet"
    assert day.visit.visits == 2


def test_passers_by_do_not_keep_the_booth_from_becoming_idle():
    day = Day()
    day.go(1, 10)
    for passer_by in range(2, 30):
        day.go(passer_by, 0.5)
        day.go(None, 0.5)
    assert day.visit.state == "idle"
