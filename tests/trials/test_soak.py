"""The verdict of the soak, and a minute of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.soak import WARM_UP, Minute, growth, what_grows

ROOT = Path(__file__).resolve().parents[2]


def minutes(memory_mb=0.0, threads=0.0, descriptors=0.0):
    """Twenty minutes of figures that swing, and grow by so much a minute once they are warm."""
    for i in range(20):
        swing = (0.0, 3.0, -2.0)[i % 3]
        begun = 500 + 40 * min(i, WARM_UP)  # loading takes what it takes
        yield Minute(
            begun + swing + memory_mb * i, int(12 + threads * i), int(9 + descriptors * i), 50 + swing, 90, 8
        )


def test_what_swings_does_not_grow():
    assert what_grows(growth(list(minutes()))) == []


@pytest.mark.parametrize(("name", "by"), [("memory_mb", 1.5), ("threads", 0.5), ("descriptors", 0.5)])
def test_what_grows_is_named(name, by):
    assert what_grows(growth(list(minutes(**{name: by})))) == [name]


@pytest.mark.gl
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_minute_records_and_opens_sources_and_is_too_short_for_a_verdict():
    command = [sys.executable, "-m", "tests.soak", "--minutes", "1"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert ended.returncode == 2, ended.stderr
    (minute,) = [line for line in ended.stdout.splitlines() if line.startswith("minute")]
    figures = minute.replace(":", " ").split()
    assert int(figures[figures.index("frames") - 1]) > 0
    assert int(figures[figures.index("sources") - 1]) >= 4
