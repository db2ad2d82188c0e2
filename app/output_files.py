"""Files that are written: that there is a place for them is looked at before the work, not after it."""

from __future__ import annotations

import json
import logging
import shutil
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)


def require_folder(file: Path | None) -> None:
    """Make sure that a file that is to be written, if there is one, has a folder.

    Raises
    ------
    ValueError : it has none.
    """
    if file is not None and not file.absolute().parent.is_dir():
        raise ValueError(f"There is no folder {file.parent} to write {file.name} into; make it first.")


def write_json(file: Path | None, content: Any) -> None:
    """Write JSON that people can read too, if a file is asked for.

    Raises
    ------
    OSError : the file cannot be written.
    """
    if file is not None:
        file.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def free_bytes(folder: Path) -> int | None:
    """Return the space left where a folder is or would be; None where that cannot be told."""
    for place in (folder, *folder.parents):
        try:
            return shutil.disk_usage(place).free
        except FileNotFoundError:
            continue
        except OSError as error:
            log.debug("the free space of %s is unknown: %s", place, error)
            return None
    return None
