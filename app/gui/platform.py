"""Which Qt there is; for those outside the window who only need to know that one could open."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget  # noqa: F401 - importing it needs the system's graphics libraries


def qt_version() -> str:
    """Return the version of Qt."""
    return qVersion()
