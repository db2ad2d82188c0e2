"""Makes a damaged recording readable as far as it is sound, as a new file beside the damaged one."""

# H5py's types do not tell tables from groups, and what is damaged is looked at by name.
# pyright: reportAttributeAccessIssue=false, reportIndexIssue=false, reportArgumentType=false

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import h5py
import numpy as np

from app.recordings.file_names import REPAIRED, video_beside
from app.recordings.hdf5_errors import DAMAGE, redirect_to_null, system_reason
from app.recordings.salvage import (
    Column,
    MeshTable,
    agrees,
    all_sound,
    fill_clock,
    local,
    open_damaged,
    read_columns,
    table_like,
)
from app.recordings.schema import (
    DROP_COLUMNS,
    FORMAT,
    FRAME_COLUMNS,
    NO_VIDEO_FRAME,
    VIDEO_COLUMN,
    RecordingError,
    RecordingInfo,
    fact,
    person_columns,
)
from app.recordings.tables import append_checked, growing_table
from app.text import counted
from models.inference.store import installed_template

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Without these a row is of no use; other values are left empty where they are lost.
_NEEDED_OF_FRAME = ("time_s",)
_NEEDED_OF_PERSON = ("frame", "id", "vertices_origin", "vertices_step", "translation")
_MADE_AFRESH = ("frame", "people", "checksum")
_BLOCK = 64  # rows copied at a time

_UNKNOWN: dict[str, Any] = {
    "width": 0,
    "height": 0,
    "settings": "{}",
    "format": FORMAT,
    "video": "",
    "frame_rate": "",
}


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
        partly = f"partly lost: {', '.join(self.partly)}" if self.partly else ""
        return (
            f"{counted(self.frames, 'frame')} with {counted(self.people, 'mesh', 'meshes')} "
            f"were saved in {self.path.name}; {'; '.join(filter(None, (lost, partly)))}."
        )


def repaired_path(path: Path) -> Path:
    """Return where the repaired file goes if nothing else is asked for."""
    return path.with_name(f"{path.stem}{REPAIRED}.h5")


def repair(
    path: Path,
    output: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    with_facts: bool = True,
) -> RepairReport:
    """Copy what is sound of a recording into a new file; the original is only read.

    Parameters
    ----------
    path : of the recording.
    output : the new file; ``NAME.repaired.h5`` beside the original if None.
    progress : called with (meshes looked at, meshes), for the first time once the facts are read.
    with_facts : read the attributes; without, they count as lost.

    Raises
    ------
    RecordingError : nothing can be saved, or the new file exists already or cannot be written.
    """
    if not path.is_file():
        raise RecordingError(f"There is no recording {path}; give the path of an .h5 file.")
    output = output or repaired_path(path)
    if not path.stat().st_size:
        raise RecordingError(f"{path.name} is empty, so there is nothing to save.")
    with open_damaged(path, with_facts) as damaged:
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
                    report = _copy(damaged, new, path, output, progress, with_facts)
                except BaseException:  # also of who stops it
                    redirect_to_null(int(new.id.get_vfd_handle()))
                    with contextlib.suppress(OSError, RuntimeError):
                        new.close()
                    raise
            if not report.frames:
                raise RecordingError(f"No frame of {path.name} is sound, so nothing was saved.")
        except BaseException as error:
            output.unlink(missing_ok=True)
            if isinstance(error, OSError | RuntimeError) and (reason := system_reason(error)):
                raise RecordingError(
                    f"{output.name} could not be written ({reason.lower()}); make space, or name another "
                    "place with -o."
                ) from error
            raise
    return report


def _copy(
    damaged: h5py.File,
    new: h5py.File,
    path: Path,
    output: Path,
    progress: Callable[[int, int], None] | None,
    with_facts: bool,
) -> RepairReport:
    joints = _copy_facts(damaged, new, with_facts)
    if progress:
        progress(0, len(local(damaged, "people/vertices")))
    if video := video_beside(path, str(new.attrs["video"])):
        new.attrs["video"] = video.name  # it may have been renamed with the recording
    is_filmed = bool(new.attrs["video"])
    with contextlib.suppress(*DAMAGE):
        local(damaged, "frames/video_frame")
        is_filmed = True
    frames = read_columns(path, damaged, "frames", FRAME_COLUMNS | (VIDEO_COLUMN if is_filmed else {}))
    people = read_columns(path, damaged, "people", person_columns(joints))
    is_kept = _sound_frames(frames)
    meshes = MeshTable(path, local(damaged, "people/vertices"), people)
    rows = _rows_of_frames(people, is_kept, len(meshes.table))
    # Tables stay open until all is flushed: closing one cannot report an error.
    people_tables = _tables_of(new.create_group("people"), people)
    people_tables["vertices"] = table_like(new["people"], "vertices", meshes.table)
    frame_tables = _tables_of(new.create_group("frames"), frames)
    counts, partly = _copy_people(people_tables, meshes, people, rows, is_kept, progress)
    partly |= _copy_frames(frame_tables, frames, is_kept, counts)
    _copy_drops(damaged, new)
    new.flush()
    recorded_people = int(np.maximum(frames["people"].values, 0)[frames["people"].sound].sum())
    return RepairReport(
        path=output,
        frames=int(is_kept.sum()),
        frames_lost=int((~is_kept).sum()),
        people=int(counts.sum()),
        people_lost=max(recorded_people, len(rows)) - int(counts.sum()),
        partly=tuple(sorted(partly)),
    )


def _copy_facts(damaged: h5py.File, new: h5py.File, with_facts: bool) -> int:
    """Copy the attributes and faces; facts that are lost become unknown. Returns the number of joints."""
    facts: Any = damaged.attrs if with_facts else {}
    joints = 0
    with contextlib.suppress(*DAMAGE):
        joints = len(facts["joint_names"])
    with contextlib.suppress(*DAMAGE):
        joints = local(damaged, "people/joints").shape[1]
    for name in ("format", *RecordingInfo.__dataclass_fields__):
        try:
            fact(name, facts[name])
            new.attrs[name] = facts[name]
        except DAMAGE:
            unknown = _UNKNOWN | {"joint_names": [f"joint {i}" for i in range(joints)]}
            new.attrs[name] = unknown.get(name, "unknown")
    try:
        faces = local(damaged, "faces")[()]
        if faces.dtype != np.int32 or faces.ndim != 2 or faces.shape[1] != 3:
            raise ValueError("these are no triangles")
    except DAMAGE:
        template = installed_template(str(new.attrs["template_sha256"]))
        if template is None:
            raise RecordingError(
                "The recording's triangles are lost, so its meshes cannot be saved; "
                "import its model again and repeat the repair."
            ) from None
        faces = template.faces[0].astype(np.int32)
    new.create_dataset("faces", data=faces, compression="gzip")
    return joints


def _sound_frames(frames: dict[str, Column]) -> np.ndarray:
    """Return (T,) which of the frames are sound, lost times filled in from the source's clock."""
    total = max(len(column.sound) for column in frames.values())
    agreeing = np.array([agrees(frames, row) for row in range(total)], bool)
    fill_clock(frames)
    return agreeing & all_sound(frames, _NEEDED_OF_FRAME, total)


def _rows_of_frames(people: dict[str, Column], is_kept: np.ndarray, meshes: int) -> np.ndarray:
    """Return the rows of ``people/`` that belong to the (T,) frames that are kept, in their order."""
    total = max(len(column.sound) for column in people.values())
    sound = all_sound(people, _NEEDED_OF_PERSON, total)
    frame_of = people["frame"].values
    rows = np.flatnonzero(sound[: len(frame_of)] & (frame_of >= 0) & (frame_of < len(is_kept)))
    rows = rows[is_kept[frame_of[rows]] & (rows < meshes)]
    return rows[np.argsort(frame_of[rows], kind="stable")]


def _copy_people(
    tables: dict[str, h5py.Dataset],
    meshes: MeshTable,
    people: dict[str, Column],
    rows: np.ndarray,
    is_kept: np.ndarray,
    progress: Callable[[int, int], None] | None,
) -> tuple[np.ndarray, set[str]]:
    """Copy those of the rows whose meshes are sound.

    Returns
    -------
    (T,) how many people each frame of the damaged file has now, and the names of values partly lost.
    """
    frame_of, new_frame = people["frame"].values, np.cumsum(is_kept) - 1
    counts = np.zeros(len(is_kept), np.int64)
    partly: set[str] = set()
    for begin in range(0, len(rows), _BLOCK):
        block = rows[begin : begin + _BLOCK]
        found = {row: mesh for row in block.tolist() if (mesh := meshes.read(row)) is not None}
        kept = np.array([row for row in found if agrees(people, row, vertices=found[row])], np.int64)
        values, lost = _values_of(people, kept)
        values["frame"] = new_frame[frame_of[kept]]
        values["vertices"] = np.array([found[row] for row in kept])
        append_checked(tables, values)
        partly |= lost
        np.add.at(counts, frame_of[kept], 1)
        if progress:
            progress(begin + len(block), len(rows))
    return counts, partly


def _copy_frames(
    tables: dict[str, h5py.Dataset], frames: dict[str, Column], is_kept: np.ndarray, counts: np.ndarray
) -> set[str]:
    """Copy the sound frames with their (T,) new numbers of people; return the names of values partly lost."""
    values, partly = _values_of(frames, np.flatnonzero(is_kept))
    values["people"] = counts[is_kept]
    append_checked(tables, values)
    return partly


def _copy_drops(damaged: h5py.File, new: h5py.File) -> None:
    columns: dict[str, Any] = {name: [] for name in DROP_COLUMNS}
    with contextlib.suppress(*DAMAGE):
        columns = {name: local(damaged, f"drops/{name}")[()] for name in columns}
    group = new.create_group("drops")
    for name, values in columns.items():
        group.create_dataset(name, data=values, dtype=DROP_COLUMNS[name][1])


def _tables_of(group: h5py.Group, columns: dict[str, Column]) -> dict[str, h5py.Dataset]:
    """Make empty tables for columns."""
    return {
        name: growing_table(group, name, column.values.shape[1:], column.values.dtype)
        for name, column in columns.items()
    }


def _values_of(columns: dict[str, Column], rows: np.ndarray) -> tuple[dict[str, np.ndarray], set[str]]:
    """Return rows of columns with lost values empty, and the names of those partly lost."""
    found = {
        name: column.rows(rows, NO_VIDEO_FRAME if name == "video_frame" else 0)
        for name, column in columns.items()
    }
    partly = {name for name, (_, lost) in found.items() if lost.any() and name not in _MADE_AFRESH}
    return {name: values for name, (values, _) in found.items()}, partly
