"""A played recording moves an avatar."""

import numpy as np
import pytest

from models.body.humanoid import HUMAN_PARENTS
from tests.fakes.doll_recordings import record
from tests.fakes.osc_receiver import osc_receiver
from tests.fakes.play_stand import PlayStand
from tests.fakes.recorded_take import TIMES, record_take


@pytest.fixture
def stand(qtbot, tmp_path):
    made = PlayStand(qtbot, tmp_path)
    yield made
    made.page.shut_down()


@pytest.mark.gl
def test_what_is_shown_is_sent_until_the_page_is_left(stand, tmp_path, anny):
    path = tmp_path / "take.h5"
    record_take(anny, path)
    with osc_receiver() as receiver:
        stand.player.avatar.open(receiver.address)
        stand.enter(path)
        _, *first = receiver.wait_for("/VMC/Ext/Bone/Pos", lambda name, *_: name == "Neck")
        stand.player.seek(float(TIMES[-1]))
        stand.shown(len(TIMES) - 1)
        stand.wait(lambda: receiver.messages("/VMC/Ext/OK")[-1][0] == 1)
        receiver.wait_for(
            "/VMC/Ext/Bone/Pos", lambda name, *pose: name == "Neck" and not np.allclose(pose, first)
        )
        assert {name for name, *_ in receiver.messages("/VMC/Ext/Bone/Pos")} == set(HUMAN_PARENTS)
        stand.wait(lambda: f" · Sending to {receiver.address}" in stand.page.header.facts.text())
        stand.page.leave()
        receiver.wait_for("/VMC/Ext/OK", lambda loaded, *_: loaded == 0)
        stand.tick()
        assert "Sending" not in stand.page.header.facts.text()


@pytest.mark.gl
def test_a_recording_whose_body_is_not_installed_says_so(stand, tmp_path, doll):
    record(tmp_path / "doll.h5", doll)
    with osc_receiver() as receiver:
        stand.player.avatar.open(receiver.address)
        stand.enter(tmp_path / "doll.h5")
        stand.wait(lambda: "is not installed" in stand.page.header.facts.text())
        assert {ok[0] for ok in receiver.messages("/VMC/Ext/OK")} == {0}


def test_an_address_that_is_none_is_said(stand):
    stand.player.avatar.open("host:0")
    stand.tick()
    assert "'host:0' is no address" in stand.page.header.facts.text()
    stand.player.avatar.open("")
    stand.tick()
    assert stand.page.header.facts.text() == ""
