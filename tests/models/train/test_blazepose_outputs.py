"""What BlazePose reads in rendered people is kept whole, gone through in order and learned from."""

from dataclasses import fields, replace
from functools import partial

import numpy as np
import pytest
import torch

from models.camera.crop import LANDMARK_RULE, LIMBS
from models.errors import UserError
from models.network.blazepose import FEATURE_CHANNELS, load_blazepose
from models.synthetic.targets import Truth
from models.train.blazepose_outputs import (
    HELD_OUT,
    TRAIN,
    FreshReadings,
    Readings,
    ReadingStream,
    load_readings,
    write_readings,
)
from models.train.trainer import LANDMARKER, main
from tests.fakes.cloth_people import draw_cloth_people
from tests.models.train.test_trainer import PICTURES, resumed_as_whole


def made_up(count, seed=0):
    """People whom BlazePose finds, all but the last, of whom it finds nothing."""
    rng = np.random.default_rng(seed)
    landmarks_2d = rng.normal(size=(count, 33, 2)).astype(np.float32)
    landmarks_2d[:, [11, 12]] -= [0, 2]  # a trunk of some length
    reported = rng.normal(size=(count, 33, 8)).astype(np.float32)
    reported[..., :2] = landmarks_2d
    reported[-1, :, :2] += 9
    return Readings(
        reported=reported,
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
        np.savez(folder / f"{i}.npz", **{f.name: getattr(part, f.name) for f in fields(Readings)})


@pytest.fixture
def folder(tmp_path):
    keep(tmp_path / TRAIN, [made_up(4, seed) for seed in range(3)])
    keep(tmp_path / HELD_OUT, [made_up(3, 9)])
    return tmp_path


def test_what_is_found_is_told():
    readings = made_up(4)
    readings.reported[1, LIMBS[:3], 0] += 9
    readings.presence[2] = 0.1
    np.testing.assert_allclose(readings.found(), [1, 0.75, 0, 0])


def test_every_reading_comes_once_before_any_comes_again(folder):
    stream = ReadingStream(folder / TRAIN, seed=0, least_found=0.0)
    first, second = stream.take(12), stream.take(12)
    once, again = (part.joints[:, 0, 0].tolist() for part in (first, second))
    assert len(set(once)) == 12
    assert sorted(once) == sorted(again) and once != again


def test_who_is_not_found_is_passed_over(folder):
    found = ReadingStream(folder / TRAIN, seed=0, least_found=0.5).take(9)
    assert (found.found() == 1).all() and len(set(found.joints[:, 0, 0].tolist())) == 9
    with pytest.raises(UserError, match="lower what must be found"):
        keep(folder / "hopeless", [made_up(1)])
        ReadingStream(folder / "hopeless", seed=0, least_found=0.5).take(1)


def test_the_row_goes_on_where_it_was_left(folder):
    whole = ReadingStream(folder / TRAIN, seed=3, least_found=0.5).take(25)
    rest = ReadingStream(folder / TRAIN, seed=3, least_found=0.5, start=14).take(11)
    np.testing.assert_array_equal(rest.reported, whole.reported[14:])


@pytest.fixture(scope="module")
def blazepose():
    return load_blazepose(LANDMARKER)


def test_fresh_pictures_are_read_and_those_found_kept(blazepose):
    from models.synthetic.stream import PictureStream

    make = partial(draw_cloth_people, LANDMARK_RULE, False)

    def fresh(first, least_found):
        return FreshReadings(PictureStream(make, 256, first, workers=0), blazepose, least_found)

    everybody = fresh(40, 0.0)
    readings = everybody.take(4)
    assert everybody.position == 44
    share = np.sort(readings.found())[1]
    wanted = readings[readings.found() >= share]
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
            known = {f.name: getattr(nobody, f.name) for f in fields(Truth)}
            return Pictures(**known, image=np.zeros((number, 256, 256, 3), np.uint8), clear=nobody.clear)

    from models.synthetic.stream import Pictures

    monkeypatch.setattr("models.train.blazepose_outputs.HOPELESS", 4)
    with pytest.raises(UserError, match="none of the last 4 pictures; lower what must be found"):
        FreshReadings(Empty(), blazepose, 0.5).take(2)


def test_files_that_are_no_readings_are_refused(tmp_path):
    with pytest.raises(UserError, match=r"python -m models\.train\.blazepose_outputs"):
        ReadingStream(tmp_path, seed=0, least_found=0.5)
    for content in (b"", b"PK nonsense"):
        (tmp_path / "0.npz").write_bytes(content)
        with pytest.raises(UserError, match=r"0\.npz holds no readings"):
            load_readings(tmp_path / "0.npz")
    np.savez(tmp_path / "0.npz", reported=np.array([{"a": 1}], dtype=object))
    with pytest.raises(UserError, match=r"0\.npz holds no readings"):
        load_readings(tmp_path / "0.npz")


def test_pictures_are_read_and_kept(tmp_path, monkeypatch, blazepose):
    monkeypatch.setattr("models.train.blazepose_outputs.IN_A_FILE", 2)
    make = partial(draw_cloth_people, LANDMARK_RULE, False)
    write_readings(tmp_path, 3, make, blazepose, workers=0)
    assert [p.name for p in sorted(tmp_path.iterdir())] == ["000000000.npz", "000000002.npz"]
    kept = [load_readings(p) for p in sorted(tmp_path.iterdir())]
    assert [len(part) for part in kept] == [2, 1]

    picture = make().sample(2)
    pixels = torch.from_numpy(picture.image).permute(2, 0, 1)[None].float() / 255
    wanted = blazepose.read(pixels)
    np.testing.assert_allclose(kept[1].reported, wanted.landmarks, atol=1e-3)
    np.testing.assert_allclose(kept[1].features, wanted.features, atol=0.2)  # kept as float16
    np.testing.assert_allclose(kept[1].landmarks_2d[0], picture.landmarks_2d)

    # A folder is gone on with, not drawn anew.
    (tmp_path / "000000002.npz").unlink()
    old = (tmp_path / "000000000.npz").stat().st_mtime_ns
    write_readings(tmp_path, 3, make, blazepose, workers=0)
    assert (tmp_path / "000000000.npz").stat().st_mtime_ns == old
    np.testing.assert_array_equal(load_readings(tmp_path / "000000002.npz").reported, kept[1].reported)

    # Where more are asked for, a last file that was not full is filled.
    write_readings(tmp_path, 4, make, blazepose, workers=0)
    assert len(load_readings(tmp_path / "000000002.npz")) == 2


def test_a_stopped_run_with_readings_ends_with_the_same_weights(folder):
    settings = replace(PICTURES, readings=folder, out=folder, steps=4, validate_samples=2)
    second = resumed_as_whole(settings)
    assert {"mpjpe", "found_pa_mpjpe", "hidden_pve"} <= set(second.validate())


def test_a_network_that_reads_images_takes_no_readings(folder, capsys):
    options = [
        "--out",
        str(folder),
        "--space-bodies",
        "40",
        "--network",
        "FastMETRO-S-R50",
        "--pictures",
        "1",
    ]
    assert main([*options, "--readings", str(folder)]) == 1
    assert "give --clothes, not --readings" in capsys.readouterr().err
