"""Keeps the native libraries' chatter off the screen; what matters reaches people as our own sentences."""

from __future__ import annotations

import logging
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import cv2

log = logging.getLogger(__name__)

# TensorFlow Lite and MediaPipe (absl) write notes and warnings of no use to anybody straight to stderr, and
# heed none of the variables that used to silence them.
CHATTER = re.compile(
    r"INFO: Created TensorFlow|WARNING: Logging before InitGoogle|[IW]\d{4} \d\d:\d\d:|"
    r"(INFO|WARNING): \[\w+\.cc:\d+\]"
)
EVERYTHING = re.compile("")  # for a block whose failure is told by other means


def quiet_native_logs() -> None:
    """Ask OpenCV and FFmpeg for errors only. Called once by the program, before they start work.

    A variable that the user has set stays as it is, so ``OPENCV_FFMPEG_LOGLEVEL=32`` brings the notes back.
    """
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "8")  # AV_LOG_FATAL: a cut file is reported by us
    if "OPENCV_LOG_LEVEL" not in os.environ:
        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_ERROR)


@contextmanager
def without_chatter(chatter: re.Pattern[str] = CHATTER) -> Iterator[None]:
    """Move native chatter within the block from stderr to the debug log; all else comes out after it."""
    sys.stderr.flush()
    stderr = os.dup(2)
    with tempfile.TemporaryFile() as caught:
        os.dup2(caught.fileno(), 2)
        try:
            yield
        finally:
            sys.stderr.flush()
            os.dup2(stderr, 2)
            os.close(stderr)
            caught.seek(0)
            for line in caught:
                if chatter.match(line.decode(errors="replace")):
                    log.debug("%s", line.decode(errors="replace").rstrip())
                else:
                    os.write(2, line)
