"""end_with_parent: a process of a batch ends when the program that started it does, however that ends."""

from __future__ import annotations

import contextlib
import os
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ASKED_TO_END = 75  # the exit code of a process that was asked to end (EX_TEMPFAIL of sysexits.h)


def end_with_parent(attempt: Path) -> None:
    """From now on end this process when the pipe that is its standard input closes.

    That this process then still lives shows that its input is not what killed the parent: the file of the
    try is removed, so that it does not count.
    """
    threading.Thread(target=_wait, args=(attempt,), name="parent", daemon=True).start()


def _wait(attempt: Path) -> None:
    while os.read(0, 1):
        pass
    with contextlib.suppress(OSError):
        attempt.unlink(missing_ok=True)
    os._exit(ASKED_TO_END)
