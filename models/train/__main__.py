r"""``python -m models.train``: train a network on simulated landmarks, on rendered people, or on both.

A minute or two on one CPU core, with nothing but this repository (procedural postures, no motion capture):

    python -m models.train --out runs/try --steps 300 --batch 32

The loss falls from 9.8 (mean of the first 50 steps) to 3.4 (the last 50), and PA-MPJPE on other simulated
people comes to 95 mm.

A network that reads landmarks learns best from simulated ones and from what BlazePose predicts for rendered
people (``--rendered-fraction 0.5``). Those predictions are made once by
``python -m models.train.blazepose_predictions`` and kept:

    python -m models.train --predictions PREDICTIONS --rendered-fraction 0.5 --poses POSES.npz \
        --out runs/anny-small

With ``--clothes`` instead of ``--predictions`` people are rendered while the network learns, nobody twice;
``--workers`` processes render them, with ``--device cuda`` on the GPU (``pip install ".[cuda]"``):

    python -m models.train --rendered-fraction 0.6 --clothes CLOTHES --poses POSES.npz --hdri HDRI \
        --workers 14 --device cuda --batch 384 --start assets/anny-small.pt --out runs/anny-small

BlazePose's own later layers are fine-tuned on such people with ``--blazepose-lr-factor`` (a learning rate of
2e-5 suits them). What they have learned is part of the checkpoint and of the exported file:

    python -m models.train --blazepose-lr-factor 0.08 --lr 2.5e-4 --rendered-fraction 0.7 --clothes CLOTHES \
        --poses POSES.npz --hdri HDRI --workers 14 --device cuda --start assets/anny-small.pt --out runs/tuned

The shipped network reads by MoveNet Thunder too. Its lifter is trained apart, by
``python -m models.train.lifter_training``; the network then learns to follow it, from simulated readings of
both:

    python -m models.train --network anny-small --start lifted.pt --residuals residuals.npz \
        --poses POSES.npz --steps 550 --batch 32 --lr 4e-4 --loss.reprojection 12 --out runs/lifted

A network that reads images needs ``--rendered-fraction 1``:

    python -m models.train --network FastMETRO-S-R50 --rendered-fraction 1 --clothes CLOTHES \
        --poses POSES.npz --hdri HDRI --workers 14 --device cuda --out runs/image

A run is resumable: the same command again goes on from the last checkpoint in ``--out``. On the CPU it ends
with exactly the weights of a run that was never stopped; a GPU adds in no fixed order.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
from contextlib import closing
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from models.errors import UserError, exit_code
from models.train.settings import LossWeights, TrainSettings
from models.train.trainer import Trainer

if TYPE_CHECKING:
    from collections.abc import Sequence

log = logging.getLogger(__name__)


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
    (settings.out / "settings.json").write_text(json.dumps(settings.record(), indent=1))
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
                    record |= trainer.evaluate_photos()
                journal.write(json.dumps(record) + "\n")
                journal.flush()
                log.info(" ".join(f"{name} {value}" for name, value in record.items()))
                sums, since = {}, (trainer.step, trainer.samples, time.monotonic())
            if time.monotonic() - saved > settings.save_seconds or last:
                trainer.save(checkpoint)
                saved = time.monotonic()
    return trainer


def add_fields(
    # argparse has no other name for what both a parser and a group are.
    parser: argparse._ActionsContainer,  # pyright: ignore[reportPrivateUsage]
    kind: type,
    prefix: str = "",
) -> None:
    """Give a parser one option for every field of a settings dataclass, with its text and its default.

    A field that is a dataclass itself becomes a group of options ``--outer.inner``.
    """
    hints = get_type_hints(kind, include_extras=True)
    for f in fields(kind):
        name, hint = f"{prefix}{f.name}", hints[f.name]
        if is_dataclass(hint):
            assert isinstance(hint, type)
            add_fields(parser.add_argument_group(f.name, hint.__doc__), hint, f"{name}.")
            continue
        value_type, text = get_args(hint)
        if value_type == Path | None:
            value_type = Path
        parser.add_argument(
            "--" + name.replace("_", "-"),
            dest=name,
            type=value_type,
            default=argparse.SUPPRESS,
            metavar=value_type.__name__.upper(),
            help=f"{text} (default: {_shown(f.default)})",
        )


def _shown(default: object) -> str:
    return "none" if default is None else f"{default:g}" if isinstance(default, float) else str(default)


def parse_settings(arguments: Sequence[str] | None = None) -> TrainSettings:
    """Read the settings from a command line."""
    parser = argparse.ArgumentParser(
        prog="python -m models.train",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_fields(parser, TrainSettings)
    given = vars(parser.parse_args(arguments))
    loss = {name.removeprefix("loss."): value for name, value in given.items() if name.startswith("loss.")}
    values = {name: value for name, value in given.items() if not name.startswith("loss.")}
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


if __name__ == "__main__":
    sys.exit(main())
