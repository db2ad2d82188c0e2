"""PlayerView: the picture of a recording with the transport under it."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.drawing import orbit_camera
from app.gui.languages.language import tr
from app.gui.play.avatar import Avatar
from app.gui.play.curves_panel import CurvesPanel
from app.gui.play.lanes import lanes_of, marks_of
from app.gui.play.place import Place
from app.gui.play.player import Player, RecordingSummary, RenderRequest
from app.gui.play.transport import NEEDS_VIDEO, VIEW_HINTS, Transport
from app.gui.widgets.stage_view import ZOOM_PER_NOTCH, StageView
from app.recordings.part import WHOLE, Part
from app.recordings.playback import SPEEDS, Playback, row_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.options import Options, View
    from app.recordings.motion.activity import Activity
    from app.recordings.motion.refined_recording import RefinedRecording

LEAP_S = 1.0


class PlayerView(QWidget):
    """Plays one recording after the other; draws nothing itself but requests it of a :class:`Player`.

    Parameters
    ----------
    options : how meshes are drawn.
    clock : seconds.

    Attributes
    ----------
    stage : the picture.
    curves : of a joint, under it where that is wanted.
    transport : what is under it.
    avatar : moved by what is played.
    actions : what can be done here by a key, each by the id of its shortcut.

    Signals
    -------
    opened : a recording can be played from now on.
    failed : why one cannot.
    found_damage : the first frame that cannot be read has been met.
    full_screen_wanted : the window shall fill the screen, or not any more.
    curves_shown : whether they are.
    """

    opened = Signal()
    failed = Signal(Exception)
    found_damage = Signal()
    full_screen_wanted = Signal()
    curves_shown = Signal(bool)

    def __init__(self, options: Options, *, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__()
        self._options, self._clock = options, clock
        self._view: View | None = None  # the one that was chosen
        self._player: Player | None = None
        self._ending: list[Player] = []  # of recordings shown before
        self._summary: RecordingSummary | None = None
        self._refined: RefinedRecording | None = None
        self._activity: Mapping[int, Activity] | None = None
        self._is_refined = False
        self._part = WHOLE
        self._playback = Playback(0.0)
        self._plays_when_open = self._was_playing = self._has_failed = self._has_damage = False
        self._request: RenderRequest | None = None
        self.avatar = Avatar()
        self.stage = StageView(lambda *_: None)
        self.stage.setAccessibleName(tr("Recording"))
        self.curves = CurvesPanel()
        self.curves.hide()
        self.transport = Transport()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stage, 1)
        layout.addWidget(self.curves)
        layout.addWidget(self.transport)
        self._connect()
        self.key_actions: dict[str, Callable[[], object]] = {
            "play": self.toggle_play,
            "frame_back": lambda: self.step(-1),
            "frame_on": lambda: self.step(1),
            "second_back": lambda: self.leap(-LEAP_S),
            "second_on": lambda: self.leap(LEAP_S),
            "beginning": lambda: self.seek(0.0),
            "end": lambda: self.seek(self._playback.length_s),
            "mark_in": lambda: self.mark("start_s"),
            "mark_out": lambda: self.mark("end_s"),
            "slower": lambda: self.change_speed(-1),
            "faster": lambda: self.change_speed(1),
            "loop": self.toggle_loop,
            "curves": self.toggle_curves,
            "next_view": self.next_view,
            "nearer": lambda: self._zoom(ZOOM_PER_NOTCH),
            "farther": lambda: self._zoom(1 / ZOOM_PER_NOTCH),
        }
        self._show_recording()

    def _connect(self) -> None:
        transport, timeline = self.transport, self.transport.timeline
        self.stage.tab_pressed.connect(lambda: timeline.setFocus(Qt.FocusReason.TabFocusReason))
        self.stage.rotated.connect(self._rotate)
        self.stage.zoomed.connect(self._zoom)
        self.stage.double_clicked.connect(self._reset_view_camera)
        self.stage.clicked.connect(self._pick)
        transport.play.connect(self.toggle_play)
        transport.step.connect(self.step)
        transport.loop.connect(self.toggle_loop)
        transport.speed.connect(self.set_speed)
        transport.mark_in.connect(lambda: self.mark("start_s"))
        transport.mark_out.connect(lambda: self.mark("end_s"))
        transport.view.connect(self.set_view)
        transport.full_screen.connect(self.full_screen_wanted)
        for scrubbing in (timeline.scrubbing, self.curves.plot.scrubbing):
            scrubbing.grabbed.connect(self._grab)
            scrubbing.moved.connect(self.seek)
            scrubbing.released.connect(self._let_go)

    # What is played ----------------------------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """The recording that is open, or being opened; None for none."""
        return None if self._player is None else self._player.path

    @property
    def summary(self) -> RecordingSummary | None:
        """What is known of the recording once it is open."""
        return self._summary

    @property
    def options(self) -> Options:
        """How meshes are drawn now, and from where."""
        return self._options

    def draw_as(self, options: Options) -> None:
        """Draw meshes as these options say; from where they are looked at stays."""
        self._options = replace(
            self._options,
            show=options.show,
            look=options.look,
            opacity=options.opacity,
            colour_per_person=options.colour_per_person,
        )

    @property
    def place(self) -> Place | None:
        """Where the player is; None while nothing is open."""
        if self.path is None:
            return None
        return Place(self.path, self.is_playing, self.position_s, self._part)

    def open(self, place: Place) -> None:
        """Open a recording in place of the present one."""
        self.close_recording()
        self._part = place.part
        self._plays_when_open = place.plays
        self._playback = replace(self._playback, position_s=place.position_s)
        self._player = Player(place.path, avatar=self.avatar)

    def close_recording(self) -> None:
        """Give the file back and show nothing; that it has been given back is not waited for."""
        if self._player is not None:
            self._player.stop()
            self._ending.append(self._player)
        self._player = self._summary = self._request = self._refined = self._activity = None
        self._is_refined = self._has_failed = self._has_damage = False
        self._part = WHOLE
        self._playback = replace(self._playback, length_s=0.0, position_s=0.0, since_s=None)
        self.stage.clear()
        self.curves.clear()
        self._show_recording()

    def wait(self, timeout: float) -> bool:
        """Wait, at most so many seconds, until the recordings that were closed have been given back.

        Returns
        -------
        Whether all have. A file on a disk that hangs is left to its thread.
        """
        until = time.monotonic() + timeout
        self._ending = [
            player for player in self._ending if not player.close(max(until - time.monotonic(), 0.0))
        ]
        return not self._ending

    def tell_again(self) -> None:
        """Say once more what is wrong with the recording, if anything is."""
        self._has_failed = False

    def tick(self) -> None:
        """Show what is new; to be called every few milliseconds."""
        self._ending = [player for player in self._ending if not player.has_ended]
        player = self._player
        if player is None:
            return
        if player.error is not None:
            if not self._has_failed:
                self._has_failed = True
                self.failed.emit(player.error)
            return
        if self._summary is None and player.summary is not None:
            self._begin(player.summary)
        if self._summary is None:
            return
        if player.activity is not self._activity:
            self._activity = player.activity
            self._show_recording()
        if self._playback.is_playing and self._playback.has_ended(self._clock()):
            self.hold()
        self._request_frame(player)
        result = player.take()
        if result is not None:
            self.stage.show_result(result)
        self.transport.show_playback(self._playback, self._clock())
        self._show_curves(player, self._summary)
        if player.unreadable and not self._has_damage:
            self._has_damage = True
            self.found_damage.emit()

    def _begin(self, summary: RecordingSummary) -> None:
        self._summary = summary
        position_s = min(self._playback.position_s, summary.length_s)
        self._playback = replace(self._playback, length_s=summary.length_s, position_s=position_s)
        if self._plays_when_open:
            self._playback = self._playback.played(self._clock())
        self._show_recording()
        self.opened.emit()

    def _request_frame(self, player: Player) -> None:
        ratio = self.stage.devicePixelRatioF()
        viewport = (round(self.stage.width() * ratio), round(self.stage.height() * ratio))
        request = RenderRequest(self.row, replace(self._options, view=self.view), viewport, self._is_refined)
        if request != self._request:
            self._request = request
            player.show(request)

    def _show_recording(self) -> None:
        """Show what is open on the transport."""
        self.transport.setEnabled(self._summary is not None)
        if self._summary is None:
            self.transport.timeline.show_recording(0.0, (), ())
        else:
            refined = self._refined if self._is_refined else None
            lanes = lanes_of(self._summary, self._options, refined, self._activity)
            self.transport.timeline.show_recording(self._summary.length_s, lanes, marks_of(self._summary))
        self.transport.show_part(self._part)
        self.transport.show_playback(self._playback, self._clock())
        self._show_views()

    # The refined motion ------------------------------------------------------------------------------------

    @property
    def has_refined_motion(self) -> bool:
        """Whether the motion of the recording has been refined."""
        return self._refined is not None

    @property
    def is_refined(self) -> bool:
        """Whether the refined motion is shown rather than the recorded one."""
        return self._is_refined

    def use_refined(self, refined: RefinedRecording) -> None:
        """Show refined motion of the open recording, and close it with that."""
        assert self._player is not None
        self._refined = refined
        self._player.give(refined)
        self.curves.show_refined(refined)
        self.show_refined(True)

    def show_refined(self, is_refined: bool) -> None:
        """Show the refined motion, or the recorded one."""
        self._is_refined = is_refined and self._refined is not None
        self._show_recording()

    # Playing -----------------------------------------------------------------------------------------------

    @property
    def playback(self) -> Playback:
        """Where it is."""
        return self._playback

    @property
    def position_s(self) -> float:
        """The present position."""
        return self._playback.at(self._clock())

    @property
    def row(self) -> int:
        """The frame that belongs to the present position."""
        assert self._summary is not None
        return row_at(self._summary.times_s, self.position_s)

    @property
    def is_playing(self) -> bool:
        """Whether the position moves by itself, and has not reached the end."""
        return self._playback.is_playing and not self._playback.has_ended(self._clock())

    def play(self) -> None:
        """Go on; after the end, from the beginning."""
        self._plays_when_open = True
        if self._summary is not None and not self.is_playing:
            self._playback = self._playback.played(self._clock())

    def hold(self) -> None:
        """Stand still."""
        self._plays_when_open = False
        self._playback = self._playback.held(self._clock())

    def toggle_play(self) -> None:
        """Play or pause."""
        if self.is_playing:
            self.hold()
        else:
            self.play()

    def seek(self, position_s: float) -> None:
        """Go to a moment."""
        self._playback = self._playback.sought(position_s, self._clock())

    def leap(self, seconds: float) -> None:
        """Go some seconds on or back."""
        self.seek(self.position_s + seconds)

    def step(self, frames: int) -> None:
        """Pause and go some frames on or back."""
        if self._summary is None:
            return
        row = min(max(self.row + frames, 0), len(self._summary.times_s) - 1)
        self.hold()
        self.seek(float(self._summary.times_s[row]))

    def set_speed(self, speed: float) -> None:
        """Play at another speed."""
        self._playback = self._playback.at_speed(speed, self._clock())

    def change_speed(self, by: int) -> None:
        """Go to the next slower or quicker speed."""
        index = SPEEDS.index(self._playback.speed) + by
        self.set_speed(SPEEDS[min(max(index, 0), len(SPEEDS) - 1)])

    # What exports take -------------------------------------------------------------------------------------

    @property
    def part(self) -> Part:
        """From in to out point."""
        return self._part

    def mark(self, which: Literal["start_s", "end_s"]) -> None:
        """Set the in or the out point to this frame, or take it away if it is there; the other one yields."""
        if self._summary is not None:
            moment = float(self._summary.times_s[self.row])
            is_there = getattr(self._part, which) == moment
            new = replace(self._part, **{which: None if is_there else moment})
            if new.start_s is not None and new.end_s is not None and new.end_s < new.start_s:
                new = replace(WHOLE, **{which: moment})
            self._part = new
        self.transport.show_part(self._part)

    def toggle_loop(self) -> None:
        """Begin again after the end, or not."""
        self._playback = self._playback.looping(not self._playback.loops, self._clock())
        self.transport.show_playback(self._playback, self._clock())

    def _grab(self) -> None:
        self._was_playing = self.is_playing
        self.hold()

    def _let_go(self) -> None:
        if self._was_playing:
            self.play()

    # Curves ------------------------------------------------------------------------------------------------

    def toggle_curves(self) -> None:
        """Show the curves of a joint, or not any more."""
        self.curves.setVisible(self.curves.isHidden())
        self.curves_shown.emit(not self.curves.isHidden())

    def _pick(self, at: QPointF, scale: float) -> None:
        """Show the curves of the joint that was clicked, if one was."""
        result = self.stage.result
        if result is not None and self.curves.choose_at(result, at, scale) and self.curves.isHidden():
            self.toggle_curves()

    def _show_curves(self, player: Player, summary: RecordingSummary) -> None:
        if not self.curves.isHidden():
            self.curves.show_recorded(summary, player.joints)
            self.curves.show_moment(float(summary.times_s[self.row]), self._part, summary.length_s)

    # Views -------------------------------------------------------------------------------------------------

    @property
    def views(self) -> tuple[View, ...]:
        """The views that there are of the open recording."""
        if self._summary is None:
            return ()
        return tuple(view for view in VIEW_HINTS if self._summary.has_video or view not in NEEDS_VIDEO)

    @property
    def view(self) -> View:
        """The view that is shown: the chosen one where there is such a view."""
        if self._view is not None and self._view in self.views:
            return self._view
        return "overlay" if self._summary is not None and self._summary.has_video else "orbit"

    def set_view(self, view: View) -> None:
        """Look in another way."""
        self._view = view
        self._show_views()

    def next_view(self) -> None:
        """Go to the next of the views."""
        views = self.views
        if views:
            self.set_view(views[(views.index(self.view) + 1) % len(views)])

    def _show_views(self) -> None:
        self.transport.show_views(self.view, self.views)
        self.stage.can_rotate = self._summary is not None and self.view == "orbit"
        shape = Qt.CursorShape.OpenHandCursor if self.stage.can_rotate else Qt.CursorShape.ArrowCursor
        self.stage.setCursor(shape)

    def _rotate(self, right_deg: float, down_deg: float) -> None:
        self._options = orbit_camera.rotated(self._options, right_deg, down_deg)

    def _zoom(self, factor: float) -> None:
        if self.stage.can_rotate:
            self._options = orbit_camera.zoomed(self._options, factor)

    def _reset_view_camera(self) -> None:
        if self.stage.can_rotate:
            self._options = orbit_camera.reset(self._options)
        else:
            self.full_screen_wanted.emit()
