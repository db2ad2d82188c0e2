"""VideoDecoder: the pictures of a video file as they are meant to be seen, by FFmpeg."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import av
import cv2
import numpy as np
from av.error import FFmpegError
from av.filter.graph import Graph
from av.sidedata.sidedata import SideDataContainer
from av.sidedata.sidedata import Type as SideDataType

from app.frame_rates import HIGHEST_RATE, nominal_rate
from app.live.sources.base import SourceError
from app.live.sources.http_file import HttpFile

if TYPE_CHECKING:
    from pathlib import Path

    from av.container import InputContainer

log = logging.getLogger(__name__)

# Formats that name other files or addresses, which FFmpeg would open too.
PLAYLISTS = frozenset(("hls", "concat", "dash", "sdp", "rtsp", "imf"))
MOST_STRETCHED = 8  # how many times a pixel is wider than high, or higher than wide; DV's is 1.5
MAX_PIXELS = 100_000_000  # of a picture; 8K has 33 million


class VideoDecoder:
    """Decodes a video file, picture after picture.

    Pictures are deinterlaced where they are flagged as interlaced, turned and mirrored as the file's display
    matrix says, and have square pixels. One of another size than the first is fitted into the first one's
    size with its own proportions.

    Parameters
    ----------
    path : of a file, or what a web server has; nothing else is opened, whatever the file names.

    Attributes
    ----------
    fps : frames a second on average; None if the file does not say.
    frame_count : as far as the file says; None if it does not.
    promised_frames : how many the file's index counts; None where it has none.
    size : (width, height) of the pictures in pixels.
    is_damaged : decoding ended with an error.

    Raises
    ------
    SourceError : the file cannot be read as a video.
    """

    def __init__(self, path: Path | HttpFile) -> None:
        self._name = path.name
        try:
            self._container = path.open() if isinstance(path, HttpFile) else _open_file(path)
            self._stream = self._container.streams.video[0]
            context: Any = self._stream.codec_context  # PyAV's types say that it is never None
            if context is None:
                raise IndexError("no decoder for the pictures")
            context.options = {"max_pixels": str(MAX_PIXELS)}
        except (FFmpegError, IndexError) as error:
            log.debug("opening %s: %s", path, _reason(error))
            raise SourceError(
                f"{path.name} could not be read as a video; it is damaged or of another kind. "
                "Convert it, for example to MP4."
            ) from None
        self._stream.thread_type = "AUTO"
        rate = self._stream.average_rate or self._stream.guessed_rate
        self.fps = float(nominal_rate(rate)) if rate and 0 < rate < HIGHEST_RATE else None
        self.promised_frames = self._stream.frames or None
        self.frame_count = self.promised_frames or self._count_by_duration()
        self.is_damaged = False
        self._decoded = self._container.decode(self._stream)
        self._graph: Graph | None = None  # once a picture was interlaced
        self._is_drained = False
        start, base = self._stream.start_time, self._stream.time_base
        self._start_s = float(start * base) if start is not None and base else 0.0
        # The first picture tells the size, which the file's head does not where it turns pictures.
        self._ahead = self._decode()
        if self._ahead is None:
            raise SourceError(f"{path.name} holds no picture that can be read; it is damaged or empty.")
        self._size: tuple[int, int] | None = None
        first = self.picture(self._ahead)
        self.size = self._size = first.shape[1], first.shape[0]

    def _count_by_duration(self) -> int | None:
        duration, base = self._stream.duration, self._stream.time_base
        seconds = float(duration * base) if duration and base else (self._container.duration or 0) / 1e6
        return round(seconds * self.fps) if self.fps and seconds > 0 else None

    def next(self) -> av.VideoFrame | None:
        """Return the next frame, of which :meth:`picture` and :meth:`stamp_s` tell more; None at the end."""
        frame, self._ahead = self._ahead, None
        return frame if frame is not None else self._decode()

    def _decode(self) -> av.VideoFrame | None:
        try:
            frame = next(self._decoded, None)
            if self._graph is None and (frame is None or not frame.interlaced_frame):
                return frame
            return self._deinterlaced(self._graph or self._open_graph(), frame)
        except FFmpegError as error:
            log.debug("decoding: %s", _reason(error))
            self.is_damaged = True
            return None

    def _open_graph(self) -> Graph:
        graph = self._graph = Graph()
        source = graph.add_buffer(template=self._stream, time_base=self._stream.time_base)
        # A picture for each frame; frames that are not flagged pass as they are.
        filtered = graph.add("yadif", "mode=send_frame:deint=interlaced")
        sink = graph.add("buffersink")
        source.link_to(filtered)
        filtered.link_to(sink)
        graph.configure()
        return graph

    def _deinterlaced(self, graph: Graph, frame: av.VideoFrame | None) -> av.VideoFrame | None:
        """Hand a frame over and return the graph's next one; without a frame those that it still holds."""
        while True:
            if not self._is_drained:
                graph.push(frame)
                self._is_drained = frame is None
            try:
                return graph.vpull()
            except BlockingIOError:  # it wants the next one first
                frame = next(self._decoded, None)
            except EOFError:
                return None

    def stamp_s(self, frame: av.VideoFrame) -> float | None:
        """Return a frame's time in seconds from the file's beginning; None if it has none."""
        # PyAV's own type says that every frame has a time.
        return None if frame.pts is None else frame.time - self._start_s

    def picture(self, frame: av.VideoFrame) -> np.ndarray:
        """Return a frame's (H, W, 3) uint8 RGB image, the size that :attr:`size` tells.

        Raises
        ------
        SourceError : its colours are of a kind that cannot be shown.
        """
        try:
            rgb = frame.to_ndarray(format="rgb24")
        except FFmpegError as error:
            log.debug("colours: %s", _reason(error))
            raise SourceError(
                f"{self._name} has pictures whose colours cannot be shown; "
                "convert it, for example to MP4 with H.264."
            ) from None
        image = _turned(rgb, _display_matrix(frame))
        image = _square(image, frame, self._stream)
        return image if self._size in (None, image.shape[1::-1]) else _fitted(image, self._size)

    def close(self) -> None:
        """Give the file back."""
        self._container.close()


def _open_file(path: Path) -> InputContainer:
    # Titles in other encodings than UTF-8 are of no interest.
    container = av.open(f"file:{path}", options={"protocol_whitelist": "file"}, metadata_errors="replace")
    if PLAYLISTS & set(container.format.name.split(",")):
        container.close()
        raise SourceError(f"{path.name} is a list of other files; open one of those instead.")
    return container


def _reason(error: Exception) -> str:
    """Say what FFmpeg said, without the address, in which there may be a password."""
    return getattr(error, "strerror", None) or type(error).__name__


def _display_matrix(frame: av.VideoFrame) -> np.ndarray | None:
    """Return the (2, 2) turn of a frame, image axes; None if it stands as it is."""
    # A frame and its own ``side_data`` hold each other, so that only the garbage collector would free them.
    container: Any = SideDataContainer  # its annotations name another key, and no frame
    try:
        data = container(frame).get(SideDataType.DISPLAYMATRIX)
    except ValueError:  # another one is of a type that PyAV does not know
        return None
    if data is None:
        return None
    # Nine numbers by row (a, b, u, c, d, v, x, y, w): x' = a x + c y, y' = b x + d y (FFmpeg's display.h).
    matrix = np.frombuffer(bytes(data), np.int32)[:9].reshape(3, 3)[:2, :2].T
    return np.sign(np.where(np.abs(matrix) > np.abs(matrix).max() / 2, matrix, 0)).astype(int)


def _turned(image: np.ndarray, matrix: np.ndarray | None) -> np.ndarray:
    """Apply one of the eight turns that map pixels to pixels."""
    if matrix is None or not matrix.any():
        return image
    if matrix[0, 0] == 0:  # the new x runs along the old y
        image = image.transpose(1, 0, 2)
    across, down = matrix[0].sum(), matrix[1].sum()
    return np.ascontiguousarray(image[:: 1 if down > 0 else -1, :: 1 if across > 0 else -1])


def _square(image: np.ndarray, frame: av.VideoFrame, stream: av.VideoStream) -> np.ndarray:
    """Stretch an image of pixels that are not square."""
    ratio = stream.sample_aspect_ratio
    if not ratio or ratio == 1 or not 1 / MOST_STRETCHED <= ratio <= MOST_STRETCHED:
        return image
    height, width = image.shape[:2]
    is_upright = (width, height) == (frame.width, frame.height)
    stretch = float(ratio) if is_upright else 1 / float(ratio)
    size = (round(width * stretch), height) if stretch > 1 else (width, round(height / stretch))
    return cv2.resize(image, size, interpolation=cv2.INTER_LINEAR)


def _fitted(image: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Fit an image into another size with its own proportions, on black."""
    height, width = image.shape[:2]
    scale = min(size[0] / width, size[1] / height)
    inner = max(round(width * scale), 1), max(round(height * scale), 1)
    left, top = (size[0] - inner[0]) // 2, (size[1] - inner[1]) // 2
    fitted = np.zeros((size[1], size[0], 3), np.uint8)
    fitted[top : top + inner[1], left : left + inner[0]] = cv2.resize(
        image, inner, interpolation=cv2.INTER_AREA
    )
    return fitted
