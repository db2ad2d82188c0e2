"""Keeping the process small over a day: large blocks go back to the system as soon as they are free."""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from typing import Any

M_MMAP_THRESHOLD = -3  # of glibc's mallopt
LARGE_BYTES = 1 << 20  # pictures are larger, everything else is smaller


def return_large_blocks() -> bool:
    """Ask glibc to map blocks of a megabyte and more by themselves, for good.

    Left alone, glibc raises that threshold as soon as a picture is freed, and pictures then fragment the
    heap: the window grew from 690 to 800 MB in five minutes, and to 750 MB with this. It has its price: the
    system hands such blocks out page by page, so that a fresh picture of 1280x720 takes 0.9 ms instead of 0.2
    to be filled. Only what is open all day pays it.

    Returns
    -------
    Whether it was possible; other systems return such blocks by themselves.
    """
    mallopt = _of_glibc("mallopt")
    return mallopt is not None and bool(mallopt(M_MMAP_THRESHOLD, LARGE_BYTES))


def return_what_is_free() -> bool:
    """Have glibc give back all that is free, such as after a model has been: a hundred megabytes of 400.

    Returns
    -------
    Whether it was possible.
    """
    malloc_trim = _of_glibc("malloc_trim")
    if malloc_trim is None:
        return False
    malloc_trim(0)
    return True


def _of_glibc(function: str) -> Any:
    """Return a function of glibc; None on other systems."""
    name = ctypes.util.find_library("c") if sys.platform == "linux" else None
    return getattr(ctypes.CDLL(name), function, None) if name else None
