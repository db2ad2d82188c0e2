r"""``python -m models.train.lifter_training``: train the lifter on simulated people.

    python -m models.train.thunder_residuals --clothes CLOTHES --poses POSES.npz --hdri HDRI --cache CACHE \
        --out residuals.npz
    python -m models.train.lifter_training --residuals residuals.npz --poses POSES.npz \
        --start assets/anny-small.pt --out anny-small.pt

People's skeletons are posed by motion capture and seen by random cameras; their joints are spoilt by errors
that Thunder made in rendered people.
"""

from __future__ import annotations

import argparse
import logging
import math
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from threadpoolctl import threadpool_limits

from models.body.template import load_template
from models.errors import exit_code
from models.inference.paths import ASSETS
from models.network.checkpoints import blazepose_learned, load_checkpoint, save_weights
from models.network.fastmetro import build_network
from models.network.lifter import Lifter, certainty_of
from models.synthetic.poses import load_poses
from models.synthetic.thunder_noise import Residuals, ThunderNoise
from models.train.lifter_data import LifterData, Seen, make_skeletons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from models.body.template import BodyTemplate
    from models.network.fastmetro import FastMetro

log = logging.getLogger(__name__)


def lifting_loss(lifter: Lifter, seen: Seen) -> Tensor:
    """Return the mean distance of lifted joints, those that show counting double."""
    certainty = certainty_of(seen.score)
    lifted = lifter.lift(seen.joints, certainty, seen.up)
    weight = 1 + certainty
    return ((lifted - seen.lifted).norm(dim=-1) * weight).sum() / weight.sum()


def train_lifter(
    lifter: Lifter, data: LifterData, *, steps: int, batch: int, lr: float, log_every: int = 200
) -> float:
    """Train by AdamW, the rate falling to zero by half a cosine; returns the mean loss of the last lines."""
    optimiser = torch.optim.AdamW(lifter.parameters(), lr=lr)
    total, started, mean = 0.0, time.monotonic(), math.nan
    for step in range(steps):
        optimiser.param_groups[0]["lr"] = lr / 2 * (1 + math.cos(math.pi * step / steps))
        loss = lifting_loss(lifter, data.draw(batch))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(lifter.parameters(), 1.0)
        optimiser.step()
        total += float(loss.detach())
        if (step + 1) % log_every == 0 or step + 1 == steps:
            mean = total / (step % log_every + 1)
            log.info("step %d loss %.4f, %.0f s", step + 1, mean, time.monotonic() - started)
            total = 0.0
    return mean


def with_lifter(start: FastMetro, lifter: Lifter, template: BodyTemplate) -> FastMetro:
    """Return a landmark network with this lifter, whether it had one or not."""
    model = build_network(replace(start.config, lifter_width=lifter.enter.out_features), template)
    weights = {f"stem.lifter.{name}": value for name, value in lifter.state_dict().items()}
    others = {name: v for name, v in start.state_dict().items() if not name.startswith("stem.lifter.")}
    model.load_state_dict(model.state_dict() | others | weights)
    if model.blazepose is not None:
        model.blazepose.learned = blazepose_learned(start)
    return model.eval()


def main(arguments: Sequence[str] | None = None) -> int:
    """Train the lifter of a checkpoint from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m models.train.lifter_training",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--residuals", type=Path, required=True, help="of models.train.thunder_residuals")
    parser.add_argument("--poses", type=Path, help="pose corpus (.npz); without it postures are procedural")
    parser.add_argument(
        "--start", type=Path, required=True, help="checkpoint of the network that the lifter belongs to"
    )
    parser.add_argument("--out", type=Path, required=True, help="checkpoint to write, weights alone")
    parser.add_argument("--template", type=Path, default=ASSETS / "anny.npz", help="the body")
    parser.add_argument("--skeletons", type=int, default=500_000, help="people")
    parser.add_argument("--width", type=int, default=256, help="of the lifter")
    parser.add_argument("--steps", type=int, default=12_000)
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--lr", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    threadpool_limits(1)
    return exit_code(lambda: _train(options))


def _train(options: argparse.Namespace) -> None:
    template = load_template(options.template)
    start, training = load_checkpoint(options.start, template)
    residuals = Residuals.read(options.residuals)
    corpus = load_poses(options.poses) if options.poses else None
    torch.manual_seed(options.seed)
    lifter = Lifter(options.width)
    skeletons = make_skeletons(template, corpus, options.skeletons, np.random.default_rng(options.seed))
    data = LifterData(skeletons, ThunderNoise(residuals), options.seed)
    loss = train_lifter(lifter, data, steps=options.steps, batch=options.batch, lr=options.lr)
    model = with_lifter(start, lifter, template)
    facts = {
        "data": f"{options.skeletons:,} skeletons, motion capture: {options.poses and options.poses.name}; "
        f"Thunder's errors: {len(residuals.score):,} readings of rendered people",
        "samples": options.steps * options.batch,
        "loss": round(loss, 4),
    }
    save_weights(options.out, model, template, training | {"lifter": facts})


if __name__ == "__main__":
    sys.exit(main())
