"""The PIN of a booth: kept so that it cannot be read, five tries, then a minute."""

import io
import json
import stat
import sys

import pytest

from app.booth.pin import TRIES, WAIT_S, PinLock, pin_file, read_pin, store_pin
from models.errors import UserError
from tests.app.cli.doll_clip import run
from tests.fakes.hand_clock import HandClock


@pytest.fixture
def kept(tmp_path):
    path = tmp_path / "config" / "pin.json"
    store_pin(path, "2468")
    return path


def test_the_pin_is_known_again_and_stands_nowhere(kept):
    pin = read_pin(kept)
    assert pin.is_pin("2468")
    assert not any(pin.is_pin(text) for text in ("", "246", "24680", "8642", "２４６８"))
    assert set(json.loads(kept.read_text())) == {"salt", "digest"}
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    store_pin(kept, "2468")
    assert read_pin(kept) != pin  # another salt


@pytest.mark.parametrize("text", ["", "123", "123456789", "12a4", "12 4", "１２３４", "-123"])
def test_what_is_no_pin_is_refused(tmp_path, text):
    with pytest.raises(UserError, match="4 to 8 digits"):
        store_pin(tmp_path / "pin.json", text)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"\xff", b'{"salt": "zz", "digest": "00"}', b'{"salt": 1, "digest": 2}']
)
def test_a_damaged_file_is_told_and_never_means_that_there_is_no_pin(tmp_path, content):
    path = tmp_path / "pin.json"
    path.write_bytes(content)
    with pytest.raises(UserError, match="booth pin"):
        read_pin(path)


def test_without_a_file_there_is_no_pin(tmp_path):
    assert read_pin(tmp_path / "none.json") is None


def test_five_tries_and_then_a_minute(kept):
    clock = HandClock()
    lock = PinLock(read_pin(kept), lambda: clock.seconds)
    for left in range(TRIES - 1, 0, -1):
        assert not lock.opens("0000")
        assert lock.tries_left == left
    assert not lock.opens("0000")
    assert lock.wait_s == WAIT_S
    assert not lock.opens("2468")  # nobody may try, not even the right one
    clock.seconds += WAIT_S - 1
    assert not lock.opens("2468")
    clock.seconds += 1
    assert lock.wait_s == 0
    assert lock.opens("2468")


def test_a_right_try_forgets_the_wrong_ones(kept):
    lock = PinLock(read_pin(kept), lambda: 0.0)
    for _ in range(2):
        for _ in range(TRIES - 1):
            assert not lock.opens("1111")
        assert lock.opens("2468")


def test_the_command_sets_and_removes_it(tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("platformdirs.user_config_dir", lambda name: str(tmp_path / name))
    monkeypatch.setattr(sys, "stdin", io.StringIO("135790\n"))
    assert run("booth", "pin") == 0
    assert read_pin(pin_file()).is_pin("135790")
    monkeypatch.setattr(sys, "stdin", io.StringIO("12\n"))
    assert run("booth", "pin") == 1
    assert "4 to 8 digits" in capfd.readouterr().err
    assert read_pin(pin_file()).is_pin("135790")
    assert run("booth", "pin", "--remove") == 0
    assert run("booth", "pin", "--remove") == 0
    assert read_pin(pin_file()) is None
    pin_file().write_text("{}")
    assert run("live", "--booth") == 1
    assert "damaged" in capfd.readouterr().err


def test_at_a_terminal_the_pin_is_asked_for_twice(tmp_path, monkeypatch, capfd):
    monkeypatch.setattr("platformdirs.user_config_dir", lambda name: str(tmp_path / name))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    answers = iter(["1234", "1235", "1234", "1234"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(answers))
    assert run("booth", "pin") == 1
    assert "differ" in capfd.readouterr().err
    assert not pin_file().exists()
    assert run("booth", "pin") == 0
    assert read_pin(pin_file()).is_pin("1234")
