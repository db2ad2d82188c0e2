"""Parent: the program that started this process for an input, as app/batch/child.py talks with it."""

from __future__ import annotations

import contextlib
import json
import os
import threading
import time
from pathlib import Path
from typing import Any

ASKED_TO_END = 75  # the exit code of a process that was asked to end (EX_TEMPFAIL of sysexits.h)
SAY_EVERY_S = 0.5


class Parent:
    """Gives this process its task, hears how it goes, and ends it when it ends itself, in whatever way.

    The file of a try is there from before a process begins its input until it has seen the end of it. What is
    left of it counts how often the input has ended the process, or the machine. A process that outlives its
    parent shows that its input is not what killed that, and takes the try back.

    Attributes
    ----------
    task : what is to be done.
    """

    def __init__(self) -> None:
        self._answers = os.dup(1)
        os.dup2(2, 1)  # what libraries print is no answer
        with open(0, "rb", buffering=0, closefd=False) as asked:
            line = asked.readline()
        if not line:  # it died before it could ask
            os._exit(ASKED_TO_END)
        self.task: dict[str, Any] = json.loads(line)
        self._attempt = Path(self.task["attempt"])
        self._said_at = -SAY_EVERY_S
        threading.Thread(target=self._end_with_it, name="parent", daemon=True).start()

    def _end_with_it(self) -> None:
        """Wait for the end of standard input, which comes when the parent closes it or dies."""
        while os.read(0, 1):
            pass
        self._take_back()
        os._exit(ASKED_TO_END)

    def _take_back(self) -> None:
        with contextlib.suppress(OSError):
            self._attempt.unlink(missing_ok=True)

    def progress(self, frames: int) -> None:
        """Tell how many frames are done, now and then."""
        if time.monotonic() - self._said_at >= SAY_EVERY_S:
            self._said_at = time.monotonic()
            self._say(frames=frames)

    def done(self, frames: int) -> None:
        """Tell that the results are whole."""
        self._take_back()
        self._say(frames=frames, done=True)

    def failed(self, error: str) -> None:
        """Tell in a sentence why there are none."""
        self._take_back()
        self._say(error=error)

    def asked_to_end(self) -> None:
        """Note that a signal ended the work."""
        self._take_back()

    def _say(self, **words: Any) -> None:
        with contextlib.suppress(BrokenPipeError):  # it is dead, and this process about to end
            os.write(self._answers, json.dumps(words).encode() + b"\n")
