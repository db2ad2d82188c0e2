"""A stranger's path: the page of first steps is walked by the very words that it names."""

import itertools
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from app.gui.settings import Settings
from app.gui.window import MainWindow
from app.live.session import LiveSession
from app.options import Options
from models.program import HOME
from tests.fakes.live_window import close_at_once

pytestmark = pytest.mark.gl

PAGE = HOME / "docs" / "first_steps.md"
LONGEST_MS = 180_000  # the real model, on whatever machine


def words() -> list[tuple[bool, str]]:
    """What the page's steps name, in order: whether it is pressed, and the words."""
    steps = PAGE.read_text(encoding="utf-8").split("1. ", 1)[1].split("`?`")[0]
    found = re.findall(r"\*\*(.+?)\*\*|“(.+?)”", re.sub(r"\s+", " ", steps))
    return [(bool(pressed), pressed or seen) for pressed, seen in found]


def button(word: str) -> QAbstractButton | None:
    """The button of these words that can be seen where things can be pressed now."""
    top = QApplication.activeModalWidget() or next(
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)
    )
    named = (
        each
        for each in top.findChildren(QAbstractButton)
        if word in (each.text(), each.accessibleName(), each.accessibleName().split(":")[0])
    )
    return next((each for each in named if each.isVisible() and each.isEnabled()), None)


def find(qtbot, window: MainWindow, word: str) -> QAbstractButton:
    """Wait for the button of these words, with the mouse moving a little, as a hand does."""
    places = itertools.cycle((window.geometry().center(), window.geometry().center() + QPoint(0, 9)))

    def is_there() -> bool:
        QCursor.setPos(next(places))
        return button(word) is not None

    qtbot.waitUntil(is_there, timeout=LONGEST_MS)
    found = button(word)
    assert found is not None, word
    return found


@pytest.fixture
def start(dressed, no_threads_left, qtbot, tmp_path):
    """Start the program as a stranger does, on a machine without a camera."""
    session = LiveSession(find_cameras=list)
    settings = Settings(options=Options(source="sample"), recordings_folder=str(tmp_path))
    window = MainWindow(settings, session)
    window.show()
    yield window
    close_at_once(window)


def test_the_page_leads_from_the_start_to_a_file(start, qtbot, tmp_path, monkeypatch):
    written = tmp_path / "out.glb"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(written), ""))  # the system's own
    named = words()
    assert [word for pressed, word in named if pressed][:3] == ["Next", "Next", "Begin"]
    for pressed, word in named:
        found = find(qtbot, start, word)
        if not pressed:
            continue
        if word == "Stop recording":  # a second is something to look at
            counted = start.live_page.stage.bar.recorded
            qtbot.waitUntil(lambda counted=counted: "0:00" not in counted.text(), timeout=LONGEST_MS)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    assert written.stat().st_size > 0
    assert len(list(tmp_path.glob("*.h5"))) == 1
    assert start.live_page.isVisible()
