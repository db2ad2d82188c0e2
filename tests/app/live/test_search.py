"""Where the detector looks: regions that cover the image."""

import numpy as np
import pytest

from app.live.search import Region, search_levels


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (640, 480), (512, 512), (1920, 1080)])
def test_the_search_begins_with_the_whole_and_its_squares_cover_it(size):
    width, height = size
    levels = search_levels(width, height)
    assert levels[0] == [Region(0, 0, width, height)]
    for level in levels[2:]:
        seen = np.zeros((height, width), bool)
        for r in level:
            assert r.width == r.height
            assert 0 <= r.x <= width - r.width
            assert 0 <= r.y <= height - r.height
            seen[r.y : r.y + r.height, r.x : r.x + r.width] = True
        assert seen.all()


def test_somebody_of_half_a_square_lies_whole_within_one():
    for level in search_levels(1280, 720)[2:]:
        side = level[0].width
        for x in range(0, 1280 - side // 2, 37):
            for y in range(0, 720 - side // 2, 37):
                assert any(
                    r.x <= x and r.y <= y and x + side // 2 <= r.x + side and y + side // 2 <= r.y + side
                    for r in level
                )
