"""Has cases run by a worker process, and tells those by which it fails, dies or is held up."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fuzz.worker import READY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SECONDS = 10.0  # a case, of the processor's time: a busy machine is no fault
PATIENCE = 4  # times as long by the clock, for who waits in vain
LOOK_S = 0.5
START_S = 300.0  # of a worker, with the seeds
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Report:
    """What became of the cases: how many were read, how many refused, and the failures by number."""

    read: int = 0
    refused: int = 0
    failures: dict[int, str] = field(default_factory=dict)

    def kinds(self) -> Counter[str]:
        """Count the failures of each kind: what differs between values is left out."""
        return Counter(what.split(": ")[0][:120] for what in self.failures.values())


class Worker:
    """The process; it is started again after its end (Linux)."""

    def __init__(self, name: str, seed: str, folder: Path, seconds: float) -> None:
        self._seconds = seconds
        self._words = [sys.executable, "-m", "tests.fuzz.worker", name, seed, str(folder)]
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, number: int) -> dict[str, str]:
        """Have a case run; whoever is late is killed."""
        process = self._process or self._start()
        assert process.stdin is not None
        process.stdin.write(b"%d\n" % number)
        process.stdin.flush()
        began, took_s = time.monotonic(), taken_s(process.pid)
        answer = self._line(self._seconds)
        while answer is None and taken_s(process.pid) - took_s < self._seconds:
            if time.monotonic() - began > PATIENCE * self._seconds:
                break
            answer = self._line(LOOK_S)
        if answer:
            return json.loads(answer)
        is_late = answer is None
        if not is_late:
            process.wait()
        self.close()
        return {
            "failure": f"more than {self._seconds:.0f} s" if is_late else f"death by {process.returncode}"
        }

    def _start(self) -> subprocess.Popen[bytes]:
        homes = {}
        for variable in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            homes[variable] = str(self._folder / variable.lower())
            Path(homes[variable]).mkdir(exist_ok=True)
        cwd = self._folder / "cwd"
        cwd.mkdir(exist_ok=True)
        one_thread = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MALLOC_ARENA_MAX"), "1")
        self._process = subprocess.Popen(
            self._words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("FUZZ_LOUD") else subprocess.DEVNULL,
            cwd=cwd,
            env=os.environ
            | homes
            | one_thread
            | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "ORT_DISABLE_TELEMETRY": "1"},
        )
        if (self._line(START_S) or b"").strip() != READY.encode():
            self.close()
            raise RuntimeError(f"the worker does not start: {' '.join(self._words)}")
        return self._process

    def _line(self, seconds: float) -> bytes | None:
        """Return the next line, empty if the process has ended; None if it says nothing for so long."""
        assert self._process is not None
        assert self._process.stdout is not None
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            return self._process.stdout.readline() if selector.select(seconds) else None

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                assert pipe is not None
                pipe.close()
            self._process = None


def taken_s(pid: int) -> float:
    """Return how much of the processor's time a process, and those that it started, have taken."""
    parents, ticks = {}, {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has ended
            words = file.read_text().rpartition(")")[2].split()  # from the third on; proc(5)
            parents[int(file.parent.name)] = int(words[1])
            ticks[int(file.parent.name)] = sum(map(int, words[11:15]))  # also of children that have ended
    family = [pid]
    for one in family:
        family += [child for child, parent in parents.items() if parent == one]
    return sum(ticks.get(one, 0) for one in family) / os.sysconf("SC_CLK_TCK")


def _pipes(folder: str, names: list[str]) -> list[str]:
    """Name what cannot be copied."""
    return [name for name in names if (Path(folder) / name).is_fifo()]


def fuzz(
    name: str,
    numbers: Iterable[int],
    *,
    seed: str = "0",
    seconds: float = SECONDS,
    keep: Path | None = None,
    tell: Callable[[int, dict[str, str]], None] = lambda number, found: None,
) -> Report:
    """Run cases of a class.

    Parameters
    ----------
    numbers : of the cases.
    seed : with the number it makes the case.
    seconds : of the processor's time that a case may take.
    keep : a folder that takes the files of cases that fail.
    tell : is told the number and outcome of each case.
    """
    report = Report()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        folder = Path(place)
        worker = Worker(name, seed, folder, seconds)
        try:
            for number in numbers:
                found = worker.ask(number)
                report.read += "read" in found
                report.refused += "refused" in found
                if "failure" in found:
                    report.failures[number] = found["failure"]
                    if keep is not None:
                        kept = keep / f"{name}-{seed}-{number}"
                        shutil.copytree(
                            folder / "case", kept, dirs_exist_ok=True, symlinks=True, ignore=_pipes
                        )
                tell(number, found)
        finally:
            worker.close()
    return report
