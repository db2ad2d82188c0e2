"""The desktop's screen saver is asked over a real message bus, and nobody minds where there is none."""

import os
import shutil
import subprocess
import sys

import pytest

from models.program import HOME

ASK = """
import sys
from PySide6.QtCore import QCoreApplication
from app.gui.booth.screen_saver import hold_off_screen_saver
application = QCoreApplication([])
print("asked" if hold_off_screen_saver("FastMETRO Live", "A booth waits") else "nobody to ask", flush=True)
"""


def environment(**changes):
    return {**{k: v for k, v in os.environ.items() if k != "DBUS_SESSION_BUS_ADDRESS"}, **changes}


@pytest.mark.skipif(not shutil.which("dbus-monitor"), reason="no D-Bus here")
def test_the_call_that_screen_savers_know_is_sent(tmp_path):
    """Nobody owns the name, so what is seen is that the bus was asked to start its owner, and no error."""
    script = tmp_path / "ask.sh"
    script.write_text(
        f"dbus-monitor --session \"interface='org.freedesktop.ScreenSaver'\" > {tmp_path}/seen &\n"
        "monitor=$!\n"
        f"while ! grep -q NameAcquired {tmp_path}/seen; do sleep 0.05; done\n"
        f"{sys.executable} -c '{ASK}'\n"
        f"for i in $(seq 200); do grep -q Inhibit {tmp_path}/seen && break; sleep 0.05; done\n"
        "kill $monitor\n"
    )
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", script],
        cwd=HOME,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "asked", done.stderr
    seen = (tmp_path / "seen").read_text()
    assert "path=/org/freedesktop/ScreenSaver; interface=org.freedesktop.ScreenSaver; member=Inhibit" in seen
    assert 'string "FastMETRO Live"' in seen


def test_without_a_bus_nobody_is_asked():
    nowhere = environment(DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere", DISPLAY="")
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=HOME,
        env=nowhere,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "nobody to ask"
