"""OnnxModel: a model's file at work, from people in images to meshes. The one way in which a model is run."""

from __future__ import annotations

import models.environment  # noqa: F401 # pyright: ignore[reportUnusedImport] - before ONNX Runtime

# isort: split

import logging
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime as ort
from onnxruntime.capi import onnxruntime_pybind11_state as ort_errors  # pyright: ignore[reportAttributeAccessIssue]

from models.body.joints import COCO17
from models.body.template import BodyTemplate, load_template
from models.camera.crop import CropBox
from models.camera.projection import Pinhole
from models.errors import UserError
from models.inference.bound_runs import BoundRuns
from models.inference.finite_masks import finite_masks
from models.inference.graph_branches import UncutError
from models.inference.inputs import NUM_LANDMARKS, CropImage, InputsOf, State, Subject
from models.inference.providers import CPU, PluginProvider, Provider
from models.inference.side_by_side import SideBySide
from models.inference.store import ModelError, external_files, read_model_info
from models.inference.trial_run import check_runs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from models.inference.bound_runs import Memory
    from models.inference.model_info import ModelInfo

log = logging.getLogger(__name__)

# ONNX Runtime's errors share no base class but Exception.
RUNTIME_ERRORS = (
    ort_errors.Fail,
    ort_errors.InvalidArgument,
    ort_errors.InvalidGraph,
    ort_errors.InvalidProtobuf,
    ort_errors.NoSuchFile,
    ort_errors.NotImplemented,
    ort_errors.RuntimeException,
    ort_errors.EPFail,
)

RUNTIME_VERSION: str = ort.__version__
MESH = ("camera", "joints", "vertices")  # the outputs that every model has


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """What the network saw in one crop.

    Attributes
    ----------
    crop : the square it was shown.
    vertices : (V, 3) float32 metres about the template's root, axes of the image's camera.
    joints : (J, 3) float32, likewise.
    camera : (3,) float32, the crop's weak-perspective (s, tx, ty).
    presence : 0 to 1, somebody is in the crop; None for models that do not say.
    is_left : a left hand, shown to the network mirrored and mirrored back here.
    parameters : further outputs, in the crop's axes.
    state : by name of the input, what the model is told of this person in the next frame.
    keypoints : (17, 2) float32 pixels of the image, where COCO's joints were read in it, whatever the mesh
        says; None for models that do not say.
    """

    crop: CropBox
    vertices: np.ndarray
    joints: np.ndarray
    camera: np.ndarray
    presence: float | None
    is_left: bool = False
    parameters: dict[str, np.ndarray] = field(default_factory=dict)
    state: dict[str, np.ndarray] = field(default_factory=dict)
    keypoints: np.ndarray | None = None

    def on_image(self, points: np.ndarray) -> np.ndarray:
        """Project (..., 3) points of this estimate to (..., 2) image pixels by the crop's own camera."""
        scale, shift = self.camera[0] * self.crop.size / 2, self.camera[1:3]
        # (x, y) are in camera axes, the shift in the crop's axes, which may be rotated.
        return scale * (points[..., :2] + self.crop.rotation() @ shift) + self.crop.center


class OnnxModel:
    """A loaded model. The provider asked for first may be left out by ONNX Runtime: see :attr:`provider`.

    Parameters
    ----------
    file : the ONNX file, with its template beside it.
    providers : of ONNX Runtime, the best first.
    threads : on the CPU; 0 takes all.
    template_file : where the template is, if not beside the file.
    memory : where inputs and outputs stay, see :class:`models.inference.bound_runs.BoundRuns`; None gives
        each run new ones.

    Attributes
    ----------
    file : the same.
    info, template : what the model is.
    inputs : what it is fed, by name.
    provider : the ONNX Runtime provider that it is loaded on.

    Raises
    ------
    ModelError : the model or its template is missing, damaged, or of another kind.
    """

    def __init__(
        self,
        file: Path,
        *,
        providers: Sequence[Provider] = (CPU,),
        threads: int = 0,
        template_file: Path | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.info: ModelInfo = read_model_info(file)
        self.template: BodyTemplate = _load_template(
            self.info, template_file or file.with_name(self.info.template), file.name
        )
        self.file = file
        self.inputs = self.info.whole_inputs()
        # By name of the input, the output that becomes it.
        self._states = {name: one.output for name, one in self.inputs.items() if isinstance(one, State)}
        # Sessions refer to them: they stay as long as the session does.
        self._masks = _masks_of(file) if tuple(providers) == (CPU,) else {}
        self._session: ort.InferenceSession | SideBySide
        self._bound: BoundRuns | None = None
        if memory is None:
            self._session = self._open(providers, threads)
        else:
            self._session = session = open_session(file, providers, threads, self._masks)
            self._bound = BoundRuns(session, [output.name for output in session.get_outputs()], memory)
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._check_contract()
        self.provider: str = self._session.get_providers()[0]

    @property
    def has_state(self) -> bool:
        """Whether the model is told what it said of a person in the frame before."""
        return bool(self._states)

    def estimate(self, subjects: Sequence[Subject], *, batch: int | None = None) -> list[Estimate]:
        """Reconstruct people.

        Parameters
        ----------
        subjects : N people, of one image or several.
        batch : people a run; the last run is filled up by repeating one, because a GPU plans its work again
            for each new batch size. None runs all at once.

        Returns
        -------
        N estimates, in order.

        Raises
        ------
        ValueError : a subject lacks what an input is made from.
        """
        estimates: list[Estimate] = []
        batch = batch or max(len(subjects), 1)
        for start in range(0, len(subjects), batch):
            chosen = subjects[start : start + batch]
            values = self.run(InputsOf(self.inputs, chosen, batch))
            self.check_outputs(values, batch)
            estimates += self.decode(values, chosen)
        return estimates

    def decode(self, values: dict[str, np.ndarray], subjects: Sequence[Subject]) -> list[Estimate]:
        """Read what the network said of people, in order; :meth:`check_outputs` has looked at it before."""
        return [self._decoded(values, i, subject) for i, subject in enumerate(subjects)]

    def run(self, feed: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Return the outputs for (N, ...) float32 inputs, both by name; raises one of RUNTIME_ERRORS."""
        if self._bound is not None:
            return self._bound.run(feed)
        is_whole = not isinstance(self._session, SideBySide)
        values = self._session.run(self._outputs, dict(feed) if is_whole else feed)
        return {name: np.asarray(value) for name, value in zip(self._outputs, values, strict=True)}

    def example_subject(self) -> Subject:
        """Return somebody in a made-up image."""
        size = self.info.input_size
        ramp = np.linspace(0, 255, 3 * size * size).astype(np.uint8).reshape(size, size, 3)
        crop = CropBox(np.full(2, size / 2, np.float32), float(size))
        points = size * np.stack([np.linspace(0.3, 0.7, NUM_LANDMARKS), np.linspace(0.9, 0.1, NUM_LANDMARKS)])
        return Subject(ramp, crop, Pinhole.of_photo((size, size)), points.T)

    def example(self, count: int = 1) -> dict[str, np.ndarray]:
        """Return the inputs of ``count`` people in a made-up image, to try and to time the model with."""
        somebody = self.example_subject()
        return {
            name: np.repeat(one.compute(name, somebody)[None], count, axis=0)
            for name, one in self.inputs.items()
        }

    def check_outputs(self, values: dict[str, np.ndarray], people: int = 1) -> None:
        """Compare what :meth:`run` gave for so many people with what record and template promise.

        Raises
        ------
        ModelError : an output has another shape.
        """
        wanted: dict[str, tuple[int, ...]] = {
            "vertices": (self.template.num_vertices, 3),
            "joints": (len(self.info.joint_names), 3),
            "camera": (3,),
            "presence": (),
            "keypoints": (len(COCO17), 2),
            "joint_scores": (len(COCO17),),
        } | {output: self.inputs[name].shape for name, output in self._states.items()}
        for name, value in values.items():
            shape = (people, *wanted.get(name, value.shape[1:]))
            if value.shape != shape:
                raise ModelError(
                    f"{self.file.name} gives {name} of {list(value.shape)}, its record and template say "
                    f"{list(shape)}; export it again."
                )

    def _open(self, providers: Sequence[Provider], threads: int) -> ort.InferenceSession | SideBySide:
        """Open the file; on some threads of the processor the branches of its network run side by side."""
        pictures = [name for name, one in self.inputs.items() if isinstance(one, CropImage)]
        if tuple(providers) == (CPU,) and len(pictures) > 1 and threads > 1:
            check_runs(self.file)
            try:
                open_part = partial(_open_part, masks=self._masks)
                return SideBySide(self.file.read_bytes(), pictures, threads, open_part)
            except (UncutError, UnicodeDecodeError, *RUNTIME_ERRORS) as error:
                log.debug("%s runs in one piece: %s", self.file, error)
        return open_session(self.file, providers, threads, self._masks)

    def _check_contract(self) -> None:
        """Compare the file's inputs and outputs with its record.

        Raises
        ------
        ModelError : they differ.
        """
        file = self.file.name
        missing = {*MESH, *self._states.values()} - set(self._outputs)
        if missing:
            raise ModelError(f"{file} lacks the output {', '.join(sorted(missing))}; export it again.")
        shapes = {one.name: list(one.shape[1:]) for one in self._session.get_inputs()}
        if unknown := sorted(set(shapes) - set(self.inputs)):
            raise ModelError(
                f"{file} wants the input {', '.join(unknown)}, of which its record says nothing; "
                "export it again."
            )
        if unused := sorted({"image", *self.inputs} - set(shapes)):
            raise ModelError(f"{file} lacks the input {', '.join(unused)}; export it again.")
        for name, one in self.inputs.items():
            if shapes[name] != list(one.shape):
                raise ModelError(
                    f"{file} takes the input {name} of {shapes[name]}, its record says {list(one.shape)}; "
                    "export it again."
                )

    def _decoded(self, values: dict[str, np.ndarray], i: int, subject: Subject) -> Estimate:
        crop, mirrored = subject.crop, subject.is_left
        camera = values["camera"][i].astype(np.float32)
        vertices, root = self.template.centred(values["vertices"][i].astype(np.float32))
        joints = values["joints"][i].astype(np.float32) - root
        if mirrored:
            across = np.array([-1, 1, 1], np.float32)
            vertices, joints, camera = vertices * across, joints * across, camera * [1, -1, 1]
        known = {*MESH, "presence", "keypoints", *self._states.values()}
        return Estimate(
            crop=crop,
            vertices=crop.rotated_to_image(vertices),
            joints=crop.rotated_to_image(joints),
            camera=camera.astype(np.float32),
            presence=float(values["presence"][i]) if "presence" in values else None,
            is_left=mirrored,
            keypoints=crop.image_from_crop(values["keypoints"][i]) if "keypoints" in values else None,
            parameters={name: value[i] for name, value in values.items() if name not in known},
            state={name: values[output][i] for name, output in self._states.items()},
        )


def open_session(
    file: Path,
    providers: Sequence[Provider],
    threads: int,
    weights: Mapping[str, ort.OrtValue] | None = None,
) -> ort.InferenceSession:
    """Open an ONNX file.

    Parameters
    ----------
    providers : of ONNX Runtime, the best first.
    threads : on the CPU; 0 takes all.
    weights : that stand for those of the file, by name; to be kept as long as the session is.

    Raises
    ------
    ModelError : it cannot be read or run.
    """
    check_runs(file)
    options = _session_options(threads, weights or {})
    built_in = [one for one in providers if not isinstance(one, PluginProvider)]
    for provider in providers:
        if isinstance(provider, PluginProvider):  # ONNX Runtime adds the CPU for what they cannot do
            options.add_provider_for_devices(list(provider.devices), {})
    try:
        # Its own fallback would go on without telling that the GPU is out of use.
        return ort.InferenceSession(str(file), options, providers=built_in or None, enable_fallback=0)
    except (*RUNTIME_ERRORS, UnicodeDecodeError) as error:  # the latter of its own message
        log.debug("loading %s", file, exc_info=True)
        raise ModelError(_why_unusable(file)) from error


def _masks_of(file: Path) -> dict[str, ort.OrtValue]:
    try:
        return {name: ort.OrtValue.ortvalue_from_numpy(mask) for name, mask in finite_masks(file).items()}
    except (ValueError, OSError) as error:  # opening it says so
        log.debug("the masks of %s cannot be read: %s", file, error)
        return {}


def _session_options(threads: int, weights: Mapping[str, ort.OrtValue]) -> ort.SessionOptions:
    options = ort.SessionOptions()
    for name, value in weights.items():
        options.add_initializer(name, value)
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Threads wait awake for the next part of a network, not for the next frame: those would take the cores
    # from the camera, the detector and the window.
    options.add_session_config_entry("session.intra_op.spin_duration_us", "10")
    options.log_severity_level = 3  # errors
    return options


def _open_part(content: bytes, threads: int, masks: Mapping[str, ort.OrtValue]) -> ort.InferenceSession:
    return ort.InferenceSession(content, _session_options(threads, masks), providers=[CPU])


def _why_unusable(file: Path) -> str:
    """Say why ONNX Runtime cannot read a model."""
    try:
        weights = external_files(file)
        missing = [name for name in weights if not (file.parent / name).is_file()]
    except (OSError, ValueError):
        weights = missing = []
    if missing:
        return f"{file.name} keeps its weights in {missing[0]}, which is missing; put it beside the model."
    of_what = f"{file.name}, or {', '.join(weights)} beside it," if weights else file.name
    return f"{of_what} is damaged; download or export the model again."


def _load_template(info: ModelInfo, file: Path, model: str) -> BodyTemplate:
    try:
        template = load_template(file)
    except UserError as error:
        raise ModelError(str(error)) from error
    if template.sha256 != info.template_sha256:
        raise ModelError(
            f"{file.name} is not the body that {model} was made for; "
            "restore both files or import the model again."
        )
    images = [one for one in info.whole_inputs().values() if isinstance(one, CropImage)]
    rules = {image.crop.kind for image in images if image.crop}
    if "landmarks" in rules and "mediapipe33" not in template.joint_sets:
        raise ModelError(f"{file.name} lacks the landmarks that {model} is cropped by; import it again.")
    return template


def quiet_runtime() -> None:
    """Let ONNX Runtime itself write nothing to stderr; errors are raised all the same."""
    ort.set_default_logger_severity(4)
