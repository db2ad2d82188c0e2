"""VideoWriter: images with time stamps to a video file that plays at the true speed."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

import cv2
import numpy as np

from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from av import VideoFrame

SMALLEST_SIDE = 16  # pixels; encoders refuse less
SNAP = 0.25  # frames between a time stamp and the constant rate's that are a camera's jitter
CLOCK_HZ = 90_000  # ticks of a time stamp, at most, as usual for video


class VideoError(UserError):
    """A video that cannot be written; the message is one sentence for people."""


class _Encoder(Protocol):
    keeps_times: bool

    def add(self, image: np.ndarray, place: float, /) -> None: ...

    def close(self) -> None: ...


class VideoWriter:
    """Writes an MP4 file with a constant frame rate.

    Each image is shown from its time stamp on: where the source left frames out, the image before is
    repeated, and of several within one frame of the file the last is kept, or all of them.

    Parameters
    ----------
    path : of the file; one that exists is replaced.
    size : (width, height) of the images in pixels. The file's sides are even and at least 16: a black edge
        is added where needed. Images of another size, as in a folder of photos, are fitted in.
    fps : frames a second of the file.
    keeps_all : every image is kept, those that do not fit the constant rate at their own times between its
        frames. Where PyAV has no H.264, the file is of a constant rate alone.

    Raises
    ------
    VideoError : the file cannot be written.
    """

    def __init__(self, path: Path, size: tuple[int, int], fps: float, *, keeps_all: bool = False):
        self._size = padded(size)
        self._fps = fps
        self._encoder = _open_encoder(path, self._size, fps)
        self._keeps_all = keeps_all and self._encoder.keeps_times
        self._first_s: float | None = None
        # Places are counted in frames of the constant rate from the first one on.
        self._last_place = -1.0  # that was encoded
        self._shown: np.ndarray | None = None  # fitted, until the next one
        self._shown_index = 0

    def write(self, image: np.ndarray, time_s: float) -> None:
        """Add an (H, W, 3) uint8 RGB image that is shown from ``time_s`` seconds on."""
        if self._first_s is None:
            self._first_s = time_s
        place = (time_s - self._first_s) * self._fps
        fitted = fit(image, self._size)
        if self._keeps_all:
            is_near = abs(place - round(place)) <= SNAP and round(place) > self._last_place
            place = round(place) if is_near else place
            self._repeat(until=place - 0.5)
            self._add(fitted, place)
        else:
            self._repeat(until=round(place) - 1)
        self._shown, self._shown_index = fitted, round(place)

    def _repeat(self, until: float) -> None:
        """Show the image before in every frame of the constant rate up to a place."""
        while self._shown is not None and (place := math.floor(self._last_place + 0.5) + 1) <= until:
            self._add(self._shown, place)

    def _add(self, image: np.ndarray, place: float) -> None:
        self._encoder.add(image, place)
        self._last_place = place

    def close(self) -> None:
        """Finish the file.

        Raises
        ------
        VideoError, OSError : it is not whole, as on a full disk.
        """
        if not self._keeps_all:
            self._repeat(until=self._shown_index)
        self._encoder.close()


def padded(size: tuple[int, int]) -> tuple[int, int]:
    """Return the (width, height) that encoders accept and that hold images of ``size``."""
    width, height = (max(side + side % 2, SMALLEST_SIDE) for side in size)
    return width, height


def fit(image: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Place an (H, W, 3) image in the middle of black of (width, height), shrunk if it is too large."""
    width, height = size
    scale = min(width / image.shape[1], height / image.shape[0])
    if scale < 1:
        inner = (max(round(image.shape[1] * scale), 1), max(round(image.shape[0] * scale), 1))
        image = cv2.resize(image, inner, interpolation=cv2.INTER_AREA)
    if image.shape[:2] == (height, width):
        return image
    canvas = np.zeros((height, width, 3), np.uint8)
    top, left = (height - image.shape[0]) // 2, (width - image.shape[1]) // 2
    canvas[top : top + image.shape[0], left : left + image.shape[1]] = image
    return canvas


def write_image(path: Path, image: np.ndarray) -> None:
    """Write an (H, W, 3) uint8 RGB image in the format that the file's ending names.

    Raises
    ------
    VideoError : the file cannot be written.
    """
    try:
        done, content = cv2.imencode(path.suffix, cv2.cvtColor(image, cv2.COLOR_RGB2BGR))
        if done:
            path.write_bytes(content.tobytes())
            return
        reason = "its kind is unknown"
    except cv2.error:
        reason = "its kind is unknown"
    except OSError as error:
        reason = error.strerror or str(error)
    raise VideoError(f"The picture {path} could not be written ({reason}); choose another place or ending.")


def encoder_name() -> str:
    """Name what videos are encoded with on this machine."""
    return "H.264 (libx264 in PyAV)" if has_x264() else "MPEG-4 (mp4v in OpenCV)"


def has_x264() -> bool:
    """Tell whether PyAV and its H.264 encoder are installed."""
    try:
        import av
    except ImportError:
        return False
    return "libx264" in av.codecs_available


def _open_encoder(path: Path, size: tuple[int, int], fps: float) -> _Encoder:
    try:
        path.open("wb").close()
    except OSError as error:
        raise VideoError(
            f"The video {path} could not be written ({error.strerror}); choose another place."
        ) from error
    return _AvEncoder(path, size, fps) if has_x264() else CvEncoder(path, size, fps)


class CvEncoder:
    """MPEG-4 part 2 at a constant rate through OpenCV, whose wheel has no H.264."""

    keeps_times = False

    def __init__(self, path: Path, size: tuple[int, int], fps: float):
        self._path = path.absolute()  # a relative one with a colon would be taken for an address
        self._written = 0
        codec = cv2.VideoWriter.fourcc(*"mp4v")
        self._writer = cv2.VideoWriter(str(self._path), cv2.CAP_FFMPEG, codec, fps, size)
        # Unopened, it would swallow every image without a word.
        if not self._writer.isOpened():
            raise VideoError(
                f"The video {path} could not be written: OpenCV has no MPEG-4 encoder here; "
                "install opencv-python and av from PyPI again."
            )

    def add(self, image: np.ndarray, _place: float, /) -> None:
        """Add an image of the video's size, one frame after the last one."""
        self._writer.write(cv2.cvtColor(image, cv2.COLOR_RGB2BGR))
        self._written += 1

    def close(self) -> None:
        """Finish the file, and read what it holds: OpenCV says nothing of images that it cannot write.

        Raises
        ------
        VideoError : it is not whole.
        """
        self._writer.release()
        if not self._written:
            return
        finished = cv2.VideoCapture(str(self._path), cv2.CAP_FFMPEG)
        count = finished.get(cv2.CAP_PROP_FRAME_COUNT)
        finished.release()
        # Matroska holds a length alone, from which the number is roughly reckoned; unfinished it has none.
        if count < (self._written if self._path.suffix == ".mp4" else 1):
            raise VideoError(
                f"The video {self._path.name} could not be written whole; make space or choose another place."
            )


def video_frame(image: np.ndarray) -> VideoFrame:
    """Return PyAV's frame, in the colours of H.264, of an (H, W, 3) uint8 RGB image of even sides."""
    import av

    # OpenCV's way takes a third of the time of libswscale's; PyAV's other way, which does not copy, takes the
    # colours from wrong places where the height is no multiple of four.
    planes = cv2.cvtColor(np.ascontiguousarray(image), cv2.COLOR_RGB2YUV_I420)
    return av.VideoFrame.from_ndarray(np.asarray(planes, np.uint8), format="yuv420p")


class _AvEncoder:
    """H.264 through PyAV: smaller files that every browser plays."""

    keeps_times = True

    def __init__(self, path: Path, size: tuple[int, int], fps: float):
        import av

        self._container = av.open(str(path.absolute()), "w", format="mp4")
        rate = Fraction(fps).limit_denominator(1001)
        stream = self._container.add_stream("libx264", rate=rate)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        # As good a picture as by the next slower preset at crf 20, in less than half of the time.
        stream.options = {"preset": "ultrafast", "crf": "19"}
        # Ticks that make up a frame exactly, of 30000/1001 a second too.
        split = max(CLOCK_HZ // rate.numerator, 1)
        stream.codec_context.time_base = Fraction(1, rate.numerator * split)
        self._stream, self._frame_ticks, self._last = stream, rate.denominator * split, -1

    def add(self, image: np.ndarray, place: float, /) -> None:
        frame = video_frame(image)
        frame.pts = self._last = max(round(place * self._frame_ticks), self._last + 1)
        frame.time_base, frame.duration = self._stream.codec_context.time_base, self._frame_ticks
        self._container.mux(self._stream.encode(frame))

    def close(self) -> None:
        self._container.mux(self._stream.encode())
        self._container.close()
