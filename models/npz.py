"""NumPy's files of others: no array is read before its header fits the file and a budget of memory."""

from __future__ import annotations

import lzma
import math
import os
import tokenize
import zipfile
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    ReadObjects = Callable[[bytes, str], np.ndarray]

LARGEST_BYTES = 1 << 30  # of all that is read of a file; SMPL-X, the largest published body, takes 0.3 GB
MOST_DIMENSIONS = 32

# What Python raises on bytes that are no archive or cannot be unpacked.
_ARCHIVE_ERRORS = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, KeyError),
    *(NotImplementedError, RuntimeError, OverflowError, IndexError),
)
# And on headers, which are Python's source: a parser reads them.
_HEADER_ERRORS = (
    *(ValueError, TypeError, EOFError, SyntaxError, tokenize.TokenError, OverflowError),
    *(RecursionError, MemoryError, KeyError, IndexError, AttributeError),
)


class DamagedArrayError(ValueError):
    """A file holds no arrays, or larger ones than it may; the message is the reason in a few words."""


class MissingArrayError(DamagedArrayError):
    """A file holds arrays, but not the ones asked for; the message says which it lacks and has."""


def read_npz(
    file: IO[bytes],
    names: Iterable[str] | None = None,
    *,
    largest: int | None = LARGEST_BYTES,
    read_objects: ReadObjects | None = None,
) -> dict[str, np.ndarray]:
    """Read the arrays ``names`` (default all) of an ``.npz`` file and touch no other.

    Parameters
    ----------
    largest : bytes of all that is read, unpacked; None for files of one's own.
    read_objects : makes an array of objects of its values' bytes and its name; without it such arrays are
        refused.

    Raises
    ------
    DamagedArrayError : the file is damaged, something else, too large, or lacks one of the arrays.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            members = {Path(one.filename).stem: one for one in archive.infolist()}
            wanted = list(members if names is None else names)
            if missing := [name for name in wanted if name not in members]:
                has = ", ".join(list(members)[:20])
                raise MissingArrayError(f"lacks {', '.join(missing)}; it has {has[:300]}")
            _require_size(sum(members[name].file_size for name in wanted), largest)
            arrays = {}
            for name in wanted:
                with archive.open(members[name]) as stream:
                    arrays[name] = _read_array(stream, members[name].file_size, name, read_objects)
            return arrays
    except DamagedArrayError:
        raise
    except _ARCHIVE_ERRORS as error:
        raise DamagedArrayError(" ".join(str(error).split())[:100] or type(error).__name__) from error


def read_npy(
    file: IO[bytes], *, largest: int = LARGEST_BYTES, read_objects: ReadObjects | None = None
) -> np.ndarray:
    """Read the one array of an ``.npy`` file, which can be sought; see :func:`read_npz`.

    Raises
    ------
    DamagedArrayError : the file is damaged, something else or too large.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    _require_size(size, largest)
    return _read_array(file, size, "", read_objects)


def _require_size(size: int, largest: int | None) -> None:
    if largest is not None and size > largest:
        raise DamagedArrayError(f"it would take {size / 1e9:.1f} GB of memory")


def _read_array(file: IO[bytes], size: int, name: str, read_objects: ReadObjects | None) -> np.ndarray:
    """Read an array in NumPy's format that takes ``size`` bytes, header and all."""
    shape, is_fortran, dtype = _read_header(file)
    left = size - file.tell()
    if dtype.hasobject:
        if read_objects is None:
            raise DamagedArrayError("it holds objects")
        return read_objects(file.read(left), name)
    if math.prod(shape) * dtype.itemsize != left:
        raise DamagedArrayError("an array is longer or shorter than its header says")
    content = file.read(left)
    if len(content) != left:
        raise DamagedArrayError("it is cut off")
    array = np.frombuffer(bytearray(content), dtype) if left else np.zeros(math.prod(shape), dtype)
    return array.reshape(shape[::-1]).transpose() if is_fortran else array.reshape(shape)


def _read_header(file: IO[bytes]) -> tuple[tuple[int, ...], bool, np.dtype]:
    """Read the shape, the order and the type of an array, up to where its values begin."""
    try:
        version = np.lib.format.read_magic(file)
        if version == (1, 0):
            shape, is_fortran, dtype = np.lib.format.read_array_header_1_0(file)
        else:
            shape, is_fortran, dtype = np.lib.format.read_array_header_2_0(file)
    except _HEADER_ERRORS:
        raise DamagedArrayError("an array's header is damaged") from None
    if len(shape) > MOST_DIMENSIONS or any(side < 0 for side in shape) or math.prod(shape) >= 1 << 60:
        raise DamagedArrayError("an array's header is damaged")
    return shape, is_fortran, dtype
