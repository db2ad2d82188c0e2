"""The list of recordings: what is in it, in which order, with which facts and pictures."""

import datetime
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from app.gui.play.recording_list import display_date, facts
from app.recordings.library import Entry
from app.recordings.reader import Recording
from app.recordings.recorder import new_recording_path
from app.recordings.reserve import claim_reserve
from app.recordings.schema import RecordingError
from tests.fakes.doll_recordings import damage, record

pytestmark = pytest.mark.gl


def test_the_list_has_pictures_of_recordings_with_other_people(stand, doll, tmp_path):
    record(tmp_path / "takes" / "a.h5", doll, people=lambda row: (1,))
    record(tmp_path / "takes" / "b.h5", doll, people=lambda row: (2, 7))
    s = stand()
    s.enter()
    s.wait(lambda: len(s.names()) == 2 and all(entry.thumbnail is not None for entry in s.page.list.entries))


def test_the_list_has_all_recordings_with_facts_and_pictures_newest_first(stand, doll, tmp_path):
    takes = tmp_path / "takes"
    record(takes / "old.h5", doll, started_at="2025-01-01T00:00:00+00:00", video=True)
    record(takes / "new.h5", doll, people=lambda row: (1, 2) if row > 5 else (1,))
    damage(record(takes / "broken.h5", doll))
    (takes / "notes.txt").write_text("not a recording")
    s = stand()
    s.enter()
    s.wait(lambda: len(s.names()) == 3 and all(e.thumbnail is not None for e in s.page.list.entries[1:]))
    assert s.names() == ["broken", "new", "old"]  # the damaged one was written just now
    broken, new, old = s.page.list.entries
    assert broken.state == "damaged"
    assert "damaged" in broken.problem
    assert (new.people, new.length_s, old.has_video) == (2, pytest.approx(2.3), True)
    assert old.size_bytes == sum((takes / f"old{end}").stat().st_size for end in (".h5", ".mp4"))
    assert new.thumbnail.shape == (128, 192, 3)
    assert np.ptp(new.thumbnail) > 100
    assert s.player.path == takes / "new.h5"  # the newest that can be played


def test_nothing_lies_beside_the_recordings_afterwards(stand, doll, tmp_path):
    record(tmp_path / "takes" / "a.h5", doll)
    s = stand()
    s.enter()
    s.wait(lambda: s.page.list.entries and s.page.list.entries[0].thumbnail is not None)
    assert [file.name for file in (tmp_path / "takes").iterdir()] == ["a.h5"]


def test_a_recording_from_elsewhere_joins_the_list(stand, doll, tmp_path):
    record(tmp_path / "takes" / "here.h5", doll)
    s = stand()
    s.enter(record(tmp_path / "elsewhere" / "there.h5", doll))
    s.wait(lambda: sorted(s.names()) == ["here", "there"])
    assert s.player.path.name == "there.h5"
    assert s.page.list.entry.name == "there"


def test_a_recording_in_progress_is_not_called_damaged(stand, doll, tmp_path):
    path = record(tmp_path / "takes" / "now.h5", doll)
    code = f"import h5py; file = h5py.File({str(path)!r}, 'r+'); print(flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as another:
        another.stdout.readline()
        s = stand()
        s.enter()
        s.wait(lambda: s.names() and s.card())
        assert s.page.list.entries[0].state == "in progress"
        assert s.card() == "Being recorded"
        with pytest.raises(RecordingError, match=r"now\.h5 is being recorded"):
            Recording(path)
        another.communicate(b"\n")


def test_a_recording_that_was_killed_is_not_in_progress_for_ever(stand, doll, tmp_path):
    takes = tmp_path / "takes"
    damage(record(takes / "killed.h5", doll))
    (takes / ".killed.h5.reserve").write_bytes(b"")
    s = stand()
    s.enter()
    s.wait(lambda: s.card() == "This recording is damaged")
    claim_reserve(new_recording_path(takes, datetime.datetime.now()))
    assert not (takes / ".killed.h5.reserve").exists()


def test_facts_and_dates_are_words():
    at = datetime.datetime(2026, 3, 4, 15, 6).astimezone()
    entry = Entry(Path("a.h5"), at, 5_000_000, length_s=83.4, people=2, has_video=True)
    assert facts(entry) == "1:23 · 2 people · video"
    assert display_date(entry, at.date()) == "Today, 15:06"
    assert display_date(entry, at.date() + datetime.timedelta(1)) == "Yesterday, 15:06"
    assert display_date(entry, at.date() + datetime.timedelta(9)) == "4 Mar 2026, 15:06"
