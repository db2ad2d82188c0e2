"""The record inside a model file."""

import json

import pytest

from models.camera.crop import CropRule
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
    inputs={"image": "(N, 3, 64, 64)"},
    outputs={"camera": "(N, 3)"},
    training={"samples": 10},
)


def test_record_survives_the_round_trip():
    assert ModelInfo.from_json(INFO.to_json()) == INFO


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
