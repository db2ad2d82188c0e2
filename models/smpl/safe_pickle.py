"""Read the arrays out of pickles and NumPy files that others made, without running anything inside them.

A pickle is a small program: loading it with the standard library calls whatever it names. Here every name
that a SMPL, MANO or dataset file may use stands for an inert record of what was asked for; all other names
are refused. A second pass turns the records into arrays by code of this file alone, so neither NumPy's nor
SciPy's nor chumpy's own unpickling runs (chumpy need not be installed), and a forged array state cannot reach
memory.
"""

from __future__ import annotations

import io
import pickle
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse

from models.errors import UserError
from models.files import open_plain
from models.npz import (
    LARGEST_BYTES,
    MOST_DIMENSIONS,
    DamagedArrayError,
    MissingArrayError,
    read_npy,
    read_npz,
)
from models.pickle_steps import HostileStepsError, check_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import BinaryIO


_MOST_COPIES = 4  # times the pickle: what its arrays may take, and the steps to them
_FREE_BYTES = 1 << 26
_LONGEST_NAME = 100


class UnsafeFileError(UserError):
    """A file holds something other than plain data; the message names the file and what it holds."""


@dataclass(frozen=True)
class Unreadable:
    """Stands in the result for a chumpy expression that is not an array at heart, such as a sum."""

    name: str


def load_pickle(path: Path) -> Any:
    """Read a pickle of plain containers, numbers, text, arrays, sparse matrices and chumpy arrays.

    Python 2's strings are read as latin-1, which is what NumPy's arrays of that time need.

    Returns
    -------
    The same structure with NumPy arrays and ``scipy.sparse`` CSR matrices; chumpy arrays become NumPy arrays.

    Raises
    ------
    UserError : the file is missing.
    UnsafeFileError : the file asks for anything else, or is damaged.
    """
    with _open(path) as file:
        content = file.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise UnsafeFileError(f"{path.name} was refused because it takes more than 1 GB; check the file.")
    return _load(content, path.name)


def load_npy(path: Path) -> np.ndarray:
    """Read one array of a ``.npy`` file; objects inside it as :func:`load_pickle` does.

    Raises
    ------
    UserError : as for :func:`load_pickle`.
    """
    with _open(path) as file:
        try:
            return read_npy(file, read_objects=lambda content, _: _objects(content, path.name))
        except DamagedArrayError as error:
            raise UnsafeFileError(f"{path.name} is not a NumPy array ({error}); download it again.") from None


def load_npz(path: Path, names: Iterable[str] | None = None) -> dict[str, np.ndarray]:
    """Read the arrays ``names`` (default all) of a ``.npz`` file and touch no other.

    Raises
    ------
    UserError : as for :func:`load_pickle`; a name is not in the file.
    """

    def objects(content: bytes, name: str) -> np.ndarray:
        return _objects(content, f"{path.name} ({name})")

    with _open(path) as file:
        try:
            return read_npz(file, names, read_objects=objects)
        except MissingArrayError as error:
            raise UserError(f"{path.name} {error}.") from None
        except DamagedArrayError as error:
            raise UnsafeFileError(
                f"{path.name} is not a NumPy .npz file ({error}); download it again."
            ) from None


def _open(path: Path) -> BinaryIO:
    try:
        return open_plain(path)
    except FileNotFoundError:
        raise UserError(f"There is no file {path}; check the path.") from None


def _objects(content: bytes, name: str) -> np.ndarray:
    """Read the pickle of an array of objects; ``name`` is for messages."""
    array = _load(content, name)
    if not isinstance(array, np.ndarray):
        raise UnsafeFileError(f"{name} is not a NumPy array but {type(array).__name__}; download it again.")
    return array


def _load(content: bytes, name: str) -> Any:
    try:
        check_steps(io.BytesIO(content))
        return _Values(len(content))(_Unpickler(io.BytesIO(content), encoding="latin1").load())
    except (_RefusedError, HostileStepsError) as refused:
        raise UnsafeFileError(
            f"{name} was refused because it holds {refused}, which is not plain data; "
            "get the file again from its official site."
        ) from None
    except RecursionError:
        raise UnsafeFileError(
            f"{name} was refused because it is nested too deeply to be plain data."
        ) from None
    except (
        pickle.UnpicklingError,
        EOFError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        OverflowError,
    ) as error:
        reason = " ".join(str(error).split())[:100] or type(error).__name__
        raise UnsafeFileError(f"{name} is not a readable pickle ({reason}); download it again.") from None


class _RefusedError(Exception):
    """Says in a few words what was found."""


class _Frozen(type):
    """Keeps a pickle from changing the classes below: its BUILD step can set attributes of what it names."""

    def __setattr__(cls, name: str, value: object) -> None:
        raise _RefusedError(f"an attempt to change {cls.__name__}.{name}")


class _Record(metaclass=_Frozen):
    """What the pickle asked for, kept as arguments and state and never done."""

    __slots__ = ("args", "state")
    args: tuple[Any, ...]
    state: Any
    name = ""

    def __new__(cls, *args: object) -> _Record:
        self = object.__new__(cls)
        self.args = args
        self.state = None
        return self

    def __setstate__(self, state: object) -> None:
        self.state = state


class _Plain(_Record):
    """``object``, ``numpy.ndarray`` and the like, which occur as arguments only."""


class _Rebuilt(_Record):
    """``copyreg._reconstructor(cls, object, None)`` and ``copyreg.__newobj__(cls)``."""


class _Array(_Record):
    """``numpy._core.multiarray._reconstruct``."""


class _Buffer(_Record):
    """``numpy._core.numeric._frombuffer``."""


class _Scalar(_Record):
    """``numpy._core.multiarray.scalar``."""


class _Dtype(_Record):
    """``numpy.dtype``."""


class _Encoded(_Record):
    """``_codecs.encode``: how Python 3 writes bytes for Python 2."""


class _Bytes(_Record):
    """``bytes`` and ``bytearray``."""


class _Set(_Record):
    """``set`` and ``frozenset``."""


class _Ordered(_Record):
    """``collections.OrderedDict``: Python 2 gives its pairs as an argument, Python 3 sets them one by one."""

    __slots__ = ("items",)
    items: list[tuple[Any, Any]]

    def __new__(cls, *args: object) -> _Ordered:
        self = super().__new__(cls, *args)
        assert isinstance(self, _Ordered)
        self.items = []
        return self

    def __setitem__(self, key: object, item: object) -> None:
        self.items.append((key, item))


class _Sparse(_Record):
    """A sparse matrix; ``name`` is its layout."""


class _Chumpy(_Record):
    """A chumpy array or expression; ``name`` is its class."""


_RECORDS: dict[tuple[str, str], type] = {
    ("numpy", "ndarray"): _Plain,
    ("numpy", "matrix"): _Plain,
    ("numpy.matrixlib.defmatrix", "matrix"): _Plain,
    ("builtins", "object"): _Plain,
    ("numpy", "dtype"): _Dtype,
    ("numpy.core.multiarray", "_reconstruct"): _Array,
    ("numpy.core.multiarray", "scalar"): _Scalar,
    ("numpy.core.numeric", "_frombuffer"): _Buffer,
    ("copyreg", "_reconstructor"): _Rebuilt,
    ("copyreg", "__newobj__"): _Rebuilt,
    ("_codecs", "encode"): _Encoded,
    ("builtins", "bytes"): _Bytes,
    ("builtins", "bytearray"): _Bytes,
    ("builtins", "set"): _Set,
    ("builtins", "frozenset"): _Set,
    ("collections", "OrderedDict"): _Ordered,
}
_PYTHON2 = {"__builtin__": "builtins", "copy_reg": "copyreg"}


class _Unpickler(pickle.Unpickler):
    """Gives inert records for the names that data files use and refuses every other name."""

    def find_class(self, module: str, name: str) -> type:
        module = _PYTHON2.get(module, module).replace("numpy._core", "numpy.core")
        record = _RECORDS.get((module, name))
        if record is not None:
            return record
        if len(name) > _LONGEST_NAME or len(module) > _LONGEST_NAME:
            raise _RefusedError("a very long name")
        if module.startswith("scipy.sparse") and re.fullmatch(r"(csc|csr|coo)_(matrix|array)", name):
            return _Frozen(name, (_Sparse,), {"__slots__": (), "name": name[:3]})
        if module == "chumpy" or module.startswith("chumpy."):
            return _Frozen(name, (_Chumpy,), {"__slots__": (), "name": f"{module}.{name}"})
        raise _RefusedError(f"{module}.{name}")

    def persistent_load(self, pid: object) -> object:  # noqa: ARG002  (pickle's own signature)
        raise _RefusedError("a reference to something outside the file")


class _Values:
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
            raise _RefusedError("arrays that take far more memory than the file")

    def __call__(self, node: Any) -> Any:
        """Return what a node stands for."""
        if node is None or isinstance(node, (bool, int, float, complex, str, bytes, bytearray)):
            return node
        if id(node) in self._known:
            return self._known[id(node)]
        if id(node) in self._open:
            raise _RefusedError("an object that contains itself")
        self._open.add(id(node))
        if isinstance(node, dict):
            result = {self.key(key): self(item) for key, item in node.items()}
        elif isinstance(node, set):
            result = {self.key(item) for item in node}
        elif isinstance(node, (list, tuple)):
            result = type(node)(self(item) for item in node)
        elif isinstance(node, _Record):
            result = _converted(node, self)
        else:
            raise _RefusedError(f"a bare {getattr(node, '__name__', type(node).__name__)}")
        self._open.discard(id(node))
        self._known[id(node)] = result
        return result

    def key(self, node: Any) -> Any:
        """Return a key of a dictionary, or a member of a set: a plain value, which is quick to hash."""
        key = self(node)
        if not isinstance(key, (type(None), bool, int, float, str, bytes, np.generic)):
            raise _RefusedError(f"a {type(key).__name__} as a dictionary's key")
        return key

    def array(self, node: Any) -> np.ndarray:
        """Return an array; lists are refused, which NumPy would copy however often they hold one another."""
        array = self(node)
        if not isinstance(array, (np.ndarray, np.generic, int, float)):
            raise _RefusedError(f"a {type(array).__name__} in place of an array")
        return np.asarray(array)

    def shape(self, node: Any) -> tuple[int, ...]:
        """Return whole numbers."""
        shape = self(node)
        shape = shape if isinstance(shape, (tuple, list)) else (shape,)
        if len(shape) > MOST_DIMENSIONS or not all(isinstance(side, (int, np.integer)) for side in shape):
            raise _RefusedError("an array's shape that is none")
        return tuple(map(int, shape))


def _converted(node: _Record, value: _Values) -> Any:
    """Turn one record into what it stands for; ``value`` does so with what is inside."""
    for kind in type(node).__mro__:
        if kind in _CONVERTERS:
            return _CONVERTERS[kind](node, value)
    raise _RefusedError(f"a bare {type(node).__name__.lstrip('_')}")


def _items(node: _Record, value: _Values) -> list[Any]:
    """Return what a container was asked to hold."""
    items = value(node.args[0]) if node.args else []
    if not isinstance(items, (list, tuple, set)):
        raise _RefusedError(f"a container of {type(items).__name__}")
    return list(items)


def _ordered(node: _Ordered, value: _Values) -> dict[Any, Any]:
    pairs = [*_items(node, value), *(value(list(pair)) for pair in node.items)]
    return {value.key(key): item for key, item in pairs}


def _rebuilt(node: _Rebuilt, value: _Values) -> Any:
    cls = node.args[0]
    if not (isinstance(cls, type) and issubclass(cls, (_Sparse, _Chumpy))):
        raise _RefusedError(f"an object of {getattr(cls, '__name__', cls)!s}")
    rebuilt = cls()
    rebuilt.state = node.state
    return _converted(rebuilt, value)


def _buffer(node: _Buffer, value: _Values) -> np.ndarray:
    data, dtype, shape, order = node.args
    return _numbers(value(data), _dtype(dtype), value.shape(shape), _order(order), value)


def _scalar(node: _Scalar, value: _Values) -> Any:
    dtype, data = node.args
    return _numbers(value(data), _dtype(dtype), (), "C", value)[()]


def _encoded(node: _Encoded, value: _Values) -> bytes:
    text, encoding = node.args
    if not isinstance(text, str) or encoding not in ("latin1", "latin-1"):
        raise _RefusedError(f"text in the encoding {str(encoding)[:20]!r}")
    value.spend(len(text))
    return text.encode("latin1")


def _bytes(data: Any, value: _Values) -> bytes:
    if isinstance(data, (str, bytes, bytearray)):
        value.spend(len(data))
    if isinstance(data, str):  # a string of Python 2
        return data.encode("latin1")
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    raise _RefusedError(f"array data given as {type(data).__name__}")


def _order(order: Any) -> Any:
    if order not in ("C", "F"):
        raise _RefusedError(f"an array in the order {order!r}")
    return order


def _dtype(node: Any) -> np.dtype:
    """Return the type of numbers (or short text) that a record of ``numpy.dtype`` describes.

    Only plain types pass: a forged structured type could make raw bytes pass for object addresses.
    """
    if not isinstance(node, _Dtype):
        raise _RefusedError(f"an array type given as {type(node).__name__}")
    code = node.args[0] if node.args else None
    if not isinstance(code, str) or not re.fullmatch(r"[|<>=]?([biufcSUO]\d{0,9}|\?)", code):
        raise _RefusedError(f"an array of type {code!r}")
    dtype = np.dtype(code)
    if node.state is not None:
        _version, byte_order, subarray, names, fields, *_rest = node.state
        if subarray is not None or names or fields:
            raise _RefusedError("an array of structures")
        if byte_order in ("<", ">"):
            dtype = dtype.newbyteorder(byte_order)
    return dtype


def _array(node: _Array, value: _Values) -> np.ndarray:
    if not isinstance(node.state, tuple) or len(node.state) < 4:
        raise _RefusedError("an array without content")
    shape, dtype, fortran, data = node.state[-4:]
    dtype = _dtype(dtype)
    order = "F" if fortran else "C"
    if dtype.hasobject:
        if not isinstance(data, list):
            raise _RefusedError(f"an array of objects given as {type(data).__name__}")
        value.spend(8 * len(data))
        objects = np.empty(len(data), object)
        for i, item in enumerate(data):
            objects[i] = value(item)
        return objects.reshape(value.shape(shape), order=order)
    return _numbers(value(data), dtype, value.shape(shape), order, value)


def _numbers(data: Any, dtype: np.dtype, shape: Any, order: Any, value: _Values) -> np.ndarray:
    array = np.frombuffer(_bytes(data, value), dtype).reshape(shape, order=order)
    return array.astype(dtype.newbyteorder("="), order="K")


def _sparse(node: _Sparse, value: _Values) -> scipy.sparse.csr_matrix:
    """Build a sparse matrix from the attributes of SciPy's own, of any version."""
    state = node.state
    if not isinstance(state, dict):
        raise _RefusedError("a sparse matrix without content")
    shape = value.shape(state.get("_shape", state.get("shape", ())))
    if len(shape) != 2 or min(shape) < 0:
        raise _RefusedError("a sparse matrix without a shape")
    data = value.array(state["data"])
    value.spend(8 * sum(shape) + 24 * data.size)
    if node.name == "coo":
        row, column = state["coords"] if "coords" in state else (state["row"], state["col"])
        return scipy.sparse.csr_matrix((data, (value.array(row), value.array(column))), shape)
    build = scipy.sparse.csc_matrix if node.name == "csc" else scipy.sparse.csr_matrix
    matrix = build((data, value.array(state["indices"]), value.array(state["indptr"])), shape)
    matrix.check_format(full_check=True)
    return scipy.sparse.csr_matrix(matrix)


def _chumpy(node: _Chumpy, value: _Values) -> np.ndarray | Unreadable:
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


_CONVERTERS: dict[type, Callable[[Any, _Values], Any]] = {
    _Rebuilt: _rebuilt,
    _Array: _array,
    _Buffer: _buffer,
    _Scalar: _scalar,
    _Encoded: _encoded,
    _Bytes: lambda node, value: _bytes(value(node.args[0]), value) if node.args else b"",
    _Set: lambda node, value: set(map(value.key, _items(node, value))),
    _Ordered: _ordered,
    _Sparse: _sparse,
    _Chumpy: _chumpy,
}
