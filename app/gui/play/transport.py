"""Transport: the timeline and what is under it: play, step, speed, loop and view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app.gui.languages.language import later, short_number, tr
from app.gui.play.timeline import Timeline
from app.gui.shortcuts import hint, key
from app.gui.widgets import theme
from app.gui.widgets.controls import CalmComboBox
from app.gui.widgets.views import VIEW_NAMES, view_hint
from app.recordings.playback import SPEEDS, Playback
from app.text import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.options import View
    from app.recordings.part import Part

VIEW_HINTS: dict[View, str] = {
    "overlay": later("Over the video"),
    "mesh": later("As the camera saw it"),
    "side_by_side": later("Video and mesh side by side"),
    "orbit": later("From around: drag to turn, wheel to come nearer"),
}
NEEDS_VIDEO: tuple[View, ...] = ("overlay", "side_by_side")
NO_VIDEO = later("No video was kept with this recording; switch on “Keep the video too” before you record")


class Transport(QFrame):
    """What can be asked of a player.

    Signals
    -------
    play, loop : pressed.
    step : -1 or 1 frame.
    speed : a new speed.
    mark_in, mark_out, view : pressed; a view.
    full_screen : pressed.
    """

    play = Signal()
    loop = Signal()
    step = Signal(int)
    speed = Signal(float)
    mark_in = Signal()
    mark_out = Signal()
    view = Signal(str)
    full_screen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Player"))
        self.timeline = Timeline()
        self.play_button = theme.icon_button("play", hint(tr("Play"), "play"), tr("Play"))
        self.back_button = theme.icon_button(
            "step-back", hint(tr("One frame back"), "frame_back"), tr("One frame back")
        )
        self.forward_button = theme.icon_button(
            "step-forward", hint(tr("One frame on"), "frame_on"), tr("One frame on")
        )
        self.in_button = theme.icon_button(
            "mark-in", hint(tr("Exports begin here; press again to take it away"), "mark_in"), tr("In point")
        )
        self.out_button = theme.icon_button(
            "mark-out", hint(tr("Exports end here; press again to take it away"), "mark_out"), tr("Out point")
        )
        for button in (self.in_button, self.out_button):
            button.setCheckable(True)
        self.loop_button = theme.icon_button("loop", hint(tr("Play again and again"), "loop"), tr("Loop"))
        self.loop_button.setCheckable(True)
        self.full_screen_button = theme.icon_button(
            "fullscreen", hint(tr("Full screen"), "full_screen"), tr("Full screen")
        )
        self.time = QLabel(f"{clock(0)} / {clock(0)}")
        theme.use_tabular_figures(self.time)
        self.time.setToolTip(tr("Where it is, and how long it is"))
        self.speed_box = CalmComboBox(
            tr("Speed", "of playing"),
            tr("How fast it plays ({slower} and {faster})").format(
                slower=key("slower"), faster=key("faster")
            ),
        )
        for value in SPEEDS:
            self.speed_box.addItem(f"{short_number(value)}×", value)
        self.speed_box.setFixedWidth(88)
        self.view_buttons: dict[View, QPushButton] = {
            view: theme.icon_button(f"view-{view}", "", "") for view in VIEW_HINTS
        }
        views = QButtonGroup(self)
        views.setExclusive(True)

        row = QHBoxLayout()
        row.setSpacing(theme.GRID // 2)
        for widget in (
            self.back_button,
            self.play_button,
            self.forward_button,
            self.in_button,
            self.out_button,
            self.time,
        ):
            row.addWidget(widget)
        row.addStretch(1)
        for view, button in self.view_buttons.items():
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAccessibleName(tr("View: {view}").format(view=tr(VIEW_NAMES[view])))
            button.clicked.connect(lambda _checked=False, view=view: self.view.emit(view))
            views.addButton(button)
            row.addWidget(button)
        row.addSpacing(theme.GRID)
        for widget in (self.speed_box, self.loop_button, self.full_screen_button):
            row.addWidget(widget)
        for button in (
            self.play_button,
            self.back_button,
            self.forward_button,
            self.in_button,
            self.out_button,
            self.loop_button,
            self.full_screen_button,
            *self.view_buttons.values(),
        ):
            button.setIconSize(QSize(theme.ICON, theme.ICON))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 10)
        layout.setSpacing(4)
        layout.addWidget(self.timeline)
        layout.addLayout(row)

        self.play_button.clicked.connect(self.play)
        self.loop_button.clicked.connect(self.loop)
        self.in_button.clicked.connect(self.mark_in)
        self.out_button.clicked.connect(self.mark_out)
        self.back_button.clicked.connect(lambda: self.step.emit(-1))
        self.forward_button.clicked.connect(lambda: self.step.emit(1))
        self.full_screen_button.clicked.connect(self.full_screen)
        self.speed_box.activated.connect(lambda index: self.speed.emit(self.speed_box.itemData(index)))

    def show_playback(self, playback: Playback, now: float) -> None:
        """Show where it is and whether it moves."""
        position = playback.at(now)
        self.timeline.show_position(position)
        self.time.setText(f"{clock(position)} / {clock(playback.length_s)}")
        is_playing = playback.is_playing and not playback.has_ended(now)
        name = tr("Pause") if is_playing else tr("Play")
        if self.play_button.accessibleName() != name:
            theme.set_icon(self.play_button, "pause" if is_playing else "play")
            self.play_button.setToolTip(hint(name, "play"))
            self.play_button.setAccessibleName(name)
        if self.loop_button.isChecked() != playback.loops:
            self.loop_button.setChecked(playback.loops)
        index = self.speed_box.findData(playback.speed)
        if index != self.speed_box.currentIndex():
            self.speed_box.setCurrentIndex(index)

    def show_part(self, part: Part) -> None:
        """Show from when to when exports go."""
        self.timeline.show_part(part)
        self.in_button.setChecked(part.start_s is not None)
        self.out_button.setChecked(part.end_s is not None)

    def show_views(self, view: View, offered: Sequence[View]) -> None:
        """Show the present view, and which ones there are."""
        for name, button in self.view_buttons.items():
            button.setEnabled(name in offered)
            button.setToolTip(
                view_hint(tr(VIEW_HINTS[name])) if name in offered or not offered else tr(NO_VIDEO)
            )
            button.setChecked(name == view)

    def show_full_screen(self, is_full: bool) -> None:
        """Show whether the window fills the screen."""
        theme.set_icon(self.full_screen_button, "fullscreen-exit" if is_full else "fullscreen")
        self.full_screen_button.setToolTip(
            hint(tr("Leave full screen"), "full_screen", "step_back")
            if is_full
            else hint(tr("Full screen"), "full_screen")
        )
