"""What BlazePose reads in rendered people is kept whole, gone through in order and learned from."""

from dataclasses import fields, replace
from functools import partial

import numpy as np
import pytest
import torch

from models.camera.crop import LANDMARK_RULE, LIMBS
from models.errors import UserError
from models.network.blazepose import FEATURE_CHANNELS, load_blazepose
from models.synthetic.targets import Targets
from models.train.__main__ import main
from models.train.blazepose_predictions import (
    HELD_OUT,
    TRAIN,
    BlazePosePredictions,
    FreshPredictions,
    PredictionStream,
    load_predictions,
    save_predictions,
    write_predictions,
)
from tests.fakes.cloth_people import make_cloth_people
from tests.fakes.tiny_training import RENDERED, resumed_as_whole


def made_up(count, seed=0):
    """People whom BlazePose finds, all but the last, of whom it finds nothing."""
    rng = np.random.default_rng(seed)
    landmarks_2d = rng.normal(size=(count, 33, 2)).astype(np.float32)
    landmarks_2d[:, [11, 12]] -= [0, 2]  # a trunk of some length
    blazepose_landmarks = rng.normal(size=(count, 33, 8)).astype(np.float32)
    blazepose_landmarks[..., :2] = landmarks_2d
    blazepose_landmarks[-1, :, :2] += 9
    return BlazePosePredictions(
        blazepose_landmarks=blazepose_landmarks,
        presence=np.ones(count, np.float32),
        features=rng.random((count, FEATURE_CHANNELS, 8, 8)).astype(np.float16),
        mid=rng.normal(size=(count, 1723, 3)).astype(np.float32),
        joints=rng.normal(size=(count, 14, 3)).astype(np.float32),
        landmarks=rng.normal(size=(count, 33, 3)).astype(np.float32),
        joints_2d=rng.normal(size=(count, 14, 2)).astype(np.float32),
        landmarks_2d=landmarks_2d,
        clear=rng.random(count) < 0.5,
    )


def keep(folder, parts):
    folder.mkdir(parents=True)
    for i, part in enumerate(parts):
        save_predictions(folder / f"{i}.npz", part)


@pytest.fixture
def folder(tmp_path):
    keep(tmp_path / TRAIN, [made_up(4, seed) for seed in range(3)])
    keep(tmp_path / HELD_OUT, [made_up(3, 9)])
    return tmp_path


def test_the_fraction_that_is_detected():
    predictions = made_up(4)
    predictions.blazepose_landmarks[1, LIMBS[:3], 0] += 9
    predictions.presence[2] = 0.1
    np.testing.assert_allclose(predictions.detected(), [1, 0.75, 0, 0])


def test_every_prediction_comes_once_before_any_comes_again(folder):
    stream = PredictionStream(folder / TRAIN, seed=0, min_detected=0.0)
    first, second = stream.take(12), stream.take(12)
    once, again = (part.joints[:, 0, 0].tolist() for part in (first, second))
    assert len(set(once)) == 12
    assert sorted(once) == sorted(again)
    assert once != again


def test_who_is_not_detected_is_passed_over(folder):
    found = PredictionStream(folder / TRAIN, seed=0, min_detected=0.5).take(9)
    assert (found.detected() == 1).all()
    assert len(set(found.joints[:, 0, 0].tolist())) == 9
    keep(folder / "hopeless", [made_up(1)])
    with pytest.raises(UserError, match="lower --min-detected"):
        PredictionStream(folder / "hopeless", seed=0, min_detected=0.5).take(1)


def test_the_row_goes_on_where_it_was_left(folder):
    whole = PredictionStream(folder / TRAIN, seed=3, min_detected=0.5).take(25)
    rest = PredictionStream(folder / TRAIN, seed=3, min_detected=0.5, start=14).take(11)
    np.testing.assert_array_equal(rest.blazepose_landmarks, whole.blazepose_landmarks[14:])


@pytest.fixture(scope="module")
def blazepose():
    return load_blazepose()


def test_fresh_samples_are_predicted_and_those_detected_kept(blazepose):
    from models.synthetic.stream import SampleStream

    make = partial(make_cloth_people, LANDMARK_RULE, False)

    def fresh(first, min_detected):
        return FreshPredictions(SampleStream(make, 256, first, workers=0), blazepose, min_detected)

    everybody = fresh(40, 0.0)
    predictions = everybody.take(4)
    assert everybody.position == 44
    share = np.sort(predictions.detected())[1]
    wanted = predictions[predictions.detected() >= share]
    some = fresh(40, share)
    np.testing.assert_array_equal(some.take(len(wanted)).joints, wanted.joints)
    assert some.position <= 44
    # Going on from there gives what would have come next.
    np.testing.assert_array_equal(fresh(some.position, share).take(1).joints, some.take(1).joints)


def test_looking_in_vain_ends(blazepose, monkeypatch):
    class Empty:
        position = 0

        def take(self, number):
            nobody = made_up(number)
            known = {f.name: getattr(nobody, f.name) for f in fields(Targets)}
            return RenderedBatch(**known, image=np.zeros((number, 256, 256, 3), np.uint8), clear=nobody.clear)

    from models.synthetic.stream import RenderedBatch

    monkeypatch.setattr("models.train.blazepose_predictions.HOPELESS", 4)
    with pytest.raises(UserError, match="none of the last 4 images; lower --min-detected"):
        FreshPredictions(Empty(), blazepose, 0.5).take(2)


def test_files_that_are_no_predictions_are_refused(tmp_path):
    with pytest.raises(UserError, match=r"python -m models\.train\.blazepose_predictions"):
        PredictionStream(tmp_path, seed=0, min_detected=0.5)
    for content in (b"", b"PK nonsense"):
        (tmp_path / "0.npz").write_bytes(content)
        with pytest.raises(UserError, match=r"0\.npz holds no predictions"):
            load_predictions(tmp_path / "0.npz")
    np.savez(tmp_path / "0.npz", reported=np.array([{"a": 1}], dtype=object))
    with pytest.raises(UserError, match=r"0\.npz holds no predictions"):
        load_predictions(tmp_path / "0.npz")


def test_predictions_are_kept(tmp_path, monkeypatch, blazepose):
    monkeypatch.setattr("models.train.blazepose_predictions.IN_A_FILE", 2)
    make = partial(make_cloth_people, LANDMARK_RULE, False)
    write_predictions(tmp_path, 3, make, blazepose, workers=0)
    assert [p.name for p in sorted(tmp_path.iterdir())] == ["000000000.npz", "000000002.npz"]
    kept = [load_predictions(p) for p in sorted(tmp_path.iterdir())]
    assert [len(part) for part in kept] == [2, 1]

    sample = make().sample(2)
    pixels = torch.from_numpy(sample.image).permute(2, 0, 1)[None].float() / 255
    wanted = blazepose.predict(pixels)
    np.testing.assert_allclose(kept[1].blazepose_landmarks, wanted.landmarks, atol=1e-3)
    np.testing.assert_allclose(kept[1].features, wanted.features, atol=0.2)  # kept as float16
    np.testing.assert_allclose(kept[1].landmarks_2d[0], sample.landmarks_2d)

    # A folder is gone on with, not drawn anew.
    (tmp_path / "000000002.npz").unlink()
    old = (tmp_path / "000000000.npz").stat().st_mtime_ns
    write_predictions(tmp_path, 3, make, blazepose, workers=0)
    assert (tmp_path / "000000000.npz").stat().st_mtime_ns == old
    np.testing.assert_array_equal(
        load_predictions(tmp_path / "000000002.npz").blazepose_landmarks, kept[1].blazepose_landmarks
    )

    # Where more are asked for, a last file that was not full is filled.
    write_predictions(tmp_path, 4, make, blazepose, workers=0)
    assert len(load_predictions(tmp_path / "000000002.npz")) == 2


def test_a_stopped_run_with_predictions_ends_with_the_same_weights(folder):
    settings = replace(RENDERED, predictions=folder, out=folder, steps=4, validate_samples=2)
    second = resumed_as_whole(settings)
    assert {"mpjpe", "found_pa_mpjpe", "hidden_pve"} <= set(second.validate())


def test_a_network_that_reads_images_takes_no_predictions(folder, capsys):
    options = [
        "--out",
        str(folder),
        "--pca-bodies",
        "40",
        "--network",
        "FastMETRO-S-R50",
        "--rendered-fraction",
        "1",
    ]
    assert main([*options, "--predictions", str(folder)]) == 1
    assert "give --clothes, not --predictions" in capsys.readouterr().err
