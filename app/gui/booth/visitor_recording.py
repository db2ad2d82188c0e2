"""VisitorRecording: offers to record visitors, records who consents, and lets them take it or delete it."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from app.booth.consent import Consent, raises_both_arms
from app.booth.keepsakes import Keepsakes
from app.booth.picture_consent import Companions, PictureConsent
from app.booth.snapshot_gesture import SnapshotGesture, raised_arms
from app.gui.booth.offer import Offer
from app.gui.languages.language import tr
from app.gui.live.countdown import Countdown
from app.gui.live.interval import Interval
from app.recordings.schema import RecordingError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.booth.keepsakes import Keepsake
    from app.booth.settings import BoothSettings, VisitorSettings
    from app.booth.texts import Words
    from app.booth.visit import VisitState
    from app.gui.booth.take_away_card import TakeAwayCard
    from app.gui.live.page import LivePage
    from app.live.session import LiveSession
    from app.live_out.handouts import Handouts
    from app.types import Person, Result

log = logging.getLogger(__name__)

SWEEP_S = 3600.0
COUNT_S = 3  # from a raised arm to the photo
FLASH_S = 0.4
ADDRESS_S = 2.0  # between two looks for this machine's address
TOLD_S = 6.0  # for which it is said that all was deleted


def recordings_folder(settings: VisitorSettings) -> Path:
    """Return where a booth's recordings go."""
    return Path(settings.folder or Path(platformdirs.user_videos_dir()) / "FastMETRO Live" / "booth")


class VisitorRecording:
    """Follows the visit, beside the director.

    Parameters
    ----------
    page, session : of the booth.
    settings : of the booth, what may be recorded, and for how long it is kept.
    handouts : by which visitors take it with them; None where they do not.
    clock : seconds.
    wall_clock : seconds since 1970.

    Attributes
    ----------
    offer : what is drawn over the live picture.
    card : what leads a phone to what was recorded; None where nothing does.
    countdown : to a photo.
    last_deletion : when somebody last had a visit deleted, and what came of it, in words; empty before.

    Raises
    ------
    UserError : the list of earlier recordings cannot be read.
    """

    def __init__(
        self,
        page: LivePage,
        session: LiveSession,
        settings: BoothSettings,
        handouts: Handouts | None,
        clock: Callable[[], float],
        wall_clock: Callable[[], float],
    ) -> None:
        self._page, self._session, self._settings = page, session, settings.visitors
        self._clock, self._wall_clock = clock, wall_clock
        self._folder = recordings_folder(self._settings)
        self._keepsakes = Keepsakes(self._folder, self._settings, settings.picture.look, handouts)
        self._sweeping = Interval(SWEEP_S)
        self._consent = Consent()
        self._companions, self._agreed = Companions(), list[int]()  # who of those in view has consented
        self._pictures: PictureConsent | None = None  # of the recording, where the picture may be kept
        self._gesture = SnapshotGesture()
        self._leader: int | None = None  # to whom the offer is made now
        self._recorded: int | None = None  # who is being recorded, or was until the recording ended
        self._recording: Keepsake | None = None  # in progress, or being finished
        self._began_s = self._flash_s = self._told_s = 0.0
        self.last_deletion = ""
        self._owner: int | None = None  # who was recorded in this visit, to whom alone the code is shown,
        self._own: Keepsake | None = None  # that leads to this
        self._address, self._addressing = "", Interval(ADDRESS_S)
        self.offer = Offer(page.stage, page.stage.image_rect, self._settings.consent)
        self.offer.agreed.connect(self._agree)
        self.countdown = Countdown(page.stage, clock)
        self.countdown.setAccessibleName(tr("Seconds until the photo is taken"))
        self.card = self._make_card() if handouts is not None else None

    def _make_card(self) -> TakeAwayCard:
        from app.gui.booth.take_away_card import TakeAwayCard  # brings segno, which this alone takes

        card = TakeAwayCard(self._page.stage)
        card.delete_wanted.connect(self._delete_shown)
        return card

    @property
    def own(self) -> Keepsake | None:
        """What was made of the present visit, or of the one that has just ended."""
        return self._own

    @property
    def visits(self) -> int:
        """Of how many visits something is kept."""
        return self._keepsakes.visits

    def tick(self, result: Result | None, leader: int | None, words: Words, state: VisitState) -> None:
        """Follow who leads; to be called every few milliseconds.

        Parameters
        ----------
        result : the newest, which is on the screen.
        leader : who plays, whom the offer is made to; None for nobody.
        words : of the language in turn.
        state : of the visit.
        """
        now = self._clock()
        self._keepsakes.tick()
        if self._sweeping.is_due(now):
            self._keepsakes.sweep(self._wall_clock())
        if not self._settings.record:
            return
        self._end_recording(now)
        # Only a gesture in front of the drawn frame and its words, or the button, means consent.
        self._leader = leader if self._can_offer() else None
        person = None if result is None else next((p for p in result.people if p.id == leader), None)
        raises = (
            self._leader is not None
            and self._settings.consent != "button"
            and person is not None
            and result is not None
            and raises_both_arms(person, result.frame.size)
        )
        self._follow_companions(result, now)
        consented = self._consent.follow(leader, raises, now)
        if consented != self._recorded:
            self._change(consented)
        self._follow_gesture(person, now)
        self._show(words, now)
        if self.card is not None:
            self._show_card(self.card, leader, words, state, now)

    def delete_last(self) -> None:
        """Delete all of the last visit of which something is kept."""
        is_done = self._keepsakes.delete_last()
        self._note_deletion(is_done)

    def close(self) -> None:
        """Record nobody any more, and make and give nothing."""
        if self._recorded is not None:
            self._session.stop_recording()
        self._keepsakes.close()

    # Recording ---------------------------------------------------------------------------------------------

    def _can_offer(self) -> bool:
        model = self._session.model
        return self._page.options.view == "overlay" and model is not None and model.kind == "body"

    def _agree(self) -> None:
        """Take the button, which is there while the offer is, as consent of who leads."""
        if self._leader is not None and self._recorded is None and self._settings.consent != "arms":
            self._consent.agree(self._leader)

    def _follow_companions(self, result: Result | None, now: float) -> None:
        """Follow who lets the picture be kept, as long as they are told."""
        if not self._settings.video:
            return
        is_waiting = self._recording is not None and self._pictures is not None and self._pictures.is_waiting
        if result is None or not (is_waiting or (self._leader is not None and self._recorded is None)):
            self._companions.forget()
            return
        self._agreed = self._companions.follow(result.people, result.frame.size, now)
        if is_waiting and self._pictures is not None:
            self._pictures.agree(self._agreed)

    def _change(self, consented: int | None) -> None:
        """End a recording, or begin that of somebody else; the one before is finished first."""
        if self._recorded is not None:
            self._session.stop_recording()
            self._recorded = None
        if consented is None or self._session.is_recording:
            return
        self._recorded, self._owner, self._own = consented, None, None
        self._began_s = self._clock()
        self._gesture.begin()
        try:
            self._keepsakes.prepare()
            self._pictures = None
            if self._settings.video:
                self._pictures = PictureConsent(consented, self._agreed, self._page.options.people)
            self._session.record(self._folder, consented, self._pictures)
            status = self._session.follow_recording()
            if status is not None:
                self._recording = self._keepsakes.begin(status.path, status.video, self._wall_clock())
                self._owner, self._own = consented, self._recording
        except (RecordingError, OSError) as error:
            self._session.stop_recording()
            log.warning("a visitor cannot be recorded: %s", error)

    def _end_recording(self, now: float) -> None:
        """End a recording whose time is over, or that is to be deleted, and finish one that has ended."""
        if self._recording is None:
            return
        if not self._session.is_recording:
            self._keepsakes.finish(self._recording)
            if self._recording.is_doomed:
                self._note_deletion(self._recording.state == "deleted")
            self._recording = None
        elif self._recording.is_doomed or (self._settings.takeaway and self._left_s(now) <= 0):
            self._session.stop_recording()

    def _left_s(self, now: float) -> float:
        return self._began_s + self._settings.clip_seconds - now

    # Photos ------------------------------------------------------------------------------------------------

    def _follow_gesture(self, person: Person | None, now: float) -> None:
        if not self._settings.snapshot or self._recording is None or self._recorded is None:
            self.countdown.cancel()
            return
        if person is not None and self._gesture.follow(raised_arms(person), now) and self._has_time(now):
            self.countdown.begin(COUNT_S, self._take_photo)
        self.countdown.tick()

    def _has_time(self, now: float) -> bool:
        """Whether a photo that is asked for now would be of the recording."""
        return not self.countdown.is_running and not (
            self._settings.takeaway and self._left_s(now) <= COUNT_S
        )

    def _take_photo(self) -> None:
        status = self._session.follow_recording()
        if self._recording is not None and status is not None and status.state == "recording":
            self._recording.photos.append(status.seconds)
            self._flash_s = self._clock()

    # What is shown -----------------------------------------------------------------------------------------

    def _show(self, words: Words, now: float) -> None:
        if self._recorded is not None:
            is_recording = self._session.is_recording and self._recording is not None
            flashes = 0.0 <= now - self._flash_s < FLASH_S and self._flash_s > 0.0
            said = self._recording_words(words, now) if is_recording else ""
            self.offer.show_recording(said, self._hint(words), flashes=flashes)
        elif self._leader is not None:
            self.offer.show_offer(self._asking_words(words), words.agree, self._consent.progress)
        else:
            self.offer.withdraw()

    def _hint(self, words: Words) -> str:
        """Return what can be done while somebody is recorded."""
        if self._pictures is not None and self._pictures.is_waiting:
            return f"{words.by_arms} {self._kept_words(words)}"
        return words.photo if self._settings.snapshot and not self.countdown.is_running else ""

    def _recording_words(self, words: Words, now: float) -> str:
        said = words.recording
        if self._settings.takeaway:
            said = words.recording_for.replace("{seconds}", str(max(round(self._left_s(now)), 0)))
        is_filming = self._pictures is not None and self._pictures.is_filming
        return f"{said} · {words.picture_too}" if is_filming else said

    def _asking_words(self, words: Words) -> str:
        how = words.by_button if self._settings.consent == "button" else words.by_arms
        return f"{words.ask} {how} {self._kept_words(words)}"

    def _kept_words(self, words: Words) -> str:
        kept = words.with_picture if self._settings.video else words.no_picture
        return kept.replace("{hours}", f"{self._settings.retention_hours:g}")

    def _show_card(
        self, card: TakeAwayCard, leader: int | None, words: Words, state: VisitState, now: float
    ) -> None:
        """Show the way to what was recorded to whom it belongs: until they are gone, and to nobody else."""
        if state in ("idle", "greet"):
            self._owner = self._own = None
        keepsake = self._own
        if keepsake is None or not (state == "thanks" or leader == self._owner):
            card.withdraw()
        elif keepsake.state in ("deleted", "not_deleted"):
            if now - self._told_s < TOLD_S:
                card.tell(words.deleted if keepsake.state == "deleted" else words.not_deleted)
            else:
                card.withdraw()
        elif self._keepsakes.is_given(keepsake) and (address := self._address_of(keepsake, now)):
            card.offer(address, self._taking_words(words), words.delete, is_large=state == "thanks")
        else:
            card.withdraw()

    def _address_of(self, keepsake: Keepsake, now: float) -> str:
        """Return the address where it can be had, which changes with the network's; empty for none."""
        if self._addressing.is_due(now) or keepsake.token not in self._address:
            self._address = self._keepsakes.address(keepsake)
        return self._address

    def _taking_words(self, words: Words) -> str:
        told = words.take_away.replace("{minutes}", f"{self._settings.takeaway_minutes:g}")
        if not self._settings.wifi:
            return told
        return f"{words.wifi.replace('{wifi}', self._settings.wifi)}\n{told}"

    # Deleting ----------------------------------------------------------------------------------------------

    def _delete_shown(self) -> None:
        if self._own is not None:
            self._note_deletion(self._keepsakes.delete(self._own))

    def _note_deletion(self, is_done: bool | None) -> None:
        self._told_s = self._clock()
        at = time.strftime("%H:%M:%S", time.localtime(self._wall_clock()))
        said = {
            True: tr("nothing is left"),
            False: tr("not all could be deleted yet"),
            None: tr("there was nothing"),
        }
        self.last_deletion = f"{at}, {said[is_done]}"
