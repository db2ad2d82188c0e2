"""Files that are whole or not there, the folders they are to go into, and arrays that are kept."""

from __future__ import annotations

import logging
import os
import zipfile
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import numpy as np

from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

log = logging.getLogger(__name__)

# What NumPy raises on an .npz that is damaged, or is something else.
DAMAGED = (KeyError, ValueError, OSError, EOFError, zipfile.BadZipFile, zlib.error)


@contextmanager
def replacing(path: Path) -> Generator[IO[bytes]]:
    """Open a file to write that takes its place once it is whole; until then an older one stays.

    Several processes may write the same file: the last one's stays.

    Raises
    ------
    OSError : the file cannot be written.
    """
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with new.open("wb") as file:
            yield file
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def read_arrays(path: Path) -> dict[str, np.ndarray]:
    """Return the arrays of an .npz file; raises one of DAMAGED if it is none."""
    with path.open("rb") as stream:
        file = np.load(stream, allow_pickle=False)
        if not isinstance(file, np.lib.npyio.NpzFile):
            raise ValueError("it is a single array")
        return {name: file[name] for name in file.files}


def kept_arrays(path: Path, make: Callable[[], dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """Return the arrays of an .npz file; they are made, and kept there, if it is missing or damaged.

    Raises
    ------
    OSError : the file cannot be written.
    """
    try:
        return read_arrays(path)
    except FileNotFoundError:
        pass
    except DAMAGED:
        log.warning("%s is damaged; it is made again.", path.name)
    arrays = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        np.savez(file, allow_pickle=False, **arrays)
    return arrays


def require_folder(file: Path | None) -> None:
    """Make sure that a file that is to be written, if there is one, has a folder and is none itself.

    Raises
    ------
    UserError : it has none, or is one.
    """
    if file is None:
        return
    if file.is_dir():
        raise UserError(f"{file} is a folder; name a file to write, such as one in it.")
    if not file.absolute().parent.is_dir():
        raise UserError(f"There is no folder {file.parent} to write {file.name} into; make it first.")
