"""BlazePose learns on: its later layers, together with the mesh network that takes what it reads.

What it gets wrong no network after it can mend. Its early layers stay: they see edges and cloth, of which
photos have better ones than renders. Whether somebody is there it goes on saying as it did, because every
rendered picture shows somebody.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from models.blazepose import INPUT_SIZE, NUM_LANDMARKS, BlazePose, Reading
from models.crops import HIPS
from models.losses import LossWeights
from models.simulation import BONE_METRES

EARLY = ("stem", "to_s4", "to_s8")  # the layers that stay


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
        self, image: Tensor, landmarks: Tensor, landmarks_2d: Tensor, size: float
    ) -> tuple[Reading, Tensor, dict[str, float]]:
        """Read pictures and compare.

        Parameters
        ----------
        image : (B, 3, 256, 256) RGB in 0..1.
        landmarks : (B, 33, 3) metres, crop axes, the true ones.
        landmarks_2d : (B, 33, 2) crop units.
        size : metres, the length of the people's bones; see :func:`models.simulation.bone_length`.

        Returns
        -------
        The reading, the loss, and its terms before weighting: crop units, metres, nats.
        """
        with torch.no_grad():
            # Half precision takes a third of the time; its rounding is one more noise to learn from.
            with torch.autocast(image.device.type, torch.bfloat16):
                s4, s8 = self.blazepose.early(image)
            s4, s8 = s4.float(), s8.float()
            presence = self.original.presence(self.original.deep(s8)[2]).flatten().sigmoid()
        out = self.blazepose.late(s4, s8)
        reading = self.blazepose.reading(out)
        points = out.points[:, :NUM_LANDMARKS, :2] * (2 / INPUT_SIZE) - 1
        wanted = (landmarks - landmarks[:, HIPS].mean(1, keepdim=True)) * (BONE_METRES / size)
        terms = {
            "found": (points - landmarks_2d).abs().mean()
            + (reading.landmarks[..., :2] - landmarks_2d).abs().mean(),
            "world": (reading.landmarks[..., 5:] - wanted).abs().mean(),
            "presence": F.binary_cross_entropy(reading.presence, presence),
        }
        loss = torch.stack([getattr(self.weights, name) * value for name, value in terms.items()]).sum()
        return reading, loss, {name: float(value.detach()) for name, value in terms.items()}
