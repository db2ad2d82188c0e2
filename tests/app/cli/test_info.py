"""What is said of a recording is what it holds."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import main
from app.cli.info import clock
from app.recordings.schema import Drop, RecordedFrame
from app.recordings.writer import RecordingWriter
from tests.fakes.sheet_recordings import grid_template, person, recording_info

TEMPLATE = grid_template()


def test_info_tells_source_people_rate_and_drops(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    path = tmp_path / "a.h5"
    writer = RecordingWriter(path, recording_info(TEMPLATE), TEMPLATE)
    frames = [
        RecordedFrame(i / 20, i / 20, i, tuple(person(TEMPLATE, i, k) for k in ((3, 7) if i > 5 else (3,))))
        for i in range(21)
    ]
    writer.append(frames, [Drop(0.1, 2, "disk too slow"), Drop(0.5, 3, "disk too slow")])
    writer.close()
    assert main.main(["info", str(path), "--json", str(tmp_path / "a.json")]) == 0
    record = json.loads((tmp_path / "a.json").read_text())
    assert record["people"] == [
        {"id": 3, "frames": 21, "first_s": 0.0, "last_s": 1.0},
        {"id": 7, "frames": 15, "first_s": 0.3, "last_s": 1.0},
    ]
    assert (record["frames"], record["duration_s"], record["mean_fps"]) == (21, 1.0, 20.0)
    assert record["dropped"] == {"disk too slow": 5}
    assert record["size_bytes"] == path.stat().st_size
    assert (record["source"], record["vertices"], record["settings"]) == ("trial", 400, {"people": 2})
    shown = capsys.readouterr().out
    for text in (
        "trial, 640x480",
        "0:01.0, 21 frames, 20.0 a second on average",
        "7: 15 frames, 0:00.3 to 0:01.0",
        "5 frames: disk too slow",
        "sheet (body, 400 vertices)",
    ):
        assert text in shown


def test_an_empty_recording_and_none_at_all(tmp_path, capsys):
    path = tmp_path / "a.h5"
    RecordingWriter(path, recording_info(TEMPLATE), TEMPLATE).close()
    assert main.main(["info", str(path)]) == 0
    assert "nobody" in capsys.readouterr().out
    assert main.main(["info", str(tmp_path / "b.h5")]) == 1
    assert "There is no recording" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"# Words\n", b"", bytes(5000)])
def test_what_is_no_recording_is_not_to_be_repaired(tmp_path, capsys, content):
    path = tmp_path / "README.md"
    path.write_bytes(content)
    assert main.main(["info", str(path)]) == 1
    assert (
        capsys.readouterr()
        .err.strip()
        .endswith("README.md is not a recording; give an .h5 file that this program recorded.")
    )


def test_a_recording_with_a_damaged_beginning_is_to_be_repaired(tmp_path, capsys):
    path = tmp_path / "a.h5"
    RecordingWriter(path, recording_info(TEMPLATE), TEMPLATE).close()
    with path.open("r+b") as file:
        file.write(bytes(64))
    assert main.main(["info", str(path)]) == 1
    assert "repair" in capsys.readouterr().err


def test_a_recording_of_hands_speaks_of_hands(tmp_path, capsys):
    path = tmp_path / "a.h5"
    writer = RecordingWriter(path, replace(recording_info(TEMPLATE), kind="hand"), TEMPLATE)
    writer.append([RecordedFrame(0, 0, 0, (person(TEMPLATE, 0),))], [])
    writer.close()
    assert main.main(["info", str(path)]) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert "length    0:00.0, 1 frame" in lines
    assert "hands     1: 1 frame, 0:00.0 to 0:00.0" in lines


@pytest.mark.parametrize(("output", "said"), [("./a.h5", "recording itself"), ("a.mp4", "video kept with")])
def test_the_recording_and_its_video_are_never_replaced_by_json(tmp_path, capsys, monkeypatch, output, said):
    monkeypatch.chdir(tmp_path)
    info = replace(recording_info(TEMPLATE), video="a.mp4")
    RecordingWriter(Path("a.h5"), info, TEMPLATE).close()
    Path("a.mp4").write_bytes(b"pictures")
    before = Path(output).read_bytes()
    assert main.main(["info", "a.h5", "--json", output]) == 1
    told = capsys.readouterr()
    assert said in told.err
    assert not told.out
    assert Path(output).read_bytes() == before


def test_clock():
    assert [clock(s) for s in (0, 59.96, 125.31)] == ["0:00.0", "1:00.0", "2:05.3"]
