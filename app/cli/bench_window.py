"""What ``bench`` measures in a window, in a process of its own: its first mesh, and what takes long."""

from __future__ import annotations

import json
import subprocess
import time
from typing import TYPE_CHECKING, Any

from app.cli.stage_table import spread
from app.system.display import has_display
from models.environment import environment_for_programs
from models.errors import UserError
from models.program import program_command

if TYPE_CHECKING:
    from app.options import Options

COMMAND = (*program_command(), "bench-window")
LONGEST_S = 300.0  # for the window, with all that it measures


def measure_window(options: Options, frames: int) -> dict[str, Any]:
    """Return how soon a window shows its first mesh, how late and long it paints, and when it stands still.

    Parameters
    ----------
    options : whose model and device.
    frames : painted ones to measure.

    Raises
    ------
    UserError : no window came, with its own words.
    """
    environment = environment_for_programs()
    if not has_display():
        environment["QT_QPA_PLATFORM"] = "offscreen"
    task = {
        "began_s": time.monotonic(),  # which all processes of a machine share
        "model": options.model,
        "device": options.device,
        "frames": frames,
    }
    try:
        done = subprocess.run(
            COMMAND,
            input=json.dumps(task),
            env=environment,
            capture_output=True,
            text=True,
            timeout=LONGEST_S,
        )
    except subprocess.TimeoutExpired:
        raise UserError(f"The window measured for more than {LONGEST_S:.0f} s; try fewer --frames.") from None
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["it said nothing"])[-1].rstrip(".")
        raise UserError(f"The window could not be measured ({said}); look at it by 'live --source sample'.")
    found = json.loads(done.stdout)
    return {
        "platform": found["platform"],
        "first_mesh_s": round(found["first_mesh_s"], 3),
        "fps": round(found["display_fps"], 2),
        "capture_to_paint_ms": spread(found["latencies_s"]),
        "paint_1080p_ms": spread(found["paints_s"]),
        "longest_ms": {name: round(1000 * value, 1) for name, value in found["longest_s"].items()},
    }
