"""A tiny model, its files as a server takes them, and the people that it is shown."""

from pathlib import Path

import numpy as np
import pytest

from models.camera.crop import CropBox, CropRule
from models.camera.projection import Pinhole
from models.export.server_files import write_server_files
from models.inference.inputs import CropImage, CropPlace, State, Subject
from models.inference.onnx_model import OnnxModel
from tests.fakes.tiny_model import draw_doll, make_model

WIDTH, HEIGHT = 640, 480
FURTHER = {
    "small": CropImage("the same crop", size=16, mean=(0.5, 0.4, 0.3), std=(0.25,) * 3, channel_order="BGR"),
    "upright": CropImage("not rotated", around="points", crop=CropRule("points", 1.25), size=32),
    "crop": CropPlace(),
    "history": State(output="history_next", dims=(2, 3)),
}


@pytest.fixture(scope="session")
def model(tmp_path_factory) -> OnnxModel:
    """A model with images, places and a state."""
    return OnnxModel(make_model(tmp_path_factory.mktemp("model"), further=FURTHER))


@pytest.fixture(scope="session")
def repository(model, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    write_server_files(model.file, folder)
    return folder


@pytest.fixture(scope="session")
def people(model) -> list[Subject]:
    """Three subjects, one of them a left hand as far as crops go, each with a state."""
    rng = np.random.default_rng(3)
    image = rng.integers(60, 120, (HEIGHT, WIDTH, 3)).astype(np.uint8)
    for x in (150, 330, 500):
        draw_doll(image, model.template, (x, 250), 110)
    points = np.float32([[-60, -120], [60, -90], [10, 140]])
    return [
        Subject(
            image,
            CropBox(np.float32([x + 5, 260]), 300.0, 0.2 * i),
            Pinhole.of_photo((WIDTH, HEIGHT)),
            points + np.float32([x, 250]),
            is_left=i == 1,
            state={"history": rng.normal(size=(2, 3)).astype(np.float32)},
        )
        for i, x in enumerate((150, 330, 500))
    ]
