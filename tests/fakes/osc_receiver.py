"""A program that takes OSC messages, as the library python-osc reads them."""

import socket
from contextlib import contextmanager

from pythonosc.osc_packet import OscPacket

from tests.fakes.waiting import wait_until


class OscReceiver:
    """Keeps what comes to a port of this machine."""

    def __init__(self, channel):
        self._channel = channel
        self.port = channel.getsockname()[1]
        self.address = f"127.0.0.1:{self.port}"
        self.datagrams: list[bytes] = []

    def messages(self, address):
        """The arguments of all messages to an OSC address that have come so far."""
        self._receive()
        return [
            tuple(timed.message.params)
            for datagram in self.datagrams
            for timed in OscPacket(datagram).messages
            if timed.message.address == address
        ]

    def wait_for(self, address, is_it=lambda *_: True):
        """Wait for a message to an address with such arguments; return them."""
        found = []
        wait_until(lambda: bool(found.extend(m for m in self.messages(address) if is_it(*m)) or found))
        return found[-1]

    def _receive(self):
        while True:
            try:
                self.datagrams.append(self._channel.recv(1 << 16))
            except BlockingIOError:
                return


@contextmanager
def osc_receiver():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as channel:
        channel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        channel.bind(("127.0.0.1", 0))
        channel.setblocking(False)
        yield OscReceiver(channel)
