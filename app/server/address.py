"""Where an inference server is, ``grpc://HOST:PORT`` or ``grpcs://HOST:PORT``, and how it may be reached."""

from __future__ import annotations

import importlib.util
import ipaddress
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from models.errors import UserError
from models.files import open_plain
from models.program import install_line

if TYPE_CHECKING:
    from app.options import Options

TOKEN = "FASTMETRO_SERVER_TOKEN"  # the environment's variable; what it holds is never stored or shown
_SCHEMES = {"grpc": False, "grpcs": True}
_HOST = re.compile(r"[A-Za-z0-9._-]+")
_TOKEN = re.compile(r"[\x21-\x7e]{1,4096}")  # what fits into a header
_LARGEST_CERTIFICATE = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A server, and what it takes to be let in.

    Attributes
    ----------
    host, port : of gRPC.
    is_encrypted : by TLS.
    root_certificates : PEM of who vouches for the server; None for those that gRPC knows.
    token : sent with every request; empty for none.
    """

    host: str
    port: int
    is_encrypted: bool
    root_certificates: bytes | None = field(default=None, repr=False)
    token: str = field(default="", repr=False)

    @property
    def target(self) -> str:
        """Host and port as gRPC takes them."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_here(self) -> bool:
        """Whether it is on this machine."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host.lower() == "localhost"

    def __str__(self) -> str:
        return f"{'grpcs' if self.is_encrypted else 'grpc'}://{self.target}"


def parse_server(text: str) -> ServerAddress:
    """Read an address as people write it.

    Raises
    ------
    UserError : it is none.
    """
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:  # a port that is no number, brackets without an address
        parts, host, port = urlsplit(""), "", None
    whole = not (parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc)
    if parts.scheme not in _SCHEMES or not whole or not port or not (_HOST.fullmatch(host) or ":" in host):
        # Not shown: somebody may have written a password into it.
        raise UserError(
            "That is no server's address such as grpcs://gpu-box:8001; give grpcs:// (or grpc:// without "
            "encryption), a host and a port."
        )
    return ServerAddress(host, port, _SCHEMES[parts.scheme])


def server_of(options: Options) -> ServerAddress | None:
    """Return the server that the options name, with all that it takes to reach it; None for no server.

    Raises
    ------
    UserError : it may not be reached like this, the library is missing, or the certificates cannot be read.
    """
    if not options.server:
        return None
    address = parse_server(options.server)
    if importlib.util.find_spec("tritonclient") is None:
        raise UserError(f"--server needs the package tritonclient: run {install_line('server')}.")
    is_open = not (address.is_encrypted or address.is_here)
    if is_open and not options.server_insecure:
        raise UserError(
            f"{address} would get people's pictures unencrypted over the network; use grpcs://, or add "
            "--insecure where nobody else can listen."
        )
    token = os.environ.get(TOKEN, "")
    if token and not _TOKEN.fullmatch(token):
        raise UserError(
            f"{TOKEN} holds spaces, or letters that no header may have; set it to the token alone."
        )
    if token and is_open:
        raise UserError(
            f"The token in {TOKEN} would go to {address} unencrypted; use grpcs://, or unset {TOKEN}."
        )
    certificates = _certificates(Path(options.server_ca), address) if options.server_ca else None
    return ServerAddress(address.host, address.port, address.is_encrypted, certificates, token)


def _certificates(file: Path, address: ServerAddress) -> bytes:
    if not address.is_encrypted:
        raise UserError(f"--server-ca {file} is for a server with TLS; write grpcs://{address.target}.")
    try:
        with open_plain(file) as opened:
            content = opened.read(_LARGEST_CERTIFICATE)
    except OSError as error:
        raise UserError(f"--server-ca {file} cannot be read ({error.strerror}); check its name.") from error
    if b"-----BEGIN CERTIFICATE-----" not in content:
        raise UserError(f"--server-ca {file} holds no certificate in PEM; give the root's .pem file.")
    return content
