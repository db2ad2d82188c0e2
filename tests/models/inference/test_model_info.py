"""The record inside a model file."""

import dataclasses
import json

import pytest

from models.camera.crop import CropRule
from models.inference.inputs import CropImage, CropPlace, CropRays, State
from models.inference.model_info import ModelInfo

INFO = ModelInfo(
    name="tiny",
    kind="body",
    input_size=64,
    mean=(0.0, 0.0, 0.0),
    std=(1.0, 1.0, 1.0),
    crop=CropRule("landmarks", 1.3, rotate=True, border="replicate"),
    template="anny.npz",
    template_sha256="0" * 64,
    body="anny",
    joint_names=("R_Ankle", "R_Knee"),
    parameters=7,
    inputs={"image": CropImage("(N, 3, 64, 64)")},
    outputs={"camera": "(N, 3)"},
    training={"samples": 10},
)


def test_record_survives_the_round_trip():
    assert ModelInfo.from_json(INFO.to_json()) == INFO


def test_further_inputs_survive_the_round_trip():
    inputs = {
        "image": CropImage("the crop"),
        "upright": CropImage("another", around="points", crop=CropRule("points", 1.25), size=192),
        "crop": CropPlace("its place"),
        "rays": CropRays("its rays", cells=4),
        "history": State("of 2D points", output="history_next", dims=(30, 17, 2)),
    }
    info = dataclasses.replace(INFO, inputs=inputs)
    assert ModelInfo.from_json(info.to_json()) == info


def test_what_an_image_leaves_out_is_as_in_the_record():
    own = CropImage(around="points", crop=CropRule("points", 1.25), size=192, mean=(0.5,) * 3)
    info = dataclasses.replace(INFO, std=(2.0,) * 3, inputs={"image": CropImage(), "upright": own})
    whole = info.whole_inputs()
    assert whole["image"] == CropImage("", "crop", INFO.crop, 64, INFO.mean, (2.0,) * 3, "RGB")
    assert whole["upright"] == dataclasses.replace(own, std=(2.0,) * 3, channel_order="RGB")


def test_records_that_describe_the_image_alone_still_load():
    record = json.loads(INFO.to_json()) | {"inputs": {"image": "(N, 3, 64, 64)"}}
    assert ModelInfo.from_json(json.dumps(record)) == INFO


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"sound": {"kind": "melody"}}, "of the input 'sound': the kind 'melody', which this version"),
        ({"image": {"kind": "crop_image", "sharpness": 2}}, "of the input 'image': sharpness, which this"),
        ({"two": {"kind": "crop_image", "around": "points", "crop": {"kind": "box", "scale": 1}}}, "'box'"),
        ({"image": 7}, "incomplete"),
        ([], "incomplete"),
    ],
)
def test_inputs_that_are_not_known_are_named(inputs, message):
    record = json.loads(INFO.to_json()) | {"inputs": inputs}
    with pytest.raises(ValueError, match=message):
        ModelInfo.from_json(json.dumps(record))


def test_records_of_later_versions_with_more_fields_still_load():
    record = json.loads(INFO.to_json()) | {"colour": "blue"}
    assert ModelInfo.from_json(json.dumps(record)) == INFO


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON"),
        ("[]", "has format 'list'"),
        ('{"format": "other/9"}', "'other/9'"),
        ('{"format": "fastmetro-model/1", "name": "x"}', "crop"),
    ],
)
def test_wrong_records_are_named(text, message):
    with pytest.raises(ValueError, match=message):
        ModelInfo.from_json(text)
