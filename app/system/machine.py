"""The machine by name: what a measured figure must say, and what a report of a fault should."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
import tomllib
from importlib import metadata
from pathlib import Path

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


def gpu_name() -> str:
    """Return the first GPU's name from the NVIDIA driver; empty without one."""
    try:
        driver = ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return ""
    device, name = ctypes.c_int(), ctypes.create_string_buffer(128)
    if (
        driver.cuInit(0) != 0
        or driver.cuDeviceGet(ctypes.byref(device), 0) != 0
        or driver.cuDeviceGetName(name, len(name), device) != 0
    ):
        return ""
    return name.value.decode(errors="replace")


def cpu_name() -> str:
    """Return the processor's name as its maker writes it."""
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text(errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
