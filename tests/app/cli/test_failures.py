"""Every failure is one sentence."""

import json
import os
import re
import subprocess
import sys

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from tests.app.cli.doll_clip import ROOT, run

pytestmark = pytest.mark.gl


def test_a_json_file_without_a_folder_or_that_is_one_is_refused_before_the_work(monkeypatch, tmp_path, capfd):
    monkeypatch.setattr("app.cli.bench.bench", lambda *_, **__: pytest.fail("measured in vain"))
    monkeypatch.setattr("app.cli.check.check", lambda _: pytest.fail("tried in vain"))
    for command in ("bench", "check"):
        assert run(command, "--json", tmp_path / "missing" / "out.json") == 1
        assert "There is no folder" in capfd.readouterr().err
        assert run(command, "--json", tmp_path) == 1
        assert f"{tmp_path} is a folder; name a file" in capfd.readouterr().err


def test_a_json_file_takes_the_place_of_json_alone(tmp_path, models, capfd, caplog):
    recording = tmp_path / "take.h5"
    recording.write_bytes(b"\x89HDF\r\n\x1a\n and what was recorded")
    assert run("models", "--json", recording) == 1
    assert "take.h5 is there already and holds no JSON; name another file." in capfd.readouterr().err
    assert recording.read_bytes().endswith(b"recorded")
    (models / "cut.onnx").write_bytes(b"nothing of the kind")
    for _ in range(2):  # the second takes the first one's place
        assert run("models", "--json", tmp_path / "models.json") == 0
    assert "cut.onnx is damaged" in caplog.text
    assert "cut" not in {one["name"] for one in json.loads((tmp_path / "models.json").read_text())}


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


def test_unexpected_error_still_becomes_a_sentence(monkeypatch, capfd):
    def fail(json_file):
        raise KeyError("surprise")

    monkeypatch.setattr("app.cli.check.check", fail)
    assert run("check") == 1
    told = capfd.readouterr().err
    assert "surprise" in told
    assert "--debug" in told
    assert "Traceback" not in told
