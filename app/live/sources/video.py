"""A video file, and the bundled sample clip."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from app.live.sources.base import Source, SourceError
from app.live.sources.decoder import VideoDecoder
from app.live.sources.pace import REAL_CLOCK, Clock, Pace
from app.types import Frame
from models.inference.store import ASSETS

if TYPE_CHECKING:
    from app.live.sources.http_file import HttpFile

log = logging.getLogger(__name__)

SAMPLE = ASSETS / "sample.mp4"
LONGEST_STEP_S = 60.0  # between two frames; longer ones are faults of a file's time stamps
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
    path : of the file, or what a web server has.
    realtime : keep to the clock and leave out frames that are late.
    loop : begin again at the end; time and index go on counting.
    name : as shown to people, where it is not the file's.
    clock : that the pace is kept by.
    """

    def __init__(
        self,
        path: Path | HttpFile,
        *,
        realtime: bool,
        loop: bool = False,
        name: str | None = None,
        clock: Clock = REAL_CLOCK,
    ) -> None:
        super().__init__()
        self.name = name or path.name
        self.files = (path,) if isinstance(path, Path) else ()
        self._path, self._realtime, self._loop, self._clock = path, realtime, loop, clock
        self._decoder = VideoDecoder(path)
        self.width, self.height = self._decoder.size
        self.frame_count, self.fps = self._decoder.frame_count, self._decoder.fps
        self._period_s = 1 / (self.fps or 30.0)
        self._pace = Pace(self._cancelled, clock)
        self._behind_since: float | None = None  # on the clock, while late frames are left out
        self._index = 0  # of the next frame, over all rounds
        self._in_round = 0
        self._shift_s = 0.0  # from the file's stamps to the times that are told
        self._leaps = 0
        self._time_s = -self._period_s  # of the last frame

    def read(self) -> Frame | None:
        """Return the next frame, at its time if in real time."""
        while not self._cancelled.is_set():
            picture = self._decoder.next()
            if picture is None:
                if not self._begin_again():
                    return None
                continue
            index, time_s = self._index, self._stamped(self._decoder.stamp_s(picture))
            self._index += 1
            self._in_round += 1
            self._time_s = time_s
            if self._realtime and self._is_left_out(time_s):
                continue
            image = self._decoder.picture(picture)
            if self._realtime and not self._pace.wait(time_s):
                return None
            return Frame(index, image, self._clock.now(), time_s)
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

    def _stamped(self, stamp_s: float | None) -> float:
        """Return a frame's time; times never stand still, run back or leap, whatever the file says."""
        expected = self._time_s + self._period_s
        if stamp_s is None:
            return expected
        time_s = stamp_s + self._shift_s
        if time_s > self._time_s + LONGEST_STEP_S:
            if self._leaps == 0:
                log.warning(
                    "the time stamps of %s leap by %.0f s after %.1f s; the leap is left out",
                    self.name,
                    time_s - self._time_s,
                    max(self._time_s, 0.0),
                )
            self._leaps += 1
            self._shift_s += expected - time_s
            return expected
        return time_s if time_s > self._time_s else expected

    def _begin_again(self) -> bool:
        """Start the next round; False at the end of the last one."""
        is_first_round = self._index == self._in_round
        promised = self._decoder.promised_frames
        if is_first_round and (self._decoder.is_damaged or self._in_round < 0.9 * (promised or 0)):
            of_all = f" of {promised}" if promised else ""
            log.warning("%s ends after %d%s frames; it was cut short", self.name, self._in_round, of_all)
        if not self._loop:
            return False
        self._shift_s = self._time_s + self._period_s
        self._in_round = 0
        self._decoder.close()
        self._decoder = VideoDecoder(self._path)
        return True

    def resume(self) -> None:
        """Go on from where reading stopped."""
        self._pace.restart()

    def close(self) -> None:
        """Give the file back."""
        super().close()
        self._decoder.close()
        if not isinstance(self._path, Path):
            self._path.close()
