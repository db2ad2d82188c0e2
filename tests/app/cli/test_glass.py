"""``bench --glass`` from the command line: its figures, and what keeps it from having any."""

import json
import sys

import pytest

from tests.app.cli.doll_clip import run
from tests.fakes.filming_pipeline import FilmingPipeline


def test_latencies_are_printed_and_written(qapp, monkeypatch, tmp_path, capfd):
    asked, file = [], tmp_path / "glass.json"

    def pipeline(options):
        asked.append(options)
        return FilmingPipeline(0.08)

    monkeypatch.setattr("app.cli.glass.LivePipeline", pipeline)
    assert run("bench", "--glass", "--source", "1", "--frames", 20, "--json", file) == 0
    assert (asked[0].source, asked[0].mirror) == ("1", False)  # a mirrored code is none
    report = json.loads(file.read_text(encoding="utf-8"))
    assert 20 <= report["pictures_with_code"] <= report["pictures"]
    assert report["screen_to_camera_ms"]["min"] >= 80
    for name in ("screen_to_camera_ms", "screen_to_screen_ms"):
        assert set(report[name]) == {"min", "median", "p95"}
    assert report["screen_to_screen_ms"]["median"] > report["screen_to_camera_ms"]["median"]
    told = capfd.readouterr().out
    assert "a camera at 1280x720 films" in told
    assert "painted code to painted result" in told


@pytest.mark.parametrize("source", ["sample", "tests"])
def test_what_is_no_camera_cannot_film(source, capfd):
    assert run("bench", "--glass", "--source", source) == 1
    assert f"{source} cannot film this screen; name a camera" in capfd.readouterr().err


def test_without_a_display_it_is_said(monkeypatch, capfd):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert run("bench", "--glass") == 1
    assert "no display here on which time codes could be filmed" in capfd.readouterr().err


def test_a_camera_that_is_not_there_is_said(qapp, capfd):
    assert run("bench", "--glass", "--source", "77", "--model", "tiny") == 1
    told = capfd.readouterr().err
    assert "77" in told
    assert "Traceback" not in told
