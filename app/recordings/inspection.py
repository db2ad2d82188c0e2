"""Inspection: an untrusted recording is looked at by another process before this one opens it."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from app.recordings.schema import RecordingError
from app.recordings.structure import READY, SECONDS

State = Literal["sound", "in progress", "foreign", "unreadable", "damaged"]

_START_S = 60.0  # a cold disk may take long
_MOST_KNOWN = 4096  # files whose findings are kept
_CLOCK_NS = 100_000_000  # a file written this lately may change without its time telling

_ROOT = Path(__file__).resolve().parents[2]  # holds the package app


@dataclass(frozen=True, slots=True)
class Finding:
    """What there is to say of a file.

    Attributes
    ----------
    state : ``foreign`` files are no recordings, ``unreadable`` ones cannot be opened by HDF5, ``damaged``
        ones hold what no recording does.
    reason : why it is unreadable or damaged, in words; else empty.
    """

    state: State
    reason: str = ""


class _Inspector:
    """Keeps the process that looks at files, and what it found as long as a file stays the same."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._known: dict[tuple[str, int, int, int, int], Finding] = {}
        atexit.register(self.close)

    def inspect(self, path: Path) -> Finding:
        """Return what is known of a file, or have it looked at."""
        path = path.absolute()
        with self._lock:
            facts = path.stat()
            key = (str(path), facts.st_dev, facts.st_ino, facts.st_mtime_ns, facts.st_size)
            if key in self._known:
                return self._known[key]
            finding = self._ask(path)
            if finding.state != "in progress" and time.time_ns() - facts.st_mtime_ns > _CLOCK_NS:
                if len(self._known) >= _MOST_KNOWN:
                    self._known.clear()
                self._known[key] = finding
            return finding

    def _ask(self, path: Path) -> Finding:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = _started()
        began = time.monotonic()
        try:
            answer = _answer(self._process, json.dumps(str(path)), SECONDS)
        except BaseException:  # also of who stops it: an answer that comes late is of another file
            self.close()
            raise
        if answer:
            state, reason = json.loads(answer)
            return Finding(cast("State", state), reason)
        self.close()
        if time.monotonic() - began >= SECONDS:
            return Finding("damaged", f"reading it does not end within {SECONDS} s")
        return Finding("damaged", "reading it ends the program that does")

    def close(self) -> None:
        """End the process; the next question starts another."""
        if self._process is not None:
            self._process.kill()
            with contextlib.suppress(OSError), self._process:  # closes its pipes and waits
                pass
            self._process = None


def _started() -> subprocess.Popen[str]:
    # -P: no module is taken from the folder that the person happens to be in.
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "app.recordings.structure"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(_ROOT), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        start_new_session=True,  # Ctrl+C is for this process
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    if _answer(process, None, _START_S).strip() != READY:
        process.kill()
        with process:
            pass
        raise RecordingError(
            "The process that looks at recordings does not start; free some memory, or install again."
        )
    return process


def _answer(process: subprocess.Popen[str], question: str | None, seconds: float) -> str:
    """Send a line and return the next one; nothing if the process dies, or is killed for being late."""
    assert process.stdin is not None
    assert process.stdout is not None
    timer = threading.Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        with contextlib.suppress(BrokenPipeError):
            if question is not None:
                process.stdin.write(question + "\n")
                process.stdin.flush()
        return process.stdout.readline()
    finally:
        timer.cancel()


_inspector = _Inspector()


def inspect(path: Path) -> Finding:
    """Have a file looked at by a process that may take 1 GB and 10 s, once as long as it stays the same.

    Raises
    ------
    OSError : the file is missing.
    RecordingError : the process that looks at files cannot be started.
    """
    return _inspector.inspect(path)


def is_being_written(path: Path) -> bool:
    """Tell whether another program is recording into a file, as far as the system has locks on files."""
    try:
        return inspect(path).state == "in progress"
    except OSError:
        return False
