"""Meshes whose fingers are bent, and the bones that are found in them again."""

import numpy as np

from models.body.finger_angles import BEND, END, MIDDLE
from models.body.fitting import fit_sequence
from models.body.hand_skin import HandSkin
from models.body.pose_follower import BodyPose
from models.body.skinning import Skinner, chain, corpus_rotations


def standing(anny):
    """(mesh, pose) of somebody whose fingers rest."""
    betas = anny.skeleton.population[3]
    rotations = corpus_rotations(anny, np.random.default_rng(0).normal(0, 0.2, (1, 22, 3)))[0]
    mesh = Skinner(anny).pose(betas[None], rotations[None])[0][0]
    return mesh, BodyPose(betas, rotations, np.zeros(3, np.float32), 0.0)


def fists(skin):
    angles = np.zeros((2, 5, 4), np.float32)
    angles[..., [BEND, MIDDLE, END]] = 0.8
    return skin.rig.rotations(angles)


def test_a_hand_bends_as_much_as_it_is_asked_and_the_other_not_at_all(anny):
    skin, (mesh, pose) = HandSkin(anny), standing(anny)
    whole = skin.bent(mesh, pose, fists(skin), np.float32([1, 0]))
    half = skin.bent(mesh, pose, fists(skin), np.float32([0.5, 0]))
    np.testing.assert_allclose(half - mesh, (whole - mesh) / 2, atol=1e-6)
    moved = np.linalg.norm(whole - mesh, axis=1) > 1e-6
    wrists, _ = skin.palms(pose)
    nearer_left = np.linalg.norm(mesh - wrists[0], axis=1) < np.linalg.norm(mesh - wrists[1], axis=1)
    assert 300 < moved.sum() < 600
    assert nearer_left[moved].all()
    np.testing.assert_array_equal(skin.bent(mesh, pose, fists(skin), np.zeros(2, np.float32)), mesh)


def test_what_the_mesh_has_beyond_its_pose_stays_in_the_palm_and_goes_from_the_fingers(anny):
    skin, (mesh, pose) = HandSkin(anny), standing(anny)
    shifted = mesh + np.float32([0.0, 0.01, 0.0])
    own = pose.rotations[skin.rig.bones]
    bent = skin.bent(shifted, pose, own, np.ones(2, np.float32))
    beyond = (bent - mesh)[:, 1]
    weights = anny.skeleton.weights.dense(len(anny.skeleton.names))[:, skin.rig.bones].sum(1)
    np.testing.assert_allclose(beyond, 0.01 * (1 - weights), atol=1e-5)


def test_exports_find_the_fingers_again_in_the_recorded_mesh(anny):
    skin, (mesh, pose) = HandSkin(anny), standing(anny)
    fingers = fists(skin)
    bent = skin.bent(mesh, pose, fingers, np.ones(2, np.float32))
    found = fit_sequence(anny, np.stack([bent, bent])).rotations[0]
    rotations = pose.rotations.copy()
    rotations[skin.rig.bones] = fingers
    skeleton = anny.skeleton
    turns = [chain(skeleton.parents, skeleton.heads[None], r[None])[0][0] for r in (rotations, found)]
    along = skin.rig.segments.reshape(30, 3)
    true, again = ((t[skin.rig.bones] @ along[..., None])[..., 0] for t in turns)
    off = np.degrees(np.arccos(np.clip((true * again).sum(-1), -1, 1)))
    at_rest = (turns[0][np.repeat(skin.rig.wrists, 15)] @ along[..., None])[..., 0]
    rest_off = np.degrees(np.arccos(np.clip((true * at_rest).sum(-1), -1, 1)))
    assert np.median(rest_off) > 60
    assert np.median(off) < 8
    assert off.max() < 25
