"""What the network answers, and the choice of vertices that it may be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch
    from torch import Tensor


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """What the network says about B people: metres in crop axes (x right, y down, z away), not centred.

    Attributes
    ----------
    camera : (B, 3) FastMETRO's (s, tx, ty).
    joints : (B, J, 3).
    coarse : (B, Q, 3) the coarse vertices, or the subset asked for.
    mid : (B, M, 3) the level above the coarse one; None for a subset or where the coarse level is the last.
    vertices : (B, V, 3) the full mesh; None for a subset.
    presence : (B,) in 0..1, that somebody is in the crop; only of landmark networks, from an image.
    keypoints : (B, 17, 2) crop units, where COCO's joints are read in the image; only with a lifter.
    joint_scores : (B, 17) in 0..1, how surely each of them is seen; likewise.
    smpl_rotmat, smpl_betas : (B, 24, 3, 3) and (B, 10) of the SMPL head.
    """

    camera: Tensor
    joints: Tensor
    coarse: Tensor
    mid: Tensor | None = None
    vertices: Tensor | None = None
    presence: Tensor | None = None
    keypoints: Tensor | None = None
    joint_scores: Tensor | None = None
    smpl_rotmat: Tensor | None = None
    smpl_betas: Tensor | None = None


@dataclass(frozen=True, slots=True, eq=False)
class VertexQuerySubset:
    """Some of the coarse vertices, as the decoder's queries.

    Attributes
    ----------
    index : (Q,) int64, coarse vertices.
    mask : (Q, Q) bool, True where two of them may not attend to each other.
    to_mid : (M, Q) float32, the middle mesh of those vertices.
    """

    index: Tensor
    mask: Tensor
    to_mid: Tensor

    def to(self, device: torch.device) -> VertexQuerySubset:
        """Return the same on a device."""
        return VertexQuerySubset(self.index.to(device), self.mask.to(device), self.to_mid.to(device))
