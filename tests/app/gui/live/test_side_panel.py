"""The side panel shows options and reports wishes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.gui.live.side_panel import SidePanel
from app.live.smoothing import lag_ms
from app.options import Options


def test_the_video_is_kept_only_where_it_was_asked_for(qtbot):
    panel = SidePanel()
    qtbot.addWidget(panel)
    assert not panel.keep_video.isChecked()
    assert "no picture" in panel.output_content.text()
    with qtbot.waitSignal(panel.changed) as wish:
        panel.keep_video.click()
    assert wish.args == [{"keep_video": True}]
    panel.show_options(Options(keep_video=True))
    assert panel.keep_video.isChecked()
    assert "video of what the camera sees" in panel.output_content.text()


def test_it_shows_what_only_the_command_line_allows(qtbot):
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.show_options(Options(people=9, fov_deg=165.0))
    assert panel.most_people.value() == 9
    assert "165°" in [label.text() for label in panel.source.fov.findChildren(QLabel)]


def test_letters_are_the_windows_keys_in_a_list_too(qtbot):
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_options(Options(source="sample"))
    chosen = panel.source.choice.currentText()
    panel.source.choice.setFocus()
    with qtbot.assertNotEmitted(panel.source.file_wanted), qtbot.assertNotEmitted(panel.changed):
        QTest.keyClick(panel.source.choice, Qt.Key.Key_F)
    assert panel.source.choice.currentText() == chosen


def test_the_lag_is_told_for_the_rate_that_is_running(qtbot):
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.show_options(Options(smoothing=0.5))
    lags = []
    for fps in (0.0, 29.8, 12.2):
        panel.show_rate(fps)
        lags.append(panel.smoothing.value_shown)
    assert lags == [f"{lag_ms(0.5, fps):.0f} ms" for fps in (30, 30, 12)]
    assert lags[2] != lags[1]
    assert "12 frames a second" in panel.filters.text()


def test_the_height_is_guessed_until_somebody_says_it(qtbot):
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.show_options(Options())
    assert panel.height_.text() == "Guessed"
    with qtbot.waitSignal(panel.changed) as wish:
        panel.height_.setValue(182)
    assert wish.args == [{"height_cm": 182.0}]
    with qtbot.assertNotEmitted(panel.changed):
        panel.show_options(Options(height_cm=171.0))
    assert panel.height_.text() == "171 cm"
    with qtbot.waitSignal(panel.changed) as wish:
        panel.height_.setValue(panel.height_.minimum())
    assert wish.args == [{"height_cm": None}]
    QTest.keyClick(panel.height_, Qt.Key.Key_Up)
    assert panel.height_.text() == "170 cm"  # not the smallest there is
    panel.show_kind("hand")
    assert not panel.height_.isEnabled()
