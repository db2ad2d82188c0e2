"""JSON files for people and programs, whether two files are one, and the space that is left for files."""

from __future__ import annotations

import json
import logging
import shutil
from typing import TYPE_CHECKING, Any

from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

_LOOKED_AT = 512  # bytes at a file's beginning

log = logging.getLogger(__name__)


def write_json(file: Path | None, content: Any) -> None:
    """Write JSON that people can read too, if a file is asked for.

    Raises
    ------
    OSError : the file cannot be written.
    UserError : it is there already and holds something else, such as a recording.
    """
    if file is not None:
        _require_json(file)
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        # What a name has that is not UTF-8 becomes JSON's own escapes.
        file.write_text(text, encoding="utf-8", errors="backslashreplace")


def _require_json(file: Path) -> None:
    """Make sure that JSON takes the place of nothing else, such as a recording."""
    if not file.is_file():
        return
    with file.open("rb") as content:
        start = content.read(_LOOKED_AT).strip()
    if start and start[:1] not in b"{[":
        raise UserError(f"{file} is there already and holds no JSON; name another file.")


def is_same_file(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file, which need not be there yet."""
    return one.resolve() == other.resolve() or (one.exists() and other.exists() and one.samefile(other))


def free_bytes(folder: Path) -> int | None:
    """Return the space left where a folder is or would be; None where that cannot be told."""
    for parent in (folder, *folder.parents):
        try:
            return shutil.disk_usage(parent).free
        except FileNotFoundError:
            continue
        except OSError as error:
            log.debug("the free space of %s is unknown: %s", parent, error)
            return None
    return None
