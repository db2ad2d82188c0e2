"""A window on scripted pipelines: the test decides what the pipeline does, and turns the clock."""

import threading
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.gui.settings import Settings
from app.gui.window import MainWindow
from app.live.meters import PipelineFigures
from app.live.session import LiveSession
from app.live.sources.base import SourceError
from app.live.sources.camera import Camera
from app.options import Options
from app.types import Frame, Person, Result, StageTimes
from models.body.joints import FASTMETRO14
from models.camera.crop import CropBox

STAGE_S = StageTimes(wait=0.004, detect=0.001, mesh=0.010, smooth=0.001, draw=0.003)
CAMERAS = (Camera(0, "Front camera", 200), Camera(2, "Desk camera", 200))


def person(x: float = 0.0) -> Person:
    """Somebody whose joints all lie at ``x`` metres."""
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


def make_result(
    index: int = 0, people=(), size=(64, 48), colour=(200, 40, 40), captured_at: float = 0.0
) -> Result:
    """What a pipeline makes of a frame of one colour."""
    width, height = size
    image = np.full((height, width, 3), colour, np.uint8)
    return Result(Frame(index, image, captured_at, index / 30), tuple(people), image, STAGE_S)


class ScriptedPipeline:
    """Stands in for the pipeline: the test decides its state and its results."""

    no_opengl = ""
    silent = ("capture", 0.0)  # the stage that has done nothing for longest, and seconds

    def __init__(self, options: Options) -> None:
        self.options, self.state, self.status, self.error = options, "loading", "Loading the mesh model", None
        self.source, self.source_state, self.is_paused = SimpleNamespace(gives="MJPG"), "ok", False
        self.estimator = SimpleNamespace(
            provider="CPUExecutionProvider",
            device_title="CPU",
            device_name="a processor",
            cpu_reason="There is no GPU here.",
            info=SimpleNamespace(kind="body", joint_names=FASTMETRO14),
            template=SimpleNamespace(skeleton=None, joint_sets={}),
            remote=None,
        )
        self.results: list[Result] = []
        self.recorder = None
        self.stopped = False

    def start(self) -> None:
        pass

    def record(self, recorder, only=None, pictures=None) -> None:
        self.recorder, self.only, self.pictures = recorder, only, pictures

    def send_to(self, receiver) -> None:
        self.receiver = receiver

    def stop(self, timeout: float = 5.0) -> bool:
        self.stopped = True
        return True

    def take(self) -> Result | None:
        return self.results.pop() if self.results else None

    def figures(self, now: float) -> PipelineFigures:
        return PipelineFigures(camera_fps=29.97, mesh_fps=29.97, replaced=3)

    def silence(self, now: float) -> tuple[str, float]:
        return self.silent

    def set_options(self, options: Options) -> None:
        self.options = options

    def pause(self) -> None:
        self.is_paused = True

    def resume(self) -> None:
        self.is_paused = False

    def fail(self, error: Exception) -> None:
        self.error, self.state = error, "failed"

    def use_gpu(self) -> None:
        self.estimator.provider, self.estimator.device_title = "CUDAExecutionProvider", "CUDA"
        self.estimator.device_name = "RTX 4070"
        self.estimator.cpu_reason = ""


class LiveWindow:
    """A window, shown, whose session makes scripted pipelines."""

    def __init__(self, qtbot, tmp_path, settings=None, welcomed=True, **chosen) -> None:
        self.qtbot, self.now, self.made = qtbot, 100.0, []
        self.is_plugged, self.looks = False, []
        self.recorder = None  # that the next recording uses, or what makes it in a folder
        self.pictures = None  # the rule of pictures that it was asked for with

        def make(options: Options) -> ScriptedPipeline:
            self.made.append(ScriptedPipeline(options))
            return self.made[-1]

        def try_camera() -> None:
            self.looks.append(threading.current_thread())
            if not self.is_plugged:
                raise SourceError("No camera was found.")

        def begin_recording(folder, source, estimator, options, pictures):
            self.pictures = pictures
            return self.recorder(folder) if callable(self.recorder) else self.recorder

        self.session = LiveSession(
            make,  # type: ignore[arg-type]
            lambda: list(CAMERAS),
            lambda: [],
            try_camera,
            begin_recording,
        )
        settings = settings or Settings(recordings_folder=str(tmp_path / "out"))
        settings = replace(settings, welcomed=welcomed)
        self.window = MainWindow(settings, self.session, clock=lambda: self.now, **chosen)
        self.window.show()
        self.page = self.window.live_page
        self.stage, self.panel = self.page.stage, self.page.panel
        self.messages = self.stage.messages

    @property
    def pipeline(self) -> ScriptedPipeline:
        """The pipeline at work; one that was asked for is made by the session's thread, and waited for."""
        self.qtbot.waitUntil(lambda: self.session.pipeline is not None, timeout=60000)
        assert self.session.pipeline is self.made[-1]
        return self.made[-1]

    def settle(self) -> None:
        """Wait for the session's thread to have done what it was asked."""
        done = lambda: self.session.pipeline is not None and self.session.cameras is not None  # noqa: E731
        self.qtbot.waitUntil(done, timeout=60000)

    def wait_for_looks(self, count: int) -> None:
        """Wait for so many looks for a camera to have ended."""
        ended = lambda: len(self.looks) == count and not self.session.is_trying_camera  # noqa: E731
        self.qtbot.waitUntil(ended, timeout=60000)

    def tick(self, seconds: float = 0.015) -> None:
        self.now += seconds
        self.page.tick()
        QApplication.processEvents()

    def run(self, people=SOMEBODY, count: int = 1) -> None:
        """Bring pictures onto the screen, each 30 ms after its capture."""
        self.settle()
        self.pipeline.state, self.pipeline.status = "running", ""
        for i in range(count):
            self.pipeline.results = [make_result(i, people, captured_at=self.now - 0.015)]
            self.tick()
        self.tick(0.6)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.stage, key, modifier)

    def banner(self) -> str:
        notice = self.messages.banner.notice
        return notice.text if notice and not self.messages.banner.isHidden() else ""

    def card(self) -> str:
        content = self.messages.card.content
        return content.heading if content and not self.messages.card.isHidden() else ""

    def choices(self) -> dict[str, object]:
        """The buttons of the card and what they do."""
        assert self.messages.card.content is not None
        return {choice.text: choice.action for choice in self.messages.card.content.choices}


def close_at_once(widget: QWidget) -> None:
    """Close a widget and give all it holds back now."""
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
