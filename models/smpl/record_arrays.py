"""Turns the records of a pickle into arrays.

It does so by code of this file alone: neither NumPy's nor SciPy's nor chumpy's own unpickling runs (chumpy
need not be installed), and a forged array state cannot reach memory.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse

from models.npz import MOST_DIMENSIONS
from models.smpl.pickle_records import (
    Array,
    Buffer,
    Bytes,
    Chumpy,
    Dtype,
    Encoded,
    Ordered,
    Rebuilt,
    Record,
    RefusedError,
    Scalar,
    Set,
    Sparse,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_COPIES = 4  # times the pickle: what its arrays may take, and the steps to them
_FREE_BYTES = 1 << 26


@dataclass(frozen=True)
class Unreadable:
    """Stands in the result for a chumpy expression that is not an array at heart, such as a sum."""

    name: str


class Values:
    """Turns records into arrays, everywhere below a node.

    Parameters
    ----------
    size : of the pickle in bytes. One text can be the content of any number of arrays, so what they take
        together is held within a few times that.
    """

    def __init__(self, size: int) -> None:
        self._left = _MOST_COPIES * size + _FREE_BYTES
        self._known: dict[int, Any] = {}  # by identity, since one array may occur in several places
        self._open: set[int] = set()

    def spend(self, size: int) -> None:
        """Count bytes before they are taken."""
        self._left -= size
        if self._left < 0:
            raise RefusedError("arrays that take far more memory than the file")

    def __call__(self, node: Any) -> Any:
        """Return what a node stands for."""
        if node is None or isinstance(node, (bool, int, float, complex, str, bytes, bytearray)):
            return node
        if id(node) in self._known:
            return self._known[id(node)]
        if id(node) in self._open:
            raise RefusedError("an object that contains itself")
        self._open.add(id(node))
        if isinstance(node, dict):
            result = {self.key(key): self(item) for key, item in node.items()}
        elif isinstance(node, set):
            result = {self.key(item) for item in node}
        elif isinstance(node, (list, tuple)):
            result = type(node)(self(item) for item in node)
        elif isinstance(node, Record):
            result = _converted(node, self)
        else:
            raise RefusedError(f"a bare {getattr(node, '__name__', type(node).__name__)}")
        self._open.discard(id(node))
        self._known[id(node)] = result
        return result

    def key(self, node: Any) -> Any:
        """Return a key of a dictionary, or a member of a set: a plain value, which is quick to hash."""
        key = self(node)
        if not isinstance(key, (type(None), bool, int, float, str, bytes, np.generic)):
            raise RefusedError(f"a {type(key).__name__} as a dictionary's key")
        return key

    def array(self, node: Any) -> np.ndarray:
        """Return an array; lists are refused, which NumPy would copy however often they hold one another."""
        array = self(node)
        if not isinstance(array, (np.ndarray, np.generic, int, float)):
            raise RefusedError(f"a {type(array).__name__} in place of an array")
        return np.asarray(array)

    def shape(self, node: Any) -> tuple[int, ...]:
        """Return whole numbers."""
        shape = self(node)
        shape = shape if isinstance(shape, (tuple, list)) else (shape,)
        if len(shape) > MOST_DIMENSIONS or not all(isinstance(side, (int, np.integer)) for side in shape):
            raise RefusedError("an array's shape that is none")
        return tuple(map(int, shape))


def _converted(node: Record, value: Values) -> Any:
    """Turn one record into what it stands for; ``value`` does so with what is inside."""
    for kind in type(node).__mro__:
        if kind in _CONVERTERS:
            return _CONVERTERS[kind](node, value)
    raise RefusedError(f"a bare {type(node).__name__}")


def _items(node: Record, value: Values) -> list[Any]:
    """Return what a container was asked to hold."""
    items = value(node.args[0]) if node.args else []
    if not isinstance(items, (list, tuple, set)):
        raise RefusedError(f"a container of {type(items).__name__}")
    return list(items)


def _ordered(node: Ordered, value: Values) -> dict[Any, Any]:
    result = {value.key(key): item for key, item in _items(node, value)}
    return result | {value.key(key): value(item) for key, item in node.items}


def _rebuilt(node: Rebuilt, value: Values) -> Any:
    cls = node.args[0]
    if not (isinstance(cls, type) and issubclass(cls, (Sparse, Chumpy))):
        raise RefusedError(f"an object of {getattr(cls, '__name__', cls)!s}")
    rebuilt = cls()
    rebuilt.state = node.state
    return _converted(rebuilt, value)


def _buffer(node: Buffer, value: Values) -> np.ndarray:
    data, dtype, shape, order = node.args
    return _numbers(value(data), _dtype(dtype), value.shape(shape), _order(order), value)


def _scalar(node: Scalar, value: Values) -> Any:
    dtype, data = node.args
    return _numbers(value(data), _dtype(dtype), (), "C", value)[()]


def _encoded(node: Encoded, value: Values) -> bytes:
    text, encoding = node.args
    if not isinstance(text, str) or encoding not in ("latin1", "latin-1"):
        raise RefusedError(f"text in the encoding {str(encoding)[:20]!r}")
    value.spend(len(text))
    return text.encode("latin1")


def _bytes(data: Any, value: Values) -> bytes:
    if isinstance(data, (str, bytes, bytearray)):
        value.spend(len(data))
    if isinstance(data, str):  # a string of Python 2
        return data.encode("latin1")
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    raise RefusedError(f"array data given as {type(data).__name__}")


def _order(order: Any) -> Any:
    if order not in ("C", "F"):
        raise RefusedError(f"an array in the order {order!r}")
    return order


def _dtype(node: Any) -> np.dtype:
    """Return the type of numbers (or short text) that a record of ``numpy.dtype`` describes.

    Only plain types pass: a forged structured type could make raw bytes pass for object addresses.
    """
    if not isinstance(node, Dtype):
        raise RefusedError(f"an array type given as {type(node).__name__}")
    code = node.args[0] if node.args else None
    if not isinstance(code, str) or not re.fullmatch(r"[|<>=]?([biufcSUO]\d{0,9}|\?)", code):
        raise RefusedError(f"an array of type {code!r}")
    dtype = np.dtype(code)
    if node.state is not None:
        _version, byte_order, subarray, names, fields, *_rest = node.state
        if subarray is not None or names or fields:
            raise RefusedError("an array of structures")
        if byte_order in ("<", ">"):
            dtype = dtype.newbyteorder(byte_order)
    return dtype


def _array(node: Array, value: Values) -> np.ndarray:
    if not isinstance(node.state, tuple) or len(node.state) < 4:
        raise RefusedError("an array without content")
    shape, dtype, fortran, data = node.state[-4:]
    dtype = _dtype(dtype)
    order = "F" if fortran else "C"
    if dtype.hasobject:
        if not isinstance(data, list):
            raise RefusedError(f"an array of objects given as {type(data).__name__}")
        value.spend(8 * len(data))
        objects = np.empty(len(data), object)
        for i, item in enumerate(data):
            objects[i] = value(item)
        return objects.reshape(value.shape(shape), order=order)
    return _numbers(value(data), dtype, value.shape(shape), order, value)


def _numbers(data: Any, dtype: np.dtype, shape: Any, order: Any, value: Values) -> np.ndarray:
    array = np.frombuffer(_bytes(data, value), dtype).reshape(shape, order=order)
    return array.astype(dtype.newbyteorder("="), order="K")


def _sparse(node: Sparse, value: Values) -> scipy.sparse.csr_matrix:
    """Build a sparse matrix from the attributes of SciPy's own, of any version."""
    state = node.state
    if not isinstance(state, dict):
        raise RefusedError("a sparse matrix without content")
    shape = value.shape(state.get("_shape", state.get("shape", ())))
    if len(shape) != 2 or min(shape) < 0:
        raise RefusedError("a sparse matrix without a shape")
    data = value.array(state["data"])
    value.spend(8 * sum(shape) + 24 * data.size)
    if node.name == "coo":
        row, column = state["coords"] if "coords" in state else (state["row"], state["col"])
        return scipy.sparse.csr_matrix((data, (value.array(row), value.array(column))), shape)
    build = scipy.sparse.csc_matrix if node.name == "csc" else scipy.sparse.csr_matrix
    matrix = build((data, value.array(state["indices"]), value.array(state["indptr"])), shape)
    matrix.check_format(full_check=True)
    return scipy.sparse.csr_matrix(matrix)


def _chumpy(node: Chumpy, value: Values) -> np.ndarray | Unreadable:
    """Evaluate the few chumpy classes that only hold or reorder an array."""
    state = node.state if isinstance(node.state, dict) else {}
    # Only what is needed is looked at: chumpy also pickles its caches.
    if node.name == "chumpy.ch.Ch" and "x" in state:
        held = value(state["x"])
        return held if isinstance(held, Unreadable) else value.array(state["x"])
    if node.name.startswith("chumpy.reordering.") and "a" in state:
        array = value(state["a"])
        if isinstance(array, Unreadable):
            return array
        array = value.array(state["a"])
        value.spend(array.nbytes)
        kind = node.name.rpartition(".")[2]
        if kind == "Select" and "idxs" in state:
            chosen = value.array(state["idxs"])
            value.spend(chosen.size * array.itemsize)
            shape = state.get("preferred_shape")
            picked = array.ravel()[chosen]
            return picked if shape is None else picked.reshape(value.shape(shape))
        if kind == "transpose":
            axes = state.get("axes")
            return array.transpose(None if axes is None else value.shape(axes))
        if kind == "Reshape" and "newshape" in state:
            return array.reshape(value.shape(state["newshape"]))
    return Unreadable(node.name)


_CONVERTERS: dict[type, Callable[[Any, Values], Any]] = {
    Rebuilt: _rebuilt,
    Array: _array,
    Buffer: _buffer,
    Scalar: _scalar,
    Encoded: _encoded,
    Bytes: lambda node, value: _bytes(value(node.args[0]), value) if node.args else b"",
    Set: lambda node, value: set(map(value.key, _items(node, value))),
    Ordered: _ordered,
    Sparse: _sparse,
    Chumpy: _chumpy,
}
