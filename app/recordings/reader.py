"""Recording: a recording file opened for reading."""

from __future__ import annotations

import shlex
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import h5py
import numpy as np

from app.recordings.corrections import Correction, corrected, corrections_file, read_corrections
from app.recordings.file_names import video_beside
from app.recordings.hdf5_errors import plain_reason
from app.recordings.inspection import inspect
from app.recordings.part import WHOLE, Part
from app.recordings.poses import POSE_TABLES, pose_of
from app.recordings.schema import (
    NO_VIDEO_FRAME,
    Drop,
    RecordedFrame,
    RecordingError,
    RecordingInfo,
    fact,
    person_columns,
    row_checksum,
)
from app.recordings.tables import TABLE_ROWS
from app.types import Person
from models.camera.crop import CropBox
from models.camera.projection import project
from models.errors import UserError
from models.program import command_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class Recording:
    """A recording opened for reading.

    Opens what a killed or full-disk recording left behind, up to the last complete frame. Who is who is as
    the corrections beside the file say.

    Parameters
    ----------
    path : of the file.
    part : what is seen of it, as if nothing else had been recorded.

    Attributes
    ----------
    info : what was recorded, with what.
    faces : (F, 3) int32.
    times_s : (T,) float64 seconds since the recording began, or, of a part, since its first frame.
    source_times_s, index : (T,) from the source: the seconds of its own clock, and its frame numbers.
    drops : frames lost while recording.
    ids : the people's ids, in the order of their first appearance.
    everybody : likewise of the whole recording, by which people have their colours.

    Raises
    ------
    RecordingError : the file is missing, damaged beyond plain reading, or not a recording.
    UserError : there is no such part, or the corrections beside the file cannot be used.
    """

    def __init__(self, path: Path, part: Part = WHOLE) -> None:
        self.path = path
        if not path.is_file():
            raise RecordingError(f"There is no recording {path}; give the path of an .h5 file.")
        _refuse_unsound(path)
        try:
            self._file = h5py.File(path, "r")
        except OSError as error:
            raise RecordingError(_unreadable(path, plain_reason(error))) from error
        try:
            self._read_tables()
        except (KeyError, OSError, RuntimeError, ValueError, TypeError) as error:
            self._file.close()
            raise RecordingError(f"{path.name} is damaged; {_try_repair(path)}") from error
        try:
            self._correct(read_corrections(path))
            self.everybody = self.ids
            if not part.is_whole:
                self._keep(part)
        except UserError:
            self._file.close()
            raise

    def _read_tables(self) -> None:
        attributes: dict[str, Any] = dict(self._file.attrs)
        for added_later in ("video", "frame_rate"):
            attributes.setdefault(added_later, "")
        names = RecordingInfo.__dataclass_fields__
        self.info = RecordingInfo(**{name: fact(name, attributes[name]) for name in names})
        self.faces: np.ndarray = _tables(self._file)["faces"][()]
        frames, drops = _tables(self._file["frames"]), _tables(self._file["drops"])
        self._people = _tables(self._file["people"])
        if missing := {"vertices", *person_columns(0)} - {"checksum"} - self._people.keys():
            raise KeyError(min(missing))
        rows = _arrived(frames)
        people = min(map(len, self._people.values()))
        counts = frames["people"][:rows]
        if (counts < 0).any():
            raise ValueError("frames have less than nobody")
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        rows = int(np.searchsorted(starts, people, side="right")) - 1  # frames whose people all arrived
        self._starts = starts[: rows + 1]
        self.times_s = frames["time_s"][:rows]
        self.source_times_s = frames["source_time_s"][:rows]
        self.index = frames["index"][:rows]
        self._video_frames = (
            frames["video_frame"][:rows] if "video_frame" in frames else np.full(rows, NO_VIDEO_FRAME)
        )
        _check_sums(frames, rows)
        _check_sums(self._people, int(self._starts[-1]))
        self._ids = self._people["id"][: self._starts[-1]]
        self.ids = tuple(dict.fromkeys(self._ids.tolist()))
        self.drops = tuple(
            Drop(float(t), int(n), cause.decode())
            for t, n, cause in zip(drops["time_s"], drops["count"], drops["cause"], strict=False)
        )

    def _correct(self, corrections: Sequence[Correction]) -> None:
        """Put right who is who."""
        if corrections:
            frames = np.repeat(np.arange(len(self)), np.diff(self._starts))
            try:
                self._ids = corrected(self._ids, frames, corrections)
            except UserError as error:
                raise UserError(f"{corrections_file(self.path).name} does not fit: {error}") from error
            self.ids = tuple(dict.fromkeys(self._ids.tolist()))

    def _keep(self, part: Part) -> None:
        """Forget what is not in a part."""
        rows = part.rows(self.times_s, self.path.name)
        began, ended = float(self.times_s[rows][0]), float(self.times_s[rows][-1])
        self.times_s = self.times_s[rows] - began
        self.source_times_s, self.index = self.source_times_s[rows], self.index[rows]
        self._video_frames = self._video_frames[rows]
        self._ids = self._ids[self._starts[rows.start] : self._starts[rows.stop]]
        self._starts = self._starts[rows.start : rows.stop + 1]
        self.ids = tuple(dict.fromkeys(self._ids.tolist()))
        self.drops = tuple(
            replace(drop, time_s=drop.time_s - began) for drop in self.drops if began <= drop.time_s <= ended
        )

    def __len__(self) -> int:
        return len(self.times_s)

    @property
    def num_vertices(self) -> int:
        """Vertices of each mesh."""
        return self._people["vertices"].shape[1]

    @property
    def duration_s(self) -> float:
        """From the first to the last frame."""
        return float(self.times_s[-1] - self.times_s[0]) if len(self) else 0.0

    @property
    def dropped(self) -> int:
        """Frames lost while recording, of all causes."""
        return sum(drop.count for drop in self.drops)

    @property
    def video_path(self) -> Path | None:
        """The video kept beside the recording; None if there was none, or it is gone."""
        return video_beside(self.path, self.info.video)

    def video_frame(self, row: int) -> int | None:
        """Return which image of the video, counted from 0, belongs to a frame; None if none was kept.

        After a kill or on a full disk the video may end before the image of the last frames.
        """
        number = int(self._video_frames[row])
        return None if number == NO_VIDEO_FRAME else number

    @property
    def video_frames_missing(self) -> int:
        """Frames without an image in the video; 0 where no video was kept."""
        return int((self._video_frames == NO_VIDEO_FRAME).sum()) if self.info.video else 0

    def frame(self, row: int) -> RecordedFrame:
        """Read one frame with its people."""
        start, end = self._starts[row], self._starts[row + 1]
        return RecordedFrame(
            time_s=float(self.times_s[row]),
            source_time_s=float(self.source_times_s[row]),
            index=int(self.index[row]),
            people=tuple(self._person(i) for i in range(start, end)),
            video_frame=int(self._video_frames[row]),
        )

    def frames(self) -> Iterator[RecordedFrame]:
        """Read all frames in order."""
        return map(self.frame, range(len(self)))

    def rows_of(self, person_id: int) -> tuple[np.ndarray, np.ndarray]:
        """Return where a person is: the (N,) frames and the (N,) rows of the tables in ``people/``."""
        rows = self._starts[0] + np.flatnonzero(self._ids == person_id)
        return np.searchsorted(self._starts, rows, side="right") - 1, rows

    def table(self, name: str, rows: np.ndarray) -> np.ndarray:
        """Read some (sorted) rows of a table of ``people/``; ``"vertices"`` comes as float32 metres."""
        if name not in self._people:
            raise RecordingError(f"{self.path.name} holds no {name}; it has {sorted(self._people)}.")
        values = self._read(name, rows if len(rows) else slice(0, 0))
        if name != "vertices":
            return values
        step = self.table("vertices_step", rows)[:, None, None]
        return values.astype(np.float32) * step + self.table("vertices_origin", rows)[:, None]

    def _read(self, name: str, rows: Any) -> np.ndarray:
        try:
            return self._people[name][rows]
        except (OSError, RuntimeError) as error:  # what HDF5 raises when it runs into damage
            raise RecordingError(f"{self.path.name} is damaged; {_try_repair(self.path)}") from error

    def parameter_names(self) -> tuple[str, ...]:
        """Name the model's further outputs that were recorded."""
        return tuple(
            sorted(name for name in self._people if name.startswith("smpl_") or name == "joint_scores")
        )

    @property
    def has_poses(self) -> bool:
        """Whether people's bones were recorded, at least of some of them."""
        if not self._people.keys() >= set(POSE_TABLES):
            return False
        pose, betas, root, error = (self._people[name].shape[1:] for name in POSE_TABLES)
        return len(pose) == 2 and pose[1] == 3 and len(betas) == 1 and root == (3,) and error == ()

    def _person(self, row: int) -> Person:
        def read(name: str) -> Any:
            return self._read(name, row)

        x, y, size, angle = map(float, read("crop"))
        joints, translation = read("joints"), read("translation")
        focal = float(read("focal_px"))
        return Person(
            id=int(self._ids[row - self._starts[0]]),
            score=float(read("score")),
            crop=CropBox(np.array([x, y], np.float32), size, angle),
            vertices=self.table("vertices", np.array([row]))[0],
            joints=joints,
            camera=read("camera"),
            translation=translation,
            focal_px=focal,
            joints_2d=project(joints + translation, focal, (self.info.width, self.info.height)),
            box_xyxy=read("box"),
            is_left=bool(read("is_left")),
            parameters={name: read(name) for name in self.parameter_names()},
            pose=pose_of({name: read(name) for name in POSE_TABLES}) if self.has_poses else None,
        )

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Recording:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _refuse_unsound(path: Path) -> None:
    finding = inspect(path)
    if finding.state == "in progress":
        raise RecordingError(
            f"{path.name} is being recorded; it can be read once the recording has been stopped."
        )
    if finding.state == "foreign":
        raise RecordingError(f"{path.name} is not a recording; give an .h5 file that this program recorded.")
    if finding.state == "unreadable":
        raise RecordingError(_unreadable(path, finding.reason))
    if finding.state == "damaged":
        raise RecordingError(f"{path.name} is damaged ({finding.reason}); {_try_repair(path)}")


def _unreadable(path: Path, reason: str) -> str:
    return f"{path.name} cannot be read as a recording ({reason}); {_try_repair(path)}"


def _tables(group: Any) -> dict[str, h5py.Dataset]:
    """Return the tables of a file or group by name."""
    return {name: table for name, table in group.items() if isinstance(table, h5py.Dataset)}


def _arrived(frames: dict[str, h5py.Dataset]) -> int:
    """Return how many rows of ``frames/`` arrived before a kill.

    HDF5 writes the lengths of tables before their indices, so that rows of the last chunk may be zeros.

    Raises
    ------
    ValueError : more is wrong than a kill leaves behind.
    """
    rows = min(map(len, frames.values()))
    if not rows or "checksum" not in frames:
        return rows
    begin = max((rows - 1) // TABLE_ROWS * TABLE_ROWS - 1, 0)
    last = {name: table[begin:rows] for name, table in frames.items()}
    for at in range(rows - begin - 1, -1, -1):
        if _agrees(last, at):
            return begin + at + 1
    raise ValueError("no frame agrees with its checksum")


def _check_sums(tables: dict[str, h5py.Dataset], rows: int) -> None:
    """Check the first of the rows in each chunk.

    An index of which a kill or a bad disk wrote a part may lead to none of its chunks, which are then read as
    zeros.

    Raises
    ------
    ValueError : a row does not agree with its checksum.
    """
    if "checksum" not in tables:
        return
    first = {name: table[:rows:TABLE_ROWS] for name, table in tables.items()}
    for at in range(len(first["checksum"])):
        if not _agrees(first, at):
            raise ValueError(f"row {at * TABLE_ROWS} does not agree with its checksum")


def _agrees(columns: dict[str, np.ndarray], at: int) -> bool:
    """Tell whether a row is what its checksum says."""
    values = {name: column[at] for name, column in columns.items() if name != "checksum"}
    return row_checksum(values) == columns["checksum"][at]


def _try_repair(path: Path) -> str:
    return f"try: {command_name()} repair {shlex.quote(str(path))}"
