"""Visitors are recorded once they consent, alone, until they go; the folder is searched for anything else."""

import time

from app.booth.retention import LIST
from app.recordings.reader import Recording


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
