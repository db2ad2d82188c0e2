"""What is remembered of joints in the last moments."""

from dataclasses import replace

import numpy as np

from app.live.joint_memory import REMEMBERED_S, JointMemory
from models.body.joints import FASTMETRO14
from tests.fakes.live_window import person

NAMES = tuple(FASTMETRO14)


def test_places_come_back_with_their_times_in_the_camera_of_the_picture():
    memory = JointMemory()
    for i in range(5):
        memory.add([replace(person(i / 100), translation=np.array([0, 0, 2], np.float32))], i / 10)
    paths = memory.paths(1, NAMES)
    np.testing.assert_allclose(paths.times_s, np.arange(5) / 10)
    np.testing.assert_allclose(paths.curve(3, "x").values, np.arange(5), atol=1e-4)
    np.testing.assert_allclose(paths.curve(3, "z").values, 200 + np.arange(5), atol=1e-3)


def test_somebody_who_was_away_leaves_a_gap():
    memory = JointMemory()
    for i in range(6):
        memory.add([] if i in (2, 3) else [person(float(i))], i / 10)
    assert memory.paths(1, NAMES).curve(0, "x").stretches == (slice(0, 2), slice(2, 4))
    assert memory.paths(2, NAMES) is None


def test_only_the_last_moments_are_remembered():
    memory = JointMemory()
    for i in range(400):
        memory.add([person()], i / 10)
    times = memory.paths(1, NAMES).times_s
    assert times[-1] - times[0] <= REMEMBERED_S
    assert memory.span_s == (39.9 - REMEMBERED_S, 39.9)


def test_a_video_that_begins_again_begins_anew():
    memory = JointMemory()
    memory.add([person()], 5.0)
    memory.add([person()], 0.0)
    assert memory.paths(1, NAMES).times_s.tolist() == [0.0]
