"""Who passes by far away is no visitor, and a visitor may step back."""

from dataclasses import replace

import numpy as np
import pytest

from app.booth.nearness import STAYS_WITHIN, Nearness
from app.booth.settings import VisitSettings
from app.booth.visit import Visit
from tests.fakes.live_window import SOMEBODY

LIMIT_M = 3.0


def at(person_id, metres):
    return replace(SOMEBODY[0], id=person_id, translation=np.array([0.0, 0.0, metres], np.float32))


@pytest.fixture
def nearness():
    return Nearness(LIMIT_M)


@pytest.mark.parametrize(("metres", "visitor"), [(1.0, 1), (2.99, 1), (3.01, None), (12.0, None)])
def test_a_visitor_comes_within_the_limit(nearness, metres, visitor):
    assert nearness.follow(1, [at(1, metres), at(2, 1.0)]) == visitor


def test_a_visitor_may_step_back_and_is_gone_farther_away(nearness):
    assert nearness.follow(1, [at(1, 2.5)]) == 1
    assert nearness.follow(1, [at(1, LIMIT_M * STAYS_WITHIN - 0.01)]) == 1
    assert nearness.follow(1, [at(1, LIMIT_M * STAYS_WITHIN + 0.01)]) is None
    assert nearness.follow(1, [at(1, LIMIT_M + 0.5)]) is None  # has to come near again
    assert nearness.follow(1, [at(1, LIMIT_M - 0.5)]) == 1


def test_a_leader_who_is_away_for_a_moment_stays_what_they_were(nearness):
    assert nearness.follow(1, []) is None
    assert nearness.follow(1, [at(1, 2.0)]) == 1
    assert nearness.follow(1, []) == 1
    assert nearness.follow(None, []) is None


def test_another_leader_has_to_come_near_of_their_own(nearness):
    nearness.follow(1, [at(1, 2.0)])
    assert nearness.follow(2, [at(1, 2.0), at(2, 4.0)]) is None


def test_without_a_limit_everybody_is_a_visitor():
    assert Nearness(0.0).follow(1, [at(1, 50.0)]) == 1


def test_those_who_pass_by_do_not_end_the_idle_state():
    """A street 8 m away, people crossing every few seconds, and then somebody who walks up to the booth."""
    nearness, visit = Nearness(LIMIT_M), Visit(VisitSettings())
    states, now = [], 0.0
    for passer in range(1, 11):
        for step in range(40):
            now += 0.1
            people = [at(passer, 8.0 + 0.5 * np.sin(step))]
            states.append(visit.follow(nearness.follow(passer, people), now))
    assert set(states) == {"idle"}
    assert visit.visits == 0
    for step in range(150):
        now += 0.1
        people = [at(20, max(8.0 - 0.1 * step, 1.5)), at(21, 8.0)]
        states.append(visit.follow(nearness.follow(20, people), now))
    assert states[-1] == "active"
    assert visit.visits == 1
    came = len(states) - 150 + next(i for i, s in enumerate(states[-150:]) if s == "greet")
    assert 50 <= came - (len(states) - 150) <= 65  # a second after having come within three metres
