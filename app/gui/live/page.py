"""LivePage: the live picture with everything that floats on it, the side panel, and what they do."""

from __future__ import annotations

import datetime
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.gui.languages.language import tr
from app.gui.live import notices
from app.gui.live.announcer import Announcer
from app.gui.live.interval import Interval
from app.gui.live.joint_watch import JointWatch
from app.gui.live.live_stage import LiveStage
from app.gui.live.paint_timings import Timings
from app.gui.live.panel_drawer import PanelDrawer
from app.gui.live.people_watch import PeopleWatch
from app.gui.live.places import Places
from app.gui.live.recording_control import RecordingControl
from app.gui.live.report_control import ReportControl
from app.gui.live.side_panel import SidePanel
from app.gui.live.source_choice import SourceChoice
from app.gui.live.source_watch import SAMPLE, SourceWatch
from app.gui.live.view_control import ViewControl
from app.gui.problem_report import write_report
from app.gui.shortcuts import KeyBindings
from app.gui.widgets import theme
from app.gui.widgets.banner import Notice
from app.live.camera_previews import CameraPreviews
from app.system import errors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from PySide6.QtGui import QKeyEvent

    from app.gui.appearance import Appearance
    from app.gui.settings import Settings
    from app.live.live_model import LiveModel
    from app.live.session import LiveSession
    from app.live.sources.camera_format import CameraFormat
    from app.options import Options
    from app.types import Result

REFRESH_S = 0.5  # of figures: quicker ones flicker


class LivePage(QWidget):
    """Shows what a session makes of its source, and changes, records and saves it.

    Parameters
    ----------
    settings : to begin with.
    session : what runs the pipeline; :meth:`shut_down` closes it.
    is_booth : without controls, trying again by itself for ever.
    make_previews : returns what looks through the cameras, each in a format, for somebody who chooses.
    log_lines : the last ones of the program's log, for a report.
    clock : seconds.

    Attributes
    ----------
    watch : opens the source that is asked for, and knows what has become of it.
    sources : the ways to another source.
    joints : follows the joint that was clicked.
    people : knows who is followed, by name.
    stage, panel : the picture with what floats on it, and the settings beside it.

    Signals
    -------
    recordings_wanted : the recordings shall be shown; the path of one of them or None, and whether it plays.
    full_screen_wanted : the window shall fill the screen, or not any more.
    keys_wanted : the list of all keys shall be shown.
    """

    recordings_wanted = Signal(object, bool)
    full_screen_wanted = Signal()
    keys_wanted = Signal()

    def __init__(
        self,
        settings: Settings,
        session: LiveSession,
        *,
        is_booth: bool = False,
        make_previews: Callable[[CameraFormat], CameraPreviews] = CameraPreviews,
        log_lines: Sequence[str] = (),
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__()
        self._session, self._is_booth, self._clock = session, is_booth, clock
        self._places = Places(self, settings)
        self._timings = Timings()
        self._refreshing = Interval(REFRESH_S)
        self._refreshing.begin(clock())
        self._cameras_shown = self._models_shown = None

        details_open = settings.details_open
        self.stage = LiveStage(self._note_paint, is_booth=is_booth, details_open=details_open, clock=clock)
        self.panel = SidePanel()
        self._drawer = PanelDrawer(self.panel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stage, 1)
        layout.addWidget(self._drawer)
        if settings.panel_open and not is_booth:
            self._drawer.open(True, at_once=True)

        self.watch = SourceWatch(
            session,
            settings.options,
            is_booth=is_booth,
            clock=clock,
            on_open=self._begin,
            on_failure=self._show_failure,
        )
        self.sources = SourceChoice(
            self,
            session,
            self.watch,
            self._places,
            image=self._source_image,
            open_source=self._open_source,
            make_previews=make_previews,
            clock=clock,
        )
        actions = notices.Actions(
            retry=self.watch.retry,
            choose_folder=self.choose_folder,
            choose_file=self.sources.choose_file,
            use_sample=lambda: self.change(source=SAMPLE),
            use_bundled_model=lambda: self.change(model=""),
            copy_report=self._copy_report,
            explain_cpu=lambda: self._announcer.explain_cpu(),
            end_explanation=lambda: self._announcer.end_explanation(),
            change_sending=self.change_sending,
        )
        self._announcer = Announcer(
            self.stage,
            session,
            self.watch,
            actions,
            is_booth=is_booth,
            cpu_explained=settings.cpu_explained,
            welcomed=settings.welcomed,
            clock=clock,
            on_model=self._show_model,
        )
        self._recording = RecordingControl(
            session,
            self.stage,
            self._announcer,
            can_record=self._can_record,
            folder=lambda: self._places.output_folder,
            play=lambda path: self.recordings_wanted.emit(path, True),
        )
        self._report = ReportControl(
            self.stage.messages,
            self._announcer,
            lambda: partial(
                write_report,
                self._places.output_folder,
                self.settings,
                tuple(log_lines),
                session.error,
                datetime.datetime.now(),
            ),
            self._recording.show_folder,
        )
        self.people = PeopleWatch(self.panel.everybody, session, lambda: self.options, self.change)
        self.joints = JointWatch(self.stage, lambda: self.options, lambda: session.model, self.people.name_of)
        self._view = ViewControl(
            self.stage,
            lambda: self.options,
            self.change,
            (lambda: None) if is_booth else self.full_screen_wanted.emit,
        )
        self.keys = KeyBindings({} if is_booth else self._by_key())
        self._connect()
        self.panel.source.stream.setText(settings.last_stream)
        self._show_options()
        self._recording.follow()
        session.search()

    def _by_key(self) -> dict[str, Callable[[], object]]:
        """Return what keys do here, by the ids of their shortcuts."""
        return {
            "pause": self.toggle_pause,
            "record": self.toggle_recording,
            "snapshot": self._recording.take_snapshot,
            "mirror": lambda: self.change(mirror=not self.options.mirror),
            "details": self.stage.toggle_details,
            "panel": self.toggle_panel,
            "settings": self.go_to_settings,
            "open_media": self.sources.choose_file,
            "pick_source": self.sources.pick,
            "show_recordings": lambda: self.recordings_wanted.emit(None, False),
            **self._view.key_actions,
        }

    def _connect(self) -> None:
        stage, bar = self.stage, self.stage.bar
        if not self._is_booth:
            stage.tab_pressed.connect(self.toggle_panel)
            stage.clicked.connect(self.joints.pick)
        stage.details_toggled.connect(self.refresh)
        bar.record.connect(self.toggle_recording)
        bar.snapshot.connect(self._recording.take_snapshot)
        bar.pause.connect(self.toggle_pause)
        bar.recordings.connect(lambda: self.recordings_wanted.emit(None, False))
        bar.full_screen.connect(self.full_screen_wanted)
        bar.panel.connect(self.toggle_panel)
        self.panel.changed.connect(lambda fields: self.change(**fields))
        self.panel.closed.connect(self.toggle_panel)
        self.panel.source.file_wanted.connect(self.sources.choose_file)
        self.panel.source.picker_wanted.connect(self.sources.pick)
        self.panel.folder_wanted.connect(self.choose_folder)
        self.panel.folder_shown.connect(self._recording.show_folder)
        self.panel.source.lists_wanted.connect(self._session.search)
        self.panel.source.stream_entered.connect(self.sources.open)
        self.panel.keys_wanted.connect(self.keys_wanted)
        self.panel.report_wanted.connect(self._report.begin)
        self.panel.appearance.changed.connect(self._change_appearance)

    # Coming and going --------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Open the source and show it."""
        self.stage.setFocus()
        self.watch.open()

    def leave(self) -> None:
        """Give the camera back."""
        self.stage.countdown.cancel()
        self._session.rest()
        self.stage.clear()

    def shut_down(self) -> None:
        """End everything, a recording too; nothing that hangs is waited for long."""
        self.sources.close()
        self._session.close()

    # What a person can do ----------------------------------------------------------------------------------

    @property
    def timings(self) -> Timings:
        """What reached the screen since the source was opened."""
        return self._timings

    @property
    def options(self) -> Options:
        """What is asked of the pipeline."""
        return self.watch.options

    @property
    def settings(self) -> Settings:
        """What is remembered of this page for the next start."""
        return replace(
            self._places.settings,
            options=self.options,
            cpu_explained=self._announcer.cpu_explained,
            welcomed=self._announcer.welcomed,
            panel_open=self._drawer.is_open,
            details_open=self.stage.details_open,
        )

    @property
    def is_recording(self) -> bool:
        """Whether a recording runs, or is being finished."""
        return self._recording.is_recording

    def change(self, **fields: object) -> None:
        """Change some of the options; another source or model is opened."""
        self.watch.change(replace(self.options, **fields))  # type: ignore[arg-type]
        self._show_options()

    def toggle_pause(self) -> None:
        """Hold the picture, or go on."""
        if self._session.state == "running":
            self._session.pause(not self._session.is_paused)
            self._timings = Timings()
            self.watch.note_person()
            self.refresh()

    def toggle_recording(self) -> None:
        """Begin a recording, after a countdown if one is wanted, or end either."""
        self._recording.toggle(self.options.countdown_s)
        self.refresh()

    def next_view(self) -> None:
        """Go to the next of the views."""
        self._view.next()

    def toggle_panel(self) -> None:
        """Open or close the side panel."""
        if self._drawer.is_open and self.panel.isAncestorOf(self.focusWidget() or self):
            self.stage.setFocus()
        self._drawer.open(not self._drawer.is_open)

    def go_to_settings(self) -> None:
        """Open the side panel and put the keyboard into it."""
        self._drawer.open(True)
        self.panel.source.begin()

    def change_sending(self) -> None:
        """Open the side panel where it says what results are sent to."""
        self._drawer.open(True)
        self.panel.send.begin()

    def _change_appearance(self, appearance: Appearance) -> None:
        self._places.settings = replace(self._places.settings, appearance=appearance)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.redress(application, appearance, self)

    def follow_look(self) -> None:
        """Show again what is told in sizes and colours of its own, in those of another look."""
        self.refresh()
        self.stage.arrange()

    def _open_source(self, source: str) -> None:
        self.change(source=source)
        self.stage.setFocus()

    def _source_image(self) -> np.ndarray | None:
        return None if self.stage.result is None else self.stage.result.frame.image

    def choose_folder(self) -> None:
        """Ask where snapshots and recordings shall go."""
        self._announcer.forget_folder()
        if self._places.ask_for_folder():
            self._announcer.forget_folder()
            self._show_options()

    def step_back(self) -> bool:
        """Leave what is explained or said, or else the controls; return whether there was anything."""
        if self.stage.countdown.is_running:
            self.stage.countdown.cancel()
            return True
        if self._announcer.step_back() or self.joints.close():
            return True
        if self.focusWidget() not in (None, self.stage):
            self.stage.setFocus()
            return True
        return False

    def _copy_report(self) -> None:
        error = self._session.error
        if error is not None:
            QApplication.clipboard().setText(errors.report(error, self.options))
            self.stage.messages.show_toast(Notice(tr("The report is in the clipboard"), "good"))

    # Every few milliseconds --------------------------------------------------------------------------------

    def tick(self) -> None:
        """Show what is new."""
        now = self._clock()
        result = self.watch.take()
        if result is not None:
            self.stage.show_result(result)
            self.joints.add(result)
        self.watch.follow()
        self._announcer.tick()
        self._recording.tick()
        self._report.tick()
        if self._refreshing.is_due(now):
            self.refresh()
        # While the keyboard moves among the controls, the bar must be there to be reached.
        by_keyboard = self.focusWidget() not in (None, self.stage)
        has_time = self.stage.result is None or self._session.is_paused
        self.stage.follow_mouse(in_use=by_keyboard or has_time)

    def _begin(self) -> None:
        """Show that another source is being opened."""
        self._timings = Timings()
        self.joints.clear()
        self.people.clear()
        self._announcer.begin()

    def _show_failure(self, error: Exception) -> None:
        """Show what went wrong, and what can be done."""
        self.stage.clear()
        self._timings = Timings()
        self.refresh()
        self._announcer.fail(error, self.options)

    def _show_model(self, model: LiveModel) -> None:
        self.panel.show_kind(model.kind)
        self.panel.hands.show_model(model.has_fingers)
        self.stage.show_model(model)

    def _can_record(self) -> bool:
        return self._session.state == "running" and not self.watch.awaits_frame and not self._is_booth

    def _note_paint(self, result: Result, at: float) -> None:
        if not self._session.is_paused:
            self._timings.add(result, at)

    # What is shown -----------------------------------------------------------------------------------------

    def _show_options(self) -> None:
        self.panel.show_options(self.options)
        self.panel.show_folder(self._places.output_folder)
        self.panel.appearance.show_appearance(self._places.settings.appearance)
        self._view.show_options()

    def refresh(self) -> None:
        """Show the figures of the last moments and what can be done now."""
        now, result = self._clock(), self.stage.result
        self._refreshing.begin(now)
        figures = self._session.figures(now)
        self.stage.show_figures(self._timings, figures, now, is_paused=self._session.is_paused)
        self._recording.follow()
        self.panel.show_rate(figures.mesh_fps if figures is not None else 0.0)
        self.panel.hands.show_cost(self._timings.seconds_in("hands", now))
        self.panel.send.show_statuses(self._session.output_statuses())
        self.panel.source.show_sample_instead(self.watch.shows_sample_instead)
        pipeline = self._session.pipeline
        gives = "" if pipeline is None or pipeline.source is None else pipeline.source.gives
        self.panel.source.show_resolution(result.frame.size if result is not None else None, gives)
        if self._session.cameras is not self._cameras_shown or self._session.models is not self._models_shown:
            self._cameras_shown, self._models_shown = self._session.cameras, self._session.models
            self.panel.source.show_cameras(self._cameras_shown or [])
            self.panel.show_models(self._models_shown or [])
        self.sources.follow()
        self.joints.refresh()
        self.people.refresh(result)
        self.stage.bar.show_state(
            has_image=result is not None,
            can_pause=self._session.state == "running" and not self.watch.awaits_frame,
            is_paused=self._session.is_paused,
            is_full_screen=self.window().isFullScreen(),
        )
        self._announcer.check_disk(self._places.output_folder)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        if not self.keys.press(event):
            super().keyPressEvent(event)
