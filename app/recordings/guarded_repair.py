"""Repairs a recording in a process of its own, so that damage ends or stalls that process alone."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.recordings.repair import RepairReport, repair, repaired_path
from app.recordings.schema import RecordingError
from models.helper_process import (
    PATIENCE,
    end_with_parent,
    limit_memory,
    limit_time,
    read_line,
    start_module,
)

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

_MEMORY_BYTES = 2 << 30  # and three times the file, which is mapped and whose tables are copied
_START_S = 60.0  # a cold disk may take long
# Of the processor's time:
_FACTS_S = 1.0  # a few kilobytes at the file's beginning, read in milliseconds
_STALL_S = 30.0  # 64 meshes without an index take 5 s to find in a small file
_BYTES_PER_S = 1e6  # a larger file takes longer: its meshes are looked for in all of it
_WITHOUT_FACTS = "--without-facts"


def guarded_repair(
    path: Path, output: Path | None = None, progress: Callable[[int, int], None] | None = None
) -> RepairReport:
    """Do what :func:`app.recordings.repair.repair` does, in a process with limits of memory and time.

    Where reading the recording's facts ends or stalls the process, another one does without them.

    Raises
    ------
    RecordingError : as there, or the damage ends or stalls the process.
    """
    if not path.is_file():
        raise RecordingError(f"There is no recording {path}; give the path of an .h5 file.")
    path, output = path.absolute(), (output or repaired_path(path)).absolute()
    end: dict[str, Any] | None = None
    for with_facts in (True, False):
        end = _attempt(path, output, progress, with_facts)
        if end is not None:
            break
    if end and "report" in end:
        return RepairReport(**end["report"] | {"path": output, "partly": tuple(end["report"]["partly"])})
    killed = f"{path.name} is damaged beyond repair: reading it ends or stalls the program that does."
    raise RecordingError((end or {}).get("error", killed))


def _attempt(
    path: Path, output: Path, progress: Callable[[int, int], None] | None, with_facts: bool
) -> dict[str, Any] | None:
    """Return the process's last line; None if it ended or stalled at the facts, empty if later."""
    was_there = os.path.lexists(output)
    without = [] if with_facts else [_WITHOUT_FACTS]
    process = start_module("app.recordings.guarded_repair", str(path), str(output), *without)
    end: dict[str, Any] | None = None
    try:
        end = _follow(process, PATIENCE * _stall_s(path), progress)
    finally:
        process.kill()
        with process:  # closes its pipe and waits
            pass
        if not end and not was_there:
            output.unlink(missing_ok=True)
    return end


def _follow(
    process: subprocess.Popen[str], stall_s: float, progress: Callable[[int, int], None] | None
) -> dict[str, Any] | None:
    """Return the last line of the process; as :func:`_attempt` if it dies or is killed for silence."""
    if not _next_line(process, _START_S):
        return {}
    end, seconds = None, PATIENCE * _FACTS_S
    while said := _next_line(process, seconds):
        if "progress" not in said:
            return said
        if progress is not None:
            progress(*said["progress"])
        end, seconds = {}, stall_s
    return end


def _next_line(process: subprocess.Popen[str], seconds: float) -> dict[str, Any]:
    """Return what the process says next; nothing if it dies, or is killed for saying nothing so long."""
    line = read_line(process, seconds)
    return json.loads(line) if line.endswith("\n") else {}


def _stall_s(path: Path) -> float:
    return _STALL_S + path.stat().st_size / _BYTES_PER_S


def _say(**what: Any) -> None:
    print(json.dumps(what), flush=True)


def _main(path: Path, output: Path, with_facts: bool) -> None:
    def progress(done: int, total: int) -> None:
        limit_time(stall_s)
        _say(progress=(done, total))

    stall_s = _stall_s(path)
    limit_memory(_MEMORY_BYTES + 3 * path.stat().st_size)
    end_with_parent()
    _say(ready=True)
    limit_time(_FACTS_S)
    try:
        report = repair(path, output, progress, with_facts)
    except RecordingError as error:
        _say(error=str(error))
    else:
        _say(report=dataclasses.asdict(report) | {"path": str(report.path)})


if __name__ == "__main__":
    _main(Path(sys.argv[1]), Path(sys.argv[2]), _WITHOUT_FACTS not in sys.argv[3:])
