"""Training learns, resumes exactly, and turns every setting into an option."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from models.checkpoints import load_checkpoint
from models.queries import MeshSpace, fit_mesh_space, make_subsets, spread_subset
from models.topology import load_template
from models.train import ASSETS, LossWeights, Trainer, TrainSettings, main, parse_settings, train
from tests.test_simulation import write_corpus

TINY = TrainSettings(
    steps=8,
    batch=4,
    queries=24,
    subsets=2,
    full_share=0.25,
    space_bodies=40,
    warmup=2,
    log_every=4,
    validate_every=8,
    validate_samples=4,
)


@pytest.fixture(scope="module")
def template():
    return load_template(ASSETS / "anny.npz")


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """A run that was never stopped."""
    out = tmp_path_factory.mktemp("run")
    corpus = write_corpus(out / "poses.npz")
    settings = replace(TINY, out=out / "whole", poses=corpus)
    return settings, train(settings)


def test_a_stopped_run_ends_with_the_same_weights(finished, tmp_path):
    settings, whole = finished
    first = Trainer(settings)
    while first.step < 3:
        first.train_step()
    stopped = replace(settings, out=tmp_path)
    first.save(tmp_path / "checkpoint.pt")
    resumed = train(stopped)
    for name, value in whole.model.state_dict().items():
        assert torch.equal(value, resumed.model.state_dict()[name]), name
    assert resumed.samples == whole.samples == 6 * 4 + 2 * 1


def test_the_checkpoint_gives_the_network_back(finished, template):
    settings, whole = finished
    model, facts = load_checkpoint(settings.out / "checkpoint.pt", template)
    landmarks = torch.randn(2, 33, 8, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        wanted = whole.model.eval().forward_landmarks(landmarks).vertices
        torch.testing.assert_close(model.forward_landmarks(landmarks).vertices, wanted)
    assert (facts["steps"], facts["samples"]) == (8, whole.samples)
    assert facts["held_out_mm"]["mpjpe"] > 0


def test_the_log_names_every_term(finished):
    import json

    settings, _ = finished
    lines = [json.loads(line) for line in (settings.out / "log.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines] == [4, 8]
    assert {"loss", "samples_per_s", *vars(LossWeights())} <= set(lines[0])
    assert {"mpjpe", "pa_mpjpe", "pve"} <= set(lines[1])


def test_the_loss_falls(tmp_path):
    trainer = Trainer(replace(TINY, out=tmp_path, steps=60, batch=8, full_share=0, lr=2e-3, warmup=5))
    losses = [trainer.train_step()["loss"] for _ in range(40)]
    assert np.mean(losses[-5:]) < 0.6 * np.mean(losses[:5])


def test_a_checkpoint_of_another_body_is_refused(finished, tmp_path):
    _, whole = finished
    path = tmp_path / "checkpoint.pt"
    whole.save(path)
    content = torch.load(path, weights_only=True)
    torch.save(content | {"template_sha256": "another"}, path)
    with pytest.raises(ValueError, match="another body template"):
        whole.load(path)


def test_the_rate_rises_then_falls_to_zero():
    settings = replace(TINY, steps=1000, warmup=100, lr=1e-3)
    rates = [settings.learning_rate(step) for step in range(1001)]
    assert max(rates) == pytest.approx(1e-3) and np.argmax(rates) in (99, 100)
    assert rates[-1] == pytest.approx(0, abs=1e-9)
    assert (np.diff(rates[100:]) <= 0).all()


def test_all_queries_come_in_the_last_part():
    settings = replace(TINY, steps=100, full_share=0.2)
    assert [settings.is_full(step) for step in (0, 79, 80, 99)] == [False, False, True, True]


def test_every_setting_is_an_option():
    options = "--out a --poses b.npz --steps 7 --lr 0.5 --loss.normals 3 --device cuda"
    settings = parse_settings(options.split())
    assert settings == TrainSettings(
        out=Path("a"), poses=Path("b.npz"), steps=7, lr=0.5, loss=LossWeights(normals=3.0), device="cuda"
    )
    assert parse_settings([]) == TrainSettings()


@pytest.mark.parametrize("options", ["--steps 0", "--full-share 2", "--poses nowhere.npz", "--network huge"])
def test_a_wrong_setting_is_one_sentence(options, tmp_path, capsys):
    assert main(["--out", str(tmp_path), *options.split()]) == 1
    message = capsys.readouterr().err
    assert message.count("\n") == 1 and "Traceback" not in message


def test_a_subset_spreads_over_the_body(template):
    index, mask = spread_subset(template, 60, np.array([0]))
    assert len(np.unique(index)) == 60
    assert (mask == mask.T).all() and not mask.diagonal().any()
    assert (~mask).sum(1).min() >= 2  # itself and a neighbour
    rest = template.v_template[template.level_index[-1]]
    to_nearest = np.linalg.norm(rest[:, None] - rest[index], axis=-1).min(1)
    assert to_nearest.max() < 0.2


def test_every_vertex_gets_practice(template):
    space = MeshSpace(np.eye(1723, 200), np.ones(200))
    subsets = make_subsets(template, space, 80, 20, 0.01, np.random.default_rng(0))
    used = np.bincount(np.concatenate([subset.index for subset in subsets]), minlength=431)
    assert used.min() >= 1 and all(len(subset.index) == 80 for subset in subsets)
    np.testing.assert_array_equal(
        template.level_index[0][subsets[0].in_mid], template.level_index[1][subsets[0].index]
    )


def test_the_smoother_keeps_bodies_and_takes_noise_out():
    rng = np.random.default_rng(0)
    basis = rng.normal(size=(50, 5))
    meshes = np.einsum("vk,nkd->nvd", basis, rng.normal(size=(300, 5, 3))).astype(np.float32)
    space = fit_mesh_space(meshes, components=20)
    index = np.arange(0, 50, 2)
    smoother = space.smoother(index, noise=0.05)
    np.testing.assert_allclose(smoother @ meshes[0][index], meshes[0], atol=0.03)
    noisy = meshes[0][index] + rng.normal(size=(25, 3)) * 0.05
    assert np.abs(smoother @ noisy - meshes[0]).mean() < 0.7 * 0.05 * np.sqrt(2 / np.pi)
