"""When a booth begins anew and when it ends, with the clock moved by hand."""

import pytest

from app.booth.stuck_watch import END_S, LOADING_S, STUCK_S, StuckWatch


class Hours:
    """Moves the clock in half seconds, and keeps the verdicts with when they came."""

    def __init__(self):
        self.now, self.watch, self.silent = 50.0, StuckWatch(50.0), 0.0

    def go(self, doing, seconds, beats):
        """The verdicts, one after another, without repeats, each with the second at which it came."""
        seen = []
        for i in range(round(2 * seconds)):
            self.now += 0.5
            self.silent = 0.0 if beats else self.silent + 0.5
            verdict = self.watch.follow(doing, self.silent, self.now)
            if not seen or seen[-1][0] != verdict:
                seen.append((verdict, (i + 1) / 2))
        return seen


def verdicts(seen):
    return [verdict for verdict, _ in seen]


def test_while_there_are_beats_all_is_well():
    assert verdicts(Hours().go("running", 1000, beats=True)) == ["well"]


def test_a_stage_that_is_stuck_is_begun_anew_once_and_then_the_program_ends():
    hours = Hours()
    hours.go("running", 60, beats=True)
    assert hours.go("running", 40, beats=False) == [
        ("well", 0.5),
        ("begin_anew", STUCK_S),
        ("stuck", STUCK_S + 0.5),
        ("end", END_S),
    ]


def test_loading_that_does_not_end_after_it_began_anew_ends_the_program():
    hours = Hours()
    hours.go("running", 60, beats=True)
    assert verdicts(hours.go("running", STUCK_S, beats=False)) == ["well", "begin_anew"]
    assert hours.go("loading", 40, beats=False) == [("stuck", 0.5), ("end", END_S - STUCK_S)]


def test_what_begins_anew_and_runs_is_well_again():
    hours = Hours()
    for _ in range(3):
        hours.go("running", 60, beats=True)
        assert verdicts(hours.go("running", STUCK_S, beats=False)) == ["well", "begin_anew"]
        assert verdicts(hours.go("loading", 15, beats=True)) == ["stuck"]
        assert verdicts(hours.go("running", 5, beats=True)) == ["well"]


def test_a_source_that_is_away_is_waited_for():
    assert verdicts(Hours().go("waiting", 10_000, beats=False)) == ["well"]


def test_a_model_may_take_its_time_to_load_but_not_for_ever():
    hours = Hours()
    assert hours.go("loading", LOADING_S + 10, beats=False) == [("well", 0.5), ("end", LOADING_S)]


def test_silence_after_long_loading_counts_from_the_silence():
    hours = Hours()
    hours.go("loading", 100, beats=True)
    assert hours.go("running", 40, beats=False)[1:] == [
        ("begin_anew", STUCK_S),
        ("stuck", pytest.approx(STUCK_S + 0.5)),
        ("end", END_S),
    ]
