"""Time codes: read back from poor pictures, and latencies of what is known."""

import cv2
import numpy as np
import pytest

from app.live.time_codes import CODES, CodeReader, GlassMeter, code_image, codes_on_screen

REFRESH_S = 1 / 60


def screen_with(numbers):
    """A white (480, 480, 3) picture with codes in their cells."""
    image = np.full((480, 480), 255, np.uint8)
    for cell, number in numbers.items():
        row, column = divmod(cell, 2)
        large = np.kron(code_image(number), np.ones((28, 28), np.uint8))
        image[36 + 240 * row :, 36 + 240 * column :][:168, :168] = large
    return cv2.cvtColor(image, cv2.COLOR_GRAY2RGB)


def test_every_code_is_read_as_itself():
    reader = CodeReader()
    for first in range(0, CODES, 100):
        image = np.full((960, 960, 3), 255, np.uint8)
        for number in range(first, first + 100):
            row, column = divmod(number - first, 10)
            large = np.kron(code_image(number), np.ones((10, 10), np.uint8))
            image[18 + 96 * row :, 18 + 96 * column :][:60, :60] = large[..., None]
        assert sorted(reader.read(image)) == list(range(first, first + 100))


def test_a_number_begins_again_after_the_last_code():
    assert CodeReader().read(screen_with({0: CODES + 12})) == [12]


def test_the_screen_shows_the_last_numbers_each_in_its_own_cell():
    assert codes_on_screen(0) == {0: 0}
    assert codes_on_screen(6) == {3: 3, 0: 4, 1: 5, 2: 6}


def test_a_dark_blurred_and_tilted_picture_still_shows_them():
    image = screen_with(codes_on_screen(503))
    corners = np.array([[0, 0], [479, 0], [479, 479], [0, 479]], np.float32)
    seen = np.array([[140, 60], [460, 20], [500, 430], [100, 380]], np.float32)
    to_camera = cv2.getPerspectiveTransform(corners, seen)
    filmed = cv2.warpPerspective(image, to_camera, (640, 480), borderValue=(60, 60, 60))
    filmed = cv2.GaussianBlur(filmed, (5, 5), 0) // 2
    noise = np.random.default_rng(0).normal(0, 6, filmed.shape)
    filmed = np.clip(filmed + noise, 0, 255).astype(np.uint8)
    assert sorted(CodeReader().read(filmed)) == [500, 501, 502, 503]


def test_a_picture_without_a_code_shows_none():
    noise = np.random.default_rng(0).integers(0, 255, (480, 640, 3), np.uint8)
    assert CodeReader().read(noise) == []


@pytest.mark.parametrize("exposure", [0.3, 0.5, 0.7])
def test_while_one_code_changes_the_others_are_read(exposure):
    before, after = screen_with(codes_on_screen(10)), screen_with(codes_on_screen(11))
    mixed = cv2.addWeighted(before, 1 - exposure, after, exposure, 0)
    assert max(CodeReader().read(mixed)) in (10, 11)


def test_the_newest_code_counts_and_latencies_are_from_its_paint():
    meter = GlassMeter()
    for number in range(8):
        meter.note_paint(number, 5 + number * REFRESH_S)
    image = screen_with(codes_on_screen(7))
    painted = 5 + 7 * REFRESH_S
    meter.measure(image, painted + 0.08, painted + 0.15)
    assert meter.to_camera == pytest.approx([0.08])
    assert meter.to_screen == pytest.approx([0.15])


def test_codes_that_begin_again_are_those_painted_last():
    meter = GlassMeter()
    for number in range(2 * CODES + 2):
        meter.note_paint(number, number * REFRESH_S)
    number = 2 * CODES + 1
    meter.measure(screen_with(codes_on_screen(number)), number * REFRESH_S + 0.08, number * REFRESH_S + 0.1)
    assert meter.to_camera == pytest.approx([0.08])


def test_pictures_without_a_code_of_ours_count_and_tell_nothing():
    meter = GlassMeter()
    meter.measure(np.full((48, 64, 3), 90, np.uint8), 1.0, 1.1)
    meter.measure(screen_with({0: 4}), 1.0, 1.1)  # never painted
    meter.note_paint(4, 2.0)
    meter.measure(screen_with({0: 4}), 1.0, 1.1)  # painted later than it was filmed
    assert (meter.pictures, meter.read, meter.to_camera, meter.to_screen) == (3, 0, [], [])
