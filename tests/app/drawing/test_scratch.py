"""Memory that is used again, and what is drawn in it."""

import numpy as np
import pytest

from app.drawing.painter import blend
from app.drawing.scratch import Scratch
from models.rendering.mesh_renderer import Rendering


def test_memory_of_a_name_is_used_again_and_grows_with_the_pictures():
    scratch = Scratch()
    large = scratch.picture("one", 40, 30, 3)
    assert (large.shape, large.dtype) == ((40, 30, 3), np.uint8)
    small = scratch.picture("one", 20, 10)
    assert small.shape == (20, 10)
    assert np.shares_memory(small, large)
    assert not np.shares_memory(scratch.picture("other", 20, 10), large)
    assert not np.shares_memory(scratch.picture("one", 50, 30, 3), large)
    assert small.flags.c_contiguous


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("opacity", [1.0, 0.4])
def test_what_was_there_before_is_not_seen_in_what_is_blended(channels, opacity):
    rng = np.random.default_rng(0)
    scratch = Scratch()
    for height, width in ((30, 40), (8, 5), (30, 40), (1, 1)):
        image = rng.integers(0, 255, (50, 60, channels), np.uint8)
        again = image.copy()
        rendering = Rendering(7, 11, rng.integers(0, 255, (height, width, 4), np.uint8))
        blend(image, rendering, opacity, scratch)
        blend(again, rendering, opacity)
        np.testing.assert_array_equal(image, again)
