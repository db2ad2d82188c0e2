"""LiveModel: what the window shows of the model at work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class LiveModel:
    """The model at work, and what it runs on.

    Attributes
    ----------
    kind : what it reconstructs.
    device_name : as its maker calls it.
    on_cpu : the CPU does the work.
    cpu_reason : one or two sentences why it does; empty for a GPU.
    no_opengl : one sentence why the processor draws the mesh too; empty where OpenGL does.
    """

    kind: Literal["body", "hand"]
    device_name: str
    on_cpu: bool
    cpu_reason: str
    no_opengl: str = ""
