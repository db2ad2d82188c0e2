"""Where frames come from: a camera, a stream, a video, a photo, a folder of photos, or the bundled sample.

Every source delivers RGB frames with true time stamps and is used by one thread; only :meth:`Source.cancel`
may be called from another. A camera or stream that goes away is a state (``"lost"``), not an error: the
source keeps trying to get it back.
"""

from __future__ import annotations

import itertools
import logging
import re
import sys
import threading
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import cv2
import numpy as np

from app.addresses import without_password
from app.types import Frame
from models.errors import UserError
from models.inference.store import ASSETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

log = logging.getLogger(__name__)

SAMPLE = ASSETS / "sample.mp4"
IMAGE_ENDINGS = {".bmp", ".jpeg", ".jpg", ".jpe", ".jp2", ".png", ".tif", ".tiff", ".webp"}
VIDEO_ENDINGS = {
    ".avi",
    ".flv",
    ".gif",
    ".m4v",
    ".mkv",
    ".mov",
    ".mp4",
    ".mpeg",
    ".mpg",
    ".ts",
    ".webm",
    ".wmv",
}
FILE_ENDINGS = IMAGE_ENDINGS | VIDEO_ENDINGS  # a name with one is no camera's
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
CAMERA_SIZE = (1280, 720)  # asked for; the camera may give another
FAILED_READS = 3  # in a row: unplugged, rather than one broken frame
RETRY_S = (0.25, 0.5, 1.0, 2.0, 4.0)  # waits between attempts to get a camera back; the last one repeats
STREAM_TIMEOUT_MS = 5000  # without it FFmpeg waits half a minute on a dead stream
PHOTO_FPS = 10.0  # a photo shown live is delivered again and again, so that every control acts on it
SCENE_S = 2.0  # between photos on the source's clock: each is its own scene, nothing is tracked across
PHOTO_SHOWN_S = 3.0  # each photo of a folder shown live
MOST_LATE_S = 1.0  # later than this a source was held up, as by the machine's sleep, and goes on from there
CATCH_UP_S = 0.2  # how long late frames are left out; a video that is decoded too slowly never catches up

State = Literal["ok", "lost"]


class SourceError(UserError):
    """A source that cannot be used; the message is one sentence for people."""


class Capture(Protocol):
    """The part of ``cv2.VideoCapture`` that is used."""

    def isOpened(self) -> bool: ...  # noqa: D102, N802
    def read(self) -> tuple[bool, np.ndarray | None]: ...  # noqa: D102
    def grab(self) -> bool: ...  # noqa: D102
    def get(self, propId: int, /) -> float: ...  # noqa: D102
    def release(self) -> None: ...  # noqa: D102


class Source(ABC):
    """Frames, one after another.

    Attributes
    ----------
    name : as shown to people.
    width, height : pixels of the last frame, or of the first one to come.
    is_live : a camera or stream, which does not wait for anybody.
    files : that it reads, so that nobody writes over them.
    frame_count : None where it is unknown.
    fps : nominal frames a second, None where it is unknown; true times are in the frames.
    state : ``"lost"`` while a camera or stream is away.
    """

    name: str
    width: int = 0
    height: int = 0
    is_live: bool = False
    files: tuple[Path, ...] = ()
    frame_count: int | None = None
    fps: float | None = None
    state: State = "ok"

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    @abstractmethod
    def read(self) -> Frame | None:
        """Wait for the next frame; None at the end, and soon after :meth:`cancel`."""

    def cancel(self) -> None:
        """Make a waiting :meth:`read` return; may be called from any thread."""
        self._cancelled.set()

    def resume(self) -> None:  # noqa: B027 - only recorded sources have a clock to set
        """Go on after a pause in reading without making up for the time that passed."""

    def close(self) -> None:
        """Give the device or file back."""
        self.cancel()


# ----------------------------------------------------------------------------------------------------------
# Cameras and streams


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera of this machine: its OpenCV index, its name, and OpenCV's number of the driver interface."""

    index: int
    name: str
    backend: int


def list_cameras() -> list[Camera]:
    """Return the cameras of this machine, in the order of their indices."""
    from cv2_enumerate_cameras import enumerate_cameras

    if sys.platform == "win32":
        backend = cv2.CAP_MSMF
    elif sys.platform == "darwin":
        backend = cv2.CAP_AVFOUNDATION
    else:
        backend = cv2.CAP_V4L2
    found = [Camera(c.index, c.name or f"Camera {c.index}", backend) for c in enumerate_cameras(backend)]
    return sorted(found, key=lambda camera: camera.index)


def open_camera(camera: Camera) -> Capture:
    """Open a camera at the size and format that give it its full rate."""
    capture = cv2.VideoCapture(camera.index, camera.backend)
    # The format comes first: asked for afterwards, some drivers stay at 10 FPS of raw pictures.
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, CAMERA_SIZE[0])
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, CAMERA_SIZE[1])
    capture.set(cv2.CAP_PROP_FPS, 30)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # a queue in the driver is latency
    return capture


def open_stream(url: str) -> Capture:
    """Open a network stream with limits on how long it may keep us waiting."""
    return cv2.VideoCapture(
        url,
        cv2.CAP_FFMPEG,
        [
            cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
            STREAM_TIMEOUT_MS,
            cv2.CAP_PROP_READ_TIMEOUT_MSEC,
            STREAM_TIMEOUT_MS,
        ],
    )


class LiveSource(Source):
    """A camera or stream: delivers what is newest, and comes back by itself after it was away.

    Parameters
    ----------
    name : as shown to people.
    open_capture : opens the device; called again after it was lost.
    could_not_open : the sentence for a device that is not there at the start.
    retry_s : waits between attempts to get it back, the last one repeating; None for the usual ones.
    """

    is_live = True

    def __init__(
        self,
        name: str,
        open_capture: Callable[[], Capture],
        could_not_open: str,
        retry_s: tuple[float, ...] | None = None,
    ) -> None:
        super().__init__()
        self.name = name
        self._open_capture = open_capture
        self._retry_s = retry_s or RETRY_S
        self._count = 0
        self._started_at = time.perf_counter()
        self._capture: Capture | None = open_capture()
        if not self._capture.isOpened():
            self._capture.release()
            raise SourceError(could_not_open)
        self.width = int(self._capture.get(cv2.CAP_PROP_FRAME_WIDTH))
        self.height = int(self._capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
        # fps stays None: what a driver says is often wrong (FFmpeg says 25 of any MJPEG stream).

    def read(self) -> Frame | None:
        """Wait for the newest frame, for as long as the camera is away."""
        failures = 0
        while not self._cancelled.is_set():
            if self._capture is None and not self._reopen():
                return None
            assert self._capture is not None
            ok, image = self._capture.read()
            captured_at = time.perf_counter()
            if ok and image is not None and image.size:
                if self.state == "lost":
                    log.info("%s is back", self.name)
                self.state = "ok"
                return self._frame(image, captured_at)
            failures += 1
            if failures >= FAILED_READS:
                failures = 0
                self._lose()
        return None

    def _frame(self, image: np.ndarray, captured_at: float) -> Frame:
        if self._count == 0:
            self._started_at = captured_at
        frame = Frame(self._count, to_rgb(image), captured_at, captured_at - self._started_at)
        self._count += 1
        self.width, self.height = frame.size
        return frame

    def _lose(self) -> None:
        if self.state == "ok":
            log.warning("%s was lost; trying to get it back", self.name)
        self.state = "lost"
        if self._capture is not None:
            self._capture.release()
            self._capture = None

    def _reopen(self) -> bool:
        """Try until the device is open; False when cancelled."""
        attempt = 0
        while not self._cancelled.wait(self._retry_s[min(attempt, len(self._retry_s) - 1)]):
            attempt += 1
            capture = self._open_capture()
            if capture.isOpened():
                self._capture = capture
                return True
            capture.release()
        return False

    def close(self) -> None:
        """Give the device back."""
        super().close()
        if self._capture is not None:
            self._capture.release()
            self._capture = None


def _find_camera(spec: str, cameras: list[Camera]) -> Camera:
    """Return the camera that an index or (part of) a name means; an empty spec means the first."""
    listed = ", ".join(f"{c.index} ({c.name})" for c in cameras)
    if not spec:
        if not cameras:
            raise SourceError("No camera was found; plug one in, or choose a video file or 'sample' instead.")
        return cameras[0]
    if spec.isdigit():
        by_index = [c for c in cameras if c.index == int(spec)]
        if not by_index:
            rest = f"the cameras here are {listed}" if cameras else "no camera was found on this machine"
            raise SourceError(
                f"There is no camera {spec}; {rest}. Choose another one, a video file or 'sample'."
            )
        return by_index[0]
    exact = [c for c in cameras if c.name.casefold() == spec.casefold()]
    matching = exact or [c for c in cameras if spec.casefold() in c.name.casefold()]
    if matching:
        return matching[0]
    rest = f" The cameras here are {listed}." if cameras else " No camera was found on this machine."
    raise SourceError(f"'{spec}' is no file, folder, URL or camera name.{rest}")


def _camera_source(spec: str) -> LiveSource:
    camera = _find_camera(spec, list_cameras())

    def open_again() -> Capture:
        # After replugging the same camera may have another index, and another camera the one it had. One
        # without a name of its own is named by its index, and so comes back at that.
        now = list_cameras()
        same = [c for c in now if c == camera] or [c for c in now if c.name == camera.name]
        return open_camera(same[0]) if same else cv2.VideoCapture()

    return LiveSource(
        camera.name,
        open_again,
        f"{camera.name} (camera {camera.index}) could not be opened; close other programs that use it, "
        "or choose another camera, a video file or 'sample'.",
    )


# ----------------------------------------------------------------------------------------------------------
# Files


def to_rgb(image: np.ndarray) -> np.ndarray:
    """Turn OpenCV's BGR or grey uint8 picture into contiguous (H, W, 3) RGB."""
    if image.ndim == 2 or image.shape[2] == 1:
        return cv2.cvtColor(image, cv2.COLOR_GRAY2RGB)
    return cv2.cvtColor(image, cv2.COLOR_BGR2RGB)


def read_photo(path: Path) -> np.ndarray:
    """Read a photo of any depth and channel count as (H, W, 3) uint8 RGB, turned as its EXIF record says.

    Raises
    ------
    SourceError : the file is missing or no picture.
    """
    try:
        content = np.fromfile(path, np.uint8)  # cv2.imread cannot open every path on Windows
    except OSError as error:
        raise SourceError(f"{path.name} could not be read ({error.strerror}).") from error
    try:
        image = cv2.imdecode(content, cv2.IMREAD_COLOR_RGB) if content.size else None
    except cv2.error:  # a size beyond OpenCV's limit
        image = None
    if image is None:
        raise SourceError(
            f"{path.name} is no picture that can be read; choose a JPEG, PNG, WebP or TIFF file."
        )
    return image


class _Pace:
    """Keeps a recorded source to its own clock."""

    def __init__(self, cancelled: threading.Event) -> None:
        self._cancelled = cancelled
        self._offset: float | None = None

    def late_s(self, time_s: float) -> float:
        """Return how late a frame is; negative if its time is still to come.

        The count begins anew where it would be later than :data:`MOST_LATE_S`.
        """
        now = time.perf_counter()
        if self._offset is None or now - (self._offset + time_s) > MOST_LATE_S:
            self._offset = now - time_s
        return now - (self._offset + time_s)

    def wait(self, time_s: float) -> bool:
        """Wait until a frame is due; False when cancelled."""
        early = -self.late_s(time_s)
        return not (self._cancelled.wait(early) if early > 0 else self._cancelled.is_set())

    def restart(self) -> None:
        """Count from the next frame on, after a pause."""
        self._offset = None


class VideoSource(Source):
    """A video file with its own time stamps, every frame or at its own pace.

    Parameters
    ----------
    realtime : keep to the clock and leave out frames that are late.
    loop : begin again at the end; time and index go on counting.
    """

    def __init__(self, path: Path, *, realtime: bool, loop: bool = False, name: str | None = None) -> None:
        super().__init__()
        self.name = name or path.name
        self.files = (path,)
        self._path, self._realtime, self._loop = path, realtime, loop
        self._capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
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
        self._pace = _Pace(self._cancelled)
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
            if not ok or image is None:
                continue
            if self._realtime and not self._pace.wait(time_s):
                return None
            self.width, self.height = image.shape[1], image.shape[0]
            return Frame(index, to_rgb(image), time.perf_counter(), time_s)
        return None

    def _is_left_out(self, time_s: float) -> bool:
        """Tell whether to leave a frame out to catch up; if that takes too long, go on from it instead."""
        if self._pace.late_s(time_s) <= self._period_s:
            self._behind_since = None
            return False
        now = time.perf_counter()
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
        self._capture = cv2.VideoCapture(str(self._path), cv2.CAP_FFMPEG)
        return self._capture.isOpened()

    def resume(self) -> None:
        """Go on from where reading stopped."""
        self._pace.restart()

    def close(self) -> None:
        """Give the file back."""
        super().close()
        self._capture.release()


class PhotoSource(Source):
    """Photos, one by one, numbered by their places in the list; shown live, their pictures are counted.

    Parameters
    ----------
    realtime : deliver each photo for a while at :data:`PHOTO_FPS`, so that a window stays alive; without it
        each photo comes once.
    loop : begin again after the last photo; time and index go on.
    """

    def __init__(self, paths: list[Path], name: str, *, realtime: bool, loop: bool = False) -> None:
        super().__init__()
        self.name = name
        self.files = tuple(paths)
        self._paths, self._realtime, self._loop = paths, realtime, loop
        self._repeats = round(PHOTO_SHOWN_S * PHOTO_FPS) if realtime else 1
        self._told: set[Path] = set()  # unreadable photos, warned of once
        self.frame_count = None if loop else len(paths) * self._repeats
        self.fps = PHOTO_FPS if realtime else None
        self._pace = _Pace(self._cancelled)
        self._last_s = 0.0
        self._pictures = self._timed_pictures()
        first = next(self._pictures)  # here, so that an unreadable photo is known at once
        self.height, self.width = first[1].shape[:2]
        self._first: tuple[int, np.ndarray, float] | None = first

    def _timed_pictures(self) -> Iterator[tuple[int, np.ndarray, float]]:
        """Yield pictures with their numbers and times in seconds."""
        count, time_s = 0, 0.0
        for first in itertools.count(step=len(self._paths)):
            for place, image in self._readable_photos():
                for i in range(self._repeats):
                    time_s += 1 / PHOTO_FPS if i else 0.0
                    yield count if self._realtime else first + place, image, time_s
                    count += 1
                time_s += SCENE_S if len(self._paths) > 1 else 1 / PHOTO_FPS
            if not self._loop:
                return

    def _readable_photos(self) -> Iterator[tuple[int, np.ndarray]]:
        """Yield photos with their places among all."""
        unreadable = 0
        for place, path in enumerate(self._paths):
            try:
                yield place, read_photo(path)
            except SourceError as error:
                unreadable += 1
                if unreadable == len(self._paths):
                    raise
                if path not in self._told:
                    log.warning("%s", error)
                    self._told.add(path)

    def read(self) -> Frame | None:
        """Return the next photo, or in real time perhaps the same one again."""
        picture, self._first = self._first or next(self._pictures, None), None
        if picture is None or self._cancelled.is_set():
            return None
        index, image, time_s = picture
        if self._realtime:
            if time_s - self._last_s >= SCENE_S:
                self._pace.restart()  # the time between scenes is not waited for
            if not self._pace.wait(time_s):
                return None
        self._last_s = time_s
        frame = Frame(index, image, time.perf_counter(), time_s)
        self.width, self.height = frame.size
        return frame

    def resume(self) -> None:
        """Go on from where reading stopped."""
        self._pace.restart()


def _natural_order(path: Path) -> list[tuple[int, str]]:
    """Sort key that puts ``photo10`` after ``photo9``."""
    parts = re.split(r"(\d+)", path.name.casefold())
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


def is_camera(spec: str) -> bool:
    """Tell whether what a person named is looked for among the cameras, rather than anywhere else."""
    spec = spec.strip()
    path = Path(spec).expanduser()
    if spec.casefold() == "sample" or ADDRESS.match(spec) or (spec and (path.is_dir() or path.is_file())):
        return False
    return not ("/" in spec or "\\" in spec or path.suffix.lower() in FILE_ENDINGS)


def open_source(spec: str, *, realtime: bool, loop: bool | None = None) -> Source:
    """Open what a person named.

    Parameters
    ----------
    spec : camera index or name (empty: the first camera), image, folder of images, video, rtsp/http URL, or
        ``"sample"``.
    realtime : keep recorded sources to their own clock, as a window wants it; without it every frame is
        delivered as fast as it is read.
    loop : begin a video or photos again at the end; None does so with the sample and photos alone, when
        shown in real time.

    Raises
    ------
    SourceError : with one sentence that says what is wrong and what to do.
    """
    spec = spec.strip()
    loop_shown = realtime if loop is None else loop
    if spec.casefold() == "sample":
        if not SAMPLE.is_file():
            raise SourceError(f"The sample clip {SAMPLE.name} is missing from assets/; restore it.")
        return VideoSource(SAMPLE, realtime=realtime, loop=loop_shown, name="sample")
    if ADDRESS.match(spec):
        return _stream_source(spec)
    if is_camera(spec):
        return _camera_source(spec)
    path = Path(spec).expanduser()
    if path.is_dir():
        photos = sorted((p for p in path.iterdir() if p.suffix.lower() in IMAGE_ENDINGS), key=_natural_order)
        if not photos:
            raise SourceError(f"The folder {path.name} holds no pictures; choose one with JPEG or PNG files.")
        return PhotoSource(photos, path.name, realtime=realtime, loop=loop_shown)
    if path.is_file():
        if path.suffix.lower() in IMAGE_ENDINGS:
            return PhotoSource([path], path.name, realtime=realtime, loop=loop_shown)
        return VideoSource(path, realtime=realtime, loop=bool(loop))
    raise SourceError(f"There is no file or folder {spec}; check the name.")


def _stream_source(url: str) -> LiveSource:
    shown = re.sub(r"//[^/?#]*@", "//", without_password(url))  # who signs in is nobody's business
    return LiveSource(
        shown,
        lambda: open_stream(url),
        f"The stream {shown} could not be opened; check the address and that the sender is running.",
    )
