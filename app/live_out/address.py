"""Addresses of live outputs, as people write them: ``HOST[:PORT]``."""

from __future__ import annotations

import contextlib
import ipaddress
import re
from typing import NamedTuple

from models.errors import UserError

_HOST_AND_PORT = re.compile(r"(?:\[([^\]]+)\]|([^:\[\]]*))(?::(\d*))?")
_NAME = re.compile(r"[A-Za-z0-9._~-]+")
HIGHEST_PORT = 65535


class Address(NamedTuple):
    """A host's name or number, and a port."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def parse_address(text: str, usual_port: int) -> Address:
    """Read ``HOST``, ``HOST:PORT`` or ``[IPv6]:PORT``.

    Raises
    ------
    UserError : it is no such address.
    """
    text = text.strip()
    if _is_ipv6(text):
        return Address(text, usual_port)  # all colons are the number's own
    match = _HOST_AND_PORT.fullmatch(text)
    numbered, named, port = match.groups() if match else (None, "", None)
    host = numbered or named or ""
    number = usual_port if port is None else int(port or 0)
    well_formed = _is_ipv6(numbered) if numbered else _NAME.fullmatch(host)
    if not well_formed or not 1 <= number <= HIGHEST_PORT:
        raise UserError(
            f"{text!r} is no address such as 127.0.0.1 or 127.0.0.1:{usual_port}; give a host, and a port "
            f"from 1 to {HIGHEST_PORT}."
        )
    return Address(host, number)


def _is_ipv6(text: str) -> bool:
    with contextlib.suppress(ValueError):
        ipaddress.IPv6Address(text)
        return True
    return False
