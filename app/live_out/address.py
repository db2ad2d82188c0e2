"""Addresses of live outputs, as people write them: ``HOST[:PORT]``, or ``[HOST:]PORT`` to listen at."""

from __future__ import annotations

import contextlib
import ipaddress
import re
from typing import NamedTuple

from models.errors import UserError

_HOST_AND_PORT = re.compile(r"(?:\[([^\]]+)\]|([^:\[\]]*))(?::(\d*))?")
_NAME = re.compile(r"[A-Za-z0-9._~-]+")
HIGHEST_PORT = 65535
LOOPBACK = "127.0.0.1"  # reached by programs of this machine alone


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


def parse_listening(text: str) -> Address:
    """Read where to wait for others: ``PORT`` for programs of this machine, or ``HOST:PORT``; port 0 is any.

    Raises
    ------
    UserError : it is no such address.
    """
    text = text.strip()
    host, colon, port = text.rpartition(":")
    if re.fullmatch(r"[0-9]{1,5}", port) and int(port) <= HIGHEST_PORT:
        if not colon:
            return Address(LOOPBACK, int(port))
        if _is_ipv6(host.removeprefix("[").removesuffix("]")) if host[:1] == "[" else _NAME.fullmatch(host):
            return Address(host.strip("[]"), int(port))
    raise UserError(
        f"{text!r} is no port such as 8080, nor an address of this machine with one, such as 0.0.0.0:8080; "
        f"give a port up to {HIGHEST_PORT}."
    )


def _is_ipv6(text: str) -> bool:
    with contextlib.suppress(ValueError):
        ipaddress.IPv6Address(text)
        return True
    return False
