"""Consent by a gesture: both hands up in the frame for two seconds, of one person, until they go."""

from dataclasses import replace

import numpy as np
import pytest

from app.booth.consent import GAP_S, HOLD_S, ZONE, Consent, raises_both_arms
from models.body.joints import FASTMETRO14
from tests.fakes.live_window import person

SIZE = (640, 480)


def posed(left=(380, 100), right=(260, 100), head=(320, 150)):
    joints = np.full((14, 2), (320, 300), np.float32)
    for name, place in (("L_Wrist", left), ("R_Wrist", right), ("Head", head)):
        joints[FASTMETRO14.index(name)] = place
    return replace(person(), joints_2d=joints)


def test_both_hands_must_be_above_the_head_and_in_the_frame():
    assert raises_both_arms(posed(), SIZE)
    assert not raises_both_arms(posed(left=(380, 200)), SIZE)  # one arm
    assert not raises_both_arms(posed(left=(380, 160), right=(260, 160)), SIZE)  # not above the head
    assert not raises_both_arms(posed(left=(639, 100)), SIZE)
    assert not raises_both_arms(posed(right=(SIZE[0] * ZONE[0] - 1, 100)), SIZE)
    assert not raises_both_arms(posed(left=(380, 5), right=(260, 5)), SIZE)
    assert not raises_both_arms(posed(left=(np.nan, 100)), SIZE)


class Look:
    def __init__(self):
        self.consent, self.now = Consent(), 10.0

    def go(self, leader, raises, seconds):
        for _ in range(round(20 * seconds)):
            self.now += 0.05
            person = self.consent.follow(leader, raises, self.now)
        return person


def test_two_seconds_are_consent_and_less_is_not():
    look = Look()
    assert look.go(1, False, 10) is None
    assert look.go(1, True, HOLD_S - 0.2) is None
    assert look.consent.progress == pytest.approx(0.9, abs=0.06)
    assert look.go(1, False, 1) is None
    assert look.consent.progress == 0
    assert look.go(1, True, HOLD_S - 0.2) is None
    assert look.go(1, True, 0.4) == 1
    assert look.go(1, False, 60) == 1  # the arms may come down


def test_a_moment_in_which_the_arms_are_not_seen_does_not_undo_it():
    look = Look()
    look.go(1, True, 1)
    look.go(1, False, GAP_S - 0.1)
    assert look.go(1, True, 1) == 1


def test_consent_is_that_persons_alone_and_ends_with_them():
    look = Look()
    assert look.go(1, True, 3) == 1
    assert look.go(2, False, 1) is None
    assert look.go(1, False, 1) is None  # who comes back is asked again
    assert look.go(1, True, 3) == 1
    assert look.go(None, False, 0.1) is None
    assert look.go(1, False, 5) is None


def test_seconds_of_two_people_do_not_add_up():
    look = Look()
    look.go(1, True, 1.5)
    assert look.go(2, True, 1.5) is None
    assert look.go(2, True, 1) == 2
