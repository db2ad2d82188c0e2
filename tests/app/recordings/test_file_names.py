"""Names of recordings: which are refused, and that a video goes along."""

import dataclasses
from pathlib import Path

import h5py
import pytest

from app.recordings.file_names import files_of, rename
from app.recordings.reader import Recording
from app.recordings.schema import RecordedFrame
from app.recordings.writer import RecordingWriter
from models.errors import UserError
from tests.fakes.doll_recordings import record
from tests.fakes.sheet_recordings import grid_template, recording_info

TEMPLATE = grid_template()


@pytest.mark.parametrize(
    ("name", "reason"),
    [("b", "already"), ("x/y", "cannot hold /"), ("", "at least"), ("a" * 200, "too long")],
)
def test_names_that_cannot_be_are_refused_in_a_sentence(doll, tmp_path, name, reason):
    record(tmp_path / "b.h5", doll)
    path = record(tmp_path / "a.h5", doll)
    with pytest.raises(UserError, match=reason):
        rename(path, name)
    assert path.is_file()


def test_spaces_around_a_name_do_not_count(doll, tmp_path):
    path = record(tmp_path / "a.h5", doll)
    assert rename(path, " a ") == path


def test_a_recording_knows_its_video_under_both_names(tmp_path):
    path = tmp_path / "a.h5"
    writer = RecordingWriter(path, dataclasses.replace(recording_info(TEMPLATE), video="a.mp4"), TEMPLATE)
    writer.append([RecordedFrame(0.0, 0.0, 0, (), 0), RecordedFrame(0.1, 0.1, 1, ())])
    writer.close()
    with Recording(path) as recording:
        assert recording.video_path is None  # it is gone
        assert (recording.video_frame(0), recording.video_frame(1), recording.video_frames_missing) == (
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


@pytest.mark.parametrize("named", ["thesis.docx", "a.docx", "thesis.mp4", "../thesis.mp4", "thesis"])
def test_a_recording_takes_no_file_that_it_only_names(tmp_path, named):
    """Neither what is no video nor a video of another name is renamed or deleted with it."""
    folder = tmp_path / "folder"
    folder.mkdir()
    others = {(folder / named).resolve(), folder / Path(named).name}
    for other in others:
        other.write_text("mine")
    path = folder / "a.h5"
    writer = RecordingWriter(path, dataclasses.replace(recording_info(TEMPLATE), video=named), TEMPLATE)
    writer.append([RecordedFrame(0.0, 0.0, 0, (), 0)])
    writer.close()
    assert files_of(path) == [path]
    rename(path, "b")
    assert all(other.read_text() == "mine" for other in others)


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
    assert (tmp_path / "a.mp4").is_file()  # of another name than the recording's, so it stays where it is
