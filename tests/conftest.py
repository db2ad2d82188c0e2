"""Fixtures for all tests: a headless Qt and GL, and the bundled assets."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYOPENGL_PLATFORM", "egl")

ASSETS = Path(__file__).resolve().parent.parent / "assets"
