"""MakeHuman's clothes, shoes, hats and hair, and how they are bound to the body base.

They come from a folder of ``clothes/NAME/NAME.mhclo`` + ``.obj`` and ``hair/...`` (CC0,
makehumancommunity.org). All coordinates are metres in the template's axes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from models.errors import UserError
from models.synthetic.wavefront import read_obj

if TYPE_CHECKING:
    from pathlib import Path

    from models.synthetic.anny_base import BodyBase

INFLUENCES = 12


@dataclass(frozen=True, slots=True, eq=False)
class Garment:
    """A mesh bound to the body base: clothes, shoes, hair or a hat.

    Attributes
    ----------
    name : of its file.
    corners : (V, 3) int32 base vertices of each garment vertex.
    mix : (V, 3) float32 their weights.
    offset : (V, 3) float32 along the template's axes, in units of ``scale``.
    scale : for each axis, the two base vertices and the length by which their distance is divided.
    hides : (D,) int32 base vertices that it covers.
    faces, corner_uv : (F, 3) int32 and (F, 3, 2).
    piece : (F,) int32, connected piece, largest first.
    """

    name: str
    corners: np.ndarray
    mix: np.ndarray
    offset: np.ndarray
    scale: tuple[tuple[int, int, float], ...]
    hides: np.ndarray
    faces: np.ndarray
    corner_uv: np.ndarray
    piece: np.ndarray

    def fitted(self, rest: np.ndarray) -> np.ndarray:
        """Return (V, 3) garment vertices on a body's (B, 3) rest shape."""
        lengths = [abs(rest[a, axis] - rest[b, axis]) / unit for axis, (a, b, unit) in enumerate(self.scale)]
        fitted = (self.mix[:, :, None] * rest[self.corners]).sum(1) + self.offset * np.array(
            lengths, np.float32
        )
        return fitted.astype(np.float32)

    def skinning(self, base: BodyBase) -> tuple[np.ndarray, np.ndarray]:
        """Return (V, 12) bones and weights, mixed as the vertices are."""
        dense = np.zeros((len(self.corners), len(base.parents)), np.float32)
        rows = np.arange(len(dense))[:, None]
        for corner in range(3):
            index = self.corners[:, corner]
            np.add.at(dense, (rows, base.bones[index]), base.weights[index] * self.mix[:, corner, None])
        return strongest(np.maximum(dense, 0))


def strongest(dense: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the 12 largest of each row as (V, 12) bones and weights that sum to one."""
    bones = np.argsort(-dense, axis=1, kind="stable")[:, :INFLUENCES]
    weights = np.take_along_axis(dense, bones, 1)
    return bones.astype(np.int32), (weights / weights.sum(1, keepdims=True)).astype(np.float32)


def read_garment(path: Path) -> Garment:
    """Read a MakeHuman ``.mhclo`` binding and the ``.obj`` it names.

    The format: a garment vertex is the weighted sum of three base vertices plus an offset that scales with
    the body (static.makehumancommunity.org, "mhclo file format"); lengths are decimetres and y is up.

    Raises
    ------
    UserError : the binding and the mesh do not fit together.
    """
    corners, mix, offset = [], [], []
    hides: list[int] = []
    scale: dict[str, tuple[int, int, float]] = {}
    object_name, section = path.stem + ".obj", ""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        if words[0] in ("verts", "delete_verts"):
            section = words[0]
        elif words[0] in ("x_scale", "y_scale", "z_scale"):
            scale[words[0][0]] = (int(words[1]), int(words[2]), float(words[3]))
        elif words[0] == "obj_file":
            object_name = words[1]
        elif words[0].isdigit() and section == "verts":
            if len(words) == 1:
                words = [words[0]] * 3 + ["1", "0", "0"] + ["0"] * 3
            corners.append([int(w) for w in words[:3]])
            mix.append([float(w) for w in words[3:6]])
            dx, dy, dz = map(float, words[6:9])
            offset.append((dx, -dy, -dz))
        elif words[0].isdigit() and section == "delete_verts":
            hides += _ranges(words)
    vertices, faces, corner_uv, _ = read_obj(path.parent / object_name)
    if len(vertices) != len(corners) or set(scale) != set("xyz"):
        raise UserError(
            f"{path.name} binds {len(corners)} vertices but {object_name} has {len(vertices)}; get both anew."
        )
    return Garment(
        name=path.stem,
        corners=np.array(corners, np.int32),
        mix=np.array(mix, np.float32),
        offset=np.array(offset, np.float32),
        scale=(scale["x"], scale["y"], scale["z"]),
        hides=np.array(sorted(set(hides)), np.int32),
        faces=faces,
        corner_uv=corner_uv,
        piece=connected_pieces(faces, len(vertices)),
    )


def _ranges(words: list[str]) -> list[int]:
    numbers: list[int] = []
    for i, word in enumerate(words):
        if word == "-":
            numbers += range(numbers[-1] + 1, int(words[i + 1]))
        else:
            numbers.append(int(word))
    return numbers


def connected_pieces(faces: np.ndarray, vertex_count: int) -> np.ndarray:
    """Return (F,) int32 numbers of the connected pieces of a mesh, the one with most faces first."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    ends = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]]])
    graph = coo_matrix((np.ones(len(ends), bool), (ends[:, 0], ends[:, 1])), shape=(vertex_count,) * 2)
    label = connected_components(graph, directed=False)[1][faces[:, 0]]
    order = np.argsort(-np.bincount(label), kind="stable")
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order))
    return rank[label]


@dataclass(frozen=True, slots=True, eq=False)
class Wardrobe:
    """The garments of a folder, by what they are."""

    suits: tuple[Garment, ...]
    shoes: tuple[Garment, ...]
    hats: tuple[Garment, ...]
    hair: tuple[Garment, ...]


def load_wardrobe(folder: Path) -> Wardrobe:
    """Read the MakeHuman garments of ``folder/clothes`` and ``folder/hair``, by name.

    Raises
    ------
    UserError : there are none.
    """
    clothes = [read_garment(path) for path in sorted(folder.glob("clothes/*/*.mhclo"))]
    hair = tuple(read_garment(path) for path in sorted(folder.glob("hair/*/*.mhclo")))
    shoes = tuple(g for g in clothes if g.name.startswith("shoes"))
    hats = tuple(g for g in clothes if g.name.startswith("fedora"))
    suits = tuple(g for g in clothes if g not in shoes and g not in hats)
    if not (suits and shoes and hair):
        raise UserError(
            f"{folder} holds no clothes/*/*.mhclo and hair/*/*.mhclo; give the folder of MakeHuman's clothes."
        )
    return Wardrobe(suits, shoes, hats, hair)
