"""Recorder: writes results to a recording in its own thread, so that the image never waits for the disk."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import shutil
import threading
import time
from collections import Counter, deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from app.recordings.file_names import name_fault
from app.recordings.hdf5_errors import system_reason
from app.recordings.reserve import claim_reserve, release_reserve, reserve_of
from app.recordings.schema import NO_VIDEO_FRAME, Drop, RecordedFrame, RecordingError, RecordingInfo
from app.recordings.writer import RecordingWriter
from app.system.files import free_bytes

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from app.recordings.picture_rule import PictureChoice
    from app.recordings.video_recorder import VideoRecorder
    from app.types import Frame, Person
    from models.body.template import BodyTemplate

log = logging.getLogger(__name__)

FLUSH_EVERY_S = 0.5  # a kill loses what came after the last flush; a second is promised
QUEUE_FRAMES = 300  # ten seconds at 30 frames a second ride out a slow disk
SLOW_S = 3.0  # for what came within half a second: the disk or the processor is in trouble
USUAL_FPS = 30.0  # of a source that does not know its rate
KEEP_FREE_BYTES = 4 << 20  # recording stops before the disk is as full as this

NOT_PROCESSED = "not processed in time"
NOT_READABLE = "could not be read"
DISK_TOO_SLOW = "disk too slow"
MACHINE_TOO_BUSY = "machine too busy to write"
NOTHING_KEPT = "nothing had been recorded by then"


@dataclass(frozen=True, slots=True)
class RecorderStatus:
    """What a recording in progress has to show.

    Attributes
    ----------
    state : recording, finished, or failed (what was written before stays readable).
    path : of the file, where it lies by now.
    seconds : since the recording began.
    frames : written so far; a recording that ends without one leaves no file.
    size_bytes : of the file, and of the video beside it.
    drops : frames lost by cause.
    free_bytes : left on the disk.
    most_waiting : the most frames that ever waited to be written, of :data:`QUEUE_FRAMES`.
    message : one sentence when it failed.
    video : the file that keeps the source's images too, if asked for.
    video_frames_missing : frames without an image in it, because encoding was too slow or failed.
    video_failure : one sentence when the video ended before the recording.
    """

    state: Literal["recording", "finished", "failed"]
    path: Path
    seconds: float
    frames: int
    size_bytes: int
    drops: dict[str, int]
    free_bytes: int
    most_waiting: int = 0
    message: str = ""
    video: Path | None = None
    video_frames_missing: int = 0
    video_failure: str = ""

    @property
    def dropped(self) -> int:
        """Frames lost, of all causes."""
        return sum(self.drops.values())


def new_recording_path(folder: Path, now: datetime.datetime, take_name: str = "") -> Path:
    """Name a recording, in a folder that is made when missing.

    Takes of a name are numbered, ``walk 01``, ``walk 02``; others are named by the date, where names that are
    taken get a number.

    Raises
    ------
    RecordingError : the name cannot be used, or all its numbers are.
    OSError : the folder cannot be made.
    """
    if take_name and (fault := name_fault(take_name)):
        raise RecordingError(f"Takes cannot be called {take_name!r}. {fault}")
    folder.mkdir(parents=True, exist_ok=True)
    stem = take_name or now.strftime("%Y-%m-%d %H-%M-%S")
    first = 1 + max((_take_number(path, stem) for path in folder.glob("*.h5")), default=0) if take_name else 1
    for number in range(first, first + 1000):
        if take_name:
            path = folder / f"{stem} {number:02d}.h5"
        else:
            path = folder / (f"{stem}.h5" if number == 1 else f"{stem} ({number}).h5")
        try:
            # Claiming the name by its reserve file keeps two programs from choosing the same one.
            if not path.exists():
                os.close(os.open(reserve_of(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY))
                return path
        except FileExistsError:
            continue
    raise RecordingError(f"{folder} holds too many recordings of {stem}; choose another folder.")


def _take_number(path: Path, take_name: str) -> int:
    """Return which take of a name a recording is; 0 if it is none."""
    number = path.stem.removeprefix(f"{take_name} ")
    return int(number) if number != path.stem and number.isdecimal() and len(number) < 5 else 0


def _unexpected(error: Exception) -> str:
    return f"The recording failed ({error})"


def fitted(person: Person, size: tuple[int, int], into: tuple[int, int]) -> Person:
    """Return a person of a (width, height) image, fitted into another as a video's frames are.

    Only positions in the image and the focal length change, nothing in space.
    """
    scale = min(into[0] / size[0], into[1] / size[1], 1.0)
    middle, new_middle = ((np.array(each, np.float32) - 1) / 2 for each in (size, into))

    def rescaled(pixels: np.ndarray) -> np.ndarray:
        return ((pixels - middle) * scale + new_middle).astype(np.float32)

    return replace(
        person,
        crop=replace(person.crop, center=rescaled(person.crop.center), size=person.crop.size * scale),
        focal_px=person.focal_px * scale,
        joints_2d=rescaled(person.joints_2d),
        box_xyxy=rescaled(person.box_xyxy.reshape(2, 2)).reshape(4),
    )


class Recorder:
    """One recording in progress.

    Parameters
    ----------
    path : of the new file.
    info, template : what is recorded.
    live : time stamps are those of capture; otherwise (files) those of the source.
    video : keeps the frames' images too, and is closed with the recording; ``info`` names it.
    missing : why frames are lost whose numbers are left out.
    waits : for the file to be there; without it frames may come at once, and a file that cannot be made is
        the failure of a recording that has begun.

    Raises
    ------
    RecordingError : the file that was waited for cannot be made.

    Notes
    -----
    A recording has one image size, the first frame's; a frame of another size is fitted into it.
    ``put`` may be called from one thread, ``leave_out``, ``status`` and ``stop`` from any. Time stamps come
    from the monotonic clock: setting the machine's clock changes nothing.
    """

    def __init__(
        self,
        path: Path,
        info: RecordingInfo,
        template: BodyTemplate,
        *,
        live: bool,
        video: VideoRecorder | None = None,
        missing: str = NOT_PROCESSED,
        waits: bool = True,
    ) -> None:
        self.path = path
        self._missing = missing
        self._live = live
        self._video = video
        self._writer: RecordingWriter | None = None  # made and used by its thread
        self._refusal: RecordingError | None = None  # why the file cannot be made
        self._queue: deque[RecordedFrame] = deque()
        self._most_waiting = 0
        self._batch_began: float | None = None  # on the monotonic clock; None between batches
        self._flush_began: float | None = None
        self._pending_drops: list[Drop] = []
        self._drops: Counter[str] = Counter()
        self._changed = threading.Condition()
        self._stopping = False
        self._failure = ""
        self._began: float | None = None
        self._frame_size: tuple[int, int] | None = None  # of the first one
        self._last_index: int | None = None
        self._left_out: deque[range] = deque()  # indices of frames, by runs
        self._last_time = 0.0
        self._size = 0
        self._thread = threading.Thread(target=self._run, args=(info, template), name="recorder", daemon=True)
        self._thread.start()
        if waits:
            self._wait_for_file()

    def _wait_for_file(self) -> None:
        try:
            with self._changed:
                self._changed.wait_for(lambda: self._writer is not None or self._failure)
        except BaseException:  # of who stops it
            self.stop(timeout=0)
            raise
        if self._refusal is not None:
            self._thread.join()
            refusal, self._refusal = self._refusal, None
            try:
                raise refusal
            finally:
                del refusal  # which keeps this call, and so what was tried, for good

    def put(self, frame: Frame, people: tuple[Person, ...], picture: PictureChoice = "keep") -> None:
        """Hand over one processed frame, whose picture is kept where there is a video, unless told otherwise.

        Never waits for the disk while live; from files, where nothing is lost by waiting, it may.
        """
        clock = frame.captured_at if self._live else frame.time_s
        if self._video is not None and not self._live:
            self._video.wait_for_room()
        with self._changed:
            if not self._live:
                self._changed.wait_for(
                    lambda: len(self._queue) < QUEUE_FRAMES or self._stopping or bool(self._failure)
                )
            if self._stopping or self._failure:
                return
            self._frame_size = self._frame_size or frame.size
            if frame.size != self._frame_size:
                people = tuple(fitted(person, frame.size, self._frame_size) for person in people)
            if self._began is None:
                self._began = clock
            time_s = clock - self._began
            if lost := self._lost_before(frame.index):
                self._drop(Drop(time_s, lost, self._missing))
            self._last_index, self._last_time = frame.index, time_s
            if len(self._queue) >= QUEUE_FRAMES:
                self._drop(Drop(time_s, 1, self._why_late()))
            else:
                video_frame = self._put_picture(frame, time_s, picture)
                self._queue.append(RecordedFrame(time_s, frame.time_s, frame.index, people, video_frame))
                self._most_waiting = max(self._most_waiting, len(self._queue))
            self._changed.notify_all()

    def _put_picture(self, frame: Frame, time_s: float, picture: PictureChoice) -> int:
        """Keep the picture of a frame, or not, and return its number in the video."""
        if self._video is None or picture == "leave_out":
            return NO_VIDEO_FRAME
        if picture == "end":
            self._video.end()
            return NO_VIDEO_FRAME
        return self._video.put(frame.image, time_s)

    def leave_out(self, index: int) -> None:
        """Note a frame that is not to be recorded, such as one that came while paused: it is not lost."""
        with self._changed:
            if self._left_out and self._left_out[-1].stop == index:
                self._left_out[-1] = range(self._left_out[-1].start, index + 1)
            else:
                self._left_out.append(range(index, index + 1))

    def _lost_before(self, index: int) -> int:
        """Return how many frames between the last one and this one should have been recorded but were not."""
        last = index if self._last_index is None else self._last_index
        meant = sum(len(range(max(span.start, last + 1), min(span.stop, index))) for span in self._left_out)
        while self._left_out and self._left_out[0].stop <= index:
            self._left_out.popleft()
        return max(index - last - 1, 0) - meant

    def _why_late(self) -> str:
        """Tell what keeps the writing: waiting for the disk, or for the processor, which compresses."""
        began, flushing = self._batch_began, self._flush_began
        if began is None or flushing is None:
            return MACHINE_TOO_BUSY
        return DISK_TOO_SLOW if time.monotonic() - flushing > flushing - began else MACHINE_TOO_BUSY

    def _drop(self, drop: Drop) -> None:
        self._pending_drops.append(drop)
        self._drops[drop.cause] += drop.count

    @property
    def failure(self) -> str:
        """One sentence when the recording has failed, else nothing; cheap enough to ask every frame."""
        with self._changed:
            return self._failure

    def status(self) -> RecorderStatus:
        """Return what to show of the recording."""
        with self._changed:
            state = "failed" if self._failure else "recording" if self._thread.is_alive() else "finished"
            return RecorderStatus(
                state=state,
                path=self.path,
                seconds=self._last_time,
                frames=self._writer.frames if self._writer is not None else 0,
                size_bytes=self._size + (self._video.size_bytes if self._video else 0),
                drops=dict(self._drops),
                free_bytes=free_bytes(self.path.parent) or 0,
                most_waiting=self._most_waiting,
                message=self._failure,
                video=self._video and self._video.path,
                video_frames_missing=self._video.missing if self._video else 0,
                video_failure=self._video.failure if self._video else "",
            )

    def stop(self, timeout: float = 30.0) -> RecorderStatus:
        """Write what waits, finish the file and return the last status."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._thread.join(timeout)
        return self.status()

    def _run(self, info: RecordingInfo, template: BodyTemplate) -> None:
        try:
            writer = self._make_file(info, template)
            if writer is not None:
                self._write(writer)
        finally:
            if self._video is not None:
                self._video.close()
            self._discard_if_empty()
            release_reserve(self.path)

    def _make_file(self, info: RecordingInfo, template: BodyTemplate) -> RecordingWriter | None:
        """Return what writes into the new file, or say why there is none."""
        try:
            claim_reserve(self.path)
            writer = RecordingWriter(self.path, info, template)
        except Exception as error:  # the thread's guard: whoever waits for the file gets it
            log.debug("%s cannot be recorded", self.path, exc_info=True)
            if not isinstance(error, RecordingError):
                error = RecordingError(f"{_unexpected(error)}; {NOTHING_KEPT}.")
            with self._changed:
                self._refusal, self._failure = error, str(error)
                self._changed.notify_all()
            return None
        with self._changed:
            self._writer, self._size = writer, writer.size_bytes
            self._changed.notify_all()
        return writer

    def _write(self, writer: RecordingWriter) -> None:
        try:
            while self._write_batch(writer):
                pass
            writer.close()
        except Exception as error:  # the thread's guard: whatever happens is shown, and the file is finished
            self._fail(writer, error)

    def _write_batch(self, writer: RecordingWriter) -> bool:
        """Write and flush what came within the last moments; False after the last batch."""
        deadline = time.monotonic() + FLUSH_EVERY_S
        with self._changed:
            self._changed.wait_for(
                lambda: self._stopping or len(self._queue) >= QUEUE_FRAMES, deadline - time.monotonic()
            )
            frames, drops = list(self._queue), self._pending_drops
            self._queue.clear()
            self._changed.notify_all()
            self._pending_drops = []
            more = not self._stopping
        self._follow_file(writer)
        if frames or drops:
            if shutil.disk_usage(self.path.parent).free < KEEP_FREE_BYTES:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            self._batch_began = began = time.monotonic()
            writer.append(frames, drops)
            self._flush_began = flushing = time.monotonic()
            writer.flush()
            self._flush_began = self._batch_began = None
            size = writer.size_bytes
            took = time.monotonic() - began
            if took > SLOW_S:
                log.warning(
                    "it took %.1f s to compress %d frames of %s and %.1f s to bring them to the disk",
                    flushing - began,
                    len(frames),
                    self.path.name,
                    took - (flushing - began),
                )
            with self._changed:
                self._size = size
        return more

    def _follow_file(self, writer: RecordingWriter) -> None:
        """Take note of where the file lies by now.

        Raises
        ------
        FileNotFoundError : somebody has deleted it.
        """
        place = writer.place
        if place is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.path))
        if place != self.path:
            log.warning("%s was moved while it is recorded; it is now %s", self.path, place)
            with contextlib.suppress(OSError):  # it has come along with the folder
                reserve_of(self.path).rename(reserve_of(place))
            with self._changed:
                self.path = place
            if self._video is not None:
                self._video.move_to(place.parent)

    def _fail(self, writer: RecordingWriter, error: Exception) -> None:
        """Finish the file with the space held in reserve and say what happened."""
        log.error("recording %s stopped: %s", self.path, error)
        is_deleted = writer.place is None
        release_reserve(self.path)
        with contextlib.suppress(OSError, RuntimeError):
            writer.discard_unflushed()
        with contextlib.suppress(OSError, RuntimeError):
            writer.close()
        reason = system_reason(error)
        if reason is None:
            cause = _unexpected(error)
        elif reason == os.strerror(errno.ENOSPC):
            cause = "The disk is full"
        else:
            cause = f"The disk failed ({reason.lower()})"
        kept = NOTHING_KEPT
        if is_deleted:
            cause, kept = f"{self.path.name} was deleted while it was being recorded", "nothing of it is left"
        elif writer.frames:
            kept = f"what was recorded until then is kept in {self.path.name}"
        with self._changed:
            self._queue.clear()
            self._changed.notify_all()
            self._failure = f"{cause}; {kept}."

    def _discard_if_empty(self) -> None:
        """Take a file without a frame away, unless pictures were kept beside it."""
        is_empty = self._writer is not None and not self._writer.frames
        if is_empty and not (self._video and self._video.path.exists()):
            with contextlib.suppress(OSError):
                self.path.unlink()
