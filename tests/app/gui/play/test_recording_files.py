"""Renaming, deleting and repairing recordings on their page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.recordings.library import RecordingLibrary
from tests.fakes.doll_recordings import FRAMES, damage, record

pytestmark = pytest.mark.gl


def test_renaming_renames_the_recording_and_its_video(stand, doll, tmp_path):
    takes = tmp_path / "takes"
    s = stand()
    s.enter(record(takes / "a.h5", doll, video=True))
    s.player.seek(1.5)
    s.press(Qt.Key.Key_F2)
    field = s.page.header.field
    assert field.isVisible()
    assert field.text() == "a"
    field.setText("Walk 1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sorted(file.name for file in takes.iterdir()) == ["Walk 1.h5", "Walk 1.mp4"]
    s.shown(15)
    assert s.player.summary.has_video
    assert s.page.header.name.text() == "Walk 1"
    s.wait(lambda: s.names() == ["Walk 1"])


def test_a_name_that_is_taken_is_refused_and_the_recording_plays_on(stand, doll, tmp_path):
    record(tmp_path / "takes" / "b.h5", doll)
    path = record(tmp_path / "takes" / "a.h5", doll)
    s = stand()
    s.enter(path)
    s.page.rename("b")
    assert "already" in s.banner()
    s.wait(lambda: s.player.summary is not None)
    assert path.is_file()
    assert s.player.path == path


def test_escape_leaves_the_old_name(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    s.press(Qt.Key.Key_F2)
    s.page.header.field.setText("other")
    QTest.keyClick(s.page.header.field, Qt.Key.Key_Escape)
    assert s.page.header.name.text() == "a"
    assert s.page.header.field.isHidden()
    assert (tmp_path / "takes" / "a.h5").is_file()


def test_opening_another_recording_gives_a_new_name_up(stand, doll, tmp_path):
    record(tmp_path / "takes" / "b.h5", doll)
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    s.press(Qt.Key.Key_F2)
    s.page.header.field.setText("other")
    s.page.open(tmp_path / "takes" / "b.h5")
    assert s.page.header.name.text() == "b"
    assert s.page.header.field.isHidden()
    assert (tmp_path / "takes" / "a.h5").is_file()


def test_a_card_in_place_of_another_has_room_for_its_buttons_at_once(stand, doll, tmp_path):
    path = tmp_path / "takes" / "a.h5"
    damage(record(path, doll))
    s = stand()
    s.enter(path)
    s.page.ask_to_delete()
    height = s.messages.card.height()
    QApplication.processEvents()
    s.messages.card.fit()
    assert s.messages.card.height() == height


def test_escape_keeps_a_damaged_recording_too(stand, doll, tmp_path):
    path = tmp_path / "takes" / "a.h5"
    damage(record(path, doll))
    s = stand()
    s.enter(path)
    s.wait(lambda: s.card() == "This recording is damaged")
    assert not s.page.step_back()  # nothing to close: back to live
    s.page.ask_to_delete()
    assert s.card() == "Delete this recording?"
    assert s.page.step_back()
    assert path.is_file()
    s.wait(lambda: s.card() == "This recording is damaged")


def test_deleting_asks_and_goes_to_the_next(stand, doll, tmp_path):
    takes = tmp_path / "takes"
    record(takes / "b.h5", doll, started_at="2025-01-01T00:00:00+00:00")
    path = record(takes / "a.h5", doll, video=True)
    s = stand()
    s.enter()
    s.wait(lambda: len(s.names()) == 2)
    s.press(Qt.Key.Key_Delete)
    assert s.card() == "Delete this recording?"
    assert "and its video" in s.messages.card.content.text
    s.choose("Keep")
    assert path.is_file()
    assert not s.binned
    s.press(Qt.Key.Key_Delete)
    s.choose("Delete")
    assert sorted(s.binned) == ["a.h5", "a.mp4"]
    s.wait(lambda: s.names() == ["b"] and s.player.summary is not None)
    assert s.player.path.name == "b.h5"
    s.press(Qt.Key.Key_Delete)
    s.choose("Delete")
    s.wait(lambda: s.card() == "No recordings yet")


def test_what_was_deleted_last_comes_back_with_its_video(stand, doll, tmp_path):
    takes = tmp_path / "takes"
    path = record(takes / "a.h5", doll, video=True)
    s = stand()
    s.enter(path)
    s.press(Qt.Key.Key_Delete)
    s.choose("Delete")
    assert list(takes.iterdir()) == []
    notice = s.messages.toast.notice
    assert (notice.text, notice.button) == ("Moved a to the bin", "Undo")
    s.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    s.wait(lambda: s.player.summary is not None)
    assert sorted(file.name for file in takes.iterdir()) == ["a.h5", "a.mp4"]
    assert s.player.path == path
    assert s.messages.toast.notice.text == "Brought a back"
    s.wait(lambda: s.names() == ["a"])
    s.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # there is nothing more to bring back
    assert s.messages.toast.notice.text == "Brought a back"


def test_what_is_not_in_the_bin_any_more_does_not_come_back(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    s.page.ask_to_delete()
    s.choose("Delete")
    (s.bin / "a.h5").unlink()
    s.messages.toast.notice.action()
    assert s.messages.toast.notice.level == "danger"
    assert "could not be brought back" in s.messages.toast.notice.text


def test_nothing_is_brought_back_over_another_recording(stand, doll, tmp_path):
    path = tmp_path / "takes" / "a.h5"
    s = stand()
    s.enter(record(path, doll))
    s.page.ask_to_delete()
    s.choose("Delete")
    path.write_bytes(b"another one")
    s.messages.toast.notice.action()
    assert "could not be brought back" in s.messages.toast.notice.text
    assert path.read_bytes() == b"another one"
    assert (s.bin / "a.h5").is_file()


def test_without_a_bin_it_asks_once_more(stand, doll, tmp_path):
    path = record(tmp_path / "takes" / "a.h5", doll)
    s = stand(bin_works=False)
    s.enter(path)
    s.page.ask_to_delete()
    s.choose("Delete")
    assert s.card() == "There is no bin here"
    assert path.is_file()
    s.choose("Delete for good")
    assert not path.exists()
    s.wait(lambda: s.card() == "No recordings yet")


def test_a_list_from_before_a_deletion_brings_nothing_back(stand, doll, tmp_path, monkeypatch):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    s.wait(lambda: s.names() == ["a"])
    entries = s.page.list.entries
    s.page.ask_to_delete()
    s.choose("Delete")
    s.wait(lambda: s.card() == "No recordings yet")
    monkeypatch.setattr(RecordingLibrary, "take", lambda library: entries)
    s.tick()
    assert s.names() == []
    assert s.player.path is None


def test_a_damaged_recording_offers_repair_and_stays_as_it_is(stand, doll, tmp_path):
    path = damage(record(tmp_path / "takes" / "a.h5", doll))
    content = path.read_bytes()
    s = stand()
    s.enter()
    s.wait(lambda: s.card() == "This recording is damaged")
    assert not s.player.transport.isEnabled()
    assert s.page.header.export_button.toolTip() == "This recording cannot be read"
    s.choose("Repair")
    s.wait(lambda: s.player.path.name == "a.repaired.h5" and s.player.summary is not None)
    assert "were saved" in s.messages.toast.notice.text
    assert path.read_bytes() == content
    assert 0 < len(s.player.summary.times_s) <= FRAMES


def test_a_hopeless_recording_gets_a_sentence(stand, tmp_path):
    (tmp_path / "takes").mkdir()
    (tmp_path / "takes" / "empty.h5").write_bytes(b"")
    s = stand()
    s.enter()
    s.wait(lambda: s.card() == "This recording is damaged")
    s.choose("Repair")
    s.wait(lambda: "is empty" in s.banner())
