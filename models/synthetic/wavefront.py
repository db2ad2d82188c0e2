"""Wavefront meshes (.obj), with the groups that faces belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def read_obj(
    path: Path, groups: Sequence[str] | None = None
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Read a Wavefront mesh.

    Returns
    -------
    vertices (V, 3), faces (T, 3) int32, corner_uv (T, 3, 2), group (T,) int32 index into ``groups`` (faces of
    other groups are left out; without ``groups`` every face has 0).
    """
    vertices, uvs, corners, corner_uvs, face_groups = [], [(0.0, 0.0)], [], [], []
    group = 0
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "v":
            vertices.append([float(x) for x in rest.split()[:3]])
        elif kind == "vt":
            u, v = rest.split()[:2]
            uvs.append((float(u), float(v)))
        elif kind == "g" and groups is not None:
            group = groups.index(rest.strip()) if rest.strip() in groups else -1
        elif kind == "f" and group >= 0:
            fields = [field.split("/") for field in rest.split()]
            v = [int(f[0]) - 1 for f in fields]
            t = [int(f[1]) if len(f) > 1 and f[1] else 0 for f in fields]
            for k in range(1, len(v) - 1):
                corners.append((v[0], v[k], v[k + 1]))
                corner_uvs.append((uvs[t[0]], uvs[t[k]], uvs[t[k + 1]]))
                face_groups.append(group)
    if not vertices or not corners:
        raise UserError(f"{path} holds no mesh; give a Wavefront .obj file with vertices and faces.")
    return (
        np.array(vertices, np.float32),
        np.array(corners, np.int32),
        np.array(corner_uvs, np.float32),
        np.array(face_groups, np.int32),
    )
