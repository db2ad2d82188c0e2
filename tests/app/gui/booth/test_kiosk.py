"""A locked booth: nothing that a visitor presses ends it, and the staff's PIN does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.booth.pin import TRIES, WAIT_S, read_pin, store_pin
from app.gui.booth.kiosk import CORNER_PX, HOLD_S, PAD_STAYS_S, PANEL_STAYS_S, POINTER_STAYS_S
from app.gui.shortcuts import SHORTCUTS

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def locked(booth, tmp_path):
    """A booth with a PIN; ended at the end, as its window would not close by itself."""
    store_pin(tmp_path / "pin.json", "2468")
    made = []

    def build():
        made.append(booth(pin=read_pin(tmp_path / "pin.json")))
        return made[-1]

    yield build
    for one in made:
        one.one.window.kiosk.is_open = True


def tick(b, seconds):
    b.one.now += seconds
    b.one.window.kiosk.tick()
    QApplication.processEvents()


def enter(pad, digits):
    for digit in digits:
        QTest.keyClick(pad, digit)
    QTest.keyClick(pad, Qt.Key.Key_Return)


def test_no_key_and_no_close_event_ends_it(locked):
    b = locked()
    window, kiosk = b.one.window, b.one.window.kiosk
    assert not window.close()
    assert window.isVisible()
    assert kiosk.is_asking
    kiosk.lock()
    targets = (b.one.stage, window, kiosk.pad)
    for target in targets:
        for shortcut in SHORTCUTS.values():
            for keys in shortcut.keys:
                QTest.keySequence(target, keys)
        for key in (Qt.Key.Key_F4, Qt.Key.Key_F11, Qt.Key.Key_Escape, Qt.Key.Key_Q, Qt.Key.Key_Tab):
            for modifier in (Qt.KeyboardModifier.NoModifier, CTRL, Qt.KeyboardModifier.AltModifier):
                QTest.keyClick(target, key, modifier)
        assert window.isVisible()
        assert window.isFullScreen()
        assert not kiosk.is_open


def test_the_pin_opens_the_panel_and_the_panel_ends_it(locked):
    b = locked()
    window, kiosk = b.one.window, b.one.window.kiosk
    QTest.keyClick(b.one.stage, Qt.Key.Key_Q, CTRL)
    assert kiosk.pad.isVisible()
    enter(kiosk.pad, "2469")
    assert "Wrong; 4 tries left" in kiosk.pad.told
    assert not kiosk.is_open
    enter(kiosk.pad, "2468")
    assert kiosk.panel.isVisible()
    assert not kiosk.pad.isVisible()
    assert kiosk.panel.facts["Camera"] == "30 frames a second"
    assert kiosk.panel.facts["Visits"] == "0"
    kiosk.panel.buttons["End the program"].click()
    assert not window.isVisible()


def test_the_pin_can_be_entered_by_touch(locked):
    b = locked()
    kiosk = b.one.window.kiosk
    kiosk.ask()
    keys = {key.accessibleName(): key for key in kiosk.pad.findChildren(type(kiosk.panel.buttons["Go on"]))}
    for name in ("9", "2", "4", "Delete", "Delete", "Delete", "2", "4", "6", "8", "OK"):
        QTest.mouseClick(keys[name], Qt.MouseButton.LeftButton)
    assert kiosk.is_open


def test_going_on_locks_it_again(locked):
    b = locked()
    window, kiosk = b.one.window, b.one.window.kiosk
    kiosk.ask()
    enter(kiosk.pad, "2468")
    kiosk.panel.buttons["Go on"].click()
    assert not kiosk.is_asking
    assert not window.close()
    assert window.isVisible()


def test_the_panel_opens_the_camera_anew_and_changes_the_view(locked):
    b = locked()
    kiosk = b.one.window.kiosk
    kiosk.ask()
    enter(kiosk.pad, "2468")
    first = b.one.pipeline
    view = b.one.page.options.view
    kiosk.panel.buttons["Next view"].click()
    assert b.one.page.options.view != view
    kiosk.panel.buttons["Open the camera anew"].click()
    b.one.settle()
    assert b.one.pipeline is not first


def test_after_five_tries_everybody_waits_a_minute(locked):
    b = locked()
    kiosk = b.one.window.kiosk
    kiosk.ask()
    for _ in range(TRIES):
        enter(kiosk.pad, "1111")
    assert "wait 60 seconds" in kiosk.pad.told
    kiosk.lock()
    kiosk.ask()
    enter(kiosk.pad, "2468")
    assert not kiosk.is_open
    tick(b, WAIT_S)
    kiosk.ask()
    enter(kiosk.pad, "2468")
    assert kiosk.is_open


def test_a_finger_that_stays_in_the_corner_asks_for_the_pin(locked):
    b = locked()
    kiosk, stage = b.one.window.kiosk, b.one.stage
    corner, beside = QPoint(10, 10), QPoint(CORNER_PX + 20, 10)
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=corner)
    tick(b, HOLD_S - 0.1)
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=corner)
    tick(b, 1)
    assert not kiosk.is_asking  # not long enough
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=beside)
    tick(b, HOLD_S + 1)
    assert not kiosk.is_asking
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=beside)
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=corner)
    tick(b, HOLD_S)
    assert kiosk.is_asking
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=corner)


def test_pad_and_panel_go_when_nobody_uses_them(locked):
    b = locked()
    kiosk = b.one.window.kiosk
    kiosk.ask()
    QTest.keyClick(kiosk.pad, "2")
    tick(b, PAD_STAYS_S - 1)
    assert kiosk.is_asking
    tick(b, 1)
    assert not kiosk.is_asking
    kiosk.ask()
    enter(kiosk.pad, "2468")  # the digit of before is forgotten
    assert kiosk.is_open
    tick(b, PANEL_STAYS_S)
    assert not kiosk.is_asking
    assert not kiosk.is_open


def test_full_screen_comes_back(locked, qtbot):
    window = locked().one.window
    window.showNormal()
    qtbot.waitUntil(window.isFullScreen, timeout=60000)


def test_the_system_ends_it_without_a_pin(locked):
    window = locked().one.window
    window.end()
    assert not window.isVisible()


def test_without_a_pin_ctrl_q_ends_it(booth):
    b = booth()
    QTest.mousePress(b.one.stage, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    tick(b, HOLD_S + 1)
    assert not b.one.window.kiosk.is_asking
    QTest.keyClick(b.one.stage, Qt.Key.Key_Q, CTRL)
    assert not b.one.window.isVisible()


def test_the_pointer_goes_when_it_rests(booth):
    b = booth()
    window = b.one.window
    tick(b, POINTER_STAYS_S + 1)
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor
    b.one.window.kiosk.tick()
    QCursor.setPos(QCursor.pos() + QPoint(30, 20))
    tick(b, 0.1)
    assert window.cursor().shape() == Qt.CursorShape.ArrowCursor
    tick(b, POINTER_STAYS_S)
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor
