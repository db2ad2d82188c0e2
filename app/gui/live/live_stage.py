"""LiveStage: the live picture with what floats on it: readout, details, bar, banner, toast and card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor

from app.gui.languages.language import number, tr
from app.gui.languages.sentences import translated
from app.gui.live.control_bar import ControlBar
from app.gui.live.countdown import Countdown
from app.gui.live.readout import Details, Readout
from app.gui.widgets import theme
from app.gui.widgets.messages import Messages
from app.gui.widgets.stage_view import StageView

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.gui.live.paint_timings import Timings
    from app.live.live_model import LiveModel
    from app.live.meters import PipelineFigures
    from app.recordings.recorder import RecorderStatus
    from app.types import Result

BAR_STAYS_S = 3.0
TOAST_S = 5.0


class LiveStage(StageView):
    """Shows the picture, and lets the bar and the pointer go when the mouse rests.

    Parameters
    ----------
    on_painted : see :class:`app.gui.widgets.stage_view.StageView`.
    is_booth : the picture alone; nothing of what floats on it but a banner and a card.
    details_open : whether the details are open at first.
    clock : seconds.

    Signals
    -------
    details_toggled : the details have been opened or closed.
    """

    details_toggled = Signal()

    def __init__(
        self,
        on_painted: Callable[[Result, float], None],
        *,
        is_booth: bool,
        details_open: bool,
        clock: Callable[[], float],
    ) -> None:
        super().__init__(on_painted, clock=clock)
        self._is_booth, self._clock = is_booth, clock
        self.details_open = details_open and not is_booth
        self.readout = Readout(self)
        self.details = Details(self)
        self.messages = Messages(self, clock, TOAST_S)
        self.bar = ControlBar(self)
        self.countdown = Countdown(self, clock)
        self.readout.hide()
        self.details.hide()
        if is_booth:
            self.bar.set_wanted(False)
        self._mouse, self._mouse_at = QCursor.pos(), clock()
        self.resized.connect(self.arrange)
        self.mouse_moved.connect(self._note_mouse)
        self.readout.clicked.connect(self.toggle_details)
        self.details.clicked.connect(self.toggle_details)

    def toggle_details(self) -> None:
        """Show or hide the details of the readout."""
        self.details_open = not self.details_open
        self.details_toggled.emit()
        self.arrange()

    def show_figures(
        self, timings: Timings, figures: PipelineFigures | None, now: float, *, is_paused: bool
    ) -> None:
        """Show how fast and how late the pictures are; before there is one, nothing."""
        wanted = self.result is not None and not self._is_booth
        details_wanted = wanted and self.details_open
        if wanted == self.readout.isHidden() or details_wanted == self.details.isHidden():
            self.readout.setVisible(wanted)
            self.details.setVisible(details_wanted)
            self.readout.setChecked(self.details_open)
            self.arrange()
        summary = timings.summary(now)
        self.readout.show_figures(summary, is_paused=is_paused)
        if details_wanted:
            self.details.show_figures(summary, figures, timings.history, now)

    def show_model(self, model: LiveModel) -> None:
        """Show what the model runs on."""
        stands_in = model.server is not None and model.server.state != "serving"
        self.readout.show_device(translated(model.runs_on), is_warning=model.on_cpu or stands_in)
        self.arrange()

    def show_recording(self, status: RecorderStatus | None, *, why_not: str = "") -> None:
        """Show how a recording does; without one, that one can be made or why not."""
        height = self.readout.height()
        if status is None:
            self.bar.show_recording(None, why_not=why_not)
            self.readout.show_recording("")
        else:
            minutes, seconds = divmod(int(status.seconds), 60)
            size = f"{number(status.size_bytes / 1e6, 1)} MB"
            self.bar.show_recording(f"{minutes}:{seconds:02d} · {size}", dropped=status.dropped)
            self.readout.show_recording(tr("Recording {time}").format(time=f"{minutes}:{seconds:02d}"))
        if self.readout.height() != height:  # the details lie under it
            self.arrange()

    def arrange(self) -> None:
        """Put everything that floats in its place."""
        self.readout.setMinimumWidth(0 if self.details.isHidden() else self.details.width())
        self.readout.resize(self.readout.minimumSizeHint())
        self.readout.move(theme.EDGE, theme.EDGE)
        below = self.readout.geometry().bottom() + 1 + theme.GRID
        self.bar.arrange()
        # The bar's place stays free while it is away: nothing jumps when it comes, nor is covered by it.
        bar_room = 0 if self._is_booth else self.bar.height() + theme.EDGE
        self.details.fit(self.height() - below - bar_room - theme.GRID)
        self.details.move(theme.EDGE, below)
        self.details.adjustSize()
        left = self.readout.geometry().right() + theme.EDGE if not self.readout.isHidden() else theme.EDGE
        self.messages.keep_clear(left, bar_room + 2 * theme.GRID)

    def follow_mouse(self, *, in_use: bool) -> None:
        """Let the bar and the pointer go when the mouse rests, unless the bar is in use.

        On a booth neither comes at all.
        """
        if self._is_booth:
            return
        mouse, window = QCursor.pos(), self.window()
        if mouse != self._mouse:
            self._mouse = mouse
            if window.geometry().contains(mouse):
                self._note_mouse()
        wanted = in_use or self.bar.underMouse() or self._clock() - self._mouse_at < BAR_STAYS_S
        if wanted != self.bar.is_wanted:
            self.bar.set_wanted(wanted)
        hidden = not wanted and window.isFullScreen()
        shape = Qt.CursorShape.BlankCursor if hidden else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def _note_mouse(self) -> None:
        self._mouse_at = self._clock()
