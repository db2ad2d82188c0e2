"""Recordings hold what was recorded, and refuse what they cannot hold."""

import dataclasses
import errno
import os

import h5py
import numpy as np
import pytest

from app.recordings.reader import Recording
from app.recordings.recorder import (
    NOT_PROCESSED,
)
from app.recordings.schema import Drop, RecordedFrame, RecordingError, quantise
from app.recordings.writer import RecordingWriter
from tests.fakes.full_disk import largest_file
from tests.fakes.sheet_recordings import check_content, grid_template, person, recording_info

TEMPLATE = grid_template()


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


def test_recordings_made_before_videos_were_kept_still_open(tmp_path):
    path = tmp_path / "a.h5"
    write(path, [RecordedFrame(0.0, 0.0, 0, ())])
    with h5py.File(path, "r+") as file:
        del file.attrs["video"]
    with Recording(path) as recording:
        assert recording.info.video == ""
        assert (recording.video_path, recording.video_frame(0), recording.video_frames_missing) == (
            None,
            None,
            0,
        )


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


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", r"^a\.h5 is not a recording; give an \.h5 file that this program recorded\.$"),
        (b"hello", r"^a\.h5 is not a recording; give an \.h5 file that this program recorded\.$"),
        (
            b"\x89HDF\r\n\x1a\n" + b"\0" * 200,
            r"^a\.h5 cannot be read .*damaged\); try: python main\.py repair .*/a\.h5$",
        ),
    ],
)
def test_what_is_no_recording_gets_a_sentence(tmp_path, content, sentence):
    path = tmp_path / "a.h5"
    path.write_bytes(content)
    with pytest.raises(RecordingError, match=sentence):
        Recording(path)


def test_a_missing_recording_gets_a_sentence(tmp_path):
    with pytest.raises(RecordingError, match="There is no recording"):
        Recording(tmp_path / "none.h5")


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


def test_a_disk_that_is_full_at_the_beginning_gets_a_sentence_and_leaves_nothing(tmp_path):
    sentence = r"^The recording a\.h5 cannot be made \(file too large\)"
    with pytest.raises(RecordingError, match=sentence), largest_file(2000):
        RecordingWriter(tmp_path / "a.h5", recording_info(TEMPLATE), TEMPLATE)
    assert not list(tmp_path.iterdir())
