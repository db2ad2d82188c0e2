"""The machine by name: what a measured figure must say, and what a report of a fault should."""

from __future__ import annotations

import os
import platform
import sys
from importlib import metadata
from pathlib import Path

from app.system.gpu import gpu_name

PACKAGES = (
    "onnxruntime-gpu",
    "onnxruntime",
    "mediapipe",
    "opencv-python",
    "pyrender",
    "PySide6-Essentials",
    "numpy",
)


def machine_facts() -> dict[str, str | int]:
    """Return processor, cores this program may use, NVIDIA graphics processor, system and versions."""
    facts: dict[str, str | int] = {
        "cpu": cpu_name(),
        "cores": usable_cores(),
        "gpu": gpu_name() or "none",
        "system": platform.platform(),
        "python": platform.python_version(),
    }
    for package in PACKAGES:
        try:
            facts[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue  # onnxruntime has two names, of which one is installed
    return facts


def describe(facts: dict[str, str | int]) -> list[str]:
    """Return the facts as two lines for people."""
    hardware = ("cpu", "cores", "gpu")
    versions = ", ".join(f"{name} {value}" for name, value in facts.items() if name not in hardware)
    return [f"{facts['cpu']}, {facts['cores']} cores, NVIDIA GPU: {facts['gpu']}", versions]


def usable_cores() -> int:
    """Return how many processor cores this program may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def cpu_name() -> str:
    """Return the processor's name as its maker writes it."""
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text(errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
