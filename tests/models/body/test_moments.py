"""Sums over vertices that are taken over bones are those over vertices."""

import numpy as np
import pytest

from models.body.moments import BoneMoments
from models.body.skinning import Skinner, chain, corpus_rotations


@pytest.fixture(scope="module")
def posed(anny):
    """(moments, rest, transforms, (N, B, 3, C) arms, (N, C, 3) vertices) of two poses."""
    skinner, coarse = Skinner(anny, anny.level_index[-1]), anny.level_index[-1]
    weights = anny.skeleton.weights.dense(len(anny.skeleton.names))[coarse]
    betas = anny.skeleton.population[:1]
    rotations = corpus_rotations(anny, np.random.default_rng(2).normal(0, 0.4, (2, 22, 3)))
    moments = BoneMoments(anny.skeleton.parents, weights, np.arange(len(anny.skeleton.names)))
    rest_vertices, rest_heads = (part[0] for part in skinner.rest(betas))
    rest = moments.of_shape(rest_vertices, rest_heads)
    turned, heads = chain(anny.skeleton.parents, np.tile(rest_heads, (2, 1, 1)), rotations)
    from_head = rest_vertices - rest_heads[:, None]
    arms = np.empty((2, len(heads[0]), 3, len(coarse)))
    for bone in range(len(heads[0])):
        below = [bone]
        for other in range(bone + 1, len(heads[0])):
            below += [other] * (anny.skeleton.parents[other] in below)
        arms[:, bone] = sum(
            weights[:, b] * (turned[:, b] @ from_head[b].T + (heads[:, b] - heads[:, bone])[..., None])
            for b in below
        )
    vertices = skinner.pose(np.repeat(betas, 2, axis=0), rotations)[0]
    return moments, rest, moments.transforms(rest, rotations), arms, vertices


def test_vertices_are_those_of_skinning(posed):
    moments, rest, transforms, _, vertices = posed
    np.testing.assert_allclose(moments.vertices(rest, transforms), vertices, atol=1e-5)


def test_arms_and_their_sums(posed):
    moments, rest, transforms, arms, _ = posed
    np.testing.assert_allclose(moments.arms(rest, transforms), arms, atol=1e-5)
    np.testing.assert_allclose(moments.arm_sums(rest, transforms), arms.sum(axis=-1), atol=1e-3)


def test_products_of_all_pairs_of_bones_that_share_a_vertex(posed):
    moments, rest, transforms, arms, _ = posed
    true = np.einsum("nkic,nljc->nklij", arms, arms)
    found = np.zeros_like(true)
    found[:, moments.first, moments.second] = moments.arm_products(rest, transforms)
    lower = np.tril(np.ones(true.shape[1:3], bool))
    np.testing.assert_allclose(found[:, lower], true[:, lower], atol=1e-4)
    assert not found[:, ~lower].any()


def test_torques_and_force_of_what_is_missed(posed):
    moments, rest, transforms, arms, vertices = posed
    rng = np.random.default_rng(0)
    translation = np.array([[0.1, 0.2, 3.0], [0.0, -0.3, 2.0]], np.float32)
    targets = (vertices + translation[:, None] + rng.normal(0, 0.02, vertices.shape)).astype(np.float32)
    torques, force = moments.torques(rest, transforms, translation, moments.pulled(rest, targets))
    missed = targets - vertices - translation[:, None]
    true = np.cross(arms.transpose(0, 1, 3, 2), missed[:, None]).sum(axis=2)
    np.testing.assert_allclose(torques, true, atol=2e-3)
    np.testing.assert_allclose(force, missed.sum(axis=1), atol=2e-3)
