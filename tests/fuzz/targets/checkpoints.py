"""Checkpoints and other PyTorch files: damaged ones, and ones whose record asks for much."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import torch

from models.body.template import load_template
from models.export.published import read_state_dict
from models.network.checkpoints import FORMAT, load_checkpoint, read_checkpoint
from models.network.config import FastMetroConfig
from tests.fakes.tensor_bombs import BOMBS, tensor_bomb
from tests.fakes.tiny_model import make_template
from tests.fuzz.mutation import mutate_bytes, mutate_json, to_json
from tests.fuzz.target import Target

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from models.body.template import BodyTemplate


class Checkpoints(Target):
    """Reads checkpoints of this program and of the networks' authors."""

    _template: BodyTemplate | None = None

    def make_seeds(self) -> None:
        template = make_template(self.seeds / "doll.npz")
        config = FastMetroConfig("tiny", "body", "resnet50", dims=(32,), heads=2, num_joints=14)
        record = {
            "format": FORMAT,
            "config": json.dumps(asdict(config)),
            "template_sha256": template.sha256,
            "training": json.dumps({"seed": 1}),
            "model": {"camera_token": torch.zeros(1, 32), "head.weight": torch.ones(3, 4)},
        }
        torch.save(record, self.seeds / "tiny.pt")
        torch.save(record, self.seeds / "old.pt", _use_new_zipfile_serialization=False)
        torch.save({"a.weight": torch.ones(4, 4).half(), "b": torch.arange(5)}, self.seeds / "published.bin")

    def make_case(self, rng: random.Random, folder: Path) -> Path:
        path = folder / rng.choice(("x.pt", "x.bin"))
        kind = rng.randrange(10)
        if kind < 5:
            seed = self.seeds / rng.choice(("tiny.pt", "old.pt", "published.bin"))
            path.write_bytes(mutate_bytes(rng, seed.read_bytes()))
            return path
        if kind < 7:
            path.write_bytes(tensor_bomb(rng.choice(sorted(BOMBS)), rng.random() < 0.5))
            return path
        torch.save(_changed(rng, torch.load(self.seeds / "tiny.pt")), path)
        return path

    def attempt(self, case: Path) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        if self._template is None:
            self._template = load_template(self.seeds / "doll.npz")
        if case.suffix == ".bin":
            read_state_dict(case)
            return
        read_checkpoint(case)
        load_checkpoint(case, self._template)


def _changed(rng: random.Random, record: dict[str, Any]) -> Any:
    """Change an entry of a checkpoint."""
    hostile = rng.choice((None, 1, "x", [], {}, torch.zeros(3), {"a": 1}, b"x", (1,), {1: 2}))
    key = rng.choice(sorted(record))
    kind = rng.randrange(7)
    if kind == 0:
        del record[key]
    elif kind == 1:
        record[key] = hostile
    elif kind == 2:
        return hostile
    elif kind == 3:
        record["config"] = json.dumps(
            json.loads(record["config"])
            | {"dims": [2048] * rng.choice((1, 8)), "feedforward": 16, "encoder_layers": rng.choice((1, 16))}
        )
    elif kind == 4 and record["model"]:
        huge = torch.zeros(1).expand(1 << 20, 1 << 20)
        odd = rng.choice((1, None, "x", torch.zeros(0), torch.zeros(2, dtype=torch.int8).to_sparse(), huge))
        record["model"][rng.choice(("camera_token", "new", 5, None))] = odd
    else:
        part = rng.choice(("config", "config", "training"))
        record[part] = to_json(mutate_json(rng, json.loads(record[part])))
    return record
