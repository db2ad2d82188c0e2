"""Who is followed and who is who: the tracker with a made-up network."""

import numpy as np
import pytest

from app.live import tracker as tracker_module
from models.camera.crop import CropRule, crop_from_landmarks, crop_from_points
from tests.fakes.tracked_world import RULE, World


def test_the_crop_follows_the_rule_of_the_model(template):
    landmarks = World(template).landmarks((400, 300, 200))
    crop = crop_from_landmarks(RULE, landmarks)
    hips = landmarks[[23, 24]].mean(0)
    np.testing.assert_allclose(crop.center, hips, atol=1e-3)
    assert crop.size == pytest.approx(2.6 * np.linalg.norm(landmarks - hips, axis=1).max(), rel=1e-5)
    assert crop.angle == pytest.approx(0, abs=1e-3)
    quarter = (landmarks - hips) @ np.array([[0, 1], [-1, 0]]) + hips  # lying: head to the image's right
    assert crop_from_landmarks(RULE, quarter).angle == pytest.approx(np.pi / 2, abs=1e-3)


def test_a_box_rule_takes_the_larger_side_and_adds_the_head(template):
    rule = CropRule("box", 1.2)
    crop = crop_from_points(rule, np.array([[10, 20], [50, 120]]))
    np.testing.assert_allclose(crop.center, [30, 70])
    assert crop.size == pytest.approx(120)
    world = World(template)
    landmarks = world.landmarks((400, 300, 200))
    pixels = world.mesh[:, :2] * 200 + [400, 300]
    crop = crop_from_landmarks(rule, landmarks)
    assert np.abs(crop.crop_from_image(pixels)).max() < 1  # the whole person, head and all, is inside


def test_somebody_is_found_at_once_and_then_followed_without_the_detector(world):
    world.people["ann"] = (400, 360, 200)
    assert world.frame() == {"ann": 1}
    shown = []
    for i in range(60):
        world.people["ann"] = (400 + 6 * i, 360, 200)
        shown.append(world.frame())
    assert shown == [{"ann": 1}] * 60
    assert sum(map(len, world.searches[1:])) == 0


def test_somebody_hidden_for_a_moment_keeps_id_without_the_detector(world):
    world.people["ann"] = (400, 360, 200)
    world.frame()
    world.presence["ann"] = 0.1
    world.invisible.add("ann")
    assert world.run(6) == [{}] * 6
    world.presence["ann"] = 0.99
    assert world.frame() == {"ann": 1}


def test_somebody_who_comes_back_within_the_memory_keeps_the_id(world):
    world.people["ann"] = (400, 360, 200)
    world.frame()
    del world.people["ann"]
    world.run(90)  # three seconds
    world.people["ann"] = (460, 350, 190)
    assert world.frame() == {"ann": 1}
    del world.people["ann"]
    world.run(200)
    world.people["ann"] = (460, 350, 190)
    assert world.frame() == {"ann": 2}


def test_somebody_who_is_forgotten_is_somebody_new(world):
    world.people["ann"] = (400, 360, 200)
    world.frame()
    world.tracker.forget((1,))
    assert world.run(30)[-1] == {"ann": 2}
    world.tracker.forget((1,))  # as the options go on saying
    assert world.frame() == {"ann": 2}


def test_somebody_else_elsewhere_gets_a_new_id(world):
    world.people["ann"] = (200, 360, 150)
    world.frame()
    del world.people["ann"]
    world.run(30)
    world.people["bob"] = (1000, 360, 150)
    assert world.frame() == {"bob": 2}


def test_two_people_who_walk_past_each_other_keep_their_ids(world):
    for i in range(100):
        world.people["ann"] = (300 + 6 * i, 380, 250)
        world.people["bob"] = (900 - 6 * i, 340, 180)
        ids = world.frame(people=2)
        if i == 0:
            first = ids
    assert ids == first
    assert len(ids) == 2


@pytest.mark.parametrize("front", ["older", "younger"])
@pytest.mark.parametrize("speed", [4, 8, 16])  # pixels a frame
def test_two_people_keep_their_ids_where_one_covers_the_other(template, front, speed):
    """Neither network nor detector sees whoever is behind."""

    class Covered(World):
        def look(self, crop, is_left):
            everybody = self.people
            self.people = {n: p for n, p in everybody.items() if n not in self.invisible}
            estimate = super().look(crop, is_left)
            self.people = everybody
            return estimate

    world = Covered(template)
    (behind,) = {"older", "younger"} - {front}
    height = {front: 220, behind: 180}

    def walk(step):
        world.people = {n: (x, 360, height[n]) for n, x in (("older", 300 + step), ("younger", 900 - step))}
        world.invisible = {behind} if abs(600 - 2 * step) < 0.35 * height[front] else set()
        return world.frame(people=2)

    world.people["older"] = (300, 360, height["older"])
    world.frame(people=2)
    before = [walk(0) for _ in range(20)][-1]
    assert before == {"older": 1, "younger": 2}
    for step in range(0, 700, speed):
        walk(step)
    assert [walk(700) for _ in range(30)][-1] == before


def test_with_one_wanted_the_largest_is_taken_and_kept_while_visible(world):
    world.people |= {"far": (300, 360, 80), "near": (800, 360, 220)}
    assert world.frame() == {"near": 1}
    world.people["nearer"] = (500, 360, 300)
    assert world.run(120) == [{"near": 1}] * 120
    del world.people["near"]
    world.run(20)
    assert world.frame() == {"nearer": 2}


def test_no_more_are_shown_than_asked_for(world):
    for i in range(4):
        world.people[f"p{i}"] = (200 + 280 * i, 360, 120)
    assert [len(world.frame(people=n)) for n in (3, 3, 1, 4)] == [3, 3, 1, 1]
    world.run(10, people=4)
    assert len(world.frame(people=4)) == 4


def test_two_tracks_on_one_person_become_one(world):
    world.people |= {"ann": (400, 360, 220), "bob": (800, 360, 200)}
    world.frame(people=2)
    del world.people["bob"]
    world.tracker.tracks[1].crop = world.tracker.tracks[0].crop  # it slips over to the other
    assert world.frame(people=2) == {"ann": 1}


def test_a_gap_in_time_forgets_everybody(world):
    world.people["ann"] = (400, 360, 200)
    assert world.frame() == {"ann": 1}
    assert world.frame(dt=tracker_module.GAP_S + 0.1) == {"ann": 2}


def test_a_box_model_is_followed_by_its_mesh(template):
    world = World(template, rule=CropRule("box", 1.2))
    world.people["ann"] = (400, 360, 200)
    world.frame()
    pixels = world.mesh[:, :2] * 200 + [400, 360]
    expected = crop_from_points(world.rule, pixels)
    np.testing.assert_allclose(world.tracker.tracks[0].crop.center, expected.center, atol=0.1)
    assert world.tracker.tracks[0].crop.size == pytest.approx(expected.size, rel=1e-3)
