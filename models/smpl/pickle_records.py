"""What a pickle asks for, kept as inert records.

Every name that a SMPL, MANO or dataset file may use stands for a record of what was asked for; all other
names are refused. :mod:`models.smpl.record_arrays` makes arrays of them.
"""

from __future__ import annotations

import pickle
import re
from typing import Any

_LONGEST_NAME = 100


class RefusedError(Exception):
    """Says in a few words what was found."""


class Frozen(type):
    """Keeps a pickle from changing the classes below: its BUILD step can set attributes of what it names."""

    def __setattr__(cls, name: str, value: object) -> None:
        raise RefusedError(f"an attempt to change {cls.__name__}.{name}")


class Record(metaclass=Frozen):
    """What the pickle asked for, kept as arguments and state and never done."""

    __slots__ = ("args", "state")
    args: tuple[Any, ...]
    state: Any
    name = ""

    def __new__(cls, *args: object) -> Record:
        """Keep what a pickle calls it with."""
        self = object.__new__(cls)
        self.args = args
        self.state = None
        return self

    def __setstate__(self, state: object) -> None:
        self.state = state


class Plain(Record):
    """``object``, ``numpy.ndarray`` and the like, which occur as arguments only."""


class Rebuilt(Record):
    """``copyreg._reconstructor(cls, object, None)`` and ``copyreg.__newobj__(cls)``."""


class Array(Record):
    """``numpy._core.multiarray._reconstruct``."""


class Buffer(Record):
    """``numpy._core.numeric._frombuffer``."""


class Scalar(Record):
    """``numpy._core.multiarray.scalar``."""


class Dtype(Record):
    """``numpy.dtype``."""


class Encoded(Record):
    """``_codecs.encode``: how Python 3 writes bytes for Python 2."""


class Bytes(Record):
    """``bytes`` and ``bytearray``."""


class Set(Record):
    """``set`` and ``frozenset``."""


class Ordered(Record):
    """``collections.OrderedDict``: Python 2 gives its pairs as an argument, Python 3 sets them one by one."""

    __slots__ = ("items",)
    items: list[tuple[Any, Any]]

    def __new__(cls, *args: object) -> Ordered:
        """Begin without pairs."""
        self = super().__new__(cls, *args)
        assert isinstance(self, Ordered)
        self.items = []
        return self

    def __setitem__(self, key: object, item: object) -> None:
        self.items.append((key, item))


class Sparse(Record):
    """A sparse matrix; ``name`` is its layout."""


class Chumpy(Record):
    """A chumpy array or expression; ``name`` is its class."""


_RECORDS: dict[tuple[str, str], type] = {
    ("numpy", "ndarray"): Plain,
    ("numpy", "matrix"): Plain,
    ("numpy.matrixlib.defmatrix", "matrix"): Plain,
    ("builtins", "object"): Plain,
    ("numpy", "dtype"): Dtype,
    ("numpy.core.multiarray", "_reconstruct"): Array,
    ("numpy.core.multiarray", "scalar"): Scalar,
    ("numpy.core.numeric", "_frombuffer"): Buffer,
    ("copyreg", "_reconstructor"): Rebuilt,
    ("copyreg", "__newobj__"): Rebuilt,
    ("_codecs", "encode"): Encoded,
    ("builtins", "bytes"): Bytes,
    ("builtins", "bytearray"): Bytes,
    ("builtins", "set"): Set,
    ("builtins", "frozenset"): Set,
    ("collections", "OrderedDict"): Ordered,
}
_PYTHON2 = {"__builtin__": "builtins", "copy_reg": "copyreg"}


class Unpickler(pickle.Unpickler):
    """Gives inert records for the names that data files use and refuses every other name."""

    def find_class(self, module: str, name: str) -> type:
        """Return the record of a name, or raise :class:`RefusedError`."""
        module = _PYTHON2.get(module, module).replace("numpy._core", "numpy.core")
        record = _RECORDS.get((module, name))
        if record is not None:
            return record
        if len(name) > _LONGEST_NAME or len(module) > _LONGEST_NAME:
            raise RefusedError("a very long name")
        if module.startswith("scipy.sparse") and re.fullmatch(r"(csc|csr|coo)_(matrix|array)", name):
            return Frozen(name, (Sparse,), {"__slots__": (), "name": name[:3]})
        if module == "chumpy" or module.startswith("chumpy."):
            return Frozen(name, (Chumpy,), {"__slots__": (), "name": f"{module}.{name}"})
        raise RefusedError(f"{module}.{name}")

    def persistent_load(self, pid: object) -> object:  # noqa: ARG002  (pickle's own signature)
        """Refuse it."""
        raise RefusedError("a reference to something outside the file")
