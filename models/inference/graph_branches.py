"""Branches of an ONNX graph: what depends on one of several pictures alone, cut off from what joins them.

The file is read and written field by field, as the package ``onnx`` is for training only. The numbers of the
fields are those of onnx.proto3 (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.inference.protobuf import fields

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

_GRAPH, _FUNCTION = 7, 25  # of a model
_NODE, _INITIALIZER, _INPUT, _OUTPUT = 1, 5, 11, 12  # of a graph
_LEFT_OUT = {2, 10, 13}  # of a graph: its name, descriptions and known shapes
_NODE_INPUT, _NODE_OUTPUT, _ATTRIBUTE = 1, 2, 5  # of a node
_SUBGRAPHS = {6, 11}  # of an attribute
_TENSOR_NAME, _EXTERNAL_DATA = 8, 13  # of an initializer
_VALUE_NAME, _VALUE_TYPE = 1, 2  # of an input or output
_TENSOR_TYPE, _ELEMENT, _SHAPE, _DIMENSION = 1, 1, 2, 1  # of a type
_TYPES = {"float": 1, "uint8": 2, "int8": 3, "int32": 6, "int64": 7, "bool": 9, "float16": 10, "double": 11}


class UncutError(Exception):
    """The graph cannot be cut, or cutting it would gain nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class _Node:
    content: bytes
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A model of its own.

    Attributes
    ----------
    content : of an ONNX file.
    outputs : names of all that it gives.
    """

    content: bytes
    outputs: tuple[str, ...]


class CutGraph:
    """An ONNX graph as branches, each of which reads one picture, and a trunk that joins what they give.

    Parameters
    ----------
    content : of an ONNX file.
    pictures : names of its inputs.

    Attributes
    ----------
    branches : in the order of the pictures.
    inputs, outputs : of the whole, in their order.

    Raises
    ------
    UncutError : see there.
    """

    def __init__(self, content: bytes, pictures: Sequence[str]) -> None:
        self._head: list[bytes] = []
        self._values: dict[str, bytes] = {}
        self._nodes: list[_Node] = []
        self._initializers: dict[str, bytes] = {}
        inputs, outputs = list[str](), list[str]()
        graph = self._read_model(content)
        for number, held in _fields(graph):
            if number == _NODE:
                self._nodes.append(_node(held))
            elif number == _INITIALIZER:
                self._initializers[_initializer_name(held)] = held
            elif number in (_INPUT, _OUTPUT):
                name = _text(held, _VALUE_NAME)
                self._values[name] = held
                (inputs if number == _INPUT else outputs).append(name)
            elif number not in _LEFT_OUT:
                raise UncutError(f"the graph has a field {number}")
        self.inputs = tuple(name for name in inputs if name not in self._initializers)
        self.outputs = tuple(outputs)
        self._groups = self._grouped(pictures)
        joined = [node for node in self._nodes if len(self._group(node)) > 1]
        wanted = dict.fromkeys(name for node in joined for name in node.inputs) | dict.fromkeys(outputs)
        branches: list[Branch] = []
        for picture in pictures:
            given = tuple(
                name for name in wanted if self._groups.get(name) == frozenset({picture}) and name != picture
            )
            if not given:
                raise UncutError(f"nothing comes of {picture} alone")
            branches.append(Branch(self._model(given, {picture}, {}), given))
        self.branches = tuple(branches)

    def trunk(self, given: Mapping[str, tuple[str, Sequence[int | str | None]]]) -> Branch:
        """Return what is left of the graph.

        Parameters
        ----------
        given : element type, as ONNX Runtime names it (``tensor(float)``), and shape of all that branches
            give.
        """
        left = tuple(name for name in self.outputs if name not in given)
        inputs = {name: _value(name, *of) for name, of in given.items()}
        return Branch(self._model(left, None, inputs), left)

    def _read_model(self, content: bytes) -> bytes:
        graph = None
        for number, begin, start, end in _places(content):
            if number == _GRAPH:
                graph = content[start:end]
            elif number == _FUNCTION:
                raise UncutError("the model has functions")
            else:
                self._head.append(content[begin:end])
        if graph is None:
            raise UncutError("the model has no graph")
        return graph

    def _grouped(self, pictures: Sequence[str]) -> dict[str, frozenset[str]]:
        """Return for each tensor the pictures that it depends on."""
        groups = {name: frozenset[str]() for name in (*self._values, *self._initializers, "")}
        for name in self.outputs:
            groups.pop(name, None)
        groups |= {picture: frozenset({picture}) for picture in pictures}
        for node in self._nodes:
            if any(name not in groups for name in node.inputs):
                raise UncutError("the nodes are not in order")
            group = frozenset[str]().union(*(groups[name] for name in node.inputs))
            groups |= dict.fromkeys(node.outputs, group)
        return groups

    def _group(self, node: _Node) -> frozenset[str]:
        return self._groups[node.outputs[0]]

    def _model(
        self, outputs: Sequence[str], pictures: Collection[str] | None, given: Mapping[str, bytes]
    ) -> bytes:
        """Return a model that computes some tensors.

        Parameters
        ----------
        pictures : that it may read; None for all.
        given : descriptions of further inputs, by name, which it need not compute.
        """
        needed, nodes = set(outputs), list[_Node]()
        for node in reversed(self._nodes):
            made = needed.intersection(node.outputs) - given.keys()
            if made and (pictures is None or self._group(node) <= set(pictures)):
                nodes.append(node)
                needed.update(node.inputs)
        values = {name: held for name, held in self._values.items() if name not in self.outputs} | dict(given)
        graph = [
            *(_encoded(_NODE, node.content) for node in reversed(nodes)),
            _encoded(2, b"part"),
            *(_encoded(_INITIALIZER, held) for name, held in self._initializers.items() if name in needed),
            *(_encoded(_INPUT, held) for name, held in values.items() if name in needed),
            *(_encoded(_OUTPUT, self._values.get(name, _named(name))) for name in outputs),
        ]
        return b"".join([*self._head, _encoded(_GRAPH, b"".join(graph))])


def _node(content: bytes) -> _Node:
    inputs, outputs = list[str](), list[str]()
    for number, held in _fields(content):
        if number in (_NODE_INPUT, _NODE_OUTPUT):
            (inputs if number == _NODE_INPUT else outputs).append(held.decode())
        elif number == _ATTRIBUTE and any(of in _SUBGRAPHS for of, _ in _fields(held)):
            raise UncutError("a node has a graph of its own")
    if not outputs:
        raise UncutError("a node gives nothing")
    return _Node(content, tuple(inputs), tuple(outputs))


def _initializer_name(content: bytes) -> str:
    held = dict(_fields(content))
    if _EXTERNAL_DATA in held:
        raise UncutError("weights lie in another file")
    return held.get(_TENSOR_NAME, b"").decode()


def _text(content: bytes, wanted: int) -> str:
    return next((held.decode() for number, held in _fields(content) if number == wanted), "")


def _named(name: str) -> bytes:
    return _encoded(_VALUE_NAME, name.encode())


def _value(name: str, kind: str, shape: Iterable[int | str | None]) -> bytes:
    """Describe an input: its name, the type of its elements as ONNX Runtime names it, and its shape."""
    element = _TYPES.get(kind.removeprefix("tensor(").removesuffix(")"))
    if element is None:
        raise UncutError(f"{name} is a {kind}")
    dimensions = b"".join(_encoded(_DIMENSION, _dimension(size)) for size in shape)
    tensor = _varint(_ELEMENT << 3) + _varint(element) + _encoded(_SHAPE, dimensions)
    return _named(name) + _encoded(_VALUE_TYPE, _encoded(_TENSOR_TYPE, tensor))


def _dimension(size: int | str | None) -> bytes:
    if isinstance(size, int):
        return _varint(1 << 3) + _varint(size)
    return b"" if size is None else _encoded(2, size.encode())


def _fields(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield of each field of a message its number and what it holds; of numbers nothing."""
    for number, _, start, end in _places(content):
        yield number, content[start:end]


def _places(content: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Yield of each field of a message its number, its begin, that of what it holds, and its end."""
    end = 0
    try:
        for number, start, length in fields(io.BytesIO(content), 0, len(content)):
            begin, end = end, start + length
            yield number, begin, start, end
    except ValueError as error:
        raise UncutError(f"the file is damaged or ends within a field ({error})") from error


def _encoded(number: int, held: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(held)) + held


def _varint(value: int) -> bytes:
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*encoded, value])
