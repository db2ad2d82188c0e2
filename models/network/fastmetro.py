"""FastMetro: the one network class, from an image (or landmarks) to camera, joints and mesh.

A stem turns the input into memory tokens; encoder-decoder stages of falling width let joint and vertex
queries read them; small heads give camera, joints and coarse vertices, which go up to the full mesh.
Method: FastMETRO, Cho et al., ECCV 2022.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from models.errors import UserError
from models.network.blazepose import LANDMARKER, BlazePose, load_blazepose
from models.network.devices import in_float32
from models.network.movenet import Thunder, load_thunder
from models.network.prediction import Prediction, VertexQuerySubset
from models.network.reprojection_refiner import ReprojectionRefiner
from models.network.smpl_head import SmplHead
from models.network.stems import LANDMARK_NUMBERS, ImageStem, LandmarkStem, move_upright
from models.network.transformer import EncoderDecoder

if TYPE_CHECKING:
    from pathlib import Path

    from models.body.template import BodyTemplate, SparseRows
    from models.network.config import FastMetroConfig


class SparseUpsampling(nn.Module):
    """Fixed rows that make a finer level's vertices from a coarser one's, as gathers and weighted sums."""

    def __init__(self, rows: SparseRows):
        super().__init__()
        self.register_buffer("index", torch.from_numpy(rows.index).long(), persistent=False)
        self.register_buffer("weight", torch.from_numpy(rows.weight), persistent=False)

    def forward(self, vertices: Tensor) -> Tensor:
        """Map (B, C, 3) to (B, R, 3)."""
        terms = zip(self.get_buffer("index").T, self.get_buffer("weight").T[..., None], strict=True)
        index, weight = next(terms)
        total = vertices[:, index] * weight
        for index, weight in terms:
            total = total + vertices[:, index] * weight
        return total


class FastMetro(nn.Module):
    """Camera, joints and mesh of the person or hand in a crop.

    Parameters
    ----------
    config : the sizes.
    template : gives the mesh's levels, neighbours and upsampling. They are no part of the state: a
        checkpoint holds what was learned, and comes to life with the template it was trained on.

    blazepose : finds the landmarks, for the landmarks stem; see :func:`build_network`.
    thunder : reads joints, for that stem with a lifter.
    """

    def __init__(
        self,
        config: FastMetroConfig,
        template: BodyTemplate,
        blazepose: BlazePose | None = None,
        thunder: Thunder | None = None,
    ):
        super().__init__()
        if template.kind != config.kind:
            raise UserError(
                f"{config.name} needs a {config.kind} template; {template.name!r} is a {template.kind}."
            )
        self.config = config
        dims, levels = config.dims, template.level_sizes
        self.num_vertices = levels[-1]
        if (blazepose is not None) != (config.stem == "landmarks"):
            raise ValueError(
                f"{config.name} has the stem {config.stem!r}; only 'landmarks' takes a BlazePose"
            )
        if (thunder is not None) != bool(config.lifter_width):
            raise ValueError(
                f"{config.name} has the lifter width {config.lifter_width}; only a lifter takes Thunder"
            )
        self.stem = (
            LandmarkStem(config, template, blazepose, thunder) if blazepose is not None else ImageStem(config)
        )
        self.camera_token = nn.Parameter(torch.randn(1, dims[0]))
        self.joint_queries = nn.Parameter(torch.randn(config.num_joints, dims[0]))
        self.vertex_queries = nn.Parameter(torch.randn(self.num_vertices, dims[0]))
        if config.condition:
            self.condition = nn.Linear(config.condition, dims[0])
        self.stages = nn.ModuleList(
            EncoderDecoder(
                dim,
                config.heads,
                config.encoder_layers,
                config.decoder_layers,
                config.feedforward,
                config.dropout,
            )
            for dim in dims
        )
        steps = list(pairwise(dims))
        self.reduce_camera = nn.ModuleList(nn.Linear(wide, narrow) for wide, narrow in steps)
        self.reduce_tokens = nn.ModuleList(nn.Linear(wide, narrow) for wide, narrow in steps)
        self.reduce_queries = nn.ModuleList(nn.Linear(wide, narrow) for wide, narrow in steps)
        self.camera_head = nn.Linear(dims[-1], 3)
        self.point_head = nn.Linear(dims[-1], 3)
        fixed = list(reversed(template.upsampling))
        if config.learned_upsampling:
            if len(fixed) < 2:
                raise UserError(f"{config.name} learns a middle level; {template.name!r} has none.")
            self.upsample = nn.Linear(levels[-1], levels[-2])
            with torch.no_grad():
                self.upsample.weight.copy_(torch.from_numpy(fixed.pop(0).dense(levels[-1])))
                self.upsample.bias.zero_()
        self.sparse_upsample = nn.ModuleList(map(SparseUpsampling, fixed))
        if config.refine_rounds:
            self.refiner = ReprojectionRefiner(
                template, LANDMARK_NUMBERS, dims[-1], config.feedforward, config.refine_rounds
            )
        if config.smpl_head:
            self.smpl_head = SmplHead(levels[-2])
        mask = attention_mask(config.num_joints, torch.from_numpy(template.coarse_mask))
        self.register_buffer("mask", mask, persistent=False)

    @property
    def blazepose(self) -> BlazePose | None:
        """The network that finds the landmarks; None where the stem reads the image itself."""
        return self.stem.blazepose if isinstance(self.stem, LandmarkStem) else None

    def forward(
        self,
        image: Tensor,
        crop: Tensor | None = None,
        upright: Tensor | None = None,
        upright_crop: Tensor | None = None,
        subset: VertexQuerySubset | None = None,
    ) -> Prediction:
        """Reconstruct from (B, 3, S, S) normalised images.

        Parameters
        ----------
        crop : (B, 5) the crops' places, where there is a condition or a lifter.
        upright, upright_crop : where there is a lifter, (B, 3, 256, 256) RGB in 0..1 of crops that are never
            rotated, and their places.
        subset : ask for these vertices only.
        """
        if isinstance(self.stem, ImageStem):
            return self._decode(self.stem(image), crop=crop, subset=subset)
        reading = self.stem.read(image, upright, crop, upright_crop)
        place = crop if self.config.condition else None
        prediction = self.forward_landmarks(reading.landmarks, reading.features, subset=subset, crop=place)
        return replace(
            prediction, presence=reading.presence, keypoints=reading.keypoints, joint_scores=reading.scores
        )

    def forward_landmarks(
        self,
        landmarks: Tensor,
        features: Tensor | None = None,
        subset: VertexQuerySubset | None = None,
        crop: Tensor | None = None,
    ) -> Prediction:
        """Reconstruct from landmarks, with or without the feature maps they were found in.

        Parameters
        ----------
        landmarks : (B, 33, 8): x, y, z in crop units, visibility and presence in 0..1, x, y, z in metres.
        features : (B, C, 8, 8) of a :class:`models.network.blazepose.BlazePosePrediction`; only networks
            with ``feature_layers`` attend to them.
        subset : ask for these vertices only.
        crop : (B, condition) where configured.
        """
        if not isinstance(self.stem, LandmarkStem):
            raise UserError(f"{self.config.name} reads images, not landmarks.")
        upright = move_upright(landmarks)
        tokens, injection, camera = self.stem(upright, features)
        prediction = self._decode(tokens, injection, camera, upright.landmarks, crop=crop, subset=subset)
        return upright.to_crop(prediction)

    def _decode(
        self,
        tokens: Tensor,
        injection: Tensor | None = None,
        to_camera: Tensor | float = 0.0,
        landmarks: Tensor | None = None,
        *,
        crop: Tensor | None = None,
        subset: VertexQuerySubset | None = None,
    ) -> Prediction:
        config, num_joints = self.config, self.config.num_joints
        queries = torch.cat((self.joint_queries, self.vertex_queries))
        mask = self.get_buffer("mask")
        queries = queries[None] if injection is None else queries + injection
        if subset is not None:
            chosen = torch.cat((torch.arange(num_joints, device=mask.device), subset.index + num_joints))
            queries = queries[:, chosen]
            mask = attention_mask(num_joints, subset.mask)

        camera = self.camera_token.expand(tokens.shape[0], 1, -1) + to_camera
        if (crop is not None) != bool(config.condition):
            raise UserError(f"{config.name} takes {config.condition} numbers about the crop's place.")
        if crop is not None:
            camera = camera + self.condition(crop)[:, None]

        for i, stage in enumerate(self.stages):
            if i:
                camera = self.reduce_camera[i - 1](camera)
                tokens = self.reduce_tokens[i - 1](tokens)
                queries = self.reduce_queries[i - 1](queries)
            camera, tokens, queries = stage(camera, tokens, queries, self.stem.positions(i), mask)

        points, camera = self._heads(queries, camera[:, 0])
        if landmarks is not None and config.refine_rounds:
            points, camera = self._refined(points, camera, queries, landmarks, subset)
        joints, coarse = points[:, :num_joints], points[:, num_joints:]
        if subset is not None:
            return Prediction(camera, joints, coarse)
        levels = self._levels(coarse)
        mid = levels[1] if len(levels) > 2 else None
        rotmat = betas = None
        if config.smpl_head:
            rotmat, betas = self.smpl_head(levels[-2].detach())
        return Prediction(camera, joints, coarse, mid, levels[-1], smpl_rotmat=rotmat, smpl_betas=betas)

    def _levels(self, coarse: Tensor) -> list[Tensor]:
        """Return the mesh's levels, (B, V, 3) each, from the coarse one to the full mesh."""
        levels = [coarse]
        if self.config.learned_upsampling:
            levels.append(self.upsample(coarse.transpose(1, 2)).transpose(1, 2))
        for upsample in self.sparse_upsample:
            levels.append(upsample(levels[-1]))
        return levels

    @in_float32
    def _heads(self, queries: Tensor, camera: Tensor) -> tuple[Tensor, Tensor]:
        """Return (B, Q, 3) points and (B, 3) (s, tx, ty) from the last tokens."""
        points, numbers = self.point_head(queries.float()), self.camera_head(camera.float())
        if self.config.camera == "direct":
            return points, numbers
        scale = numbers[:, :1].exp()
        return points, torch.cat((scale, numbers[:, 1:] / scale), 1)

    @in_float32
    def _refined(
        self,
        points: Tensor,
        camera: Tensor,
        queries: Tensor,
        landmarks: Tensor,
        subset: VertexQuerySubset | None,
    ) -> tuple[Tensor, Tensor]:
        """Return points and camera laid over upright landmarks."""
        reach, to_mid = self.stem.get_buffer("reach"), self.upsample.weight
        if subset is not None:
            joints = torch.arange(self.config.num_joints, device=reach.device)
            reach = reach[torch.cat((joints, subset.index + self.config.num_joints))]
            to_mid = subset.to_mid
        return self.refiner(points, camera, queries.float(), landmarks, reach, to_mid)


def build_network(
    config: FastMetroConfig, template: BodyTemplate, landmarker: Path = LANDMARKER
) -> FastMetro:
    """Return an untrained network; for the landmarks stem with the published weights of what it reads by."""
    blazepose = load_blazepose(landmarker) if config.stem == "landmarks" else None
    thunder = load_thunder() if config.lifter_width else None
    return FastMetro(config, template, blazepose, thunder)


def attention_mask(num_joints: int, vertex_mask: Tensor) -> Tensor:
    """Return the (J + Q, J + Q) float mask of the queries: 0 where attention is allowed, -inf where not.

    Parameters
    ----------
    num_joints : joints see, and are seen by, everything.
    vertex_mask : (Q, Q) bool, True where two vertices may not attend to each other.
    """
    size = num_joints + len(vertex_mask)
    mask = torch.zeros(size, size, device=vertex_mask.device)
    mask[num_joints:, num_joints:].masked_fill_(vertex_mask, -torch.inf)
    return mask


def count_parameters(model: nn.Module) -> int:
    """Return how many numbers a module has learned."""
    return sum(p.numel() for p in model.parameters())
