"""Where models are kept: the bundled one in ``assets/``, imported ones in the user's data folder."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

ASSETS = Path(__file__).resolve().parents[2] / "assets"
MULTIPOSE = "movenet_multipose.onnx"  # in assets too: the network that finds people, and no model of them
HANDS = "hand_landmarker_full.task"
# The open body's package wants another, large one, for what is not used here.
ANNY_INSTALL = "pip install --no-deps anny roma pyyaml requests safetensors pillow"


def models_folder() -> Path:
    """Return the folder of imported models, which need not exist; ``FASTMETRO_MODELS`` names another."""
    named = os.environ.get("FASTMETRO_MODELS")
    return Path(named) if named else user_data_path("fastmetro-live", appauthor=False) / "models"
