"""Command-line options of everything that renders people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_asset_options(parser: argparse.ArgumentParser) -> None:
    """Give a parser the options that :func:`load_assets` takes."""
    parser.add_argument("--clothes", type=Path, required=True, help="folder of MakeHuman's clothes and hair")
    parser.add_argument("--poses", type=Path, help="pose corpus (.npz); without it postures are procedural")
    parser.add_argument("--hdri", type=Path, help="folder of .exr surroundings")
    parser.add_argument("--cache", type=Path, required=True, help="folder for what takes long to build")
