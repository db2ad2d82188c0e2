"""A video that a web server has as a file, with an end, unlike a live stream under an http address."""

from __future__ import annotations

import base64
import http.client
import logging
import shutil
import tempfile
import urllib.request
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import av
from av.error import FFmpegError

from app.live.sources.base import SourceError

if TYPE_CHECKING:
    from av.container import InputContainer

log = logging.getLogger(__name__)

TIMEOUT_S = 5.0  # without a byte from the server
OPTIONS = {
    "protocol_whitelist": "http,https,httpproxy,tcp,tls,crypto",  # a list on a server opens no file here
    "reconnect": "1",
    "reconnect_delay_max": "2",  # seconds
}
ENDLESS = "mpjpeg"  # pictures that a camera's server pushes, of any length
LISTS = frozenset(("hls", "applehttp"))  # their size says nothing of the video's


@dataclass(frozen=True)
class HttpFile:
    """A video file of a web server.

    Attributes
    ----------
    url : its address, perhaps with a password.
    name : the address as shown to people, without.
    copy : what the address holds, where the server sends files from their beginning only and this video
        cannot be read so; None elsewhere.
    """

    url: str = field(repr=False)
    name: str
    copy: IO[bytes] | None = field(default=None, repr=False)

    def open(self) -> InputContainer:
        """Open it from its beginning.

        Raises
        ------
        FFmpegError : it cannot be opened.
        """
        if self.copy is None:
            return av.open(self.url, options=OPTIONS, timeout=TIMEOUT_S, metadata_errors="replace")
        self.copy.seek(0)
        return av.open(self.copy, "r", metadata_errors="replace")

    def close(self) -> None:
        """Throw the copy away."""
        if self.copy is not None:
            self.copy.close()


def find_http_file(url: str, name: str) -> HttpFile | None:
    """Return the file of an http address; None if it is a stream without an end, or nothing is there.

    Parameters
    ----------
    url : the address.
    name : as shown to people.

    Raises
    ------
    SourceError : there is one, which cannot be fetched.
    """
    file = HttpFile(url, name)
    try:
        with file.open() as container:
            if not container.streams.video or not _has_end(container):
                return None
            try:
                next(container.demux(container.streams.video[0]))
            except FFmpegError as error:  # its index stands at the end, and there is no way back from there
                log.debug("reading %s on: %s", name, error.strerror)
            else:
                return file
    except FFmpegError as error:  # whose own text would tell the password
        log.debug("opening %s: %s", name, error.strerror)
        return None
    return HttpFile(url, name, _fetch(url, name))


def _has_end(container: InputContainer) -> bool:
    formats = set(container.format.name.split(","))
    if ENDLESS in formats:
        return False
    return (container.duration or 0) > 0 or (container.size > 0 and not LISTS & formats)


def _fetch(url: str, name: str) -> IO[bytes]:
    """Return a file without a name, gone when closed, with what an address holds."""
    parts = urlsplit(url)
    request = urllib.request.Request(parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl())
    if parts.username is not None:
        user = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
        # For this server alone, not for one that it sends us to.
        request.add_unredirected_header("Authorization", f"Basic {base64.b64encode(user).decode()}")
    copy = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the source
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:
            # No more than this is read; a server that does not say (None) could send without an end.
            if int(answer.headers["Content-Length"]) > shutil.disk_usage(tempfile.gettempdir()).free:
                raise SourceError(f"{name} is larger than the free space here; make space first.")
            shutil.copyfileobj(answer, copy)
    except (OSError, ValueError, TypeError, http.client.HTTPException) as error:
        log.debug("fetching %s: %s", name, type(error).__name__)
        copy.close()
        raise SourceError(f"{name} could not be fetched whole; download it and name the file.") from None
    except SourceError:
        copy.close()
        raise
    return copy
