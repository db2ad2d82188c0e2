"""Everybody's bones, found in their meshes or told by the model."""

from dataclasses import replace

import numpy as np

from app.live.live_bones import LiveBones
from app.recordings.motion.axes import Y_UP
from models.body.skinning import Skinner, corpus_rotations
from tests.fakes.recorded_take import make_person


def somebody(anny, person_id, seed):
    """(person, betas, rotations) in a pose of their own, three metres away."""
    rng = np.random.default_rng(seed)
    rotations = corpus_rotations(anny, rng.normal(0, 0.3, (1, 22, 3)))
    betas = anny.skeleton.population[seed]
    vertices, root = anny.centred(Skinner(anny).pose(betas[None], rotations)[0][0])
    place = np.array([0.1 * seed, 0.0, 3.0], np.float32) + root[0]
    return make_person(anny, person_id, vertices, place), betas, rotations[0]


def rebuilt(template, pose):
    return Skinner(template).pose(pose.betas[None], pose.rotations[None])[0][0] + pose.translation


def test_each_of_two_people_has_their_own_bones_in_the_room(anny):
    people = tuple(somebody(anny, i, seed=i)[0] for i in (1, 2))
    for person in LiveBones(anny).of_everybody(people, {1, 2}):
        apart = np.linalg.norm(rebuilt(anny, person.pose) - person.vertices - person.translation, axis=-1)
        assert apart.mean() < 0.004
        assert person.pose.error_mm < 3


def test_a_persons_shape_is_not_inherited_by_the_next(anny):
    bones = LiveBones(anny)
    first, _, _ = somebody(anny, 1, seed=1)
    (known,) = bones.of_everybody((first,), {1})
    bones.of_everybody((), set())
    (again,) = bones.of_everybody((replace(somebody(anny, 1, seed=4)[0]),), {1})
    (alone,) = LiveBones(anny).of_everybody((somebody(anny, 1, seed=4)[0],), {1})
    np.testing.assert_array_equal(again.pose.betas, alone.pose.betas)
    assert not np.allclose(again.pose.betas, known.pose.betas, atol=0.1)


def test_what_an_smpl_head_says_is_taken(anny):
    person, betas, rotations = somebody(anny, 1, seed=3)
    of_file = Y_UP @ rotations @ Y_UP.T  # SMPL rests with y up
    of_file[0] = rotations[0] @ Y_UP.T
    person = replace(person, parameters={"smpl_rotmat": of_file, "smpl_betas": betas.astype(np.float32)})
    (placed,) = LiveBones(anny).of_everybody((person,), {1})
    np.testing.assert_allclose(placed.pose.rotations, rotations, atol=1e-5)
    np.testing.assert_array_equal(placed.pose.betas, betas.astype(np.float32))
    assert placed.pose.error_mm < 0.1
    np.testing.assert_allclose(rebuilt(anny, placed.pose), person.vertices + person.translation, atol=1e-3)


def test_a_left_hands_mesh_is_one_of_the_mirrored_template(anny):
    person, _, _ = somebody(anny, 1, seed=2)
    mirrored = replace(person, vertices=person.vertices * np.array([-1, 1, 1], np.float32), is_left=True)
    (placed,) = LiveBones(anny).of_everybody((mirrored,), {1})
    assert placed.pose.error_mm < 3
    apart = rebuilt(anny.mirrored(), placed.pose) - mirrored.vertices - mirrored.translation
    assert np.linalg.norm(apart, axis=-1).mean() < 0.004
