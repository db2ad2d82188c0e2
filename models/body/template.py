"""BodyTemplate: what is fixed about a mesh (faces, levels, joints, skeleton), read from one ``.npz`` asset.

Numpy only, for run time and training alike. The assets are made by ``models.anny.build_template`` (the open
body) and ``models.export.published`` (a user's own SMPL or MANO file).
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from models.body.template_check import check_template
from models.errors import UserError
from models.files import open_plain
from models.npz import DamagedArrayError, read_npz

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LARGEST_FILE = 1 << 28  # bytes, packed or not; SMPL's takes 10 MB


@dataclass(frozen=True, slots=True, eq=False)
class SparseRows:
    """A matrix with few non-zeros a row, as a gather and a weighted sum.

    Attributes
    ----------
    index : (R, K) int32, columns; unused places repeat a column with weight 0.
    weight : (R, K) float32.
    """

    index: np.ndarray
    weight: np.ndarray

    def apply(self, values: np.ndarray) -> np.ndarray:
        """Multiply: (..., C, D) values to (..., R, D)."""
        return np.einsum("rk,...rkd->...rd", self.weight, values[..., self.index, :])

    def dense(self, columns: int) -> np.ndarray:
        """Return the (R, columns) float32 matrix."""
        matrix = np.zeros((len(self.index), columns), np.float32)
        np.add.at(matrix, (np.arange(len(self.index))[:, None], self.index), self.weight)
        return matrix


@dataclass(frozen=True, slots=True, eq=False)
class JointSet:
    """Named joints, each a weighted sum of vertices of the full mesh."""

    names: tuple[str, ...]
    rows: SparseRows

    def regress(self, vertices: np.ndarray) -> np.ndarray:
        """Return (..., J, 3) joints of (..., V, 3) vertices."""
        return self.rows.apply(vertices)


@dataclass(frozen=True, slots=True, eq=False)
class Skeleton:
    """Bones, skinning and shape space of a parametric body, in its rest pose.

    Attributes
    ----------
    names : B bone names; parents come before children.
    parents : (B,) int32, -1 for the root.
    heads : (B, 3) metres, where each bone starts, of the mean shape.
    tails : (B, 3) metres, where each bone ends.
    head_dirs : (S, B, 3) change of the heads with each shape coefficient.
    tail_dirs : (S, B, 3) likewise for the tails.
    shape_dirs : (S, V, 3) change of the vertices with each shape coefficient (unit variance, so betas are
        standard deviations).
    weights : sparse (V, B) linear-blend-skinning weights; rows sum to 1.
    population : (P, S) shape coefficients of random people of all ages, None where the body has none; drawing
        from them gives likelier people than drawing each coefficient alone.
    """

    names: tuple[str, ...]
    parents: np.ndarray
    heads: np.ndarray
    tails: np.ndarray
    head_dirs: np.ndarray
    tail_dirs: np.ndarray
    shape_dirs: np.ndarray
    weights: SparseRows
    population: np.ndarray | None = None


@dataclass(frozen=True, eq=False)
class BodyTemplate:
    """A mesh topology with nested resolutions.

    Attributes
    ----------
    name, kind : such as ``"anny"`` and ``"body"`` (or ``"hand"``).
    v_template : (V, 3) float32 metres, the mean rest shape, facing the camera in camera axes
        (x right, y down, z away).
    faces : tuple of (F, 3) int32 triangles, one array a level, finest first; of imported bodies the finest.
    level_index : tuple of int32 arrays; entry i holds the vertices of the finest mesh that level i+1 keeps.
    upsampling : tuple of SparseRows; entry i makes level i from level i+1.
    coarse_adjacency : (E, 2) int32, each pair of neighbouring coarse vertices in both orders and every
        vertex with itself.
    joint_sets : by name: ``"fastmetro14"``, ``"coco17"``, ``"mediapipe33"``, ``"body22"``,
        ``"h36m17"``, ``"smpl24"``, ``"j24"``, ``"hand21"``; a template has the ones that make sense for it.
    root : (1, V) rows: the point at which meshes are centred.
    skeleton : None for templates without one.
    sha256 : of the file.
    """

    name: str
    kind: str
    v_template: np.ndarray
    faces: tuple[np.ndarray, ...]
    level_index: tuple[np.ndarray, ...]
    upsampling: tuple[SparseRows, ...]
    coarse_adjacency: np.ndarray
    joint_sets: dict[str, JointSet]
    root: SparseRows
    skeleton: Skeleton | None
    sha256: str

    def require_skeleton(self) -> Skeleton:
        """Return the skeleton, whose bones tell the parts of the body.

        Raises
        ------
        ValueError : there is none.
        """
        if self.skeleton is None:
            raise ValueError(f"{self.name} has no skeleton that tells the parts of its body")
        return self.skeleton

    @property
    def num_vertices(self) -> int:
        """Vertices of the finest mesh."""
        return len(self.v_template)

    @property
    def level_sizes(self) -> tuple[int, ...]:
        """Vertices of each level, finest first, such as (6890, 1723, 431)."""
        return (len(self.v_template), *(len(index) for index in self.level_index))

    @cached_property
    def coarse_mask(self) -> np.ndarray:
        """(C, C) bool, True where coarse vertices may NOT attend to each other (FastMETRO's mask)."""
        mask = np.ones((self.level_sizes[-1],) * 2, bool)
        mask[self.coarse_adjacency[:, 0], self.coarse_adjacency[:, 1]] = False
        return mask

    def from_middle(self, rows: SparseRows) -> np.ndarray:
        """Return (R, M) float32 rows that give from the middle mesh what ``rows`` give from the full one."""
        full_from_middle = self.upsampling[0].dense(self.level_sizes[1])
        return (rows.dense(self.num_vertices) @ full_from_middle).astype(np.float32)

    def mirrored(self) -> BodyTemplate:
        """Return the other hand: mesh and skeleton mirrored left to right, of the same vertices and bones."""
        flip = np.array([-1, 1, 1], np.float32)
        skeleton = self.skeleton
        if skeleton is not None:
            points = ("heads", "tails", "head_dirs", "tail_dirs", "shape_dirs")
            skeleton = replace(skeleton, **{name: getattr(skeleton, name) * flip for name in points})
        return replace(
            self,
            v_template=self.v_template * flip,
            faces=tuple(np.ascontiguousarray(faces[:, ::-1]) for faces in self.faces),
            skeleton=skeleton,
        )

    def centred(self, vertices: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return (..., V, 3) vertices about their root, and the (..., 1, 3) root."""
        root = self.root.apply(vertices)
        return vertices - root, root


def save_template(path: Path, template: BodyTemplate) -> None:
    """Write a template as one compressed ``.npz`` (shape directions as float16)."""
    arrays: dict[str, np.ndarray] = {
        "name": np.array(template.name),
        "kind": np.array(template.kind),
        "v_template": template.v_template.astype(np.float32),
        "coarse_adjacency": template.coarse_adjacency.astype(np.int16),
    }
    for i, faces in enumerate(template.faces):
        arrays[f"faces_{i}"] = faces.astype(np.int16)
    for i, index in enumerate(template.level_index):
        arrays[f"level_index_{i}"] = index.astype(np.int16)
    rows = {f"upsampling_{i}": r for i, r in enumerate(template.upsampling)} | {"root": template.root}
    for name, joints in template.joint_sets.items():
        arrays[f"joints_{name}_names"] = np.array(joints.names)
        rows[f"joints_{name}"] = joints.rows
    if template.skeleton is not None:
        s = template.skeleton
        arrays["bones_names"] = np.array(s.names)
        arrays["bones_parents"] = s.parents.astype(np.int16)
        for field in ("heads", "tails", "head_dirs", "tail_dirs"):
            arrays[f"bones_{field}"] = getattr(s, field).astype(np.float32)
        arrays["shape_dirs"] = s.shape_dirs.astype(np.float16)
        if s.population is not None:
            arrays["population"] = s.population.astype(np.float16)
        rows["skinning"] = s.weights
    for name, r in rows.items():
        arrays[f"{name}_index"] = r.index.astype(np.int16)
        arrays[f"{name}_weight"] = r.weight.astype(np.float32)
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def load_template(path: Path) -> BodyTemplate:
    """Read a template.

    Raises
    ------
    UserError : the file is missing; the file is not a body template.
    """
    try:
        with open_plain(path) as file:
            content = file.read(_LARGEST_FILE + 1)
            arrays = read_npz(io.BytesIO(content), largest=_LARGEST_FILE)
    except FileNotFoundError:
        raise UserError(
            f"The body template {path.name} is missing; restore it or import the model again."
        ) from None
    except DamagedArrayError as error:
        raise UserError(f"{path.name} is not a body template ({error}); import the model again.") from error
    try:
        template = _template_of(arrays, hashlib.sha256(content).hexdigest())
        check_template(template)
    except KeyError as error:
        raise UserError(
            f"{path.name} is not a body template (it lacks {error}); import the model again."
        ) from error
    except (ValueError, TypeError) as error:
        raise UserError(f"{path.name} is not a body template ({error}); import the model again.") from error
    return template


def _template_of(arrays: Mapping[str, np.ndarray], sha256: str) -> BodyTemplate:
    """Return the template that arrays make, whether or not they fit together."""

    def rows(name: str) -> SparseRows:
        return SparseRows(
            arrays[f"{name}_index"].astype(np.int32), arrays[f"{name}_weight"].astype(np.float32)
        )

    def series(name: str) -> list[np.ndarray]:
        return [arrays[f"{name}_{i}"].astype(np.int32) for i in range(9) if f"{name}_{i}" in arrays]

    def names(name: str) -> tuple[str, ...]:
        return tuple(map(str, arrays[name].tolist()))

    skeleton = None
    if "bones_names" in arrays:
        skeleton = Skeleton(
            names=names("bones_names"),
            parents=arrays["bones_parents"].astype(np.int32),
            heads=arrays["bones_heads"],
            tails=arrays["bones_tails"],
            head_dirs=arrays["bones_head_dirs"],
            tail_dirs=arrays["bones_tail_dirs"],
            shape_dirs=arrays["shape_dirs"].astype(np.float32),
            weights=rows("skinning"),
            population=arrays["population"].astype(np.float32) if "population" in arrays else None,
        )
    sets = [
        key[len("joints_") : -len("_names")]
        for key in arrays
        if key.startswith("joints_") and key.endswith("_names")
    ]
    return BodyTemplate(
        name=str(arrays["name"][()]),
        kind=str(arrays["kind"][()]),
        v_template=arrays["v_template"],
        faces=tuple(series("faces")),
        level_index=tuple(series("level_index")),
        upsampling=tuple(rows(f"upsampling_{i}") for i in range(len(series("level_index")))),
        coarse_adjacency=arrays["coarse_adjacency"].astype(np.int32),
        joint_sets={name: JointSet(names(f"joints_{name}_names"), rows(f"joints_{name}")) for name in sets},
        root=rows("root"),
        skeleton=skeleton,
        sha256=sha256,
    )
