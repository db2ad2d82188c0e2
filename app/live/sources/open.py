"""KINDS: everything that is said of a kind of source; the modules that open them are loaded when used."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.addresses import without_password
from app.live.sources.base import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live.sources.base import Source


@dataclass(frozen=True, slots=True)
class SourceKind:
    """A kind of source.

    Attributes
    ----------
    description : what a person names to have it.
    matches : tells whether a name means this kind.
    opener : ``"module.function"`` of this package that opens it, by (name, realtime=, loop=) as of
        :func:`open_source`.
    suffixes : of its files.
    """

    description: str
    matches: Callable[[str], bool]
    opener: str
    suffixes: tuple[str, ...] = ()

    def open(self, spec: str, *, realtime: bool, loop: bool | None) -> Source:
        """Open what a name of this kind means."""
        module, _, function = self.opener.partition(".")
        opener = getattr(importlib.import_module(f"app.live.sources.{module}"), function)
        return opener(spec, realtime=realtime, loop=loop)


IMAGES = (".bmp", ".jpeg", ".jpg", ".jpe", ".jp2", ".png", ".tif", ".tiff", ".webp")
VIDEOS = (
    *(".avi", ".flv", ".gif", ".m4v", ".mkv", ".mov"),
    *(".mp4", ".mpeg", ".mpg", ".ts", ".webm", ".wmv"),
)


def _is_sample(spec: str) -> bool:
    return spec.casefold() == "sample"


def _is_address(spec: str) -> bool:
    return re.match(r"[a-z][a-z0-9+.-]+://", spec, re.IGNORECASE) is not None


def _is_folder(spec: str) -> bool:
    return bool(spec) and Path(spec).expanduser().is_dir()


def _is_file(spec: str) -> bool:
    return Path(spec).expanduser().is_file()


def _is_image(spec: str) -> bool:
    return _is_file(spec) and Path(spec).suffix.lower() in IMAGES


def _names_no_file(spec: str) -> bool:
    return not ("/" in spec or "\\" in spec or Path(spec).suffix.lower() in SUFFIXES)


# The first that matches what a person named is meant.
KINDS: dict[str, SourceKind] = {
    "sample": SourceKind("the word 'sample'", _is_sample, "video.open_sample"),
    "stream": SourceKind("an rtsp:// or http:// address", _is_address, "stream.open_stream"),
    "folder": SourceKind("a folder of images", _is_folder, "images.open_folder"),
    "image": SourceKind("an image", _is_image, "images.open_image", IMAGES),
    "video": SourceKind("a video", _is_file, "video.open_video", VIDEOS),
    "camera": SourceKind("a camera's index or name", _names_no_file, "camera.open_camera"),
}
SUFFIXES = tuple(suffix for kind in KINDS.values() for suffix in kind.suffixes)


def kind_of(spec: str) -> str | None:
    """Return which of :data:`KINDS` a person means; None for a file that is not there."""
    return next((name for name, kind in KINDS.items() if kind.matches(spec.strip())), None)


def open_source(spec: str, *, realtime: bool, loop: bool | None = None) -> Source:
    """Open what a person named.

    Parameters
    ----------
    spec : camera index or name (empty: the first camera), image, folder of images, video, rtsp/http URL, or
        ``"sample"``.
    realtime : keep recorded sources to their own clock, as a window wants it; without it every frame is
        delivered as fast as it is read.
    loop : begin a video or images again at the end; None does so with the sample and images alone, when
        shown in real time.

    Raises
    ------
    SourceError : with one sentence that says what is wrong and what to do.
    """
    kind = kind_of(spec)
    if kind is None:
        raise SourceError(f"There is no file or folder {without_password(spec.strip())}; check the name.")
    return KINDS[kind].open(spec.strip(), realtime=realtime, loop=loop)
