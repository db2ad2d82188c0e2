"""Weights of a graph model as TensorFlow.js publishes it: a .json that names them, a .bin that holds them."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import numpy as np

from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

STORED = ("float16", "float32", "int32")  # number formats of the files that this program reads


def read_weights(path: Path) -> dict[str, np.ndarray]:
    """Return all weights of a published graph model by their names, floating-point ones as float32.

    Parameters
    ----------
    path : the model's ``.json``; the ``.bin`` of the same name lies beside it.

    Raises
    ------
    UserError : a file is missing, damaged or none of such a model; the two do not belong together.
    """
    stored = path.with_suffix(".bin")
    try:
        record, content = json.loads(path.read_bytes()), stored.read_bytes()
    except FileNotFoundError as error:
        name = stored.name if error.filename == str(stored) else path.name
        raise UserError(f"The network's file {name} is missing; restore it from the repository.") from None
    except ValueError:  # no JSON, or no text at all
        raise _not_a_model(path) from None
    try:
        groups = record["weightsManifest"]
        entries = [
            (e["name"], _stored_type(e), tuple(e["shape"])) for group in groups for e in group["weights"]
        ]
        needed = sum(kind.itemsize * math.prod(shape) for _, kind, shape in entries)
    except (KeyError, TypeError, ValueError):
        raise _not_a_model(path) from None
    if needed != len(content):
        raise UserError(
            f"{stored.name} has {len(content)} bytes, but {path.name} describes {needed}; "
            "restore both from the repository."
        )
    weights, start = {}, 0
    for name, kind, shape in entries:
        values = np.frombuffer(content, kind, math.prod(shape), start).reshape(shape)
        weights[name] = values.astype(np.float32) if kind.kind == "f" else values
        start += values.nbytes
    return weights


def _stored_type(entry: dict[str, Any]) -> np.dtype:
    """Return in what format a weight is stored; raises ValueError for one that this program does not read."""
    kind = entry.get("quantization", entry)["dtype"]
    if kind not in STORED:  # scaled integers, say
        raise ValueError(kind)
    return np.dtype(kind)


def _not_a_model(path: Path) -> UserError:
    return UserError(
        f"{path.name} describes no graph model of TensorFlow.js with float16 or float32 weights; "
        "restore it from the repository."
    )
