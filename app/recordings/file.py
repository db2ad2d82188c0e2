"""The recording file: mesh sequences in HDF5, written so that a killed program loses at most a second.

Layout (all rows of ``people`` that belong to one frame stand together, in the order of ``frames``):

``frames/``  one row a recorded frame: ``time_s`` seconds on the monotonic clock since the recording began,
             ``source_time_s`` the source's own clock, ``index`` the source's frame number, ``people`` rows
             in ``people/``; where the video was kept too, ``video_frame`` the number of the frame's picture
             in it, counted from 0, or -1.
``people/``  one row a person and frame: ``frame`` row in ``frames/``, ``id``, ``score``, ``vertices`` (V, 3)
             uint16 with ``vertices_origin`` (3,) and ``vertices_step``: metres = origin + step * value,
             root-centred, camera axes; ``joints`` (J, 3) metres, ``camera`` (s, tx, ty), ``translation``
             (3,) metres, ``focal_px``, ``crop`` (x, y, size, angle), ``box`` (x0, y0, x1, y1), ``is_left``,
             and further outputs of the model such as ``smpl_rotmat``.
``drops/``   one row whenever frames were lost: ``time_s``, ``count``, ``cause``.
``faces``    (F, 3) triangles, and the attributes of the file: what was recorded, with what, where.

Each row of ``frames/`` and ``people/`` has a ``checksum``, by which damage is told from what was recorded
(:func:`row_checksum`). HDF5's own would cover 256 rows of small tables at once: a kill in the middle
of rewriting them would then lose rows that were safe.

The plain HDF5 format is used, not its newest or SWMR variants: a file that was flushed opens normally after
a kill, which those do not. Metadata is only written by an explicit flush.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import platform
import re
import shlex
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import h5py
import numpy as np

from app.types import Person
from models.camera.crop import CropBox
from models.camera.projection import project
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from models.body.template import BodyTemplate
    from models.inference.model_info import ModelInfo

FORMAT = "fastmetro-live-recording/1"
VERTEX_STEP_M = 1.9e-4  # rounds by at most 0.095 mm; 16 bits then span 12 m
# Measured on the bundled clip and three others: 15 % smaller than lzf for as little time (0.6 ms for 6890
# vertices); higher levels gain less than 1 % more.
VERTEX_GZIP_LEVEL = 4
TABLE_CACHE_BYTES = 1 << 19  # HDF5 2.0 would take 8 MB for each of the tables, little by little

Columns = dict[str, tuple[tuple[int, ...], str]]  # shape of a row and kind of number, by name
FRAME_COLUMNS: Columns = {
    "time_s": ((), "f8"),
    "source_time_s": ((), "f8"),
    "index": ((), "i8"),
    "people": ((), "i2"),
    "checksum": ((), "u4"),
}
VIDEO_COLUMN: Columns = {"video_frame": ((), "i8")}  # of frames/, where the video was kept
NO_PICTURE = -1


def person_columns(joints: int) -> Columns:
    """Return the tables of ``people/`` but for the vertices and the model's further outputs."""
    return {
        "frame": ((), "i8"),
        "id": ((), "i4"),
        "score": ((), "f4"),
        "is_left": ((), "?"),
        "vertices_origin": ((3,), "f4"),
        "vertices_step": ((), "f4"),
        "joints": ((joints, 3), "f4"),
        "camera": ((3,), "f4"),
        "translation": ((3,), "f4"),
        "focal_px": ((), "f4"),
        "crop": ((4,), "f4"),
        "box": ((4,), "f4"),
        "checksum": ((), "u4"),
    }


class RecordingError(UserError):
    """A recording cannot be written or read; the message is for people."""


@dataclass(frozen=True, slots=True, eq=False)
class RecordedFrame:
    """One frame of a recording.

    Attributes
    ----------
    time_s : seconds since the recording began, by the monotonic clock.
    source_time_s : seconds on the source's own clock.
    index : the source's frame number.
    people : nobody gives an empty tuple.
    video_frame : number of the frame's picture in the video beside the recording; -1 if there is none.
    """

    time_s: float
    source_time_s: float
    index: int
    people: tuple[Person, ...]
    video_frame: int = NO_PICTURE


@dataclass(frozen=True, slots=True)
class Drop:
    """Frames that were lost.

    Attributes
    ----------
    time_s : seconds since the recording began.
    count : how many frames.
    cause : in plain words, such as ``"not processed in time"``.
    """

    time_s: float
    count: int
    cause: str


@dataclass(frozen=True)
class RecordingInfo:
    """What a recording is of: kept as attributes of the file.

    ``video`` is the name of the video file beside the recording, empty where none was kept.
    """

    source: str
    width: int
    height: int
    model: str
    model_version: str
    body: str
    kind: str
    template_sha256: str
    joint_names: tuple[str, ...]
    started_at: str
    program_version: str = ""
    settings: dict[str, Any] = field(default_factory=dict)
    video: str = ""
    machine: str = field(
        default_factory=lambda: f"{platform.system()} {platform.machine()} {platform.node()}"
    )

    @classmethod
    def of(
        cls,
        info: ModelInfo,
        source: str,
        size: tuple[int, int],
        started_at: str,
        program_version: str = "",
        settings: dict[str, Any] | None = None,
    ) -> RecordingInfo:
        """Describe a recording with this model of a source of ``size`` (width, height) pixels."""
        return cls(
            source=source,
            width=size[0],
            height=size[1],
            model=info.name,
            model_version=info.version,
            body=info.body,
            kind=info.kind,
            template_sha256=info.template_sha256,
            joint_names=info.joint_names,
            started_at=started_at,
            program_version=program_version,
            settings=settings or {},
        )


def quantise(vertices: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """Round (V, 3) metres to 16 bits: return values, origin (3,) and step, metres = origin + step * value."""
    origin = vertices.min(axis=0)
    extent = float((vertices.max(axis=0) - origin).max())
    step = max(VERTEX_STEP_M, extent / np.iinfo(np.uint16).max)
    return np.round((vertices - origin) / step).astype(np.uint16), origin.astype(np.float32), step


def row_checksum(values: Mapping[str, np.ndarray]) -> int:
    """Return the CRC-32 of a row's values, as they are stored, in the order of their names."""
    checksum = 0
    for name in sorted(values):
        checksum = zlib.crc32(np.asarray(values[name]).tobytes(), checksum)
    return checksum


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
                self._make_tables(info, template)
                self.flush()
            except (OSError, RuntimeError) as error:
                raise self._cannot_be_made(error) from error
            undo.pop_all()

    def _cannot_be_made(self, error: BaseException) -> RecordingError:
        return RecordingError(f"The recording {self.path.name} cannot be made ({_reason(error)}).")

    def _discard(self) -> None:
        """Take a file away that could not be made."""
        write_to_nowhere(self._written_to)
        with contextlib.suppress(OSError, RuntimeError):
            self._file.close()
        with contextlib.suppress(OSError):
            self.path.unlink()

    def _make_tables(self, info: RecordingInfo, template: BodyTemplate) -> None:
        attributes = self._file.attrs
        attributes["format"] = FORMAT
        for name, value in vars(info).items():
            attributes[name] = json.dumps(value) if isinstance(value, dict) else value
        # Tables stay open: HDF5 writes what it holds back when one is closed, and h5py cannot report an
        # error then.
        faces = template.faces[0].astype(np.int32)
        self._faces = self._file.create_dataset("faces", data=faces, compression="gzip")
        self._frames = self._tables("frames", FRAME_COLUMNS | (VIDEO_COLUMN if info.video else {}))
        self._people = self._tables("people", person_columns(self._joints))
        self._people["vertices"] = _growing(
            self._file.require_group("people"),
            "vertices",
            (self._vertices, 3),
            "u2",
            rows=1,
            compression="gzip",
            compression_opts=VERTEX_GZIP_LEVEL,
            shuffle=True,
        )
        self._drops = self._tables(
            "drops", {"time_s": ((), "f8"), "count": ((), "i8"), "cause": ((), h5py.string_dtype())}
        )

    def _tables(self, group: str, columns: dict[str, tuple[tuple[int, ...], Any]]) -> dict[str, h5py.Dataset]:
        made = self._file.create_group(group)
        return {name: _growing(made, name, shape, dtype) for name, (shape, dtype) in columns.items()}

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
                    self._people[name] = _growing(
                        self._file.require_group("people"), name, np.shape(value), "f4"
                    )
        _extend_checked(self._people, people)
        _extend_checked(
            self._frames,
            [
                {
                    "time_s": frame.time_s,
                    "source_time_s": frame.source_time_s,
                    "index": frame.index,
                    "people": len(frame.people),
                    **({"video_frame": frame.video_frame} if "video_frame" in self._frames else {}),
                }
                for frame in frames
            ],
        )
        self.frames += len(frames)
        for name, table in self._drops.items():
            _extend(table, [getattr(drop, name) for drop in drops])

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
    def size_bytes(self) -> int:
        """The file's size on disk."""
        return os.path.getsize(self.path)

    def close(self) -> None:
        """Finish the file.

        Raises
        ------
        OSError, RuntimeError : the disk failed; what was flushed before stays readable.
        """
        try:
            self._file.flush()
        except (OSError, RuntimeError):
            write_to_nowhere(self._written_to)
            raise
        finally:
            self._file.close()
            os.close(self._descriptor)


class Recording:
    """A recording opened for reading.

    Opens what a killed or full-disk recording left behind, up to the last complete frame.

    Attributes
    ----------
    info : what was recorded, with what.
    faces : (F, 3) int32.
    times_s : (T,) float64 seconds since the recording began.
    source_times_s, index : (T,) likewise from the source.
    drops : frames lost while recording.
    ids : the people's ids, in the order of their first appearance.

    Raises
    ------
    RecordingError : the file is missing, damaged beyond plain reading, or not a recording.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.is_file():
            raise RecordingError(f"There is no recording {path}; give the path of an .h5 file.")
        try:
            self._file = h5py.File(path, "r")
        except OSError as error:
            if error.errno == errno.EAGAIN:  # another program holds the lock
                raise RecordingError(
                    f"{path.name} is being recorded; it can be read once the recording has been stopped."
                ) from error
            raise RecordingError(
                f"{path.name} cannot be read as a recording ({_reason(error)}); {_try_repair(path)}"
            ) from error
        try:
            self._read_tables()
        except (KeyError, OSError, RuntimeError, ValueError, TypeError) as error:
            self._file.close()
            raise RecordingError(f"{path.name} is damaged; {_try_repair(path)}") from error
        except RecordingError:
            self._file.close()
            raise

    def _read_tables(self) -> None:
        attributes: dict[str, Any] = dict(self._file.attrs)
        if attributes.get("format") != FORMAT:
            raise RecordingError(f"{self.path.name} is an HDF5 file but not a recording of this program.")
        attributes.setdefault("video", "")  # recordings made before videos could be kept
        names = {name: attributes[name] for name in RecordingInfo.__dataclass_fields__}
        names["settings"] = json.loads(names["settings"])
        names["joint_names"] = tuple(map(str, names["joint_names"]))
        for name in ("width", "height"):
            names[name] = int(names[name])
        self.info = RecordingInfo(**names)
        self.faces: np.ndarray = _tables(self._file)["faces"][()]
        frames, drops = _tables(self._file["frames"]), _tables(self._file["drops"])
        self._people = _tables(self._file["people"])
        rows = min(map(len, frames.values()))
        people = min(map(len, self._people.values()))
        starts = np.concatenate([[0], np.cumsum(frames["people"][:rows])]).astype(np.int64)
        rows = int(np.searchsorted(starts, people, side="right")) - 1  # frames whose people all arrived
        self._starts = starts[: rows + 1]
        self.times_s = frames["time_s"][:rows]
        self.source_times_s = frames["source_time_s"][:rows]
        self.index = frames["index"][:rows]
        self._video_frames = (
            frames["video_frame"][:rows] if "video_frame" in frames else np.full(rows, NO_PICTURE)
        )
        self._ids = self._people["id"][: self._starts[-1]]
        self.ids = tuple(dict.fromkeys(self._ids.tolist()))
        self.drops = tuple(
            Drop(float(t), int(n), cause.decode())
            for t, n, cause in zip(drops["time_s"], drops["count"], drops["cause"], strict=False)
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
        """Return which picture of the video, counted from 0, belongs to a frame; None if none was kept.

        After a kill or on a full disk the video may end before the picture of the last frames.
        """
        number = int(self._video_frames[row])
        return None if number == NO_PICTURE else number

    @property
    def pictures_missing(self) -> int:
        """Frames without a picture in the video; 0 where no video was kept."""
        return int((self._video_frames == NO_PICTURE).sum()) if self.info.video else 0

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
        rows = np.flatnonzero(self._ids == person_id)
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
        return tuple(sorted(name for name in self._people if name.startswith("smpl_")))

    def _person(self, row: int) -> Person:
        def read(name: str) -> Any:
            return self._read(name, row)

        x, y, size, angle = map(float, read("crop"))
        joints, translation = read("joints"), read("translation")
        focal = float(read("focal_px"))
        return Person(
            id=int(read("id")),
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
        )

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Recording:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def video_of(path: Path) -> Path | None:
    """Return the video kept beside a recording; None if there is none, or it is too damaged to tell."""
    try:
        with h5py.File(path, "r") as file:
            return video_beside(path, str(file.attrs.get("video", "")))
    except (KeyError, OSError, RuntimeError, ValueError, TypeError):
        return None


def name_video(path: Path, video: Path) -> None:
    """Tell a recording which file beside it is its video."""
    with h5py.File(path, "r+") as file:
        if file.attrs["video"] != video.name:
            file.attrs["video"] = video.name


def video_beside(path: Path, recorded: str) -> Path | None:
    """Look for a video under the recording's own name first, so that both may be renamed alike."""
    if not recorded:
        return None
    name = Path(recorded).name
    videos = (path.with_suffix(Path(name).suffix), path.with_name(name))
    return next((video for video in videos if video.is_file()), None)


def _growing(
    group: h5py.Group, name: str, shape: tuple[int, ...], dtype: Any, rows: int = 256, **options: Any
) -> h5py.Dataset:
    """Make an empty table that grows by rows."""
    return group.create_dataset(
        name, (0, *shape), dtype, maxshape=(None, *shape), chunks=(rows, *shape), **options
    )


def _extend(table: h5py.Dataset, values: Sequence[Any]) -> None:
    """Append rows to a table."""
    if values:
        table.resize(len(table) + len(values), axis=0)
        table[-len(values) :] = values


def _tables(group: Any) -> dict[str, h5py.Dataset]:
    """Return the tables of a file or group by name."""
    return {name: table for name, table in group.items() if isinstance(table, h5py.Dataset)}


def _extend_checked(tables: Mapping[str, h5py.Dataset], rows: Sequence[Mapping[str, Any]]) -> None:
    """Append rows to the tables of a group, each with its checksum."""
    stored = [{name: np.asarray(value, tables[name].dtype) for name, value in row.items()} for row in rows]
    for name, table in tables.items():
        if name != "checksum":
            _extend(table, [row[name] for row in stored])
    _extend(tables["checksum"], [row_checksum(row) for row in stored])


def write_to_nowhere(descriptor: int) -> None:
    """Let HDF5 finish a file that it cannot write; it crashes, at once or at the end, if that fails.

    Parameters
    ----------
    descriptor : what HDF5 writes the file to (``file.id.get_vfd_handle()``).
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def systems_reason(error: BaseException) -> str | None:
    """Return why the system refused, in its own words; HDF5 has them in the middle of its own."""
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno)
    told = re.search(r"error message = '(.*?)'", str(error))
    return told and told[1]


def is_being_written(path: Path) -> bool:
    """Tell whether another program is recording into a file, as far as the system has locks on files."""
    try:
        h5py.File(path, "r").close()
    except OSError as error:
        return error.errno == errno.EAGAIN
    return False


def _try_repair(path: Path) -> str:
    return f"try: python main.py repair {shlex.quote(str(path))}"


def _reason(error: BaseException) -> str:
    """Say in words why a file could not be used; the HDF5 library's own are for programmers."""
    return (systems_reason(error) or "it is cut off or damaged").lower()
