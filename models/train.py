r"""``python -m models.train``: train a network on simulated landmarks, on rendered people, or on both.

A minute or two on one CPU core, with nothing but this repository (procedural postures, no motion capture):

    python -m models.train --out runs/try --steps 300 --batch 32

The loss falls from 9.8 (mean of the first 50 steps) to 3.4 (the last 50), and PA-MPJPE on other simulated
people comes to 95 mm.

A network that reads landmarks learns best from simulated ones and from what BlazePose read in rendered people
(``--pictures 0.5``). Those are drawn once by ``python -m models.readings`` and kept in a folder:

    python -m models.train --readings READINGS --pictures 0.5 --poses POSES.npz --out runs/anny-small

With ``--clothes`` people are rendered while the network learns, by ``--workers`` processes; one that reads
images needs ``--pictures 1``:

    python -m models.train --network FastMETRO-S-R50 --pictures 1 --clothes CLOTHES --poses POSES.npz \
        --hdri SURROUNDINGS --workers 14 --device cuda --out runs/image

A run is exactly resumable: the same command again goes on from the last checkpoint in ``--out`` and ends with
the same weights as a run that was never stopped.
"""

from __future__ import annotations

import argparse
import copy
import json
import logging
import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

import numpy as np
import torch
from threadpoolctl import threadpool_limits
from torch import Tensor

from models.blazepose import load_blazepose
from models.checkpoints import checkpoint_record, load_checkpoint
from models.config import find_config
from models.export import describe, export_onnx
from models.fastmetro import FastMetro, LandmarkStem, VertexSubset
from models.library import ASSETS
from models.losses import LossWeights, MeshLoss
from models.metadata import CropRule
from models.metrics import mpjpe, pa_mpjpe, pve
from models.poses import load_poses
from models.queries import QuerySubset, fit_mesh_space, make_subsets
from models.readings import HELD_OUT, TRAIN, Readings, ReadingStream, load_readings
from models.simulation import LandmarkSimulator, Samples, bone_length
from models.topology import load_template

if TYPE_CHECKING:  # rendering needs numba, which simulated landmarks do without
    from models.pictures import Pictures, PictureStream
    from models.synthetic import PictureMaker

log = logging.getLogger(__name__)

LANDMARKER = ASSETS / "pose_landmarker_full.task"
PHOTO_FRAMES, SHEET_SIZE = 10, 200  # frames of each clip; pixels of a view on the contact sheet
SEEDS_OF_A_RUN = 10**9  # pictures of runs with different seeds are different


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
    steps : of the whole run; the learning rate falls to zero at the last.
    batch : samples a step; a quarter of it while all queries are in use.
    queries : coarse vertices asked for in most steps.
    subsets : how many different choices of them.
    full_share : last share of the steps, with all coarse vertices.
    pictures : share of the samples that are rendered, 0 to 1; the others are simulated landmarks.
    readings : folder of :mod:`models.readings`; instead of rendering while the network learns.
    least_found : share of the limb joints that BlazePose must have found in such a picture; see
        :class:`ReadingStream`.
    clothes, hdri : folders of MakeHuman's clothes and of .exr surroundings, for rendering.
    cache : folder for what takes long to build before the first picture.
    characters : how many different people are rendered.
    workers : processes that render; with 0 the pictures are drawn between the steps.
    noise : metres, expected error of a coarse vertex; decides how much the surface is smoothed.
    space_bodies : bodies from which the space of meshes is found.
    lr, warmup, weight_decay, clip : of AdamW; steps; ...; largest gradient norm.
    seed : of weights and samples.
    device : ``cpu``, ``cuda`` or such; on ``cuda`` products are computed in bfloat16.
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
            *("log_every", "validate_every", "photos_every"),
        ):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is {getattr(self, name)}; it must be at least 1.")
        for name in ("full_share", "pictures", "least_found", "slow"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is {getattr(self, name)}; it must lie in [0, 1].")
        if self.workers < 0:
            raise ValueError(f"workers is {self.workers}; it must not be negative.")

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


MakePictures = Callable[[CropRule, bool], "PictureMaker"]


class Trainer:
    """Network, optimiser, samples and place in the run; all of it goes into the checkpoint.

    Parameters
    ----------
    settings : of the run.
    make_pictures : makes what renders people, given the crop's rule and whether they are held out; it must be
        picklable where ``settings.workers`` is not 0. By default it follows the settings.
    """

    def __init__(self, settings: TrainSettings, make_pictures: MakePictures | None = None):
        config = find_config(settings.network)
        if config.kind != "body" or config.smpl_head:
            raise ValueError(f"{config.name} cannot be trained here, only networks for the open body can.")
        self.settings = settings
        self.device = torch.device(settings.device)
        torch.set_num_threads(settings.threads)
        threadpool_limits(settings.threads)  # NumPy's threads would wait for each other on a busy machine
        torch.manual_seed(settings.seed)
        self.template = load_template(settings.template)
        corpus = load_poses(settings.poses) if settings.poses else None
        self.simulator = LandmarkSimulator(self.template, corpus)
        self.held_out = LandmarkSimulator(self.template, corpus, held_out=True)
        self.subsets, self.everything = self._queries()
        self.model = FastMetro(config, self.template)
        self.reads_landmarks = isinstance(self.model.stem, LandmarkStem)
        if not self.reads_landmarks and settings.pictures < 1:
            raise ValueError(f"{config.name} reads images, not landmarks; give --pictures 1.")
        if not self.reads_landmarks and settings.readings:
            raise ValueError(f"{config.name} reads images, not landmarks; give --clothes, not --readings.")
        self.info = describe(self.model, self.template, settings.template.name)
        self.blazepose = None
        if self.reads_landmarks and not settings.readings:
            self.blazepose = load_blazepose(LANDMARKER).to(self.device)
        self.make_pictures = make_pictures or partial(_make_pictures, settings)
        begun = self._begin(settings.start) if settings.start else set()
        with torch.no_grad():  # the smoother, in the place of the learned upsampling; it stays as it is
            self.model.upsample.weight.copy_(torch.from_numpy(self.everything.to_mid))
            self.model.upsample.bias.zero_()
        self.model.upsample.requires_grad_(False)
        self.model.to(self.device)
        self.loss = MeshLoss(self.template, settings.loss).to(self.device)
        self.optimiser = torch.optim.AdamW(
            self._groups(begun), lr=settings.lr, weight_decay=settings.weight_decay, betas=(0.9, 0.98)
        )
        self.rng = np.random.default_rng(settings.seed)
        self.step = 0
        self.samples = 0
        self.rendered_samples = 0
        self.held_out_mm: dict[str, float] = {}
        self._stream: PictureStream | None = None
        self._reading_stream: ReadingStream | None = None

    def _queries(self) -> tuple[list[QuerySubset], QuerySubset]:
        """Return the subsets, and all coarse vertices, with their maps to the middle mesh."""
        s = self.settings
        rng = np.random.default_rng(s.seed)
        batches = [self.simulator.sample(n, rng) for n in _split(s.space_bodies, 100)]
        self.size = float(np.median(np.concatenate([bone_length(b.landmarks) for b in batches])))
        space = fit_mesh_space(np.concatenate([b.mid for b in batches]))
        subsets = make_subsets(self.template, space, s.queries, s.subsets, s.noise, rng)
        everything = make_subsets(self.template, space, self.template.level_sizes[-1], 1, s.noise, rng)
        return subsets, everything[0]

    def _begin(self, path: Path) -> set[str]:
        """Take over the weights of a checkpoint and return their names."""
        weights = load_checkpoint(path, self.template)[0].state_dict()
        own = self.model.state_dict()
        added = ("stem.reader.", "realign.")
        missing = [name for name in own if name not in weights and not name.startswith(added)]
        if missing or any(name not in own or own[name].shape != v.shape for name, v in weights.items()):
            raise ValueError(f"{path.name} holds another network than {self.settings.network}.")
        self.model.load_state_dict(own | weights)
        return set(weights)

    def _groups(self, begun: set[str]) -> list[dict[str, Any]]:
        """Return the optimiser's groups: new weights, and those that were learned before."""
        fresh, slow = [], []
        for name, parameter in self.model.named_parameters():
            if name in begun and self.settings.slow == 0:
                parameter.requires_grad_(False)
            if parameter.requires_grad:
                (slow if name in begun else fresh).append(parameter)
        groups = [{"params": fresh, "factor": 1.0}, {"params": slow, "factor": self.settings.slow}]
        return [group for group in groups if group["params"]]

    def predict(self, inputs: dict[str, Tensor], queries: QuerySubset) -> dict[str, Tensor]:
        """Run the network, asking for some or all coarse vertices."""
        arrays = (queries.index, queries.mask, queries.to_mid)
        subset = VertexSubset(*(torch.from_numpy(a).to(self.device) for a in arrays))
        run = self.model.forward_landmarks if self.reads_landmarks else self.model
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type == "cuda"):
            found = run(**inputs, subset=subset)
        mid = subset.to_mid @ found.coarse
        return {"camera": found.camera, "joints": found.joints, "coarse": found.coarse, "mid": mid}

    def simulated(self, samples: Samples) -> Batch:
        """Make a batch of simulated landmarks."""
        return Batch({"landmarks": torch.from_numpy(samples.reported).to(self.device)}, self._truth(samples))

    def rendered(self, pictures: Pictures) -> Batch:
        """Make a batch of pictures; for networks that read landmarks BlazePose looks at them."""
        image = torch.from_numpy(pictures.image).to(self.device).permute(0, 3, 1, 2).float() / 255
        mean, std = (
            torch.tensor(v, device=self.device)[:, None, None] for v in (self.info.mean, self.info.std)
        )
        inputs = {"image": (image - mean) / std}
        if self.blazepose is not None:
            with torch.no_grad():
                reading = self.blazepose.read(inputs["image"])
            inputs = {"landmarks": reading.landmarks, "features": reading.features}
        return Batch(inputs, self._truth(pictures))

    def read(self, readings: Readings) -> Batch:
        """Make a batch of what BlazePose read in pictures."""
        inputs = {"landmarks": torch.from_numpy(readings.reported).to(self.device)}
        if self.model.config.picture_layers:
            inputs["features"] = torch.from_numpy(readings.features).to(self.device).float()
        return Batch(inputs, self._truth(readings))

    def _truth(self, samples: Samples | Pictures | Readings) -> dict[str, Tensor]:
        """Return the targets, with everybody at the same size.

        No picture shows how large somebody is. A network that may guess lets people grow and shrink from
        frame to frame, and their feet slide.
        """
        size = (self.size / bone_length(samples.landmarks))[:, None, None].astype(np.float32)
        arrays = {name: getattr(samples, name) * size for name in ("mid", "joints", "landmarks")}
        arrays |= {name: getattr(samples, name) for name in ("joints_2d", "landmarks_2d")}
        arrays["coarse"] = np.ascontiguousarray(arrays["mid"][:, self.everything.in_mid])
        return {name: torch.from_numpy(values).to(self.device) for name, values in arrays.items()}

    def _draw(self, count: int) -> list[Batch]:
        """Draw the next samples of the run."""
        rendered = self.settings.rendered_of(count)
        batches = []
        if count > rendered:
            batches.append(self.simulated(self.simulator.sample(count - rendered, self.rng)))
        if rendered:
            if self.settings.readings:
                batches.append(self.read(self._readings().take(rendered)))
            else:
                batches.append(self.rendered(self._pictures().take(rendered)))
            self.rendered_samples += rendered
        return batches

    def _readings(self) -> ReadingStream:
        if self._reading_stream is None:
            s = self.settings
            assert s.readings is not None
            self._reading_stream = ReadingStream(
                s.readings / TRAIN, s.seed, s.least_found, self.rendered_samples
            )
        return self._reading_stream

    def _pictures(self) -> PictureStream:
        if self._stream is None:
            from models.pictures import PictureStream

            first = self.settings.seed * SEEDS_OF_A_RUN + self.rendered_samples
            make = partial(self.make_pictures, self.info.crop, False)
            self._stream = PictureStream(make, self.info.input_size, first, self.settings.workers)
        return self._stream

    def train_step(self) -> dict[str, float]:
        """Draw a batch, learn from it and return the terms of the loss."""
        s = self.settings
        full = s.is_full(self.step)
        count = max(1, s.batch // 4) if full else s.batch
        batches = self._draw(count)
        queries = self.everything if full else self.subsets[self.rng.integers(len(self.subsets))]
        for group in self.optimiser.param_groups:
            group["lr"] = s.learning_rate(self.step) * group["factor"]
        self.model.train()
        index = torch.from_numpy(queries.index).to(self.device)
        self.optimiser.zero_grad(set_to_none=True)
        found: dict[str, float] = {}
        for batch in batches:  # one after the other: only one of them has a picture
            share = len(batch.truth["mid"]) / count
            loss, terms = self.loss(self.predict(batch.inputs, queries), batch.truth, index)
            if loss.requires_grad:  # simulated landmarks teach nothing to a reader alone
                (loss * share).backward()
            for name, value in ({"loss": float(loss.detach())} | terms).items():
                found[name] = found.get(name, 0.0) + share * value
        norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), s.clip)
        if not torch.isfinite(norm):
            raise FloatingPointError(f"The loss became {found['loss']:g} at step {self.step}; lower --lr.")
        self.optimiser.step()
        self.step += 1
        self.samples += count
        return found

    def validate(self) -> dict[str, float]:
        """Return (and keep) the errors on held-out people, always the same ones, in millimetres.

        Of simulated people ``mpjpe`` and so on; of rendered ones ``clear_mpjpe`` where all of the person
        shows, else ``hidden_mpjpe``. Readings are told apart likewise, and by whether BlazePose found
        ``least_found`` of the joints: ``found_mpjpe``.
        """
        figures: dict[str, list[np.ndarray]] = {}
        rng = np.random.default_rng(1234)
        for count in _split(self.settings.validate_samples, 64) if self.reads_landmarks else ():
            samples = self.held_out.sample(count, rng)
            for name, errors in self._errors(self.simulated(samples)).items():
                figures.setdefault(name, []).append(errors)
        for batch, groups in self._held_out_rendered() if self.settings.pictures else ():
            for name, errors in self._errors(batch).items():
                for group, chosen in groups.items():
                    figures.setdefault(f"{group}_{name}", []).append(errors[chosen])
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

    def _held_out_rendered(self) -> Iterator[tuple[Batch, dict[str, np.ndarray]]]:
        """Yield held-out rendered people, and who of them belongs to which group."""
        s = self.settings
        if not s.readings:
            for pictures in self._held_out_pictures:
                yield self.rendered(pictures), {"clear": pictures.clear, "hidden": ~pictures.clear}
            return
        for path in sorted((s.readings / HELD_OUT).glob("*.npz")):
            readings = load_readings(path)
            for first in range(0, len(readings), 64):
                some = readings[first : first + 64]
                found = some.found() >= s.least_found
                yield self.read(some), {"clear": some.clear, "hidden": ~some.clear, "found": found}

    @cached_property
    def _held_out_pictures(self) -> list[Pictures]:
        from models.pictures import PictureStream

        make = partial(self.make_pictures, self.info.crop, True)
        stream = PictureStream(make, self.info.input_size, 0, self.settings.workers)
        try:
            return [stream.take(count) for count in _split(self.settings.validate_samples, 32)]
        finally:
            stream.close()

    def judge_photos(self) -> dict[str, float]:
        """Return how the network agrees with MediaPipe on photos, and write the contact sheet."""
        from models.photos import OnnxModel, evaluate, summary

        s = self.settings
        path = s.out / "photos.onnx"
        model = copy.deepcopy(self.model).cpu()
        if isinstance(model.stem, LandmarkStem):
            model.stem.blazepose = load_blazepose(LANDMARKER)
        export_onnx(model, self.info, path, precision="half_weights")
        judged = evaluate(
            OnnxModel(path, s.template), self._people, s.out / f"photos_{self.step}.jpg", SHEET_SIZE
        )
        return {f"photos_{name}": round(value, 3) for name, value in summary(judged).items()}

    @cached_property
    def _people(self) -> list[Any]:
        from models.photos import find_people, frames

        assert self.settings.photos is not None
        people = list(find_people(frames(self.settings.photos, PHOTO_FRAMES), 1, LANDMARKER))
        if not people:
            raise ValueError(f"MediaPipe finds nobody in {self.settings.photos}; give photos of people.")
        return people

    def facts(self) -> dict[str, Any]:
        """Return what a model's record says about its training."""
        corpus = self.settings.poses.name if self.settings.poses else "none (procedural postures)"
        rendered = self.rendered_samples / max(self.samples, 1)
        return {
            "data": f"the open body, {rendered:.0%} rendered, {1 - rendered:.0%} simulated landmarks; "
            f"motion capture: {corpus}",
            "samples": self.samples,
            "steps": self.step,
            "settings": settings_record(self.settings),
            "held_out_mm": self.held_out_mm,
        }

    def save(self, path: Path) -> None:
        """Write the checkpoint; a crash while writing leaves the last one whole."""
        path.parent.mkdir(parents=True, exist_ok=True)
        content = checkpoint_record(self.model, self.template, self.facts()) | {
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "samples": self.samples,
            "rendered_samples": self.rendered_samples,
            "numpy_rng": json.dumps(self.rng.bit_generator.state),
            "torch_rng": torch.get_rng_state(),
        }
        new = path.with_suffix(".new")
        torch.save(content, new)
        new.replace(path)

    def load(self, path: Path) -> None:
        """Go on from a checkpoint."""
        content = torch.load(path, map_location="cpu", weights_only=True)
        if content["template_sha256"] != self.template.sha256:
            raise ValueError(f"{path} was trained on another body template; choose another --out.")
        self.model.load_state_dict(content["model"])
        self.optimiser.load_state_dict(content["optimiser"])
        self.step, self.samples = content["step"], content["samples"]
        self.rendered_samples = content["rendered_samples"]
        self.rng.bit_generator.state = json.loads(content["numpy_rng"])
        torch.set_rng_state(content["torch_rng"])
        self._reading_stream = None
        self.close()

    def close(self) -> None:
        """End the processes that render."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None


def _make_pictures(settings: TrainSettings, rule: CropRule, held_out: bool) -> PictureMaker:
    """Return what renders people by the settings."""
    from models.pictures import make_pictures

    s = settings
    return make_pictures(s.clothes, s.poses, s.hdri, s.cache, s.characters, rule, held_out)


def _split(total: int, most: int) -> list[int]:
    """Return batch sizes of at most ``most`` that sum to ``total``."""
    return [min(most, total - done) for done in range(0, total, most)]


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
    settings.out.mkdir(parents=True, exist_ok=True)
    (settings.out / "settings.json").write_text(json.dumps(settings_record(settings), indent=1))
    saved = time.monotonic()
    sums: dict[str, float] = {}
    since = trainer.step, trainer.samples, time.monotonic()
    with closing(trainer), (settings.out / "log.jsonl").open("a") as journal:
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
    try:
        train(parse_settings(arguments))
    except (OSError, ValueError, FloatingPointError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; the same command goes on from the last checkpoint.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
