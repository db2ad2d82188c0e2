"""The system's bin: files are put into it, and brought back."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from PySide6.QtCore import QFile


def move_to_bin(path: Path) -> Path | None:
    """Put a file into the bin.

    Returns
    -------
    Where it lies now, as far as the system tells, or else its old place; None where there is no bin for it.
    """
    file = QFile(str(path))
    return Path(file.fileName()) if file.moveToTrash() else None


def bring_back(binned: Path, path: Path) -> None:
    """Put a file from the bin where it was.

    Raises
    ------
    OSError : it is not in the bin any more, its old place is taken, or it cannot be moved.
    """
    if path.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    shutil.move(binned, path)
    # Where the bin is a folder of freedesktop.org's kind, a note beside it says where each file came from.
    (binned.parent.parent / "info" / f"{binned.name}.trashinfo").unlink(missing_ok=True)
