"""The ``info`` command: what a recording holds, as a table and as JSON."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from app.recordings.reader import Recording
from app.recordings.reserve import give_back
from app.system.files import is_same_file, write_json
from app.text import counted
from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path


def describe(recording: Recording) -> dict[str, Any]:
    """Return what a recording holds, ready for JSON.

    Times are seconds; ``people`` has for each id the frames it is in and the moments it was first and last
    seen; ``dropped`` counts lost frames by cause; ``video`` is kept beside the recording.
    """
    info = recording.info
    people = []
    for person_id in recording.ids:
        times = recording.times_s[recording.rows_of(person_id)[0]]
        people.append(
            {
                "id": person_id,
                "frames": len(times),
                "first_s": round(float(times[0]), 3),
                "last_s": round(float(times[-1]), 3),
            }
        )
    dropped: Counter[str] = Counter()
    for drop in recording.drops:
        dropped[drop.cause] += drop.count
    duration = recording.duration_s
    return {
        "file": str(recording.path),
        "size_bytes": recording.path.stat().st_size,
        "source": info.source,
        "width": info.width,
        "height": info.height,
        "model": info.model,
        "model_version": info.model_version,
        "body": info.body,
        "kind": info.kind,
        "vertices": recording.num_vertices,
        "joint_names": list(info.joint_names),
        "outputs": list(recording.parameter_names()),
        "started_at": info.started_at,
        "machine": info.machine,
        "program_version": info.program_version,
        "settings": info.settings,
        "frames": len(recording),
        "duration_s": round(duration, 3),
        "mean_fps": round((len(recording) - 1) / duration, 2) if duration > 0 else None,
        "people": people,
        "dropped": dict(dropped),
        "video": recording.video_path.name if recording.video_path else None,
        "pictures_missing": recording.video_frames_missing,
    }


def show_info(path: Path, json_file: Path | None) -> int:
    """Print what a recording holds and write it to a file if one is given; return the exit code.

    Raises
    ------
    app.recordings.schema.RecordingError : it cannot be read.
    UserError : the file is the recording itself, or its video.
    """
    give_back(path)
    with Recording(path) as recording:
        if json_file is not None:
            _refuse_to_replace(recording, json_file)
        record = describe(recording)
    rate = f", {record['mean_fps']:.1f} a second on average" if record["mean_fps"] else ""
    followed, nobody = ("hands", "none") if record["kind"] == "hand" else ("people", "nobody")
    rows = {
        "source": f"{record['source']}, {record['width']}x{record['height']}",
        "recorded": f"{record['started_at']} on {record['machine']}",
        "model": f"{record['model']} {record['model_version']}",
        "body": f"{record['body']} ({record['kind']}, {record['vertices']} vertices)",
        "length": f"{clock(record['duration_s'])}, {counted(record['frames'], 'frame')}{rate}",
        followed: "\n".join(
            f"{person['id']}: {counted(person['frames'], 'frame')}, "
            f"{clock(person['first_s'])} to {clock(person['last_s'])}"
            for person in record["people"]
        )
        or nobody,
        "lost": "\n".join(f"{counted(count, 'frame')}: {cause}" for cause, count in record["dropped"].items())
        or "none",
        "size": f"{record['size_bytes'] / 1e6:.1f} MB",
    }
    if record["video"]:
        missing = record["pictures_missing"]
        rows["video"] = record["video"] + (f", {missing} frames have no picture" if missing else "")
    table = Table(box=None, pad_edge=False, show_header=False, title=path.name, title_justify="left")
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for name, text in rows.items():
        table.add_row(name, text)
    Console(highlight=False, markup=False).print(table)
    write_json(json_file, record)
    return 0


def _refuse_to_replace(recording: Recording, file: Path) -> None:
    if is_same_file(file, recording.path):
        raise UserError(f"{file} is the recording itself; name another file for --json.")
    video = recording.video_path
    if video is not None and is_same_file(file, video):
        raise UserError(f"{file} is the video kept with the recording; name another file for --json.")


def clock(seconds: float) -> str:
    """Write seconds as minutes and seconds, such as ``2:05.3``."""
    tenths = round(seconds * 10)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"
