"""MoveNet MultiPose as one ONNX file, from Google's published files.

python -m models.export.movenet movenet-multipose.json -o assets/movenet_multipose.onnx
"""

from __future__ import annotations

import models.environment  # noqa: F401 # pyright: ignore[reportUnusedImport] - before ONNX Runtime

# isort: split

import argparse
import hashlib
import sys
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import cv2
import numpy as np
import onnx
import onnxruntime
import torch
from onnx import helper

from models.errors import UserError, exit_code
from models.export.half_precision import store_half_weights
from models.export.onnx_export import OPSET, comparison_images, fold
from models.files import replacing
from models.network.movenet import MultiPose, load_multipose

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = (256, 320), (192, 192), (384, 256)  # height, width of the images that prove the file
TOLERANCE = {"joints": 0.01, "scores": 1e-4}  # pixels of the image and units of the scores

RECORD = {
    "name": "MoveNet MultiPose Lightning 1",
    "origin": "https://tfhub.dev/google/movenet/multipose/lightning/1",
    "licence": "Apache-2.0, Google",
    "image": "(1, 3, H, W) RGB in 0..1, H and W multiples of 32",
    "joints": "(6, 17, 3) of the people, the surest first: COCO's joints, x, y in pixels, score in 0..1",
    "scores": "(6,) of the people, in 0..1; 0 where there is none",
}


def export_multipose(model: MultiPose, path: Path, record: dict[str, str]) -> dict[str, float]:
    """Write the network as ONNX and prove that ONNX Runtime computes what PyTorch does.

    Parameters
    ----------
    path : of the file; written only once it has been proved.
    record : to store in its metadata.

    Returns
    -------
    The largest difference of each output, see :data:`TOLERANCE`.

    Raises
    ------
    UserError : a difference exceeds the tolerance; nothing is written then.
    """
    images = [_image(*size) for size in SIZES]
    with TemporaryDirectory() as folder, warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # as in models.export.onnx_export
        traced = Path(folder) / "traced.onnx"
        torch.onnx.export(
            model,
            (images[0],),
            traced,
            input_names=["image"],
            output_names=list(TOLERANCE),
            dynamic_axes={"image": {2: "H", 3: "W"}},
            opset_version=OPSET,
            dynamo=False,
        )
        proto = fold(traced, Path(folder) / "folded.onnx")
    store_half_weights(proto)  # exactly: the published weights are halves
    helper.set_model_props(proto, record)
    proto.producer_name = "fastmetro-live"
    onnx.checker.check_model(proto)
    content = proto.SerializeToString()

    differences = dict.fromkeys(TOLERANCE, 0.0)
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    for image in images:
        with torch.no_grad():
            wanted = model(image)
        found = session.run(list(TOLERANCE), {"image": image.numpy()})
        sure = wanted[1].numpy() > 0.05  # of others the order and the places hang on rounding
        for name, a, b in zip(TOLERANCE, wanted, found, strict=True):
            apart = np.abs(a.numpy() - b)[sure].max(initial=0)
            differences[name] = float(np.maximum(differences[name], apart))
    wrong = [name for name, value in differences.items() if not value <= TOLERANCE[name]]
    if wrong:
        raise UserError(
            f"{path.name} was not written: ONNX Runtime differs from PyTorch in "
            + ", ".join(f"{name} by {differences[name]:.2g}" for name in wrong)
            + "."
        )
    with replacing(path) as file:
        file.write(content)
    return differences


def _image(height: int, width: int) -> torch.Tensor:
    """Return a picture of the bundled sample, (1, 3, height, width) in 0..1."""
    (square,) = comparison_images(None, 512)
    image = cv2.resize(square, (width, height), interpolation=cv2.INTER_AREA)
    return torch.from_numpy(image.astype(np.float32) / 255).permute(2, 0, 1)[None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Convert from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m models.export.movenet", description="Convert MultiPose to ONNX."
    )
    parser.add_argument("network", type=Path, help="the published .json; the .bin lies beside it")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the ONNX file to write")
    given = parser.parse_args(arguments)
    return exit_code(lambda: _export(given.network, given.output))


def _export(network: Path, output: Path) -> None:
    model = load_multipose(network)
    sha256 = hashlib.sha256(network.with_suffix(".bin").read_bytes()).hexdigest()
    differences = export_multipose(model, output, RECORD | {"weights_sha256": sha256})
    print(f"{output}: {output.stat().st_size / 1e6:.1f} MB")
    for name, value in differences.items():
        print(f"  {name:6} differ from PyTorch by at most {value:.1e}")


if __name__ == "__main__":
    sys.exit(main())
