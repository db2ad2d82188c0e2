"""``python -m models.train.thunder_residuals``: how Thunder errs in rendered people.

Each person is rendered once and read twice: whole, and cut off below as pictures of people at a desk are. The
lifter learns from these errors; see :class:`models.synthetic.thunder_noise.Residuals`.
"""

from __future__ import annotations

import argparse
import logging
import sys
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from models.camera.crop import HIPS, SHOULDERS, UPRIGHT_RULE, CropBox, crop_from_points
from models.errors import exit_code
from models.files import replacing
from models.network.lifter import SHARED
from models.network.movenet import load_thunder
from models.synthetic.thunder_noise import Residuals, heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.network.movenet import Thunder
    from models.synthetic.sample import Sample

log = logging.getLogger(__name__)

CUTS = (0.4, 3.0)  # where a picture ends: 0 at the shoulders, 1 at the hips
AT_A_TIME = 16


def readings(sample: Sample, rng: np.random.Generator) -> Iterator[tuple[np.ndarray, CropBox, float]]:
    """Yield what Thunder is shown of a rendered person: whole, and cut off below.

    Yields
    ------
    image : (256, 256, 3) uint8 RGB.
    crop : where it lies in the sample's image, whose half side is 1.
    cut : as :attr:`models.synthetic.thunder_noise.Residuals.cut`.
    """
    size = len(sample.image)
    whole = CropBox(np.zeros(2, np.float32), 2.0)
    yield sample.image, whole, np.inf
    shoulders, hips = (sample.landmarks_2d[pair, 1].mean() for pair in (SHOULDERS, HIPS))
    cut = float(rng.uniform(*CUTS))
    edge = shoulders + cut * max(hips - shoulders, 0.05)
    row = int((edge + 1) / 2 * size)
    if not 0.2 * size < row < size:
        return
    image = sample.image.copy()
    image[row:] = 0
    crop = whole
    if rng.random() < 0.5:  # around what is seen
        seen = sample.landmarks_2d[sample.landmarks_2d[:, 1] < edge]
        if len(seen) < 2:
            return
        crop = crop_from_points(UPRIGHT_RULE, seen, 0.3)
    pixels = CropBox((crop.center + 1) * (size / 2), crop.size * size / 2)
    yield pixels.cut(image, size, UPRIGHT_RULE.border), crop, cut


def read(thunder: Thunder, samples: Sequence[Sample], rng: np.random.Generator) -> Residuals:
    """Read rendered people and compare with where their landmarks are."""
    shown = [(sample, *reading) for sample in samples for reading in readings(sample, rng)]
    pixels = torch.from_numpy(np.stack([image for _, image, _, _ in shown])).permute(0, 3, 1, 2).float() / 255
    with torch.inference_mode():
        found = thunder.predict(pixels).numpy()
    offsets = []
    for (sample, _, crop, _), joints in zip(shown, found, strict=True):
        points = sample.landmarks
        trunk = np.linalg.norm(points[SHOULDERS].mean(0) - points[HIPS].mean(0))
        length = trunk / points[HIPS, 2].mean() * 2 / sample.crop.size  # half sides of the image
        offsets.append((crop.image_from_crop(joints[:, :2]) - sample.landmarks_2d[list(SHARED)]) / length)
    marks = np.stack([sample.landmarks[list(SHARED)] for sample, *_ in shown])
    return Residuals(
        offset=np.stack(offsets).astype(np.float32),
        score=found[..., 2].astype(np.float32),
        heading=heading_of(marks).astype(np.float32),
        cut=np.array([cut for *_, cut in shown], np.float32),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Render people and read them from the command line."""
    from models.synthetic.options import add_asset_options

    parser = argparse.ArgumentParser(prog="python -m models.train.thunder_residuals", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="file (.npz) to write")
    add_asset_options(parser)
    parser.add_argument("--count", type=int, default=2000, help="people")
    parser.add_argument("--characters", type=int, default=120, help="different people")
    parser.add_argument("--seed", type=int, default=5_000_000, help="of the first of them")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(1)
    return exit_code(lambda: _write(options))


def _write(options: argparse.Namespace) -> None:
    from models.synthetic.stream import make_generator  # rendering needs numba

    source = (options.clothes, options.poses, options.hdri, options.cache, options.characters)
    generator = make_generator(*source, "cpu", UPRIGHT_RULE, held_out=False)
    thunder, rng = load_thunder(), np.random.default_rng(options.seed)
    parts = []
    for first in range(0, options.count, AT_A_TIME):
        seeds = range(options.seed + first, options.seed + min(first + AT_A_TIME, options.count))
        parts.append(read(thunder, [generator.sample(seed) for seed in seeds], rng))
        log.info("%d of %d", seeds.stop - options.seed, options.count)
    joined = {f.name: np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(Residuals)}
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with replacing(options.out) as file:
        np.savez_compressed(file, allow_pickle=False, **joined)


if __name__ == "__main__":
    sys.exit(main())
