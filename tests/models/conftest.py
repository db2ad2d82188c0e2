"""Fixtures of several packages of models."""

import pytest

from models.synthetic.generator import SampleGenerator
from tests.fakes.cloth_people import cloth_assets


@pytest.fixture(scope="session")
def generator() -> SampleGenerator:
    """Renders people in cloth."""
    return SampleGenerator(cloth_assets(), characters=3)
