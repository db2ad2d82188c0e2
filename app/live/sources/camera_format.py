"""CameraFormat: the size, rate and pixels that a camera is asked for, and what it then gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.options import Options

if TYPE_CHECKING:
    from app.live.sources.capture import Capture
    from app.options import PixelFormat

# Bytes a second that USB 2 carries beside what else is plugged in; 640x480 at 30 takes 18 million.
MOST_RAW = 24_000_000
RAW_BYTES = 2  # of a pixel, in the YUYV of webcams


@dataclass(frozen=True, slots=True)
class CameraFormat:
    """What a camera is asked for; it may give something else.

    Attributes
    ----------
    width, height : pixels.
    fps : frames a second.
    pixels : how they are sent.
    """

    width: int
    height: int
    fps: float
    pixels: PixelFormat = "auto"

    @classmethod
    def of(cls, options: Options) -> CameraFormat:
        """Return what options ask for."""
        return cls(options.camera_width, options.camera_height, options.camera_fps, options.camera_format)

    @property
    def wants_jpeg(self) -> bool:
        """Whether uncompressed images would be too many bytes for USB 2, where cameras then slow down.

        Smaller ones are better raw: what JPEG leaves out moves the mesh by a centimetre.
        """
        return self.width * self.height * RAW_BYTES * self.fps > MOST_RAW

    @property
    def fourcc(self) -> str:
        """The code of the pixels that are asked for; empty to leave them to the driver."""
        return ("MJPG" if self.wants_jpeg else "") if self.pixels == "auto" else self.pixels

    def refused(self, size: tuple[int, int], gives: str) -> list[str]:
        """Return what a camera does not have of what somebody asked for.

        Parameters
        ----------
        size : (width, height) that it gives.
        gives : as :func:`given_format` says; a driver that tells nothing of pixels has refused none.
        """
        wanted = [] if size == (self.width, self.height) else [f"{self.width}x{self.height}"]
        facts = gives.split(", ")
        tells_pixels = any(len(fact) == 4 and fact.isalnum() for fact in facts)
        if self.pixels != "auto" and tells_pixels and self.pixels not in facts:
            wanted.append(self.pixels)
        return wanted

    def ask(self, capture: Capture) -> None:
        """Ask an open capture for it."""
        import cv2

        # The format comes first: asked for afterwards, some drivers stay at 10 FPS of raw images.
        if self.fourcc:
            capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*self.fourcc))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, self.width)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, self.height)
        capture.set(cv2.CAP_PROP_FPS, self.fps)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # a queue in the driver is latency


USUAL_FORMAT = CameraFormat.of(Options())


def told(capture: Capture, prop: int) -> int:
    """Return a property of an open capture; 0 where its driver does not know, whatever it then says."""
    value = capture.get(prop)
    return round(value) if 0 < value < 2**32 else 0


def given_format(capture: Capture) -> str:
    """Say what an open capture gives, by its driver's word: such as ``1280x720, MJPG, 30 a second``."""
    import cv2

    width, height = told(capture, cv2.CAP_PROP_FRAME_WIDTH), told(capture, cv2.CAP_PROP_FRAME_HEIGHT)
    code = told(capture, cv2.CAP_PROP_FOURCC).to_bytes(4, "little").decode("ascii", "replace").strip()
    fps = told(capture, cv2.CAP_PROP_FPS)
    facts = (f"{width}x{height}" * bool(width), code * code.isalnum(), f"{fps} a second" * bool(fps))
    return ", ".join(fact for fact in facts if fact)
