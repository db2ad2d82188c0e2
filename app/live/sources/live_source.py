"""LiveSource: a camera or stream, which waits for nobody and comes back by itself."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

import cv2

from app.live.sources.base import Source, SourceError
from app.live.sources.camera_format import given_format, told
from app.live.sources.capture import to_rgb
from app.types import Frame

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np

    from app.live.sources.capture import Capture

log = logging.getLogger(__name__)

FAILED_READS = 3  # in a row: unplugged, rather than one broken frame
RETRY_S = (0.25, 0.5, 1.0, 2.0, 4.0)  # waits between attempts to get a camera back; the last one repeats


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
        self.width = told(self._capture, cv2.CAP_PROP_FRAME_WIDTH)
        self.height = told(self._capture, cv2.CAP_PROP_FRAME_HEIGHT)
        self.gives = given_format(self._capture)
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
                self._capture, self.gives = capture, given_format(capture)
                return True
            capture.release()
        return False

    def close(self) -> None:
        """Give the device back."""
        super().close()
        if self._capture is not None:
            self._capture.release()
            self._capture = None
