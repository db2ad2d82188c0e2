"""MeshEstimator: a model on the device that truly runs it, proved by a self-test."""

from __future__ import annotations

import logging
import os
import sys
import time
from typing import TYPE_CHECKING

import numpy as np

from app.system.gpu import DOWNLOAD, cuda_failure, gpu_name, missing_libraries, nvidia_gpu, why_not_usable
from app.system.machine import cpu_name, usable_cores
from app.system.native_output import EVERYTHING, without_chatter
from models.errors import UserError
from models.inference.onnx_model import (
    CPU,
    CUDA,
    RUNTIME_ERRORS,
    Estimate,
    OnnxModel,
    Provider,
    cuda_is_built_in,
    load_gpu_libraries,
)
from models.inference.store import ModelError
from models.program import install_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.options import Device
    from models.inference.inputs import Subject

log = logging.getLogger(__name__)

SELF_TEST_RUNS = 3
ALIKE_M = 0.01  # a device whose vertices differ from another run's by more than this computes nonsense


def default_threads() -> int:
    """Return how many threads a live network may use: of many cores one is left to camera and window.

    Who runs several networks at once says how many by ``OMP_NUM_THREADS``, as for other libraries.
    """
    given = os.environ.get("OMP_NUM_THREADS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    return max(2, min(usable_cores() - 1, 8))


class MeshEstimator:
    """A model for live work: on the GPU where that works, else on the CPU.

    Parameters
    ----------
    model_file : ONNX file with its template beside it.
    threads : of the network on the CPU; None leaves one core to the rest of the program.
    device : ``"auto"`` tries the GPU first; ``"cpu"`` does not; ``"cuda"`` takes nothing else.

    Attributes
    ----------
    info, template : what the model is.
    provider : the ONNX Runtime provider that truly runs, after a self-test.
    device_name : as shown to people.
    cpu_reason : one sentence why the GPU is not used; empty when it is.
    self_test_s : the quickest of the self-test's runs of one crop.

    Raises
    ------
    ModelError : the model or its template is missing, damaged, or of another kind.
    UserError : the GPU was asked for and cannot run it.
    """

    def __init__(
        self,
        model_file: Path,
        *,
        threads: int | None = None,
        device: Device = "auto",
    ) -> None:
        self._file = model_file
        self._threads = threads or default_threads()
        self.cpu_reason = "It was asked for." if device == "cpu" else why_no_gpu()
        self.self_test_s = 0.0
        model = None if self.cpu_reason else self._on_gpu()
        if model is None and device == "cuda":
            raise UserError(f"{self.cpu_reason.rstrip('.')}; leave --device cuda out to use the CPU.")
        if model is None:
            model = self._load([CPU])
            try:
                vertices, self.self_test_s = _self_test(model)
            except RUNTIME_ERRORS as error:
                log.debug("self-test of %s", model_file, exc_info=True)
                raise ModelError(
                    f"{model_file.name} cannot be run, so it is damaged; download or export the model again."
                ) from error
            if not np.isfinite(vertices).all():
                raise ModelError(
                    f"{model_file.name} computes no numbers, so its weights are damaged; "
                    "download or export the model again."
                )
        self._model, self.info, self.template = model, model.info, model.template
        self.provider = model.provider
        self.device_name = gpu_name() if self.provider == CUDA else cpu_name()
        log.info("%s runs on %s (%s)", self.info.name, self.device_name, self.provider)

    def _load(self, providers: Sequence[Provider]) -> OnnxModel:
        return OnnxModel(self._file, providers=providers, threads=self._threads)

    def _on_gpu(self) -> OnnxModel | None:
        """Load on the GPU and prove it by a run; leave the reason in ``cpu_reason`` if it does not work."""
        try:
            with without_chatter(EVERYTHING):
                load_gpu_libraries()
                model = self._load([(CUDA, {"cudnn_conv_algo_search": "HEURISTIC"}), CPU])
        except (ModelError, RuntimeError, ValueError) as error:
            log.debug("loading on the GPU", exc_info=True)
            self.cpu_reason = f"The GPU could not load the model ({cuda_failure(error)})."
            return None
        if model.provider != CUDA:
            self.cpu_reason = missing_libraries()
            return None
        try:
            vertices, self.self_test_s = _self_test(model)
        except RUNTIME_ERRORS as error:
            log.debug("self-test on the GPU", exc_info=True)
            self.cpu_reason = f"The GPU failed its self-test ({cuda_failure(error)})."
            return None
        again = self._load([CPU]).run(model.example())["vertices"]
        if not np.abs(again - vertices).max() < ALIKE_M:
            self.cpu_reason = "The GPU gave other results than the CPU in its self-test; update its driver."
            return None
        return model

    def estimate(self, subjects: Sequence[Subject], *, batch: int | None = None) -> list[Estimate]:
        """Reconstruct people, as :meth:`models.inference.onnx_model.OnnxModel.estimate` does.

        A GPU that stops working is replaced by the CPU.
        """
        try:
            return self._model.estimate(subjects, batch=batch)
        except RUNTIME_ERRORS as error:
            if self.provider != CUDA:
                raise
            # A driver that was updated or a cable that came loose must not end a show.
            self.cpu_reason = "The GPU stopped working; restart the program to try it again."
            log.warning("%s (%s)", self.cpu_reason, error)
            self._model, self.provider, self.device_name = self._load([CPU]), CPU, cpu_name()
            return self._model.estimate(subjects, batch=batch)


def _self_test(model: OnnxModel) -> tuple[np.ndarray, float]:
    """Run one crop a few times; return its vertices and the seconds of the quickest run."""
    feed, fastest = model.example(), float("inf")
    values: dict[str, np.ndarray] = {}
    for _ in range(SELF_TEST_RUNS):
        started = time.perf_counter()
        values = model.run(feed)
        fastest = min(fastest, time.perf_counter() - started)
    model.check_outputs(values)
    return values["vertices"], fastest


def why_no_gpu() -> str:
    """Return one sentence why this machine cannot run a network on its GPU; empty if it seems able to."""
    if sys.platform == "darwin":
        return "This program uses the CPU on macOS."
    if not cuda_is_built_in():
        return f"The installed ONNX Runtime is for the CPU; run {install_line('gpu')} ({DOWNLOAD})."
    return why_not_usable(nvidia_gpu())
