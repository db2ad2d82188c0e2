"""Files take their place whole, and what is kept is made again when it is damaged."""

import io

import numpy as np
import pytest

from models.files import kept_arrays, replacing


def test_a_file_that_fails_while_it_is_written_leaves_the_older_one(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")

    def fill_the_disk():
        with replacing(path) as file:
            file.write(b"half")
            raise OSError("The disk is full.")

    with pytest.raises(OSError, match="full"):
        fill_the_disk()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    with replacing(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_arrays_are_made_once_and_again_where_their_file_is_damaged(tmp_path, caplog):
    made = []

    def make():
        made.append(1)
        return {"numbers": np.arange(5) + len(made)}

    path = tmp_path / "folder" / "kept.npz"
    np.testing.assert_array_equal(kept_arrays(path, make)["numbers"], np.arange(5) + 1)
    np.testing.assert_array_equal(kept_arrays(path, make)["numbers"], np.arange(5) + 1)
    assert len(made) == 1
    single = io.BytesIO()
    np.save(single, np.arange(3))
    for damage in (path.read_bytes()[:100], b"", b"no archive", single.getvalue()):
        path.write_bytes(damage)
        wanted = np.arange(5) + len(made) + 1
        np.testing.assert_array_equal(kept_arrays(path, make)["numbers"], wanted)
        assert "kept.npz is damaged" in caplog.text
        caplog.clear()
