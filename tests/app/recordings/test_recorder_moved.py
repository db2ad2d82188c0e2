"""Recordings whose file or folder is moved or deleted while they are made."""

import shutil
import sys

import numpy as np
import pytest

from app.recordings.reader import Recording
from app.recordings.recorder import Recorder
from app.types import Frame
from tests.fakes.sheet_recordings import filmed_recorder, grid_template, recording_info
from tests.fakes.waiting import wait_until

pytestmark = pytest.mark.skipif(
    sys.platform not in ("linux", "darwin"), reason="the system does not tell where an open file was moved to"
)
TEMPLATE = grid_template()
IMAGE = np.zeros((64, 64, 3), np.uint8)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "takes"
    made.mkdir()
    return made


def record(recorder: Recorder, begin: int, count: int = 5) -> None:
    """Record some frames, and wait for the file to have them."""
    for index in range(begin, begin + count):
        recorder.put(Frame(index, IMAGE, index / 30, index / 30), ())
    wait_until(lambda: recorder.status().frames == begin + count)


@pytest.mark.parametrize("what", ["the folder", "the file"])
def test_a_recording_that_is_moved_goes_on_and_says_where_it_is(folder, what, caplog):
    path = folder / "a.h5"
    recorder = Recorder(path, recording_info(TEMPLATE), TEMPLATE, live=True)
    record(recorder, 0)
    if what == "the folder":
        new = folder.rename(folder.with_name("moved")) / "a.h5"
    else:
        new = path.rename(folder / "better name.h5")
    record(recorder, 5)
    assert recorder.status().path == new
    status = recorder.stop()
    assert (status.state, status.path, status.size_bytes) == ("finished", new, new.stat().st_size)
    assert str(new) in caplog.text
    with Recording(status.path) as recording:
        assert len(recording) == 10
    assert [file.name for file in new.parent.iterdir()] == [new.name]  # nothing is held in reserve


def test_the_video_moves_with_its_folder(folder):
    recorder = filmed_recorder(folder / "a.h5")
    record(recorder, 0)
    moved = folder.rename(folder.with_name("moved"))
    record(recorder, 5)
    status = recorder.stop()
    assert status.video.parent == moved
    assert status.video.is_file()
    assert status.video_failure == ""


@pytest.mark.parametrize("with_video", [False, True])
def test_a_folder_that_is_deleted_is_said_at_once_and_nothing_is_promised(folder, with_video):
    if with_video:
        recorder = filmed_recorder(folder / "a.h5")
    else:
        recorder = Recorder(folder / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=True)
    record(recorder, 0)
    shutil.rmtree(folder)
    wait_until(lambda: recorder.status().state == "failed")  # no further frame is needed
    assert recorder.stop().message == ("a.h5 was deleted while it was being recorded; nothing of it is left.")
    assert not folder.exists()
