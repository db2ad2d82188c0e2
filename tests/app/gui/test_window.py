"""The window: full screen, dropping, closing, what it remembers, and the real pipeline in it."""

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from app.gui.settings import Settings, load_settings, save_settings
from app.gui.window import SMALLEST, MainWindow, first_size
from app.live.pipeline import LivePipeline
from app.live.session import LiveSession
from app.live.sources.open import open_source
from app.live.track_step import TrackStep
from app.options import Options
from app.recordings.reader import Recording
from tests.fakes.live_window import close_at_once
from tests.fakes.tiny_model import DollDetector, draw_doll, make_model, make_template


@pytest.mark.parametrize(
    ("available", "size"),
    [
        ((1920, 1040), (1280, 760)),
        ((1366, 728), (1280, 680)),  # 1366x768 with a taskbar of 40
        ((1280, 680), (1264, 632)),
        ((960, 492), (944, 444)),  # 1920x1080 at a scale of 2
        ((910, 488), (894, 440)),  # 1366x768 at 1.5
        ((800, 480), (880, 440)),  # less does not hold the controls
    ],
)
def test_the_first_window_and_its_frame_fit_the_screen(available, size):
    assert first_size(QSize(*available), QSize(*SMALLEST["normal"])) == QSize(*size)


def test_the_window_has_its_first_size_until_another_is_remembered(stand):
    window = stand().window
    assert window.size() == first_size(window.screen().availableSize(), window.minimumSize())
    window.resize(880, 650)  # as wide as it is on so narrow a screen
    assert stand(settings=window.settings).window.size() == QSize(880, 650)


def test_f_fills_the_screen_and_escape_leaves(stand):
    s = stand()
    s.press(Qt.Key.Key_F)
    assert s.window.isFullScreen()
    s.press(Qt.Key.Key_Escape)
    assert not s.window.isFullScreen()


def test_ctrl_q_closes(stand):
    s = stand()
    s.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not s.window.isVisible()


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


def test_settings_survive_closing_the_window(stand, tmp_path):
    s = stand()
    s.page.change(people=2, view="orbit")
    s.press(Qt.Key.Key_Tab)
    s.press(Qt.Key.Key_D)
    save_settings(tmp_path / "settings.json", s.window.settings)
    s.window.close()
    again = stand(settings=load_settings(tmp_path / "settings.json"))
    assert again.page.options == Options(people=2, view="orbit")
    assert again.panel.isVisible()
    assert again.window.settings.details_open
    assert again.pipeline.options == Options(people=2, view="orbit")


def test_a_real_pipeline_shows_and_records_the_mesh_and_leaves_no_thread(
    dressed, no_threads_left, qtbot, tmp_path
):
    model = make_model(tmp_path)
    template = make_template(tmp_path / "doll.npz")
    canvas = np.full((240, 320, 3), 90, np.uint8)
    draw_doll(canvas, template, (160, 120), 100)
    cv2.imwrite(str(tmp_path / "doll.png"), canvas[..., ::-1])

    def make(options: Options) -> LivePipeline:
        return LivePipeline(
            options,
            open_source=lambda chosen: open_source(chosen.source, realtime=True),
            build_step=lambda chosen, tell: TrackStep(
                chosen, detector=DollDetector(template), on_status=tell
            ),
        )

    options = Options(source=str(tmp_path / "doll.png"), model=str(model))
    settings = Settings(options=options, recordings_folder=str(tmp_path / "out"), welcomed=True)
    window = MainWindow(settings, LiveSession(make, lambda: [], lambda: []))
    window.show()
    live = window.live_page
    stage, messages = live.stage, live.stage.messages
    qtbot.waitUntil(lambda: stage.result is not None and bool(stage.result.people), timeout=60000)
    assert (stage.result.overlay != canvas).any()

    QTest.keyClick(stage, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: "0:01" in stage.bar.recorded.text(), timeout=60000)
    QTest.keyClick(stage, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: messages.toast.notice is not None, timeout=60000)
    assert messages.toast.notice.text.startswith("Recorded")
    assert stage.bar.recorded.isHidden()
    (file,) = (tmp_path / "out").glob("*.h5")
    with Recording(file) as recording:
        assert len(recording) > 5
    assert messages.toast.notice.button == "Play it"
    messages.toast.notice.action()
    page = window.play_page
    assert page is not None
    assert page.isVisible()
    qtbot.waitUntil(lambda: page.stage.result is not None and page.player.is_playing, timeout=60000)
    assert page.player.path == file
    assert page.stage.result.people
    window.show_live()
    live.change(source=str(tmp_path / "missing.png"))
    qtbot.waitUntil(
        lambda: messages.card.content is not None and bool(messages.card.content.choices), timeout=60000
    )
    assert "missing.png" in messages.card.content.text
    assert str(tmp_path) not in messages.card.content.text
    close_at_once(window)
