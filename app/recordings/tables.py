"""The growing tables of a recording, and how rows are added to them with their checksums."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from app.recordings.schema import row_checksum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import h5py

TABLE_ROWS = 256  # a chunk, in which HDF5 reads and writes


def growing_table(
    group: h5py.Group,
    name: str,
    shape: tuple[int, ...],
    dtype: Any,
    rows: int = TABLE_ROWS,
    **options: Any,
) -> h5py.Dataset:
    """Make an empty table that grows by rows of this shape; ``rows`` of them make a chunk."""
    return group.create_dataset(
        name, (0, *shape), dtype, maxshape=(None, *shape), chunks=(rows, *shape), **options
    )


def append(table: h5py.Dataset, values: Sequence[Any] | np.ndarray) -> None:
    """Append rows to a table."""
    if len(values):
        table.resize(len(table) + len(values), axis=0)
        table[-len(values) :] = values


def append_checked(
    tables: Mapping[str, h5py.Dataset], columns: Mapping[str, Sequence[Any] | np.ndarray]
) -> None:
    """Append rows to the tables of a group, each with its checksum.

    Parameters
    ----------
    tables : of the group, by name; one of them is ``checksum``.
    columns : the (N, ...) values of each table but ``checksum``.
    """
    stored = {
        name: np.asarray(columns[name], table.dtype) for name, table in tables.items() if name != "checksum"
    }
    for name, values in stored.items():
        append(tables[name], values)
    count = len(next(iter(stored.values())))
    checksums = [row_checksum({name: values[row] for name, values in stored.items()}) for row in range(count)]
    append(tables["checksum"], checksums)
