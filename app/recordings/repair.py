"""Makes a damaged recording readable as far as it is sound, as a new file beside the damaged one."""

# H5py's types do not tell tables from groups, and what is damaged is looked at by name.
# pyright: reportAttributeAccessIssue=false, reportIndexIssue=false, reportArgumentType=false, reportOptionalSubscript=false

from __future__ import annotations

import contextlib
import errno
import io
import math
import mmap
import os
import re
import shutil
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

import h5py
import numpy as np

from app.recordings.file import (
    FORMAT,
    FRAME_COLUMNS,
    NO_PICTURE,
    VIDEO_COLUMN,
    Columns,
    RecordingError,
    RecordingInfo,
    person_columns,
    row_checksum,
    systems_reason,
    video_beside,
    write_to_nowhere,
)
from app.text import counted
from models.inference.store import installed_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# What the HDF5 library raises when it runs into damage.
_DAMAGE = (OSError, RuntimeError, KeyError, ValueError, TypeError, AttributeError, MemoryError)

_SUPERBLOCK_BYTES = 96  # version 0, with the root group's entry
_END_OF_FILE = slice(40, 48)  # HDF5 File Format Specification 3.0, section II.A

# Without these a row is of no use; other values are left empty where they are lost.
_NEEDED_OF_FRAME = ("time_s",)
_NEEDED_OF_PERSON = ("frame", "id", "vertices_origin", "vertices_step", "translation")
_MADE_AFRESH = ("frame", "people", "checksum")
_COMPRESSION_FILTER = 1  # after shuffling, which is filter 0
_LARGEST = 1e6  # no coordinate, pixel or second of a recording is larger; a flipped exponent is
_BLOCK = 64  # rows copied at a time
_MOST_MISSING = 100  # meshes in a row: how far a mesh without an index is looked for

_UNKNOWN: dict[str, Any] = {"width": 0, "height": 0, "settings": "{}", "format": FORMAT, "video": ""}


@dataclass(frozen=True, slots=True)
class RepairReport:
    """What was saved.

    Attributes
    ----------
    path : the new file.
    frames, frames_lost : frames saved, and not.
    people, people_lost : meshes of people saved, and not.
    partly : names of values that are empty in some rows because they were lost.
    """

    path: Path
    frames: int
    frames_lost: int
    people: int
    people_lost: int
    partly: tuple[str, ...]

    def sentence(self) -> str:
        """Say it to people."""
        lost = (
            f"{counted(self.frames_lost, 'frame')} and "
            f"{counted(self.people_lost, 'mesh', 'meshes')} were damaged"
            if self.frames_lost or self.people_lost
            else "none was lost"
        )
        partly = f"; partly lost: {', '.join(self.partly)}" if self.partly else ""
        return (
            f"{counted(self.frames, 'frame')} with {counted(self.people, 'mesh', 'meshes')} "
            f"were saved in {self.path.name}; {lost}{partly}."
        )


def repaired_path(path: Path) -> Path:
    """Return where the repaired file goes if nothing else is asked for."""
    return path.with_name(f"{path.stem}.repaired.h5")


def repair(
    path: Path, output: Path | None = None, progress: Callable[[int, int], None] | None = None
) -> RepairReport:
    """Copy what is sound of a recording into a new file; the original is only read.

    Parameters
    ----------
    path : of the recording.
    output : the new file; ``NAME.repaired.h5`` beside the original if None.
    progress : called with (meshes looked at, meshes).

    Raises
    ------
    RecordingError : nothing can be saved, or the new file exists already or cannot be written.
    """
    if not path.is_file():
        raise RecordingError(f"There is no recording {path}; give the path of an .h5 file.")
    output = output or repaired_path(path)
    if not path.stat().st_size:
        raise RecordingError(f"{path.name} is empty, so there is nothing to save.")
    with _opened(path) as damaged:
        try:
            output.open("xb").close()
        except FileExistsError:
            raise RecordingError(
                f"{output} exists already and is left as it is; name another file with -o."
            ) from None
        try:
            if shutil.disk_usage(output.parent).free < path.stat().st_size:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            with h5py.File(output, "w") as new:
                try:
                    report = _copy(damaged, new, path, output, progress)
                except BaseException:  # also of who stops it
                    write_to_nowhere(int(new.id.get_vfd_handle()))
                    with contextlib.suppress(OSError, RuntimeError):
                        new.close()
                    raise
            if not report.frames:
                raise RecordingError(f"No frame of {path.name} is sound, so nothing was saved.")
        except BaseException as error:
            output.unlink(missing_ok=True)
            if isinstance(error, OSError | RuntimeError) and (reason := systems_reason(error)):
                raise RecordingError(
                    f"{output.name} could not be written ({reason.lower()}); make space, or name another "
                    "place with -o."
                ) from error
            raise
    return report


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
        place = self._file.tell()
        content = self._file.read(len(buffer))
        start = self._start[place : place + len(content)]
        buffer[: len(content)] = start + content[len(start) :]
        return len(content)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[h5py.File]:
    """Open a recording, if need be with a rebuilt superblock.

    The superblock of every recording is the same but for the length of the file. A wrong length is also all
    that keeps HDF5 from opening a truncated file.
    """
    with contextlib.ExitStack() as stack:
        try:
            file = stack.enter_context(h5py.File(path, "r"))
        except OSError:
            content = stack.enter_context(open(path, "rb"))
            length = path.stat().st_size
            try:
                patched = io.BufferedReader(_WithStart(content, _superblock(length)))
                file = stack.enter_context(h5py.File(patched, "r"))
            except _DAMAGE:
                raise RecordingError(
                    f"{path.name} is no recording, or its beginning is damaged beyond repair."
                ) from None
        try:
            mark = file.attrs.get("format", FORMAT)
            vertices = file["people/vertices"]
            sound = vertices.shape[2:] == (3,) and vertices.dtype == np.uint16 and vertices.chunks[0] == 1
        except _DAMAGE:
            mark, sound = FORMAT, False
        if mark != FORMAT:
            raise RecordingError(f"{path.name} is an HDF5 file but not a recording of this program.")
        if not sound:
            raise RecordingError(f"{path.name} is no recording, or its table of contents is lost.")
        yield file


def _superblock(length: int) -> bytes:
    """Return the first bytes of a recording of ``length`` bytes."""
    memory = io.BytesIO()
    with h5py.File(memory, "w"):
        pass
    start = bytearray(memory.getvalue()[:_SUPERBLOCK_BYTES])
    start[_END_OF_FILE] = length.to_bytes(8, "little")
    return bytes(start)


@dataclass(eq=False)
class _Column:
    """The values of one table of the damaged file, and which rows of them are sound."""

    values: np.ndarray
    sound: np.ndarray


def _copy(
    damaged: h5py.File,
    new: h5py.File,
    path: Path,
    output: Path,
    progress: Callable[[int, int], None] | None,
) -> RepairReport:
    joints = _copy_facts(damaged, new)
    if video := video_beside(path, str(new.attrs["video"])):
        new.attrs["video"] = video.name  # it may have been renamed with the recording
    frames = _columns(damaged, "frames", FRAME_COLUMNS | (VIDEO_COLUMN if new.attrs["video"] else {}))
    people = _columns(damaged, "people", person_columns(joints))
    total = max(len(column.sound) for column in frames.values())
    agreeing = np.array([_agrees(frames, row) for row in range(total)], bool)
    _mend_clock(frames)
    frame_sound = agreeing & _all_sound(frames, _NEEDED_OF_FRAME, total)
    new_frame = np.cumsum(frame_sound) - 1

    vertices = _Meshes(path, damaged["people/vertices"], people)
    told = int(np.maximum(frames["people"].values, 0)[frames["people"].sound].sum())
    rows = max(len(column.sound) for column in people.values())
    sound = _all_sound(people, _NEEDED_OF_PERSON, rows)
    frame_of = people["frame"].values
    within = sound[: len(frame_of)] & (frame_of >= 0) & (frame_of < total)
    candidates = np.flatnonzero(within)
    candidates = candidates[frame_sound[frame_of[candidates]] & (candidates < len(vertices.table))]
    candidates = candidates[np.argsort(frame_of[candidates], kind="stable")]

    group = new.create_group("people")
    tables = {name: _table(group, name, column) for name, column in people.items()}
    tables["vertices"] = _like(group, "vertices", vertices.table)
    counts = np.zeros(total, np.int64)
    partly: set[str] = set()
    for begin in range(0, len(candidates), _BLOCK):
        block = candidates[begin : begin + _BLOCK]
        meshes_of = {row: mesh for row in block.tolist() if (mesh := vertices.read(row)) is not None}
        kept = np.array([row for row in meshes_of if _agrees(people, row, vertices=meshes_of[row])], np.int64)
        values = {name: _filled(column, kept, name, partly) for name, column in people.items()}
        values["frame"] = new_frame[frame_of[kept]]
        values["vertices"] = np.array([meshes_of[row] for row in kept])
        _append_checked(tables, values)
        np.add.at(counts, frame_of[kept], 1)
        if progress:
            progress(begin + len(block), len(candidates))

    group = new.create_group("frames")
    kept = np.flatnonzero(frame_sound)
    values = {name: _filled(column, kept, name, partly) for name, column in frames.items()}
    values["people"] = counts[kept]
    _append_checked({name: _table(group, name, column) for name, column in frames.items()}, values)
    _copy_drops(damaged, new)
    new.flush()  # while the tables are open: closing one cannot report an error
    people_kept = int(counts.sum())
    return RepairReport(
        output,
        len(kept),
        total - len(kept),
        people_kept,
        max(told, len(candidates)) - people_kept,
        tuple(sorted(partly)),
    )


def _copy_facts(damaged: h5py.File, new: h5py.File) -> int:
    """Copy the attributes and faces; facts that are lost become unknown. Returns the number of joints."""
    joints = 0
    with contextlib.suppress(*_DAMAGE):
        joints = len(damaged.attrs["joint_names"])
    with contextlib.suppress(*_DAMAGE):
        joints = damaged["people/joints"].shape[1]
    for name in ("format", *RecordingInfo.__dataclass_fields__):
        try:
            new.attrs[name] = damaged.attrs[name]
        except _DAMAGE:
            unknown = _UNKNOWN | {"joint_names": [f"joint {i}" for i in range(joints)]}
            new.attrs[name] = unknown.get(name, "unknown")
    try:
        faces = damaged["faces"][()]
    except _DAMAGE:
        template = installed_template(str(new.attrs["template_sha256"]))
        if template is None:
            raise RecordingError(
                "The recording's triangles are lost, so its meshes cannot be saved; "
                "import its model again and repeat the repair."
            ) from None
        faces = template.faces[0].astype(np.int32)
    new.create_dataset("faces", data=faces, compression="gzip")
    return joints


def _copy_drops(damaged: h5py.File, new: h5py.File) -> None:
    columns: dict[str, Any] = {"time_s": [], "count": [], "cause": []}
    with contextlib.suppress(*_DAMAGE):
        columns = {name: damaged["drops"][name][()] for name in columns}
    group = new.create_group("drops")
    kinds = {"time_s": "f8", "count": "i8", "cause": h5py.string_dtype()}
    for name, values in columns.items():
        group.create_dataset(name, data=values, dtype=kinds[name])


def _columns(damaged: h5py.File, group: str, known: Columns) -> dict[str, _Column]:
    """Read the tables of a group but the vertices; known ones that cannot be opened count as damaged."""
    names = dict.fromkeys(known)
    with contextlib.suppress(*_DAMAGE):
        names |= dict.fromkeys(damaged[group])
    columns = {}
    for name in names:
        shape, dtype = known.get(name, (None, None))
        with contextlib.suppress(*_DAMAGE):
            table = damaged[group][name]
            if name != "vertices" and (shape is None or (table.shape[1:], table.dtype) == (shape, dtype)):
                columns[name] = _read(table)
    rows = max((len(column.sound) for column in columns.values()), default=0)
    for name, (shape, dtype) in known.items():
        if name not in columns:
            columns[name] = _Column(np.zeros((rows, *shape), dtype), np.zeros(rows, bool))
    return columns


def _read(table: h5py.Dataset) -> _Column:
    """Read a table; where that fails, the parts of it that can be read."""
    rows, chunk = len(table), table.chunks[0]
    if rows * table.dtype.itemsize > 1 << 32:
        raise ValueError("the length of the table is damaged")
    values, sound = np.zeros(table.shape, table.dtype), np.zeros(rows, bool)
    for begin in range(0, rows, chunk):
        part = slice(begin, begin + chunk)
        with contextlib.suppress(*_DAMAGE):
            values[part] = table[part]
            sound[part] = True
    if values.dtype.kind == "f":
        flat = values.reshape(rows, -1)
        with np.errstate(invalid="ignore"):
            sound &= (np.abs(flat) < _LARGEST).all(axis=1)
    return _Column(values, sound)


def _all_sound(columns: dict[str, _Column], names: tuple[str, ...], rows: int) -> np.ndarray:
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


def _agrees(columns: dict[str, _Column], row: int, **further: np.ndarray) -> bool:
    """Tell whether a row is what its checksum says; a row of which something is lost already cannot tell."""
    if not _is_whole(columns, row):
        return True
    values = {name: column.values[row] for name, column in columns.items() if name != "checksum"}
    return row_checksum(values | further) == columns["checksum"].values[row]


def _is_whole(columns: dict[str, _Column], row: int) -> bool:
    """Tell whether nothing of a row is lost."""
    return all(row < len(column.sound) and column.sound[row] for column in columns.values())


def _mend_clock(frames: dict[str, _Column]) -> None:
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


class _Meshes:
    """The table of meshes, with those that its index has lost.

    Parameters
    ----------
    path, table : the damaged file, and the table in it.
    people : the other values of the rows.
    """

    def __init__(self, path: Path, table: h5py.Dataset, people: dict[str, _Column]) -> None:
        self.table = table
        self._path, self._people = path, people
        self._found: dict[int, tuple[int, int, int]] | None = None
        self._streams: list[tuple[int, int]] | None = None
        self._missing = 0  # of the streams before the row that was found last

    def read(self, row: int) -> np.ndarray | None:
        """Read one mesh; None if it is damaged."""
        with contextlib.suppress(*_DAMAGE):
            if _is_mesh(mesh := self.table[row]):
                return mesh
        if self._found is None:
            self._found = _scattered_chunks(self._path, self.table.ndim)
        if row in self._found:
            with contextlib.suppress(*_DAMAGE):
                if _is_mesh(mesh := self._decoded(*self._found[row])):
                    return mesh
        return self._without_index(row)

    def _without_index(self, row: int) -> np.ndarray | None:
        """Look for a mesh among everything in the file that could be one: its row's checksum tells."""
        if self._streams is None:
            size = self.table.dtype.itemsize * math.prod(self.table.chunks or ())
            self._streams = _zlib_streams(self._path, size)
        if not _is_whole(self._people, row):
            return None
        expected = row - self._missing  # they are in the order of the rows; some are damaged
        for place in range(min(expected, len(self._streams) - 1), max(expected - _MOST_MISSING, -1), -1):
            with contextlib.suppress(*_DAMAGE):
                if _agrees(self._people, row, vertices=(mesh := self._decoded(*self._streams[place], 0))):
                    self._missing = row - place
                    return mesh
        return None

    def _decoded(self, address: int, size: int, mask: int) -> np.ndarray:
        """Let HDF5 undo the filters of a chunk, by putting it into a table of the same kind."""
        with open(self._path, "rb") as file:
            file.seek(address)
            content = file.read(size)
        with h5py.File(io.BytesIO(), "w") as memory:
            compressed = not mask & 1 << _COMPRESSION_FILTER  # it is where it shrinks the chunk
            table = _like(memory, "vertices", self.table, compressed)
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
    key = struct.Struct(f"<II{rank + 1}QQ")  # bytes, mask, place in the table, address
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        place = content.find(b"TREE")
        while place >= 0:
            if content[place + 4 : place + 6] == b"\1\0":  # of chunks; a leaf
                entries = int.from_bytes(content[place + 6 : place + 8], "little")
                at = place + 24
                for _ in range(entries):
                    if at + key.size > len(content):
                        break
                    size, mask, row, *others, address = key.unpack_from(content, at)
                    if not any(others) and 0 < address < address + size <= len(content):
                        found[row] = (address, size, mask)
                    at += key.size
            place = content.find(b"TREE", place + 4)
    return found


def _zlib_streams(path: Path, size: int) -> list[tuple[int, int]]:
    """Return address and bytes of everything in a file that inflates to so many bytes, as gzip chunks do.

    The index of a table is moved towards the end of the file as it grows; where the end is cut off, the
    chunks before it are all there and nothing leads to them.
    """
    found, end = [], 0
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
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


def _filled(column: _Column, rows: np.ndarray, name: str, partly: set[str]) -> np.ndarray:
    """Return rows of a column with lost values empty."""
    there = rows < len(column.values)
    values = np.zeros((len(rows), *column.values.shape[1:]), column.values.dtype)
    values[there] = column.values[rows[there]]
    lost = ~there
    lost[there] = ~column.sound[rows[there]]
    if lost.any():
        if name not in _MADE_AFRESH:
            partly.add(name)
        empty = NO_PICTURE if name == "video_frame" else 0
        values[lost] = np.nan if values.dtype.kind == "f" else empty
    return values


def _like(group: h5py.Group, name: str, table: h5py.Dataset, compressed: bool = True) -> h5py.Dataset:
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


def _table(group: h5py.Group, name: str, column: _Column) -> h5py.Dataset:
    """Make the empty table of a column."""
    shape = column.values.shape[1:]
    return group.create_dataset(
        name, (0, *shape), column.values.dtype, maxshape=(None, *shape), chunks=(256, *shape)
    )


def _append_checked(tables: dict[str, h5py.Dataset], values: dict[str, np.ndarray]) -> None:
    """Add rows to tables, with new checksums: numbers of frames change, and lost values are empty."""
    count = len(values["checksum"])
    if not count:
        return
    stored = {name: np.asarray(values[name], table.dtype) for name, table in tables.items()}
    stored["checksum"] = np.array(
        [
            row_checksum({name: rows[i] for name, rows in stored.items() if name != "checksum"})
            for i in range(count)
        ],
        np.uint32,
    )
    for name, table in tables.items():
        table.resize(len(table) + count, axis=0)
        table[-count:] = stored[name]
