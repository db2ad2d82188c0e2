"""Player: reads the frames of a recording and draws them, in a thread of its own. No Qt here."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from app.background_job import Job
from app.gui.play.avatar import Avatar, Performance
from app.hand_over import HandOver
from app.recordings.motion.activity import Activity, activity_of_all
from app.recordings.motion.foot_contacts import Frustum
from app.recordings.motion.joint_curves import JointPaths
from app.recordings.motion.motion import RecordedMotion
from app.recordings.painting import background_image, recording_painter, recording_size
from app.recordings.playback import usual_step
from app.recordings.reader import Recording
from app.recordings.schema import Drop, RecordingError, RecordingInfo
from app.recordings.video_reader import VideoReader
from app.types import Frame, Person, Result, StageTimes
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.drawing.painter import Painter
    from app.options import Options
    from app.recordings.motion.refined_recording import RefinedRecording

log = logging.getLogger(__name__)

WAIT_S = 0.1  # every wait in the thread ends by then and looks whether to stop
LONGEST_SIDE = 1600  # pixels drawn where the size is free: enough to look sharp, quick enough without a GPU


@dataclass(frozen=True, slots=True, eq=False)
class RecordingSummary:
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
class RenderRequest:
    """A picture that is wanted.

    Attributes
    ----------
    row : of the frame.
    is_refined : with the refined motion that :meth:`Player.give` handed over instead of the recorded one.
    options : view, what is drawn, and the camera of the orbit view.
    viewport : (width, height) in pixels for views that are not bound to the video's own size.
    """

    row: int
    options: Options
    viewport: tuple[int, int]
    is_refined: bool = False


class Player:
    """Draws the frames that are asked for, always the newest request.

    Parameters
    ----------
    path : of the recording.
    open_recording : opens it, in the player's thread.
    avatar : moved by what is shown.

    Attributes
    ----------
    summary : what is known of it; None until it has been opened.
    error : why it could not be opened or drawn; the thread has then ended.
    unreadable : frames found so far that cannot be read.
    joints : as recorded, by the person's id, or why they cannot be read; None until they have been read,
        after the first picture.
    """

    def __init__(
        self,
        path: Path,
        open_recording: Callable[[Path], Recording] = Recording,
        avatar: Avatar | None = None,
    ) -> None:
        self.path, self._avatar = path, avatar or Avatar()
        self._open_recording = open_recording
        self._requests: HandOver[RenderRequest] = HandOver(newest_wins=True)
        self._results: HandOver[Result] = HandOver(newest_wins=True)
        self._refined: HandOver[RefinedRecording] = HandOver(newest_wins=True)
        self._closing = threading.Event()
        self.summary: RecordingSummary | None = None
        self.error: Exception | None = None
        self.unreadable: set[int] = set()
        self.joints: Mapping[int, JointPaths] | UserError | None = None
        self._activity: Job[dict[int, Activity]] | None = None
        self._thread = threading.Thread(target=self._run, name="player", daemon=True)
        self._thread.start()

    def show(self, request: RenderRequest) -> None:
        """Ask for a picture, in place of one that is not yet being drawn."""
        self._requests.put(request)

    def give(self, refined: RefinedRecording) -> None:
        """Hand over the refined motion of this recording; the player closes it."""
        self._refined.put(refined)

    @property
    def activity(self) -> Mapping[int, Activity] | None:
        """What everybody does over the recording, by the person's id; None until it has been found."""
        return None if self._activity is None else self._activity.result

    def take(self) -> Result | None:
        """Return the newest picture, once; its frame's index is the row that was asked for."""
        return self._results.take()

    def stop(self) -> None:
        """Ask it to give the file back; returns at once."""
        self._closing.set()

    @property
    def has_ended(self) -> bool:
        """Whether the file has been given back."""
        return not self._thread.is_alive() and (self._activity is None or not self._activity.is_running)

    def close(self, timeout: float | None = None) -> bool:
        """Give the file back and wait until that is done, at most so many seconds; return whether it is."""
        self._closing.set()
        until = None if timeout is None else time.monotonic() + timeout
        self._thread.join(timeout)
        if self._activity is not None:
            self._activity.wait(None if until is None else max(until - time.monotonic(), 0.0))
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
                video = VideoReader.beside(recording)
                if video is not None:
                    stack.callback(video.close)
                painter = recording_painter(recording)
                stack.callback(painter.close)
                self.summary = summarize(recording)
                stack.callback(self._stop_activity)
                performance = Performance(self._avatar, recording.info, recording.ids)
                refined = None
                while not self._closing.is_set():
                    request = self._requests.take(WAIT_S)
                    given = self._refined.take()
                    if given is not None:
                        refined = given
                        stack.callback(refined.close)
                    if request is not None:
                        people = self._people(recording, request.row, refined if request.is_refined else None)
                        performance.show(people, float(recording.times_s[request.row]))
                        self._results.put(self._drawn(recording, video, painter, request, people))
                    if request is not None and self.joints is None:  # the first picture comes before
                        self.joints = self._read_joints(recording)
        except Exception as error:  # the thread's guard: the window shows what happened
            log.info("%s cannot be played", self.path, exc_info=True)
            self.error = error
        finally:
            unused = self._refined.take()
            if unused is not None:
                unused.close()

    def _drawn(
        self,
        recording: Recording,
        video: VideoReader | None,
        painter: Painter,
        request: RenderRequest,
        people: tuple[Person, ...],
    ) -> Result:
        began = time.perf_counter()
        assert self.summary is not None
        options = replace(request.options, mirror=False)
        image, options = background_image(recording, video, request.row, options)
        shown = people
        if image is None:
            size, scale = size_in_viewport(
                recording_size(recording.info), request.viewport, options.view == "orbit"
            )
            image = np.empty((size[1], size[0], 3), np.uint8)  # the painter only asks for its size
            shown = tuple(replace(person, focal_px=scale * person.focal_px) for person in people)
        time_s = float(self.summary.times_s[request.row])
        frame = Frame(request.row, image, began, time_s)
        drawn = painter.draw(frame, shown, options)
        times = StageTimes(draw=time.perf_counter() - began)
        return Result(frame, people, drawn, times, joint_pixels=painter.joint_pixels(frame, shown, options))

    def _people(self, recording: Recording, row: int, refined: RefinedRecording | None) -> tuple[Person, ...]:
        try:
            frame = recording.frame(row)
            return frame.people if refined is None else refined.people(frame)
        except (UserError, ValueError) as error:
            log.info("frame %d of %s cannot be read: %s", row, self.path, error)
            self.unreadable.add(row)
            return ()

    def _stop_activity(self) -> None:
        if self._activity is not None:
            self._activity.stop()

    def _read_joints(self, recording: Recording) -> Mapping[int, JointPaths] | UserError:
        """Read everybody's joints, and begin to find what they do."""
        try:
            motions = [RecordedMotion(recording, each) for each in recording.ids]
            people = {motion.id: (JointPaths.of(motion), Frustum.of(motion)) for motion in motions}
        except UserError as error:
            log.info("joints of %s cannot be read: %s", recording.path, error)
            return error
        self._activity = Job(lambda progress: activity_of_all(people, progress))
        return {person: paths for person, (paths, _) in people.items()}


def summarize(recording: Recording) -> RecordingSummary:
    """Gather what is known of a recording with at least one frame."""
    began = recording.times_s[0]
    times_s = recording.times_s - began
    present = {person_id: np.zeros(len(times_s), bool) for person_id in recording.ids}
    for person_id, is_in in present.items():
        is_in[recording.rows_of(person_id)[0]] = True
    return RecordingSummary(
        path=recording.path,
        info=recording.info,
        times_s=times_s,
        length_s=float(times_s[-1]) + usual_step(times_s),
        present=present,
        drops=tuple(replace(drop, time_s=drop.time_s - began) for drop in recording.drops),
        has_video=recording.video_path is not None,
    )


def size_in_viewport(
    size: tuple[int, int], viewport: tuple[int, int], fills: bool
) -> tuple[tuple[int, int], float]:
    """Return the size of a picture that no video binds.

    Parameters
    ----------
    size : (width, height) of the recorded frames, whose shape the picture keeps.
    viewport : (width, height) that it has on the screen.
    fills : take the viewport's own shape instead.

    Returns
    -------
    (width, height) in pixels, and how much larger they are than ``size``.
    """
    viewport = (max(viewport[0], 16), max(viewport[1], 16))
    shrunk = min(LONGEST_SIDE / max(viewport), 1.0)
    scale = min(viewport[0] / size[0], viewport[1] / size[1]) * shrunk
    wanted, factor = (viewport, shrunk) if fills else (size, scale)
    return (max(round(factor * wanted[0]), 16), max(round(factor * wanted[1]), 16)), scale
