"""A video file, and the bundled sample clip."""

from __future__ import annotations

import logging
from pathlib import Path

import cv2

from app.live.sources.base import Source, SourceError
from app.live.sources.capture import to_rgb
from app.live.sources.pace import REAL_CLOCK, Clock, Pace
from app.types import Frame
from models.inference.store import ASSETS

log = logging.getLogger(__name__)

SAMPLE = ASSETS / "sample.mp4"
CATCH_UP_S = 0.2  # how long late frames are left out; a video that is decoded too slowly never catches up


def open_video(spec: str, *, realtime: bool, loop: bool | None) -> VideoSource:
    """Open a video file."""
    return VideoSource(Path(spec).expanduser(), realtime=realtime, loop=bool(loop))


def open_sample(_: str, *, realtime: bool, loop: bool | None) -> VideoSource:
    """Open the bundled clip, which goes round when it is shown in real time."""
    if not SAMPLE.is_file():
        raise SourceError(f"The sample clip {SAMPLE.name} is missing from assets/; restore it.")
    return VideoSource(SAMPLE, realtime=realtime, loop=realtime if loop is None else loop, name="sample")


class VideoSource(Source):
    """A video file with its own time stamps, every frame or at its own pace.

    Parameters
    ----------
    realtime : keep to the clock and leave out frames that are late.
    loop : begin again at the end; time and index go on counting.
    name : as shown to people, where it is not the file's.
    clock : that the pace is kept by.
    """

    def __init__(
        self,
        path: Path,
        *,
        realtime: bool,
        loop: bool = False,
        name: str | None = None,
        clock: Clock = REAL_CLOCK,
    ) -> None:
        super().__init__()
        self.name = name or path.name
        self.files = (path,)
        self._path, self._realtime, self._loop, self._clock = path, realtime, loop, clock
        self._capture = _open_capture(path)
        if not self._capture.isOpened():
            self._capture.release()
            raise SourceError(
                f"{path.name} could not be read as a video; it is damaged or of another kind. "
                "Convert it, for example to MP4."
            )
        self.width = int(self._capture.get(cv2.CAP_PROP_FRAME_WIDTH))
        self.height = int(self._capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
        count, fps = self._capture.get(cv2.CAP_PROP_FRAME_COUNT), self._capture.get(cv2.CAP_PROP_FPS)
        self.frame_count = int(count) if count > 0 else None
        self.fps = float(fps) if 0 < fps < 1000 else None
        self._period_s = 1 / (self.fps or 30.0)
        self._pace = Pace(self._cancelled, clock)
        self._behind_since: float | None = None  # on the clock, while late frames are left out
        self._index = 0  # of the next frame, over all rounds
        self._in_round = 0
        self._round_started_s = 0.0
        self._time_s = -self._period_s  # of the last frame

    def read(self) -> Frame | None:
        """Return the next frame, at its time if in real time."""
        while not self._cancelled.is_set():
            if not self._capture.grab():
                if not self._begin_again():
                    return None
                continue
            index, time_s = self._index, self._stamp()
            self._index += 1
            self._in_round += 1
            self._time_s = time_s
            if self._realtime and self._is_left_out(time_s):
                continue
            ok, image = self._capture.retrieve()
            if not ok:
                continue
            if self._realtime and not self._pace.wait(time_s):
                return None
            self.width, self.height = image.shape[1], image.shape[0]
            return Frame(index, to_rgb(image), self._clock.now(), time_s)
        return None

    def _is_left_out(self, time_s: float) -> bool:
        """Return whether to leave a frame out to catch up; if that takes too long, go on from it instead."""
        if self._pace.late_s(time_s) <= self._period_s:
            self._behind_since = None
            return False
        now = self._clock.now()
        if self._behind_since is None:
            self._behind_since = now
        if now - self._behind_since <= CATCH_UP_S:
            return True
        self._behind_since = None
        self._pace.restart()
        return False

    def _stamp(self) -> float:
        """Return the grabbed frame's time; times never stand still or run back, whatever the file says."""
        stamp = self._round_started_s + self._capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
        return stamp if stamp > self._time_s else self._time_s + self._period_s

    def _begin_again(self) -> bool:
        """Start the next round; False at the end of the last one."""
        if self._in_round == 0:
            raise SourceError(f"{self.name} holds no picture that can be read; it is damaged or empty.")
        is_first_round = self._index == self._in_round
        if is_first_round and self.frame_count and self._in_round < 0.9 * self.frame_count:
            log.warning(
                "%s ends after %d of %d frames; it was cut short", self.name, self._in_round, self.frame_count
            )
        if not self._loop:
            return False
        self._round_started_s = self._time_s + self._period_s
        self._in_round = 0
        self._capture.release()
        self._capture = _open_capture(self._path)
        return self._capture.isOpened()

    def resume(self) -> None:
        """Go on from where reading stopped."""
        self._pace.restart()

    def close(self) -> None:
        """Give the file back."""
        super().close()
        self._capture.release()


def _open_capture(path: Path) -> cv2.VideoCapture:
    try:
        str(path).encode()
    except UnicodeEncodeError as error:  # it would end the program in OpenCV
        raise SourceError(f"The name of the video {path.name} is not UTF-8; rename it.") from error
    return cv2.VideoCapture(str(path.absolute()), cv2.CAP_FFMPEG)  # to FFmpeg a:b.mp4 is a protocol's address
