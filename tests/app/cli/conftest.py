"""Fixtures of the commands: a tiny model as the user's own, a clip, and a detector of dolls."""

import cv2
import numpy as np
import pytest

from app.types import Detection
from models.body.template import load_template
from tests.app.cli.doll_clip import FRAMES, SCALE, SIZE, doll_frame
from tests.fakes.tiny_model import make_model


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """A folder with the tiny model, chosen as the user's own."""
    folder = tmp_path_factory.mktemp("models")
    make_model(folder)
    return folder


@pytest.fixture(scope="module")
def clip(models, tmp_path_factory):
    """A video of a red doll that walks to the right."""
    template = load_template(models / "doll.npz")
    path = tmp_path_factory.mktemp("clips") / "doll.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25, SIZE)
    for index in range(FRAMES):
        writer.write(cv2.cvtColor(doll_frame(template, index), cv2.COLOR_RGB2BGR))
    writer.release()
    return path


@pytest.fixture
def finds_doll(models, monkeypatch):
    """A person detector for dolls: where the red is, there are the landmarks."""
    template = load_template(models / "doll.npz")
    landmarks = template.joint_sets["mediapipe33"].regress(template.centred(template.v_template)[0])[:, :2]

    class DollDetector:
        def __init__(self, kind):
            assert kind == "body"

        def detect(self, image, regions=None):
            rows, columns = np.nonzero(image[..., 0].astype(int) - image[..., 1] > 100)
            if len(rows) == 0:
                return []
            middle = landmarks.mean(axis=0)
            points = (landmarks - middle) * SCALE + [columns.mean(), rows.mean()]
            return [Detection(points.astype(np.float32), np.ones(33, np.float32), 1.0)]

        def close(self):
            pass

    monkeypatch.setattr("app.live.loaded_model.PersonDetector", DollDetector)


@pytest.fixture(autouse=True)
def own_models(models, monkeypatch):
    monkeypatch.setenv("FASTMETRO_MODELS", str(models))
