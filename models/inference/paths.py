"""Where models are kept: the bundled one in ``assets/``, imported ones in the user's data folder."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

from models.errors import UserError

ASSETS = Path(__file__).resolve().parents[2] / "assets"
# The open body's package wants another, large one, for what is not used here.
ANNY_INSTALL = "pip install --no-deps anny roma pyyaml requests safetensors pillow"


def models_folder() -> Path:
    """Return the folder of imported models, which need not exist; ``FASTMETRO_MODELS`` names another."""
    named = os.environ.get("FASTMETRO_MODELS")
    return Path(named) if named else user_data_path("fastmetro-live", appauthor=False) / "models"


def find_model(name_or_path: str) -> Path:
    """Return the ONNX file of an imported or bundled model's name, or of a path.

    Raises
    ------
    UserError : there is none; the message lists what is there.
    """
    if name_or_path.lower().endswith(".onnx"):
        return Path(name_or_path).expanduser()
    files = {
        file.stem: file for folder in (models_folder(), ASSETS) for file in sorted(folder.glob("*.onnx"))
    }
    if name_or_path not in files:
        names = ", ".join(sorted(files)) or "none"
        raise UserError(f"There is no model called '{name_or_path}'; installed: {names}.")
    return files[name_or_path]
