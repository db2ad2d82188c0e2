"""What is evaluated is what runs: one image through the live program and through each evaluation."""

import numpy as np
import pytest

from app.live.estimator import MeshEstimator
from app.live.mesh_step import MeshStep
from app.options import Options
from app.types import Frame
from models.camera.crop import CropBox, CropRule
from models.camera.projection import Pinhole
from models.evaluate.benchmarks import predictions
from models.evaluate.comparison import PersonEvaluator
from models.evaluate.datasets import Clip
from models.evaluate.photos import Reference, predict
from models.inference.inputs import CropImage, CropPlace, CropRays, State, Subject
from models.inference.onnx_model import OnnxModel
from tests.fakes.tiny_model import DollDetector, draw_doll, make_model

LANDMARKS = CropRule("landmarks", 1.3, rotate=True, border="replicate")
FURTHER = {
    "upright": CropImage(around="points", crop=CropRule("points", 1.25), size=32),
    "crop": CropPlace(),
    "rays": CropRays(cells=4),
    "history": State(output="history_next", dims=(2, 3)),
}
KINDS = {
    "landmarks": {"crop": LANDMARKS},
    "box": {"crop": CropRule("box", 1.2)},
    "BGR, normalised": {"crop": LANDMARKS, "channel_order": "BGR", "mean": (0.1,) * 3, "std": (0.9,) * 3},
    "further inputs": {"crop": LANDMARKS, "further": FURTHER},
}


def same(one, other, names=("vertices", "joints", "camera", "presence")):
    for name in names:
        np.testing.assert_allclose(getattr(one, name), getattr(other, name), atol=1e-6, err_msg=name)
    assert set(one.parameters) == set(other.parameters)
    for name, value in one.parameters.items():
        np.testing.assert_allclose(value, other.parameters[name], atol=1e-6, err_msg=name)


def doll_in(image, model) -> None:
    draw_doll(image, model.template, (180, 150), 120)


@pytest.mark.parametrize("kind", KINDS)
def test_a_photo_gives_live_what_it_gives_in_the_evaluation_of_photos(tmp_path, kind):
    path = make_model(tmp_path, **KINDS[kind])
    model = OnnxModel(path)
    image = np.full((300, 400, 3), 90, np.uint8)
    doll_in(image, model)
    if kind.startswith("BGR"):
        image = np.ascontiguousarray(image[..., ::-1])  # so that the network finds the red doll
    detector = DollDetector(model.template)
    doll = image[..., ::-1] if kind.startswith("BGR") else image
    (detection,) = detector.detect(doll)
    detector.detect = lambda image, regions=None: [detection]

    asked = []
    step = MeshStep(Options(model=str(path)), detector=detector)
    ask = step.estimator.estimate
    step.estimator.estimate = lambda subjects, **how: asked.append(ask(subjects, **how)) or asked[-1]
    (person,) = step.step(Frame(0, image, 0.0, 0.0)).people
    step.close()
    first_look, second_look = [found[0] for found in asked if found]

    evaluated = predict(model, Reference("doll", image, detection.landmarks, np.zeros((33, 3))))
    assert evaluated.presence > 0.9
    same(evaluated, first_look)
    again = Subject(image, second_look.crop, Pinhole.of_photo((400, 300)), points_2d=detection.landmarks)
    np.testing.assert_allclose(model.estimate([again])[0].camera, person.camera, atol=1e-6)


@pytest.mark.parametrize("kind", KINDS)
def test_a_crop_gives_live_what_it_gives_in_the_evaluation_of_rendered_people(tmp_path, kind):
    path = make_model(tmp_path, **KINDS[kind])
    estimator = MeshEstimator(path, device="cpu")
    image = np.full((300, 400, 3), 90, np.uint8)
    doll_in(image, estimator)
    crop, camera = CropBox(np.float32([190, 150]), 256.0), Pinhole.of_photo((400, 300))
    points = np.float32([[150, 60], [230, 200]])
    (live,) = estimator.estimate([Subject(image, crop, camera, points)])

    plane = CropBox(
        ((crop.center - camera.center) / camera.focal_px).astype(np.float32), 256 / camera.focal_px
    )
    evaluator = PersonEvaluator(OnnxModel(path))
    in_plane = (points - camera.center) / camera.focal_px
    vertices, points_2d = evaluator.predict(crop.cut(image, 256), plane, in_plane)
    np.testing.assert_allclose(vertices, live.vertices, atol=1e-6)
    on_image = crop.image_from_crop(points_2d)
    np.testing.assert_allclose(on_image, live.on_image(live.vertices), atol=1e-3)


@pytest.mark.parametrize("is_left", [False, True])
def test_a_hand_gives_live_what_it_gives_in_a_benchmark(tmp_path, is_left):
    """Benchmarks show right hands; a left one is live what the mirrored image is there."""
    path = make_model(tmp_path, kind="hand", crop=CropRule("box", 2.0), further={"crop": CropPlace()})
    model = OnnxModel(path)
    right = np.full((301, 401, 3), 90, np.uint8)
    doll_in(right, model)
    boxes = np.array([[90.0, 60, 290, 260]])
    found = predictions(model, Clip("hands", [lambda: right], boxes))
    image, box = right, boxes[0]
    if is_left:
        image = np.ascontiguousarray(right[:, ::-1])
        box = np.array([400 - boxes[0, 2], boxes[0, 1], 400 - boxes[0, 0], boxes[0, 3]])
    crop = CropBox(np.float32([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]), 400.0)
    subject = Subject(image, crop, Pinhole.of_photo((401, 301)), is_left=is_left)
    (live,) = MeshEstimator(path, device="cpu").estimate([subject])
    across = [-1, 1, 1] if is_left else [1, 1, 1]
    np.testing.assert_allclose(live.vertices * across, found["vertices"][0], atol=1e-6)
    np.testing.assert_allclose(live.joints * across, found["joints"][0], atol=1e-6)
    np.testing.assert_allclose(live.parameters["seen_crop"], found["seen_crop"][0], atol=1e-6)


def test_what_a_model_says_of_a_person_comes_back_in_the_next_frame(tmp_path):
    """The state grows by one a frame: live, and in the frames of a video, but not from photo to photo."""
    path = make_model(tmp_path, further=FURTHER)
    model = OnnxModel(path)
    image = np.full((300, 400, 3), 90, np.uint8)
    doll_in(image, model)
    step = MeshStep(Options(model=str(path)), detector=DollDetector(model.template))
    people = [step.step(Frame(i, image, 0.0, i / 30)).people[0] for i in range(4)]
    step.close()
    assert [person.parameters["seen_history"].max() for person in people] == [0, 1, 2, 3]

    boxes = np.tile([60.0, 40, 300, 280], (4, 1))
    for is_video, wanted in ((True, [0, 1, 2, 3]), (False, [0, 0, 0, 0])):
        found = predictions(model, Clip("clip", [lambda: image] * 4, boxes, is_video=is_video))
        assert found["seen_history"].max((1, 2)).tolist() == wanted


def test_the_lens_that_the_options_name_is_told(tmp_path):
    path = make_model(tmp_path, further=FURTHER)
    image = np.full((300, 400, 3), 90, np.uint8)
    model = OnnxModel(path)
    doll_in(image, model)
    sides = []
    for fov in (40.0, 90.0):
        detector = DollDetector(model.template)
        step = MeshStep(Options(model=str(path), fov_deg=fov), detector=detector)
        (person,) = step.step(Frame(0, image, 0.0, 0.0)).people
        step.close()
        sides.append(person.parameters["seen_crop"][2])
        assert sides[-1] == pytest.approx(person.crop.size / person.focal_px)
    assert sides[1] > 2 * sides[0]


def test_a_benchmark_tells_the_data_sets_own_camera(tmp_path):
    model = OnnxModel(make_model(tmp_path, further={"crop": CropPlace()}))
    image = np.full((300, 400, 3), 90, np.uint8)
    doll_in(image, model)
    intrinsics = np.array([[800.0, 0, 210], [0, 800, 130], [0, 0, 1]])
    clip = Clip("clip", [lambda: image], np.array([[60.0, 40, 300, 280]]), margin=1.0, intrinsics=intrinsics)
    place = predictions(model, clip)["seen_crop"][0]
    np.testing.assert_allclose(place, [(180 - 210) / 800, (160 - 130) / 800, 240 / 800, 1, 0], atol=1e-6)
