"""Who is followed, who is who, and when the detector is asked: the tracker with a made-up network."""

from typing import TYPE_CHECKING

import numpy as np
import pytest

from app.live import tracker as tracker_module
from app.live.tracker import Tracker
from app.types import Detection, Frame
from models.camera.crop import CropBox, CropRule, crop_from_landmarks, crop_from_points
from models.camera.projection import Pinhole
from models.inference.model_info import ModelInfo
from models.inference.onnx_model import Estimate
from tests.fakes.tiny_model import make_template

if TYPE_CHECKING:
    from collections.abc import Callable

RULE = CropRule("landmarks", 1.3, rotate=True)
SIZE = (1280, 720)
IMAGE = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
CAMERA = Pinhole.of_photo(SIZE)


def info(kind="body", rule=RULE) -> ModelInfo:
    return ModelInfo("m", kind, 64, (0,) * 3, (1,) * 3, rule, "t", "", "doll", (), 0, {}, {})


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    return make_template(tmp_path_factory.mktemp("doll") / "doll.npz")


def is_part(regions):
    return regions[0].width < SIZE[0]


class World:
    """People at known places, whom a perfect detector and network see.

    Attributes
    ----------
    people : x, y of the root in pixels, and pixels a metre, by name.
    invisible : whom the detector does not see.
    ghosts : whom the detector alone sees, as ``people``.
    script : what the detector says instead, for a small part of the image or not.
    smallest : height that the detector finds, as a fraction of where it looks; 0 finds everybody everywhere.
    presence : what the network says of somebody.
    searches : for each frame, the regions of each look of the detector.
    subjects : for each frame, what the network was asked.
    """

    def __init__(self, template, rule=RULE, kind="body", judged=True, live=False):
        self.template, self.rule, self.judged, self.kind = template, rule, judged, kind
        self.tracker = Tracker(info(kind, rule), template, self.network, self.detect, live=live)
        self.people: dict[str, tuple[float, float, float]] = {}
        self.invisible: set[str] = set()
        self.smallest = 0.0
        self.ghosts: list[tuple[float, float, float]] = []
        self.script: Callable[[bool], list[Detection]] | None = None
        self.presence = {}
        self.searches, self.subjects = [], []
        self.time_s = 0.0
        self.mesh = template.centred(template.v_template)[0]
        self.is_left: dict[str, bool] = {}

    def landmarks(self, place):
        name = "hand21" if self.kind == "hand" else "mediapipe33"
        return self.template.joint_sets[name].regress(self.mesh)[:, :2] * place[2] + np.array(place[:2])

    def detection(self, place, score=1.0, is_left=False):
        points = self.landmarks(place).astype(np.float32)
        return Detection(points, np.ones(len(points), np.float32), score, is_left)

    def detect(self, image, regions):
        self.searches[-1].append(regions)
        if self.script is not None:
            return self.script(is_part(regions))
        who = [(n, p) for n, p in self.people.items() if n not in self.invisible]
        if self.smallest:
            who = [(n, p) for n, p in who if any(self.is_found(p, region) for region in regions)]
        who += [("ghost", p) for p in self.ghosts]
        return [self.detection(p, is_left=self.is_left.get(n, False)) for n, p in who]

    def is_found(self, place, region):
        points = self.landmarks(place) - [region.x, region.y]
        inside = ((points >= 0) & (points <= [region.width, region.height])).all()
        return inside and np.ptp(points[:, 1]) >= self.smallest * max(region.width, region.height)

    def network(self, subjects):
        self.subjects[-1] += subjects
        return [self.look(subject.crop, subject.is_left) for subject in subjects]

    def look(self, crop: CropBox, is_left: bool) -> Estimate:
        """What the network sees in a crop: whoever is nearest to its middle, if somebody is in it."""
        inside = [
            (float(np.linalg.norm(crop.center - p[:2])), n, p)
            for n, p in self.people.items()
            if np.linalg.norm(crop.center - p[:2]) < crop.size / 2
        ]
        if not inside:
            return self.estimate(crop, (crop.center[0], crop.center[1], crop.size / 3), 0.01, is_left)
        _, name, place = min(inside)
        return self.estimate(crop, place, self.presence.get(name, 0.99), is_left)

    def estimate(self, crop, place, presence, is_left):
        scale = place[2] * 2 / crop.size
        offset = (np.array(place[:2], np.float32) - crop.center) @ crop.rotation() * (2 / crop.size)
        return Estimate(
            crop,
            self.mesh,
            self.mesh[:14],
            np.array([scale, *(offset / scale)], np.float32),
            presence if self.judged else None,
            is_left,
        )

    def tracks(self, people=1, dt=1 / 30):
        """Track one frame; return who is there."""
        self.time_s += dt
        self.searches.append([])
        self.subjects.append([])
        frame = Frame(len(self.searches), IMAGE, 0.0, self.time_s)
        return self.tracker.track(frame, CAMERA, people)

    def frame(self, people=1, dt=1 / 30):
        """Track one frame; return the ids, by name of who is there."""
        tracks, ids = self.tracks(people, dt), {}
        for track in tracks:
            middle = track.estimate.on_image(np.zeros(3, np.float32))
            name = min(
                self.people,
                key=lambda n: np.linalg.norm(np.array(self.people[n][:2]) - middle),
                default="nobody",
            )
            ids[name] = track.id
        assert len(ids) == len(tracks)
        return ids

    def run(self, frames, people=1):
        return [self.frame(people) for _ in range(frames)]


@pytest.fixture
def world(template):
    return World(template)


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


def test_nobody_is_shown_where_nobody_is(world):
    assert world.run(5) == [{}] * 5


def test_somebody_is_found_at_once_and_then_followed_without_the_detector(world):
    world.people["ann"] = (400, 360, 200)
    assert world.frame() == {"ann": 1}
    shown = []
    for i in range(60):
        world.people["ann"] = (400 + 6 * i, 360, 200)
        shown.append(world.frame())
    assert shown == [{"ann": 1}] * 60
    assert sum(map(len, world.searches[1:])) == 0


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


@pytest.mark.parametrize(("presence", "looks"), [(0.9, 2), (0.3, 1)])
def test_the_second_look_is_where_the_mesh_was_and_only_at_whom_the_network_sees(world, presence, looks):
    world.people["ann"] = (400, 360, 200)
    world.presence["ann"] = presence
    rough = world.detection((430, 330, 250))
    world.script = lambda part: [] if part else [rough]
    world.frame(people=1)
    subjects = world.subjects[0][:looks]
    places = [rough.landmarks, world.landmarks((400, 360, 200))][:looks]
    for subject, points in zip(subjects, places, strict=True):
        np.testing.assert_allclose(subject.crop.center, crop_from_landmarks(RULE, points).center, atol=1e-2)
        np.testing.assert_allclose(subject.points_2d, points, atol=1e-2)
    whole = [regions for regions in world.searches[0] if not is_part(regions)]
    assert len(world.subjects[0]) == (2 if looks == 2 else len(whole))


@pytest.mark.parametrize(("judged", "shown"), [(True, 0), (False, 1)])
def test_a_mesh_outside_its_crop_shows_where_only_the_detector_says_that_somebody_is_there(
    template, judged, shown
):
    """So that an untrained network is seen to be wrong, not taken for one that finds nobody."""
    world = World(template, judged=judged)
    detection = world.detection((400, 360, 200))
    world.script = lambda part: [detection]
    world.look = lambda crop, left: world.estimate(crop, (1900, 360, 3000), 0.99, left)
    crop = crop_from_landmarks(RULE, detection.landmarks)
    assert [(*track.crop.center, track.crop.size) for track in world.tracks()] == [
        (*crop.center, crop.size)
    ] * shown


def test_a_mesh_that_is_no_body_is_not_shown(world):
    """A network that sees a shoe, or somebody behind others, makes a stick of it."""
    world.people["ann"] = (400, 360, 200)
    body = world.mesh
    world.mesh = body * np.float32([0.3, 1, 0.3])
    assert world.frame() == {}
    world.mesh = body
    assert world.frame() == {"ann": 1}
    world.mesh = body * np.float32([0.3, 1, 0.3])
    assert world.frame() == {}  # waited for
    world.mesh = body * np.float32([0.8, 1, 0.8])
    assert world.frame() == {"ann": 1}


def test_a_mesh_of_no_numbers_never_shows(template):
    world = World(template, judged=False)
    world.people["ann"] = (400, 360, 200)
    world.look = lambda crop, left: world.estimate(crop, (np.nan, 360, 200), 0.99, left)
    assert world.tracks() == []
    assert len(world.subjects[0]) == len(world.searches[0])  # it is not looked at twice


def test_a_new_scene_is_searched_through_and_stops_when_all_are_found(world):
    world.frame(people=2)
    sizes = [regions[0].width for regions in world.searches[0]]
    assert len(sizes) == 4
    assert sizes[0] == SIZE[0]
    assert sizes[-1] < 0.7 * SIZE[1]
    world.people["ann"] = (400, 360, 200)
    world.frame(people=1, dt=2.0)
    assert len(world.searches[1]) == 1


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
    assert len(parts) >= 15  # all of them in turn


def test_while_somebody_is_missing_searches_are_spread_over_time(world):
    world.people["ann"] = (400, 360, 200)
    world.run(91, people=2)  # three seconds
    later = [s for searches in world.searches[1:] for s in searches]
    assert 10 <= len(later) <= 12
    whole = [r[0].width == SIZE[0] and r[0].x == 0 for r in later]
    assert whole.count(True) >= 5
    assert whole.count(False) >= 5


def test_what_the_network_does_not_believe_is_not_shown(world):
    world.ghosts.append((700, 300, 200))
    assert world.run(3) == [{}] * 3
    world.people["ann"] = (300, 360, 100)  # smaller than the ghost, and real
    assert world.frame() == {"ann": 1}


def test_a_doubtful_newcomer_waits_but_one_who_is_followed_stays(world):
    doubtful = (tracker_module.START_PRESENCE + tracker_module.KEEP_PRESENCE) / 2
    world.people["ann"], world.presence["ann"] = (400, 360, 200), doubtful
    assert world.run(3) == [{}] * 3
    world.presence["ann"] = 0.99
    assert world.frame() == {"ann": 1}
    world.presence["ann"] = doubtful
    assert world.run(30) == [{"ann": 1}] * 30


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


def test_a_hand_is_not_a_person(world):
    world.people["ann"] = (400, 360, 200)
    world.frame(people=2)
    world.ghosts.append((330, 340, 50))
    world.run(60, people=2)
    # Large enough to be somebody before ann, unless cut out of a part.
    large = world.detection((330, 340, 140))
    world.script = lambda part: [large] if part else []
    world.run(60, people=2)
    assert {len(subjects) for subjects in world.subjects[1:]} == {1}  # ann's own crop and no other
    world.script = lambda part: [] if part else [large]
    world.run(60, people=2)
    assert max(len(subjects) for subjects in world.subjects[1:]) > 1


def test_a_small_mesh_inside_a_person_is_not_a_person(world):
    """The detector may find a hand outside the landmarks of its person, the mesh then lies inside."""
    world.people["ann"] = (400, 360, 200)
    world.frame(people=2)
    world.ghosts.append((520, 300, 50))
    look = world.look
    world.look = lambda crop, left: (
        world.estimate(crop, (470, 300, 50), 0.99, left) if crop.size < 200 else look(crop, left)
    )
    assert world.run(60, people=2) == [{"ann": 1}] * 60
    assert max(len(subjects) for subjects in world.subjects) == 3  # it was looked at twice


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


def test_a_mesh_that_flies_out_of_its_crop_is_not_believed(world):
    world.people["ann"] = (400, 360, 200)
    world.frame()
    look = world.look
    world.look = lambda crop, left: world.estimate(crop, (400 + 3 * crop.size, 360, 200), 0.99, left)
    assert world.frame() == {}
    world.look = lambda crop, left: world.estimate(crop, (np.nan, 360, 200), 0.99, left)
    assert world.frame() == {}
    world.look = look
    assert world.frame() == {"ann": 1}


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
    world.smallest = 0.25
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
    world.smallest = 0.25
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


def test_a_box_model_is_followed_by_its_mesh(template):
    world = World(template, rule=CropRule("box", 1.2))
    world.people["ann"] = (400, 360, 200)
    world.frame()
    pixels = world.mesh[:, :2] * 200 + [400, 360]
    expected = crop_from_points(world.rule, pixels)
    np.testing.assert_allclose(world.tracker.tracks[0].crop.center, expected.center, atol=0.1)
    assert world.tracker.tracks[0].crop.size == pytest.approx(expected.size, rel=1e-3)


def test_left_and_right_hands_are_told_apart(template):
    world = World(template, rule=CropRule("box", 2.0), kind="hand")
    world.people |= {"left": (300, 360, 100), "right": (900, 360, 100)}
    world.is_left["left"] = True
    world.frame(people=2)
    lefts = {t.estimate.crop.center[0] < 600: t.estimate.is_left for t in world.tracks(people=2)}
    assert lefts == {True: True, False: False}


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
