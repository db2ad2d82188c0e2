"""HeldBackFile: a file whose bytes reach the disk only after a while, and until then can be taken back."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class HeldBackFile:
    """Is written to by one thread, as a file that is open for writing; may be ended by another.

    What is held back lies in memory alone, and is lost when the file is closed.

    Parameters
    ----------
    path : of a file that exists.
    seconds : for which bytes are held back, by the times that :meth:`reach` is told.
    """

    def __init__(self, path: Path, seconds: float) -> None:
        self._file, self._seconds = path.open("wb"), seconds
        self._held: deque[tuple[float, bytes]] = deque()
        self._now_s = 0.0
        self._lock = threading.Lock()
        self._ended = False

    def write(self, data: bytes) -> int:
        """Hold bytes back."""
        with self._lock:
            if not self._ended:
                self._held.append((self._now_s, bytes(data)))
        return len(data)

    def reach(self, now_s: float) -> None:
        """Write what has been held back for long enough by now, and date what comes then by this time."""
        with self._lock:
            self._now_s = now_s
            while self._held and now_s - self._held[0][0] > self._seconds:
                self._file.write(self._held.popleft()[1])
            self._file.flush()

    def end(self) -> None:
        """Take back what is held, and take nothing more."""
        with self._lock:
            self._ended = True
            self._held.clear()

    def close(self) -> None:
        """End, and close the file."""
        self.end()
        with self._lock:
            self._file.close()
