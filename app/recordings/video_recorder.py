"""VideoRecorder: the source's images beside a recording, as a video that a kill does not spoil."""

from __future__ import annotations

import logging
import threading
from collections import deque
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from app.recordings.file_names import VIDEO_ENDINGS
from app.recordings.held_back_file import HeldBackFile
from app.recordings.schema import NO_VIDEO_FRAME, RecordingError
from app.recordings.video_writer import CvEncoder, fit, has_x264, padded, video_frame

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np

log = logging.getLogger(__name__)

QUEUE_IMAGES = 15  # half a second at 30 frames a second; an image of 1920x1080 takes 6 MB
KEY_EVERY_S = 0.5  # between key frames, which need no other: a kill loses what came after the last one
CLOCK_HZ = 90_000  # ticks of a time stamp, as usual for video


def video_name(recording: Path) -> str:
    """Name the video that belongs to a recording: MP4 through PyAV, without it Matroska through OpenCV."""
    with_x264, without = VIDEO_ENDINGS
    return recording.with_suffix(with_x264 if has_x264() else without).name


class VideoRecorder:
    """Encodes images in a thread of its own; what it cannot keep up with is left out, and said so.

    Parameters
    ----------
    path : of the new file, with the ending that :func:`video_name` gives.
    fps : the usual rate. PyAV keeps every image's own time stamp; OpenCV writes this constant rate, and
        only the images' numbers are true.
    held_back_s : for so long an image stays in memory, before it reaches the disk; until then :meth:`end`
        takes it back, and so does the end of the recording. Needs PyAV.

    Attributes
    ----------
    missing : images that were left out.
    failure : one sentence when nothing more can be written, else nothing.

    Raises
    ------
    RecordingError : the file exists already or cannot be made.
    """

    def __init__(self, path: Path, fps: float, held_back_s: float = 0.0) -> None:
        self.path = path
        self.missing = 0
        self.failure = ""
        self._fps = fps
        self._queue: deque[tuple[np.ndarray, float]] = deque()
        self._changed = threading.Condition()
        self._closing = False
        self._count = 0
        try:
            path.open("xb").close()
        except FileExistsError as error:
            raise RecordingError(f"{path} exists already; name another file to record into.") from error
        except OSError as error:
            raise RecordingError(f"The video {path.name} cannot be made ({error.strerror}).") from error
        self._held_back = HeldBackFile(path, held_back_s) if held_back_s else None
        self._thread = threading.Thread(target=self._run, name="kept video", daemon=True)
        self._thread.start()

    def wait_for_room(self) -> None:
        """Wait until :meth:`put` takes another image, or never will."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._queue) < QUEUE_IMAGES or bool(self.failure))

    def put(self, image: np.ndarray, time_s: float) -> int:
        """Hand over an (H, W, 3) uint8 RGB image with its time; never waits.

        Returns
        -------
        Its number in the video, counted from 0; :data:`app.recordings.schema.NO_VIDEO_FRAME` if it is
        left out.
        """
        with self._changed:
            if self.failure or self._closing or len(self._queue) >= QUEUE_IMAGES:
                self.missing += 1
                return NO_VIDEO_FRAME
            self._queue.append((image, time_s))
            self._count += 1
            self._changed.notify_all()
            return self._count - 1

    def end(self) -> None:
        """Keep no further image, and none of those that are held back."""
        with self._changed:
            self._closing = True
            self._queue.clear()
            self._changed.notify_all()
        if self._held_back is not None:
            self._held_back.end()

    def move_to(self, folder: Path) -> None:
        """Take note of another folder that the file may have been moved to."""
        moved = folder / self.path.name
        if moved.exists() and not self.path.exists():
            self.path = moved

    @property
    def size_bytes(self) -> int:
        """The file's size on disk."""
        return self.path.stat().st_size if self.path.exists() else 0

    def close(self) -> None:
        """Encode what waits and finish the file; one without an image is taken away."""
        # Where images are held back, the last ones are left out, and the file needs no end.
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()
        if self._held_back is not None:
            self._held_back.close()
        if not self._count or (self._held_back is not None and not self.size_bytes):
            self.path.unlink(missing_ok=True)

    def _run(self) -> None:
        encoder: _Encoder | None = None
        size = (0, 0)
        try:
            while (entry := self._next()) is not None:
                image, time_s = entry
                if encoder is None:
                    size = padded((image.shape[1], image.shape[0]))
                    encoder = _open_encoder(self._held_back or self.path, size, self._fps)
                if self._held_back is not None:
                    self._held_back.reach(time_s)
                encoder.add(fit(image, size), time_s)
            if encoder is not None:
                encoder.close()
        except Exception as error:  # the thread's guard: the meshes are recorded on, and the person is told
            log.error("the video %s ends early: %s", self.path, error)
            with self._changed:
                self.missing += len(self._queue)
                self._queue.clear()
                self.failure = (
                    f"The video {self.path.name} ends early ({str(error).rstrip('.')}); "
                    "the meshes are not affected."
                )
                self._changed.notify_all()

    def _next(self) -> tuple[np.ndarray, float] | None:
        """Wait for an image; None when there will be no more."""
        with self._changed:
            self._changed.wait_for(lambda: self._queue or self._closing)
            if not self._queue:
                return None
            entry = self._queue.popleft()
            self._changed.notify_all()
            return entry


class _Encoder(Protocol):
    def add(self, image: np.ndarray, time_s: float, /) -> None: ...

    def close(self) -> None: ...


def _open_encoder(file: Path | HeldBackFile, size: tuple[int, int], fps: float) -> _Encoder:
    if has_x264() or isinstance(file, HeldBackFile):
        return _FragmentedEncoder(file, size, fps)
    # In Matroska, which needs no end to be read: after a kill from its beginning on.
    return CvEncoder(file, size, fps)


class _FragmentedEncoder:
    """H.264 in MP4 fragments, each complete in itself, with true time stamps."""

    def __init__(self, file: Path | HeldBackFile, size: tuple[int, int], fps: float) -> None:
        import av
        from av.video.frame import PictureType

        self._key = PictureType.I
        options = {"movflags": "frag_keyframe+empty_moov+default_base_moof", "flush_packets": "1"}
        place = file if isinstance(file, HeldBackFile) else str(file.absolute())
        self._container = av.open(place, "w", format="mp4", options=options)
        self._stream = self._container.add_stream("libx264", rate=Fraction(fps).limit_denominator(1001))
        self._stream.width, self._stream.height = size
        self._stream.pix_fmt = "yuv420p"
        # The encoder holds no image back: what it was given is in the file with the next key frame.
        # As good a picture as by the next slower preset at crf 23, in half of the time.
        self._stream.options = {"preset": "ultrafast", "crf": "22", "tune": "zerolatency"}
        self._stream.codec_context.time_base = Fraction(1, CLOCK_HZ)
        self._last = -1
        self._next_key = 0

    def add(self, image: np.ndarray, time_s: float) -> None:
        frame = video_frame(image)
        frame.pts = self._last = max(round(time_s * CLOCK_HZ), self._last + 1)
        frame.time_base = Fraction(1, CLOCK_HZ)
        if frame.pts >= self._next_key:
            frame.pict_type = self._key
            self._next_key = frame.pts + round(KEY_EVERY_S * CLOCK_HZ)
        self._container.mux(self._stream.encode(frame))

    def close(self) -> None:
        self._container.mux(self._stream.encode())
        self._container.close()
