"""One arm held up asks for a photo; two arms, a wave and what leads to consent do not."""

from dataclasses import replace

import numpy as np
import pytest

from app.booth.snapshot_gesture import HOLD_S, REST_S, SnapshotGesture, raised_arms
from models.body.joints import FASTMETRO14
from tests.fakes.live_window import SOMEBODY

HEIGHTS = {"up": 100.0, "shoulder": 250.0, "between": 200.0, "low": 400.0}  # the head is at 150


def standing(right, left):
    joints = np.full((14, 2), (320, 300), np.float32)
    joints[FASTMETRO14.index("Head"), 1] = 150
    for side, where in (("R", right), ("L", left)):
        joints[FASTMETRO14.index(f"{side}_Shoulder"), 1] = HEIGHTS["shoulder"]
        joints[FASTMETRO14.index(f"{side}_Wrist"), 1] = HEIGHTS[where]
    return replace(SOMEBODY[0], joints_2d=joints)


@pytest.mark.parametrize(
    ("right", "left", "arms"),
    [
        ("up", "low", "one"),
        ("low", "up", "one"),
        ("up", "up", "both"),
        ("low", "low", "down"),
        ("up", "between", "down"),  # on the way up, or down
        ("between", "low", "down"),
    ],
)
def test_arms_are_told_apart(right, left, arms):
    assert raised_arms(standing(right, left)) == arms


def photos(script):
    """Return when photos are asked for, in seconds, of [(seconds, arms), ...] seen ten times a second."""
    gesture, now, taken = SnapshotGesture(), 0.0, []
    for seconds, arms in script:
        for _ in range(round(seconds * 10)):
            now += 0.1
            if gesture.follow(arms, now):
                taken.append(now)
    return taken


def test_one_arm_that_is_held_asks_once():
    (at,) = photos([(2, "down"), (10, "one")])
    assert at == pytest.approx(2.1 + HOLD_S, abs=0.11)


@pytest.mark.parametrize(
    "script",
    [
        [(2, "down"), (HOLD_S - 0.2, "one"), (5, "down")],  # too short
        [(2, "down"), (0.5, "one"), (3, "both"), (0.5, "one"), (2, "down")],  # one after the other
        [(3, "both"), (5, "one")],  # after consent one arm stays up: the arms have not been down
        [(1, "down")] + [(0.4, "one"), (0.5, "down")] * 10,  # a wave
    ],
)
def test_other_movements_do_not(script):
    assert photos(script) == []


def test_a_moment_of_not_being_seen_does_not_undo_it():
    assert len(photos([(1, "down"), (0.6, "one"), (0.2, "down"), (0.6, "one")])) == 1


def test_the_next_photo_needs_the_arm_to_have_been_down():
    script = [(1, "down"), (HOLD_S + 0.5, "one"), (REST_S, "down"), (HOLD_S + 0.5, "one")]
    assert len(photos(script)) == 2
