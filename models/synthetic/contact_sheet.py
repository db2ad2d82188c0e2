"""A contact sheet of samples, each beside itself with its ground truth drawn over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from models.synthetic.augmentation import SIZE
from models.synthetic.sample import project_to_crop

if TYPE_CHECKING:
    from models.synthetic.generator import SampleGenerator


def contact_sheet(generator: SampleGenerator, seeds: range, columns: int = 8) -> np.ndarray:
    """Return an RGB image of samples, each beside itself with the true mesh's points and landmarks drawn."""
    tiles = []
    limbs = [(11, 13), (13, 15), (12, 14), (14, 16), (11, 12), (23, 24), (11, 23), (12, 24)]
    limbs += [(23, 25), (25, 27), (24, 26), (26, 28), (27, 31), (28, 32)]
    for sample in map(generator.sample, seeds):
        drawn = sample.image.copy()
        points_2d = project_to_crop(sample.vertices[::6], sample.crop)
        for x, y in np.rint((points_2d + 1) * (SIZE / 2)).astype(int):
            cv2.circle(drawn, (int(x), int(y)), 0, (255, 255, 255), -1)
        pixels = np.rint((sample.landmarks_2d + 1) * (SIZE / 2)).astype(int)
        for a, b in limbs:
            colour = (255, 140, 0) if a % 2 else (0, 170, 255)
            cv2.line(drawn, tuple(map(int, pixels[a])), tuple(map(int, pixels[b])), colour, 1, cv2.LINE_AA)
        tiles.append(np.hstack([sample.image, drawn]))
    tiles += [np.zeros_like(tiles[0])] * (-len(tiles) % columns)
    return np.vstack([np.hstack(tiles[i : i + columns]) for i in range(0, len(tiles), columns)])
