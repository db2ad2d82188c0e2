"""Which Qt there is, and whether its window could open; for those outside the window."""

from __future__ import annotations

import importlib
import os
import subprocess

from PySide6.QtCore import qVersion

from models.program import HOME, module_command


def qt_version() -> str:
    """Return the version of Qt.

    Raises
    ------
    ImportError : libraries of the system are missing that its widgets need.
    """
    importlib.import_module("PySide6.QtWidgets")
    return qVersion()


def why_no_window(seconds: float = 20.0) -> str:
    """Return why no window can open on this display, in Qt's own words; empty if one can.

    Qt ends the program that lacks a library of its platform, so a process of its own tries.

    Parameters
    ----------
    seconds : how long it may take; a display server that does not answer can keep Qt for ever.
    """
    try:
        tried = subprocess.run(
            module_command("app.gui.platform"),
            env=os.environ | {"PYTHONPATH": str(HOME)},
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"the display did not answer for {seconds:.0f} s"
    if tried.returncode == 0:
        return ""
    said = tried.stderr.strip().splitlines()
    return said[0] if said else f"Qt ended with code {tried.returncode}"


if __name__ == "__main__":
    from PySide6.QtGui import QGuiApplication

    QGuiApplication([])
