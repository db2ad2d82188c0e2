"""run_child: one input in a process of its own, whose death is no more than that input's failure.

The process reads what to do as a line of JSON and then waits for the end of its standard input: when this
program dies, however it dies, the pipe closes and the process ends too (app/batch/parent.py). It answers in
lines of JSON: ``frames`` so far, and at the end ``done``, or an ``error`` in words for people.
"""

from __future__ import annotations

import contextlib
import json
import logging
import signal
import subprocess
import threading
import time
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Literal

from app.batch.parent import ASKED_TO_END
from models.environment import environment_for_programs
from models.program import program_command

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

log = logging.getLogger(__name__)

COMMAND = (*program_command(), "batch-file")
STALLED_S = (
    900.0  # without a word: a large model on a slow disk, or the refining of an hour's take, takes less
)
LOOK_S = 0.2

End = Literal["done", "failed", "died", "stopped"]


@dataclass(frozen=True, slots=True)
class ChildReport:
    """How a process ended, why in words for people, and how many frames it had done."""

    end: End
    reason: str = ""
    frames: int = 0


def run_child(
    task: Mapping[str, Any],
    begin: Callable[[], object],
    environment: Mapping[str, str],
    stop: threading.Event,
    on_frames: Callable[[int], None],
    command: Sequence[str] = COMMAND,
) -> ChildReport:
    """Do one input in a process of its own, and wait for it.

    Parameters
    ----------
    task : what the process reads.
    begin : called when the process stands, before it learns what to do.
    environment : variables beside the user's own.
    stop : ends the process.
    on_frames : called with the number of further frames that are done.
    command : that starts the process.
    """
    with _started(command, environment) as process:
        watch = _Watch(process, stop)
        frames, error, is_done = 0, None, False
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            begin()
            with contextlib.suppress(OSError):  # it may be dead already
                process.stdin.write(json.dumps(task) + "\n")
                process.stdin.flush()
            for said in _answers(process.stdout):
                watch.heard()
                error, is_done = said.get("error", error), said.get("done", is_done)
                on_frames(said.get("frames", frames) - frames)
                frames = said.get("frames", frames)
            process.wait()
        except BaseException:
            process.kill()
            raise
        finally:
            watch.close()
            with contextlib.suppress(OSError):  # what a dead process did not read
                process.stdin.close()
    if stop.is_set():
        return ChildReport("stopped", frames=frames)
    if error is not None:
        return ChildReport("failed", error, frames)
    if is_done:  # all files are closed; how a library's own end goes is no matter
        return ChildReport("done", frames=frames)
    end, reason = _judged(process.returncode, watch.has_stalled)
    return ChildReport(end, reason, frames)


def _started(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[str]:
    debug = log.isEnabledFor(logging.DEBUG)
    return subprocess.Popen(
        [*command, *(["--debug"] if debug else [])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if debug else subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=environment_for_programs() | dict(environment),
        start_new_session=True,  # Ctrl+C is for this process
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _answers(lines: IO[str]) -> Generator[dict[str, Any]]:
    """Yield what a process says, until it ends; a library's own words are none of it."""
    for line in lines:
        try:
            said = json.loads(line)
        except ValueError:
            continue
        if isinstance(said, dict):
            yield said


def _judged(code: int, has_stalled: bool) -> tuple[End, str]:
    """Return how a process ended that did not say so, and why."""
    if has_stalled:
        return "died", f"the program that read it made no progress for {STALLED_S / 60:.0f} minutes"
    asked = [-number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None))]
    if code in (*asked, ASKED_TO_END):
        return "stopped", ""
    try:
        how = signal.Signals(-code).name
    except ValueError:
        how = f"exit code {code}"
    return "died", f"it ended the program that read it ({how})"


class _Watch:
    """Kills a process that shall stop, or of which nothing was heard for long."""

    def __init__(self, process: subprocess.Popen[str], stop: threading.Event) -> None:
        self.has_stalled = False
        self._process, self._stop = process, stop
        self._heard_at = time.monotonic()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, name="child", daemon=True)
        self._thread.start()

    def heard(self) -> None:
        """Note a sign of life."""
        self._heard_at = time.monotonic()

    def close(self) -> None:
        """Watch no more."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(LOOK_S):
            self.has_stalled = time.monotonic() - self._heard_at > STALLED_S
            if self.has_stalled or self._stop.is_set():
                self._process.kill()
                return
