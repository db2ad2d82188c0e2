"""Iterative refinement: a first mesh is projected, compared with the landmarks and moved towards them.

A decoder of few layers says where everything is to a few centimetres only, less exactly than the landmarks
that it reads. Here the reprojection errors that are left go straight to the vertices around each
landmark, as far as the network trusts it, and tell the queries what to change in depth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from models.network.blazepose import NUM_LANDMARKS

if TYPE_CHECKING:
    from models.body.template import BodyTemplate


class ReprojectionRefiner(nn.Module):
    """Points, camera and landmarks to better points and camera.

    All rounds share their weights. Untrained, each moves the mesh half of the way across the image.

    Parameters
    ----------
    template : tells where the landmarks and the root are on the mesh.
    landmark_numbers : that describe a landmark; the first two are its position in the crop.
    dim, feedforward : width of the queries; the hidden width in multiples of it.
    rounds : how often the mesh is compared and moved.
    """

    def __init__(
        self, template: BodyTemplate, landmark_numbers: int, dim: int, feedforward: int, rounds: int
    ):
        super().__init__()
        self.rounds = rounds
        self.embed = nn.Sequential(
            nn.Linear(
                landmark_numbers + 2 + 3, feedforward * dim
            ),  # and its reprojection error, and where it is on the mesh
            nn.ReLU(),
            nn.Linear(feedforward * dim, dim),
        )
        self.identity = nn.Parameter(torch.zeros(NUM_LANDMARKS, dim))
        self.trust = nn.Linear(dim, 1)
        self.norm = nn.LayerNorm(dim)
        self.feedforward = nn.Sequential(
            nn.Linear(dim, feedforward * dim), nn.ReLU(), nn.Linear(feedforward * dim, dim)
        )
        self.move = nn.Linear(dim, 3)
        self.zoom = nn.Linear(dim, 1)
        for layer in (self.trust, self.move, self.zoom):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)
        nn.init.constant_(self.trust.bias, 0.5)
        landmarks, root = template.joint_sets["mediapipe33"].rows, template.root
        rows = np.concatenate([template.from_middle(landmarks), template.from_middle(root)])
        self.register_buffer("from_mid", torch.from_numpy(rows), persistent=False)

    def forward(
        self,
        points: Tensor,
        camera: Tensor,
        queries: Tensor,
        landmarks: Tensor,
        reach: Tensor,
        to_mid: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Move the points and the camera.

        Parameters
        ----------
        points : (B, J + Q, 3) metres, joints and coarse vertices.
        camera : (B, 3) FastMETRO's (s, tx, ty) of root-centred points.
        queries : (B, J + Q, D) the tokens that the points come from.
        landmarks : (B, 33, N), the first two numbers are crop units in the axes of the points.
        reach : (J + Q, 33) weights by which landmarks reach the points; rows sum to 1.
        to_mid : (M, Q) the middle mesh of the coarse vertices.

        Returns
        -------
        Likewise; the mesh's root stays where it was.
        """
        regressor = self.get_buffer("from_mid") @ to_mid  # (33 + 1, Q)
        joints = points.shape[1] - to_mid.shape[1]
        for _ in range(self.rounds):
            on_mesh = regressor @ points[:, joints:]
            centred = on_mesh[:, :NUM_LANDMARKS] - on_mesh[:, NUM_LANDMARKS:]
            scale, shift = camera[:, :1], camera[:, 1:]
            error = landmarks[..., :2] / scale[..., None] - centred[..., :2] - shift[:, None]  # metres
            embedding = self.embed(torch.cat((landmarks, error, centred), -1)) + self.identity
            updated = queries + reach @ embedding
            updated = updated + self.feedforward(self.norm(updated))
            moved = self.move(updated)
            across = reach @ (self.trust(embedding) * error)
            moved = torch.cat((moved[..., :2] + across, moved[..., 2:]), -1)
            root = regressor[NUM_LANDMARKS:] @ moved[:, joints:]  # (B, 1, 3)
            points = points + moved - root
            zoom = self.zoom(embedding.mean(1)).exp()
            # x = s (p + t): what the root gave up, the camera takes over; zooming is about the crop's middle.
            camera = torch.cat((scale * zoom, shift + root[:, 0, :2]), 1)
        return points, camera
