"""The machine by name: what a measured figure must say, and what a report of a fault should."""

from __future__ import annotations

import os
import platform
import tomllib
from importlib import metadata

from app.live.estimator import cpu_name, gpu_name
from models.inference.paths import ASSETS

PACKAGES = (
    "onnxruntime-gpu",
    "onnxruntime",
    "mediapipe",
    "opencv-python",
    "pyrender",
    "PySide6-Essentials",
    "numpy",
)
PROJECT = ASSETS.parent / "pyproject.toml"


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


def program_version() -> str:
    """Return this program's version as its checkout has it, which installed packages may not; or nothing."""
    try:
        project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
        return str(project["project"]["version"])
    except (OSError, ValueError, KeyError):
        return ""


def usable_cores() -> int:
    """Return how many processor cores this program may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
