"""RecordingLibrary: what recordings there are, each with its facts and a thumbnail. No Qt here."""

from __future__ import annotations

import datetime
import logging
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from app.drawing.painter import Painter
from app.hand_over import HandOver
from app.options import Options
from app.recordings.inspection import is_being_written
from app.recordings.painting import RecordedBody
from app.recordings.reader import Recording
from app.recordings.schema import RecordingError
from app.types import Frame
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

log = logging.getLogger(__name__)

THUMBNAIL = (192, 128)  # pixels, width and height: twice the size it is shown in
State = Literal["sound", "damaged", "in progress"]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A recording of the list.

    Attributes
    ----------
    path : of the file.
    recorded_at : when it began, or when the file was written last if that cannot be read.
    size_bytes : of the file, and of the video beside it.
    state : whether it can be read.
    length_s : from the first to the last frame.
    people : how many different people are in it.
    has_video : the source's video lies beside it.
    thumbnail : (H, W, 3) uint8 RGB of a frame near the middle; None before it is drawn, or if it cannot be.
    problem : one sentence if it is damaged.
    """

    path: Path
    recorded_at: datetime.datetime
    size_bytes: int
    state: State = "sound"
    length_s: float = 0.0
    people: int = 0
    has_video: bool = False
    thumbnail: np.ndarray | None = None
    problem: str = ""

    @property
    def name(self) -> str:
        """What it is called: the file's name without its ending."""
        return self.path.stem


class RecordingLibrary:
    """Looks through a folder in a thread of its own: first everybody's facts, then the thumbnails.

    What was found out about a file is kept as long as the file stays the same.
    """

    def __init__(self) -> None:
        self._wishes: HandOver[tuple[Path, tuple[Path, ...]]] = HandOver(newest_wins=True)
        self._found: HandOver[tuple[Entry, ...]] = HandOver(newest_wins=True)
        self._closing = threading.Event()
        self._known: dict[tuple[Path, int, int], Entry] = {}
        self._thread = threading.Thread(target=self._run, name="library", daemon=True)
        self._thread.start()

    def look(self, folder: Path, others: Iterable[Path] = ()) -> None:
        """Ask for the recordings of a folder, and for some that lie elsewhere."""
        self._wishes.put((folder, tuple(others)))

    def take(self) -> tuple[Entry, ...] | None:
        """Return the newest list, the newest recording first, once; None if nothing has changed."""
        return self._found.take()

    def stop(self) -> None:
        """Ask it to stop; returns at once."""
        self._closing.set()

    def close(self, timeout: float | None = None) -> bool:
        """Stop and wait until it has, at most so many seconds; tell whether it has."""
        self.stop()
        self._thread.join(timeout)
        return not self._thread.is_alive()

    # The library's thread ----------------------------------------------------------------------------------

    def _run(self) -> None:
        with _Thumbnails() as thumbnails:
            while not self._closing.is_set():
                wish = self._wishes.take(timeout=0.1)
                if wish is not None:
                    self._look_through(*wish, thumbnails)

    def _look_through(self, folder: Path, others: Sequence[Path], thumbnails: _Thumbnails) -> None:
        known: dict[tuple[Path, int, int], Entry] = {}
        for path in dict.fromkeys((*recordings_in(folder), *others)):
            if self._closing.is_set():
                return
            try:
                facts = path.stat()
            except OSError:  # deleted meanwhile
                continue
            key = path, facts.st_mtime_ns, facts.st_size
            known[key] = self._known.get(key) or entry_of(path)
        self._known = dict(sorted(known.items(), key=lambda item: item[1].recorded_at, reverse=True))
        self._found.put(tuple(self._known.values()))
        for key, entry in self._known.items():
            if self._closing.is_set() or not self._wishes.is_empty:
                return
            if entry.state == "sound" and entry.thumbnail is None:
                self._known[key] = replace(entry, thumbnail=thumbnails.draw(entry.path))
                self._found.put(tuple(self._known.values()))


def recordings_in(folder: Path) -> list[Path]:
    """Return the recordings of a folder; one that is missing or closed has none."""
    try:
        return [path for path in folder.iterdir() if path.suffix == ".h5" and not path.name.startswith(".")]
    except OSError as error:
        log.info("%s cannot be looked through: %s", folder, error)
        return []


def entry_of(path: Path) -> Entry:
    """Read the facts of a recording, but for its thumbnail."""
    facts = path.stat()
    written_at = datetime.datetime.fromtimestamp(facts.st_mtime).astimezone()
    entry = Entry(path, written_at, facts.st_size)
    try:
        with Recording(path) as recording:
            video = recording.video_path
            return replace(
                entry,
                recorded_at=_moment(recording.info.started_at, written_at),
                size_bytes=facts.st_size + (video.stat().st_size if video else 0),
                length_s=recording.duration_s,
                people=len(recording.ids),
                has_video=video is not None,
            )
    except RecordingError as error:
        if is_being_written(path):
            return replace(entry, state="in progress")
        return replace(entry, state="damaged", problem=str(error))


def _moment(text: str, otherwise: datetime.datetime) -> datetime.datetime:
    try:
        return datetime.datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):  # lost in a repaired recording
        return otherwise


class _Thumbnails:
    """Draws thumbnails of recordings; keeps the painter while the body stays the same."""

    def __init__(self) -> None:
        self._painter: Painter | None = None
        self._faces = np.empty((0, 3), np.int32)

    def draw(self, path: Path) -> np.ndarray | None:
        """Return the image of a frame near the middle with somebody in it; None if there is none."""
        try:
            with Recording(path) as recording:
                row = _row_to_show(recording)
                if row is None:
                    return None
                width, height = THUMBNAIL
                frame = Frame(row, np.empty((height, width, 3), np.uint8), 0.0, float("nan"))
                options = Options(view="orbit", opacity=1.0)
                return self._painter_for(recording).draw(frame, recording.frame(row).people, options)
        except (UserError, OSError, RuntimeError, ValueError) as error:
            log.info("no picture of %s: %s", path, error)
            return None

    def _painter_for(self, recording: Recording) -> Painter:
        if self._painter is None or not np.array_equal(self._faces, recording.faces):
            self.close()
            self._painter = Painter(RecordedBody.of(recording), recording.info.joint_names)
            self._faces = recording.faces
        return self._painter

    def close(self) -> None:
        if self._painter is not None:
            self._painter.close()
            self._painter = None

    def __enter__(self) -> _Thumbnails:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _row_to_show(recording: Recording) -> int | None:
    """Return the frame nearest to the middle that somebody is in."""
    rows = [recording.rows_of(person_id)[0] for person_id in recording.ids]
    if not rows:
        return None
    seen = np.unique(np.concatenate(rows))
    return int(seen[np.argmin(np.abs(seen - len(recording) / 2))])
