"""The batch command: what it makes of an input, and many inputs with the real program."""

import contextlib
import itertools
import json
import os
import signal
import subprocess
import sys

import av
import cv2
import numpy as np
import pytest

from app.batch.settings import EXPORT_FORMATS, RUN_FORMATS, BatchSettings
from app.cli.batch_file import make_results
from app.recordings.reader import Recording
from models.body.template import load_template
from models.errors import UserError
from models.inference.paths import ASSETS
from tests.app.cli.doll_clip import FRAMES, ROOT, SIZE, count_frames, doll_frame, run
from tests.fakes.waiting import wait_until

pytestmark = pytest.mark.gl


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "made"
    folder.mkdir()
    return folder


def test_every_format_is_made_of_a_video(clip, finds_doll, folder):
    done = []
    settings = BatchSettings(("json", "h5", "mp4", "npz", "csv", "csv-long"), "tiny", refine=True)
    assert make_results(str(clip), "doll.avi", folder, settings, done.append) == FRAMES
    endings = {path.name.removeprefix("doll.avi") for path in folder.iterdir()}
    assert endings == {".jsonl", ".h5", ".mp4", ".npz", ".csv", ".long.csv"}
    assert len((folder / "doll.avi.jsonl").read_text().splitlines()) == 1 + FRAMES
    assert count_frames(folder / "doll.avi.mp4") == FRAMES
    with Recording(folder / "doll.avi.h5") as recording:
        assert len(recording.times_s) == FRAMES
    assert len((folder / "doll.avi.csv").read_text().splitlines()) == 1 + FRAMES
    assert len((folder / "doll.avi.long.csv").read_text().splitlines()) > 1 + FRAMES
    assert len(np.load(folder / "doll.avi.npz")["vertices"]) == FRAMES
    assert done[:FRAMES] == list(range(1, FRAMES + 1))
    assert done[-1] == FRAMES


def test_a_recording_that_is_only_exported_from_is_not_kept(clip, finds_doll, folder):
    make_results(str(clip), "doll.avi", folder, BatchSettings(("npz",), "tiny"))
    assert [path.name for path in folder.iterdir()] == ["doll.avi.npz"]


def test_a_photo_has_results_too(models, finds_doll, folder, tmp_path):
    photo = tmp_path / "doll.png"
    cv2.imwrite(str(photo), doll_frame(load_template(models / "doll.npz"), 0)[..., ::-1])
    assert make_results(str(photo), "doll.png", folder, BatchSettings(("json", "npz"), "tiny")) == 1
    assert {path.name for path in folder.iterdir()} == {"doll.png.jsonl", "doll.png.npz"}


def test_nobody_is_a_result_where_one_can_say_so(models, finds_doll, folder, tmp_path):
    photo = tmp_path / "empty.png"
    cv2.imwrite(str(photo), np.full((*SIZE[::-1], 3), 60, np.uint8))
    make_results(str(photo), "empty.png", folder, BatchSettings(("json", "glb"), "tiny"))
    assert [path.name for path in folder.iterdir()] == ["empty.png.jsonl"]
    with pytest.raises(UserError, match=r"Nobody was found in empty\.png"):
        make_results(str(photo), "empty.png", folder, BatchSettings(("glb",), "tiny"))


def test_the_command_does_inputs_in_processes(models, tmp_path, capfd):
    """As people start it; the stand-in of a person is nobody to the real detector."""
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    cv2.imwrite(str(folder / "doll.png"), doll_frame(load_template(models / "doll.npz"), 0)[..., ::-1])
    (folder / "cut.mp4").write_bytes(b"no video")
    words = ("batch", folder, "--out", out, "--model", "tiny")
    assert run(*words) == 1
    told = capfd.readouterr().err
    assert "cut.mp4: cut.mp4 could not be read as a video" in told
    assert "2 files: 1 finished, 1 failed, see" in told
    assert "; 1 frame, " in told
    assert len((out / "doll.png.jsonl").read_text().splitlines()) == 2
    (folder / "cut.mp4").unlink()
    assert run(*words) == 0
    assert "1 file: 1 finished (1 before)." in capfd.readouterr().err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--model", "none"], 1, "There is no model called 'none'"),
        (["--write", "json,exe"], 2, "'exe' is none of the formats json, h5, mp4"),
        (["--write", "obj"], 2, "'obj' is none of the formats"),
        (["--shard", "5/4"], 2, "'5/4' is no part such as 1/4"),
        (["--shard", "0/4"], 2, "'0/4' is no part"),
        (["--jobs", "0"], 2, "'0' is no whole number"),
    ],
)
def test_what_is_wrong_is_said_before_the_work(clip, tmp_path, capfd, words, code, said):
    assert run("batch", clip, "--out", tmp_path / "out", *words) == code
    assert said in capfd.readouterr().err
    assert not (tmp_path / "out").exists()


def test_without_its_package_a_format_is_refused(clip, tmp_path, capfd, monkeypatch):
    monkeypatch.setattr("app.recordings.export.formats.importlib.util.find_spec", lambda _: None)
    assert run("batch", clip, "--out", tmp_path / "out", "--write", "usd") == 1
    assert "Writing usd needs the package pxr: run" in capfd.readouterr().err


def test_shards_share_the_inputs(clip, tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr("app.cli.batch.run_batch", lambda _, progress, *__: seen.append(progress.mine))
    folder = tmp_path / "in"
    folder.mkdir()
    for i in range(7):
        (folder / f"{i}.avi").write_bytes(clip.read_bytes())
    for part in ("1/3", "2/3", "3/3"):
        assert run("batch", folder, "--out", tmp_path / "out", "--model", "tiny", "--shard", part) == 0
    parts = [[one.name for one in mine] for mine in seen]
    assert parts == [["0.avi", "3.avi", "6.avi"], ["1.avi", "4.avi"], ["2.avi", "5.avi"]]


def test_no_two_formats_share_an_ending():
    endings = [*RUN_FORMATS.values(), *EXPORT_FORMATS.values()]
    assert len(set(endings)) == len(endings)


def test_without_ray_the_extra_is_named(clip, tmp_path, capfd, monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    assert run("batch", clip, "--out", tmp_path / "out", "--model", "tiny", "--ray", "auto") == 1
    assert "--ray needs the package ray: run" in capfd.readouterr().err


DEADLY = """
import os, signal, sys

def hook(event, args):
    if event == "open" and str(args[0]).endswith("deadly.jpg"):
        os.kill(os.getpid(), signal.SIGKILL)

if "batch-file" in sys.orig_argv:
    sys.addaudithook(hook)
"""


@pytest.fixture
def many(tmp_path):
    """Twelve inputs: six clips and four photos of the sample, one broken, one that kills who opens it."""
    folder = tmp_path / "in"
    (folder / "clips").mkdir(parents=True)
    with av.open(ASSETS / "sample.mp4") as sample:
        frames = itertools.islice(sample.decode(video=0), 48)
        images = [frame.to_ndarray(format="rgb24") for frame in frames]
    for i in range(6):
        with av.open(folder / "clips" / f"{i}.mp4", "w") as clip:
            stream = clip.add_stream("libx264", 30)
            stream.height, stream.width = images[0].shape[:2]
            for image in images[8 * i : 8 * i + 8]:
                clip.mux(stream.encode(av.VideoFrame.from_ndarray(image)))
            clip.mux(stream.encode())
    for i in range(4):
        cv2.imwrite(str(folder / f"{i}.jpg"), images[10 * i][..., ::-1])
    (folder / "clips" / "broken.mp4").write_bytes((folder / "clips" / "0.mp4").read_bytes()[:2000])
    (folder / "deadly.jpg").write_bytes((folder / "0.jpg").read_bytes())
    return folder


def finished(out):
    return {path.relative_to(out).as_posix().removesuffix(".jsonl") for path in out.rglob("*.jsonl")}


@pytest.mark.slow
@pytest.mark.parametrize("where", ["processes", "ray"])
def test_twelve_inputs_whatever_is_killed(many, tmp_path, where):
    """Killed twice half-way, and done by two programs at once."""
    if where == "ray":
        pytest.importorskip("ray")
    out, hooks = tmp_path / "out", tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(DEADLY)
    command = [sys.executable, "main.py", "batch", many, "--out", out, "--write", "json,npz", "--jobs", "2"]
    command += ["--ray", "local"] if where == "ray" else []
    results = {f"clips/{i}.mp4" for i in range(6)} | {f"{i}.jpg" for i in range(4)}
    with contextlib.ExitStack() as stack:

        def start():
            environment = os.environ | {"PYTHONPATH": str(hooks)}
            batch = stack.enter_context(subprocess.Popen(command, cwd=ROOT, env=environment))
            stack.callback(batch.kill)
            return batch

        for count in (2, 5):
            batch = start()
            wait_until(
                lambda count=count: sum((out / f"{name}.jsonl").exists() for name in results) >= count, 300
            )
            batch.send_signal(signal.SIGKILL)
            batch.wait()
        both = [start(), start()]
        assert [batch.wait() for batch in both] == [1, 1]
    made = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    visible = {name for name in made if not name.startswith(".batch/")}
    kinds = {f"{name}{ending}" for name in results for ending in (".jsonl", ".npz")}
    assert visible == kinds | {"failed.jsonl", "progress.json"}
    assert {name.split("/")[1] for name in made - visible} == {"finished", "failed"}
    assert not any((out / ".batch" / "work").iterdir())
    for name in results:
        frames = 8 if name.endswith("mp4") else 1
        assert len((out / f"{name}.jsonl").read_text().splitlines()) == 1 + frames
        assert len(np.load(out / f"{name}.npz")["vertices"]) == frames
    failures = {
        line["name"]: line for line in map(json.loads, (out / "failed.jsonl").read_text().splitlines())
    }
    assert set(failures) == {"clips/broken.mp4", "deadly.jpg"}
    assert failures["deadly.jpg"]["tries"] == 2


@pytest.mark.slow
def test_a_stop_ends_what_ray_does(many, tmp_path):
    pytest.importorskip("ray")
    out = tmp_path / "out"
    command = [
        sys.executable,
        "main.py",
        "batch",
        many / "clips",
        "--out",
        out,
        "--jobs",
        "2",
        "--ray",
        "local",
    ]
    with subprocess.Popen(command, cwd=ROOT) as batch:
        wait_until(lambda: len(list((out / ".batch").glob("tries/*"))) == 2, 300)
        batch.send_signal(signal.SIGTERM)
        assert batch.wait() == 130
    for left in ("claims", "tries", "work"):
        assert not any((out / ".batch" / left).iterdir())
