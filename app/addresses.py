"""Stream addresses without the passwords in them."""

from __future__ import annotations

import re

_SECRET_VALUE = re.compile(
    r"([?&;](?:password|passwd|pass|pwd|token|auth|key|secret)=)[^&;#]*", re.IGNORECASE
)


def without_password(source: str) -> str:
    """Return a stream's address without its password, or any other source as it is.

    The user's name stays: ``rtsp://me:secret@camera/1`` becomes ``rtsp://me@camera/1``. Of what follows a
    question mark, the values of parameters that are called like a password are taken out.
    """
    scheme, separator, rest = source.partition("://")
    if not separator:
        return source
    host_end = re.search(r"[/?#]|$", rest)
    assert host_end is not None
    # The last @ before the path: a password may hold one, a host may not.
    user, at, host = rest[: host_end.start()].rpartition("@")
    path = _SECRET_VALUE.sub(r"\1", rest[host_end.start() :])
    return f"{scheme}://{user.partition(':')[0]}{at}{host}{path}"
