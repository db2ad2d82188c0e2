"""What stands on the recordings page in place of a recording, and what it asks and explains."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

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
    record = key("record")
    return CardContent(
        "No recordings yet",
        f"In the live window press {record} to record the people you see, and {record} again to stop. "
        f"Recordings are kept in the folder “{folder.name}”.",
        (
            Choice("Back to live", back, hint("Back to live", "show_live", "step_back"), True),
            Choice(
                "Open a file…", choose_file, hint("Open a recording that lies elsewhere", "open_recording")
            ),
        ),
    )


def opening_card(name: str) -> CardContent:
    """Say that a recording is being opened."""
    return CardContent("Opening", f"{name}…", is_busy=True)


def damage_notice(repair: Action) -> Notice:
    """Say that some frames cannot be read, over those that can."""
    damaged, copy = "Some frames of this recording are damaged", "Copy what is sound into a new recording"
    return Notice(damaged, "warning", "Repair", repair, copy)


def in_progress_card() -> CardContent:
    """Say why a recording cannot be played yet."""
    return CardContent("Being recorded", "This recording can be played once it has been stopped.")


def failure_card(error: Exception, *, can_repair: bool, repair: Action, delete: Action) -> CardContent:
    """Say why a recording cannot be played; one that is damaged may be repaired or deleted."""
    if not (can_repair and isinstance(error, RecordingError)):
        return CardContent("This cannot be played", errors.sentence(error), details=errors.details(error))
    return CardContent(
        "This recording is damaged",
        "It was cut off or changed on the disk. Repair copies what is sound into a new recording and "
        "leaves this one as it is.",
        (
            Choice("Repair", repair, "Copy what is sound into a new recording", True),
            Choice("Delete…", delete, hint("Delete this recording", "delete")),
        ),
        details=errors.details(error),
    )


def refined_card(changes: Sequence[str], *, close: Action, export: Action) -> CardContent:
    """Say for each person what refining the motion has changed."""
    again = f"{key('refine')} shows it, and {key('refine')} again the refined motion."
    text = "\n\n".join((*changes, f"The recording itself stays as it is; {again}"))
    choices = (
        Choice("Got it", close, hint("Close this", "step_back"), is_primary=True, is_way_back=True),
        Choice("Export…", export, hint("Write it in another program's format", "export")),
    )
    return CardContent("Refined", text, choices)


def delete_card(path: Path, *, has_video: bool, delete: Action, keep: Action) -> CardContent:
    """Ask whether a recording shall go."""
    others = " and its video" if has_video else ""
    return CardContent(
        "Delete this recording?",
        f"“{path.stem}”{others} will be moved to the bin.",
        (
            Choice("Delete", delete, "Move it to the bin", True),
            Choice("Keep", keep, hint("Leave it where it is", "step_back"), is_way_back=True),
        ),
    )


def no_bin_card(path: Path, *, delete: Action, keep: Action) -> CardContent:
    """Ask whether a recording shall go for good, where there is no bin."""
    return CardContent(
        "There is no bin here",
        f"“{path.stem}” cannot be moved to a bin. Deleted for good, it cannot be brought back.",
        (
            Choice("Delete for good", delete, "It is final"),
            Choice("Keep", keep, hint("Leave it where it is", "step_back"), True, True),
        ),
    )
