"""A few of the faults of ``python -m tests.faults``, those that need neither model nor window."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QUICK = ("killed", "folder_gone", "slow_disk", "dying_disk")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and looks into /proc")


def do(*words):
    command = [sys.executable, "-m", "tests.faults", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)


def test_nothing_that_was_flushed_is_lost():
    ended = do("--count", "8", "--jobs", "4", "--kinds", *QUICK)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "8 trials, 0 failures" in ended.stdout


@pytest.mark.gl
@pytest.mark.slow
def test_nothing_that_was_flushed_is_lost_by_any_program():
    ended = do("--count", "60", "--seed", "1")
    assert ended.returncode == 0, ended.stdout + ended.stderr
