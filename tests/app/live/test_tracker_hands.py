"""Hands, which are followed by their joints and looked after more often."""

import numpy as np
import pytest

from app.types import Detection
from models.camera.crop import CropRule, crop_from_points
from tests.fakes.tracked_world import World


def one_hand(template, is_left, score):
    world = World(template, rule=CropRule("box", 2.0), kind="hand")
    world.people["hand"] = (300, 360, 100)
    world.is_left["hand"] = not is_left
    world.frame()
    world.script = lambda part: [world.detection(world.people["hand"], score, is_left)]
    world.run(5)
    return world.tracks()[0].estimate.is_left


@pytest.mark.parametrize("is_left", [True, False])
def test_a_hand_taken_for_the_wrong_one_is_put_right_by_a_sure_detector(template, is_left):
    assert one_hand(template, is_left, score=0.99) == is_left
    assert one_hand(template, is_left, score=0.6) != is_left


def test_a_hand_seen_wrongly_at_the_place_of_another_is_no_second_hand(template):
    world = World(template, rule=CropRule("box", 2.0), kind="hand")
    world.people["hand"] = (300, 360, 100)
    world.frame(people=2)
    world.frame(people=2)
    wrong = world.landmarks((300, 360, 100))[::-1].astype(np.float32)  # every finger elsewhere
    beside = world.landmarks((500, 360, 100)).astype(np.float32)
    world.script = lambda part: [Detection(place, np.ones(21, np.float32), 0.6) for place in (wrong, beside)]
    world.subjects.clear()
    world.run(30, people=2)
    looked_at = {tuple(subject.points_2d[0]) for subjects in world.subjects for subject in subjects[1:]}
    assert looked_at == {tuple(beside[0])}
    assert world.time_s - world.tracker.tracks[0].confirmed_s < 0.1  # it is the one there is


def test_a_hand_is_followed_by_its_joints(template):
    world = World(template, rule=CropRule("box", 2.0), kind="hand")
    world.people["hand"] = (300, 360, 100)
    world.frame()
    expected = crop_from_points(world.rule, world.landmarks(world.people["hand"]))
    np.testing.assert_allclose(world.tracker.tracks[0].crop.center, expected.center, atol=0.1)
    assert world.tracker.tracks[0].crop.size == pytest.approx(expected.size, rel=1e-3)


def test_a_hand_that_jumps_is_followed_by_the_detector(template):
    world = World(template, rule=CropRule("box", 2.0), kind="hand", judged=False)
    world.people["hand"] = (300, 360, 60)
    first = world.run(5)[-1]
    world.people["hand"] = (340, 390, 60)
    assert world.run(8)[-1] == first
    shown = world.tracks()[0].estimate
    np.testing.assert_allclose(shown.on_image(np.zeros(3, np.float32)), (340, 390), atol=1)


def test_a_hand_taken_away_is_gone_soon(template):
    world = World(template, rule=CropRule("box", 2.0), kind="hand", judged=False)
    world.people["hand"] = (300, 360, 60)
    world.run(5)
    world.people.clear()
    assert len(world.run(10)[-1]) == 1  # a moment unseen is no loss
    assert world.run(12)[-1] == {}


def test_left_and_right_hands_are_told_apart(template):
    world = World(template, rule=CropRule("box", 2.0), kind="hand")
    world.people |= {"left": (300, 360, 100), "right": (900, 360, 100)}
    world.is_left["left"] = True
    world.frame(people=2)
    lefts = {t.estimate.crop.center[0] < 600: t.estimate.is_left for t in world.tracks(people=2)}
    assert lefts == {True: True, False: False}


def test_followed_hands_are_looked_after_where_they_are(template):
    world = World(template, rule=CropRule("box", 2.0), kind="hand", judged=False)
    world.people["hand"] = (300, 360, 60)
    world.run(10)
    looked = world.searches[1:]
    assert sum(map(bool, looked)) == 3  # every third frame of nine
    crop = world.tracker.tracks[0].crop
    for ((region,),) in filter(None, looked):
        assert region.width == region.height == pytest.approx(1.5 * crop.size, abs=1)
        middle = np.array([region.x, region.y]) + region.width / 2
        np.testing.assert_allclose(middle, crop.center, atol=1)
