"""KINDS: everything that is said of a kind of source; the modules that open them are loaded when used."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.addresses import without_password
from app.live.sources.base import SourceError
from app.live.sources.camera_format import USUAL_FORMAT, CameraFormat
from app.live.sources.file_address import is_file_address, path_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live.sources.base import Source
    from app.options import Options


@dataclass(frozen=True, slots=True)
class SourceKind:
    """A kind of source.

    Attributes
    ----------
    description : what a person names to have it.
    matches : tells whether a name means this kind.
    opener : ``"module.function"`` of this package that opens it, by (name, realtime=, loop=) as of
        :func:`open_source`, a camera's by (name, its format).
    suffixes : of its files.
    """

    description: str
    matches: Callable[[str], bool]
    opener: str
    suffixes: tuple[str, ...] = ()

    def open(
        self, spec: str, *, realtime: bool, loop: bool | None, camera: CameraFormat = USUAL_FORMAT
    ) -> Source:
        """Open what a name of this kind means."""
        module, _, function = self.opener.partition(".")
        opener = getattr(importlib.import_module(f"app.live.sources.{module}"), function)
        return opener(spec, camera) if module == "camera" else opener(spec, realtime=realtime, loop=loop)


IMAGES = (
    *(".avif", ".bmp", ".heic", ".heif", ".jfif", ".jp2", ".jpe", ".jpeg", ".jpg"),
    *(".pgm", ".png", ".ppm", ".tif", ".tiff", ".webp"),
)
VIDEOS = (
    *(".3gp", ".asf", ".avi", ".dv", ".flv", ".gif", ".m2ts", ".m4v", ".mkv", ".mov"),
    *(".mp4", ".mpeg", ".mpg", ".mts", ".mxf", ".ogv", ".ts", ".vob", ".webm", ".wmv"),
)


def _is_sample(spec: str) -> bool:
    return spec.casefold() == "sample"


def is_address(spec: str) -> bool:
    """Return whether a name is an address of the network."""
    return re.match(r"[a-z][a-z0-9+.-]+://", spec, re.IGNORECASE) is not None


def _is_folder(spec: str) -> bool:
    return bool(spec) and Path(spec).expanduser().is_dir()


def _is_file(spec: str) -> bool:
    return Path(spec).expanduser().is_file()


def _is_image(spec: str) -> bool:
    if not _is_file(spec):
        return False
    if Path(spec).suffix.lower() in IMAGES:
        return True
    from app.live.sources.photo import is_heic, is_still  # with OpenCV, which takes a while

    path = Path(spec).expanduser()
    return is_still(path) or is_heic(path)


def _is_pipe_or_device(spec: str) -> bool:
    return bool(spec) and Path(spec).expanduser().exists() and not (_is_file(spec) or _is_folder(spec))


def _names_no_file(spec: str) -> bool:
    return not ("/" in spec or "\\" in spec or Path(spec).suffix.lower() in SUFFIXES)


# The first that matches what a person named is meant.
KINDS: dict[str, SourceKind] = {
    "sample": SourceKind("the word 'sample'", _is_sample, "video.open_sample"),
    "stream": SourceKind("an rtsp:// or http:// address", is_address, "stream.open_stream"),
    "folder": SourceKind("a folder of images", _is_folder, "images.open_folder"),
    "image": SourceKind("an image", _is_image, "images.open_image", IMAGES),
    "video": SourceKind("a video", _is_file, "video.open_video", VIDEOS),
    "camera": SourceKind("a camera's index or name", _names_no_file, "camera.open_camera"),
}
SUFFIXES = tuple(suffix for kind in KINDS.values() for suffix in kind.suffixes)


def kind_of(spec: str) -> str | None:
    """Return which of :data:`KINDS` a person means; None for a file that is not there."""
    try:
        named = _named(spec)
    except SourceError:
        return None
    return next((name for name, kind in KINDS.items() if kind.matches(named)), None)


def _named(spec: str) -> str:
    """Return a name without the spaces around it, unless a file or folder has them in its name.

    A file: address becomes the path it means.
    """
    if spec != spec.strip() and Path(spec).expanduser().exists():
        return spec
    return path_of(spec.strip()) if is_file_address(spec.strip()) else spec.strip()


def open_wanted(
    options: Options, *, realtime: bool, loop: bool | None = None, frames_at: float | None = None
) -> Source:
    """Open what options name, a camera in the format that they ask for; see :func:`open_source`."""
    camera = CameraFormat.of(options)
    return open_source(options.source, realtime=realtime, loop=loop, frames_at=frames_at, camera=camera)


def open_source(
    spec: str,
    *,
    realtime: bool,
    loop: bool | None = None,
    frames_at: float | None = None,
    camera: CameraFormat = USUAL_FORMAT,
) -> Source:
    """Open what a person named.

    Parameters
    ----------
    spec : camera index or name (empty: the first camera), image, folder of images, video, rtsp/http/file URL,
        or ``"sample"``.
    realtime : keep recorded sources to their own clock, as a window wants it; without it every frame is
        delivered as fast as it is read.
    loop : begin a video or images again at the end; None does so with the sample and images alone, when
        shown in real time.
    frames_at : frames a second of a folder whose images are the frames of one video, which is played once.
    camera : what a camera is asked for.

    Raises
    ------
    SourceError : with one sentence that says what is wrong and what to do.
    """
    spec = _named(spec)
    if _is_pipe_or_device(spec):
        raise SourceError(f"{spec} is a pipe or device and no file; name a file, or a camera by its number.")
    kind = kind_of(spec)
    if kind is None:
        raise SourceError(f"There is no file or folder {without_password(spec)}; check the name.")
    if frames_at is not None:
        if kind != "folder":
            raise SourceError(f"{without_password(spec)} is no folder of images, as --frames-at takes it.")
        from app.live.sources.image_sequence import open_sequence

        return open_sequence(spec, frames_at, realtime=realtime)
    return KINDS[kind].open(spec, realtime=realtime, loop=loop, camera=camera)
