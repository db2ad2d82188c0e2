"""The ``play`` command without a recording or without a display."""

import main as command_line
from tests.fakes.doll_recordings import record


def test_play_says_in_a_sentence_what_is_wrong_before_a_window_opens(doll, tmp_path, capsys, monkeypatch):
    path = record(tmp_path / "a.h5", doll)
    (tmp_path / "text.h5").write_text("no recording")
    for file, reason in (
        (tmp_path / "none.h5", "There is no recording"),
        (tmp_path / "text.h5", "is not a recording"),
    ):
        assert command_line.main(["play", str(file)]) == 1
        said = capsys.readouterr().err
        assert reason in said
        assert len(said.splitlines()) == 1
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert command_line.main(["play", str(path)]) == 1
    said = capsys.readouterr().err
    assert f"export {path} --to mp4" in said
    assert len(said.splitlines()) == 1
