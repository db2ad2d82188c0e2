"""A booth that is stuck: begun anew, then ended; and what the service manager hears of it."""

import configparser
import datetime
import logging
import socket
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.booth.settings import BoothSettings
from app.booth.stuck_watch import END_S, STUCK_S
from models.program import HOME
from tests.fakes.hand_clock import HandClock


@pytest.fixture
def manager(tmp_path, monkeypatch):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.setblocking(False)
        monkeypatch.chdir(tmp_path)
        channel.bind("notify")
        monkeypatch.setenv("NOTIFY_SOCKET", "notify")
        monkeypatch.setenv("WATCHDOG_USEC", "6000000")
        yield channel


def heard(channel):
    """What the manager was told, line by line."""
    lines = []
    while True:
        try:
            lines += channel.recv(1000).decode().split("\n")
        except BlockingIOError:
            return lines


def look(b, seconds=0.0):
    b.one.now += seconds
    b.one.page.tick()
    b.one.window.caretaker.tick()


def test_a_stuck_stage_is_begun_anew(booth, caplog):
    b = booth()
    b.go(None, 1)
    first, caretaker = b.one.pipeline, b.one.window.caretaker
    first.silent = ("mesh", STUCK_S)
    with caplog.at_level(logging.WARNING):
        look(b)
    assert "mesh has been stuck for 10 s" in caplog.text
    b.one.settle()
    assert first.stopped
    assert b.one.pipeline is not first
    assert caretaker.restarts == 1
    b.one.pipeline.state = "running"
    b.go(None, 2)
    look(b)
    assert not caretaker.gave_up
    assert b.one.window.isVisible()


def test_what_stays_stuck_ends_the_program(booth, caplog):
    b = booth()
    b.go(None, 1)
    b.one.pipeline.silent = ("capture", STUCK_S)
    look(b)
    b.one.settle()
    look(b, END_S - STUCK_S)
    assert b.one.window.caretaker.gave_up
    assert not b.one.window.isVisible()
    assert "capture is stuck" in caplog.text or "session is stuck" in caplog.text


def test_a_camera_that_is_away_is_not_stuck(booth):
    b = booth()
    b.go(None, 1)
    first = b.one.pipeline
    first.silent, first.source_state = ("capture", 3600.0), "lost"
    for _ in range(20):
        look(b, 60)
    assert b.one.pipeline is first
    assert b.one.window.caretaker.restarts == 0


NIGHT = datetime.datetime(2026, 3, 2, 3, 59, 30).timestamp()


@pytest.fixture
def at_night(booth):
    """A booth that is to be started afresh at four, half a minute before that."""

    def build():
        upkeep = replace(BoothSettings().upkeep, restart_at="04:00")
        wall = HandClock(NIGHT)
        b = booth(replace(BoothSettings(), upkeep=upkeep), wall_clock=wall.now)
        return b, wall, b.one.window.caretaker

    return build


def test_at_its_time_an_idle_booth_ends_to_be_started_afresh(at_night):
    b, wall, caretaker = at_night()
    b.go(None, 1)
    look(b)
    assert b.one.window.isVisible()
    wall.seconds += 60
    look(b)
    assert caretaker.starts_afresh
    assert not b.one.window.isVisible()
    assert not caretaker.gave_up


def test_a_visitor_is_not_sent_away_by_it(at_night):
    b, wall, caretaker = at_night()
    b.go(1, 8)
    wall.seconds += 60
    look(b)
    assert not caretaker.starts_afresh
    while b.director.state != "idle":
        b.go(None, 0.25)
    if not caretaker.starts_afresh:  # the window looks too
        look(b)
    assert caretaker.starts_afresh


def test_nor_is_the_staff(at_night):
    b, wall, caretaker = at_night()
    b.go(None, 1)
    wall.seconds += 60
    caretaker.tick(staff_is_there=True)
    assert not caretaker.starts_afresh
    caretaker.tick()
    assert caretaker.starts_afresh


def test_nor_is_a_recording_cut_that_is_still_being_finished(at_night):
    b, wall, caretaker = at_night()
    b.go(None, 1)
    wall.seconds += 60
    recorder = UnfinishedRecorder()
    b.one.recorder = recorder
    b.one.session.record(Path("nowhere"))
    look(b)
    assert not caretaker.starts_afresh
    recorder.state = "finished"
    b.one.session.follow_recording()
    look(b)
    assert caretaker.starts_afresh


class UnfinishedRecorder:
    """A recorder of whose file the last moments are still to be written."""

    state = "recording"

    def status(self):
        return SimpleNamespace(state=self.state, seconds=1, size_bytes=1, dropped=0, path=Path("a.h5"))

    def stop(self, timeout=0.0):
        return self.status()


def test_by_default_no_night_ends_it(booth):
    wall = HandClock(NIGHT)
    b = booth(wall_clock=wall.now)
    b.go(None, 1)
    for _ in range(30):
        wall.seconds += 3000
        look(b)
    assert not b.one.window.caretaker.starts_afresh


def test_the_service_manager_hears_that_it_is_ready_and_well(booth, manager):
    b = booth()
    b.one.pipeline.state = "loading"
    look(b)
    assert heard(manager) == []
    b.one.pipeline.state = "running"
    b.go(None, 1)
    look(b, 5)
    lines = heard(manager)
    assert lines[0] == "READY=1"
    assert lines.count("READY=1") == 1
    assert "WATCHDOG=1" in lines
    assert any(line.startswith("STATUS=idle, 0 visits") for line in lines)
    for _ in range(12):
        look(b, 0.5)
    told = defaultdict(int)
    for line in heard(manager):
        told[line.partition("=")[0]] += 1
    assert told["WATCHDOG"] in (3, 4)  # every two of six seconds
    b.one.pipeline.silent = ("mesh", STUCK_S)
    look(b, 3)
    look(b, 3)
    assert heard(manager) == []  # it is not well
    b.one.window.close()
    assert "STOPPING=1" in heard(manager)


def test_the_unit_file_waits_for_what_is_told_and_begins_again(manager):
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(HOME / "docs" / "fastmetro-booth.service", encoding="utf-8")
    service = unit["Service"]
    assert service["Type"] == "notify"
    assert service["Restart"] == "always"
    assert service["RestartPreventExitStatus"] == "0"  # the staff has ended it
    assert int(service["WatchdogSec"]) > END_S  # the program itself comes first
    assert "live --booth" in service["ExecStart"]
