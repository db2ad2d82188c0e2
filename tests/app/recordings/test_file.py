"""Recordings hold what was recorded, and survive kills, full disks and bad luck."""

import dataclasses
import errno
import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import h5py
import numpy as np
import pytest

from app.recordings.file_names import files_of, rename
from app.recordings.reader import Recording
from app.recordings.recorder import (
    DISK_TOO_SLOW,
    MACHINE_TOO_BUSY,
    NOT_PROCESSED,
    QUEUE_FRAMES,
    Recorder,
    new_recording_path,
)
from app.recordings.schema import Drop, RecordedFrame, RecordingError, quantise
from app.recordings.video_writer import fit
from app.recordings.writer import RecordingWriter
from app.types import Frame
from models.errors import UserError
from tests.trials.recording_trials import (
    ROOT,
    check_content,
    dying_disk_trial,
    grid_template,
    kill_trial,
    long_trial,
    motion_of,
    person,
    recording_info,
)

TEMPLATE = grid_template()
IMAGE = np.zeros((4, 4, 3), np.uint8)


def frame(index: int, captured_at: float) -> Frame:
    return Frame(index, IMAGE, captured_at, index / 30)


def write(path, frames, drops=()):
    writer = RecordingWriter(path, recording_info(TEMPLATE), TEMPLATE)
    writer.append(frames, drops)
    writer.flush()
    writer.close()


def test_a_recording_returns_what_was_recorded(tmp_path):
    path = tmp_path / "a.h5"
    frames = [
        RecordedFrame(0.0, 5.0, 10, (person(TEMPLATE, 10, 1), person(TEMPLATE, 10, 7))),
        RecordedFrame(0.04, 5.03, 11, ()),
        RecordedFrame(0.09, 5.07, 13, (person(TEMPLATE, 13, 7),)),
    ]
    write(path, frames, [Drop(0.05, 1, NOT_PROCESSED)])
    with Recording(path) as recording:
        assert recording.info == recording_info(TEMPLATE)
        assert recording.ids == (1, 7)
        assert recording.drops == (Drop(0.05, 1, NOT_PROCESSED),)
        np.testing.assert_array_equal(recording.faces, TEMPLATE.faces[0])
        for given, found in zip(frames, recording.frames(), strict=True):
            assert (given.time_s, given.source_time_s, given.index) == (
                found.time_s,
                found.source_time_s,
                found.index,
            )
            for a, b in zip(given.people, found.people, strict=True):
                assert (a.id, a.crop.size) == (b.id, b.crop.size)
                assert np.abs(a.vertices - b.vertices).max() < 1e-4
                np.testing.assert_array_equal(a.joints, b.joints)
        at, rows = recording.rows_of(7)
        np.testing.assert_array_equal(at, [0, 2])
        assert recording.table("vertices", rows).shape == (2, 400, 3)
        with pytest.raises(RecordingError, match="holds no colour"):
            recording.table("colour", rows)


def test_a_recording_knows_its_video_under_both_names(tmp_path):
    path = tmp_path / "a.h5"
    writer = RecordingWriter(path, dataclasses.replace(recording_info(TEMPLATE), video="a.mp4"), TEMPLATE)
    writer.append([RecordedFrame(0.0, 0.0, 0, (), 0), RecordedFrame(0.1, 0.1, 1, ())])
    writer.close()
    with Recording(path) as recording:
        assert recording.video_path is None  # it is gone
        assert (recording.video_frame(0), recording.video_frame(1), recording.pictures_missing) == (
            0,
            None,
            1,
        )
        (tmp_path / "a.mp4").touch()
        assert recording.video_path == tmp_path / "a.mp4"
    for old in (path, tmp_path / "a.mp4"):
        old.rename(old.with_stem("renamed"))
    with Recording(tmp_path / "renamed.h5") as recording:
        assert recording.video_path == tmp_path / "renamed.mp4"


@pytest.fixture
def two_of_one_video(tmp_path):
    """A recording with its video, and a copy of it as repairing makes one."""
    path, copy = tmp_path / "a.h5", tmp_path / "a.repaired.h5"
    writer = RecordingWriter(path, dataclasses.replace(recording_info(TEMPLATE), video="a.mp4"), TEMPLATE)
    writer.append([RecordedFrame(0.0, 0.0, 0, (), 0)])
    writer.close()
    copy.write_bytes(path.read_bytes())
    (tmp_path / "a.mp4").touch()
    return path, copy


def has_video(path):
    with Recording(path) as recording:
        return recording.video_path is not None


def test_a_video_goes_with_the_last_recording_that_has_it(two_of_one_video, tmp_path):
    path, copy = two_of_one_video
    assert (files_of(path), files_of(copy)) == ([path], [copy])
    path.unlink()
    assert files_of(copy) == [copy, tmp_path / "a.mp4"]


def test_a_shared_video_is_found_after_any_renaming(two_of_one_video, tmp_path):
    """Also where it has another name by now than the one that it was recorded under."""
    path, copy = two_of_one_video
    copy.unlink()
    first = rename(path, "b")
    copy = tmp_path / "b.repaired.h5"
    copy.write_bytes(first.read_bytes())
    with h5py.File(copy, "r+") as file:
        file.attrs["video"] = "b.mp4"  # as repairing tells it
    second = rename(first, "c")
    assert has_video(second)
    assert has_video(copy)
    with Recording(rename(second, "d")) as recording:
        assert recording.video_path == tmp_path / "b.mp4"


def test_a_damaged_recording_keeps_the_video_of_its_name(two_of_one_video):
    path, copy = two_of_one_video
    path.write_bytes(b"damaged")
    assert files_of(copy) == [copy]


@pytest.mark.parametrize("which", [0, 1])
def test_renaming_one_of_two_recordings_leaves_both_their_video(two_of_one_video, tmp_path, which):
    renamed, other = two_of_one_video[which], two_of_one_video[1 - which]
    (tmp_path / "taken.mp4").touch()
    with pytest.raises(UserError, match=r"There is a file taken\.mp4 already"):
        rename(renamed, "taken")
    new = rename(renamed, "b")
    assert new == tmp_path / "b.h5"
    assert not renamed.exists()
    assert has_video(new)
    assert has_video(other)
    other.unlink()
    assert has_video(rename(new, "c"))
    assert (tmp_path / "c.mp4").is_file()


def test_recordings_made_before_videos_were_kept_still_open(tmp_path):
    path = tmp_path / "a.h5"
    write(path, [RecordedFrame(0.0, 0.0, 0, ())])
    with h5py.File(path, "r+") as file:
        del file.attrs["video"]
    with Recording(path) as recording:
        assert recording.info.video == ""
        assert (recording.video_path, recording.video_frame(0), recording.pictures_missing) == (None, None, 0)


def test_rounding_stays_under_a_tenth_of_a_millimetre_or_spans_what_it_must():
    rng = np.random.default_rng(0)
    person_sized = rng.uniform(-1, 1, (500, 3)).astype(np.float32)
    values, origin, step = quantise(person_sized)
    assert np.abs(origin + step * values - person_sized).max() < 1e-4
    huge = person_sized * 40
    values, origin, step = quantise(huge)
    assert np.abs(origin + step * values - huge).max() < step


def test_further_outputs_of_a_model_are_kept(tmp_path):
    betas = np.arange(10, dtype=np.float32)
    posed = dataclasses.replace(person(TEMPLATE, 0), parameters={"smpl_betas": betas, "smpl_vertices": betas})
    write(tmp_path / "a.h5", [RecordedFrame(0, 0, 0, (posed,))])
    with Recording(tmp_path / "a.h5") as recording:
        assert recording.parameter_names() == ("smpl_betas",)
        np.testing.assert_array_equal(recording.frame(0).people[0].parameters["smpl_betas"], betas)


def test_a_mesh_of_another_model_is_refused(tmp_path):
    writer = RecordingWriter(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE)
    other = dataclasses.replace(person(TEMPLATE, 0), vertices=np.zeros((7, 3), np.float32))
    with pytest.raises(RecordingError, match="start a new recording"):
        writer.append([RecordedFrame(0, 0, 0, (other,))])
    writer.close()


def test_nothing_is_ever_overwritten(tmp_path):
    write(tmp_path / "a.h5", [])
    with pytest.raises(RecordingError, match="exists already"):
        RecordingWriter(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE)


def test_two_recordings_at_once_get_two_files(tmp_path):
    import datetime

    now = datetime.datetime(2026, 1, 2, 3, 4, 5)
    paths = [new_recording_path(tmp_path / "new", now) for _ in range(3)]
    assert [path.name for path in paths] == [
        "2026-01-02 03-04-05.h5",
        "2026-01-02 03-04-05 (2).h5",
        "2026-01-02 03-04-05 (3).h5",
    ]


@pytest.mark.parametrize("content", [b"", b"hello", b"\x89HDF\r\n\x1a\n" + b"\0" * 200])
def test_what_is_no_recording_gets_a_sentence(tmp_path, content):
    path = tmp_path / "a.h5"
    path.write_bytes(content)
    with pytest.raises(
        RecordingError, match=r"^a\.h5 cannot be read .*damaged\); try: python main\.py repair .*/a\.h5$"
    ):
        Recording(path)


def test_a_missing_recording_gets_a_sentence(tmp_path):
    with pytest.raises(RecordingError, match="There is no recording"):
        Recording(tmp_path / "none.h5")


def test_recorder_keeps_capture_times_and_counts_every_drop(tmp_path):
    recorder = Recorder(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=True)
    for index, captured_at in ((5, 100.0), (6, 100.031), (9, 100.2)):
        recorder.put(frame(index, captured_at), (person(TEMPLATE, index),))
    status = recorder.stop()
    assert (status.state, status.frames, status.drops) == ("finished", 3, {NOT_PROCESSED: 2})
    assert status.free_bytes > 0
    assert status.size_bytes > 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.h5"]
    with Recording(tmp_path / "a.h5") as recording:
        np.testing.assert_allclose(recording.times_s, [0, 0.031, 0.2], atol=1e-9)
        assert recording.dropped == 2


def test_frames_that_came_while_paused_are_not_lost(tmp_path):
    recorder = Recorder(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=True)
    recorder.put(frame(0, 0.0), ())
    for index in (2, 3, 4, 8):  # paused twice; 1, 5 and 7 were too late
        recorder.leave_out(index)
    recorder.put(frame(6, 0.2), ())
    assert recorder.status().drops == {NOT_PROCESSED: 2}
    recorder.put(frame(9, 0.3), ())
    assert recorder.stop().drops == {NOT_PROCESSED: 3}


def test_files_are_recorded_with_their_own_clock(tmp_path):
    recorder = Recorder(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=False)
    for index in range(3):
        recorder.put(frame(index, 100.0 + 9 * index), ())
    recorder.stop()
    with Recording(tmp_path / "a.h5") as recording:
        np.testing.assert_allclose(recording.times_s, [0, 1 / 30, 2 / 30])


@pytest.mark.parametrize("size", [(1280, 720), (320, 640), (320, 240), (640, 480)])
def test_a_picture_of_another_size_is_fitted_into_the_recording_with_whom_it_shows(tmp_path, size):
    """As the kept video shows it: what lay on a spot of the picture lies on it still."""
    first, spot = (640, 480), np.array([0.7, 0.3])
    somebody = person(TEMPLATE, 0)
    recorder = Recorder(
        tmp_path / "a.h5", replace(recording_info(TEMPLATE), width=640, height=480), TEMPLATE, live=True
    )
    for index, (width, height) in enumerate((first, size)):
        pixels = spot * (width - 1, height - 1)
        joints = np.zeros_like(somebody.joints)
        focal_px = 0.9 * width
        at = np.append((pixels - (np.array((width, height)) - 1) / 2) / focal_px, 1) * 2
        picture = np.zeros((height, width, 3), np.uint8)
        box = np.concatenate([pixels - 9, pixels + 9])
        seen = replace(
            somebody, joints=joints, translation=at.astype(np.float32), focal_px=focal_px, box_xyxy=box
        )
        recorder.put(Frame(index, picture, index / 30, index / 30), (seen,))
    recorder.stop()
    marked = np.zeros((size[1], size[0], 3), np.uint8)
    x, y = np.rint(spot * (size[0] - 1, size[1] - 1)).astype(int)
    marked[y - 2 : y + 3, x - 2 : x + 3] = 255
    rows, columns = np.nonzero(fit(marked, first)[..., 0] > 99)
    with Recording(tmp_path / "a.h5") as recording:
        (found,) = recording.frame(1).people
        joint, box = found.joints_2d[0], found.box_xyxy
    shown = [columns.mean(), rows.mean()]
    np.testing.assert_allclose(joint, shown, atol=1)
    np.testing.assert_allclose((box[:2] + box[2:]) / 2, shown, atol=1)


@pytest.mark.parametrize(("step", "cause"), [("append", MACHINE_TOO_BUSY), ("flush", DISK_TOO_SLOW)])
def test_slow_writing_drops_visibly_by_its_cause_and_the_picture_never_waits(
    tmp_path, monkeypatch, step, cause
):
    recorder = Recorder(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=True)
    begun, goes_on = threading.Event(), threading.Event()
    quick = getattr(RecordingWriter, step)

    def slowly(self, *words):
        begun.set()
        goes_on.wait(30)
        return quick(self, *words)

    monkeypatch.setattr(RecordingWriter, step, slowly)
    recorder.put(frame(0, 0), ())
    assert begun.wait(10)
    time.sleep(0.1)  # longer than what came before it in the same batch
    for index in range(1, QUEUE_FRAMES + 50):
        recorder.put(frame(index, index / 30), ())
    assert recorder.status().drops == {cause: 49}
    goes_on.set()
    status = recorder.stop()
    with Recording(tmp_path / "a.h5") as recording:
        assert len(recording) == status.frames == QUEUE_FRAMES + 1
        assert recording.dropped == 49


def test_a_file_is_synced_through_a_descriptor_that_may_write(tmp_path, monkeypatch):
    """As Windows demands it, which refuses to sync a file that is open for reading only."""
    fcntl = pytest.importorskip("fcntl")
    sync, synced = os.fsync, []

    def strictly(descriptor):
        if fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        synced.append(descriptor)
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", strictly)
    write(tmp_path / "a.h5", [RecordedFrame(0, 0, 0, (person(TEMPLATE, 0),))])
    assert synced
    assert check_content(tmp_path / "a.h5", 1) == 1


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


def test_a_disk_that_is_full_at_the_beginning_gets_a_sentence_and_leaves_nothing(tmp_path):
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with pytest.raises(RecordingError, match=r"^The recording a\.h5 cannot be made \(file too large\)"):
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
        try:
            RecordingWriter(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_gets_a_sentence(tmp_path):
    with pytest.raises(RecordingError, match="choose another folder"):
        Recorder(tmp_path / "missing" / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=True)


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
            "from tests.trials.recording_trials import record_forever; record_forever(Path(sys.argv[1]), 10)"
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
        assert check_content(path, 10) >= sum(line.isdigit() for line in lines) - 60
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
    assert status.message.startswith("The disk failed (input/output error); what was recorded")


def test_files_are_recorded_whole_however_slow_the_disk(tmp_path, monkeypatch):
    append = RecordingWriter.append

    def slowly(self, frames, drops=()):
        threading.Event().wait(0.05)
        append(self, frames, drops)

    monkeypatch.setattr(RecordingWriter, "append", slowly)
    recorder = Recorder(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE, live=False)
    for index in range(3 * QUEUE_FRAMES):
        recorder.put(frame(index, 0.0), ())
    status = recorder.stop()
    assert (status.frames, status.dropped) == (3 * QUEUE_FRAMES, 0)


def test_real_motion_of_two_is_recorded_without_a_drop_in_sixty_megabytes_a_minute_each(tmp_path):
    path = tmp_path / "long.h5"
    motion = motion_of("sample", frames=20)
    told = []
    status = long_trial(path, motion, people=2, minutes=2 / 60, each_minute=told.append)
    assert (status.frames, status.dropped) == (60, 0)
    assert status.most_waiting < QUEUE_FRAMES
    with Recording(path) as recording:
        assert recording.ids == (1, 2)
        given = motion.people(59, 2)[1]
        found = recording.frame(59).people[1]
        assert np.abs(found.vertices - given.vertices).max() < 1e-4
    with h5py.File(path) as file:
        per_mesh = file["people/vertices"].id.get_storage_size() / 120
    assert per_mesh * 30 * 60 < 52e6  # leaves a reserve for the small tables and for other motions
    assert "MB a minute and person" in told[-1]
