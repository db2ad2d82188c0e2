"""How alike two sets of points lie."""

import numpy as np
import pytest

from app.live.similarity import overlap, similarity


def test_similarity_is_one_for_the_same_and_none_for_the_far():
    points = np.random.default_rng(1).uniform(0, 100, (33, 2))
    assert similarity(points, points) == pytest.approx(1)
    assert similarity(points, points + 500) < 1e-3
    near, nearer = similarity(points, points + 15), similarity(points, points + 5)
    assert 0 < near < nearer < 1
    assert similarity(points * 7, points * 7 + 7 * 15) == pytest.approx(near)  # size does not matter


def test_overlap_is_the_fraction_of_the_smaller_box():
    square = np.array([[0.0, 0.0], [10.0, 10.0]])
    assert overlap(square, square) == 1
    assert overlap(square, square / 5) == 1
    beside, apart = (square + np.array([x, 0]) for x in (5, 30))
    assert overlap(square, beside) == 0.5
    assert overlap(square, apart) == overlap(apart, square) == 0
