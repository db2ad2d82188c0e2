"""Reads PyTorch's files of others: nothing is made before all that a file asks for fits into the file.

``torch.load`` with ``weights_only`` runs nothing foreign, but makes whatever it is told to: bytes and tensors
of any size, views of one number as a trillion, texts out of members that swell. So a file is first looked
through with stand-ins, which only count. Both of PyTorch's formats are read, the zip archive and the one
before it (``torch/serialization.py``).
"""

from __future__ import annotations

import io
import math
import mmap
import os
import pickle
import struct
import warnings
import zipfile
from collections import Counter, OrderedDict
from typing import TYPE_CHECKING, Any, BinaryIO

import torch

from models.files import open_plain
from models.pickle_steps import HostileStepsError, check_steps

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_MOST_STEPS = 2_000_000  # the optimiser and weights of the largest network take a tenth
_LONGEST_NAME = 100
_ZIP_START = b"PK\3\4"
# The earlier format's magic number and version, each a pickle.
_EARLIER_START = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.\x80\x02M\xe9\x03."
_EARLIER_PICKLES = 3  # after those: the machine's sizes, the objects, the storages' keys
_ITEM_BYTES = {
    **{"Untyped": 1, "Bool": 1, "Byte": 1, "Char": 1, "Short": 2, "Half": 2, "BFloat16": 2, "Int": 4},
    **{"Float": 4, "Long": 8, "Double": 8, "ComplexFloat": 8, "ComplexDouble": 16},
}
_STORAGE_MODULES = ("torch", "torch.storage", "torch.cuda")
_PYTHON2 = {"__builtin__": "builtins"}
_PLAIN = (type(None), bool, int, float, str, bytes)
_DAMAGE = (
    *(pickle.UnpicklingError, EOFError, ValueError, TypeError, KeyError, IndexError, AttributeError),
    *(OverflowError, MemoryError, RecursionError, struct.error, OSError, RuntimeError),
    *(zipfile.BadZipFile, NotImplementedError),
)


class RefusedTensorsError(ValueError):
    """A file asks for more than plain data that fits into it; the message says for what, in a few words."""


class DamagedTensorsError(ValueError):
    """A file is damaged, or none of PyTorch's; the message is the reason in a few words."""


def load_tensors(path: Path) -> Any:
    """Read a PyTorch file of tensors and plain values, nothing else, into main memory.

    Raises
    ------
    OSError : the file is missing or cannot be read.
    UserError : it is a folder, a pipe or a device.
    RefusedTensorsError, DamagedTensorsError : as they say.
    """
    with open_plain(path) as file:
        try:
            _look_through(file)
        except HostileStepsError as error:
            raise RefusedTensorsError(str(error)) from None
        except (RefusedTensorsError, DamagedTensorsError):
            raise
        except _DAMAGE as error:
            raise DamagedTensorsError(type(error).__name__) from error
    try:
        with warnings.catch_warnings(action="ignore"):  # of formats that are refused anyway
            return torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # damage makes torch.load fail in whatever way it happens to
        raise DamagedTensorsError(type(error).__name__) from error


def _look_through(file: BinaryIO) -> None:
    """Raise one of the errors of :func:`load_tensors` unless all of a file's demands fit into it."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    start = file.read(len(_EARLIER_START))
    if start.startswith(_ZIP_START):
        _look_through_archive(file, size)
    elif start == _EARLIER_START:
        _look_through_earlier(file, size)
    else:
        raise DamagedTensorsError("its beginning is of another kind")


def _look_through_archive(file: BinaryIO, size: int) -> None:
    """Look through a zip archive: ``data.pkl``, and a member for each storage, all in one folder."""
    with zipfile.ZipFile(file) as archive:
        sizes = {one.filename: one.file_size for one in archive.infolist()}
        if len({name.casefold() for name in sizes}) != len(archive.infolist()):
            raise DamagedTensorsError("its members have the same names")  # readers differ in which they take
        if sum(sizes.values()) > size:  # PyTorch packs nothing
            raise RefusedTensorsError("members that take more memory than the file")
        folder = next(iter(sizes), "").partition("/")[0]
        pickled = archive.read(f"{folder}/data.pkl")

    def fit(key: str, taken: int) -> None:
        if sizes.get(f"{folder}/data/{key}") != taken:
            raise DamagedTensorsError("a storage is longer or shorter than it says")

    check_steps(io.BytesIO(pickled), _MOST_STEPS)
    _Looker(pickled, fit).load()


def _look_through_earlier(file: BinaryIO, size: int) -> None:
    """Look through the earlier format: pickles, and then the storages."""
    taken: dict[str, int] = {}

    def fit(key: str, more: int) -> None:
        taken[key] = max(taken.get(key, 0), more)
        if sum(taken.values()) > size:
            raise RefusedTensorsError("tensors that take more memory than the file")

    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        content.seek(len(_EARLIER_START))
        for _ in range(_EARLIER_PICKLES):
            begin = content.tell()
            check_steps(content, _MOST_STEPS)
            _Looker(content[begin : content.tell()], fit).load()


class _Made:
    """Something that would have been made."""

    __slots__ = ()

    def __setstate__(self, _: object) -> None:
        raise RefusedTensorsError("a change to what it made before")


class _Storage(_Made):
    """A storage of so many items."""

    __slots__ = ("items",)

    def __init__(self, items: int) -> None:
        self.items = items


class _Tensor(_Made):
    """A view of a storage that lies within it."""

    __slots__ = ()


class _StandIn(_Made):
    """Stands for a function or class that a pickle names and calls."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[..., Any]) -> None:
        self._make = make

    def __call__(self, *args: Any) -> Any:
        return self._make(*args)


class _StorageKind(_Made):
    """Stands for a class of storages; no file of a kind that is read makes any by calling it."""

    __slots__ = ("item_bytes",)

    def __init__(self, item_bytes: int) -> None:
        self.item_bytes = item_bytes


class _Looker(pickle.Unpickler):
    """Takes a pickle's steps with stand-ins for what they name.

    Parameters
    ----------
    content : the pickle, whose steps have been checked.
    fit : is told the key of each storage and the bytes that it takes, and raises if those are too many.
    """

    def __init__(self, content: bytes, fit: Callable[[str, int], None]) -> None:
        super().__init__(io.BytesIO(content), encoding="latin1")
        self._fit = fit

    def find_class(self, module: str, name: str) -> Any:
        full = f"{_PYTHON2.get(module, module)}.{name}"
        if full in _STAND_INS:
            return _STAND_INS[full]
        kind = name.removesuffix("Storage")
        if module in _STORAGE_MODULES and kind != name and kind in _ITEM_BYTES:
            return _StorageKind(_ITEM_BYTES[kind])
        if module == "torch" and isinstance(getattr(torch, name, None), torch.dtype):
            return _Made()
        raise RefusedTensorsError(full if len(full) <= _LONGEST_NAME else "a very long name")

    def persistent_load(self, pid: Any) -> _Storage:
        """Return a storage that the file holds beside the pickle."""
        words = list(pid) if isinstance(pid, tuple) else []
        if len(words) not in (5, 6) or words[0] != "storage":
            raise RefusedTensorsError("a reference to something outside the file")
        _, kind, key, _, items, *view = words
        if not isinstance(kind, _StorageKind) or not isinstance(key, str) or view not in ([], [None]):
            raise RefusedTensorsError("a storage of an unknown kind")
        items = _count(items)
        self._fit(key, items * kind.item_bytes)
        return _Storage(items)


def _count(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise DamagedTensorsError("a size is none")
    return value


def _rebuilt(storage: Any, offset: Any, size: Any, stride: Any, *_: object) -> _Tensor:
    """Check a view: PyTorch would lengthen a storage for one that reaches beyond it."""
    if not isinstance(storage, _Storage) or not isinstance(size, tuple) or not isinstance(stride, tuple):
        raise DamagedTensorsError("a tensor has no storage or no size")
    sides, steps = list(map(_count, size)), list(map(_count, stride))
    if math.prod(sides):
        last = _count(offset) + sum((n - 1) * step for n, step in zip(sides, steps, strict=True))
        if last >= storage.items or math.prod(sides) > storage.items:
            raise RefusedTensorsError("a tensor of more numbers than the file has for it")
    return _Tensor()


def _parameter(tensor: Any, *_: object) -> _Tensor:
    if not isinstance(tensor, _Tensor):
        raise DamagedTensorsError("a parameter is no tensor")
    return tensor


def _ordered(pairs: Any = ()) -> OrderedDict[Any, Any]:
    """Python 2 gives the pairs as an argument, Python 3 sets them one by one."""
    return OrderedDict((_plain(key), value) for key, value in pairs)


def _counter(counts: Any = None) -> Counter[Any]:
    if counts is not None and not isinstance(counts, dict):
        raise RefusedTensorsError("a count of something")
    return Counter(counts)


def _set(members: Any = ()) -> set[Any]:
    return set(map(_plain, members))


def _size(sides: Any = ()) -> tuple[int, ...]:
    return tuple(map(_count, sides))


def _encoded(text: Any, encoding: Any) -> bytes:
    """How Python 3 writes bytes for Python 2; other encodings can take very long."""
    if not isinstance(text, str) or encoding not in ("latin1", "latin-1"):
        raise RefusedTensorsError("text in an unusual encoding")
    return text.encode("latin1")


def _values(*args: Any) -> _Made:
    for value in args:
        _plain(value)
    return _Made()


def _plain(value: Any) -> Any:
    """Return a plain value, which is quick to hash."""
    if not isinstance(value, _PLAIN):
        raise RefusedTensorsError(f"a {type(value).__name__} where plain values are expected")
    return value


_STAND_INS = {
    "torch._utils._rebuild_tensor": _StandIn(_rebuilt),
    "torch._utils._rebuild_tensor_v2": _StandIn(_rebuilt),
    "torch._utils._rebuild_tensor_v3": _StandIn(_rebuilt),
    "torch._utils._rebuild_parameter": _StandIn(_parameter),
    "torch.Size": _StandIn(_size),
    "torch.device": _StandIn(_values),
    "collections.OrderedDict": _StandIn(_ordered),
    "collections.Counter": _StandIn(_counter),
    "builtins.set": _StandIn(_set),
    "builtins.complex": _StandIn(_values),
    "_codecs.encode": _StandIn(_encoded),
}
