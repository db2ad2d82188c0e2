"""A batch from outside: whatever is killed, each input has one whole result or one line of failure."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from app.batch.inputs import find_inputs
from app.batch.records import Records
from app.batch.settings import BatchSettings
from models.errors import UserError
from tests.app.batch.driver import ROOT, run
from tests.fakes.waiting import wait_until

WHOLE = "".join(f"{frame}\n" for frame in range(10)) + "whole\n"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    return folder


def fill(folder, **words):
    for name, text in words.items():
        (folder / f"{name}.mp4").write_text(text)


@pytest.fixture
def start():
    """Starts a batch in a process of its own."""
    with contextlib.ExitStack() as stack:

        def start(folder, out):
            command = [sys.executable, "-m", "tests.app.batch.driver", folder, out, "2"]
            batch = stack.enter_context(subprocess.Popen(command, cwd=ROOT, start_new_session=True))
            stack.callback(batch.kill)
            return batch

        yield start


def files_below(folder):
    # Unlike Path.rglob, os.walk takes it that a folder goes meanwhile.
    return {
        Path(place, name).relative_to(folder).as_posix()
        for place, _, names in os.walk(folder)
        for name in names
    }


def lines_of_failure(out):
    return {line["name"]: line for line in map(json.loads, (out / "failed.jsonl").read_text().splitlines())}


def how_often_begun(*folders):
    lines = [line for folder in folders for line in (folder / ".begun").read_text().splitlines()]
    return Counter(line.split()[0] for line in lines)


def assert_nothing_is_left_over(out):
    """Beside results and what tells of them there are only the marks of what has ended."""
    assert {path.split("/")[1] for path in files_below(out) if path.startswith(".batch/")} <= {
        "finished",
        "failed",
    }
    assert not any((out / ".batch" / "work").iterdir())


def test_whatever_is_killed_every_input_ends_once(folder, start, tmp_path):
    """Killed twice half-way, then done by two programs at once."""
    out = tmp_path / "out"
    fill(folder, a="good 0.3", b="deadly", c="broken", d="good 0.3")
    fill(folder / "sub", a="good 0.3", e="good 0.3")
    results = {"a.mp4.jsonl", "d.mp4.jsonl", "sub/a.mp4.jsonl", "sub/e.mp4.jsonl"}
    for count in (1, 2):
        batch = start(folder, out)
        wait_until(lambda count=count: len(files_below(out) & results) >= count)
        batch.kill()
        batch.wait()
    both = [start(folder, out), start(folder, out)]
    assert [batch.wait(timeout=60) for batch in both] == [0, 0]
    assert files_below(out) - {path for path in files_below(out) if path.startswith(".batch/")} == {
        *results,
        "failed.jsonl",
        "progress.json",
    }
    assert {(out / result).read_text() for result in results} == {WHOLE}
    failures = lines_of_failure(out)
    assert set(failures) == {"b.mp4", "c.mp4"}
    assert failures["c.mp4"]["error"] == "c.mp4 is broken; mend it."
    assert failures["b.mp4"]["tries"] == 2
    # That it was SIGKILL is known to a batch that lived to see it.
    assert "it ended the program that read it" in failures["b.mp4"]["error"]
    assert how_often_begun(folder)["b.mp4"] <= 2 + 2  # each kill may end a process before its input does
    assert_nothing_is_left_over(out)
    progress = json.loads((out / "progress.json").read_text())
    told = {key: progress[key] for key in ("state", "files", "finished", "failed", "left", "running")}
    assert told == {"state": "ended", "files": 6, "finished": 4, "failed": 2, "left": 0, "running": []}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_ends_the_processes_and_the_next_time_goes_on(folder, start, tmp_path, number):
    out = tmp_path / "out"
    fill(folder, a="good 0.0", b="good 30", c="good 30")
    batch = start(folder, out)
    wait_until(lambda: (folder / ".begun").exists() and len(how_often_begun(folder)) == 3)
    batch.send_signal(number)
    assert batch.wait(timeout=20) == 130
    assert_nothing_is_left_over(out)
    assert json.loads((out / "progress.json").read_text())["state"] == "stopped"
    fill(folder, b="good 0.0", c="good 0.0")
    progress, stopped = run(folder, out)
    assert (progress.before, progress.done, progress.frames, stopped) == (1, 3, 20, False)
    assert how_often_begun(folder)["a.mp4"] == 1


def test_a_process_ends_when_its_batch_is_killed_and_its_try_does_not_count(folder, start, tmp_path):
    out = tmp_path / "out"
    fill(folder, a="good 30")
    batch = start(folder, out)
    wait_until((folder / ".begun").exists)
    tries = out / ".batch" / "tries"
    assert len(list(tries.iterdir())) == 1
    batch.kill()
    batch.wait()
    wait_until(lambda: not any(tries.iterdir()))


def test_an_input_that_ended_its_machine_twice_is_given_up_untried(folder, tmp_path):
    fill(folder, a="good 0.0", b="good 0.0")
    records = Records(tmp_path / "out")
    one, _ = find_inputs([folder], records.out)
    for token in ("first", "second"):  # as it stands after the power has gone twice
        records.attempt(one, BatchSettings().fingerprint(one), token).touch()
    progress, _ = run(folder, records.out)
    assert set(progress.failures) == {"a.mp4"}
    assert "tried 2 times" in lines_of_failure(records.out)["a.mp4"]["error"]
    assert how_often_begun(folder) == {"b.mp4": 1}


def test_what_was_begun_before_comes_last(folder, tmp_path):
    fill(folder, a="good 0.0", b="good 0.0", c="good 0.0")
    records = Records(tmp_path / "out")
    one = find_inputs([folder], records.out)[0]
    records.attempt(one, BatchSettings().fingerprint(one), "before").touch()
    run(folder, records.out, jobs=1)
    assert list(how_often_begun(folder)) == ["b.mp4", "c.mp4", "a.mp4"]


def test_a_changed_input_and_other_settings_are_done_again(folder, tmp_path):
    fill(folder, a="good 0.0", b="good 0.0")
    run(folder, tmp_path / "out")
    run(folder, tmp_path / "out")
    assert how_often_begun(folder) == {"a.mp4": 1, "b.mp4": 1}
    fill(folder, a="good 0.00")
    run(folder, tmp_path / "out")
    assert how_often_begun(folder) == {"a.mp4": 2, "b.mp4": 1}
    run(folder, tmp_path / "out", settings=BatchSettings(people=2))
    assert how_often_begun(folder) == {"a.mp4": 3, "b.mp4": 2}
    (tmp_path / "out" / "b.mp4.jsonl").unlink()
    run(folder, tmp_path / "out", settings=BatchSettings(people=2))
    assert how_often_begun(folder) == {"a.mp4": 3, "b.mp4": 3}


def test_a_mended_input_is_no_failure_any_more(folder, tmp_path):
    fill(folder, a="broken", b="good 0.0")
    assert set(run(folder, tmp_path / "out")[0].failures) == {"a.mp4"}
    assert set(run(folder, tmp_path / "out")[0].failures) == {"a.mp4"}
    assert how_often_begun(folder)["a.mp4"] == 1
    fill(folder, a="good 0.0")
    assert not run(folder, tmp_path / "out")[0].failures
    assert not (tmp_path / "out" / "failed.jsonl").exists()


def test_what_another_program_holds_is_waited_for_and_taken_over_when_that_stops(
    folder, tmp_path, monkeypatch
):
    monkeypatch.setattr("app.batch.loop.LOOK_AGAIN_S", 0.1)
    fill(folder, a="good 0.0")
    records = Records(tmp_path / "out")
    (one,) = find_inputs([folder], records.out)
    (records.claims / one.key).write_text(json.dumps({"token": "theirs", "host": "another", "pid": 1}))
    done = threading.Thread(target=run, args=(folder, records.out), kwargs={"stale_s": 1.0})
    done.start()
    done.join(0.6)
    assert done.is_alive()
    assert not (folder / ".begun").exists()
    done.join(20)
    assert how_often_begun(folder) == {"a.mp4": 1}
    assert_nothing_is_left_over(records.out)


def test_a_process_that_says_nothing_for_long_is_killed(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("app.batch.child.STALLED_S", 0.5)
    fill(folder, a="good 30")
    assert "no progress" in run(folder, tmp_path / "out")[0].failures["a.mp4"]
    assert how_often_begun(folder) == {"a.mp4": 2}


def test_a_process_that_dies_when_all_is_written_has_done_its_work(folder, tmp_path):
    fill(folder, a="crashing 0.0")
    progress, _ = run(folder, tmp_path / "out")
    assert (progress.done, progress.frames, progress.failures) == (1, 10, {})
    assert_nothing_is_left_over(tmp_path / "out")


def test_a_place_that_is_taken_fails_that_input_alone(folder, tmp_path):
    fill(folder, a="good 0.0", b="good 0.0")
    (tmp_path / "out" / "a.mp4.jsonl").mkdir(parents=True)
    progress, _ = run(folder, tmp_path / "out")
    assert set(progress.failures) == {"a.mp4"}
    assert (tmp_path / "out" / "b.mp4.jsonl").read_text() == WHOLE


def test_a_full_disk_is_no_inputs_failure(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("app.batch.process_input.free_bytes", lambda _: 0)
    fill(folder, a="broken", b="good 30", c="good 30")
    with pytest.raises(UserError, match="is full"):
        run(folder, tmp_path / "out")
    assert not (tmp_path / "out" / "failed.jsonl").exists()
    assert_nothing_is_left_over(tmp_path / "out")
    assert json.loads((tmp_path / "out" / "progress.json").read_text())["state"] == "stopped"


def test_gpus_and_cores_are_shared_out(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "2,GPU-7")
    monkeypatch.setattr("app.batch.pools.usable_cores", lambda: 10)
    fill(folder, a="good 0.4", b="good 0.4", c="good 0.4")
    run(folder, tmp_path / "out", jobs=3)
    begun = sorted(line.split()[1:] for line in (folder / ".begun").read_text().splitlines())
    assert begun == [["2", "3"], ["2", "3"], ["GPU-7", "3"]]
