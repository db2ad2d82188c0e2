"""file:// addresses, as browsers and file managers hand them over."""

from __future__ import annotations

import os
import re
from urllib.parse import unquote_to_bytes

from app.live.sources.base import SourceError

IS_WINDOWS = os.name == "nt"


def is_file_address(name: str) -> bool:
    """Return whether a name is a file: address (RFC 8089) and no plain file name."""
    return re.match("file:/", name, re.IGNORECASE) is not None


def path_of(address: str, *, windows: bool = IS_WINDOWS) -> str:
    r"""Return the path that a file: address means.

    ``file:///home/me/a%20walk.mp4`` is ``/home/me/a walk.mp4``, and on Windows ``file:///C:/walk.mp4`` is
    ``C:/walk.mp4`` and ``file://server/share/walk.mp4`` is ``//server/share/walk.mp4``.

    Raises
    ------
    SourceError : the address names another machine.
    """
    rest = address.partition(":")[2]
    host, path = "", rest
    if rest.startswith("//"):
        host, slash, path = rest[2:].partition("/")
        path = slash + path
    decoded = os.fsdecode(unquote_to_bytes(os.fsencode(path)))  # a name need not be UTF-8
    if windows and re.fullmatch("[a-z][:|]", host, re.IGNORECASE):  # file://C:/walk.mp4, with a slash too few
        return f"{host[0]}:{decoded}"
    if host.casefold() not in ("", "localhost"):
        if windows:
            return f"//{host}{decoded}"
        raise SourceError(
            f"The address {address} names a file of the machine {host}, not of this one; copy it here first."
        )
    drive = re.match("/([a-z])[:|]", decoded, re.IGNORECASE) if windows else None
    return f"{drive[1]}:{decoded[3:]}" if drive else decoded
