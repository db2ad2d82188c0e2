"""A recording that every format is tried on."""

import pytest

from tests.fakes.recorded_take import record_take


@pytest.fixture(scope="module")
def take(anny, tmp_path_factory):
    """A recording of persons 1 (all frames) and 4 (from the second frame on): (path, {id: (N, V, 3)})."""
    path = tmp_path_factory.mktemp("take") / "take.h5"
    return path, record_take(anny, path)
