"""Holds the desktop's screen saver off, over D-Bus; where there is none, nothing is to be held off."""

from __future__ import annotations

import logging

from PySide6.QtDBus import QDBusConnection, QDBusMessage

log = logging.getLogger(__name__)

NAME = "org.freedesktop.ScreenSaver"
PATH = "/org/freedesktop/ScreenSaver"


def hold_off_screen_saver(program: str, reason: str) -> bool:
    """Ask that no screen saver comes until this program ends.

    Parameters
    ----------
    program, reason : for people who ask what holds it off.

    Returns
    -------
    Whether anybody could be asked.
    """
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        log.info("there is no session bus, so no screen saver is held off")
        return False
    call = QDBusMessage.createMethodCall(NAME, PATH, NAME, "Inhibit")
    call.setArguments([program, reason])
    return bus.send(call)  # without waiting: a service may be slow, or not there
