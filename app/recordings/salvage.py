"""Reads what is sound of a damaged recording: its values by row, and meshes that its index has lost."""

# H5py's types do not tell tables from groups, and what is damaged is looked at by name.
# pyright: reportAttributeAccessIssue=false, reportIndexIssue=false, reportArgumentType=false, reportOptionalSubscript=false

from __future__ import annotations

import contextlib
import io
import math
import mmap
import os
import re
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

import h5py
import numpy as np

from app.recordings.hdf5_errors import DAMAGE
from app.recordings.schema import FORMAT, Columns, RecordingError, row_checksum

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_SUPERBLOCK_BYTES = 96  # version 0, with the root group's entry
_END_OF_FILE = slice(40, 48)  # HDF5 File Format Specification 3.0, section II.A
_COMPRESSION_FILTER = 1  # after shuffling, which is filter 0
_LARGEST = 1e6  # no coordinate, pixel or second of a recording is larger; a flipped exponent is
_MOST_MISSING = 100  # meshes in a row: how far a mesh without an index is looked for


class _WithStart(io.RawIOBase):
    """A file that is read with another beginning than it has."""

    def __init__(self, file: BinaryIO, start: bytes) -> None:
        self._file, self._start = file, start

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, buffer: Any) -> int:
        position = self._file.tell()
        content = self._file.read(len(buffer))
        start = self._start[position : position + len(content)]
        buffer[: len(content)] = start + content[len(start) :]
        return len(content)


@contextlib.contextmanager
def open_damaged(path: Path, with_facts: bool = True) -> Generator[h5py.File]:
    """Open a recording, if need be with a rebuilt superblock.

    The superblock of every recording is the same but for the length of the file. A wrong length is also all
    that keeps HDF5 from opening a truncated file. Whose file it is, its tables tell before its facts.
    """
    with contextlib.ExitStack() as stack:
        try:
            file = stack.enter_context(h5py.File(path, "r"))
        except OSError:
            content = stack.enter_context(path.open("rb"))
            length = path.stat().st_size
            try:
                patched = io.BufferedReader(_WithStart(content, _superblock(length)))
                file = stack.enter_context(h5py.File(patched, "r"))
            except DAMAGE:
                raise RecordingError(
                    f"{path.name} is no recording, or its beginning is damaged beyond repair."
                ) from None
        try:
            vertices = local(file, "people/vertices")
            sound = vertices.shape[2:] == (3,) and vertices.dtype == np.uint16 and vertices.chunks[0] == 1
        except DAMAGE:
            sound = False
        mark = FORMAT
        with contextlib.suppress(*DAMAGE):
            mark = file.attrs.get("format", FORMAT) if sound and with_facts else FORMAT
        if mark != FORMAT:
            raise RecordingError(f"{path.name} is an HDF5 file but not a recording of this program.")
        if not sound:
            raise RecordingError(f"{path.name} is no recording, or its table of contents is lost.")
        yield file


def local(file: h5py.File, name: str) -> Any:
    """Return a table or group that lies in the file itself.

    Raises
    ------
    KeyError : it is not there, or leads out: HDF5 would read other files into a repaired recording.
    """
    found: Any = file
    for part in name.split("/"):
        if not isinstance(found.get(part, getlink=True), h5py.HardLink):
            raise KeyError(f"{name} is not in the file itself")
        found = found[part]
    if isinstance(found, h5py.Dataset):
        properties = found.id.get_create_plist()
        if properties.get_layout() == h5py.h5d.VIRTUAL or properties.get_external_count():
            raise KeyError(f"{name} is kept in other files")
    return found


def _superblock(length: int) -> bytes:
    """Return the first bytes of a recording of ``length`` bytes."""
    memory = io.BytesIO()
    with h5py.File(memory, "w"):
        pass
    start = bytearray(memory.getvalue()[:_SUPERBLOCK_BYTES])
    start[_END_OF_FILE] = length.to_bytes(8, "little")
    return bytes(start)


@dataclass(eq=False)
class Column:
    """The values of one table of the damaged file, and which rows of them are sound."""

    values: np.ndarray
    sound: np.ndarray

    def rows(self, rows: np.ndarray, empty: int) -> tuple[np.ndarray, np.ndarray]:
        """Return the (N, ...) values of rows, and (N,) which are lost: NaN, or of whole numbers ``empty``."""
        there = rows < len(self.values)
        values = np.zeros((len(rows), *self.values.shape[1:]), self.values.dtype)
        values[there] = self.values[rows[there]]
        lost = ~there
        lost[there] = ~self.sound[rows[there]]
        values[lost] = np.nan if values.dtype.kind == "f" else empty
        return values, lost


def read_columns(path: Path, damaged: h5py.File, group: str, known: Columns) -> dict[str, Column]:
    """Read the tables of a group but the vertices; known ones that cannot be opened count as damaged.

    Only people have others, the model's further outputs. ``path`` leads to the same file.
    """
    names = dict.fromkeys(known)
    if group == "people":
        with contextlib.suppress(*DAMAGE):
            names |= dict.fromkeys(local(damaged, group))
    columns = {}
    for name in names:
        shape, dtype = known.get(name, (None, np.dtype("f4")))
        with contextlib.suppress(*DAMAGE):
            table = local(damaged, f"{group}/{name}")
            if name != "vertices" and table.dtype == dtype and shape in (None, table.shape[1:]):
                columns[name] = _read_column(path, table)
    rows = max((len(column.sound) for column in columns.values()), default=0)
    for name, (shape, dtype) in known.items():
        if name not in columns:
            columns[name] = Column(np.zeros((rows, *shape), dtype), np.zeros(rows, bool))
    return columns


def _read_column(path: Path, table: h5py.Dataset) -> Column:
    """Read a table; where that fails, the parts of it that can be read."""
    rows, chunk = len(table), table.chunks[0]
    if rows * table.dtype.itemsize > 1 << 32:
        raise ValueError("the length of the table is damaged")
    values, sound = np.zeros(table.shape, table.dtype), np.zeros(rows, bool)
    for begin in range(0, rows, chunk):
        part = slice(begin, begin + chunk)
        with contextlib.suppress(*DAMAGE):
            place = table.id.get_chunk_info_by_coord((begin, *[0] * (table.ndim - 1)))
            if place.byte_offset is None:
                continue  # it would be read as zeros
            is_packed = table.id.get_create_plist().get_nfilters()
            values[part] = table[part] if is_packed else _raw_chunk(path, table, place)[: rows - begin]
            sound[part] = True
    if values.dtype.kind == "f":
        flat = values.reshape(rows, -1)
        with np.errstate(invalid="ignore"):
            sound &= (np.abs(flat) < _LARGEST).all(axis=1)
    return Column(values, sound)


def _raw_chunk(path: Path, table: h5py.Dataset, place: Any) -> np.ndarray:
    """Read a chunk that is stored as it is where it lies, whether or not HDF5 finds it there.

    Of an index that was written in part HDF5 finds nothing, though all but its last entry is right.
    """
    if place.byte_offset < _SUPERBLOCK_BYTES:
        raise ValueError("the address of the chunk is damaged")
    with path.open("rb") as file:
        file.seek(place.byte_offset)
        content = file.read(place.size)
    return np.frombuffer(content, table.dtype).reshape(table.chunks)


def all_sound(columns: dict[str, Column], names: tuple[str, ...], rows: int) -> np.ndarray:
    """Return (rows,) where all the named columns are sound."""
    sound = np.ones(rows, bool)
    for name in names:
        length = len(columns[name].sound)
        sound[length:] = False
        sound[:length] &= columns[name].sound
    if "vertices_step" in columns:
        steps = columns["vertices_step"].values
        sound[: len(steps)] &= (steps > 0) & (steps < 1)  # 0: the row was never written
    return sound


def agrees(columns: dict[str, Column], row: int, **further: np.ndarray) -> bool:
    """Tell whether a row is what its checksum says; a row of which something is lost already cannot tell."""
    if not _is_whole(columns, row):
        return True
    values = {name: column.values[row] for name, column in columns.items() if name != "checksum"}
    return row_checksum(values | further) == columns["checksum"].values[row]


def _is_whole(columns: dict[str, Column], row: int) -> bool:
    """Tell whether nothing of a row is lost."""
    return all(row < len(column.sound) and column.sound[row] for column in columns.values())


def fill_clock(frames: dict[str, Column]) -> None:
    """Fill lost times from the source's clock, which runs alike."""
    if "source_time_s" not in frames:
        return
    own, other = frames["time_s"], frames["source_time_s"]
    rows = min(len(own.sound), len(other.sound))
    both = own.sound[:rows] & other.sound[:rows]
    lost = ~own.sound[:rows] & other.sound[:rows]
    if both.any() and lost.any():
        apart = np.median(own.values[:rows][both] - other.values[:rows][both])
        own.values[:rows][lost] = other.values[:rows][lost] + apart
        own.sound[:rows] |= lost


class MeshTable:
    """The table of meshes, with those that its index has lost.

    Parameters
    ----------
    path, table : the damaged file, and the table in it.
    people : the other values of the rows.
    """

    def __init__(self, path: Path, table: h5py.Dataset, people: dict[str, Column]) -> None:
        self.table = table
        self._path, self._people = path, people
        self._found: dict[int, tuple[int, int, int]] | None = None
        self._streams: list[tuple[int, int]] | None = None
        self._missing = 0  # of the streams before the row that was found last

    def read(self, row: int) -> np.ndarray | None:
        """Read one mesh; None if it is damaged."""
        with contextlib.suppress(*DAMAGE):
            if _is_mesh(mesh := self.table[row]):
                return mesh
        if self._found is None:
            self._found = _scattered_chunks(self._path, self.table.ndim)
        if row in self._found:
            with contextlib.suppress(*DAMAGE):
                if _is_mesh(mesh := self._decoded(*self._found[row])):
                    return mesh
        return self._without_index(row)

    def _without_index(self, row: int) -> np.ndarray | None:
        """Look for a mesh among everything in the file that could be one: its row's checksum decides."""
        if self._streams is None:
            size = self.table.dtype.itemsize * math.prod(self.table.chunks or ())
            self._streams = _zlib_streams(self._path, size)
        if not _is_whole(self._people, row):
            return None
        expected = row - self._missing  # they are in the order of the rows; some are damaged
        for index in range(min(expected, len(self._streams) - 1), max(expected - _MOST_MISSING, -1), -1):
            with contextlib.suppress(*DAMAGE):
                if agrees(self._people, row, vertices=(mesh := self._decoded(*self._streams[index], 0))):
                    self._missing = row - index
                    return mesh
        return None

    def _decoded(self, address: int, size: int, mask: int) -> np.ndarray:
        """Let HDF5 undo the filters of a chunk, by putting it into a table of the same kind."""
        with self._path.open("rb") as file:
            file.seek(address)
            content = file.read(size)
        with h5py.File(io.BytesIO(), "w") as memory:
            compressed = not mask & 1 << _COMPRESSION_FILTER  # it is where it shrinks the chunk
            table = table_like(memory, "vertices", self.table, compressed)
            table.resize(1, axis=0)
            table.id.write_direct_chunk((0, 0, 0), content)
            return table[0]


def _is_mesh(mesh: np.ndarray) -> bool:
    # The origin is each axis's smallest coordinate, so 0 occurs; a mesh of zeros was never written.
    return bool(mesh.any() and not mesh.min(axis=0).any())


def _scattered_chunks(path: Path, rank: int) -> dict[int, tuple[int, int, int]]:
    """Look through the whole file for leaves of chunk indices, whatever leads to them.

    Returns
    -------
    For each row (address, bytes, filter mask) of the chunk that begins there, in tables of this rank. Leaves
    of other tables give entries too, which are no meshes when read.

    Notes
    -----
    Version 1 B-trees, HDF5 File Format Specification 3.0, section III.A.1.
    """
    found = {}
    key = struct.Struct(f"<II{rank + 1}QQ")  # bytes, mask, position in the table, address
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        offset = content.find(b"TREE")
        while offset >= 0:
            if content[offset + 4 : offset + 6] == b"\1\0":  # of chunks; a leaf
                entries = int.from_bytes(content[offset + 6 : offset + 8], "little")
                at = offset + 24
                for _ in range(entries):
                    if at + key.size > len(content):
                        break
                    size, mask, row, *others, address = key.unpack_from(content, at)
                    if not any(others) and 0 < address < address + size <= len(content):
                        found[row] = (address, size, mask)
                    at += key.size
            offset = content.find(b"TREE", offset + 4)
    return found


def _zlib_streams(path: Path, size: int) -> list[tuple[int, int]]:
    """Return address and bytes of everything in a file that inflates to so many bytes, as gzip chunks do.

    The index of a table is moved towards the end of the file as it grows; where the end is cut off, the
    chunks before it are all there and nothing leads to them.
    """
    found, end = [], 0
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", content):  # RFC 1950, section 2.2
            if start.start() < end:
                continue  # within the one before
            inflater = zlib.decompressobj()
            part = content[start.start() : start.start() + 2 * size]
            with contextlib.suppress(zlib.error):
                if len(inflater.decompress(part, size + 1)) == size and inflater.eof:
                    end = start.start() + len(part) - len(inflater.unused_data)
                    found.append((start.start(), end - start.start()))
    return found


def table_like(group: h5py.Group, name: str, table: h5py.Dataset, compressed: bool = True) -> h5py.Dataset:
    """Make an empty table as another is."""
    return group.create_dataset(
        name,
        (0, *table.shape[1:]),
        table.dtype,
        maxshape=(None, *table.shape[1:]),
        chunks=table.chunks,
        compression=table.compression if compressed else None,
        shuffle=table.shuffle,
        fletcher32=table.fletcher32,
    )
