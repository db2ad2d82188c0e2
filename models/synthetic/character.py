"""Dressed people on the open body: skin, eyes, clothes and hair as one mesh that poses as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba
import numpy as np

from models.synthetic.rasteriser import vertex_normals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.synthetic.anny_base import BodyBase
    from models.synthetic.garments import Garment


@dataclass(frozen=True, slots=True)
class Appearance:
    """What somebody looks like, in words and numbers.

    Attributes
    ----------
    skin : 0 (darkest) to 1 (lightest).
    age : in the body model's terms: 0 baby, 1/3 child, 2/3 young adult, 1 old.
    gender : 0 man to 1 woman.
    weight : 0 thin, 0.5 average, 1 heavy.
    clothing : the kind of clothes.
    """

    skin: float
    age: float
    gender: float
    weight: float
    clothing: str


@dataclass(frozen=True, slots=True, eq=False)
class Character:
    """A person ready to be posed: one mesh of skin, eyes, clothes and hair.

    Attributes
    ----------
    rest : (V, 3) float32; the first rows are the body base's own vertices, in its order.
    bones, weights : (V, 12) skinning.
    heads : (J, 3), where the bones start.
    faces : (F, 3) int32; corner_uv : (F, 3, 2) float32; face_material : (F,) int32 row of the materials.
    pattern : (V, 3) float32, where a vertex lies in its material's own space: metres at rest, and for
        eyes the direction from the eye's middle.
    materials : (M, 16) float32, as models.synthetic.shading reads them.
    shadow_rows : (W,) of the vertices that cast shadows; shadow_faces : (G, 3) int32 on those, fewer and
        larger than the faces.
    appearance : who this is.
    """

    rest: np.ndarray
    bones: np.ndarray
    weights: np.ndarray
    heads: np.ndarray
    faces: np.ndarray
    corner_uv: np.ndarray
    face_material: np.ndarray
    pattern: np.ndarray
    materials: np.ndarray
    shadow_rows: np.ndarray
    shadow_faces: np.ndarray
    appearance: Appearance

    def posed(self, transforms: np.ndarray) -> np.ndarray:
        """Return (V, 3) vertices moved by (J, 3, 4) bone transforms."""
        return skin(self.rest, self.bones, self.weights, transforms)


@numba.njit(cache=True, nogil=True)
def skin(rest: np.ndarray, bones: np.ndarray, weights: np.ndarray, transforms: np.ndarray) -> np.ndarray:
    """Linear blend skinning of (V, 3) vertices by (J, 3, 4) float32 transforms."""
    moved = np.empty_like(rest)
    for v in range(len(rest)):
        x, y, z = rest[v, 0], rest[v, 1], rest[v, 2]
        a = b = c = np.float32(0)
        for k in range(bones.shape[1]):
            w = weights[v, k]
            if w > 0:
                t = transforms[bones[v, k]]
                a += w * (t[0, 0] * x + t[0, 1] * y + t[0, 2] * z + t[0, 3])
                b += w * (t[1, 0] * x + t[1, 1] * y + t[1, 2] * z + t[1, 3])
                c += w * (t[2, 0] * x + t[2, 1] * y + t[2, 2] * z + t[2, 3])
        moved[v, 0], moved[v, 1], moved[v, 2] = a, b, c
    return moved


@numba.njit(cache=True, nogil=True)
def bone_transforms(parents: np.ndarray, heads: np.ndarray, local: np.ndarray) -> np.ndarray:
    """Return the (J, 3, 4) float32 transforms of bones rotated by (J, 3, 3) local rotations."""
    transforms = np.empty((len(local), 3, 4), np.float32)
    world = np.empty((3, 3), np.float32)
    for j in range(len(parents)):
        parent = parents[j]
        for i in range(3):
            for k in range(3):
                world[i, k] = local[j, i, k]
                if parent >= 0:
                    world[i, k] = 0
                    for m in range(3):
                        world[i, k] += transforms[parent, i, m] * local[j, m, k]
        for i in range(3):
            # The parent carries the bone's head along; the bone turns about it.
            position = heads[j, i]
            if parent >= 0:
                position = transforms[parent, i, 3]
                for m in range(3):
                    position += transforms[parent, i, m] * heads[j, m]
            for m in range(3):
                position -= world[i, m] * heads[j, m]
            transforms[j, i, 3] = position
            transforms[j, i, :3] = world[i]
    return transforms


@dataclass(frozen=True, slots=True, eq=False)
class WornGarment:
    """A garment as worn.

    Attributes
    ----------
    materials : one for each of its pieces; the last one serves all further pieces.
    swell : metres by which each piece is blown up (or shrunk), so that layers keep apart.
    """

    garment: Garment
    materials: tuple[np.ndarray, ...]
    swell: tuple[float, ...] = (0.0,)


def dress(
    base: BodyBase,
    rest: np.ndarray,
    heads: np.ndarray,
    skin: np.ndarray,
    eyes: np.ndarray,
    worn: Sequence[WornGarment],
    appearance: Appearance,
) -> Character:
    """Put a body and what it wears together.

    Parameters
    ----------
    rest, heads : (B, 3), (J, 3) of this body, from :func:`shaped`.
    skin, eyes : their materials.
    worn : garments; skin they hide is left out.
    appearance : who this is.
    """
    hidden = np.zeros(len(base.rest), bool)
    for item in worn:
        hidden[item.garment.hides] = True
    used = base.faces.max() + 1
    shown = ~hidden[base.faces].all(1)
    faces, uv = base.faces[shown], base.corner_uv[shown]
    is_eye = np.zeros(len(faces), bool)
    pattern = rest[:used].copy()
    for start, end in base.eyes:
        is_eye |= ((faces >= start) & (faces < end)).any(1)
        eye = rest[start:end]
        middle = (eye.max(0) + eye.min(0)) / 2
        pattern[start:end] = (eye - middle) / ((eye[:, 0].max() - eye[:, 0].min()) / 2)
    parts = [
        (rest[:used], base.bones[:used], base.weights[:used], faces, uv, is_eye.astype(np.int32), pattern)
    ]
    materials = [skin, eyes]
    count = used
    for item in worn:
        garment = item.garment
        fitted = garment.fitted(rest)
        if any(item.swell):
            swell = np.zeros(len(fitted), np.float32)
            swell[garment.faces] = np.array(item.swell)[np.minimum(garment.piece, len(item.swell) - 1)][
                :, None
            ]
            fitted = fitted + swell[:, None] * vertex_normals(fitted, garment.faces)
        bones, weights = garment.skinning(base)
        material = len(materials) + np.minimum(garment.piece, len(item.materials) - 1)
        parts.append((fitted, bones, weights, garment.faces + count, garment.corner_uv, material, fitted))
        materials += item.materials
        count += len(fitted)
    joined = [np.ascontiguousarray(np.concatenate(column)) for column in zip(*parts, strict=True)]
    group = joined[1][np.arange(count), joined[2].argmax(1)]
    shadow_rows, shadow_faces = coarse_mesh(joined[0], group, joined[3])
    return Character(
        rest=joined[0].astype(np.float32),
        bones=joined[1].astype(np.int32),
        weights=joined[2].astype(np.float32),
        heads=heads,
        faces=joined[3].astype(np.int32),
        corner_uv=joined[4].astype(np.float32),
        face_material=joined[5].astype(np.int32),
        pattern=joined[6].astype(np.float32),
        materials=np.stack(materials).astype(np.float32),
        shadow_rows=shadow_rows,
        shadow_faces=shadow_faces,
        appearance=appearance,
    )


def coarse_mesh(
    vertices: np.ndarray, group: np.ndarray, faces: np.ndarray, cell: float = 0.022
) -> tuple[np.ndarray, np.ndarray]:
    """Let the vertices in one cell of a grid, and one group, become one of them.

    Returns (W,) the rows of the vertices that are left, and (G, 3) int32 faces on those.

    Parameters
    ----------
    vertices : (V, 3); group : (V,) int, parts that stay apart although they lie close; faces : (F, 3).
    cell : metres.
    """
    key = np.column_stack([np.floor(vertices / cell).astype(np.int64), group])
    _, first, inverse = np.unique(key, axis=0, return_index=True, return_inverse=True)
    merged = first[inverse.ravel()][faces]
    distinct = (np.diff(np.sort(merged, axis=1), axis=1) > 0).all(1)
    rows, coarse = np.unique(merged[distinct], return_inverse=True)
    return rows.astype(np.int32), coarse.reshape(-1, 3).astype(np.int32)
