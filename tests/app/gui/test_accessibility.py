"""For everybody: each control has a name, a role, a tooltip, a place in the order of Tab, a visible focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from app.gui.play.people_dialog import PeopleDialog
from app.gui.settings import Settings
from app.gui.widgets.keys_dialog import KeysDialog
from app.options import Options
from tests.fakes.controls import controls_of, described
from tests.fakes.doll_recordings import record
from tests.fakes.live_window import CAMERAS, close_at_once
from tests.fakes.play_stand import PlayStand


@pytest.fixture
def open_recordings(dressed, no_threads_left, qtbot, tmp_path):
    """Open recordings pages with a recording each."""
    opened = []

    def build(path) -> PlayStand:
        opened.append(PlayStand(qtbot, tmp_path / "takes"))
        opened[-1].enter(path)
        return opened[-1]

    yield build
    for one in opened:
        one.page.shut_down()
        close_at_once(one.page)


def assert_named(window: QWidget, least: int) -> None:
    controls = controls_of(window)
    assert len(controls) >= least
    for widget in controls:
        assert widget.accessibleName(), described(widget)
        assert widget.toolTip(), described(widget)
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client), described(widget)
        if isinstance(widget, QComboBox):  # whose name Qt gives as that of the chosen entry on Linux
            assert widget.accessibleName() in interface.text(QAccessible.Text.Description), described(widget)
        else:
            assert interface.text(QAccessible.Text.Name) == widget.accessibleName(), described(widget)
        if isinstance(widget, QAbstractButton) and widget.group() is not None:  # one of several
            assert interface.role() == QAccessible.Role.RadioButton, described(widget)


def assert_reached(window: QWidget) -> None:
    """Whoever goes on with Tab comes to every control that can be used."""
    wanted = {widget for widget in controls_of(window) if widget.isEnabled()}
    first = widget = window.nextInFocusChain()
    seen = set()
    while True:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen.add(widget)
        widget = widget.nextInFocusChain()
        if widget is first:
            break
    assert {described(widget) for widget in wanted - seen} == set()


def assert_focus_seen(window: QWidget) -> None:
    window.activateWindow()
    for widget in controls_of(window):
        if not widget.isEnabled():
            continue
        window.setFocus()
        QApplication.processEvents()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert widget.grab().toImage() != before, described(widget)


def test_the_live_page_is_for_everybody(stand):
    s = stand(settings=Settings(options=Options(people=2), panel_open=True, details_open=True))
    s.run()
    s.panel.source.stream.show()
    assert_named(s.window, 35)
    assert_reached(s.window)
    assert_focus_seen(s.window)


def test_the_list_of_keys_is_for_everybody(dressed, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = KeysDialog(window)
    dialog.show()
    assert_named(dialog, 1)
    assert_reached(dialog)


def test_the_recordings_are_for_everybody(open_recordings, doll, tmp_path):
    s = open_recordings(record(tmp_path / "takes" / "a.h5", doll, people=lambda row: (1, 2)))
    s.player.toggle_curves()
    s.wait(lambda: s.player.curves.save_button.isEnabled())
    assert_named(s.page, 25)
    assert_reached(s.page)
    assert_focus_seen(s.page)


def test_the_export_is_for_everybody(open_recordings, doll, tmp_path):
    s = open_recordings(record(tmp_path / "takes" / "a.h5", doll))
    s.page.export()
    assert_named(s.page.dialog, 15)
    assert_reached(s.page.dialog)
    assert_focus_seen(s.page.dialog)


def test_putting_people_right_is_for_everybody(open_recordings, doll, tmp_path):
    s = open_recordings(record(tmp_path / "takes" / "a.h5", doll, people=lambda row: (1, 2)))
    s.page.put_people_right()
    (dialog,) = s.page.findChildren(PeopleDialog)
    assert_named(dialog, 5)
    assert_reached(dialog)
    assert_focus_seen(dialog)


def test_the_choice_of_a_source_is_for_everybody(stand):
    s = stand(settings=Settings(recent=("/videos/walk.mp4", "rtsp://camera.example/1")))
    s.page.sources.pick()
    picker = s.page.sources.picker
    assert len(picker.tiles) == len(CAMERAS)
    assert_named(picker, 8)
    assert_reached(picker)
    assert_focus_seen(picker)
