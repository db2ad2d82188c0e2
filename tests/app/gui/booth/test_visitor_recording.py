"""Visitors are recorded once they consent, alone, until they go; the folder is searched for anything else."""

import datetime
import time
from dataclasses import replace

import numpy as np
import pytest

from app.booth.retention import LIST
from app.booth.settings import BoothSettings
from app.recordings.reader import Recording
from app.recordings.recorder import Recorder, new_recording_path
from app.recordings.schema import RecordingInfo
from models.body.joints import FASTMETRO14
from tests.fakes.doll_recordings import person as doll_person
from tests.fakes.live_window import make_result

HANDS = [FASTMETRO14.index(name) for name in ("L_Wrist", "R_Wrist")]


@pytest.fixture
def visitors(booth, tmp_path, doll):
    """A booth that records into a folder with real recorders."""
    folder = tmp_path / "booth"

    def begin(into):
        facts = {"source": "test", "width": 64, "height": 48, "model": "tiny", "model_version": "1"}
        body = {"body": doll.name, "kind": "body", "template_sha256": doll.sha256}
        at = "2026-01-02T03:04:05+00:00"
        info = RecordingInfo(**facts, **body, joint_names=FASTMETRO14, started_at=at)
        return Recorder(new_recording_path(into, datetime.datetime.now()), info, doll, live=True)

    def build(**changes):
        settings = replace(BoothSettings().visitors, record=True, folder=str(folder), **changes)
        b = booth(replace(BoothSettings(), visitors=settings))
        b.one.recorder = begin
        return Visitors(b, folder, doll)

    return build


class Visitors:
    def __init__(self, b, folder, doll):
        self.b, self.folder, self.doll, self.index = b, folder, doll, 0
        self.recording = b.director.visitor_recording

    def go(self, leader, seconds, arms_up=False, others=()):
        """Let people stand there; who is in front may hold the arms up."""
        one = self.b.one
        for _ in range(round(seconds / 0.25)):
            self.index += 1
            ids = [i for i in (leader, *others) if i is not None]
            people = tuple(self.person(i, arms_up and i == leader) for i in ids)
            result = make_result(self.index, people, captured_at=one.now)
            pipeline = one.pipeline
            if pipeline.recorder is not None:
                recorded = tuple(p for p in people if pipeline.only in (None, p.id))
                pipeline.recorder.put(result.frame, recorded)
            pipeline.results = [replace(result, leader=leader)]
            one.tick(0.25)
            self.b.director.tick()

    def person(self, person_id, arms_up):
        joints = np.full((14, 2), (32, 30), np.float32)
        joints[HANDS] = (32, 10 if arms_up else 40)
        joints[FASTMETRO14.index("Head")] = (32, 20)
        return replace(doll_person(self.doll, self.index, person_id), joints_2d=joints)

    def finish(self):
        """Wait for a recording to be finished."""
        session = self.b.one.session
        deadline = time.monotonic() + 60
        while session.is_recording and time.monotonic() < deadline:
            self.b.one.tick(0.6)

    def files(self):
        return sorted(path.name for path in self.folder.iterdir()) if self.folder.exists() else []


def test_nothing_is_stored_before_somebody_consents(visitors):
    v = visitors()
    v.go(1, 8)
    v.go(1, 1.5, arms_up=True)  # not long enough
    v.go(1, 1)
    v.go(2, 7)
    v.go(None, 1)
    assert v.files() == []


def test_who_consents_is_recorded_alone_until_they_go(visitors):
    v = visitors()
    v.go(1, 7, others=(2,))
    assert "No picture is stored" in v.recording.offer.accessibleName()
    assert "24 hours" in v.recording.offer.accessibleName()
    v.go(1, 3, arms_up=True, others=(2,))
    assert v.b.one.session.is_recording
    assert v.recording.offer.isVisible()
    v.go(1, 5, others=(2,))
    v.go(None, 5)
    assert not v.recording.offer.isVisible()
    v.finish()
    *names, listed = v.files()
    assert listed == LIST
    assert len(names) == 1  # no video, and nothing of before
    with Recording(v.folder / names[0]) as recording:
        people = [person.id for frame in recording.frames() for person in frame.people]
        assert set(people) == {1}
        assert len(people) > 15


def test_who_takes_the_lead_has_not_consented(visitors):
    v = visitors()
    v.go(1, 6)
    v.go(1, 3, arms_up=True)
    assert v.b.one.session.is_recording
    v.go(2, 0.5, others=(1,))
    assert v.b.one.pipeline.recorder is None
    v.go(2, 7, others=(1,))
    v.finish()
    assert len(v.files()) == 2  # the one recording, and the list


def test_the_gesture_counts_only_while_its_meaning_is_said(visitors):
    v = visitors()
    v.go(1, 6)
    v.b.one.page.change(view="orbit")
    v.go(1, 5, arms_up=True)
    assert not v.recording.offer.isVisible()
    assert v.files() == []


def test_hands_of_the_greeting_do_not_count(visitors):
    v = visitors()
    v.go(1, 4.5, arms_up=True)
    assert v.b.director.state == "greet"
    assert v.files() == []


def test_recordings_go_when_their_hours_are_over(visitors, monkeypatch):
    v = visitors(retention_hours=1.0)
    v.go(1, 6)
    v.go(1, 3, arms_up=True)
    v.go(None, 5)
    v.finish()
    assert len(v.files()) == 2
    wall = time.time()
    monkeypatch.setattr(v.recording, "_wall_clock", lambda: wall + 3601)
    v.b.one.now += 3601
    v.go(None, 1)
    assert v.files() == [LIST]


def test_by_default_nobody_is_asked(booth):
    b = booth()
    b.go(1, 8)
    assert b.director.state == "active"
    assert not b.director.visitor_recording.offer.isVisible()


def test_a_folder_that_cannot_be_written_is_logged_and_the_booth_goes_on(visitors, caplog):
    v = visitors()
    v.folder.write_text("a file is in the way")
    v.go(1, 6)
    v.go(1, 3, arms_up=True)
    assert "a visitor cannot be recorded" in caplog.text
    assert v.b.director.state == "active"
    assert not v.b.one.session.is_recording


def test_a_closed_booth_ends_the_recording(visitors):
    v = visitors()
    v.go(1, 6)
    v.go(1, 3, arms_up=True)
    recorder = v.b.one.pipeline.recorder
    v.b.one.window.close()
    assert recorder.status().state == "finished"
