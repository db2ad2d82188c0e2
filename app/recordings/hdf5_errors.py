"""HDF5's errors in words for people, and what HDF5 needs after a failed write."""

from __future__ import annotations

import os
import re

# What the HDF5 library raises when it runs into damage.
DAMAGE = (OSError, RuntimeError, KeyError, ValueError, TypeError, AttributeError, MemoryError)


def redirect_to_null(descriptor: int) -> None:
    """Let HDF5 finish a file that it cannot write; it crashes, at once or at the end, if that fails.

    Parameters
    ----------
    descriptor : what HDF5 writes the file to (``file.id.get_vfd_handle()``).
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def system_reason(error: BaseException) -> str | None:
    """Return why the system refused, in its own words; HDF5 has them in the middle of its own."""
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno)
    found = re.search(r"error message = '(.*?)'", str(error))
    return found and found[1]


def plain_reason(error: BaseException) -> str:
    """Say in words why a file could not be used; the HDF5 library's own are for programmers."""
    return (system_reason(error) or "it is cut off or damaged").lower()
