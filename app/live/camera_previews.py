"""CameraPreviews: what every camera sees, in small, while somebody chooses one of them. No Qt here."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import cv2

from app.live.meters import RateMeter
from app.live.sources.camera import open_capture
from app.live.sources.camera_format import USUAL_FORMAT, CameraFormat
from app.live.sources.capture import to_rgb
from app.live.sources.live_source import FAILED_READS
from app.system.processes import programs_using

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np

    from app.live.sources.camera import Camera
    from app.live.sources.capture import Capture

log = logging.getLogger(__name__)

PREVIEW_WIDTH = 320  # pixels of a preview, at most
REFRESH_S = 0.1  # ten pictures a second are enough to know somebody by
DEADLINE_S = 5.0  # a camera that has given nothing for so long is called silent
RETRY_S = 2.0  # another program may let go of one

State = Literal["opening", "live", "refused", "silent"]


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """What is known of a camera.

    Attributes
    ----------
    camera : that it is about.
    at : when this became known, on the clock.
    state : it is being opened, gives pictures, could not be opened, or gives no picture.
    image : (H, W, 3) uint8 RGB, what it sees; only while it gives pictures.
    size : (width, height) in pixels of its pictures.
    fps : of its pictures, as they come; 0 before there is a rate.
    format : what it sends them as, such as ``MJPG``; empty where it does not tell.
    programs : that have it open, of one that could not be opened.
    """

    camera: Camera
    at: float
    state: State
    image: np.ndarray | None = None
    size: tuple[int, int] = (0, 0)
    fps: float = 0.0
    format: str = ""
    programs: tuple[str, ...] = ()


class CameraPreviews:
    """Opens cameras, each in a thread of its own as a driver may hang, and keeps what they see.

    Used by one thread; nothing of it waits but :meth:`close`.

    Parameters
    ----------
    wanted : the format that each is asked for, as the live picture would be.
    open_camera : opens one.
    clock : seconds.
    """

    def __init__(
        self,
        wanted: CameraFormat = USUAL_FORMAT,
        open_camera: Callable[[Camera, CameraFormat], Capture] = open_capture,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._open_camera, self._clock = (lambda camera: open_camera(camera, wanted)), clock
        self._looks: dict[Camera, _Look] = {}
        self._ending: list[_Look] = []

    def show(self, cameras: Sequence[Camera]) -> None:
        """Look through these cameras, and give all others back."""
        for camera in [camera for camera in self._looks if camera not in cameras]:
            look = self._looks.pop(camera)
            look.stop()
            self._ending.append(look)
        for camera in cameras:
            if camera not in self._looks:
                self._looks[camera] = _Look(camera, self._open_camera, self._clock)

    def take(self) -> tuple[Preview, ...]:
        """Return what is known of each camera by now."""
        now = self._clock()
        previews = (look.preview for look in self._looks.values())
        return tuple(
            replace(preview, state="silent", image=None)
            if preview.state in ("opening", "live") and now - preview.at > DEADLINE_S
            else preview
            for preview in previews
        )

    def stop(self) -> None:
        """Give all cameras back, without waiting for it."""
        self.show(())

    @property
    def has_ended(self) -> bool:
        """Whether all cameras that are not looked through any more have been given back."""
        self._ending = [look for look in self._ending if look.is_alive()]
        return not self._ending

    def close(self, timeout: float) -> bool:
        """Give all back and wait, at most so many seconds, until that is done; return whether it is."""
        self.stop()
        until = time.monotonic() + timeout
        for look in self._ending:
            look.join(max(until - time.monotonic(), 0.0))
        return self.has_ended


class _Look(threading.Thread):
    """Looks through one camera until it is stopped; one that is refused is tried again."""

    def __init__(
        self, camera: Camera, open_camera: Callable[[Camera], Capture], clock: Callable[[], float]
    ) -> None:
        super().__init__(name=f"preview of camera {camera.index}", daemon=True)
        self._camera, self._open_camera, self._clock = camera, open_camera, clock
        self._stopping = threading.Event()
        self.preview = Preview(camera, clock(), "opening")  # exchanged whole
        self.start()

    def stop(self) -> None:
        self._stopping.set()

    def run(self) -> None:
        while not self._stopping.is_set():
            capture = self._open_camera(self._camera)
            state: State = "refused"
            try:
                state = self._watch(capture) if capture.isOpened() else "refused"
            except cv2.error as error:
                log.info("camera %d gives no picture: %s", self._camera.index, error)
            finally:
                capture.release()
            if not self._stopping.is_set():
                programs = tuple(programs_using(Path(f"/dev/video{self._camera.index}")))
                self.preview = Preview(self._camera, self._clock(), state, programs=programs)
            self._stopping.wait(RETRY_S)

    def _watch(self, capture: Capture) -> State:
        """Follow what it sees until it fails or is stopped."""
        rate, failures, shown_at = RateMeter(), 0, float("-inf")
        while not self._stopping.is_set() and failures < FAILED_READS:
            ok, image = capture.read()
            if not ok or image is None or not image.size:
                failures += 1
                continue
            failures, now = 0, self._clock()
            rate.add(now)
            if now - shown_at < REFRESH_S:
                continue
            shown_at = now
            height, width = image.shape[:2]
            small = min(PREVIEW_WIDTH / width, 1.0)
            size = max(round(small * width), 1), max(round(small * height), 1)
            self.preview = Preview(
                self._camera,
                now,
                "live",
                to_rgb(cv2.resize(image, size, interpolation=cv2.INTER_AREA)),
                (width, height),
                rate.rate(now),
                format_name(capture.get(cv2.CAP_PROP_FOURCC)),
            )
        return "silent"


def format_name(fourcc: float) -> str:
    """Return what OpenCV's number of a pixel format stands for, such as ``MJPG``; empty if for nothing."""
    if not 0 < fourcc < 1 << 32:
        return ""
    name = int(fourcc).to_bytes(4, "little").decode("latin-1").strip()
    return name if name.isascii() and name.isalnum() else ""
