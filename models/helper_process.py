"""A process of its own that answers questions about untrusted files, so that these end or stall it alone.

What a process may take is counted in its own time of the processor: a busy machine makes no file a bad one.
"""

from __future__ import annotations

import _thread
import atexit
import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from models.program import HOME, module_command

_START_S = 60.0  # a cold disk may take long
_END_S = 10.0  # a process whose output is closed ends at once
_TIDY_S = 2.0  # to take away what is half made

# So many times its time of the processor a process may take by the clock, on busy machines and slow disks.
PATIENCE = 10
READY = "ready"  # what such a module prints before it reads questions


class HelperEndedError(Exception):
    """The process did not answer.

    Attributes
    ----------
    late : it took longer than it may; else the question ended it.
    """

    def __init__(self, late: bool) -> None:
        super().__init__("late" if late else "dead")
        self.late = late


class HelperProcess:
    """Keeps ``python -m module`` running, which answers each line on its stdin with one.

    The module may end with exit code 0 when it has had nothing to do for a while.
    Not for two threads at once.
    """

    def __init__(self, module: str) -> None:
        self._module = module
        self._process: subprocess.Popen[str] | None = None
        atexit.register(self.close)

    def ask(self, question: str, seconds: float) -> str:
        """Return the answer to a line; the process is started if there is none.

        Parameters
        ----------
        question : the line, without its end.
        seconds : of the processor's time, which the module itself keeps to by :func:`limit_time`.

        Raises
        ------
        HelperEndedError : the process ended, or did not answer in time.
        OSError : it cannot be started.
        """
        late = False
        for _ in range(2):
            if self._process is None or self._process.poll() is not None:
                self.close()
                self._process = self._started()
            began = time.monotonic()
            try:
                answer = read_line(self._process, PATIENCE * seconds, question)
                if answer.endswith("\n"):
                    return answer
                code = self._process.wait(_END_S)
                late = time.monotonic() - began >= PATIENCE * seconds or _is_out_of_time(code)
                ended_itself = code == 0
            except subprocess.TimeoutExpired:
                ended_itself = late = False
            except BaseException:  # also of who stops it: an answer that comes late is of another file
                self.close()
                raise
            if not ended_itself:  # having had nothing to do for long, just when it was asked
                break
        self.close()
        raise HelperEndedError(late)

    def close(self) -> None:
        """End the process; the next question starts another."""
        if self._process is not None:
            self._process.kill()
            with contextlib.suppress(OSError), self._process:  # closes its pipes and waits
                pass
            self._process = None

    def _started(self) -> subprocess.Popen[str]:
        process = start_module(self._module)
        if read_line(process, _START_S).strip() != READY:
            process.kill()
            with process:
                pass
            raise OSError(f"{self._module} does not start")
        return process


def start_module(module: str, *arguments: str) -> subprocess.Popen[str]:
    """Start ``python -m module`` on one thread, its standard input and output pipes.

    The module calls :func:`end_with_parent`.

    Raises
    ------
    OSError : it cannot be started.
    """
    return subprocess.Popen(
        [*module_command(module), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(HOME), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        start_new_session=True,  # Ctrl+C is for this process
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def read_line(process: subprocess.Popen[str], seconds: float, question: str | None = None) -> str:
    """Send a line, if any, and return the next; nothing if the process dies, or is killed for being late."""
    assert process.stdout is not None
    timer = threading.Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        with contextlib.suppress(BrokenPipeError):
            if question is not None:
                assert process.stdin is not None
                process.stdin.write(question + "\n")
                process.stdin.flush()
        return process.stdout.readline()
    finally:
        timer.cancel()


def end_with_parent() -> queue.SimpleQueue[str]:
    """End this process when the one that started it closes its end of standard input, or dies in any way.

    The main thread is interrupted as by Ctrl+C, and may tidy up. Native code that keeps Python's lock, as
    that of HDF5 does, is ended by :func:`limit_time`.

    Returns
    -------
    The lines that the parent sends.
    """
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    # Windows lets nobody ask anything of a pipe that is being read, and libraries ask what standard input is.
    parent, nothing = os.dup(0), os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # under nohup it would be ignored
    threading.Thread(target=_listen, args=(parent, lines), name="parent", daemon=True).start()
    return lines


def _listen(parent: int, lines: queue.SimpleQueue[str]) -> None:
    with open(parent, "rb", buffering=0) as sent:
        while line := sent.readline():
            lines.put(line.decode())
    _thread.interrupt_main()
    time.sleep(_TIDY_S)
    os._exit(1)


def limit_memory(most: int) -> None:
    """Let this process take ``most`` bytes of addresses; Windows, which has no such limit, does without."""
    if sys.platform != "win32":
        import resource

        _limit(resource.RLIMIT_AS, most)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time(seconds: float) -> None:
    """End this process after so much more time of the processor, whatever it is doing; for the main thread.

    Windows counts no such time; there it ends after a multiple of it by the clock.
    """
    if sys.platform != "win32":
        signal.signal(signal.SIGPROF, signal.SIG_DFL)  # who started the program may have ignored it
        signal.setitimer(signal.ITIMER_PROF, seconds)
    else:
        import faulthandler

        nowhere = Path(os.devnull).open("w")  # noqa: SIM115 - faulthandler keeps it
        faulthandler.dump_traceback_later(2 * PATIENCE * seconds, exit=True, file=nowhere)


def _is_out_of_time(code: int) -> bool:
    """Tell whether :func:`limit_time` ended a process."""
    return sys.platform != "win32" and code == -signal.SIGPROF


def _limit(kind: int, most: int) -> None:
    """Set a limit, at most to what the system allows this process."""
    if sys.platform != "win32":
        import resource

        _, allowed = resource.getrlimit(kind)
        is_free = allowed == resource.RLIM_INFINITY
        resource.setrlimit(kind, (most if is_free else min(most, allowed), allowed))
