"""What is evaluated is what runs: one image through the live estimator and through the evaluations."""

import cv2
import numpy as np
import pytest

from app.live.estimator import MeshEstimator
from models.camera.crop import CropBox, crop_from_landmarks, crop_from_points
from models.camera.projection import Pinhole
from models.evaluate.benchmarks import predictions
from models.evaluate.comparison import Judge
from models.evaluate.datasets import Clip
from models.evaluate.photos import Teacher, predict
from models.inference.inputs import Subject
from models.inference.onnx_model import OnnxModel
from models.inference.paths import ASSETS

MODEL = ASSETS / "anny-small.onnx"


@pytest.fixture(scope="module")
def image() -> np.ndarray:
    clip = cv2.VideoCapture(str(ASSETS / "sample.mp4"))
    image = cv2.cvtColor(clip.read()[1], cv2.COLOR_BGR2RGB)
    clip.release()
    return image


@pytest.fixture(scope="module")
def live() -> MeshEstimator:
    return MeshEstimator(MODEL, provider="cpu", threads=1)


@pytest.fixture(scope="module")
def landmarks(image, live) -> np.ndarray:
    """(33, 2) pixels: somebody's rest pose in the middle of the picture."""
    body = live.template.joint_sets["mediapipe33"].regress(live.template.v_template)[:, :2]
    return (body * (0.4 * image.shape[0]) + np.array(image.shape[1::-1]) / 2).astype(np.float32)


def assert_same(one, other):
    assert one.presence == pytest.approx(other.presence, abs=1e-5)
    np.testing.assert_allclose(one.camera, other.camera, atol=1e-5)
    np.testing.assert_allclose(one.joints, other.joints, atol=1e-5)
    np.testing.assert_allclose(one.vertices, other.vertices, atol=1e-5)


def test_photos_are_evaluated_as_they_are_run(image, live, landmarks):
    crop = crop_from_landmarks(live.info.crop, landmarks)
    (seen,) = live.estimate([Subject(image, crop, Pinhole.of_photo(image.shape[1::-1]), landmarks)])
    assert_same(
        predict(OnnxModel(MODEL, threads=1), Teacher("one", image, landmarks, np.zeros((33, 3)))), seen
    )


def test_rendered_people_are_evaluated_as_they_are_run(image, live, landmarks):
    crop = crop_from_landmarks(live.info.crop, landmarks)
    size = live.info.input_size
    cut = crop.cut(image, size, live.info.crop.border)
    # The crop as the picture of a camera of its own, and the same crop in the plane of that camera.
    plane = CropBox(np.zeros(2, np.float32), 1.0)
    points = plane.image_from_crop(crop.crop_from_image(landmarks))
    (seen,) = live.estimate([Subject.of_crop(cut, plane, points)])
    vertices, on_crop = Judge(OnnxModel(MODEL, threads=1)).predict(cut, plane, points)
    np.testing.assert_allclose(vertices, seen.vertices, atol=1e-5)
    np.testing.assert_allclose(on_crop, seen.crop.crop_from_image(seen.on_image(seen.vertices)), atol=1e-5)


def test_benchmarks_are_evaluated_as_they_are_run(image, live, landmarks):
    box = np.concatenate([landmarks.min(0), landmarks.max(0)]).astype(np.float64)
    clip = Clip("one", [lambda: image], box[None])
    crop = crop_from_points(live.info.crop, clip.corners(0))
    (seen,) = live.estimate([Subject(image, crop, Pinhole.of_photo(image.shape[1::-1]), clip.corners(0))])
    found = predictions(OnnxModel(MODEL, threads=1), clip)
    np.testing.assert_allclose(found["vertices"][0], seen.vertices, atol=1e-5)
    np.testing.assert_allclose(found["joints"][0], seen.joints, atol=1e-5)
