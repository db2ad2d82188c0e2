"""The system's own bin, in a home of its own."""

import sys

import pytest

from app.gui.play.bin import bring_back, move_to_bin

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the bin of other systems is the user's own")


def test_a_file_goes_into_the_bin_and_comes_back_without_a_trace(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    file = tmp_path / "take.h5"
    file.write_bytes(b"motion")
    binned = move_to_bin(file)
    if binned is None:
        pytest.skip("this disk has no bin")
    assert not file.exists()
    assert binned.read_bytes() == b"motion"
    bring_back(binned, file)
    assert file.read_bytes() == b"motion"
    assert [each for each in (tmp_path / "home").rglob("*") if each.is_file()] == []


def test_a_file_that_is_not_there_is_no_file_in_the_bin(tmp_path):
    assert move_to_bin(tmp_path / "none.h5") is None
