"""Files that are whole or not there, the folders they are to go into, and arrays that are kept."""

from __future__ import annotations

import logging
import os
import stat
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, BinaryIO

import numpy as np

from models.errors import UserError
from models.npz import DamagedArrayError, read_npz

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

log = logging.getLogger(__name__)


def open_plain(path: Path) -> BinaryIO:
    """Open a file to read it; pipes and devices, which may never begin or end, are refused.

    Raises
    ------
    OSError : the file is missing or cannot be read.
    UserError : it is a folder, a pipe or a device.
    """
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind):
        raise UserError(f"{path} is a folder; give the file itself.")
    if not stat.S_ISREG(kind):
        raise UserError(f"{path} is a pipe or device and no file; give the file itself.")
    return path.open("rb")


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
    """Return the arrays of an .npz file of this program's own, of any size.

    Raises
    ------
    OSError : it is missing or cannot be read.
    DamagedArrayError : it is damaged, or something else.
    """
    with path.open("rb") as file:
        return read_npz(file, largest=None)


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
    except DamagedArrayError:
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
