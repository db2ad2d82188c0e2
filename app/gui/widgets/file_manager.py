"""Shows folders in the system's file manager."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QProcessEnvironment

from models.environment import environment_for_programs

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

OPENERS = {"darwin": "open", "win32": "explorer"}


def show_folder(folder: Path) -> None:
    """Show a folder, which is made when missing.

    Raises
    ------
    OSError : it cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    environment = QProcessEnvironment()
    for name, value in environment_for_programs().items():
        environment.insert(name, value)
    process = QProcess()
    process.setProgram(OPENERS.get(sys.platform, "xdg-open"))
    process.setArguments([str(folder.absolute())])
    process.setProcessEnvironment(environment)
    if not process.startDetached():
        log.warning("%s could not be shown: %s is missing", folder.name, process.program())
