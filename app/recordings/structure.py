"""Checks what an untrusted file holds before it is read as a recording; runs as a process of its own.

HDF5 can crash, take any amount of memory or never end on a damaged file, and a file can have it read others.
:mod:`app.recordings.inspection` starts ``python -m app.recordings.structure`` and hands over one path a line,
with how much of the processor's time looking at it may take.
"""

# H5py's types do not tell tables from groups.
# pyright: reportAttributeAccessIssue=false, reportIndexIssue=false, reportArgumentType=false, reportCallIssue=false

from __future__ import annotations

import contextlib
import errno
import json
import math
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from app.recordings.hdf5_errors import DAMAGE, plain_reason
from app.recordings.schema import (
    DROP_COLUMNS,
    FORMAT,
    FRAME_COLUMNS,
    VIDEO_COLUMN,
    Columns,
    person_columns,
)
from models.helper_process import READY, end_with_parent, limit_memory, limit_time

MEMORY_BYTES = 1 << 30  # the process takes 0.2 GB of addresses before it reads anything

_GROUPS = ("frames", "people", "drops")
_FILTERS = {h5py.h5z.FILTER_DEFLATE, h5py.h5z.FILTER_SHUFFLE, h5py.h5z.FILTER_FLETCHER32}
_MOST_DEFLATED = 1032  # times: the best that deflate can do, https://zlib.net/zlib_tech.html
_SLACK_BYTES = 1 << 20  # rows that a failing disk did not take
_LARGEST_CHUNK = 1 << 24  # bytes, read at once; a mesh of the largest model takes 0.1 MB
_SIGNATURE = b"\x89HDF\r\n\x1a\n"
_START_BYTES = 4096  # the root group's tables lie in the first kilobyte of a recording
_MOST_TRIANGLES = 1 << 20
_MOST_JOINTS = 1 << 12
_BLOCK = 1 << 12  # rows read at a time


class _UnsoundError(Exception):
    """The file holds what a recording does not; the message completes "FILE is damaged: ..."."""


def check(path: Path) -> tuple[str, str]:
    """Read all of a recording but its meshes.

    Returns
    -------
    ``sound``, ``in progress``, ``foreign`` (no recording), ``unreadable`` (not opened by HDF5) or
    ``damaged``, and of the last two why, in words.
    """
    try:
        with h5py.File(path, "r") as file:
            _check_attributes(file, path.stat().st_size)
            if file.attrs.get("format") != FORMAT:
                return "foreign", ""
            _check_tables(file, path.stat().st_size)
    except _UnsoundError as error:
        return "damaged", str(error)
    except MemoryError:
        return "damaged", "it asks for more memory than a recording needs"
    except OSError as error:
        if error.errno == errno.EAGAIN:  # another program holds the lock
            return "in progress", ""
        if error.errno is None and not _has_marks_of_hdf5(path):
            return "foreign", ""
        return "unreadable", plain_reason(error)
    except DAMAGE:
        return "damaged", "its table of contents is lost"
    return "sound", ""


def _has_marks_of_hdf5(path: Path) -> bool:
    """Tell whether a file was HDF5: by its signature, or where that is damaged by the root group's tables."""
    with path.open("rb") as file:
        start = file.read(_START_BYTES)
    return start.startswith(_SIGNATURE) or (b"TREE" in start and b"HEAP" in start)


def _check_attributes(file: h5py.File, size: int) -> None:
    for name in file.attrs:
        try:
            value = file.attrs[name]
        except (OSError, *DAMAGE):
            raise _UnsoundError(f"its attribute {name!r} cannot be read") from None
        texts = value.tolist() if isinstance(value, np.ndarray) and value.ndim == 1 else [value]
        if not all(isinstance(text, str | np.integer) for text in texts):
            raise _UnsoundError(f"its attribute {name!r} is neither text nor a number")
        if sum(len(str(text)) for text in texts) > size:
            raise _UnsoundError(f"its attribute {name!r} is longer than the file")


def _check_tables(file: h5py.File, size: int) -> None:
    _check_links(file)
    for name in file:
        if name == "faces":
            _check_table(file, name, ((3,), "i4"), size)
            if len(file[name]) > _MOST_TRIANGLES:
                raise _UnsoundError(f"it claims {len(file[name])} triangles")
        elif name not in _GROUPS:
            raise _UnsoundError(f"a recording has no {name!r}")
        elif not isinstance(file.get(name), h5py.Group):
            raise _UnsoundError(f"its group {name!r} cannot be opened")
    for group in _GROUPS:
        if group in file:
            _check_group(file[group], size)


def _check_group(group: h5py.Group, size: int) -> None:
    _check_links(group)
    name = str(group.name).strip("/")
    known: Columns = DROP_COLUMNS if name == "drops" else FRAME_COLUMNS | VIDEO_COLUMN
    if name == "people":
        joints = group["joints"].shape[1] if "joints" in group else 0
        if joints > _MOST_JOINTS:
            raise _UnsoundError(f"it claims {joints} joints")
        known = person_columns(joints)
        if "vertices" in group:
            known |= {"vertices": ((*group["vertices"].shape[1:2], 3), "u2")}
    for column in group:
        if name != "people" and column not in known:
            raise _UnsoundError(f"a recording has no '{name}/{column}'")
        _check_table(group, column, known.get(column, (None, "f4")), size)
        if column != "vertices":
            _read(group[column])
        else:
            group[column].id.get_num_chunks()  # walks through the index


def _check_links(group: h5py.Group) -> None:
    for name in group:
        kind = group.get(name, getlink=True)
        if not isinstance(kind, h5py.HardLink):
            raise _UnsoundError(f"{name!r} leads out of the recording")


def _check_table(group: h5py.Group, name: str, column: tuple[Any, Any], size: int) -> None:
    """Check a table's type, row (any where ``column`` has None), storage and size before it is read."""
    try:
        table = group[name]
        properties = table.id.get_create_plist()
        is_local = properties.get_layout() != h5py.h5d.VIRTUAL and not properties.get_external_count()
        filters = {properties.get_filter(i)[0] for i in range(properties.get_nfilters())}
        shape, dtype, chunks = table.shape, table.dtype, table.chunks
    except DAMAGE:
        raise _UnsoundError(f"its table {name!r} cannot be opened") from None
    if not is_local:
        raise _UnsoundError(f"its table {name!r} is kept in other files")
    row, kind = column
    if dtype != np.dtype(kind) or not shape or (row is not None and shape[1:] != row):
        raise _UnsoundError(f"its table {name!r} has rows of {shape[1:]} {dtype}")
    if not filters <= _FILTERS:
        raise _UnsoundError(f"its table {name!r} is packed in an unknown way")
    packed = _MOST_DEFLATED if h5py.h5z.FILTER_DEFLATE in filters else 1
    if math.prod(shape) * dtype.itemsize > packed * size + _SLACK_BYTES:
        raise _UnsoundError(f"its table {name!r} claims more than the file can hold")
    if math.prod(chunks or shape[1:]) * dtype.itemsize > _LARGEST_CHUNK:
        raise _UnsoundError(f"its table {name!r} claims rows larger than a recording has")


def _read(table: h5py.Dataset) -> None:
    """Read a table by parts; parts that fail are for who reads the recording, who can be told by HDF5."""
    for begin in range(0, len(table), _BLOCK):
        with contextlib.suppress(OSError, RuntimeError):
            table[begin : begin + _BLOCK]


def main() -> None:
    """Answer each line, a path and seconds in JSON, with a line: what :func:`check` says of it."""
    limit_memory(MEMORY_BYTES)
    questions = end_with_parent()
    print(READY, flush=True)
    while True:
        path, seconds = json.loads(questions.get())
        limit_time(seconds)
        print(json.dumps(check(Path(path))), flush=True)


if __name__ == "__main__":
    main()
