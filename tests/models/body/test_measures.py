"""A tailor's measures of bodies at rest."""

from dataclasses import replace

import numpy as np
import pytest

from models.body.measures import Measures
from models.body.skinning import Skinner
from models.body.template import load_template
from models.inference.paths import ASSETS

TEMPLATE = load_template(ASSETS / "anny.npz")
MEASURES = Measures(TEMPLATE)


def test_the_mean_body_measures_what_people_measure():
    measured = MEASURES.of(TEMPLATE.v_template)
    by_height = {name: value / measured["height"] for name, value in measured.items()}
    usual = {
        "shoulder width": (0.18, 0.25),
        "arm length": (0.27, 0.36),
        "leg length": (0.44, 0.52),
        "chest girth": (0.50, 0.62),
        "waist girth": (0.40, 0.55),
        "hip girth": (0.52, 0.65),
        "upper arm girth": (0.14, 0.20),
        "thigh girth": (0.28, 0.36),
        "calf girth": (0.19, 0.25),
    }
    assert usual.keys() | {"height"} == measured.keys()
    assert all(low < by_height[name] < high for name, (low, high) in usual.items()), by_height


def test_measures_grow_with_the_body():
    small, large = (MEASURES.of(TEMPLATE.v_template * size) for size in (1, 1.25))
    for name, value in small.items():
        assert large[name] == pytest.approx(1.25 * value, rel=1e-3), name


def test_girth_is_that_of_a_tape_around_one_limb():
    """Blown up along x and z alone, a body keeps its lengths along y and gains girth."""
    wide = MEASURES.of(TEMPLATE.v_template * np.array([1.2, 1, 1.2], np.float32))
    usual = MEASURES.of(TEMPLATE.v_template)
    assert wide["waist girth"] == pytest.approx(1.2 * usual["waist girth"], rel=0.01)
    assert wide["height"] == usual["height"]


def test_heavy_people_have_wider_waists():
    rests = Skinner(TEMPLATE).rest(TEMPLATE.skeleton.population[:60])[0]
    waists = [m["waist girth"] / m["height"] for m in map(MEASURES.of, rests)]
    volumes = [np.ptp(r[:, 2]) / np.ptp(r[:, 1]) for r in rests]  # how deep the body is
    assert np.corrcoef(waists, volumes)[0, 1] > 0.4


def test_a_template_without_bones_is_refused():
    with pytest.raises(ValueError, match="no skeleton"):
        Measures(replace(TEMPLATE, skeleton=None))
