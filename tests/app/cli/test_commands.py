"""The commands that list and measure."""

import json

import pytest

from tests.app.cli.doll_clip import run

pytestmark = pytest.mark.gl


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
        assert {"wait", "detect", "mesh", "smooth", "hands", "draw", "total"} == set(stages)
        assert all(0 <= s["min"] <= s["median"] <= s["p95"] for s in stages.values())
        assert stages["mesh"]["median"] > 0
        assert report[part]["fps"] > 0
    assert report["drawing"]["overlay_ms"]["median"] > 0
    told = capfd.readouterr().out
    assert "One by one" in told
    assert "Live" in told


def test_help_names_every_command(capfd):
    assert run("--help") == 0
    told = capfd.readouterr().out
    assert all(command in told for command in ("live", "run", "check", "bench", "models"))
