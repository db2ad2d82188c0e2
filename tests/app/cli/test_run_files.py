"""The files of the run command: whole, never over another, also when it is stopped."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import cv2
import numpy as np
import pytest

from app.recordings.reader import Recording
from app.recordings.video_writer import VideoError
from models.camera.projection import project
from tests.app.cli.doll_clip import FRAMES, ROOT, SIZE, count_frames, run

pytestmark = pytest.mark.gl


def test_run_records_the_meshes(clip, finds_doll, tmp_path, capfd):
    file = tmp_path / "take.h5"
    assert run("run", clip, "--model", "tiny", "--record", file) == 0
    with Recording(file) as recording:
        assert (len(recording), recording.dropped, recording.ids) == (FRAMES, 0, (1,))
        assert (recording.info.source, recording.info.model) == ("doll.avi", "tiny")
        program = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
        assert recording.info.program_version == program["version"]
        np.testing.assert_allclose(recording.times_s, np.arange(FRAMES) / 25, atol=1e-6)
        person = recording.frame(3).people[0]
        placed = person.joints + person.translation
        np.testing.assert_allclose(project(placed, person.focal_px, SIZE), person.joints_2d, atol=0.1)
    assert run("run", clip, "--model", "tiny", "--record", file) == 1
    told = capfd.readouterr().err
    assert "take.h5 exists already; name another file" in told
    assert "Traceback" not in told
    assert run("run", clip, "--model", "tiny", "--record", tmp_path / "take.mp4") == 2


def test_run_keeps_the_video_beside_the_recording_where_it_is_asked_for(clip, finds_doll, tmp_path, capfd):
    file = tmp_path / "take.h5"
    assert run("run", clip, "--model", "tiny", "--record", file, "--with-video") == 0
    with Recording(file) as recording:
        kept = recording.video_path
        assert kept is not None
        assert kept.stem == "take"
        assert [recording.video_frame(row) for row in range(len(recording))] == list(range(FRAMES))
    assert count_frames(kept) == FRAMES
    assert f"wrote {kept}" in capfd.readouterr().err
    assert run("info", file) == 0
    assert kept.name in capfd.readouterr().out
    other = tmp_path / "other.h5"
    assert run("run", clip, "--record", other, "--with-video", "--video", other.with_suffix(kept.suffix)) == 1
    assert "is where the recording keeps its video" in capfd.readouterr().err
    assert run("run", clip, "--with-video") == 2
    assert "add --record FILE.h5" in capfd.readouterr().err
    assert not other.exists()


def test_a_video_that_cannot_be_finished_is_told_and_leaves_the_other_files_whole(
    clip, finds_doll, tmp_path, monkeypatch, capfd
):
    def fail(writer):
        raise VideoError("The video out.mp4 could not be written whole; make space.")

    monkeypatch.setattr("app.cli.run_files.VideoWriter.close", fail)
    video, lines, file = (tmp_path / name for name in ("out.mp4", "out.jsonl", "take.h5"))
    outputs = ("--video", video, "--json", lines, "--record", file)
    assert run("run", clip, "--model", "tiny", *outputs) == 1
    told = capfd.readouterr().err
    assert "out.mp4 could not be written whole" in told
    assert "wrote" not in told
    assert len(lines.read_text().splitlines()) == FRAMES + 1
    with Recording(file) as recording:
        assert len(recording) == FRAMES


@pytest.mark.parametrize(
    ("source", "option", "output"),
    [
        ("sample", "--video", "sample.mp4"),
        ("photos", "--video", "photos/a.jpg"),
        ("photos", "--json", "photos/b.jpg"),
        ("~/sample.mp4", "--json", "sample.mp4"),
        ("sample.mp4", "--json", "link.mp4"),
    ],
)
def test_run_never_writes_over_a_file_of_its_source(
    source, option, output, clip, tmp_path, monkeypatch, capfd
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setattr("app.live.sources.video.SAMPLE", tmp_path / "sample.mp4")
    shutil.copy(clip, "sample.mp4")
    Path("link.mp4").symlink_to("sample.mp4")
    Path("photos").mkdir()
    for name in ("a.jpg", "b.jpg"):
        cv2.imwrite(f"photos/{name}", np.zeros((8, 8, 3), np.uint8))
    before = Path(output).read_bytes()
    assert run("run", source, "--max-frames", "1", "--model", "tiny", option, output) == 1
    told = capfd.readouterr().err
    assert "source itself" in told
    assert f"name another file for {option}." in told
    assert Path(output).read_bytes() == before


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        (["--video", "same.mp4", "--json", "./same.mp4"], "same.mp4 is the file of --json; name another"),
        (["--record", "same.h5", "--json", "same.h5"], "same.h5 is the recording; name another"),
    ],
)
def test_outputs_of_one_run_are_different_files(outputs, said, clip, tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    assert run("run", clip, "--model", "tiny", *outputs) == 1
    assert said in capfd.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_run_leaves_whole_files_when_it_is_stopped(models, tmp_path, number):
    long_clip = tmp_path / "long.avi"
    writer = cv2.VideoWriter(str(long_clip), cv2.VideoWriter.fourcc(*"MJPG"), 25, SIZE)
    for _ in range(3000):
        writer.write(np.zeros((SIZE[1], SIZE[0], 3), np.uint8))
    writer.release()
    video, lines = tmp_path / "out.mp4", tmp_path / "out.jsonl"
    words = ["run", long_clip, "--model", "tiny", "--video", video, "--json", lines]
    process = subprocess.Popen(
        [sys.executable, "main.py", *map(str, words)],
        cwd=ROOT,
        env=os.environ | {"FASTMETRO_MODELS": str(models)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        deadline = time.monotonic() + 120
        while not (lines.exists() and len(lines.read_text().splitlines()) > 5):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        process.send_signal(number)
        told = process.communicate(timeout=60)[1]
    finally:
        process.kill()
    assert process.returncode == 1
    assert "Stopped before the end" in told
    assert "Traceback" not in told
    written = [json.loads(line) for line in lines.read_text().splitlines()[1:]]
    assert 5 <= len(written) < 3000
    assert count_frames(video) == len(written)
