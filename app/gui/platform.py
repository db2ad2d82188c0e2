"""Which Qt there is; for those outside the window who only need to know that one could open."""

from __future__ import annotations

import importlib

from PySide6.QtCore import qVersion


def qt_version() -> str:
    """Return the version of Qt.

    Raises
    ------
    ImportError : libraries of the system are missing that its widgets need.
    """
    importlib.import_module("PySide6.QtWidgets")
    return qVersion()
