"""export: writes a recording in another format, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.recordings.export import mp4
from app.recordings.export.formats import FORMATS
from app.recordings.motion.refine import RefineFigures, RefineSettings, refine_track
from app.recordings.motion.track import Progress, Track, frame_rate, shared_progress
from app.recordings.reader import Recording
from app.recordings.schema import RecordingError
from models.errors import UserError
from models.files import require_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.options import Options


def export(
    path: Path,
    kind: str,
    output: Path,
    person: int | None = None,
    fps: float | None = None,
    look: Options | None = None,
    progress: Progress | None = None,
    refine: RefineSettings | None = None,
    report: Callable[[RefineFigures], None] | None = None,
    replaces: bool = True,
) -> list[Path]:
    """Write a recording in another format.

    It is written into a folder beside the output, or in it if that is one, and moved from there when it is
    complete: a stop or a failure leaves nothing half written, and what was there before.

    Parameters
    ----------
    path : of the recording.
    kind : one of :data:`app.recordings.export.formats.FORMATS`.
    output : the file, or for an OBJ or PLY sequence the folder. Formats that hold one person get a file for
        each, ``NAME-ID.ending``, when there are several.
    person : the one to export; all if None.
    fps : frames a second where the format needs a constant rate; the recording's own if None.
    look : of a video, how the people are shown: over the kept video, or alone from the recorded camera or
        from around; alone from the recorded camera if None.
    progress : called with (steps done, steps).
    refine : cleans the motion up before it is written; None writes it as recorded.
    report : called with what refining changed, for each person, before anything is written.
    replaces : whatever is there already; False does so with a file called as the output alone.

    Returns
    -------
    What was written, the file or folder that was asked for (or the file of each person) first.

    Raises
    ------
    RecordingError, UserError, OSError : with a sentence for people.
    """
    output = Path(os.path.abspath(output))  # its name is that of the file or folder, not . or ..
    form = FORMATS[kind]
    if look is not None and kind != "mp4":
        raise UserError(f"A view is for mp4; {kind} holds the meshes or bones themselves.")
    if form.suffixes and output.suffix.lower() not in form.suffixes:
        raise UserError(
            f"{output.name} does not end in {' or '.join(form.suffixes)}; name the file as its format asks."
        )
    if output.is_dir() is bool(form.suffixes) or (output.is_dir() and not replaces):
        _refuse_to_replace([output])
    if not output.is_dir():
        require_folder(output)
    with Recording(path) as recording:
        ids = recording.ids if person is None else (person,)
        if not ids:
            raise RecordingError(f"{path.name} holds nobody, so there is nothing to export.")
        if person is not None and person not in recording.ids:
            known = ", ".join(map(str, recording.ids))
            raise UserError(f"{path.name} holds no person {person}; it has {known}.")
        video = recording.video_path
        if video is not None and output.exists() and output.samefile(video):
            raise UserError(f"{output.name} is the video kept with {path.name}; name another file.")
        files = _files(form.together, ids, output)
        if not replaces:
            _refuse_to_replace([file for file in files if file != output])
        tracks = [Track(recording, person_id) for person_id in ids]
        rate = fps or frame_rate(recording)
        progress = progress or (lambda done, total: None)
        if refine is not None:
            tracks = _refined(tracks, refine, shared_progress(progress, 0, 2), report)
            progress = shared_progress(progress, 1, 2)
        write = partial(mp4.write, options=look) if look is not None else form.writer()
        try:
            place = output if output.is_dir() else output.parent
            with tempfile.TemporaryDirectory(prefix=".export-", dir=place) as folder:
                _write(write, tracks, [Path(folder) / file.name for file in files], rate, progress)
                return _move(Path(folder), output, replaces)
        except OSError as error:
            if error.errno is None:  # a sentence of ours
                raise
            raise OSError(error.errno, error.strerror, str(output)) from error


def _files(together: bool, ids: Sequence[int], output: Path) -> list[Path]:
    """Name the file of everybody, or that of each person."""
    if together or len(ids) == 1:
        return [output]
    return [output.with_name(f"{output.stem}-{person_id}{output.suffix}") for person_id in ids]


def _refuse_to_replace(files: Iterable[Path]) -> None:
    for file in files:
        if file.exists():
            raise UserError(f"{file.name} exists already; choose another name.")


def _write(
    write: Callable[[list[Track], Path, float, Progress], None],
    tracks: list[Track],
    files: list[Path],
    fps: float,
    progress: Progress,
) -> None:
    """Write everybody into one file, or each into one of their own."""
    if len(files) == 1:
        write(tracks, files[0], fps, progress)
        return
    for i, (track, file) in enumerate(zip(tracks, files, strict=True)):
        write([track], file, fps, shared_progress(progress, i, len(tracks)))


def _move(folder: Path, output: Path, replaces: bool) -> list[Path]:
    """Move everything from a folder to where the output shall be; return it, what was asked for first."""
    moves = [(made, output.with_name(made.name)) for made in folder.iterdir()]
    moves.sort(key=lambda move: (move[1].suffix != output.suffix, move[1].name))
    if not replaces:
        _refuse_to_replace(new for _, new in moves if new != output or new.is_dir())
    for made, new in moves:
        if new.is_dir():  # a sequence of meshes goes among what is there
            for mesh in made.iterdir():
                mesh.replace(new / mesh.name)
        else:
            made.replace(new)
    return [new for _, new in moves]


def _refined(
    tracks: list[Track],
    settings: RefineSettings,
    progress: Progress,
    report: Callable[[RefineFigures], None] | None,
) -> list[Track]:
    refined: list[Track] = []
    for i, track in enumerate(tracks):
        track, figures = refine_track(track, settings, shared_progress(progress, i, len(tracks)))
        refined.append(track)
        if report:
            report(figures)
    return refined
