"""Who leads: near and in the middle, kept while others cross, come as near, or the leader looks away."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from app.live.leading import CLEARLY_NEARER, MAY_BE_AWAY_S, TAKES_OVER_S, Leading, standing
from tests.fakes.live_window import person

WIDTH, FOCAL = 640, 500.0
FPS = 20
PASSERS_BY = Path(__file__).with_name("passers_by.csv")  # frame, id, x and z in metres


def at(person_id, x, z):
    """Somebody ``x`` metres beside the middle and ``z`` metres away."""
    return replace(person(), id=person_id, translation=np.float32([x, 0, z]), focal_px=FOCAL)


class Scene:
    """Feeds made tracks, each a function of seconds to (x, z), or None while nobody is there."""

    def __init__(self):
        self.leading, self.now = Leading(), 0.0

    def run(self, seconds, **tracks):
        """The distinct leaders of so many seconds, in their order."""
        leaders = []
        for i in range(round(seconds * FPS)):
            people = []
            for name, track in tracks.items():
                place = track(i / FPS) if callable(track) else track
                if place is not None:
                    people.append(at(int(name[1:]), *place))
            leader = self.leading.follow(people, WIDTH, self.now)
            if not leaders or leaders[-1] != leader:
                leaders.append(leader)
            self.now += 1 / FPS
        return leaders


def test_whoever_is_nearest_leads_at_once():
    assert Scene().run(0.1, p1=(0, 3), p2=(0.2, 2), p3=(0, 4)) == [2]


def test_the_middle_counts():
    assert Scene().run(0.1, p1=(1.0, 2.0), p2=(0, 2.5)) == [2]
    left, right = at(1, -0.5, 2), at(2, 0.5, 2)
    assert standing(left, WIDTH) == pytest.approx(standing(right, WIDTH))
    assert standing(at(1, 0, 2), WIDTH) == pytest.approx(2)
    assert standing(at(1, 2 * WIDTH / 2 / FOCAL, 2), WIDTH) == pytest.approx(2 * 2.5)  # at the rim


def test_nobody_leads_an_empty_room():
    assert Scene().run(1) == [None]


def test_somebody_who_crosses_in_front_does_not_take_over():
    crossing = lambda t: (-1.5 + 3 * t / 0.9, 1.5) if t < 0.9 else None  # noqa: E731 - within a second
    assert Scene().run(4, p1=(0, 3), p2=crossing) == [1]


def test_who_stays_clearly_nearer_takes_over_after_a_second():
    scene = Scene()
    assert scene.run(1, p1=(0, 3)) == [1]
    assert scene.run(TAKES_OVER_S, p1=(0, 3), p2=(0, 1.5)) == [1]
    assert scene.run(0.2, p1=(0, 3), p2=(0, 1.5)) == [2]


def test_who_is_only_a_little_nearer_never_does():
    scene = Scene()
    scene.run(0.1, p1=(0, 3))
    assert scene.run(30, p1=(0, 3), p2=(0, 3 * CLEARLY_NEARER + 0.05)) == [1]


def test_two_who_dither_at_the_same_distance_do_not_take_turns():
    rng = np.random.default_rng(3)
    shaky = lambda _: (0.0, 2 + rng.normal(0, 0.4))  # noqa: E731
    assert len(Scene().run(60, p1=shaky, p2=shaky)) == 1


def test_a_rival_who_falls_back_begins_again():
    scene = Scene()
    scene.run(0.1, p1=(0, 3))
    near = lambda t: (0, 1.5) if t % 1 < 0.8 else (0, 3)  # noqa: E731
    assert scene.run(20, p1=(0, 3), p2=near) == [1]


def test_rivals_do_not_add_up():
    scene = Scene()
    scene.run(0.1, p1=(0, 3))
    turns = {f"p{k}": lambda t, k=k: (0, 1.5) if int(t / 0.7) % 2 == k % 2 else (0, 3) for k in (2, 3)}
    assert scene.run(20, p1=(0, 3), **turns) == [1]


def test_the_leader_may_be_away_for_a_moment_and_then_another_leads():
    scene = Scene()
    assert scene.run(1, p1=(0, 2), p2=(0, 2.2)) == [1]
    assert scene.run(MAY_BE_AWAY_S - 0.1, p2=(0, 2.2)) == [1]
    assert scene.run(1, p1=(0, 2), p2=(0, 2.2)) == [1]
    assert scene.run(MAY_BE_AWAY_S + 1, p2=(0, 2.2)) == [1, 2]
    assert scene.run(MAY_BE_AWAY_S + 1) == [2, None]


def test_a_clock_that_goes_back_begins_anew():
    scene = Scene()
    scene.run(5, p1=(0, 2))
    scene.now = 0.0
    assert scene.run(0.1, p2=(0, 4)) == [2]


def test_a_crowd_of_passers_by_changes_the_leader_rarely():
    """300 frames of OpenCV's vtest.avi as this program followed its people: up to six, far away."""
    rows = np.loadtxt(PASSERS_BY, delimiter=",", skiprows=1)
    leading, leaders, nearest = Leading(), [], []
    for frame in np.unique(rows[:, 0]):
        there = [
            replace(person(), id=int(i), translation=np.float32([x, 0, z]), focal_px=665.1)
            for _, i, x, z in rows[rows[:, 0] == frame]
        ]
        leaders.append(leading.follow(there, 768, frame / 10))
        nearest.append(min(there, key=lambda each: standing(each, 768)).id)
    switches = [sum(a != b for a, b in pairwise(ids)) for ids in (leaders, nearest)]
    assert switches[0] <= 6
    assert switches[1] >= 3 * switches[0]


def test_somebody_who_is_chosen_leads_while_there_and_then_the_rule_again():
    leading, people = Leading(), [at(1, 0, 2), at(2, 1, 4)]
    assert leading.follow(people, WIDTH, 0.0) == 1
    assert leading.follow(people, WIDTH, 0.1, chosen=2) == 2
    assert leading.follow(people[:1], WIDTH, 0.2, chosen=2) == 2  # away for a moment
    assert leading.follow(people[:1], WIDTH, 0.3 + MAY_BE_AWAY_S, chosen=2) == 1
    assert leading.follow(people, WIDTH, 0.4 + MAY_BE_AWAY_S, chosen=2) == 2
