"""What a model is fed, seen through a real ONNX network that gives back what it was fed."""

import numpy as np
import onnx
import pytest

from models.camera.crop import CropBox, CropRule, crop_from_landmarks
from models.camera.projection import Pinhole
from models.inference.inputs import CropImage, CropPlace, CropRays, State, Subject
from models.inference.onnx_model import OnnxModel
from models.inference.store import ModelError
from tests.fakes.tiny_model import SIZE, draw_doll, make_model

WIDTH, HEIGHT = 640, 480
FURTHER = {
    "upright": CropImage("not rotated", around="points", crop=CropRule("points", 1.25), size=32),
    "small": CropImage("the same crop", size=16, mean=(0.5,) * 3, std=(0.25,) * 3, channel_order="BGR"),
    "crop": CropPlace(),
    "upright_crop": CropPlace("of upright", around="points", crop=CropRule("points", 1.25)),
    "rays": CropRays(cells=4),
    "history": State(output="history_next", dims=(2, 3)),
}


@pytest.fixture(scope="module")
def model(tmp_path_factory) -> OnnxModel:
    return OnnxModel(make_model(tmp_path_factory.mktemp("model"), further=FURTHER))


@pytest.fixture(scope="module")
def photo(model) -> np.ndarray:
    image = np.random.default_rng(0).integers(60, 120, (HEIGHT, WIDTH, 3)).astype(np.uint8)
    draw_doll(image, model.template, (350, 250), 150)
    return image


POINTS = np.float32([[300, 120], [420, 150], [360, 400]])


def subject(image, **changes) -> Subject:
    known = {
        "crop": CropBox(np.float32([360, 260]), 400.0, 0.3),
        "camera": Pinhole.of_photo((WIDTH, HEIGHT)),
        "points_2d": POINTS,
    }
    return Subject(image, **known | changes)


def seen(model, *subjects):
    """What the network was fed, by input, of each subject."""
    found = model.estimate(list(subjects))
    return [{name: one.parameters[f"seen_{name}"] for name in model.inputs} for one in found]


def test_the_image_is_the_normalised_crop(model, photo):
    (fed,) = seen(model, subject(photo))
    wanted = subject(photo).crop.cut(photo, SIZE, "replicate").transpose(2, 0, 1) / 255
    np.testing.assert_allclose(fed["image"], wanted, atol=1e-6)


def test_the_same_crop_at_another_size_and_normalised_otherwise(model, photo):
    (fed,) = seen(model, subject(photo))
    cut = subject(photo).crop.cut(photo, 16, "replicate")[..., ::-1].transpose(2, 0, 1)
    np.testing.assert_allclose(fed["small"], (cut / 255 - 0.5) / 0.25, atol=1e-5)


def test_a_second_crop_lies_around_the_points_by_its_own_rule(model, photo):
    (fed,) = seen(model, subject(photo))
    crop = CropBox(np.float32([360, 260]), 1.25 * 280)
    np.testing.assert_allclose(
        fed["upright"], crop.cut(photo, 32, "zero").transpose(2, 0, 1) / 255, atol=1e-6
    )


def test_a_second_crop_by_the_rule_of_landmarks(tmp_path, photo):
    rule = CropRule("landmarks", 1.3, rotate=True, border="replicate")
    further = {"turned": CropImage(around="points", crop=rule, size=24)}
    model = OnnxModel(make_model(tmp_path, further=further))
    points = np.random.default_rng(1).uniform(100, 400, (33, 2)).astype(np.float32)
    (fed,) = seen(model, subject(photo, points_2d=points))
    wanted = crop_from_landmarks(rule, points).cut(photo, 24, "replicate").transpose(2, 0, 1) / 255
    np.testing.assert_allclose(fed["turned"], wanted, atol=1e-6)
    with pytest.raises(ValueError, match="turned is placed around a person's landmarks and 3 are given"):
        model.estimate([subject(photo)])
    with pytest.raises(ValueError, match="landmarks and none are given"):
        model.estimate([subject(photo, points_2d=None)])


def test_the_crops_place_is_told_at_distance_one(model, photo):
    (fed,) = seen(model, subject(photo))
    focal = 320 / np.tan(np.radians(30))
    offset = np.array([360 - 319.5, 260 - 239.5]) / focal
    c, s = np.cos(0.3), np.sin(0.3)
    along = np.array([[c, s], [-s, c]]) @ offset  # in the crop's axes
    np.testing.assert_allclose(fed["crop"], [*along, 400 / focal, c, s], atol=1e-6)


def test_a_second_crops_place_is_told_likewise(model, photo):
    (fed,) = seen(model, subject(photo))
    focal = 320 / np.tan(np.radians(30))
    place = [(360 - 319.5) / focal, (260 - 239.5) / focal, 1.25 * 280 / focal, 1, 0]
    np.testing.assert_allclose(fed["upright_crop"], place, atol=1e-6)


def test_the_place_of_a_crop_around_points_needs_its_rule():
    for rule in (None, CropRule("box", 1.2)):
        with pytest.raises(ValueError, match="needs its rule"):
            CropPlace(around="points", crop=rule)


def test_rays_meet_the_cells_of_the_crop(model, photo):
    one = subject(photo)
    (fed,) = seen(model, one)
    axis = np.array([-0.75, -0.25, 0.25, 0.75])
    grid = np.stack(np.meshgrid(axis, axis), -1)
    pixels = one.crop.image_from_crop(grid)
    rays = ((pixels - one.camera.center) @ one.crop.rotation() / one.camera.focal_px).transpose(2, 0, 1)
    np.testing.assert_allclose(fed["rays"], rays, atol=1e-5)


def test_a_wider_lens_is_told(model, photo):
    narrow, wide = (subject(photo, camera=Pinhole.of_photo((WIDTH, HEIGHT), fov)) for fov in (40, 90))
    near, far = seen(model, narrow, wide)
    assert np.ptp(far["rays"]) > 2 * np.ptp(near["rays"])


def test_a_left_hand_is_shown_as_in_the_mirrored_photo(model, photo):
    """All inputs are those of the mirrored image; its crops sample one pixel further on."""
    left = subject(photo, is_left=True)
    mirrored = np.ascontiguousarray(photo[:, ::-1])

    def flip(points):
        return (np.float32([WIDTH - 1, 0]) + points * np.float32([-1, 1])).astype(np.float32)

    crop = CropBox(flip(left.crop.center), left.crop.size, -left.crop.angle)
    right = Subject(mirrored, crop, left.camera, flip(POINTS))
    a, b = seen(model, left, right)
    for name in ("crop", "rays"):
        np.testing.assert_allclose(a[name], b[name], atol=1e-6)
    for name in ("image", "upright", "small"):
        np.testing.assert_allclose(a[name], b[name], atol=0.03)


def test_a_state_is_zeros_for_somebody_new_and_then_what_the_model_said(model, photo):
    (first,) = model.estimate([subject(photo)])
    assert not first.parameters["seen_history"].any()
    np.testing.assert_array_equal(first.state["history"], np.ones((2, 3)))
    assert not {"history", "history_next"} & set(first.parameters)
    (second,) = model.estimate([subject(photo, state=first.state)])
    np.testing.assert_array_equal(second.parameters["seen_history"], np.ones((2, 3)))


def test_each_of_several_people_is_fed_their_own(model, photo):
    first = subject(photo, state={"history": np.full((2, 3), 5)})
    second = subject(photo, crop=CropBox(np.float32([200, 200]), 100.0), points_2d=POINTS + 30)
    alone = [seen(model, one)[0] for one in (first, second)]
    for batch in (None, 1, 2, 5):
        together = [one.parameters for one in model.estimate([first, second], batch=batch)]
        for one, other in zip(alone, together, strict=True):
            for name, value in one.items():
                np.testing.assert_array_equal(value, other[f"seen_{name}"])


def test_an_image_that_is_a_rotated_crop_is_told_as_the_photo_it_was_cut_from(model, photo):
    """As rendered people are: their image is the crop alone."""
    whole = subject(photo)
    focal, center = whole.camera.focal_px, whole.camera.center
    plane = CropBox(((whole.crop.center - center) / focal).astype(np.float32), 400 / focal, 0.3)
    part = Subject.of_crop(whole.crop.cut(photo, 400, "replicate"), plane, (POINTS - center) / focal)
    a, b = seen(model, whole, part)
    for name in ("crop", "rays"):
        np.testing.assert_allclose(a[name], b[name], atol=1e-5)
    for name in ("image", "small"):
        assert np.abs(a[name] - b[name]).mean() < 0.05
    # The upright crop is cut out of the rotated one, whose corners are missing.
    middle = np.s_[:, 8:24, 8:24]
    assert np.abs(a["upright"][middle] - b["upright"][middle]).mean() < 0.05


def test_a_file_whose_inputs_are_not_those_of_its_record_is_a_sentence(tmp_path):
    path = make_model(tmp_path, further={"rays": CropRays(cells=4)})
    proto = onnx.load(path)
    text = proto.metadata_props[0].value
    for changed, message in (
        (
            text.replace('"cells": 4', '"cells": 8'),
            r"takes the input rays of \[2, 4, 4\], its record says \[2, 8, 8\]",
        ),
        (text.replace('"rays"', '"views"'), "wants the input rays, of which its record says nothing"),
    ):
        proto.metadata_props[0].value = changed
        onnx.save(proto, path)
        with pytest.raises(ModelError, match=message):
            OnnxModel(path)
