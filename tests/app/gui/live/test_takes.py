"""Takes: what recordings are called, and the countdown before one begins."""

import pytest
from PySide6.QtCore import Qt

from tests.fakes.sheet_recordings import filmed_recorder


def recorder_for(s, path):
    s.recorder = filmed_recorder(path)


def end_recording(s):
    s.press(Qt.Key.Key_R)

    def has_ended():
        s.tick(0.6)
        return not s.page.is_recording

    s.qtbot.waitUntil(has_ended, timeout=60000)


def test_a_countdown_is_shown_and_then_it_records(stand, tmp_path):
    s = stand()
    s.run()
    countdown = s.stage.countdown
    s.panel.takes.countdown.setValue(3)
    assert s.page.options.countdown_s == 3
    recorder_for(s, tmp_path / "a.h5")
    s.press(Qt.Key.Key_R)
    for figure in ("3", "2", "1"):
        s.tick(0.0 if figure == "3" else 1.0)
        assert countdown.isVisible()
        assert countdown.text() == figure
        assert not s.page.is_recording
    middle = countdown.geometry().center() - s.stage.rect().center()
    assert abs(middle.x()) <= 1
    assert abs(middle.y()) <= 1
    s.tick(1.1)
    assert s.page.is_recording
    assert not countdown.isVisible()
    end_recording(s)


@pytest.mark.parametrize("how", ["R", "Esc", "leave", "lost"])
def test_a_countdown_can_be_stopped(stand, tmp_path, how):
    s = stand()
    s.run()
    s.panel.takes.countdown.setValue(5)
    s.press(Qt.Key.Key_R)
    s.tick(1.0)
    if how == "leave":
        s.page.leave()
    elif how == "lost":
        s.pipeline.state = "failed"
        s.pipeline.error = OSError("gone")
    else:
        s.press(Qt.Key.Key_R if how == "R" else Qt.Key.Key_Escape)
    s.tick(0.1)
    assert not s.stage.countdown.isVisible()
    s.tick(10.0)
    assert not s.page.is_recording


def test_the_name_of_takes_is_entered_and_checked(stand):
    s = stand()
    s.run()
    takes = s.panel.takes
    takes.take_name.setText(" walk ")
    takes.take_name.editingFinished.emit()
    assert s.page.options.take_name == "walk"
    assert takes.fault.isHidden()
    takes.take_name.setText("a/b")
    takes.take_name.editingFinished.emit()
    assert s.page.options.take_name == "walk"
    assert takes.fault.text() == "A name cannot hold /; leave that out."
    takes.take_name.setText("")
    takes.take_name.editingFinished.emit()
    assert s.page.options.take_name == ""
    assert takes.fault.isHidden()
