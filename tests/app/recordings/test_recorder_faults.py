"""Recordings survive kills, full and dying disks."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import h5py
import numpy as np
import pytest

from app.recordings.recorder import (
    Recorder,
)
from app.recordings.schema import RecordingError
from app.types import Frame
from tests.fakes.sheet_recordings import check_content, grid_template, recording_info
from tests.trials.recording_trials import ROOT, dying_disk_trial, kill_trial

TEMPLATE = grid_template()
IMAGE = np.zeros((4, 4, 3), np.uint8)


def frame(index: int, captured_at: float) -> Frame:
    return Frame(index, IMAGE, captured_at, index / 30)


@pytest.mark.parametrize("refuses", ["fsync", "open"])
def test_a_recording_that_cannot_be_begun_gets_a_sentence_and_leaves_nothing(tmp_path, monkeypatch, refuses):
    path, system = tmp_path / "a.h5", getattr(os, refuses)

    def fail(place, *words):
        if refuses == "open" and place != path:
            return system(place, *words)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    open_before = h5py.h5f.get_obj_count(h5py.h5f.OBJ_ALL, h5py.h5f.OBJ_FILE)
    with monkeypatch.context() as failing:
        failing.setattr(os, refuses, fail)
        with pytest.raises(RecordingError, match=r"^The recording a\.h5 cannot be made \(input/output"):
            Recorder(path, recording_info(TEMPLATE), TEMPLATE, live=True)
    assert not list(tmp_path.iterdir())
    assert h5py.h5f.get_obj_count(h5py.h5f.OBJ_ALL, h5py.h5f.OBJ_FILE) == open_before
    recorder = Recorder(path, recording_info(TEMPLATE), TEMPLATE, live=True)  # the same name works now
    recorder.put(frame(0, 0), ())
    assert recorder.stop().frames == 1


def test_a_folder_that_cannot_be_written_gets_a_sentence(tmp_path):
    with pytest.raises(RecordingError, match="choose another folder"):
        Recorder(tmp_path / "missing" / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=True)


def test_whoever_does_not_wait_is_told_of_such_a_folder_by_a_recording_that_has_failed(tmp_path):
    path = tmp_path / "missing" / "a.h5"
    recorder = Recorder(path, recording_info(TEMPLATE), TEMPLATE, live=True, waits=False)
    recorder.put(frame(0, 0), ())
    status = recorder.stop()
    assert (status.state, status.frames) == ("failed", 0)
    assert status.message.endswith("choose another folder or make space.")
    assert not list(tmp_path.iterdir())


def test_what_comes_before_the_file_is_there_is_recorded_too(tmp_path, monkeypatch):
    sync, go_on = os.fsync, threading.Event()

    def sync_late(descriptor):
        assert go_on.wait(60)
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", sync_late)
    recorder = Recorder(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=True, waits=False)
    for index in range(3):
        recorder.put(frame(index, index / 30), ())
    assert recorder.status().state == "recording"
    go_on.set()
    assert recorder.stop().frames == 3


@pytest.mark.parametrize("size", ["5700k", "6m"])  # where the refusal comes differs
def test_a_disk_that_fills_up_in_mid_write_keeps_what_was_flushed_before(tmp_path, size):
    """Another program takes the space between looking and writing; only the system's refusal tells."""
    path = tmp_path / "full.h5"
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", tmp_path]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk needs the right to mount one")
    try:
        code = (
            "import sys, types, app.recordings.recorder; from pathlib import Path;"
            "app.recordings.recorder.shutil = types.SimpleNamespace("
            "    disk_usage=lambda _: types.SimpleNamespace(free=10**12));"
            "from tests.trials.recording_trials import record_forever;"
            "record_forever(Path(sys.argv[1]), 10, most_ahead=30)"
        )
        run = subprocess.run(
            [sys.executable, "-c", code, path],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        lines = run.stdout.splitlines()
        assert "is full" in lines[-1]
        assert "is kept in full.h5" in lines[-1]
        # What was being flushed, as many frames that waited meanwhile, and the one that was told of that.
        assert check_content(path, 10) >= sum(line.isdigit() for line in lines) - 2 * 30 - 1
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_a_killed_recording_loses_at_most_the_last_second(tmp_path):
    for seconds in (0.7, 1.3):
        kill_trial(tmp_path, seconds)


@pytest.mark.skipif(sys.platform != "linux", reason="a disk is broken through /proc")
@pytest.mark.parametrize("is_dead", [False, True], ids=["read-only", "dead"])
def test_a_dying_disk_loses_at_most_the_last_second_and_ends_no_program(tmp_path, is_dead):
    dying_disk_trial(tmp_path, 40, is_dead=is_dead)


def test_a_disk_that_does_not_answer_at_all_gets_a_sentence(tmp_path, monkeypatch):
    def fail(*_, **__):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    recorder = Recorder(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=True)
    monkeypatch.setattr("app.recordings.recorder.shutil.disk_usage", fail)
    monkeypatch.setattr(Path, "unlink", fail)
    recorder.put(frame(0, 0), ())
    status = recorder.stop()
    assert (status.state, status.free_bytes) == ("failed", 0)
    assert status.message == "The disk failed (input/output error); nothing had been recorded by then."
