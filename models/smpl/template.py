"""Body templates of SMPL and MANO from a user's own files: mesh levels, attention mask, joints, skeleton."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse
import torch

from models.body.joints import BODY22, COCO17, FASTMETRO14, MEDIAPIPE33
from models.body.template import BodyTemplate, JointSet, Skeleton, SparseRows
from models.errors import UserError
from models.network import tensor_files
from models.network.config import PUBLISHED_LEVELS
from models.smpl.body_model import SMPL_JOINTS, BodyModel
from models.smpl.safe_pickle import UnsafeFileError, load_npy, load_npz

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

# The files' axes are x left, y up, z to the front; templates lie in camera axes, facing the camera.
CAMERA_FROM_FILE = np.array([1, -1, -1], np.float32)
MOST_INFLUENCES = 8  # bones a vertex, as many as other tools read

# Human3.6M's skeleton as its regressor orders it, and FastMETRO's 14 joints among it.
H36M17 = (
    "Pelvis", "R_Hip", "R_Knee", "R_Ankle", "L_Hip", "L_Knee", "L_Ankle", "Torso", "Neck", "Nose", "Head",
    "L_Shoulder", "L_Elbow", "L_Wrist", "R_Shoulder", "R_Elbow", "R_Wrist",
)  # fmt: skip
FASTMETRO14_OF_H36M17 = tuple(H36M17.index(name) for name in FASTMETRO14)

# The authors' 24 joints, picked from SMPL's 24 followed by the 14 of J_regressor_extra.npy.
J24 = (
    *FASTMETRO14[:13], "Top_of_Head", "Pelvis", "Thorax", "Spine", "Jaw", "Head", "Nose", "L_Eye", "R_Eye",
    "L_Ear", "R_Ear",
)  # fmt: skip
J24_OF_SMPL_AND_EXTRA = (
    8, 5, 29, 30, 4, 7, 21, 19, 17, 16, 18, 20, 31, 32, 33, 34, 35, 36, 37, 24, 26, 25, 28, 27,
)  # fmt: skip

HAND21 = (
    "Wrist",
    *(f"{finger}_{i}" for finger in ("Thumb", "Index", "Middle", "Ring", "Pinky") for i in range(1, 5)),
)
MANO_JOINTS = (
    "Wrist",
    *(f"{finger}_{i}" for finger in ("Index", "Middle", "Pinky", "Ring", "Thumb") for i in range(1, 4)),
)
# MANO's 16 joints followed by these fingertip vertices, thumb to pinky, in the order of HAND21.
FINGERTIPS = (745, 317, 445, 556, 673)
HAND21_OF_MANO_AND_TIPS = (0, 13, 14, 15, 16, 1, 2, 3, 17, 4, 5, 6, 18, 10, 11, 12, 19, 7, 8, 9, 20)

# Places on SMPL's surface by vertex.
SMPL_VERTICES = {
    "nose": 332, "left_eye": 2800, "right_eye": 6260, "left_ear": 583, "right_ear": 4071,
    "left_thumb": 2746, "left_index": 2319, "left_pinky": 2673,
    "right_thumb": 6191, "right_index": 5782, "right_pinky": 6133,
    "left_heel": 3387, "left_foot_index": 3216, "right_heel": 6787, "right_foot_index": 6617,
}  # fmt: skip
# Face points that SMPL has no vertex index for, as weighted sums of the eyes and the nose.
_FACE = {
    "left_eye_inner": {"left_eye": 0.75, "right_eye": 0.25},
    "left_eye_outer": {"left_eye": 1.25, "right_eye": -0.25},
    "right_eye_inner": {"right_eye": 0.75, "left_eye": 0.25},
    "right_eye_outer": {"right_eye": 1.25, "left_eye": -0.25},
    "mouth_left": {"nose": 2.0, "left_eye": -0.1, "right_eye": -0.9},
    "mouth_right": {"nose": 2.0, "right_eye": -0.1, "left_eye": -0.9},
}
_LIMBS = ("Shoulder", "Elbow", "Wrist", "Hip", "Knee", "Ankle")


def body_template(model: BodyModel, folder: Path) -> BodyTemplate:
    """Make the template of a published network.

    Parameters
    ----------
    model : SMPL for bodies, MANO for hands.
    folder : ``src/modeling/data`` of the FastMETRO authors' repository.

    Raises
    ------
    UserError : a file is missing from the folder, does not hold what it should, or holds more than data.
    """
    if not folder.is_dir():
        raise UserError(
            f"There is no folder {folder}; give src/modeling/data of the FastMETRO authors' repository."
        )
    hand = model.kind == "MANO"
    sizes = PUBLISHED_LEVELS["hand" if hand else "body"]
    upsampling, level_index = _read_levels(
        folder / ("mano_downsampling.npz" if hand else "mesh_downsampling.npz"), sizes
    )
    joint_sets = _hand_joints(model) if hand else _body_joints(model, folder)
    root = joint_sets["hand21" if hand else "h36m17"].rows
    return BodyTemplate(
        name=model.kind.lower(),
        kind="hand" if hand else "body",
        v_template=model.v_template * CAMERA_FROM_FILE,
        faces=(model.faces,),
        level_index=level_index,
        upsampling=upsampling,
        coarse_adjacency=_read_adjacency(folder, "mano_195" if hand else "smpl_431", sizes[-1]),
        joint_sets=joint_sets,
        root=SparseRows(root.index[:1], root.weight[:1]),
        skeleton=_skeleton(model),
        sha256="",
    )


def _skeleton(model: BodyModel) -> Skeleton:
    """Return bones, shape space and skinning; a bone ends at its children, or at the tip of what it moves.

    The corrections that SMPL and MANO add to the surface of bent joints have no place in a skeleton.
    """
    names = SMPL_JOINTS if model.kind == "SMPL" else MANO_JOINTS
    heads = model.joint_regressor
    tails = np.empty_like(heads)
    for bone, own in enumerate(model.weights.T):
        children = model.parents == bone
        # From the head through the middle of the moved surface, twice as far: about its other end.
        tip = 2 * own / max(own.sum(), 1e-6) - heads[bone]
        tails[bone] = heads[children].mean(0) if children.any() else tip
    vertices = model.v_template * CAMERA_FROM_FILE
    shape_dirs = np.moveaxis(model.shapedirs, 2, 0) * CAMERA_FROM_FILE
    weakest_first = np.argsort(model.weights, axis=1)
    weights = model.weights.copy()
    np.put_along_axis(weights, weakest_first[:, :-MOST_INFLUENCES], 0, axis=1)
    return Skeleton(
        names=names,
        parents=model.parents,
        heads=heads @ vertices,
        tails=tails @ vertices,
        head_dirs=heads @ shape_dirs,
        tail_dirs=tails @ shape_dirs,
        shape_dirs=shape_dirs,
        weights=sparse_rows(weights / weights.sum(1, keepdims=True)),
    )


def sparse_rows(matrix: Any) -> SparseRows:
    """Return a dense or SciPy matrix as a gather and a weighted sum, as wide as its fullest row."""
    rows = scipy.sparse.coo_matrix(scipy.sparse.csr_matrix(matrix))
    rows.sum_duplicates()
    rows.eliminate_zeros()
    counts = np.bincount(rows.row, minlength=matrix.shape[0])
    used = np.arange(max(counts.max(), 1)) < counts[:, None]
    index = np.zeros(used.shape, np.int32)
    weight = np.zeros(used.shape, np.float32)
    order = np.argsort(rows.row, kind="stable")
    index[used], weight[used] = rows.col[order], rows.data[order]
    return SparseRows(index, weight)


def _read_levels(path: Path, sizes: Sequence[int]) -> tuple[tuple[SparseRows, ...], tuple[np.ndarray, ...]]:
    """Read the matrices between mesh levels: upsampling, and the vertices kept of the finest mesh."""
    matrices = _from_folder(path, lambda: load_npz(path, ("U", "D")))
    upsampling, level_index = [], []
    kept = np.arange(sizes[0])
    for i, (fine, coarse) in enumerate(pairwise(sizes)):
        up, down = (_level(matrices[key], key, i, path.name) for key in ("U", "D"))
        if up.shape != (fine, coarse) or down.shape != (coarse, fine):
            raise UserError(
                f"{path.name} does not fit: U[{i}] is {up.shape} and D[{i}] {down.shape}, expected "
                f"{(fine, coarse)} and {(coarse, fine)}."
            )
        upsampling.append(sparse_rows(up))
        # The authors' rows hold a single 1: coarser levels are subsets of the finest mesh's vertices.
        kept = kept[np.asarray(down.argmax(axis=1)).ravel()]
        level_index.append(kept.astype(np.int32))
    return tuple(upsampling), tuple(level_index)


def _level(series: np.ndarray, key: str, i: int, name: str) -> Any:
    if series.ndim < 1 or len(series) <= i:
        raise UserError(f"{name} does not fit: {key} must be a list of at least {i + 1} matrices.")
    return scipy.sparse.csr_matrix(series[i])


def _read_adjacency(folder: Path, stem: str, size: int) -> np.ndarray:
    """Return (E, 2) int32 pairs of coarse vertices that may attend to each other."""
    parts = {}
    for part in ("indices", "values", "size"):
        path = folder / f"{stem}_adjmat_{part}.pt"
        parts[part] = _from_folder(path, lambda path=path: load_tensors(path))
    indices, values = parts["indices"], parts["values"]
    if not isinstance(parts["size"], torch.Size) or parts["size"] != (size, size):
        shown = tuple(parts["size"]) if isinstance(parts["size"], torch.Size) else "no size"
        raise UserError(f"{stem}_adjmat_size.pt says {shown}; expected {(size, size)}.")
    if not (isinstance(indices, torch.Tensor) and isinstance(values, torch.Tensor)):
        raise UserError(f"{stem}_adjmat_indices.pt and _values.pt must hold tensors.")
    if indices.ndim != 2 or len(indices) != 2 or values.shape != indices.shape[1:]:
        raise UserError(
            f"{stem}_adjmat_indices.pt is {tuple(indices.shape)} and _values.pt {tuple(values.shape)}; "
            "expected (2, E) and (E)."
        )
    if indices.numel() and not 0 <= int(indices.min()) <= int(indices.max()) < size:
        raise UserError(f"{stem}_adjmat_indices.pt names vertices outside 0 to {size - 1}.")
    dense = np.zeros((size, size), np.float32)
    np.add.at(dense, tuple(indices.long().numpy()), values.float().numpy())
    return np.argwhere(dense).astype(np.int32)


def load_tensors(path: Path) -> Any:
    """Read a PyTorch file of tensors and plain values, nothing else.

    Raises
    ------
    UserError : the file is missing.
    UnsafeFileError : it holds anything else, or is no PyTorch file.
    """
    try:
        return tensor_files.load_tensors(path)
    except FileNotFoundError:
        raise UserError(f"There is no file {path}; check the path.") from None
    except tensor_files.RefusedTensorsError as refused:
        raise UnsafeFileError(
            f"{path.name} was refused because it holds {refused}, which is not plain data; "
            "download it again from the authors' page."
        ) from None
    except (tensor_files.DamagedTensorsError, OSError) as error:
        raise UnsafeFileError(f"{path.name} is not a PyTorch file ({error}); download it again.") from error


def _from_folder(path: Path, read: Any) -> Any:
    if not path.is_file():
        raise UserError(
            f"{path.parent} lacks {path.name}; give src/modeling/data of the FastMETRO authors' repository."
        )
    return read()


def _hand_joints(model: BodyModel) -> dict[str, JointSet]:
    tips = np.eye(len(model.v_template), dtype=np.float32)[list(FINGERTIPS)]
    rows = np.concatenate([model.joint_regressor, tips])[list(HAND21_OF_MANO_AND_TIPS)]
    return {"hand21": JointSet(HAND21, sparse_rows(rows))}


def _body_joints(model: BodyModel, folder: Path) -> dict[str, JointSet]:
    vertices = len(model.v_template)
    h36m = _read_regressor(folder / "J_regressor_h36m_correct.npy", (17, vertices))
    extra = _read_regressor(folder / "J_regressor_extra.npy", (14, vertices))
    smpl = model.joint_regressor

    points = {
        name: np.eye(1, vertices, vertex, dtype=np.float32)[0] for name, vertex in SMPL_VERTICES.items()
    }
    for side in ("left", "right"):
        for limb in _LIMBS:
            points[f"{side}_{limb.lower()}"] = smpl[SMPL_JOINTS.index(f"{side[0].upper()}_{limb}")]
    points |= {
        name: np.sum([weight * points[source] for source, weight in parts.items()], 0)
        for name, parts in _FACE.items()
    }
    return {
        "fastmetro14": JointSet(FASTMETRO14, sparse_rows(h36m[list(FASTMETRO14_OF_H36M17)])),
        "h36m17": JointSet(H36M17, sparse_rows(h36m)),
        "j24": JointSet(J24, sparse_rows(np.concatenate([smpl, extra])[list(J24_OF_SMPL_AND_EXTRA)])),
        "smpl24": JointSet(SMPL_JOINTS, sparse_rows(smpl)),
        "body22": JointSet(BODY22, sparse_rows(smpl[: len(BODY22)])),  # SMPL's joints but the hands
        "coco17": _gathered(COCO17, points),
        "mediapipe33": _gathered(MEDIAPIPE33, points),
    }


def _gathered(names: tuple[str, ...], points: Mapping[str, np.ndarray]) -> JointSet:
    return JointSet(names, sparse_rows(np.stack([points[name] for name in names])))


def _read_regressor(path: Path, shape: tuple[int, int]) -> np.ndarray:
    rows = _from_folder(path, lambda: load_npy(path))
    if rows.shape != shape or rows.dtype.kind not in "fiu":
        raise UserError(f"{path.name} is {rows.dtype} {rows.shape}; expected numbers {shape}.")
    return rows.astype(np.float32)
