"""``python -m models.train.blazepose_predictions``: keeps what BlazePose predicts for rendered people.

Rendering an image and running BlazePose on it takes longer than learning from the result. A folder of
predictions is made once, by as many processes as there are cores; ``python -m models.train --predictions
FOLDER`` then learns from it.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from contextlib import closing
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from models.camera.crop import LANDMARK_RULE
from models.errors import UserError, exit_code
from models.evaluate.metrics import limb_pck
from models.files import read_arrays, replacing
from models.network.blazepose import INPUT_SIZE, BlazePose, load_blazepose
from models.network.devices import find_device
from models.synthetic.targets import Targets

if TYPE_CHECKING:  # rendering needs numba, which learning from kept predictions does without
    from collections.abc import Callable, Iterator, Sequence

    from models.synthetic.generator import SampleGenerator
    from models.synthetic.stream import RenderedBatch, SampleStream

log = logging.getLogger(__name__)

TRAIN, HELD_OUT = "train", "held_out"  # the folders of a folder of predictions
IN_A_FILE = 512
AT_A_TIME = 32  # images that BlazePose is given at once
HOPELESS = 1000  # images in a row in which BlazePose detected too little
PRESENT = 0.5  # presence from which BlazePose believes that there is somebody
STORED_NAMES = {"blazepose_landmarks": "reported"}  # where an array's name in the files differs from here


@dataclass(frozen=True, slots=True, eq=False)
class BlazePosePredictions(Targets[np.ndarray]):
    """What BlazePose predicts for rendered people.

    Attributes
    ----------
    blazepose_landmarks : (N, 33, 8) float32, as :class:`models.network.blazepose.BlazePosePrediction` has
        them.
    presence : (N,) float32 in 0..1.
    features : (N, C, 8, 8) float16.
    clear : (N,) bool, nothing hides any of the person, and nobody else is in the image.
    """

    blazepose_landmarks: np.ndarray
    presence: np.ndarray
    features: np.ndarray
    clear: np.ndarray

    def detected(self) -> np.ndarray:
        """Return (N,) the fraction of the 12 limb joints that BlazePose detected; 0 where it saw nobody."""
        found = limb_pck(self.blazepose_landmarks[..., :2], self.landmarks_2d)
        return np.where(self.presence >= PRESENT, found, 0.0)


def load_predictions(path: Path) -> BlazePosePredictions:
    """Read one file of predictions.

    Raises
    ------
    UserError : it is damaged or something else.
    """
    try:
        arrays = read_arrays(path)
        names = [f.name for f in fields(BlazePosePredictions)]
        return BlazePosePredictions(**{name: arrays[STORED_NAMES.get(name, name)] for name in names})
    except (OSError, KeyError, ValueError) as error:
        raise UserError(
            f"{path.name} holds no predictions; make it again with models.train.blazepose_predictions."
        ) from error


def save_predictions(path: Path, predictions: BlazePosePredictions) -> None:
    """Write one file of predictions; a crash while writing leaves none."""
    names = [f.name for f in fields(predictions)]
    with replacing(path) as file:
        np.savez(file, **{STORED_NAMES.get(name, name): getattr(predictions, name) for name in names})


class PredictionStream:
    """Predictions of a folder in an endless row: every one of them once, in a new order each time.

    Parameters
    ----------
    folder : of files that :func:`write_predictions` wrote.
    seed : of the order.
    min_detected : fraction of the limb joints that BlazePose must have detected, 0 to 1; the others are
        passed over. It detects more in photos than in images as hard as ours. Learning from its worst
        failures teaches to mistrust landmarks that are right.
    start : how many of the row to pass over.

    Attributes
    ----------
    position : what ``start`` must be to go on here.

    Raises
    ------
    UserError : the folder has no files.
    """

    def __init__(self, folder: Path, seed: int, min_detected: float, start: int = 0):
        self._files = sorted(folder.glob("*.npz"))
        if not self._files:
            raise UserError(
                f"{folder} holds no predictions; make them with python -m models.train.blazepose_predictions."
            )
        self._min_detected = min_detected
        self.position = start
        self._row = self._endless(seed)
        self._left = next(self._row)
        while start >= len(self._left):
            start -= len(self._left)
            self._left = next(self._row)
        self._left = self._left[start:]

    def _endless(self, seed: int) -> Iterator[BlazePosePredictions]:
        rng = np.random.default_rng(seed)
        while True:
            useful = 0
            for i in rng.permutation(len(self._files)):
                part = load_predictions(self._files[i])
                chosen = np.flatnonzero(part.detected() >= self._min_detected)
                useful += len(chosen)
                yield part[rng.permutation(chosen)]
            if not useful:
                raise _none_detected(self._min_detected, "these predictions")

    def take(self, number: int) -> BlazePosePredictions:
        """Return the next predictions."""
        self.position += number
        parts = []
        while number:
            if not len(self._left):
                self._left = next(self._row)
            parts.append(self._left[:number])
            number -= len(parts[-1])
            self._left = self._left[len(parts[-1]) :]
        return BlazePosePredictions.concatenate(parts)


def _none_detected(min_detected: float, among: str) -> UserError:
    return UserError(
        f"BlazePose detected {min_detected:.0%} of the limb joints in none of {among}; lower --min-detected."
    )


class FreshPredictions:
    """Predictions for samples that are rendered as they are asked for, none of them twice.

    Parameters
    ----------
    samples : the rendered people.
    blazepose : predicts, on the device where it is.
    min_detected : as in :class:`PredictionStream`.
    """

    def __init__(self, samples: SampleStream, blazepose: BlazePose, min_detected: float):
        self._samples, self._blazepose, self._min_detected = samples, blazepose, min_detected

    @property
    def position(self) -> int:
        """The seed of the next sample."""
        return self._samples.position

    def take(self, number: int) -> BlazePosePredictions:
        """Return the next predictions."""
        parts, in_vain = [], 0
        while number:
            part = predict_batch(self._blazepose, self._samples.take(number))
            parts.append(part[part.detected() >= self._min_detected])
            in_vain = 0 if len(parts[-1]) else in_vain + number
            if in_vain >= HOPELESS:
                raise _none_detected(self._min_detected, f"the last {in_vain} images")
            number -= len(parts[-1])
        return BlazePosePredictions.concatenate(parts)

    def close(self) -> None:
        """End the processes that render."""
        self._samples.close()


def predict_batch(blazepose: BlazePose, batch: RenderedBatch) -> BlazePosePredictions:
    """Run BlazePose on rendered people, on the device where it is."""
    device = next(blazepose.parameters()).device
    pixels = torch.from_numpy(batch.image).to(device).permute(0, 3, 1, 2).float() / 255
    with torch.inference_mode():
        prediction = blazepose.predict(pixels.contiguous(memory_format=torch.channels_last))
    landmarks, presence, features = (values.cpu().numpy() for values in prediction)
    return BlazePosePredictions(
        **{f.name: getattr(batch, f.name) for f in fields(Targets)},
        blazepose_landmarks=landmarks,
        presence=presence,
        features=features.astype(np.float16),
        clear=batch.clear,
    )


def write_predictions(
    folder: Path, count: int, make: Callable[[], SampleGenerator], blazepose: BlazePose, workers: int
) -> None:
    """Predict for the samples of the first ``count`` seeds, going on after those that the folder has."""
    from models.synthetic.stream import SampleStream

    folder.mkdir(parents=True, exist_ok=True)
    first = 0
    while _file(folder, first + IN_A_FILE).exists():  # all but the last are full
        first += IN_A_FILE
    if _kept(_file(folder, first)) >= min(IN_A_FILE, count - first):
        first += IN_A_FILE
    if first >= count:
        return
    with closing(SampleStream(make, INPUT_SIZE, first, workers)) as stream:
        while first < count:
            started, number = time.monotonic(), min(IN_A_FILE, count - first)
            batches = [min(AT_A_TIME, number - done) for done in range(0, number, AT_A_TIME)]
            parts = [predict_batch(blazepose, stream.take(n)) for n in batches]
            save_predictions(_file(folder, first), BlazePosePredictions.concatenate(parts))
            first += number
            log.info(
                "%s: %d of %d (%.1f/s)", folder.name, first, count, number / (time.monotonic() - started)
            )


def _file(folder: Path, first: int) -> Path:
    return folder / f"{first:09d}.npz"


def _kept(path: Path) -> int:
    """Return how many predictions a file holds; 0 where there is none."""
    return len(load_predictions(path)) if path.exists() else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Render people and predict from the command line."""
    from models.synthetic.options import add_asset_options

    parser = argparse.ArgumentParser(prog="python -m models.train.blazepose_predictions", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder to write; what is there is kept")
    add_asset_options(parser)
    parser.add_argument("--count", type=int, default=20000, help="samples to learn from")
    parser.add_argument("--held-out", type=int, default=1024, help="samples of held-out clips and people")
    parser.add_argument("--characters", type=int, default=600, help="different people to learn from")
    parser.add_argument("--workers", type=int, default=1, help="processes that render; 0 renders in this one")
    parser.add_argument("--device", default="cpu", help="that renders and that BlazePose runs on")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(1)
    return exit_code(lambda: _predict(options))


def _predict(options: argparse.Namespace) -> None:
    from models.synthetic.stream import make_generator

    blazepose = load_blazepose().to(find_device(options.device))
    for name, count, held_out in ((HELD_OUT, options.held_out, True), (TRAIN, options.count, False)):
        source = (options.clothes, options.poses, options.hdri, options.cache, options.characters)
        make = partial(make_generator, *source, options.device, LANDMARK_RULE, held_out)
        write_predictions(options.out / name, count, make, blazepose, options.workers)


if __name__ == "__main__":
    sys.exit(main())
