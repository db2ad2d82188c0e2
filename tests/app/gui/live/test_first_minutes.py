"""The first minutes: the cards of the first start, and the report of a problem."""

from PySide6.QtCore import Qt

from app.gui.settings import Settings
from app.gui.shortcuts import key
from app.live.sources.base import SourceError
from tests.fakes.keyboard import hold_key


def test_three_cards_are_shown_at_the_first_start_and_never_again(stand):
    s = stand(welcomed=False)
    s.tick()
    headings, texts = [], []
    while not s.window.settings.welcomed:
        headings.append(s.card())
        texts.append(s.messages.card.content.text)
        next(iter(s.choices().values()))()
        s.run()
    assert headings == ["1 of 3: What it sees", "2 of 3: What it stores", "3 of 3: How to record"]
    assert all(key(name) in texts[2] for name in ("record", "show_recordings", "show_keys"))
    assert s.card() == ""
    s.tick()
    assert s.card() == ""


def test_escape_skips_them(stand):
    s = stand(welcomed=False)
    s.run()
    assert s.card().startswith("1 of 3")
    s.press(Qt.Key.Key_Escape)
    assert s.window.settings.welcomed
    assert s.card() == ""


def test_the_sample_in_place_of_a_camera_leaves_them_there(stand):
    s = stand(welcomed=False)
    s.tick()
    s.pipeline.fail(SourceError("No camera was found."))
    s.tick()
    s.run()
    assert s.card().startswith("1 of 3")
    assert s.pipeline.options.source == "sample"


def test_what_failed_is_said_before_anything_else(stand):
    s = stand(welcomed=False, settings=Settings())
    s.tick()
    s.pipeline.fail(KeyError("vertices"))
    s.tick()
    assert s.card() == "This did not work"


def test_keys_work_under_them(stand):
    s = stand(welcomed=False)
    s.run()
    hold_key(s.stage, Qt.Key.Key_M)
    assert s.pipeline.options.mirror


def test_a_report_is_written_where_recordings_go_and_told(stand, tmp_path):
    s = stand(log_lines=["the camera was lost"])
    s.run()
    s.panel.report_wanted.emit()

    def told() -> bool:
        s.tick()
        return s.messages.toast.notice is not None

    s.qtbot.waitUntil(told, timeout=60000)
    (file,) = (tmp_path / "out").iterdir()
    assert file.name in s.messages.toast.notice.text
    assert "the camera was lost" in file.read_text()


def test_a_report_that_cannot_be_written_offers_another_folder(stand, tmp_path):
    (tmp_path / "out").write_text("a file")
    s = stand()
    s.run()
    s.panel.report_wanted.emit()

    def told() -> bool:
        s.tick()
        return s.banner() == "The report could not be written"

    s.qtbot.waitUntil(told, timeout=60000)
    assert s.messages.banner.notice.button == "Other folder"
