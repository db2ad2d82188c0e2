"""``python -m models.export CHECKPOINT -o FILE.onnx``: export a trained network of this program."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from models.body.template import load_template
from models.errors import exit_code
from models.export.onnx_export import comparison_images, describe, export_onnx
from models.files import require_folder
from models.inference.paths import ASSETS
from models.network.blazepose import LANDMARKER
from models.network.checkpoints import interpolate_weights, load_checkpoint, save_weights

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Export a checkpoint of this program from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m models.export", description="Export a trained network as ONNX."
    )
    parser.add_argument("checkpoint", type=Path, help="what models.train wrote")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the ONNX file to write")
    parser.add_argument(
        "--template", type=Path, default=ASSETS / "anny.npz", help="the body it was trained on"
    )
    parser.add_argument("--landmarker", type=Path, default=LANDMARKER, help="MediaPipe's landmarker")
    parser.add_argument(
        "--start", type=Path, help="what the training began with; the weights written lie between both"
    )
    parser.add_argument(
        "--interpolation",
        type=float,
        default=0.3,
        help="0 writes the weights of --start, 1 those of checkpoint",
    )
    parser.add_argument("--photo", type=Path, help="to compare with PyTorch on (default: the sample)")
    parser.add_argument("--licence", default="Apache-2.0", help="to name in the file")
    parser.add_argument("--version", default="1", help="to name in the file")
    parser.add_argument("--weights", type=Path, help="write the weights alone too, for models.train --start")
    parser.add_argument("--fp16", action="store_true", help="compute in half precision, for GPUs")
    given = parser.parse_args(arguments)
    return exit_code(lambda: _export(given))


def _export(given: argparse.Namespace) -> None:
    require_folder(given.weights)
    template = load_template(given.template)
    model, training = load_checkpoint(given.checkpoint, template, given.landmarker)
    if given.start:
        start, _ = load_checkpoint(given.start, template, given.landmarker)
        interpolate_weights(model, start, given.interpolation)
        training |= {"moved": f"{given.interpolation:g} of the way from {given.start.name}"}
    if model.blazepose is not None:
        model.blazepose.round()
    info = describe(
        model,
        template,
        given.template.name,
        version=given.version,
        licence=given.licence,
        training=training,
    )
    parity = export_onnx(
        model,
        info,
        given.output,
        precision="half" if given.fp16 else "half_weights",
        images=comparison_images(given.photo, info.input_size),
    )
    if given.weights:
        save_weights(given.weights, model, template, training)
    print(f"{given.output}: {parity.size / 1e6:.1f} MB, {info.parameters:,} parameters")
    for name, value in parity.differences.items():
        print(f"  {name:14} differs from PyTorch by at most {value:.1e} of its largest value")


if __name__ == "__main__":
    sys.exit(main())
