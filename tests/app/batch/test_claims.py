"""Claims: one owner at a time, and none that is dead."""

import json
import os
import platform
import subprocess
import sys

import pytest

from app.batch.claims import ClaimWatch, claimed, sweep
from app.batch.inputs import Input
from app.batch.records import Records
from app.system.processes import start_of


@pytest.fixture
def records(tmp_path):
    return Records(tmp_path)


def foreign(claims, key="key", **changes):
    owner = {"token": "theirs", "host": "another", "pid": 1, "started": "1"} | changes
    (claims / key).write_text(json.dumps(owner))


def test_only_one_holds_an_input(records):
    watch = ClaimWatch(records.claims)
    assert watch.takeable("key") == ""
    with claimed(records.claims, "key", "") as mine:
        assert mine
        assert watch.takeable("key") is None
        with claimed(records.claims, "key", "") as second:
            assert second is None
        assert watch.takeable("key") is None
    assert watch.takeable("key") == ""
    assert not any(records.claims.iterdir())


def test_the_claim_of_a_dead_process_is_taken_over_at_once(records):
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    foreign(records.claims, host=platform.node(), pid=process.pid, started=start_of(process.pid))
    watch = ClaimWatch(records.claims)
    assert watch.takeable("key") is None
    process.kill()
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # it is dead and still has its number
    assert watch.takeable("key") == "theirs"
    with claimed(records.claims, "key", "theirs") as mine:
        assert mine
    process.communicate()


def test_a_process_that_got_a_dead_ones_number_does_not_keep_its_claim(records):
    foreign(records.claims, host=platform.node(), pid=os.getpid(), started="1")
    assert ClaimWatch(records.claims).takeable("key") == "theirs"


def test_another_machines_claim_is_held_as_long_as_it_is_touched(records):
    foreign(records.claims)
    watch = ClaimWatch(records.claims, stale_s=0.0)
    os.utime(records.claims / "key", (5, 5))  # clocks of machines differ
    patient = ClaimWatch(records.claims, stale_s=1000.0)
    assert patient.takeable("key") is None
    assert patient.takeable("key") is None
    assert watch.takeable("key") == "theirs"


def test_a_newer_claim_is_not_taken_for_the_stale_one(records):
    foreign(records.claims, token="newer")
    with claimed(records.claims, "key", "theirs") as mine:
        assert mine is None
    assert json.loads((records.claims / "key").read_text())["token"] == "newer"
    assert len(list(records.claims.iterdir())) == 1


def test_a_claim_that_is_no_claim_is_held_until_it_is_stale(records):
    (records.claims / "key").touch()  # as one looks at the moment when it is made
    assert ClaimWatch(records.claims).takeable("key") is None
    stale = ClaimWatch(records.claims, stale_s=0.0).takeable("key")
    with claimed(records.claims, "key", stale) as mine:
        assert mine


def test_a_claim_whose_maker_died_before_it_signed_is_not_waited_for_long(records, monkeypatch):
    now = 100.0
    monkeypatch.setattr("app.batch.claims.time.monotonic", lambda: now)
    (records.claims / "unsigned").touch()
    foreign(records.claims, "signed")
    watch = ClaimWatch(records.claims)
    assert watch.takeable("unsigned") is None
    assert watch.takeable("signed") is None
    now += 20
    assert watch.takeable("signed") is None
    stale = watch.takeable("unsigned")
    with claimed(records.claims, "unsigned", stale) as mine:
        assert mine


def test_who_lost_a_claim_leaves_the_new_owners(records):
    with claimed(records.claims, "key", ""):
        foreign(records.claims)
    assert json.loads((records.claims / "key").read_text())["token"] == "theirs"


def test_sweeping_leaves_what_is_at_work(records):
    foreign(records.claims)
    foreign(records.claims, "dead", token="dead", host=platform.node(), started="1", pid=os.getpid())
    for name in ("key.theirs", "dead.dead", "gone.unclaimed"):
        (records.work / name / "made").mkdir(parents=True)
    (records.work / "half-written").touch()
    sweep(records)
    assert [path.name for path in records.claims.iterdir()] == ["key"]
    assert [path.name for path in records.work.iterdir()] == ["key.theirs"]


def test_a_try_that_its_program_did_not_live_to_forget_is_forgotten(records, tmp_path):
    one = Input(tmp_path / "a.mp4", "a.mp4", 1, 1)
    made = tmp_path / "made"
    made.mkdir()
    records.finish(one, "print", made, 3)
    records.attempt(one, "print", "before").touch()
    records.attempt(one, "another", "now").touch()  # of a batch that makes something else of it
    sweep(records)
    assert (records.tries(one, "print"), records.tries(one, "another")) == (0, 1)
