"""choose_device: what runs a model quickest, of all that give the processor's results."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import cv2
import numpy as np

from app.system.gpu import cuda_failure
from app.system.machine import cpu_name
from models.errors import UserError
from models.inference.inputs import CropImage
from models.inference.onnx_model import RUNTIME_ERRORS, OnnxModel
from models.inference.paths import ASSETS
from models.inference.providers import ProviderError
from models.inference.store import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.live.accelerators import Accelerator
    from app.options import Device

log = logging.getLogger(__name__)

SELF_TEST_RUNS = 3
# A device whose vertices lie farther than this from the CPU's, on average, computes nonsense. Networks in
# integers round differently at the least difference before, so the CPU's own unrest is added.
ALIKE_M = 0.01
UNREST_TIMES = 3.0  # another device rounds in every layer, where this unrest comes of the picture alone
LEAST_CHANGE = 1e-6  # of a picture, as a fraction of its largest value: what float32 just tells apart


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of trying a device.

    Attributes
    ----------
    device : the word of ``--device``.
    title : as people call it.
    name : of the hardware, as its driver calls it; empty where it was not reached.
    seconds : the quickest of the self-test's runs of one crop; 0 where there was none.
    reason : one sentence why it is not used; empty for the one that is.
    """

    device: Device
    title: str
    name: str = ""
    seconds: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """The model on the device that runs it, and all that was tried.

    Attributes
    ----------
    model : loaded, and proved by a run.
    trial : of the device that runs it.
    others : the trials of the other devices.
    """

    model: OnnxModel
    trial: Trial
    others: tuple[Trial, ...]


def choose_device(file: Path, threads: int, device: Device, accelerators: Sequence[Accelerator]) -> Choice:
    """Load a model on the device that is asked for, or where that is left open on the quickest.

    Each device runs a crop of the bundled clip a few times, and one that gives other vertices than the
    processor is refused.

    Parameters
    ----------
    file : the ONNX file, with its template beside it.
    threads : of the network on the CPU.
    device : see :class:`app.options.Options`.
    accelerators : what can be had beside the CPU.

    Raises
    ------
    ModelError : the model cannot be used on the CPU either.
    UserError : the device that was asked for cannot run it.
    """
    best = on_cpu = OnnxModel(file, threads=threads)
    wanted, seconds = _run_on_cpu(on_cpu, file)
    alike_m = cache(lambda: tolerance(on_cpu, _mirrored(_sample_feed(on_cpu)), wanted))
    chosen = Trial("cpu", "CPU", cpu_name(), seconds)
    others: list[Trial] = []
    is_open = device == "auto"
    for accelerator in accelerators:
        if not (accelerator.is_expected() if is_open else accelerator.device == device):
            continue
        model, trial = _tried(accelerator, file, threads, wanted, alike_m)
        if model is None and not is_open:
            raise UserError(f"{trial.reason.rstrip('.')}; leave --device {device} out to use the CPU.")
        if model is None or (is_open and trial.seconds >= chosen.seconds):
            others.append(trial)
        else:
            others.append(chosen)
            best, chosen = model, trial
    return Choice(best, chosen, tuple(other if other.reason else _timed(other, chosen) for other in others))


def _tried(
    accelerator: Accelerator, file: Path, threads: int, wanted: np.ndarray, alike_m: Callable[[], float]
) -> tuple[OnnxModel | None, Trial]:
    """Load a model on an accelerator and prove it; None, and the trial says why, where it does not work."""
    trial = Trial(accelerator.device, accelerator.title)
    try:
        model, name = accelerator.open(file, threads)
    except ProviderError as error:
        return None, replace(trial, reason=str(error))
    trial = replace(trial, name=name)
    try:
        vertices, seconds = self_test(model)
    except RUNTIME_ERRORS as error:
        log.debug("self-test by %s", accelerator.title, exc_info=True)
        reason = f"{accelerator.title} failed its self-test on {name} ({cuda_failure(error)})."
        return None, replace(trial, reason=reason)
    if not _distance(vertices, wanted) < alike_m():  # also where one is not a number
        reason = (
            f"{accelerator.title} gave other results on {name} than the CPU in its self-test; "
            "update the graphics driver."
        )
        return None, replace(trial, reason=reason)
    return model, replace(trial, seconds=seconds)


def _run_on_cpu(model: OnnxModel, file: Path) -> tuple[np.ndarray, float]:
    """Run the self-test on the CPU, where a failure is the model's fault."""
    try:
        vertices, seconds = self_test(model)
    except RUNTIME_ERRORS as error:
        log.debug("self-test of %s", file, exc_info=True)
        raise ModelError(
            f"{file.name} cannot be run, so it is damaged; download or export the model again."
        ) from error
    if not np.isfinite(vertices).all():
        raise ModelError(
            f"{file.name} computes no numbers, so its weights are damaged; "
            "download or export the model again."
        )
    return vertices, seconds


def self_test(model: OnnxModel) -> tuple[np.ndarray, float]:
    """Run one crop a few times, then its mirror image; return the latter's vertices and the best time.

    What only repeats itself, as work that a GPU has recorded might, gives wrong vertices for the second.

    Raises
    ------
    ModelError : an output has another shape than the model's record says.
    """
    feed, fastest = _sample_feed(model), float("inf")
    for _ in range(SELF_TEST_RUNS):
        started = time.perf_counter()
        model.run(feed)
        fastest = min(fastest, time.perf_counter() - started)
    values = model.run(_mirrored(feed))
    model.check_outputs(values)
    return values["vertices"], fastest


def _sample_feed(model: OnnxModel) -> dict[str, np.ndarray]:
    """Return a model's inputs with somebody in the picture: where nobody is, networks decide by chance."""
    feed = model.example()
    picture = sample_picture()
    for name, one in model.inputs.items():
        if isinstance(one, CropImage) and picture is not None:
            feed[name] = one.normalised(cv2.resize(picture, one.shape[1:]))[None]
    return feed


@cache
def sample_picture() -> np.ndarray | None:
    """Return the (S, S, 3) RGB middle of the bundled clip's first frame; None where the clip is missing."""
    clip = cv2.VideoCapture(str(ASSETS / "sample.mp4"))
    read, image = clip.read()
    clip.release()
    if not read:
        return None
    side = min(image.shape[:2])
    top, left = ((n - side) // 2 for n in image.shape[:2])
    return np.ascontiguousarray(image[top : top + side, left : left + side, ::-1])


def _mirrored(feed: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {name: value[..., ::-1].copy() if value.ndim == 4 else value for name, value in feed.items()}


def tolerance(model: OnnxModel, feed: dict[str, np.ndarray], vertices: np.ndarray) -> float:
    """Return how far another device's vertices may lie from a model's own, on average, in metres.

    Parameters
    ----------
    model : on the CPU.
    feed, vertices : what it was given, and gave.
    """
    return ALIKE_M + UNREST_TIMES * _distance(model.run(_changed(feed))["vertices"], vertices)


def _changed(feed: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return inputs whose pictures are others by :data:`LEAST_CHANGE`."""
    rng = np.random.default_rng(0)
    return {
        name: value + rng.normal(0, LEAST_CHANGE * np.abs(value).max(), value.shape).astype(np.float32)
        if value.ndim == 4
        else value
        for name, value in feed.items()
    }


def _distance(vertices: np.ndarray, others: np.ndarray) -> float:
    """Return how far vertices lie from each other, on average, in metres."""
    return float(np.linalg.norm(vertices - others, axis=-1).mean())


def _timed(trial: Trial, chosen: Trial) -> Trial:
    reason = (
        f"{trial.title} took {trial.seconds * 1e3:.1f} ms in the self-test, "
        f"{chosen.title} {chosen.seconds * 1e3:.1f} ms."
    )
    return replace(trial, reason=reason)
