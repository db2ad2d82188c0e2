"""Fine-tuning of BlazePose: its later layers, together with the mesh network that takes its predictions.

What it gets wrong no network after it can correct. Its early layers stay: they see edges and cloth, of which
photos have better ones than renders. Every rendered image shows somebody, so nothing in them teaches when
nobody is there; of that it goes on predicting what it did, for small parts of the images too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from models.camera.crop import HIPS
from models.network.blazepose import INPUT_SIZE, NUM_LANDMARKS, BlazePose, BlazePosePrediction
from models.synthetic.landmark_noise import BONE_METRES
from models.train.blazepose_predictions import PRESENT
from models.train.losses import weighted_total

if TYPE_CHECKING:
    from models.synthetic.targets import Targets
    from models.train.settings import LossWeights

EARLY = ("stem", "to_s4", "to_s8")  # the layers that stay
EACH_PART = 4  # images for one part of an image
PART_SIDES = 0.2, 0.5  # of a part, in sides of its image


class BlazePoseFinetuner(nn.Module):
    """What BlazePose predicts for images, and how far that is from the targets.

    Parameters
    ----------
    blazepose : to be trained; its later layers are set to learn.
    original : as Google trained it.
    weights : factors of the loss terms ``blazepose_2d``, ``blazepose_world`` and ``blazepose_presence``.
    """

    def __init__(self, blazepose: BlazePose, original: BlazePose, weights: LossWeights):
        super().__init__()
        self.blazepose, self.original, self.weights = blazepose, original, weights
        blazepose.learned = True
        for name, part in blazepose.named_children():
            part.requires_grad_(name not in EARLY)

    def predict(self, image: Tensor) -> BlazePosePrediction:
        """Return what BlazePose predicts now for (B, 3, 256, 256) images, without learning from them."""
        with torch.no_grad():
            return self.blazepose.predict(image)

    def forward(
        self, image: Tensor, targets: Targets[Tensor], size: float, rng: np.random.Generator
    ) -> tuple[BlazePosePrediction, Tensor, dict[str, float]]:
        """Predict and compare.

        Parameters
        ----------
        image : (B, 3, 256, 256) RGB in 0..1.
        targets : of the B people in the images.
        size : metres, the length of the people's bones
            (:func:`models.synthetic.landmark_noise.bone_length`).
        rng : chooses parts of the images.

        Returns
        -------
        The prediction, the loss, and its terms before weighting: crop units, metres, nats.
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
        prediction = self.blazepose.prediction(out)

        points = out.points[:, :NUM_LANDMARKS, :2] * (2 / INPUT_SIZE) - 1
        world = targets.landmarks - targets.landmarks[:, HIPS].mean(1, keepdim=True)
        kept = was >= PRESENT  # whom it did not find it may find now
        kept[count:] = True
        presence = torch.cat((out.presence, of_parts))
        terms = {
            "blazepose_2d": (points - targets.landmarks_2d).abs().mean()
            + (prediction.landmarks[..., :2] - targets.landmarks_2d).abs().mean(),
            "blazepose_world": (prediction.landmarks[..., 5:] - world * (BONE_METRES / size)).abs().mean(),
            "blazepose_presence": F.binary_cross_entropy_with_logits(presence[kept], was[kept]),
        }
        return prediction, *weighted_total(self.weights, terms)


def random_parts(image: Tensor, rng: np.random.Generator) -> Tensor:
    """Return a small square out of each of (B, 3, S, S) images, at the images' size.

    A hand, a shoe, a piece of a wall: what a detector takes for somebody now and then.
    """
    side = rng.uniform(*PART_SIDES, len(image))
    theta = np.zeros((len(image), 2, 3), np.float32)
    theta[:, 0, 0] = theta[:, 1, 1] = side
    theta[:, :, 2] = rng.uniform(-1, 1, (len(image), 2)) * (1 - side)[:, None]
    grid = F.affine_grid(torch.from_numpy(theta).to(image.device), list(image.shape), align_corners=False)
    return F.grid_sample(image, grid, padding_mode="border", align_corners=False)
