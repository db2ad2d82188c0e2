"""The mannequin: dressed bodies that follow every shape and pose and show nothing that clothes hide."""

import numpy as np
import pytest

from models.anny.moving_bodies import random_poses
from models.anny.smoothing import cotangent_laplacian
from models.body.mannequin import REGIONS, load_mannequin
from models.body.skinning import pose_body, rotation_matrices
from models.errors import UserError
from models.inference.paths import ASSETS
from models.inference.store import mannequin_of


@pytest.fixture(scope="module")
def mannequin(anny):
    return mannequin_of(anny.faces[0])


@pytest.fixture(scope="module")
def bodies(anny):
    """Twelve people of all builds and ages, at rest."""
    still = np.broadcast_to(np.eye(3, dtype=np.float32), (12, len(anny.skeleton.names), 3, 3))
    return pose_body(anny, anny.skeleton.population[::125], still)[0]


def bending(vertices, faces):
    """(V,) how strongly a surface is bent at each vertex, 1/metres."""
    laplacian, area = cotangent_laplacian(vertices.astype(np.float64), faces)
    return np.linalg.norm(laplacian @ vertices, axis=1) / area


def near(anny, bone, offset, radius):
    middle = anny.skeleton.heads[anny.skeleton.names.index(bone)] + np.array(offset)
    return np.linalg.norm(anny.v_template - middle, axis=1) < radius


@pytest.mark.parametrize(
    ("bone", "offset", "radius"),
    [
        ("spine02", (0.085, -0.09, -0.13), 0.06),  # a breast
        ("spine02", (-0.085, -0.09, -0.13), 0.06),
        ("root", (0, 0.10, -0.06), 0.05),  # the groin
        ("root", (0, -0.11, -0.13), 0.03),  # the navel
        ("root", (0, 0.08, 0.09), 0.05),  # behind
        ("eye.L", (0, 0, 0), 0.025),
        ("head", (0, 0.025, -0.11), 0.02),  # the mouth
    ],
)
def test_what_clothes_and_a_mask_hide_is_smoothed_away(anny, mannequin, bodies, bone, offset, radius):
    part, faces = near(anny, bone, offset, radius), anny.faces[0]
    assert part.sum() > 8
    left = []
    for body in bodies:
        naked, shown = (bending(shape, faces)[part] for shape in (body, mannequin.shape(body)))
        left.append(np.sqrt((shown**2).mean() / (naked**2).mean()))
    assert np.median(left) < 0.65


def test_five_toes_are_in_one_shoe(anny, mannequin, bodies):
    toes = [i for i, name in enumerate(anny.skeleton.names) if name.startswith("toe")]
    part = anny.skeleton.weights.dense(len(anny.skeleton.names))[:, toes].sum(1) > 0.9
    faces = anny.faces[0][part[anny.faces[0]].all(axis=1)]

    def area(vertices):
        a, b, c = vertices[faces].transpose(1, 0, 2)
        return np.linalg.norm(np.cross(b - a, c - a), axis=1).sum()

    for body in bodies:
        assert area(mannequin.shape(body)) < 0.75 * area(body)


def test_it_turns_and_walks_with_the_body_and_leaves_the_body_alone(anny, mannequin):
    body, _ = pose_body(anny, anny.skeleton.population[7], random_poses(anny, 1, np.random.default_rng(3))[0])
    before = body.copy()
    turn, way = rotation_matrices(np.array([0.4, 2.0, -0.7])), np.array([0.3, -1, 4], np.float32)
    shown = mannequin.shape(body)
    np.testing.assert_array_equal(body, before)
    np.testing.assert_allclose(mannequin.shape(body @ turn.T + way), shown @ turn.T + way, atol=1e-4)
    np.testing.assert_array_equal(mannequin.shape(np.stack([body, body]))[1], shown)
    stays = np.setdiff1d(np.arange(len(body)), mannequin.moved)
    np.testing.assert_array_equal(shown[stays], body[stays])


def test_in_any_pose_nothing_is_torn_or_far_from_the_body(anny, mannequin):
    poses = random_poses(anny, 20, np.random.default_rng(11))
    bodies, _ = pose_body(anny, anny.skeleton.population[3::75], poses)
    assert np.linalg.norm(mannequin.shape(bodies) - bodies, axis=-1).max() < 0.08


@pytest.mark.parametrize(
    ("bone", "region"),
    [
        *[("head", "skin"), ("finger2-2.R", "skin"), ("spine02", "suit"), ("upperleg02.L", "suit")],
        *[("lowerarm01.R", "suit"), ("toe1-2.L", "shoes"), ("foot.R", "shoes"), ("upperarm02.L", "suit")],
    ],
)
def test_every_part_of_the_body_wears_its_own(anny, mannequin, bone, region):
    strongest = anny.skeleton.weights.index[
        np.arange(anny.num_vertices), anny.skeleton.weights.weight.argmax(axis=1)
    ]
    faces = anny.faces[0][(strongest == anny.skeleton.names.index(bone))[anny.faces[0]].all(axis=1)]
    found = np.bincount(mannequin.face_regions(faces), minlength=3) / len(faces)
    assert found[REGIONS.index(region)] > 0.8


def test_another_body_has_none(anny):
    assert mannequin_of(anny.faces[1]) is None


def test_a_missing_or_damaged_file_is_a_sentence(tmp_path):
    with pytest.raises(UserError, match=r"a\.npz is missing; restore it"):
        load_mannequin(tmp_path / "a.npz")
    content = (ASSETS / "anny_mannequin.npz").read_bytes()
    for bad in (b"nothing", content[:5000], b""):
        (tmp_path / "b.npz").write_bytes(bad)
        with pytest.raises(UserError, match=r"b\.npz is damaged .*; restore it"):
            load_mannequin(tmp_path / "b.npz")
