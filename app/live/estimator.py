"""MeshEstimator: a model on the device that truly runs it, proved by a self-test."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from app.live.accelerators import accelerators
from app.live.device_choice import Trial, choose_device
from app.system.machine import cpu_name, usable_cores
from models.inference.onnx_model import RUNTIME_ERRORS, Estimate, OnnxModel
from models.inference.providers import CPU

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.options import Device
    from app.server.remote import RemoteModel
    from models.inference.inputs import Subject

log = logging.getLogger(__name__)


def default_threads() -> int:
    """Return how many threads a live network may use: of many cores one is left to camera and window.

    Who runs several networks at once says how many by ``OMP_NUM_THREADS``, as for other libraries.
    """
    given = os.environ.get("OMP_NUM_THREADS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    return max(2, min(usable_cores() - 1, 8))


class MeshEstimator:
    """A model for live work: on the quickest device that gives the CPU's results.

    Parameters
    ----------
    model_file : ONNX file with its template beside it.
    threads : of the network on the CPU; None leaves one core to the rest of the program.
    device : ``"auto"`` tries all that is there; any other word takes that device and nothing else.
    remote : makes the same model of a server that is asked first; None for none.

    Attributes
    ----------
    remote : the model of the server, if there is one; all else is about this machine, which takes over.
    info, template : what the model is.
    provider : the ONNX Runtime provider that truly runs, after a self-test.
    device_title, device_name : what runs it as people call it (``CUDA``), and the hardware by name.
    cpu_reason : one or two sentences why no other device than the CPU is used; empty when one is.
    self_test_s : the quickest of the self-test's runs of one crop.
    trials : of the other devices that were tried.

    Raises
    ------
    ModelError : the model or its template is missing, damaged, or of another kind.
    UserError : the device that was asked for cannot run it.
    """

    def __init__(
        self,
        model_file: Path,
        *,
        threads: int | None = None,
        device: Device = "auto",
        remote: Callable[[OnnxModel], RemoteModel] | None = None,
    ) -> None:
        self._file = model_file
        self._threads = threads or default_threads()
        choice = choose_device(model_file, self._threads, device, accelerators())
        self._model, self.trials = choice.model, choice.others
        self.info, self.template = choice.model.info, choice.model.template
        self.provider = choice.model.provider
        self.device_title, self.device_name = choice.trial.title, choice.trial.name
        self.self_test_s = choice.trial.seconds
        self.cpu_reason = "" if self.provider != CPU else _why_cpu(device, choice.others)
        log.info("%s runs on %s (%s)", self.info.name, self.device_name, self.provider)
        self.remote = None if remote is None else remote(self._model)

    def estimate(self, subjects: Sequence[Subject], *, batch: int | None = None) -> list[Estimate]:
        """Reconstruct people, as :meth:`models.inference.onnx_model.OnnxModel.estimate` does.

        A server that is away or late is replaced by this machine, a GPU that stops working by the CPU.
        """
        if self.remote is not None and (answer := self.remote.estimate(self._model, subjects)) is not None:
            return answer
        try:
            return self._model.estimate(subjects, batch=batch)
        except RUNTIME_ERRORS as error:
            if self.provider == CPU:
                raise
            # A driver that was updated or a cable that came loose must not end a show.
            self.cpu_reason = "The GPU stopped working; restart the program to try it again."
            log.warning("%s (%s)", self.cpu_reason, error)
            self._model = OnnxModel(self._file, threads=self._threads)
            self.provider, self.device_title, self.device_name = CPU, "CPU", cpu_name()
            return self._model.estimate(subjects, batch=batch)


def _why_cpu(device: Device, others: Sequence[Trial]) -> str:
    # Several devices may lack the same.
    return "It was asked for." if device == "cpu" else " ".join(dict.fromkeys(one.reason for one in others))
