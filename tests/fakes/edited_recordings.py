"""Recordings that are changed row by row, as who wrote them might have."""

from contextlib import contextmanager

import h5py

from app.recordings.schema import row_checksum


@contextmanager
def edited(path):
    """Open a recording to be changed; its rows get new checksums afterwards."""
    with h5py.File(path, "r+") as file:
        yield file
        for group in (file["frames"], file["people"]):
            values = {name: table[()] for name, table in group.items() if name != "checksum"}
            for row in range(len(group["checksum"])):
                group["checksum"][row] = row_checksum({name: each[row] for name, each in values.items()})
