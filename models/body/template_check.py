"""Checks that a template's parts fit together, so that whoever uses one need not."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from models.body.template import BodyTemplate, Skeleton, SparseRows

_MOST_VERTICES = 1 << 15  # a file's indices are 16-bit numbers
_MOST_COARSE = 1 << 12  # the attention mask is its square
_LARGEST_UPSAMPLING = 1 << 27  # entries of the dense matrix between two levels: half a gigabyte
_LONGEST_NAME = 100


def check_template(template: BodyTemplate) -> None:
    """Check a template that was read from a file.

    Raises
    ------
    ValueError : a part is misshapen, or names vertices or bones that are not there; the message says which.
    """
    _require(template.kind in ("body", "hand"), f"the kind is {template.kind[:_LONGEST_NAME]!r}")
    names = [template.name, *template.joint_sets]
    _require(all(0 < len(name) <= _LONGEST_NAME for name in names), "a name is empty or long")
    _require_numbers("v_template", template.v_template, (None, 3))
    _check_levels(template)
    vertices = template.num_vertices
    for name, joints in template.joint_sets.items():
        _check_rows(f"joints_{name}", joints.rows, vertices, len(joints.names))
    _check_rows("root", template.root, vertices, 1)
    if template.skeleton is not None:
        _check_skeleton(template.skeleton, vertices)


def _check_levels(template: BodyTemplate) -> None:
    sizes = template.level_sizes
    _require(0 < sizes[0] < _MOST_VERTICES, f"it has {sizes[0]} vertices")
    _require(bool(template.level_index) and bool(template.faces), "it has no coarse level or no faces")
    _require(len(template.faces) <= len(sizes), "it has faces of levels that are not there")
    for size, faces in zip(sizes, template.faces, strict=False):
        _require_indices("faces", faces, (None, 3), size)
    for index in template.level_index:
        _require_indices("level_index", index, (None,), sizes[0])
    for (fine, coarse), rows in zip(pairwise(sizes), template.upsampling, strict=True):
        _require(
            0 < coarse <= fine and fine * coarse <= _LARGEST_UPSAMPLING, f"a level has {coarse} vertices"
        )
        _check_rows("upsampling", rows, coarse, fine)
    _require(sizes[-1] <= _MOST_COARSE, f"its coarse level has {sizes[-1]} vertices")
    _require_indices("coarse_adjacency", template.coarse_adjacency, (None, 2), sizes[-1])


def _check_skeleton(skeleton: Skeleton, vertices: int) -> None:
    bones, shapes = len(skeleton.names), len(skeleton.shape_dirs)
    _require(0 < bones < _MOST_VERTICES, f"it has {bones} bones")
    _require(skeleton.parents.shape == (bones,), "bones_parents does not fit the bones")
    before = (skeleton.parents >= -1) & (skeleton.parents < np.arange(bones))
    _require(bool(before.all()), "a bone's parent does not come before it")
    for name in ("heads", "tails"):
        _require_numbers(f"bones_{name}", getattr(skeleton, name), (bones, 3))
    for name in ("head_dirs", "tail_dirs"):
        _require_numbers(f"bones_{name}", getattr(skeleton, name), (shapes, bones, 3))
    _require_numbers("shape_dirs", skeleton.shape_dirs, (shapes, vertices, 3))
    _check_rows("skinning", skeleton.weights, bones, vertices)
    if skeleton.population is not None:
        _require_numbers("population", skeleton.population, (None, shapes))


def _check_rows(name: str, rows: SparseRows, columns: int, count: int) -> None:
    _require_indices(name, rows.index, (count, None), columns)
    _require_numbers(name, rows.weight, rows.index.shape)


def _require_indices(name: str, array: np.ndarray, shape: tuple[int | None, ...], below: int) -> None:
    _require_numbers(name, array, shape)
    inside = not array.size or 0 <= array.min() <= array.max() < below
    _require(bool(inside), f"{name} leads out of the mesh")


def _require_numbers(name: str, array: np.ndarray, shape: tuple[int | None, ...]) -> None:
    fits = array.ndim == len(shape) and all(
        want in (None, have) for want, have in zip(shape, array.shape, strict=True)
    )
    _require(fits, f"{name} has the shape {array.shape}")
    _require(array.dtype.kind in "if", f"{name} holds no numbers")
    _require(bool(np.isfinite(array).all()), f"{name} holds numbers that are none")


def _require(condition: bool, otherwise: str) -> None:
    if not condition:
        raise ValueError(otherwise)
