"""Fingers of everybody who is followed: whose turn it is, what is kept, and what becomes of the mesh."""

import itertools
import time
from dataclasses import replace

import av
import numpy as np
import pytest

from app.live.hands import HELD_S, LiveHands
from app.live.live_bones import LiveBones
from app.live.mesh_step import MeshStep
from app.options import Options
from app.recordings.motion.motion import RecordedMotion
from app.recordings.progress import no_progress
from app.recordings.reader import Recording
from app.types import Frame
from models.body.finger_angles import FingerRig
from models.body.skinning import Skinner, corpus_rotations
from models.inference.paths import ASSETS
from tests.app.live.doll_frames import doll_at
from tests.fakes.recorded_take import make_person, write_take
from tests.fakes.tiny_model import DollDetector

STEP_S = 1 / 30


class ScriptedReader:
    """Sees every hand closed, as long as it sees any."""

    def __init__(self, anny):
        rig, skeleton = FingerRig(anny), anny.skeleton
        fist = np.float32([0.9, 0.0, 1.0, 0.7]) * np.ones((5, 1), np.float32)
        directions = rig.directions(np.stack([fist, fist]))
        bones = rig.bones.reshape(2, 5, 3)
        self.points = []
        for side in (0, 1):
            at = [skeleton.heads[bones[side, :, 0]]]
            for joint in range(3):
                at.append(at[-1] + 0.03 * directions[side, :, joint])
            points = np.stack(at, 1).reshape(20, 3)
            self.points.append(np.concatenate([skeleton.heads[rig.wrists[side]][None], points]) * 500)
        self.sees, self.read_places, self.is_closed = True, [], False

    def read(self, image, place, expected=None):
        self.read_places.append(place)
        return self.points[0 if place.is_left else 1] if self.sees else None

    def close(self):
        self.is_closed = True


def somebody(anny, person_id, x=0.0):
    betas = anny.skeleton.population[person_id]
    rotations = corpus_rotations(anny, np.zeros((1, 22, 3)))
    vertices, root = anny.centred(Skinner(anny).pose(betas[None], rotations)[0][0])
    return make_person(anny, person_id, vertices, np.array([x, 0.0, 2.5], np.float32) + root[0])


def frame_at(time_s):
    return Frame(round(30 * time_s), np.zeros((720, 1280, 3), np.uint8), 0.0, time_s)


@pytest.fixture
def people(anny):
    return LiveBones(anny).of_everybody((somebody(anny, 1, -0.5), somebody(anny, 2, 0.5)), {1, 2})


@pytest.fixture
def reader(anny):
    return ScriptedReader(anny)


def bent(anny, person, own):
    """(30,) radians by which finger bones are turned from those that the mesh itself has."""
    bones = FingerRig(anny).bones
    turns = own.pose.rotations[bones].swapaxes(1, 2) @ person.pose.rotations[bones]
    return np.arccos(np.clip((np.trace(turns, axis1=1, axis2=2) - 1) / 2, -1, 1))


def test_a_live_picture_waits_for_one_hand_only_and_each_has_its_turn(anny, people, reader):
    hands = LiveHands(anny, at_once=False, reader=reader)
    for step in range(8):
        hands.of_everybody(frame_at(step * STEP_S), people, {1, 2}, 0.5)
        assert len(reader.read_places) == step + 1
    places = [(round(place.wrist[0]), place.is_left) for place in reader.read_places]
    assert len({*places[:4]}) == 4
    assert places[:4] == places[4:]


def test_of_files_every_hand_is_read_in_every_frame(anny, people, reader):
    hands = LiveHands(anny, at_once=True, reader=reader)
    for person, own in zip(hands.of_everybody(frame_at(0.0), people, {1, 2}, 0.5), people, strict=True):
        assert bent(anny, person, own).min() > 0.2  # at once: there is no motion to wait for
    assert len(reader.read_places) == 4


def test_only_fingers_move_and_they_become_those_of_the_posed_body(anny, people, reader):
    hands = LiveHands(anny, at_once=True, reader=reader)
    (person,) = hands.of_everybody(frame_at(0.0), people[:1], {1}, 0.5)
    skeleton, rig = anny.skeleton, FingerRig(anny)
    fingers = skeleton.weights.dense(len(skeleton.names))[:, rig.bones].sum(1)
    np.testing.assert_array_equal(person.vertices[fingers == 0], people[0].vertices[fingers == 0])
    pose = person.pose
    posed = Skinner(anny).pose(pose.betas[None], pose.rotations[None])[0][0] + pose.translation
    tips = fingers > 0.999
    np.testing.assert_allclose((person.vertices + person.translation)[tips], posed[tips], atol=1e-5)
    moved = np.linalg.norm(person.vertices - people[0].vertices, axis=1)
    assert moved.max() > 0.03
    # Towards the palm the mesh's own surface fades in.
    edges = np.sort(anny.faces[0][:, [0, 1]], axis=1)
    steps = np.linalg.norm(np.diff(person.vertices[edges], axis=1)[:, 0], axis=1)
    before = np.linalg.norm(np.diff(people[0].vertices[edges], axis=1)[:, 0], axis=1)
    assert (steps < before + 0.025).all()


def test_a_hand_that_is_lost_is_held_and_then_eases_back(anny, people, reader):
    hands = LiveHands(anny, at_once=True, reader=reader)
    followed = people[:1]

    def after(frames, start):
        for step in range(frames):
            (person,) = hands.of_everybody(frame_at(start + step * STEP_S), followed, {1}, 0.5)
        return person

    closed = bent(anny, after(30, 0.0), people[0]).mean()
    reader.sees = False
    held = int(HELD_S / STEP_S) - 1
    assert bent(anny, after(held, 1.0), people[0]).mean() == pytest.approx(closed, rel=0.01)
    easing = [bent(anny, after(1, 1.0 + (held + step) * STEP_S), people[0]).mean() for step in range(24)]
    assert all(later <= earlier + 1e-6 for earlier, later in itertools.pairwise(easing))
    assert max(abs(np.diff(easing))) < 0.45 * closed  # it does not snap
    assert easing[-1] < 5e-3
    back = after(1, 3.0)
    np.testing.assert_array_equal(back.vertices, followed[0].vertices)


def test_what_is_read_once_only_is_not_shown_but_in_a_picture_of_its_own(anny, people, reader):
    hands = LiveHands(anny, at_once=True, reader=reader)
    reader.sees = False
    for step in range(3):
        hands.of_everybody(frame_at(step * STEP_S), people[:1], {1}, 0.5)
    shown = []
    for step, reader.sees in enumerate((True, False, False, True, True), start=3):
        (person,) = hands.of_everybody(frame_at(step * STEP_S), people[:1], {1}, 0.5)
        shown.append(person is not people[0])
    assert shown == [False, False, False, False, True]
    (person,) = hands.of_everybody(frame_at(5.0), people[:1], {1}, 0.5)  # such as the next photo of a folder
    assert bent(anny, person, people[0]).min() > 0.2


def test_another_person_does_not_inherit_fingers(anny, people, reader):
    hands = LiveHands(anny, at_once=True, reader=reader)
    hands.of_everybody(frame_at(0.0), people[:1], {1}, 0.5)
    hands.of_everybody(frame_at(STEP_S), (), set(), 0.5)
    reader.sees = False
    (person,) = hands.of_everybody(frame_at(2 * STEP_S), people[:1], {1}, 0.5)
    assert person is people[0]


def test_hands_too_small_to_be_read_are_not_looked_for(anny, people, reader):
    far = tuple(
        replace(p, translation=4 * p.translation, pose=replace(p.pose, translation=4 * p.pose.translation))
        for p in people
    )
    hands = LiveHands(anny, at_once=True, reader=reader)
    assert all(a is b for a, b in zip(hands.of_everybody(frame_at(0.0), far, {1, 2}, 0.5), far, strict=True))
    assert not reader.read_places
    hands.close()
    assert reader.is_closed


def test_exports_of_a_recording_have_the_fingers(anny, reader, tmp_path):
    bones, hands = LiveBones(anny), LiveHands(anny, at_once=True, reader=reader)
    frames = []
    for step in range(5):
        found = bones.of_everybody((somebody(anny, 1),), {1})
        frames.append((step * STEP_S, hands.of_everybody(frame_at(step * STEP_S), found, {1}, 0.5)))
    write_take(tmp_path / "take.h5", anny, frames)
    with Recording(tmp_path / "take.h5") as recording:
        exported = RecordedMotion(recording, 1).bones(anny, no_progress).fitted.rotations
    rig = FingerRig(anny)
    for (_, (person,)), turns in zip(frames, exported, strict=True):
        off = person.pose.rotations[rig.bones].swapaxes(1, 2) @ turns[rig.bones]
        angles = np.degrees(np.arccos(np.clip((np.trace(off, axis1=1, axis2=2) - 1) / 2, -1, 1)))
        assert np.median(angles) < 8
    own = bones.of_everybody((somebody(anny, 1),), {1})[0]
    assert np.degrees(bent(anny, frames[-1][1][0], own)).mean() > 30


@pytest.fixture(scope="module")
def waving() -> np.ndarray:
    """A frame of the bundled clip in which somebody waves with the left hand."""
    with av.open(ASSETS / "sample.mp4") as file:
        return next(itertools.islice(file.decode(video=0), 183, None)).to_ndarray(format="rgb24")


def test_the_hands_of_the_bundled_clip_are_read(anny, waving):
    step = MeshStep(Options(hands=True, smoothing=0.0), bones=True)
    found = step.step(Frame(0, waving, time.perf_counter(), 0.0))
    assert found.times.hands > 0
    # Switched off it takes no time.
    step.options = replace(step.options, hands=False)
    frame = Frame(1, waving, time.perf_counter(), 1.0)
    plain = step.step(frame)
    step.close()
    assert plain.times.hands == 0
    (own,) = plain.people
    hands = LiveHands(anny, at_once=True)
    (person,) = hands.of_everybody(frame, plain.people, {own.id}, 0.0)
    hands.close()
    assert bent(anny, person, own)[:15].mean() > 0.1
    np.testing.assert_array_equal(person.joints, own.joints)


def test_a_body_without_fingers_has_none_to_read(options, template):
    step = MeshStep(replace(options, hands=True), detector=DollDetector(template))
    result = step.step(Frame(0, doll_at(template, 160), time.perf_counter(), 0.0))
    step.close()
    assert len(result.people) == 1
    assert result.times.hands == 0
