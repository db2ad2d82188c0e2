"""The training loss of a mesh: position, reprojection, posture, and a surface like skin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from models.camera.crop import HIPS, SHOULDERS
from models.train.vertex_subsets import coarse_in_mid

if TYPE_CHECKING:
    from models.body.template import BodyTemplate
    from models.network.prediction import Prediction
    from models.synthetic.targets import Targets
    from models.train.settings import LossWeights


def weighted_total(weights: LossWeights, terms: dict[str, Tensor]) -> tuple[Tensor, dict[str, float]]:
    """Return the sum of terms, each times the factor of its name, and the terms as numbers."""
    total = torch.stack([getattr(weights, name) * value for name, value in terms.items()]).sum()
    return total, {name: float(value.detach()) for name, value in terms.items()}


def area_weights(vertices: np.ndarray, faces: np.ndarray, floor: float = 0.25) -> np.ndarray:
    """Return (V,) float32 weights of mean 1 that follow each vertex's fraction of the surface.

    Vertices crowd in head, hands and feet; without weights half of a vertex loss would be theirs. ``floor``
    keeps that fraction of the weight even.
    """
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    area_weight = np.zeros(len(vertices))
    np.add.at(area_weight, faces.ravel(), np.repeat(area, 3))
    area_weight /= area_weight.mean()
    return (floor + (1 - floor) * area_weight).astype(np.float32)


def edges_of(faces: np.ndarray) -> np.ndarray:
    """Return (E, 2) each edge of (F, 3) triangles once."""
    pairs = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    return np.unique(np.sort(pairs, axis=1), axis=0)


def edge_length_loss(predicted: Tensor, true: Tensor, edges: Tensor) -> Tensor:
    """Mean absolute difference of the lengths of (E, 2) edges between (N, V, 3) meshes, in metres."""

    def lengths(vertices: Tensor) -> Tensor:
        return (vertices[:, edges[:, 0]] - vertices[:, edges[:, 1]]).norm(dim=-1)

    return (lengths(predicted) - lengths(true)).abs().mean()


def face_normals(vertices: Tensor, faces: Tensor) -> Tensor:
    """Return (N, F, 3) unit normals of (F, 3) triangles of (N, V, 3) vertices."""
    a, b, c = (vertices[:, faces[:, i]] for i in range(3))
    return F.normalize(torch.linalg.cross(b - a, c - a), dim=-1, eps=1e-9)


def normal_loss(predicted: Tensor, true: Tensor, faces: Tensor) -> Tensor:
    """Mean of 1 - cosine between the normals of the same triangles: 0 equal, 2 turned inside out."""
    return (1 - (face_normals(predicted, faces) * face_normals(true, faces)).sum(-1)).mean()


def posture_directions(landmarks: Tensor) -> Tensor:
    """Return (N, 4, 3) unit vectors across the hips, up the spine, across the shoulders, to the front.

    The last is the trunk's normal, which a mirrored or leaning person gets wrong first.
    """
    hips = landmarks[:, 23] - landmarks[:, 24]
    shoulders = landmarks[:, 11] - landmarks[:, 12]
    spine = landmarks[:, SHOULDERS].mean(1) - landmarks[:, HIPS].mean(1)
    front = torch.linalg.cross(hips + shoulders, spine)
    return F.normalize(torch.stack([hips, spine, shoulders, front], dim=1), dim=-1, eps=1e-6)


def weak_perspective(points: Tensor, camera: Tensor) -> Tensor:
    """Project (N, P, 3) root-centred points by (N, 3) ``(s, tx, ty)`` to crop coordinates ``s (x + t)``."""
    return camera[:, None, :1] * (points[..., :2] + camera[:, None, 1:])


class MeshLoss(nn.Module):
    """The weighted sum of all terms, for one template.

    The mesh is the middle level: fine enough for skin, and a quarter of the work of the finest.

    Parameters
    ----------
    template : the body.
    weights : factors of the terms.
    """

    faces: Tensor
    edges: Tensor
    mid_weight: Tensor
    coarse_weight: Tensor
    coarse_in_mid: Tensor
    landmarks_from_mid: Tensor
    joints_from_mid: Tensor
    root_from_mid: Tensor

    def __init__(self, template: BodyTemplate, weights: LossWeights):
        super().__init__()
        self.weights = weights
        middle = template.v_template[template.level_index[0]]

        def constant(name: str, values: np.ndarray) -> None:
            self.register_buffer(name, torch.from_numpy(np.ascontiguousarray(values)), persistent=False)

        faces = template.faces[1]
        constant("faces", faces.astype(np.int64))
        constant("edges", edges_of(faces).astype(np.int64))
        constant("mid_weight", area_weights(middle, faces))
        coarse = template.v_template[template.level_index[-1]]
        constant("coarse_weight", area_weights(coarse, template.faces[-1]))
        constant("coarse_in_mid", coarse_in_mid(template))
        regressors = {
            "landmarks_from_mid": template.joint_sets["mediapipe33"].rows,
            "joints_from_mid": template.joint_sets["fastmetro14"].rows,
            "root_from_mid": template.root,
        }
        for name, rows in regressors.items():
            constant(name, template.from_middle(rows))

    def joints_and_mesh(self, mid: Tensor) -> tuple[Tensor, Tensor]:
        """Return (N, 14, 3) joints and the (N, M, 3) mesh, both root-centred, of (N, M, 3) middle meshes."""
        mid = mid - self.root_from_mid @ mid
        return self.joints_from_mid @ mid, mid

    def forward(
        self, prediction: Prediction, targets: Targets[Tensor], subset: Tensor
    ) -> tuple[Tensor, dict[str, float]]:
        """Compare a batch.

        Parameters
        ----------
        prediction : of N people, with the middle mesh.
        targets : of the same.
        subset : (Q,) which coarse vertices the queries are.

        Returns
        -------
        The loss, and the terms before weighting: metres, crop units or cosines.
        """
        assert prediction.mid is not None
        joints, mid = self.joints_and_mesh(prediction.mid)
        landmarks = self.landmarks_from_mid @ mid
        camera = prediction.camera

        def weighted(difference: Tensor, weight: Tensor) -> Tensor:
            return (difference.abs().mean(-1) * weight).mean() / weight.mean()

        coarse_weight = self.coarse_weight[subset]
        coarse = targets.mid[:, self.coarse_in_mid[subset]]
        reprojection = (
            (weak_perspective(landmarks, camera) - targets.landmarks_2d).abs().mean()
            + (weak_perspective(joints, camera) - targets.joints_2d).abs().mean()
            + 0.5 * (weak_perspective(prediction.joints, camera) - targets.joints_2d).abs().mean()
        ) / 2.5
        terms = {
            "coarse": weighted(prediction.coarse - coarse, coarse_weight),
            "mesh": weighted(mid - targets.mid, self.mid_weight),
            "joints": (prediction.joints - targets.joints).abs().mean(),
            "landmarks": (landmarks - targets.landmarks).abs().mean(),
            "reprojection": reprojection,
            "edges": edge_length_loss(mid, targets.mid, self.edges),
            "normals": normal_loss(mid, targets.mid, self.faces),
            "posture": (posture_directions(landmarks) - posture_directions(targets.landmarks)).abs().mean(),
        }
        return weighted_total(self.weights, terms)
