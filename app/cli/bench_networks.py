"""The published networks beside the authors' way, timed by a process that has PyTorch."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

from models.environment import environment_for_programs
from models.errors import UserError
from models.program import HOME, install_line, module_command

if TYPE_CHECKING:
    from collections.abc import Callable

NETWORKS = ("FastMETRO-S-R50", "FastMETRO-L-R50", "FastMETRO-L-H64")


def time_network(name: str, advance: Callable[[], object] = lambda: None) -> dict[str, float]:
    """Return the median milliseconds of a published network, in eager PyTorch as released and as run here.

    Parameters
    ----------
    name : one of :data:`NETWORKS`.
    advance : called when it is done.

    Raises
    ------
    UserError : PyTorch is not installed, or the network could not be timed.
    """
    command = (*module_command("models.export.benchmark"), name, "--json")
    environment = environment_for_programs() | {"PYTHONPATH": str(HOME)}
    done = subprocess.run(command, env=environment, cwd=HOME, capture_output=True, text=True)
    if done.returncode:
        if "No module named" in done.stderr:
            raise UserError(f"--networks needs PyTorch; run {install_line('train')}.")
        said = (done.stderr.strip().splitlines() or ["it said nothing"])[-1].rstrip(".")
        raise UserError(
            f"{name} could not be timed ({said}); run 'python -m models.export.benchmark {name}'."
        )
    advance()
    timing = json.loads(done.stdout.strip().splitlines()[-1])
    return {
        "released_ms": timing["released"],
        "onnx_ms": timing["onnx"],
        "int8_ms": timing["int8"],
        "times_as_fast": round(timing["released"] / timing["onnx"], 3),
        "int8_times_as_fast": round(timing["released"] / timing["int8"], 3),
    }
