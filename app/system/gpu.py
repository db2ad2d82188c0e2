"""The NVIDIA GPU as its driver describes it, without CUDA's libraries, and why ONNX Runtime cannot use it."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from dataclasses import dataclass

from models.program import install_line

# What the CUDA libraries that onnxruntime-gpu is built with need. The driver: the table of NVIDIA's CUDA
# Toolkit Release Notes (13.x: 580 or newer). The card: the oldest kernels in ONNX Runtime's CUDA provider are
# sm_75 (RTX 20, GTX 16).
CUDA_VERSION = (13, 0)
DRIVER = 580
COMPUTE_CAPABILITY = (7, 5)
AMPERE = (8, 0)  # the oldest that TensorRT for RTX supports
DOWNLOAD = "1.3 GB"  # onnxruntime-gpu[cuda,cudnn]

# From the CUDA driver's interface (cuda.h, CUdevice_attribute).
COMPUTE_CAPABILITY_MAJOR, COMPUTE_CAPABILITY_MINOR = 75, 76


@dataclass(frozen=True, slots=True)
class NvidiaGpu:
    """The first GPU of this machine.

    Attributes
    ----------
    name : as NVIDIA calls it.
    cuda_version : the newest CUDA that its driver serves, (major, minor).
    compute_capability : of the card, (major, minor).
    """

    name: str
    cuda_version: tuple[int, int]
    compute_capability: tuple[int, int]


def nvidia_gpu() -> NvidiaGpu | None:
    """Ask the NVIDIA driver for its first GPU; None without a driver or a GPU."""
    try:
        driver = ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
        version, device, name = ctypes.c_int(), ctypes.c_int(), ctypes.create_string_buffer(128)
        major, minor = ctypes.c_int(), ctypes.c_int()
        if (
            driver.cuInit(0)
            or driver.cuDriverGetVersion(ctypes.byref(version))
            or driver.cuDeviceGet(ctypes.byref(device), 0)
            or driver.cuDeviceGetName(name, len(name), device)
            or driver.cuDeviceGetAttribute(ctypes.byref(major), COMPUTE_CAPABILITY_MAJOR, device)
            or driver.cuDeviceGetAttribute(ctypes.byref(minor), COMPUTE_CAPABILITY_MINOR, device)
        ):
            return None
    except (OSError, AttributeError):  # no driver, or a library that only has its name
        return None
    return NvidiaGpu(
        name.value.decode(errors="replace"),
        (version.value // 1000, version.value % 1000 // 10),  # 12040 is 12.4
        (major.value, minor.value),
    )


def visible_gpus() -> list[str]:
    """Return the GPUs that this program may use, each as ``CUDA_VISIBLE_DEVICES`` names it."""
    allowed = os.environ.get("CUDA_VISIBLE_DEVICES")
    if allowed is not None:  # a cluster's scheduler, or the user
        return [name.strip() for name in allowed.split(",") if name.strip() not in ("", "-1")]
    try:
        driver = ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
        count = ctypes.c_int()
        if driver.cuInit(0) or driver.cuDeviceGetCount(ctypes.byref(count)):
            return []
    except (OSError, AttributeError):  # no driver, or a library that only has its name
        return []
    return [str(i) for i in range(count.value)]


def gpu_name() -> str:
    """Return the first GPU's name from the NVIDIA driver; empty without one."""
    gpu = nvidia_gpu()
    return gpu.name if gpu else ""


def why_not_usable(gpu: NvidiaGpu | None, oldest: tuple[int, int] = COMPUTE_CAPABILITY) -> str:
    """Return one sentence why ONNX Runtime cannot run on this GPU, whatever is installed; empty if it can.

    Parameters
    ----------
    oldest : compute capability that is needed, (major, minor).
    """
    if gpu is None:
        return "No NVIDIA GPU with a working driver was found."
    if gpu.compute_capability < oldest:
        cards = "RTX 30" if oldest == AMPERE else "RTX 20, GTX 16"
        return (
            f"The {gpu.name} is older than ONNX Runtime supports "
            f"(compute capability {_dotted(gpu.compute_capability)}, "
            f"it needs {_dotted(oldest)}: {cards} or newer)."
        )
    if gpu.cuda_version < CUDA_VERSION:
        return (
            f"The NVIDIA driver offers CUDA {_dotted(gpu.cuda_version)} and ONNX Runtime needs "
            f"{_dotted(CUDA_VERSION)}; update the driver to {DRIVER} or newer."
        )
    return ""


def missing_libraries() -> str:
    """Return one sentence that says how to install the CUDA libraries."""
    return f"NVIDIA's CUDA libraries are not installed; run {install_line('gpu')} ({DOWNLOAD})."


def cuda_failure(error: Exception) -> str:
    """Return what CUDA said in an error of ONNX Runtime: ``CUDA failure 35: CUDA driver version is ...``.

    Without such words the error's first line.
    """
    said = re.search(r"(CU[A-Z]+ failure \d+: [^;\n]+)", str(error))
    return said[1].strip() if said else (str(error).strip() or type(error).__name__).splitlines()[0]


def _dotted(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"
