"""The recordings page: what it says without recordings, and refining the motion."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt

from app.recordings.motion.refined_recording import RefinedRecording
from tests.fakes.doll_recordings import record
from tests.fakes.edited_recordings import edited

pytestmark = pytest.mark.gl


def test_without_recordings_it_says_how_to_make_one(stand):
    s = stand()
    s.enter()
    assert s.card() == "No recordings yet"
    assert "press R" in s.messages.card.content.text
    assert not s.page.header.export_button.isEnabled()
    assert s.page.header.export_button.toolTip() == "There is no recording open"
    left = []
    s.page.left.connect(lambda: left.append(True))
    s.choose("Back to live")
    assert left


def test_a_folder_that_cannot_be_made_is_told(stand, tmp_path):
    (tmp_path / "takes").write_text("a file")
    s = stand()
    s.enter()
    s.page.show_folder()
    assert s.messages.toast.notice.text == "The folder for recordings cannot be used"


def test_an_export_that_is_asked_for_while_refining_refines_too(stand, doll, tmp_path, monkeypatch):
    path, go_on = record(tmp_path / "takes" / "a.h5", doll), threading.Event()
    of = RefinedRecording.of

    def wait_and_refine(*words):
        go_on.wait(60)
        return of(*words)

    monkeypatch.setattr("app.gui.play.improvement.RefinedRecording.of", wait_and_refine)
    s = stand()
    s.enter(path)
    s.shown(0)
    s.press(Qt.Key.Key_C)
    s.page.export()
    assert s.page.dialog.refine.isChecked()
    go_on.set()
    s.wait(lambda: s.card() == "Refined")
    assert s.page.dialog.refine.isChecked()
    s.page.dialog.reject()
    assert s.page.header.refine_button.isChecked()
    assert s.page.header.refine_button.isEnabled()
    s.press(Qt.Key.Key_C)
    s.page.export()
    assert not s.page.dialog.refine.isChecked()  # the recorded motion is shown
    s.page.dialog.reject()


def test_cleaning_up_shows_figures_and_both_motions(stand, doll, tmp_path):
    rng = np.random.default_rng(0)
    path = record(tmp_path / "takes" / "a.h5", doll, people=lambda row: () if row in (12, 13) else (1,))
    with edited(path) as file:  # shake it
        file["people/translation"][...] += rng.normal(0, 0.01, file["people/translation"].shape)
    s = stand()
    s.enter(path)
    s.player.seek(0.5)
    s.shown(5)
    recorded = s.page.stage.result.people[0].translation
    s.press(Qt.Key.Key_C)
    s.wait(lambda: s.card() == "Refined")
    assert "Jitter: " in s.messages.card.content.text
    assert "Gaps filled: 2 frames" in s.messages.card.content.text
    s.wait(lambda: (s.page.stage.result.people[0].translation != recorded).any())
    assert s.page.header.refine_button.isChecked()
    assert s.player.transport.timeline.lanes[0].filled
    s.player.seek(1.25)
    s.shown(12)
    assert s.page.stage.result.people  # filled in
    s.press(Qt.Key.Key_C)
    s.wait(lambda: not s.page.stage.result.people)
    assert not s.page.header.refine_button.isChecked()
    s.page.export()
    assert not s.page.dialog.refine.isChecked()
    s.page.dialog.reject()
