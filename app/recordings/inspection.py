"""Inspection: an untrusted recording is looked at by another process before this one opens it."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from app.recordings.schema import RecordingError
from models.helper_process import HelperEndedError, HelperProcess

if TYPE_CHECKING:
    from pathlib import Path

State = Literal["sound", "in progress", "foreign", "unreadable", "damaged"]

SECONDS = 1.0  # of the processor's time; a recording of five minutes and two people takes 0.02
_BYTES_PER_S = 5e7  # and more by the size of the file
_MOST_KNOWN = 4096  # files whose findings are kept
_CLOCK_NS = 100_000_000  # a file written this lately may change without its time telling


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
        self._helper = HelperProcess("app.recordings.structure")
        self._known: dict[tuple[str, int, int, int, int], Finding] = {}

    def inspect(self, path: Path) -> Finding:
        """Return what is known of a file, or have it looked at."""
        path = path.absolute()
        with self._lock:
            facts = path.stat()
            key = (str(path), facts.st_dev, facts.st_ino, facts.st_mtime_ns, facts.st_size)
            if key in self._known:
                return self._known[key]
            finding = self._ask(path, SECONDS + facts.st_size / _BYTES_PER_S)
            if finding.state != "in progress" and time.time_ns() - facts.st_mtime_ns > _CLOCK_NS:
                if len(self._known) >= _MOST_KNOWN:
                    self._known.clear()
                self._known[key] = finding
            return finding

    def _ask(self, path: Path, seconds: float) -> Finding:
        try:
            state, reason = json.loads(self._helper.ask(json.dumps([str(path), seconds]), seconds))
        except HelperEndedError as error:
            if error.late:
                return Finding("damaged", f"reading it does not end within {seconds:.0f} s")
            return Finding("damaged", "reading it ends the program that does")
        except OSError as error:
            raise RecordingError(
                "The process that looks at recordings does not start; free some memory, or install again."
            ) from error
        return Finding(cast("State", state), reason)


_inspector = _Inspector()


def inspect(path: Path) -> Finding:
    """Have a file looked at by a process with limits of memory and time, once as long as it stays the same.

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
