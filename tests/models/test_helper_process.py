"""Processes for untrusted files have limits of their own time, and end with the program that started them."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from models.helper_process import HelperEndedError, HelperProcess
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


def test_waiting_for_others_is_not_counted(helper):
    """As a process waits on a busy machine, or for a disk."""
    assert helper.ask(f"wait {2 * LIMIT_S}", LIMIT_S) == "done\n"


@on_posix
def test_who_computes_longer_than_it_may_is_late_and_another_takes_its_place(helper):
    with pytest.raises(HelperEndedError) as ended:
        helper.ask("compute", LIMIT_S)
    assert ended.value.late
    assert helper.ask("wait 0", LIMIT_S) == "done\n"


# A program that handles a signal so, says which process its helper is, asks it, and says how it ended.
# The tests' own process leaves signals alone: libraries use them there, behind Python's back.
PROGRAM = f"""
import signal, sys
from models.helper_process import read_line, start_module
_, question, *handled = sys.argv
if handled:
    signal.signal(int(handled[0]), int(handled[1]))
process = start_module("{HELPER}")
read_line(process, 60)
print(process.pid, flush=True)
if question:
    process.stdin.write(question + chr(10))
    process.stdin.flush()
sys.stdin.read()
process.stdin.close()
print(process.wait(60), flush=True)
"""


def program(question: str, *handled: int) -> subprocess.Popen[str]:
    """Start a program and its helper; the helper is let go when the program's standard input ends."""
    words = [sys.executable, "-c", PROGRAM, question, *(str(int(one)) for one in handled)]
    return subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@on_posix
def test_the_limit_is_kept_by_the_process_itself():
    """Also where the program ignores the signal, which libraries may let it do."""
    with program("compute", signal.SIGPROF, signal.SIG_IGN) as asking:
        assert asking.stdout is not None
        pid = int(asking.stdout.readline())
        wait_until(lambda: not is_running(pid), 60)
        assert asking.communicate()[0] == f"{-signal.SIGPROF}\n"


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
    with program(f"write {file}", signal.SIGINT, interrupts) as asking:
        wait_until(file.exists)
        asking.communicate()
    assert not file.exists()


@on_posix
@pytest.mark.parametrize("question", ["wait 600", "compute", ""])
def test_it_ends_when_its_program_is_killed(question):
    with program(question) as asking:
        assert asking.stdout is not None
        pid = int(asking.stdout.readline())
        assert is_running(pid)
        asking.kill()
    wait_until(lambda: not is_running(pid), 60)
