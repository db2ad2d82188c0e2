"""Fixtures of the window: its look, windows on scripted pipelines, and that no thread is left behind."""

import threading

import pytest
from shiboken6 import isValid

from app.gui.languages.language import speak
from app.gui.widgets import theme
from tests.fakes.live_window import LiveWindow, close_at_once


@pytest.fixture(autouse=True)
def english(qapp):
    """Texts and numbers as they stand in the tests, whatever this machine speaks."""
    speak(qapp, "en")


@pytest.fixture
def dressed(qapp):
    """The program's look."""
    theme.dress(qapp)
    return qapp


@pytest.fixture
def no_threads_left():
    """Fail a test that leaves threads behind."""
    before = set(threading.enumerate())
    yield
    assert set(threading.enumerate()) <= before


@pytest.fixture
def open_window(dressed, no_threads_left, qtbot, tmp_path):
    """Open windows on scripted pipelines; what they hold is given back at the end."""
    windows: list[LiveWindow] = []

    def build(**chosen) -> LiveWindow:
        windows.append(LiveWindow(qtbot, tmp_path, **chosen))
        return windows[-1]

    yield build
    for one in windows:
        if isValid(one.window):  # and not exchanged for another one
            close_at_once(one.window)
        assert all(pipeline.stopped for pipeline in one.made)


@pytest.fixture
def stand(open_window):
    """Open such windows on the live page, with the pipeline made and the cameras found."""

    def build(**chosen) -> LiveWindow:
        one = open_window(**chosen)
        one.settle()
        return one

    return build
