"""What the tracker takes for a person."""

import numpy as np
import pytest

from app.live import tracker as tracker_module
from models.camera.crop import crop_from_landmarks
from tests.fakes.tracked_world import RULE, World, is_part


def test_nobody_is_shown_where_nobody_is(world):
    assert world.run(5) == [{}] * 5


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


@pytest.mark.parametrize("hips", [0.02, 0.8])
def test_what_is_made_of_hips_that_nobody_saw_tells_nothing(world, hips):
    """Somebody at a desk shows head, shoulders and arms; narrow hips that were seen are no body's."""
    world.people["ann"] = (400, 360, 200)
    below = (world.mesh[:, 1:2] > -0.2) & (np.abs(world.mesh[:, :1]) < 0.3)
    world.mesh = np.where(below, world.mesh * np.float32([0.3, 1, 0.3]), world.mesh)
    world.joint_scores = np.where(np.arange(17) < 11, 0.8, hips).astype(np.float32)
    assert world.frame() == ({} if hips > 0.5 else {"ann": 1})


FACE, SHOULDERS, HIPS, ARMS = range(5), (5, 6), (11, 12), range(7, 11)


@pytest.mark.parametrize(
    ("seen", "shown"),
    [
        ((*FACE, *SHOULDERS), True),  # at a desk
        ((0, 1, 3, 5, 11, 13), True),  # from the side
        ((*SHOULDERS, 3, 4, *HIPS), True),  # from behind
        ((*FACE, 5, *ARMS), False),  # nothing that the mesh could hang on: of several people, or no trunk
        ((6, 8, 10, 12), False),  # an arm beside somebody
    ],
)
def test_somebody_new_is_shown_who_shows_a_trunk_and_some_more(world, seen, shown):
    world.people["ann"] = (400, 360, 200)
    world.joint_scores = np.where(np.isin(np.arange(17), seen), 0.8, 0.1).astype(np.float32)
    assert world.frame() == ({"ann": 1} if shown else {})


@pytest.mark.parametrize(("presence", "beside", "shown"), [(0.7, 0, 1), (0.7, 40, 0), (0.95, 40, 1)])
def test_a_doubtful_first_look_must_be_borne_out_by_the_second(world, presence, beside, shown):
    """What is seen of nobody in particular becomes somebody else at each look, of parts of those around."""
    detection = world.detection((400 + beside / 2, 360, 200))
    world.script = lambda part: [] if part else [detection]

    def look(crop, left):
        first = len(world.subjects[-1]) == 1
        seen = (5, 7, 9, 11) if first else range(17)
        world.joint_scores = np.where(np.isin(np.arange(17), seen), 0.8, 0.1).astype(np.float32)
        there = (400 + (0 if first else beside), 360, 200)
        return world.estimate(crop, there, presence if first else 0.99, left)

    world.look = look
    assert len(world.tracks()) == shown


def test_somebody_who_is_followed_may_be_hidden_but_for_a_few_joints(world):
    world.people["ann"] = (400, 360, 200)
    world.joint_scores = np.full(17, 0.8, np.float32)
    assert world.frame() == {"ann": 1}
    world.joint_scores = np.where(np.isin(np.arange(17), (0, 1, 2, 5)), 0.8, 0.1).astype(np.float32)
    assert world.run(3) == [{"ann": 1}] * 3


def test_a_mesh_of_no_numbers_never_shows(template):
    world = World(template, judged=False)
    world.people["ann"] = (400, 360, 200)
    world.look = lambda crop, left: world.estimate(crop, (np.nan, 360, 200), 0.99, left)
    assert world.tracks() == []
    assert len(world.subjects[0]) == len(world.searches[0])  # it is not looked at twice


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


def test_a_second_look_that_takes_a_neighbour_for_somebody_is_not_believed(template):
    class Drifting(World):
        """The network sees ann at the first look and her neighbour at the second."""

        def look(self, crop, is_left):
            name = "bob" if len(self.subjects[-1]) > 1 else "ann"
            return self.estimate(crop, self.people[name], 0.99, is_left)

    world = Drifting(template)
    world.people |= {"ann": (400, 360, 150), "bob": (520, 360, 200)}
    world.invisible.add("bob")
    assert world.frame() == {"ann": 1}
