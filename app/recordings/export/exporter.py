"""export: writes a recording in another format, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.recordings.export.formats import FORMATS
from app.recordings.export.influences import MANY
from app.recordings.export.scene import Scene, VideoView
from app.recordings.motion.motion import RecordedMotion
from app.recordings.motion.refine import RefineFigures, RefineSettings, refine_motion
from app.recordings.motion.room import CAMERA, Room, floor_room
from app.recordings.motion.track import Track, frame_rate
from app.recordings.part import WHOLE, Part
from app.recordings.progress import Progress, no_progress, shared_progress
from app.recordings.reader import Recording
from app.recordings.schema import RecordingError
from models.errors import UserError
from models.files import require_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.recordings.export.formats import BoneNames, Format, Origin, Rest, Write
    from app.recordings.motion.motion import Motion

Report = Callable[[RefineFigures], None]


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """What is written of a recording, and how.

    Attributes
    ----------
    person : the one to export; all if None.
    fps : frames a second where the format needs a constant rate; the recording's own if None.
    view : of a video, from where it shows the people; the format's usual one if None.
    influences : how many bones move a vertex of a skinned mesh at most; as the format's readers take if None.
    origin : on the floor under the first step, facing forward, or the camera; None is the floor where a body
        can stand on it and the format is not bound to the picture.
    names : whose names bones have; their own, without dots, if None.
    rest : the pose in which bones and skin rest; the body's own if None.
    part : what is written of the recording, as if nothing else had been recorded; times count from there.
    refine : refines the motion before it is written; None writes it as recorded.
    replaces : whatever is there already; False does so with a file called as the output alone.
    """

    person: int | None = None
    fps: float | None = None
    view: VideoView | None = None
    refine: RefineSettings | None = None
    replaces: bool = True
    influences: int | None = None
    origin: Origin | None = None
    names: BoneNames | None = None
    rest: Rest | None = None
    part: Part = WHOLE


def export(
    path: Path,
    kind: str,
    output: Path,
    settings: ExportSettings = ExportSettings(),
    progress: Progress = no_progress,
    report: Report | None = None,
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
    settings : what is written, and how.
    progress : called with (steps done, steps).
    report : called with what refining changed, for each person, before anything is written.

    Returns
    -------
    What was written, the file or folder that was asked for (or the file of each person) first.

    Raises
    ------
    RecordingError, UserError, OSError : with a sentence for people.
    """
    # Its name is that of the file or folder, not . or ..; resolve() would go on to where a link leads.
    output = Path(os.path.abspath(output))  # noqa: PTH100
    form = FORMATS[kind]
    _refuse_what_does_not_fit(kind, form, output, settings)
    with Recording(path, settings.part) as recording:
        ids = _chosen_people(recording, settings.person)
        files = _files(form.together, ids, output)
        _refuse_files_in_the_way(recording, files, output, settings.replaces)
        recorded = [RecordedMotion(recording, person_id) for person_id in ids]
        motions: Sequence[Motion] = recorded
        if settings.refine is not None:
            motions = _refined(recorded, settings.refine, shared_progress(progress, 0, 2), report)
            progress = shared_progress(progress, 1, 2)
        scene = Scene(
            recording=recording,
            tracks=tuple(map(Track, motions)),
            fps=settings.fps or frame_rate(recording),
            view=settings.view or VideoView(),
            influences=settings.influences or form.influences or MANY,
            names=settings.names or "anny",
            rest=settings.rest or "own",
        )
        if form.is_in_room:
            scene = replace(scene, room=_room(scene, settings.origin))
        try:
            folder = output if output.is_dir() else output.parent
            with tempfile.TemporaryDirectory(prefix=".export-", dir=folder) as made:
                _write(form.writer(), scene, [Path(made) / file.name for file in files], progress)
                return _move(Path(made), output, settings.replaces)
        except OSError as error:
            if error.errno is None:  # a sentence of ours
                raise
            raise OSError(error.errno, error.strerror, str(output)) from error


def _refuse_what_does_not_fit(kind: str, form: Format, output: Path, settings: ExportSettings) -> None:
    """Say what a format cannot do, or which file or folder it cannot be written to."""
    if settings.view is not None and not form.has_view:
        raise UserError(f"A view or a look is for mp4; {kind} holds the meshes or bones themselves.")
    if settings.influences is not None and form.influences is None:
        skinned = ", ".join(name for name, other in FORMATS.items() if other.influences is not None)
        raise UserError(f"Influences are for {skinned}; {kind} holds no mesh that bones move.")
    if (settings.names or settings.rest) is not None and not form.has_bones:
        with_bones = ", ".join(name for name, other in FORMATS.items() if other.has_bones)
        raise UserError(f"Names and rest poses of bones are for {with_bones}; {kind} has none to choose.")
    if settings.origin is not None and not form.is_in_room:
        in_room = ", ".join(name for name, other in FORMATS.items() if other.is_in_room)
        raise UserError(f"The origin of {kind} is always the same; leave it out, or export one of {in_room}.")
    if form.suffixes and output.suffix.lower() not in form.suffixes:
        raise UserError(
            f"{output.name} does not end in {' or '.join(form.suffixes)}; name the file as its format asks."
        )
    if output.is_dir() is bool(form.suffixes) or (output.is_dir() and not settings.replaces):
        _refuse_to_replace([output])
    if not output.is_dir():
        require_folder(output)


def _room(scene: Scene, origin: Origin | None) -> Room:
    if origin is None:
        origin = "floor" if scene.recording.info.kind == "body" else "camera"
    return floor_room(scene.tracks) if origin == "floor" else CAMERA


def _chosen_people(recording: Recording, person: int | None) -> tuple[int, ...]:
    """Return the ids of everybody, or of the person that was asked for."""
    if not recording.ids and person is None:
        name = recording.path.name
        if recording.everybody:
            raise RecordingError(f"{name} has nobody in this part, so there is nothing to export.")
        raise RecordingError(f"{name} holds nobody, so there is nothing to export.")
    if person is None:
        return recording.ids
    if person not in recording.ids:
        here = " in this part" if person in recording.everybody else ""
        known = ", ".join(map(str, recording.ids)) or "nobody"
        raise UserError(f"{recording.path.name} holds no person {person}{here}; it has {known}.")
    return (person,)


def _files(together: bool, ids: Sequence[int], output: Path) -> list[Path]:
    """Name the file of everybody, or that of each person."""
    if together or len(ids) == 1:
        return [output]
    return [output.with_name(f"{output.stem}-{person_id}{output.suffix}") for person_id in ids]


def _refuse_files_in_the_way(
    recording: Recording, files: Sequence[Path], output: Path, replaces: bool
) -> None:
    video = recording.video_path
    if video is not None and output.exists() and output.samefile(video):
        raise UserError(f"{output.name} is the video kept with {recording.path.name}; name another file.")
    if not replaces:
        _refuse_to_replace(file for file in files if file != output)


def _refuse_to_replace(files: Iterable[Path]) -> None:
    for file in files:
        if file.exists():
            raise UserError(f"{file.name} exists already; choose another name.")


def _refined(
    motions: Sequence[RecordedMotion], settings: RefineSettings, progress: Progress, report: Report | None
) -> list[Motion]:
    refined: list[Motion] = []
    for i, recorded in enumerate(motions):
        motion, figures = refine_motion(recorded, settings, shared_progress(progress, i, len(motions)))
        refined.append(motion)
        if report:
            report(figures)
    return refined


def _write(write: Write, scene: Scene, files: Sequence[Path], progress: Progress) -> None:
    """Write everybody into one file, or each into one of their own."""
    if len(files) == 1:
        write(scene, files[0], progress)
        return
    for i, (track, file) in enumerate(zip(scene.tracks, files, strict=True)):
        write(replace(scene, tracks=(track,)), file, shared_progress(progress, i, len(files)))


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
