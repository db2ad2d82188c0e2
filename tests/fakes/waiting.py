"""Waiting for what another thread or process does."""

import subprocess
import time


def wait_until(condition, timeout=60.0):
    """Wait until a condition holds; fail after ``timeout`` seconds, which no sound program takes."""
    deadline = time.perf_counter() + timeout
    while not condition():
        assert time.perf_counter() < deadline, "waited in vain"
        time.sleep(0.002)


def is_running(pid):
    """Tell whether a process has not ended (POSIX)."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return not state.stdout.startswith("Z") and bool(state.stdout)  # Z: ended, and nobody asked how
