"""RecordingWriter: appends frames to a new recording file."""

from __future__ import annotations

import contextlib
import json
import os
from typing import TYPE_CHECKING, Any

import h5py
import numpy as np

from app.recordings.hdf5_errors import plain_reason, redirect_to_null
from app.recordings.poses import pose_columns, pose_row
from app.recordings.schema import (
    DROP_COLUMNS,
    FORMAT,
    FRAME_COLUMNS,
    VIDEO_COLUMN,
    Columns,
    RecordingError,
    person_columns,
    quantise,
)
from app.recordings.tables import append, append_checked, growing_table
from app.system.open_files import OpenFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from app.recordings.schema import Drop, RecordedFrame, RecordingInfo
    from app.types import Person
    from models.body.template import BodyTemplate

# Measured on the bundled clip and three others: 15 % smaller than lzf for as little time (0.6 ms for 6890
# vertices); higher levels gain less than 1 % more.
VERTEX_GZIP_LEVEL = 4
POSE_ROWS = 16  # a chunk: 20 kB of the open body's bones, which is written again until it is full
TABLE_CACHE_BYTES = 1 << 19  # HDF5 2.0 would take 8 MB for each of the tables, little by little


class RecordingWriter:
    """Appends frames to a new recording; nothing reaches the disk for good before :meth:`flush`.

    Raises
    ------
    RecordingError : the file exists already or cannot be written.
    """

    def __init__(self, path: Path, info: RecordingInfo, template: BodyTemplate) -> None:
        self.path = path
        self._vertices = template.num_vertices
        self._joints = len(info.joint_names)
        self._pose_columns = {} if template.skeleton is None else pose_columns(template.skeleton)
        self.frames = 0
        try:
            self._file = h5py.File(path, "x", rdcc_nbytes=TABLE_CACHE_BYTES)
        except FileExistsError as error:
            raise RecordingError(f"{path} exists already; name another file to record into.") from error
        except OSError as error:
            raise self._cannot_be_made(error) from error
        self._written_to = int(self._file.id.get_vfd_handle())
        with contextlib.ExitStack() as undo:
            undo.callback(self._discard)
            try:
                self._descriptor = os.open(path, os.O_RDWR)  # Windows syncs nothing that is only read
                undo.callback(os.close, self._descriptor)
                self._open_file = OpenFile(self._descriptor, path)
                self._make_tables(info, template)
                self.flush()
            except (OSError, RuntimeError) as error:
                raise self._cannot_be_made(error) from error
            undo.pop_all()

    def _cannot_be_made(self, error: BaseException) -> RecordingError:
        return RecordingError(f"The recording {self.path.name} cannot be made ({plain_reason(error)}).")

    def _discard(self) -> None:
        """Take a file away that could not be made."""
        redirect_to_null(self._written_to)
        with contextlib.suppress(OSError, RuntimeError):
            self._file.close()
        with contextlib.suppress(OSError):
            self.path.unlink()

    def _make_tables(self, info: RecordingInfo, template: BodyTemplate) -> None:
        attributes = self._file.attrs
        attributes["format"] = FORMAT
        for name, value in vars(info).items():
            if isinstance(value, str):  # a file's name need not be UTF-8, which HDF5's texts are
                value = value.encode(errors="backslashreplace").decode()
            attributes[name] = json.dumps(value) if isinstance(value, dict) else value
        # Tables stay open: HDF5 writes what it holds back when one is closed, and h5py cannot report an
        # error then.
        faces = template.faces[0].astype(np.int32)
        self._faces = self._file.create_dataset("faces", data=faces, compression="gzip")
        self._frames = self._tables("frames", FRAME_COLUMNS | (VIDEO_COLUMN if info.video else {}))
        self._people = self._tables("people", person_columns(self._joints))
        for name, (shape, dtype) in self._pose_columns.items():
            group = self._file.require_group("people")
            self._people[name] = growing_table(group, name, shape, dtype, POSE_ROWS)
        self._people["vertices"] = growing_table(
            self._file.require_group("people"),
            "vertices",
            (self._vertices, 3),
            "u2",
            rows=1,
            compression="gzip",
            compression_opts=VERTEX_GZIP_LEVEL,
            shuffle=True,
        )
        self._drops = self._tables("drops", DROP_COLUMNS)

    def _tables(self, group: str, columns: Columns) -> dict[str, h5py.Dataset]:
        made = self._file.create_group(group)
        return {name: growing_table(made, name, shape, dtype) for name, (shape, dtype) in columns.items()}

    def append(self, frames: Sequence[RecordedFrame], drops: Sequence[Drop] = ()) -> None:
        """Add frames and the drops noted since the last call.

        Raises
        ------
        OSError, RuntimeError : the disk is full or failed; what was flushed before stays readable.
        """
        people = [
            self._row(row, person)
            for row, frame in enumerate(frames, start=self.frames)
            for person in frame.people
        ]
        # People first: a frame row that has arrived promises that its people have, too.
        if people:
            for name, value in people[0].items():
                if name not in self._people:  # a further output of the model
                    self._people[name] = growing_table(
                        self._file.require_group("people"), name, np.shape(value), "f4"
                    )
        append_checked(self._people, _columns(self._people, people))
        # HDF5 writes the lengths of tables before their indices. People whose index was not written before a
        # kill would be read as zeros, so all of it goes out before any frame tells of them.
        self._file.flush()
        rows = [
            {
                "time_s": frame.time_s,
                "source_time_s": frame.source_time_s,
                "index": frame.index,
                "people": len(frame.people),
                "video_frame": frame.video_frame,
            }
            for frame in frames
        ]
        append_checked(self._frames, _columns(self._frames, rows))
        self.frames += len(frames)
        for name, table in self._drops.items():
            append(table, [getattr(drop, name) for drop in drops])

    def _row(self, frame: int, person: Person) -> dict[str, Any]:
        if person.vertices.shape != (self._vertices, 3):
            raise RecordingError(
                f"The mesh has {person.vertices.shape} numbers, the recording was made for "
                f"{(self._vertices, 3)}; start a new recording after changing the model."
            )
        values, origin, step = quantise(person.vertices)
        return {
            "frame": frame,
            "id": person.id,
            "score": person.score,
            "is_left": person.is_left,
            "vertices": values,
            "vertices_origin": origin,
            "vertices_step": step,
            "joints": person.joints,
            "camera": person.camera,
            "translation": person.translation,
            "focal_px": person.focal_px,
            "crop": (*person.crop.center, person.crop.size, person.crop.angle),
            "box": person.box_xyxy,
            **pose_row(person.pose, self._pose_columns),
            **{name: value for name, value in person.parameters.items() if name != "smpl_vertices"},
        }

    def flush(self) -> None:
        """Bring everything to the disk, so that neither a kill nor a power cut loses it."""
        self._file.flush()
        os.fsync(self._descriptor)
        self._safe_frames = self.frames

    def discard_unflushed(self) -> None:
        """Forget what came after the last flush: once a write has failed, it may have holes.

        Rows of ``people/`` that no frame counts are never read. They stay, because HDF5 loses sound chunks
        when it shrinks a table after a failed write.
        """
        for table in self._frames.values():
            table.resize(self._safe_frames, axis=0)
        self.frames = self._safe_frames

    @property
    def place(self) -> Path | None:
        """Where the file lies by now; None if somebody has deleted it. Not for after :meth:`close`."""
        return self._open_file.place

    @property
    def size_bytes(self) -> int:
        """The file's size on disk."""
        return os.fstat(self._descriptor).st_size

    def close(self) -> None:
        """Finish the file.

        Raises
        ------
        OSError, RuntimeError : the disk failed; what was flushed before stays readable.
        """
        try:
            self._file.flush()
        except (OSError, RuntimeError):
            redirect_to_null(self._written_to)
            raise
        finally:
            self._file.close()
            os.close(self._descriptor)


def _columns(names: Iterable[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Turn rows into columns, those of the tables that are not made from the others."""
    return {name: [row[name] for row in rows] for name in names if name != "checksum"}
