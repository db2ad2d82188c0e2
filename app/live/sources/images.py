"""An image, or a folder of images."""

from __future__ import annotations

import itertools
import logging
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from app.live.sources.base import Source, SourceError
from app.live.sources.open import KINDS
from app.live.sources.pace import REAL_CLOCK, Clock, Pace
from app.live.sources.photo import is_heic, photo_format, read_image
from app.text import natural_order
from app.types import Frame
from models.program import command_name

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

log = logging.getLogger(__name__)

IMAGE_FPS = 10.0  # an image shown live is delivered again and again, so that every control acts on it
STILL_FPS = 1.0  # of a video of images that come once each
# Number, image, seconds, field of view in degrees, its file.
TimedImage = tuple[int, np.ndarray, float, float | None, Path]
SCENE_S = 2.0  # between images on the source's clock: each is its own scene, nothing is tracked across
IMAGE_SHOWN_S = 3.0  # each image of a folder shown live
VIDEO = "a video"  # why a folder of images leaves it out
NAMES_SHOWN = 3  # of the files that a folder leaves out for one reason


def open_image(spec: str, *, realtime: bool, loop: bool | None) -> ImageSource:
    """Open an image, which comes again and again when it is shown in real time."""
    path = Path(spec).expanduser()
    return ImageSource([path], path.name, realtime=realtime, loop=realtime if loop is None else loop)


def open_folder(spec: str, *, realtime: bool, loop: bool | None) -> ImageSource:
    """Open the images of a folder in their natural order; it goes round when it is shown in real time."""
    path = Path(spec).expanduser()
    paths = photos_in(path)
    loop = realtime if loop is None else loop
    return ImageSource(paths, path.name, realtime=realtime, loop=loop, is_folder=True)


class ImageSource(Source):
    """Images, one by one, numbered by their places in the list, or shown live by how often one has come.

    Parameters
    ----------
    realtime : deliver each image for a while at :data:`IMAGE_FPS`, so that a window stays alive; without it
        each image comes once.
    loop : begin again after the last image; time and index go on.
    clock : that the pace is kept by.
    is_folder : frames then tell their file's name.
    """

    has_photos = True

    def __init__(
        self,
        paths: list[Path],
        name: str,
        *,
        realtime: bool,
        loop: bool = False,
        clock: Clock = REAL_CLOCK,
        is_folder: bool = False,
    ) -> None:
        super().__init__()
        self.name = name
        self.files = tuple(paths)
        self._is_folder = is_folder
        self._paths, self._realtime, self._loop, self._clock = paths, realtime, loop, clock
        self._repeats = round(IMAGE_SHOWN_S * IMAGE_FPS) if realtime else 1
        self._reported: set[Path] = set()  # unreadable ones, warned of once
        self.frame_count = None if loop else len(paths) * self._repeats
        self.fps = IMAGE_FPS if realtime else STILL_FPS
        self._pace = Pace(self._cancelled, clock)
        self._last_s = 0.0
        self._images = self._timed_images()
        first = next(self._images)  # here, so that an unreadable one is known at once
        self.height, self.width = first[1].shape[:2]
        self._first: TimedImage | None = first

    def _timed_images(self) -> Generator[TimedImage, None, None]:
        """Yield images with their numbers, times, fields of view and files."""
        count, time_s = 0, 0.0
        for first in itertools.count(step=len(self._paths)):
            for index, image, fov_deg, path in self._readable_images():
                for i in range(self._repeats):
                    time_s += 1 / IMAGE_FPS if i else 0.0
                    yield count if self._realtime else first + index, image, time_s, fov_deg, path
                    count += 1
                time_s += SCENE_S if len(self._paths) > 1 else 1 / IMAGE_FPS
            if not self._loop:
                return

    def _readable_images(self) -> Iterator[tuple[int, np.ndarray, float | None, Path]]:
        """Yield images with their places among all, their fields of view and their files."""
        unreadable = 0
        for index, path in enumerate(self._paths):
            try:
                image, fov_deg = read_image(path)
                yield index, image, fov_deg, path
            except SourceError as error:
                unreadable += 1
                if unreadable == len(self._paths):
                    raise
                if path not in self._reported:
                    log.warning("%s", error)
                    self._reported.add(path)

    def read(self) -> Frame | None:
        """Return the next image, or in real time perhaps the same one again."""
        entry, self._first = self._first or next(self._images, None), None
        if entry is None or self._cancelled.is_set():
            return None
        index, image, time_s, fov_deg, path = entry
        if self._realtime:
            if time_s - self._last_s >= SCENE_S:
                self._pace.restart()  # the time between scenes is not waited for
            if not self._pace.wait(time_s):
                return None
        self._last_s = time_s
        name = path.name if self._is_folder else None
        frame = Frame(index, image, self._clock.now(), time_s, fov_deg, name)
        self.width, self.height = frame.size
        return frame

    def resume(self) -> None:
        """Go on from where reading stopped."""
        self._pace.restart()

    def close(self) -> None:
        """Let go of the images."""
        super().close()
        self._images.close()  # holds this source, so that only the garbage collector would free the two


def photos_in(folder: Path) -> list[Path]:
    """Return the photos of a folder in their natural order, and say what else it holds.

    Raises
    ------
    SourceError : there is none.
    """
    paths: list[Path] = []
    left_out: dict[str, list[str]] = {}
    for path in sorted(folder.iterdir(), key=lambda path: natural_order(path.name)):
        reason = _why_not(path)
        if not reason:
            paths.append(path)
        elif not path.name.startswith("."):
            left_out.setdefault(reason, []).append(path.name)
    if left_out:
        reasons = [f"{_some_of(names)} ({reason})" for reason, names in left_out.items()]
        log.warning("Left out of the folder %s: %s.", folder.name, "; ".join(reasons))
    if not paths and VIDEO in left_out:
        raise SourceError(
            f"The folder {folder.name} holds videos and no pictures; name one of them, or follow all of them "
            f"with '{command_name()} batch {shlex.quote(str(folder))} --out RESULTS'."
        )
    if not paths:
        raise SourceError(f"The folder {folder.name} holds no pictures; choose one with JPEG or PNG files.")
    return paths


def _why_not(path: Path) -> str:
    """Return why a folder's entry is no photo to read, "" for a photo."""
    if path.is_dir():
        return "a folder"
    if not path.is_file():
        return "a pipe, a device or a broken link"
    if is_heic(path):
        return "HEIC, save as JPEG first"
    if path.suffix.lower() in KINDS["image"].suffixes or photo_format(path):
        return ""
    return VIDEO if path.suffix.lower() in KINDS["video"].suffixes else "no picture"


def _some_of(names: list[str]) -> str:
    more = len(names) - NAMES_SHOWN
    return ", ".join(names[:NAMES_SHOWN]) + (f" and {more} more" if more > 0 else "")
