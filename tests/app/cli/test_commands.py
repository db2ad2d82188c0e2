"""The command that lists, and the help."""

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


def test_help_names_every_command(capfd):
    assert run("--help") == 0
    told = capfd.readouterr().out
    assert all(command in told for command in ("live", "run", "check", "bench", "models"))
