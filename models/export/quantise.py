"""Thunder in 8-bit integers: it is read a third faster, and its part of a model's file is half as large.

python -m models.export.quantise MODEL.onnx -o assets/anny-small.onnx
"""

from __future__ import annotations

import models.environment  # noqa: F401 # pyright: ignore[reportUnusedImport] - before ONNX Runtime

# isort: split

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, numpy_helper

from models.camera.crop import CropBox, CropRule, crop_from_points
from models.errors import UserError, exit_code
from models.export.integers import quantise_nodes
from models.files import replacing
from models.inference.inputs import CropImage
from models.inference.paths import ASSETS
from models.inference.store import read_model_info
from models.network.movenet import Thunder, load_thunder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.inference.model_info import ModelInfo

IMAGE = "upright"  # the input that Thunder reads
SCORES = "joint_scores"  # the output that tells how sure it is
# Its convolutions but for those at either end, which are small and where rounding shows: by their weights.
ROUNDED = r".*\bthunder\.pyramid\.(blocks|last|laterals|smooth\.0)\b"
KINDS = ["Conv", "Clip", "Relu", "Add"]
CROPS = 36  # that tell the ranges of the activations; a third of them is kept to prove the file
TOLERANCE = 0.1  # by which the mean of a crop's joint scores may change


def quantise_thunder(model: onnx.ModelProto, feeds: Sequence[dict[str, np.ndarray]]) -> onnx.ModelProto:
    """Return a model with Thunder's inner convolutions in integers.

    Parameters
    ----------
    feeds : inputs of the model, from which the ranges of the activations are taken.

    Raises
    ------
    UserError : there is no Thunder in it, or it is in integers already.
    """
    model = _unpacked(model)
    nodes = [node for node in model.graph.node if node.op_type in KINDS]
    weights = {tensor.name for tensor in model.graph.initializer if re.match(ROUNDED, tensor.name)}
    rounded = {node.name for node in nodes if node.op_type == "Conv" and node.input[1] in weights}
    if not rounded:
        raise UserError("There is no Thunder in floating point in the model; export one with a lifter.")
    places = [i for i, node in enumerate(nodes) if node.name in rounded]
    between = nodes[places[0] : places[-1] + 1]
    within = nodes[places[0]].name.partition("/pyramid/")
    root = within[0] + within[1]
    chosen = [
        node.name
        for node in between
        if node.name in rounded or (node.op_type != "Conv" and node.name.startswith(root))
    ]
    return quantise_nodes(model, feeds, KINDS, chosen)


def _unpacked(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a copy in which the weights to round are float32 constants, where they were stored as halves."""
    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    halves = {
        tensor.name: tensor for tensor in copy.graph.initializer if tensor.data_type == TensorProto.FLOAT16
    }
    casts = [node for node in copy.graph.node if node.op_type == "Cast" and node.input[0] in halves]
    for cast in casts:
        if re.match(ROUNDED, cast.output[0]):
            tensor = halves[cast.input[0]]
            values = numpy_helper.to_array(tensor).astype(np.float32)
            tensor.CopyFrom(numpy_helper.from_array(values, cast.output[0]))
            copy.graph.node.remove(cast)
    return copy


def sample_crops(count: int, thunder: Thunder) -> list[np.ndarray]:
    """Return upright (256, 256, 3) crops around the person in the bundled sample, wide and narrow ones."""
    rng = np.random.default_rng(0)
    clip = cv2.VideoCapture(str(ASSETS / "sample.mp4"))
    frames = int(clip.get(cv2.CAP_PROP_FRAME_COUNT))
    crops = []
    for number in np.linspace(0, frames - 1, count).astype(int):
        clip.set(cv2.CAP_PROP_POS_FRAMES, int(number))
        frame = np.ascontiguousarray(clip.read()[1][..., ::-1])
        height, width = frame.shape[:2]
        whole = CropBox(np.array([width / 2, height / 2], np.float32), float(min(height, width)))
        image = torch.from_numpy(whole.cut(frame, 256).astype(np.float32) / 255).permute(2, 0, 1)[None]
        with torch.no_grad():
            joints = whole.image_from_crop(thunder.predict(image)[0, :, :2].numpy())
        person = crop_from_points(CropRule("points", rng.uniform(0.8, 1.6)), joints)
        shift = rng.normal(0, 0.06, 2).astype(np.float32) * person.size
        crops.append(CropBox(person.center + shift, person.size).cut(frame, 256))
    clip.release()
    return crops


def as_feeds(info: ModelInfo, crops: Sequence[np.ndarray]) -> list[dict[str, np.ndarray]]:
    """Return inputs of a model for each crop; what Thunder does not read is anything of the right shape."""
    inputs = info.whole_inputs()
    rest = {
        name: np.zeros((1, *one.shape), np.float32)
        if isinstance(one, CropImage)
        else np.ones((1, *one.shape), np.float32)
        for name, one in inputs.items()
        if name != IMAGE
    }
    image = inputs[IMAGE]
    assert isinstance(image, CropImage)
    return [rest | {IMAGE: image.normalised(crop.astype(np.float32))[None]} for crop in crops]


def quantise_file(source: Path, output: Path) -> float:
    """Write a model's file again with Thunder in integers, once its joint scores prove to be like before.

    Returns
    -------
    By how much the mean of a crop's scores changed at most.

    Raises
    ------
    UserError : the model has no Thunder; the scores change too much, and nothing is written.
    """
    info = read_model_info(source)
    if IMAGE not in info.inputs or SCORES not in info.outputs:
        raise UserError(f"{source.name} has no Thunder to put into integers; export a model with a lifter.")
    feeds = as_feeds(info, sample_crops(CROPS, load_thunder()))
    quantised = quantise_thunder(onnx.load(source), [feed for i, feed in enumerate(feeds) if i % 3])
    content = quantised.SerializeToString()
    before, after = (_mean_scores(file, feeds[::3]) for file in (source.read_bytes(), content))
    change = float(np.abs(before - after).max())
    if not change <= TOLERANCE:
        raise UserError(
            f"{output.name} was not written: in integers the joint scores change by {change:.2f} "
            f"({TOLERANCE:g} is allowed)."
        )
    with replacing(output) as file:
        file.write(content)
    return change


def _mean_scores(model: bytes, feeds: Sequence[dict[str, np.ndarray]]) -> np.ndarray:
    """Return the mean joint score of each crop."""
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    return np.array([np.asarray(session.run([SCORES], feed)[0]).mean() for feed in feeds])


def main(arguments: Sequence[str] | None = None) -> int:
    """Quantise from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m models.export.quantise", description="Put Thunder in a model's file into integers."
    )
    parser.add_argument("model", type=Path, help="what models.export wrote")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the ONNX file to write")
    given = parser.parse_args(arguments)
    return exit_code(lambda: _quantise(given.model, given.output))


def _quantise(model: Path, output: Path) -> None:
    change = quantise_file(model, output)
    before, after = (file.stat().st_size / 1e6 for file in (model, output))
    print(f"{output}: {after:.1f} MB instead of {before:.1f}")
    print(f"  the mean of a crop's joint scores changes by at most {change:.3f}")


if __name__ == "__main__":
    sys.exit(main())
