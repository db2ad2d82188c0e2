"""The program itself, with steps that hang: the pipeline begins anew, and at last the process ends."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from app.booth.last_resort import EXIT_AGAIN
from models.program import HOME

pytestmark = [pytest.mark.slow, pytest.mark.gl]


@contextlib.contextmanager
def booth(tmp_path, hangs):
    """The program, and the socket of its service manager."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.settimeout(1)
        channel.bind(str(tmp_path / "s"))
        variables = {"NOTIFY_SOCKET": str(tmp_path / "s"), "WATCHDOG_USEC": "3000000"}
        words = ["--source", "sample", "--settings", str(tmp_path / "settings.json")]
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.fakes.stuck_booth", str(hangs), *words],
            cwd=HOME,
            env=os.environ
            | variables
            | {"QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(tmp_path / "state")},
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            yield program, channel
        finally:
            program.kill()
            program.wait()


def hear(channel, until, timeout_s):
    """Wait for a state to be told, and return whether it was."""
    end = time.monotonic() + timeout_s
    while time.monotonic() < end:
        with contextlib.suppress(TimeoutError):
            if until in channel.recv(1000).decode():
                return True
    return False


def test_steps_that_always_hang_end_the_process_with_its_own_code(tmp_path):
    with booth(tmp_path, hangs=99) as (program, channel):
        assert hear(channel, "READY=1", 150)
        assert hear(channel, "STOPPING=1", 90)
        _, told = program.communicate(timeout=60)
    assert program.returncode == EXIT_AGAIN
    assert "mesh has been stuck for 10 s; beginning anew" in told
    assert "so the program ends" in told
    kept = (tmp_path / "state" / "fastmetro-live" / "log" / "booth.log").read_text()
    assert "mesh has been stuck for 10 s; beginning anew" in kept
    assert "idle, 0 visits so far" in kept


def test_a_step_that_hangs_once_is_got_over(tmp_path):
    with booth(tmp_path, hangs=1) as (program, channel):
        assert hear(channel, "READY=1", 150)
        assert hear(channel, "1 restarts", 90)  # it is well again
        program.send_signal(signal.SIGTERM)
        _, told = program.communicate(timeout=60)
    assert program.returncode == 0
    assert "beginning anew" in told
