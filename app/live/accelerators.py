"""Accelerators: what a network can run on beside the processor, each with how to load a model there."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.system.gpu import (
    AMPERE,
    DOWNLOAD,
    cuda_failure,
    gpu_name,
    missing_libraries,
    nvidia_gpu,
    why_not_usable,
)
from app.system.native_output import EVERYTHING, without_chatter
from models.inference.onnx_model import RUNTIME_ERRORS, OnnxModel
from models.inference.providers import (
    CPU,
    CUDA,
    TENSORRT_RTX,
    WEBGPU,
    Plugin,
    ProviderError,
    cuda_is_built_in,
    load_gpu_libraries,
    load_plugin,
)
from models.inference.store import ModelError
from models.program import install_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.options import Device

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Accelerator:
    """Something faster than the processor, perhaps.

    Attributes
    ----------
    device : the word of ``--device``.
    title : as its makers call it.
    is_expected : whether its absence is worth a word where nobody asked for it.
    open : loads a model there, with so many threads for what is left to the processor; returns it with the
        device's name. Raises :class:`models.inference.providers.ProviderError` where that cannot be done.
    """

    device: Device
    title: str
    is_expected: Callable[[], bool]
    open: Callable[[Path, int], tuple[OnnxModel, str]]


def accelerators() -> tuple[Accelerator, ...]:
    """Return all that this program knows."""
    return (
        Accelerator("cuda", "CUDA", lambda: True, open_on_cuda),
        _of_plugin("tensorrt-rtx", TENSORRT_RTX, lambda: why_not_usable(nvidia_gpu(), AMPERE)),
        _of_plugin("webgpu", WEBGPU, lambda: ""),
    )


def open_on_cuda(file: Path, threads: int) -> tuple[OnnxModel, str]:
    """Load a model on the NVIDIA GPU, and return it with the GPU's name; see :class:`Accelerator`."""
    if reason := why_no_cuda():
        raise ProviderError(reason)
    with without_chatter(EVERYTHING):
        load_gpu_libraries()
        try:
            model = _with_graphs(file, threads) or load_on_cuda(file, threads)
        except (ModelError, RuntimeError, ValueError) as error:
            raise _not_loaded("The GPU", error) from error
    if model.provider != CUDA:
        raise ProviderError(missing_libraries())
    return model, gpu_name()


def load_on_cuda(file: Path, threads: int, *, graphs: bool = False) -> OnnxModel:
    """Load a model by ONNX Runtime's CUDA provider, with buffers that stay in the GPU's memory.

    Parameters
    ----------
    graphs : record the work of a run as a CUDA graph and repeat that, which takes a network that runs on the
        GPU from end to end.

    Raises
    ------
    ModelError, RuntimeError, ValueError : it cannot be loaded so.
    """
    options = {"cudnn_conv_algo_search": "HEURISTIC", "enable_cuda_graph": str(int(graphs))}
    return OnnxModel(file, providers=[(CUDA, options), CPU], threads=threads, memory="cuda")


def _with_graphs(file: Path, threads: int) -> OnnxModel | None:
    """Load and run a model with CUDA graphs; None where it is not a network for them."""
    try:
        model = load_on_cuda(file, threads, graphs=True)
        if model.provider == CUDA:
            model.run(model.example())
    except (ModelError, RuntimeError, ValueError, *RUNTIME_ERRORS):
        log.debug("without CUDA graphs", exc_info=True)
        return None
    return model


def why_no_cuda() -> str:
    """Return one sentence why this machine cannot run a network by CUDA; empty if it seems able to."""
    if sys.platform == "darwin":
        return "There is no CUDA on macOS."
    if not cuda_is_built_in():
        return f"The installed ONNX Runtime is for the CPU; run {install_line('gpu')} ({DOWNLOAD})."
    return why_not_usable(nvidia_gpu())


def _of_plugin(device: Device, plugin: Plugin, why_not: Callable[[], str]) -> Accelerator:
    def open_on_plugin(file: Path, threads: int) -> tuple[OnnxModel, str]:
        if plugin.is_installed() and (reason := why_not()):
            raise ProviderError(reason)
        with without_chatter(EVERYTHING):
            provider = load_plugin(plugin)
            try:
                model = OnnxModel(file, providers=[provider], threads=threads)
            except (ModelError, RuntimeError, ValueError) as error:
                raise _not_loaded(plugin.title, error) from error
        if model.provider != provider.name:
            raise ProviderError(f"{plugin.title} left the whole model to the CPU.")
        return model, provider.device_name or plugin.title

    return Accelerator(device, plugin.title, plugin.is_installed, open_on_plugin)


def _not_loaded(what: str, error: Exception) -> ProviderError:
    log.debug("loading on %s", what, exc_info=True)
    # What a model's own error says of damage is a guess here: on the CPU the same file may well work.
    cause = error.__cause__ if isinstance(error.__cause__, Exception) else error
    return ProviderError(f"{what} could not load the model ({cuda_failure(cause)}).")
