"""Read the arrays out of pickles and NumPy files that others made, without running anything inside them.

A pickle is a small program: loading it with the standard library calls whatever it names. Here its names
stand for inert records (:mod:`models.smpl.pickle_records`), which a second pass turns into arrays
(:mod:`models.smpl.record_arrays`).
"""

from __future__ import annotations

import io
import pickle
from typing import TYPE_CHECKING, Any

import numpy as np

from models.errors import UserError
from models.files import open_plain
from models.npz import LARGEST_BYTES, DamagedArrayError, MissingArrayError, read_npy, read_npz
from models.pickle_steps import HostileStepsError, check_steps
from models.smpl.pickle_records import RefusedError, Unpickler
from models.smpl.record_arrays import Values

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import BinaryIO


class UnsafeFileError(UserError):
    """A file holds something other than plain data; the message names the file and what it holds."""


def load_pickle(path: Path) -> Any:
    """Read a pickle of plain containers, numbers, text, arrays, sparse matrices and chumpy arrays.

    Python 2's strings are read as latin-1, which is what NumPy's arrays of that time need.

    Returns
    -------
    The same structure with NumPy arrays and ``scipy.sparse`` CSR matrices; chumpy arrays become NumPy arrays.

    Raises
    ------
    UserError : the file is missing.
    UnsafeFileError : the file asks for anything else, or is damaged.
    """
    with _open(path) as file:
        content = file.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise UnsafeFileError(f"{path.name} was refused because it takes more than 1 GB; check the file.")
    return _load(content, path.name)


def load_npy(path: Path) -> np.ndarray:
    """Read one array of a ``.npy`` file; objects inside it as :func:`load_pickle` does.

    Raises
    ------
    UserError : as for :func:`load_pickle`.
    """
    with _open(path) as file:
        try:
            return read_npy(file, read_objects=lambda content, _: _objects(content, path.name))
        except DamagedArrayError as error:
            raise UnsafeFileError(f"{path.name} is not a NumPy array ({error}); download it again.") from None


def load_npz(path: Path, names: Iterable[str] | None = None) -> dict[str, np.ndarray]:
    """Read the arrays ``names`` (default all) of a ``.npz`` file and touch no other.

    Raises
    ------
    UserError : as for :func:`load_pickle`; a name is not in the file.
    """

    def objects(content: bytes, name: str) -> np.ndarray:
        return _objects(content, f"{path.name} ({name})")

    with _open(path) as file:
        try:
            return read_npz(file, names, read_objects=objects)
        except MissingArrayError as error:
            raise UserError(f"{path.name} {error}.") from None
        except DamagedArrayError as error:
            raise UnsafeFileError(
                f"{path.name} is not a NumPy .npz file ({error}); download it again."
            ) from None


def _open(path: Path) -> BinaryIO:
    try:
        return open_plain(path)
    except FileNotFoundError:
        raise UserError(f"There is no file {path}; check the path.") from None


def _objects(content: bytes, name: str) -> np.ndarray:
    """Read the pickle of an array of objects; ``name`` is for messages."""
    array = _load(content, name)
    if not isinstance(array, np.ndarray):
        raise UnsafeFileError(f"{name} is not a NumPy array but {type(array).__name__}; download it again.")
    return array


def _load(content: bytes, name: str) -> Any:
    try:
        check_steps(io.BytesIO(content))
        return Values(len(content))(Unpickler(io.BytesIO(content), encoding="latin1").load())
    except (RefusedError, HostileStepsError) as refused:
        raise UnsafeFileError(
            f"{name} was refused because it holds {refused}, which is not plain data; "
            "get the file again from its official site."
        ) from None
    except RecursionError:
        raise UnsafeFileError(
            f"{name} was refused because it is nested too deeply to be plain data."
        ) from None
    except (
        pickle.UnpicklingError,
        EOFError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        OverflowError,
    ) as error:
        reason = " ".join(str(error).split())[:100] or type(error).__name__
        raise UnsafeFileError(f"{name} is not a readable pickle ({reason}); download it again.") from None
