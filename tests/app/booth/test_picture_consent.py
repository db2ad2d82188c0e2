"""The picture is kept only while everybody in view has consented."""

from dataclasses import replace

import numpy as np
import pytest

from app.booth.consent import HOLD_S
from app.booth.picture_consent import AWAY_S, Companions, PictureConsent
from models.body.joints import FASTMETRO14
from tests.fakes.live_window import SOMEBODY

SIZE = (640, 480)
WRISTS = [FASTMETRO14.index(name) for name in ("L_Wrist", "R_Wrist")]


def people(*ids, raising=()):
    made = []
    for each in ids:
        joints = np.full((14, 2), (320, 300), np.float32)
        joints[FASTMETRO14.index("Head"), 1] = 150
        joints[WRISTS, 1] = 100 if each in raising else 400
        made.append(replace(SOMEBODY[0], id=each, joints_2d=joints))
    return made


def choices(rule, script, begin=0.0):
    """Return what is chosen for [(seconds, ids), ...] at ten frames a second, without repetitions."""
    now, chosen = begin, []
    for seconds, ids in script:
        for _ in range(round(seconds * 10)):
            now += 0.1
            choice = rule.choose(people(*ids), now)
            if not chosen or chosen[-1] != choice:
                chosen.append(choice)
    return chosen


def test_somebody_alone_who_has_consented_is_filmed():
    rule = PictureConsent(1, [], most=3)
    assert rule.is_waiting
    assert choices(rule, [(5, (1,))]) == ["keep"]
    assert rule.is_filming


def test_whoever_comes_into_view_ends_it_for_good():
    rule = PictureConsent(1, [], most=3)
    assert choices(rule, [(2, (1,)), (0.1, (1, 2)), (5, (1,))]) == ["keep", "end", "leave_out"]
    assert not rule.is_filming
    assert not rule.is_waiting


def test_nothing_is_kept_before_everybody_has_consented():
    rule = PictureConsent(1, [], most=3)
    assert choices(rule, [(2, (1, 2))]) == ["leave_out"]
    assert rule.is_waiting
    rule.agree([2])
    assert choices(rule, [(2, (1, 2))], begin=2.0) == ["keep"]


def test_those_who_consented_together_are_filmed_together():
    rule = PictureConsent(1, [2], most=3)
    assert choices(rule, [(2, (1, 2)), (2, (1,))]) == ["keep"]


def test_a_companion_who_was_away_may_be_somebody_else():
    rule = PictureConsent(1, [2], most=3)
    script = [(1, (1, 2)), (AWAY_S - 0.2, (1,)), (1, (1, 2))]
    assert choices(rule, script) == ["keep"]
    script = [(1, (1, 2)), (AWAY_S + 0.2, (1,)), (1, (1, 2))]
    assert choices(PictureConsent(1, [2], most=3), script) == ["keep", "end", "leave_out"]


def test_while_the_leader_is_not_seen_there_is_no_picture():
    rule = PictureConsent(1, [], most=3)
    assert choices(rule, [(1, (1,)), (0.3, ()), (1, (1,))]) == ["keep", "leave_out", "keep"]


def test_where_as_many_are_in_view_as_are_followed_there_may_be_more():
    rule = PictureConsent(1, [2, 3], most=3)
    assert choices(rule, [(1, (1, 2)), (1, (1, 2, 3))]) == ["keep", "end", "leave_out"]


def look(companions, seconds, ids, raising=(), begin=0.0):
    agreed, now = [], begin
    for _ in range(round(seconds * 10)):
        now += 0.1
        agreed = companions.follow(people(*ids, raising=raising), SIZE, now)
    return agreed


def test_each_consents_by_arms_of_their_own():
    companions = Companions()
    assert look(companions, 3, (1, 2), raising=(1,)) == [1]
    assert look(companions, HOLD_S + 0.5, (1, 2), raising=(2,), begin=3.0) == [1, 2]


@pytest.mark.parametrize("gone", [(1,), ()])
def test_who_leaves_has_consented_to_nothing_any_more(gone):
    companions = Companions()
    look(companions, 3, (1, 2), raising=(1, 2))
    look(companions, 0.1, gone, begin=3.0)
    assert 2 not in look(companions, 1, (1, 2), begin=3.1)
    companions.forget()
    assert look(companions, 1, (1, 2), begin=5.0) == []
