"""How a recording keeps people's bones: as the JSON lines have them, so that exports need not look for them.

Rows of zeros are of people whose bones are not known: they were not asked for, or a repair has lost them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial.transform import Rotation

from models.body.pose_follower import BodyPose

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from app.recordings.schema import Columns
    from models.body.template import Skeleton

_NEEDED = ("pose", "betas", "root")
POSE_TABLES = (*_NEEDED, "pose_error_mm")


def pose_columns(skeleton: Skeleton) -> Columns:
    """Return the tables of ``people/`` for the bones of a body."""
    return {
        "pose": ((len(skeleton.names), 3), "f4"),
        "betas": ((len(skeleton.shape_dirs),), "f4"),
        "root": ((3,), "f4"),
        "pose_error_mm": ((), "f4"),
    }


def pose_row(pose: BodyPose | None, columns: Columns) -> dict[str, Any]:
    """Return a row of these tables."""
    if pose is None or not columns:
        return {name: np.zeros(shape, np.float32) for name, (shape, _) in columns.items()}
    turns = Rotation.from_matrix(pose.rotations).as_rotvec()
    return {"pose": turns, "betas": pose.betas, "root": pose.translation, "pose_error_mm": pose.error_mm}


def known_rows(tables: Mapping[str, np.ndarray]) -> np.ndarray:
    """Tell for each of N rows of ``pose``, ``betas`` and ``root`` whether it tells of somebody's bones."""
    flat = [tables[name].reshape(len(tables[name]), -1) for name in _NEEDED]
    return np.logical_and.reduce([values.any(axis=1) & np.isfinite(values).all(axis=1) for values in flat])


def pose_fits(pose: BodyPose, skeleton: Skeleton) -> bool:
    """Whether a pose is one of this body; a file may hold any."""
    return len(pose.rotations) == len(skeleton.names) and pose.betas.shape == (len(skeleton.shape_dirs),)


def rotations_of(turns: np.ndarray) -> np.ndarray:
    """Return (..., 3, 3) float32 rotations of (..., 3) rotation vectors in radians."""
    matrices = Rotation.from_rotvec(turns.reshape(-1, 3)).as_matrix()
    return matrices.reshape(*turns.shape, 3).astype(np.float32)


def pose_of(row: Mapping[str, np.ndarray]) -> BodyPose | None:
    """Return the pose that a row of the tables tells; None if it tells none."""
    if not known_rows({name: row[name][None] for name in _NEEDED})[0]:
        return None
    return BodyPose(row["betas"], rotations_of(row["pose"]), row["root"], float(row["pose_error_mm"]))
