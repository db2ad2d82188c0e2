"""Lifter: a person's 2D joints, as viewing rays, to 3D joints.

A residual network of fully connected layers (Martinez et al., A simple yet effective baseline for 3d human
pose estimation, ICCV 2017) that sees nothing but where the joints are and how certain that is. What it is
given does not depend on where in the picture somebody is, how large, or how rotated.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from models.body.joints import COCO17, MEDIAPIPE33, mirror_indices
from models.network.devices import in_float32

NUM_JOINTS = len(COCO17)
# COCO's joints among MediaPipe's landmarks.
SHARED = tuple(MEDIAPIPE33.index(name) for name in COCO17)
MIRRORED = mirror_indices(COCO17)
SHOULDERS, HIPS = slice(5, 7), slice(11, 13)  # of COCO17
# Thunder's score at which every second joint lies within a fifth of the trunk in rendered people, and by what
# the logarithm of the odds grows a unit; a little steeper than there, so that clear joints count whole.
EVEN_SCORE, SCORE_SLOPE = 0.27, 12.0
CONTEXT = 5  # numbers beside the joints' own: which way is up (2), the ray (2), the size
SMALLEST = 1e-3  # length at distance 1 that is divided by at the least


class View(NamedTuple):
    """Joints seen straight on, upright and at one size, and the way back.

    Attributes
    ----------
    numbers : (B, 56), what the network is given.
    rotation : (B, 3, 3) takes directions from the axes of that view to those of the rays.
    """

    numbers: Tensor
    rotation: Tensor


class Lifter(nn.Module):
    """Joints on the plane at distance 1 before a camera, to 3D joints.

    Parameters
    ----------
    width, blocks : of the residual blocks.
    """

    def __init__(self, width: int = 256, blocks: int = 3):
        super().__init__()
        self.enter = nn.Linear(3 * NUM_JOINTS + CONTEXT, width)
        self.blocks = nn.ModuleList(
            nn.Sequential(
                nn.LayerNorm(width),
                nn.Linear(width, width),
                nn.GELU(),
                nn.Linear(width, width),
                nn.GELU(),
                nn.Linear(width, width),
            )
            for _ in range(blocks)
        )
        self.leave = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, 3 * NUM_JOINTS))

    def forward(self, joints: Tensor, certainty: Tensor, up: Tensor) -> Tensor:
        """Lift joints; the answer is the mean of theirs and of their mirror image's.

        Parameters
        ----------
        joints : (B, 17, 2) COCO's joints, x / z and y / z in the axes of a camera.
        certainty : (B, 17) in 0..1.
        up : (B, 2) unit vector, the photo's upward direction in those axes.

        Returns
        -------
        (B, 17, 3) MediaPipe's landmarks of the same names in the same axes, about the middle of the hips, at
        the size at which the mean of the limb bones and the torso is 1.
        """
        across = torch.tensor([-1.0, 1.0], device=joints.device)
        flipped = list(MIRRORED)
        other = self.lift(joints[:, flipped] * across, certainty[:, flipped], up * across)
        return (self.lift(joints, certainty, up) + other[:, flipped] * F.pad(across, (0, 1), value=1.0)) / 2

    @in_float32
    def lift(self, joints: Tensor, certainty: Tensor, up: Tensor) -> Tensor:
        """Lift joints as they are; see :meth:`forward`."""
        view = straight_on(joints, certainty, up)
        hidden = self.enter(view.numbers)
        for block in self.blocks:
            hidden = hidden + block(hidden)
        lifted = self.leave(hidden).reshape(-1, NUM_JOINTS, 3)
        return lifted @ view.rotation.transpose(1, 2)


def certainty_of(scores: Tensor) -> Tensor:
    """Return how likely it is, 0..1, that joints of these scores of Thunder lie right."""
    return ((scores - EVEN_SCORE) * SCORE_SLOPE).sigmoid()


def straight_on(joints: Tensor, certainty: Tensor, up: Tensor) -> View:
    """Turn rays so that the trunk lies on the axis with its spine upright, and scale them to one size.

    Parameters
    ----------
    joints, certainty, up : see :meth:`Lifter.forward`.
    """
    weight = certainty[..., None] + 1e-3
    trunk = [*range(SHOULDERS.start, SHOULDERS.stop), *range(HIPS.start, HIPS.stop)]
    middle = (joints * weight)[:, trunk].sum(1) / weight[:, trunk].sum(1)
    to_axis = rotation_to_axis(middle)
    rays = F.pad(joints, (0, 1), value=1.0) @ to_axis.transpose(1, 2)
    flat = rays[..., :2] / rays[..., 2:].clamp(min=0.1)

    # Hips out of the picture say nothing of the spine: upright is then what is upright in the photo.
    spine = flat[:, SHOULDERS].mean(1) - flat[:, HIPS].mean(1)
    sure = certainty[:, HIPS].amin(1, keepdim=True) * certainty[:, SHOULDERS].amin(1, keepdim=True)
    upward = unit(unit(spine) * sure + up * (1 - sure))
    # Its columns are the upright x (right) and y (down).
    upright = torch.stack(
        (torch.stack((-upward[:, 1], upward[:, 0]), 1), torch.stack((-upward[:, 0], -upward[:, 1]), 1)), 2
    )
    moved = flat @ upright
    size = ((moved**2 * weight).sum((1, 2)) / weight.sum((1, 2))).sqrt().clamp(min=SMALLEST)[:, None]
    seen = (moved / size[..., None] * certainty[..., None]).flatten(1)
    photo_up = (up[:, None] @ upright)[:, 0]
    ray = (middle[:, None] @ upright)[:, 0]
    numbers = torch.cat((seen, certainty, photo_up, ray, size.log()), 1)
    in_plane = F.pad(upright, (0, 1, 0, 1)) + torch.diag(torch.tensor([0.0, 0.0, 1.0], device=joints.device))
    return View(numbers, to_axis.transpose(1, 2) @ in_plane)


def rotation_to_axis(point: Tensor) -> Tensor:
    """Return the smallest (B, 3, 3) rotations that take the rays through (B, 2) points at z = 1 to the axis.

    Likewise :func:`models.camera.projection.rotation_to_ray`, the other way round.
    """
    ray = F.normalize(F.pad(point, (0, 1), value=1.0), dim=1)
    x, y, z = ray.unbind(1)
    k = 1 / (1 + z)
    rows = (
        torch.stack((1 - k * x * x, -k * x * y, -x), 1),
        torch.stack((-k * x * y, 1 - k * y * y, -y), 1),
        torch.stack((x, y, z), 1),
    )
    return torch.stack(rows, 1)


def unit(vectors: Tensor) -> Tensor:
    """Return (B, 2) vectors at length 1; upwards where they have none."""
    length = vectors.norm(dim=1, keepdim=True)
    upwards = torch.tensor([0.0, -1.0], device=vectors.device)
    return torch.where(length > SMALLEST**2, vectors / length.clamp(min=SMALLEST**2), upwards)
