"""Files that the program writes, and the room for them."""

import pytest

from app.system.files import free_bytes


def test_free_space_is_that_of_the_nearest_folder_that_exists(tmp_path):
    assert free_bytes(tmp_path / "not" / "yet") == pytest.approx(free_bytes(tmp_path), rel=0.1)
