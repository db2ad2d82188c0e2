"""What is sent to other programs: entered in the panel, and said there and on the picture."""

import re
import urllib.error
import urllib.request
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.gui.live.send_section import SendSection
from app.gui.settings import Settings
from app.live.outputs import OutputStatus
from app.live_out.live_out import LiveOut
from app.options import Options
from tests.fakes.live_window import LiveWindow, close_at_once, make_result
from tests.fakes.osc_receiver import osc_receiver
from tests.fakes.posed_people import posed_person


@pytest.fixture
def section(qtbot):
    made = SendSection()
    qtbot.addWidget(made)
    made.show()
    made.show_options(Options())
    return made


@pytest.fixture
def stand(qtbot, tmp_path):
    """A window whose session sends for real."""
    made = LiveWindow(qtbot, tmp_path, Settings(recordings_folder=str(tmp_path), panel_open=True))
    made.session.outputs = LiveOut()
    yield made
    close_at_once(made.window)


def enter(line, text):
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_an_address_counts_once_when_it_is_entered(section, qtbot):
    wishes = []
    section.changed.connect(wishes.append)
    enter(section.fields["vmc"].line, " studio:1 ")
    assert wishes == [{"vmc": "studio:1"}]
    section.show_options(Options(vmc="studio:1"))
    section.fields["vmc"].line.clearFocus()
    assert len(wishes) == 1
    enter(section.fields["vmc"].line, "")
    assert wishes[1:] == [{"vmc": ""}]


def test_what_is_being_typed_is_not_taken_away(section):
    line = section.fields["vmc"].line
    section.activateWindow()
    line.setFocus()
    QTest.keyClicks(line, "stu")
    section.show_options(Options(people=2))
    assert line.text() == "stu"


def test_the_state_stands_below_the_address(section):
    state = section.fields["vmc"].state
    assert state.isHidden()
    section.show_statuses({"vmc": OutputStatus("sending", "Sending to <host>, 30 a second.")})
    assert not state.isHidden()
    assert "Sending to &lt;host&gt;, 30 a second." in state.text()
    assert state.property("role") == "secondary"
    section.show_statuses(
        {"vmc": OutputStatus("failed", "There is no such host.", "http://127.0.0.1:1/?a=1&b=2")}
    )
    assert state.property("role") == "danger"
    assert 'href="http://127.0.0.1:1/?a=1&amp;b=2"' in state.text()
    section.show_statuses({})
    assert state.isHidden()


def test_an_entered_address_gets_bones_until_it_is_taken_away(stand, anny):
    stand.run()
    with osc_receiver() as receiver:
        line = stand.panel.send.fields["vmc"].line
        enter(line, receiver.address)
        receiver.wait_for("/VMC/Ext/OK")
        stand.tick(1.0)
        state = stand.panel.send.fields["vmc"].state
        assert f"Nobody to send to {receiver.address}." in state.text() or "Looking for" in state.text()
        estimator = stand.pipeline.estimator
        estimator.template = anny
        result = replace(make_result(people=[posed_person(anny, 1, 1)]), leader=1)
        stand.session.outputs.put(result, estimator)
        receiver.wait_for("/VMC/Ext/Bone/Pos")
        enter(line, "")
        stand.tick(1.0)
        assert state.isHidden()
        assert receiver.messages("/VMC/Ext/OK")[-1][0] == 0


def test_an_entered_port_shows_the_picture_to_browsers_until_it_is_taken_away(stand):
    stand.run()
    line, state = (getattr(stand.panel.send.fields["page"], name) for name in ("line", "state"))
    enter(line, "0")
    stand.tick(1.0)
    address = re.search(r'href="(http://127\.0\.0\.1:\d+/)"', state.text())[1]
    assert "Waiting for the first picture." in state.text()
    stand.session.outputs.put(make_result(colour=(200, 40, 40)), stand.pipeline.estimator)
    with urllib.request.urlopen(f"{address}snapshot.jpg", timeout=10) as answer:
        picture = QImage.fromData(answer.read())
    assert picture.pixelColor(5, 5).red() > 180
    with urllib.request.urlopen(f"{address}stream", timeout=10):
        stand.tick(1.0)
        assert "1 viewer." in state.text()
    enter(line, "")
    stand.tick(1.0)
    assert state.isHidden()
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address, timeout=10)


def test_an_address_that_cannot_be_used_is_said_on_the_picture_with_a_way_to_change_it(stand):
    stand.run()
    enter(stand.panel.send.fields["vmc"].line, "host:0")
    stand.tick(1.0)
    assert "'host:0' is no address" in stand.banner()
    stand.page.toggle_panel()
    stand.stage.setFocus()
    stand.messages.banner.notice.action()
    assert stand.panel.send.fields["vmc"].line.hasFocus()
    enter(stand.panel.send.fields["vmc"].line, "")
    stand.tick(1.0)
    assert "address" not in stand.banner()


def test_it_is_kept_for_the_next_start_and_opened_with_the_source(stand, qtbot, tmp_path):
    stand.run()
    with osc_receiver() as receiver:
        enter(stand.panel.send.fields["vmc"].line, receiver.address)
        settings = stand.window.settings
        assert settings.options.vmc == receiver.address
