"""Subsets of the vertices spread over the body, and the rest follows from them."""

import numpy as np

from models.train.vertex_subsets import MeshPca, coarse_in_mid, fit_mesh_pca, make_subsets, spread_subset


def test_a_subset_spreads_over_the_body(anny):
    index, mask = spread_subset(anny, 60, np.array([0]))
    assert len(np.unique(index)) == 60
    assert (mask == mask.T).all()
    assert not mask.diagonal().any()
    assert (~mask).sum(1).min() >= 2  # itself and a neighbour
    rest = anny.v_template[anny.level_index[-1]]
    to_nearest = np.linalg.norm(rest[:, None] - rest[index], axis=-1).min(1)
    assert to_nearest.max() < 0.2


def test_every_vertex_gets_practice(anny):
    space = MeshPca(np.eye(1723, 200), np.ones(200))
    subsets = make_subsets(anny, space, 80, 20, 0.01, np.random.default_rng(0))
    used = np.bincount(np.concatenate([subset.index.numpy() for subset in subsets]), minlength=431)
    assert used.min() >= 1
    assert all(len(subset.index) == 80 for subset in subsets)
    in_mid = coarse_in_mid(anny)
    np.testing.assert_array_equal(anny.level_index[0][in_mid], anny.level_index[1])


def test_the_smoother_keeps_bodies_and_takes_noise_out():
    rng = np.random.default_rng(0)
    basis = rng.normal(size=(50, 5))
    meshes = np.einsum("vk,nkd->nvd", basis, rng.normal(size=(300, 5, 3))).astype(np.float32)
    space = fit_mesh_pca(meshes, components=20)
    index = np.arange(0, 50, 2)
    smoother = space.smoother(index, noise=0.05)
    np.testing.assert_allclose(smoother @ meshes[0][index], meshes[0], atol=0.03)
    noisy = meshes[0][index] + rng.normal(size=(25, 3)) * 0.05
    assert np.abs(smoother @ noisy - meshes[0]).mean() < 0.7 * 0.05 * np.sqrt(2 / np.pi)
