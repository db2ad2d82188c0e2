"""Silhouettes of meshes."""

import numpy as np

from models.body.silhouette import NOTHING, area_and_overlap, draw_parts, silhouette

SQUARE = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
FACES = np.array([[0, 1, 2], [0, 2, 3]])


def test_a_square_covers_its_quarter_of_the_picture():
    mask = silhouette(SQUARE, FACES, 64)
    rows, columns = np.nonzero(mask)
    assert 0.245 < mask.mean() < 0.265
    assert (rows.min(), columns.min()) == (16, 16)
    assert (rows.max(), columns.max()) == (47, 47)


def test_the_nearest_face_shows():
    points = np.concatenate([SQUARE, SQUARE * 0.5])
    picture = draw_parts(points, np.concatenate([FACES, FACES + 4]), np.array([3, 3, 7, 7], np.uint8), 64)
    assert picture[32, 32] == 7
    assert picture[20, 20] == 3
    assert picture[2, 2] == NOTHING


def test_a_mesh_outside_the_picture_leaves_nothing():
    assert not silhouette(SQUARE + 9, FACES, 32).any()


def test_area_and_overlap():
    mesh, person = np.zeros((4, 4), bool), np.zeros((4, 4), bool)
    mesh[:2], person[1:] = True, True
    assert area_and_overlap(mesh, person) == (8 / 12, 4 / 16)
    assert area_and_overlap(person, person) == (1, 1)
