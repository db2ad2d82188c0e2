"""Whether a window can be shown here. Qt does not tell: without a display it ends the whole program."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

# Qt's platforms that draw without a display server; all others end the program where theirs is missing.
SERVERLESS = frozenset(
    ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs", "vkkhrdisplay"),
)


def has_display() -> bool:
    """Return whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    # Such as "wayland;xcb" or "vnc:size=800x600": Qt takes the first that works.
    asked = os.environ.get("QT_QPA_PLATFORM", "").lower().split(";")
    platforms = {name for entry in asked if (name := entry.partition(":")[0].strip())}
    if platforms & SERVERLESS:
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if platforms != {"xcb"} and wayland and Path(os.environ.get("XDG_RUNTIME_DIR", ""), wayland).exists():
        return True
    if platforms and all(name.startswith("wayland") for name in platforms):
        return False
    return bool(os.environ.get("DISPLAY")) and _x_server_answers()


def _x_server_answers() -> bool:
    """Return whether the X server lets us in; ``DISPLAY`` may be left over from another session."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # nothing to ask with
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
