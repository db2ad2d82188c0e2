"""The loop of the sample clip closes, and feet stand still while they carry."""

import numpy as np
import pytest

from models.sample_clip.choreography import PARENTS22, Skeleton22, choreograph
from models.sample_clip.footwork import DANCE, END, FPS, WALK
from models.synthetic.poses import JOINT


@pytest.fixture(scope="module")
def loop(anny):
    """A body, its motion, and the (T, 22, 3) positions of its joints."""
    body = Skeleton22(anny.skeleton.names, anny.skeleton.heads, float(anny.v_template[:, 1].max()))
    phase = np.arange(31)[:, None, None] / 31 * 2 * np.pi
    motion = choreograph(body, 0.2 * np.sin(phase + np.arange(22)[:, None]) * np.ones(3))
    world = motion.rotations.copy()
    joints = np.empty((len(world), 22, 3))
    joints[:, 0] = motion.pelvis
    for j, parent in enumerate(PARENTS22):
        if parent >= 0:
            joints[:, j] = joints[:, parent] + world[:, parent] @ (body.rest[j] - body.rest[parent])
            world[:, j] = world[:, parent] @ motion.rotations[:, j]
    return body, motion, joints


def test_the_end_goes_on_with_the_beginning(loop):
    _, motion, joints = loop
    assert len(motion.pelvis) == round(END * FPS)
    steps = np.linalg.norm(np.roll(joints, -1, axis=0) - joints, axis=-1).max(1)
    assert steps[-1] < steps[:-1].max()
    np.testing.assert_allclose(np.linalg.det(motion.rotations), 1, atol=1e-9)


def test_feet_stand_still_until_the_dance_lifts_them(loop):
    _, _, joints = loop
    for side in "LR":
        ankle = joints[: round((DANCE - 0.1) * FPS), JOINT[f"{side}_ankle"]]
        assert np.ptp(ankle, axis=0).max() < 2e-3


def test_one_foot_carries_while_the_other_swings(loop):
    _, _, joints = loop
    walk = slice(round((WALK + 0.5) * FPS), round((END - 1.5) * FPS))
    toes = joints[walk][:, [JOINT["L_foot"], JOINT["R_foot"]]]
    speed = np.linalg.norm(np.diff(toes, axis=0), axis=-1) * FPS
    assert speed.min(1).max() < 0.5
    assert speed.max() > 1.5


def test_the_squat_goes_down_and_no_leg_is_stretched_beyond_its_length(loop):
    body, motion, joints = loop
    assert np.ptp(motion.pelvis[:, 1]) > 0.3
    for side in "LR":
        reach = np.linalg.norm(joints[:, JOINT[f"{side}_ankle"]] - joints[:, JOINT[f"{side}_hip"]], axis=1)
        bones = body.offset(f"{side}_hip", f"{side}_knee"), body.offset(f"{side}_knee", f"{side}_ankle")
        assert reach.max() < sum(map(np.linalg.norm, bones))
