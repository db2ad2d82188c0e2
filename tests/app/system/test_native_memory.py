"""Freed pictures go back to the system."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

CODE = """
import sys, numpy as np
from app.system.native_memory import return_large_blocks
if len(sys.argv) > 1:
    assert return_large_blocks()
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096
for _ in range(20):  # freeing large blocks is what makes glibc keep the next ones
    np.ones(20_000_000, np.uint8)
pictures, pins = [], []
before = resident()
for _ in range(60):
    pictures.append(np.ones(2_700_000, np.uint8))
    pins.append(bytearray(100_000))  # something small between them that stays
pictures.clear()
print(resident() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems return large blocks by themselves")
def test_freed_pictures_leave_the_process():
    def kept(*words):
        run = subprocess.run(
            [sys.executable, "-c", CODE, *words], cwd=ROOT, capture_output=True, text=True, check=True
        )
        return int(run.stdout)

    assert kept("with") < 20e6 < 100e6 < kept()


SMALL = """
from app.system.native_memory import return_what_is_free
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096
before = resident()
blocks = [bytearray(50_000) for _ in range(4000)]
pin = bytearray(50_000)  # behind them, so that their memory stays with the process
del blocks
kept = resident() - before
assert return_what_is_free()
print(kept, resident() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such thing")
def test_what_is_free_can_be_given_back():
    run = subprocess.run([sys.executable, "-c", SMALL], cwd=ROOT, capture_output=True, text=True, check=True)
    kept, left = map(int, run.stdout.split())
    assert left < 20e6 < 100e6 < kept
