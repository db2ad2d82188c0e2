"""``python -m models.train``: train the bundled network on simulated landmarks, without a single picture.

A minute or two on one CPU core, with nothing but this repository (procedural postures, no motion capture):

    python -m models.train --out runs/try --steps 300 --batch 32

The loss falls from 12.5 (mean of the first 50 steps) to 3.4 (the last 50), and PA-MPJPE on other simulated
people comes to 76 mm.

A run is exactly resumable: the same command again goes on from the last checkpoint in ``--out`` and ends with
the same weights as a run that was never stopped.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, get_type_hints

import numpy as np
import torch
from torch import Tensor

from models.checkpoints import checkpoint_record
from models.config import find_config
from models.fastmetro import FastMetro, VertexSubset
from models.library import ASSETS
from models.losses import LossWeights, MeshLoss
from models.metrics import mpjpe, pa_mpjpe, pve
from models.poses import load_poses
from models.queries import QuerySubset, fit_mesh_space, make_subsets
from models.simulation import LandmarkSimulator, Samples
from models.topology import load_template

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TrainSettings:
    """Everything that decides a run.

    Attributes
    ----------
    out : folder of checkpoint, log and settings.
    poses : motion capture (.npz); without it postures are procedural.
    template : the body.
    network : name of the configuration.
    steps : of the whole run; the learning rate falls to zero at the last.
    batch : samples a step; a quarter of it while all queries are in use.
    queries : coarse vertices asked for in most steps.
    subsets : how many different choices of them.
    full_share : last share of the steps, with all coarse vertices.
    noise : metres, expected error of a coarse vertex; decides how much the surface is smoothed.
    space_bodies : bodies from which the space of meshes is found.
    lr, warmup, weight_decay, clip : of AdamW; steps; ...; largest gradient norm.
    seed : of weights and samples.
    device : ``cpu``, ``cuda`` or such.
    threads : of PyTorch on the CPU.
    log_every, validate_every : steps.
    validate_samples : held-out people.
    save_seconds : between checkpoints.
    loss : factors of the loss terms.
    """

    out: Path = Path("runs/anny-small")
    poses: Path | None = None
    template: Path = ASSETS / "anny.npz"
    network: str = "anny-small"
    steps: int = 8000
    batch: int = 48
    queries: int = 80
    subsets: int = 32
    full_share: float = 0.13
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
    save_seconds: float = 60
    loss: LossWeights = field(default_factory=LossWeights)

    def __post_init__(self):
        for name in ("steps", "batch", "queries", "subsets", "space_bodies", "log_every", "validate_every"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is {getattr(self, name)}; it must be at least 1.")
        if not 0 <= self.full_share <= 1:
            raise ValueError(f"full_share is {self.full_share}; it must lie in [0, 1].")

    def learning_rate(self, step: int) -> float:
        """Return the rate of a step: a linear rise, then half a cosine down to zero."""
        if step < self.warmup:
            return self.lr * (step + 1) / self.warmup
        return self.lr / 2 * (1 + math.cos(math.pi * (step - self.warmup) / max(1, self.steps - self.warmup)))

    def is_full(self, step: int) -> bool:
        """Tell whether a step asks for all coarse vertices."""
        return step >= self.steps * (1 - self.full_share)


class Trainer:
    """Network, optimiser, samples and place in the run; all of it goes into the checkpoint."""

    def __init__(self, settings: TrainSettings):
        config = find_config(settings.network)
        self.settings = settings
        self.device = torch.device(settings.device)
        torch.set_num_threads(settings.threads)
        torch.manual_seed(settings.seed)
        self.template = load_template(settings.template)
        corpus = load_poses(settings.poses) if settings.poses else None
        self.simulator = LandmarkSimulator(self.template, corpus)
        self.held_out = LandmarkSimulator(self.template, corpus, held_out=True)
        self.subsets, self.everything = self._queries()
        self.model = FastMetro(config, self.template)
        with torch.no_grad():  # the smoother, in the place of the learned upsampling; it stays as it is
            self.model.upsample.weight.copy_(torch.from_numpy(self.everything.to_mid))
            self.model.upsample.bias.zero_()
        self.model.upsample.requires_grad_(False)
        self.model.to(self.device)
        self.loss = MeshLoss(self.template, settings.loss).to(self.device)
        self.optimiser = torch.optim.AdamW(
            [p for p in self.model.parameters() if p.requires_grad],
            lr=settings.lr,
            weight_decay=settings.weight_decay,
            betas=(0.9, 0.98),
        )
        self.rng = np.random.default_rng(settings.seed)
        self.step = 0
        self.samples = 0
        self.held_out_mm: dict[str, float] = {}

    def _queries(self) -> tuple[list[QuerySubset], QuerySubset]:
        """Return the subsets, and all coarse vertices, with their maps to the middle mesh."""
        s = self.settings
        rng = np.random.default_rng(s.seed)
        batches = [self.simulator.sample(n, rng).mid for n in _split(s.space_bodies, 100)]
        space = fit_mesh_space(np.concatenate(batches))
        subsets = make_subsets(self.template, space, s.queries, s.subsets, s.noise, rng)
        everything = make_subsets(self.template, space, self.template.level_sizes[-1], 1, s.noise, rng)
        return subsets, everything[0]

    def predict(self, samples: Samples, queries: QuerySubset) -> dict[str, Tensor]:
        """Run the network on the landmarks, asking for some or all coarse vertices."""

        def tensor(values: np.ndarray) -> Tensor:
            return torch.from_numpy(values).to(self.device)

        subset = VertexSubset(tensor(queries.index), tensor(queries.mask))
        found = self.model.forward_landmarks(tensor(samples.reported), subset=subset)
        mid = tensor(queries.to_mid) @ found.coarse
        return {"camera": found.camera, "joints": found.joints, "coarse": found.coarse, "mid": mid}

    def truth(self, samples: Samples) -> dict[str, Tensor]:
        """Return the targets of :class:`MeshLoss` for samples, on the device."""
        arrays = {
            "coarse": np.ascontiguousarray(samples.mid[:, self.everything.in_mid]),
            "mid": samples.mid,
            "joints": samples.joints,
            "landmarks": samples.landmarks,
            "joints_2d": samples.joints_2d,
            "landmarks_2d": samples.landmarks_2d,
        }
        return {name: torch.from_numpy(values).to(self.device) for name, values in arrays.items()}

    def train_step(self) -> dict[str, float]:
        """Draw a batch, learn from it and return the terms of the loss."""
        s = self.settings
        full = s.is_full(self.step)
        count = max(1, s.batch // 4) if full else s.batch
        samples = self.simulator.sample(count, self.rng)
        queries = self.everything if full else self.subsets[self.rng.integers(len(self.subsets))]
        for group in self.optimiser.param_groups:
            group["lr"] = s.learning_rate(self.step)
        self.model.train()
        predicted = self.predict(samples, queries)
        index = torch.from_numpy(queries.index).to(self.device)
        loss, terms = self.loss(predicted, self.truth(samples), index)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), s.clip)
        if not torch.isfinite(norm):
            raise FloatingPointError(f"The loss became {float(loss):g} at step {self.step}; lower --lr.")
        self.optimiser.step()
        self.step += 1
        self.samples += count
        return {"loss": float(loss.detach())} | terms

    def validate(self) -> dict[str, float]:
        """Return (and keep) the errors on held-out people, always the same ones, in millimetres."""
        rng = np.random.default_rng(1234)
        self.model.eval()
        figures: dict[str, list[np.ndarray]] = {}
        with torch.no_grad():
            for count in _split(self.settings.validate_samples, 64):
                samples = self.held_out.sample(count, rng)
                mid = self.predict(samples, self.everything)["mid"]
                joints, centred = (a.cpu().numpy() for a in self.loss.joints_and_mesh(mid))
                found = {
                    "mpjpe": mpjpe(joints, samples.joints),
                    "pa_mpjpe": pa_mpjpe(joints, samples.joints),
                    "pve": pve(centred, samples.mid),
                }
                for name, values in found.items():
                    figures.setdefault(name, []).append(values)
        self.held_out_mm = {name: round(float(np.concatenate(v).mean()), 1) for name, v in figures.items()}
        return self.held_out_mm

    def facts(self) -> dict[str, Any]:
        """Return what a model's record says about its training."""
        corpus = self.settings.poses.name if self.settings.poses else "none (procedural postures)"
        return {
            "data": f"simulated landmarks of the open body; motion capture: {corpus}",
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
        self.rng.bit_generator.state = json.loads(content["numpy_rng"])
        torch.set_rng_state(content["torch_rng"])


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
    with (settings.out / "log.jsonl").open("a") as journal:
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
    except (FileNotFoundError, ValueError, FloatingPointError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; the same command goes on from the last checkpoint.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
