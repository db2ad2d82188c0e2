"""Processes for untrusted files have limits of their own time, and end with the program that started them."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from models.helper_process import HelperEndedError, HelperProcess, read_line, start_module
from tests.fakes.helper import LIMIT_S
from tests.fakes.waiting import is_running, wait_until

ROOT = Path(__file__).resolve().parents[2]
HELPER = "tests.fakes.helper"

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")


@pytest.fixture
def helper():
    asked = HelperProcess(HELPER)
    yield asked
    asked.close()


def started(number, handling) -> subprocess.Popen[str]:
    """A helper of a program that handles a signal in some way."""
    before = signal.signal(number, handling)
    try:
        return start_module(HELPER)
    finally:
        signal.signal(number, before)


def test_waiting_for_others_is_not_counted(helper):
    """As a process waits on a busy machine, or for a disk."""
    assert helper.ask(f"wait {2 * LIMIT_S}", LIMIT_S) == "done\n"


@on_posix
def test_who_computes_longer_than_it_may_is_late_and_another_takes_its_place(helper):
    with pytest.raises(HelperEndedError) as ended:
        helper.ask("compute", LIMIT_S)
    assert ended.value.late
    assert helper.ask("wait 0", LIMIT_S) == "done\n"


@on_posix
def test_the_limit_is_kept_by_the_process_itself():
    """Also where the program ignores the signal, which libraries may let it do."""
    with started(signal.SIGPROF, signal.SIG_IGN) as process:
        try:
            read_line(process, 60)
            assert process.stdin is not None
            process.stdin.write("compute\n")
            process.stdin.flush()
            assert process.wait(60) == -signal.SIGPROF
        finally:
            process.kill()


def test_who_waits_too_long_is_late(helper):
    with pytest.raises(HelperEndedError) as ended:
        helper.ask("wait 600", 0.1)
    assert ended.value.late


def test_who_dies_is_not_late(helper):
    with pytest.raises(HelperEndedError) as ended:
        helper.ask("die", 60)
    assert not ended.value.late


@on_posix
@pytest.mark.parametrize("interrupts", [signal.SIG_DFL, signal.SIG_IGN])  # are ignored under nohup
def test_it_tidies_up_when_its_program_ends(tmp_path, interrupts):
    file = tmp_path / "half"
    with started(signal.SIGINT, interrupts) as process:
        read_line(process, 60)
        assert process.stdin is not None
        process.stdin.write(f"write {file}\n")
        process.stdin.flush()
        wait_until(file.exists)
        process.stdin.close()
        process.wait(60)
    assert not file.exists()


# A program that asks its helper, says which process that is, and waits for the answer.
PROGRAM = f"""
import sys
from models.helper_process import read_line, start_module
process = start_module("{HELPER}")
read_line(process, 60)
print(process.pid, flush=True)
read_line(process, 600, sys.argv[1])
"""


@on_posix
@pytest.mark.parametrize("question", ["wait 600", "compute", ""])
def test_it_ends_when_its_program_is_killed(question):
    words = [sys.executable, "-c", PROGRAM, question]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        pid = int(program.stdout.readline())
        assert is_running(pid)
        program.kill()
    wait_until(lambda: not is_running(pid), 60)
