"""BlazePose is fine-tuned, and what it learned goes where the network goes."""

from dataclasses import replace
from functools import partial

import numpy as np
import onnxruntime
import pytest
import torch

from models.camera.crop import LANDMARK_RULE
from models.export.__main__ import main as export
from models.inference.paths import ASSETS
from models.network.blazepose import load_blazepose
from models.network.checkpoints import load_checkpoint
from models.train.__main__ import main
from models.train.blazepose_finetuning import random_parts
from models.train.trainer import Trainer
from tests.fakes.cloth_people import make_cloth_people
from tests.fakes.tiny_training import RENDERED, resumed_as_whole

FINE_TUNED = replace(
    RENDERED,
    start=ASSETS / "anny-small.pt",
    rendered_fraction=1.0,
    blazepose_lr_factor=0.2,
    lr=1e-4,
    warmup=5,
    validate_samples=2,
)


@pytest.fixture(scope="module")
def learned(tmp_path_factory):
    """BlazePose after a few steps on the same few images, and the terms of the loss in each."""
    from models.synthetic.stream import SampleStream

    trainer = Trainer(
        replace(FINE_TUNED, out=tmp_path_factory.mktemp("learned"), steps=100), make_cloth_people
    )
    few = SampleStream(partial(make_cloth_people, LANDMARK_RULE, False), 256, 0, 0).take(4)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(SampleStream, "take", lambda stream, number: few)
        terms = [trainer.train_step() for _ in range(20)]
    trainer.save(trainer.settings.out / "checkpoint.pt")
    return trainer, terms


def test_blazepose_learns_where_landmarks_are(learned):
    trainer, terms = learned
    for name in ("blazepose_2d", "blazepose_world"):
        assert np.mean([t[name] for t in terms[-2:]]) < 0.7 * np.mean([t[name] for t in terms[:2]])
    original = load_blazepose().state_dict()
    changed = {
        n for n, v in trainer.finetuner.blazepose.state_dict().items() if not torch.equal(v, original[n])
    }
    kept = {name for name in original if name.startswith(("stem.", "to_s4.", "to_s8."))}
    assert not changed & kept
    assert all(
        any(n.startswith(part) for n in changed) for part in ("to_s16.", "heatmap.", "points.", "world.")
    )
    for name, value in trainer.finetuner.original.state_dict().items():
        assert torch.equal(value, original[name]), name


def test_parts_of_images_are_squares_from_inside_them():
    """A ramp shows where each square was cut, and how large it was."""
    ramp = torch.linspace(0, 1, 64)
    image = torch.stack((ramp.expand(64, 64), ramp[:, None].expand(64, 64), torch.ones(64, 64)))
    parts = random_parts(image.expand(200, 3, 64, 64), np.random.default_rng(0))
    assert parts.shape == (200, 3, 64, 64)
    width, height = (parts[:, i].amax((1, 2)) - parts[:, i].amin((1, 2)) for i in (0, 1))
    torch.testing.assert_close(width, height, atol=0.02, rtol=0)
    assert 0.15 < width.min() < 0.25
    assert 0.45 < width.max() < 0.55
    left = parts[:, 0].amin((1, 2))
    assert left.min() < 0.05
    assert left.max() > 0.6
    torch.testing.assert_close(parts[:, 2], torch.ones(200, 64, 64))  # nothing from beyond the edge


def test_what_blazepose_learned_goes_where_the_network_goes(learned, anny, tmp_path, capsys):
    trainer, _ = learned
    checkpoint = trainer.settings.out / "checkpoint.pt"
    image = torch.rand(1, 3, 256, 256, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        wanted = trainer.model.eval()(image)
        found = load_checkpoint(checkpoint, anny)[0](image)
    torch.testing.assert_close(found.vertices, wanted.vertices, atol=1e-4, rtol=1e-4)

    exported, weights = tmp_path / "learned.onnx", tmp_path / "learned.pt"
    assert export([str(checkpoint), "-o", str(exported), "--weights", str(weights)]) == 0
    session = onnxruntime.InferenceSession(str(exported), providers=["CPUExecutionProvider"])
    vertices, presence = session.run(["vertices", "presence"], {"image": image.numpy()})
    kept = load_checkpoint(weights, anny)[0]
    with torch.no_grad():
        wanted = kept(image)
        kept.blazepose.load_state_dict(load_blazepose().state_dict())
        unlearned = kept(image)
    np.testing.assert_allclose(vertices, wanted.vertices, atol=3e-3)
    np.testing.assert_allclose(presence, wanted.presence, atol=3e-3)
    assert np.abs(vertices - unlearned.vertices.numpy()).max() > 0.03

    further = Trainer(replace(RENDERED, out=tmp_path, start=weights, validate_samples=2), make_cloth_people)
    before = {name: value.clone() for name, value in further.model.blazepose.state_dict().items()}
    further.train_step()
    for name, value in further.model.blazepose.state_dict().items():
        assert torch.equal(value, before[name]), name
        torch.testing.assert_close(
            value, trainer.finetuner.blazepose.state_dict()[name], atol=2e-3, rtol=2e-3
        )
    options = ["--out", str(tmp_path), "--start", str(weights), "--predictions", str(tmp_path)]
    assert main([*options, "--rendered-fraction", "0.5"]) == 1
    assert "has learned" in capsys.readouterr().err


def test_a_part_of_the_way_is_exported(learned, anny, tmp_path, capsys):
    trainer, _ = learned
    checkpoint, start = trainer.settings.out / "checkpoint.pt", ASSETS / "anny-small.pt"
    exported, weights = tmp_path / "part.onnx", tmp_path / "part.pt"
    files = [str(checkpoint), "-o", str(exported), "--weights", str(weights)]
    assert export([*files, "--start", str(start), "--interpolation", "0.25"]) == 0
    first, (part, facts) = (
        load_checkpoint(start, anny)[0].state_dict(),
        load_checkpoint(weights, anny),
    )
    assert facts["moved"] == "0.25 of the way from anny-small.pt"
    last = trainer.model.state_dict()
    for name, value in part.state_dict().items():
        wanted = first[name] + 0.25 * (last[name] - first[name])
        torch.testing.assert_close(value, wanted, atol=1e-4, rtol=2e-3)
    for wrong, message in (
        ("--interpolation 2", "must lie in"),
        (f"--start {tmp_path / 'none.pt'}", "does not exist"),
    ):
        assert export([*files, "--start", str(start), *wrong.split()]) == 1
        assert message in capsys.readouterr().err


def test_a_stopped_run_in_which_blazepose_learns_ends_with_the_same_weights(tmp_path):
    settings = replace(FINE_TUNED, out=tmp_path, steps=4, rendered_fraction=0.5)
    second = resumed_as_whole(settings, make_cloth_people)
    figures = second.validate()
    assert {"mpjpe", "pve"} <= set(figures)
    assert {"clear_pve", "hidden_pve"} & set(figures)
