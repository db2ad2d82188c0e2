"""Which state of source, model and disk is said how on the live page, and what its buttons do."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app.gui.settings import Settings
from app.gui.window import MainWindow
from app.live.session import LiveSession
from app.live.sources.base import SourceError
from app.options import Options
from models.inference.store import ModelError
from tests.fakes.live_window import ScriptedPipeline, close_at_once, make_result, person


def test_loading_says_what_is_loaded_until_the_first_picture(stand):
    s = stand()
    s.tick()
    assert s.card() == ""  # a card for a moment would only flash
    s.tick(0.3)
    assert s.card() == "Starting"
    assert "Loading the mesh model" in s.messages.card.content.text
    s.run()
    assert s.card() == ""
    assert s.stage.result is not None


def test_a_gpu_that_stops_is_told_with_the_reason(stand):
    s = stand()
    s.pipeline.use_gpu()
    s.run()
    assert s.stage.readout.device_shown == "CUDA, RTX 4070"
    assert s.banner() == ""
    s.pipeline.estimator.cpu_reason = "The GPU stopped working; restart the program to try it again."
    s.pipeline.estimator.provider, s.pipeline.estimator.device_name = "CPUExecutionProvider", "a processor"
    s.tick()
    assert s.stage.readout.device_shown == "CPU"
    assert s.banner() == "The GPU stopped working; restart the program to try it again."
    s.tick(20)
    assert s.banner() == ""


def test_drawing_without_opengl_is_said_once(stand, monkeypatch):
    monkeypatch.setattr(ScriptedPipeline, "no_opengl", "OpenGL could not be started (no driver).")
    s = stand(settings=Settings(cpu_explained=True))
    s.run()
    assert s.banner() == "OpenGL does not work here, so the mesh is drawn more plainly"
    s.tick(20)
    assert s.banner() == ""
    s.page.change(model="other")
    s.run()
    assert s.banner() == ""


def test_a_pipeline_that_never_had_a_gpu_is_not_called_broken(stand):
    s = stand(settings=Settings(cpu_explained=True))
    s.pipeline.use_gpu()
    s.run()
    s.page.change(model="other")
    s.run()
    assert s.stage.readout.device_shown == "CPU"
    assert s.banner() == ""


def test_the_cpu_is_announced_until_it_was_explained(stand):
    s = stand()
    s.run()
    assert s.banner() == "Running on the CPU"
    s.messages.banner.notice.action()
    assert s.card() == "Why the CPU?"
    assert "There is no GPU here." in s.messages.card.content.text
    s.press(Qt.Key.Key_Escape)
    s.tick()
    assert s.card() == ""
    assert s.banner() == ""
    assert s.window.settings.cpu_explained


def test_nobody_in_view_is_said_quietly_after_five_seconds(stand):
    s = stand(settings=Settings(cpu_explained=True))
    s.run(people=())
    assert s.banner() == ""
    s.tick(5)
    assert s.banner() == "Nobody in view"
    s.pipeline.results = [make_result(9, [person()])]
    s.tick()
    assert s.banner() == ""


def test_a_model_of_hands_speaks_of_hands(stand):
    s = stand(settings=Settings(cpu_explained=True))
    s.pipeline.estimator.info.kind = "hand"
    s.run(people=())
    s.tick(5)
    assert s.banner() == "No hand in view"
    panel = s.panel
    assert (panel.followed.text(), panel.colours.text()) == ("HANDS", "A colour for each hand")
    panel.changed.emit({"model": "of-bodies"})
    s.run(people=())
    assert (panel.followed.text(), panel.colours.text()) == ("PEOPLE", "A colour for each person")


def test_a_lost_camera_is_said_and_may_be_tried_at_once(stand):
    s = stand()
    s.run()
    s.pipeline.source_state = "lost"
    s.tick()
    assert "Camera lost" in s.banner()
    s.pipeline.source_state = "ok"
    s.tick()
    assert "Camera lost" not in s.banner()
    s.pipeline.source_state = "lost"
    s.tick()
    first = s.pipeline
    s.messages.banner.notice.action()
    s.settle()
    assert first.stopped
    assert s.pipeline is not first


def test_without_any_camera_the_sample_runs_and_a_banner_says_so(stand):
    s = stand()
    s.pipeline.fail(SourceError("No camera was found."))
    s.tick()
    s.settle()
    assert s.pipeline.options.source == "sample"
    s.run()
    assert "sample clip" in s.banner()
    assert s.panel.source.choice.currentText() == "Sample (no camera)"
    assert s.card() == ""
    assert s.window.settings.options.source == ""  # the next start looks for a camera again
    s.messages.banner.notice.action()
    s.settle()
    assert s.pipeline.options.source == ""
    s.run()
    assert s.panel.source.choice.currentText() == "First camera"


def test_going_over_to_the_sample_keeps_the_card(stand, caplog):
    s = stand()
    s.tick(0.3)
    assert s.card() == "Starting"
    s.pipeline.fail(SourceError("No camera was found."))
    s.tick()
    assert s.card() == "Starting"  # rather than to go and to come again
    assert [record.getMessage() for record in caplog.records] == ["No camera was found."]


@pytest.mark.parametrize("camera", ["Front camera", "USB 2.0 Camera"])
def test_a_missing_chosen_camera_offers_sample_file_and_retry(stand, camera):
    s = stand(settings=Settings(options=Options(source=camera)))
    s.pipeline.fail(SourceError(f"{camera} could not be opened."))
    s.tick()
    assert s.card() == "No camera"
    choices = {choice.text: choice for choice in s.messages.card.content.choices}
    assert list(choices) == ["Use the sample", "Choose a file", "Retry"]
    choices["Retry"].action()
    s.settle()
    assert s.pipeline.options.source == camera
    assert len(s.made) == 2
    choices["Use the sample"].action()
    s.settle()
    assert s.pipeline.options.source == "sample"


def test_a_failure_is_a_sentence_with_details_and_a_report(stand):
    s = stand(settings=Settings(options=Options(source="/secret/folder/clip.mp4")))
    s.run()
    error = SourceError("There is no file /secret/folder/clip.mp4; check the name.")
    error.__cause__ = OSError("inner")
    s.pipeline.fail(error)
    s.tick()
    content = s.messages.card.content
    assert content.text == "There is no file clip.mp4; check the name."
    assert "OSError: inner" in content.details
    assert "secret" not in content.details
    assert s.stage.result is None
    next(choice for choice in content.choices if choice.text == "Copy report").action()
    copied = QApplication.clipboard().text()
    assert "SourceError" in copied
    assert "python" in copied


def test_a_model_that_fails_offers_the_bundled_one(stand):
    s = stand(settings=Settings(options=Options(model="mine")))
    s.pipeline.fail(ModelError("mine.onnx is damaged."))
    s.tick()
    choices = {choice.text: choice for choice in s.messages.card.content.choices}
    buttons = s.messages.card.findChildren(QPushButton)
    cut_off = [b.text() for b in buttons if b.width() < b.sizeHint().width()]
    assert len(buttons) == 4
    assert not cut_off
    choices["Use the bundled model"].action()
    s.settle()
    assert s.pipeline.options.model == ""


def test_an_unexpected_error_shows_no_internals(stand):
    s = stand()
    s.pipeline.fail(KeyError("vertices"))
    s.tick()
    assert "unexpected" in s.messages.card.content.text
    assert "vertices" not in s.messages.card.content.text


def test_a_pipeline_that_cannot_even_be_made_is_told(qtbot):
    def fail(options):
        raise RuntimeError("no memory")

    window = MainWindow(Settings(), LiveSession(fail, lambda: [], lambda: []))
    card = window.live_page.stage.messages.card
    qtbot.waitUntil(lambda: card.content is not None and bool(card.content.choices), timeout=60000)
    close_at_once(window)


def test_a_nearly_full_disk_is_told(stand, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=400_000_000))
    s = stand()
    s.run()
    s.tick()
    assert "400 MB" in s.banner()
