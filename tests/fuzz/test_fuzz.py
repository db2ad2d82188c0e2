"""A few cases of every class in this process, and what the processes for many of them tell apart."""

import os
import random
import subprocess
import sys
import time

import pytest

from models.errors import UserError
from tests.fuzz.supervisor import fuzz, taken_s
from tests.fuzz.target import CLASSES, Target, target_class
from tests.fuzz.worker import make_seeds, outcome

CASES = dict.fromkeys(CLASSES, 12) | {"pickles": 5, "recordings": 4}  # some take half a second
# A link to itself, and a table of a million million rows, in the way of the second change.
ONCE_FAILED = [("recordings", "2027", 12998), ("recordings", "2029", 3507)]


class Naughty(Target):
    """Does what a program may not, another thing in each case."""

    def make_seeds(self):
        (self.seeds / "seed").write_text("1")

    def make_case(self, rng, folder):
        return int(os.environ["CASE"]) if "CASE" in os.environ else rng.random(), folder

    def attempt(self, case):
        number, folder = case
        kinds = (self._refuse, self._fail, self._litter, self._die, self._swell, self._wait)
        kinds[int(number * 1e6) % len(kinds)](folder)

    def _refuse(self, folder):
        raise UserError(f"{folder.name} is refused.")

    def _fail(self, folder):
        raise KeyError(folder.name)

    def _litter(self, folder):
        (folder / "litter").write_text("1")

    def _die(self, _):
        os._exit(3)

    def _swell(self, _):
        bytearray(3 << 30)

    def _wait(self, _):
        time.sleep(60)


def test_whatever_a_case_does_wrong_is_told():
    told = {}
    report = fuzz(
        "tests.fuzz.test_fuzz.Naughty",
        range(9),
        seconds=1,
        tell=lambda number, found: told.update({number: found}),
    )
    assert sorted(told) == list(range(9))
    assert report.read == 0
    said = " ".join(report.failures.values())
    for expected in ("KeyError", "out of place: case/litter", "death by 3", "MemoryError", "more than 1 s"):
        assert expected in said
    assert report.refused == sum(found == {"refused": "case is refused."} for found in told.values()) > 0


# A process that waits for a child, which computes for half a second, says so and waits too.
PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"
CHILD = """
import sys, time
while time.process_time() < 0.5: pass
print("computed", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_what_children_compute_is_counted():
    words = [sys.executable, "-c", PARENT, CHILD]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert taken_s(process.pid) >= 0.45  # in whole ticks of the clock, several
        assert process.stdin is not None
        process.stdin.close()


@pytest.mark.parametrize("name", CLASSES)
def test_a_few_cases_of_each_class(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    target = target_class(name)(tmp_path / "seeds")
    make_seeds(target)
    for number in range(CASES[name]):
        found = outcome(target, random.Random(f"{name}/suite/{number}"), tmp_path)
        assert "failure" not in found, f"case {number}: {found}"


@pytest.mark.parametrize(("name", "seed", "number"), ONCE_FAILED)
def test_cases_that_once_failed(name, seed, number):
    assert not fuzz(name, [number], seed=seed).failures
