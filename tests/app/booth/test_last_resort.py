"""A window that hangs ends the process, with a code of its own, and one that is only slow does not."""

import subprocess
import sys
import threading
import time

from app.booth import last_resort
from app.booth.last_resort import EXIT_AGAIN, LastResort
from models.program import HOME

HANG = """
import logging, threading
logging.basicConfig()
from app.booth.last_resort import LastResort
watched = LastResort(look_s=0.01)
watched.beat()
threading.Event().wait()
"""


def test_a_thread_that_hangs_ends_the_process():
    done = subprocess.run(
        [sys.executable, "-c", HANG], cwd=HOME, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == EXIT_AGAIN
    assert "has not moved" in done.stderr


def test_beats_keep_it_alive_and_after_closing_nothing_is_watched(monkeypatch):
    monkeypatch.setattr(last_resort, "END_S", 20)
    ended = threading.Event()
    watched = LastResort(ended.set, look_s=0.01)
    for _ in range(100):
        watched.beat()
        time.sleep(0.005)
    watched.close()
    assert not ended.wait(0.5)
