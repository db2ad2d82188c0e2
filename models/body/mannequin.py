"""Mannequin: the open body made fit to be seen, in a bodysuit and shoes and without what clothes hide.

What is recorded stays the mesh below, the network's and as much wider as cloth (models/body/clothing.py);
what is drawn, and what is exported for other tools, is this. The asset is made by
``models.anny.build_mannequin``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from models.body.template import JointSet, SparseRows
from models.errors import UserError
from models.files import read_arrays

if TYPE_CHECKING:
    from pathlib import Path

    from scipy.sparse import csr_matrix

REGIONS = ("skin", "suit", "shoes")


@dataclass(frozen=True, eq=False)
class Mannequin:
    """How bodies of one topology are shaped and dressed.

    Attributes
    ----------
    faces_sha256 : of the triangles it belongs to, by :func:`faces_hash`.
    moved : (R,) int32, the vertices that are moved; all others stay.
    rows : (R, V) rows that place them. They sum to 1, so that the result moves and turns with the body.
    edges : (V, 2) float32, metres from the edge of the suit and from that of the shoes at rest, positive
        inside, at most 0.1.
    wire : (F, 3) int32, fewer triangles between the same vertices, for drawing their edges.
    extremities : where hands and feet point to: fingers, heels and toes, for drawing skeletons.
    """

    faces_sha256: str
    moved: np.ndarray
    rows: SparseRows
    edges: np.ndarray
    wire: np.ndarray
    extremities: JointSet

    @cached_property
    def _matrix(self) -> csr_matrix:
        from scipy.sparse import csr_matrix  # half of the time that short-lived processes take to start

        index, weight = self.rows.index, self.rows.weight
        starts = np.arange(len(index) + 1) * index.shape[1]
        return csr_matrix((weight.ravel(), index.ravel(), starts), (len(index), len(self.edges)))

    def shape(self, vertices: np.ndarray) -> np.ndarray:
        """Return the mannequin's (..., V, 3) vertices of the body's; the latter stay as they are."""
        shaped = np.array(vertices, order="C")
        for mesh in shaped.reshape(-1, *shaped.shape[-2:]):
            mesh[self.moved] = self._matrix @ mesh
        return shaped

    def face_regions(self, faces: np.ndarray) -> np.ndarray:
        """Return (F,) int32, for each of the (F, 3) triangles its place in :data:`REGIONS`."""
        suit, shoes = self.edges[faces].mean(axis=1).T
        return np.where(shoes > 0, 2, np.where(suit > 0, 1, 0)).astype(np.int32)


def faces_hash(faces: np.ndarray) -> str:
    """Return the SHA-256 of (F, 3) triangles as little-endian int32."""
    return hashlib.sha256(np.ascontiguousarray(faces, "<i4").tobytes()).hexdigest()


def save_mannequin(path: Path, mannequin: Mannequin) -> None:
    """Write it as one compressed ``.npz``."""
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            allow_pickle=False,
            faces_sha256=np.array(mannequin.faces_sha256),
            moved=mannequin.moved.astype(np.int16),
            rows_index=mannequin.rows.index.astype(np.int16),
            rows_weight=mannequin.rows.weight.astype(np.float32),
            edges=mannequin.edges.astype(np.float32),
            wire=mannequin.wire.astype(np.int16),
            extremities_names=np.array(mannequin.extremities.names),
            extremities_index=mannequin.extremities.rows.index.astype(np.int16),
            extremities_weight=mannequin.extremities.rows.weight.astype(np.float32),
        )


def load_mannequin(path: Path) -> Mannequin:
    """Read a mannequin.

    Raises
    ------
    UserError : the file is missing or damaged.
    """
    try:
        arrays = read_arrays(path)
        return Mannequin(
            str(arrays["faces_sha256"]),
            arrays["moved"].astype(np.int32),
            SparseRows(arrays["rows_index"].astype(np.int32), arrays["rows_weight"]),
            arrays["edges"],
            arrays["wire"].astype(np.int32),
            JointSet(
                tuple(map(str, arrays["extremities_names"])),
                SparseRows(arrays["extremities_index"].astype(np.int32), arrays["extremities_weight"]),
            ),
        )
    except FileNotFoundError:
        raise UserError(f"The program's file {path} is missing; restore it.") from None
    except (OSError, KeyError, ValueError) as error:
        raise UserError(f"The program's file {path} is damaged ({error}); restore it.") from error
