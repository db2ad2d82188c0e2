"""Damaged recordings give back what is sound of them, and are never written to."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import h5py
import numpy as np
import pytest

import main
from app.recordings import guarded_repair as guarded
from app.recordings.file_names import rename
from app.recordings.guarded_repair import guarded_repair
from app.recordings.reader import Recording
from app.recordings.repair import repair
from app.recordings.schema import Drop, RecordedFrame, RecordingError
from app.recordings.tables import TABLE_ROWS
from app.recordings.writer import RecordingWriter
from tests.fakes.sheet_recordings import grid_template, person, recording_info

ROOT = Path(__file__).resolve().parents[3]
TEMPLATE = grid_template()
FRAMES = 60


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """The bytes of a recording of two people, written as the recorder does: in batches with flushes."""
    path = tmp_path_factory.mktemp("sound") / "a.h5"
    writer = RecordingWriter(path, recording_info(TEMPLATE), TEMPLATE)
    for begin in range(0, FRAMES, 15):
        frames = [
            RecordedFrame(i / 30, i / 30, i, (person(TEMPLATE, i, 1), person(TEMPLATE, i, 2)))
            for i in range(begin, begin + 15)
        ]
        writer.append(frames, [Drop(begin / 30, 2, "not processed in time")])
        writer.flush()
    writer.close()
    return path.read_bytes()


@pytest.fixture
def damaged(tmp_path):
    """Write bytes as a file to be repaired."""

    def write(content):
        path = tmp_path / "a.h5"
        path.write_bytes(content)
        return path

    return write


def check(path):
    """Compare the meshes and times of a repaired file with what was recorded; return (frames, meshes)."""
    meshes = 0
    with Recording(path) as recording:
        for frame in recording.frames():
            assert abs(frame.time_s - frame.index / 30) < 1e-9
            for found in frame.people:
                given = person(TEMPLATE, frame.index, found.id)
                assert np.abs(found.vertices - given.vertices).max() < 1e-4
                np.testing.assert_array_equal(found.translation, given.translation)
                meshes += 1
        return len(recording), meshes


def test_a_sound_recording_comes_back_whole(damaged, sound):
    path = damaged(sound)
    report = repair(path)
    assert report.path.name == "a.repaired.h5"
    assert (report.frames, report.frames_lost, report.people, report.people_lost) == (60, 0, 120, 0)
    assert check(report.path) == (60, 120)
    assert path.read_bytes() == sound
    with Recording(path) as before, Recording(report.path) as after:
        assert after.info == before.info
        assert after.drops == before.drops
        np.testing.assert_array_equal(after.faces, before.faces)


@pytest.mark.parametrize("share", [0.999, 0.9, 0.7])
def test_a_truncated_recording_gives_back_what_came_before_the_end(damaged, sound, share):
    content = sound[: int(share * len(sound))]
    path = damaged(content)
    with pytest.raises(RecordingError, match="repair"):
        Recording(path)
    report = repair(path)
    assert path.read_bytes() == content
    frames, meshes = check(report.path)
    assert (frames, meshes) == (report.frames, report.people)
    assert report.people + report.people_lost == 2 * FRAMES
    assert meshes > 2 * FRAMES * (share - 0.25)


def test_meshes_are_found_where_the_index_of_the_file_is_lost(damaged, sound):
    content = bytearray(sound)
    index = sound.index(b"TREE\1\1")  # the root of the only table with more chunks than a leaf holds
    content[index : index + 24] = bytes(24)
    report = repair(damaged(bytes(content)))
    assert report.people_lost == 0
    assert check(report.path) == (FRAMES, 2 * FRAMES)


@pytest.mark.parametrize("damage", [slice(0, 96), slice(40, 48), slice(0, 8)])
def test_a_lost_superblock_is_rebuilt(damaged, sound, damage):
    content = bytearray(sound)
    content[damage] = b"\xa5" * (damage.stop - damage.start)
    report = repair(damaged(bytes(content)))
    assert (report.frames_lost, report.people_lost) == (0, 0)
    assert check(report.path) == (FRAMES, 2 * FRAMES)


def test_a_spoilt_mesh_costs_that_mesh_alone(damaged, sound):
    path = damaged(sound)
    with h5py.File(path, "r") as file:
        chunk = file["people/vertices"].id.get_chunk_info(41)
    content = bytearray(sound)
    content[chunk.byte_offset : chunk.byte_offset + chunk.size] = b"\xff" * chunk.size
    report = repair(damaged(bytes(content)))
    assert (report.frames, report.people, report.people_lost) == (FRAMES, 2 * FRAMES - 1, 1)
    assert check(report.path) == (FRAMES, 2 * FRAMES - 1)
    assert "0 frames and 1 mesh were damaged" in report.sentence()


@pytest.mark.parametrize("name", ["vertices", "joints", "translation", "score"])
def test_a_single_flipped_bit_is_found(damaged, sound, name):
    path = damaged(sound)
    with h5py.File(path, "r") as file:
        place = file[f"people/{name}"].id.get_chunk_info(0).byte_offset
    content = bytearray(sound)
    content[place + 1] ^= 4
    report = repair(damaged(bytes(content)))
    assert (report.frames, report.people, report.people_lost) == (FRAMES, 2 * FRAMES - 1, 1)
    assert check(report.path) == (FRAMES, 2 * FRAMES - 1)


def test_lost_triangles_come_from_the_installed_body(damaged, anny, tmp_path):
    path = tmp_path / "anny.h5"
    writer = RecordingWriter(path, replace(recording_info(anny), template_sha256=anny.sha256), anny)
    writer.append([RecordedFrame(0, 0, 0, (person(anny, 0),))])
    writer.close()
    content = bytearray(path.read_bytes())
    with h5py.File(path, "r") as file:
        chunk = file["faces"].id.get_chunk_info(0)
    content[chunk.byte_offset : chunk.byte_offset + chunk.size] = bytes(chunk.size)
    with Recording(repair(damaged(bytes(content))).path) as recording:
        np.testing.assert_array_equal(recording.faces, anny.faces[0])
        assert len(recording) == 1


def test_what_are_no_triangles_is_replaced_by_the_installed_bodys(anny, tmp_path):
    path = tmp_path / "anny.h5"
    writer = RecordingWriter(path, replace(recording_info(anny), template_sha256=anny.sha256), anny)
    writer.append([RecordedFrame(0, 0, 0, (person(anny, 0),))])
    writer.close()
    with h5py.File(path, "r+") as file:
        del file["faces"]
        file["faces"] = np.arange(7)
    with Recording(repair(path).path) as recording:
        np.testing.assert_array_equal(recording.faces, anny.faces[0])


def test_which_picture_belongs_to_a_frame_outlives_damage(damaged, tmp_path):
    path = tmp_path / "filmed.h5"
    writer = RecordingWriter(path, replace(recording_info(TEMPLATE), video="filmed.mp4"), TEMPLATE)
    writer.append([RecordedFrame(i / 30, i / 30, i, (person(TEMPLATE, i),), i - 1) for i in range(3)])
    writer.close()
    content = path.read_bytes()
    with h5py.File(path, "r") as file:
        numbers = file["frames/video_frame"].id.get_chunk_info(0).byte_offset
    report = repair(damaged(content))
    with Recording(report.path) as recording:
        assert recording.info.video == "filmed.mp4"
        assert [recording.video_frame(row) for row in range(3)] == [None, 0, 1]
    spoilt = bytearray(content)
    spoilt[numbers + 8] ^= 4
    report = repair(damaged(bytes(spoilt)), tmp_path / "spoilt.h5")
    assert (report.frames, report.frames_lost) == (2, 1)
    with Recording(report.path) as recording:
        assert [recording.video_frame(row) for row in range(2)] == [None, 1]
    with h5py.File(damaged(content), "r+") as file:
        del file.attrs["video"]
    report = repair(tmp_path / "a.h5", tmp_path / "nameless.h5")
    assert (report.frames, report.partly) == (3, ())


def test_a_recording_that_was_renamed_keeps_its_video_when_it_is_repaired(tmp_path):
    path = tmp_path / "first.h5"
    writer = RecordingWriter(path, replace(recording_info(TEMPLATE), video="first.mp4"), TEMPLATE)
    writer.append([RecordedFrame(0, 0.0, 0, (person(TEMPLATE, 0),), 0)])
    writer.close()
    (tmp_path / "first.mp4").write_bytes(b"video")
    report = repair(rename(path, "second"))
    with Recording(report.path) as recording:
        assert recording.video_path == tmp_path / "second.mp4"


def test_a_repaired_recording_is_sound(damaged, sound, tmp_path):
    first = repair(damaged(sound[: int(0.9 * len(sound))]))
    again = repair(first.path, tmp_path / "again.h5")
    assert (again.frames, again.people) == (first.frames, first.people)
    assert (again.frames_lost, again.people_lost) == (0, 0)


def test_flipped_bits_anywhere_give_a_readable_file_or_a_sentence(damaged, sound, tmp_path):
    rng = np.random.default_rng(0)
    saved, sentences = 0, []
    for trial in range(12):
        content = bytearray(sound)
        for place in rng.integers(0, len(content), 3):
            content[place] ^= 1 << rng.integers(8)
        try:
            report = repair(damaged(bytes(content)), tmp_path / f"{trial}.h5")
        except RecordingError as error:
            sentences.append(str(error))
            continue
        with Recording(report.path) as recording:
            assert len(recording) == report.frames
            assert sum(len(frame.people) for frame in recording.frames()) == report.people
        saved += report.people
    assert saved > 0.8 * 12 * 2 * FRAMES
    assert all(re.fullmatch(r"[^\n]+\.", sentence) for sentence in sentences)


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "is empty"), (b"hello", "no recording"), (b"\0" * 5000, "no recording")]
)
def test_what_cannot_be_saved_gets_a_sentence_and_leaves_nothing(damaged, content, said, capsys):
    path = damaged(content)
    assert main.main(["repair", str(path)]) == 1
    message = capsys.readouterr().err
    assert said in message
    assert message.count("\n") == 1
    assert [file.name for file in path.parent.iterdir()] == ["a.h5"]


def test_a_folder_is_no_recording_to_repair(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main.main(["repair", "."]) == 1
    assert "There is no recording .; give the path" in capsys.readouterr().err


def test_an_existing_file_is_never_overwritten(damaged, sound, tmp_path):
    path = damaged(sound)
    other = tmp_path / "other.h5"
    other.write_bytes(b"mine")
    for output in (path, other):
        with pytest.raises(RecordingError, match="exists already"):
            repair(path, output)
    assert other.read_bytes() == b"mine"
    assert path.read_bytes() == sound


def test_the_command_says_what_was_saved(damaged, sound, capsys):
    path = damaged(sound[: int(0.9 * len(sound))])
    assert main.main(["repair", str(path), "-o", str(path.with_name("b.h5"))]) == 0
    assert re.search(r"\d+ frames with \d+ meshes were saved in b.h5; \d+ frames", capsys.readouterr().out)


def test_meshes_whose_index_was_cut_off_are_found(damaged, sound, tmp_path):
    """A copy that was interrupted: the index of the meshes stands at the end, and they before it."""
    with h5py.File(damaged(sound)) as file:
        vertices = file["people/vertices"].id
        ends = [chunk.byte_offset + chunk.size for chunk in map(vertices.get_chunk_info, range(2 * FRAMES))]
    cut = len(sound) // 2
    hole = bytearray(sound[:cut])
    hole[ends[9] + 40 : ends[9] + 60] = bytes(20)  # in the eleventh mesh
    report = repair(damaged(bytes(hole)), tmp_path / "new.h5")
    whole = sum(end <= cut for end in ends)
    assert whole > 30
    assert report.people == whole - 1
    assert check(report.path)[1] == whole - 1


@pytest.mark.parametrize("name", ["frames/time_s", "people/frame", "people/vertices_step"])
def test_an_index_that_was_written_in_part_costs_its_newest_rows_alone(tmp_path, name):
    """A kill while the index of a table takes its second chunk, in the middle of the new entry."""
    path, rows = tmp_path / "a.h5", TABLE_ROWS + 4
    writer = RecordingWriter(path, recording_info(TEMPLATE), TEMPLATE)
    writer.append([RecordedFrame(i / 30, i / 30, i, (person(TEMPLATE, i, 1),)) for i in range(rows)])
    writer.close()
    with h5py.File(path) as file:
        place = file[name].id.get_chunk_info(0).byte_offset
    content = bytearray(path.read_bytes())
    node = content.index(place.to_bytes(8, "little")) - 48  # after the node's head and its first key
    assert content[node : node + 8] == b"TREE\1\0\2\0"
    entry = node + 56
    content[entry + 19 : entry + 56] = bytes(37)  # the rest of its key, its address, and where the chunk ends
    path.write_bytes(content)
    with pytest.raises(RecordingError, match="repair"):
        Recording(path)
    report = repair(path)
    assert report.people >= TABLE_ROWS
    assert check(report.path) == (report.frames, report.people)


@pytest.mark.parametrize(("size", "is_noticed"), [("20k", True), ("64k", False), ("256k", False)])
def test_a_full_disk_ends_a_repair_with_a_sentence_and_leaves_nothing(
    damaged, sound, tmp_path, size, is_noticed
):
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", small]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk needs the right to mount one")
    code = "import sys, types, main, app.recordings.guarded_repair, app.recordings.repair;"
    if not is_noticed:  # another program takes the space between looking and writing
        code += (
            "app.recordings.repair.shutil = types.SimpleNamespace("
            "    disk_usage=lambda _: types.SimpleNamespace(free=10**12));"
        )
    code += "app.recordings.guarded_repair.guarded_repair = app.recordings.repair.repair;"  # here, patched
    code += "sys.exit(main.main(['repair', *sys.argv[1:]]))"
    try:
        command = [sys.executable, "-c", code, damaged(sound), "-o", small / "new.h5"]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
        assert run.returncode == 1
        assert "Traceback" not in run.stderr
        assert not list(small.iterdir())
        told = run.stderr.strip().splitlines()[-1]
        assert told.startswith("new.h5 could not be written (no space left on device); make space")
    finally:
        subprocess.run(["umount", small], check=True)


def type_that_crashes(content):
    """A text's type is damaged, on which HDF5 crashes."""
    content[content.index(b"started_at") + 17] ^= 0x7F


def length_that_never_ends(content):
    """A text's length leads to zeros among the texts, through which HDF5 goes in steps of nothing."""
    content[content.index(b"2026-01-01T00:00:00+00:00") - 7] ^= 1


@pytest.mark.parametrize("damage", [type_that_crashes, length_that_never_ends])
def test_facts_that_end_or_stall_the_process_cost_the_facts_alone(damaged, sound, damage):
    content = bytearray(sound)
    damage(content)
    path = damaged(bytes(content))
    report = guarded_repair(path)
    assert (report.frames, report.frames_lost, report.people, report.people_lost) == (60, 0, 120, 0)
    assert check(report.path) == (60, 120)
    with Recording(report.path) as recording:
        assert recording.info.started_at == "unknown"
    assert path.read_bytes() == content


def test_damage_that_ends_every_process_gets_a_sentence_and_leaves_nothing(damaged, sound, monkeypatch):
    """Neither process gets as far as the facts, for want of time; nothing is left of either."""
    monkeypatch.setattr(guarded, "_FACTS_S", 0.0)
    path = damaged(sound)
    with pytest.raises(RecordingError, match="beyond repair"):
        guarded_repair(path)
    assert [file.name for file in path.parent.iterdir()] == ["a.h5"]
    assert path.read_bytes() == sound


def test_what_has_no_tables_is_told_before_its_facts_are_read(damaged, sound):
    content = bytearray(sound)
    length_that_never_ends(content)
    content[content.index(b"SNOD")] ^= 1
    with pytest.raises(RecordingError, match="table of contents is lost"):
        repair(damaged(bytes(content)))


def test_who_stops_a_repair_leaves_nothing(damaged, sound):
    path = damaged(sound)

    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guarded_repair(path, progress=stop)
    assert [file.name for file in path.parent.iterdir()] == ["a.h5"]
