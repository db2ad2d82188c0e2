"""Arms and legs of a followed person keep one length, and lie in the picture where they lay."""

from dataclasses import replace

import numpy as np
import pytest

from app.live.limb_lengths import HeldLimbs, LimbLengths, held_limbs_of
from app.live.mesh_step import MeshStep
from app.live.smoothing import GAP_S, Pose
from app.live.sources.open import open_source
from app.options import Options
from models.body.limb_skin import LIMBS, LimbSkin
from models.body.skinning import Skinner
from models.body.stature import Stature

FPS = 30.0
FAR = np.float32([0.2, 0.1, 3.0])
USUAL = np.array([[0.16, 0.14], [0.23, 0.25]])


def lengths_of(joints) -> np.ndarray:
    return np.linalg.norm(np.diff(np.asarray(joints)[..., LIMBS, :], axis=-2), axis=-1)


@pytest.fixture(scope="module")
def network(anny):
    """Give poses as a network draws them: each frame another length of every segment."""
    skin, joints = LimbSkin(anny), anny.joint_sets["fastmetro14"]

    def drawn(mesh, count, spread=0.08, seed=0):
        rng = np.random.default_rng(seed)
        limbs = joints.regress(mesh)[LIMBS]
        for _ in range(count):
            factors = np.exp(rng.normal(0, spread, (4, 2, 1)))
            after = limbs.copy()
            after[:, 1:] = limbs[:, :1] + np.cumsum(factors * np.diff(limbs, axis=1), axis=1)
            vertices = skin.moved(mesh, limbs, after)
            yield Pose(vertices, joints.regress(vertices), FAR)

    return drawn


def follow(held, poses, number=1, start_s=0.0):
    out = []
    for i, pose in enumerate(poses):
        placed = held.at_labelled_places(pose)
        out.append(held.held(number, placed, placed, pose.vertices, start_s + i / FPS))
    return out


def test_lengths_settle_within_a_second_and_the_mesh_has_them_too(anny, network):
    held = HeldLimbs(anny)
    drawn = list(network(anny.v_template, 90))
    found = follow(held, drawn)
    before = lengths_of([held.at_labelled_places(pose).joints for pose in drawn])
    after = lengths_of([pose.joints for pose in found])
    assert (before.std(0) / before.mean(0)).min() > 0.05
    assert (after[30:].std(0) / after[30:].mean(0)).max() < 0.01
    np.testing.assert_allclose(after[-1], before.mean(0), rtol=0.04)
    np.testing.assert_allclose(after[30:, ::2], after[30:, 1::2], rtol=0.01)  # right as left
    in_mesh = np.array([held.at_labelled_places(pose).joints for pose in found])
    told = np.array([pose.joints for pose in found])
    assert np.linalg.norm(in_mesh - told, axis=-1).max() < 0.02


def test_forearms_are_as_long_as_people_have_them_until_they_are_learned(anny, network):
    """The mean body's are shorter by a twentieth than people's, .146 of the height."""
    drawn = list(network(anny.v_template, 200, spread=0.0))
    found = follow(HeldLimbs(anny), drawn)
    height = Stature(anny).of(anny.v_template)
    forearms = np.array([lengths_of(pose.joints)[:2, 1].mean() / height for pose in found])
    assert forearms[1] == pytest.approx(0.146, rel=0.005)
    assert forearms[-1] == pytest.approx(forearms[0], rel=0.01)  # as drawn


def test_one_picture_alone_is_left_as_it_is(anny, network):
    held = HeldLimbs(anny)
    (drawn,) = network(anny.v_template, 1)
    (found,) = follow(held, [drawn])
    assert found.vertices is drawn.vertices


def test_limb_joints_lie_where_people_label_them(anny, network):
    (drawn,) = network(anny.v_template, 1)
    placed = HeldLimbs(anny).at_labelled_places(drawn)
    coco = dict(
        zip(anny.joint_sets["coco17"].names, anny.joint_sets["coco17"].regress(drawn.vertices), strict=True)
    )
    for index, name in ((0, "right_ankle"), (3, "left_hip"), (7, "right_elbow"), (11, "left_wrist")):
        np.testing.assert_allclose(placed.joints[index], coco[name], atol=1e-6)
    np.testing.assert_array_equal(placed.joints[12:], drawn.joints[12:])


def test_another_person_does_not_inherit(anny, network):
    big = Skinner(anny).rest(np.eye(1, len(anny.skeleton.shape_dirs)) * 1.5)[0][0]
    held, alone = HeldLimbs(anny), HeldLimbs(anny)
    follow(held, network(anny.v_template, 60))
    second = follow(held, network(big, 60, seed=1), number=2, start_s=2.0)
    expected = follow(alone, network(big, 60, seed=1), number=1, start_s=2.0)
    np.testing.assert_allclose(second[-1].joints, expected[-1].joints, atol=1e-6)
    held.keep([2])
    again = follow(held, network(anny.v_template, 1), number=1, start_s=4.0)
    assert again[0].vertices.shape == big.shape


def test_after_a_gap_lengths_are_still_known(anny, network):
    held = HeldLimbs(anny)
    found = follow(held, network(anny.v_template, 60))
    later = follow(held, network(anny.v_template, 3, seed=5), start_s=2 + 2 * GAP_S)
    np.testing.assert_allclose(lengths_of(later[0].joints), lengths_of(found[-1].joints), rtol=0.02)


def test_what_is_no_number_passes_and_is_not_learned(anny, network):
    held = HeldLimbs(anny)
    good = list(network(anny.v_template, 40))
    follow(held, good[:20])
    bad = replace(good[0], joints=np.full_like(good[0].joints, np.nan))
    assert held.held(1, bad, bad, bad.vertices, 20 / FPS) is bad
    found = follow(held, good[20:], start_s=21 / FPS)
    assert np.isfinite(found[-1].vertices).all()


def test_a_limb_that_points_at_the_camera_tells_little():
    """Seen side on .3 m long, towards the camera the network draws it too short."""
    lengths = LimbLengths(USUAL)
    for i in range(120):
        limbs = np.zeros((4, 3, 3))
        if i % 3:
            limbs[:, 1], limbs[:, 2] = [0, 0, 0.2], [0, 0, 0.4]
        else:
            limbs[:, 1], limbs[:, 2] = [0.3, 0, 0], [0.6, 0, 0]
        lengths.learn(limbs, np.ones((4, 2), bool), 1.5, 1 / FPS)
    arm, leg = lengths.metres[0, 0], lengths.metres[2, 0]
    assert 0.27 < arm < 0.3
    assert 0.3 < leg < 0.33  # towards what is usual at 1.5 m, .345


def test_what_was_not_seen_is_as_usual():
    lengths = LimbLengths(USUAL)
    limbs = np.zeros((4, 3, 3))
    limbs[:, 1:, 0] = 0.4, 0.8
    for _ in range(100):
        lengths.learn(limbs, np.zeros((4, 2), bool), 1.6, 1 / FPS)
    np.testing.assert_allclose(lengths.metres[::2], 1.6 * USUAL)


def test_other_bodies_come_as_they_are(doll):
    assert held_limbs_of(doll) is None


def test_on_the_sample_limbs_keep_their_lengths_in_joints_mesh_and_bones(anny):
    """The whole way of a frame with the bundled model, and the shape that recordings and JSON tell."""
    source = open_source("sample", realtime=False, loop=False)
    step = MeshStep(Options(source="sample"), bones=True)
    joints, people = [], []
    try:
        for _ in range(45):
            frame = source.read()
            assert frame is not None
            (person,) = step.step(frame).people
            joints.append(person.joints)
            people.append(person)
    finally:
        step.close()
        source.close()
    held = lengths_of(joints)[1:]
    assert (held.std(0) / held.mean(0)).max() < 0.03
    assert person.pose is not None
    rest = Skinner(anny).rest(person.pose.betas[None])[0][0]
    in_bones = lengths_of(HeldLimbs(anny).at_labelled_places(Pose(rest, joints[-1], FAR)).joints)
    np.testing.assert_allclose(in_bones, held[-1], rtol=0.08)
