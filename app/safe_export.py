"""Exports so that a stop or a failure leaves nothing half written and replaces nothing unasked."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.export import RefineFigures, RefineSettings, export
from app.options import Options


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be exported, and how: see :func:`app.export.export`.

    Attributes
    ----------
    path : of the recording.
    kind : the format.
    output : the file, or for an OBJ or PLY sequence the folder, which must not exist yet.
    person : the one to export; everybody if None.
    fps : frames a second; the recording's own if None.
    look : the view of a video, and its eye; the recorded camera's view of the mesh if None.
    refine : clean the motion up.
    """

    path: Path
    kind: str
    output: Path
    person: int | None = None
    fps: float | None = None
    look: Options | None = None
    refine: bool = False


def export_whole(
    wish: ExportWish,
    progress: Callable[[int, int], None],
    report: Callable[[RefineFigures], None] | None = None,
) -> list[Path]:
    """Export into a folder beside the output, and move everything from there when it is complete.

    Returns
    -------
    The files that were written, the wanted one first.

    Raises
    ------
    RecordingError, ValueError, OSError : with a sentence for people.
    """
    place = wish.output.parent
    if not place.is_dir():
        raise ValueError(f"There is no folder {place} to write {wish.output.name} into; choose another.")
    with tempfile.TemporaryDirectory(prefix=".export-", dir=place) as folder:
        refine = RefineSettings() if wish.refine else None
        output = Path(folder) / wish.output.name
        export(wish.path, wish.kind, output, wish.person, wish.fps, wish.look, progress, refine, report)
        made = sorted(Path(folder).iterdir(), key=lambda file: file.name != wish.output.name)
        for file in made:
            new = place / file.name
            if new.exists() and (new != wish.output or new.is_dir()):
                raise ValueError(f"{new.name} exists already; choose another name.")
        for file in made:
            file.replace(place / file.name)
    return [place / file.name for file in made]
