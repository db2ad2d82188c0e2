"""A file that is open is found wherever it was moved to."""

import os
import sys

import pytest

from app.system.open_files import OpenFile

pytestmark = pytest.mark.skipif(
    sys.platform not in ("linux", "darwin"), reason="the system does not tell where an open file was moved to"
)


@pytest.fixture
def opened(tmp_path):
    """A file in a folder, and what follows it."""
    path = tmp_path / "takes" / "a b.h5"
    path.parent.mkdir()
    with path.open("wb") as file:
        yield path, OpenFile(file.fileno(), path)


def test_a_file_that_stays_is_where_it_was(opened):
    path, file = opened
    assert file.place == path


def test_a_file_or_its_folder_is_found_where_it_was_moved_to_again_and_again(opened, tmp_path):
    path, file = opened
    new = path.rename(path.with_name("b.h5"))
    assert file.place == new
    path.parent.rename(tmp_path / "other takes")
    assert file.place == tmp_path / "other takes" / "b.h5"


def test_another_file_in_its_place_is_not_taken_for_it(opened):
    path, file = opened
    moved = path.rename(path.with_name("b.h5"))
    path.write_bytes(b"")
    assert file.place == moved


def test_a_deleted_file_is_nowhere(opened):
    path, file = opened
    path.unlink()
    path.parent.rmdir()
    assert file.place is None


def test_a_second_name_of_a_deleted_one_is_no_deletion(opened, tmp_path):
    path, file = opened
    os.link(path, tmp_path / "second.h5")
    path.unlink()
    assert file.place is not None
