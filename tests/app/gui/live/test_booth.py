"""A booth: no controls, and trying again by itself for ever."""

import threading

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.booth.settings import BoothSettings
from app.live.sources.base import SourceError


def test_the_booth_shows_no_controls_and_tries_again_by_itself(stand, tmp_path, caplog):
    s = stand(booth=BoothSettings())
    s.run()
    assert s.window.isFullScreen()
    assert s.stage.readout.isHidden()
    assert not s.stage.bar.is_wanted
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_F, Qt.Key.Key_R, Qt.Key.Key_S):
        s.press(key)
    QTest.mouseDClick(s.stage, Qt.MouseButton.LeftButton)
    assert not (tmp_path / "out").exists()
    assert s.window.isFullScreen()
    assert not s.window.settings.panel_open
    first = s.pipeline
    first.fail(RuntimeError("driver"))
    s.tick()
    assert s.card() == "Just a moment"
    assert s.messages.card.content.choices == ()
    s.tick(6)
    s.settle()
    assert s.pipeline is not first
    s.pipeline.fail(RuntimeError("driver"))
    s.tick()
    assert s.card() == "Just a moment"
    assert caplog.text.count("RuntimeError: driver") == 1  # all night long


def test_a_booth_without_a_camera_looks_for_one_while_the_sample_plays(stand):
    s = stand(booth=BoothSettings())
    s.pipeline.fail(SourceError("No camera was found."))
    s.tick()
    s.settle()
    sample = s.pipeline
    assert sample.options.source == "sample"
    s.run()
    for looks in (1, 2, 3):
        s.wait_for_looks(looks)
        s.tick(6)
    s.wait_for_looks(4)
    assert s.pipeline is sample
    assert not sample.stopped
    assert s.card() == ""
    assert threading.main_thread() not in s.looks
    s.is_plugged = True
    s.tick(6)
    # The window's own timer may have gone over to the camera already.
    s.qtbot.waitUntil(lambda: s.session.camera_is_there or sample.stopped, timeout=60000)
    s.tick()
    s.settle()
    assert sample.stopped
    assert s.pipeline.options.source == ""
    s.run()
    s.tick(60)
    assert len(s.looks) == 5  # the camera is not looked for while it is shown


def test_outside_a_booth_only_the_person_looks_for_a_camera_again(stand):
    s = stand()
    s.is_plugged = True
    s.pipeline.fail(SourceError("No camera was found."))
    s.tick()
    s.run()
    s.tick(60)
    assert s.pipeline.options.source == "sample"
    assert not s.looks
    assert "Connect one" in s.banner()
    assert s.messages.banner.notice.button == "Retry"
