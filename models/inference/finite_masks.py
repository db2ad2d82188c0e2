"""Masks of attention without infinities, for the processor.

Where attention is forbidden, minus infinity is added to the scores. ONNX Runtime's exponential then gives not
zero but the smallest number that it can, a denormal one (1e-45), and with those some processors take many
times as long to calculate: on a Xeon the bundled model's two softmaxes of 4 x 445 x 445 took 9.8 ms, and 0.9
with a number that leaves a weight of 1e-22. That is as good: results are the same to the last bit.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from models.inference.protobuf import fields, number_before, spans

if TYPE_CHECKING:
    from pathlib import Path

# exp(-50) beside the others' weights, whose sum is 1, is rounded away, and far from denormal, exp(-87): also
# where the scores themselves, which are added, differ by 30 either way.
FORBIDDEN = -50.0

# Of a model, a graph, a node and a tensor (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3).
_GRAPH, _NODE, _INITIALIZER = 7, 1, 5
_INPUT, _OUTPUT, _OPERATOR = 1, 2, 4
_DIMENSION, _ELEMENT, _NAME, _RAW = 1, 2, 8, 9
_FLOAT = 1


def finite_masks(file: Path) -> dict[str, np.ndarray]:
    """Return the masks of an ONNX file by name, without infinities.

    They are the float32 initializers with minus infinity in them that are added to what a softmax takes, and
    to nothing else.

    Raises
    ------
    ValueError, OSError : it is no ONNX file, or cannot be read.
    """
    masks: dict[str, np.ndarray] = {}
    with file.open("rb") as content:
        for graph in spans(content, (0, content.seek(0, os.SEEK_END)), _GRAPH):
            added = _added_before_softmax(content, graph)
            for tensor in spans(content, graph, _INITIALIZER):
                name, values = _read(content, tensor)
                if name in added and values is not None and np.isneginf(values).any():
                    masks[name] = np.where(np.isneginf(values), np.float32(FORBIDDEN), values)
    return masks


def _added_before_softmax(content: BinaryIO, graph: tuple[int, int]) -> set[str]:
    """Return the names of what is added to scores, as softmaxes take them, and is used for nothing else."""
    sums: list[tuple[list[str], list[str]]] = []
    softened, others = set[str](), set[str]()
    for node in spans(content, graph, _NODE):
        texts: dict[int, list[str]] = {_INPUT: [], _OUTPUT: [], _OPERATOR: []}
        for number, start, length in list(fields(content, *node)):
            if number in texts:
                content.seek(start)
                texts[number].append(content.read(length).decode())
        if texts[_OPERATOR] == ["Add"]:
            sums.append((texts[_INPUT], texts[_OUTPUT]))
        else:
            (softened if texts[_OPERATOR] == ["Softmax"] else others).update(texts[_INPUT])
    for terms, totals in sums:
        if not softened.issuperset(totals) or not others.isdisjoint(totals):
            others.update(terms)
    return {name for terms, _ in sums for name in terms} - others


def _read(content: BinaryIO, tensor: tuple[int, int]) -> tuple[str, np.ndarray | None]:
    """Return a tensor's name, and its values where they are float32 and in the file."""
    shape, element, name, raw = list[int](), 0, "", b""
    for number, start, length in list(fields(content, *tensor)):
        if number == _DIMENSION:
            shape.append(number_before(content, start))
        elif number == _ELEMENT:
            element = number_before(content, start)
        elif number in (_NAME, _RAW):
            content.seek(start)
            held = content.read(length)
            name, raw = (held.decode(), raw) if number == _NAME else (name, held)
    if element != _FLOAT or len(raw) != 4 * np.prod(shape):
        return name, None
    return name, np.frombuffer(raw, "<f4").reshape(shape)
