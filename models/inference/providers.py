"""What ONNX Runtime computes on: the processor, CUDA, and plug-ins, which are packages of their own."""

from __future__ import annotations

import models.environment  # noqa: F401 # pyright: ignore[reportUnusedImport] - before ONNX Runtime

# isort: split

import importlib
import importlib.util
import logging
import threading
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from typing import Any

import onnxruntime as ort

from models.errors import UserError
from models.program import install_line

log = logging.getLogger(__name__)

CPU = "CPUExecutionProvider"
CUDA = "CUDAExecutionProvider"


@dataclass(frozen=True, slots=True)
class Plugin:
    """A package with a provider that ONNX Runtime loads while it runs.

    Attributes
    ----------
    title : as its makers call it.
    module : of the package; it tells where the library is.
    extra : of pyproject.toml, that installs it.
    """

    title: str
    module: str
    extra: str

    def is_installed(self) -> bool:
        """Whether its package is there; nothing is loaded."""
        return importlib.util.find_spec(self.module) is not None


@dataclass(frozen=True, slots=True, eq=False)
class PluginProvider:
    """A loaded plug-in with the devices that it found.

    Attributes
    ----------
    name : of the provider, as a session tells it.
    devices : of ONNX Runtime (``OrtEpDevice``), at least one.
    device_name : of the first, as its driver calls it; empty where it does not say.
    """

    name: str
    devices: tuple[Any, ...]
    device_name: str


Provider = str | tuple[str, dict[str, Any]] | PluginProvider

TENSORRT_RTX = Plugin("TensorRT-RTX", "onnxruntime_ep_nv_tensorrt_rtx", "tensorrt-rtx")
WEBGPU = Plugin("WebGPU", "onnxruntime_ep_webgpu", "webgpu")

_loading = threading.Lock()
_registered: set[str] = set()


class ProviderError(UserError):
    """A provider cannot be used on this machine; the message is a sentence that says why."""


def cuda_is_built_in() -> bool:
    """Whether the installed ONNX Runtime can use CUDA at all."""
    return CUDA in ort.get_available_providers()


def load_gpu_libraries() -> None:
    """Load the CUDA libraries that pip has installed, so that ONNX Runtime finds them."""
    # It prints what it misses, and the program has one stdout to redirect.
    with _loading, redirect_stdout(StringIO()) as said:
        ort.preload_dlls()
    log.debug("%s", said.getvalue())


def load_plugin(plugin: Plugin) -> PluginProvider:
    """Load a plug-in into ONNX Runtime, once for this process, and look for its devices.

    Raises
    ------
    ProviderError : it is not installed, cannot be loaded, or has no device here.
    """
    if not plugin.is_installed():
        raise ProviderError(f"{plugin.title} is not installed; run {install_line(plugin.extra)}.")
    with _loading:
        try:
            package = importlib.import_module(plugin.module)
            name = package.get_ep_name()
            if name not in _registered:
                ort.register_execution_provider_library(name, package.get_library_path())
                _registered.add(name)
        except Exception as error:  # the package is others' code
            log.debug("loading %s", plugin.module, exc_info=True)
            # ONNX Runtime names its file before the system's reason.
            said = str(error).rpartition("with error: ")[2].strip() or type(error).__name__
            reason = said.splitlines()[0]
            raise ProviderError(f"{plugin.title} could not be loaded ({reason}).") from error
        devices = tuple(one for one in ort.get_ep_devices() if one.ep_name == name)
    if not devices:
        raise ProviderError(f"{plugin.title} found no GPU that it can use; update the graphics driver.")
    return PluginProvider(name, devices, _name_of(devices[0]))


def _name_of(device: Any) -> str:
    """Return what a device's driver calls it, or its maker."""
    hardware = device.device
    return hardware.metadata.get("Description", "") or hardware.vendor
