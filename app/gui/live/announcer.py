"""Announcer: says on the live stage what becomes of the source, the model and the recordings."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from app.gui.languages.language import tr
from app.gui.languages.sentences import translated
from app.gui.live import notices
from app.gui.live.interval import Interval
from app.gui.live.welcome import welcome_card
from app.gui.widgets.banner import Notice
from app.system.files import free_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.gui.live.live_stage import LiveStage
    from app.gui.live.source_watch import SourceWatch
    from app.live.live_model import LiveModel
    from app.live.session import LiveSession
    from app.options import Options
    from app.recordings.recorder import RecorderStatus

log = logging.getLogger(__name__)

LOADING_AFTER_S = 0.2  # a card for less would only flash
MESSAGE_S = 8.0
CPU_NOTICE_S = 15.0
DISK_CHECK_S = 10.0


class Announcer:
    """Gathers the state, and keeps the banner and the card of the stage at what it asks for.

    Parameters
    ----------
    stage : on which it is said.
    session, watch : whose state it is.
    actions : what the buttons do.
    is_booth : nobody is there to act.
    cpu_explained : it has been explained before why the CPU does the work.
    welcomed : the cards of the first start have been shown before.
    clock : seconds.
    on_model : called with another model or device.

    Attributes
    ----------
    cpu_explained : it has been explained why the CPU does the work, and is not announced again.
    welcomed : the cards of the first start have been seen.
    """

    def __init__(
        self,
        stage: LiveStage,
        session: LiveSession,
        watch: SourceWatch,
        actions: notices.Actions,
        *,
        is_booth: bool,
        cpu_explained: bool,
        welcomed: bool,
        clock: Callable[[], float],
        on_model: Callable[[LiveModel], None],
    ) -> None:
        self._stage, self._messages, self._actions = stage, stage.messages, actions
        self._session, self._watch = session, watch
        self._is_booth, self._clock, self._on_model = is_booth, clock, on_model
        self.cpu_explained = cpu_explained
        self.welcomed = welcomed or is_booth
        self._welcome_at = 0  # which of its cards is shown
        self._explains_cpu = False
        self._message: Notice | None = None
        self._message_until = 0.0
        self._failed_recording: Notice | None = None  # until it has been seen
        self._model: LiveModel | None = None  # of the present source
        self._no_opengl_said = False
        self._disk_check = Interval(DISK_CHECK_S)
        self._free_bytes: int | None = None

    def begin(self) -> None:
        """Follow another source, which is being opened."""
        self._explains_cpu = False
        self._model = None
        card = self._messages.card.content
        if card is not None and not card.is_busy:
            self._messages.show_card(None)
        self._stage.set_dimmed(True)

    def tick(self) -> None:
        """Show the card and the banner that the present state asks for."""
        watch, now = self._watch, self._clock()
        if not self.welcomed and not watch.has_failed:
            self._messages.show_card(welcome_card(self._welcome_at, go_on=self._go_on, end=self._end_welcome))
        elif watch.awaits_frame and not watch.has_failed:
            if now - watch.opened_at >= LOADING_AFTER_S:
                self._messages.show_card(notices.starting_card(self._session.status))
        elif not watch.has_failed and not self._explains_cpu:
            self._messages.show_card(None)
        if not watch.awaits_frame and not watch.has_failed:
            self._follow_model()
        state = self._state(now)
        self._stage.set_dimmed(state.awaits_frame or state.is_lost)
        self._messages.show_banner(notices.urgent_notice(state, self._actions))
        self._messages.tick()

    def _state(self, now: float) -> notices.LiveState:
        watch, model, result = self._watch, self._model, self._stage.result
        is_new = watch.shown_since is not None and now < watch.shown_since + CPU_NOTICE_S
        is_empty = result is not None and not result.people and not self._session.is_paused
        return notices.LiveState(
            pipeline=self._session.state,
            awaits_frame=watch.awaits_frame,
            is_booth=self._is_booth,
            is_lost=self._session.source_is_lost,
            message=self._message if now < self._message_until else None,
            failed_recording=self._failed_recording,
            failed_output=self._failed_output(),
            free_bytes=self._free_bytes,
            shows_sample_instead=watch.shows_sample_instead,
            announces_cpu=is_new and self._is_cpu_news(model),
            empty_s=now - watch.person_seen_at if is_empty else 0.0,
            finds_hands=model is not None and model.kind == "hand",
        )

    def _is_cpu_news(self, model: LiveModel | None) -> bool:
        """Whether the CPU does the work, for no other reason that has been said or explained."""
        return model is not None and model.on_cpu and model.server is None and not self.cpu_explained

    def _failed_output(self) -> str:
        statuses = self._session.output_statuses().values()
        return next((status.sentence for status in statuses if status.state == "failed"), "")

    # What has happened -------------------------------------------------------------------------------------

    def say(self, notice: Notice, seconds: float = MESSAGE_S) -> None:
        """Show a notice about something that has just happened."""
        self._message, self._message_until = notice, self._clock() + seconds

    def refuse_folder(self, text: str = "") -> None:
        """Say what is wrong with the folder for recordings, and offer another."""
        self.say(notices.folder_notice(text or tr(notices.NO_FOLDER), self._actions))

    def fail(self, error: Exception, options: Options) -> None:
        """Say what went wrong with these options, and what can be done."""
        card = notices.failure_card(error, options, self._actions, is_booth=self._is_booth)
        self._messages.show_card(card)

    def end_recording(self, status: RecorderStatus, play: Callable[[], None]) -> None:
        """Say how a recording has ended; a failure stays until it has been seen. A booth's is only logged."""
        if self._is_booth:
            if status.message:
                log.warning("%s", status.message)
        elif status.state == "failed":
            self._failed_recording = notices.failed_recording_notice(status, self._actions)
        else:
            self._messages.show_toast(notices.saved_recording_notice(status, play))

    def check_disk(self, folder: Path) -> None:
        """Look now and then how much is left for recordings."""
        if self._disk_check.is_due(self._clock()):
            self._free_bytes = free_bytes(folder)

    def _follow_model(self) -> None:
        """Show which model runs on what, and say where the CPU does the work of the GPU or of OpenGL."""
        before, model = self._model, self._session.model
        if model is None or model == before:
            return
        self._model = model
        self._on_model(model)
        if model.server is not None and (before is None or model.server != before.server):
            level = "quiet" if model.server.state in ("serving", "connecting") else "warning"
            self.say(Notice(translated(model.server.sentence), level), CPU_NOTICE_S)
        elif before is not None and model.on_cpu:
            self.say(Notice(translated(model.cpu_reason), "warning"), CPU_NOTICE_S)
        elif model.no_opengl and not self._no_opengl_said:
            self._no_opengl_said = True
            self.say(Notice(tr(notices.NO_OPENGL), "warning"), CPU_NOTICE_S)

    # What has been seen ------------------------------------------------------------------------------------

    def explain_cpu(self) -> None:
        """Show why the CPU does the work."""
        if self._model is not None:
            self._explains_cpu = self.cpu_explained = True
            self._messages.show_card(notices.cpu_card(self._model.cpu_reason, self._actions))

    def end_explanation(self) -> None:
        """Take the explanation away."""
        self._explains_cpu = False
        self._messages.show_card(None)

    def _go_on(self) -> None:
        self._welcome_at += 1
        self.tick()

    def _end_welcome(self) -> None:
        self.welcomed = True
        self._messages.show_card(None)

    def forget_recording(self) -> None:
        """Take away what is said of a failed recording."""
        self._failed_recording = None

    def forget_folder(self) -> None:
        """Take away what asks for another folder, and look at the disk again."""
        self._message = self._failed_recording = None
        self._disk_check.make_due()

    def step_back(self) -> bool:
        """Close an explanation, or what is said of a failed recording; return whether there was any."""
        if not self.welcomed and not self._watch.has_failed:
            self._end_welcome()
        elif self._explains_cpu:
            self.end_explanation()
        elif self._failed_recording is not None:
            self.forget_recording()
        else:
            return False
        return True
