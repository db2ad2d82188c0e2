"""The export dialog writes what was chosen and says what it wrote."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.recordings.export.formats import FORMATS
from app.recordings.part import Part
from tests.fakes.doll_recordings import FRAMES, record

pytestmark = pytest.mark.gl


def test_the_dialog_exports_and_shows_what_it_wrote(stand, doll, tmp_path, monkeypatch):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll, people=lambda row: (1, 2)))
    shown = []
    monkeypatch.setattr("app.gui.play.page.show_folder", shown.append)
    s.press(Qt.Key.Key_E)
    dialog = s.page.dialog
    assert dialog.kind == "glb"
    assert not dialog.view.isEnabled()
    assert not dialog.rate.isEnabled()
    dialog.formats["npz"].setChecked(True)
    assert dialog.rate.isEnabled()
    assert "recorded, 10 a second" in dialog.rate.itemText(0)
    dialog.person.setCurrentIndex(2)
    dialog.refine.setChecked(True)
    output = tmp_path / "out.npz"
    monkeypatch.setattr(
        "app.gui.play.export_dialog.QFileDialog.getSaveFileName", lambda *_: (str(output), "")
    )
    dialog.export_button.click()
    s.qtbot.waitUntil(lambda: not dialog.is_busy, timeout=60000)
    assert dialog.message.text().startswith(f"Wrote out.npz.\nPerson 2, {FRAMES} frames: ")
    with np.load(output) as arrays:
        assert "filled" in arrays
        assert len(arrays["vertices"]) == FRAMES
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []
    dialog.show_button.click()
    assert shown == [output.parent]
    written, output = output.read_bytes(), tmp_path / "out"  # without its ending nobody asks to replace it
    dialog.export_button.click()
    s.qtbot.waitUntil(lambda: not dialog.is_busy, timeout=60000)
    assert dialog.message.text().startswith("Wrote out (2).npz.")
    assert (tmp_path / "out.npz").read_bytes() == written
    dialog.formats["glb"].setChecked(True)
    dialog.export_to(tmp_path / "out.glb")
    s.qtbot.waitUntil(lambda: not dialog.is_busy, timeout=60000)
    assert "not installed" in dialog.message.text()
    assert not (tmp_path / "out.glb").exists()
    dialog.reject()
    assert s.page.dialog is None


def test_in_and_out_points_are_shown_and_exported(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    timeline, transport = s.player.transport.timeline, s.player.transport
    s.player.seek(0.55)
    s.press(Qt.Key.Key_I)
    s.player.seek(1.25)
    s.press(Qt.Key.Key_O)
    assert timeline.part == Part(0.5, 1.2)
    assert transport.in_button.isChecked()
    assert transport.out_button.isChecked()
    assert "Not exported" in timeline.text_at(0.4)
    assert "Not exported" not in timeline.text_at(0.6)
    s.page.rename("b")
    s.wait(lambda: s.player.summary is not None)
    assert timeline.part == Part(0.5, 1.2)
    s.press(Qt.Key.Key_E)
    dialog = s.page.dialog
    assert dialog.part.currentText() == "From 0:00.50 to 0:01.20"
    dialog.formats["npz"].setChecked(True)
    for index, frames in ((0, 8), (1, FRAMES)):
        dialog.part.setCurrentIndex(index)
        dialog.export_to(tmp_path / f"{index}.npz")
        s.qtbot.waitUntil(lambda: not dialog.is_busy, timeout=60000)
        with np.load(tmp_path / f"{index}.npz") as arrays:
            assert len(arrays["vertices"]) == frames
    dialog.reject()


def test_points_go_away_when_set_again_and_yield_to_each_other(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    for seconds, key, part in (
        (1.0, Qt.Key.Key_O, Part(None, 1.0)),
        (1.5, Qt.Key.Key_I, Part(1.5, None)),
        (2.0, Qt.Key.Key_O, Part(1.5, 2.0)),
        (2.0, Qt.Key.Key_O, Part(1.5, None)),
        (1.0, Qt.Key.Key_O, Part(None, 1.0)),
    ):
        s.player.seek(seconds)
        s.press(key)
        assert s.player.part == part
    s.player.transport.out_button.click()
    assert s.player.part == Part()
    assert not s.player.transport.out_button.isChecked()
    s.page.export()
    assert s.page.dialog.part.currentText() == "The whole recording"
    s.page.dialog.reject()
    s.page.leave()
    s.press(Qt.Key.Key_I)  # nothing is open
    assert s.player.part == Part()


def test_what_a_format_is_for_is_not_cut_off(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    s.page.export()
    QApplication.processEvents()
    labels = s.page.dialog.findChildren(QLabel)
    uses = [label for label in labels if label.text() in {form.use for form in FORMATS.values()}]
    assert len(uses) == len(FORMATS)
    assert [label.text() for label in uses if label.width() < label.sizeHint().width()] == []
    s.page.dialog.reject()
