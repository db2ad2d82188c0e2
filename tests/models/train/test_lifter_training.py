"""Training the lifter: it learns, and what the command writes begins with what it was given."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from models.errors import UserError
from models.inference.paths import ASSETS
from models.network.checkpoints import load_checkpoint
from models.network.lifter import Lifter
from models.synthetic.thunder_noise import Residuals, ThunderNoise
from models.train.lifter_data import LifterData, make_skeletons
from models.train.lifter_training import lifting_loss, main, train_lifter
from models.train.trainer import Trainer
from tests.fakes.tiny_training import TINY


@pytest.fixture(scope="module")
def residuals():
    rng = np.random.default_rng(0)
    count = 128
    return Residuals(
        offset=rng.normal(0, 0.05, (count, 17, 2)).astype(np.float32),
        score=rng.uniform(0.5, 1, (count, 17)).astype(np.float32),
        heading=rng.uniform(-np.pi, np.pi, count).astype(np.float32),
        cut=np.where(np.arange(count) % 2, 1.0, np.inf).astype(np.float32),
    )


@pytest.fixture(scope="module")
def residual_file(residuals, tmp_path_factory):
    path = tmp_path_factory.mktemp("residuals") / "residuals.npz"
    np.savez(path, **{name: getattr(residuals, name) for name in ("offset", "score", "heading", "cut")})
    return path


@pytest.fixture(scope="module")
def data(anny, residuals):
    skeletons = make_skeletons(anny, None, 200, np.random.default_rng(1))
    assert np.abs(skeletons[:, [11, 12]].mean(1)).max() < 1e-5  # about the middle of the hips
    return LifterData(skeletons, ThunderNoise(residuals), seed=1)


def test_a_lifter_learns(data):
    torch.manual_seed(0)
    lifter, held_out = Lifter(width=64, blocks=1), data.draw(256)
    with torch.no_grad():
        before = float(lifting_loss(lifter, held_out))
    last = train_lifter(lifter, data, steps=60, batch=64, lr=3e-3, log_every=10)
    with torch.no_grad():
        after = float(lifting_loss(lifter, held_out))
    assert after < 0.8 * before
    assert last < before


def test_the_command_gives_a_network_its_lifter(anny, residual_file, tmp_path):
    start, out = ASSETS / "anny-small.pt", tmp_path / "lifted.pt"
    options = f"--residuals {residual_file} --start {start} --out {out} --skeletons 200 --width 32 --steps 2"
    assert main([*options.split(), "--batch", "16"]) == 0
    network, training = load_checkpoint(out, anny)
    assert network.config.lifter_width == 32
    assert training["lifter"]["samples"] == 32
    before, _ = load_checkpoint(start, anny)
    torch.testing.assert_close(network.point_head.weight, before.point_head.weight)


def test_a_network_with_a_lifter_learns_from_both_readings(residual_file):
    settings = replace(TINY, network="anny-small", residuals=residual_file, start=ASSETS / "anny-small.pt")
    trainer = Trainer(settings)
    lifter = {name: value.clone() for name, value in trainer.model.stem.lifter.state_dict().items()}
    head = trainer.model.point_head.weight.clone()
    assert np.isfinite(trainer.train_step()["loss"])
    assert not torch.equal(trainer.model.point_head.weight, head)
    for name, value in trainer.model.stem.lifter.state_dict().items():
        assert torch.equal(value, lifter[name])


def test_a_run_with_a_lifter_goes_on_where_it_was(residual_file, tmp_path):
    settings = replace(TINY, network="anny-small", residuals=residual_file, start=ASSETS / "anny-small.pt")
    first, second = Trainer(settings), Trainer(settings)
    first.train_step()
    first.save(tmp_path / "checkpoint.pt")
    second.load(tmp_path / "checkpoint.pt")
    for name, value in first.model.state_dict().items():
        assert torch.equal(second.model.state_dict()[name], value), name


def test_a_network_with_a_lifter_needs_it_and_its_readings(residual_file):
    with pytest.raises(UserError, match="give both or neither"):
        replace(TINY, network="anny-small")
    with pytest.raises(UserError, match="has no lifter"):
        replace(TINY, residuals=residual_file)
    with pytest.raises(UserError, match="simulated people only"):
        replace(TINY, network="anny-small", residuals=residual_file, rendered_fraction=0.5)
    with pytest.raises(UserError, match="give --start"):
        Trainer(replace(TINY, network="anny-small", residuals=residual_file))
