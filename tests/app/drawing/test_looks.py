"""Looks: each shows everybody where they are, in a colour that everybody can tell from the others'."""

from itertools import combinations
from typing import get_args

import cv2
import numpy as np
import pytest

from app.drawing.colours import PEOPLE_COLOURS
from app.drawing.painter import Painter
from app.options import LookName, Options
from app.types import Frame
from models.rendering.looks import LOOKS
from tests.fakes.recorded_take import make_person

SIZE = (200, 260)

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
# 2009, severity 1.0: from linear RGB to what it looks like.
SEEN_BY = {
    "protanopes": [
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ],
    "deuteranopes": [
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ],
    "tritanopes": [
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ],
    "others": np.eye(3),
}


@pytest.fixture(scope="module")
def painter(anny):
    painter = Painter(anny, anny.joint_sets["fastmetro14"].names, 2)
    yield painter
    painter.close()


@pytest.fixture(scope="module")
def draw(painter, anny):
    """A function that draws people standing beside each other, before a picture of one brightness."""

    def drawn(look, count=1, brightness=128, **options):
        people = [
            make_person(anny, i + 1, anny.v_template, np.float32([1.1 * (i - (count - 1) / 2), -0.05, 4.4]))
            for i in range(count)
        ]
        image = np.full((SIZE[1], SIZE[0], 3), brightness, np.uint8)
        return painter.draw(Frame(0, image, 0.0, 0.0), people, Options(look=look, **options))

    return drawn


def covered(image, brightness=128):
    return np.abs(image.astype(int) - brightness).max(axis=2) > 12


def test_every_look_can_be_chosen():
    assert get_args(LookName) == tuple(LOOKS)


@pytest.mark.gl
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("brightness", [0, 128, 255])
def test_every_look_shows_the_whole_person_before_dark_and_bright(draw, look, brightness):
    shown = covered(draw(look, brightness=brightness), brightness)
    clay = covered(draw("clay"))
    assert (shown & clay).sum() > 0.9 * clay.sum()
    assert not (shown & ~cv2.dilate(clay.astype(np.uint8), np.ones((5, 5))).astype(bool)).any()


@pytest.mark.gl
def test_looks_differ(draw):
    images = [draw(look).astype(int) for look in LOOKS]
    for one, other in combinations(images, 2):
        assert (np.abs(one - other).max(axis=2) > 20).sum() > 500


@pytest.mark.gl
@pytest.mark.parametrize("look", LOOKS)
def test_outlines_have_no_steps(draw, look):
    """Between the picture and the person lie pixels that are partly covered."""
    image = draw(look, brightness=255, opacity=1.0).astype(int).min(axis=2)
    inside = cv2.erode((image < 255).astype(np.uint8), np.ones((3, 3))).astype(bool)
    border = image[(image < 255) & ~inside]
    assert np.unique(border).size > 15
    assert np.median(border) > 180


@pytest.mark.gl
@pytest.mark.parametrize("look", LOOKS)
def test_two_people_are_told_apart_by_hue(draw, look):
    image = draw(look, count=2).astype(float)
    shown = covered(image)
    half = SIZE[0] // 2
    left, right = image[:, :half][shown[:, :half]].mean(axis=0), image[:, half:][shown[:, half:]].mean(axis=0)
    assert left[2] > left[0] + 3  # blue
    assert right[0] > right[2] + 40  # orange


@pytest.mark.gl
@pytest.mark.parametrize("look", ["mannequin", "figurine"])
def test_a_body_wears_a_suit_and_shoes(draw, anny, look):
    """Its trunk is of the person's own colour, its head is warmer and its feet are dark."""
    image = draw(look, opacity=1.0).astype(float)
    focal = make_person(anny, 1, anny.v_template, np.float32([0, 0, 4])).focal_px

    def colour(bone):
        x, y, z = anny.skeleton.tails[anny.skeleton.names.index(bone)] + np.float32([0, -0.05, 4.4])
        column, row = round(focal * x / z + (SIZE[0] - 1) / 2), round(focal * y / z + (SIZE[1] - 1) / 2)
        return image[row - 1 : row + 2, column - 1 : column + 2].mean(axis=(0, 1))

    trunk, face, foot = colour("spine04"), colour("eye.L"), colour("toe2-1.L")
    assert trunk[2] > trunk[0] - 10  # the first person's pale blue, or neutral in warm light
    assert face[0] > face[2] + 5  # warmer than the suit
    assert foot.mean() < 0.7 * min(face.mean(), trunk.mean())


@pytest.mark.gl
def test_a_skeleton_has_hands_and_feet(draw, anny):
    """It reaches beyond wrists and ankles, as far as the body does."""
    bones, body = covered(draw("clay", show="skeleton")), covered(draw("clay"))
    rows, columns = np.nonzero(bones)
    _, all_columns = np.nonzero(body)
    ankle = anny.skeleton.heads[anny.skeleton.names.index("foot.L")]
    assert rows.max() > round(600 * (ankle[1] - 0.05) / 4.4 + SIZE[1] / 2) + 4
    assert abs(columns.min() - all_columns.min()) < 9
    assert abs(columns.max() - all_columns.max()) < 9


@pytest.mark.gl
def test_bones_before_the_mesh_stand_out(draw):
    mesh, both = draw("mannequin").astype(int), draw("mannequin", show="both").astype(int)
    bones = covered(draw("mannequin", show="skeleton"))
    away = ~cv2.dilate(bones.astype(np.uint8), np.ones((5, 5))).astype(bool) & covered(mesh)
    assert np.abs(both - 128)[away].mean() < 0.75 * np.abs(mesh - 128)[away].mean()  # the mesh steps back
    assert np.abs(both - mesh).max(axis=2)[bones].mean() > 40


@pytest.mark.parametrize("eyes", SEEN_BY)
def test_colours_of_people_stay_apart_for_all_eyes(eyes):
    srgb = np.array(PEOPLE_COLOURS) / 255
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    seen = np.clip(linear @ np.array(SEEN_BY[eyes]).T, 0, 1)
    seen = np.where(seen <= 0.0031308, 12.92 * seen, 1.055 * seen ** (1 / 2.4) - 0.055)
    lab = cv2.cvtColor(seen[None].astype(np.float32), cv2.COLOR_RGB2LAB)[0]
    for one, other in combinations(lab, 2):
        assert np.linalg.norm(one - other) > 15  # about 2 can just be told apart side by side
