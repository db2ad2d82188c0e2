"""Who is who is put right in the player: swapped, joined, split, and taken back."""

import pytest
from PySide6.QtCore import Qt

from app.gui.play.people_dialog import PeopleDialog
from app.recordings.corrections import Correction, corrections_file, read_corrections
from tests.fakes.doll_recordings import record

pytestmark = pytest.mark.gl


def opened(s):
    s.press(Qt.Key.Key_P)
    (dialog,) = [each for each in s.page.findChildren(PeopleDialog) if each.isVisible()]
    return dialog


def reopened(s, row):
    s.wait(lambda: s.player.summary is not None and s.page.stage.result is not None)
    s.shown(row)


def test_people_are_swapped_from_the_shown_frame_on_and_back(stand, doll, tmp_path):
    path = record(tmp_path / "takes" / "a.h5", doll, people=lambda row: (1, 2))
    s = stand()
    s.enter(path)
    s.player.seek(1.05)
    s.press(Qt.Key.Key_I)
    s.shown(10)
    first = {person.id: person.translation[0] for person in s.page.stage.result.people}
    dialog = opened(s)
    assert (dialog.one.currentData(), dialog.other.currentData()) == (1, 2)
    assert not dialog.undo.isEnabled()
    dialog.swap.click()
    reopened(s, 10)
    assert read_corrections(path) == (Correction("swap", (1, 2), 10),)
    assert s.messages.toast.notice.text == "Swapped persons 1 and 2 from here on"
    swapped = {person.id: person.translation[0] for person in s.page.stage.result.people}
    assert swapped == {1: first[2], 2: first[1]}
    assert s.player.part.start_s == 1.0
    opened(s).undo.click()
    reopened(s, 10)
    assert not corrections_file(path).exists()
    back = {person.id: person.translation[0] for person in s.page.stage.result.people}
    assert back == first


def test_one_person_of_two_numbers_is_joined_and_split(stand, doll, tmp_path):
    path = record(tmp_path / "takes" / "a.h5", doll, people=lambda row: (1,) if row < 12 else (5,))
    s = stand()
    s.enter(path)
    dialog = opened(s)
    assert dialog.other.currentData() == 5
    dialog.merge.click()
    reopened(s, 0)
    assert list(s.player.summary.present) == [1]
    s.player.seek(1.85)
    s.shown(18)
    dialog = opened(s)
    assert not dialog.swap.isEnabled()  # there is nobody else
    dialog.split.click()
    reopened(s, 18)
    assert list(s.player.summary.present) == [1, 2]
    assert [person.id for person in s.page.stage.result.people] == [2]


def test_steps_that_do_not_fit_are_refused_in_words(stand, doll, tmp_path):
    path = record(tmp_path / "takes" / "a.h5", doll, people=lambda row: (1, 2))
    s = stand()
    s.enter(path)
    dialog = opened(s)
    dialog.merge.click()
    assert dialog.isVisible()
    assert dialog.message.text().startswith("Persons 1 and 2 are both in 24 frames")
    dialog.other.setCurrentIndex(0)
    dialog.swap.click()
    assert dialog.message.text() == "Choose two people."
    dialog.reject()
    assert not corrections_file(path).exists()


def test_a_folder_that_cannot_be_written_to_and_a_foreign_file_are_said(stand, doll, tmp_path, monkeypatch):
    path = record(tmp_path / "takes" / "a.h5", doll, people=lambda row: (1, 2))
    s = stand()
    s.enter(path)
    dialog = opened(s)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as closed:
        closed.setattr("app.recordings.corrections.replacing", refuse)
        dialog.swap.click()
    assert dialog.message.text() == "It could not be written beside the recording: permission denied"
    corrections_file(path).write_text("{}")
    dialog.swap.click()
    assert "a.people.json, which says who is who, cannot be used" in dialog.message.text()
    assert corrections_file(path).read_text() == "{}"
    dialog.reject()
