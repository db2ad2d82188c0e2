"""Going between the live picture and the recordings."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QComboBox

from app.booth.settings import BoothSettings
from app.gui.shortcuts import SHORTCUTS
from app.gui.widgets.keys_dialog import KeysDialog
from tests.fakes.doll_recordings import record
from tests.fakes.keyboard import hold_key

pytestmark = pytest.mark.gl


def test_ctrl_r_goes_to_the_recordings_and_back_and_gives_the_camera_back(open_window, qtbot, doll, tmp_path):
    path = record(tmp_path / "out" / "a.h5", doll)
    w = open_window()
    qtbot.waitUntil(lambda: len(w.made) == 1, timeout=60000)
    QTest.keyClick(w.stage, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    page = w.window.play_page
    assert page.isVisible()
    assert not w.stage.isVisible()
    qtbot.waitUntil(lambda: w.made[0].stopped, timeout=60000)
    qtbot.waitUntil(lambda: page.stage.result is not None, timeout=60000)
    assert page.player.path == path
    QTest.keyClick(page.stage, Qt.Key.Key_M)  # a key of the live window alone
    assert not w.page.options.mirror
    QTest.keyClick(page.stage, Qt.Key.Key_F)
    assert w.window.isFullScreen()
    assert page.list.isHidden() is False
    assert not page.list.isVisible()
    QTest.keyClick(page.stage, Qt.Key.Key_Escape)
    assert not w.window.isFullScreen()
    assert page.list.isVisible()
    QTest.keyClick(page.stage, Qt.Key.Key_Escape)
    assert w.stage.isVisible()
    assert page.player.path is None
    qtbot.waitUntil(lambda: len(w.made) == 2 and not w.made[1].stopped, timeout=60000)


def test_going_to_the_recordings_ends_there_while_the_keys_are_still_held(open_window, qtbot, doll, tmp_path):
    record(tmp_path / "out" / "a.h5", doll)
    w = open_window()
    qtbot.waitUntil(lambda: len(w.made) == 1, timeout=60000)
    QTest.keyPress(w.stage, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    hold_key(w.window.play_page.stage, Qt.Key.Key_F)
    assert w.window.isFullScreen()
    repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier, "", True)
    QApplication.sendEvent(w.window.play_page.stage, repeat)
    assert w.window.play_page.isVisible()


def test_beginning_with_a_recording_opens_no_camera(open_window, qtbot, doll, tmp_path):
    path = record(tmp_path / "elsewhere" / "b.h5", doll)
    w = open_window(recordings=True, recording=path)
    qtbot.waitUntil(lambda: w.window.play_page.stage.result is not None, timeout=60000)
    assert w.window.play_page.player.path == path
    assert not w.made


def test_a_dropped_recording_is_played(open_window, qtbot, doll, tmp_path):
    path = record(tmp_path / "out" / "a.h5", doll)
    w = open_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where, none = QPointF(10, 10), Qt.KeyboardModifier.NoModifier
    w.window.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    qtbot.waitUntil(lambda: w.window.play_page.stage.result is not None, timeout=60000)
    assert w.window.play_page.player.path == path


def test_a_booth_has_no_recordings_page(open_window):
    w = open_window(booth=BoothSettings())
    QTest.keyClick(w.stage, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    w.window.show_recordings()
    assert w.window.play_page is None


def test_every_control_of_the_page_has_a_tooltip_a_name_and_the_keyboard(open_window, qtbot, doll, tmp_path):
    record(tmp_path / "out" / "a.h5", doll)
    w = open_window(recordings=True)
    page = w.window.play_page
    qtbot.waitUntil(lambda: page.stage.result is not None, timeout=60000)
    kinds = (QAbstractButton, QComboBox, QAbstractSlider)
    controls = [
        widget
        for kind in kinds
        for widget in page.findChildren(kind)
        if widget.isVisible() and type(widget).__name__ != "QScrollBar"
    ]
    assert len(controls) > 15
    for widget in controls:
        assert widget.toolTip(), widget
        assert widget.accessibleName(), widget
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.accessibleName()


def test_each_page_obeys_every_key_that_is_declared_for_it(open_window):
    w = open_window()
    w.window.show_recordings()
    for page, bindings in (("live", w.page.keys), ("recordings", w.window.play_page.keys)):
        obeyed = w.window.keys.actions.keys() | bindings.actions.keys()
        assert obeyed == {s.id for s in SHORTCUTS.values() if page in s.pages}


def test_the_keys_are_listed_from_both_pages(open_window, qtbot):
    w = open_window()
    w.press(Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    (dialog,) = w.window.findChildren(KeysDialog)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not w.window.findChildren(KeysDialog), timeout=60000)
    w.window.show_recordings()
    QTest.keyClick(w.window.play_page.stage, Qt.Key.Key_Question)
    assert w.window.findChildren(KeysDialog)
