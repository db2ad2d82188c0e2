"""ControlBar: the few things done while looking at the picture; it floats at the bottom, hidden when idle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.gui.languages.language import later, tr
from app.gui.shortcuts import hint, key
from app.gui.widgets import theme
from app.gui.widgets.views import VIEW_NAMES

if TYPE_CHECKING:
    from app.options import View

SAVE = later("Save the picture as PNG")


class ControlBar(QFrame):
    """Record, snapshot, pause, view, recordings, full screen and the panel.

    Signals
    -------
    record, snapshot, pause, view, recordings, full_screen, panel : what was pressed.
    """

    record = Signal()
    snapshot = Signal()
    pause = Signal()
    view = Signal()
    recordings = Signal()
    full_screen = Signal()
    panel = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = parent
        self.setProperty("role", "glass")
        self.setAccessibleName(tr("Controls"))
        self.record_button = RecordButton()
        self.recorded = QLabel()
        theme.use_tabular_figures(self.recorded)
        self.recorded.hide()
        self.snapshot_button = theme.icon_button("snapshot", hint(tr(SAVE), "snapshot"), tr("Snapshot"))
        self.pause_button = theme.icon_button("pause", hint(tr("Pause"), "pause"), tr("Pause"))
        self.view_button = theme.icon_button(
            "view-overlay", hint(tr("Next view"), "next_view"), tr("Next view")
        )
        self.recordings_button = theme.icon_button(
            "recordings", hint(tr("Recordings"), "show_recordings"), tr("Recordings")
        )
        self.full_screen_button = theme.icon_button(
            "fullscreen", hint(tr("Full screen"), "full_screen"), tr("Full screen")
        )
        self.panel_button = theme.icon_button("panel", hint(tr("Settings"), "panel"), tr("Settings"))
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.record_button)
        layout.addWidget(self.recorded)
        for button in (self.snapshot_button, self.pause_button, self.view_button):
            layout.addWidget(button)
        for button in (self.recordings_button, self.full_screen_button, self.panel_button):
            layout.addWidget(button)
        for button, signal in (
            (self.record_button, self.record),
            (self.snapshot_button, self.snapshot),
            (self.pause_button, self.pause),
            (self.view_button, self.view),
            (self.recordings_button, self.recordings),
            (self.full_screen_button, self.full_screen),
            (self.panel_button, self.panel),
        ):
            button.clicked.connect(signal)
            if button is not self.record_button:
                button.setIconSize(QSize(theme.ICON, theme.ICON))
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.finished.connect(lambda: self.setVisible(self._is_wanted))
        self._is_wanted = True

    # What it shows -----------------------------------------------------------------------------------------

    def show_state(self, *, has_image: bool, can_pause: bool, is_paused: bool, is_full_screen: bool) -> None:
        """Show what can be done now; what cannot says why."""
        self.snapshot_button.setEnabled(has_image)
        self.snapshot_button.setToolTip(
            hint(tr(SAVE) if has_image else tr("There is no picture to save yet"), "snapshot")
        )
        self.pause_button.setEnabled(can_pause)
        theme.set_icon(self.pause_button, "play" if is_paused else "pause")
        self.pause_button.setAccessibleName(tr("Go on") if is_paused else tr("Pause"))
        if not can_pause:
            self.pause_button.setToolTip(hint(tr("There is nothing to pause yet"), "pause"))
        else:
            self.pause_button.setToolTip(hint(tr("Go on") if is_paused else tr("Hold the picture"), "pause"))
        name = "fullscreen-exit" if is_full_screen else "fullscreen"
        theme.set_icon(self.full_screen_button, name)
        self.full_screen_button.setToolTip(
            hint(tr("Leave full screen"), "full_screen", "step_back")
            if is_full_screen
            else hint(tr("Full screen"), "full_screen")
        )

    def show_view(self, view: View) -> None:
        """Show the present view."""
        theme.set_icon(self.view_button, f"view-{view}")
        self.view_button.setToolTip(
            hint(tr("View: {view}. Next view").format(view=tr(VIEW_NAMES[view])), "next_view")
        )
        self.view_button.setAccessibleName(tr("View: {view}").format(view=tr(VIEW_NAMES[view])))

    def show_recording(self, text: str | None, *, dropped: int = 0, why_not: str = "") -> None:
        """Show a recording's length and size, that there is none (None), or why none is possible."""
        self.record_button.setEnabled(not why_not)
        self.record_button.set_recording(text is not None)
        name = tr("Stop recording") if text is not None else tr("Record")
        self.record_button.setToolTip(hint(why_not or name, "record"))
        self.record_button.setAccessibleName(name)
        self.recordings_button.setEnabled(text is None)
        self.recordings_button.setToolTip(
            hint(tr("Recordings"), "show_recordings")
            if text is None
            else tr("Stop recording first ({stop}), then look at it ({look})").format(
                stop=key("record"), look=key("show_recordings")
            )
        )
        self.recorded.setVisible(text is not None)
        self.recorded.setText(text or "")
        self.recorded.setToolTip(tr("Length and size of the recording; %n frames were left out", "", dropped))
        if self.width() != self._layout.sizeHint().width():
            self.arrange()

    # Coming and going --------------------------------------------------------------------------------------

    @property
    def is_wanted(self) -> bool:
        """Whether it is there, or on its way."""
        return self._is_wanted

    def set_wanted(self, wanted: bool) -> None:
        """Come in from below, or leave."""
        if wanted == self._is_wanted:
            return
        self._is_wanted = wanted
        self.show()
        self._slide.stop()
        self._slide.setDuration(theme.motion_ms())
        self._slide.setEndValue(self._place())
        self._slide.start()

    def arrange(self) -> None:
        """Lie at the bottom centre of the stage."""
        self._layout.activate()
        self.resize(self._layout.sizeHint())
        self._slide.stop()
        self.move(self._place())
        self.setVisible(self._is_wanted)

    def _place(self) -> QPoint:
        stage = self._stage.rect()
        x = (stage.width() - self.width()) // 2
        return QPoint(x, stage.height() - (self.height() + theme.EDGE if self._is_wanted else 0))


class RecordButton(QPushButton):
    """A red disc; a square while recording."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(theme.CONTROL, theme.CONTROL)
        self._is_recording = False

    def set_recording(self, recording: bool) -> None:
        """Show whether a recording runs."""
        if recording != self._is_recording:
            self._is_recording = recording
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = theme.ACCENT if self.hasFocus() else theme.TEXT if self.isEnabled() else theme.DISABLED
        painter.setPen(QPen(QColor(ring), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self.rect().adjusted(3, 3, -3, -3))
        red = QColor(theme.RECORD if self.isEnabled() else theme.DISABLED)
        if self.isEnabled() and self.underMouse():
            red = red.lighter(112)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(red)
        if self._is_recording:
            painter.drawRoundedRect(self.rect().adjusted(11, 11, -11, -11), 2, 2)
        else:
            painter.drawEllipse(self.rect().adjusted(7, 7, -7, -7))
