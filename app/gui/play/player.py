"""Player: reads the frames of a recording and draws them, in a thread of its own. No Qt here."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from app.drawing.painter import Painter
from app.latest_slot import LatestSlot
from app.options import Options
from app.recordings.file import Drop, Recording, RecordingError, RecordingInfo
from app.recordings.painting import recording_painter, recording_size, under_people
from app.recordings.playback import usual_step
from app.recordings.video_reader import KeptVideo
from app.types import Frame, Person, Result, StageTimes
from models.errors import UserError

if TYPE_CHECKING:
    from app.recordings.motion.refined_recording import CleanMotion

log = logging.getLogger(__name__)

WAIT_S = 0.1  # every wait in the thread ends by then and looks whether to stop
LONGEST_SIDE = 1600  # pixels drawn where the size is free: enough to look sharp, quick enough without a GPU


@dataclass(frozen=True, slots=True, eq=False)
class Reel:
    """What is known of an opened recording.

    Attributes
    ----------
    path, info : of the recording.
    times_s : (T,) seconds from the first frame on, rising.
    length_s : until the end of the last frame.
    present : for each person's id, in which of the (T,) frames that person is.
    drops : frames that were lost, with times like ``times_s``.
    has_video : the source's video lies beside the recording.
    """

    path: Path
    info: RecordingInfo
    times_s: np.ndarray
    length_s: float
    present: dict[int, np.ndarray]
    drops: tuple[Drop, ...]
    has_video: bool


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture that is wanted.

    Attributes
    ----------
    row : of the frame.
    is_clean : with the motion that :meth:`Player.give` handed over instead of the recorded one.
    options : view, what is drawn, and the eye of the orbit view.
    room : (width, height) in pixels for views that are not bound to the video's own size.
    """

    row: int
    options: Options
    room: tuple[int, int]
    is_clean: bool = False


class Player:
    """Draws the frames that are asked for, always the newest wish.

    Parameters
    ----------
    path : of the recording.
    open_recording : opens it, in the player's thread.

    Attributes
    ----------
    reel : what is known of it; None until it has been opened.
    error : why it could not be opened or drawn; the thread has then ended.
    unreadable : frames found so far that cannot be read.
    """

    def __init__(self, path: Path, open_recording: Callable[[Path], Recording] = Recording) -> None:
        self.path = path
        self._open_recording = open_recording
        self._shots: LatestSlot[Shot] = LatestSlot()
        self._results: LatestSlot[Result] = LatestSlot()
        self._motions: LatestSlot[CleanMotion] = LatestSlot()
        self._closing = threading.Event()
        self.reel: Reel | None = None
        self.error: Exception | None = None
        self.unreadable: set[int] = set()
        self._thread = threading.Thread(target=self._run, name="player", daemon=True)
        self._thread.start()

    def show(self, shot: Shot) -> None:
        """Ask for a picture, in place of one that is not yet being drawn."""
        self._shots.put(shot)

    def give(self, motion: CleanMotion) -> None:
        """Hand over the cleaned-up motion of this recording; the player closes it."""
        self._motions.put(motion)

    def take(self) -> Result | None:
        """Return the newest picture, once; its frame's index is the row that was asked for."""
        return self._results.take()

    def stop(self) -> None:
        """Ask it to give the file back; returns at once."""
        self._closing.set()

    @property
    def has_ended(self) -> bool:
        """Whether the file has been given back."""
        return not self._thread.is_alive()

    def close(self, timeout: float | None = None) -> bool:
        """Give the file back and wait until that is done, at most so many seconds; tell whether it is."""
        self._closing.set()
        self._thread.join(timeout)
        return self.has_ended

    # The player's thread -----------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            with contextlib.ExitStack() as stack:
                recording = stack.enter_context(self._open_recording(self.path))
                if not len(recording):
                    raise RecordingError(f"{self.path.name} holds no frames.")
                if self._closing.is_set():
                    return
                video = KeptVideo.beside(recording)
                if video is not None:
                    stack.callback(video.close)
                painter = recording_painter(recording)
                stack.callback(painter.close)
                self.reel = reel_of(recording)
                motion = None
                while not self._closing.is_set():
                    shot = self._shots.take(WAIT_S)
                    given = self._motions.take()
                    if given is not None:
                        motion = given
                        stack.callback(motion.close)
                    if shot is not None:
                        people = self._people(recording, shot.row, motion if shot.is_clean else None)
                        self._results.put(self._drawn(recording, video, painter, shot, people))
        except Exception as error:  # the thread's guard: the window shows what happened
            log.info("%s cannot be played", self.path, exc_info=True)
            self.error = error
        finally:
            unused = self._motions.take()
            if unused is not None:
                unused.close()

    def _drawn(
        self,
        recording: Recording,
        video: KeptVideo | None,
        painter: Painter,
        shot: Shot,
        people: tuple[Person, ...],
    ) -> Result:
        began = time.perf_counter()
        assert self.reel is not None
        options = replace(shot.options, mirror=False)
        picture, options = under_people(recording, video, shot.row, options)
        shown = people
        if picture is None:
            size, scale = free_size(recording_size(recording.info), shot.room, options.view == "orbit")
            picture = np.empty((size[1], size[0], 3), np.uint8)  # the painter only asks for its size
            shown = tuple(replace(person, focal_px=scale * person.focal_px) for person in people)
        time_s = float(self.reel.times_s[shot.row])
        frame = Frame(shot.row, picture, began, time_s)
        drawn = painter.draw(frame, shown, options)
        return Result(frame, people, drawn, StageTimes(draw=time.perf_counter() - began))

    def _people(self, recording: Recording, row: int, motion: CleanMotion | None) -> tuple[Person, ...]:
        try:
            frame = recording.frame(row)
            return frame.people if motion is None else motion.people(frame)
        except (UserError, ValueError) as error:
            log.info("frame %d of %s cannot be read: %s", row, self.path, error)
            self.unreadable.add(row)
            return ()


def reel_of(recording: Recording) -> Reel:
    """Gather what is known of a recording with at least one frame."""
    began = recording.times_s[0]
    times_s = recording.times_s - began
    present = {person_id: np.zeros(len(times_s), bool) for person_id in recording.ids}
    for person_id, is_in in present.items():
        is_in[recording.rows_of(person_id)[0]] = True
    return Reel(
        path=recording.path,
        info=recording.info,
        times_s=times_s,
        length_s=float(times_s[-1]) + usual_step(times_s),
        present=present,
        drops=tuple(replace(drop, time_s=drop.time_s - began) for drop in recording.drops),
        has_video=recording.video_path is not None,
    )


def free_size(size: tuple[int, int], room: tuple[int, int], fills: bool) -> tuple[tuple[int, int], float]:
    """Return the size of a picture that no video binds.

    Parameters
    ----------
    size : (width, height) of the recorded frames, whose shape the picture keeps.
    room : (width, height) that it has on the screen.
    fills : take the room's own shape instead.

    Returns
    -------
    (width, height) in pixels, and how much larger they are than ``size``.
    """
    room = (max(room[0], 16), max(room[1], 16))
    shrunk = min(LONGEST_SIDE / max(room), 1.0)
    scale = min(room[0] / size[0], room[1] / size[1]) * shrunk
    wanted, factor = (room, shrunk) if fills else (size, scale)
    return (max(round(factor * wanted[0]), 16), max(round(factor * wanted[1]), 16)), scale
