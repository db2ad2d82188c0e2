"""What stands on the recordings page in place of a recording, and what it asks and explains."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.gui.languages.language import tr
from app.gui.languages.sentences import translated
from app.gui.shortcuts import hint, key
from app.gui.widgets.banner import Notice
from app.gui.widgets.card import CardContent, Choice
from app.recordings.schema import RecordingError
from app.system import errors

if TYPE_CHECKING:
    from pathlib import Path

Action = Callable[[], None]


def no_recordings_card(folder: Path, *, back: Action, choose_file: Action) -> CardContent:
    """Say how to make a recording, where there is none."""
    return CardContent(
        tr("No recordings yet"),
        tr(
            "In the live window press {key} to record the people you see, and {key} again to stop. "
            "Recordings are kept in the folder “{folder}”."
        ).format(key=key("record"), folder=folder.name),
        (
            Choice(tr("Back to live"), back, hint(tr("Back to live"), "show_live", "step_back"), True),
            Choice(
                tr("Open a file…"),
                choose_file,
                hint(tr("Open a recording that lies elsewhere"), "open_recording"),
            ),
        ),
    )


def opening_card(name: str) -> CardContent:
    """Say that a recording is being opened."""
    return CardContent(tr("Opening"), f"{name}…", is_busy=True)


def damage_notice(repair: Action) -> Notice:
    """Say that some frames cannot be read, over those that can."""
    damaged, copy = (
        tr("Some frames of this recording are damaged"),
        tr("Copy what is sound into a new recording"),
    )
    return Notice(damaged, "warning", tr("Repair"), repair, copy)


def in_progress_card() -> CardContent:
    """Say why a recording cannot be played yet."""
    return CardContent(tr("Being recorded"), tr("This recording can be played once it has been stopped."))


def failure_card(error: Exception, *, can_repair: bool, repair: Action, delete: Action) -> CardContent:
    """Say why a recording cannot be played; one that is damaged may be repaired or deleted."""
    if not (can_repair and isinstance(error, RecordingError)):
        return CardContent(
            tr("This cannot be played"), translated(errors.sentence(error)), details=errors.details(error)
        )
    return CardContent(
        tr("This recording is damaged"),
        tr(
            "It was cut off or changed on the disk. Repair copies what is sound into a new recording and "
            "leaves this one as it is."
        ),
        (
            Choice(tr("Repair"), repair, tr("Copy what is sound into a new recording"), True),
            Choice(tr("Delete…"), delete, hint(tr("Delete this recording"), "delete")),
        ),
        details=errors.details(error),
    )


def refined_card(changes: Sequence[str], *, close: Action, export: Action) -> CardContent:
    """Say for each person what refining the motion has changed."""
    stays = tr(
        "The recording itself stays as it is; {key} shows it, and {key} again the refined motion."
    ).format(key=key("refine"))
    said = ("\n".join(map(translated, change.splitlines())) for change in changes)
    text = "\n\n".join((*said, stays))
    choices = (
        Choice(tr("Got it"), close, hint(tr("Close this"), "step_back"), is_primary=True, is_way_back=True),
        Choice(tr("Export…"), export, hint(tr("Write it in another program's format"), "export")),
    )
    return CardContent(tr("Refined"), text, choices)


def delete_card(path: Path, *, has_video: bool, delete: Action, keep: Action) -> CardContent:
    """Ask whether a recording shall go."""
    asked = (
        tr("“{name}” and its video will be moved to the bin.")
        if has_video
        else tr("“{name}” will be moved to the bin.")
    )
    return CardContent(
        tr("Delete this recording?"),
        asked.format(name=path.stem),
        (
            Choice(tr("Delete"), delete, tr("Move it to the bin"), True),
            Choice(tr("Keep"), keep, hint(tr("Leave it where it is"), "step_back"), is_way_back=True),
        ),
    )


def no_bin_card(path: Path, *, delete: Action, keep: Action) -> CardContent:
    """Ask whether a recording shall go for good, where there is no bin."""
    return CardContent(
        tr("There is no bin here"),
        tr("“{name}” cannot be moved to a bin. Deleted for good, it cannot be brought back.").format(
            name=path.stem
        ),
        (
            Choice(tr("Delete for good"), delete, tr("It is final")),
            Choice(tr("Keep"), keep, hint(tr("Leave it where it is"), "step_back"), True, True),
        ),
    )
