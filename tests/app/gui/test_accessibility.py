"""For everybody: each control has a name, a role, a tooltip, a place in the order of Tab, a visible focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from app.gui.settings import Settings
from app.gui.widgets.keys_dialog import KeysDialog
from app.options import Options
from tests.fakes.controls import controls_of, described


def assert_named(window: QWidget, least: int) -> None:
    controls = controls_of(window)
    assert len(controls) >= least
    for widget in controls:
        assert widget.accessibleName(), described(widget)
        assert widget.toolTip(), described(widget)
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client), described(widget)
        if not isinstance(widget, QComboBox):  # whose name Qt gives as that of the chosen entry on Linux
            assert interface.text(QAccessible.Text.Name) == widget.accessibleName(), described(widget)


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
