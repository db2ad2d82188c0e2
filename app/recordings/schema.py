"""The recording file's format: mesh sequences in HDF5, written so that a kill loses at most a second.

Layout (all rows of ``people`` that belong to one frame stand together, in the order of ``frames``):

``frames/``  one row a recorded frame: ``time_s`` seconds on the monotonic clock since the recording began,
             ``source_time_s`` the source's own clock, ``index`` the source's frame number, ``people`` rows
             in ``people/``; where the video was kept too, ``video_frame`` the number of the frame's image
             in it, counted from 0, or -1.
``people/``  one row a person and frame: ``frame`` row in ``frames/``, ``id``, ``score``, ``vertices`` (V, 3)
             uint16 with ``vertices_origin`` (3,) and ``vertices_step``: metres = origin + step * value,
             root-centred, camera axes; ``joints`` (J, 3) metres, ``camera`` (s, tx, ty), ``translation``
             (3,) metres, ``focal_px``, ``crop`` (x, y, size, angle), ``box`` (x0, y0, x1, y1), ``is_left``,
             where the body has bones ``pose`` (B, 3), ``betas`` (S,), ``root`` (3,) and ``pose_error_mm``
             as the JSON lines tell them (zeros where they are not known),
             and further outputs of the model such as ``smpl_rotmat`` or ``joint_scores`` (17,), how surely
             COCO's joints were seen.
``drops/``   one row whenever frames were lost: ``time_s``, ``count``, ``cause``.
``faces``    (F, 3) triangles, and the attributes of the file: what was recorded, with what, where.

Each row of ``frames/`` and ``people/`` has a ``checksum``, by which damage is recognised
(:func:`row_checksum`). HDF5's own would cover 256 rows of small tables at once: a kill in the middle
of rewriting them would then lose rows that were safe.

The plain HDF5 format is used, not its newest or SWMR variants: a file that was flushed opens normally after
a kill, which those do not. Metadata is only written by an explicit flush.
"""

from __future__ import annotations

import json
import platform
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import h5py
import numpy as np

from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.types import Person
    from models.inference.model_info import ModelInfo

FORMAT = "fastmetro-live-recording/1"
VERTEX_STEP_M = 1.9e-4  # rounds by at most 0.095 mm; 16 bits then span 12 m

Columns = dict[str, tuple[tuple[int, ...], Any]]  # shape of a row and kind of number, by name
FRAME_COLUMNS: Columns = {
    "time_s": ((), "f8"),
    "source_time_s": ((), "f8"),
    "index": ((), "i8"),
    "people": ((), "i2"),
    "checksum": ((), "u4"),
}
VIDEO_COLUMN: Columns = {"video_frame": ((), "i8")}  # of frames/, where the video was kept
DROP_COLUMNS: Columns = {"time_s": ((), "f8"), "count": ((), "i8"), "cause": ((), h5py.string_dtype())}
NO_VIDEO_FRAME = -1


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
    video_frame : number of the frame's image in the video beside the recording; -1 if there is none.
    """

    time_s: float
    source_time_s: float
    index: int
    people: tuple[Person, ...]
    video_frame: int = NO_VIDEO_FRAME


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

    ``video`` names the video file beside the recording, empty where none was kept; ``frame_rate`` is the
    source's own rate as a fraction, such as ``30000/1001``, empty where it does not say.
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
    frame_rate: str = ""
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
        frame_rate: str = "",
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
            frame_rate=frame_rate,
        )


def fact(name: str, value: Any) -> Any:
    """Return an attribute of a file as :class:`RecordingInfo` has it.

    Raises
    ------
    ValueError, TypeError : a recording keeps nothing like that under this name.
    """
    if name in ("width", "height"):
        if not isinstance(value, int | np.integer):
            raise TypeError(f"{name} is a whole number")
        return int(value)
    if name == "joint_names":
        names = value.tolist() if isinstance(value, np.ndarray) else None
        if not isinstance(names, list) or not all(isinstance(one, str) for one in names):
            raise TypeError("joints have a list of names")
        return tuple(names)
    if not isinstance(value, str):
        raise TypeError(f"{name} is a text")
    if name != "settings":
        return value
    settings = json.loads(value)
    if not isinstance(settings, dict):
        raise TypeError("settings have names")
    return settings


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
