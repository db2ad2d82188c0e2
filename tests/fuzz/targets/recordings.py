"""Recordings: damaged HDF5, tables and attributes that are none, and links to other files."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import h5py
import numpy as np

from app.cli.info import describe
from app.recordings.guarded_repair import guarded_repair
from app.recordings.library import entry_of, recordings_in
from app.recordings.reader import Recording
from app.recordings.schema import RecordingError
from tests.fakes.doll_recordings import record
from tests.fakes.tiny_model import make_template
from tests.fuzz.mutation import hostile_value, mutate_bytes, to_json
from tests.fuzz.target import Target

if TYPE_CHECKING:
    import random
    from pathlib import Path

SECRET = b"a file that no recording may show"
MOST_VALUES = 1 << 24  # that are read to change one of them; a table may claim any number by now
REPAIRED_ONE_IN = 12  # cases: a process each


class Recordings(Target):
    """Lists, reads and repairs recordings."""

    outputs = ("take.repaired.h5",)

    def make_seeds(self) -> None:
        template = make_template(self.seeds / "doll.npz")
        record(self.seeds / "take.h5", template, frames=3)

    def make_case(self, rng: random.Random, folder: Path) -> tuple[Path, bool]:
        path = folder / "take.h5"
        (folder / "secret").write_bytes(SECRET)
        content = (self.seeds / "take.h5").read_bytes()
        if rng.random() < 0.6:
            path.write_bytes(mutate_bytes(rng, content))
        else:
            path.write_bytes(content)
            with h5py.File(path, "r+") as file:
                for _ in range(rng.randint(1, 2)):
                    # The first change leads nowhere, or round in circles.
                    with contextlib.suppress(KeyError, OSError, RuntimeError):
                        rng.choice(CHANGES)(rng, file)
        return path, rng.randrange(REPAIRED_ONE_IN) == 0

    def attempt(self, case: tuple[Path, bool]) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        path, is_repaired = case
        for listed in recordings_in(path.parent):
            entry_of(listed)
        if is_repaired:
            try:
                path = guarded_repair(path).path
            except RecordingError:
                return
            assert SECRET not in path.read_bytes()
        with _opened(path, is_repaired) as recording:
            describe(recording)
            for frame in recording.frames():
                assert SECRET not in b"".join(np.asarray(one.vertices).tobytes() for one in frame.people)
            assert SECRET.decode() not in str(recording.info)


def _opened(path: Path, is_repaired: bool) -> Recording:
    """Open a recording; one that was repaired must not be refused."""
    try:
        return Recording(path)
    except RecordingError as error:
        if is_repaired:
            raise RuntimeError(str(error)) from error
        raise


def _places(file: h5py.File) -> list[str]:
    found: list[str] = []
    file.visit(found.append)
    return sorted(found)


def _change_attribute(rng: random.Random, file: h5py.File) -> None:
    name = rng.choice((*sorted(file.attrs), "new"))
    kind = rng.randrange(8)
    if kind == 0 and name in file.attrs:
        del file.attrs[name]
        return
    values = (
        *(
            "",
            "x" * 60000,
            5,
            -1,
            2.5,
            np.zeros(3),
            np.array([b"a", b"\xff"]),
            np.void(b"\0" * 9),
            b"\xff\xfe",
        ),
        *("../secret", "secret", "take.h5", [1, 2], ["a", "b"], np.int64(1 << 62), True, h5py.Empty("f4")),
        *(
            file.ref,
            np.zeros((2, 2)),
            "\0",
            "é\n",
            "{",
            "x" * 3000 + ".mp4",
            np.array(["a"] * 50, "S5"),
            np.nan,
        ),
    )
    if kind < 3:
        text = to_json(hostile_value(rng))
        file.attrs["settings"] = text if len(text) < 60000 else text[:30000]
        return
    with contextlib.suppress(TypeError, ValueError, OSError):  # what HDF5 does not take
        file.attrs[name] = rng.choice(values)


def _change_table(rng: random.Random, file: h5py.File) -> None:
    name = rng.choice(_places(file))
    kind = rng.randrange(8)
    parent, _, own = name.rpartition("/")
    group = file[parent] if parent else file
    shape = getattr(file[name], "shape", (3,))
    del group[own]
    if kind == 1:
        group[own] = h5py.ExternalLink("secret", "/")
    elif kind == 2:
        group[own] = h5py.SoftLink(rng.choice(("/", f"/{name}", "/faces", "/nowhere", "people")))
    elif kind == 3:
        group.create_dataset(own, (len(SECRET),), "u1", external=[("secret", 0, len(SECRET))])
    elif kind == 4:
        layout = h5py.VirtualLayout(shape=(4, 3), dtype="i4")
        layout[:] = h5py.VirtualSource("other.h5", "faces", shape=(4, 3))
        group.create_virtual_dataset(own, layout)
    elif kind == 5:
        group.create_group(own)
    elif kind == 6:
        group[own] = file[rng.choice(("/", "people", "frames"))] if rng.random() < 0.5 else np.arange(7)
    elif kind == 7:
        wide = (rng.choice((1, 1 << 20, 1 << 34)), *shape[1:])
        dtype = rng.choice(("f4", "u2", "f8", "S9", h5py.string_dtype(), h5py.vlen_dtype("f4"), "i8"))
        group.create_dataset(
            own, wide, dtype, chunks=tuple(min(n, 64) or 1 for n in wide), compression="gzip"
        )


def _change_values(rng: random.Random, file: h5py.File) -> None:
    table = file[rng.choice(_places(file))]
    if isinstance(table, h5py.Dataset) and 0 < table.size < MOST_VALUES and table.dtype.kind in "fiu":
        values = table[()]
        info = (np.finfo if values.dtype.kind == "f" else np.iinfo)(values.dtype)
        values.flat[rng.randrange(values.size)] = rng.choice((info.max, info.min, 0, 1))
        if values.dtype.kind == "f" and rng.random() < 0.4:
            values.flat[0] = rng.choice((np.nan, np.inf))
        with contextlib.suppress(OSError):  # where it has no place in the file
            table[...] = values


def _resize(rng: random.Random, file: h5py.File) -> None:
    table = file[rng.choice(_places(file))]
    if isinstance(table, h5py.Dataset) and table.maxshape and table.maxshape[0] is None:
        rows = rng.choice((0, 1, 2, 1000, 1 << 40))
        if len(table) < 1 << 40:  # HDF5 would look for each chunk that it had to take away
            table.resize(rows, axis=0)


CHANGES = (_change_attribute, _change_table, _change_values, _resize)
