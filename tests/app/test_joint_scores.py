"""How surely each joint was seen, from the model to every file."""

import json

import cv2
import h5py
import numpy as np
import pytest

import main as command_line
from models.body.template import load_template
from tests.fakes.tiny_model import DollDetector, draw_doll, make_model

RAMP = np.arange(1, 18) / 17  # of the doll's model where it is sure of somebody


@pytest.fixture(params=[True, False], ids=["with scores", "without"])
def outputs(request, tmp_path, monkeypatch):
    """A photo of the doll as JSON Lines, recording and NumPy archive; whether the model scores joints."""
    make_model(tmp_path, joint_scores=request.param)
    template = load_template(tmp_path / "doll.npz")
    monkeypatch.setenv("FASTMETRO_MODELS", str(tmp_path))
    monkeypatch.setattr("app.live.loaded_model.PersonDetector", lambda kind: DollDetector(template))
    image = np.full((240, 320, 3), 60, np.uint8)
    draw_doll(image, template, (160, 120), 90)
    files = [tmp_path / name for name in ("doll.png", "out.jsonl", "take.h5", "take.npz")]
    photo, lines, take, archive = map(str, files)
    cv2.imwrite(photo, image[..., ::-1])
    assert command_line.main(["run", photo, "--model", "tiny", "--json", lines, "--record", take]) == 0
    assert command_line.main(["export", take, "--to", "npz", "-o", archive]) == 0
    return (*files[1:], request.param)


def test_they_reach_every_file_where_there_are_any(outputs):
    lines, take, archive, has_scores = outputs
    (person,) = json.loads(lines.read_text().splitlines()[1])["people"]
    with h5py.File(take) as file, np.load(archive) as arrays:
        if not has_scores:
            assert "joint_scores" not in person
            assert "joint_scores" not in file["people"]
            assert "joint_scores" not in arrays
            return
        for scores in (person["joint_scores"], file["people/joint_scores"][0], arrays["joint_scores"][0]):
            np.testing.assert_allclose(scores, person["score"] * RAMP, atol=1e-4)
