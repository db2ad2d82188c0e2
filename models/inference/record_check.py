"""Checks what a model's record says before it is believed: types, lengths, sizes."""

from __future__ import annotations

import math
import types
import typing
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.camera.crop import CropRule
from models.inference.inputs import CropImage, CropRays, State

if TYPE_CHECKING:
    from models.inference.inputs import ModelInput
    from models.inference.model_info import ModelInfo

_LONGEST_TEXT = 10_000
_LONGEST_NAME = 200  # of what is shown in one line or names a file
_MOST_ITEMS = 4096
_LARGEST_SIDE = 4096  # pixels, or cells
_LARGEST_STATE = 1 << 24  # numbers


def check_record(info: ModelInfo) -> None:
    """Check a record that was read from a file.

    Raises
    ------
    ValueError : a field has another type than it should, or a value that no model has; the message names it.
    """
    _check_fields(info)
    for key in ("name", "version", "licence", "template", "template_sha256", "body"):
        text = getattr(info, key)
        if len(text) > _LONGEST_NAME or not text.isprintable():
            raise ValueError(f"its {key} is no line of text")
    if Path(info.template).name != info.template or not info.template.endswith(".npz"):
        raise ValueError(f"its template is {info.template!r}, which is no name of an .npz file")
    if info.parameters < 0:
        raise ValueError(f"its parameters are {info.parameters}")
    for one in (
        CropImage(crop=info.crop, size=info.input_size, mean=info.mean, std=info.std),
        *info.inputs.values(),
    ):
        _check_input(one)


def _check_input(one: ModelInput) -> None:
    rule = getattr(one, "crop", None)
    if isinstance(rule, CropRule) and not 0 < rule.scale < _MOST_ITEMS:
        raise ValueError(f"a crop's scale is {rule.scale:g}")
    side = one.size if isinstance(one, CropImage) else one.cells if isinstance(one, CropRays) else None
    if side is not None and not 0 < side <= _LARGEST_SIDE:
        raise ValueError(f"an input's side is {side:g}")
    if isinstance(one, CropImage) and one.std is not None and not all(std > 0 for std in one.std):
        raise ValueError("a standard deviation is not positive")
    if isinstance(one, State) and not (
        min(one.dims, default=1) > 0 and math.prod(one.dims) <= _LARGEST_STATE
    ):
        raise ValueError("a state's size is out of bounds")


def _check_fields(record: Any) -> None:
    """Check each field of a dataclass against its annotation."""
    hints = typing.get_type_hints(type(record))
    for entry in fields(record):
        if not _fits(getattr(record, entry.name), hints[entry.name]):
            raise ValueError(f"its field {entry.name!r} is of another kind")


def _fits(value: Any, hint: Any) -> bool:
    """Return whether a value is what an annotation says."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if hint is Any:
        return True
    if origin is typing.Literal:
        return value in [one for one in inner if type(one) is type(value)]
    if origin in (types.UnionType, typing.Union):
        return any(_fits(value, one) for one in inner)
    if origin is tuple:
        return isinstance(value, tuple) and _items_fit(value, inner)
    if origin is dict:
        return (
            isinstance(value, dict)
            and len(value) <= _MOST_ITEMS
            and all(_fits(key, str) and _fits(item, inner[1]) for key, item in value.items())
        )
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 53
    if hint is str:
        return isinstance(value, str) and len(value) <= _LONGEST_TEXT
    if is_dataclass(value):
        _check_fields(value)
    return isinstance(value, hint)


def _items_fit(values: tuple[Any, ...], hints: tuple[Any, ...]) -> bool:
    if hints[-1] is Ellipsis:
        return len(values) <= _MOST_ITEMS and all(_fits(value, hints[0]) for value in values)
    return len(values) == len(hints) and all(map(_fits, values, hints))
