"""The window is gone at once and the program ends, whatever hangs."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.gl


@pytest.mark.parametrize("parts", ["pipeline", "camera listing+kept video", "library+player", "job+export"])
def test_parts_that_hang_for_ever_do_not_keep_the_program(parts):
    code = [sys.executable, "-m", "tests.fakes.hanging_window", parts]
    ended = subprocess.run(code, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert (ended.stdout, ended.returncode) == ("gone\n", 0), ended.stderr
