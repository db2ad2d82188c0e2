"""Pictures lie on the screen pixel for pixel, at every scale of it, in colours that are theirs."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter

from app.gui.widgets.pictures import Picture

NOISE = np.random.default_rng(0).integers(0, 255, (90, 160, 3), np.uint8)


def painted(picture: Picture, image: np.ndarray, place: QRect, ratio: float) -> np.ndarray:
    """Return what is seen in the place, (H, W, 3) RGB, in pixels of the screen."""
    screen = QImage((QSize(400, 300) * ratio), QImage.Format.Format_RGB32)
    screen.setDevicePixelRatio(ratio)
    screen.fill(0)
    painter = QPainter(screen)
    picture.paint(painter, place, image)
    painter.end()
    rows = np.frombuffer(screen.constBits(), np.uint8).reshape(screen.height(), screen.bytesPerLine())
    seen = rows[:, : 4 * screen.width()].reshape(screen.height(), screen.width(), 4)[..., 2::-1].copy()
    left, top = round(place.left() * ratio), round(place.top() * ratio)
    return seen[top : top + round(place.height() * ratio), left : left + round(place.width() * ratio)]


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_picture_of_the_screens_own_pixels_is_not_changed(ratio):
    size = round(160 / ratio), round(90 / ratio)
    place = QRect(QPoint(20, 40), QSize(*size))
    image = NOISE[: round(size[1] * ratio), : round(size[0] * ratio)]
    assert (painted(Picture(), image, place, ratio) == image).all()


def test_a_smaller_or_larger_place_is_filled_with_the_same_colours():
    image = np.full((90, 160, 3), (200, 40, 10), np.uint8)
    picture = Picture()
    for size in ((80, 45), (320, 180), (33, 17), (80, 45)):
        seen = painted(picture, image, QRect(QPoint(3, 5), QSize(*size)), 1.0)
        assert (seen == (200, 40, 10)).all()


def test_the_next_picture_takes_the_place_of_the_last():
    picture, place = Picture(), QRect(0, 0, 80, 45)
    for colour in ((200, 40, 10), (0, 90, 200)):
        image = np.full((90, 160, 3), colour, np.uint8)
        assert (painted(picture, image, place, 1.0) == colour).all()


def test_one_that_covers_is_cut_alike_on_both_sides():
    image = np.zeros((90, 160, 3), np.uint8)
    image[:, 35:125] = 255  # the square in the middle
    seen = painted(Picture(covers=True), image, QRect(0, 0, 90, 90), 1.0)
    assert (seen == 255).all()
    image.flags.writeable = False  # as a decoder may hand it out
    assert (painted(Picture(covers=True), image, QRect(0, 0, 50, 50), 1.0) == 255).all()
