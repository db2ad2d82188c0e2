"""Keepsakes: what was made of each visit, from its recording to the clip for a phone, and its end."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from app.booth.clip_maker import ClipMaker, ClipOrder
from app.booth.retention import Retention
from app.live_out.handouts import HandoutFile

if TYPE_CHECKING:
    from pathlib import Path

    from app.booth.settings import VisitorSettings
    from app.live_out.handouts import Handouts
    from app.options import LookName

log = logging.getLogger(__name__)

KeepsakeState = Literal["recording", "kept", "making", "failed", "deleted", "not_deleted"]
CLIP_KIND, PHOTO_KIND = "video/mp4", "image/jpeg"


@dataclass(slots=True, eq=False)
class Keepsake:
    """What was made of one visit.

    Attributes
    ----------
    recording : the file.
    made_at : when, seconds since 1970; all files of the visit have this time on the list.
    files : the names of all of them, made or to be made.
    state : ``making`` while its clip is drawn, ``kept`` when all is there; ``not_deleted`` where somebody
        wants it deleted and the disk did not let that happen yet.
    token : of the address where it can be had; empty for none.
    photos : seconds of the recording.
    is_doomed : it is to be deleted as soon as the recording has ended.
    """

    recording: Path
    made_at: float
    files: list[str] = field(default_factory=list)
    state: KeepsakeState = "recording"
    token: str = ""
    photos: list[float] = field(default_factory=list)
    is_doomed: bool = False


class Keepsakes:
    """Keeps them for their hours, gives them away, and deletes them.

    Parameters
    ----------
    folder : of the recordings.
    settings : for how long each is kept, and whether it can be taken away.
    look : how the mesh is shaded.
    handouts : gives them away; None where nothing is.

    Attributes
    ----------
    latest : that of the last visit of which something was recorded since the program began.

    Raises
    ------
    UserError : the list of earlier recordings cannot be read.
    """

    def __init__(
        self, folder: Path, settings: VisitorSettings, look: LookName, handouts: Handouts | None
    ) -> None:
        self._folder, self._settings, self._handouts = folder, settings, handouts
        self._retention = Retention(folder, settings.retention_hours)
        self._maker = ClipMaker(folder, look)
        self._given: dict[str, Keepsake] = {}  # by their tokens
        self.latest: Keepsake | None = None

    @property
    def visits(self) -> int:
        """Of how many visits something is kept."""
        return self._retention.visits

    def prepare(self) -> None:
        """Make sure that what is recorded now will be deleted in time.

        Raises
        ------
        OSError : it would not be.
        """
        self._retention.prepare()

    def begin(self, recording: Path, video: Path | None, now_s: float) -> Keepsake:
        """Take note of a recording that has begun, and of its video if there is one.

        Raises
        ------
        OSError : its deletion cannot be noted.
        """
        keepsake = Keepsake(recording, now_s)
        for path in (recording, *(() if video is None else (video,))):
            self._note(keepsake, path)
        self.latest = keepsake
        return keepsake

    def finish(self, keepsake: Keepsake) -> None:
        """Take note that a recording has ended, and have its clip made."""
        if keepsake.is_doomed or not keepsake.recording.exists():
            self.delete(keepsake)
            return
        keepsake.state = "kept"
        if not self._settings.takeaway and not keepsake.photos:
            return
        stem = keepsake.recording.stem
        photos = tuple(
            (at, self._folder / f"{stem} photo {number}.jpg") for number, at in enumerate(keepsake.photos, 1)
        )
        clip = self._folder / f"{stem} clip.mp4" if self._settings.takeaway else None
        order = ClipOrder(keepsake.recording, clip, photos)
        try:
            for file in order.files:
                self._note(keepsake, file)
        except OSError as error:
            log.warning("a clip cannot be made, as its deletion cannot be noted: %s", error.strerror)
            keepsake.state = "failed"
            return
        keepsake.state = "making"
        if self._handouts is not None and self._settings.takeaway:
            keepsake.token = self._handouts.open(60 * self._settings.takeaway_minutes).token
            self._given[keepsake.token] = keepsake
        self._maker.order(order)

    def tick(self) -> None:
        """Follow what happens; to be called every few milliseconds."""
        if (ended := self._maker.tick()) is not None:
            self._end_clip(*ended)
        if self._handouts is None:
            return
        # Looked for before the deletions: each of those has ended its address too.
        over = [token for token in self._given if not self._handouts.is_open(token)]
        for deletion in self._handouts.deletions():
            keepsake = self._given.get(deletion.token)
            if keepsake is not None and self.delete(keepsake):
                deletion.done.set()
        for token in over:
            self._given.pop(token, None)

    def is_given(self, keepsake: Keepsake) -> bool:
        """Whether it can be had at its address now, or will be soon."""
        return keepsake.token in self._given

    def address(self, keepsake: Keepsake) -> str:
        """Return the address where it can be had; empty for none."""
        return "" if self._handouts is None else self._handouts.address(keepsake.token)

    def sweep(self, now_s: float) -> None:
        """Delete what has been kept for long enough."""
        self._retention.sweep(now_s)

    def delete(self, keepsake: Keepsake) -> bool:
        """Delete all of a visit now; return whether nothing is left.

        What is being recorded still is deleted when it has ended.
        """
        if keepsake.state == "recording" and not keepsake.is_doomed and keepsake.recording.exists():
            keepsake.is_doomed = True
            return False
        self._maker.cancel(keepsake.recording)
        self._close(keepsake)
        is_done = self._retention.delete(keepsake.files)
        keepsake.state = "deleted" if is_done else "not_deleted"
        return is_done

    def delete_last(self) -> bool | None:
        """Delete all of the last visit of which something is kept; None if there is none.

        Returns
        -------
        Whether nothing is left of it; what is being recorded still is deleted when it has ended.
        """
        names = self._retention.of_last_visit()
        if not names:
            return None
        latest = self.latest
        if latest is not None and latest.recording.name in names:
            return self.delete(latest)
        return self._retention.delete(names)

    def close(self) -> None:
        """Make and give nothing any more."""
        self._maker.close()
        for keepsake in [*self._given.values()]:
            self._close(keepsake)

    def _end_clip(self, order: ClipOrder, is_done: bool) -> None:
        for file in order.files:
            if not self._retention.lists(file):  # its time was over before it was drawn
                file.unlink(missing_ok=True)
        keepsake = next((each for each in self._kept_in_mind() if each.recording == order.recording), None)
        if keepsake is None or keepsake.state != "making":
            return
        keepsake.state = "kept" if is_done else "failed"
        if self._handouts is None:
            return
        files = [] if order.clip is None else [HandoutFile("clip.mp4", CLIP_KIND, order.clip)]
        for number, (_, file) in enumerate(order.photos, 1):
            files.append(HandoutFile(f"photo-{number}.jpg", PHOTO_KIND, file))
        self._handouts.fill(keepsake.token, tuple(files) if is_done else ())

    def _note(self, keepsake: Keepsake, file: Path) -> None:
        self._retention.note(file, keepsake.made_at)
        keepsake.files.append(file.name)

    def _kept_in_mind(self) -> list[Keepsake]:
        return [*self._given.values(), *(() if self.latest is None else (self.latest,))]

    def _close(self, keepsake: Keepsake) -> None:
        if self._handouts is not None and keepsake.token:
            self._handouts.close(keepsake.token)
        self._given.pop(keepsake.token, None)
