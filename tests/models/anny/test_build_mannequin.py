"""The mannequin of assets/ is what its command makes of the template of assets/."""

import numpy as np
import pytest

from models.anny.build_mannequin import build_mannequin
from models.anny.smoothing import thin_plate
from models.inference.store import mannequin_of
from tests.fakes.shapes import sphere


def test_a_thin_plate_takes_bumps_off_and_leaves_the_rest():
    smooth, faces = sphere(0.1, rings=24)
    smooth, back = np.unique(smooth.round(6), axis=0, return_inverse=True)
    faces = back[faces]
    faces = faces[(faces != np.roll(faces, 1, axis=1)).all(axis=1)]
    points = smooth.astype(np.float64)
    top = points[:, 2] > 0.05
    bump = np.flatnonzero(points[:, 2] > 0.094)
    points[bump] *= 1.15
    moved, rows = thin_plate(points, faces, np.where(top, 0.05, 0))
    np.testing.assert_array_equal(moved, np.flatnonzero(top))
    np.testing.assert_allclose(rows.sum(axis=1), 1, atol=1e-6)
    flat = points.copy()
    flat[moved] = rows @ points
    apart = np.linalg.norm(flat, axis=1) - 0.1
    assert np.abs(apart[bump]).max() < 0.25 * 0.015
    assert np.abs(apart).max() < 0.004


@pytest.mark.slow
def test_the_asset_is_what_the_command_makes(anny):
    made, kept = build_mannequin(anny), mannequin_of(anny.faces[0])
    np.testing.assert_allclose(made.edges, kept.edges, atol=1e-6)
    np.testing.assert_array_equal(made.moved, kept.moved)
    np.testing.assert_allclose(made.shape(anny.v_template), kept.shape(anny.v_template), atol=1e-4)
