"""Waiting for what another thread does."""

import time


def wait_until(condition, timeout=60.0):
    """Wait until a condition holds; fail after ``timeout`` seconds, which no sound program takes."""
    deadline = time.perf_counter() + timeout
    while not condition():
        assert time.perf_counter() < deadline, "waited in vain"
        time.sleep(0.002)
