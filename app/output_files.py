"""Files that commands write: that there is a place for them is looked at before the work, not after it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


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
