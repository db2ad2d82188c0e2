"""The space that a recording in progress holds in a hidden file, to finish properly on a full disk."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from app.recordings.inspection import is_being_written
from app.recordings.schema import RecordingError

if TYPE_CHECKING:
    from pathlib import Path

RESERVE_BYTES = 2 << 20
_ENDING = ".reserve"
_CLAIM_S = 60.0  # from the claim of a name to its recording pass moments


def reserve_of(path: Path) -> Path:
    """Return where a recording holds space in reserve."""
    return path.with_name(f".{path.name}{_ENDING}")


def claim_reserve(path: Path) -> None:
    """Hold space for a new recording, and give back what killed ones of its folder still hold.

    Raises
    ------
    RecordingError : there is no space, or the folder cannot be written to.
    """
    reserve = reserve_of(path)
    try:
        for other in path.parent.glob(f".*.h5{_ENDING}"):
            give_back(other.with_name(other.name.removeprefix(".").removesuffix(_ENDING)))
        reserve.write_bytes(bytes(RESERVE_BYTES))
    except OSError as error:
        release_reserve(path)
        raise RecordingError(
            f"Nothing can be recorded in {path.parent} ({(error.strerror or str(error)).lower()}); "
            "choose another folder or make space."
        ) from error


def release_reserve(path: Path) -> None:
    """Give the space of a recording back."""
    with contextlib.suppress(OSError):  # a dead disk keeps it, and more is to be said then
        reserve_of(path).unlink(missing_ok=True)


def give_back(path: Path) -> None:
    """Give the space of a recording back unless it is in progress, or its name has just been claimed."""
    try:
        age_s = time.time() - reserve_of(path).stat().st_mtime
    except (OSError, ValueError):  # there is none, or the path has no name
        return
    is_in_use = is_being_written(path) if path.exists() else age_s < _CLAIM_S
    if not is_in_use:
        release_reserve(path)
