"""How much memory this process has."""

from __future__ import annotations

import os
from pathlib import Path

_LINUX = Path("/proc/self/statm")


def resident_bytes() -> int | None:
    """Return how much of this process lies in memory; None where the system has no file that tells."""
    if not _LINUX.exists():
        return None
    return int(_LINUX.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
