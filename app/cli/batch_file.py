"""The hidden command ``batch-file``: one input of a batch, as app/batch/child.py asks for it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from app.batch.parent import ASKED_TO_END, Parent
from app.batch.settings import EXPORT_FORMATS, RUN_FORMATS, BatchSettings
from app.cli.run import run
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.motion.refine import RefineSettings
from app.recordings.reader import Recording
from app.system.errors import command_sentence
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)


def batch_file() -> int:
    """Do what a line on standard input says; its end ends this process.

    Returns
    -------
    The exit code: 0; 1 after an error, which is told on standard output; 75 if somebody asked this process to
    end.
    """
    parent = Parent()
    task = parent.task
    settings = BatchSettings(**task["settings"] | {"write": tuple(task["settings"]["write"])})
    try:
        frames = make_results(task["source"], task["name"], Path(task["folder"]), settings, parent.progress)
    except Exception as error:
        log.debug("%s failed", task["source"], exc_info=True)
        parent.failed(command_sentence(error))
        return 1
    if frames is None:
        parent.asked_to_end()
        return ASKED_TO_END
    parent.done(frames)
    return 0


def make_results(
    source: str,
    name: str,
    folder: Path,
    settings: BatchSettings,
    on_frame: Callable[[int], None] = lambda _: None,
) -> int | None:
    """Make the results of one photo or video.

    Parameters
    ----------
    source : the input's file.
    name : of the results, to which each adds its ending.
    folder : where they go, empty.
    settings : what is made.
    on_frame : called with how many frames are done, and again and again while results are exported.

    Returns
    -------
    How many frames there were; None after a signal to end, when the results are not whole.

    Raises
    ------
    UserError, OSError : with a sentence for people.
    """
    exports = [kind for kind in settings.write if kind in EXPORT_FORMATS]
    files = {kind: folder / f"{name}{ending}" for kind, ending in (RUN_FORMATS | EXPORT_FORMATS).items()}
    recording = files["h5"] if exports or "h5" in settings.write else None
    frames = 0

    def count(done: int) -> None:
        nonlocal frames
        frames = done
        on_frame(done)

    code = run(
        settings.options(source),
        json_lines=files["json"] if "json" in settings.write else None,
        video=files["mp4"] if "mp4" in settings.write else None,
        recording=recording,
        overlay="mp4" in settings.write,
        on_frame=count,
    )
    if code:
        return None
    if frames == 0:
        raise UserError(f"{Path(source).name} gave no frame; look at the file, or leave it out.")
    if recording is not None:
        if exports and _has_people(recording, settings):
            refine = RefineSettings() if settings.refine else None
            for kind in exports:
                export(
                    recording, kind, files[kind], ExportSettings(refine=refine), lambda *_: on_frame(frames)
                )
        if "h5" not in settings.write:
            recording.unlink()
    return frames


def _has_people(recording: Path, settings: BatchSettings) -> bool:
    """Tell whether there is anybody to export; without anybody another result must say so."""
    with Recording(recording) as opened:
        if opened.ids:
            return True
    if not any(kind in RUN_FORMATS for kind in settings.write):
        raise UserError(
            f"Nobody was found in {recording.stem}, so there is nothing to export; "
            "add json to --write, which says so too."
        )
    return False
