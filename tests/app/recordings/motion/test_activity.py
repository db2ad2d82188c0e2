"""How quickly people move over a recording, and when their feet stand."""

import h5py
import numpy as np
import pytest

from app.background_job import StoppedError
from app.recordings.motion import activity
from app.recordings.motion.activity import Activity, activity_of_all
from app.recordings.motion.foot_contacts import Frustum
from app.recordings.motion.joint_curves import JointPaths
from app.recordings.motion.motion import RecordedMotion
from app.recordings.reader import Recording
from models.body.joints import FASTMETRO14
from models.body.skinning import Skinner, corpus_rotations
from tests.fakes.doll_recordings import FRAMES, record
from tests.fakes.recorded_take import record_one

FPS = 30
LEFT, RIGHT = 0, 1


def activities(path) -> dict[int, Activity]:
    with Recording(path) as recording:
        motions = [RecordedMotion(recording, person) for person in recording.ids]
        people = {motion.id: (JointPaths.of(motion), Frustum.of(motion)) for motion in motions}
    return activity_of_all(people)


def record_standing(anny, path, seconds=3.0, moves=lambda times: np.zeros((len(times), 3))):
    """Record somebody who stands three metres away, all of whom is moved by (N, 3) metres."""
    times = np.arange(round(seconds * FPS)) / FPS
    rest = corpus_rotations(anny, np.zeros((1, 22, 3)))
    mesh = Skinner(anny).pose(anny.skeleton.population[:1], rest)[0][0]
    mesh = mesh - mesh.mean(axis=0) + [0, 0, 5]
    return record_one(path, anny, times, mesh + moves(times)[:, None])


def test_speed_is_that_of_the_joints_in_metres_a_second(doll, tmp_path):
    found = activities(record(tmp_path / "a.h5", doll, people=lambda row: (1, 4)))
    assert list(found) == [1, 4]
    for each in found.values():
        np.testing.assert_allclose(each.speed.values, 0.1, atol=1e-3)  # a centimetre in a tenth of a second
        np.testing.assert_allclose(each.speed.times_s, np.arange(FRAMES) / 10)


def test_nobody_is_said_to_move_while_away(doll, tmp_path):
    path = record(tmp_path / "a.h5", doll, people=lambda row: () if 8 <= row < 14 else (1,))
    speed = activities(path)[1].speed
    assert speed.at(0.5) == pytest.approx(0.1, abs=1e-3)
    assert speed.at(1.1) is None
    assert speed.values.max() < 0.11  # none is taken across the gap


def test_feet_stand_between_steps_only(anny, tmp_path):
    def moves(times):  # all of the body goes a metre aside between the first second and the second
        return np.clip(times - 1, 0, 1)[:, None] * [1.0, 0, 0]

    (found,) = activities(record_standing(anny, tmp_path / "a.h5", moves=moves)).values()
    for side in (LEFT, RIGHT):
        standing = np.array(found.feet[side]).round(1)
        assert standing[0].tolist() == pytest.approx([0.1, 1.0], abs=0.2)
        assert standing[-1].tolist() == pytest.approx([2.0, 2.9], abs=0.2)
        assert not any(start < 1.5 < end for start, end in found.feet[side])
    assert found.speed.at(1.5) == pytest.approx(1.0, abs=0.1)
    assert found.speed.at(0.5) == pytest.approx(0.0, abs=0.05)


def test_blocks_do_not_show(anny, tmp_path, monkeypatch):
    path = record_standing(anny, tmp_path / "a.h5", moves=lambda times: np.sin(times)[:, None] * [0.3, 0, 0])
    (whole,) = activities(path).values()
    monkeypatch.setattr(activity, "BLOCK", 20)
    (in_blocks,) = activities(path).values()
    np.testing.assert_allclose(in_blocks.speed.values, whole.speed.values, atol=0.01)


def test_what_is_no_number_has_no_speed_and_the_others_have(doll, tmp_path):
    path = record(tmp_path / "a.h5", doll, people=lambda row: (1, 2))
    with h5py.File(path, "r+") as file:
        file["people/joints"][6, FASTMETRO14.index("R_Ankle")] = np.nan  # of person 1
    first, second = activities(path).values()
    assert first.speed.stretches == ()
    assert second.speed.at(0.3) == pytest.approx(0.1, abs=1e-3)


def test_it_can_be_stopped():
    def stop(_done, _total):
        raise StoppedError

    paths = JointPaths(("Head",), np.arange(5) / FPS, np.zeros((5, 1, 3)), np.array([5]))
    with pytest.raises(StoppedError):
        activity_of_all({1: (paths, Frustum(600.0, (640, 480)))}, stop)


def test_a_model_without_ankles_has_no_feet():
    paths = JointPaths(("Wrist",), np.arange(90) / FPS, np.zeros((90, 1, 3)), np.array([90]))
    found = Activity.of(paths, Frustum(600.0, (640, 480)))
    assert found.feet == ()
    assert found.speed.at(1.0) == 0
