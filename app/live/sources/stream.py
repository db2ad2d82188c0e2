"""What a network address holds: a live stream (rtsp, http), or a video file that is played once (http)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import cv2

from app.addresses import without_password
from app.live.sources.base import SourceError
from app.live.sources.http_file import find_http_file
from app.live.sources.live_source import LiveSource
from app.live.sources.video import VideoSource

if TYPE_CHECKING:
    from app.live.sources.base import Source
    from app.live.sources.capture import Capture

TIMEOUT_MS = 5000  # without it FFmpeg waits half a minute on a dead stream


def open_stream(url: str, *, realtime: bool, loop: bool | None) -> Source:
    """Open the stream of an address, or the file that a web server has there."""
    shown = re.sub(r"//[^/?#]*@", "//", without_password(url))  # who signs in is nobody's business
    if url.lower().startswith(("http://", "https://")) and (file := find_http_file(url, shown)):
        try:
            return VideoSource(file, realtime=realtime, loop=bool(loop))
        except SourceError:
            file.close()
            raise
    return LiveSource(
        shown,
        lambda: _open_capture(url),
        f"The stream {shown} could not be opened; check the address and that the sender is running.",
    )


def _open_capture(url: str) -> Capture:
    """Open a network stream with limits on how long it may keep us waiting."""
    return cv2.VideoCapture(
        url,
        cv2.CAP_FFMPEG,
        [
            cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
            TIMEOUT_MS,
            cv2.CAP_PROP_READ_TIMEOUT_MSEC,
            TIMEOUT_MS,
        ],
    )
