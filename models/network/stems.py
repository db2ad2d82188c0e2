"""What turns the input into memory tokens: a convolutional feature map, or the landmarks of BlazePose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from models.camera.crop import HIPS, LANDMARK_RULE, SHOULDERS
from models.errors import UserError
from models.network.blazepose import NUM_LANDMARKS, BlazePose
from models.network.devices import in_float32
from models.network.feature_attention import FeatureCrossAttention
from models.network.hrnet import HRNet
from models.network.lifter import Lifter
from models.network.readings import combine, keypoints_of, presence_of
from models.network.resnet import ResNet50
from models.network.transformer import sine_positions

if TYPE_CHECKING:
    from models.body.template import BodyTemplate
    from models.network.config import FastMetroConfig
    from models.network.movenet import Thunder
    from models.network.prediction import Prediction

LANDMARK_NUMBERS = 8  # x, y, z in crop units, visibility, presence, x, y, z in metres


class ImageStem(nn.Module):
    """A convolutional feature map as tokens, with sine encodings of their positions."""

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

    Parameters
    ----------
    config : the sizes.
    template : tells where landmarks and queries are on the body.
    blazepose : finds the landmarks in images.
    thunder : reads joints in upright images, where there is a lifter.
    """

    def __init__(
        self,
        config: FastMetroConfig,
        template: BodyTemplate,
        blazepose: BlazePose,
        thunder: Thunder | None = None,
    ):
        super().__init__()
        dim = config.dims[0]
        self.blazepose, self.thunder = blazepose, thunder
        self.lifter = Lifter(config.lifter_width) if config.lifter_width else None
        self.token = nn.Linear(LANDMARK_NUMBERS, dim)
        self.position_embeddings = nn.ParameterList(torch.randn(NUM_LANDMARKS, d) * 0.1 for d in config.dims)
        self.embed = nn.Sequential(nn.Linear(LANDMARK_NUMBERS, dim), nn.ReLU(), nn.Linear(dim, dim))
        self.landmark_embedding = nn.Parameter(torch.randn(NUM_LANDMARKS, dim) * 0.1)
        self.register_buffer("reach", landmark_reach(template, config.injection_sigma), persistent=False)
        self.feature_attention = None
        if config.feature_layers:
            self.feature_attention = FeatureCrossAttention(
                LANDMARK_NUMBERS, dim, config.heads, config.feedforward, config.feature_layers, config.dropout
            )

    def positions(self, stage: int) -> Tensor:
        """Return the (33, D) learned positions of the tokens in a stage."""
        return self.position_embeddings[stage]

    def read(
        self,
        image: Tensor,
        upright: Tensor | None = None,
        crop: Tensor | None = None,
        upright_crop: Tensor | None = None,
    ) -> Reading:
        """Read the landmarks of people in crops.

        Parameters
        ----------
        image : (B, 3, S, S) RGB in 0..1.
        upright, crop, upright_crop : where there is a lifter: (B, 3, 256, 256) RGB in 0..1, never rotated;
            (B, 5) the places of both crops.
        """
        landmarks, presence, features = self.blazepose.predict(image)
        if self.lifter is None or self.thunder is None:
            return Reading(landmarks, presence, features)
        assert upright is not None
        assert crop is not None
        assert upright_crop is not None
        joints = self.thunder.predict(upright)
        scores = joints[..., 2]
        landmarks = combine(landmarks, joints, crop, upright_crop, self.lifter)
        keypoints = keypoints_of(joints, crop, upright_crop)
        return Reading(landmarks, presence_of(scores), features, keypoints, scores)

    def forward(
        self, upright: Upright, features: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor | float]:
        """Map landmarks to memory tokens and additions to the queries and the camera token.

        Parameters
        ----------
        upright : the landmarks, moved upright.
        features : (B, C, 8, 8) maps of the crops, where configured; without them the landmarks stand alone.

        Returns
        -------
        tokens : (B, 33, D).
        injection : (B, J + C, D) for all joint and coarse-vertex queries.
        camera : (B, 1, D), or 0 without feature maps.
        """
        landmarks = upright.landmarks
        tokens = self.token(landmarks)
        embeddings = self.embed(landmarks) + self.landmark_embedding
        camera: Tensor | float = 0.0
        if self.feature_attention is not None and features is not None:
            correction = self.feature_attention(
                landmarks, features, upright.center, upright.scale, upright.rotation
            )
            tokens, embeddings = tokens + correction.tokens, embeddings + correction.embeddings
            camera = correction.camera
        return tokens, self.get_buffer("reach") @ embeddings, camera


class Reading(NamedTuple):
    """What is read in B crops.

    Attributes
    ----------
    landmarks : (B, 33, 8).
    presence : (B,) in 0..1, that somebody is in the crop.
    features : (B, C, 8, 8) of BlazePose.
    keypoints : (B, 17, 2) crop units, where Thunder reads COCO's joints; None without Thunder.
    scores : (B, 17) in 0..1 of these; likewise.
    """

    landmarks: Tensor
    presence: Tensor
    features: Tensor
    keypoints: Tensor | None = None
    scores: Tensor | None = None


class Upright(NamedTuple):
    """Landmarks moved, scaled and rotated to their own usual place, and the way back into the crop.

    Attributes
    ----------
    landmarks : (B, 33, 8), hips in the middle, spine up, filling what the crop rule gives them.
    center : (B, 2) crop units, of the hips.
    scale : (B, 1) crop units a unit.
    rotation : (B, 2, 2) takes directions back to crop axes.
    """

    landmarks: Tensor
    center: Tensor
    scale: Tensor
    rotation: Tensor

    @in_float32
    def to_crop(self, prediction: Prediction) -> Prediction:
        """Return what was predicted from the moved landmarks in the axes and units of the crop."""
        scale = self.scale * prediction.camera[:, :1]
        # s' (R x + t') = k R (s (x + t)) + m
        shift = (self.rotation @ prediction.camera[:, 1:, None])[..., 0] + self.center / scale
        points = {
            name: self._rotated(value)
            for name in ("joints", "coarse", "mid", "vertices")
            if (value := getattr(prediction, name)) is not None
        }
        return replace(prediction, camera=torch.cat((scale, shift), 1), **points)

    def _rotated(self, points: Tensor) -> Tensor:
        return torch.cat((points[..., :2] @ self.rotation.transpose(1, 2), points[..., 2:]), -1)


@in_float32
def move_upright(landmarks: Tensor) -> Upright:
    """Move landmarks to where the crop rule would have put them, whatever the crop was.

    A crop that comes from the mesh of the frame before lies a little off. The landmark network does not mind;
    with this what follows it cannot, as it never sees the crop.

    Parameters
    ----------
    landmarks : (B, 33, 8): x, y, z in crop units, visibility, presence, x, y, z in metres.
    """
    points = landmarks[..., :2]
    center = points[:, HIPS].mean(1)
    spine = points[:, SHOULDERS].mean(1) - center
    up = spine / spine.norm(dim=1, keepdim=True).clamp(min=1e-3)
    # The columns of ``rotation`` are the crop directions of the upright x (right) and y (down).
    down_x, down_y = -up[:, 0], -up[:, 1]
    rotation = torch.stack((torch.stack((down_y, down_x), 1), torch.stack((-down_x, down_y), 1)), 1)
    moved = points - center[:, None]
    scale = LANDMARK_RULE.scale * moved.norm(dim=2).amax(1)[:, None].clamp(min=0.05)
    numbers = torch.cat(
        (
            moved @ rotation / scale[..., None],
            landmarks[..., 2:3] / scale[..., None],
            landmarks[..., 3:5],
            landmarks[..., 5:7] @ rotation,
            landmarks[..., 7:],
        ),
        -1,
    )
    return Upright(numbers, center, scale, rotation)


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
