"""Whether a process still runs, told from others that had its number before or get it later."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def start_of(pid: int) -> str | None:
    """Return what tells a running process from others of its number, None for one that is dead.

    It is empty where the system does not tell; on Windows every process is taken for a running one.
    """
    if sys.platform == "linux":
        try:
            stat = Path(f"/proc/{pid}/stat").read_bytes()
        except OSError:
            return None
        state, *fields = stat.rpartition(b")")[2].split()  # proc(5): what follows the name in brackets
        return None if state in (b"Z", b"X") else fields[18].decode()  # starttime, in ticks since the boot
    if sys.platform == "win32":  # os.kill would end it
        return ""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        return ""
    return ""
