"""TrainSettings: everything that decides a training run, each setting with its text for ``--help``."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Annotated, Any

from models.errors import UserError
from models.inference.paths import ASSETS
from models.network.config import find_config


@dataclass(frozen=True)
class LossWeights:
    """Factors of the loss terms; lengths are metres, so 1 cm counts 0.01 times the factor."""

    coarse: Annotated[float, "positions of the decoder's vertices, before they are smoothed"] = 10.0
    mesh: Annotated[float, "positions of the middle mesh's vertices"] = 10.0
    joints: Annotated[float, "positions of the joint tokens"] = 10.0
    landmarks: Annotated[float, "positions of the 33 landmarks of the mesh"] = 10.0
    reprojection: Annotated[float, "crop coordinates of landmarks and joints"] = 6.0
    edges: Annotated[float, "edge lengths"] = 20.0
    normals: Annotated[float, "1 - cosine between the triangles' normals"] = 0.5
    posture: Annotated[float, "directions of pelvis, spine and shoulders"] = 1.0
    blazepose_2d: Annotated[float, "crop coordinates of BlazePose's landmarks, where it is fine-tuned"] = 6.0
    blazepose_world: Annotated[float, "positions of BlazePose's landmarks, where it is fine-tuned"] = 10.0
    blazepose_presence: Annotated[
        float, "nats of BlazePose's belief that somebody is there, where it is fine-tuned"
    ] = 1.0


@dataclass(frozen=True)
class TrainSettings:
    """Everything that decides a run."""

    out: Annotated[Path, "folder of checkpoint, log and settings"] = Path("runs/anny-small")
    poses: Annotated[Path | None, "motion capture (.npz); without it postures are procedural"] = None
    template: Annotated[Path, "the body"] = ASSETS / "anny.npz"
    network: Annotated[str, "name of the network's configuration"] = "anny-small-blazepose"
    start: Annotated[
        Path | None,
        "checkpoint whose weights to begin with; it may lack those of feature attention and refiner",
    ] = None
    pretrained_lr_factor: Annotated[
        float, "factor of the learning rate of the weights that come from --start; 0 leaves them as they are"
    ] = 1.0
    blazepose_lr_factor: Annotated[
        float,
        "factor of the learning rate of BlazePose's later layers; 0 leaves them as they are. They learn from "
        "people that are rendered meanwhile, whatever BlazePose detects in them",
    ] = 0.0
    steps: Annotated[int, "of the whole run; the learning rate falls to zero at the last"] = 8000
    batch: Annotated[int, "samples a step; a quarter of it while all queries are in use"] = 48
    queries: Annotated[int, "coarse vertices asked for in most steps"] = 80
    subsets: Annotated[int, "how many different choices of them"] = 32
    full_fraction: Annotated[float, "last fraction of the steps, with all coarse vertices"] = 0.13
    rendered_fraction: Annotated[
        float, "fraction of the samples that are rendered, 0 to 1; the others are simulated landmarks"
    ] = 0.0
    predictions: Annotated[
        Path | None,
        "folder that python -m models.train.blazepose_predictions wrote, instead of rendering while the "
        "network learns",
    ] = None
    residuals: Annotated[
        Path | None,
        "Thunder's errors (.npz), which python -m models.train.thunder_residuals wrote; for a network with a "
        "lifter",
    ] = None
    min_detected: Annotated[
        float,
        "fraction of the limb joints that BlazePose must have detected in a rendered person, 0 to 1; the "
        "others are passed over",
    ] = 0.5
    clothes: Annotated[Path | None, "folder of MakeHuman's clothes and hair, for rendering"] = None
    hdri: Annotated[Path | None, "folder of .exr environment maps, for rendering"] = None
    cache: Annotated[Path, "folder for what takes long to build before the first image"] = Path("runs/cache")
    characters: Annotated[int, "how many different people are rendered"] = 200
    workers: Annotated[int, "processes that render; with 0 people are rendered between the steps"] = 1
    noise: Annotated[
        float, "metres, expected error of a coarse vertex; decides how much the surface is smoothed"
    ] = 0.01
    pca_bodies: Annotated[int, "bodies from which the principal components of meshes are found"] = 1500
    lr: Annotated[float, "AdamW's learning rate after the warm-up"] = 1.2e-3
    warmup: Annotated[int, "steps in which the learning rate rises"] = 200
    weight_decay: Annotated[float, "AdamW's"] = 0.01
    max_grad_norm: Annotated[float, "largest norm of the gradient; a larger one is scaled down"] = 1.0
    seed: Annotated[int, "of weights and samples"] = 0
    device: Annotated[
        str, "cpu, cuda or such; on cuda products are computed in bfloat16, and people rendered there"
    ] = "cpu"
    threads: Annotated[int, "of PyTorch on the CPU"] = 1
    log_every: Annotated[int, "steps between lines of the log"] = 50
    validate_every: Annotated[int, "steps between measurements on held-out people"] = 1000
    validate_samples: Annotated[int, "held-out people of each kind"] = 384
    photos: Annotated[
        Path | None,
        "folder of photos of people, for figures and a contact sheet against MediaPipe's landmarks",
    ] = None
    photos_every: Annotated[int, "steps between those"] = 5000
    save_seconds: Annotated[float, "seconds between checkpoints"] = 60.0
    loss: LossWeights = field(default_factory=LossWeights)

    def __post_init__(self):
        for name in (
            *("steps", "batch", "queries", "subsets", "pca_bodies", "characters"),
            *("log_every", "validate_every", "photos_every", "threads"),
        ):
            if getattr(self, name) < 1:
                raise UserError(f"{name} is {getattr(self, name)}; it must be at least 1.")
        for name in (
            *("full_fraction", "rendered_fraction", "min_detected"),
            *("pretrained_lr_factor", "blazepose_lr_factor"),
        ):
            if not 0 <= getattr(self, name) <= 1:
                raise UserError(f"{name} is {getattr(self, name)}; it must lie in [0, 1].")
        if self.workers < 0:
            raise UserError(f"workers is {self.workers}; it must not be negative.")
        self._check_data()

    def _check_data(self) -> None:
        """Raise UserError where network and data do not belong together."""
        config = find_config(self.network)
        if config.kind != "body" or config.smpl_head:
            raise UserError(f"{config.name} cannot be trained here, only networks for the open body can.")
        if (self.predictions or self.clothes) and not self.rendered_fraction:
            raise UserError(
                "--predictions and --clothes are for rendered people; give --rendered-fraction, how many."
            )
        if self.predictions and self.clothes:
            raise UserError(
                "--predictions are of people rendered before, --clothes renders; give one of both."
            )
        if bool(config.lifter_width) != (self.residuals is not None):
            raise UserError(
                f"{config.name} has {'a' if config.lifter_width else 'no'} lifter, which is what --residuals "
                "are for; give both or neither."
            )
        if config.lifter_width and self.rendered_fraction:
            raise UserError(
                f"{config.name} learns from simulated people only; leave out --rendered-fraction."
            )
        landmarks = config.stem == "landmarks"
        if not landmarks and self.rendered_fraction < 1:
            raise UserError(f"{config.name} reads images, not landmarks; give --rendered-fraction 1.")
        if not landmarks and self.predictions:
            raise UserError(f"{config.name} reads images, not landmarks; give --clothes, not --predictions.")
        if self.blazepose_lr_factor and not (landmarks and self.rendered_fraction and not self.predictions):
            raise UserError(
                "--blazepose-lr-factor fine-tunes the BlazePose of anny-small while people are rendered; "
                "give --rendered-fraction and --clothes."
            )

    def learning_rate(self, step: int) -> float:
        """Return the rate of a step: a linear rise, then half a cosine down to zero."""
        if step < self.warmup:
            return self.lr * (step + 1) / self.warmup
        return self.lr / 2 * (1 + math.cos(math.pi * (step - self.warmup) / max(1, self.steps - self.warmup)))

    def is_full(self, step: int) -> bool:
        """Tell whether a step asks for all coarse vertices."""
        return step >= self.steps * (1 - self.full_fraction)

    def rendered_of(self, count: int) -> int:
        """Return how many of a batch are rendered."""
        return math.ceil(count * self.rendered_fraction)

    def record(self) -> dict[str, Any]:
        """Return the settings as JSON can hold them."""
        return json.loads(json.dumps(asdict(self), default=str))
