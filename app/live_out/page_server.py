"""PageServer: the sockets of the page, bounded in number, time and size."""

from __future__ import annotations

import contextlib
import errno
import functools
import ipaddress
import logging
import os
import secrets
import socket
import socketserver
import threading
import time
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from app.live_out.address import LOOPBACK, Address
from app.live_out.page_requests import PageRequest
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live_out.broadcast import Broadcast
    from app.live_out.handouts import Handouts

log = logging.getLogger(__name__)

MOST_CONNECTIONS = 32  # viewers, and what asks for single files; each has a thread
ANSWER_S = 10.0  # for a request to come, and for a single file to go
POLL_S = 0.1  # between looks whether to end, and for who takes too long
CLOSE_S = 1.0  # for the threads to end
SEND_BUFFER = 1 << 17  # bytes; a longer queue to a slow viewer would hold old pictures


@functools.cache
def page_token() -> str:
    """Return what stands in this program's address in a network, so that nobody guesses it."""
    return secrets.token_urlsafe(16)


class PageServer(ThreadingHTTPServer):
    """Listens at one address and answers by :class:`app.live_out.page_requests.PageRequest`.

    Parameters
    ----------
    address : of this machine; port 0 takes any free one.
    broadcast : what is shown.
    health : tells whether all is well, and how everything does.
    metrics : tells that as Prometheus reads it; None where its library is missing.
    handouts : what is given away at addresses of their own, if there is anything.

    Attributes
    ----------
    broadcast, health, metrics, handouts : the same.
    token : the first part of every path; empty where only programs of this machine can ask.
    names : of hosts by which this server may be asked for, beside their numbers.

    Raises
    ------
    UserError : it cannot be listened at.
    """

    daemon_threads = True
    # Windows would let two programs listen at one port.
    allow_reuse_address = os.name != "nt"

    def __init__(
        self,
        address: Address,
        broadcast: Broadcast,
        health: Callable[[], tuple[bool, dict[str, Any]]],
        metrics: Callable[[], bytes | None],
        handouts: Handouts | None = None,
    ) -> None:
        self.broadcast, self.health, self.metrics = broadcast, health, metrics
        self.handouts = handouts
        self._lock = threading.Lock()
        self._connections: dict[socket.socket, threading.Thread] = {}
        self._deadlines: dict[socket.socket, float] = {}
        try:
            self.address_family, _, _, _, place = socket.getaddrinfo(*address, type=socket.SOCK_STREAM)[0]
            super().__init__(place[:2], PageRequest)  # pyright: ignore[reportArgumentType]
        except OSError as error:
            raise UserError(_why_not(address, error)) from error
        host, self.port = self.socket.getsockname()[:2]
        self._host = ipaddress.ip_address(str(host).partition("%")[0])
        self.token = "" if self._host.is_loopback else page_token()
        own = socket.gethostname().lower()
        self.names = {"localhost", own, f"{own}.local", address.host.lower()}
        self._thread = threading.Thread(target=self.serve_forever, args=(POLL_S,), name="page", daemon=True)
        self._thread.start()

    @property
    def is_open_to_network(self) -> bool:
        """Whether other machines can ask."""
        return not self._host.is_loopback

    @property
    def link(self) -> str:
        """The address that a browser opens."""
        return f"{self.place}/{self.token}{'/' if self.token else ''}"

    @property
    def place(self) -> str:
        """Where other machines reach this server, as far as they can."""
        host = _own_number(self._host.version) if self._host.is_unspecified else str(self._host)
        return f"http://{Address(host, self.port)}"

    def stop(self) -> None:
        """Hang up on everybody and end."""
        self.broadcast.close()
        self.shutdown()
        self.server_close()
        with self._lock:
            threads = list(self._connections.values())
            for connection in self._connections:
                _hang_up(connection)
        deadline = time.monotonic() + CLOSE_S
        for thread in (self._thread, *threads):
            thread.join(max(deadline - time.monotonic(), 0.0))

    def allow_time(self, connection: socket.socket, seconds: float | None) -> None:
        """Hang up on somebody after so many seconds, or not at all."""
        with self._lock:
            self._deadlines.pop(connection, None)
            if seconds is not None:
                self._deadlines[connection] = time.monotonic() + seconds

    # Called by socketserver in the thread that listens ------------------------------------------------------

    def server_bind(self) -> None:
        """Bind, without asking for this machine's name, which may take a while."""
        socketserver.TCPServer.server_bind(self)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer somebody in a thread of its own, unless there are too many."""
        request.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        thread = threading.Thread(
            target=self.process_request_thread,
            args=(request, client_address),
            name="page viewer",
            daemon=True,
        )
        with self._lock:
            is_too_much = len(self._connections) >= MOST_CONNECTIONS
            if not is_too_much:
                self._connections[request] = thread
                self._deadlines[request] = time.monotonic() + ANSWER_S
        if is_too_much:
            self.shutdown_request(request)
        else:
            thread.start()

    def service_actions(self) -> None:
        """Hang up on whoever takes too long."""
        now = time.monotonic()
        with self._lock:
            for connection in [one for one, until in self._deadlines.items() if until < now]:
                del self._deadlines[connection]
                _hang_up(connection)

    # Called in a connection's thread ------------------------------------------------------------------------

    def shutdown_request(self, request: Any) -> None:
        """Forget and close a connection."""
        with self._lock:
            self._connections.pop(request, None)
            self._deadlines.pop(request, None)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """Keep what went wrong in the log; nobody else hears it."""
        log.exception("a request to the page failed")


def _hang_up(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):  # closed meanwhile
        connection.shutdown(socket.SHUT_RDWR)


def _own_number(version: int) -> str:
    """Return this machine's number in its network, by which others reach it; nothing is sent."""
    family, elsewhere = (
        (socket.AF_INET, "192.0.2.1") if version == 4 else (socket.AF_INET6, "2001:db8::1")
    )  # addresses for documentation
    with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as channel:
        channel.connect((elsewhere, 9))
        return str(channel.getsockname()[0])
    return LOOPBACK if version == 4 else "::1"


def _why_not(address: Address, error: OSError) -> str:
    """Return the sentence why an address cannot be listened at."""
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return (
            f"{address.host} is no address of this machine; give 0.0.0.0 for all of them, or the port alone."
        )
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {address.port} is in use by another program; give another one, such as {address.port + 1}."
        )
    if error.errno == errno.EACCES:
        return f"This system does not let programs listen at port {address.port}; give one from 1024 on."
    return f"{address} cannot be listened at ({error.strerror or error}); give another address or port."
