"""MeshEstimator: crops of people in, meshes out, by the ONNX network on the device that truly runs it."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path
from typing import Any, Literal

import numpy as np
import onnxruntime as ort
from onnxruntime.capi import onnxruntime_pybind11_state as ort_errors  # pyright: ignore[reportAttributeAccessIssue]

from app.system.machine import cpu_name, gpu_name
from app.system.native_output import EVERYTHING, without_chatter
from models.body.template import BodyTemplate, load_template
from models.camera.crop import CropBox
from models.errors import UserError
from models.inference.model_info import ModelInfo
from models.inference.store import ModelError, read_model_info

log = logging.getLogger(__name__)

# ONNX Runtime's errors share no base class but Exception.
ORT_ERRORS = (
    ort_errors.Fail,
    ort_errors.InvalidArgument,
    ort_errors.InvalidGraph,
    ort_errors.InvalidProtobuf,
    ort_errors.NoSuchFile,
    ort_errors.NotImplemented,
    ort_errors.RuntimeException,
    ort_errors.EPFail,
)

CUDA = "CUDAExecutionProvider"
CPU = "CPUExecutionProvider"
SELF_TEST_RUNS = 3
ALIKE_M = 0.01  # a device whose vertices differ from another run's by more than this computes nonsense


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """What the network saw in one crop.

    Attributes
    ----------
    crop : the square it was shown.
    vertices : (V, 3) float32 metres about the template's root, camera axes.
    joints : (J, 3) float32, likewise.
    camera : (3,) float32, the crop's weak-perspective (s, tx, ty).
    presence : 0 to 1, somebody is in the crop; None for models that do not say.
    is_left : a left hand, shown to the network mirrored and mirrored back here.
    parameters : further outputs.
    """

    crop: CropBox
    vertices: np.ndarray
    joints: np.ndarray
    camera: np.ndarray
    presence: float | None
    is_left: bool = False
    parameters: dict[str, np.ndarray] = field(default_factory=dict)

    def on_image(self, points: np.ndarray) -> np.ndarray:
        """Project (..., 3) points of this estimate to (..., 2) image pixels by the crop's own camera."""
        scale, shift = self.camera[0] * self.crop.size / 2, self.camera[1:3]
        # (x, y) are in camera axes, the shift in the crop's axes, which may be turned.
        return scale * (points[..., :2] + self.crop.rotation() @ shift) + self.crop.center


def default_threads() -> int:
    """Return how many threads a live network may use: a core is left to camera, window and drawing."""
    return max(1, min((os.cpu_count() or 2) - 1, 8))


class MeshEstimator:
    """A loaded model.

    Parameters
    ----------
    model_file : ONNX file with its template beside it.
    threads : of the network on the CPU; None leaves one core to the rest of the program.
    provider : ``"auto"`` tries the GPU first; ``"cpu"`` does not.

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
    """

    def __init__(
        self,
        model_file: Path,
        *,
        threads: int | None = None,
        provider: Literal["auto", "cpu"] = "auto",
    ) -> None:
        self.info: ModelInfo = read_model_info(model_file)
        self._file = model_file
        self._threads = threads or default_threads()
        self.template: BodyTemplate = _load_template_of(self.info, model_file)
        info = self.info
        self._mean = np.asarray(info.mean, np.float32)
        self._std = np.asarray(info.std, np.float32)
        self.cpu_reason = "It was asked for." if provider == "cpu" else why_no_gpu()
        self.provider, self.self_test_s = CPU, 0.0
        if not self.cpu_reason:
            self._use_gpu()
        if self.cpu_reason:
            self._session = self._make_session([CPU])
            vertices, self.self_test_s = self._self_test()
            if not np.isfinite(vertices).all():
                raise ModelError(
                    f"{model_file.name} computes no numbers, so its weights are damaged; "
                    "download or export the model again."
                )
        self.device_name = gpu_name() if self.provider == CUDA else cpu_name()
        log.info("%s runs on %s (%s)", info.name, self.device_name, self.provider)

    def _use_gpu(self) -> None:
        """Load on the GPU and prove it by a run; leave the reason in ``cpu_reason`` if it does not work."""
        try:
            with redirect_stdout(StringIO()) as said, without_chatter(EVERYTHING):
                ort.preload_dlls()
                self._session = self._make_session([(CUDA, {"cudnn_conv_algo_search": "HEURISTIC"}), CPU])
            log.debug("%s", said.getvalue())
        except (ModelError, RuntimeError, ValueError) as error:
            log.debug("loading on the GPU", exc_info=True)
            self.cpu_reason = f"The GPU could not load the model ({str(error).splitlines()[0][:80]})."
            return
        if self._session.get_providers()[0] != CUDA:
            self.cpu_reason = (
                "ONNX Runtime could not load its CUDA libraries; install those of its CUDA version, "
                "for example with pip install 'onnxruntime-gpu[cuda,cudnn]'."
            )
            return
        try:
            vertices, self.self_test_s = self._self_test()
        except ORT_ERRORS as error:
            log.debug("self-test on the GPU", exc_info=True)
            self.cpu_reason = f"The GPU failed its self-test ({str(error).splitlines()[0][:80]})."
            return
        again = self._make_session([CPU]).run(["vertices"], {"image": self._test_input()})[0]
        if not np.abs(np.asarray(again) - vertices).max() < ALIKE_M:
            self.cpu_reason = "The GPU gave other results than the CPU in its self-test; update its driver."
            return
        self.provider = CUDA

    def _make_session(self, providers: Sequence[Any]) -> ort.InferenceSession:
        options = ort.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        # Waiting threads that spin take the cores from the camera, the detector and the window.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3  # errors
        try:
            # Its own fallback would go on without telling that the GPU is out of use.
            session = ort.InferenceSession(
                str(self._file), options, providers=list(providers), enable_fallback=0
            )
        except ORT_ERRORS as error:
            log.debug("loading %s", self._file, exc_info=True)
            raise ModelError(f"{self._file.name} is damaged; download or export the model again.") from error
        self._check_contract(session)
        return session

    def _check_contract(self, session: ort.InferenceSession) -> None:
        info, name = self.info, self._file.name
        inputs = {i.name: i.shape for i in session.get_inputs()}
        outputs = {o.name for o in session.get_outputs()}
        missing = {"camera", "joints", "vertices"} - outputs
        if missing:
            raise ModelError(f"{name} lacks the output {', '.join(sorted(missing))}; export it again.")
        unknown = set(inputs) - {"image"}
        if unknown or "image" not in inputs:
            raise ModelError(
                f"{name} wants the input {', '.join(sorted(unknown)) or 'image'} in a way that this version "
                "does not know; update the program or export the model again."
            )
        want = [3, info.input_size, info.input_size]
        if list(inputs["image"][1:]) != want:
            raise ModelError(
                f"{name} takes pictures of {inputs['image'][1:]}, its record says {want}; export it again."
            )
        self._outputs = [o.name for o in session.get_outputs()]

    def _test_input(self) -> np.ndarray:
        size = self.info.input_size
        picture = np.linspace(0, 1, 3 * size * size, dtype=np.float32).reshape(1, size, size, 3)
        return self._normalised(picture * 255)

    def _self_test(self) -> tuple[np.ndarray, float]:
        """Run one crop a few times; return its vertices and the seconds of the quickest run."""
        image, fastest = self._test_input(), float("inf")
        values: dict[str, np.ndarray] = {}
        for _ in range(SELF_TEST_RUNS):
            started = time.perf_counter()
            values = self._run(image)
            fastest = min(fastest, time.perf_counter() - started)
        want_vertices, want_joints = self.template.num_vertices, len(self.info.joint_names)
        if values["vertices"].shape != (1, want_vertices, 3) or values["joints"].shape != (1, want_joints, 3):
            raise ModelError(
                f"{self._file.name} gives {values['vertices'].shape[1]} vertices and "
                f"{values['joints'].shape[1]} joints, its record and template say {want_vertices} and "
                f"{want_joints}; export it again."
            )
        return values["vertices"], fastest

    def _run(self, image: np.ndarray) -> dict[str, np.ndarray]:
        try:
            values = self._session.run(self._outputs, {"image": image})
        except ORT_ERRORS as error:
            if self.provider != CUDA:
                raise
            # A driver that was updated or a cable that came loose must not end a show.
            self.cpu_reason = "The GPU stopped working; restart the program to try it again."
            log.warning("%s (%s)", self.cpu_reason, error)
            self._session, self.provider, self.device_name = self._make_session([CPU]), CPU, cpu_name()
            values = self._session.run(self._outputs, {"image": image})
        return {name: np.asarray(value) for name, value in zip(self._outputs, values, strict=True)}

    def _normalised(self, crops: np.ndarray) -> np.ndarray:
        """Turn (N, S, S, 3) RGB crops of 0 to 255 into the (N, 3, S, S) float32 input."""
        if self.info.channel_order == "BGR":
            crops = crops[..., ::-1]
        scaled = (crops * np.float32(1 / 255) - self._mean) / self._std
        return np.ascontiguousarray(scaled.transpose(0, 3, 1, 2), np.float32)

    def estimate(
        self,
        image: np.ndarray,
        crops: Sequence[CropBox],
        *,
        is_left: Sequence[bool] | None = None,
        batch: int | None = None,
    ) -> list[Estimate]:
        """Reconstruct what is in each crop.

        Parameters
        ----------
        image : (H, W, 3) uint8 RGB.
        crops : N squares of it.
        is_left : which crops hold a left hand; models of hands know right ones only.
        batch : crops a run; the last run is filled up by repeating a crop, because a GPU plans its work anew
            for each new batch size. None runs all crops at once.

        Returns
        -------
        N estimates, in order.
        """
        mirrored = list(is_left) if is_left is not None else [False] * len(crops)
        estimates: list[Estimate] = []
        batch = batch or max(len(crops), 1)
        for start in range(0, len(crops), batch):
            chosen = list(zip(crops, mirrored, strict=True))[start : start + batch]
            pictures = [self._cut(image, crop, left) for crop, left in chosen]
            pictures += [pictures[-1]] * (batch - len(pictures))
            values = self._run(self._normalised(np.stack(pictures)))
            estimates += [self._decoded(values, i, crop, left) for i, (crop, left) in enumerate(chosen)]
        return estimates

    def _cut(self, image: np.ndarray, crop: CropBox, mirrored: bool) -> np.ndarray:
        size, border = self.info.input_size, self.info.crop.border
        if not mirrored:
            return crop.cut(image, size, border)
        # Flipped, the crop one pixel further on has the crop's middle again where the network has its own.
        beside = replace(crop, center=crop.image_from_crop(np.array([2 / size, 0])))
        return beside.cut(image, size, border)[:, ::-1]

    def _decoded(self, values: dict[str, np.ndarray], i: int, crop: CropBox, mirrored: bool) -> Estimate:
        camera = values["camera"][i].astype(np.float32)
        vertices, root = self.template.centred(values["vertices"][i].astype(np.float32))
        joints = values["joints"][i].astype(np.float32) - root
        if mirrored:
            across = np.array([-1, 1, 1], np.float32)
            vertices, joints, camera = vertices * across, joints * across, camera * [1, -1, 1]
        known = ("camera", "vertices", "joints", "presence")
        return Estimate(
            crop=crop,
            vertices=crop.turned_to_image(vertices),
            joints=crop.turned_to_image(joints),
            camera=camera.astype(np.float32),
            presence=float(values["presence"][i]) if "presence" in values else None,
            is_left=mirrored,
            parameters={name: value[i] for name, value in values.items() if name not in known},
        )


def _load_template_of(info: ModelInfo, model_file: Path) -> BodyTemplate:
    try:
        template = load_template(model_file.with_name(info.template))
    except UserError as error:
        raise ModelError(str(error)) from error
    if template.sha256 != info.template_sha256:
        raise ModelError(
            f"{info.template} is not the body that {model_file.name} was made for; "
            "restore both files or import the model again."
        )
    if info.crop.kind == "landmarks" and "mediapipe33" not in template.joint_sets:
        raise ModelError(
            f"{info.template} lacks the landmarks that {model_file.name} is cropped by; import it again."
        )
    return template


def why_no_gpu() -> str:
    """Return one sentence why this machine cannot run a network on its GPU; empty if it seems able to."""
    if sys.platform == "darwin":
        return "This program uses the CPU on macOS."
    if CUDA not in ort.get_available_providers():
        return "The installed ONNX Runtime is for the CPU; install onnxruntime-gpu instead."
    if not gpu_name():
        return "No NVIDIA GPU with a working driver was found."
    return ""
