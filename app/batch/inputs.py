"""find_inputs: the photos and videos that files and folders hold, and what their results are called."""

from __future__ import annotations

import hashlib
import logging
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.live.sources.open import IMAGES, VIDEOS
from app.text import counted, natural_order
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Input:
    """A photo or video.

    Attributes
    ----------
    file : its absolute path.
    name : what its results are called, with ``/`` between folders: the file's own name and ending, so that
        ``a.mp4`` and ``a.jpg`` have different ones. A result adds an ending of its own.
    size, modified : bytes, and seconds of its last change; a file that was changed is another input.
    """

    file: Path
    name: str
    size: int
    modified: int

    @property
    def key(self) -> str:
        """What the records of the batch call it, the same on all machines."""
        return hashlib.sha256(os.fsencode(self.name)).hexdigest()[:24]


def find_inputs(named: Sequence[Path], out: Path) -> list[Input]:
    """Return the photos and videos of files and folders, in natural order.

    Of a single folder the results keep the structure below it; of several inputs each folder's results lie
    below the folder's name. Folders are walked, through links too; hidden files and the folder of results
    are passed over.

    Parameters
    ----------
    named : files and folders. A file that is named is taken whatever its ending.
    out : the folder of the results.

    Raises
    ------
    UserError : there is no such file, none in the folders, or results would share a name or lie among inputs.
    OSError : a folder that is named cannot be read; others are left out with a warning.
    """
    out = out.resolve()
    found: dict[Path, str] = {}
    left_out: list[str] = []
    for path in named:
        path = Path(os.path.abspath(path.expanduser()))  # noqa: PTH100 - links keep the names people gave them
        if path.is_dir():
            below = path.parent if len(named) > 1 else path
            for file in _walk(path, out):
                if file.suffix.lower() in (*IMAGES, *VIDEOS) or _is_photo(file):
                    found[file] = file.relative_to(below).as_posix()
                else:
                    left_out.append(file.name)
        elif path.is_file():
            found[path] = path.name
        else:
            raise UserError(
                f"There is no file or folder {path}; batch takes photos, videos and folders of them."
            )
    if left_out:
        some = ", ".join(sorted(set(left_out))[:3])
        log.warning(
            "Left out %s that is no photo or video, such as %s.", counted(len(left_out), "file"), some
        )
    if not found:
        raise UserError(
            f"There is no photo or video in {', '.join(map(str, named))}; check the folder's name."
        )
    _refuse_shared_names(found.items())
    _refuse_results_among_inputs(named, out, found.values())
    return sorted(
        (_input(file, name) for file, name in found.items()), key=lambda one: natural_order(one.name)
    )


def _is_photo(file: Path) -> bool:
    """Whether a file of no known ending is a photo by its content, as in a folder that is run."""
    from app.live.sources.photo import is_still  # with OpenCV, which takes a while

    return is_still(file)


def _refuse_results_among_inputs(named: Sequence[Path], out: Path, names: Iterable[str]) -> None:
    """A result that lay among the inputs would be the next time's input."""
    places = {(out / name).parent for name in names}
    for path in named:
        folder = path.expanduser().resolve()
        if folder.is_dir():
            # Below the inputs' folder that of the results is passed over, unless they are one.
            mixed = out == folder or (
                not out.is_relative_to(folder) and any(place.is_relative_to(folder) for place in places)
            )
        else:
            mixed = folder.parent in places
        if mixed:
            raise UserError(
                f"Results in {out} would lie among the inputs of {path}; name another folder for --out."
            )


def _walk(folder: Path, out: Path) -> Generator[Path]:
    """Yield the files of a folder and of those in it, each folder once even where links lead in circles."""
    seen: set[tuple[int, int]] = set()

    def leave_out(error: OSError) -> None:
        if error.filename == str(folder):
            raise error
        log.warning("Left out the folder %s (%s).", error.filename, error.strerror)

    for place, folders, files in os.walk(folder, followlinks=True, onerror=leave_out):
        facts = os.stat(place)  # noqa: PTH116 - as os.walk tells it
        is_results = Path(place) != folder and Path(place).resolve() == out
        if is_results or (facts.st_dev, facts.st_ino) in seen:
            folders.clear()
            continue
        seen.add((facts.st_dev, facts.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            file = Path(place, name)
            if not name.startswith(".") and file.is_file():
                yield file


def _refuse_shared_names(found: Iterable[tuple[Path, str]]) -> None:
    # Some disks do not tell small letters from capitals.
    times = Counter(name.casefold() for _, name in found)
    shared = [(file, name) for file, name in found if times[name.casefold()] > 1]
    if shared:
        (one, name), (other, _) = sorted(shared, key=lambda pair: pair[1].casefold())[:2]
        raise UserError(f"The results of {one} and {other} would both be called {name}; rename one.")


def _input(file: Path, name: str) -> Input:
    facts = file.stat()
    return Input(file, name, facts.st_size, int(facts.st_mtime))
