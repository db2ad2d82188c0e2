"""The cameras of this machine, by index or name."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2

from app.addresses import without_password
from app.live.sources.base import SourceError
from app.live.sources.camera_format import USUAL_FORMAT
from app.live.sources.live_source import LiveSource

if TYPE_CHECKING:
    from app.live.sources.camera_format import CameraFormat
    from app.live.sources.capture import Capture

log = logging.getLogger(__name__)


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


def open_capture(camera: Camera, wanted: CameraFormat) -> Capture:
    """Open a camera in the format that is wanted, or what it has instead."""
    capture = cv2.VideoCapture(camera.index, camera.backend)
    if capture.isOpened():
        wanted.ask(capture)
    return capture


def find_camera(spec: str, cameras: list[Camera]) -> Camera:
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
    raise SourceError(f"'{without_password(spec)}' is no file, folder, URL or camera name.{rest}")


def open_camera(spec: str, wanted: CameraFormat) -> LiveSource:
    """Open the camera that an index or name means; it comes back by its name after it was unplugged."""
    camera = find_camera(spec, list_cameras())

    def reopen() -> Capture:
        # After replugging the same camera may have another index, and another camera the one it had. One
        # without a name of its own is named by its index, and so comes back at that.
        now = list_cameras()
        same = [c for c in now if c == camera] or [c for c in now if c.name == camera.name]
        return open_capture(same[0], wanted) if same else cv2.VideoCapture()

    source = LiveSource(
        camera.name,
        reopen,
        f"{camera.name} (camera {camera.index}) could not be opened; close other programs that use it, "
        "or choose another camera, a video file or 'sample'.",
    )
    # What nobody asked for is nothing to be warned of.
    refused = [] if wanted == USUAL_FORMAT else wanted.refused((source.width, source.height), source.gives)
    if refused:
        log.warning("%s gives %s, as it has no %s", camera.name, source.gives, " and no ".join(refused))
    else:
        log.info("%s gives %s", camera.name, source.gives)
    return source
