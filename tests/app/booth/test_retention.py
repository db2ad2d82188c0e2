"""Recordings of visitors are deleted in time, and nothing else ever is."""

import json
import logging
import os

import pytest

from app.booth.retention import LIST, Retention
from app.recordings.reserve import reserve_of
from models.errors import UserError

HOUR = 3600.0
NOON = 1_800_000_000.0


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def noted(folder, *recordings, at=NOON):
    retention = Retention(folder, 24)
    for name in recordings:
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
        retention.note(folder / name, at)
    return retention


def test_what_is_over_its_time_is_deleted_and_not_before(tmp_path, caplog):
    folder = tmp_path / "booth"
    retention = noted(folder, "a.h5")
    retention.note(folder / "b.h5", NOON + 2 * HOUR)
    (folder / "b.h5").write_bytes(b"x")
    assert retention.sweep(NOON + 23.9 * HOUR) == 0
    with caplog.at_level(logging.WARNING):
        assert retention.sweep(NOON + 24 * HOUR) == 1
    assert "1 files of visits were deleted, 1 are kept" in caplog.text
    assert "a.h5" not in caplog.text  # counts, no names
    assert names(folder) == ["b.h5", LIST]
    assert retention.sweep(NOON + 27 * HOUR) == 1
    assert names(folder) == [LIST]


def test_the_list_outlives_the_program(tmp_path):
    noted(tmp_path, "a.h5")
    assert Retention(tmp_path, 1).sweep(NOON + 2 * HOUR) == 1
    assert not (tmp_path / "a.h5").exists()


def test_files_of_others_stay(tmp_path):
    retention = noted(tmp_path, "a.h5")
    (tmp_path / "mine.h5").write_bytes(b"x")
    (tmp_path / "notes.txt").write_bytes(b"x")
    retention.sweep(NOON + 1000 * HOUR)
    assert names(tmp_path) == [LIST, "mine.h5", "notes.txt"]


@pytest.mark.parametrize(
    "name", ["../a.h5", "/etc/passwd", "notes.txt", "sub/a.h5", "..\\a.h5", ".hidden.h5", ""]
)
def test_a_list_that_leads_elsewhere_is_refused(tmp_path, name):
    folder = tmp_path / "booth"
    folder.mkdir()
    outside = tmp_path / "a.h5"
    outside.write_bytes(b"x")
    (folder / LIST).write_text(json.dumps({name: 0}))
    with pytest.raises(UserError, match="is damaged"):
        Retention(folder, 1)
    assert outside.exists()


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a.h5": "noon"}', '{"a.h5": null}'])
def test_a_damaged_list_is_told(tmp_path, content):
    (tmp_path / LIST).write_text(content)
    with pytest.raises(UserError, match="is damaged"):
        Retention(tmp_path, 1)


def test_what_cannot_be_deleted_is_tried_again(tmp_path, caplog):
    retention = noted(tmp_path, "a.h5")
    (tmp_path / "a.h5").unlink()
    (tmp_path / "a.h5").mkdir()  # nobody's permission helps to unlink a folder
    assert retention.sweep(NOON + 25 * HOUR) == 0
    assert "cannot be deleted" in caplog.text
    (tmp_path / "a.h5").rmdir()
    (tmp_path / "a.h5").write_bytes(b"x")
    assert retention.sweep(NOON + 26 * HOUR) == 1


def test_what_somebody_deleted_is_forgotten(tmp_path):
    retention = noted(tmp_path, "a.h5")
    (tmp_path / "a.h5").unlink()
    assert retention.sweep(NOON + 25 * HOUR) == 0
    assert json.loads((tmp_path / LIST).read_text()) == {}


def test_the_space_that_a_killed_recording_held_goes_too(tmp_path):
    retention = noted(tmp_path, "a.h5")
    reserve = reserve_of(tmp_path / "a.h5")
    reserve.write_bytes(b"x")
    os.utime(reserve, (NOON - 1e9, NOON - 1e9))
    retention.sweep(NOON + 25 * HOUR)
    assert names(tmp_path) == [LIST]


def test_a_clock_that_was_wrong_keeps_nothing_for_ever(tmp_path):
    retention = noted(tmp_path, "a.h5", at=NOON + 100_000 * HOUR)
    assert retention.sweep(NOON) == 0
    assert Retention(tmp_path, 24).sweep(NOON + 24 * HOUR) == 1


def test_all_that_was_made_of_a_visit_goes_at_once(tmp_path):
    retention = noted(tmp_path, "a.h5", "a.mp4", "a clip.mp4", "a photo 1.jpg")
    (tmp_path / "b.h5").write_bytes(b"x")
    retention.note(tmp_path / "b.h5", NOON + HOUR)
    assert retention.visits == 2
    assert retention.of_last_visit() == ("b.h5",)
    assert retention.delete(["a.h5", "a.mp4", "a clip.mp4", "a photo 1.jpg", "mine.h5"])
    assert names(tmp_path) == ["b.h5", LIST]
    assert retention.visits == 1


def test_only_what_is_on_the_list_is_deleted_on_demand(tmp_path):
    retention = noted(tmp_path, "a.h5")
    (tmp_path / "mine.h5").write_bytes(b"x")
    assert retention.delete(["mine.h5"])
    assert names(tmp_path) == ["a.h5", LIST, "mine.h5"]


def test_what_cannot_be_deleted_on_demand_goes_with_the_next_sweep(tmp_path):
    retention = noted(tmp_path, "a.h5")
    (tmp_path / "a.h5").unlink()
    (tmp_path / "a.h5").mkdir()
    assert not retention.delete(["a.h5"])
    (tmp_path / "a.h5").rmdir()
    (tmp_path / "a.h5").write_bytes(b"x")
    assert Retention(tmp_path, 24).sweep(NOON) == 1
