"""The switch of fingers, and what it costs."""

from app.gui.live.side_panel import SidePanel
from app.options import Options


def test_the_switch_asks_for_fingers_and_shows_what_is_set(qtbot):
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.hands.show_model(has_fingers=True)
    with qtbot.waitSignal(panel.changed) as wish:
        panel.hands.switch.click()
    assert wish.args == [{"hands": True}]
    with qtbot.assertNotEmitted(panel.changed):
        panel.show_options(Options(hands=False))
    assert not panel.hands.switch.isChecked()


def test_only_bodies_with_fingers_have_it(qtbot):
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.hands.show_model(has_fingers=False)
    assert not panel.hands.switch.isEnabled()
    assert "no finger bones" in panel.hands.switch.toolTip()
    panel.hands.show_model(has_fingers=True)
    assert panel.hands.switch.isEnabled()


def test_its_cost_is_said_while_there_is_one(qtbot):
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.hands.show_cost(0.0)
    assert panel.hands.cost.isHidden()
    panel.hands.show_cost(0.0147)
    assert not panel.hands.cost.isHidden()
    assert panel.hands.cost.text() == "About 15 ms a frame"
