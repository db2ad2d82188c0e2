"""Stream addresses without the passwords in them."""

from __future__ import annotations

import re
from urllib.parse import unquote

# What parameters that let somebody in are called, whatever stands around it (access_token, apiKey).
_SECRET_NAME = re.compile(
    r"pas|pwd|psw|^pw$|token|key|secret|sig|auth|cred|session|jwt|^pin$|^otp$", re.IGNORECASE
)
_PARAMETER = re.compile(r"([?&;])([^=?&;#]*)=([^&;#]*)")
_HOST = re.compile(r"(\[[^\]]*\]|[^:]*)(:\d*)?")
_NO_SCHEME = re.compile(r"(//)?([^/\\:@]+):[^/\\]*@")


def without_password(source: str) -> str:
    """Return a source without what lets somebody in: passwords, keys, tokens and signatures.

    The user's name stays: ``rtsp://me:secret@camera/1`` becomes ``rtsp://me@camera/1``, also where the scheme
    was forgotten. Parameters that are called like a secret lose their values. What follows a ``#`` goes; no
    server ever gets it. A file's path stays as it is.
    """
    scheme, separator, rest = source.partition("://")
    if not separator:
        return _without_values(_NO_SCHEME.sub(r"\1\2@", source) if _NO_SCHEME.match(source) else source)
    host_end = re.search(r"[/?#]|$", rest)
    assert host_end is not None
    end = host_end.start()
    if "@" not in rest[:end] and not _HOST.fullmatch(rest[:end]):
        # No host and port, so a password that holds one of /?#; it ends at the last @.
        end += max(rest[end:].rfind("@"), 0)
        end += len(re.split(r"[/?#]", rest[end:])[0])
    # The last @ before the path: a password may hold one, a host may not.
    user, at, host = rest[:end].rpartition("@")
    return f"{scheme}://{user.partition(':')[0]}{at}{host}{_without_values(rest[end:].partition('#')[0])}"


def _without_values(text: str) -> str:
    """Take out the values of the parameters that are called like a secret."""

    def shown(parameter: re.Match[str]) -> str:
        begin, name, value = parameter.groups()
        return f"{begin}{name}={'' if _SECRET_NAME.search(unquote(name)) else _without_values(value)}"

    return _PARAMETER.sub(shown, text)
