"""BlazePose learns on: its later layers, together with the mesh network that takes what it reads.

What it gets wrong no network after it can mend. Its early layers stay: they see edges and cloth, of which
photos have better ones than renders. Every rendered picture shows somebody, so nothing in them teaches when
nobody is there; that it goes on saying as it did, of small parts of the pictures too.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from models.camera.crop import HIPS
from models.network.blazepose import INPUT_SIZE, NUM_LANDMARKS, BlazePose, Reading
from models.synthetic.landmark_simulation import BONE_METRES
from models.train.blazepose_outputs import SOMEBODY
from models.train.losses import LossWeights

EARLY = ("stem", "to_s4", "to_s8")  # the layers that stay
EACH_PART = 4  # pictures for one part of a picture
PART_SIDES = 0.2, 0.5  # of a part, in sides of its picture


class LandmarkLearner(nn.Module):
    """What BlazePose reads in pictures, and how far that is from the truth.

    Parameters
    ----------
    blazepose : to be trained; its later layers are set to learn.
    original : as Google trained it.
    weights : factors of the loss terms ``found``, ``world`` and ``presence``.
    """

    def __init__(self, blazepose: BlazePose, original: BlazePose, weights: LossWeights):
        super().__init__()
        self.blazepose, self.original, self.weights = blazepose, original, weights
        blazepose.learned = True
        for name, part in blazepose.named_children():
            part.requires_grad_(name not in EARLY)

    def read(self, image: Tensor) -> Reading:
        """Return what BlazePose reads now in (B, 3, 256, 256) pictures, without learning from them."""
        with torch.no_grad():
            return self.blazepose.read(image)

    def forward(
        self,
        image: Tensor,
        landmarks: Tensor,
        landmarks_2d: Tensor,
        size: float,
        rng: np.random.Generator,
    ) -> tuple[Reading, Tensor, dict[str, float]]:
        """Read pictures and compare.

        Parameters
        ----------
        image : (B, 3, 256, 256) RGB in 0..1.
        landmarks : (B, 33, 3) metres, crop axes, the true ones.
        landmarks_2d : (B, 33, 2) crop units.
        size : metres, the length of the people's bones
            (:func:`models.synthetic.landmark_simulation.bone_length`).
        rng : chooses parts of the pictures.

        Returns
        -------
        The reading, the loss, and its terms before weighting: crop units, metres, nats.
        """
        count = len(image)
        parts = random_parts(image[: max(1, count // EACH_PART)], rng)
        with torch.no_grad():
            # Half precision takes a third of the time; its rounding is one more noise to learn from.
            with torch.autocast(image.device.type, torch.bfloat16):
                s4, s8 = self.blazepose.early(torch.cat((image, parts)))
            s4, s8 = s4.float(), s8.float()
            was = self.original.presence_logits(self.original.deep(s8)[2]).sigmoid()
        out = self.blazepose.late(s4[:count], s8[:count])
        of_parts = self.blazepose.presence_logits(self.blazepose.deep(s8[count:])[2])
        reading = self.blazepose.reading(out)

        points = out.points[:, :NUM_LANDMARKS, :2] * (2 / INPUT_SIZE) - 1
        wanted = (landmarks - landmarks[:, HIPS].mean(1, keepdim=True)) * (BONE_METRES / size)
        kept = was >= SOMEBODY  # whom it did not find it may find now
        kept[count:] = True
        presence = torch.cat((out.presence, of_parts))
        terms = {
            "found": (points - landmarks_2d).abs().mean()
            + (reading.landmarks[..., :2] - landmarks_2d).abs().mean(),
            "world": (reading.landmarks[..., 5:] - wanted).abs().mean(),
            "presence": F.binary_cross_entropy_with_logits(presence[kept], was[kept]),
        }
        return reading, *self.weights.total(terms)


def random_parts(image: Tensor, rng: np.random.Generator) -> Tensor:
    """Return a small square out of each of (B, 3, S, S) pictures, at the pictures' size.

    A hand, a shoe, a piece of a wall: what a detector takes for somebody now and then.
    """
    side = rng.uniform(*PART_SIDES, len(image))
    place = np.zeros((len(image), 2, 3), np.float32)
    place[:, 0, 0] = place[:, 1, 1] = side
    place[:, :, 2] = rng.uniform(-1, 1, (len(image), 2)) * (1 - side)[:, None]
    grid = F.affine_grid(torch.from_numpy(place).to(image.device), list(image.shape), align_corners=False)
    return F.grid_sample(image, grid, padding_mode="border", align_corners=False)
