"""FastMetro: the one network class, from an image (or landmarks) to camera, joints and mesh.

A stem turns the input into memory tokens; encoder-decoder stages of falling width let joint and vertex
queries read them; small heads give camera, joints and coarse vertices, which go up to the full mesh.
Method: FastMETRO, Cho et al., ECCV 2022. Run ``python -m models.network.fastmetro`` for the family's sizes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from models.body.template import BodyTemplate, SparseRows
from models.camera.crop import HIPS, LANDMARK_RULE, SHOULDERS
from models.errors import UserError
from models.network.blazepose import NUM_LANDMARKS, BlazePose
from models.network.config import PUBLISHED_LEVELS, VARIANTS, FastMetroConfig, Kind
from models.network.feature_attention import PictureReader
from models.network.hrnet import HRNet
from models.network.reprojection_refiner import Realignment
from models.network.resnet import ResNet50
from models.network.smpl_head import SmplHead
from models.network.transformer import EncoderDecoder, sine_positions

LANDMARK_NUMBERS = 8  # x, y, z in crop units, visibility, presence, x, y, z in metres


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
    smpl_rotmat, smpl_betas : (B, 24, 3, 3) and (B, 10) of the SMPL head.
    """

    camera: Tensor
    joints: Tensor
    coarse: Tensor
    mid: Tensor | None = None
    vertices: Tensor | None = None
    presence: Tensor | None = None
    smpl_rotmat: Tensor | None = None
    smpl_betas: Tensor | None = None


class VertexSubset(NamedTuple):
    """Some of the vertex queries.

    Attributes
    ----------
    index : (Q,) int64, coarse vertices.
    mask : (Q, Q) bool, True where two of them may not attend to each other.
    to_mid : (M, Q) the middle mesh of those vertices.
    """

    index: Tensor
    mask: Tensor
    to_mid: Tensor


class ImageStem(nn.Module):
    """A convolutional feature map as tokens, with sine encodings of their places."""

    def __init__(self, config: FastMetroConfig):
        super().__init__()
        self.backbone = ResNet50() if config.stem == "resnet50" else HRNet()
        self.project = nn.Conv2d(self.backbone.channels, config.dims[0], 1)
        side = config.input_size // 32
        for i, dim in enumerate(config.dims):
            self.register_buffer(f"positions_{i}", sine_positions(side, side, dim), persistent=False)

    def positions(self, stage: int) -> Tensor:
        """Return the (T, D) positions of the tokens in a stage."""
        return self.get_buffer(f"positions_{stage}")

    def forward(self, image: Tensor) -> Tensor:
        """Map (B, 3, S, S) images to (B, T, D) tokens."""
        return self.project(self.backbone(image)).flatten(2).transpose(1, 2)


class LandmarkStem(nn.Module):
    """The 33 landmarks of a person as tokens, and as additions to the queries that lie near them on the body.

    Query i gains ``sum_j W_ij e_j`` with ``e_j`` an embedding of landmark j and W fixed: rows of Gaussian
    weights, which sum to 1, of the distance between query and landmark on the template.
    """

    def __init__(self, config: FastMetroConfig, template: BodyTemplate):
        super().__init__()
        dim = config.dims[0]
        self.blazepose: BlazePose | None = None
        self.token = nn.Linear(LANDMARK_NUMBERS, dim)
        self.places = nn.ParameterList(torch.randn(NUM_LANDMARKS, d) * 0.1 for d in config.dims)
        self.embed = nn.Sequential(nn.Linear(LANDMARK_NUMBERS, dim), nn.ReLU(), nn.Linear(dim, dim))
        self.landmark_embedding = nn.Parameter(torch.randn(NUM_LANDMARKS, dim) * 0.1)
        self.register_buffer("reach", landmark_reach(template, config.injection_sigma), persistent=False)
        self.reader = None
        if config.picture_layers:
            self.reader = PictureReader(
                LANDMARK_NUMBERS, dim, config.heads, config.feedforward, config.picture_layers, config.dropout
            )

    def positions(self, stage: int) -> Tensor:
        """Return the (33, D) learned positions of the tokens in a stage."""
        return self.places[stage]

    def forward(
        self, moved: Upright, features: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor | float]:
        """Map landmarks to memory tokens and additions to the queries and the camera token.

        Parameters
        ----------
        moved : upright landmarks.
        features : (B, C, 8, 8) maps of the crops, where configured; without them the landmarks stand alone.

        Returns
        -------
        tokens : (B, 33, D).
        injection : (B, J + C, D) for all joint and coarse-vertex queries.
        camera : (B, 1, D), or 0 without a picture.
        """
        landmarks = moved.landmarks
        tokens = self.token(landmarks)
        embeddings = self.embed(landmarks) + self.landmark_embedding
        camera: Tensor | float = 0.0
        if self.reader is not None and features is not None:
            found = self.reader(landmarks, features, moved.middle, moved.scale, moved.turn)
            tokens, embeddings, camera = tokens + found.tokens, embeddings + found.embeddings, found.camera
        return tokens, self.get_buffer("reach") @ embeddings, camera


# Coordinates keep float32 under mixed precision: half of it would move them by millimetres.
exactly = torch.autocast("cuda", enabled=False)


class Upright(NamedTuple):
    """Landmarks moved, scaled and turned to their own usual place, and the way back into the crop.

    Attributes
    ----------
    landmarks : (B, 33, 8), hips in the middle, spine up, filling what the crop rule gives them.
    middle : (B, 2) crop units, of the hips.
    scale : (B, 1) crop units a unit.
    turn : (B, 2, 2) takes directions back to crop axes.
    """

    landmarks: Tensor
    middle: Tensor
    scale: Tensor
    turn: Tensor

    @exactly
    def back(self, prediction: Prediction) -> Prediction:
        """Return what was predicted from the moved landmarks in the axes and units of the crop."""
        scale = self.scale * prediction.camera[:, :1]
        # s' (R x + t') = k R (s (x + t)) + m
        shift = (self.turn @ prediction.camera[:, 1:, None])[..., 0] + self.middle / scale
        points = {
            name: self._turned(value)
            for name in ("joints", "coarse", "mid", "vertices")
            if (value := getattr(prediction, name)) is not None
        }
        return replace(prediction, camera=torch.cat((scale, shift), 1), **points)

    def _turned(self, points: Tensor) -> Tensor:
        return torch.cat((points[..., :2] @ self.turn.transpose(1, 2), points[..., 2:]), -1)


@exactly
def upright(landmarks: Tensor) -> Upright:
    """Move landmarks to where the crop rule would have put them, whatever the crop was.

    A crop that comes from the mesh of the frame before lies a little off. The landmark network does not mind;
    with this what follows it cannot, as it never sees the crop.

    Parameters
    ----------
    landmarks : (B, 33, 8): x, y, z in crop units, visibility, presence, x, y, z in metres.
    """
    picture = landmarks[..., :2]
    middle = picture[:, HIPS].mean(1)
    spine = picture[:, SHOULDERS].mean(1) - middle
    up = spine / spine.norm(dim=1, keepdim=True).clamp(min=1e-3)
    # The columns of ``turn`` are the crop directions of the upright x (right) and y (down).
    down_x, down_y = -up[:, 0], -up[:, 1]
    turn = torch.stack((torch.stack((down_y, down_x), 1), torch.stack((-down_x, down_y), 1)), 1)
    moved = picture - middle[:, None]
    scale = LANDMARK_RULE.scale * moved.norm(dim=2).amax(1)[:, None].clamp(min=0.05)
    numbers = torch.cat(
        (
            moved @ turn / scale[..., None],
            landmarks[..., 2:3] / scale[..., None],
            landmarks[..., 3:5],
            landmarks[..., 5:7] @ turn,
            landmarks[..., 7:],
        ),
        -1,
    )
    return Upright(numbers, middle, scale, turn)


def landmark_reach(template: BodyTemplate, sigma: float) -> Tensor:
    """Return the (J + C, 33) float32 weights by which landmarks reach the joint and coarse-vertex queries.

    Parameters
    ----------
    sigma : metres, of the Gaussian of the distance on the template.

    Raises
    ------
    UserError : the template lacks the joints that this takes.
    """
    points = []
    for name in ("fastmetro14", "mediapipe33"):
        if name not in template.joint_sets:
            raise UserError(
                f"The template {template.name!r} has no joints {name!r}; a landmark network needs them."
            )
        points.append(template.joint_sets[name].regress(template.v_template))
    joints, landmarks = points
    queries = np.concatenate((joints, template.v_template[template.level_index[-1]]))
    squared = ((queries[:, None] - landmarks) ** 2).sum(-1)
    return torch.softmax(torch.from_numpy(squared) / (-2 * sigma**2), 1).float()


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

    Notes
    -----
    A landmark network is built without the network that finds landmarks, which has a file of its own; set
    ``model.stem.blazepose = load_blazepose(...)`` before giving it images.
    """

    def __init__(self, config: FastMetroConfig, template: BodyTemplate):
        super().__init__()
        if template.kind != config.kind:
            raise UserError(
                f"{config.name} needs a {config.kind} template; {template.name!r} is a {template.kind}."
            )
        self.config = config
        dims, levels = config.dims, template.level_sizes
        self.num_vertices = levels[-1]
        self.stem = LandmarkStem(config, template) if config.stem == "landmarks" else ImageStem(config)
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
        if config.realign_rounds:
            self.realign = Realignment(
                template, LANDMARK_NUMBERS, dims[-1], config.feedforward, config.realign_rounds
            )
        if config.smpl_head:
            self.smpl_head = SmplHead(levels[-2])
        mask = attention_mask(config.num_joints, torch.from_numpy(template.coarse_mask))
        self.register_buffer("mask", mask, persistent=False)

    def forward(
        self, image: Tensor, crop: Tensor | None = None, subset: VertexSubset | None = None
    ) -> Prediction:
        """Reconstruct from (B, 3, S, S) normalised images.

        Parameters
        ----------
        crop : (B, condition) where configured, the crops' places.
        subset : ask for these vertices only.
        """
        if isinstance(self.stem, ImageStem):
            return self._decode(self.stem(image), crop=crop, subset=subset)
        if self.stem.blazepose is None:
            raise UserError(f"{self.config.name} has no landmark network yet; set model.stem.blazepose.")
        landmarks, presence, features = self.stem.blazepose.read(image)
        found = self.forward_landmarks(landmarks, features, subset=subset, crop=crop)
        return replace(found, presence=presence)

    def forward_landmarks(
        self,
        landmarks: Tensor,
        features: Tensor | None = None,
        subset: VertexSubset | None = None,
        crop: Tensor | None = None,
    ) -> Prediction:
        """Reconstruct from landmarks, with or without the feature maps they were found in.

        Parameters
        ----------
        landmarks : (B, 33, 8): x, y, z in crop units, visibility and presence in 0..1, x, y, z in metres.
        features : (B, C, 8, 8) of a :class:`models.network.blazepose.Reading`; only networks with
            ``picture_layers`` look at them.
        subset : ask for these vertices only.
        crop : (B, condition) where configured.
        """
        if not isinstance(self.stem, LandmarkStem):
            raise UserError(f"{self.config.name} reads images, not landmarks.")
        moved = upright(landmarks)
        tokens, injection, camera = self.stem(moved, features)
        return moved.back(self._decode(tokens, injection, camera, moved.landmarks, crop=crop, subset=subset))

    def _decode(
        self,
        tokens: Tensor,
        injection: Tensor | None = None,
        to_camera: Tensor | float = 0.0,
        landmarks: Tensor | None = None,
        *,
        crop: Tensor | None = None,
        subset: VertexSubset | None = None,
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
        if landmarks is not None and config.realign_rounds:
            points, camera = self._realigned(points, camera, queries, landmarks, subset)
        joints, coarse = points[:, :num_joints], points[:, num_joints:]
        if subset is not None:
            return Prediction(camera, joints, coarse)

        levels = [coarse]
        if config.learned_upsampling:
            levels.append(self.upsample(coarse.transpose(1, 2)).transpose(1, 2))
        for upsample in self.sparse_upsample:
            levels.append(upsample(levels[-1]))
        mid = levels[1] if len(levels) > 2 else None
        rotmat = betas = None
        if config.smpl_head:
            rotmat, betas = self.smpl_head(levels[-2].detach())
        return Prediction(camera, joints, coarse, mid, levels[-1], smpl_rotmat=rotmat, smpl_betas=betas)

    @exactly
    def _heads(self, queries: Tensor, camera: Tensor) -> tuple[Tensor, Tensor]:
        """Return (B, Q, 3) points and (B, 3) (s, tx, ty) from the last tokens."""
        points, numbers = self.point_head(queries.float()), self.camera_head(camera.float())
        if self.config.camera == "direct":
            return points, numbers
        scale = numbers[:, :1].exp()
        return points, torch.cat((scale, numbers[:, 1:] / scale), 1)

    @exactly
    def _realigned(
        self, points: Tensor, camera: Tensor, queries: Tensor, landmarks: Tensor, subset: VertexSubset | None
    ) -> tuple[Tensor, Tensor]:
        """Return points and camera laid over upright landmarks."""
        reach, to_mid = self.stem.get_buffer("reach"), self.upsample.weight
        if subset is not None:
            joints = torch.arange(self.config.num_joints, device=reach.device)
            reach = reach[torch.cat((joints, subset.index + self.config.num_joints))]
            to_mid = subset.to_mid
        return self.realign(points, camera, queries.float(), landmarks, reach, to_mid)


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


def sizes_only_template(kind: Kind) -> BodyTemplate:
    """Return a template with the levels of the published networks and nothing else, to count by."""
    sizes = PUBLISHED_LEVELS[kind]

    def rows(count: int) -> SparseRows:
        return SparseRows(np.zeros((count, 1), np.int32), np.zeros((count, 1), np.float32))

    return BodyTemplate(
        name="sizes",
        kind=kind,
        v_template=np.zeros((sizes[0], 3), np.float32),
        faces=(),
        level_index=tuple(np.zeros(size, np.int32) for size in sizes[1:]),
        upsampling=tuple(rows(size) for size in sizes[:-1]),
        coarse_adjacency=np.zeros((0, 2), np.int32),
        joint_sets={},
        root=rows(1),
        skeleton=None,
        sha256="",
    )


def published_parameters(config: FastMetroConfig) -> tuple[int, int]:
    """Return the parameters of a published network's backbone, and of all but it."""
    with torch.device("meta"):  # sizes without values
        model = FastMetro(config, sizes_only_template(config.kind))
    assert isinstance(model.stem, ImageStem)
    backbone = count_parameters(model.stem.backbone)
    return backbone, count_parameters(model) - backbone


def main() -> None:
    """Print the parameters of the published family."""
    print(f"{'network':26} {'backbone':>12} {'all but it':>12} {'total':>12}")
    for name, config in VARIANTS.items():
        if config.stem != "landmarks":
            backbone, rest = published_parameters(config)
            print(f"{name:26} {backbone:12,} {rest:12,} {backbone + rest:12,}")


if __name__ == "__main__":
    main()
