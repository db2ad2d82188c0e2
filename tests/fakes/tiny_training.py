"""Training runs of a few steps."""

from dataclasses import replace

import torch

from models.train.settings import TrainSettings
from models.train.trainer import Trainer

TINY = TrainSettings(
    network="anny-small-landmarks",
    steps=8,
    batch=4,
    queries=24,
    subsets=2,
    full_fraction=0.25,
    pca_bodies=40,
    warmup=2,
    log_every=4,
    validate_every=8,
    validate_samples=4,
)

RENDERED = replace(TINY, rendered_fraction=0.5, workers=0, network="anny-small-blazepose", full_fraction=0.0)


def resumed_as_whole(settings, *make_generator):
    """Return who went on after two of four steps, once it has ended as who was never stopped."""
    whole, first, second = (Trainer(settings, *make_generator) for _ in range(3))
    for _ in range(4):
        whole.train_step()
    for _ in range(2):
        first.train_step()
    first.save(settings.out / "checkpoint.pt")
    second.load(settings.out / "checkpoint.pt")
    for _ in range(2):
        second.train_step()
    for name, value in whole.model.state_dict().items():
        assert torch.equal(value, second.model.state_dict()[name]), name
    assert whole.data.rendered == second.data.rendered == 8
    assert whole.data.position == second.data.position >= 8
    return second
