"""What systemd, or another service manager that speaks its protocol (sd_notify), is told of this program."""

from __future__ import annotations

import os
import socket


class ServiceManager:
    """Sends states to whoever started this program, if that wants any.

    Attributes
    ----------
    watchdog_s : how often the program must say that it is well, at least; 0 where nobody waits for it.
    """

    def __init__(self) -> None:
        self._address = os.environ.get("NOTIFY_SOCKET", "")
        microseconds = os.environ.get("WATCHDOG_USEC", "")
        is_meant = os.environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        self.watchdog_s = int(microseconds) / 1e6 if microseconds.isdecimal() and is_meant else 0.0

    def tell(self, *states: str) -> bool:
        """Tell states, such as ``READY=1``; return whether somebody was told.

        Whoever started the program may be gone, or slow: nothing waits, and nothing fails.
        """
        if not self._address:
            return False
        # An address that begins with @ is in Linux's abstract namespace.
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
                channel.setblocking(False)
                channel.sendto("\n".join(states).encode(), address)
        except OSError:
            return False
        return True
