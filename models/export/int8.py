"""A published network in eight-bit integers, for processors: convolutions and linear layers.

Convolutions get the ranges of their activations from people in photos. Linear layers take theirs from each
call, as tokens differ more from person to person than feature maps do. What makes coordinates of tokens
stays in floating point: eight bits of two metres are eight millimetres.
"""

from __future__ import annotations

import models.environment  # noqa: F401 # pyright: ignore[reportUnusedImport] - before ONNX Runtime

# isort: split

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import cv2
import numpy as np
import onnx
import onnxruntime
from onnxruntime.quantization import QuantType, quantize_dynamic

from models.camera.crop import HEAD_ABOVE_NOSE, crop_from_points
from models.camera.projection import Pinhole
from models.errors import UserError
from models.export.integers import quantise_nodes, with_record_of
from models.files import replacing
from models.inference.inputs import CropImage, Subject
from models.inference.multipose import MultiPoseFinder
from models.inference.paths import ASSETS

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from models.inference.model_info import ModelInfo

STEM, STAGES = "/stem/", "/stages."  # in the names of the nodes of models.network.fastmetro
FEATURE_MAPS = ["Conv", "Relu", "Add", "MaxPool"]
ENDINGS = (".jpg", ".jpeg", ".png", ".bmp", ".webp")
NOSE, SHOULDERS = 0, [5, 6]  # of COCO's joints
FEWEST, MOST = 12, 96  # people; every third of them is kept to prove the file
SURE = 0.3  # the least score of a person that the ranges are taken from
LIMIT_MM = 3.0  # by which the vertices may differ in the mean


@dataclass(frozen=True)
class Rounding:
    """What eight bits change.

    Attributes
    ----------
    mean_mm, largest_mm : how far vertices lie from those in floating point, on people who were kept out.
    people : how many those were.
    with_linear : the transformer's linear layers are in integers too.
    """

    mean_mm: float
    largest_mm: float
    people: int
    with_linear: bool

    def describe(self) -> str:
        """Return a line for people."""
        what = "convolutions and linear layers" if self.with_linear else "convolutions"
        return (
            f"{what} in integers: vertices differ by {self.mean_mm:.1f} mm in the mean, "
            f"{self.largest_mm:.0f} mm at most, on {self.people} people of your photos"
        )


def people_in_photos(info: ModelInfo, folder: Path) -> list[dict[str, np.ndarray]]:
    """Return a model's input for each person in a folder's photos, as the live program would cut them.

    Parameters
    ----------
    info : of a model that takes one image.
    folder : of photos; folders below it are not looked into.

    Raises
    ------
    UserError : there is no such folder, a photo cannot be read, too few people are in them, or the
        model takes more than an image.
    """
    inputs = info.whole_inputs()
    one = inputs.get("image")
    if len(inputs) != 1 or not isinstance(one, CropImage):
        raise UserError(f"{info.name} takes more than one image; only published networks go into integers.")
    if not folder.is_dir():
        raise UserError(f"There is no folder {folder}; give --calibrate one with photos of people.")
    finder = MultiPoseFinder(ASSETS / "movenet_multipose.onnx")
    feeds: list[dict[str, np.ndarray]] = []
    for file in sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS):
        photo = cv2.imread(str(file), cv2.IMREAD_COLOR_RGB)
        if photo is None:
            raise UserError(f"The photo {file} cannot be read; take it out of the folder.")
        joints, scores = finder.find(photo)
        camera = Pinhole.of_photo((photo.shape[1], photo.shape[0]))
        for person in joints[scores >= SURE]:
            subject = Subject(photo, crop_from_points(info.crop, _with_head(person)), camera)
            feeds.append({"image": one.compute("image", subject)[None]})
    if len(feeds) < FEWEST:
        raise UserError(
            f"The photos in {folder} show {len(feeds)} people and {FEWEST} are needed; add JPEG or PNG files."
        )
    places = np.unique(np.linspace(0, len(feeds) - 1, MOST).astype(int))
    return [feeds[i] for i in places]


def _with_head(joints: np.ndarray) -> np.ndarray:
    """Return the image points of COCO's joints and of the top of the head, where they end at the ears."""
    head = joints[NOSE, :2] + HEAD_ABOVE_NOSE * (joints[NOSE, :2] - joints[SHOULDERS, :2].mean(0))
    return np.vstack([joints[:, :2], head])


def quantise(
    model: onnx.ModelProto, feeds: Sequence[dict[str, np.ndarray]], *, with_linear: bool
) -> onnx.ModelProto:
    """Return a network with its convolutions in integers, and with its linear layers if asked.

    Parameters
    ----------
    model : what :func:`models.export.onnx_export.export_onnx` wrote of a published network.
    feeds : its inputs, from which the ranges of the feature maps are taken.
    with_linear : the linear layers of the transformer too.
    """
    nodes = model.graph.node
    constants = {tensor.name for tensor in model.graph.initializer}
    feature_maps = [node.name for node in nodes if node.op_type in FEATURE_MAPS and STEM in node.name]
    linear = [
        node.name
        for node in nodes
        if node.op_type == "MatMul" and STAGES in node.name and node.input[1] in constants
    ]
    with TemporaryDirectory() as folder, _quiet():
        static = quantise_nodes(model, feeds, FEATURE_MAPS, feature_maps)
        if not with_linear:
            return static
        source, output = (Path(folder) / f"{name}.onnx" for name in ("static", "dynamic"))
        onnx.save(static, source)  # the quantiser takes a model in memory apart
        quantize_dynamic(
            source,
            output,
            op_types_to_quantize=["MatMul"],
            nodes_to_quantize=linear,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
        return with_record_of(model, onnx.load(output))


@contextmanager
def _quiet() -> Generator[None]:
    """Keep off the screen what the quantiser tells those who call it by hand.

    It also looks at the ranges of what stays in floating point, where a masked attention is minus infinity.
    """
    root = logging.getLogger()
    before = root.level
    root.setLevel(logging.ERROR)
    try:
        with np.errstate(invalid="ignore"):
            yield
    finally:
        root.setLevel(before)


def quantise_file(source: Path, output: Path, feeds: Sequence[dict[str, np.ndarray]]) -> Rounding:
    """Write a network's file in integers, once its vertices prove to be like before.

    Where the linear layers change too much, the convolutions alone are tried.

    Parameters
    ----------
    source : what :func:`models.export.onnx_export.export_onnx` wrote.
    feeds : of :func:`people_in_photos`; every third one proves the file and is not learned from.

    Raises
    ------
    UserError : even the convolutions change too much; nothing is written then.
    """
    model, kept_out = onnx.load(source), feeds[::3]
    wanted = _vertices(source.read_bytes(), kept_out)
    learned_from = [feed for i, feed in enumerate(feeds) if i % 3]
    mean = float("inf")
    for with_linear in (True, False):
        content = quantise(model, learned_from, with_linear=with_linear).SerializeToString()
        distances = np.linalg.norm(_vertices(content, kept_out) - wanted, axis=-1) * 1e3
        mean = float(distances.mean())
        if mean <= LIMIT_MM:
            with replacing(output) as file:
                file.write(content)
            return Rounding(mean, float(distances.max()), len(kept_out), with_linear)
    raise UserError(
        f"In integers the vertices of {output.name} move by {mean:.1f} mm in the mean ({LIMIT_MM:g} are "
        "allowed), so it was not written; import it without --int8."
    )


def _vertices(model: bytes, feeds: Sequence[dict[str, np.ndarray]]) -> np.ndarray:
    """Return (N, V, 3) metres, one mesh an input."""
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    return np.concatenate([np.asarray(session.run(["vertices"], feed)[0]) for feed in feeds])
