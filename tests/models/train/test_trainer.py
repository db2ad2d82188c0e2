"""Training learns, resumes exactly, and keeps to its settings."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
import torch

from models.errors import UserError
from models.inference.paths import ASSETS
from models.network.checkpoints import load_checkpoint
from models.network.config import VARIANTS
from models.synthetic.landmark_noise import bone_length
from models.train.__main__ import main, train
from models.train.settings import LossWeights
from models.train.trainer import Trainer
from tests.fakes.cloth_people import make_cloth_people
from tests.fakes.pose_corpus import write_corpus
from tests.fakes.tiny_training import RENDERED, TINY, resumed_as_whole


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


def test_the_checkpoint_gives_the_network_back(finished, anny):
    settings, whole = finished
    model, facts = load_checkpoint(settings.out / "checkpoint.pt", anny)
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
    of_blazepose = {name for name in vars(LossWeights()) if name.startswith("blazepose")}  # not fine-tuned
    assert {"loss", "samples_per_s", *vars(LossWeights())} - of_blazepose <= set(lines[0])
    assert {"mpjpe", "pa_mpjpe", "pve"} <= set(lines[1])


def test_the_loss_falls(tmp_path):
    trainer = Trainer(replace(TINY, out=tmp_path, steps=60, batch=8, full_fraction=0, lr=2e-3, warmup=5))
    losses = [trainer.train_step()["loss"] for _ in range(40)]
    assert np.mean(losses[-5:]) < 0.6 * np.mean(losses[:5])


def test_everybody_is_learned_at_one_size(tmp_path):
    """How large somebody is does not show; the places in the picture stay."""
    trainer = Trainer(replace(TINY, out=tmp_path))
    samples = trainer.data.simulator.sample(8, np.random.default_rng(3))
    targets = trainer.batch(samples).targets
    sizes = bone_length(samples.landmarks)
    assert np.ptp(sizes) > 0.02
    np.testing.assert_allclose(bone_length(targets.landmarks.numpy()), trainer.size, rtol=1e-5)
    assert 0.28 < trainer.size < 0.36  # an adult's
    for name in ("mid", "joints"):
        scaled = getattr(samples, name) * (trainer.size / sizes)[:, None, None]
        np.testing.assert_allclose(getattr(targets, name), scaled, atol=1e-5)
    np.testing.assert_array_equal(targets.landmarks_2d, samples.landmarks_2d)


def test_a_checkpoint_of_another_body_is_refused(finished, tmp_path):
    _, whole = finished
    path = tmp_path / "checkpoint.pt"
    whole.save(path)
    content = torch.load(path, weights_only=True)
    torch.save(content | {"template_sha256": "another"}, path)
    with pytest.raises(UserError, match="another body template"):
        whole.load(path)


def test_a_checkpoint_that_cannot_be_gone_on_with_can_be_started_from(finished, tmp_path, capsys):
    _, whole = finished
    path = tmp_path / "checkpoint.pt"
    whole.save(path)
    content = torch.load(path, weights_only=True)
    del content["position"]
    torch.save(content, path)
    options = "--network anny-small-landmarks --pca-bodies 40 --subsets 1 --queries 24"
    assert main(["--out", str(tmp_path), *options.split()]) == 1
    assert f"--start {path}" in capsys.readouterr().err
    Trainer(replace(TINY, out=tmp_path / "new", start=path))


def test_a_run_goes_on_with_what_it_measured(finished, tmp_path):
    settings, whole = finished
    again = Trainer(replace(settings, out=tmp_path))
    again.load(settings.out / "checkpoint.pt")
    assert again.held_out_mm == whole.held_out_mm != {}


@pytest.mark.parametrize("content", [b"", b"no checkpoint", "of another run"])
def test_a_checkpoint_that_does_not_belong_to_the_run_is_one_sentence(finished, tmp_path, capsys, content):
    path = tmp_path / "checkpoint.pt"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_bytes((finished[0].out / "checkpoint.pt").read_bytes())
    options = "--network anny-small-blazepose --pca-bodies 40 --subsets 1 --queries 24"
    assert main(["--out", str(tmp_path), *options.split()]) == 1
    message = capsys.readouterr().err
    assert message.count("\n") == 1
    assert "checkpoint.pt" in message


def test_a_stopped_run_with_rendered_people_ends_with_the_same_weights(tmp_path):
    settings = replace(RENDERED, out=tmp_path, steps=4, validate_samples=2, min_detected=0.1, seed=2)
    second = resumed_as_whole(settings, make_cloth_people)
    figures = second.validate()
    assert {"mpjpe", "pve"} <= set(figures)
    assert {"clear_pve", "hidden_pve"} & set(figures)


def test_what_was_learned_before_is_smoothed_as_this_run_does(finished, tmp_path):
    """The exported network must smooth as training did, whoever's smoother the first weights came with."""
    _, whole = finished
    start = tmp_path / "start.pt"
    whole.save(start)
    other = Trainer(replace(TINY, out=tmp_path, start=start, noise=0.05))
    assert (other.all_queries.to_mid - whole.all_queries.to_mid).abs().max() > 1e-3
    assert torch.equal(other.model.upsample.weight, other.all_queries.to_mid)


def test_feature_attention_learns_alone_when_the_rest_is_kept(finished, tmp_path):
    _, whole = finished
    start = tmp_path / "start.pt"
    whole.save(start)
    trainer = Trainer(
        replace(RENDERED, out=tmp_path, start=start, pretrained_lr_factor=0.0), make_cloth_people
    )
    before = {name: value.clone() for name, value in trainer.model.state_dict().items()}
    for _ in range(2):
        trainer.train_step()
    changed = {n for n, value in trainer.model.state_dict().items() if not torch.equal(value, before[n])}
    assert changed
    assert all(name.startswith("stem.feature_attention.") for name in changed)
    with pytest.raises(UserError, match="holds another network"):
        Trainer(
            replace(RENDERED, network="FastMETRO-S-R50", rendered_fraction=1.0, start=start),
            make_cloth_people,
        )


def test_a_network_that_reads_images_learns_from_rendered_people(tmp_path, monkeypatch):
    """The published S at a smaller picture: the loss on the same few people falls."""
    from models.synthetic.stream import SampleStream

    small = replace(
        VARIANTS["FastMETRO-S-R50"], name="small", input_size=64, dims=(64, 32), heads=4, dropout=0.0
    )
    monkeypatch.setitem(VARIANTS, "small", small)
    settings = replace(
        RENDERED,
        out=tmp_path,
        network="small",
        rendered_fraction=1.0,
        steps=100,
        lr=1e-3,
        warmup=3,
        validate_samples=2,
    )
    trainer = Trainer(settings, make_cloth_people)
    assert trainer.info.crop.kind == "box"
    few = SampleStream(partial(make_cloth_people, trainer.info.crop, False), small.input_size, 0, 0).take(4)
    with monkeypatch.context() as patched:
        patched.setattr(SampleStream, "take", lambda stream, number: few)
        losses = [trainer.train_step()["loss"] for _ in range(25)]
    assert np.mean(losses[-3:]) < 0.6 * np.mean(losses[:3])
    figures = trainer.validate()
    assert "mpjpe" not in figures
    assert any(name.endswith("_pa_mpjpe") for name in figures)
    trainer.save(tmp_path / "checkpoint.pt")
    model, facts = load_checkpoint(tmp_path / "checkpoint.pt", trainer.template)
    assert model.config == small
    assert "100% rendered" in facts["data"]


def test_photos_are_evaluated_with_the_exported_file(tmp_path, monkeypatch):
    import cv2

    clip = cv2.VideoCapture(str(ASSETS / "sample.mp4"))
    clip.set(cv2.CAP_PROP_POS_FRAMES, 30)
    photos = tmp_path / "photos"
    photos.mkdir()
    cv2.imwrite(str(photos / "somebody.png"), clip.read()[1])
    clip.release()
    trainer = Trainer(replace(TINY, out=tmp_path, photos=photos))
    figures = trainer.evaluate_photos()
    assert figures["photos_people"] == 1
    assert figures["photos_pa_mm_median"] > 0
    assert (tmp_path / "photos_0.jpg").stat().st_size > 10_000
