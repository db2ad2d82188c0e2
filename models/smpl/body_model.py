"""SMPL and MANO: read a user's own model file, and pose it (linear blend skinning, batched, differentiable).

The files are licensed by their makers and never shipped; see ``docs/published.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np
import scipy.sparse
import torch
from torch import Tensor, nn

from models.errors import UserError
from models.smpl.record_arrays import Unreadable
from models.smpl.safe_pickle import load_npz, load_pickle

if TYPE_CHECKING:
    from pathlib import Path

SHAPES = 10  # shape coefficients used; some files have more, by falling importance
SIZES = {"SMPL": (6890, 24), "MANO": (778, 16)}  # vertices, joints
SMPL_JOINTS = (
    "Pelvis", "L_Hip", "R_Hip", "Spine1", "L_Knee", "R_Knee", "Spine2", "L_Ankle", "R_Ankle", "Spine3",
    "L_Foot", "R_Foot", "Neck", "L_Collar", "R_Collar", "Head", "L_Shoulder", "R_Shoulder", "L_Elbow",
    "R_Elbow", "L_Wrist", "R_Wrist", "L_Hand", "R_Hand",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class BodyModel:
    """What a SMPL or MANO file holds; V vertices, B joints.

    Attributes
    ----------
    kind : which of the two.
    v_template : (V, 3) float32 metres.
    faces : (F, 3) int32.
    shapedirs : (V, 3, 10) float32, metres per standard deviation of shape.
    posedirs : (V, 3, 9 (B - 1)) float32, metres per entry of the rotations' difference from identity.
    joint_regressor : (B, V) float32.
    weights : (V, B) float32 skinning weights.
    parents : (B,) int32, -1 for the root; parents come before children.
    """

    kind: Literal["SMPL", "MANO"]
    v_template: np.ndarray
    faces: np.ndarray
    shapedirs: np.ndarray
    posedirs: np.ndarray
    joint_regressor: np.ndarray
    weights: np.ndarray
    parents: np.ndarray


def read_body_model(path: Path, kind: Literal["SMPL", "MANO"]) -> BodyModel:
    """Read a SMPL or MANO file, a pickle or a NumPy archive, whatever it is called.

    Archives that others made of a pickle, with its sparse matrix in an array of objects, are read too.

    Raises
    ------
    UserError : there is no such file.
    UnsafeFileError : the file holds more than data; see :mod:`models.smpl.safe_pickle`.
    UserError : it is not a file of this kind; the message names what is missing or misshapen.
    """
    content = load_npz(path) if _is_archive(path) else load_pickle(path)
    if not isinstance(content, dict):
        raise UserError(f"{path.name} holds {type(content).__name__}, not a {kind} model.")
    vertices, joints = SIZES[kind]
    shapes: dict[str, tuple[int | None, ...]] = {
        "v_template": (vertices, 3),
        "f": (None, 3),
        "shapedirs": (vertices, 3, None),
        "posedirs": (vertices, 3, 9 * (joints - 1)),
        "J_regressor": (joints, vertices),
        "weights": (vertices, joints),
        "kintree_table": (2, joints),
    }
    missing = [key for key in shapes if key not in content]
    if missing:
        raise UserError(
            f"{path.name} is not a {kind} model: it lacks {', '.join(missing)}; "
            f"give {'basicModel_neutral_lbs_10_207_0_v1.0.0.pkl' if kind == 'SMPL' else 'MANO_RIGHT.pkl'}."
        )
    arrays = {key: _array(content[key], key, shape, path.name, kind) for key, shape in shapes.items()}
    if arrays["shapedirs"].shape[2] < SHAPES:
        raise UserError(
            f"{path.name} has {arrays['shapedirs'].shape[2]} shape directions; {SHAPES} are needed."
        )
    faces = arrays["f"].astype(np.int64)
    if faces.min() < 0 or faces.max() >= vertices:
        raise UserError(f"{path.name} is damaged: its faces name vertices beyond {vertices}.")
    return BodyModel(
        kind=kind,
        v_template=arrays["v_template"].astype(np.float32),
        faces=faces.astype(np.int32),
        shapedirs=arrays["shapedirs"][..., :SHAPES].astype(np.float32),
        posedirs=arrays["posedirs"].astype(np.float32),
        joint_regressor=arrays["J_regressor"].astype(np.float32),
        weights=arrays["weights"].astype(np.float32),
        parents=_parents(arrays["kintree_table"].astype(np.int64), path.name),
    )


def _is_archive(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"PK\3\4"


def _array(value: Any, key: str, shape: tuple[int | None, ...], name: str, kind: str) -> np.ndarray:
    if isinstance(value, Unreadable):
        raise UserError(
            f"{name} keeps {key} as a {value.name} expression; convert the file without chumpy first."
        )
    # np.savez keeps what is no array as an array of one object.
    is_packed = isinstance(value, np.ndarray) and value.dtype.hasobject and value.ndim == 0
    held: Any = value.item() if is_packed else value
    array = held.toarray() if scipy.sparse.issparse(held) else np.asarray(held)
    fits = len(array.shape) == len(shape) and all(
        want in (None, have) for want, have in zip(shape, array.shape, strict=True)
    )
    if not fits or array.dtype.kind not in "iuf":
        expected = " x ".join("any" if n is None else str(n) for n in shape)
        raise UserError(
            f"{name} is not a {kind} model: {key} is {array.dtype} {array.shape}, not {expected} numbers."
        )
    return array


def _parents(kintree_table: np.ndarray, name: str) -> np.ndarray:
    """Return (B,) parent columns; the root's own entry in the file is a filler."""
    column = {int(joint): i for i, joint in enumerate(kintree_table[1])}
    parents = np.full(kintree_table.shape[1], -1, np.int32)
    for i in range(1, len(parents)):
        parents[i] = column.get(int(kintree_table[0, i]), len(parents))
        if parents[i] >= i:
            raise UserError(f"{name} is damaged: joint {i} of kintree_table has no parent before it.")
    return parents


class PosedBody(NamedTuple):
    """A batch of N posed bodies.

    Attributes
    ----------
    vertices : (N, V, 3) metres.
    joints : (N, B, 3) metres.
    orientations : (N, B, 3, 3) global rotation of each joint.
    """

    vertices: Tensor
    joints: Tensor
    orientations: Tensor


class BodyModelLayer(nn.Module):
    """Pose a :class:`BodyModel` by local rotations and shape coefficients; no translation is added."""

    v_template: Tensor
    shapedirs: Tensor
    posedirs: Tensor
    joint_regressor: Tensor
    weights: Tensor

    def __init__(self, model: BodyModel):
        super().__init__()
        self.parents = tuple(int(parent) for parent in model.parents)
        for name in ("v_template", "shapedirs", "posedirs", "joint_regressor", "weights"):
            self.register_buffer(name, torch.from_numpy(getattr(model, name)), persistent=False)

    def forward(self, pose: Tensor, betas: Tensor) -> PosedBody:
        """Pose the body.

        Parameters
        ----------
        pose : (N, B, 3, 3) rotations relative to the parent, or (N, 3 B) axis-angle in radians.
        betas : (N, 10) shape in standard deviations.
        """
        rotations = pose if pose.ndim == 4 else axis_angle_to_matrix(pose.unflatten(1, (-1, 3)))
        shaped = self.v_template + torch.einsum("vcs,ns->nvc", self.shapedirs, betas)
        rest = torch.einsum("bv,nvc->nbc", self.joint_regressor, shaped)
        bend = (rotations[:, 1:] - torch.eye(3, dtype=pose.dtype, device=pose.device)).flatten(1)
        bent = shaped + torch.einsum("vcp,np->nvc", self.posedirs, bend)

        orientations, joints = [rotations[:, 0]], [rest[:, 0]]
        for i, parent in enumerate(self.parents[1:], start=1):
            bone = (rest[:, i] - rest[:, parent]).unsqueeze(-1)
            joints.append(joints[parent] + (orientations[parent] @ bone).squeeze(-1))
            orientations.append(orientations[parent] @ rotations[:, i])
        global_rotations = torch.stack(orientations, 1)  # (N, B, 3, 3)
        positions = torch.stack(joints, 1)  # (N, B, 3)

        shift = positions - (global_rotations @ rest.unsqueeze(-1)).squeeze(-1)
        vertex_rotations = torch.einsum("vb,nbij->nvij", self.weights, global_rotations)
        vertices = (vertex_rotations @ bent.unsqueeze(-1)).squeeze(-1)
        vertices = vertices + torch.einsum("vb,nbc->nvc", self.weights, shift)
        return PosedBody(vertices, positions, global_rotations)


def axis_angle_to_matrix(axis_angle: Tensor) -> Tensor:
    """Return (..., 3, 3) rotations of (..., 3) axis-angle vectors in radians, through unit quaternions.

    The 1e-8 that keeps a zero rotation defined and differentiable is added to the vector itself, as in the
    code that the published networks were trained with.
    """
    angle = torch.linalg.vector_norm(axis_angle + 1e-8, dim=-1, keepdim=True)
    w = torch.cos(angle / 2)
    quaternion = torch.cat([w, torch.sin(angle / 2) * axis_angle / angle], -1)
    quaternion = quaternion / torch.linalg.vector_norm(quaternion, dim=-1, keepdim=True)
    w, x, y, z = quaternion.unbind(-1)
    rows = [
        w * w + x * x - y * y - z * z, 2 * (x * y - w * z), 2 * (x * z + w * y),
        2 * (x * y + w * z), w * w - x * x + y * y - z * z, 2 * (y * z - w * x),
        2 * (x * z - w * y), 2 * (y * z + w * x), w * w - x * x - y * y + z * z,
    ]  # fmt: skip
    return torch.stack(rows, -1).unflatten(-1, (3, 3))
