"""The verdict on what page and avatars cost, and a short run of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.live_out_cost import Sent, Took, sent, table

ROOT = Path(__file__).resolve().parents[2]


def test_the_difference_is_that_of_all_threads_a_frame():
    plain = [Took({"mesh": 4.0, "draw": 1.0}, frames=100), Took({"mesh": 8.0, "draw": 2.0}, frames=200)]
    sending = [
        Took({"mesh": 4.1, "draw": 1.0, "vmc": 0.1}, frames=100),
        Took({"mesh": 8.2, "draw": 2.0, "vmc": 0.2}, frames=200),
    ]
    text, difference = table(sending, plain)
    assert difference == pytest.approx(2.0)
    assert [line.split()[-1] for line in text.splitlines()[1:]] == ["1.00", "0.00", "1.00", "2.00", "2.00"]


def test_what_did_not_arrive_is_dropped_but_not_what_a_viewer_came_too_late_for():
    assert sent([1, 2, 3, 4, 5], [3, 4, 5], 5, 5) == Sent(3, 3, 5, 5)
    assert sent([1, 2, 3, 4, 5], [1, 2, 5], 5, 3) == Sent(5, 3, 3, 3)
    assert sent([1, 2, 3], [1, 2, 3], 9, 3).dropped == 4
    assert sent([1, 2, 3], [], 0, 0).pictures == 0


@pytest.mark.gl
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_clip_with_and_without_is_measured_and_all_arrives():
    command = [sys.executable, "-m", "tests.live_out_cost", "--minutes", "0.1", "--limit", "1000"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "page viewer" in ended.stdout
    assert "vmc" in ended.stdout
