"""The options of ``models import``, which can be read and explained without PyTorch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models.network.config import VARIANTS

if TYPE_CHECKING:
    import argparse

BASE_VARIANTS = tuple(name for name in VARIANTS if name.startswith("FastMETRO-") and name.count("-") == 2)


def add_import_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``models import``."""
    parser.add_argument(
        "--variant", required=True, choices=BASE_VARIANTS, metavar="NAME",
        help=f"the network the checkpoint holds: {', '.join(BASE_VARIANTS)}",
    )  # fmt: skip
    parser.add_argument(
        "--checkpoint", required=True, type=Path, metavar="FILE.bin", help="the authors' *_state_dict.bin"
    )
    body = parser.add_mutually_exclusive_group(required=True)
    body.add_argument(
        "--smpl", type=Path, metavar="FILE.pkl",
        help="a body: your basicModel_neutral_lbs_10_207_0_v1.0.0.pkl of the SMPLify site",
    )  # fmt: skip
    body.add_argument(
        "--mano", type=Path, metavar="FILE.pkl", help="a hand: your MANO_RIGHT.pkl of the MANO site"
    )
    parser.add_argument(
        "--fastmetro-data", required=True, type=Path, metavar="DIR",
        help="src/modeling/data of a checkout of the FastMETRO authors' repository",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", required=True, metavar="NAME", help="name of the model in this program"
    )
    parser.add_argument(
        "--smpl-head", action="store_true", help="the checkpoint also regresses SMPL parameters (*_smpl_*)"
    )
    parser.add_argument("--fp16", action="store_true", help="compute in half precision: smaller, for GPUs")
    parser.add_argument(
        "--int8", action="store_true", help="compute in integers: several times as fast on processors"
    )
    parser.add_argument(
        "--calibrate", type=Path, metavar="FOLDER",
        help="photos of people, from which --int8 takes its ranges and proves itself",
    )  # fmt: skip
    parser.add_argument(
        "--photo",
        type=Path,
        metavar="FILE",
        help="a photo for the comparison with PyTorch (default: the sample)",
    )
    parser.add_argument("--replace", action="store_true", help="write over a model of the same name")
