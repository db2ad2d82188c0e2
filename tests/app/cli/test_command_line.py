"""The command line: what it writes, its exit codes, and that every failure is one sentence."""

import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import cv2
import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

import main as command_line
from app.recordings.reader import Recording
from app.recordings.video_writer import VideoError
from app.system.display import has_display
from app.types import Detection
from models.body.template import load_template
from models.camera.crop import CropRule
from models.camera.projection import project
from models.errors import UserError
from models.inference.store import find_model
from tests.fakes.tiny_model import draw_doll, make_model
from tests.fakes.wrapped_capture import WrappedCapture

pytestmark = pytest.mark.gl

ROOT = Path(__file__).resolve().parents[3]
SIZE = (192, 128)
FRAMES = 12
SCALE = 60.0  # pixels a metre


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """A folder with the tiny model, chosen as the user's own."""
    folder = tmp_path_factory.mktemp("models")
    make_model(folder)
    return folder


def hips(index):
    return (70.0 + 3 * index, 70.0)


def doll_frame(template, index):
    image = np.full((SIZE[1], SIZE[0], 3), 60, np.uint8)
    draw_doll(image, template, hips(index), SCALE)
    return image


@pytest.fixture(scope="module")
def clip(models, tmp_path_factory):
    """A video of a red doll that walks to the right."""
    template = load_template(models / "doll.npz")
    path = tmp_path_factory.mktemp("clips") / "doll.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25, SIZE)
    for index in range(FRAMES):
        writer.write(cv2.cvtColor(doll_frame(template, index), cv2.COLOR_RGB2BGR))
    writer.release()
    return path


@pytest.fixture
def finds_doll(models, monkeypatch):
    """A person detector for dolls: where the red is, there are the landmarks."""
    template = load_template(models / "doll.npz")
    landmarks = template.joint_sets["mediapipe33"].regress(template.centred(template.v_template)[0])[:, :2]

    class DollDetector:
        def __init__(self, kind):
            assert kind == "body"

        def detect(self, image, regions=None):
            rows, columns = np.nonzero(image[..., 0].astype(int) - image[..., 1] > 100)
            if len(rows) == 0:
                return []
            middle = landmarks.mean(axis=0)
            points = (landmarks - middle) * SCALE + [columns.mean(), rows.mean()]
            return [Detection(points.astype(np.float32), np.ones(33, np.float32), 1.0)]

        def close(self):
            pass

    monkeypatch.setattr("app.live.mesh_step.PersonDetector", DollDetector)


def run(*words):
    """Run a command in this process; return the exit code, also that of wrong usage."""
    try:
        return command_line.main([str(word) for word in words])
    except SystemExit as leaving:
        return leaving.code


@pytest.fixture(autouse=True)
def own_models(models, monkeypatch):
    monkeypatch.setenv("FASTMETRO_MODELS", str(models))


def count_frames(path):
    capture = cv2.VideoCapture(str(path))
    count = 0
    while capture.read()[0]:
        count += 1
    capture.release()
    return count


# What it writes -------------------------------------------------------------------------------------------


def test_run_writes_every_frame_to_video_and_json(clip, finds_doll, tmp_path, capfd):
    video, lines = tmp_path / "out.mp4", tmp_path / "out.jsonl"
    assert run("run", clip, "--model", "tiny", "--video", video, "--json", lines) == 0
    assert count_frames(video) == FRAMES
    header, *frames = [json.loads(line) for line in lines.read_text().splitlines()]
    assert header.pop("joint_names")[:3] == ["R_Ankle", "R_Knee", "R_Hip"]
    assert header == {
        "format": "fastmetro-live/1",
        "source": "doll.avi",
        "width": SIZE[0],
        "height": SIZE[1],
        "model": "tiny",
        "body": "doll",
    }
    assert [frame["frame"] for frame in frames] == list(range(FRAMES))
    np.testing.assert_allclose([frame["time_s"] for frame in frames], np.arange(FRAMES) / 25, atol=1e-6)
    people = [frame["people"] for frame in frames]
    assert all(len(found) == 1 for found in people)
    assert len({found[0]["id"] for found in people}) == 1
    for index, (person,) in enumerate(people):
        assert set(person) == {
            "id",
            "score",
            "box_xyxy",
            "joints_2d",
            "joints_3d",
            "camera_translation",
            "focal_px",
        }
        placed = np.array(person["joints_3d"]) + person["camera_translation"]
        np.testing.assert_allclose(project(placed, person["focal_px"], SIZE), person["joints_2d"], atol=0.1)
        middle = np.mean([person["joints_2d"][2], person["joints_2d"][3]], axis=0)
        np.testing.assert_allclose(middle, hips(index), atol=8)
    told = capfd.readouterr().err
    assert "median" in told
    assert "mesh" in told
    assert f"{FRAMES} frames of doll.avi" in told


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


@pytest.mark.parametrize("told_fps", [0, 1000])  # some WebM files of browsers tell a thousand
def test_a_video_that_does_not_know_its_rate_is_drawn_frame_by_frame(
    clip, finds_doll, tmp_path, monkeypatch, told_fps
):
    class Captured(WrappedCapture):
        def get(self, name):
            return told_fps if name == cv2.CAP_PROP_FPS else self.capture.get(name)

    monkeypatch.setattr("app.live.sources.video.cv2.VideoCapture", Captured)
    video = tmp_path / "out.mp4"
    assert run("run", clip, "--model", "tiny", "--video", video) == 0
    monkeypatch.undo()
    assert count_frames(video) >= FRAMES  # at 30 frames a second, of 25


def test_photos_are_shown_for_a_second_or_two_each(models, finds_doll, tmp_path):
    (tmp_path / "photos").mkdir()
    for index in range(3):
        image = doll_frame(load_template(models / "doll.npz"), index)
        cv2.imwrite(str(tmp_path / "photos" / f"{index}.png"), image[..., ::-1])
    assert run("run", tmp_path / "photos", "--model", "tiny", "--video", tmp_path / "out.mp4") == 0
    capture = cv2.VideoCapture(str(tmp_path / "out.mp4"))
    rate = capture.get(cv2.CAP_PROP_FPS)
    capture.release()
    assert (rate, count_frames(tmp_path / "out.mp4")) == (1, 5)


def test_photos_of_a_folder_are_told_by_their_places_and_with_their_sizes(models, finds_doll, tmp_path):
    photos = tmp_path / "photos"
    photos.mkdir()
    image = doll_frame(load_template(models / "doll.npz"), 0)[..., ::-1]
    cv2.imwrite(str(photos / "1.png"), image)
    (photos / "2.png").write_text("this is no picture")
    cv2.imwrite(str(photos / "3.png"), image)
    cv2.imwrite(str(photos / "10.png"), image[:100])
    lines, file = tmp_path / "out.jsonl", tmp_path / "take.h5"
    assert run("run", photos, "--model", "tiny", "--json", lines) == 0
    header, *frames = [json.loads(line) for line in lines.read_text().splitlines()]
    assert (header["width"], header["height"]) == SIZE
    assert [frame["frame"] for frame in frames] == [0, 2, 3]
    sizes = [(frame.get("width"), frame.get("height")) for frame in frames]
    assert sizes == [(None, None), (None, None), (192, 100)]
    assert run("run", photos, "--model", "tiny", "--record", file) == 0
    with Recording(file) as recording:
        assert [frame.index for frame in recording.frames()] == [0, 2, 3]
        assert [(drop.count, drop.cause) for drop in recording.drops] == [(1, "could not be read")]


def test_a_video_that_cannot_be_finished_is_told_and_leaves_the_other_files_whole(
    clip, finds_doll, tmp_path, monkeypatch, capfd
):
    def fail(writer):
        raise VideoError("The video out.mp4 could not be written whole; make space.")

    monkeypatch.setattr("app.cli.run.VideoWriter.close", fail)
    video, lines, file = (tmp_path / name for name in ("out.mp4", "out.jsonl", "take.h5"))
    outputs = ("--video", video, "--json", lines, "--record", file)
    assert run("run", clip, "--model", "tiny", *outputs) == 1
    told = capfd.readouterr().err
    assert "out.mp4 could not be written whole" in told
    assert "wrote" not in told
    assert len(lines.read_text().splitlines()) == FRAMES + 1
    with Recording(file) as recording:
        assert len(recording) == FRAMES


def test_run_draws_the_mesh_unless_told_otherwise(clip, models, finds_doll, tmp_path):
    template = load_template(models / "doll.npz")
    reddest = []
    for words in ((), ("--no-overlay",)):
        video = tmp_path / "out.mp4"
        assert run("run", clip, "--model", "tiny", "--video", video, "--max-frames", 3, *words) == 0
        assert count_frames(video) == 3
        capture = cv2.VideoCapture(str(video))
        picture = capture.read()[1][..., ::-1].astype(int)
        capture.release()
        reddest.append(picture[60, 70])
    drawn, plain = reddest
    assert np.abs(plain - doll_frame(template, 0)[60, 70]).max() < 40
    assert drawn[2] > plain[2] + 60  # the mesh is pale blue


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


def test_run_makes_a_picture_of_a_photo(models, finds_doll, tmp_path):
    photo = tmp_path / "photo.png"
    image = doll_frame(load_template(models / "doll.npz"), 0)
    cv2.imwrite(str(photo), image[..., ::-1])
    assert run("run", photo, "--model", "tiny", "--video", tmp_path / "out.png") == 0
    drawn = cv2.imread(str(tmp_path / "out.png"))
    assert drawn.shape == image.shape
    assert np.abs(drawn[..., ::-1].astype(int) - image).max() > 60


def test_run_of_pictures_without_people_says_so(tmp_path, finds_doll, capfd):
    empty = tmp_path / "empty.png"
    cv2.imwrite(str(empty), np.full((40, 60, 3), 90, np.uint8))
    dot = tmp_path / "dot.png"
    cv2.imwrite(str(dot), np.full((1, 1, 3), 90, np.uint8))
    for photo in (empty, dot):
        lines = tmp_path / "out.jsonl"
        assert run("run", photo, "--model", "tiny", "--json", lines, "--video", tmp_path / "out.mp4") == 0
        assert json.loads(lines.read_text().splitlines()[1])["people"] == []
        assert "people in 0" in capfd.readouterr().err


def test_run_with_a_model_of_hands_says_which_are_left(tmp_path, monkeypatch, capfd):
    make_model(tmp_path, name="palm", kind="hand", crop=CropRule("box", 2.0))
    monkeypatch.setenv("FASTMETRO_MODELS", str(tmp_path))
    template = load_template(tmp_path / "doll.npz")
    fingers = template.joint_sets["hand21"].regress(template.centred(template.v_template)[0])[:, :2]

    class TwoHands:
        def __init__(self, kind):
            assert kind == "hand"

        def detect(self, image, regions=None):
            return [
                Detection(np.float32(fingers * 30 + [x, 64]), np.ones(21, np.float32), 1.0, is_left=x > 96)
                for x in (50, 140)
            ]

        def close(self):
            pass

    monkeypatch.setattr("app.live.mesh_step.PersonDetector", TwoHands)
    photo, lines = tmp_path / "photo.png", tmp_path / "out.jsonl"
    image = np.full((SIZE[1], SIZE[0], 3), 60, np.uint8)
    for x in (50, 140):
        draw_doll(image, template, (x, 64), 30)
    cv2.imwrite(str(photo), image[..., ::-1])
    assert run("run", photo, "--model", "palm", "--people", 2, "--json", lines) == 0
    hands = json.loads(lines.read_text().splitlines()[1])["people"]
    assert {hand["box_xyxy"][0] > 96: hand["is_left"] for hand in hands} == {False: False, True: True}
    assert "1 frame of photo.png, 192x128; hands in 1;" in capfd.readouterr().err


def test_run_in_real_time_ends_with_the_file(clip, finds_doll, tmp_path):
    lines = tmp_path / "out.jsonl"
    assert run("run", clip, "--model", "tiny", "--realtime", "--json", lines) == 0
    indices = [json.loads(line)["frame"] for line in lines.read_text().splitlines()[1:]]
    assert indices == sorted(set(indices))
    assert 0 < len(indices) <= FRAMES


def test_run_of_a_photo_in_real_time_ends(models, finds_doll, tmp_path, monkeypatch):
    monkeypatch.setattr("app.live.sources.images.IMAGE_SHOWN_S", 0.5)
    cv2.imwrite(str(tmp_path / "photo.png"), doll_frame(load_template(models / "doll.npz"), 0)[..., ::-1])
    lines = tmp_path / "out.jsonl"
    words = (tmp_path / "photo.png", "--model", "tiny", "--realtime", "--json", lines, "--max-frames", 50)
    assert run("run", *words) == 0
    assert 2 <= len(lines.read_text().splitlines()) <= 6


def test_run_leaves_whole_files_when_it_is_stopped(models, tmp_path):
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
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=60)[1]
    finally:
        process.kill()
    assert process.returncode == 1
    assert "Stopped before the end" in told
    assert "Traceback" not in told
    written = [json.loads(line) for line in lines.read_text().splitlines()[1:]]
    assert 5 <= len(written) < 3000
    assert count_frames(video) == len(written)


def test_models_are_listed(models, tmp_path, capfd):
    file = tmp_path / "models.json"
    assert run("models", "--json", file) == 0
    tiny = [model for model in json.loads(file.read_text()) if model["name"] == "tiny"]
    assert tiny == [
        {
            "name": "tiny",
            "file": str(models / "tiny.onnx"),
            "kind": "body",
            "body": "doll",
            "input_size": 64,
            "parameters": 0,
        }
    ]
    assert "tiny" in capfd.readouterr().out


def test_bench_reports_every_stage(clip, finds_doll, tmp_path, monkeypatch, capfd):
    monkeypatch.setattr("app.live.sources.video.SAMPLE", clip)
    file = tmp_path / "bench.json"
    assert run("bench", "--model", "tiny", "--frames", 6, "--size", "160x100", "--json", file) == 0
    report = json.loads(file.read_text())
    assert (report["width"], report["height"], report["frames"]) == (160, 100, 6)
    assert report["model"] == "tiny"
    assert report["machine"]["cpu"]
    assert report["drawing"]["renderer"]
    for part in ("one_by_one", "live"):
        stages = report[part]["stages_ms"]
        assert {"wait", "detect", "mesh", "smooth", "draw", "total"} == set(stages)
        assert all(0 <= s["min"] <= s["median"] <= s["p95"] for s in stages.values())
        assert stages["mesh"]["median"] > 0
        assert report[part]["fps"] > 0
    assert report["drawing"]["overlay_ms"]["median"] > 0
    told = capfd.readouterr().out
    assert "One by one" in told
    assert "Live" in told


def test_check_names_what_fails_and_what_helps(tmp_path, capfd):
    file = tmp_path / "check.json"
    code = run("check", "--json", file)
    report = json.loads(file.read_text())
    findings = {finding["name"]: finding for finding in report["checks"]}
    assert {"mesh network", "person detector", "drawing", "writing videos", "window", "assets"} <= set(
        findings
    )
    assert report["machine"]["cores"] >= 1
    assert report["machine"]["cpu"]
    assert code == int(any(finding["state"] == "failed" for finding in report["checks"]))
    assert all(finding["found"] for finding in report["checks"])
    assert all(finding["remedy"] for finding in report["checks"] if finding["state"] == "limited")
    assert "drawing" in capfd.readouterr().out


def test_check_prints_brackets_of_a_remedy(monkeypatch, capfd):
    from app.cli import check

    finding = check.Finding("videos", "limited", "some[codec]", "Try: pip install '.[video]'")
    monkeypatch.setattr(check, "CHECKS", {"videos": lambda: [finding]})
    monkeypatch.setenv("COLUMNS", "120")
    assert run("check") == 0
    told = capfd.readouterr().out
    assert finding.found in told
    assert finding.remedy in told


def test_check_says_that_macos_draws_nothing_live(monkeypatch):
    from app.cli import check

    monkeypatch.setattr("models.rendering.mesh_renderer.draws_in_main_thread_only", lambda: True)
    (finding,) = check.check_drawing()
    assert finding.state == "limited"
    assert finding.remedy.startswith("On macOS")


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda folder: (folder / "doll.npz").unlink(), "doll.npz is missing"),
        (
            lambda folder: make_model(folder, name="mine", template_sha256="0" * 64),
            "doll.npz is not the body",
        ),
        (lambda folder: set_weights(folder / "mine.onnx", np.nan), "mine.onnx computes no numbers"),
        (lambda folder: (folder / "mine.onnx").write_text("no network"), "mine.onnx cannot be used"),
    ],
)
def test_check_names_a_model_that_cannot_be_used(harm, said, tmp_path, monkeypatch):
    from app.cli import check

    monkeypatch.setenv("FASTMETRO_MODELS", str(tmp_path))
    make_model(tmp_path, name="mine")
    (finding,) = check.check_models()
    assert finding.state == "ok"
    assert finding.found == "anny-small, mine"
    harm(tmp_path)
    (finding,) = check.check_models()
    assert finding.state == "limited"
    assert finding.found == "anny-small"
    assert said in finding.remedy


def set_weights(path, value):
    model = onnx.load(path)
    for tensor in model.graph.initializer:
        if tensor.data_type == TensorProto.FLOAT:
            filled = np.full(tuple(tensor.dims), value, np.float32)
            tensor.CopyFrom(onnx.numpy_helper.from_array(filled, tensor.name))
    onnx.save(model, path)


def test_check_sees_a_damaged_asset(tmp_path, monkeypatch):
    from app.cli import check

    (tmp_path / "SOURCES.md").write_text(f"| a.bin | here | CC0 | {'0' * 64} | hand |\n")
    monkeypatch.setattr(check, "ASSETS", tmp_path)
    assert "missing" in check.check_assets()[0].found
    (tmp_path / "a.bin").write_bytes(b"something else")
    (finding,) = check.check_assets()
    assert finding.state == "failed"
    assert "a.bin has changed" in finding.found
    assert finding.remedy


def test_every_shipped_asset_is_the_recorded_one():
    from app.cli import check

    (finding,) = check.check_assets()
    assert finding.state == "ok", finding.found
    rows = (check.ASSETS / "SOURCES.md").read_text()
    for file in check.ASSETS.iterdir():
        assert file.name in rows or file.name == "SOURCES.md"


def test_without_a_display_the_sample_runs_and_it_is_said(monkeypatch, capfd):
    asked = []
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("app.cli.run.run", lambda options, **rest: asked.append(options.source) or 0)
    assert run() == 0
    assert asked == ["sample"]
    assert "no display" in capfd.readouterr().err
    monkeypatch.setattr("app.cli.run.run", lambda options, **rest: asked.append(options) or 0)
    assert run("live", "--model", "mine", "--people", 2, "--fov", 75) == 0
    found = asked[-1]
    assert (found.source, found.model, found.people, found.fov_deg) == ("sample", "mine", 2, 75)
    assert run("live", "--source", "my walk.mp4") == 1
    assert "run 'my walk.mp4'" in capfd.readouterr().err  # to be copied as it is
    for name, gone in (("DISPLAY", ":4711"), ("WAYLAND_DISPLAY", "wayland-4711")):
        monkeypatch.setenv(name, gone)
        assert run() == 0
        assert "no display" in capfd.readouterr().err


@pytest.mark.parametrize("platform", ["xcb", "wayland", "wayland;xcb", "wayland-egl", "XCB"])
def test_a_window_system_that_is_asked_for_but_not_there_is_no_display(monkeypatch, platform, capfd):
    from app.cli import check

    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setattr(sys, "platform", "linux")
    assert run("play") == 1
    assert "no display" in capfd.readouterr().err
    (finding,) = check.check_window()
    assert finding.state == "limited"
    assert "no display" in finding.remedy


@pytest.mark.parametrize("platform", ["offscreen", "vnc:size=800x600", "xcb;minimal", "linuxfb:fb=/dev/fb0"])
def test_platforms_without_a_display_server_need_none(monkeypatch, platform):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setattr(sys, "platform", "linux")
    assert has_display()


@pytest.mark.parametrize(("platform", "shown"), [("wayland", True), ("wayland;xcb", True), ("xcb", False)])
def test_a_wayland_display_shows_what_asks_for_wayland(monkeypatch, tmp_path, platform, shown):
    (tmp_path / "wayland-7").touch()
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setattr(sys, "platform", "linux")
    assert has_display() is shown


def test_a_json_file_without_a_folder_or_that_is_one_is_refused_before_the_work(monkeypatch, tmp_path, capfd):
    monkeypatch.setattr("app.cli.bench.bench", lambda *_, **__: pytest.fail("measured in vain"))
    monkeypatch.setattr("app.cli.check.check", lambda _: pytest.fail("tried in vain"))
    for command in ("bench", "check"):
        assert run(command, "--json", tmp_path / "missing" / "out.json") == 1
        assert "There is no folder" in capfd.readouterr().err
        assert run(command, "--json", tmp_path) == 1
        assert f"{tmp_path} is a folder; name a file" in capfd.readouterr().err


def test_help_names_every_command(capfd):
    assert run("--help") == 0
    told = capfd.readouterr().out
    assert all(command in told for command in ("live", "run", "check", "bench", "models"))


# How it fails ---------------------------------------------------------------------------------------------


def write_other_onnx(path):
    node = helper.make_node("Identity", ["x"], ["y"])
    values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in "xy"]
    model = helper.make_model(helper.make_graph([node], "other", values[:1], values[1:]))
    onnx.save(model, path)


@pytest.fixture
def broken(tmp_path, clip):
    """Things that cannot be used, by name."""
    (tmp_path / "text.jpg").write_text("this is no picture")
    (tmp_path / "text.onnx").write_text("this is no network")
    (tmp_path / "corrupt.mp4").write_bytes(np.random.default_rng(0).bytes(5000))
    (tmp_path / "cut.mp4").write_bytes(clip.read_bytes()[:300])
    (tmp_path / "nothing").mkdir()
    write_other_onnx(tmp_path / "other.onnx")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "CLIP", "--model", "no-such-model"], "no-such-model"),
        (["run", "CLIP", "--model", "BROKEN/none.onnx"], "none.onnx"),
        (["run", "CLIP", "--model", "BROKEN/text.onnx"], "text.onnx"),
        (["run", "CLIP", "--model", "BROKEN/other.onnx"], "another kind"),
        (["run", "BROKEN/text.jpg", "--model", "tiny"], "text.jpg"),
        (["run", "BROKEN/corrupt.mp4", "--model", "tiny"], "corrupt.mp4"),
        (["run", "BROKEN/cut.mp4", "--model", "tiny"], "cut.mp4"),
        (["run", "BROKEN/none.mp4", "--model", "tiny"], "none.mp4"),
        (["run", "BROKEN/nothing", "--model", "tiny"], "no pictures"),
        (["run", "no such camera", "--model", "tiny"], "no such camera"),
        (["run", "CLIP", "--model", "tiny", "--video", "BROKEN/none/out.mp4"], "no folder"),
        (["run", "CLIP", "--model", "tiny", "--json", "BROKEN/none/out.jsonl"], "no folder"),
        (["run", "CLIP", "--model", "tiny", "--json", "BROKEN/nothing"], "nothing"),
        (["run", "CLIP", "--model", "tiny", "--json", "CLIP"], "source itself"),
        (["run", "CLIP", "--model", "tiny", "--video", "BROKEN/out.png"], "--max-frames 1"),
        (["models", "--json", "BROKEN/none/models.json"], "models.json"),
    ],
)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_failure_is_one_sentence_and_exit_code_1(words, said, broken, clip, finds_doll, capfd):
    before = clip.read_bytes()
    words = [word.replace("BROKEN", str(broken)).replace("CLIP", str(clip)) for word in words]
    assert run(*words) == 1
    told = capfd.readouterr().err.strip()
    assert said in told.splitlines()[-1]
    assert "Traceback" not in told
    assert told[-1] == "."
    assert clip.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ["run"],
        ["run", "x.mp4", "--fov", "0"],
        ["run", "x.mp4", "--fov", "wide"],
        ["run", "x.mp4", "--people", "0"],
        ["run", "x.mp4", "--people", "two"],
        ["run", "x.mp4", "--video", "out.gif"],
        ["run", "x.mp4", "--every-frame", "--realtime"],
        ["run", "x.mp4", "--with-video"],
        ["export", "x.h5", "--to", "mp4", "-o", "x.mp4", "--overlay", "--orbit", "1", "2"],
        ["export", "x.h5", "--to", "glb", "-o", "x.glb", "--fill-gaps", "1"],
        ["bench", "--size", "big"],
        ["dance"],
        ["--no-such-option"],
    ],
)
def test_wrong_usage_is_exit_code_2(words, capfd):
    assert run(*words) == 2
    told = capfd.readouterr().err
    assert "usage" in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        (["run", "x.mp4", "--people", "101"], "from 1 to 100"),
        (["live", "--people", "100000"], "from 1 to 100"),
        (["bench", "--size", "60000x60000"], "from 1 to 8192"),
        (["bench", "--size", "1280x8193"], "from 1 to 8192"),
        (["bench", "--size", "0x720"], "from 1 to 8192"),
        (["export", "x.h5", "--to", "mp4", "-o", "x.mp4", "--orbit", "nan", "0"], "from -360 to 360"),
        (["export", "x.h5", "--to", "mp4", "-o", "x.mp4", "--orbit", "0", "inf"], "from -360 to 360"),
    ],
)
def test_a_number_out_of_bounds_is_wrong_usage_that_names_them(words, bounds, capfd):
    assert run(*words) == 2
    told = capfd.readouterr().err.splitlines()[-1]
    assert bounds in told
    assert any(repr(word) in told for word in words)


def test_debug_shows_the_traceback(tmp_path):
    from app.live.sources.base import SourceError

    with pytest.raises(SourceError):
        run("run", tmp_path / "none.mp4", "--debug")


@pytest.mark.parametrize("words", [["--debug", "check"], ["check", "--debug"]])
def test_debug_may_stand_before_or_after_the_command(words, monkeypatch):
    def fail(json_file):
        raise KeyError("surprise")

    monkeypatch.setattr("app.cli.check.check", fail)
    with pytest.raises(KeyError, match="surprise"):
        run(*words)


def test_debug_before_the_windows_own_options_and_without_a_display(monkeypatch):
    from models.inference.store import ModelError

    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("app.cli.run.run", lambda options, **_: find_model(options.model))
    for words in (["--debug", "--model", "nope"], ["--model", "nope", "--debug"]):
        with pytest.raises(ModelError, match="nope"):
            run(*words)


@pytest.mark.parametrize(
    "words",
    [
        ["models", "--debug", "import"],
        ["--debug", "models", "import"],
        ["models", "--json", "list.json", "import", "--debug"],
    ],
)
def test_options_may_stand_before_import(words, tmp_path):
    pytest.importorskip("torch")
    files = ["--checkpoint", tmp_path / "none.bin", "--smpl", tmp_path / "none.pkl"]
    rest = ["--fastmetro-data", tmp_path, "-o", "small"]
    with pytest.raises(UserError, match=r"none\.(bin|pkl)"):  # --debug shows the error itself
        run(*words, "--variant", "FastMETRO-S-R50", *files, *rest)


@pytest.mark.parametrize("words", [["check"], ["run", "sample"], ["models", "import", "--help"]])
def test_a_missing_system_library_is_one_sentence_with_the_packages_of_the_readme(words, tmp_path):
    missing = "libGL.so.1: cannot open shared object file: No such file or directory"
    (tmp_path / "cv2.py").write_text(f"raise ImportError({missing!r})")
    done = subprocess.run(
        [sys.executable, "main.py", *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert missing in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    packages = re.search(r"`(apt-get install [^`]+)`", (ROOT / "README.md").read_text())
    assert packages is not None
    assert packages[1] in done.stderr


def test_importing_a_model_without_torch_says_what_to_install(monkeypatch, capfd):
    find_spec = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "torch" else find_spec(name))
    words = ["--variant", "FastMETRO-S-R50", "--checkpoint", "x.bin", "--smpl", "x.pkl", "-o", "small"]
    assert run("models", "import", *words) == 1
    told = capfd.readouterr().err
    assert "pip install '.[train]'" in told
    assert "unrecognized" not in told
    assert run("models", "--no-such-option") == 2
    assert "unrecognized arguments: --no-such-option" in capfd.readouterr().err


def test_unexpected_error_still_becomes_a_sentence(monkeypatch, capfd):
    def fail(json_file):
        raise KeyError("surprise")

    monkeypatch.setattr("app.cli.check.check", fail)
    assert run("check") == 1
    told = capfd.readouterr().err
    assert "surprise" in told
    assert "--debug" in told
    assert "Traceback" not in told
