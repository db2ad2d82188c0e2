"""GlassWindow: fills the screen with time codes and shows what a camera and the pipeline make of them."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QEventLoop, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.gui.languages.language import tr
from app.gui.languages.sentences import translated
from app.gui.widgets.pictures import Picture
from app.hand_over import HandOver
from app.live.time_codes import CELLS, MODULES, GlassMeter, code_image, codes_on_screen
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from app.live.pipeline import LivePipeline
    from app.types import Result

USUAL_HZ = 60.0  # of a screen that does not say
LOOK_S = 20.0  # for a first code, once there are pictures
POLL_S = 0.1
MARGIN = 1.5  # modules of white around a marker, by which it is found


class Screen(NamedTuple):
    """What the codes were shown on: its pixels, and how often it says that it is refreshed."""

    width: int
    height: int
    refresh_hz: float


class GlassWindow(QWidget):
    """Paints another code each time.

    Parameters
    ----------
    on_painted : called after each paint with the code's number, the result that was new in it, if one was,
        and the time.
    on_closed : called when it is closed.
    clock : seconds, of that time.
    """

    def __init__(
        self,
        on_painted: Callable[[int, Result | None, float], None],
        on_closed: Callable[[], None],
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__()
        self._on_painted, self._on_closed, self._clock = on_painted, on_closed, clock
        self._number = -1
        self._result: Result | None = None
        self._is_new = False
        self._picture = Picture()
        self._told = ""
        self.setWindowTitle(tr("FastMETRO Live: latency from glass to glass"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_result(self, result: Result) -> None:
        """Show a result from the next paint on."""
        self._result, self._is_new = result, True

    def tell(self, text: str) -> None:
        """Say something under the picture."""
        self._told = text

    def cell(self, index: int) -> QRect:
        """Return where the markers of a cell lie, from 0 at the upper left, without their white margin."""
        across = CELLS // 2
        step = min(self.width() // 2, self.height()) // across
        inside = round(step * MODULES / (MODULES + 2 * MARGIN))
        edge, top = (step - inside) // 2, (self.height() - across * step) // 2
        row, column = divmod(index, across)
        return QRect(column * step + edge, top + row * step + edge, inside, inside)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        self._number += 1
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        for cell, number in codes_on_screen(self._number).items():
            code = code_image(number)
            marker = QImage(code.data, MODULES, MODULES, code.strides[0], QImage.Format.Format_Grayscale8)
            painter.drawImage(self.cell(cell), marker)
        half = QRect(self.width() // 2, 0, self.width() - self.width() // 2, self.height())
        if self._result is not None:
            rows, columns = self._result.overlay.shape[:2]
            height = max(round(half.width() * rows / columns), 1)
            place = QRect(half.left(), (self.height() - height) // 2, half.width(), height)
            self._picture.paint(painter, place, self._result.overlay)
        font = QFont(painter.font())
        font.setPixelSize(max(half.width() // 40, 12))
        painter.setFont(font)
        painter.setPen(QColor(Qt.GlobalColor.black))
        edge, below = half.width() // 40, Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        painter.drawText(half.adjusted(edge, edge, -edge, -edge), below, self._told)
        painter.end()
        new, self._is_new = self._result if self._is_new else None, False
        self._on_painted(self._number, new, self._clock())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        if event.key() == Qt.Key.Key_Escape:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102, N802
        super().closeEvent(event)
        self._on_closed()


class GlassRun:
    """Shows codes and measures the pictures of them, until there are enough or it cannot go on.

    Parameters
    ----------
    pipeline : started, on the camera that films the screen.
    wanted : how many pictures are to be looked at after the first that shows a code.
    on_end : called when it has ended.
    clock : seconds.

    Attributes
    ----------
    meter : what was measured.
    error : why there is nothing; None while there is no reason.
    screen : what the codes are shown on; None before :meth:`begin`.
    """

    def __init__(
        self,
        pipeline: LivePipeline,
        wanted: int,
        on_end: Callable[[], object],
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._pipeline, self._wanted, self._on_end, self._clock = pipeline, wanted, on_end, clock
        self.meter = GlassMeter()
        self.error: Exception | None = None
        self.screen: Screen | None = None
        self.window = GlassWindow(self._note_paint, self.end, clock)
        self._first_picture_at: float | None = None
        self._missed = 0  # pictures before the first with a code
        self._filmed: HandOver[tuple[Result, float]] = HandOver(newest_wins=True)
        self._ending = threading.Event()
        self._reading = threading.Thread(target=self._read, name="codes", daemon=True)
        self._timer = QTimer(self.window)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def has_ended(self) -> bool:
        """Whether nothing is shown any more."""
        return self._ending.is_set()

    def begin(self) -> None:
        """Fill the screen and start."""
        screen = self.window.screen()
        size, ratio = screen.size(), screen.devicePixelRatio()
        self.screen = Screen(round(size.width() * ratio), round(size.height() * ratio), screen.refreshRate())
        self.window.setGeometry(screen.geometry())  # also where no window manager fills the screen
        self.window.showFullScreen()
        self._reading.start()
        # A code a refresh: of more, a camera would see several at once in one place.
        self._timer.start(max(round(1000 / (self.screen.refresh_hz or USUAL_HZ)), 1))

    def tick(self) -> None:
        """Show what is new, and another code."""
        result = self._pipeline.take()
        if result is not None:
            self.window.show_result(result)
            if self._first_picture_at is None:
                self._first_picture_at = self._clock()
        elif self._pipeline.error is not None:
            self.error = self._pipeline.error
            self.end()
        self.window.tell(self._what_to_do())
        self.window.update()
        if self.meter.pictures - self._missed >= self._wanted:
            self.end()
        elif self._first_picture_at is not None and self.meter.read == 0:
            self._missed = self.meter.pictures
            if self._clock() - self._first_picture_at > LOOK_S:
                self.error = UserError(
                    f"No time code was seen in {self.meter.pictures} pictures; aim the camera at this "
                    "screen so that the left half of it is large and sharp in the picture, and try again."
                )
                self.end()

    def end(self) -> None:
        """Show nothing any more."""
        if not self.has_ended:
            self._ending.set()
            self._timer.stop()
            self.window.close()
            self.window.deleteLater()  # here: the garbage collector may do it in another thread
            if self._reading.is_alive():
                self._reading.join()
            self._on_end()

    def _what_to_do(self) -> str:
        if self._first_picture_at is None:
            return tr("{state} (Esc ends)").format(
                state=translated(self._pipeline.status) or tr("Waiting for the camera")
            )
        if self.meter.read == 0:
            return tr("Aim the camera at this screen: the squares at the left must be sharp (Esc ends)")
        return tr("%n pictures with a code (Esc ends)", "", self.meter.read)

    def _note_paint(self, number: int, result: Result | None, at: float) -> None:
        self.meter.note_paint(number, at)
        if result is not None:
            self._filmed.put((result, at))

    def _read(self) -> None:
        """Look at pictures, in a thread of its own: that takes as long as several codes are shown."""
        while not self._ending.is_set():
            if (filmed := self._filmed.take(POLL_S)) is not None:
                result, shown_at = filmed
                self.meter.measure(result.frame.image, result.frame.captured_at, shown_at)


def film_screen(pipeline: LivePipeline, wanted: int) -> tuple[GlassMeter, Screen]:
    """Let a pipeline's camera film this screen, and return what was measured and on what.

    Parameters
    ----------
    pipeline : started.
    wanted : how many pictures.

    Raises
    ------
    Exception : what the pipeline failed of.
    UserError : no picture showed a code.
    """
    _application = QApplication.instance() or QApplication([])
    # Not the application's own loop, which the last window that is closed ends once more, and later ones too.
    loop = QEventLoop()
    run = GlassRun(pipeline, wanted, loop.quit)
    run.begin()
    if not run.has_ended:
        loop.exec()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if run.error is not None:
        raise run.error
    assert run.screen is not None
    return run.meter, run.screen
