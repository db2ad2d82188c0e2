"""Whether a window could open, found out without risk for the program that asks."""

import sys

import pytest

from app.gui.platform import why_no_window


@pytest.mark.skipif(sys.platform != "linux", reason="asks for platforms of Linux")
def test_a_platform_that_ends_qt_is_told_in_its_words(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert why_no_window() == ""
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":987")  # nobody is there
    assert "qt.qpa" in why_no_window()


def test_a_display_that_does_not_answer_is_not_waited_for(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert why_no_window(seconds=0.01) == "the display did not answer for 0 s"
