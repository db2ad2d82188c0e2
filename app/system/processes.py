"""What other processes do: whether one still runs, told from others of its number, and what it has open."""

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


def programs_using(path: Path) -> list[str]:
    """Return the names of other programs that have a file or device open.

    Linux tells it of the user's own programs; other systems tell of none.
    """
    names: dict[str, None] = {}
    own = str(os.getpid())
    for process in Path("/proc").glob("[0-9]*") if sys.platform == "linux" else ():
        try:
            opened = process.name != own and any(
                descriptor.readlink() == path for descriptor in (process / "fd").iterdir()
            )
            if opened:
                names[(process / "comm").read_text(encoding="utf-8", errors="replace").strip()] = None
        except OSError:  # another user's, or ended meanwhile
            continue
    return list(names)
