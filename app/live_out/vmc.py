"""VmcOutput: sends the leading person's bones to avatars by the Virtual Motion Capture Protocol (VMC)."""

from __future__ import annotations

import contextlib
import importlib.util
import logging
import socket
import threading
import time
from typing import TYPE_CHECKING

from app.hand_over import HandOver
from app.live.meters import RateMeter
from app.live.outputs import OutputStatus
from app.live_out.address import parse_address
from models.body.humanoid import is_humanoid
from models.errors import UserError
from models.program import install_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.live.estimator import MeshEstimator
    from app.types import Person, Result
    from models.body.template import BodyTemplate

log = logging.getLogger(__name__)

USUAL_PORT = 39539  # of a program that shows an avatar (a marionette), by the protocol
CLOSE_S = 1.0  # for the thread to end; one that still looks up a name ends by itself
TELL_AGAIN_S = 1.0  # that nobody is there
POLL_S = 0.2  # between looks whether to end


class VmcOutput:
    """Sends to one address, in a thread of its own, the newest people it was given.

    UDP does not tell whether anybody receives. While nobody is seen, that is sent once a second.

    Parameters
    ----------
    address : ``HOST[:PORT]``.

    Attributes
    ----------
    wants_bones, wants_cutout : it wants bones alone.

    Raises
    ------
    UserError : it is no address; the library python-osc is missing.
    """

    wants_bones, wants_cutout = True, False

    def __init__(self, address: str) -> None:
        self.address = parse_address(address, USUAL_PORT)
        if importlib.util.find_spec("pythonosc") is None:
            raise UserError(f"Sending to avatars (VMC) needs python-osc: run {install_line('vmc')}.")
        self._people: HandOver[tuple[Sequence[Person], BodyTemplate, int | None]] = HandOver(newest_wins=True)
        self._closing = threading.Event()
        self._rate = RateMeter()
        self._status = OutputStatus("opening", f"Looking for {self.address}.")
        self._thread = threading.Thread(target=self._run, name="vmc", daemon=True)
        self._thread.start()

    # For any thread -----------------------------------------------------------------------------------------

    def put(self, result: Result, estimator: MeshEstimator) -> None:
        """Take a result of the pipeline."""
        self.send(result.people, estimator.template, result.leader)

    def send(self, people: Sequence[Person], template: BodyTemplate, leader: int | None) -> None:
        """Take the people of a frame, with their poses, their body, and the id of who leads."""
        self._people.put((people, template, leader))

    def status(self) -> OutputStatus:
        """Return how it does."""
        status, rate = self._status, self._rate.rate(time.perf_counter())
        if status.state == "sending" and rate > 0:
            return OutputStatus("sending", f"Sending to {self.address}, {rate:.0f} a second.")
        return status

    def close(self) -> None:
        """Say that nobody is there any more, and end."""
        self._closing.set()
        self._thread.join(CLOSE_S)

    # Its thread ---------------------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            channel = _connected(*self.address)
        except OSError as error:
            why = (error.strerror or str(error)).rstrip(".").lower()
            sentence = f"{self.address} cannot be sent to ({why}); check the host's name, or give its number."
            self._status = OutputStatus("failed", sentence)
            return
        with channel:
            try:
                self._perform(channel)
            except Exception:  # nobody else hears what this thread dies of
                log.exception("sending to %s failed", self.address)
                sentence = f"Sending to {self.address} ended unexpectedly; clear and enter the address again."
                self._status = OutputStatus("failed", sentence)

    def _perform(self, channel: socket.socket) -> None:
        from app.live_out.performer import Performer  # brings python-osc
        from app.live_out.vmc_messages import nobody

        performer = Performer()
        began = told = time.perf_counter()
        sent = False
        self._send(channel, [nobody(0.0)])
        while not self._closing.is_set():
            item = self._people.take(POLL_S)
            now = time.perf_counter()
            if item is None and now - told < TELL_AGAIN_S:
                continue
            datagrams: list[bytes] = []
            if item is not None and is_humanoid(item[1].skeleton):
                people, template, leader = item
                datagrams = performer.frame(people, template, now - began, leader)
                sends = performer.sees_somebody
                self._show(sends)
            else:
                sends = False
                self._show(False, item[1] if item is not None else None)
            if not sends and (sent or now - told >= TELL_AGAIN_S):
                datagrams = [nobody(now - began)]
            if datagrams:
                self._send(channel, datagrams)
                told = now
            sent = sends
        self._send(channel, [nobody(time.perf_counter() - began)])

    def _show(self, sends: bool, without_bones: BodyTemplate | None = None) -> None:
        """Exchange what is told of the state."""
        if without_bones is not None:
            sentence = (
                f"The model's body {without_bones.name} has no skeleton that an avatar could take; "
                "choose another model."
            )
            self._status = OutputStatus("waiting", sentence)
        elif sends:
            self._rate.add(time.perf_counter())
            self._status = OutputStatus("sending", f"Sending to {self.address}.")
        else:
            self._status = OutputStatus("waiting", f"Nobody to send to {self.address}.")

    def _send(self, channel: socket.socket, datagrams: Sequence[bytes]) -> None:
        for datagram in datagrams:
            # No program there (yet), a cable out, a queue that is full: what is newer goes out later.
            with contextlib.suppress(OSError):
                channel.send(datagram)


def _connected(host: str, port: int) -> socket.socket:
    """Return a socket that sends to an address and never waits.

    Raises
    ------
    OSError : there is no such host.
    """
    family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    channel = socket.socket(family, kind, protocol)
    try:
        channel.setblocking(False)
        channel.connect(place)
    except OSError:
        channel.close()
        raise
    return channel
