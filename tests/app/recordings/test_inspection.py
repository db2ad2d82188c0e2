"""Damaged and hostile recordings get a sentence, end no program and show nothing of other files."""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import h5py
import numpy as np
import pytest

from app.recordings import inspection
from app.recordings.file_names import files_of
from app.recordings.guarded_repair import guarded_repair
from app.recordings.inspection import inspect
from app.recordings.library import entry_of
from app.recordings.reader import Recording
from app.recordings.schema import Drop, RecordedFrame, RecordingError
from app.recordings.writer import RecordingWriter
from tests.fakes.sheet_recordings import grid_template, person, recording_info

ROOT = Path(__file__).resolve().parents[3]
TEMPLATE = grid_template()
SECRET = b"the secret of another file" * 1000


@pytest.fixture
def take(tmp_path):
    """A sound recording of two people."""
    path = tmp_path / "a.h5"
    writer = RecordingWriter(path, recording_info(TEMPLATE), TEMPLATE)
    frames = [
        RecordedFrame(i / 30, i / 30, i, (person(TEMPLATE, i, 1), person(TEMPLATE, i, 2))) for i in range(5)
    ]
    writer.append(frames, [Drop(0.1, 1, "not processed in time")])
    writer.close()
    return path


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "secret"
    path.write_bytes(SECRET)
    return path


def refused(path, match):
    with pytest.raises(RecordingError, match=match):
        Recording(path)
    entry = entry_of(path)
    assert entry.state == "damaged"
    assert entry.problem.count("\n") == 0


def test_a_sound_recording_is_sound(take):
    assert inspect(take).state == "sound"


def lengthen_text(path, text, length):
    """Change the length of a text among the attributes: its heap's object, size in 8 bytes before it."""
    content = bytearray(path.read_bytes())
    at = content.index(text) - 8
    assert int.from_bytes(content[at : at + 8], "little") == len(text)
    content[at : at + 8] = length.to_bytes(8, "little")
    path.write_bytes(content)


@pytest.mark.parametrize("length", [1 << 31, 1 << 40])
def test_a_text_of_impossible_length_gets_a_sentence(take, length):
    lengthen_text(take, b"2026-01-01T00:00:00+00:00", length)
    refused(take, "is damaged")


def test_a_wrong_type_that_ends_programs_gets_a_sentence(take):
    content = bytearray(take.read_bytes())
    content[content.index(b"started_at") + 17] ^= 0x7F
    take.write_bytes(content)
    refused(take, "ends the program")


def test_flipped_bytes_in_the_attributes_end_no_program(take):
    """Byte by byte through the attributes' messages, in one process that must live."""
    sound = take.read_bytes()
    at = sound.index(b"started_at")
    for offset in range(at - 24, at + 64, 2):
        content = bytearray(sound)
        content[offset] ^= 0x7F
        take.write_bytes(content)
        with contextlib.suppress(RecordingError):
            Recording(take).close()


def external_link(file, secret):
    del file["people/score"]
    file["people/score"] = h5py.ExternalLink(str(secret), "x")


def soft_link(file, _):
    del file["people/score"]
    file["people/score"] = h5py.SoftLink("/people/id")


def external_storage(file, secret):
    rows = len(file["people/score"])
    del file["people/score"]
    file["people"].create_dataset("score", (rows,), "f4", external=[(str(secret), 0, 4 * rows)])


def external_parameter(file, secret):
    rows = len(file["people/score"])
    file["people"].create_dataset("smpl_secret", (rows, 9), "f4", external=[(str(secret), 0, 36 * rows)])


def virtual_dataset(file, secret):
    rows = len(file["people/score"])
    del file["people/score"]
    layout = h5py.VirtualLayout((rows,), "f4")
    layout[:] = h5py.VirtualSource(str(secret), "x", (rows,), "f4")
    file["people"].create_virtual_dataset("score", layout)


def another_type(file, _):
    rows = len(file["frames/index"])
    del file["frames/index"]
    file["frames/index"] = np.zeros(rows, "S100")


def huge_table(file, _):
    del file["frames/time_s"]
    file["frames"].create_dataset("time_s", (1 << 40,), "f8", chunks=(256,))


def unknown_table(file, _):
    file["extra"] = np.zeros(3)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (external_link, "leads out"),
        (soft_link, "leads out"),
        (external_storage, "kept in other files"),
        (external_parameter, "kept in other files"),
        (virtual_dataset, "kept in other files"),
        (another_type, "rows of"),
        (huge_table, "more than the file can hold"),
        (unknown_table, "has no 'extra'"),
    ],
)
def test_only_plain_local_tables_are_read(take, secret, spoil, said):
    with h5py.File(take, "r+") as file:
        spoil(file, secret)
    refused(take, said)


def lost_table(file):
    del file["people/box"]


def fewer_than_nobody(file):
    file["frames/people"][1] = -3


def number_as_video(file):
    file.attrs["video"] = 5


def part_of_a_pixel(file):
    file.attrs["width"] = 2.5


def one_name_of_all_joints(file):
    file.attrs["joint_names"] = "knee"


def numbers_as_names_of_joints(file):
    file.attrs["joint_names"] = np.zeros(3)


def list_as_settings(file):
    file.attrs["settings"] = "[1]"


@pytest.mark.parametrize(
    "spoil",
    [
        *(lost_table, fewer_than_nobody, number_as_video, list_as_settings, part_of_a_pixel),
        *(one_name_of_all_joints, numbers_as_names_of_joints),
    ],
)
def test_what_no_recording_says_is_refused_until_it_is_repaired(take, spoil):
    with h5py.File(take, "r+") as file:
        spoil(file)
    with pytest.raises(RecordingError, match=r"is damaged.*; try: "):
        Recording(take)
    with Recording(guarded_repair(take).path) as recording:
        for frame in recording.frames():
            for found in frame.people:
                given = person(TEMPLATE, frame.index, found.id)
                np.testing.assert_array_equal(found.translation, given.translation)
        assert len(recording) == (4 if spoil is fewer_than_nobody else 5)


def test_a_repaired_recording_holds_no_table_that_frames_do_not_have(take):
    with h5py.File(take, "r+") as file:
        file["frames"].move("source_time_s", "sourceXtime_s")
    with Recording(guarded_repair(take).path) as recording:
        assert len(recording) == 5
        assert np.isnan(recording.source_times_s).all()


def test_a_long_table_in_place_of_a_group_is_not_read_one_by_one(take):
    with h5py.File(take, "r+") as file:
        del file["frames"]
        file.create_dataset("frames", (1 << 24,), "f4", chunks=(64,), compression="gzip")
    with pytest.raises(RecordingError, match=r"No frame of a\.h5 is sound"):
        guarded_repair(take)


def zero(path, table, first):
    """Leave zeros in rows, as a kill does that comes before a table's index is written."""
    with h5py.File(path, "r+") as file:
        values = file[table][()]
        values[first:] = 0
        file[table][...] = values


@pytest.mark.parametrize("table", ["frames/time_s", "frames/checksum"])
def test_frames_that_did_not_arrive_before_a_kill_are_left_out(take, table):
    zero(take, table, 3)
    with Recording(take) as recording:
        assert [frame.index for frame in recording.frames()] == [0, 1, 2]


def test_a_recording_none_of_whose_frames_arrived_is_damaged(take):
    zero(take, "frames/checksum", 0)
    refused(take, r"a\.h5 is damaged; try: ")


def test_people_arrive_before_the_frames_that_tell_of_them(tmp_path):
    """A copy taken before a flush is what a kill leaves behind."""
    path, copy = tmp_path / "b.h5", tmp_path / "copy.h5"
    writer = RecordingWriter(path, recording_info(TEMPLATE), TEMPLATE)
    for row in range(3):
        frame = RecordedFrame(row / 30, row / 30, row, (person(TEMPLATE, row, 1),))
        writer.append([frame], [])
        copy.write_bytes(path.read_bytes())
        with h5py.File(copy) as file:
            assert len(file["people/id"]) == row + 1
            assert file["people/vertices"].id.get_num_chunks() == row + 1
            assert len(file["frames/index"]) == row
        writer.flush()
    writer.close()


def test_a_video_whose_name_is_too_long_is_none(take):
    with h5py.File(take, "r+") as file:
        file.attrs["video"] = "x" * 3000 + ".mp4"
    assert files_of(take) == [take]
    with Recording(take) as recording:
        assert recording.video_path is None


def test_a_repaired_copy_holds_nothing_of_another_recording(take, tmp_path):
    """People who are sound, with sums that agree, but of the file that a link leads to."""
    secret = tmp_path / "secret.h5"
    writer = RecordingWriter(secret, recording_info(TEMPLATE), TEMPLATE)
    writer.append([RecordedFrame(i / 30, i / 30, i, (person(TEMPLATE, i, 7),)) for i in range(5)], [])
    writer.close()
    with h5py.File(take, "r+") as file:
        del file["people"]
        file["people"] = h5py.ExternalLink(str(secret), "people")
    with pytest.raises(RecordingError, match="table of contents is lost"):
        guarded_repair(take)
    assert not (tmp_path / "a.repaired.h5").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="stops a process and finds it as Linux does")
def test_a_file_that_stalls_the_reader_is_damaged(take, monkeypatch):
    """The process that looks at it is stopped, so that it does not answer."""
    monkeypatch.setattr(inspection, "SECONDS", 0.1)
    inspect(take)
    children = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=True
    ).stdout
    (child,) = [line.split()[0] for line in children.splitlines() if "app.recordings.structure" in line]
    other = take.with_name("b.h5")
    other.write_bytes(take.read_bytes())
    os.kill(int(child), signal.SIGSTOP)
    refused(other, "does not end within")
    third = take.with_name("c.h5")
    third.write_bytes(take.read_bytes())
    assert inspect(third).state == "sound"  # another process has taken its place


def test_nothing_is_imported_from_the_folder_that_the_person_is_in(take, tmp_path):
    (tmp_path / "h5py.py").write_text("raise SystemExit")
    code = "import pathlib, sys; from app.recordings import inspection as i; path = pathlib.Path(sys.argv[1])"
    words = [sys.executable, "-P", "-c", f"{code}; print(i.inspect(path).state)", take]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("sound", "")
