"""Files of any name, and consoles that cannot show it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from app.live.sources.open import open_source
from app.recordings.reader import Recording
from app.recordings.video_reader import VideoReader
from tests.app.cli.doll_clip import run

ROOT = Path(__file__).parents[3]
NOT_UTF8 = "caf\udce9"  # b"caf\xe9", as Python tells it
bytes_as_names = pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode there")


def save_photo(path):
    path.write_bytes(cv2.imencode(".png", np.zeros((48, 64, 3), np.uint8))[1].tobytes())


def save_clip(path):
    plain = path.with_name("plain.avi")
    writer = cv2.VideoWriter(str(plain), cv2.VideoWriter.fourcc(*"MJPG"), 25, (64, 48))
    writer.write(np.zeros((48, 64, 3), np.uint8))
    writer.release()
    plain.rename(path)


@pytest.mark.parametrize("name", [" p.png", "p.png ", " p .png"])
def test_spaces_around_a_name_belong_to_the_file_that_has_them(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    save_photo(tmp_path / name)
    assert open_source(name, realtime=False).name == name
    save_photo(tmp_path / "other.png")
    assert open_source(" other.png ", realtime=False).name == "other.png"


@pytest.mark.skipif(os.name == "nt", reason="no colons in names there")
@pytest.mark.parametrize("save", [save_photo, save_clip])
def test_a_name_may_hold_a_colon(tmp_path, monkeypatch, save):
    monkeypatch.chdir(tmp_path)
    save(tmp_path / "take:1")
    assert open_source("take:1", realtime=False).read().size == (64, 48)


@pytest.mark.skipif(os.name == "nt", reason="no colons in names there")
def test_outputs_of_relative_names_with_colons_and_brackets_are_written_and_named(
    tmp_path, monkeypatch, capsys, encoder
):
    monkeypatch.chdir(tmp_path)
    save_clip(tmp_path / "clip.avi")
    names = [f"take:b:[red] {number}" for number in (1, 2, 3)]
    outputs = ["--video", f"{names[0]}.mp4", "--json", f"{names[1]}.jsonl", "--record", f"{names[2]}.h5"]
    assert run("run", "clip.avi", "--model", "tiny", *outputs) == 0
    said = capsys.readouterr().err
    for output in outputs[1::2]:
        assert Path(output).stat().st_size > 0
        assert f"wrote {output}" in said


@bytes_as_names
def test_a_name_that_is_not_utf8_is_written_as_json_tells_it(tmp_path):
    folder = tmp_path / NOT_UTF8
    folder.mkdir()
    save_photo(folder / f"{NOT_UTF8}.png")
    lines = folder / f"{NOT_UTF8}.jsonl"
    assert run("run", folder, "--model", "tiny", "--json", lines) == 0
    header, frame = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    assert (header["source"], frame["image"]) == (NOT_UTF8, f"{NOT_UTF8}.png")


@pytest.mark.gl
@pytest.mark.parametrize(
    "name",
    [
        pytest.param("http:take:1", marks=pytest.mark.skipif(os.name == "nt", reason="no colons there")),
        pytest.param(NOT_UTF8, marks=bytes_as_names),
    ],
)
def test_everything_can_be_written_under_any_name(tmp_path, monkeypatch, capfd, name):
    monkeypatch.chdir(tmp_path)
    Path(name).mkdir()
    save_photo(Path(name) / "1.png")
    files = ("--record", f"{name}.h5", "--with-video", "--json", f"{name}.jsonl")
    assert run("run", name, "--model", "tiny", "--video", f"{name} drawn.mp4", *files) == 0
    with Recording(Path(f"{name}.h5")) as recording:
        assert recording.video_path == Path(f"{name}.mp4")
        shown = VideoReader.beside(recording)
        assert shown is not None
        assert shown.read(0) is not None
        shown.close()
        assert recording.info.source == name.replace("\udce9", "\\udce9")
    for written in (f"{name}.mp4", f"{name} drawn.mp4"):
        assert Path(written).stat().st_size > 500
    assert "Traceback" not in capfd.readouterr().err


@bytes_as_names
def test_a_video_whose_name_is_not_utf8_is_read(tmp_path):
    save_clip(tmp_path / f"{NOT_UTF8}.avi")
    source = open_source(str(tmp_path / f"{NOT_UTF8}.avi"), realtime=False)
    frame = source.read()
    assert frame is not None
    assert frame.size == (64, 48)
    source.close()


@pytest.mark.parametrize("encoding", ["cp1252", "cp932", "gbk", "ascii"])
def test_no_console_keeps_the_program_from_printing(encoding):
    script = r"import main; main.main(['info', 'none.h5']); print('\u2713 \u4e2d \xe9 \U0001f600 \udce9')"
    told = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        timeout=60,
    )
    assert told.returncode == 0, told.stderr
    assert b"none.h5" in told.stderr
    assert rb"\udce9" in told.stdout
