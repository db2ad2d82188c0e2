"""What floats on the live picture: details, toast and bar, and how the bar comes and goes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from app.gui.live.paint_timings import STAGES
from app.gui.settings import Settings


def test_d_shows_details_whose_stages_add_up(stand):
    s = stand()
    s.run(count=5)
    s.press(Qt.Key.Key_D)
    s.tick()
    assert s.stage.details.isVisible()
    shown = [label.text() for label in s.stage.details.findChildren(QLabel)]
    numbers = [float(text.removesuffix(" ms")) for text in shown if text.endswith(" ms")]
    assert len(numbers) == len(STAGES) + 1
    assert sum(numbers[:-1]) == pytest.approx(numbers[-1], abs=0.4)
    assert "3 frames replaced by newer ones" in shown


def test_the_readout_shows_rate_latency_and_the_cpu(stand):
    s = stand()
    s.run(count=10)
    assert s.stage.readout.isVisible()
    text = s.stage.readout.text_shown
    assert " FPS · " in text
    assert text.endswith(" ms")
    assert "–" not in text
    assert s.stage.readout.device_shown == "CPU"


def test_a_toast_never_lies_on_the_bar(stand, monkeypatch):
    monkeypatch.setattr("app.gui.live.live_stage.QCursor.pos", lambda: QPoint(-1, -1))
    s = stand()
    s.run()
    for _ in range(2):
        s.tick(3.0)
    assert not s.stage.bar.is_wanted
    s.window.resize(1100, 640)
    s.press(Qt.Key.Key_S)
    s.stage.mouse_moved.emit()
    s.tick()
    assert s.stage.bar.is_wanted
    assert s.messages.toast.isVisible()
    s.stage.bar.arrange()  # where it slides to
    assert not s.messages.toast.geometry().intersects(s.stage.bar.geometry())


def test_the_bar_goes_when_the_mouse_rests_and_comes_back(stand):
    s = stand(settings=Settings(cpu_explained=True))
    s.run()
    s.stage.mouse_moved.emit()
    s.tick()
    assert s.stage.bar.is_wanted
    s.tick(3.1)
    assert not s.stage.bar.is_wanted
    s.stage.mouse_moved.emit()
    s.tick()
    assert s.stage.bar.is_wanted


def test_tooltips_name_the_keys(stand):
    bar = stand().stage.bar
    for button, key in (
        (bar.record_button, "R"),
        (bar.snapshot_button, "S"),
        (bar.pause_button, "Space"),
        (bar.view_button, "V"),
        (bar.full_screen_button, "F"),
        (bar.panel_button, "Tab"),
    ):
        assert f"({key})" in button.toolTip()
