"""What systemd is told, by a socket that takes its place."""

import os
import socket
import sys

import pytest

from app.system.service_manager import ServiceManager

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no service manager there")


@pytest.fixture
def manager(tmp_path, monkeypatch):
    """The socket of a service manager."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.settimeout(10)
        monkeypatch.chdir(tmp_path)  # a socket's path must be short
        channel.bind("notify")
        monkeypatch.setenv("NOTIFY_SOCKET", "notify")
        yield channel


def test_states_are_told_a_line_each(manager):
    assert ServiceManager().tell("READY=1", "STATUS=idle")
    assert manager.recv(1000) == b"READY=1\nSTATUS=idle"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has abstract addresses")
def test_an_abstract_address_is_understood(monkeypatch):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.settimeout(10)
        name = f"fastmetro-test-{os.getpid()}"
        channel.bind("\0" + name)
        monkeypatch.setenv("NOTIFY_SOCKET", "@" + name)
        assert ServiceManager().tell("WATCHDOG=1")
        assert channel.recv(1000) == b"WATCHDOG=1"


def test_without_a_manager_nobody_is_told(monkeypatch, tmp_path):
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    assert not ServiceManager().tell("READY=1")
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "gone"))
    assert not ServiceManager().tell("READY=1")


@pytest.mark.parametrize(
    ("variables", "seconds"),
    [
        ({}, 0.0),
        ({"WATCHDOG_USEC": "60000000"}, 60.0),
        ({"WATCHDOG_USEC": "60000000", "WATCHDOG_PID": str(os.getpid())}, 60.0),
        ({"WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "1"}, 0.0),  # another process is meant
        ({"WATCHDOG_USEC": "soon"}, 0.0),
    ],
)
def test_how_often_somebody_waits_for_it(monkeypatch, variables, seconds):
    for name in ("WATCHDOG_USEC", "WATCHDOG_PID"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ServiceManager().watchdog_s == seconds
