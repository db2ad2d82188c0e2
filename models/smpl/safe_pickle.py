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
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
import scipy.sparse

from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    _Convert = Callable[[Any], Any]


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
        return _load(file, path.name)


def load_npy(path: Path) -> np.ndarray:
    """Read one array of a ``.npy`` file; objects inside it as :func:`load_pickle` does.

    Raises
    ------
    UserError : as for :func:`load_pickle`.
    """
    with _open(path) as file:
        return _read_array(file, path.name)


def load_npz(path: Path, names: Iterable[str] | None = None) -> dict[str, np.ndarray]:
    """Read the arrays ``names`` (default all) of a ``.npz`` file and touch no other.

    Raises
    ------
    UserError : as for :func:`load_pickle`; a name is not in the file.
    """
    with _open(path) as file:
        try:
            with zipfile.ZipFile(file) as archive:
                members = {Path(member).stem: member for member in archive.namelist()}
                wanted = list(members if names is None else names)
                missing = [name for name in wanted if name not in members]
                if missing:
                    raise UserError(f"{path.name} lacks {', '.join(missing)}; it has {', '.join(members)}.")
                return {
                    name: _read_array(io.BytesIO(archive.read(members[name])), f"{path.name} ({name})")
                    for name in wanted
                }
        except (zipfile.BadZipFile, NotImplementedError) as error:
            raise UnsafeFileError(f"{path.name} is not a NumPy .npz file ({error}).") from None


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise UserError(f"There is no file {path}; check the path.") from None
    except IsADirectoryError:
        raise UserError(f"{path} is a folder; give the file itself.") from None


def _read_array(file: BinaryIO, name: str) -> np.ndarray:
    """Read an array in NumPy's format; ``name`` is for messages."""
    try:
        version = np.lib.format.read_magic(file)
        if version > (1, 0):
            dtype = np.lib.format.read_array_header_2_0(file)[2]
        else:
            dtype = np.lib.format.read_array_header_1_0(file)[2]
        if not dtype.hasobject:
            file.seek(0)
            return np.lib.format.read_array(file, allow_pickle=False)
    except (ValueError, EOFError, OSError) as error:
        raise UnsafeFileError(f"{name} is not a NumPy array ({error}).") from None
    array = _load(file, name)
    if not isinstance(array, np.ndarray):
        raise UnsafeFileError(f"{name} is not a NumPy array but {type(array).__name__}.")
    return array


def _load(file: BinaryIO, name: str) -> Any:
    try:
        return _value(_Unpickler(file, encoding="latin1").load())
    except _RefusedError as refused:
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
        MemoryError,
        OverflowError,
    ) as error:
        raise UnsafeFileError(
            f"{name} is not a readable pickle ({error or type(error).__name__}); download it again."
        ) from None


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
    ("collections", "OrderedDict"): dict,
}
_PYTHON2 = {"__builtin__": "builtins", "copy_reg": "copyreg"}


class _Unpickler(pickle.Unpickler):
    """Gives inert records for the names that data files use and refuses every other name."""

    def find_class(self, module: str, name: str) -> type:
        module = _PYTHON2.get(module, module).replace("numpy._core", "numpy.core")
        record = _RECORDS.get((module, name))
        if record is not None:
            return record
        if module.startswith("scipy.sparse") and re.fullmatch(r"(csc|csr|coo)_(matrix|array)", name):
            return _Frozen(name, (_Sparse,), {"__slots__": (), "name": name[:3]})
        if module == "chumpy" or module.startswith("chumpy."):
            return _Frozen(name, (_Chumpy,), {"__slots__": (), "name": f"{module}.{name}"})
        raise _RefusedError(f"{module}.{name}")

    def persistent_load(self, pid: object) -> object:  # noqa: ARG002  (pickle's own signature)
        raise _RefusedError("a reference to something outside the file")


def _value(node: Any) -> Any:
    """Turn records into arrays, everywhere below ``node``."""
    known: dict[int, Any] = {}  # by identity, since one array may occur in several places
    open_nodes: set[int] = set()

    def value(node: Any) -> Any:
        if node is None or isinstance(node, (bool, int, float, complex, str, bytes, bytearray)):
            return node
        if id(node) in known:
            return known[id(node)]
        if id(node) in open_nodes:
            raise _RefusedError("an object that contains itself")
        open_nodes.add(id(node))
        if isinstance(node, dict):
            result = {value(key): value(item) for key, item in node.items()}
        elif isinstance(node, (list, tuple, set)):
            result = type(node)(value(item) for item in node)
        elif isinstance(node, _Record):
            result = _converted(node, value)
        else:
            raise _RefusedError(f"a bare {getattr(node, '__name__', type(node).__name__)}")
        open_nodes.discard(id(node))
        known[id(node)] = result
        return result

    return value(node)


def _converted(node: _Record, value: _Convert) -> Any:
    """Turn one record into what it stands for; ``value`` does so with what is inside."""
    for kind in type(node).__mro__:
        if kind in _CONVERTERS:
            return _CONVERTERS[kind](node, value)
    raise _RefusedError(f"a bare {type(node).__name__.lstrip('_')}")


def _rebuilt(node: _Rebuilt, value: _Convert) -> Any:
    cls = node.args[0]
    if not (isinstance(cls, type) and issubclass(cls, (_Sparse, _Chumpy))):
        raise _RefusedError(f"an object of {getattr(cls, '__name__', cls)!s}")
    rebuilt = cls()
    rebuilt.state = node.state
    return _converted(rebuilt, value)


def _buffer(node: _Buffer, value: _Convert) -> np.ndarray:
    data, dtype, shape, order = node.args
    return _numbers(value(data), _dtype(dtype), value(shape), _order(order))


def _scalar(node: _Scalar, value: _Convert) -> Any:
    dtype, data = node.args
    return _numbers(value(data), _dtype(dtype), (), "C")[()]


def _encoded(node: _Encoded, _value: _Convert) -> bytes:
    text, encoding = node.args
    if not isinstance(text, str) or encoding not in ("latin1", "latin-1"):
        raise _RefusedError(f"text in the encoding {encoding!r}")
    return text.encode("latin1")


def _bytes(data: Any) -> bytes:
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


def _array(node: _Array, value: _Convert) -> np.ndarray:
    if not isinstance(node.state, tuple) or len(node.state) < 4:
        raise _RefusedError("an array without content")
    shape, dtype, fortran, data = node.state[-4:]
    dtype = _dtype(dtype)
    order = "F" if fortran else "C"
    if dtype.hasobject:
        if not isinstance(data, list):
            raise _RefusedError(f"an array of objects given as {type(data).__name__}")
        objects = np.empty(len(data), object)
        for i, item in enumerate(data):
            objects[i] = value(item)
        return objects.reshape(value(shape), order=order)
    return _numbers(value(data), dtype, value(shape), order)


def _numbers(data: Any, dtype: np.dtype, shape: Any, order: Any) -> np.ndarray:
    array = np.frombuffer(_bytes(data), dtype).reshape(shape, order=order)
    return array.astype(dtype.newbyteorder("="), order="K")


def _sparse(node: _Sparse, value: _Convert) -> scipy.sparse.csr_matrix:
    """Build a sparse matrix from the attributes of SciPy's own, of any version."""
    state = value(node.state)
    if not isinstance(state, dict):
        raise _RefusedError("a sparse matrix without content")
    shape = tuple(int(n) for n in state.get("_shape", state.get("shape", ())))
    if len(shape) != 2:
        raise _RefusedError("a sparse matrix without a shape")
    data = np.asarray(state["data"])
    if node.name == "coo":
        row, column = state["coords"] if "coords" in state else (state["row"], state["col"])
        return scipy.sparse.csr_matrix((data, (row, column)), shape)
    build = scipy.sparse.csc_matrix if node.name == "csc" else scipy.sparse.csr_matrix
    matrix = build((data, state["indices"], state["indptr"]), shape)
    matrix.check_format(full_check=True)
    return scipy.sparse.csr_matrix(matrix)


def _chumpy(node: _Chumpy, value: _Convert) -> np.ndarray | Unreadable:
    """Evaluate the few chumpy classes that only hold or reorder an array."""
    state = node.state if isinstance(node.state, dict) else {}
    # Only what is needed is looked at: chumpy also pickles its caches.
    if node.name == "chumpy.ch.Ch" and "x" in state:
        return np.asarray(value(state["x"]))
    if node.name.startswith("chumpy.reordering.") and "a" in state:
        array = value(state["a"])
        if isinstance(array, Unreadable):
            return array
        array = np.asarray(array)
        kind = node.name.rpartition(".")[2]
        if kind == "Select" and "idxs" in state:
            chosen = array.ravel()[np.asarray(value(state["idxs"]))]
            shape = value(state.get("preferred_shape"))
            return chosen if shape is None else chosen.reshape(shape)
        if kind == "transpose":
            return array.transpose(value(state.get("axes")))
        if kind == "Reshape" and "newshape" in state:
            return array.reshape(value(state["newshape"]))
    return Unreadable(node.name)


_CONVERTERS: dict[type, Callable[[Any, _Convert], Any]] = {
    _Rebuilt: _rebuilt,
    _Array: _array,
    _Buffer: _buffer,
    _Scalar: _scalar,
    _Encoded: _encoded,
    _Bytes: lambda node, value: _bytes(value(node.args[0])) if node.args else b"",
    _Set: lambda node, value: set(value(node.args[0])) if node.args else set(),
    _Sparse: _sparse,
    _Chumpy: _chumpy,
}
