"""CSV: the joints of people and the angles between them as a table, wide or long.

Commas between cells, points in numbers, UTF-8, whatever the machine's language. The first row names the
columns, each with its unit: ``_s`` seconds since the recording began, ``_m`` metres, ``_px`` pixels of the
picture, ``_deg`` degrees. Positions are as the camera sees them: x right, y down, z away from it.

Everybody has a row for each frame from the first to the last one in which they were found (wide), or for each
of these frames and each joint (long), at the recorded moments. Cells of what is not known are empty; while
somebody was away these are all but the frame, the person and the joint.
"""

from __future__ import annotations

import csv
import functools
import heapq
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from models.body.joint_angles import ANGLES, FLEXIONS, has_joint_angles, joint_angles
from models.body.joints import COCO17, COCO_OF
from models.camera.projection import NEAR, project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.recordings.export.scene import Scene
    from app.recordings.motion.track import Track
    from app.recordings.progress import Progress

# Decimals by the end of a column's name; other numbers are whole.
_DECIMALS = {"_s": 6, "_m": 5, "_px": 2, "_deg": 2, "score": 4}
_ROWS_BETWEEN_REPORTS = 256
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would compute a text that begins so

Columns = dict[str, np.ndarray]
Row = list[str]


def write_wide(scene: Scene, output: Path, progress: Progress) -> None:
    """Write a row a frame and person."""
    joints = scene.recording.info.joint_names

    def header(person: _Person) -> Row:
        of_joints = [f"{_text(joint)}_{name}" for joint in joints for name in person.of_joints]
        return [*person.of_body, *of_joints, *person.angles]

    def rows(person: _Person, moment: int) -> Iterator[Row]:
        of_joints = [cell for j in range(len(joints)) for cell in _cells(person.of_joints, moment, j)]
        yield [*_cells(person.of_body, moment), *of_joints, *_cells(person.angles, moment)]

    _write(scene, output, progress, header, rows)


def write_long(scene: Scene, output: Path, progress: Progress) -> None:
    """Write a row a frame, person and joint."""
    joints = scene.recording.info.joint_names

    def header(person: _Person) -> Row:
        angles = ["flexion_deg", "trunk_pitch_deg"] if person.angles else []
        return [*person.of_body, "joint", *person.of_joints, *angles]

    def rows(person: _Person, moment: int) -> Iterator[Row]:
        of_body, angles = _cells(person.of_body, moment), {}
        if person.angles:
            angles = dict(zip(ANGLES, _cells(person.angles, moment), strict=True))
        for j, joint in enumerate(joints):
            row = [*of_body, _text(joint), *_cells(person.of_joints, moment, j)]
            if angles:
                row += [angles[FLEXIONS[joint]] if joint in FLEXIONS else "", angles["trunk_pitch"]]
            yield row

    _write(scene, output, progress, header, rows)


@dataclass(frozen=True, slots=True, eq=False)
class _Person:
    """What a table says of somebody, at the moments of rows.

    Attributes
    ----------
    id : the person's.
    times_s, frames : (M,) when, and the source's frame numbers, -1 where it has none.
    places : (M,) which rows of the columns are meant; the last one, which knows nothing, while the person
        was away.
    of_body, of_joints, angles : columns by name: (N + 1,), (N + 1, J) and (N + 1,).
    """

    id: int
    times_s: np.ndarray
    frames: np.ndarray
    places: np.ndarray
    of_body: Columns
    of_joints: Columns
    angles: Columns

    @classmethod
    def of(cls, track: Track) -> _Person:
        recording, tables = track.motion.recording, track.motion.tables()
        joint_names, root = recording.info.joint_names, tables["translation"]
        joints = tables["joints"] + root[:, None]
        told = {"filled": "filled", "person_score": "score"}
        if recording.info.kind == "hand":
            told["is_left"] = "is_left"
        of_body = {name: tables[table] for name, table in told.items() if table in tables}
        of_body |= {f"root_{axis}_m": root[:, k] for k, axis in enumerate("xyz")}
        of_joints = {f"{axis}_m": joints[..., k] for k, axis in enumerate("xyz")}
        pixels = _pixels(joints, tables["focal_px"], (recording.info.width, recording.info.height))
        of_joints |= {f"{axis}_px": pixels[..., k] for k, axis in enumerate("xy")}
        if "joint_scores" in tables:
            of_joints["score"] = _scores(tables["joint_scores"], joint_names)
        angles: Columns = {}
        if has_joint_angles(joint_names):
            values = joint_angles(joints, joint_names)
            angles = {f"{name}_deg": values[:, k] for k, name in enumerate(ANGLES)}
        frame_times_s, first = np.unique(recording.times_s, return_index=True)
        lasts = (track.times_s[0] <= frame_times_s) & (frame_times_s <= track.times_s[-1])
        moments = np.union1d(track.times_s, frame_times_s[lasts])
        return cls(
            id=track.id,
            times_s=moments,
            frames=_at(moments, frame_times_s, recording.index[first]),
            places=_at(moments, track.times_s, np.arange(len(track.times_s))),
            of_body=_with_unknown(of_body),
            of_joints=_with_unknown(of_joints),
            angles=_with_unknown(angles),
        )


def _at(moments: np.ndarray, times_s: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Return the values that belong to these moments, -1 where none does."""
    place = np.minimum(np.searchsorted(times_s, moments), len(times_s) - 1)
    return np.where(times_s[place] == moments, values[place], -1)


def _with_unknown(columns: Columns) -> Columns:
    """Add a last row to columns, -1, that knows nothing."""
    return {
        name: np.concatenate([values, np.full((1, *values.shape[1:]), np.nan)])
        for name, values in columns.items()
    }


def _pixels(joints: np.ndarray, focal_px: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Project (N, J, 3) joints; return (N, J, 2), not a number for those behind the camera."""
    return np.where(joints[..., 2:] > NEAR, project(joints, focal_px[:, None, None], size), np.nan)


def _scores(of_coco: np.ndarray, joint_names: tuple[str, ...]) -> np.ndarray:
    """Return (N, J) how surely joints were seen, not a number for those that COCO does not have."""
    scores = np.full((len(of_coco), len(joint_names)), np.nan)
    for j, name in enumerate(joint_names):
        if name in COCO_OF:
            scores[:, j] = of_coco[:, COCO17.index(COCO_OF[name])]
    return scores


def _write(
    scene: Scene,
    output: Path,
    progress: Progress,
    header: Callable[[_Person], Row],
    rows: Callable[[_Person, int], Iterator[Row]],
) -> None:
    """Write everybody's rows in the order of time."""
    people = [_Person.of(track) for track in scene.tracks]
    total = sum(len(person.times_s) for person in people)
    in_order = heapq.merge(
        *([(time, person.id, row, person) for row, time in enumerate(person.times_s)] for person in people)
    )
    with output.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["time_s", "frame", "person", *header(people[0])])
        for done, (time, person_id, row, person) in enumerate(in_order, start=1):
            frame = str(person.frames[row]) if person.frames[row] >= 0 else ""
            for cells in rows(person, person.places[row]):
                table.writerow([_cell("time_s", time), frame, str(person_id), *cells])
            if done % _ROWS_BETWEEN_REPORTS == 0 or done == total:
                progress(done, total)


def _cells(columns: Columns, *place: int) -> Row:
    return [_cell(name, values[place]) for name, values in columns.items()]


def _cell(column: str, value: float) -> str:
    return f"{value:.{_decimals(column)}f}" if math.isfinite(value) else ""


@functools.cache
def _decimals(column: str) -> int:
    return next((decimals for end, decimals in _DECIMALS.items() if column.endswith(end)), 0)


def _text(name: str) -> str:
    """Return a name so that no spreadsheet computes it."""
    return f"'{name}" if name.startswith(_FORMULA) else name
