"""The declared keys: none is taken twice, and README and the list of keys tell the truth."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from app.gui.shortcuts import EVERYWHERE, SHORTCUTS, KeyBindings, hint
from app.gui.widgets.keys_dialog import KeysDialog

README = Path(__file__).resolve().parents[3] / "README.md"
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def key_event(key: Qt.Key, modifiers=NO_MODIFIER, repeats: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "", repeats)


@pytest.mark.parametrize("page", EVERYWHERE)
def test_no_key_means_two_things_on_a_page(page):
    keys = [key for shortcut in SHORTCUTS.values() if page in shortcut.pages for key in shortcut.keys]
    assert len(keys) == len(set(keys)) > 10


def test_every_key_is_one_that_qt_knows():
    for shortcut in SHORTCUTS.values():
        for key in shortcut.keys:
            assert QKeySequence(key).count() == 1, shortcut
            assert QKeySequence(key).toString(), shortcut


def test_readme_names_the_keys_of_the_live_page():
    text = " ".join(README.read_text(encoding="utf-8").split())
    (sentence,) = re.findall(r"In the window: ([^.]*)\.", text)
    named = {clause.split()[0].replace("comma", ",") for clause in re.split(r", | or ", sentence)}
    left_out = {"step_back", "nearer", "farther"} | {name for name in SHORTCUTS if name.startswith("orbit_")}
    meant = {s.label for s in SHORTCUTS.values() if "live" in s.pages and s.id not in left_out}
    assert named == meant


def test_the_list_of_keys_shows_all_of_them_and_its_key_closes_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = KeysDialog(window)
    dialog.open()
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    for shortcut in SHORTCUTS.values():
        assert shortcut.label in shown
        assert shortcut.text in shown
    QTest.keyClick(dialog, Qt.Key.Key_Question, SHIFT)
    assert not dialog.isVisible()


def test_a_tooltip_ends_in_its_keys():
    assert hint("Leave full screen", "full_screen", "step_back") == "Leave full screen (F or Esc)"
    assert hint("One second back", "second_back") == "One second back (Shift+←)"


@pytest.mark.parametrize(
    ("key", "modifiers", "done"),
    [
        (Qt.Key.Key_Left, NO_MODIFIER, ["frame_back"]),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.KeypadModifier, ["frame_back"]),  # as macOS sends arrows
        (Qt.Key.Key_Left, SHIFT, ["second_back"]),
        (Qt.Key.Key_Question, SHIFT, ["show_keys"]),  # as it is typed on most keyboards
        (Qt.Key.Key_Plus, SHIFT, ["nearer"]),
        (Qt.Key.Key_Equal, NO_MODIFIER, ["nearer"]),
        (Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier, ["show_live"]),
        (Qt.Key.Key_R, NO_MODIFIER, []),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, []),
        (Qt.Key.Key_unknown, NO_MODIFIER, []),
    ],
)
def test_modifiers_decide_what_a_key_means(key, modifiers, done):
    seen = []
    names = ("frame_back", "second_back", "show_keys", "nearer", "show_live")
    keys = KeyBindings({name: lambda name=name: seen.append(name) for name in names})
    assert keys.press(key_event(key, modifiers)) is bool(done)
    assert seen == done


def test_held_down_only_the_keys_that_say_so_act_again():
    seen = []
    keys = KeyBindings({name: lambda name=name: seen.append(name) for name in ("play", "frame_on")})
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right):
        assert keys.press(key_event(key))
        assert keys.press(key_event(key, repeats=True))  # nobody else shall act on it either
    assert seen == ["play", "frame_on", "frame_on"]
