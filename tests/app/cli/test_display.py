"""Where no window can be shown."""

import sys

import pytest

from app.gui.settings import Settings, save_settings
from app.options import Options
from app.system.display import has_display
from tests.app.cli.doll_clip import run


def test_what_is_asked_of_the_window_goes_before_its_settings(monkeypatch, tmp_path):
    asked, file = [], tmp_path / "settings.json"
    save_settings(file, Settings(options=Options(people=3, smoothing=0.2, mirror=True)))

    def run_window(settings, *_, **__):
        asked.append(settings.options)
        return 0

    monkeypatch.setattr("app.gui.application.run_window", run_window)
    words = ["--settings", file, "--view", "side-by-side", "--smoothing", "0.75", "--no-mirror"]
    assert run("live", *words) == 0
    assert asked[0] == Options(people=3, smoothing=0.75, view="side_by_side", mirror=False)


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
    assert (
        run(
            "live",
            "--model",
            "mine",
            "--people",
            2,
            "--fov",
            75,
            "--height",
            182,
            "--look",
            "clay",
            "--hands",
        )
        == 0
    )
    found = asked[-1]
    assert (found.source, found.model, found.people, found.fov_deg) == ("sample", "mine", 2, 75)
    assert (found.height_cm, found.look, found.hands) == (182, "clay", True)
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
