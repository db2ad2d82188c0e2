"""The check command: what works here, and what helps where it does not."""

import json
import re
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto

from tests.app.cli.doll_clip import run
from tests.fakes.tiny_model import make_model

pytestmark = pytest.mark.gl


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


def test_check_says_that_the_processor_draws_where_opengl_does_not(monkeypatch):
    from app.cli import check

    def refuse(*_, **__):
        raise RuntimeError("no driver")

    monkeypatch.setattr("models.rendering.offscreen.OffscreenScene", refuse)
    (finding,) = check.check_drawing()
    assert (finding.state, finding.found) == ("limited", "the processor, without OpenGL")
    assert "no driver" in finding.remedy


def test_check_says_how_macos_draws_live(monkeypatch):
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
    rows = re.findall(r"^\| ([^ |]+) \|", (check.ASSETS / "SOURCES.md").read_text(), re.MULTILINE)
    for file in filter(Path.is_file, check.ASSETS.rglob("*")):
        assert file.name == "SOURCES.md" or any(file.match(row) for row in rows), file
