"""The log of a booth: what is in it, what is not, and how large it may become."""

import logging

import pytest

from app.booth.log_file import FILES, NAME, keep_log, log_folder
from tests.fakes.full_disk import largest_file

log = logging.getLogger("app.booth.somewhere")


@pytest.fixture
def kept(tmp_path):
    """Begin a log, and take it away again at the end."""
    application, begun = logging.getLogger("app"), []
    level = application.level

    def build(megabytes=1.0, folder=tmp_path / "log"):
        handler = keep_log(folder, megabytes)
        if handler is not None:
            begun.append(handler)
        return handler

    yield build
    application.setLevel(level)
    for handler in begun:
        logging.getLogger().removeHandler(handler)
        handler.close()


def text(tmp_path):
    return (tmp_path / "log" / NAME).read_text(encoding="utf-8")


def test_states_warnings_and_errors_are_in_it(kept, tmp_path):
    kept()
    log.info("active, 3 visits so far")
    log.warning("mesh has been stuck")
    log.debug("a detail")
    logging.getLogger("some.library").info("chatter")
    lines = text(tmp_path).splitlines()
    assert [line.split(" ", 2)[2] for line in lines] == [
        "app.booth.somewhere INFO: active, 3 visits so far",
        "app.booth.somewhere WARNING: mesh has been stuck",
    ]


def test_secrets_of_addresses_are_not(kept, tmp_path):
    kept()
    log.warning("%s was lost", "rtsp://me:hush@camera/1?token=abc&x=1")
    try:
        raise ValueError("http://me:hush@camera/2")
    except ValueError:
        log.exception("it failed")
    assert "rtsp://me@camera/1?token=&x=1 was lost" in text(tmp_path)
    assert "http://me@camera/2" in text(tmp_path)
    assert "hush" not in text(tmp_path)
    assert "abc" not in text(tmp_path)


def test_it_never_takes_more_room_than_it_may(kept, tmp_path):
    kept(megabytes=0.05)
    for i in range(3000):
        log.info("line %d of a long day at a fair that is well visited", i)
    files = list((tmp_path / "log").iterdir())
    assert len(files) == FILES
    assert sum(file.stat().st_size for file in files) <= 50_000
    assert text(tmp_path).rstrip().endswith("line 2999 of a long day at a fair that is well visited")


def test_no_room_is_no_log(kept, tmp_path):
    assert kept(megabytes=0) is None
    assert not (tmp_path / "log").exists()


def test_where_it_cannot_be_written_the_booth_is_told_and_goes_on(kept, tmp_path, caplog):
    (tmp_path / "file").touch()
    assert kept(folder=tmp_path / "file") is None
    assert "the log cannot be written" in caplog.text


def test_a_full_disk_leaves_lines_out_and_nothing_else(kept, tmp_path, capfd):
    kept()
    log.warning("before")
    with largest_file((tmp_path / "log" / NAME).stat().st_size):
        log.warning("while it is full")
    log.warning("after")
    assert "WARNING: before" in text(tmp_path).splitlines()[0]
    assert text(tmp_path).rstrip().endswith("after")
    assert "Traceback" not in capfd.readouterr().err


def test_it_is_kept_with_the_users_logs(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert "fastmetro-live" in log_folder().parts
