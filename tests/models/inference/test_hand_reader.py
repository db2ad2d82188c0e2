"""Hands read where a body has them, on the bundled clip; and what is not believed."""

from dataclasses import replace

import av
import numpy as np
import pytest

from models.body.finger_angles import HAND_LANDMARKS
from models.errors import UserError
from models.inference.hand_reader import LEAST_PALM_PX, HandPlace, HandReader
from models.inference.paths import ASSETS, HANDS


@pytest.fixture(scope="module")
def reader():
    reader = HandReader(ASSETS / HANDS)
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def waving() -> np.ndarray:
    """The clip's frame 183, in which somebody waves with the left hand."""
    with av.open(ASSETS / "sample.mp4") as file:
        for index, frame in enumerate(file.decode(video=0)):
            if index == 183:
                return frame.to_ndarray(format="rgb24")
    raise AssertionError("the clip is shorter")


PLACE = HandPlace(np.array([696.0, 123.0]), np.array([688.0, 94.0]), 31.0, is_left=True)


def test_a_hand_is_read_where_the_body_has_it(reader, waving):
    landmarks = reader.read(waving, PLACE)
    assert landmarks is not None
    assert landmarks.shape == (HAND_LANDMARKS, 3)
    assert np.linalg.norm(PLACE.off(landmarks)) < 0.5 * PLACE.palm_px
    tips, knuckles = landmarks[[8, 12, 16, 20], 1], landmarks[[5, 9, 13, 17], 1]
    assert (tips < knuckles - 10).all()  # the fingers point up
    # Looked for somewhat beside, it is the same hand.
    again = reader.read(waving, PLACE, expected=PLACE.moved(np.array([6.0, -5.0])))
    np.testing.assert_allclose(again[:, :2], landmarks[:, :2], atol=6)


def test_in_a_mirrored_picture_it_is_the_other_hand(reader, waving):
    width = waving.shape[1]

    def mirrored(point):
        return np.array([width - 1 - point[0], point[1]])

    place = replace(PLACE, wrist=mirrored(PLACE.wrist), knuckles=mirrored(PLACE.knuckles))
    picture = np.ascontiguousarray(waving[:, ::-1])
    assert reader.read(picture, place) is None
    landmarks = reader.read(picture, replace(place, is_left=False))
    own = reader.read(waving, PLACE)
    np.testing.assert_allclose(width - 1 - landmarks[:, 0], own[:, 0], atol=8)


def test_what_does_not_fit_the_body_is_not_read(reader, waving):
    assert reader.read(waving, replace(PLACE, is_left=False)) is None  # of the other side
    assert reader.read(waving, replace(PLACE, palm_px=PLACE.palm_px * 2.5)) is None  # too small for it
    assert reader.read(waving, PLACE, expected=PLACE.moved(np.array([0.0, 0.0]))) is not None
    beside = PLACE.moved(np.array([28.0, 10.0]))
    assert reader.read(waving, beside, expected=PLACE) is None  # too far away from it
    wall = PLACE.moved(np.array([-500.0, 60.0]))
    assert reader.read(waving, wall) is None
    assert reader.read(waving, replace(PLACE, wrist=PLACE.knuckles)) is not None  # seen from its tip


def test_where_a_hand_is_follows_from_its_bones():
    wrist, knuckles = np.array([0.1, 0.0, 2.0]), np.tile([0.1, -0.1, 2.0], (4, 1))
    place = HandPlace.of(wrist, knuckles, 1000.0, (1280, 720), is_left=True)
    np.testing.assert_allclose(place.wrist, [689.5, 359.5])
    np.testing.assert_allclose(place.knuckles, [689.5, 309.5])
    assert place.palm_px == pytest.approx(50)
    crop = place.crop()
    assert crop.angle == pytest.approx(0)
    np.testing.assert_allclose(crop.crop_from_image(place.wrist)[0], 0, atol=1e-6)
    assert crop.crop_from_image(place.wrist)[1] > 0  # the fingers point up


@pytest.mark.parametrize(
    ("wrist", "why"),
    [
        ((0.1, 0.0, 200 / LEAST_PALM_PX), "too small"),
        ((9.0, 0.0, 2.0), "outside"),
        ((0.1, 0.0, -2.0), "behind the camera"),
        ((np.nan, 0.0, 2.0), "no number"),
    ],
)
def test_hands_that_cannot_be_read_have_no_place(wrist, why):
    knuckles = np.tile(np.array(wrist) - [0, 0.1, 0], (4, 1))
    assert HandPlace.of(np.array(wrist), knuckles, 1000.0, (1280, 720), is_left=False) is None, why


def test_a_missing_or_damaged_file_is_said(tmp_path):
    with pytest.raises(UserError, match=r"gone\.task is missing"):
        HandReader(tmp_path / "gone.task")
    damaged = tmp_path / "damaged.task"
    damaged.write_bytes((ASSETS / HANDS).read_bytes()[:100_000])
    with pytest.raises(UserError, match=r"damaged\.task is damaged"):
        HandReader(damaged)
