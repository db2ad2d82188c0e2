r"""``python -m models.train``: train a network on simulated landmarks, on rendered people, or on both.

A minute or two on one CPU core, with nothing but this repository (procedural postures, no motion capture):

    python -m models.train --out runs/try --steps 300 --batch 32

The loss falls from 9.8 (mean of the first 50 steps) to 3.4 (the last 50), and PA-MPJPE on other simulated
people comes to 95 mm.

A network that reads landmarks learns best from simulated ones and from what BlazePose read in rendered people
(``--pictures 0.5``). Those are drawn once by ``python -m models.train.blazepose_outputs`` and kept:

    python -m models.train --readings READINGS --pictures 0.5 --poses POSES.npz --out runs/anny-small

With ``--clothes`` instead of ``--readings`` people are rendered, and read, while the network learns, nobody
twice; ``--workers`` processes draw them, with ``--device cuda`` on the GPU (``pip install ".[cuda]"``):

    python -m models.train --pictures 0.6 --clothes CLOTHES --poses POSES.npz --hdri SURROUNDINGS \
        --workers 14 --device cuda --batch 384 --start assets/anny-small.pt --out runs/anny-small

BlazePose's own later layers learn from such pictures with ``--trunk``, a factor of the learning rate (2e-5
suits them). What they have learned is part of the checkpoint and of the exported file:

    python -m models.train --trunk 0.08 --lr 2.5e-4 --pictures 0.7 --clothes CLOTHES --poses POSES.npz \
        --hdri SURROUNDINGS --workers 14 --device cuda --start assets/anny-small.pt --out runs/trunk

A network that reads images needs ``--pictures 1``:

    python -m models.train --network FastMETRO-S-R50 --pictures 1 --clothes CLOTHES --poses POSES.npz \
        --hdri SURROUNDINGS --workers 14 --device cuda --out runs/image

A run is resumable: the same command again goes on from the last checkpoint in ``--out``. On the CPU it ends
with exactly the weights of a run that was never stopped; a GPU adds in no fixed order.
"""

from __future__ import annotations

import argparse
import copy
import json
import logging
import math
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

import numpy as np
import torch
from threadpoolctl import threadpool_limits
from torch import Tensor

from models.body.template import load_template
from models.camera.crop import CropRule
from models.errors import UserError, exit_code
from models.evaluate.metrics import mpjpe, pa_mpjpe, pve
from models.export.onnx_export import describe, export_onnx
from models.files import replacing
from models.inference.paths import ASSETS
from models.network.blazepose import Reading, load_blazepose
from models.network.checkpoints import (
    BLAZEPOSE,
    blazepose_learned,
    checkpoint_record,
    load_checkpoint,
    read_checkpoint,
)
from models.network.config import find_config
from models.network.devices import find_device
from models.network.fastmetro import FastMetro, LandmarkStem, VertexSubset
from models.synthetic.landmark_simulation import LandmarkSimulator, Samples, bone_length
from models.synthetic.targets import Truth
from models.train.blazepose_finetuning import LandmarkLearner
from models.train.blazepose_outputs import Readings
from models.train.data import MakePictures, TrainingData, split
from models.train.losses import LossWeights, MeshLoss
from models.train.vertex_subsets import QuerySubset, fit_mesh_space, make_subsets

if TYPE_CHECKING:  # rendering needs numba, which simulated landmarks do without
    from models.evaluate.photos import Teacher
    from models.synthetic.generator import PictureMaker
    from models.train.data import People

log = logging.getLogger(__name__)

LANDMARKER = ASSETS / "pose_landmarker_full.task"
PHOTO_FRAMES, SHEET_SIZE = 10, 200  # frames of each clip; pixels of a view on the contact sheet


@dataclass(frozen=True)
class TrainSettings:
    """Everything that decides a run.

    Attributes
    ----------
    out : folder of checkpoint, log and settings.
    poses : motion capture (.npz); without it postures are procedural.
    template : the body.
    network : name of the configuration.
    start : checkpoint whose weights to begin with; it may lack a picture reader's or a realignment's.
    slow : factor of the learning rate of the weights that come from ``start``; 0 leaves them as they are.
    trunk : factor of the learning rate of BlazePose's later layers; 0 leaves them as they are. They learn
        from pictures that are drawn meanwhile, whatever BlazePose finds in them.
    steps : of the whole run; the learning rate falls to zero at the last.
    batch : samples a step; a quarter of it while all queries are in use.
    queries : coarse vertices asked for in most steps.
    subsets : how many different choices of them.
    full_share : last share of the steps, with all coarse vertices.
    pictures : share of the samples that are rendered, 0 to 1; the others are simulated landmarks.
    readings : folder of :mod:`models.train.blazepose_outputs`; instead of rendering while the network learns.
    least_found : share of the limb joints that BlazePose must have found in a picture; see
        :class:`ReadingStream`.
    clothes, hdri : folders of MakeHuman's clothes and of .exr surroundings, for rendering.
    cache : folder for what takes long to build before the first picture.
    characters : how many different people are rendered.
    workers : processes that render; with 0 the pictures are drawn between the steps.
    noise : metres, expected error of a coarse vertex; decides how much the surface is smoothed.
    space_bodies : bodies from which the space of meshes is found.
    lr, warmup, weight_decay, clip : of AdamW; steps; ...; largest gradient norm.
    seed : of weights and samples.
    device : ``cpu``, ``cuda`` or such; on ``cuda`` products are computed in bfloat16, and people drawn there.
    threads : of PyTorch on the CPU.
    log_every, validate_every : steps.
    validate_samples : held-out people of each kind.
    photos : folder of photos of people, for a figure and a contact sheet against MediaPipe's landmarks.
    photos_every : steps.
    save_seconds : between checkpoints.
    loss : factors of the loss terms.
    """

    out: Path = Path("runs/anny-small")
    poses: Path | None = None
    template: Path = ASSETS / "anny.npz"
    network: str = "anny-small"
    start: Path | None = None
    slow: float = 1.0
    trunk: float = 0.0
    steps: int = 8000
    batch: int = 48
    queries: int = 80
    subsets: int = 32
    full_share: float = 0.13
    pictures: float = 0.0
    readings: Path | None = None
    least_found: float = 0.5
    clothes: Path | None = None
    hdri: Path | None = None
    cache: Path = Path("runs/cache")
    characters: int = 200
    workers: int = 1
    noise: float = 0.01
    space_bodies: int = 1500
    lr: float = 1.2e-3
    warmup: int = 200
    weight_decay: float = 0.01
    clip: float = 1.0
    seed: int = 0
    device: str = "cpu"
    threads: int = 1
    log_every: int = 50
    validate_every: int = 1000
    validate_samples: int = 384
    photos: Path | None = None
    photos_every: int = 5000
    save_seconds: float = 60
    loss: LossWeights = field(default_factory=LossWeights)

    def __post_init__(self):
        for name in (
            *("steps", "batch", "queries", "subsets", "space_bodies", "characters"),
            *("log_every", "validate_every", "photos_every", "threads"),
        ):
            if getattr(self, name) < 1:
                raise UserError(f"{name} is {getattr(self, name)}; it must be at least 1.")
        for name in ("full_share", "pictures", "least_found", "slow", "trunk"):
            if not 0 <= getattr(self, name) <= 1:
                raise UserError(f"{name} is {getattr(self, name)}; it must lie in [0, 1].")
        if self.workers < 0:
            raise UserError(f"workers is {self.workers}; it must not be negative.")
        config = find_config(self.network)
        if config.kind != "body" or config.smpl_head:
            raise UserError(f"{config.name} cannot be trained here, only networks for the open body can.")
        if (self.readings or self.clothes) and not self.pictures:
            raise UserError("--readings and --clothes are for pictures; give --pictures, the share of them.")
        if self.readings and self.clothes:
            raise UserError("--readings are pictures drawn before, --clothes draws them; give one of both.")
        landmarks = config.stem == "landmarks"
        if not landmarks and self.pictures < 1:
            raise UserError(f"{config.name} reads images, not landmarks; give --pictures 1.")
        if not landmarks and self.readings:
            raise UserError(f"{config.name} reads images, not landmarks; give --clothes, not --readings.")
        if self.trunk and not (landmarks and self.pictures and not self.readings):
            raise UserError(
                "--trunk trains the landmark network of anny-small while pictures are drawn; give --pictures "
                "and --clothes."
            )

    def learning_rate(self, step: int) -> float:
        """Return the rate of a step: a linear rise, then half a cosine down to zero."""
        if step < self.warmup:
            return self.lr * (step + 1) / self.warmup
        return self.lr / 2 * (1 + math.cos(math.pi * (step - self.warmup) / max(1, self.steps - self.warmup)))

    def is_full(self, step: int) -> bool:
        """Tell whether a step asks for all coarse vertices."""
        return step >= self.steps * (1 - self.full_share)

    def rendered_of(self, count: int) -> int:
        """Return how many of a batch are rendered."""
        return math.ceil(count * self.pictures)


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """People to learn from, on the device.

    Attributes
    ----------
    inputs : ``image``, or ``landmarks`` and perhaps ``features``, as :class:`FastMetro` takes them.
    truth : the targets of :class:`MeshLoss`.
    """

    inputs: dict[str, Tensor]
    truth: dict[str, Tensor]


class Trainer:
    """Network, optimiser, data and place in the run; all of it goes into the checkpoint.

    Parameters
    ----------
    settings : of the run.
    make_pictures : see :class:`TrainingData`; by default it follows the settings.
    """

    def __init__(self, settings: TrainSettings, make_pictures: MakePictures | None = None):
        self.settings = settings
        self.device = find_device(settings.device)
        torch.set_num_threads(settings.threads)
        threadpool_limits(settings.threads)  # NumPy's threads would wait for each other on a busy machine
        torch.manual_seed(settings.seed)
        self.template = load_template(settings.template)
        self.model = FastMetro(find_config(settings.network), self.template)
        self.info = describe(self.model, self.template, settings.template.name)
        begun = self._begin(settings.start) if settings.start else set()
        reader, self.learner = None, None
        if isinstance(self.model.stem, LandmarkStem) and settings.pictures and not settings.readings:
            reader = self.model.stem.blazepose or load_blazepose(LANDMARKER)
            if settings.trunk:
                self.model.stem.blazepose = reader
                self.learner = LandmarkLearner(reader, load_blazepose(LANDMARKER), settings.loss)
                self.learner.to(self.device)
        self.data = TrainingData(
            settings,
            self.template,
            simulates=isinstance(self.model.stem, LandmarkStem),
            crop=self.info.crop,
            input_size=self.info.input_size,
            make_pictures=make_pictures or partial(_make_pictures, settings),
            blazepose=reader.to(self.device) if reader is not None and self.learner is None else None,
        )
        self.subsets, self.everything = self._queries(self.data.simulator)
        with torch.no_grad():  # the smoother, in the place of the learned upsampling; it stays as it is
            self.model.upsample.weight.copy_(torch.from_numpy(self.everything.to_mid))
            self.model.upsample.bias.zero_()
        self.model.upsample.requires_grad_(False)
        self.model.to(self.device)
        self.loss = MeshLoss(self.template, settings.loss).to(self.device)
        self.optimiser = torch.optim.AdamW(
            self._groups(begun), lr=settings.lr, weight_decay=settings.weight_decay, betas=(0.9, 0.98)
        )
        self.step = 0
        self.samples = 0
        self.held_out_mm: dict[str, float] = {}

    def _queries(self, simulator: LandmarkSimulator) -> tuple[list[QuerySubset], QuerySubset]:
        """Return the subsets, and all coarse vertices, with their maps to the middle mesh."""
        s = self.settings
        rng = np.random.default_rng(s.seed)
        batches = [simulator.sample(n, rng) for n in split(s.space_bodies, 100)]
        self.size = float(np.median(np.concatenate([bone_length(b.landmarks) for b in batches])))
        space = fit_mesh_space(np.concatenate([b.mid for b in batches]))
        subsets = make_subsets(self.template, space, s.queries, s.subsets, s.noise, rng)
        everything = make_subsets(self.template, space, self.template.level_sizes[-1], 1, s.noise, rng)
        return subsets, everything[0]

    def _begin(self, path: Path) -> set[str]:
        """Take over the weights of a checkpoint and return their names."""
        start = load_checkpoint(path, self.template)[0]
        if isinstance(start.stem, LandmarkStem) and start.stem.blazepose is not None:
            if self.settings.readings:
                raise UserError(
                    f"The landmark network of {path.name} has learned, so it reads pictures otherwise than "
                    "was kept in --readings; give --clothes."
                )
            self.model.stem.blazepose = start.stem.blazepose
        weights = start.state_dict()
        own = self.model.state_dict()
        added = ("stem.reader.", "realign.")
        missing = [name for name in own if name not in weights and not name.startswith(added)]
        if missing or any(name not in own or own[name].shape != v.shape for name, v in weights.items()):
            raise UserError(f"{path.name} holds another network than {self.settings.network}.")
        self.model.load_state_dict(own | weights)
        return set(weights)

    def _groups(self, begun: set[str]) -> list[dict[str, Any]]:
        """Return the optimiser's groups: new weights, those that were learned before, and BlazePose's."""
        fresh, slow, trunk = [], [], []
        for name, parameter in self.model.named_parameters():
            if name.startswith(BLAZEPOSE):
                group, factor = trunk, self.settings.trunk
            else:
                group, factor = (slow, self.settings.slow) if name in begun else (fresh, 1.0)
            if factor == 0:
                parameter.requires_grad_(False)
            if parameter.requires_grad:
                group.append(parameter)
        groups = [
            {"params": fresh, "factor": 1.0},
            {"params": slow, "factor": self.settings.slow},
            {"params": trunk, "factor": self.settings.trunk},
        ]
        return [group for group in groups if group["params"]]

    def predict(self, inputs: dict[str, Tensor], queries: QuerySubset) -> dict[str, Tensor]:
        """Run the network, asking for some or all coarse vertices."""
        arrays = (queries.index, queries.mask, queries.to_mid)
        subset = VertexSubset(*(torch.from_numpy(a).to(self.device) for a in arrays))
        if self.learner is not None and "image" in inputs:
            inputs = self._told(self.learner.read(inputs["image"]))
        run = self.model if "image" in inputs else self.model.forward_landmarks
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type == "cuda"):
            found = run(**inputs, subset=subset)
        mid = subset.to_mid @ found.coarse
        return {"camera": found.camera, "joints": found.joints, "coarse": found.coarse, "mid": mid}

    def _told(self, reading: Reading) -> dict[str, Tensor]:
        """Return what the network is told of a reading."""
        told = {"landmarks": reading.landmarks}
        return told | {"features": reading.features} if self.model.config.picture_layers else told

    def batch(self, people: People) -> Batch:
        """Put people, with what the network is told of them, on the device."""
        if isinstance(people, Samples):
            inputs = {"landmarks": torch.from_numpy(people.reported)}
        elif isinstance(people, Readings):
            inputs = {"landmarks": torch.from_numpy(people.reported)}
            if self.model.config.picture_layers:
                inputs["features"] = torch.from_numpy(people.features)
        else:
            mean, std = (torch.tensor(v)[:, None, None] for v in (self.info.mean, self.info.std))
            image = torch.from_numpy(people.image).to(self.device).permute(0, 3, 1, 2).float() / 255
            inputs = {"image": (image - mean.to(image)) / std.to(image)}
        return Batch({name: v.to(self.device).float() for name, v in inputs.items()}, self._truth(people))

    def _truth(self, people: Truth) -> dict[str, Tensor]:
        """Return the targets, with everybody at the same size.

        No picture shows how large somebody is. A network that may guess lets people grow and shrink from
        frame to frame, and their feet slide.
        """
        size = (self.size / bone_length(people.landmarks))[:, None, None].astype(np.float32)
        arrays = {name: getattr(people, name) * size for name in ("mid", "joints", "landmarks")}
        arrays |= {name: getattr(people, name) for name in ("joints_2d", "landmarks_2d")}
        arrays["coarse"] = np.ascontiguousarray(arrays["mid"][:, self.everything.in_mid])
        return {name: torch.from_numpy(values).to(self.device) for name, values in arrays.items()}

    def train_step(self) -> dict[str, float]:
        """Draw a batch, learn from it and return the terms of the loss."""
        s = self.settings
        full = s.is_full(self.step)
        count = max(1, s.batch // 4) if full else s.batch
        batches = [self.batch(people) for people in self.data.draw(count)]
        queries = self.everything if full else self.subsets[self.data.rng.integers(len(self.subsets))]
        for group in self.optimiser.param_groups:
            group["lr"] = s.learning_rate(self.step) * group["factor"]
        self.model.train()
        index = torch.from_numpy(queries.index).to(self.device)
        self.optimiser.zero_grad(set_to_none=True)
        found: dict[str, float] = {}
        weight: dict[str, float] = {}
        for batch in batches:  # one after the other: only one of them has a picture
            share = len(batch.truth["mid"]) / count
            loss, terms = self._losses(batch, queries, index)
            if loss.requires_grad:  # simulated landmarks teach nothing to a reader alone
                (loss * share).backward()
            for name, value in ({"loss": float(loss.detach())} | terms).items():
                found[name] = found.get(name, 0.0) + share * value
                weight[name] = weight.get(name, 0.0) + share
        norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), s.clip)
        if not torch.isfinite(norm):
            raise UserError(f"The loss became {found['loss']:g} at step {self.step}; lower --lr.")
        self.optimiser.step()
        self.step += 1
        self.samples += count
        return {name: value / weight[name] for name, value in found.items()}

    def _losses(self, batch: Batch, queries: QuerySubset, index: Tensor) -> tuple[Tensor, dict[str, float]]:
        """Return the loss of a batch and its terms; BlazePose's own ones where it learns."""
        if self.learner is None or "image" not in batch.inputs:
            return self.loss(self.predict(batch.inputs, queries), batch.truth, index)
        truth = batch.truth
        reading, own, own_terms = self.learner(
            batch.inputs["image"], truth["landmarks"], truth["landmarks_2d"], self.size, self.data.rng
        )
        loss, terms = self.loss(self.predict(self._told(reading), queries), truth, index)
        return loss + own, terms | own_terms

    def validate(self) -> dict[str, float]:
        """Return (and keep) the errors on held-out people, always the same ones, in millimetres.

        Of simulated people ``mpjpe`` and so on, of rendered ones by the groups of
        :meth:`TrainingData.held_out`: ``clear_mpjpe``.
        """
        figures: dict[str, list[np.ndarray]] = {}
        for people, groups in self.data.held_out():
            for name, errors in self._errors(self.batch(people)).items():
                for group, chosen in groups.items():
                    key = f"{group}_{name}" if group else name
                    figures.setdefault(key, []).append(errors[chosen])
        joined = {name: np.concatenate(parts) for name, parts in figures.items()}
        self.held_out_mm = {name: round(float(v.mean()), 1) for name, v in joined.items() if len(v)}
        return self.held_out_mm

    def _errors(self, batch: Batch) -> dict[str, np.ndarray]:
        """Return the (N,) errors of a batch in millimetres."""
        self.model.eval()
        with torch.no_grad():
            mid = self.predict(batch.inputs, self.everything)["mid"]
            joints, centred = (a.cpu().numpy() for a in self.loss.joints_and_mesh(mid))
        true_joints, true_mid = (batch.truth[name].cpu().numpy() for name in ("joints", "mid"))
        return {
            "mpjpe": mpjpe(joints, true_joints),
            "pa_mpjpe": pa_mpjpe(joints, true_joints),
            "pve": pve(centred, true_mid),
        }

    def judge_photos(self) -> dict[str, float]:
        """Return how the network agrees with MediaPipe on photos, and write the contact sheet."""
        from models.evaluate.photos import evaluate, summary
        from models.inference.onnx_model import OnnxModel

        s = self.settings
        path = s.out / "photos.onnx"
        model = copy.deepcopy(self.model).cpu()
        if isinstance(model.stem, LandmarkStem):
            model.stem.blazepose = (model.stem.blazepose or load_blazepose(LANDMARKER)).round()
        export_onnx(model, self.info, path, precision="half_weights")
        judged = evaluate(
            OnnxModel(path, threads=1, template_file=s.template),
            self.photographed,
            s.out / f"photos_{self.step}.jpg",
            SHEET_SIZE,
        )
        return {f"photos_{name}": round(value, 3) for name, value in summary(judged).items()}

    @cached_property
    def photographed(self) -> list[Teacher]:
        """The people in the photos, as MediaPipe finds them.

        Raises
        ------
        UserError : there is nobody.
        """
        from models.evaluate.photos import find_people, frames

        assert self.settings.photos is not None
        people = list(find_people(frames(self.settings.photos, PHOTO_FRAMES), 1, LANDMARKER))
        if not people:
            raise UserError(f"MediaPipe finds nobody in {self.settings.photos}; give photos of people.")
        return people

    def facts(self) -> dict[str, Any]:
        """Return what a model's record says about its training."""
        corpus = self.settings.poses.name if self.settings.poses else "none (procedural postures)"
        rendered = self.data.rendered / max(self.samples, 1)
        return {
            "data": f"the open body, {rendered:.0%} rendered, {1 - rendered:.0%} simulated landmarks; "
            f"motion capture: {corpus}",
            "samples": self.samples,
            "steps": self.step,
            "settings": settings_record(self.settings),
            "held_out_mm": self.held_out_mm,
        } | ({"blazepose": "its later layers learned on"} if blazepose_learned(self.model) else {})

    def save(self, path: Path) -> None:
        """Write the checkpoint; a crash while writing leaves the last one whole."""
        path.parent.mkdir(parents=True, exist_ok=True)
        content = checkpoint_record(self.model, self.template, self.facts()) | {
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "samples": self.samples,
            "rendered": self.data.rendered,
            "position": self.data.position,
            "numpy_rng": json.dumps(self.data.rng.bit_generator.state),
            "torch_rng": torch.get_rng_state(),
        }
        if self.device.type == "cuda":
            content["cuda_rng"] = torch.cuda.get_rng_state(self.device)
        with replacing(path) as file:
            torch.save(content, file)

    def load(self, path: Path) -> None:
        """Go on from a checkpoint.

        Raises
        ------
        UserError : it is none, or belongs to another run.
        """
        content = read_checkpoint(path)
        if content["template_sha256"] != self.template.sha256:
            raise UserError(f"{path} was trained on another body template; choose another --out.")
        if "position" not in content:
            raise UserError(
                f"{path} is of an earlier version, or holds weights alone; choose another --out and begin "
                f"with --start {path}."
            )
        try:
            self.model.load_state_dict(content["model"])
            self.optimiser.load_state_dict(content["optimiser"])
        except (RuntimeError, ValueError) as error:
            raise UserError(
                f"{path} is of a run with another --network, --trunk or --slow; repeat its command, or "
                f"choose another --out and begin with --start {path}."
            ) from error
        self.held_out_mm = json.loads(content["training"])["held_out_mm"]
        self.step, self.samples = content["step"], content["samples"]
        self.data.go_on(content["rendered"], content["position"])
        self.data.rng.bit_generator.state = json.loads(content["numpy_rng"])
        torch.set_rng_state(content["torch_rng"])
        if self.device.type == "cuda" and "cuda_rng" in content:
            torch.cuda.set_rng_state(content["cuda_rng"], self.device)


def _make_pictures(settings: TrainSettings, rule: CropRule, held_out: bool) -> PictureMaker:
    """Return what renders people by the settings."""
    from models.synthetic.stream import make_pictures

    s = settings
    return make_pictures(s.clothes, s.poses, s.hdri, s.cache, s.characters, s.device, rule, held_out)


def settings_record(settings: TrainSettings) -> dict[str, Any]:
    """Return the settings as JSON can hold them."""
    return json.loads(json.dumps(asdict(settings), default=str))


def train(settings: TrainSettings) -> Trainer:
    """Train until the last step, going on from the checkpoint in ``settings.out`` if there is one."""
    trainer = Trainer(settings)
    checkpoint = settings.out / "checkpoint.pt"
    if checkpoint.exists():
        trainer.load(checkpoint)
        log.info("going on from step %d", trainer.step)
    if settings.photos:
        _ = trainer.photographed  # that there are none is told now, not after thousands of steps
    settings.out.mkdir(parents=True, exist_ok=True)
    (settings.out / "settings.json").write_text(json.dumps(settings_record(settings), indent=1))
    saved = time.monotonic()
    sums: dict[str, float] = {}
    since = trainer.step, trainer.samples, time.monotonic()
    with closing(trainer.data), (settings.out / "log.jsonl").open("a") as journal:
        while trainer.step < settings.steps:
            for name, value in trainer.train_step().items():
                sums[name] = sums.get(name, 0.0) + value
            last = trainer.step == settings.steps
            if trainer.step % settings.log_every == 0 or last:
                steps, seconds = trainer.step - since[0], time.monotonic() - since[2]
                record: dict[str, Any] = {name: round(value / steps, 5) for name, value in sums.items()}
                record |= {"step": trainer.step, "samples": trainer.samples}
                record["samples_per_s"] = round((trainer.samples - since[1]) / seconds, 1)
                if trainer.step % settings.validate_every == 0 or last:
                    record |= trainer.validate()
                if settings.photos and (trainer.step % settings.photos_every == 0 or last):
                    record |= trainer.judge_photos()
                journal.write(json.dumps(record) + "\n")
                journal.flush()
                log.info(" ".join(f"{name} {value}" for name, value in record.items()))
                sums, since = {}, (trainer.step, trainer.samples, time.monotonic())
            if time.monotonic() - saved > settings.save_seconds or last:
                trainer.save(checkpoint)
                saved = time.monotonic()
    return trainer


def add_fields(parser: argparse.ArgumentParser, kind: type, prefix: str = "") -> None:
    """Give a parser one option for every field of a settings dataclass; nested ones are ``--outer.inner``."""
    types = get_type_hints(kind)
    for f in fields(kind):
        if is_dataclass(types[f.name]):
            add_fields(parser, types[f.name], f"{prefix}{f.name}.")
            continue
        value_type = Path if types[f.name] in (Path, Path | None) else types[f.name]
        name = f"{prefix}{f.name}"
        shown = "" if f.default is None else f"default {f.default}"
        option = "--" + name.replace("_", "-")
        parser.add_argument(option, dest=name, type=value_type, default=argparse.SUPPRESS, help=shown)


def parse_settings(arguments: Sequence[str] | None = None) -> TrainSettings:
    """Read the settings from a command line."""
    parser = argparse.ArgumentParser(
        prog="python -m models.train",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_fields(parser, TrainSettings)
    given = vars(parser.parse_args(arguments))
    loss = {name.split(".")[1]: value for name, value in given.items() if "." in name}
    values = {name: value for name, value in given.items() if "." not in name}
    return TrainSettings(**values, loss=LossWeights(**loss))


def main(arguments: Sequence[str] | None = None) -> int:
    """Train from the command line."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    return exit_code(lambda: _train(arguments))


def _train(arguments: Sequence[str] | None) -> None:
    try:
        train(parse_settings(arguments))
    except KeyboardInterrupt:
        raise UserError("Stopped; the same command goes on from the last checkpoint.") from None
