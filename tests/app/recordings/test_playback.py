"""The clock of the player: where it is, whatever the speed, and which frame that is."""

import numpy as np
import pytest

from app.recordings.playback import Playback, row_at, spans, usual_step

TAKE = Playback(length_s=10.0)


def test_it_stands_still_until_it_is_played():
    assert TAKE.at(5) == TAKE.at(500) == 0
    assert not TAKE.is_playing


@pytest.mark.parametrize("speed", [0.1, 1.0, 4.0])
def test_it_moves_at_its_speed_and_stays_at_the_end(speed):
    playing = TAKE.at_speed(speed, 100).played(100)
    assert playing.at(101) == pytest.approx(speed)
    assert playing.at(100 + 20 / speed) == 10
    assert playing.has_ended(100 + 20 / speed)
    assert not playing.has_ended(101)


def test_changes_of_speed_and_loop_leave_the_position_where_it_is():
    playing = TAKE.played(100)
    for changed in (playing.at_speed(0.25, 103), playing.looping(True, 103), playing.held(103)):
        assert changed.at(103) == pytest.approx(3)
    assert playing.at_speed(0.25, 103).at(107) == pytest.approx(4)
    assert playing.held(103).at(999) == pytest.approx(3)
    assert playing.held(103).played(200).at(201) == pytest.approx(4)


def test_a_loop_begins_again_as_often_as_needed():
    playing = TAKE.looping(True, 0).played(0)
    assert [playing.at(now) for now in (9, 10, 13, 25)] == pytest.approx([9, 0, 3, 5])
    assert not playing.has_ended(1e6)
    assert not playing.looping(False, 13).has_ended(13)


def test_playing_after_the_end_begins_again():
    ended = TAKE.played(0)
    assert ended.at(50) == 10
    assert ended.played(50).at(51) == pytest.approx(1)


def test_seeking_stays_inside_and_goes_on_only_if_it_played():
    assert TAKE.sought(-3, 0).at(9) == 0
    assert TAKE.sought(99, 0).at(9) == 10
    assert TAKE.sought(4, 0).at(9) == 4
    assert TAKE.played(0).sought(4, 2).at(3) == pytest.approx(5)


def test_a_frame_is_shown_from_its_time_until_the_next_one():
    times = np.array([0.0, 0.1, 0.5, 0.6])
    assert [row_at(times, t) for t in (-1, 0, 0.05, 0.1, 0.49, 0.5, 0.6, 9)] == [0, 0, 0, 1, 1, 2, 3, 3]
    for row, time in enumerate(times):
        assert row_at(times, float(time)) == row


def test_the_usual_step_is_not_misled_by_gaps():
    assert usual_step(np.array([0, 0.04, 0.08, 2.0, 2.04])) == pytest.approx(0.04)
    assert usual_step(np.array([7.0])) > 0


def test_spans_cover_the_marked_frames_and_no_others():
    times = np.array([0.0, 1.0, 2.0, 3.0])
    assert spans(np.array([True, False, True, True]), times, 4.0) == [(0.0, 1.0), (2.0, 4.0)]
    assert spans(np.zeros(4, bool), times, 4.0) == []
    assert spans(np.ones(4, bool), times, 4.0) == [(0.0, 4.0)]
