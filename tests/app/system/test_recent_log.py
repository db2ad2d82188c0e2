"""The last lines of the log are kept for a report, and what is printed stays as it was."""

import io
import logging

import pytest

from app.system.recent_log import LINES, RecentLog


@pytest.fixture
def printed():
    """A log that prints warnings, as the program's does."""
    root = logging.getLogger()
    handler, level = logging.StreamHandler(io.StringIO()), root.level
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    yield handler.stream
    root.removeHandler(handler)
    root.setLevel(level)


def test_what_is_not_printed_is_kept_too(printed):
    log = logging.getLogger("app.anything")
    with RecentLog() as recent:
        log.info("the camera is back")
        log.warning("the camera was lost")
    log.info("too late")
    assert [line.rsplit(": ", 1)[1] for line in recent.lines] == ["the camera is back", "the camera was lost"]
    assert printed.getvalue() == "the camera was lost\n"


def test_only_the_last_lines_are_kept(printed):
    with RecentLog() as recent:
        for number in range(LINES + 5):
            logging.getLogger("app").warning("line %d", number)
    assert len(recent.lines) == LINES
    assert recent.lines[-1].endswith(f"line {LINES + 4}")


def test_levels_are_as_before_afterwards(printed):
    root = logging.getLogger()
    before = [root.level, *(handler.level for handler in root.handlers)]
    with RecentLog():
        assert root.level == logging.INFO
    assert [root.level, *(handler.level for handler in root.handlers)] == before
