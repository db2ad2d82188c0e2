"""What cannot be exported gets a sentence, and leaves what was there."""

from dataclasses import replace
from pathlib import Path

import h5py
import numpy as np
import pytest

import main
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.export.formats import FORMATS
from app.recordings.motion.motion import RecordedMotion
from app.recordings.motion.track import Track, frame_rate
from app.recordings.reader import Recording
from app.recordings.schema import RecordedFrame, RecordingError
from app.recordings.writer import RecordingWriter
from app.system.errors import command_sentence
from models.errors import UserError
from tests.fakes.full_disk import largest_file
from tests.fakes.recorded_take import TIMES


def test_the_rate_is_the_recordings_own(take):
    with Recording(take[0]) as recording:
        assert frame_rate(recording) == 30
        track = Track(RecordedMotion(recording, 4))
        assert track.absences() == [(0.0, TIMES[1])]
        np.testing.assert_allclose(track.sample_times(30), np.arange(1, 21) / 30)


@pytest.mark.parametrize("kind", FORMATS)
def test_wrong_wishes_get_a_sentence(take, kind, tmp_path):
    output = tmp_path / f"take{''.join(FORMATS[kind].suffixes[:1])}"
    with pytest.raises(UserError, match="holds no person 9; it has 1, 4"):
        export(take[0], kind, output, ExportSettings(person=9))
    with pytest.raises(UserError, match="There is no folder"):
        export(take[0], kind, tmp_path / "missing" / output.name)
    if FORMATS[kind].suffixes:
        with pytest.raises(UserError, match="does not end in"):
            export(take[0], kind, tmp_path / "take.xyz")


@pytest.mark.gl
@pytest.mark.parametrize("kind", FORMATS)
def test_a_full_disk_leaves_nothing_half_written_and_what_was_there(take, kind, tmp_path):
    if kind.startswith("usd"):
        pytest.importorskip("pxr")
    is_refused_by_a_full_disk(take[0], kind, tmp_path)


@pytest.mark.gl
def test_a_full_disk_leaves_no_broken_video_of_any_encoder(take, encoder, tmp_path):
    is_refused_by_a_full_disk(take[0], "mp4", tmp_path)


def is_refused_by_a_full_disk(take, kind, folder):
    suffix = "".join(FORMATS[kind].suffixes[:1])
    output = folder / f"out{suffix}"
    before = output if suffix else folder / "out" / "person1_000000.obj"
    before.parent.mkdir(exist_ok=True)
    before.write_text("before")
    with pytest.raises((OSError, UserError), match=rf"out{suffix}") as caught, largest_file(2000):
        export(take, kind, output, ExportSettings(person=1))
    assert before.read_text() == "before"
    assert [file for file in folder.rglob("*") if file.is_file()] == [before]
    told = command_sentence(caught.value)
    assert "choose another" in told
    assert "\n" not in told


def test_what_is_in_the_way_of_an_export_is_said_before_the_work(take, tmp_path):
    (tmp_path / "out.glb").mkdir()
    with pytest.raises(UserError, match=r"out\.glb exists already"):
        export(take[0], "glb", tmp_path / "out.glb")
    (tmp_path / "out").write_text("mine")
    with pytest.raises(UserError, match="out exists already"):
        export(take[0], "obj", tmp_path / "out")


def test_a_body_that_is_not_installed_is_named(take, anny, tmp_path):
    path = tmp_path / "other.h5"
    with Recording(take[0]) as recording:
        info = replace(recording.info, template_sha256="other", body="smpl")
        frame = recording.frame(0)
    writer = RecordingWriter(path, info, anny)
    writer.append([frame])
    writer.close()
    with pytest.raises(UserError, match="'smpl' of this recording is not installed"):
        export(path, "glb", tmp_path / "a.glb")
    with np.load(export(path, "npz", tmp_path / "a.npz")[0]) as data:
        assert "vertices" in data.files
        assert "poses" not in data.files


@pytest.mark.parametrize("kind", ["glb", "npz", "pc2"])
def test_a_damaged_mesh_gets_a_sentence_that_names_repair(take, tmp_path, kind):
    path = tmp_path / "damaged.h5"
    path.write_bytes(take[0].read_bytes())
    with h5py.File(path) as file:
        chunk = file["people/vertices"].id.get_chunk_info(5)
    with path.open("r+b") as file:
        file.seek(chunk.byte_offset)
        file.write(bytes(chunk.size))
    with pytest.raises(RecordingError, match=r"^damaged\.h5 is damaged; try: .*main\.py repair .*/damaged"):
        export(path, kind, tmp_path / f"a.{kind}")


def test_nobody_gives_a_sentence(take, anny, tmp_path):
    path = tmp_path / "nobody.h5"
    with Recording(take[0]) as recording:
        writer = RecordingWriter(path, recording.info, anny)
    writer.append([RecordedFrame(0, 0, 0, ())])
    writer.close()
    with pytest.raises(RecordingError, match="holds nobody"):
        export(path, "obj", tmp_path / "a")


def test_the_command_says_what_it_wrote(take, tmp_path, capsys):
    words = ["export", str(take[0]), "--to", "pc2", "-o", str(tmp_path / "a.pc2"), "--person", "4"]
    assert main.main(words) == 0
    assert "a.pc2" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="2"):
        main.main([*words[:3], "tiff", *words[4:]])


@pytest.mark.parametrize("kind", FORMATS)
def test_what_a_format_names_is_there(kind):
    if FORMATS[kind].is_installed:
        assert callable(FORMATS[kind].writer())


def test_the_reading_example_of_the_documentation_runs(take, tmp_path, monkeypatch, capsys):
    path, meshes = take
    text = (Path(main.__file__).parent / "docs" / "recordings.md").read_text(encoding="utf-8")
    blocks = [block.split("```")[0] for block in text.split("```python\n")[1:]]
    (code,) = [block for block in blocks if block.startswith("import h5py")]
    (tmp_path / "take.h5").write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(TIMES)
    assert lines[1].startswith("0.033 s: [")
    found = np.array(lines[1].split("[")[1].rstrip("]").split(), float)
    np.testing.assert_allclose(found, meshes[1][1].mean(axis=0), atol=1e-4)
