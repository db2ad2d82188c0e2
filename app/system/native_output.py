"""Keeps the native libraries' chatter off the screen; what matters reaches people as our own sentences."""

from __future__ import annotations

import logging
import os
import re
import sys
import tempfile
import threading
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

import cv2

if TYPE_CHECKING:
    from collections.abc import Generator

log = logging.getLogger(__name__)

# TensorFlow Lite and MediaPipe (absl) write notes and warnings of no use to anybody straight to stderr, and
# heed none of the variables that used to silence them.
CHATTER = re.compile(
    r"INFO: Created TensorFlow|WARNING: Logging before InitGoogle|[IW]\d{4} \d\d:\d\d:|"
    r"(INFO|WARNING): \[\w+\.cc:\d+\]"
)
EVERYTHING = re.compile("")  # for a block whose failure is reported by other means


def quiet_native_logs() -> None:
    """Ask OpenCV and FFmpeg for errors only. Called once by the program, before they start work.

    A variable that the user has set stays as it is, so ``OPENCV_FFMPEG_LOGLEVEL=32`` brings the notes back.
    """
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "8")  # AV_LOG_FATAL: a cut file is reported by us
    if "OPENCV_LOG_LEVEL" not in os.environ:
        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_ERROR)


@contextmanager
def without_chatter(chatter: re.Pattern[str] = CHATTER) -> Generator[None]:
    """Move native chatter within the block from stderr to the debug log; all else comes out after it.

    The whole process has one stderr, so blocks of several threads share what they catch: a line is chatter if
    it is for one of the blocks that are open.
    """
    _catcher.open_block(chatter)
    try:
        yield
    finally:
        _catcher.close_block(chatter)


class _Catcher:
    """Catches what is written to file descriptor 2 while any block is open."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: list[re.Pattern[str]] = []  # the chatter of each open block
        self._stderr = -1  # the descriptor that 2 was; -1 where the program has no stderr
        self._file: Path
        self._caught: IO[bytes]  # reads the file at a place of its own, whatever is written meanwhile
        self._read = 0  # bytes of it that have been passed on

    def open_block(self, chatter: re.Pattern[str]) -> None:
        with self._lock:
            if not self._open:
                _flush()
                try:
                    self._stderr = os.dup(2)
                except OSError:  # a windowed program of Windows, or one whose stderr was closed
                    self._stderr = -1
                else:
                    made, name = tempfile.mkstemp()
                    os.close(made)
                    self._file, self._read = Path(name), 0
                    self._caught = self._file.open("rb", buffering=0)
                    writes = os.open(name, os.O_WRONLY | os.O_APPEND)
                    os.dup2(writes, 2)
                    os.close(writes)
            self._open.append(chatter)

    def close_block(self, chatter: re.Pattern[str]) -> None:
        with self._lock:
            _flush()
            others = list(self._open)
            others.remove(chatter)
            if self._stderr >= 0:
                if not others:
                    os.dup2(self._stderr, 2)
                # Now, though other blocks are open: one of them may hang.
                self._tell(whole_lines=bool(others))
                if not others:
                    os.close(self._stderr)
                    self._caught.close()
                    self._file.unlink()
            self._open = others

    def _tell(self, *, whole_lines: bool) -> None:
        """Log the chatter that was caught since the last time, and write all else to the true stderr."""
        self._caught.seek(self._read)
        for line in BytesIO(self._caught.read()):
            if whole_lines and not line.endswith(b"\n"):
                break
            self._read += len(line)
            text = line.decode(errors="replace")
            if any(chatter.match(text) for chatter in self._open):
                log.debug("%s", text.rstrip())
            else:
                os.write(self._stderr, line)


def _flush() -> None:
    if sys.stderr is not None:  # as it is in a windowed program of Windows
        sys.stderr.flush()


_catcher = _Catcher()
