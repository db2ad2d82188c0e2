"""Director: lets a booth's live page go through a visit, from the idle screen to the thanks."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from app.booth.clip_player import ClipPlayer
from app.booth.nearness import Nearness
from app.booth.texts import read_words
from app.booth.visit import Visit
from app.gui.booth.idle_screen import Caption, IdleScreen
from app.gui.booth.visitor_recording import VisitorRecording
from app.gui.languages.language import can_write
from app.gui.live.source_watch import SAMPLE
from app.server.address import parse_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.booth.settings import BoothSettings
    from app.booth.texts import Words
    from app.booth.visit import VisitState
    from app.gui.live.page import LivePage
    from app.live.session import LiveSession
    from app.live_out.handouts import Handouts
    from app.types import Result

log = logging.getLogger(__name__)

MOST_ON_A_LINE = 4  # languages
STALE_S = 2.0  # a picture that old shows somebody who may have gone long ago


class Director:
    """Watches who leads, and shows and says what the visit asks for.

    Parameters
    ----------
    page : the live page, whose views it changes and whose stage it draws on.
    settings : of the booth.
    session : what runs the pipeline.
    clock : seconds.
    wall_clock : seconds since 1970, for what is kept for hours.
    handouts : by which visitors take with them what was recorded; None where they do not.

    Attributes
    ----------
    idle_screen, caption : what floats on the stage.
    visitor_recording : records who consents.

    Raises
    ------
    UserError : the file of texts, or the list of recordings, cannot be used.
    """

    def __init__(
        self,
        page: LivePage,
        session: LiveSession,
        settings: BoothSettings,
        clock: Callable[[], float],
        wall_clock: Callable[[], float] = time.time,
        handouts: Handouts | None = None,
    ) -> None:
        self._page, self._settings, self._clock = page, settings, clock
        self._visit = Visit(settings.visit)
        self._nearness = Nearness(settings.visit.greet_within_m)
        self._words = _writable(read_words(settings.idle.languages, settings.idle.texts))
        self._clip = ClipPlayer(settings.idle.clip or SAMPLE)
        self.idle_screen, self.caption = IdleScreen(page.stage), Caption(page.stage)
        self.visitor_recording = VisitorRecording(page, session, settings, handouts, clock, wall_clock)
        self._result: Result | None = None  # the newest, and since when it has been there
        self._result_at = self._began = self._view_at = self._started = clock()
        page.stage.resized.connect(self._arrange)
        self._begin("idle")

    @property
    def state(self) -> VisitState:
        """What the booth is doing."""
        return self._visit.state

    @property
    def visits(self) -> int:
        """How many people have been greeted."""
        return self._visit.visits

    @property
    def runs_for_s(self) -> float:
        """Since when it has been there, seconds."""
        return self._clock() - self._started

    def tick(self) -> None:
        """Follow what happens; to be called every few milliseconds, after the page."""
        now, before = self._clock(), self._visit.state
        if self._page.stage.result is not self._result:
            self._result, self._result_at = self._page.stage.result, now
        visits = self._visit.visits
        leader = self._leader(now)
        state = self._visit.follow(leader, now)
        if state != before or self._visit.visits != visits:
            self._begin(state)
        if state == "active" and now - self._view_at >= self._settings.visit.change_view_s:
            self._next_view(now)
        if state == "idle":
            self._refresh_idle_screen(now)
        self._say(state, now)
        player = leader if state == "active" else None
        self.visitor_recording.tick(self._result, player, self._words_in_turn(now), state)

    def close(self) -> None:
        """Stop the clip, and record nobody any more."""
        self._clip.rest()
        self.visitor_recording.close()

    def _leader(self, now: float) -> int | None:
        """Return who leads now, near enough; nobody where the picture stands still, or is the sample's."""
        if self._result is None or not self._is_fresh(now) or self._page.watch.shows_sample_instead:
            return self._nearness.follow(None, ())
        return self._nearness.follow(self._result.leader, self._result.people)

    def _is_fresh(self, now: float) -> bool:
        return now - self._result_at < STALE_S

    def _begin(self, state: VisitState) -> None:
        now = self._clock()
        self._began = self._view_at = now
        log.info("%s, %d visits so far", state, self._visit.visits)
        if state == "idle":
            self._clip.play()
        else:
            self._clip.rest()
            self.idle_screen.show_clip(None)
            self.idle_screen.show_camera(None)
        if state != "active":
            self._page.change(view=self._settings.visit.views[0])
        self.idle_screen.setVisible(state == "idle")
        self.caption.setVisible(state in ("greet", "thanks"))
        self._say(state, now)
        self._arrange()

    def _next_view(self, now: float) -> None:
        views = self._settings.visit.views
        shown = self._page.options.view
        after = views.index(shown) + 1 if shown in views else 0
        self._view_at = now
        self._page.change(view=views[after % len(views)])

    def _refresh_idle_screen(self, now: float) -> None:
        self.idle_screen.raise_()  # over what the page says of its source, which is not for visitors
        if (frame := self._clip.take()) is not None:
            self.idle_screen.show_clip(frame.image)
        result = None if self._page.watch.shows_sample_instead or not self._is_fresh(now) else self._result
        self.idle_screen.show_camera(None if result is None else result.overlay)

    def _say(self, state: VisitState, now: float) -> None:
        """Say what the state asks for, in one language after another."""
        words = self._words_in_turn(now)
        if state == "idle":
            self.idle_screen.show_words(words.invite, self._with_server(words.step_in, words))
        elif state == "greet":
            small = self._with_server(words.play, words)
            self.caption.show_words(_beside(each.hello for each in self._words), small)
        elif state == "thanks":
            self.caption.show_words(_beside(each.thanks for each in self._words), "")

    def _with_server(self, said: str, words: Words) -> str:
        """Add that pictures leave this machine, where they may."""
        server = self._page.options.server
        return f"{said}\n{words.server}" if server and not parse_server(server).is_here else said

    def _words_in_turn(self, now: float) -> Words:
        turn = int((now - self._began) / self._settings.idle.change_language_s)
        return self._words[turn % len(self._words)]

    def _arrange(self) -> None:
        for widget in (self.visitor_recording.offer, self.caption, self.idle_screen):
            widget.setGeometry(self._page.stage.rect())
            widget.raise_()


def _beside(words: Iterable[str]) -> str:
    """Return one word or two of each language beside each other, on two lines where they are many."""
    said = list(words)
    first = len(said) if len(said) <= MOST_ON_A_LINE else (len(said) + 1) // 2
    return "\n".join(" · ".join(line) for line in (said[:first], said[first:]) if line)


def _writable(words: dict[str, Words]) -> list[Words]:
    """Leave out languages that no font here can write: their letters would be empty boxes."""
    kept = {language: said for language, said in words.items() if can_write(language)}
    left_out = [language for language in words if language not in kept]
    if left_out:
        log.warning(
            "no font here has the letters of %s, so they are left out; install one, such as Noto Sans CJK",
            ", ".join(left_out),
        )
    return list((kept or words).values())
