"""The outputs that options name: opened, fed, exchanged, and what they say when they cannot be."""

import importlib.util
import threading
from types import SimpleNamespace

import pytest

from app.live_out.live_out import LiveOut
from app.options import Options
from models.errors import UserError
from tests.fakes.live_window import make_result
from tests.fakes.osc_receiver import osc_receiver
from tests.fakes.waiting import wait_until


@pytest.fixture
def live_out():
    before = set(threading.enumerate())
    made = LiveOut()
    yield made
    made.close()
    assert set(threading.enumerate()) <= before


def test_nothing_is_open_unless_the_options_name_it(live_out):
    live_out.open(Options())
    assert live_out.statuses() == {}
    assert not live_out.wants_bones
    live_out.put(make_result(), SimpleNamespace(template=None))


def test_an_output_stays_open_until_the_options_name_another_address(live_out):
    with osc_receiver() as first, osc_receiver() as second:
        live_out.open(Options(vmc=first.address))
        assert live_out.wants_bones
        first.wait_for("/VMC/Ext/OK")
        threads = set(threading.enumerate())
        live_out.open(Options(vmc=first.address, people=2, source="sample"))
        assert set(threading.enumerate()) <= threads
        live_out.open(Options(vmc=second.address))
        second.wait_for("/VMC/Ext/OK")
        told = len(first.messages("/VMC/Ext/T"))
        second.wait_for("/VMC/Ext/T", lambda time_s: time_s > 0.9)
        assert len(first.messages("/VMC/Ext/T")) == told
        live_out.open(Options())
        assert live_out.statuses() == {}


def test_an_address_that_is_none_is_said_and_another_one_helps(live_out):
    live_out.open(Options(vmc="host:port"))
    status = live_out.statuses()["vmc"]
    assert status.state == "failed"
    assert "'host:port' is no address" in status.sentence
    assert not live_out.wants_bones
    with pytest.raises(UserError, match="'host:port' is no address"):
        live_out.raise_failure()
    live_out.open(Options(vmc="127.0.0.1"))
    assert live_out.statuses()["vmc"].state != "failed"
    live_out.raise_failure()


def test_a_host_that_is_not_there_is_said(live_out):
    live_out.open(Options(vmc="nowhere.invalid"))
    wait_until(lambda: live_out.statuses()["vmc"].state == "failed")
    assert "nowhere.invalid:39539 cannot be sent to (" in live_out.statuses()["vmc"].sentence


def test_a_missing_library_is_said_with_what_to_install(live_out, monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "pythonosc" else find(name, *rest)
    )
    live_out.open(Options(vmc="127.0.0.1"))
    sentence = live_out.statuses()["vmc"].sentence
    assert "python-osc" in sentence
    assert "[vmc]" in sentence


def test_it_opens_again_after_it_was_closed(live_out):
    with osc_receiver() as receiver:
        for _ in range(2):
            live_out.open(Options(vmc=receiver.address))
            receiver.wait_for("/VMC/Ext/OK")
            live_out.close()
            assert live_out.statuses() == {}
            receiver.datagrams.clear()


def test_where_somebody_can_look_is_told_once_it_is_open():
    told = []
    live_out = LiveOut(tell=told.append)
    live_out.open(Options(page="0"))
    live_out.open(Options(page="0", people=2))
    (sentence,) = told
    assert sentence.startswith(live_out.statuses()["page"].link + " Waiting")
    assert not live_out.wants_bones
    assert not live_out.wants_cutout
    live_out.open(Options(page="nothing"))
    assert len(told) == 1
    assert "'nothing' is no port such as 8080" in live_out.statuses()["page"].sentence
    live_out.close()
