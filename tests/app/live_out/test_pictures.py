"""Pictures for viewers: what is decoded is what was drawn."""

import cv2
import numpy as np

from app.live_out.pictures import cropped_png, jpeg, keyed_jpeg


def decoded(content):
    return cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED)


def test_red_stays_red():
    image = np.zeros((16, 16, 3), np.uint8)
    image[:] = (250, 10, 20)
    blue, green, red = decoded(jpeg(image))[8, 8]
    assert red > 240
    assert max(blue, green) < 30


def test_a_png_is_cut_to_what_is_seen_and_its_colours_are_not_dimmed_by_alpha():
    cutout = np.zeros((40, 60, 4), np.uint8)
    cutout[5:9, 50:60] = (120, 60, 30, 255)
    cutout[9, 50:60] = (60, 30, 15, 128)  # the same, half covered
    content, place = cropped_png(cutout)
    image = decoded(content)
    assert place == (50, 5)
    assert image.shape == (5, 10, 4)
    assert np.array_equal(image[0, 0], (30, 60, 120, 255))
    assert np.abs(image[4, 0].astype(int) - (30, 60, 120, 128)).max() <= 1


def test_nobody_is_one_transparent_pixel():
    content, place = cropped_png(np.zeros((40, 60, 4), np.uint8))
    assert place == (0, 0)
    assert np.array_equal(decoded(content), np.zeros((1, 1, 4)))


def test_what_is_half_covered_is_half_of_the_colour_behind():
    cutout = np.zeros((32, 32, 4), np.uint8)
    cutout[:, 16:] = (100, 0, 0, 128)
    image = decoded(keyed_jpeg(cutout, (0, 0, 255)))
    assert np.abs(image[16, 4].astype(int) - (255, 0, 0)).max() <= 3
    assert np.abs(image[16, 28].astype(int) - (127, 0, 100)).max() <= 3


def test_light_that_is_added_is_not_lost():
    cutout = np.zeros((8, 8, 4), np.uint8)
    cutout[2:6, 2:6] = (0, 100, 200, 50)
    image = decoded(cropped_png(cutout)[0])
    assert np.abs(image[1, 1].astype(int) - (255, 127, 0, 200)).max() <= 1
