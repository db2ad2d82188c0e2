"""``python -m models.train.blazepose_outputs``: what BlazePose reads in rendered people, kept.

Drawing a picture and reading it takes longer than learning from it. A folder of readings is drawn once, by as
many processes as there are cores; ``python -m models.train --readings FOLDER`` then learns from it.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from models.camera.crop import HIPS, LANDMARK_RULE, LIMBS, SHOULDERS
from models.errors import UserError, exit_code
from models.files import DAMAGED, read_arrays, replacing
from models.inference.paths import ASSETS
from models.network.blazepose import INPUT_SIZE, BlazePose, load_blazepose
from models.network.devices import find_device
from models.synthetic.targets import Truth

if TYPE_CHECKING:  # drawing needs numba, which learning from readings does without
    from models.synthetic.generator import PictureMaker
    from models.synthetic.stream import Pictures, PictureStream

log = logging.getLogger(__name__)

TRAIN, HELD_OUT = "train", "held_out"  # the folders of a folder of readings
IN_A_FILE = 512
AT_A_TIME = 32  # pictures that BlazePose reads at once
NEAR = 0.2  # torso lengths within which a landmark counts as found
HOPELESS = 1000  # pictures in a row in which BlazePose found too little
SOMEBODY = 0.5  # presence from which BlazePose believes that there is somebody


@dataclass(frozen=True, slots=True, eq=False)
class Readings(Truth):
    """What BlazePose says of rendered people.

    Attributes
    ----------
    reported : (N, 33, 8) float32, landmarks as :class:`models.network.blazepose.Reading` has them.
    presence : (N,) float32 in 0..1.
    features : (N, C, 8, 8) float16.
    clear : (N,) bool, nothing hides any of the person, and nobody else is in the picture.
    """

    reported: np.ndarray
    presence: np.ndarray
    features: np.ndarray
    clear: np.ndarray

    def found(self) -> np.ndarray:
        """Return (N,) which share of the 12 limb joints BlazePose found in the picture; 0 where nobody."""
        trunk = self.landmarks_2d[:, SHOULDERS].mean(1) - self.landmarks_2d[:, HIPS].mean(1)
        error = np.linalg.norm(self.reported[:, LIMBS, :2] - self.landmarks_2d[:, LIMBS], axis=-1)
        near = error < NEAR * np.linalg.norm(trunk, axis=-1, keepdims=True)
        return np.where(self.presence >= SOMEBODY, near.mean(1), 0.0)


def load_readings(path: Path) -> Readings:
    """Read one file of readings.

    Raises
    ------
    UserError : it is damaged or something else.
    """
    try:
        arrays = read_arrays(path)
        return Readings(**{f.name: arrays[f.name] for f in fields(Readings)})
    except DAMAGED as error:
        raise UserError(
            f"{path.name} holds no readings; draw it again with models.train.blazepose_outputs."
        ) from error


class ReadingStream:
    """Readings of a folder in an endless row: every one of them once, in a new order each time.

    Parameters
    ----------
    folder : of files that :func:`main` wrote.
    seed : of the order.
    least_found : share of the limb joints that BlazePose must have found, 0 to 1; the others are passed over.
        It finds more in photos than in pictures as hard as ours. Learning from its worst failures teaches to
        mistrust landmarks that are right.
    start : how many of the row to pass over.

    Attributes
    ----------
    position : what ``start`` must be to go on here.

    Raises
    ------
    UserError : the folder has no files.
    """

    def __init__(self, folder: Path, seed: int, least_found: float, start: int = 0):
        self._files = sorted(folder.glob("*.npz"))
        if not self._files:
            raise UserError(
                f"{folder} holds no readings; draw them with python -m models.train.blazepose_outputs."
            )
        self._least_found = least_found
        self.position = start
        self._row = self._endless(seed)
        self._left = next(self._row)
        while start >= len(self._left):
            start -= len(self._left)
            self._left = next(self._row)
        self._left = self._left[start:]

    def _endless(self, seed: int) -> Iterator[Readings]:
        rng = np.random.default_rng(seed)
        while True:
            useful = 0
            for i in rng.permutation(len(self._files)):
                part = load_readings(self._files[i])
                chosen = np.flatnonzero(part.found() >= self._least_found)
                useful += len(chosen)
                yield part[rng.permutation(chosen)]
            if not useful:
                raise _none_found(self._least_found, "these readings")

    def take(self, number: int) -> Readings:
        """Return the next readings."""
        self.position += number
        parts = []
        while number:
            if not len(self._left):
                self._left = next(self._row)
            parts.append(self._left[:number])
            number -= len(parts[-1])
            self._left = self._left[len(parts[-1]) :]
        return Readings.joined(parts)


def _none_found(least_found: float, among: str) -> UserError:
    return UserError(
        f"BlazePose found {least_found:.0%} of the limb joints in none of {among}; lower what must be found."
    )


class FreshReadings:
    """Readings of pictures that are drawn as they are asked for, none of them twice.

    Parameters
    ----------
    pictures : to be read.
    blazepose : reads them, on the device where it is.
    least_found : as in :class:`ReadingStream`.
    """

    def __init__(self, pictures: PictureStream, blazepose: BlazePose, least_found: float):
        self._pictures, self._blazepose, self._least_found = pictures, blazepose, least_found

    @property
    def position(self) -> int:
        """The seed of the next picture."""
        return self._pictures.position

    def take(self, number: int) -> Readings:
        """Return the next readings."""
        parts, in_vain = [], 0
        while number:
            part = read_pictures(self._blazepose, self._pictures.take(number))
            parts.append(part[part.found() >= self._least_found])
            in_vain = 0 if len(parts[-1]) else in_vain + number
            if in_vain >= HOPELESS:
                raise _none_found(self._least_found, f"the last {in_vain} pictures")
            number -= len(parts[-1])
        return Readings.joined(parts)

    def close(self) -> None:
        """End the processes that draw."""
        self._pictures.close()


def read_pictures(blazepose: BlazePose, pictures: Pictures) -> Readings:
    """Let BlazePose read pictures, on the device where it is."""
    device = next(blazepose.parameters()).device
    pixels = torch.from_numpy(pictures.image).to(device).permute(0, 3, 1, 2).float() / 255
    with torch.inference_mode():
        reading = blazepose.read(pixels.contiguous(memory_format=torch.channels_last))
    landmarks, presence, features = (values.cpu().numpy() for values in reading)
    known = {f.name: getattr(pictures, f.name) for f in fields(Truth)}
    return Readings(
        **known,
        reported=landmarks,
        presence=presence,
        features=features.astype(np.float16),
        clear=pictures.clear,
    )


def write_readings(
    folder: Path, count: int, make: Callable[[], PictureMaker], blazepose: BlazePose, workers: int
) -> None:
    """Draw and read the pictures of the first ``count`` seeds, going on after those that the folder has."""
    from models.synthetic.stream import PictureStream

    folder.mkdir(parents=True, exist_ok=True)
    first = 0
    while _file(folder, first + IN_A_FILE).exists():  # all but the last are full
        first += IN_A_FILE
    if _kept(_file(folder, first)) >= min(IN_A_FILE, count - first):
        first += IN_A_FILE
    if first >= count:
        return
    with closing(PictureStream(make, INPUT_SIZE, first, workers)) as stream:
        while first < count:
            started, number = time.monotonic(), min(IN_A_FILE, count - first)
            batches = [min(AT_A_TIME, number - done) for done in range(0, number, AT_A_TIME)]
            readings = Readings.joined([read_pictures(blazepose, stream.take(n)) for n in batches])
            with replacing(_file(folder, first)) as file:
                np.savez(file, **{f.name: getattr(readings, f.name) for f in fields(Readings)})
            first += number
            log.info(
                "%s: %d of %d (%.1f/s)", folder.name, first, count, number / (time.monotonic() - started)
            )


def _file(folder: Path, first: int) -> Path:
    return folder / f"{first:09d}.npz"


def _kept(path: Path) -> int:
    """Return how many readings a file holds; 0 where there is none."""
    return len(load_readings(path)) if path.exists() else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw and read pictures from the command line."""
    from models.synthetic.options import add_material_options

    parser = argparse.ArgumentParser(prog="python -m models.train.blazepose_outputs", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder to write; what is there is kept")
    add_material_options(parser)
    parser.add_argument("--count", type=int, default=20000, help="pictures to learn from")
    parser.add_argument("--held-out", type=int, default=1024, help="pictures of held-out clips and people")
    parser.add_argument("--characters", type=int, default=600, help="different people to learn from")
    parser.add_argument("--workers", type=int, default=1, help="processes that draw; 0 draws in this one")
    parser.add_argument("--device", default="cpu", help="that draws and that BlazePose runs on")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(1)
    return exit_code(lambda: _read(options))


def _read(options: argparse.Namespace) -> None:
    from models.synthetic.stream import make_pictures

    blazepose = load_blazepose(ASSETS / "pose_landmarker_full.task").to(find_device(options.device))
    for name, count, held_out in ((HELD_OUT, options.held_out, True), (TRAIN, options.count, False)):
        source = (options.clothes, options.poses, options.hdri, options.cache, options.characters)
        make = partial(make_pictures, *source, options.device, LANDMARK_RULE, held_out)
        write_readings(options.out / name, count, make, blazepose, options.workers)


if __name__ == "__main__":
    sys.exit(main())
