"""A folder of images that are the frames of one video."""

from __future__ import annotations

import logging
from pathlib import Path

from app.live.sources.base import Source, SourceError
from app.live.sources.images import photos_in
from app.live.sources.pace import REAL_CLOCK, Clock, Pace
from app.live.sources.photo import read_image
from app.types import Frame

log = logging.getLogger(__name__)


class ImageSequence(Source):
    """The images of a folder in their natural order, a constant time apart.

    One that cannot be read is a frame that is missing.

    Parameters
    ----------
    folder : of the images.
    fps : frames a second.
    realtime : deliver each image at its time.
    clock : that the pace is kept by.

    Raises
    ------
    SourceError : the folder has no image that can be read.
    """

    has_photos = True

    def __init__(self, folder: Path, fps: float, *, realtime: bool, clock: Clock = REAL_CLOCK) -> None:
        super().__init__()
        self.name, self.fps = folder.name, fps
        self.files = tuple(photos_in(folder))
        self.frame_count = len(self.files)
        self._realtime, self._clock = realtime, clock
        self._pace = Pace(self._cancelled, clock)
        self._next = 0
        first = self._read_on()  # here, so that its size is known at once
        if first is None:
            raise SourceError(
                f"No picture of the folder {folder.name} can be read; save them as JPEG or PNG."
            )
        self.width, self.height = first.size
        self._first: Frame | None = first

    def _read_on(self) -> Frame | None:
        assert self.fps is not None
        while self._next < len(self.files) and not self._cancelled.is_set():
            index, path = self._next, self.files[self._next]
            self._next += 1
            try:
                image, fov_deg = read_image(path)
            except SourceError as error:
                log.warning("%s", error)
                continue
            return Frame(index, image, self._clock.now(), index / self.fps, fov_deg, path.name)
        return None

    def read(self) -> Frame | None:
        """Return the next image, at its time if in real time."""
        frame, self._first = self._first or self._read_on(), None
        if frame is None or self._cancelled.is_set():
            return None
        if self._realtime and not self._pace.wait(frame.time_s):
            return None
        self.width, self.height = frame.size
        return frame

    def resume(self) -> None:
        """Go on from where reading stopped."""
        self._pace.restart()


def open_sequence(spec: str, fps: float, *, realtime: bool) -> ImageSequence:
    """Open a folder as the frames of one video."""
    return ImageSequence(Path(spec).expanduser(), fps, realtime=realtime)
