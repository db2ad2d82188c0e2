"""Latency from glass to glass: cameras of known delay film the real window."""

import time
from collections import deque

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.gui.live.glass_window import LOOK_S, GlassRun, GlassWindow, film_screen
from app.live.sources.base import SourceError
from app.live.time_codes import CELLS, GlassMeter
from models.errors import UserError
from tests.fakes.filming_pipeline import FilmingPipeline, pixels
from tests.fakes.hand_clock import HandClock

REFRESH_S = 1 / 60


@pytest.fixture
def window(qtbot):
    """Build a window that a test closes."""

    def build(on_painted, clock=time.perf_counter):
        made = GlassWindow(on_painted, lambda: None, clock)
        qtbot.addWidget(made)
        made.resize(1280, 720)
        return made

    return build


@pytest.mark.parametrize("delay_s", [0.03, 0.08, 0.25])
def test_a_camera_of_known_delay_is_read_within_one_refresh(window, delay_s):
    clock, meter = HandClock(), GlassMeter()
    painted = window(lambda number, _, at: meter.note_paint(number, at), clock.now)
    filmed = deque()
    for _ in range(40):
        filmed.append((clock.now(), pixels(painted.grab().toImage())))  # painted anew by being grabbed
        clock.seconds += REFRESH_S
        while filmed and filmed[0][0] + delay_s <= clock.now():
            seen_at, image = filmed.popleft()
            # Seen at any moment until the next code is there.
            captured_at = seen_at + 0.7 * REFRESH_S + delay_s
            meter.measure(image, captured_at, captured_at + 0.05)
    assert meter.read > 20
    assert np.median(meter.to_camera) == pytest.approx(delay_s, abs=REFRESH_S)
    assert np.median(meter.to_screen) == pytest.approx(delay_s + 0.05, abs=REFRESH_S)


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (960, 600), (600, 900)])
def test_the_codes_have_white_about_them_and_leave_room_for_the_picture(window, size):
    made = window(lambda *_: None)
    made.resize(*size)
    cells = [made.cell(index) for index in range(CELLS)]
    for cell in cells:
        quiet = cell.width() // 6
        assert made.rect().contains(cell.adjusted(-quiet, -quiet, quiet, quiet))
        assert cell.right() + quiet <= size[0] // 2
        others = [other for other in cells if other != cell]
        assert not any(cell.adjusted(-quiet, -quiet, quiet, quiet).intersects(other) for other in others)


def test_a_whole_run_reads_the_delay_of_its_camera_within_one_refresh(qapp):
    meter, screen = film_screen(FilmingPipeline(0.08), 40)  # type: ignore[arg-type]
    assert meter.read >= 40
    # One that is shown for longer, as the machine is busy, is read longer; the quickest was not.
    assert min(meter.to_camera) == pytest.approx(0.08, abs=1 / screen.refresh_hz)
    assert all(later > sooner for sooner, later in zip(meter.to_camera, meter.to_screen, strict=True))
    assert (screen.width, screen.height) == qapp.primaryScreen().size().toTuple()
    qapp.processEvents()
    later = []
    QTimer.singleShot(0, lambda: later.append(1))
    loop = QEventLoop()
    QTimer.singleShot(100, loop.quit)
    loop.exec()
    assert later  # the application is left as it was


@pytest.fixture
def begin(qapp):
    """Begin runs; what their windows hold is given back at the end."""
    begun = []

    def build(*words) -> GlassRun:
        begun.append(GlassRun(*words))
        begun[-1].begin()
        return begun[-1]

    yield build
    for run in begun:
        run.end()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_where_no_code_is_seen_it_is_said_what_to_do(begin):
    clock, ended = HandClock(), []
    run = begin(FilmingPipeline(0.0, blind=True), 40, lambda: ended.append(1), clock.now)
    run.tick()
    assert not run.has_ended
    clock.seconds += LOOK_S + 1
    run.tick()
    assert run.has_ended
    assert ended == [1]
    assert isinstance(run.error, UserError)
    assert "aim the camera at this screen" in str(run.error)
    assert not run.window.isVisible()


def test_what_the_camera_failed_of_is_passed_on(qapp):
    pipeline = FilmingPipeline(0.0, error=SourceError("No camera was found."))
    with pytest.raises(SourceError, match="No camera was found"):
        film_screen(pipeline, 40)  # type: ignore[arg-type]


def test_escape_ends_it(begin):
    ended = []
    run = begin(FilmingPipeline(3600.0), 40, lambda: ended.append(1))
    QTest.keyClick(run.window, Qt.Key.Key_Escape)
    assert run.has_ended
    assert ended == [1]
    assert run.error is None
