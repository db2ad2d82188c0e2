"""The side panel slides in and out, and has the window's height."""

from PySide6.QtCore import Qt

from app.gui.settings import Settings
from app.gui.widgets import theme


def test_tab_opens_and_closes_the_panel(stand):
    s = stand()
    for open_ in (True, False):
        s.press(Qt.Key.Key_Tab)
        assert s.window.settings.panel_open is open_
        expected = s.window.centralWidget().width() - (theme.PANEL_WIDTH if open_ else 0)
        s.qtbot.waitUntil(lambda width=expected: s.stage.width() == width, timeout=60000)
        s.qtbot.waitUntil(lambda open_=open_: s.panel.isVisible() is open_, timeout=60000)


def test_a_panel_that_was_left_open_has_the_windows_height(stand):
    s = stand(settings=Settings(panel_open=True))
    s.tick()
    assert s.panel.height() == s.stage.height() > 600
    s.window.resize(1100, 640)
    s.tick()
    assert s.panel.height() == s.stage.height() == 640
