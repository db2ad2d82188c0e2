"""The signals by which somebody, the system or a terminal that goes asks the program to end."""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


def stop_signals() -> tuple[signal.Signals, ...]:
    """Return Ctrl+C, a request to terminate and the terminal's end, unless ``nohup`` has it ignored."""
    hangup = getattr(signal, "SIGHUP", None)  # Windows has none
    if hangup is None or signal.getsignal(hangup) is signal.SIG_IGN:
        return (signal.SIGINT, signal.SIGTERM)
    return (signal.SIGINT, signal.SIGTERM, hangup)


@contextlib.contextmanager
def stop_request() -> Generator[threading.Event]:
    """Turn the signals that ask for an end into an event, so that no file is left half written.

    A second one interrupts at once.
    """
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():  # where signals cannot be handled
        yield stop
        return
    before = {number: signal.getsignal(number) for number in stop_signals()}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    def ask(*_: object) -> None:
        stop.set()
        restore()

    for number in before:
        signal.signal(number, ask)
    try:
        yield stop
    finally:
        restore()
