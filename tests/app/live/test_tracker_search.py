"""When and where the tracker asks the detector."""

import numpy as np
import pytest

from app.live import tracker as tracker_module
from app.live.search import search_levels
from models.camera.crop import CropRule, crop_from_landmarks
from tests.fakes.tracked_world import RULE, SIZE, World, is_part


def test_the_detector_comes_back_at_intervals_to_check(world):
    world.people["ann"] = (400, 360, 200)
    world.run(300)  # ten seconds
    checks = sum(map(len, world.searches[1:]))
    assert checks == 3


@pytest.mark.parametrize(
    ("presence", "in_part", "moves"),
    [(0.7, False, True), (None, False, True), (0.99, False, False), (0.7, True, False), (None, True, False)],
)
def test_a_crop_that_may_have_strayed_is_put_right_by_the_detector(template, presence, in_part, moves):
    """Not by what it sees in a part of the image, nor where the network is sure of somebody."""
    world = World(template, judged=presence is not None)
    world.people["ann"] = (400, 360, 200)
    world.presence["ann"] = presence
    world.frame()
    elsewhere = (440, 360, 200)
    world.script = lambda part: [world.detection(elsewhere)] if part == in_part else []
    world.run(60, people=2)
    looks = [regions for searches in world.searches[1:] for regions in searches]
    assert any(is_part(regions) == in_part for regions in looks)
    wanted = crop_from_landmarks(RULE, world.landmarks(elsewhere)).center
    shown = [subject.crop.center for subjects in world.subjects for subject in subjects]
    assert any(np.allclose(center, wanted, atol=1e-2) for center in shown) == moves


def test_a_new_scene_is_searched_through_and_stops_when_all_are_found(world):
    world.frame(people=2)
    (regions,) = world.searches[0]
    assert regions == tuple(region for level in search_levels(*SIZE)[:3] for region in level)
    world.people["ann"] = (400, 360, 200)
    world.frame(people=1, dt=2.0)
    assert len(world.searches[1]) == 1


def test_whoever_is_sure_and_large_comes_first(world):
    """There is room for one: ann is a little smaller than bob, whom something hides."""
    world.people |= {"ann": (400, 360, 190), "bob": (900, 360, 200)}
    world.visibility["bob"] = 0.5
    assert list(world.frame(people=1)) == ["ann"]
    world.people["bob"] = (900, 360, 600)
    assert list(world.frame(people=1, dt=2.0)) == ["bob"]


def test_live_no_frame_is_searched_through_at_once(template):
    world = World(template, live=True)
    for _ in range(5):
        world.frame(people=3, dt=2.0)
    assert all(len(searches) <= 2 for searches in world.searches)
    world.people["ann"] = (400, 360, 200)
    assert world.frame(people=3) == {"ann": 1}


def test_while_nobody_is_there_each_frame_takes_the_whole_and_one_part(world):
    world.run(40)
    parts = set()
    for searches in world.searches[1:]:
        assert [len(regions) for regions in searches] == [1, 1]
        assert searches[0][0].width == SIZE[0]
        parts.add(searches[1][0])
    assert parts == {region for level in search_levels(*SIZE)[1:3] for region in level}  # all in turn


def test_while_somebody_is_missing_searches_are_spread_over_time(world):
    world.people["ann"] = (400, 360, 200)
    world.run(91, people=2)  # three seconds
    later = [s for searches in world.searches[1:] for s in searches]
    assert 10 <= len(later) <= 12
    whole = [r[0].width == SIZE[0] and r[0].x == 0 for r in later]
    assert whole.count(True) >= 5
    assert whole.count(False) >= 5


def test_without_a_judge_in_the_network_the_detector_must_agree(template):
    world = World(template, judged=False)
    world.people["ann"] = (400, 360, 200)
    assert world.run(120)[-1] == {"ann": 1}
    del world.people["ann"]
    gone = world.run(round(30 * tracker_module.UNCONFIRMED_S) + 30)
    assert gone[-1] == {}


@pytest.mark.parametrize("live", [False, True])
@pytest.mark.parametrize("people", [1, 2])
def test_somebody_small_is_confirmed_where_the_detector_sees_somebody_small(template, live, people):
    """Also while somebody else is missing."""
    world = World(template, rule=CropRule("box", 1.2), judged=False, live=live)
    world.smallest = 0.2
    world.people["ann"] = (500, 400, 100)
    shown = world.run(600, people)  # twenty seconds
    found = shown.index({"ann": 1})
    assert found < 45
    assert shown[found:] == [{"ann": 1}] * (600 - found)
    world.people.clear()
    assert world.run(round(30 * tracker_module.UNCONFIRMED_S) + 30, people)[-1] == {}


def test_while_live_one_of_several_small_people_is_looked_after_at_a_time(template):
    """A look takes as long as a frame; all of them are confirmed in turn."""
    world = World(template, rule=CropRule("box", 1.2), judged=False, live=True)
    world.smallest = 0.2
    world.people |= {"ann": (200, 400, 100), "bob": (600, 400, 100), "cat": (1000, 400, 100)}
    shown = world.run(600, 3)
    found = next(i for i, people in enumerate(shown) if len(people) == 3)
    assert all(len(people) == 3 for people in shown[found:])
    assert all(sum(map(len, searches)) <= 2 for searches in world.searches[found:])


def test_whom_the_detector_sees_in_the_whole_picture_is_not_looked_after_in_parts(template):
    world = World(template, rule=CropRule("box", 1.2), judged=False)
    world.people["ann"] = (500, 400, 200)
    world.run(300)
    assert all(r[0].width == SIZE[0] for searches in world.searches[1:] for r in searches)


def test_no_square_around_a_wrong_networks_mesh_outgrows_the_picture(template):
    world = World(template, rule=CropRule("box", 1.2), judged=False)
    world.people["ann"] = (640, 360, 200)
    world.frame()
    world.invisible.add("ann")
    x, y = (world.mesh.min(0) + world.mesh.max(0))[:2] / 2
    world.look = lambda crop, left: world.estimate(
        crop, (640 - x * crop.size, 360 - y * crop.size, crop.size), 0.99, left
    )
    world.run(30)
    sides = [r.width for searches in world.searches for regions in searches for r in regions if r.y]
    assert world.tracker.tracks[0].crop.size > 1e6
    assert max(sides) == 2 * SIZE[0]
