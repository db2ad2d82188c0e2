"""The window: what its keys and controls do, which state shows what, and that it leaves nothing behind."""

import gc
import threading
import time
from dataclasses import replace
from types import SimpleNamespace

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QSpinBox,
)

from app.gui.application import without_loans
from app.gui.live.paint_timings import STAGES, Timings
from app.gui.settings import Settings, load_settings, save_settings
from app.gui.widgets import theme
from app.gui.window import MainWindow
from app.live.pipeline import LivePipeline, MeshStep
from app.live.session import LiveSession
from app.live.sources import Camera, SourceError, open_source
from app.options import Options
from app.recordings.file import Recording
from app.recordings.video_recorder import QUEUE_PICTURES, VideoKeeper
from app.system import errors
from app.system.files import free_bytes
from app.types import Frame, Person, Result, StageTimes
from models.camera.crop import CropBox
from models.inference.store import ModelError
from tests.fakes.keyboard import hold_key
from tests.fakes.tiny_model import DollDetector, draw_doll, make_model, make_template
from tests.trials.recording_trials import filmed_recorder, picture

STAGE_S = StageTimes(wait=0.004, detect=0.001, mesh=0.010, smooth=0.001, draw=0.003)


def person(x: float = 0.0) -> Person:
    return Person(
        id=1,
        score=1.0,
        crop=CropBox(np.array([32.0, 32.0], np.float32), 64.0),
        vertices=np.zeros((3, 3), np.float32),
        joints=np.full((14, 3), x, np.float32),
        camera=np.ones(3, np.float32),
        translation=np.zeros(3, np.float32),
        focal_px=100.0,
        joints_2d=np.zeros((14, 2), np.float32),
        box_xyxy=np.zeros(4, np.float32),
    )


SOMEBODY = (person(),)


def result(index: int = 0, people=(), size=(64, 48), colour=(200, 40, 40)) -> Result:
    width, height = size
    image = np.full((height, width, 3), colour, np.uint8)
    return Result(Frame(index, image, time.perf_counter() - 0.03, index / 30), tuple(people), image, STAGE_S)


class ScriptedPipeline:
    """Stands in for the pipeline: the test decides its state and its results."""

    def __init__(self, options: Options) -> None:
        self.options, self.state, self.status, self.error = options, "loading", "Loading the mesh model", None
        self.source_state, self.replaced, self.is_paused = "ok", 3, False
        self.estimator = SimpleNamespace(
            provider="CPUExecutionProvider",
            device_name="a processor",
            cpu_reason="There is no GPU here.",
            info=SimpleNamespace(kind="body"),
        )
        rate = SimpleNamespace(rate=lambda now: 29.97)
        self.meters = SimpleNamespace(camera=rate, mesh=rate)
        self.results: list[Result] = []
        self.stopped = False

    def start(self) -> None:
        pass

    def record(self, recorder) -> None:
        pass

    def stop(self, timeout: float = 5.0) -> bool:
        self.stopped = True
        return True

    def take(self) -> Result | None:
        return self.results.pop() if self.results else None

    def set_options(self, options: Options) -> None:
        self.options = options

    def pause(self) -> None:
        self.is_paused = True

    def resume(self) -> None:
        self.is_paused = False

    def fail(self, error: Exception) -> None:
        self.error, self.state = error, "failed"


class Stand:
    """A window on scripted pipelines, with a clock that the test turns."""

    def __init__(self, qtbot, tmp_path, settings=None, **chosen) -> None:
        self.qtbot, self.now, self.made = qtbot, 100.0, []
        self.is_plugged, self.looks = False, []

        def make(options: Options) -> ScriptedPipeline:
            self.made.append(ScriptedPipeline(options))
            return self.made[-1]

        def try_camera() -> None:
            self.looks.append(threading.current_thread())
            if not self.is_plugged:
                raise SourceError("No camera was found.")

        cameras = [Camera(0, "Front camera", 200), Camera(2, "Desk camera", 200)]
        settings = settings or Settings(recordings_folder=str(tmp_path / "out"))
        session = LiveSession(make, lambda: cameras, lambda: [], try_camera)  # type: ignore[arg-type]
        self.window = MainWindow(settings, session, clock=lambda: self.now, **chosen)
        self.window._timer.stop()  # the test ticks
        self.window.show()
        self.session = session
        self.settle()

    @property
    def pipeline(self) -> ScriptedPipeline:
        assert self.session.pipeline is self.made[-1]
        return self.made[-1]

    def settle(self) -> None:
        """Wait for the session's thread to have done what it was asked."""
        done = lambda: self.session.pipeline is not None and self.session.cameras is not None  # noqa: E731
        self.qtbot.waitUntil(done, timeout=5000)

    def tick(self, seconds: float = 0.015) -> None:
        self.now += seconds
        self.window._tick()
        QApplication.processEvents()

    def run(self, people=SOMEBODY, count: int = 1) -> None:
        """Bring pictures onto the screen."""
        self.settle()
        self.pipeline.state, self.pipeline.status = "running", ""
        for i in range(count):
            self.pipeline.results = [result(i, people)]
            self.tick()
        self.tick(0.6)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.stage, key, modifier)

    def banner(self) -> str:
        notice = self.window.banner.notice
        return notice.text if notice and not self.window.banner.isHidden() else ""

    def card(self) -> str:
        content = self.window.card.content
        return content.heading if content and not self.window.card.isHidden() else ""


@pytest.fixture(scope="module")
def dressed(qapp):
    theme.dress(qapp)


def close(window: MainWindow) -> None:
    """Close a window and give all it holds back now."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def stand(dressed, qtbot, tmp_path):
    before = set(threading.enumerate())
    stands = []

    def build(**chosen) -> Stand:
        stands.append(Stand(qtbot, tmp_path, **chosen))
        return stands[-1]

    yield build
    for made in stands:
        close(made.window)
        assert all(pipeline.stopped for pipeline in made.made)
    assert set(threading.enumerate()) <= before


# Keys and controls


def test_space_pauses_and_goes_on(stand):
    s = stand()
    s.run()
    s.press(Qt.Key.Key_Space)
    assert s.pipeline.is_paused and s.window.readout.text_shown == "Paused"
    s.press(Qt.Key.Key_Space)
    assert not s.pipeline.is_paused


def test_a_key_held_down_does_its_work_once(stand, tmp_path):
    s = stand()
    s.run()
    for key in (
        Qt.Key.Key_Space,
        Qt.Key.Key_F,
        Qt.Key.Key_M,
        Qt.Key.Key_D,
        Qt.Key.Key_Tab,
        Qt.Key.Key_S,
        Qt.Key.Key_V,
    ):
        hold_key(s.window.stage, key)
    assert s.pipeline.is_paused and s.window.isFullScreen()
    assert s.window.settings.details_open and s.window.settings.panel_open
    assert s.window.options == Options(mirror=True, view="mesh")
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_the_keys_that_turn_and_zoom_go_on_while_they_are_held(stand):
    s = stand(settings=Settings(options=Options(view="orbit")))
    before = s.window.options
    s.press(Qt.Key.Key_Right)
    s.press(Qt.Key.Key_Plus)
    once = s.window.options
    hold_key(s.window.stage, Qt.Key.Key_Right)
    hold_key(s.window.stage, Qt.Key.Key_Plus)
    turned = once.orbit_yaw_deg - before.orbit_yaw_deg
    assert s.window.options.orbit_yaw_deg == pytest.approx(before.orbit_yaw_deg + 3 * turned)
    assert s.window.options.orbit_zoom == pytest.approx(once.orbit_zoom**3)


def test_m_mirrors_and_the_panel_follows(stand):
    s = stand()
    s.press(Qt.Key.Key_M)
    assert s.pipeline.options.mirror and s.window.panel.mirror.isChecked()
    s.press(Qt.Key.Key_M)
    assert not s.pipeline.options.mirror and not s.window.panel.mirror.isChecked()


def test_v_goes_through_all_views_and_comes_back(stand):
    s = stand()
    seen = []
    for _ in range(4):
        s.press(Qt.Key.Key_V)
        seen.append(s.pipeline.options.view)
    assert seen == ["mesh", "side_by_side", "orbit", "overlay"]


def test_tab_opens_and_closes_the_panel(stand):
    s = stand()
    for open_ in (True, False):
        s.press(Qt.Key.Key_Tab)
        assert s.window.settings.panel_open is open_
        expected = s.window.centralWidget().width() - (theme.PANEL_WIDTH if open_ else 0)
        s.qtbot.waitUntil(lambda width=expected: s.window.stage.width() == width, timeout=3000)
        s.qtbot.waitUntil(lambda open_=open_: s.window.panel.isVisible() is open_, timeout=3000)


def test_a_panel_that_was_left_open_has_the_windows_height(stand):
    s = stand(settings=Settings(panel_open=True))
    s.tick()
    assert s.window.panel.height() == s.window.stage.height() > 600
    s.window.resize(1100, 640)
    s.tick()
    assert s.window.panel.height() == s.window.stage.height() == 640


def test_d_shows_details_whose_stages_add_up(stand):
    s = stand()
    s.run(count=5)
    s.press(Qt.Key.Key_D)
    s.tick()
    assert s.window.details.isVisible()
    shown = [label.text() for label in s.window.details._stage_values]
    numbers = [float(text.removesuffix(" ms")) for text in shown]
    assert sum(numbers[:-1]) == pytest.approx(numbers[-1], abs=0.4)
    assert "3 frames" in s.window.details._replaced.text()


def test_f_fills_the_screen_and_escape_leaves(stand):
    s = stand()
    s.press(Qt.Key.Key_F)
    assert s.window.isFullScreen()
    s.press(Qt.Key.Key_Escape)
    assert not s.window.isFullScreen()


def test_s_saves_the_picture_as_it_is_shown(stand, tmp_path):
    s = stand()
    s.press(Qt.Key.Key_S)
    assert not (tmp_path / "out").exists()  # there is no picture yet
    s.run()
    s.press(Qt.Key.Key_S)
    s.press(Qt.Key.Key_S)
    saved = sorted((tmp_path / "out").glob("*.png"))
    assert len(saved) == 2
    assert (cv2.imread(str(saved[0]))[..., ::-1] == s.window.stage.result.picture).all()
    assert s.window.toast.notice.text.startswith("Saved")
    s.tick(6)
    assert s.window.toast.isHidden()


def test_a_snapshot_that_cannot_be_saved_says_so(stand, tmp_path):
    (tmp_path / "file").write_text("in the way")
    s = stand(settings=Settings(recordings_folder=str(tmp_path / "file" / "out")))
    s.run()
    s.press(Qt.Key.Key_S)
    s.tick()
    assert "could not be saved" in s.banner()


def test_o_opens_the_chosen_file(stand, monkeypatch):
    s = stand()
    monkeypatch.setattr("app.gui.window.QFileDialog.getOpenFileName", lambda *_: ("/films/walk.mp4", ""))
    s.press(Qt.Key.Key_O)
    s.settle()
    assert s.pipeline.options.source == "/films/walk.mp4"
    assert s.window.panel.source.currentText() == "walk.mp4"


def test_ctrl_comma_goes_to_the_settings_and_escape_back(stand):
    s = stand()
    s.window.activateWindow()
    s.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert s.window.settings.panel_open and s.window.focusWidget() is s.window.panel.source
    QTest.keyClick(s.window.focusWidget(), Qt.Key.Key_Escape)
    assert s.window.focusWidget() is s.window.stage


def test_space_presses_the_control_that_has_the_focus(stand):
    s = stand()
    s.run()
    s.window.bar.view_button.setFocus()
    QTest.keyClick(s.window.bar.view_button, Qt.Key.Key_Space)
    assert s.window.options.view == "mesh" and not s.pipeline.is_paused


def test_typing_an_address_presses_no_key_of_the_window(stand):
    s = stand(settings=Settings(panel_open=True))
    s.window.panel.stream.show()
    s.window.panel.stream.setFocus()
    QTest.keyClicks(s.window.panel.stream, "rtsp://porch/dmsv ")
    assert s.window.options == Options()
    QTest.keyClick(s.window.panel.stream, Qt.Key.Key_Return)
    s.settle()
    assert s.pipeline.options.source == "rtsp://porch/dmsv"


def test_ctrl_q_closes(stand):
    s = stand()
    s.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not s.window.isVisible()


def test_dragging_turns_the_eye_in_the_orbit_view_alone(stand):
    s = stand()
    for view, turns in (("overlay", False), ("orbit", True)):
        s.window.change(view=view)
        before = s.window.options.orbit_yaw_deg
        QTest.mousePress(s.window.stage, Qt.MouseButton.LeftButton, pos=s.window.stage.rect().center())
        QTest.mouseMove(s.window.stage, s.window.stage.rect().center() + QPointF(50, 0).toPoint())
        QTest.mouseRelease(s.window.stage, Qt.MouseButton.LeftButton)
        assert (s.window.options.orbit_yaw_deg != before) is turns
    s.press(Qt.Key.Key_Plus)
    assert s.window.options.orbit_zoom > 1
    QTest.mouseDClick(s.window.stage, Qt.MouseButton.LeftButton)
    assert s.window.options.orbit_zoom == 1 and s.window.options.orbit_yaw_deg == Options().orbit_yaw_deg


def test_a_dropped_file_is_opened(stand, tmp_path):
    s = stand()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "clip.mp4"))])
    drop = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    s.window.dropEvent(drop)
    s.settle()
    assert s.pipeline.options.source == str(tmp_path / "clip.mp4")


def test_a_toast_never_lies_on_the_bar(stand, monkeypatch):
    monkeypatch.setattr("app.gui.window.QCursor.pos", lambda: QPoint(-1, -1))
    s = stand()
    s.run()
    for _ in range(2):
        s.tick(3.0)
    assert not s.window.bar.is_wanted
    s.window.resize(1100, 640)
    s.press(Qt.Key.Key_S)
    s.window.stage.mouse_moved.emit()
    s.tick()
    assert s.window.bar.is_wanted and s.window.toast.isVisible()
    s.window.bar.arrange()  # where it slides to
    assert not s.window.toast.geometry().intersects(s.window.bar.geometry())


def test_the_panel_changes_the_options(stand):
    s = stand(settings=Settings(panel_open=True))
    panel, made = s.window.panel, len(s.made)
    panel.fov.slider.setValue(75)
    panel.people.button("several").click()
    panel.most_people.setValue(4)
    panel.show_.button("skeleton").click()
    panel.view.button("side_by_side").click()
    panel.colours.click()
    panel.smoothing.slider.setValue(100)
    expected = Options(
        fov_deg=75.0, people=4, show="skeleton", view="side_by_side", colour_per_person=False, smoothing=0.0
    )
    assert s.pipeline.options == expected and len(s.made) == made  # nothing was loaded again
    assert panel.smoothing.value_shown == "0 ms"
    assert not panel.opacity.isEnabled() and "mesh" in panel.opacity.slider.toolTip()
    panel.show_.button("mesh").click()
    panel.opacity.slider.setValue(40)
    assert s.pipeline.options.opacity == pytest.approx(0.4)


def test_choosing_a_camera_by_name_opens_it(stand):
    s = stand(settings=Settings(panel_open=True))
    s.run()
    source = s.window.panel.source
    source.setCurrentIndex(source.findText("Desk camera"))
    source.activated.emit(source.currentIndex())
    s.settle()
    assert s.pipeline.options.source == "Desk camera" and s.made[0].stopped


def test_every_control_has_a_tooltip_and_a_name(stand):
    s = stand(settings=Settings(panel_open=True, details_open=True))
    s.run()
    s.window.panel.stream.show()
    kinds = (QAbstractButton, QComboBox, QLineEdit, QSpinBox, QAbstractSlider)
    controls = [
        widget
        for kind in kinds
        for widget in s.window.findChildren(kind)
        if widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and widget.parent() is not None
        and type(widget).__name__ not in ("QScrollBar",)
    ]
    assert len(controls) > 20
    for widget in controls:
        named = f"{type(widget).__name__} {widget.accessibleName()!r}"
        assert widget.toolTip(), named
        assert widget.accessibleName(), named
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QLineEdit), named


def test_tooltips_name_the_keys(stand):
    bar = stand().window.bar
    for button, key in (
        (bar.record_button, "R"),
        (bar.snapshot_button, "S"),
        (bar.pause_button, "Space"),
        (bar.view_button, "V"),
        (bar.full_screen_button, "F"),
        (bar.panel_button, "Tab"),
    ):
        assert f"({key})" in button.toolTip()


# States


def test_loading_says_what_is_loaded_until_the_first_picture(stand):
    s = stand()
    s.tick()
    assert s.card() == ""  # a card for a moment would only flash
    s.tick(0.3)
    assert s.card() == "Starting" and "Loading the mesh model" in s.window.card.content.text
    s.run()
    assert s.card() == "" and s.window.stage.result is not None


def test_the_readout_shows_rate_latency_and_the_cpu(stand):
    s = stand()
    s.run(count=10)
    assert s.window.readout.isVisible()
    text = s.window.readout.text_shown
    assert " FPS · " in text and text.endswith(" ms") and "–" not in text
    assert s.window.readout.device_shown == "CPU"


def use_gpu(pipeline: ScriptedPipeline) -> None:
    pipeline.estimator.provider, pipeline.estimator.device_name = "CUDAExecutionProvider", "RTX 4070"
    pipeline.estimator.cpu_reason = ""


def test_a_gpu_that_stops_is_told_with_the_reason(stand):
    s = stand()
    use_gpu(s.pipeline)
    s.run()
    assert s.window.readout.device_shown == "CUDA, RTX 4070" and s.banner() == ""
    s.pipeline.estimator.cpu_reason = "The GPU stopped working; restart the program to try it again."
    s.pipeline.estimator.provider, s.pipeline.estimator.device_name = "CPUExecutionProvider", "a processor"
    s.tick()
    assert s.window.readout.device_shown == "CPU"
    assert s.banner() == "The GPU stopped working; restart the program to try it again."
    s.tick(20)
    assert s.banner() == ""


def test_a_pipeline_that_never_had_a_gpu_is_not_called_broken(stand):
    s = stand(settings=Settings(cpu_explained=True))
    use_gpu(s.pipeline)
    s.run()
    s.window.change(model="other")
    s.run()
    assert s.window.readout.device_shown == "CPU" and s.banner() == ""


def test_the_cpu_is_announced_until_it_was_explained(stand):
    s = stand()
    s.run()
    assert s.banner() == "Running on the CPU"
    s.window.banner.notice.action()
    assert s.card() == "Why the CPU?" and "There is no GPU here." in s.window.card.content.text
    s.press(Qt.Key.Key_Escape)
    s.tick()
    assert s.card() == "" and s.banner() == "" and s.window.settings.cpu_explained


def test_nobody_in_view_is_said_quietly_after_five_seconds(stand):
    s = stand(settings=Settings(cpu_explained=True))
    s.run(people=())
    assert s.banner() == ""
    s.tick(5)
    assert s.banner() == "Nobody in view"
    s.pipeline.results = [result(9, [person()])]
    s.tick()
    assert s.banner() == ""


def test_a_model_of_hands_speaks_of_hands(stand):
    s = stand(settings=Settings(cpu_explained=True))
    s.pipeline.estimator.info.kind = "hand"
    s.run(people=())
    s.tick(5)
    assert s.banner() == "No hand in view"
    panel = s.window.panel
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
    s.window.banner.notice.action()
    s.settle()
    assert first.stopped and s.pipeline is not first


def test_without_any_camera_the_sample_runs_and_a_banner_says_so(stand):
    s = stand()
    s.pipeline.fail(SourceError("No camera was found."))
    s.tick()
    s.settle()
    assert s.pipeline.options.source == "sample"
    s.run()
    assert "sample clip" in s.banner() and s.card() == ""
    assert s.window.settings.options.source == ""  # the next start looks for a camera again
    s.window.banner.notice.action()
    s.settle()
    assert s.pipeline.options.source == ""


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
    choices = {choice.text: choice for choice in s.window.card.content.choices}
    assert list(choices) == ["Use the sample", "Choose a file", "Retry"]
    choices["Retry"].action()
    s.settle()
    assert s.pipeline.options.source == camera and len(s.made) == 2
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
    content = s.window.card.content
    assert content.text == "There is no file clip.mp4; check the name."
    assert "OSError: inner" in content.details and "secret" not in content.details
    assert s.window.stage.result is None
    next(choice for choice in content.choices if choice.text == "Copy report").action()
    copied = QApplication.clipboard().text()
    assert "SourceError" in copied and "python" in copied


def test_a_model_that_fails_offers_the_bundled_one(stand):
    s = stand(settings=Settings(options=Options(model="mine")))
    s.pipeline.fail(ModelError("mine.onnx is damaged."))
    s.tick()
    choices = {choice.text: choice for choice in s.window.card.content.choices}
    buttons = s.window.card.findChildren(QPushButton)
    cut_off = [b.text() for b in buttons if b.width() < b.sizeHint().width()]
    assert len(buttons) == 4 and not cut_off
    choices["Use the bundled model"].action()
    s.settle()
    assert s.pipeline.options.model == ""


def test_an_unexpected_error_shows_no_internals(stand):
    s = stand()
    s.pipeline.fail(KeyError("vertices"))
    s.tick()
    assert "unexpected" in s.window.card.content.text and "vertices" not in s.window.card.content.text


def test_a_pipeline_that_cannot_even_be_made_is_told(qtbot):
    def fail(options):
        raise RuntimeError("no memory")

    window = MainWindow(Settings(), LiveSession(fail, lambda: [], lambda: []))
    qtbot.waitUntil(
        lambda: window.card.content is not None and bool(window.card.content.choices), timeout=5000
    )
    window.close()


def test_a_nearly_full_disk_is_told(stand, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=400_000_000))
    s = stand()
    s.run()
    s.tick()
    assert "0.4 GB" in s.banner()


def test_a_folder_that_cannot_be_made_offers_another(stand, tmp_path):
    (tmp_path / "out").write_text("a file")
    s = stand()
    s.run()
    s.window.panel.folder_shown.emit()
    s.tick()
    assert s.banner() == "The folder for recordings cannot be used"
    assert s.window.banner.notice.button == "Other folder"


class Take:
    """A recording with its video, begun by R in a window on scripted pipelines."""

    def __init__(self, s: Stand, path) -> None:
        self.s, self.path = s, path
        self.recorder = filmed_recorder(path)
        s.session.record = lambda folder: self.recorder
        s.press(Qt.Key.Key_R)

    def put(self, count: int, first=None) -> None:
        for i in range(count):
            image = picture(i) if i or first is None else first
            self.recorder.put(Frame(i, image, i / 30, i / 30), ())

    def follow_to_its_end(self) -> None:
        def has_ended() -> bool:
            self.s.tick(0.6)
            return self.recorder.status().state != "recording"

        self.s.qtbot.waitUntil(has_ended, timeout=10000)
        self.s.tick(0.6)


def test_a_video_that_failed_is_told_when_the_recording_ends(stand, tmp_path):
    s = stand()
    s.run()
    take = Take(s, tmp_path / "a.h5")
    take.put(5, first=np.zeros((64, 64, 2), np.uint8))  # no picture at all
    s.press(Qt.Key.Key_R)
    take.follow_to_its_end()
    notice = s.window.toast.notice
    assert notice.level == "warning" and notice.button == "Play it"
    assert notice.text.startswith("Recorded a.h5") and "ends early" in notice.text


def test_pictures_that_the_video_lacks_are_told_when_the_recording_ends(stand, tmp_path, monkeypatch):
    go_on = threading.Event()
    next_picture = VideoKeeper._next
    monkeypatch.setattr(VideoKeeper, "_next", lambda self: go_on.wait(30) and next_picture(self))
    s = stand()
    s.run()
    take = Take(s, tmp_path / "a.h5")
    take.put(QUEUE_PICTURES + 5)
    go_on.set()
    s.press(Qt.Key.Key_R)
    take.follow_to_its_end()
    notice = s.window.toast.notice
    assert notice.level == "warning"
    assert notice.text.endswith(f"the pictures of 5 of {QUEUE_PICTURES + 5} frames")


@pytest.mark.parametrize("how", ["Esc", "button", "next recording"])
def test_a_failed_recording_stays_told_until_it_was_seen(stand, tmp_path, monkeypatch, how):
    s = stand()
    s.run()
    take = Take(s, tmp_path / "a.h5")
    with monkeypatch.context() as full:
        full.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1000))
        take.put(5)
        take.follow_to_its_end()
    s.tick(60)
    assert "The disk is full" in s.banner() and "a.h5" in s.banner()
    if how == "Esc":
        s.press(Qt.Key.Key_Escape)
    elif how == "button":
        monkeypatch.setattr("app.gui.window.QFileDialog.getExistingDirectory", lambda *_: "")
        s.window.banner.notice.action()
    else:
        Take(s, tmp_path / "b.h5")
    s.tick()
    assert "The disk is full" not in s.banner()


def test_free_space_is_that_of_the_nearest_folder_that_exists(tmp_path):
    assert free_bytes(tmp_path / "not" / "yet") == pytest.approx(free_bytes(tmp_path), rel=0.1)


def test_the_bar_goes_when_the_mouse_rests_and_comes_back(stand):
    s = stand(settings=Settings(cpu_explained=True))
    s.run()
    s.window._note_mouse()
    s.tick()
    assert s.window.bar.is_wanted
    s.tick(3.1)
    assert not s.window.bar.is_wanted
    s.window.stage.mouse_moved.emit()
    s.tick()
    assert s.window.bar.is_wanted


def test_what_cannot_be_done_is_disabled_and_says_why(stand):
    s = stand()
    s.tick(0.6)
    bar = s.window.bar
    assert not bar.snapshot_button.isEnabled() and "no picture" in bar.snapshot_button.toolTip()
    assert not bar.pause_button.isEnabled() and "nothing to pause" in bar.pause_button.toolTip()
    assert not bar.record_button.isEnabled() and bar.record_button.toolTip()
    s.run()
    assert bar.snapshot_button.isEnabled() and bar.pause_button.isEnabled()


def test_the_booth_shows_no_controls_and_tries_again_by_itself(stand, tmp_path, caplog):
    s = stand(is_booth=True)
    s.run()
    assert s.window.isFullScreen() and s.window.readout.isHidden() and not s.window.bar.is_wanted
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_F, Qt.Key.Key_R, Qt.Key.Key_S):
        s.press(key)
    QTest.mouseDClick(s.window.stage, Qt.MouseButton.LeftButton)
    assert not (tmp_path / "out").exists()
    assert s.window.isFullScreen() and not s.window.settings.panel_open
    first = s.pipeline
    first.fail(RuntimeError("driver"))
    s.tick()
    assert s.card() == "Just a moment" and s.window.card.content.choices == ()
    s.tick(6)
    s.settle()
    assert s.pipeline is not first
    s.pipeline.fail(RuntimeError("driver"))
    s.tick()
    assert s.card() == "Just a moment"
    assert caplog.text.count("RuntimeError: driver") == 1  # all night long


def test_a_booth_without_a_camera_looks_for_one_while_the_sample_plays(stand):
    s = stand(is_booth=True)
    s.pipeline.fail(SourceError("No camera was found."))
    s.tick()
    s.settle()
    sample = s.pipeline
    assert sample.options.source == "sample"
    s.run()
    for looks in (1, 2, 3):
        s.qtbot.waitUntil(lambda looks=looks: len(s.looks) == looks, timeout=5000)
        s.tick(6)
    s.qtbot.waitUntil(lambda: len(s.looks) == 4, timeout=5000)
    assert s.pipeline is sample and not sample.stopped and s.card() == ""
    assert threading.main_thread() not in s.looks
    s.is_plugged = True
    s.tick(6)
    s.qtbot.waitUntil(lambda: s.session.camera_is_there, timeout=5000)
    s.tick()
    s.settle()
    assert sample.stopped and s.pipeline.options.source == ""
    s.run()
    s.tick(60)
    assert len(s.looks) == 5  # the camera is not looked for while it is shown


def test_a_camera_in_use_elsewhere_or_without_pictures_is_not_there(monkeypatch, qtbot):
    class Capture:
        is_free, gives_pictures, given_back, tried = False, False, 0, 0

        def isOpened(self):  # noqa: N802
            Capture.tried += 1
            return Capture.is_free

        def read(self):
            return Capture.gives_pictures, np.zeros((4, 4, 3), np.uint8)

        def get(self, prop):
            return 0.0

        def release(self):
            Capture.given_back += 1

    monkeypatch.setattr("app.live.sources.list_cameras", lambda: [Camera(0, "Front camera", 200)])
    monkeypatch.setattr("app.live.sources.open_camera", lambda camera: Capture())
    monkeypatch.setattr("app.live.session.FIRST_PICTURE_S", 0.3)
    session = LiveSession()

    def look():
        session.look_for_camera()
        qtbot.waitUntil(lambda: not session._is_trying_camera, timeout=5000)
        assert Capture.given_back == Capture.tried > 0
        return session.camera_is_there

    assert not look()
    Capture.is_free = True
    assert not look()
    Capture.gives_pictures = True
    assert look()
    session.close()


def test_a_driver_that_hangs_while_a_booth_looks_for_a_camera_holds_nothing_up(qtbot):
    hangs = threading.Event()
    made = []

    def make(options):
        made.append(ScriptedPipeline(options))
        return made[-1]

    session = LiveSession(make, lambda: [], lambda: [], lambda: hangs.wait(30))  # type: ignore[arg-type]
    session.look_for_camera()
    session.open(Options(source="sample"))
    qtbot.waitUntil(lambda: session.pipeline is not None, timeout=5000)
    begun = time.monotonic()
    session.close()
    assert time.monotonic() - begun < 10
    hangs.set()
    qtbot.waitUntil(lambda: not session._is_trying_camera, timeout=5000)
    assert not session.camera_is_there  # another pipeline had been asked for


def test_outside_a_booth_only_the_person_looks_for_a_camera_again(stand):
    s = stand()
    s.is_plugged = True
    s.pipeline.fail(SourceError("No camera was found."))
    s.tick()
    s.run()
    s.tick(60)
    assert s.pipeline.options.source == "sample" and not s.looks
    assert "plug one in" in s.banner() and s.window.banner.notice.button == "Retry"


# The picture


def test_the_picture_keeps_its_shape(stand):
    s = stand()
    s.run()
    rect = s.window.stage.picture_rect()
    assert rect.width() / rect.height() == pytest.approx(64 / 48, rel=0.01)
    assert s.window.stage.rect().contains(rect)
    pixels = s.window.stage.grab().toImage()
    colour = pixels.pixelColor(rect.center())
    assert (colour.red(), colour.green(), colour.blue()) == (200, 40, 40)
    assert pixels.pixelColor(2, pixels.height() // 2).name() == theme.STAGE.lower()


def test_latency_ends_when_the_picture_is_painted(stand):
    s = stand()
    s.run(count=3)
    history = s.window._timings.history
    assert len(history) == 3
    for painted in history:
        assert painted.latency >= 0.03
        assert sum(painted.stages) == pytest.approx(painted.latency)


def test_a_picture_drawn_anew_counts_no_second_time():
    timings = Timings()
    shown = result(4)
    timings.add(shown, shown.frame.captured_at + 0.05)
    timings.add(replace(shown), shown.frame.captured_at + 0.9)
    assert [painted.latency for painted in timings.history] == pytest.approx([0.05])
    assert len(timings.history[0].stages) == len(STAGES)


def test_jitter_is_nothing_for_even_motion_and_the_shake_otherwise():
    for positions, expected in (
        ([0.01 * i for i in range(20)], 0.0),
        ([0.002 * (i % 2) for i in range(20)], 2.0),
    ):
        timings = Timings()
        for i, x in enumerate(positions):
            shown = result(i, [person(x)])
            timings.add(shown, 10 + i / 30)
        jitter = timings.summary(10 + 20 / 30).jitter_mm
        assert jitter == pytest.approx(expected * np.sqrt(3), abs=1e-3)


def test_memory_stays_flat_over_some_hundred_frames(stand):
    s = stand()
    s.run()

    def show(count: int) -> int:
        """Show pictures and return the bytes in use."""
        for i in range(count):
            s.pipeline.results = [result(1000 + i, [person()], (640, 360))]
            s.tick()
        gc.collect()
        return resident_bytes()

    before = show(60)
    assert show(200) - before < 12e6  # 200 pictures that stay would be 138 MB


def resident_bytes() -> int:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


# Settings


def test_settings_survive_closing_the_window(stand, tmp_path):
    s = stand()
    s.window.change(people=2, view="orbit")
    s.press(Qt.Key.Key_Tab)
    s.press(Qt.Key.Key_D)
    save_settings(tmp_path / "settings.json", s.window.settings)
    s.window.close()
    again = stand(settings=load_settings(tmp_path / "settings.json"))
    assert again.window.options == Options(people=2, view="orbit")
    assert again.window.panel.isVisible() and again.window.settings.details_open
    assert again.pipeline.options == Options(people=2, view="orbit")


def test_what_the_command_line_set_is_not_stored():
    stored = Settings(options=Options(people=2))
    begun = Settings(options=Options(people=2, source="sample", mirror=True))
    last = replace(begun, options=replace(begun.options, mirror=False, opacity=0.5))
    kept = without_loans(last, begun, stored).options
    assert kept == Options(people=2, opacity=0.5)


def test_folders_are_left_out_of_sentences():
    assert errors.without_folders("no file /a/b c/d.mp4; check") == "no file d.mp4; check"
    assert (
        errors.without_folders("the stream rtsp://host/path/x failed")
        == "the stream rtsp://host/path/x failed"
    )


# The real pipeline


def test_a_real_pipeline_shows_and_records_the_mesh_and_leaves_no_thread(dressed, qtbot, tmp_path):
    before = set(threading.enumerate())
    model = make_model(tmp_path)
    template = make_template(tmp_path / "doll.npz")
    canvas = np.full((240, 320, 3), 90, np.uint8)
    draw_doll(canvas, template, (160, 120), 100)
    cv2.imwrite(str(tmp_path / "doll.png"), canvas[..., ::-1])

    def make(options: Options) -> LivePipeline:
        return LivePipeline(
            options,
            open_source=lambda spec: open_source(spec, realtime=True),
            build_step=lambda chosen, tell: MeshStep(chosen, detector=DollDetector(template), on_status=tell),
        )

    options = Options(source=str(tmp_path / "doll.png"), model=str(model))
    settings = Settings(options=options, recordings_folder=str(tmp_path / "out"))
    window = MainWindow(settings, LiveSession(make, lambda: [], lambda: []))
    window.show()
    qtbot.waitUntil(
        lambda: window.stage.result is not None and bool(window.stage.result.people), timeout=20000
    )
    assert (window.stage.result.picture != canvas).any()

    QTest.keyClick(window.stage, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: "0:01" in window.bar.recorded.text(), timeout=20000)
    QTest.keyClick(window.stage, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: window.toast.notice is not None, timeout=20000)
    assert window.toast.notice.text.startswith("Recorded") and window.bar.recorded.isHidden()
    (file,) = (tmp_path / "out").glob("*.h5")
    with Recording(file) as recording:
        assert len(recording) > 5
    assert window.toast.notice.button == "Play it"
    window.toast.notice.action()
    page = window.play_page
    assert page is not None and page.isVisible()
    qtbot.waitUntil(lambda: page.stage.result is not None and page.player.is_playing, timeout=20000)
    assert page.player.path == file and page.stage.result.people
    window.show_live()
    window.change(source=str(tmp_path / "missing.png"))
    qtbot.waitUntil(
        lambda: window.card.content is not None and bool(window.card.content.choices), timeout=20000
    )
    assert "missing.png" in window.card.content.text and str(tmp_path) not in window.card.content.text
    close(window)
    assert set(threading.enumerate()) <= before
