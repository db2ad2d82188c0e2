"""Arrays of others are read only where header, file and budget agree."""

import io
import zipfile

import numpy as np
import pytest

from models.npz import DamagedArrayError, MissingArrayError, read_npy, read_npz


def archive(content: bytes, packing=zipfile.ZIP_DEFLATED) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as members:
        members.writestr("a.npy", content)
    return file


def array(header: str, values: bytes = b"") -> bytes:
    return b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header.encode() + values


@pytest.mark.parametrize(
    "of", [np.arange(6.0).reshape(2, 3), np.asfortranarray(np.eye(3)), np.float32(2), np.zeros((0, 4))]
)
def test_sound_arrays_are_read_as_numpy_does(of):
    file = io.BytesIO()
    np.savez_compressed(file, of=of)
    read = read_npz(file)["of"]
    np.testing.assert_array_equal(read, of)
    assert read.dtype == np.asarray(of).dtype
    assert read.flags.writeable
    single = io.BytesIO()
    np.save(single, of)
    np.testing.assert_array_equal(read_npy(single), of)


@pytest.mark.parametrize(
    "content",
    [
        array("{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000000,)}\n", b"1234"),
        array("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}\n", b"1234"),
        array("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}\n", b"N."),
        array("{'descr': '<f4', 'fortran_order': False, 'shape': " + "(" * 3000 + "\n"),
        array("{'descr': '<f4', 'fortran_order': False, 'shape': (\n"),
        b"nothing of the kind",
    ],
)
def test_headers_that_lie_are_refused_in_a_few_words(content):
    with pytest.raises(DamagedArrayError) as caught:
        read_npz(archive(content))
    assert 0 < len(str(caught.value)) < 100


def test_what_swells_is_refused_before_it_is_unpacked():
    swelling = archive(
        array("{'descr': '|u1', 'fortran_order': False, 'shape': (3000000,)}\n", bytes(3_000_000))
    )
    assert len(swelling.getvalue()) < 10_000
    with pytest.raises(DamagedArrayError, match=r"it would take 0\.0 GB"):
        read_npz(swelling, largest=1_000_000)
    assert read_npz(swelling)["a"].shape == (3_000_000,)


def test_missing_arrays_are_named():
    file = io.BytesIO()
    np.savez(file, a=1)
    with pytest.raises(MissingArrayError, match="lacks b; it has a"):
        read_npz(file, ["b"])
