"""Cloth over the open body."""

from dataclasses import replace

import numpy as np
import pytest

from models.body.clothing import ClothingLayer, clothing_of
from models.body.skinning import Skinner, corpus_rotations
from models.body.template import load_template
from models.inference.paths import ASSETS

TEMPLATE = load_template(ASSETS / "anny.npz")
CLOTHES = ClothingLayer(TEMPLATE)
MOVED_BY = [TEMPLATE.skeleton.names[b] for b in TEMPLATE.skeleton.weights.dense(200).argmax(1)]


def of_parts(*starts: str) -> np.ndarray:
    return np.array([name.startswith(starts) for name in MOVED_BY])


@pytest.fixture(params=["at rest", "posed"])
def body(request) -> np.ndarray:
    if request.param == "at rest":
        return TEMPLATE.v_template
    bent = np.random.default_rng(3).normal(0, 0.3, (22, 3))
    rotations = corpus_rotations(TEMPLATE, bent)
    return Skinner(TEMPLATE).pose(TEMPLATE.skeleton.population[:1], rotations[None])[0][0]


def test_trunk_and_legs_are_dressed_and_head_hands_and_feet_bare(body):
    away = 1000 * np.linalg.norm(CLOTHES.over(body) - body, axis=1)
    assert away.max() < 12
    assert 4 < np.median(away[of_parts("spine", "upperleg", "lowerleg")]) < 9
    assert np.median(away[of_parts("head", "finger", "metacarpal", "toe")]) == pytest.approx(0, abs=1e-3)


def test_clothes_lie_outside_of_the_body(body):
    triangles = body[TEMPLATE.faces[0]]
    volume = np.einsum("fi,fi->f", triangles[:, 0], np.cross(triangles[:, 1], triangles[:, 2])).sum() / 6
    triangles = CLOTHES.over(body)[TEMPLATE.faces[0]]
    dressed = np.einsum("fi,fi->f", triangles[:, 0], np.cross(triangles[:, 1], triangles[:, 2])).sum() / 6
    assert 1.02 < dressed / volume < 1.2


def test_joints_stay_where_they_are(body):
    joints = TEMPLATE.joint_sets["fastmetro14"]
    moved = np.linalg.norm(joints.regress(CLOTHES.over(body)) - joints.regress(body), axis=1)
    assert moved.max() < 0.005


def test_a_folded_mesh_stays_numbers():
    assert np.isfinite(CLOTHES.over(np.zeros_like(TEMPLATE.v_template))).all()


def test_the_open_body_alone_is_dressed():
    assert clothing_of(TEMPLATE) is not None
    assert clothing_of(replace(TEMPLATE, skeleton=None)) is None
    theirs = replace(TEMPLATE, skeleton=replace(TEMPLATE.skeleton, population=None))
    assert clothing_of(theirs) is None  # somebody's own SMPL or MANO file
