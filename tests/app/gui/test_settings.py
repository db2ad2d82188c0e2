"""Settings survive a restart, and nothing in their file can keep the program from starting."""

import json
import logging
import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.gui.settings import NoSettingsError, Settings, load_settings, save_settings
from app.options import Options

OTHER_CONTENT = [
    b'{"version": 1, "panel_open": true,}',
    b"{not json",
    b"[1, 2]",
    b"\xff\xfe\x00",
    b"null",
    b'{"version": "1.2.0", "name": "another program"}',
]


def test_what_is_saved_comes_back(tmp_path):
    settings = Settings(
        options=Options(source="Kamera für Gäste", people=3, mirror=True, fov_deg=72.5, view="orbit"),
        geometry="AdnQywADAAA=",
        panel_open=True,
        recordings_folder=str(tmp_path / "récordings"),
    )
    save_settings(tmp_path / "deep" / "settings.json", settings)
    assert load_settings(tmp_path / "deep" / "settings.json") == settings


def test_only_what_differs_from_the_defaults_is_written(tmp_path):
    file = tmp_path / "settings.json"
    save_settings(file, Settings())
    assert json.loads(file.read_text()) == {"version": 1}
    save_settings(file, replace(Settings(), options=Options(people=2)))
    assert json.loads(file.read_text()) == {"version": 1, "options": {"people": 2}}


@pytest.mark.parametrize(
    ("address", "stored"),
    [
        ("rtsp://me:s3cret@10.0.0.7:554/1", "rtsp://me@10.0.0.7:554/1"),
        ("rtsp://me:p@s3cret@cam/1", "rtsp://me@cam/1"),
        ("http://cam:8080/v?user=me&pwd=s3cret&size=2", "http://cam:8080/v?user=me&pwd=&size=2"),
        ("http://cam:8080/v?mail=a@b", "http://cam:8080/v?mail=a@b"),
        ("http://cam/v?access_token=s3cret#s3cret", "http://cam/v?access_token="),
        ("me:s3cret@cam/1", "me@cam/1"),
        ("rtsp://cam", "rtsp://cam"),
        ("clips/me:s3cret@home.mp4", "clips/me:s3cret@home.mp4"),
    ],
)
def test_no_password_of_a_stream_is_stored(tmp_path, address, stored):
    file = tmp_path / "settings.json"
    save_settings(file, Settings(options=Options(source=address), last_stream=address))
    found = load_settings(file)
    assert (found.options.source, found.last_stream) == (stored, stored)


def test_what_was_opened_last_comes_back_without_secrets(tmp_path):
    file = tmp_path / "settings.json"
    recent = ("rtsp://me:s3cret@cam/1", "/films/walk.mp4", "rtsp://me:other@cam/1")
    save_settings(file, Settings(recent=recent))
    assert load_settings(file).recent == ("rtsp://me@cam/1", "/films/walk.mp4")


@pytest.mark.parametrize("recent", ["/films/walk.mp4", [1], ["a"] * 100, ["a\0b"], None])
def test_a_list_of_what_was_opened_last_that_is_none_takes_its_default(tmp_path, recent):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"version": 1, "panel_open": True, "recent": recent}))
    assert load_settings(file) == Settings(panel_open=True)


def test_a_missing_file_gives_the_defaults(tmp_path):
    assert load_settings(tmp_path / "none.json") == Settings()


@pytest.mark.parametrize("content", [b"", b"\n", b"{}", b'{"panel_open": false}', b'{"version": 7}'])
def test_settings_are_saved_over_older_ones(tmp_path, content):
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert load_settings(file) == Settings()
    save_settings(file, Settings(panel_open=True))
    assert load_settings(file).panel_open


@pytest.mark.parametrize("content", OTHER_CONTENT)
def test_settings_are_never_saved_over_anything_else(tmp_path, content):
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    with pytest.raises(NoSettingsError, match="is no settings file"):
        save_settings(file, Settings(panel_open=True))
    assert file.read_bytes() == content
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", OTHER_CONTENT)
def test_a_damaged_file_gives_the_defaults_and_is_logged(tmp_path, caplog, content):
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        assert load_settings(file) == Settings()
    assert caplog.records


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("people", 0),
        ("people", 40),
        ("people", "two"),
        ("people", True),
        ("fov_deg", float("nan")),
        ("fov_deg", 400),
        ("height_cm", 1.75),
        ("view", "sideways"),
        ("mirror", 1),
        ("source", None),
        ("opacity", [0.5]),
    ],
)
def test_a_bad_value_falls_back_alone(tmp_path, caplog, field, value):
    file = tmp_path / "settings.json"
    file.write_text(
        json.dumps({"version": 1, "options": {field: value, "model": "mine"}, "panel_open": True})
    )
    with caplog.at_level(logging.WARNING):
        settings = load_settings(file)
    assert settings == Settings(options=Options(model="mine"), panel_open=True)
    assert field in caplog.text


def test_unknown_keys_are_ignored_with_a_log_line(tmp_path, caplog):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"version": 1, "wallpaper": "blue", "options": {"speed": 3, "people": 2}}))
    with caplog.at_level(logging.WARNING):
        assert load_settings(file) == Settings(options=Options(people=2))
    assert "wallpaper" in caplog.text
    assert "options.speed" in caplog.text


def test_a_whole_number_is_a_fine_angle(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"version": 1, "options": {"fov_deg": 75}}))
    assert load_settings(file).options.fov_deg == 75.0


def test_a_failed_save_keeps_the_old_file_and_leaves_nothing_behind(tmp_path, monkeypatch):
    file = tmp_path / "settings.json"
    save_settings(file, Settings(panel_open=True))

    def full(*_: object):
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space"):
        save_settings(file, Settings())
    assert load_settings(file).panel_open
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content", [b"", bytes(512), b"\xef\xbb\xbf{}", b"\xff\xfe" + "{}\n".encode("utf-16-le")]
)
def test_files_after_a_power_cut_or_an_editor_are_saved_again(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert load_settings(path) == Settings()
    save_settings(path, Settings(last_file="a.mp4"))
    assert load_settings(path) == Settings(last_file="a.mp4")


def test_halves_of_characters_take_the_default_and_names_that_are_not_utf8_stay(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"version": 1, "last_stream": "\\ud800", "last_file": "caf\\udce9.mp4"}')
    settings = load_settings(path)
    assert settings == Settings(last_file="caf\udce9.mp4")
    save_settings(path, settings)
    assert load_settings(path) == settings


@pytest.mark.parametrize("text", ["[" * 100_000, '{"version": 1, "x": ' + "[" * 5000 + "]" * 5000 + "}"])
def test_deep_nesting_starts_with_the_defaults(tmp_path, caplog, text):
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert load_settings(path) == Settings()
    assert "nested too deeply" in caplog.text


def test_a_pipe_is_no_settings_file(tmp_path, caplog):
    os.mkfifo(tmp_path / "settings.json")
    assert load_settings(tmp_path / "settings.json") == Settings()
    assert "pipe or device" in caplog.text
