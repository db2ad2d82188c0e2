"""VideoReader: the images of the video that was kept beside a recording, by their number."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import av
import numpy as np
from av.error import FFmpegError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from av.container import InputContainer

    from app.recordings.reader import Recording

log = logging.getLogger(__name__)

FURTHEST_GRAB = 24  # images: reading on to one that near is cheaper than looking for it
LANDINGS_S = (0.0, 1.0, 5.0, 30.0, np.inf)  # before the image: where to look from, if looking misses it


class VideoReader:
    """A video that is read in any order; used by one thread.

    Images are found by their time stamps: looking for a number would go wrong where the camera's rate was
    not constant.

    Parameters
    ----------
    path : of the file; one that cannot be read has no images.
    size : (width, height) of the recorded frames in pixels. Encoders add an edge on the right and below to
        reach even sides, which is cut off.
    stamps_s : (N,) rising time stamps of the images from the first one on; None if the rate is constant.
    """

    def __init__(self, path: Path, size: tuple[int, int], stamps_s: np.ndarray | None) -> None:
        self._path = path
        self._width, self._height = size
        self._stamps = stamps_s
        self._period_s, self._start_s = 1 / 30.0, 0.0
        self._container: InputContainer | None = None
        self._frames: Iterator[av.VideoFrame] = iter(())
        self._open()
        self._at = -1  # number of the image that was decoded last
        self._frame: av.VideoFrame | None = None
        self._end: float = np.inf if stamps_s is None else len(stamps_s)  # how many images there are
        self._shown: tuple[int, np.ndarray] | None = None

    @classmethod
    def beside(cls, recording: Recording) -> VideoReader | None:
        """Open the video of a recording; None if there is none."""
        path = recording.video_path
        if path is None:
            return None
        size = (recording.info.width, recording.info.height)
        # Matroska is written where true time stamps cannot be.
        return cls(path, size, None if path.suffix == ".mkv" else video_frame_times(recording))

    def read(self, number: int) -> np.ndarray | None:
        """Return the (H, W, 3) uint8 RGB image of a number from 0 on; None if it cannot be read."""
        if self._shown is not None and self._shown[0] == number:
            return self._shown[1]
        if number >= self._end or not self._go_to(number):
            return None
        frame = self._frame
        if frame is None or frame.height < self._height or frame.width < self._width:
            return None
        image = np.ascontiguousarray(frame.to_ndarray(format="rgb24")[: self._height, : self._width])
        self._shown = number, image
        return image

    def _open(self) -> None:
        """Begin at the first image; a file that is no video has none."""
        self.close()
        try:
            self._container = av.open(f"file:{self._path}", options={"protocol_whitelist": "file"})
            stream = self._container.streams.video[0]
        except (FFmpegError, IndexError) as error:
            log.debug("opening %s: %s", self._path, error)
            return
        stream.thread_type = "AUTO"
        if stream.average_rate:
            self._period_s = float(1 / stream.average_rate)
        if stream.start_time is not None and stream.time_base is not None:
            self._start_s = float(stream.start_time * stream.time_base)
        self._frames = self._container.decode(stream)

    def _go_to(self, number: int) -> bool:
        """Decode an image; tell whether it is there."""
        if self._at < number <= self._at + FURTHEST_GRAB and self._read_on(number):
            return True
        for before_s in LANDINGS_S:
            self._look_for(max(self._stamp(number) - before_s, 0.0))
            if self._read_on(number):
                return True
            if 0 <= self._at < number:  # a kill has cut the video short
                self._end = self._at + 1
                return False
        return False

    def _read_on(self, number: int) -> bool:
        while self._at < number:
            try:
                frame = next(self._frames, None)
            except FFmpegError as error:
                log.debug("decoding %s: %s", self._path, error)
                return False
            if frame is None or frame.pts is None:
                return False
            self._frame, self._at = frame, self._number(frame.time - self._start_s)
        return self._at == number

    def _look_for(self, stamp_s: float) -> None:
        """Go on from the last image before or at a time that needs no other."""
        self._at, self._frame = -1, None
        if stamp_s <= 0 or self._container is None:
            self._open()
            return
        try:
            # Half a frame later, because stamps are rounded; in microseconds of the file's own time.
            self._container.seek(round((stamp_s + self._start_s + self._period_s / 2) * 1e6))
            self._frames = self._container.decode(video=0)
        except FFmpegError as error:
            log.debug("seeking in %s: %s", self._path, error)
            self._frames = iter(())

    def _stamp(self, number: int) -> float:
        return number * self._period_s if self._stamps is None else float(self._stamps[number])

    def _number(self, stamp_s: float) -> int:
        """Return which image has the nearest time stamp."""
        if self._stamps is None:
            return round(stamp_s / self._period_s)
        after = int(np.clip(np.searchsorted(self._stamps, stamp_s), 1, max(len(self._stamps) - 1, 1)))
        if len(self._stamps) < 2 or stamp_s - self._stamps[after - 1] < self._stamps[after] - stamp_s:
            return after - 1
        return after

    def close(self) -> None:
        """Give the file back."""
        self._frames = iter(())
        if self._container is not None:
            self._container.close()
            self._container = None


def video_frame_times(recording: Recording) -> np.ndarray:
    """Return the (N,) seconds, from the first one on, of the images of a recording's video.

    Frames that a repair could not save leave holes, which are filled evenly.
    """
    numbers = np.array([recording.video_frame(row) for row in range(len(recording))], float)  # None: NaN
    known = np.isfinite(numbers)
    if not known.any():
        return np.zeros(0)
    times = np.interp(np.arange(numbers[known].max() + 1), numbers[known], recording.times_s[known])
    return times - times[0]
